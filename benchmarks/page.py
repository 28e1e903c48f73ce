"""The map page in a real browser, beside other ways to put a network into one HTML file.

Run: ``.venv/bin/python benchmarks/page.py [--sizes 100 1000 5000 20000] [--alone] [--ipysigma PYTHON]
[--patience 60] [--pictures DIR]``.

Needs Chromium, and for the tab of questions ``make assets``. Headless, without a GPU, from disk, with no network. The peers
are pyvis as it comes (``cdn_resources="in_line"``) and, where ``--ipysigma`` names a Python that has it (``python3 -m venv DIR
&& DIR/bin/pip install ipysigma networkx``), ipysigma's own HTML. Rows:

- file: megabytes without and with the tab of questions.
- opened: from the start of loading to the first frame after the first view stands, in milliseconds.
- graph: the same for the whole graph, until its canvas has ink, which is what the peers are measured by.
- dragging: frames a second while the graph is dragged for two seconds, at most 60; as it opens, and with as many of its
  groups open as it draws at once.
- search: the slowest of some searches, by character, pinyin and initials, from the key to the list that is laid out.
- questions: from the click on the tab to the first answer.

A row that takes a peer longer than the patience is given up and says so. Each figure is the median of three runs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.page_replies import divided, replies_of  # noqa: E402  (the repository is no installed package)
from graph.network import network_of  # noqa: E402
from graph.rdf import ENTITY_BASE  # noqa: E402
from graph.rdf.triples import write_nquads  # noqa: E402
from graph.records import Reading  # noqa: E402
from graph.resolution import resolve  # noqa: E402
from viz import write_map  # noqa: E402
from viz.sparql import workbench  # noqa: E402

__all__ = ["main"]

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")
VIEWPORT = {"width": 1400, "height": 900}
RUNS = 3
SEARCHES = ("科技", "k", "kj", "keji", "xinxi", "宇", "园", "zhkj", "智能", "没有的名字")
ROWS = ("file", "with questions", "opened", "graph", "dragging", "dragging, open", "search", "questions")
_LIMITS = {
    "with questions": "5,000: < 8",
    "opened": "< 1500",
    "graph": "< 1500",
    "dragging": ">= 30",
    "dragging, open": ">= 30",
    "search": "< 50",
}
_UNITS = {"file": "MB", "with questions": "MB", "dragging": "frames/s", "dragging, open": "frames/s"}

#: Milliseconds at which a canvas has ink, 0 before.
_INK = """() => {
  for (const canvas of document.querySelectorAll('canvas')) {
    if (!canvas.width || !canvas.height || !canvas.offsetParent) continue;
    const small = document.createElement('canvas');
    small.width = small.height = 64;
    const to = small.getContext('2d');
    to.drawImage(canvas, 0, 0, 64, 64);
    const { data } = to.getImageData(0, 0, 64, 64);
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] && Math.min(data[i - 1], data[i - 2], data[i - 3]) < 250) return performance.now();
    }
  }
  return 0; }"""
#: Milliseconds of the frame after the one in which the first view stood, 0 before.
_READY = """() => {
  if (!document.documentElement || !document.documentElement.dataset.ready) return 0;
  if (globalThis.stood_) return performance.now();
  globalThis.stood_ = true;
  return 0; }"""
_COUNT = """() => {
  globalThis.frames_ = 0;
  const tick = () => { globalThis.frames_ += 1; requestAnimationFrame(tick); };
  requestAnimationFrame(tick); }"""
_SEARCH = """(words) => {
  const box = document.getElementById('search');
  const type = (word) => {
    const start = performance.now();
    box.value = word;
    box.dispatchEvent(new Event('input'));
    document.body.offsetHeight;
    return performance.now() - start;
  };
  const took = words.map(type);
  type('');
  return Math.max(...took); }"""


def _graph(readings: list[Reading]) -> nx.MultiDiGraph[str]:
    return network_of(resolve(readings), ENTITY_BASE)


def _ours(readings: list[Reading], folder: Path) -> dict[str, Path]:
    """Our page without and with the tab of questions."""
    resolution, network = resolve(readings), _graph(readings)
    write_nquads(folder / "graph.nq", resolution, ENTITY_BASE)
    figures = divided(network)
    files = {"plain": folder / "plain.html", "whole": folder / "map.html"}
    write_map(files["plain"], network, figures, readings)
    write_map(files["whole"], network, figures, readings, graph=folder / "graph.nq")
    return files


def _pyvis(network: nx.MultiDiGraph[str], file: Path) -> Path:
    """The same network in pyvis as it comes."""
    from pyvis.network import Network  # noqa: PLC0415 - it brings IPython along

    page = Network(height="880px", width="100%", directed=True, cdn_resources="in_line")
    for node, data in network.nodes(data=True):
        page.add_node(node, label=data["name"])
    for source, target in network.edges():
        page.add_edge(source, target)
    file.write_text(page.generate_html(), encoding="utf-8")
    return file


def _ipysigma(network: nx.MultiDiGraph[str], python: str, file: Path) -> Path:
    """The same network in ipysigma, written by another Python."""
    named = {
        "nodes": [[node, data["name"]] for node, data in network.nodes(data=True)],
        "edges": [[u, v] for u, v in network.edges()],
    }
    script = (
        "import json, sys, networkx as nx; from ipysigma import Sigma; form = json.load(sys.stdin); g = nx.MultiDiGraph();"
        "[g.add_node(n, label=l) for n, l in form['nodes']]; g.add_edges_from(form['edges']);"
        "Sigma.write_html(g, sys.argv[1], fullscreen=True)"
    )
    subprocess.run([python, "-c", script, str(file)], input=json.dumps(named), text=True, check=True, capture_output=True)
    return file


class _Bench:
    """A browser that opens files with no network and measures in them."""

    def __init__(self, browser: Browser, patience: float, pictures: Path | None) -> None:
        self._browser, self._patience, self._pictures = browser, patience, pictures

    def measured(self, file: Path, work: Callable[[Page], float], address: str = "", runs: int = RUNS) -> float | None:
        """The median of some runs, each in a page of its own; ``None`` where one was given up."""
        took: list[float] = []
        for _ in range(runs):
            context = self._browser.new_context(offline=True, viewport=VIEWPORT)  # type: ignore[arg-type] # a plain dict is taken
            page = context.new_page()
            page.set_default_timeout(self._patience * 1000)
            try:
                page.goto(file.as_uri() + address, wait_until="commit")
                took.append(work(page))
                self._keep(page, f"{file.parent.name}-{file.stem}-{address.strip('#').replace('=', '-')}-{len(took)}")
            except PlaywrightError:
                return None
            finally:
                context.close()
        return statistics.median(took)

    def _keep(self, page: Page, name: str) -> None:
        """A blank page has a fine frame rate: a picture shows what was measured."""
        if self._pictures:
            self._pictures.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=self._pictures / f"{name}.png")


def _until(page: Page, script: str) -> float:
    """What the script gives in the first frame in which it gives something."""
    return float(page.wait_for_function(script, polling="raf").json_value())


def _dragged(page: Page) -> float:
    """Frames a second while the graph is dragged by its ground."""
    _until(page, _INK)
    box = page.locator("canvas").first.bounding_box()
    assert box  # noqa: S101 - it has ink
    x, y = box["x"] + 30, box["y"] + box["height"] - 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_COUNT)
    start, at = page.evaluate("[performance.now(), globalThis.frames_]"), 0
    while page.evaluate("performance.now()") - start[0] < 2000:
        at += 1
        page.mouse.move(x + 220 * (0.5 - abs(at % 40 / 40 - 0.5)), y - 180 * (0.5 - abs(at % 28 / 28 - 0.5)))
    end = page.evaluate("[performance.now(), globalThis.frames_]")
    page.mouse.up()
    return float((end[1] - start[1]) / (end[0] - start[0]) * 1000)


def _opened_groups(page: Page) -> float:
    """Dragging with groups open by keyboard, as many as the page draws at once."""
    _until(page, _INK)
    page.focus("#graph")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
        page.keyboard.press("Enter")
        page.keyboard.press("0")
    return _dragged(page)


def _asked(page: Page) -> float:
    page.wait_for_selector("html[data-ready]")
    start = page.evaluate("performance.now()")
    page.click("[data-view=sparql]")
    page.wait_for_selector("[data-part=answer] table")
    return float(page.evaluate("performance.now()") - start)


def _searched(page: Page) -> float:
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(600)  # nobody types sooner; by then the page has read the names
    return float(page.evaluate(_SEARCH, list(SEARCHES)))


def _column(bench: _Bench, files: Mapping[str, Path]) -> dict[str, float | None]:
    """Our page's rows."""
    plain, whole = files["plain"], files["whole"]
    rows: dict[str, float | None] = {
        "file": plain.stat().st_size / 1e6,
        "opened": bench.measured(whole, lambda page: _until(page, _READY)),
        "graph": bench.measured(whole, lambda page: _until(page, _INK), "#view=whole"),
        "dragging": bench.measured(whole, _dragged, "#view=whole"),
        "dragging, open": bench.measured(whole, _opened_groups, "#view=whole"),
        "search": bench.measured(whole, _searched, "#view=whole"),
    }
    if workbench(plain) is not None:
        rows |= {"with questions": whole.stat().st_size / 1e6, "questions": bench.measured(whole, _asked)}
    return rows


