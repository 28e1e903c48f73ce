"""Every verb and every option is in the docs, and the verbs do what they say."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from build_graph import main as build_main
from graph.cli import main
from graph.reading.tagger.encoder import load_encoder, pretrained
from tests.conftest import GOLD, REPLY, ROOT

DOCS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
COMMANDS = {"build_graph.py": build_main, **{f"graph {name}": command for name, command in main.commands.items()}}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_in_the_docs(name: str) -> None:
    assert f"python {'-m ' if name.startswith('graph') else ''}{name}" in DOCS
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option):
            assert all(f"`{option}" in DOCS for option in parameter.opts), parameter.opts


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_says_what_each_is_for(name: str) -> None:
    run = CliRunner().invoke(COMMANDS[name], ["--help"])
    assert run.exit_code == 0
    assert len(run.stdout.splitlines()) >= 5


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_map_takes_folders_with_blanks_in_their_names(tmp_path: Path) -> None:
    out = tmp_path / "my map"
    out.mkdir()
    (out / "map.html").write_text('{"form":1,}', encoding="utf-8")
    asked = [
        "make",
        "--no-print-directory",
        "--always-make",
        "--dry-run",
        "map",
        "REPLIES=my replies",
        f"OUT={out}",
        "ENCODER=no",
    ]
    told = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    (line,) = (line for line in told.splitlines() if "build_graph.py" in line)
    words = shlex.split(line)[2:]
    assert words == ["my replies", "--out", str(out), "--no-encoder", "--positions", str(out / "map.html")]
    cleaned = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "clean", f"OUT={out}"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert shlex.split(cleaned.stdout)[:3] == ["rm", "-rf", str(out)]


def test_the_time_limit_of_serve_is_said_to_begin_where_it_does() -> None:
    told = " ".join(CliRunner().invoke(main, ["serve", "--help"]).stdout.split())
    for words in (told, DOCS):
        assert "question may take from when it is known to be a slow one" in words


def test_one_version_is_told_everywhere() -> None:
    run = CliRunner().invoke(main, ["--version"])
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert run.stdout.split()[-1] == told
    assert f'owl:versionInfo "{told}"' in (ROOT / "ontology.ttl").read_text(encoding="utf-8")


def test_text_prints_what_the_offsets_point_into() -> None:
    text = CliRunner().invoke(main, ["text", str(REPLY)]).stdout
    form = json.loads(CliRunner().invoke(main, ["read", str(REPLY)]).stdout)
    assert text == form["text"]
    for claim in (*form["entities"], *form["relations"], *form["indicators"]):
        for evidence in claim["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_what_goes_into_a_file_is_utf8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    reply = tmp_path / "reply.txt"
    reply.write_text(REPLY.read_text(encoding="utf-8") + "😀", encoding="utf-8")
    for arguments in (["text", str(reply)], ["read", str(reply)]):
        command = [sys.executable, "-m", "graph", *arguments]
        run = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONIOENCODING": "gbk"}, capture_output=True, check=True)
        assert "😀" in run.stdout.decode("utf-8")


def test_read_goes_on_behind_a_bad_file(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("没有。", encoding="utf-8")
    run = CliRunner().invoke(main, ["read", str(bad), str(REPLY)])
    assert run.exit_code == 1
    assert len(run.stdout.splitlines()) == 1
    assert "bad.txt" in run.stderr
    assert CliRunner().invoke(main, ["read", str(bad)]).exit_code == 2


def test_read_says_that_a_folder_holds_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    run = CliRunner().invoke(main, ["read", str(tmp_path)])
    assert run.exit_code == 2
    assert run.stderr.splitlines()[1:] == [
        f"error: {tmp_path}: there is no readable file in it; put replies there as .txt, .html, .docx or .pdf"
    ]


def test_a_higher_confidence_keeps_less_and_doubts_are_listed() -> None:
    def count(*more: str) -> int:
        return len(json.loads(CliRunner().invoke(main, ["read", str(REPLY), *more]).stdout)["entities"])

    assert count("--min-confidence", "0.9") < count() <= count("--min-confidence", "0.2")
    doubts = CliRunner().invoke(main, ["read", str(REPLY), "--doubts"]).stdout
    assert "unsure" in doubts
    text = "".join(CliRunner().invoke(main, ["text", str(REPLY)]).stdout.split())
    for line in doubts.splitlines():
        name, at, sentence = (line.split("\t")[k] for k in (2, 5, 6))
        assert at.isdigit()
        assert name in sentence.replace(" ", "")
        assert "".join(sentence.split()) in text


def test_the_replying_place_and_office_stay_whatever_the_limit() -> None:
    form = json.loads(CliRunner().invoke(main, ["read", str(REPLY), "--min-confidence", "1"]).stdout)
    assert {"长宁区", "上海市", "长宁区科学技术委员会"} <= {entity["name"] for entity in form["entities"]}


def test_what_only_a_relation_speaks_of_goes_with_it_when_the_limit_rises() -> None:
    def sectors(limit: str) -> tuple[set[str], set[str], list[float]]:
        form = json.loads(CliRunner().invoke(main, ["read", str(REPLY), "--min-confidence", limit]).stdout)
        found = [entity for entity in form["entities"] if entity["type"] == "Sector"]
        told = {relation["to"] for relation in form["relations"] if relation["type"] == "inSector"}
        return {entity["name"] for entity in found}, told, [entity["confidence"] for entity in found]

    named, told, _ = sectors("0.5")
    assert named == told != set()
    assert sectors("1") == (set(), set(), [])
    for limit in ("0.6", "0.7", "0.8", "0.9"):
        named, told, confidences = sectors(limit)
        assert named == told
        assert all(c >= float(limit) for c in confidences)


def test_evaluate_agrees_with_what_is_known_of_the_real_reply() -> None:
    gold = ROOT / "data" / "gold" / "dev" / "changning-2023-070.json"
    run = CliRunner().invoke(main, ["evaluate", "--gold", str(gold), "--misses"])
    assert run.exit_code == 0, run.stderr
    assert "core                 P 1.000  R 1.000  F1 1.000" in run.stdout


def test_evaluate_tells_the_replies_that_were_looked_up_from_the_others(tmp_path: Path) -> None:
    dev, part = ROOT / "data" / "gold" / "dev", tmp_path / "kept"
    part.mkdir()
    for name in ("changning-2023-070", "cn-01"):
        for ending in (".json", ".txt"):
            (part / f"{name}{ending}").write_bytes((dev / f"{name}{ending}").read_bytes())
    whole = CliRunner().invoke(main, ["evaluate", "--gold", str(tmp_path)]).stdout
    assert "unseen" not in whole
    (tmp_path / "looked_up.tsv").write_text("# why\nkept\tcn-01\nother\tchangning-2023-070\n", encoding="utf-8")
    told = CliRunner().invoke(main, ["evaluate", "--gold", str(tmp_path)]).stdout
    one = CliRunner().invoke(main, ["evaluate", "--gold", str(part / "changning-2023-070.json")]).stdout
    (core,) = (line.split(maxsplit=1)[1] for line in told.splitlines() if line.startswith("unseen    core"))
    assert f"summary   {core}" in one
    assert [line for line in told.splitlines() if not line.startswith("unseen")] == whole.splitlines()


def test_looked_up_replies_are_annotated_ones() -> None:
    gold = ROOT / "data" / "gold"
    rows = [line.split("\t") for line in (gold / "looked_up.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert rows
    assert [row for row in rows if not (gold / row[0] / f"{row[1]}.json").is_file()] == []


def test_evaluate_without_annotations(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["evaluate", "--gold", str(tmp_path)])
    assert run.exit_code == 2
    assert str(tmp_path) in run.stderr


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("evaluate", ("--gold",)),
        ("evaluate", ("--gold", str(GOLD), "--texts")),
        ("calibrate", ("--gold", str(GOLD.parent), "--fresh")),
        ("train", ("--gold",)),
        ("train", ("--gold", str(GOLD.parent), "--composed")),
        ("train", ("--places", "--placed")),
    ],
)
def test_annotations_or_texts_that_are_not_there_are_told_so(command: str, options: tuple[str, ...], tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    run = CliRunner().invoke(main, [command, *options, str(nowhere)])
    assert run.exit_code == 2
    assert run.stderr == f"error: {nowhere}: there is no such file or folder; check the path\n"


@pytest.mark.parametrize("command", ["text", "read"])
def test_that_stdin_is_not_read_is_told(command: str) -> None:
    run = CliRunner().invoke(main, [command, "-"], input="关于第7号提案的答复")
    assert (run.exit_code, run.stderr) == (2, "error: -: stdin is not read; save the reply as a file and name it\n")


def test_a_miss_says_by_its_sign_whether_it_was_read_or_annotated(tmp_path: Path) -> None:
    told = json.loads(GOLD.read_text(encoding="utf-8"))
    invented = {"type": "Enterprise", "name": "无此公司"}
    kept = [entity for entity in told["entities"] if entity["name"] != "虎博科技"]
    (tmp_path / GOLD.name).write_text(json.dumps(told | {"entities": [*kept, invented]}), encoding="utf-8")
    run = CliRunner().invoke(main, ["evaluate", "--gold", str(tmp_path), "--texts", str(GOLD.parent), "--misses"])
    assert "changning-2023-070  +Enterprise 虎博科技\n" in run.stdout
    assert "changning-2023-070  -Enterprise 无此公司\n" in run.stdout
    asked = " ".join(CliRunner().invoke(main, ["evaluate", "--help"]).stdout.split())
    assert "and of the heading: + was read and is not annotated, - is annotated and was not read" in asked


def test_the_encoder_that_is_not_installed_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    load_encoder.cache_clear()
    monkeypatch.setattr(pretrained, "PACKAGE", "no_such_package_of_weights")
    for command, arguments in ((main, ["read", "--encoder", str(REPLY)]), (build_main, ["--encoder", str(REPLY)])):
        run = CliRunner().invoke(command, arguments)
        assert run.exit_code == 2
        assert run.stderr == (
            "error: encoder: the package no_such_package_of_weights with the encoder is not installed; make install-encoder\n"
        )
        assert run.stdout == ""


def test_where_it_is_left_open_and_not_installed_it_is_done_without_and_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    load_encoder.cache_clear()
    monkeypatch.setattr(pretrained, "PACKAGE", "no_such_package_of_weights")
    monkeypatch.delenv("GRAPH_ENCODER")
    run = CliRunner().invoke(main, ["read", str(REPLY)])
    assert (run.exit_code, json.loads(run.stdout).get("encoder")) == (0, None)
    run = CliRunner().invoke(build_main, [str(REPLY), "--out", str(tmp_path / "out")])
    assert run.exit_code == 0
    assert "the encoder is not installed, so that fewer names are found: make install-encoder\n" in run.stderr


def test_where_it_is_left_open_and_installed_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    if not pretrained.is_installed():
        pytest.skip("the extra for the encoder is not installed")
    monkeypatch.delenv("GRAPH_ENCODER")
    for options, asked in (([], load_encoder().version), (["--no-encoder"], None)):
        run = CliRunner().invoke(main, ["read", *options, str(REPLY)])
        assert (run.exit_code, json.loads(run.stdout).get("encoder")) == (0, asked)


@pytest.mark.parametrize("option", ["--encoder", "--no-encoder"])
def test_the_encoder_is_for_replies_and_not_for_a_server(option: str, tmp_path: Path) -> None:
    run = CliRunner().invoke(build_main, ["--store", "http://127.0.0.1:9/", option, "--out", str(tmp_path / "out")])
    assert run.exit_code == 2
    assert "--encoder" in run.stderr
    assert not (tmp_path / "out").exists()
