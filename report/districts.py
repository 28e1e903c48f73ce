"""Each replying district in plain sentences: what is said to be in it, and its subdistricts with a pilot and without."""

from __future__ import annotations

from collections.abc import Iterator

from report.links import Linked
from report.replying import COUNTED, Replying
from report.wording import Part, Row, Sentence, count_of, listed

__all__ = ["chief_districts", "of_district"]

_DISTRICTS = 6


def chief_districts(figures: Row) -> list[Row]:
    """The replying districts with subdistricts of which most is said, at most six."""
    rows = {row["iri"]: row for row in figures["places"]}

    def said(gap: Row) -> int:
        row = rows.get(gap["iri"])
        return sum(sum(row[name].values()) for name in ("enterprises", "carriers", "scenarios")) if row else 0

    return sorted(figures["gaps"], key=lambda gap: (-said(gap), gap["id"]))[:_DISTRICTS]


def of_district(place: Replying) -> list[Sentence]:
    """One replying place: what is said to be in it, and its subdistricts, where they are known, with a pilot and without."""
    return [*_inside(place), *(_subdistricts(place.gap) if place.gap else ())]


def _inside(place: Replying) -> Iterator[Sentence]:
    name = Linked(place.name, place.row["id"] if place.row else None)
    row = place.row or {}
    found = [(sum(row[key].values()), zh, en) for key, _, zh, en in COUNTED if row and sum(row[key].values())]
    if not found:
        yield _nothing(name, place)
        return
    planned = row["scenarios"]["planned"]
    yield Sentence(
        (
            name,
            "：有句子写明在本地的有" + "、".join(zh.format(n) for n, zh, _ in found),
            f"（其中 {planned} 个场景尚在规划）。" if planned else "。",
        ),
        (
            name,
            ": a sentence puts there " + ", ".join(count_of(n, en) for n, _, en in found),
            f" ({planned} of the scenarios planned)." if planned else ".",
        ),
    )


def _nothing(name: Linked, place: Replying) -> Sentence:
    """Nothing is said to be there; what its replies name stands in its frame on the map all the same."""
    named = [(place.named[kind], zh, en) for _, kind, zh, en in COUNTED if place.named.get(kind)]
    if not named:
        zh, en = "：答复没有点名企业、载体或场景。", ": its replies name no enterprise, carrier or scenario."
        return Sentence((name, zh), (name, en))
    return Sentence(
        (name, "：答复点名了" + "、".join(zh.format(n) for n, zh, _ in named), "，没有句子写明其中哪个在本地。"),
        (name, ": its replies name " + ", ".join(count_of(n, en) for n, _, en in named), "; no sentence puts any of them there."),
    )


def _subdistricts(gap: Row) -> Iterator[Sentence]:
    """Those with a pilot by name; those without by name where that is the shorter list to read."""
    total, rows = gap["subdistricts"], gap["rows"]
    existing = [Linked(r["name"], f"Subdistrict/{r['code']}") for r in rows if r["existing"]]
    planned = [Linked(r["name"], f"Subdistrict/{r['code']}") for r in rows if r["planned"] and not r["existing"]]
    without = [
        Linked(r["name"], f"Subdistrict/{r['code']}" if r["named"] else None) for r in rows if not r["existing"] + r["planned"]
    ]
    zh: tuple[Part, ...] = (f"所辖 {total} 个街镇中，",)
    en: tuple[Part, ...] = (f"Of its {total} subdistricts ",)
    if not existing and not planned:
        yield Sentence((*zh, "还没有一个被点名试点。"), (*en, "none is named for a pilot."))
        return
    if existing:
        zh += (f"{len(existing)} 个已有试点（", *listed(existing, "、", "等"), "）")
        en += (
            f"{len(existing)} {'has' if len(existing) == 1 else 'have'} a pilot (",
            *listed(existing, ", ", " and others"),
            ")",
        )
    if planned:
        zh += ("，" if existing else "", f"{len(planned)} 个只有计划（", *listed(planned, "、", "等"), "）")
        en += (", " if existing else "", f"{len(planned)} only a planned one (", *listed(planned, ", ", " and others"), ")")
    if without:
        zh += (f"，其余 {len(without)} 个没有写到试点：", *listed(without, "、", "等"))
        en += (f"; for {len(without)} no reply names one: ", *listed(without, ", ", " and others"))
    yield Sentence((*zh, "。"), (*en, "."))
