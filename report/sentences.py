"""The figures in plain sentences, in both languages, with their names as links; a sentence without its figure is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from report.links import Linked

__all__ = ["Sentence", "chief_districts", "of_district", "of_whole"]

_MOST = 8
_DISTRICTS = 6
_LARGE_GROUP = 10
Row = Mapping[str, Any]
Part = str | Linked


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in two languages, in pieces: words, and names that lead to the map."""

    zh: tuple[Part, ...]
    en: tuple[Part, ...]

    def text(self, language: str) -> str:
        """The sentence as plain text; ``language`` is ``zh`` or ``en``."""
        parts: tuple[Part, ...] = getattr(self, language)
        return "".join(part if isinstance(part, str) else part.name for part in parts)


def of_whole(figures: Row) -> list[Sentence]:
    """What was read and is named, where the firms are, in which sectors, how it hangs together."""
    return [*_named(figures), *_carriers(figures), *_sectors(figures), *_policies(figures), *_held_together(figures)]


def chief_districts(figures: Row) -> list[Row]:
    """The replying districts of which most is said, at most six."""
    rows = {row["iri"]: row for row in figures["places"]}

    def said(gap: Row) -> int:
        row = rows.get(gap["iri"])
        return sum(sum(row[name].values()) for name in ("enterprises", "carriers", "scenarios")) if row else 0

    return sorted(figures["gaps"], key=lambda gap: (-said(gap), gap["id"]))[:_DISTRICTS]


def of_district(figures: Row, gap: Row) -> list[Sentence]:
    """One replying district: what is said to be in it, and its subdistricts with a pilot and without."""
    return [*_inside(figures, gap), *_subdistricts(gap)]


def _listed(parts: Sequence[Linked | str], between: str, more: str = "") -> tuple[Part, ...]:
    """Names with marks between them; of a long list the first, and the words that there are more."""
    shown = [piece for part in parts[:_MOST] for piece in (between, part)][1:]
    return (*shown, more) if len(parts) > _MOST else tuple(shown)


def _links(rows: Sequence[Row]) -> list[Linked]:
    return [Linked(row["name"], row["id"]) for row in rows]


def _count(number: int, word: str) -> str:
    one = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return f"{number} {one if number == 1 else word}"


def _named(figures: Row) -> Iterator[Sentence]:
    """Who replied, and what the replies name."""
    years, offices = [row["id"] for row in figures["years"]], figures["departments"]
    span = "" if not years else years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    by = (Linked(offices[0]["name"], _id(figures, offices[0])), "的 ") if len(offices) == 1 else (f"{len(offices)} 个部门的 ",)
    counts = figures["counts"]["by_type"]
    kinds = (
        ("Enterprise", "家企业", "enterprises"),
        ("Carrier", "个载体", "carriers"),
        ("Scenario", "个应用场景", "scenarios"),
        ("Policy", "份政策文件", "policies"),
        ("Subdistrict", "个街镇", "subdistricts"),
    )
    found = [(counts[kind], zh, en) for kind, zh, en in kinds if counts.get(kind)]
    zh = "、".join(f"{n} {word}" for n, word, _ in found)
    en = ", ".join(_count(n, word) for n, _, word in found)
    replies, en_by = figures["replies"], f" by {_count(len(offices), 'departments')}" if len(offices) > 1 else ""
    single = (" by ", by[0]) if len(offices) == 1 else (en_by,)
    named = (f"共提及 {zh}。", f" {'names' if replies == 1 else 'name'} {en}.")
    nothing = ("没有提及任何企业、载体、街镇、政策或场景。", ": no enterprise, carrier, subdistrict, policy or scenario.")
    last = named if found else nothing
    yield Sentence(
        (f"{span} 年，" if span else "", *(by if offices else ()), f"{replies} 件答复", last[0]),
        (_count(replies, "replies"), *single, f" ({span})" if span else "", last[1]),
    )
    scenarios = figures["counts"]["by_status"].get("Scenario")
    if scenarios and sum(scenarios.values()):
        yield Sentence(
            (f"场景中，{scenarios['existing']} 个已有，{scenarios['planned']} 个尚在计划。",),
            (f"Of the scenarios, {scenarios['existing']} exist and {scenarios['planned']} are planned.",),
        )


def _id(figures: Row, row: Row) -> str | None:
    iri: str | None = row["iri"]
    return iri.removeprefix(figures["base"]) if iri else None


def _carriers(figures: Row) -> Iterator[Sentence]:
    """Where the enterprises are: which carriers have most of them, and of how many nothing is said."""
    rows = [row for row in figures["places"] if row["type"] == "Carrier" and sum(row["enterprises"].values())]
    rows.sort(key=lambda row: (-sum(row["enterprises"].values()), row["id"]))
    if rows:
        most = sum(rows[0]["enterprises"].values())
        chief = [row for row in rows if sum(row["enterprises"].values()) == most]
        names = _links(chief)
        if most == 1:
            yield Sentence(
                (f"写明企业入驻的载体有 {len(rows)} 个，各 1 家：", *_listed(names, "、", "等"), "。"),
                (
                    f"Enterprises are named in {_count(len(rows), 'carriers')}, 1 in each: ",
                    *_listed(names, ", ", " and others"),
                    ".",
                ),
            )
        else:
            each = ("各 ", " each") if len(chief) > 1 else ("", "")
            yield Sentence(
                (
                    *("企业最集中的载体是", *_listed(names, "、", "等")),
                    f"（{each[0]}{most} 家）；写明企业入驻的载体共 {len(rows)} 个。",
                ),
                (
                    *("Most enterprises are named in ", *_listed(names, ", ", " and others")),
                    f" ({most}{each[1]}), of {_count(len(rows), 'carriers')} that have any.",
                ),
            )
    out = figures["unplaced"]["enterprises"]
    if out:
        yield Sentence(
            (f"另有 {out} 家企业，答复没有说在哪里。",),
            (f"Of {_count(out, 'enterprises')} no reply says where {'it is' if out == 1 else 'they are'}.",),
        )


