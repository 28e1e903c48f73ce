"""``stats`` from outside: every form, what a spreadsheet and other programs read, and what misuse gets."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import igraph
import networkx as nx
import pytest
from click.testing import CliRunner, Result

from graph.build import Outcome, build
from graph.cli import main
from graph.network.tables import BY, TABLES, Table, to_csv
from graph.rdf import ENTITY_BASE
from graph.rdf.vocabulary import label
from tests.network.conftest import Several


def _stats(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["stats", "--build", str(folder), *arguments])


def test_the_overview(built: tuple[Path, Outcome]) -> None:
    run = _stats(built[0])
    assert run.exit_code == 0
    for words in ("Enterprise", "74 entities", "articulation points", "no communities", "z 1.", "betweenness"):
        assert words in run.stdout, words
    assert json.loads(_stats(built[0], "--format", "json").stdout)["schema"].endswith("/2")


@pytest.mark.parametrize("by", sorted(BY))
def test_by_each(several: Several, by: str) -> None:
    table = _stats(several.folder, "--by", by)
    assert table.exit_code == 0, table.stderr
    rows = list(csv.reader(io.StringIO(_stats(several.folder, "--by", by, "--format", "csv").stdout)))
    form = json.loads(_stats(several.folder, "--by", by, "--format", "json").stdout)
    assert len(rows) - 1 == len(form) > 0
    assert list(form[0]) == rows[0]


@pytest.mark.parametrize("name", ["whole", "enterprises", "scenarios", "carriers"])
def test_each_network_is_said_in_words_and_exported(several: Several, name: str, tmp_path: Path) -> None:
    words = _stats(several.folder, "--network", name).stdout
    assert several.figures["networks"][name]["definition_zh"] in words
    form = json.loads(_stats(several.folder, "--network", name, "--format", "json").stdout)
    links = list(csv.DictReader(io.StringIO(_stats(several.folder, "--network", name, "--format", "csv").stdout)))
    assert len(links) == len(form["links"]) == form["structure"]["links"]
    file = tmp_path / "network.graphml"
    file.write_text(_stats(several.folder, "--network", name, "--format", "graphml").stdout, encoding="utf-8")
    for peer in (nx.read_graphml(file), nx.Graph(igraph.Graph.Read_GraphML(str(file)).to_networkx())):
        assert (peer.number_of_nodes(), peer.number_of_edges()) == (form["structure"]["nodes"], form["structure"]["links"])


def test_communities_of_one_network(several: Several) -> None:
    for name in ("whole", "carriers"):
        run = _stats(several.folder, "--by", "community", "--network", name)
        assert run.exit_code == 0, run.stderr
        assert run.stdout.strip()


def test_that_there_are_no_communities_is_said_once_with_its_z(built: tuple[Path, Outcome]) -> None:
    z = round(json.loads(_stats(built[0], "--format", "json").stdout)["communities"]["z"], 1)
    english = f"no communities: the network is no more clustered than chance (z {z}, below 3)"
    chinese = f"没有群体：这个网络并不比随机图更成群（z {z}，低于 3）"
    assert _stats(built[0], "--by", "community").stdout == f"{english}\n"
    assert _stats(built[0], "--by", "community", "--language", "zh").stdout == f"{chinese}\n"
    assert english in _stats(built[0]).stdout
    assert chinese in _stats(built[0], "--language", "zh").stdout


@pytest.mark.parametrize("by", sorted(BY))
def test_tables_in_chinese_are_the_english_ones_in_other_words(several: Several, by: str) -> None:
    english, chinese = (
        list(csv.reader(io.StringIO(_stats(several.folder, "--by", by, "--format", "csv", "--language", language).stdout)))
        for language in ("en", "zh")
    )
    assert english == list(csv.reader(io.StringIO(_stats(several.folder, "--by", by, "--format", "csv").stdout)))
    assert not [name for name in chinese[0] if name != "IRI" and re.search("[A-Za-z]", name)]
    assert len(set(chinese[0])) == len(english[0])
    said = {"kind", "type", "status"}
    for told, ours in zip(english[1:], chinese[1:], strict=True):
        for column, before, after in zip(english[0], told, ours, strict=True):
            assert after == (label(before) if column in said and before else before)


def test_all_that_is_printed_in_chinese(several: Several) -> None:
    whole = _stats(several.folder, "--language", "zh").stdout
    for words in ("类别  ", "商圈", "试点于", "个实体，", "个连通分量", "PageRank", "群体"):
        assert words in whole
    network = _stats(several.folder, "--network", "enterprises", "--language", "zh").stdout
    assert several.figures["networks"]["enterprises"]["definition_zh"] in network
    assert several.figures["networks"]["enterprises"]["definition_en"] not in network
    links = _stats(several.folder, "--network", "scenarios", "--format", "csv", "--language", "zh").stdout
    assert links.startswith("起点,起点名称,终点,终点名称,权重,共有")
    assert _stats(several.folder, "--keys", "--language", "zh").stdout.split()[:2] == ["键", "值"]
    explained = _stats(several.folder, "--explain", "counts/by_relation/locatedIn", "--language", "zh").stdout
    assert "计入的关系：" in explained
    assert re.search(r"\n    已有 +\S+ 位于 ", explained)
    assert not re.search("locatedIn|existing|sentences|counted", explained.partition("\n")[2])
    for key in ("replies", "structure/density", "counts/by_type/Enterprise", "gaps/310105/without"):
        run = _stats(several.folder, "--explain", key, "--language", "zh")
        assert run.exit_code == 0, run.stderr
    as_english = [_stats(several.folder, "--format", "json", "--language", language).stdout for language in ("zh", "en")]
    assert as_english[0] == as_english[1]


def test_a_figure_is_explained_in_each_form(built: tuple[Path, Outcome]) -> None:
    key = "places/Carrier/310105/武夷路更新载体/enterprises/existing"
    table = _stats(built[0], "--explain", key).stdout
    assert f"{key} = 1" in table
    assert "黑湖科技 locatedIn 武夷路更新载体" in table
    assert "推动黑湖科技入驻武夷路" in table
    form = json.loads(_stats(built[0], "--explain", key, "--format", "json").stdout)
    assert (form["value"], form["counted"], form["number"], len(form["sentences"])) == (1, "entities", 1, 1)
    assert "黑湖科技" in _stats(built[0], "--explain", key, "--format", "csv").stdout
    assert key in _stats(built[0], "--keys").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--network", "friends"], "choose one of whole, enterprises, scenarios, carriers"),
        (["--by", "colour"], "colour"),
        (["--explain", "no/such/figure"], "no figure has this key"),
        (["--network", "whole", "--by", "place"], "do not go together"),
        (["--by", "place", "--explain", "replies"], "do not go together"),
        (["--format", "graphml"], "--network NAME"),
    ],
)
def test_misuse_is_two(built: tuple[Path, Outcome], arguments: list[str], words: str) -> None:
    run = _stats(built[0], *arguments)
    assert run.exit_code == 2
    assert words in run.stderr
    assert run.stdout == ""
    assert len([line for line in run.stderr.splitlines() if "rror: " in line]) == 1


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of a reply that names nothing."""
    folder = tmp_path_factory.mktemp("bare")
    text = "对第3号提案的答复\n\n委员：\n您的提案收悉。您的意见很好，我们将认真研究。\n感谢您的关心与支持。\n"
    (folder / "bare.txt").write_text(text, encoding="utf-8")
    build([folder / "bare.txt"], folder / "out", ENTITY_BASE, lambda _: None)
    return folder / "out"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "no communities: no relation, so no community"),
        (["--by", "place"], "no rows: the graph has nothing of the kind"),
        (["--by", "sector"], "no rows"),
        (["--by", "community"], "no communities: no relation, so no community"),
        (["--by", "community", "--language", "zh"], "没有群体：没有任何关系"),
        (["--language", "zh"], "没有群体：没有任何关系"),
        (["--by", "place", "--language", "zh"], "没有一行：图中没有这一类内容"),
        (["--by", "place", "--format", "json"], "[]"),
        (["--by", "place", "--format", "csv"], "enterprises_existing"),
        (["--network", "enterprises"], "0 entities"),
        (["--network", "scenarios", "--format", "csv"], "source_name"),
        (["--network", "carriers", "--format", "graphml"], "<graphml"),
        (["--explain", "replies"], "replies = 1"),
    ],
)
def test_a_build_without_anything_says_so(bare: Path, arguments: list[str], words: str) -> None:
    run = _stats(bare, *arguments)
    assert run.exit_code == 0, run.stderr
    assert words in run.stdout
    assert "nan" not in run.stdout.lower()


