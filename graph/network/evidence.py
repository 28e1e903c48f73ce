"""From a figure back to what it counts, and to the sentences that say so."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.errors import UsageError
from graph.network.definitions import Words, definition_of
from graph.network.ledger import Basis, Ledger
from graph.rdf.terms import Minter
from graph.reading.spans import sentence_around
from graph.records import Evidence, Reading

__all__ = ["Explanation", "Said", "explain", "figure_at", "keys_of"]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence behind a figure.

    Attributes
    ----------
    what:
        The entity, or the statement in words: 甲科技 locatedIn 乙产业园.
    iri:
        Of the entity that counts, or that the statement begins at.
    reply:
        Id.
    start, end:
        Of the whole sentence, in characters of the reply's plain text.
    status:
        As this sentence says it.
    sentence:
        The words of the text from ``start`` to ``end``.
    """

    what: str
    iri: str
    reply: str
    start: int
    end: int
    status: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure with its definition and its sentences."""

    key: str
    value: Any
    words: Words | None
    basis: Basis
    said: tuple[Said, ...]


def figure_at(figures: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 - a number, a row, a table
    """The value at a key: names of an object, ``id`` (or ``code``) of a row, joined by ``/``; an id may hold ``/`` itself.

    Raises
    ------
    KeyError
        Where there is nothing.
    """
    here: Any = figures
    rest = key
    while rest:
        here, rest = _step(here, rest)
    return here


def _step(here: Any, rest: str) -> tuple[Any, str]:  # noqa: ANN401
    if isinstance(here, Mapping) and isinstance(here.get("rows"), list) and rest.partition("/")[0] not in here:
        here = here["rows"]
    if isinstance(here, Mapping):
        names = [name for name in here if rest == name or rest.startswith(f"{name}/")]
    elif isinstance(here, list):
        rows = {str(row.get("id") or row.get("code")): row for row in here if isinstance(row, Mapping)}
        names = [name for name in rows if rest == name or rest.startswith(f"{name}/")]
        here = rows
    else:
        names = []
    if not names:
        raise KeyError(rest)
    name = max(names, key=len)
    return here[name], rest[len(name) + 1 :]


def keys_of(figures: Any, at: str = "") -> Iterator[tuple[str, int | float]]:  # noqa: ANN401
    """Key and value of every number in the figures."""
    if isinstance(figures, bool):
        return
    if isinstance(figures, int | float):
        yield at, figures
    elif isinstance(figures, Mapping):
        for name, value in figures.items():
            if name not in ("id", "iri", "definitions", "schema"):
                step = "" if name == "rows" and at == "sectors" else str(name)
                yield from keys_of(value, "/".join(part for part in (at, step) if part))
    elif isinstance(figures, list):
        for row in figures:
            if isinstance(row, Mapping) and ("id" in row or "code" in row):
                yield from keys_of(row, f"{at}/{row.get('id') or row.get('code')}")


def explain(
    key: str, figures: Mapping[str, Any], ledger: Ledger, network: nx.MultiDiGraph[str], readings: Sequence[Reading]
) -> Explanation:
    """What a figure counts, with the sentences.

    Parameters
    ----------
    key:
        Path of the figure through ``statistics.json``, such as ``places/District/310105/enterprises/existing``.
    figures, ledger:
        Of :func:`graph.network.statistics.figures_of`.
    network, readings:
        That they were made from.

    Raises
    ------
    UsageError
        For a key that names no figure, with keys like it.
    """
    key = key.strip("/")
    try:
        value = figure_at(figures, key)
    except KeyError:
        value = None
    basis = ledger.basis(key)
    if basis is None or (value is None and key not in ledger.bases):
        raise UsageError(f"--explain {key}", "no figure has this key", _like(key, figures))
    texts = {reading.id: reading.text for reading in readings}
    return Explanation(key, value, definition_of(key), basis, tuple(_said(basis, network, readings, texts)))


def _like(key: str, figures: Mapping[str, Any]) -> str:
    known = [name for name, _ in keys_of(figures)]
    near = [k for k in known if key and (k.startswith(key) or key in k)][:3] or difflib.get_close_matches(key, known, 3, 0.5)
    return "try " + ", ".join(near) if near else "list the keys with: python -m graph stats --keys"


def _said(basis: Basis, network: nx.MultiDiGraph[str], readings: Sequence[Reading], texts: Mapping[str, str]) -> Iterator[Said]:
    only = None if basis.replies is None else set(basis.replies)
    for source, kind, target in basis.statements:
        names = network.nodes[source]["name"], network.nodes[target]["name"]
        yield from _sentences(
            f"{names[0]} {kind} {names[1]}", source, network.edges[source, target, kind]["evidence"], texts, only
        )
    if not basis.statements and not basis.divisions:
        for entity in basis.entities:
            data = network.nodes[entity]
            yield from _sentences(data["name"], entity, data["evidence"], texts, only)
    if basis.counted == "replies" and not basis.entities:
        for reading in readings:
            if only is None or reading.id in only:
                yield Said(reading.label, "", reading.id, 0, 0, "", reading.label)
    for division in basis.divisions:
        yield Said(division, "", "", 0, 0, "", "")
    yield from _indicators(basis, readings, network.graph.get("base", ""))


def _sentences(
    what: str, iri: str, evidence: Sequence[tuple[Any, ...]], texts: Mapping[str, str], only: set[str] | None
) -> Iterator[Said]:
    known = set()
    for reply, start, end, quote, status, *_ in evidence:
        if only is not None and reply not in only:
            continue
        first, last = sentence_around(texts[reply], start, end) if reply in texts else (start, end)
        if (reply, first, last) not in known:
            known.add((reply, first, last))
            yield Said(what, iri, reply, first, last, status, texts[reply][first:last] if reply in texts else quote)


def _indicators(basis: Basis, readings: Sequence[Reading], base: str) -> Iterator[Said]:
    if not basis.indicators:
        return
    mint, wanted = Minter(base), set(basis.indicators)
    for reading in readings:
        for said in reading.indicators:
            iri = mint.indicator(reading.id, said)
            if iri.removeprefix(base) in wanted:
                evidence = [_row(reading.id, e, str(said.status)) for e in said.evidence]
                yield from _sentences(
                    f"{said.about} {said.value}{said.unit or ''}", iri, evidence, {reading.id: reading.text}, None
                )


def _row(reply: str, evidence: Evidence, status: str) -> tuple[Any, ...]:
    return reply, evidence.start, evidence.end, evidence.quote, status
