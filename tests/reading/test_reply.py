"""Sections and sentences: what each section says of the time of what stands in it."""

from __future__ import annotations

import pytest

from graph.reading.reply import reply_of
from graph.records import Document

HEAD = "对区政协九届三次会议第9号提案的答复\n方圆委员：\n您的提案收悉，现答复如下：\n"


def _defaults(body: str) -> dict[str, str | None]:
    reply = reply_of(Document("case", HEAD + body, "case.txt", "text/plain"))
    return {reply.flow.text[s.start : s.end]: s.default.value if s.default else None for s in reply.sentences if not s.heading}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "一、工作进展\n机器人进了小区。\n二、下一步打算\n机器人进楼宇。\n",
            {"机器人进了小区": "existing", "机器人进楼宇": "planned"},
        ),
        ("我区办了展览。\n下一步，我区办论坛。\n还办沙龙。\n", {"我区办了展览": None, "还办沙龙": "planned"}),
        ("一、社区应用\n某镇自2018年下半年起建设智能安防。\n门岗换了新的。\n", {"门岗换了新的": None}),
        ("一、社区应用\n下半年，门岗换新。\n", {"下半年，门岗换新": "planned"}),
    ],
    ids=["by heading", "by an opening word", "a half-year that is past", "a half-year to come"],
)
def test_a_section_or_an_opening_word_says_when(body: str, said: dict[str, str | None]) -> None:
    defaults = _defaults(body)
    assert {sentence: defaults[sentence] for sentence in said} == said


def test_an_excerpt_without_heading_is_read_from_its_first_line() -> None:
    text = "一、停车管理基本情况\n我市建成了停车平台。\n二、下一步工作\n我市将推进立法。\n"
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    assert reply.flow.text[reply.sentences[0].start : reply.sentences[0].end] == "一、停车管理基本情况"
    assert [s.default.value for s in reply.sentences if s.default and not s.heading] == ["existing", "planned"]
