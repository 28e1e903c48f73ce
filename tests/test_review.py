"""What a person should look at is listed once, with its sentence, and a filled list is a log."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.build import Outcome, build
from graph.cli import main
from graph.decisions import COLUMNS, Log, follow, read_log
from graph.rdf import ENTITY_BASE
from graph.reading.forms import to_json
from graph.records import Doubt, Entity, Evidence, Heading, Reading, Relation, Status
from graph.resolution import resolve
from graph.review import as_csv, to_review
from tests.conftest import REPLY

TEXT = "关于第14号提案的答复\n\n我区推动甲乙科技入驻云岚科技园。丙丁智能另设食堂，=一号，\n也在园内。\n"


def _evidence(words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(start, start + len(words), words),)


def _reading(reply: str = "a") -> Reading:
    def entity(kind: str, name: str, sure: float) -> Entity:
        return Entity(kind, name, (), Status.EXISTING, _evidence(name), "learned", sure)

    entities = (
        entity("Enterprise", "甲乙科技", 0.9),
        entity("Carrier", "云岚科技园", 0.55),
        entity("Enterprise", "丙丁智能", 0.52),
    )
    located = Relation(
        "locatedIn", "Enterprise", "甲乙科技", "Carrier", "云岚科技园", Status.EXISTING, _evidence("甲乙科技"), "located.in", 0.58
    )
    doubts = [
        Doubt("Facility", "食堂", reason, sure, *_evidence("食堂")) for reason, sure in (("unsure", 0.31), ("denied", 0.45))
    ]
    few = Doubt("Carrier", "园内", "unsure", 0.1, *_evidence("园内"))
    odd = Doubt("Scenario", "=一号", "unsure", 0.4, *_evidence("=一号"))
    return Reading(reply, TEXT, "a.txt", Heading(), "310105", entities, (located,), doubts=(*doubts, few, odd))


def _names(rows: list[dict[str, str]]) -> list[str]:
    return [f"{row['name']}{row['to'] and '→' + row['to']}" for row in rows]


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines(), strict=True))


def test_doubts_by_how_probable_they_are_then_claims_by_how_unsure() -> None:
    rows = _rows(as_csv(to_review([_reading()], Log(), below=0.6, above=0.3)))
    assert _names(rows) == ["食堂", "'=一号", "丙丁智能", "云岚科技园", "甲乙科技→云岚科技园"]
    assert rows[0]["why"] == "原文否认 0.45 / left out (denied, 0.45): 丙丁智能另设食堂，=一号， 也在园内。"
    assert rows[-1]["why"] == "把握不大 0.58 / taken (hardly sure, 0.58): 我区推动甲乙科技入驻云岚科技园。"
    assert (rows[-1]["relation"], rows[-1]["to_type"]) == ("locatedIn", "Carrier")
    assert {row["judgement"] for row in rows} == {""}
    assert _names(_rows(as_csv(to_review([_reading()], Log(), below=0, above=0)))) == ["食堂", "'=一号", "园内"]


def test_names_of_which_one_stands_in_the_other_are_offered_within_their_place() -> None:
    def named(reply: str, place: str, *names: str) -> Reading:
        entities = tuple(Entity("Carrier", name, (), Status.EXISTING, (Evidence(0, 1, "关"),), "learned", 0.9) for name in names)
        return replace(_reading(reply), place=place, entities=entities, relations=(), doubts=())

    readings = [
        named("a", "310105", "云岚园", "云岚"),
        named("b", "320505", "云岚产业园", "云岚产业园一期"),
        named("c", "320505", "甲", "甲园"),
    ]
    rows = _rows(as_csv(to_review(readings, Log(), below=0.6, above=0.3)))
    assert _names(rows) == ["云岚产业园→云岚产业园一期", "云岚→云岚园"]
    assert rows[0]["why"] == "是否同指一物？答复数：1、1 / one thing’s names? replies: 1 and 1"


def test_a_filled_list_is_a_log_and_what_it_decides_is_not_listed_again(tmp_path: Path) -> None:
    readings = [_reading()]
    rows = [dict(row) for row in to_review(readings, Log(), below=0.6, above=0.3)]
    for row, judgement in zip(rows, ["对", "right", "", "wrong", ""], strict=True):
        row["judgement"] = judgement
    path = tmp_path / "filled.csv"
    path.write_bytes(as_csv(rows))
    log = read_log(path)
    assert [decision.name for decision in log.decisions] == ["食堂", "=一号", "云岚科技园"]
    result = follow(readings, log)
    assert not (result.faults or result.idle or result.elsewhere)
    assert {"食堂", "=一号"} <= {entity.name for entity in result.readings[0].entities}
    # With the park its relation is gone, and what was decided is no doubt any more.
    assert _names(_rows(as_csv(to_review(readings, log, below=0.6, above=0.3)))) == ["丙丁智能"]


@pytest.mark.parametrize("judgement", ["same", "different", "相同", "不同"])
def test_two_names_that_were_decided_on_are_not_offered_again(judgement: str, tmp_path: Path) -> None:
    entities = [
        Entity("Enterprise", name, (), Status.EXISTING, _evidence("甲乙"), "learned", 0.9) for name in ("甲乙", "甲乙科技")
    ]
    readings = [replace(_reading(), entities=tuple(entities), relations=(), doubts=())]
    (row,) = (dict(row) for row in to_review(readings, Log(), below=0.6, above=0.3))
    path = tmp_path / "filled.csv"
    path.write_bytes(as_csv([row | {"judgement": judgement}]))
    log = read_log(path)
    assert to_review(readings, log, below=0.6, above=0.3) == []
    assert len(resolve(readings, log).entities) == (1 if judgement in ("same", "相同") else 2)
    assert follow(readings, log).decisions == log.decisions


def test_the_command_writes_a_new_file_only(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    def review(*arguments: str) -> tuple[int, str]:
        run = CliRunner().invoke(main, ["review", *arguments, "--build", str(built[0])])
        return run.exit_code, run.output

    path = tmp_path / "看.csv"
    code, said = review(str(path))
    rows = _rows(path.read_bytes())
    assert (code, said) == (0, f"{path}: {len(rows)} lines to look at\n")
    assert rows
    assert list(rows[0]) == list(COLUMNS)
    assert all(row["why"] for row in rows)
    before = path.read_bytes()
    assert review(str(path))[0] == 2
    assert path.read_bytes() == before
    assert review(str(tmp_path / "none" / "x.csv"))[0] == 2
    assert review(str(tmp_path / "more.csv"), "--below", "0.9")[0] == 0
    assert len(_rows((tmp_path / "more.csv").read_bytes())) > len(rows)


def test_a_list_in_chinese_decides_what_one_in_english_decides(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    logs = []
    for language in ("zh", "en"):
        file, log = tmp_path / f"{language}.csv", tmp_path / f"log.{language}.csv"
        command = ["review", str(file), "--language", language, "--build", str(built[0])]
        assert CliRunner().invoke(main, command).exit_code == 0
        first, *rows = file.read_text(encoding="utf-8-sig").splitlines()
        file.write_text("\n".join([first, *(f"错{row}" for row in rows)]), encoding="utf-8-sig")
        run = CliRunner().invoke(main, ["decide", "--from", str(file), "--log", str(log)])
        assert f"{len(rows)} lines taken over" in run.output
        logs.append([replace(decision, where="") for decision in read_log(log).decisions])
        assert first.split(",")[:4] == (["判定", "答复", "类型", "名称"] if language == "zh" else list(COLUMNS[:4]))
    assert logs[0] == logs[1]
    assert len(logs[0]) > 3


def test_without_a_build_it_says_how_to_make_one(tmp_path: Path) -> None:
    for text in (None, "{}", "[", json.dumps({"id": "a"})):
        if text is not None:
            (tmp_path / "readings.jsonl").write_text(text, encoding="utf-8")
        run = CliRunner().invoke(main, ["review", str(tmp_path / "x.csv"), "--build", str(tmp_path)])
        assert run.exit_code == 2
        assert "build" in run.output
        assert len(run.output.splitlines()) == 1


def test_every_line_that_is_called_right_can_be_followed(reading: Reading, tmp_path: Path) -> None:
    rows = [
        dict(row) | {"judgement": "same" if not row["reply"] else "right"}
        for row in to_review([reading], Log(), below=0.9, above=0.0)
    ]
    assert rows
    path = tmp_path / "all.csv"
    path.write_bytes(as_csv(rows))
    log = read_log(path)
    result = follow([reading], log)
    assert (result.faults, result.idle, len(result.decisions)) == ((), (), len(rows))
    assert to_json(result.readings[0])["text"] == reading.text
    outcome = build([REPLY], tmp_path / "out", ENTITY_BASE, lambda _: None, log=log)
    assert [violation for violation in outcome.violations if violation.severity == "Violation"] == []
