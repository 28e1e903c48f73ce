"""Generated replies of a city's districts, as many as give a graph of some size: for the map page's benchmark and tests."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import networkx as nx

from graph.reading import divisions
from graph.records import Entity, Evidence, Heading, Reading, Relation, Status

__all__ = ["divided", "replies_of"]

_CITY = "310000"
_YEARS = (2021, 2022, 2023, 2024, 2025)
_SYLLABLES = "云岚启衡沐川芮达北埠听潮砺芯拓翎白沙行知鹿鸣恒思途邻趣影漕溪宏海景明朗清远和安泰瑞丰嘉禾天工智联华星辰宇"
_SECTORS = ("人工智能", "大数据", "云计算", "区块链", "物联网", "机器人", "集成电路", "生物医药", "金融科技", "医疗", "交通")
_ENDINGS = {
    "Enterprise": ("科技", "智能", "信息", "生物", "电子"),
    "Carrier": ("产业园", "大厦", "创新中心", "科创谷"),
    "Scenario": ("一键办", "智慧菜场", "数字餐厅", "便民平台"),
    "Policy": ("行动方案", "若干措施"),
}
#: Of a hundred new entities.
_SHARES = (("Enterprise", 60), ("Carrier", 14), ("Scenario", 22), ("Policy", 4))
#: New entities of a reply; replies of a district, at least.
_EACH, _FEWEST = 25, 4


def replies_of(entities: int, seed: int = 7) -> list[Reading]:
    """Readings whose graph has that many entities, give or take a few.

    Enterprises move into carriers of their subdistrict and belong to sectors; scenarios are piloted in subdistricts;
    some of all of it is planned; replies are of several years. One district up to some hundred entities, then more.
    """
    chance = random.Random(seed)
    districts = divisions.children(_CITY)[: max(1, min(16, entities // 300))]
    common = len(_SECTORS) + sum(1 + len(divisions.children(d.code)) for d in districts)
    count = max(_FEWEST, round((entities - common) / _EACH))
    share, more = divmod(max(entities - common, 10), count)
    used: set[str] = set()
    return [
        _Writer(f"reply-{n:04d}", districts[n % len(districts)], _YEARS[n // len(districts) % len(_YEARS)], chance, used).reading(
            share + (n < more)
        )
        for n in range(count)
    ]


def divided(network: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Communities as the build's statistics have them, found in a second: what the page shows does not hang on their quality."""
    plain: nx.Graph[str] = nx.Graph(sorted({(min(u, v), max(u, v)) for u, v, _ in network.edges(keys=True) if u != v}))
    found = sorted((sorted(group) for group in nx.community.asyn_lpa_communities(plain, seed=7)), key=lambda g: (-len(g), g))
    groups = [
        {"name": network.nodes[g[0]]["name"], "members": [{"iri": n} for n in g], "explained": {}} for g in found if len(g) > 3
    ]
    return {"communities": {"groups": groups}}


class _Writer:
    """One reply, sentence by sentence."""

    def __init__(self, name: str, district: divisions.Division, year: int, chance: random.Random, used: set[str]) -> None:
        self._name, self._district, self._year, self._chance, self._used = name, district, year, chance, used
        self._sentences: list[str] = []
        self._entities: dict[tuple[str, str], tuple[Status | None, list[Evidence], str | None]] = {}
        self._relations: list[Relation] = []

    def reading(self, fresh: int) -> Reading:
        """With that many entities that no other reply names."""
        home, streets = ("District", self._district.name), divisions.children(self._district.code)
        self._add(home, None, self._say(f"{self._district.name}持续推进人工智能产业发展。"), self._district.code)
        for street in streets:
            self._add(("Subdistrict", street.name), None, self._say(f"{street.name}各有特色。"), street.code)
        kinds = self._chance.choices([kind for kind, _ in _SHARES], [share for _, share in _SHARES], k=fresh)
        carriers: list[tuple[str, str]] = []
        for kind in sorted(kinds, key=[kind for kind, _ in _SHARES].index, reverse=True):
            thing = (kind, self._called(kind))
            status = Status.PLANNED if self._chance.random() < 0.2 else Status.EXISTING
            where = ("Subdistrict", self._chance.choice(streets).name)
            if kind == "Carrier":
                carriers.append(thing)
                self._link("locatedIn", thing, where, status, "坐落于")
            elif kind == "Enterprise":
                target = self._chance.choice(carriers) if carriers and self._chance.random() < 0.8 else home
                self._link("locatedIn", thing, target, status, "入驻")
                self._link("inSector", thing, ("Sector", self._chance.choice(_SECTORS)), Status.EXISTING, "所在领域为")
            elif kind == "Scenario":
                self._link("pilotedIn", thing, where if self._chance.random() < 0.7 else home, status, "试点于")
            else:
                self._link("issuedBy", thing, home, Status.EXISTING, "由其出台，即")
        return self._read()

    def _called(self, kind: str) -> str:
        while True:
            name = "".join(self._chance.sample(_SYLLABLES, 3)) + self._chance.choice(_ENDINGS[kind])
            if name not in self._used:
                self._used.add(name)
                return name

    def _say(self, words: str) -> Evidence:
        start = sum(map(len, self._sentences))
        self._sentences.append(words)
        return Evidence(start, start + len(words) - 1, words[:-1])

    def _add(self, thing: tuple[str, str], status: Status | None, spot: Evidence, code: str | None = None) -> None:
        self._entities.setdefault(thing, (status, [], code))[1].append(spot)

    def _link(self, kind: str, a: tuple[str, str], b: tuple[str, str], status: Status, verb: str) -> None:
        words = self._say(f"{'将推动' if status is Status.PLANNED else ''}{a[1]}{verb}{b[1]}。")
        for name, end in ((a, status), (b, None)):
            at = words.start + words.quote.index(name[1])
            self._add(name, end, Evidence(at, at + len(name[1]), name[1]))
        self._relations.append(Relation(kind, *a, *b, status, (words,), "generated", 0.9))

    def _read(self) -> Reading:
        number = self._name[-4:]
        department = f"{self._district.name}科学技术委员会"
        heading = Heading(
            title=f"对{self._district.name}政协第{number}号提案的答复",
            kind="提案",
            number=number,
            department=department,
            date=f"{self._year}-05-{1 + int(number) % 28:02d}",
        )
        return Reading(
            self._name,
            "".join(self._sentences),
            f"{self._name}.txt",
            heading,
            self._district.code,
            tuple(self._entity(thing, *said) for thing, said in self._entities.items()),
            tuple(self._relations),
        )

    @staticmethod
    def _entity(thing: tuple[str, str], status: Status | None, spots: Sequence[Evidence], code: str | None) -> Entity:
        return Entity(*thing, (), status, tuple(spots), "generated", 0.9, code)
