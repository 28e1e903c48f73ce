"""The real reply is read without a fault; so is the same reply with every name, number and place replaced."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.reading.evaluation import Evaluation, compare
from graph.reading.forms import from_json, to_json
from graph.reading.reader import read_file
from graph.records import CORE_TYPES, Entity, Indicator, Reading, Relation
from tests.conftest import GOLD, REPLY

RENAMED: dict[str, str] = json.loads((Path(__file__).parent / "renamed.json").read_text(encoding="utf-8"))
WIDE = str.maketrans({c: chr(ord(c) + 0xFEE0) for c in map(chr, range(0x21, 0x7F)) if c.isalnum()})
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>门户网站</title><style>p{{}}</style>
<script>var a = "龙头企业假名科技入驻假名大厦";</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">入驻企业名录</a></li></ul></div>
<div class="main"><div class="crumb"><a href="/">首页</a> &gt; <a href="/x">信息公开</a></div><div class="article">{0}</div></div>
<div class="footer"><a href="/m">网站地图</a> 版权所有：某区人民政府</div></body></html>"""


def _replaced(text: str) -> str:
    """Longest names first, each occurrence once: what was put in is not replaced again."""
    names = sorted(RENAMED, key=len, reverse=True)
    for number, name in enumerate(names):
        text = text.replace(name, f"\x00{number}\x01")
    for number, name in enumerate(names):
        text = text.replace(f"\x00{number}\x01", RENAMED[name])
    return text


def _renamed_text() -> str:
    text = REPLY.read_text(encoding="utf-8")
    road = RENAMED["武夷路"]
    return _replaced(text.replace("武夷路\n\n更新", "武夷路更新")).replace(f"{road}更新", f"{road}\n\n更新")


def _renamed_gold(gold: dict[str, Any]) -> dict[str, Any]:
    """The annotation under the new names; its spellings are first brought to those of the text."""
    text = json.dumps(gold, ensure_ascii=False)
    spellings = {
        "3320数字战略": "“3320”数字战略",
        "尚街X创邑SPACE": "尚街 X 创邑 SPACE",
        "社区AI食堂": "社区 AI 食堂",
        '"智慧出行MaaS平台"': '"智慧停车PaaS平台"',
        '"智慧出行MaaS"': '"智慧停车PaaS"',
        '"出行即服务"': '"停车即服务"',
        '"number": 70': '"number": 118',
        "第十五届第二次": "第十六届第三次",
        "2023-03-03": "2024-04-18",
    }
    for old, new in spellings.items():
        text = text.replace(old, new)
    form: dict[str, Any] = json.loads(_replaced(text))
    return form


def _broken(text: str, width: int = 37) -> str:
    """Every paragraph cut at a fixed width, in the middle of words."""
    lines = [line.strip() for line in text.split("\n")]
    return "\n".join(line[i : i + width] for line in lines for i in range(0, max(len(line), 1), width))


def _page(text: str) -> str:
    return PAGE.format(
        "\n".join(f"<p><span>{line.strip().translate(WIDE)}</span></p>" for line in text.split("\n") if line.strip())
    )


def _without_fault(reading: Reading, gold: dict[str, Any]) -> Evaluation:
    result = Evaluation()
    compare(gold, to_json(reading), result)
    assert result.core().figures()[2] == 1.0, result.misses
    assert result.stated().figures()[2] == 1.0, result.misses
    assert result.status.figures()[2] == 1.0
    assert result.heading().figures()[2] == 1.0, result.misses
    return result


def test_the_real_reply(reading: Reading, gold: dict[str, Any]) -> None:
    result = _without_fault(reading, gold)
    others = [count for kind, count in result.entities.items() if kind not in CORE_TYPES]
    assert sum(c.hit for c in others) / sum(c.hit + c.false + c.missed for c in others) >= 0.9
    for relation in ("inSector", "issuedBy"):
        assert result.relations[relation].figures()[2] >= 0.9


@pytest.mark.parametrize(
    ("form", "suffix"), [(str, "txt"), (_broken, "txt"), (_page, "html")], ids=["text", "broken-lines", "page"]
)
def test_the_same_reply_under_other_names(form: Any, suffix: str, gold: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / f"renamed.{suffix}"
    file.write_text(form(_renamed_text()), encoding="utf-8")
    reading = read_file(file)
    _without_fault(reading, _renamed_gold(gold))
    assert "假名" not in reading.text


def test_every_evidence_is_the_text_at_its_offsets(reading: Reading) -> None:
    said: list[Entity | Relation | Indicator] = [*reading.entities, *reading.relations, *reading.indicators]
    assert len(said) > 100
    for claim in said:
        assert claim.evidence
        for evidence in claim.evidence:
            assert reading.text[evidence.start : evidence.end] == evidence.quote


def test_a_page_break_inside_a_name_does_not_lose_it(reading: Reading) -> None:
    (site,) = [e for e in reading.entities if e.name == "武夷路更新载体"]
    assert [v.quote for v in site.evidence] == ["武夷路\n\n更新载体"]


def test_indicators_of_the_annotation_are_read(reading: Reading, gold: dict[str, Any]) -> None:
    """Figure and unit of each, and half of the characters of what it counts."""
    for wanted in gold["indicators"]:
        near = [i for i in reading.indicators if i.value == wanted["value"] and (i.unit or None) == wanted.get("unit")]
        shared = max((len(set(i.about) & set(wanted["about"])) / len(set(wanted["about"])) for i in near), default=0)
        assert shared >= 0.5, (wanted, [(i.about, i.value, i.unit) for i in reading.indicators])


def test_a_reading_survives_its_json_form(reading: Reading) -> None:
    assert from_json(json.loads(json.dumps(to_json(reading)))) == reading


def test_reading_twice_gives_the_same(reading: Reading) -> None:
    assert read_file(REPLY) == reading


def test_the_annotation_in_the_repository_is_whole() -> None:
    assert GOLD.is_file()
