"""Each shape can fail, in the way that its case says; a validator that is not ours agrees."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from click.testing import CliRunner
from rdflib.namespace import RDF, SH
from rdflib.plugins.sparql import processor
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.sparql import Query

from graph.build import Outcome, build
from graph.cli import main
from graph.errors import BuildError
from graph.rdf import ENTITY_BASE, fill_and_validate, write_graph
from graph.rdf.store import open_build, open_file
from graph.rdf.validation import SHAPES, validate
from graph.rdf.validation.constraints import compile_shapes
from graph.replies import find_files, once, read_replies
from graph.resolution import resolve
from tests.conftest import REPLY, ROOT

BROKEN = Path(__file__).parent / "broken"
VALID = BROKEN / "valid.ttl"
CASES = sorted(BROKEN.glob("*.ru"))
PREFIXED = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix shape: <urn:s#> . @prefix dai: <https://w3id.org/district-ai/ontology#> .\n"


def _broken(case: Path) -> tuple[pyoxigraph.Store, set[str]]:
    text = case.read_text(encoding="utf-8")
    store = open_file(VALID)
    before = set(store)
    store.update(text)
    assert set(store) != before, "the case changes nothing"
    return store, set(text.splitlines()[0].removeprefix("# breaks: ").split(", "))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_broken_graph_breaks_its_shape(case: Path) -> None:
    store, expected = _broken(case)
    found = validate(store)
    assert expected <= {f"{v.shape} {v.component}" for v in found}
    assert all(v.message and v.message_zh and v.focus for v in found)


def test_everything_that_a_shape_says_has_a_broken_graph() -> None:
    covered = {name for case in CASES for name in _broken(case)[1]}
    assert {f"{constraint.shape} {constraint.component}" for constraint in compile_shapes()} == covered


def test_the_valid_graph_is_valid() -> None:
    assert validate(open_file(VALID)) == ()


def test_the_graph_of_the_annotated_replies_is_valid(tmp_path: Path) -> None:
    """Replies from all over the country, with their numbers, towns and issuers of every kind: every third, which is time enough."""
    parts = [ROOT / "data" / "gold" / part for part in ("dev", "fresh", "composed-services")]
    replies = read_replies(find_files(parts, lambda _: None)[::3], None, lambda _: None, encoder=False)
    assert not replies.faults
    # The graph alone: what is drawn and counted of so many takes as long again, and is held valid where it is made.
    write_graph(tmp_path, resolve(once(replies.readings)[0]))
    assert [v for v in fill_and_validate(tmp_path) if v.severity == "Violation"] == []


def _components(graph: rdflib.Graph) -> set[tuple[str, str, str]]:
    """Focus node, shape and parameter of each result of pySHACL's report."""
    found = set()
    for result in graph.subjects(RDF.type, SH.ValidationResult):
        component = str(graph.value(result, SH.sourceConstraintComponent)).rsplit("#", 1)[1].removesuffix("ConstraintComponent")
        by_question = graph.value(result, SH.sourceConstraint)
        shape = by_question if by_question is not None else graph.value(result, SH.sourceShape)
        name = component[0].lower() + component[1:]
        found.add((str(graph.value(result, SH.focusNode)), str(shape).rsplit("#", 1)[-1], "sparql" if name == "sPARQL" else name))
    return found


@cache
def _translated(question: str, base: str | None, prefixes: tuple[tuple[str, str], ...]) -> Query:
    return translateQuery(parseQuery(question), base, dict(prefixes))


@pytest.fixture
def each_question_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shapes' questions are the same in all cases, and reading one takes longer than answering it."""

    def translated(question: str, base: str | None = None, prefixes: Mapping[str, str] | None = None) -> Query:
        return _translated(question, base, tuple(sorted((prefixes or {}).items())))

    monkeypatch.setattr(processor, "parseQuery", str)
    monkeypatch.setattr(processor, "translateQuery", translated)