def _sectors(figures: Row) -> Iterator[Sentence]:
    sectors = figures["sectors"]
    if not sectors["rows"] or sectors["hhi"] is None:
        return
    most = sectors["rows"][0]["memberships"]
    chief = _links([row for row in sectors["rows"] if row["memberships"] == most])
    share, even = f"{sectors['rows'][0]['share']:.0%}", f"{1 / sectors['hhi']:.1f}"
    each = ("各", " each") if len(chief) > 1 else ("", "")
    yield Sentence(
        (
            f"写明领域的 {sectors['memberships']} 项归属中，",
            *_listed(chief, "、", "等"),
            f"最多，{each[0]}占 {share}；分散程度相当于 {even} 个同样大小的领域。",
        ),
        (
            f"Of {sectors['memberships']} stated sector memberships ",
            *_listed(chief, ", ", " and others"),
            f" {'have' if len(chief) > 1 else 'has'} most, {share}{each[1]}; as diverse as {even} sectors of equal size.",
        ),
    )


def _policies(figures: Row) -> Iterator[Sentence]:
    """Only where one policy is named by more replies than any other."""
    rows = figures["policies"][:2]
    if rows and rows[0]["citations"] > 1 and (len(rows) == 1 or rows[1]["citations"] < rows[0]["citations"]):
        name = Linked(rows[0]["name"], rows[0]["id"])
        yield Sentence(
            ("被引用最多的政策是《", name, f"》，见于 {rows[0]['citations']} 件答复。"),
            ("The policy that most replies name is ", name, f": {rows[0]['citations']} of them."),
        )


def _held_together(figures: Row) -> Iterator[Sentence]:
    groups, cuts = figures["communities"], set(figures["structure"]["articulation_points"])
    middle = figures["centrality"][0] if figures["centrality"] else None
    if middle and middle["betweenness"] > 0 and middle["iri"] in cuts:
        name = Linked(middle["name"], middle["id"])
        yield Sentence(
            ("把各方连在一起的首先是", name, "：去掉它，关系网就断开。"),
            ("What holds it together is above all ", name, ": without it the network falls apart."),
        )
    if groups["found"]:
        number, largest = len(groups["groups"]), groups["groups"][0]
        big = sum(group["size"] >= _LARGE_GROUP for group in groups["groups"])
        chief = _links(largest["members"][:3])
        yield Sentence(
            (
                f"关系网分成 {number} 个群体，其中 {big} 个不少于 {_LARGE_GROUP} 个实体；",
                *(f"最大的有 {largest['size']} 个，以", *_listed(chief, "、"), "为首。"),
            ),
            (
                f"The network falls into {number} communities, {big} of them with {_LARGE_GROUP} members or more; ",
                *(f"the largest has {largest['size']}, chief among them ", *_listed(chief, ", "), "."),
            ),
        )
    else:
        yield Sentence(
            ("各实体之间没有形成超出偶然的紧密群体。",), ("No group is more closely linked than chance would have it.",)
        )


def _inside(figures: Row, gap: Row) -> Iterator[Sentence]:
    row = next((place for place in figures["places"] if place["iri"] == gap["iri"]), None)
    if row is None:
        return
    kinds = (
        ("enterprises", "企业 {} 家", "enterprises"),
        ("carriers", "载体 {} 个", "carriers"),
        ("scenarios", "场景 {} 个", "scenarios"),
    )
    found = [(sum(row[name].values()), zh, en) for name, zh, en in kinds if sum(row[name].values())]
    place, planned = Linked(row["name"], row["id"]), row["scenarios"]["planned"]
    if not found:
        yield Sentence((place, "：没有句子写明什么在本地。"), (place, ": no sentence says that anything is there. "))
        return
    yield Sentence(
        (
            place,
            "：写明在本地的有" + "、".join(zh.format(n) for n, zh, _ in found),
            f"（其中 {planned} 个为计划）。" if planned else "。",
        ),
        (
            place,
            ": said to be there are " + ", ".join(_count(n, en) for n, _, en in found),
            f" ({planned} planned)." if planned else ".",
        ),
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
        zh += (f"{len(existing)} 个已有试点（", *_listed(existing, "、", "等"), "）")
        en += (
            f"{len(existing)} {'has' if len(existing) == 1 else 'have'} a pilot (",
            *_listed(existing, ", ", " and others"),
            ")",
        )
    if planned:
        zh += ("，" if existing else "", f"{len(planned)} 个只有计划（", *_listed(planned, "、", "等"), "）")
        en += (", " if existing else "", f"{len(planned)} only a planned one (", *_listed(planned, ", ", " and others"), ")")
    if without:
        zh += (f"，其余 {len(without)} 个未被点名：", *_listed(without, "、", "等"))
        en += (f"; for {len(without)} no reply names one: ", *_listed(without, ", ", " and others"))
    yield Sentence((*zh, "。"), (*en, "."))
