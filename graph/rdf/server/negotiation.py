"""Which format a client gets: its Accept header against what there is."""

from __future__ import annotations

__all__ = ["GRAPH_TYPES", "ROW_TYPES", "SHORT_NAMES", "accepted", "prefers_page"]

ROW_TYPES = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
GRAPH_TYPES = (
    "text/turtle",
    "application/n-triples",
    "application/ld+json",
    "application/rdf+xml",
    "application/trig",
    "application/n-quads",
)
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
    "trig": GRAPH_TYPES[4],
    "nq": GRAPH_TYPES[5],
}
# What clients write for the same.
_ALSO = {
    "application/json": ROW_TYPES[0],
    "application/xml": ROW_TYPES[1],
    "text/xml": ROW_TYPES[1],
    "application/x-turtle": GRAPH_TYPES[0],
    "text/plain": GRAPH_TYPES[1],
}


def _ranges(header: str) -> dict[str, tuple[float, int]]:
    """Media ranges, each with its weight and its place in the header; of one that stands twice, the first counts."""
    found: dict[str, tuple[float, int]] = {}
    for place, part in enumerate(header.split(",")):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                weight = _weight(value.strip())
        if kind:
            found.setdefault(_ALSO.get(kind.lower(), kind.lower()), (weight, place))
    return found


def _weight(value: str) -> float:
    """Of a range; what is no number from 0 to 1 is no wish."""
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0


def accepted(header: str | None, types: tuple[str, ...] = ROW_TYPES + GRAPH_TYPES) -> list[str]:
    """The types that a client accepts, the best first.

    The most exact range that a type fits tells its weight (RFC 9110), so that ``text/csv;q=0, */*`` is all but CSV. Of equal
    weight, what the client names comes before what it would also take, then the earlier.

    Parameters
    ----------
    header:
        Of the request; ``None`` or empty means that all is welcome.
    types:
        To choose from, the server's favourite first.
    """
    if not (header or "").strip():
        return list(types)
    ranges = _ranges(header or "")
    found = []
    for known in types:
        fitting = (known, known.partition("/")[0] + "/*", "*/*")
        exact, fits = next(((n, fit) for n, fit in enumerate(fitting) if fit in ranges), (0, ""))
        weight, place = ranges.get(fits, (0.0, 0))
        if weight > 0:
            found.append(((-weight, exact, place), known))
    return [known for _, known in sorted(found, key=lambda item: item[0])]


def prefers_page(header: str | None) -> bool:
    """Whether a client would rather have HTML than any format of data: a browser."""
    ranges = _ranges(header or "")
    page = max((ranges[kind] for kind in ("text/html", "application/xhtml+xml") if kind in ranges), default=(0.0, 0))
    data = [ranges[kind] for kind in ROW_TYPES + GRAPH_TYPES if kind in ranges]
    first = max((weight, -place) for weight, place in [*data, (0.0, 0)])
    return page[0] > 0 and (page[0], -page[1]) >= first
