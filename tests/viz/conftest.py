"""Pages opened in the browser from disk with no network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.page_replies import divided, replies_of
from graph.network import network_of, statistics_of
from graph.rdf import ENTITY_BASE
from graph.rdf.store import adopt, fill
from graph.rdf.triples import write_nquads
from graph.reading.forms import from_json
from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from graph.resolution import resolve
from tests.conftest import CHROMIUM
from viz import last_positions, write_map

PICTURES = Path(__file__).parents[2] / "test-output" / "page"
DESK = {"width": 1400, "height": 900}
in_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the page's tests are skipped"),
]


class Opened:
    """A page with what it complained of and asked for."""

    def __init__(self, browser: Any, file: Path, address: str = "", **options: Any) -> None:
        self.file = file
        self.context = browser.new_context(offline=True, **({"viewport": DESK} | options))
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda m: self.faults.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.goto(file.as_uri() + address)
        self.page.wait_for_selector("html[data-ready]")

    def rows(self) -> list[str]:
        """Names in the list."""
        names: list[str] = self.page.locator("#list .name").all_text_contents()
        return names

    def drawn(self) -> list[str]:
        """Labels in the drawing, as its export has them."""
        with self.page.expect_download() as waiting:
            self.export("svg")
        from lxml import etree

        tree = etree.parse(waiting.value.path())
        return [text.text for text in tree.iter("{http://www.w3.org/2000/svg}text") if text.get("paint-order")]

    def export(self, name: str) -> None:
        """Choose one of the forms of the menu."""
        self.page.click("summary[data-tool=export]")
        self.page.click(f"[data-tool={name}]")

    def saved(self, name: str) -> Path:
        """What one of the forms of the menu gives."""
        with self.page.expect_download() as waiting:
            self.export(name)
        return Path(waiting.value.path())

    def picture(self, name: str) -> None:
        """Keep how it looks, as test output."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png")

    def choose(self, name: str) -> None:
        """Find a name and choose the first that is found."""
        self.page.fill("#search", name)
        self.page.press("#search", "Enter")

    def settled(self) -> str:
        """The address, when the last change is in it."""
        # In the page's own time: a timer that was set before this one has run when this one does.
        return str(self.page.evaluate("new Promise((good) => setTimeout(() => good(location.href), 300))"))


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Opened]]:
    """Opens files; what it opened is closed, and must not have complained or asked for anything."""
    pages: list[Opened] = []

    def open_(file: Path, address: str = "", **options: Any) -> Opened:
        pages.append(Opened(browser, file, address, **options))
        return pages[-1]

    yield open_
    for one in pages:
        one.context.close()
    for one in pages:
        assert one.faults == []
        assert all(url.startswith(("file:", "blob:", "data:")) for url in one.requests)


@pytest.fixture(scope="session")
def fixed() -> Reading:
    """The real reply as it was read on a day: what the page shows of it does not change when the reader learns."""
    form = json.loads((Path(__file__).parent / "reading.json").read_text(encoding="utf-8"))
    return from_json(form)


@pytest.fixture(scope="session")
def fixed_build(fixed: Reading, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Graph, store and page of it, as a build writes them."""
    return built([fixed], tmp_path_factory.mktemp("fixed"))


@pytest.fixture(scope="session")
def map_file(fixed_build: Path) -> Path:
    """The page of the real reply."""
    return fixed_build / "map.html"


@pytest.fixture
def page(opened: Callable[..., Opened], map_file: Path) -> Opened:
    return opened(map_file)


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a generated graph of 5,000 entities, of sixteen districts and five years."""
    readings = replies_of(5000)
    network = network_of(resolve(readings), ENTITY_BASE)
    file = tmp_path_factory.mktemp("large") / "map.html"
    write_map(file, network, divided(network), readings)
    return file


def written(readings: list[Reading], file: Path, positions: Path | None = None, figures: bool = True) -> Path:
    """The page of some readings; without figures where a build's would take long and are not looked at."""
    network = network_of(resolve(readings), ENTITY_BASE)
    statistics = statistics_of(network, len(readings)) if figures else {}
    write_map(file, network, statistics, readings, last=last_positions(positions) if positions else None)
    return file


def built(readings: list[Reading], folder: Path) -> Path:
    """Graph, store and page of some readings in a folder, which is given back."""
    resolution = resolve(readings)
    write_nquads(folder / "graph.nq", resolution, ENTITY_BASE)
    fill(folder / "beside", folder / "graph.nq")
    adopt(folder / "beside", folder / "store")
    network = network_of(resolution, ENTITY_BASE)
    write_map(folder / "map.html", network, statistics_of(network, len(readings)), readings, folder / "graph.nq")
    return folder


def one_firm(name: str, target: str, reply: str = "x") -> Reading:
    """A reply that says that a firm is to be in a carrier."""
    text = f"{name}入驻{target}。"
    spot = Evidence(0, len(text), text)
    entities = (
        Entity("Enterprise", name, (name + "*",), Status.EXISTING, (spot,), "r", 1.0),
        Entity("Carrier", target, (), Status.PLANNED, (spot,), "r", 1.0),
    )
    relation = Relation("locatedIn", "Enterprise", name, "Carrier", target, Status.PLANNED, (spot,), "r", 1.0)
    return Reading(reply, text, "x.txt", Heading(title=name, department=name), "310105", entities, (relation,))
