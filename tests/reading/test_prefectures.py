"""Replies of prefectures that are neither cities nor autonomous (喀什地区, 大兴安岭地区), of counties in them, and of leagues."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.reading.reply import reply_of
from graph.records import Document

TEXT = "{}\n\n马某委员：\n您提出的《关于推进智慧教育的提案》收悉。现答复如下：\n{}\n\n{}\n2025年6月12日\n"


def _document(title: str, said: str, office: str) -> Document:
    return Document("case", TEXT.format(title, said, office), "case.txt", "text/plain")


@pytest.mark.parametrize(
    ("title", "office", "name", "level"),
    [
        ("对地区政协第十届一次会议第31号提案的答复", "喀什地区教育局", "喀什地区", "地区"),
        ("对自治区政协第十二届一次会议第31号提案的答复", "阿克苏地区卫生健康委员会", "阿克苏地区", "地区"),
        ("对省政协第十二届一次会议第31号提案的答复", "大兴安岭地区行政公署办公室", "大兴安岭地区", "地区"),
        ("关于塔城地区人大十五届一次会议第12号建议的答复", "地区卫健委", "塔城地区", "地区"),
        ("对地区政协第十届一次会议第31号提案的答复", "喀什市教育局", "喀什市", "市"),
        ("对地区政协第十届一次会议第31号提案的答复", "莎车县人民政府", "莎车县", "县"),
        ("关于市政协九届一次会议第12号提案的答复", "昌吉市教育局", "昌吉市", "市"),
        ("关于区政协九届一次会议第12号提案的答复", "南京市玄武区教育局", "玄武区", "区"),
        ("关于市政协香港地区政协委员第12号提案的答复", "南京市教育局", "南京市", "市"),
    ],
)
def test_a_prefecture_replies_and_not_the_city_of_its_name(title: str, office: str, name: str, level: str) -> None:
    where = reply_of(_document(title, "推广经验。", office)).where
    assert (where.name, where.level) == (name, level)


@pytest.mark.parametrize(
    ("office", "said", "stated"),
    [
        ("喀什地区", "我地区上线“课堂通”平台。", {("pilotedIn", "课堂通", "喀什地区")}),
        ("喀什地区", "全地区推广“课堂通”平台。", {("pilotedIn", "课堂通", "喀什地区")}),
        ("喀什地区", "湖滨科技有限公司落户我地区。", {("locatedIn", "湖滨科技有限公司", "喀什地区")}),
        ("喀什地区", "我地区印发《智慧教育实施方案》。", {("issuedBy", "智慧教育实施方案", "喀什地区")}),
        ("喀什地区", "喀什市上线“课堂通”平台。", {("pilotedIn", "课堂通", "喀什市")}),
        ("喀什地区", "自治区印发《智慧教育实施方案》。", set()),
        (
            "兴安盟",
            "我盟印发《智慧教育实施方案》《校园管理办法》。",
            {("issuedBy", d, "兴安盟") for d in ("智慧教育实施方案", "校园管理办法")},
        ),
        ("兴安盟", "我盟上线“课堂通”平台。", {("pilotedIn", "课堂通", "兴安盟")}),
        ("南京市玄武区", "在我市地区形成示范。上线“课堂通”平台。", {("pilotedIn", "课堂通", "玄武区")}),
    ],
)
def test_what_a_prefecture_says_of_itself_is_there(office: str, said: str, stated: set[tuple[str, str, str]]) -> None:
    body = "区" if office.endswith("玄武区") else "地区" if office.endswith("地区") else "盟"
    reading = read(
        _document(f"对{body}政协第十届一次会议第31号提案的答复", said, f"{office}教育局"), without=("learned", "calibration")
    )
    told = {(r.type, r.source, r.target) for r in reading.relations if r.type in ("pilotedIn", "locatedIn", "issuedBy")}
    assert told == stated
