"""The whole in plain sentences, in both languages, with names as links; a sentence without its figure is left out."""

from __future__ import annotations

from collections.abc import Iterator

from report.links import Linked
from report.wording import Row, Sentence, count_of, links_of, listed, told

__all__ = ["of_whole"]

_LARGE_GROUP = 10


def of_whole(figures: Row) -> list[Sentence]:
    """What was read and is named, where the firms are, in which sectors, how it hangs together."""
    return [*_named(figures), *_carriers(figures), *_sectors(figures), *_policies(figures), *_held_together(figures)]


def _named(figures: Row) -> Iterator[Sentence]:
    """Who replied, and what the replies name."""
    replies, span, offices = figures["replies"], _years(figures), figures["departments"]
    # What is known of some of them only is told of these, in a sentence of its own.
    span = span if told(figures["years"]) == replies else ""
    offices = offices if told(offices) == replies else []
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
    en = ", ".join(count_of(n, word) for n, _, word in found)
    en_by = f" by {count_of(len(offices), 'departments')}" if len(offices) > 1 else ""
    single = (" by ", by[0]) if len(offices) == 1 else (en_by,)
    named = (f"共提及 {zh}。", f" {'names' if replies == 1 else 'name'} {en}.")
    nothing = ("没有提及任何企业、载体、街镇、政策或场景。", ": no enterprise, carrier, subdistrict, policy or scenario.")
    last = named if found else nothing
    yield Sentence(
        (f"{span} 年，" if span else "", *(by if offices else ()), f"{replies} 件答复", last[0]),
        (count_of(replies, "replies"), *single, f" ({span})" if span else "", last[1]),
    )
    yield from _some_told(figures)
    yield from _scenarios(figures)


def _years(figures: Row) -> str:
    years = [row["id"] for row in figures["years"]]
    return "" if not years else years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _some_told(figures: Row) -> Iterator[Sentence]:
    """How many replies name their office and their day, where not all do."""
    replies, offices, years = figures["replies"], figures["departments"], figures["years"]
    zh, en = [], []
    if offices and (left := replies - told(offices)):
        zh.append(f"{told(offices)} 件写明答复单位（共 {len(offices)} 个部门），{left} 件没有")
        en.append(f"{told(offices)} name their office ({count_of(len(offices), 'departments')}), {left} do not")
    if years and (left := replies - told(years)):
        zh.append(f"{told(years)} 件写明日期（{_years(figures)} 年），{left} 件没有")
        en.append(f"{told(years)} have a day ({_years(figures)}), {left} do not")
    if zh:
        yield Sentence(("其中 ", "；".join(zh), "。"), ("Of them ", "; ".join(en), "."))


def _scenarios(figures: Row) -> Iterator[Sentence]:
    """How many of them are there and how many to come, where there are both."""
    scenarios = figures["counts"]["by_status"].get("Scenario") or {}
    existing, planned = scenarios.get("existing", 0), scenarios.get("planned", 0)
    if existing and planned:
        yield Sentence(
            (f"场景中，{existing} 个已有，{planned} 个尚在规划。",),
            (f"Of the scenarios, {existing} exist and {planned} are planned.",),
        )
    elif existing or planned:
        yield Sentence(
            (f"这些场景{'都已有' if existing else '都尚在规划'}。",),
            (f"All of the scenarios {'exist' if existing else 'are planned'}.",),
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
        names = links_of(chief)
        if most == 1:
            yield Sentence(
                (f"写明企业入驻的载体有 {len(rows)} 个，各 1 家：", *listed(names, "、", "等"), "。"),
                (
                    f"Enterprises are named in {count_of(len(rows), 'carriers')}, 1 in each: ",
                    *listed(names, ", ", " and others"),
                    ".",
                ),
            )
        else:
            each = ("各 ", " each") if len(chief) > 1 else ("", "")
            yield Sentence(
                (
                    *("企业最集中的载体是", *listed(names, "、", "等")),
                    f"（{each[0]}{most} 家）；写明企业入驻的载体共 {len(rows)} 个。",
                ),
                (
                    *("Most enterprises are named in ", *listed(names, ", ", " and others")),
                    f" ({most}{each[1]}), of {count_of(len(rows), 'carriers')} that have any.",
                ),
            )
    out = figures["unplaced"]["enterprises"]
    if out:
        yield Sentence(
            (f"另有 {out} 家企业，答复没有说在哪里。",),
            (f"Of {count_of(out, 'enterprises')} no reply says where {'it is' if out == 1 else 'they are'}.",),
        )


def _sectors(figures: Row) -> Iterator[Sentence]:
    sectors = figures["sectors"]
    if not sectors["rows"] or sectors["hhi"] is None:
        return
    most = sectors["rows"][0]["memberships"]
    chief = links_of([row for row in sectors["rows"] if row["memberships"] == most])
    share = f"{sectors['rows'][0]['share']:.0%}"
    each = ("各", " each") if len(chief) > 1 else ("", "")
    yield Sentence(
        (
            f"写明领域的 {sectors['memberships']} 项归属中，",
            *listed(chief, "、", "等"),
            f"最多，{each[0]}占 {share}。",
        ),
        (
            f"Of {sectors['memberships']} stated sector memberships ",
            *listed(chief, ", ", " and others"),
            f" {'have' if len(chief) > 1 else 'has'} most, {share}{each[1]}.",
        ),
    )


def _policies(figures: Row) -> Iterator[Sentence]:
    """Only where one policy is named by more replies than any other."""
    rows = figures["policies"][:2]
    if rows and rows[0]["citations"] > 1 and (len(rows) == 1 or rows[1]["citations"] < rows[0]["citations"]):
        name = Linked(rows[0]["written"], rows[0]["id"])
        yield Sentence(
            ("被引用最多的政策是", name, f"，见于 {rows[0]['citations']} 件答复。"),
            ("The policy that most replies name is ", name, f": {rows[0]['citations']} of them."),
        )


def _held_together(figures: Row) -> Iterator[Sentence]:
    groups = figures["communities"]
    if groups["found"]:
        number, largest = len(groups["groups"]), groups["groups"][0]
        big = sum(group["size"] >= _LARGE_GROUP for group in groups["groups"])
        chief = links_of(largest["members"][:3])
        yield Sentence(
            (
                f"关系网分成 {number} 个群体" + (f"，其中 {big} 个不少于 {_LARGE_GROUP} 个实体；" if big else "，"),
                *(f"最大的有 {largest['size']} 个，以", *listed(chief, "、"), "为首。"),
            ),
            (
                f"The network falls into {number} communities"
                + (f", {big} of them with {_LARGE_GROUP} members or more; " if big else ", "),
                *(f"the largest has {largest['size']}, chief among them ", *listed(chief, ", "), "."),
            ),
        )
    else:
        yield Sentence(
            ("各实体之间没有形成超出偶然的紧密群体。",), ("No group is more closely linked than chance would have it.",)
        )
