"""The places that replied, by code as the map has them, and the replies themselves with what one cites them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.labels import some_of
from graph.network.definitions import Words
from graph.network.promises import office_of
from graph.reading import divisions
from graph.records import Reading
from report.links import Cited
from report.parts import Row, Section, table

__all__ = ["COUNTED", "Replying", "chief_of", "places_of", "replies", "span_of", "title_of"]

#: What is counted in a place: its key among the figures, its type, and the words for so many of it.
COUNTED = (
    ("enterprises", "Enterprise", "企业 {} 家", "enterprises"),
    ("carriers", "Carrier", "载体 {} 个", "carriers"),
    ("scenarios", "Scenario", "场景 {} 个", "scenarios"),
)
_CHIEF, _LISTED = 6, 500


@dataclass(frozen=True, slots=True)
class Replying:
    """A replying place: its row among the figures' places and its subdistricts, where it has them.

    ``named`` has, by type, how many entities its replies name.
    """

    code: str
    name: str
    row: Row | None
    gap: Row | None
    named: Mapping[str, int]

    @property
    def said(self) -> int:
        """How much is said to be in it."""
        return sum(sum(self.row[key].values()) for key, *_ in COUNTED) if self.row else 0


def places_of(figures: Row, network: nx.MultiDiGraph[str], readings: Sequence[Reading]) -> list[Replying]:
    """Every replying place, by its code, whether or not its subdistricts are known."""
    home = {reading.id: reading.place for reading in readings if reading.place}
    rows = {row["id"]: row for row in figures["places"]}
    gaps = {gap["id"]: gap for gap in figures["gaps"]}
    named: dict[str, dict[str, int]] = {code: {} for code in sorted(set(home.values()))}
    for _, node in network.nodes(data=True):
        for code in {home[reply] for reply, *_ in node["evidence"] if reply in home}:
            named[code][node["type"]] = named[code].get(node["type"], 0) + 1
    return [
        Replying(code, name, rows.get(f"District/{code}"), gaps.get(code), counts)
        for code, counts in named.items()
        if (name := divisions.name_of(code))
    ]


def chief_of(places: Sequence[Replying]) -> list[Replying]:
    """Those of which most is said, at most six."""
    return sorted(places, key=lambda place: (-place.said, place.code))[:_CHIEF]


def title_of(places: Sequence[Replying]) -> Words:
    """The report's title, with the places that the map's title has."""
    where, english = some_of([place.name for place in places])
    return Words(f"{where}产业生态报告", "The industry ecosystem" + (f": {english}" if english else ""))


def span_of(readings: Sequence[Reading]) -> Words | None:
    """How many replies the report is made of, and from which day to which."""
    if not readings:
        return None
    days = sorted(reading.heading.date for reading in readings if reading.heading.date)
    span = "" if not days else days[0] if days[0] == days[-1] else f"{days[0]} / {days[-1]}"
    number = len(readings)
    return Words(
        f"依据 {number} 件答复" + (f"（答复日期 {span.replace(' / ', ' 至 ')}）" if span else ""),
        f"Made of {number} {'reply' if number == 1 else 'replies'}" + (f" ({span.replace(' / ', ' to ')})" if span else ""),
    )


def replies(readings: Sequence[Reading]) -> Section | None:
    """Each reply with its title, office, numbers and day, by place and day."""
    if not readings:
        return None
    columns = [
        *(("答复", "Reply"), ("标题", "Title"), ("答复单位", "Office"), ("文号", "Document number")),
        *(("案号", "Proposal"), ("答复日期", "Day")),
    ]
    ordered = sorted(readings, key=lambda one: (one.place or "~", one.heading.date or "~", one.id))
    found = table(("所据答复", "Replies"), columns, [_row(one) for one in ordered], None, _LISTED)
    words = (
        (Words("答复", "Reply"), Words("本报告所用的标识，点开可读全文。", "What this report calls it; it opens the text.")),
        (Words("案号", "Proposal"), Words("所答复的提案或建议的编号。", "Number of the proposal that it answers.")),
    )
    caveat = Words(
        "各栏由程序从答复抬头和落款读出；引用请以答复原文为准。",
        "Read by a program from each reply’s heading and signature; quote from the reply itself.",
    )
    return Section("replies", Words("所据答复", "The replies"), words, caveat, (), (found,))


def _row(reading: Reading) -> tuple[Cited | Words | str, ...]:
    facts = reading.heading
    number = f"第{facts.number}号{facts.kind or ''}" if facts.number else ""
    first = len(reading.text.partition("\n")[0])
    place = divisions.name_of(reading.place or "")
    unsaid = Words(f"未写明（{place}）", f"not said ({place})") if place else Words("未写明", "not said")
    office = office_of(reading) or unsaid
    return Cited(reading.id, 0, first), reading.label, office, facts.document_number or "", number, facts.date or ""
