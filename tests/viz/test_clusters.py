"""What the panel of clusters says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.network import network_of
from graph.rdf import ENTITY_BASE
from graph.records import Reading
from graph.resolution import resolve
from tests.viz.conftest import Opened, in_browser
from viz import write_map

pytestmark = in_browser


def test_of_a_cluster_it_is_not_said_what_only_few_of_it_are(
    opened: Callable[..., Opened], fixed: Reading, tmp_path: Path
) -> None:
    network = network_of(resolve([fixed]), ENTITY_BASE)
    members = [{"iri": iri} for iri in network][:20]

    def group(name: str, firms: int, here: int) -> dict[str, Any]:
        said = {"type": {"value": "Enterprise", "name": "Enterprise", "members": firms}}
        said["place"] = {"value": "x", "name": "长宁区", "members": here}
        return {"name": name, "members": members, "explained": said}

    figures = {"method": "leiden", "seed": 7, "runs": 50, "groups": [group("多", 11, 12), group("少", 10, 3)]}
    write_map(tmp_path / "map.html", network, {"communities": figures}, [fixed])
    page = opened(tmp_path / "map.html", "#panel=clusters")
    assert page.page.locator("#clusters .plain p").all_inner_texts() == ["多为企业（11 个），12 个在长宁区", "3 个在长宁区"]
    assert "Leiden 群组划分算法，反复计算 50 次。" in page.page.inner_text("#clusters")
    assert "seed" not in page.page.inner_text("#clusters")
