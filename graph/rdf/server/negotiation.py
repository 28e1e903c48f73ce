"""Which format a client gets: its Accept header against what there is."""

from __future__ import annotations

__all__ = ["GRAPH_TYPES", "ROW_TYPES", "SHORT_NAMES", "accepted", "prefers_page"]

ROW_TYPES = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
GRAPH_TYPES = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")
#: What ``format=`` in an address and a file's suffix stand for.
SHORT_NAMES = {
    "json": ROW_TYPES[0],
    "xml": ROW_TYPES[1],
    "csv": ROW_TYPES[2],
    "tsv": ROW_TYPES[3],
    "ttl": GRAPH_TYPES[0],
    "nt": GRAPH_TYPES[1],
    "jsonld": GRAPH_TYPES[2],
    "rdf": GRAPH_TYPES[3],
}
# What clients write for the same.
_ALSO = {
    "application/json": ROW_TYPES[0],
    "application/xml": ROW_TYPES[1],
    "text/xml": ROW_TYPES[1],
    "application/x-turtle": GRAPH_TYPES[0],
    "text/plain": GRAPH_TYPES[1],
}


def _ranges(header: str) -> list[tuple[float, str]]:
    """Media ranges with their weight, the best first; of equals, the more exact, then the earlier."""
    found = []
    for place, part in enumerate(header.split(",")):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                try:
                    weight = float(value)
                except ValueError:
                    weight = 0.0
        if kind and weight > 0:
            found.append((-weight, kind.count("*"), place, kind.lower()))
    return [(-weight, kind) for weight, _, _, kind in sorted(found)]


def accepted(header: str | None, types: tuple[str, ...] = ROW_TYPES + GRAPH_TYPES) -> list[str]:
    """The types that a client accepts, the best first.

    Parameters
    ----------
    header:
        Of the request; ``None`` or empty means that all is welcome.
    types:
        To choose from, the server's favourite first.
    """
    if not (header or "").strip():
        return list(types)
    found: dict[str, None] = {}
    for _, kind in _ranges(header or ""):
        exact = _ALSO.get(kind, kind)
        for known in types:
            if kind == "*/*" or exact == known or (kind.endswith("/*") and known.startswith(kind[:-1])):
                found[known] = None
    return list(found)


def prefers_page(header: str | None) -> bool:
    """Whether a client would rather have HTML than any format of data: a browser."""
    for _, kind in _ranges(header or ""):
        if kind in ("text/html", "application/xhtml+xml"):
            return True
        if _ALSO.get(kind, kind) in ROW_TYPES + GRAPH_TYPES:
            return False
    return False