def test_files_of_a_build_without_anything(bare: Path) -> None:
    json.loads((bare / "statistics.json").read_text(encoding="utf-8"), parse_constant=pytest.fail)
    for file in (*(bare / "statistics").iterdir(), bare / "report.html"):
        assert "NaN" not in file.read_text(encoding="utf-8-sig")
    assert "没有提及任何企业" in (bare / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "content", "arguments", "words"),
    [
        ("statistics.json", None, [], "there is no build"),
        ("statistics.json", "{", [], "broken"),
        ("statistics.json", "[]", [], "this version"),
        ("statistics.json", '{"schema": "https://w3id.org/district-ai/statistics/1"}', [], "this version"),
        ("readings.jsonl", None, ["--explain", "replies"], "missing"),
        ("readings.jsonl", '{"id": 1}\n', ["--explain", "replies"], "broken"),
    ],
)
def test_a_broken_build_is_said(
    built: tuple[Path, Outcome], tmp_path: Path, file: str, content: str | None, arguments: list[str], words: str
) -> None:
    folder = tmp_path / "build"
    folder.mkdir()
    for name in ("statistics.json", "readings.jsonl"):
        shutil.copy(built[0] / name, folder / name)
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_text(content, encoding="utf-8")
    run = _stats(folder, *arguments)
    assert run.exit_code == 2
    assert words in run.stderr
    assert file in run.stderr


def test_tables_open_in_a_spreadsheet(several: Several) -> None:
    folder = several.folder / "statistics"
    assert {file.stem for file in folder.iterdir()} == set(TABLES)
    for name in TABLES:
        data = (folder / f"{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), "a spreadsheet takes it for another encoding without the mark"
        assert b"\r\r\n" not in data
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        assert all(len(row) == len(rows[0]) for row in rows)
    assert "长宁区" in (folder / "places.csv").read_text(encoding="utf-8-sig")


def test_a_name_is_no_formula() -> None:
    text = to_csv(Table(("name", "n"), (("=HYPERLINK(1)", -0.5), ("@x", 1), ("+智", None))))
    assert text == "name,n\r\n'=HYPERLINK(1),-0.5\r\n'@x,1\r\n'+智,\r\n"
