"""pyvis's network with our own template: everything inlined, no physics, adding in constant time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyvis.network import Network

__all__ = ["MapNetwork"]

_ASSETS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2"


class MapNetwork(Network):  # type: ignore[misc] # pyvis ships no types
    """A network whose page asks for nothing.

    pyvis's own ``add_node`` searches all nodes for each new one, its undirected mode drops second edges, and its template
    loads from a CDN and lets a title be HTML: adding and rendering are therefore ours, the rest is its own.
    """

    def __init__(self) -> None:
        super().__init__(height="100%", width="100%", directed=True, cdn_resources="in_line")
        self.set_template(str(Path(__file__).parent / "template.html"))
        self.toggle_physics(False)
        self._known: set[str] = set()

    def set_template_dir(self, template_directory: str, template_file: str = "template.html") -> None:
        """As pyvis's own, but with escaping on and without silence about a missing value."""
        self.path = template_file
        self.template_dir = template_directory
        self.templateEnv = Environment(
            loader=FileSystemLoader(template_directory),
            autoescape=True,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
        )

    def add_node(self, n_id: str, label: str | None = None, **options: Any) -> None:  # noqa: ANN401 - vis-network's options
        """Add a node once; its label is text, and it has no title, for vis-network would take one as HTML."""
        if n_id not in self._known:
            self._known.add(n_id)
            self.node_ids.append(n_id)
            self.nodes.append({"id": n_id, "label": label or n_id, **options})

    def add_edge(self, source: str, to: str, **options: Any) -> None:  # noqa: ANN401 - vis-network's options
        """Add an edge; several between the same two nodes are kept."""
        self.edges.append({"from": source, "to": to, **options})

    def generate_html(self, **context: Any) -> str:  # noqa: ANN401 - what the template asks for
        """The page, from the template and its context."""
        page: str = self.templateEnv.get_template(self.path).render(nodes=self.nodes, edges=self.edges, **context)
        return page

    @staticmethod
    def library() -> tuple[str, str]:
        """Script and style sheet of vis-network, from pyvis's own wheel."""
        script = (_ASSETS / "vis-network.min.js").read_text(encoding="utf-8")
        return script, (_ASSETS / "vis-network.css").read_text(encoding="utf-8")
