"""Questions over the build of the real reply."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.build import Outcome
from graph.cli import main
from tests.conftest import ROOT

WHERE = "SELECT ?name ?place WHERE { ?e a dai:Enterprise ; skos:prefLabel ?name ; dai:locatedIn/skos:prefLabel ?place } ORDER BY ?name ?place"


def _ask(build: Path, *arguments: str) -> tuple[int, str, str]:
    run = CliRunner().invoke(main, ["query", *arguments, "--build", str(build)])
    return run.exit_code, run.stdout, run.stderr


def test_who_is_located_where(built: tuple[Path, Outcome]) -> None:
    code, out, _ = _ask(built[0], WHERE, "--format", "json")
    rows = {(row["name"], row["place"]) for row in json.loads(out)}
    assert code == 0
    assert {("虎博科技", "东方明珠凯旋中心"), ("黑湖科技", "武夷路更新载体"), ("中颖电子", "长宁区")} <= rows


def test_table_and_csv(built: tuple[Path, Outcome]) -> None:
    _, table, _ = _ask(built[0], WHERE)
    _, text, _ = _ask(built[0], WHERE, "--format", "csv")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["name", "place"]
    assert len(table.splitlines()) == len(rows) + 1
    assert (
        len({line.index("长宁区") for line in table.splitlines() if line.endswith("长宁区") and len(line.split()[0]) == 4}) == 1
    )


def test_a_question_in_a_file(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text("ASK { ?s a dai:Scenario ; dai:status dai:planned }", encoding="utf-8")
    assert _ask(built[0], str(file))[1].splitlines()[-1] == "true"


@pytest.mark.parametrize("question", ["DESCRIBE <https://w3id.org/district-ai/id/District/310105>", "describe dai:Enterprise"])
def test_a_question_without_a_pattern_is_no_name_of_one(question: str, built: tuple[Path, Outcome]) -> None:
    code, out, error = _ask(built[0], question)
    assert (code, error) == (0, "")
    assert "长宁区" in out or "企业" in out


def test_what_one_reply_says(built: tuple[Path, Outcome]) -> None:
    question = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s dai:pilotedIn ?o } }"
    lines = (built[0] / "graph.nq").read_text(encoding="utf-8").splitlines()
    said = sum(line.split(" ")[1].endswith("#pilotedIn>") and line.endswith("#graph> .") for line in lines)
    assert said > 10
    assert _ask(built[0], question)[1].splitlines()[-1] == str(said)


def test_an_empty_answer_says_so(built: tuple[Path, Outcome]) -> None:
    assert "no rows" in _ask(built[0], "SELECT ?p WHERE { ?p a dai:Person }")[1]


def test_an_empty_answer_names_the_near_names(built: tuple[Path, Outcome]) -> None:
    run = CliRunner().invoke(
        main, ["query", "piloted-at", "--param", "place=北新泾街", "--build", str(built[0]), "--language", "zh"]
    )
    assert run.exit_code == 0
    assert run.stdout == "没有一行：图中没有符合这个问题的内容\n"
    assert run.stderr.startswith("note: the graph has no name 北新泾街; near it: 北新泾街道")


def test_a_name_that_is_bound_as_a_text_is_told_to_fit_none(built: tuple[Path, Outcome]) -> None:
    question = "SELECT ?e WHERE {{ ?e skos:prefLabel ?name FILTER({} = ?x) }}"
    code, out, error = _ask(built[0], question.format("?name"), "--param", "x=黑湖科技")
    assert (code, "no rows" in out) == (0, True)
    assert "names are texts in Chinese: ask for STR(?…) = ?x" in error
    assert "黑湖科技" in _ask(built[0], question.format("STR(?name)"), "--param", "x=黑湖科技")[1]
    assert "note" not in _ask(built[0], question.format("?name"), "--param", "x=没有这个")[2]


def test_a_server_that_a_question_calls_in_vain_is_one_line(built: tuple[Path, Outcome]) -> None:
    question = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    command = [sys.executable, "-m", "graph", "query", question, "--build", str(built[0])]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 2
    assert run.stderr.startswith("error: the question: ")
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("SELECT ?a WHERE {\n ?a foo:b ?c }", ("line 2", "column", "prefix")),
        ("SELECT ?a WHERE { ?a dai:b ", ("line 1", "column", "a brace { is not closed")),
        ("SELECT ?a WHERE { ?a a dia:Enterprise }", ("did you mean dai:",)),
        ("SELECT ?a WHERE { ?a a dai:Enterprise ；}", ("column 41", "write ; for ；")),
        ("SELCT ?a {}", ("did you mean SELECT?",)),
        ("SELECT a { ?a a dai:Enterprise }", ("a variable begins with ?",)),
        ("SELECT (COUNT(?a) ?n) { ?a a dai:Enterprise }", ("write AS ?n",)),
        ("SELECT ?a ?b { ?a a ?b } GROUP BY ?a", ("neither in GROUP BY", "SAMPLE")),
        ("SELECT ?a { ?a a dai:Enterprise } LIMIT ", ("a number stands after LIMIT",)),
        ("SELECT ?a { ?a a dai:Enterprise } ORDER ?a", ("write ORDER BY",)),
        ("SELECT ?a { FILTER(nonsense(?a)) }", ("no function nonsense",)),
        ("SELECT ?a { ?a a <not an iri> }", ("an IRI stands in < >",)),
        ('SELECT ?a { ?a skos:prefLabel "a }', ("a string is not closed",)),
        ("SELECT ?a ?b } { ?a a dai:Enterprise", ("line 1",)),
        ("DELETE WHERE { ?s ?p ?o }", ("update",)),
        ("no-such-file.rq", ("no saved question",)),
    ],
)
def test_faults_are_said_in_one_line(question: str, words: tuple[str, ...], built: tuple[Path, Outcome]) -> None:
    code, out, err = _ask(built[0], question)
    assert code == 2
    assert out == ""
    assert len(err.splitlines()) == 1
    assert all(word in err for word in words), err


def test_no_build(tmp_path: Path) -> None:
    code, _, err = _ask(tmp_path, WHERE)
    assert code == 2
    assert "build_graph.py" in err
