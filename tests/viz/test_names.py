"""Names in the drawing: each once, as dense as the others, and on the screen of an office all of a reply's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.viz.conftest import Opened, in_browser

pytestmark = in_browser
#: What is written on the canvas since it was cleared last, and in which colour.
HEARD = """() => { const one = CanvasRenderingContext2D.prototype, [write, clear] = [one.fillText, one.clearRect];
  one.fillText = function (text, ...more) { window.written.push([text, this.fillStyle]); return write.call(this, text, ...more); };
  one.clearRect = function (...more) { window.written = []; return clear.call(this, ...more); }; }"""

DRAWN = "new Promise((good) => { const look = () => (window.written.length ? good(window.written) : requestAnimationFrame(look)); look(); })"


def _written(page: Opened, key: str) -> list[list[str]]:
    """What the drawing has in it after a key."""
    page.page.evaluate("window.written = []")
    page.page.keyboard.press(key)
    found: list[list[str]] = page.page.evaluate(DRAWN)
    return found


def test_at_no_zoom_is_a_name_written_twice_or_faintly(opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file, "#view=whole")
    page.page.evaluate(HEARD)
    page.page.focus("#graph")
    seen: set[bool] = set()
    for key in "++++--------":
        written = _written(page, key)
        seen.add(page.page.get_attribute("#graph", "data-names") == "0")
        names = Counter(text for text, _ in written)
        assert {name: count for name, count in names.items() if count > 1} == {}
        assert len({colour for _, colour in written}) == 1
    assert seen == {True, False}  # both the library and names.js have written them


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1440, 900), (1920, 1080)], ids=str)
def test_on_the_screen_of_an_office_everything_is_named(
    size: tuple[int, int], opened: Callable[..., Opened], map_file: Path
) -> None:
    page = opened(map_file, "#view=whole", viewport={"width": size[0], "height": size[1]})
    page.page.evaluate(HEARD)
    page.page.focus("#graph")
    nodes: Any = page.page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes.map((one) => one.label)")
    # A long name may stand in two lines.
    written = "".join(text for text, _ in _written(page, "0"))
    assert [name for name in nodes if name not in written] == []


def test_a_disc_that_is_smaller_than_its_name_is_not_hidden_by_it(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file, "#view=whole")
    page.page.evaluate(HEARD)
    page.page.focus("#graph")
    for key in "------":
        written = {text for text, _ in _written(page, key)}
    # Beside its disc a name has its number, which stands in the disc else.
    assert len(written) > 8
    assert [text for text in written if not text[-1].isdecimal()] == []
