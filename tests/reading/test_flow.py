"""The flow joins what was torn apart and keeps every position."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.reading.flow import canonical, flow_of

WORDS = st.text(alphabet="区企业，。、“”《》（ ）\n１Aaū3：○·", max_size=200)


@given(WORDS)
def test_every_span_of_the_flow_is_a_span_of_the_text(text: str) -> None:
    flow = flow_of(text)
    visible = [i for i, c in enumerate(flow.text) if c != "\n"]
    for start, end in zip(visible, visible[3:], strict=False):
        evidence = flow.evidence(start, end)
        assert text[evidence.start : evidence.end] == evidence.quote
    assert all(a < b for a, b in zip(map(flow.position, visible), map(flow.position, visible[1:]), strict=False))


@given(st.text(max_size=300))
def test_canonical_text_has_the_same_length(text: str) -> None:
    assert len(canonical(text)) == len(text)


def test_a_sentence_goes_on_over_a_page_break_and_a_heading_does_not() -> None:
    text = "一、工作进展\n推动甲乙科技入驻天目山路，并且在这里\n\n长大，又推动丙丁智能落户。\n二、下一步\n我们将努力。"
    assert flow_of(text).text.split("\n")[:3] == [
        "一、工作进展",
        "推动甲乙科技入驻天目山路，并且在这里长大，又推动丙丁智能落户。",
        "二、下一步",
    ]


def test_blanks_between_chinese_and_latin_words_mean_nothing() -> None:
    assert flow_of("文定 X 梧桐 SPACE 和 Open AI").text == "文定X梧桐SPACE和Open AI\n"


def test_a_numbered_heading_ends_at_its_line_though_it_holds_a_comma() -> None:
    text = (
        "（三）坚持园区承载，拓展空间\n岚光新材料产业园区是我区的主阵地，去年完成产值百亿元。\n一是引进甲乙科技，\n落户岚光园。\n"
    )
    assert flow_of(text).text.split("\n")[:3] == [
        "（三）坚持园区承载，拓展空间",
        "岚光新材料产业园区是我区的主阵地，去年完成产值百亿元。",
        "一是引进甲乙科技，落户岚光园。",
    ]


def test_a_sites_neighbours_and_foot_are_read_past() -> None:
    text = (
        "程岭代表：\n您的建议收悉，现答复如下：\n科创园已开工。\n云泽区科技局\n2024年6月3日\n打印 关闭\n"
        "上一篇：关于建设岚光产业园的答复\n下一篇\n关于听松大厦的建议的答复\n主办：北京市海淀区人民政府\n版权所有 网站地图\n"
        "相关链接\n关于星泊大厦的答复\n"
    )
    flow = flow_of(text)
    assert flow.text == text[: text.index("打印")]
    unsaid = "上一篇章写得好。主办：北京市海淀区人民政府，版权所有者是市里。\n主办单位：云泽区科技局\n2024年6月3日\n"
    assert flow_of(unsaid).text == unsaid
