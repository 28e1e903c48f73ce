"""Offices, schools and the like that the rules and the model read, and what only ends as they do."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"
OURS = {"南京市玄武区科学技术局", "区政协"}


def _bodies(sentence: str) -> set[str]:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"))
    return {e.name for e in reading.entities if e.type == "Organisation"} - OURS


@pytest.mark.parametrize(
    "sentence",
    [
        "学习方式由战役式集中学习变为经常学习。",
        "“一对一”资助贫困大学生80人。",
        "展厅陈列了三十位中国作协会员的手稿。",
        "欧元区债务局势趋于稳定。",
        "各类民办实事项目已经完成。",
        "协调上级商务部门解决。",
        "优化产业布局，形成发展格局，服务改革大局，东亚政局稳定。",
        "云岭苹果数字交易大厅去年停摆，城区建成一批影剧院、音乐厅和录像厅。",
        "支持名牌大学、职业中学、宠物医院、附属中学、师范大学和民办小学参与。",
        "学习英国大学的做法。",
        "毕业于杭州一所大学的青年回乡创业，某大学的师生也来了。",
    ],
)
def test_what_only_ends_as_a_body_does_is_none(sentence: str) -> None:
    assert _bodies(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("该点位由区交通运输局确定。", {"区交通运输局"}),
        ("云溪中学校园已改造。", {"云溪中学"}),
        ("市国家安全局、市民政局和区财政局参加。", {"市国家安全局", "市民政局", "区财政局"}),
        ("由市工信部公布。", {"市工信部"}),
        ("云溪实验小学、云溪师范大学和云溪中心小学参加。", {"云溪实验小学", "云溪师范大学", "云溪中心小学"}),
        ("区中心医院和云溪职业中学参加。", {"区中心医院", "云溪职业中学"}),
        ("湖南第一师范学院、云溪第三中学来访。", {"湖南第一师范学院", "云溪第三中学"}),
        ("财政局、教育局等部门已办理。", {"财政局", "教育局"}),
        ("市安委办出台《云溪市风险管控办法》。", {"市安委办"}),
        ("与香港大学、新加坡大学合作。", {"香港大学", "新加坡大学"}),
        ("香港商会、法国科学院来访。", {"香港商会", "法国科学院"}),
        ("爱心医院、企业家联合会来访。", {"爱心医院", "企业家联合会"}),
        ("云溪师范学院、师范学院来访。", {"云溪师范学院", "师范学院"}),
        ("国家林业局、国家职业教育研究院来访。", {"国家林业局", "国家职业教育研究院"}),
    ],
)
def test_a_body_with_a_name_is_read_whatever_stands_behind_it(sentence: str, bodies: set[str]) -> None:
    assert _bodies(sentence) == bodies


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("中共中央办公厅 国务院办公厅印发《云岭办法》。", {"中共中央办公厅", "国务院办公厅"}),
        ("市教育局 市财政局 市民政局印发《云岭办法》。", {"市教育局", "市财政局", "市民政局"}),
        ("云溪市教育局 云溪市财政局印发《云岭办法》。", {"云溪市教育局", "云溪市财政局"}),
        ("县委办公室县政府办公室印发《云岭办法》。", {"县委办公室", "县政府办公室"}),
        ("省发展改革委 国家税务总局印发《云岭办法》。", {"省发展改革委", "国家税务总局"}),
        ("市公安局 市北分局印发《云岭办法》。", {"市公安局市北分局"}),
        ("市经信局市新经济委印发《云岭办法》。", {"市经信局市新经济委"}),  # one office with two names
        ("市市场监管局印发《云岭办法》。", {"市市场监管局"}),
        ("区水务局 区域办公室印发《云岭办法》。", {"区水务局区域办公室"}),
        (
            "市发展和改革委员会 市工业和信息化局 市财政局印发《云岭办法》。",
            {"市发展和改革委员会", "市工业和信息化局", "市财政局"},
        ),
    ],
)
def test_offices_side_by_side_have_both_issued_what_they_issued(sentence: str, bodies: set[str]) -> None:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"))
    assert {r.target for r in reading.relations if r.type == "issuedBy"} == bodies
    assert _bodies(sentence) == bodies


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("云溪师范学院设光伏学院，扩大招生。", {"云溪师范学院", "光伏学院"}),
        ("区卫健委将帮区教育局指导建设。", {"区卫健委", "区教育局"}),
        ("洪达与南昌大学共建联合实验室。", {"南昌大学"}),
        ("邗江中学教师于德龙参加。", {"邗江中学"}),
        ("湖南省作家协会会员来访。", {"湖南省作家协会"}),
        ("该规划需报商务部审批。", {"商务部"}),
        ("南京大学院士工作站和云溪师范大学教师教育学院参加。", {"南京大学院士工作站", "云溪师范大学教师教育学院"}),
        ("北京大学设计学院和云溪大学设备学院参加。", {"北京大学设计学院", "云溪大学设备学院"}),
        ("云溪大学将军山小学已投用。", {"云溪大学将军山小学"}),
        ("区行政审批局帮办代办服务中心已启用。", {"区行政审批局帮办代办服务中心"}),
    ],
)
def test_what_a_body_does_and_who_belongs_to_it_are_no_part_of_its_name(sentence: str, bodies: set[str]) -> None:
    assert _bodies(sentence) == bodies
