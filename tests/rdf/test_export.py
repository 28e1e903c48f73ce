"""Exports: what others read is what the graph says, byte for byte the same each time."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
from click.testing import CliRunner
from lxml import etree

from build_graph import main as build_main
from graph.build import Outcome
from graph.cli import main
from graph.errors import UsageError
from graph.rdf import ENTITY_BASE
from graph.rdf.export import FORMATS, export, write
from graph.rdf.store import open_build, open_file
from tests.conftest import REPLY

BLACK_LAKE = f"{ENTITY_BASE}Enterprise/黑湖科技"


@pytest.fixture(scope="module")
def exported(built: tuple[Path, Outcome], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    for form in FORMATS:
        out = folder if form == "csv" else folder / f"graph.{form}"
        run = CliRunner().invoke(main, ["export", form, "--build", str(built[0]), "--out", str(out)])
        assert run.exit_code == 0, run.output
    return folder


@pytest.mark.parametrize("form", ["ttl", "nq"])
def test_the_same_bytes_as_the_build(form: str, exported: Path, built: tuple[Path, Outcome]) -> None:
    assert (exported / f"graph.{form}").read_bytes() == (built[0] / f"graph.{form}").read_bytes()


def test_the_same_graph_gives_the_same_bytes(exported: Path, built: tuple[Path, Outcome]) -> None:
    lines = (built[0] / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    other = exported / "other.nq"
    other.write_text("".join(reversed(lines)), encoding="utf-8")
    for form in FORMATS:
        for name, pieces in export(open_file(other), form):
            assert "".join(pieces).encode() == (exported / name).read_bytes(), name


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper (Debian's raptor2-utils) is not installed")
@pytest.mark.parametrize(("form", "syntax"), [("ttl", "turtle"), ("nq", "nquads")])
def test_a_parser_that_is_not_ours_counts_the_same(form: str, syntax: str, exported: Path) -> None:
    file = exported / f"graph.{form}"
    run = subprocess.run(["rapper", "-c", "-i", syntax, str(file)], capture_output=True, text=True, timeout=600, check=True)
    count = len(open_file(file))
    assert f"returned {count} triples" in run.stderr


def test_json_ld_says_what_turtle_says_and_reads_well(exported: Path) -> None:
    def triples(name: str) -> set[pyoxigraph.Triple]:
        return {quad.triple for quad in open_file(exported / name)}

    assert triples("graph.jsonld") == triples("graph.ttl")
    document = json.loads((exported / "graph.jsonld").read_text(encoding="utf-8"))
    (firm,) = [node for node in document["@graph"] if node["@id"] == "Enterprise/黑湖科技"]
    assert firm["@type"] == "Enterprise"
    assert firm["prefLabel"] == "黑湖科技"
    assert firm["status"] == "dai:existing"
    assert "Carrier/310105/武夷路更新载体" in firm["locatedIn"]
    assert all(not key.startswith("http") for node in document["@graph"] for key in node)


@pytest.mark.parametrize("base", ["https://example.org/g/", "https://example.org/g#", "urn:example:"])
def test_json_ld_says_what_turtle_says_whatever_the_iris_begin_with(base: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = CliRunner().invoke(build_main, [str(REPLY), "--out", str(out), "--base-iri", base, "--no-encoder"])
    assert run.exit_code == 0, run.output
    graphs = {str(graph)[1:-1] for graph in open_build(out).named_graphs()}
    assert len(graphs) == 2
    assert all(graph.startswith(base) and graph.count("#") == 1 for graph in graphs)
    write(tmp_path / "graph.jsonld", [piece for _, pieces in export(open_build(out), "jsonld") for piece in pieces])
    theirs, ours = ({quad.triple for quad in open_file(file)} for file in (tmp_path / "graph.jsonld", out / "graph.ttl"))
    assert theirs == ours


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_programs_for_networks_read_labels_types_status_and_sentences(form: str, exported: Path) -> None:
    read = nx.read_graphml if form == "graphml" else nx.read_gexf
    network = read(exported / f"graph.{form}")
    firm = network.nodes[BLACK_LAKE]
    assert (firm["label"], firm["kind"], firm["kind_zh"], firm["status"]) == ("黑湖科技", "Enterprise", "企业", "existing")
    edges = [facts for source, _, facts in network.edges(data=True) if source == BLACK_LAKE and facts["relation"] == "locatedIn"]
    assert len(edges) == 2
    assert any("入驻武夷路 更新载体" in facts["sentence"] for facts in edges)
    assert "lastmodified" not in (exported / f"graph.{form}").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_every_edge_has_an_id_of_its_own(form: str, exported: Path, built: tuple[Path, Outcome]) -> None:
    """Gephi passes over an edge whose id is there already; networkx does not look at it."""
    edges = list(etree.parse(exported / f"graph.{form}").iterfind(".//{*}edge"))
    assert len({edge.get("id") for edge in edges}) == len(edges) == len(built[1].resolution.statements)


def test_csv_opens_in_a_spreadsheet(exported: Path, built: tuple[Path, Outcome]) -> None:
    for name in ("nodes.csv", "edges.csv"):
        assert (exported / name).read_bytes().startswith(b"\xef\xbb\xbf")
    nodes = list(csv.DictReader(io.StringIO((exported / "nodes.csv").read_text(encoding="utf-8-sig"))))
    edges = list(csv.DictReader(io.StringIO((exported / "edges.csv").read_text(encoding="utf-8-sig"))))
    resolution = built[1].resolution
    assert {row["Id"] for row in nodes} >= {row["Source"] for row in edges} | {row["Target"] for row in edges}
    assert any(reading.indicators for reading in resolution.readings)
    assert len(nodes) == len(resolution.entities)
    assert len(edges) == len(resolution.statements)
    (row,) = [r for r in edges if r["SourceName"] == "虎博科技" and r["TargetName"] == "东方明珠凯旋中心"]
    assert (row["关系"], row["Status"], row["Replies"], row["Evidence"]) == ("位于", "existing", "changning-2023-070", "1")


def test_a_name_that_is_a_formula_is_not_run() -> None:
    store = open_file(Path(__file__).parent / "broken" / "valid.ttl")
    store.update(
        'DELETE { ?s ?p ?o } INSERT { ?s ?p "=cmd|calc\\u0001"@zh } WHERE { ?s ?p ?o FILTER(STR(?o) = "甲科技" && !CONTAINS(STR(?p), "quotation")) }'
    )
    texts = {name: "".join(pieces) for form in ("csv", "graphml") for name, pieces in export(store, form)}
    assert ",'=cmd|calc" in texts["nodes.csv"]
    assert nx.parse_graphml(texts["graph.graphml"]).nodes["http://example.org/id/jia"]["label"].startswith("=cmd|calc")


def test_to_stdout_and_faults(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    build = str(built[0])
    assert CliRunner().invoke(main, ["export", "ttl", "--build", build]).stdout_bytes == (built[0] / "graph.ttl").read_bytes()
    assert "folder" in CliRunner().invoke(main, ["export", "csv", "--build", build]).stderr
    (tmp_path / "file").touch()
    run = CliRunner().invoke(main, ["export", "ttl", "--build", build, "--out", str(tmp_path / "file" / "x.ttl")])
    assert run.exit_code == 2
    assert "choose another --out" in run.stderr
    assert len(open_build(built[0])) > 0


def test_a_link_leads_to_the_file_and_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target.ttl", tmp_path / "link.ttl"
    link.symlink_to(target)
    for text in ("one", "two"):
        write(link, [text])
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == text
    assert sorted(tmp_path.iterdir()) == [link, target]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        write(pipe, ["one", "two"])
        assert reader.communicate(timeout=20)[0] == b"onetwo"
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_where_a_file_cannot_be_written_the_system_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"file/graph.ttl: (?:not a directory|file exists); choose another --out"):
        write(tmp_path / "file" / "graph.ttl", [])