def _peer(bench: _Bench, file: Path) -> dict[str, float | None]:
    """A peer's rows: once, for it may take long."""
    graph = bench.measured(file, lambda page: _until(page, _INK), runs=1)
    rows: dict[str, float | None] = {"file": file.stat().st_size / 1e6, "graph": graph}
    return rows | {"dragging": bench.measured(file, _dragged, runs=1) if graph is not None else None}


def _cell(column: Mapping[str, float | None], row: str, patience: float) -> str:
    if row not in column:
        return ""
    value = column[row]
    if value is None:
        return f"> {patience:g} s"
    return f"{value:.2f}" if row in ("file", "with questions") else f"{value:.0f}"


def _table(columns: Mapping[str, Mapping[str, float | None]], size: int, links: int, patience: float) -> None:
    print(f"\n{size} entities, {links} relations\n{'':28}" + "".join(f"{name:>12}" for name in (*columns, "limit")))
    for row in ROWS:
        cells = [_cell(column, row, patience) for column in columns.values()]
        print(
            f"{row + ', ' + _UNITS.get(row, 'ms'):28}" + "".join(f"{cell:>12}" for cell in (*cells, _LIMITS.get(row, ""))),
            flush=True,
        )


def main() -> None:
    """Print a table a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 5000, 20_000], help="entities")
    parser.add_argument("--alone", action="store_true", help="without pyvis")
    parser.add_argument("--ipysigma", help="a Python that has ipysigma and networkx")
    parser.add_argument("--patience", type=float, default=60, help="seconds that a page may take for a row")
    parser.add_argument("--pictures", type=Path, help="a folder for a picture of everything that was measured")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("benchmarks/page.py: no Chromium on this machine; install Debian's chromium")
    with tempfile.TemporaryDirectory() as base, sync_playwright() as playwright:
        for size in options.sizes:
            folder = Path(base, str(size))
            folder.mkdir()
            readings = replies_of(size)
            network, files = _graph(readings), _ours(readings, folder)
            peers = {} if options.alone else {"pyvis": _pyvis(network, folder / "pyvis.html")}
            if options.ipysigma:
                peers["ipysigma"] = _ipysigma(network, options.ipysigma, folder / "ipysigma.html")
            # A browser of its own for each size: what one page leaves in memory is not the next one's burden.
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            bench = _Bench(browser, options.patience, options.pictures)
            columns = {"ours": _column(bench, files), **{name: _peer(bench, file) for name, file in peers.items()}}
            browser.close()
            _table(columns, len(network), network.number_of_edges(), options.patience)


if __name__ == "__main__":
    main()
