"""Layouts of headings, a case a file: the facts that are read from each, and those that are not; what is no reply."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.reading.forms import heading_to_json
from graph.reading.reply import reply_of
from graph.records import Document

CASES = sorted((Path(__file__).parent / "headings").glob("*.json"))


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_heading_is_read_as_its_case_says(case: Path) -> None:
    expected = json.loads(case.read_text(encoding="utf-8"))
    reply = reply_of(Document("case", expected["text"], "case.txt", "text/plain"))
    facts = heading_to_json(reply.heading)
    assert {name: facts.get(name) or None for name in expected["facts"]} == {
        name: value or None for name, value in expected["facts"].items()
    }
    if "place" in expected:
        assert reply.where.code == expected["place"]


NO_REPLIES = {
    "a remark": "今天天气很好，我们去公园。",
    "a recipe in sections": "一、食材准备\n豆腐一块，建议选嫩豆腐。\n二、制作步骤\n（一）切块。\n（二）下锅，小火慢炖。\n",
    "a price list": "品名 | 单价 | 数量\n螺丝 | 0.5 | 100\n螺母 | 0.3 | 200\n",
    "an advertisement": "我们的代表产品很多，建议您尽快下单。\n数量有限，先到先得。\n",
    "a column's name": "建议提案办理\n政协提案\n",
    "a letter": "亲爱的朋友：\n来信收到，我现在一切都好，请勿挂念。\n祝好。\n",
}


@pytest.mark.parametrize("text", NO_REPLIES.values(), ids=NO_REPLIES)
def test_what_is_no_reply_is_refused_with_its_name_and_what_to_do(text: str) -> None:
    with pytest.raises(DocumentError, match="no reply") as fault:
        reply_of(Document("case", text, "case.txt", "text/plain"))
    assert str(fault.value).startswith("case.txt: ")
    assert fault.value.remedy
