"""Of many places the first view has those first of which most is said, and folds those of which nothing is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from tests.viz.conftest import Opened, in_browser, written

pytestmark = in_browser
PLACES = ("110105", "310101", "310104", "310105", "310106", "330106", "440103")


def _reply(place: str, firms: int) -> Reading:
    """A reply that says of so many firms that they are in a park of that place."""
    names = [f"{place}甲{k}科技" for k in range(firms)]
    park = f"{place}乙园"
    text = f"{'、'.join(names)}入驻{park}。" if firms else "收悉。"
    spot = Evidence(0, len(text), text)
    entities = tuple(
        Entity(kind, name, (), Status.EXISTING, (spot,), "r", 1.0)
        for kind, name in (*(("Enterprise", name) for name in names), ("Carrier", park))
    )
    relations = tuple(
        Relation("locatedIn", "Enterprise", name, "Carrier", park, Status.EXISTING, (spot,), "r", 1.0) for name in names
    )
    return Reading(place, text, f"{place}.txt", Heading(title="答复"), place, entities if firms else (), relations)


def test_what_most_is_said_of_comes_first_and_what_nothing_is_said_of_is_folded(
    opened: Callable[..., Opened], tmp_path: Path
) -> None:
    readings = [_reply(place, firms) for place, firms in zip(PLACES, (1, 0, 0, 5, 2, 0, 3), strict=True)]
    page = opened(written(readings, tmp_path / "map.html", figures=False))
    rows = page.page.locator("#schematic .district:visible .called")
    assert rows.all_inner_texts() == ["长宁区", "荔湾区", "静安区", "朝阳区"]
    fold = page.page.locator("#schematic .bare summary")
    assert fold.inner_text() == "另有 3 地的答复没有点名企业、试点或地点"
    fold.click()
    assert rows.all_inner_texts()[4:] == ["黄浦区", "徐汇区", "西湖区"]
    page.page.locator("#schematic .district", has_text="徐汇区").click()
    # It stays open for what stands open in it, and for who opened it.
    assert rows.all_inner_texts()[4:] == ["黄浦区", "徐汇区", "西湖区"]
    assert page.page.locator("#schematic svg.frame[aria-label=徐汇区]").is_visible()
    address = page.settled().partition("#")[2]
    again = opened(page.file, f"#{address}")
    assert again.page.locator("#schematic svg.frame[aria-label=徐汇区]").is_visible()
    page.page.fill("#search", "乙园")
    page.page.wait_for_selector("#schematic .district .hits")
    assert page.page.locator("#schematic .bare").count() == 1  # the open one alone
    page.page.click("[data-tool=language]")
    assert (
        page.page.locator("#schematic .bare summary").inner_text() == "The replies of 1 others name no enterprise, pilot or place"
    )
