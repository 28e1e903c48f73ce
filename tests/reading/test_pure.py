"""Promises over generated replies: evidence is quoted to the letter, reading is pure, and only our own errors come out."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.errors import DocumentError
from graph.reading.forms import from_json, to_json
from graph.reading.reader import read
from graph.records import Document, Entity, Indicator, Reading, Relation

NAMES = st.sampled_from(["星芒智能", "澜语科技", "华为", "拓岚机器人有限公司", "Open AI", "中国移动", "X", "企业"])
PLACES = st.sampled_from(["徐庄智谷", "锁金村街道", "长宁区", "新街口商圈", "上海市", "玄武大道699号", "甲、乙两园", "园区"])
THINGS = st.sampled_from(["“AI陪诊”服务", "“邻里通”小程序", "智慧停车", "《玄武区数据行动计划》", "“云+”平台", "无人车"])
FORMS = st.sampled_from(
    [
        "{p}集聚了{n}、{m}等企业",
        "{n}入驻{p}，{m}同期投产",
        "在{p}试点{t}",
        "{t}由{n}与{m}联合建设",
        "下一步，将在{p}推广{t}",
        "暂不具备条件建设{t}",
        "{p}（以下简称“{n}”）引进{m}",
        "到2027年，{p}企业突破{n}家",
        "（一）{p}",
        "1.{t}。{n}",
        "一是{t}；二是{p}；",
        "| {n} | {p} |",
    ]
)
NOISE = st.text(alphabet="，。；：、“”‘’《》（）()\"'\n \t　一二三1234①|-—·*的等和在", max_size=12)


@st.composite
def replies(draw: st.DrawFn) -> str:
    """A heading in one of several layouts, sentences with names or noise between them, an end."""
    head = draw(st.sampled_from(["关于区政协八届三次会议第12号提案的答复\n", "", "对市人大代表第3号建议的答复\nA类\n"]))
    opening = draw(st.sampled_from(["陆清和委员：\n您提出的《关于甲的提案》收悉，现答复如下：\n", "您的建议收悉。\n"]))
    body = [
        draw(FORMS).format(n=draw(NAMES), m=draw(NAMES), p=draw(PLACES), t=draw(THINGS))
        + draw(st.sampled_from("。\n，；"))
        + draw(NOISE)
        for _ in range(draw(st.integers(0, 12)))
    ]
    return head + opening + "".join(body) + draw(st.sampled_from(["", "\n南京市玄武区科学技术局\n2025年6月3日\n"]))


def _read(text: str) -> Reading | None:
    try:
        return read(Document("made", text, "made.txt", "text/plain"))
    except DocumentError:
        return None


@given(replies())
@example("陆清和委员：\n您的建议收悉。\n徐庄智谷集聚了星芒智能等企业。1等、等“邻里通”小程序由星芒智能建设。")
@settings(max_examples=150, deadline=None)
def test_every_evidence_is_quoted_to_the_letter(text: str) -> None:
    reading = _read(text)
    assert reading is not None
    claims: list[Entity | Relation | Indicator] = [*reading.entities, *reading.relations, *reading.indicators]
    for claim in claims:
        assert claim.evidence
        assert 0 <= claim.confidence <= 1
        for said in claim.evidence:
            assert 0 <= said.start < said.end <= len(text)
            assert text[said.start : said.end] == said.quote


@given(replies(), replies())
@settings(max_examples=50, deadline=None)
def test_reading_remembers_nothing(first: str, second: str) -> None:
    alone = _read(first)
    _read(second)
    assert _read(first) == alone


@given(replies())
@settings(max_examples=50, deadline=None)
def test_relations_stand_between_entities_of_the_reading(text: str) -> None:
    reading = _read(text)
    assert reading is not None
    named = {(e.type, e.name) for e in reading.entities}
    for relation in reading.relations:
        assert {(relation.source_type, relation.source), (relation.target_type, relation.target)} <= named


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_is_a_reading_or_no_reply(text: str) -> None:
    _read(text)


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_text_between_a_heading_and_a_signature_is_read(text: str) -> None:
    head = "关于区政协八届三次会议第12号提案的答复\n陆清和委员：\n您提出的《关于甲的提案》收悉，现答复如下：\n"
    whole = f"{head}{text}\n南京市玄武区科学技术局\n2025年6月3日\n"
    reading = read(Document("made", whole, "made.txt", "text/plain"))
    assert reading.heading.number == "12"
    assert from_json(to_json(reading)) == reading
    claims: list[Entity | Relation] = [*reading.entities, *reading.relations]
    for claim in claims:
        assert all(whole[said.start : said.end] == said.quote for said in claim.evidence)


@pytest.mark.parametrize(
    "word", ["1", "2023年", "今年", "于2023年", "因已", "从我区", "和", "和与", "甲、", "华为和", "年底前", "“”", "■"]
)
@pytest.mark.parametrize("name", ["华为公司", "“刷脸就餐”", "云谷软件园", "《数据办法》", "新街口街道"])
def test_a_run_of_one_word_behind_a_name_is_read(name: str, word: str) -> None:
    """What can be cut in many ways is not tried in all of them: a pattern that does never comes to an end here."""
    run = word * (400 // len(word))
    reading = _read(f"您的建议收悉。\n{name}{run}。{run}，{run}{name}\n南京市玄武区科学技术局\n2025年6月3日\n")
    assert reading is not None
    assert reading.heading.date == "2025-06-03"
