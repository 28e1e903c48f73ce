"""One sentence a case: who issued its documents, which place is part of which, and the fields of its firms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.reading import read
from graph.records import Document

CASES = sorted((Path(__file__).parent / "relations").glob("*.json"))
HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"
TYPES = ("issuedBy", "partOf", "inSector")


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_sentence_says_what_its_case_says(case: Path) -> None:
    expected = json.loads(case.read_text(encoding="utf-8"))
    reading = read(Document("case", HEAD + expected["sentence"] + TAIL, "case.txt", "text/plain"), without=("learned",))
    stated = sorted([r.type, r.source, r.target] for r in reading.relations if r.type in TYPES)
    assert stated == sorted(expected["relations"])
