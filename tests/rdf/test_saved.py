"""Saved questions: each answers as its case says, is well declared, and takes any value without harm."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from graph.build import Outcome
from graph.cli import main
from graph.errors import QueryError
from graph.rdf.queries import Answer, ask, bind, parse, saved
from graph.rdf.store import open_build, open_file
from graph.rdf.vocabulary import ONTOLOGY, PREFIXES
from tests.conftest import ROOT

HERE = Path(__file__).parent
CASES = sorted((HERE / "answers").glob("*.json"))
EMPTY = pyoxigraph.Store()


@pytest.fixture(scope="module")
def real(built: tuple[Path, Outcome]) -> pyoxigraph.Store:
    return open_build(built[0])


def _small(insert: str) -> pyoxigraph.Store:
    store = open_file(HERE / "broken" / "valid.ttl")
    store.bulk_load(path=str(ONTOLOGY), format=pyoxigraph.RdfFormat.TURTLE)
    store.update(f"PREFIX : <http://example.org/id/> INSERT DATA {{ {insert} }}", prefixes=PREFIXES)
    return store


def _rows(answer: Answer) -> list[dict[str, str | None]]:
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_answer_is_that_of_its_case(case: Path, real: pyoxigraph.Store) -> None:
    expected: dict[str, Any] = json.loads(case.read_text(encoding="utf-8"))
    question = saved()[expected["question"]]
    store = _small(expected["insert"]) if "insert" in expected else real
    rows = _rows(ask(store, bind(question, expected["params"]), question.name))
    assert bool(rows) == bool(expected["has"])
    for facts in expected["has"]:
        assert any(facts.items() <= row.items() for row in rows), (facts, rows[:5])
    for facts in expected.get("lacks", []):
        assert not any(facts.items() <= row.items() for row in rows), facts


def test_every_saved_question_has_a_case_and_there_are_enough() -> None:
    assert {json.loads(case.read_text(encoding="utf-8"))["question"] for case in CASES} == saved().keys()
    assert len(saved()) >= 24


@pytest.mark.parametrize("name", saved())
def test_a_head_says_all_in_both_languages(name: str, real: pyoxigraph.Store) -> None:
    question = saved()[name]
    assert all(question.title.values()), name
    assert all(question.about.values()), name
    values = {p.name: p.example for p in question.parameters}
    answer = ask(real, bind(question, values), name)
    assert len(question.columns) == len(answer.columns), (question.columns, answer.columns)
    for parameter in question.parameters:
        assert f"# values: {parameter.name}" in question.text


@pytest.mark.parametrize("name", [n for n in saved() if n != "around"])
def test_no_answer_shows_an_iri(name: str, real: pyoxigraph.Store) -> None:
    question = saved()[name]
    answer = ask(real, bind(question, {p.name: p.example for p in question.parameters if p.required}), name)
    assert not answer.iris


@pytest.mark.parametrize("name", saved())
def test_a_file_is_sparql_as_it_stands(name: str) -> None:
    EMPTY.query(saved()[name].text, prefixes=PREFIXES)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.sampled_from(["name", "text"]))
def test_a_value_stays_a_value(value: str, kind: str) -> None:
    question = parse("q", f"# param: x | {kind} | required | a | b | c\nSELECT ?x WHERE {{\n  # values: x\n}}")
    assert ask(EMPTY, bind(question, {"x": value})).rows == ((value,),)
    free = parse("q", "SELECT ?x WHERE { }")
    assert ask(EMPTY, bind(free, {"x": value})).rows == ((value,),)


@pytest.mark.parametrize(
    ("kind", "value", "good"),
    [
        ("integer", "12", True),
        ("integer", "12 }", False),
        ("date", "2024-05-06", True),
        ("date", "May", False),
        ("iri", "urn:x", True),
        ("iri", "urn:x> <y", False),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: str, value: str, good: bool) -> None:
    question = parse("q", f"# param: x | {kind} | required | a | b | c\nSELECT ?x WHERE {{\n  # values: x\n}}")
    if good:
        assert ask(EMPTY, bind(question, {"x": value})).rows == ((value,),)
    else:
        with pytest.raises(QueryError, match=f"no {kind}"):
            bind(question, {"x": value})


def test_a_block_goes_behind_the_pattern_of_a_construct() -> None:
    bound = bind(parse("q", 'PREFIX a: <urn:a#> # { \nCONSTRUCT { <urn:s> a:p ?x, "{}" } WHERE { }'), {"x": "1"})
    assert [str(t.object) for t in ask(EMPTY, bound).triples or ()] == ['"1"', '"{}"']


def test_a_parameter_that_is_not_declared_well() -> None:
    with pytest.raises(QueryError, match="not declared well"):
        parse("q", "# param: x | colour | required | a | b | c\nASK {}")


def _query(build: Path, *arguments: str) -> tuple[int, str, str]:
    run = CliRunner().invoke(main, ["query", *arguments, "--build", str(build)])
    return run.exit_code, run.stdout, run.stderr


def test_the_list_shows_every_question_and_its_parameters(built: tuple[Path, Outcome]) -> None:
    for language in ("zh", "en"):
        code, out, _ = _query(built[0], "--list", "--language", language)
        assert code == 0
        for name, question in saved().items():
            assert f"{name}: {question.title[language]}" in out
            assert all(f"--param {p.name}={p.example}" in out for p in question.parameters)
    assert _query(built[0])[1] == _query(built[0], "--list")[1]


def test_asked_by_name_with_a_parameter(built: tuple[Path, Outcome]) -> None:
    code, out, _ = _query(built[0], "piloted-at", "--param", "place=北新泾街道", "--language", "zh")
    assert code == 0
    assert out.splitlines()[0].split() == ["场景", "状态", "答复", "原句"]
    assert "AI+社区" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["locatde"], ("no saved question", "near it: located")),
        (["纯属虚构"], ("no saved question", "--list")),
        (["tenants"], ("needs place", "--param place=长宁区")),
        (["tenants", "--param", "palce=长宁区"], ("no parameter palce", "place")),
        (["tenants", "--param", "place"], ("no value", "name=value")),
        (["counts", "--param", "foo=bar"], ("counts: it has no parameter foo", "its parameters are: none")),
        (["counts", "--param", "thing=bar"], ("no parameter thing", "its parameters are: none")),
        (["SELECT ?a { ?a a $b } # ?foo", "--param", "foo=bar"], ("no parameter foo", "its parameters are: a, b")),
        (["located", "--format", "ttl"], ("no graph", "CONSTRUCT")),
    ],
)
def test_slips_are_said_in_one_line(arguments: list[str], words: tuple[str, ...], built: tuple[Path, Outcome]) -> None:
    code, out, err = _query(built[0], *arguments)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert all(word in err for word in words), err


def test_a_question_that_runs_too_long_ends(built: tuple[Path, Outcome]) -> None:
    """In a process of its own, which has to end: within this one the question would go on to the end of all tests."""
    question = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    command = [sys.executable, "-m", "graph", "query", question, "--timeout", "0.2", "--build", str(built[0])]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert run.returncode == 2
    assert b"ran past 0.2 seconds" in run.stderr


def test_a_graph_comes_as_turtle_and_as_json_ld(built: tuple[Path, Outcome]) -> None:
    texts = {form: _query(built[0], "around", "--param", "name=黑湖科技", "--format", form)[1] for form in ("ttl", "jsonld")}
    kinds = {"ttl": pyoxigraph.RdfFormat.TURTLE, "jsonld": pyoxigraph.RdfFormat.JSON_LD}
    turtle, linked = ({q.triple for q in pyoxigraph.parse(texts[form], format=kinds[form])} for form in ("ttl", "jsonld"))
    assert turtle == linked
    assert len(turtle) > 20
    assert '"prefLabel": "黑湖科技"' in texts["jsonld"]


def test_an_iri_in_a_row_has_its_label(built: tuple[Path, Outcome]) -> None:
    question = 'SELECT ?e ?t WHERE { ?e skos:prefLabel "黑湖科技"@zh ; a ?t }'
    assert _query(built[0], question)[1].splitlines()[-1].split() == ["黑湖科技", "企业"]
    (row,) = json.loads(_query(built[0], question, "--format", "json")[1])
    assert row["eLabel"] == "黑湖科技"
    assert row["e"].startswith("https://")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("SELECT ?e { ?e a dai:Entreprise }", "dai:Entreprise is not in the vocabulary; near it: dai:Enterprise"),
        ("SELECT ?e { ?e a <https://w3id.org/district-ai/ontology#Firm> }", "dai:Firm is not in the vocabulary"),
        ("SELECT ?e { ?e a dai:Enterprise；}", "near it: dai:Enterprise"),
        ("SELECT ?e { ?e a dai:企业 }", "dai:企业 is not in the vocabulary; near it: dai:Enterprise"),
        ('SELECT ?e { ?e skos:prefLabel "黑湖科技" }', 'write "黑湖科技"@zh for "黑湖科技"\n'),
        ('SELECT ?e { ?e skos:prefLabel "黑湖科技"@zh-CN }', 'write "黑湖科技"@zh for "黑湖科技"@zh-CN\n'),
    ],
)
def test_an_empty_answer_names_what_the_vocabulary_does_not_have(question: str, words: str, built: tuple[Path, Outcome]) -> None:
    code, out, err = _query(built[0], question)
    assert code == 0
    assert "no rows" in out
    assert words in err


@pytest.mark.parametrize(
    "question", ['ASK { ?e skos:prefLabel "黑湖科技" }', 'SELECT (COUNT(*) AS ?n) { ?e skos:prefLabel "黑湖科技" }']
)
def test_a_no_and_a_nought_name_what_has_no_language(question: str, built: tuple[Path, Outcome]) -> None:
    assert 'write "黑湖科技"@zh for "黑湖科技"' in _query(built[0], question)[2]
    assert _query(built[0], question.replace('技"', '技"@zh'))[2] == ""


@pytest.mark.parametrize("rest", ['FILTER(CONTAINS(?n, "黑湖科技") && false)', '# "黑湖科技"', 'FILTER(?n = "没有这家科技")'])
def test_a_text_that_needs_no_language_or_is_no_name_is_not_told(rest: str, built: tuple[Path, Outcome]) -> None:
    question = f"SELECT ?n {{ ?e a dai:Person ; skos:prefLabel ?n {rest}\n}}"
    assert "language" not in _query(built[0], question)[2]


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        ("SELECT ?e { ?e a dai:Enterprise ； skos:prefLabel ?n }", "write ; for ；"),
        ("SELECT ?e { ?e a dia:Enterprise }", "the prefix dia: is not declared; did you mean dai:"),
        ("SELECT ?e { ?e a zzz:Enterprise }", "known are dai"),
        ("SELECT ?e { ?e a dai:Enterprise", "a brace { is not closed"),
        ("SELECT ?e { ?e a dai:Enterprise }}", "there is one } too many"),
        ('SELECT ?e { ?e skos:prefLabel "x }', "a string is not closed"),
        ("WHERE { ?e a dai:Enterprise }", "begins with SELECT"),
        ("SELECT ?e { ?e a dai:Enterprise ?f }", "may be missing"),
        ("SELECT ?e { ?e a dai:Enterprise }\nORDER BY", "may be missing"),
    ],
)
def test_a_syntax_error_has_line_column_and_a_hint(question: str, hint: str, built: tuple[Path, Outcome]) -> None:
    code, _, err = _query(built[0], question)
    assert code == 2
    assert re.search(r"line \d+, column \d+", err), err
    assert hint in err, err
