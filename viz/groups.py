"""Groups of entities: the communities of the statistics, and the districts, communities or places that a large graph opens on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.reading.divisions import name_of
from viz.look import PLACES, TYPES

__all__ = ["Group", "communities_in", "groups_of"]

#: More than these open badly in one piece; fewer make a group of their own only where there are few groups.
_LARGEST, _SMALLEST = 500, 8
#: Replies of so many districts are grouped by them.
_DISTRICTS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Some entities that open together.

    Attributes
    ----------
    zh, en:
        What it is called.
    members:
        Nodes, the best-connected first where the statistics say so.
    """

    zh: str
    en: str
    members: tuple[str, ...]


def communities_in(network: nx.MultiDiGraph[str], statistics: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Name and members of each community that the statistics report, without entities that are not in the network."""
    reported = statistics.get("communities", {}).get("groups", [])
    named = [(str(g["name"]), [m["iri"] for m in g["members"] if m["iri"] in network]) for g in reported]
    return [(name, members) for name, members in named if members]


def groups_of(
    network: nx.MultiDiGraph[str], statistics: dict[str, Any], homes: Mapping[str, str | None] | None = None
) -> list[Group]:
    """Every entity in exactly one group.

    Replies of several districts are grouped by district, each with the district itself, and by type what is said in more
    than one; else an entity is in its community, else its place, else its type. Groups above some hundred members are cut by
    type, then into parts.

    Parameters
    ----------
    network, statistics:
        As for :func:`viz.write_map`.
    homes:
        Of each reply by id: the code of its place.
    """
    left = dict.fromkeys(network.nodes)
    districts = {code for code in (homes or {}).values() if code}
    several = len(districts) >= _DISTRICTS
    groups = _by_district(network, left, homes or {}) if several else _by_community(network, statistics, left)
    by_type: dict[str, list[str]] = defaultdict(list)
    for node in left:
        by_type[network.nodes[node]["type"]].append(node)
    for kind, look in TYPES.items():
        # Short, for there is little room in a disc; 多区区 would be no word.
        shared = f"多区{look.zh}" if kind != "District" else f"多区提到的{look.zh}"
        zh, en = (shared, f"Shared: {look.en}") if several else (f"其他{look.zh}", f"Other: {look.en}")
        groups += _parts(zh, en, by_type.get(kind, []))
    return groups


def _by_district(network: nx.MultiDiGraph[str], left: dict[str, None], homes: Mapping[str, str | None]) -> list[Group]:
    """Each district that replies, and whose replies all come from it; they are taken out of what is left."""
    replying = {code for code in homes.values() if code}
    found: dict[str, list[str]] = defaultdict(list)
    for node in left:
        codes = {homes.get(reply) for reply, *_ in network.nodes[node]["evidence"]}
        own = network.nodes[node]["code"]
        # A district is looked for where its own things are, whoever else speaks of it.
        code = own if own in replying else next(iter(codes)) if len(codes) == 1 else None
        if code:
            found[code].append(node)
    groups: list[Group] = []
    for code, members in sorted(found.items()):
        if len(members) < _SMALLEST:
            continue
        for node in members:
            del left[node]
        name = name_of(code) or code
        chiefs = sorted(members, key=lambda n: (-network.degree(n), n))
        if len(members) <= _LARGEST:
            groups += _parts(name, name, chiefs)
            continue
        for kind, look in TYPES.items():
            groups += _parts(f"{name}{look.zh}", f"{name} {look.en}", [n for n in chiefs if network.nodes[n]["type"] == kind])
    return groups


def _by_community(network: nx.MultiDiGraph[str], statistics: dict[str, Any], left: dict[str, None]) -> list[Group]:
    """Communities, then places; their members are taken out of what is left."""
    groups: list[Group] = []
    for name, members in communities_in(network, statistics):
        fresh = [n for n in members if n in left]
        if len(fresh) >= _SMALLEST:
            groups += _parts(name, name, fresh)
            for node in fresh:
                del left[node]
    for place, members in _by_place(network, left).items():
        if len(members) >= _SMALLEST:
            groups += _parts(network.nodes[place]["name"], network.nodes[place]["name"], members)
            for node in members:
                del left[node]
    return groups


def _by_place(network: nx.MultiDiGraph[str], left: dict[str, None]) -> dict[str, list[str]]:
    """Who is in or at each place, by the first place that is said; the place itself among them."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in left:
        said = [v for _, v, kind in network.out_edges(node, keys=True) if kind in ("locatedIn", "pilotedIn", "partOf")]
        said = [v for v in said if network.nodes[v]["type"] in PLACES]
        if network.nodes[node]["type"] in PLACES and network.in_degree(node) >= _SMALLEST:
            found[node].append(node)
        elif said:
            found[said[0]].append(node)
    return dict(found)


def _parts(zh: str, en: str, members: Sequence[str]) -> list[Group]:
    if len(members) <= _LARGEST:
        return [Group(zh, en, tuple(members))] if members else []
    count = -(-len(members) // _LARGEST)
    size = -(-len(members) // count)
    cut = [members[i : i + size] for i in range(0, len(members), size)]
    return [Group(f"{zh}（{i}/{count}）", f"{en} ({i}/{count})", tuple(part)) for i, part in enumerate(cut, 1)]