@pytest.mark.usefixtures("each_question_parsed_once")
@pytest.mark.parametrize("case", CASES[::4], ids=lambda case: case.stem)
def test_a_validator_that_is_not_ours_agrees(case: Path) -> None:
    store, _ = _broken(case)
    turtle = pyoxigraph.serialize((quad.triple for quad in store), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert turtle is not None
    data = rdflib.Graph().parse(data=turtle, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(SHAPES), advanced=True)
    ours = {(v.focus, v.shape, v.component) for v in validate(store)}
    assert ours == _components(report)


def test_the_real_graph_is_valid(built: tuple[Path, Outcome]) -> None:
    assert built[1].violations == ()
    run = CliRunner().invoke(main, ["validate", str(built[0])])
    assert (run.exit_code, run.stdout) == (0, "")
    assert "0 violations" in run.stderr


def test_a_violation_names_reply_shape_and_sentence(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    text = (built[0] / "graph.nq").read_text(encoding="utf-8")
    file = tmp_path / "graph.nq"
    file.write_text(text.replace('"虎博科技"@zh', '"虎博"@zh'), encoding="utf-8")
    run = CliRunner().invoke(main, ["validate", str(file)])
    assert run.exit_code == 1
    line = next(line for line in run.stdout.splitlines() if "evidence-in-text" in line)
    assert line.startswith(
        "violation: changning-2023-070: the reply does not hold these words at this position (答复的该位置不是这句原文)"
    )
    assert "«虎博»" in line
    (first, *_) = json.loads(CliRunner().invoke(main, ["validate", str(file), "--format", "json"]).stdout)
    assert first["reply"] == "changning-2023-070"


def test_a_build_with_a_violation_says_so_and_keeps_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from build_graph import main as build_main

    monkeypatch.setattr("graph.rdf.triples._INVERSE", {"partOf": "tenant"})
    run = CliRunner().invoke(build_main, [str(REPLY), "--out", str(tmp_path / "out")])
    assert run.exit_code == 1
    assert "not valid  violation: changning-2023-070: dai:tenant without the dai:locatedIn" in run.stdout
    assert (tmp_path / "out" / "map.html").is_file()


@pytest.mark.parametrize(
    "shape",
    [
        "shape:X a sh:PropertyShape ; sh:targetClass dai:Reply ; sh:path dai:nothing ; sh:minCount 1 .",
        "shape:X sh:targetClass dai:Reply ; sh:property [ sh:path dai:nothing ; sh:minCount 1 ] .",
        "shape:X sh:targetSubjectsOf dai:quotation ; sh:path dai:nothing ; sh:minCount 1 .",
    ],
    ids=["property", "untyped", "both"],
)
def test_a_shape_is_held_to_whatever_it_is_called(shape: str, tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(PREFIXED + shape, encoding="utf-8")
    found = {violation.focus for violation in validate(open_file(VALID), file)}
    assert found
    _, report, _ = pyshacl.validate(rdflib.Graph().parse(VALID), shacl_graph=rdflib.Graph().parse(file), advanced=True)
    assert isinstance(report, rdflib.Graph)
    assert found == {str(focus) for focus in report.objects(None, SH.focusNode)}


@pytest.mark.parametrize(
    ("shapes", "words"),
    [
        ("shape:X a sh:NodeShape ; sh:targetClass dai:Reply ; sh:closed true .", "sh:closed is not supported"),
        ("shape:X a sh:NodeShape ; sh:minCount 1 .", "the target of"),
        ("shape:X a sh:NodeShape ; sh:targetClass dai:Reply ; sh:property [ sh:path ( dai:a dai:b ) ] .", "path"),
        ("shape:X a", "no Turtle"),
        ("dai:Reply a <http://www.w3.org/2002/07/owl#Class> .", "no shape in it"),
        ("shape:X sh:targetNode dai:Reply ; sh:nodeKind sh:IRI .", "the target of"),
        (
            "shape:X sh:targetClass dai:Reply ; sh:property [ sh:path dai:text ; sh:property [ sh:path dai:id ; sh:minCount 1 ] ] .",
            "sh:property in a property shape is not supported",
        ),
        (
            'shape:X sh:targetClass dai:Reply ; sh:property [ sh:path dai:text ; sh:sparql [ sh:select "SELECT * WHERE { }" ] ] .',
            "sh:sparql in a property shape is not supported",
        ),
    ],
)
def test_shapes_that_cannot_be_used_are_refused(shapes: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(PREFIXED + shapes, encoding="utf-8")
    with pytest.raises(BuildError, match=words):
        validate(open_file(VALID), file)


@pytest.mark.parametrize(
    ("name", "text", "words"), [("x.nq", "<a> <b", "broken"), ("x.xyz", "", "format"), ("y.nq", None, "cannot be read")]
)
def test_a_graph_that_cannot_be_read(name: str, text: str | None, words: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = CliRunner().invoke(main, ["validate", str(tmp_path / name)])
    assert run.exit_code == 2
    assert words in run.stderr


def test_a_store_that_is_there_is_opened_and_survives_another_build(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(built[0], out)
    asked = open_build(out)
    count = len(asked)
    assert count == len((out / "graph.nq").read_text(encoding="utf-8").splitlines())
    other = tmp_path / "other.txt"
    other.write_text(
        "关于区政协十届二次会议第14号提案的答复\n\n王一委员：\n\n现答复如下：\n\n我区引进甲乙科技、丙丁智能等企业。\n\n长宁区商务委员会\n2024年5月6日\n",
        encoding="utf-8",
    )
    build([other], out, ENTITY_BASE, lambda _: None)
    assert len(asked) == count
    assert len(open_build(out)) < count
    assert sorted(p.name for p in (out / "store").iterdir() if p.is_dir()) == [(out / "store" / "current").read_text()]


def test_a_build_without_a_store_is_read_from_its_file(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    shutil.copy(built[0] / "graph.nq", tmp_path)
    assert len(open_build(tmp_path)) == len(open_build(built[0]))
