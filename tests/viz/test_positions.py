"""Who was on the last map stays where he was; the same build gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks.page_replies import replies_of
from build_graph import main
from graph.build import Outcome
from graph.errors import UsageError
from graph.records import Reading
from tests.conftest import REPLY
from tests.viz.conftest import one_firm, written
from viz import last_positions
from viz.data import BEGIN


def _data(page: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.read_text(encoding="utf-8").partition(BEGIN)[2].partition("</script>")[0])
    return found


def test_the_same_readings_give_the_same_bytes(fixed: Reading, tmp_path: Path) -> None:
    first, second = (written([fixed], tmp_path / name) for name in ("a.html", "b.html"))
    assert first.read_bytes() == second.read_bytes()
    again = written([fixed], tmp_path / "c.html", positions=first)
    assert again.read_bytes() == first.read_bytes()


def test_everything_stays_when_a_reply_is_added(fixed: Reading, tmp_path: Path) -> None:
    first = written([fixed], tmp_path / "a.html", figures=False)
    more = written([fixed, one_firm("甲科技", "上海硅巷", "more")], tmp_path / "b.html", positions=first, figures=False)
    before, after = last_positions(first), last_positions(more)
    assert set(after) == {"whole", "where", "pilots"}
    for view, at in before.items():
        assert {iri: after[view][iri] for iri in at} == at
    assert len(after["whole"]) == len(before["whole"]) + 1
    assert len(set(after["whole"].values())) == len(after["whole"])


def test_a_large_graph_stays_where_it_was_too(tmp_path: Path) -> None:
    *known, last = replies_of(1000)
    first = written(known, tmp_path / "a.html", figures=False)
    more = written([*known, last], tmp_path / "b.html", positions=first, figures=False)
    before, after = last_positions(first)["whole"], last_positions(more)["whole"]
    assert {iri: after[iri] for iri in before} == before
    assert len(after) > len(before)
    assert len(set(after.values())) == len(after)


@pytest.mark.parametrize("content", ["", "<html></html>", BEGIN + "{}</script>", BEGIN + "[1</script>"])
def test_a_file_without_positions_is_named(content: str, tmp_path: Path) -> None:
    page = tmp_path / "odd.html"
    page.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"odd\.html"):
        last_positions(page)
    with pytest.raises(UsageError, match=r"none\.html"):
        last_positions(tmp_path / "none.html")


def test_the_command_takes_the_last_map_and_refuses_another_file(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    map_file = built[0] / "map.html"
    run = CliRunner().invoke(main, [str(REPLY), "--out", str(tmp_path / "out"), "--positions", str(map_file)])
    assert run.exit_code == 0, run.stderr
    assert _data(tmp_path / "out" / "map.html")["nodes"] == _data(map_file)["nodes"]
    bad = CliRunner().invoke(main, [str(REPLY), "--out", str(tmp_path / "no"), "--positions", str(REPLY)])
    assert bad.exit_code == 2
    assert bad.stderr.count("\n") == 1
    assert REPLY.name in bad.stderr
    assert not (tmp_path / "no").exists()
