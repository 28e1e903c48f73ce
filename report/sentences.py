"""The figures in plain sentences, in both languages; a sentence without its figure is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.network.definitions import Words

__all__ = ["of_district", "of_whole"]

_MOST = 8
Row = Mapping[str, Any]


def of_whole(figures: Row) -> list[Words]:
    """What was read, what is named, how it hangs together."""
    return [*_read(figures), *_named(figures), *_leading(figures), *_held_together(figures)]


def of_district(figures: Row, gap: Row) -> list[Words]:
    """One replying district: what is said to be in it, its sectors, its subdistricts without a pilot."""
    return [*_inside(figures, gap), *_subdistricts(gap)]


def _read(figures: Row) -> Iterator[Words]:
    replies, years = figures["replies"], [row["id"] for row in figures["years"]]
    offices = [row["name"] for row in figures["departments"]]
    span = "" if not years else years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    zh = f"本报告由 {replies} 件答复读出" + (f"（{span} 年）" if span else "")
    en = f"Read from {replies} {'reply' if replies == 1 else 'replies'}" + (f" of {span}" if span else "")
    if offices:
        more = "等" if len(offices) > 3 else ""
        zh += f"，承办部门 {len(offices)} 个：{'、'.join(offices[:3])}{more}"
        en += f", by {len(offices)} {'department' if len(offices) == 1 else 'departments'}"
    yield Words(zh + "。", en + ".")


def _named(figures: Row) -> Iterator[Words]:
    counts, status = figures["counts"]["by_type"], figures["counts"]["by_status"]
    kinds = (
        ("Enterprise", "家企业", "enterprises"),
        ("Carrier", "个载体", "carriers"),
        ("Subdistrict", "个街镇", "subdistricts"),
        ("Policy", "份政策", "policies"),
        ("Scenario", "个场景", "scenarios"),
    )
    found = [(counts[kind], zh, en) for kind, zh, en in kinds if counts.get(kind)]
    if not found:
        yield Words(
            "答复没有点名任何企业、载体、街镇、政策或场景。", "No enterprise, carrier, subdistrict, policy or scenario is named."
        )
        return
    zh = "点名 " + "、".join(f"{n} {word}" for n, word, _ in found)
    en = "Named are " + ", ".join(f"{n} {word if n > 1 else _one(word)}" for n, _, word in found)
    scenarios = status.get("Scenario")
    if scenarios:
        zh += f"；场景中 {scenarios['existing']} 个已有，{scenarios['planned']} 个规划"
        en += f"; of the scenarios {scenarios['existing']} exist and {scenarios['planned']} are planned"
    yield Words(zh + "。", en + ".")


def _one(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _leading(figures: Row) -> Iterator[Words]:
    carriers = [row for row in figures["places"] if row["type"] == "Carrier" and sum(row["enterprises"].values())]
    if carriers:
        most = max(sum(row["enterprises"].values()) for row in carriers)
        names = [row["name"] for row in carriers if sum(row["enterprises"].values()) == most]
        if len(names) <= 3:
            zh, en = "、".join(names), ", ".join(names)
            each = ("各", " each") if len(names) > 1 else ("", "")
            yield Words(
                f"点名企业最多的载体是{zh}，{each[0]} {most} 家。", f"Most enterprises are named in {en}: {most}{each[1]}."
            )
        else:
            yield Words(
                f"有 {len(names)} 个载体各点名 {most} 家企业，为最多。", f"{len(names)} carriers lead with {most} named each."
            )
    sectors = figures["sectors"]["rows"]
    if sectors:
        top = sectors[0]
        yield Words(
            f"归属最多的领域是{top['name']}，占 {top['share']:.0%}（{top['memberships']}/{figures['sectors']['memberships']}）。",
            f"The leading sector is {top['name']} with {top['share']:.0%} "
            f"({top['memberships']} of {figures['sectors']['memberships']} memberships).",
        )


def _held_together(figures: Row) -> Iterator[Words]:
    groups = figures["communities"]
    if groups["found"]:
        yield Words(
            f"图中有 {len(groups['groups'])} 个社群（模块度 {groups['modularity']:.2f}，"
            f"高出随机图 {groups['z']:.1f} 个标准差）。",
            f"The graph falls into {len(groups['groups'])} communities (modularity {groups['modularity']:.2f}, "
            f"{groups['z']:.1f} standard deviations above chance).",
        )
    else:
        yield Words("图中没有超出随机的社群。", "The graph has no communities that chance would not give.")


def _inside(figures: Row, gap: Row) -> Iterator[Words]:
    row = next((place for place in figures["places"] if place["iri"] == gap["iri"]), None)
    if row is None:
        return
    firms, scenes = row["enterprises"], row["scenarios"]
    yield Words(
        f"有句子说在{row['name']}的：企业 {sum(firms.values())} 家，载体 {sum(row['carriers'].values())} 个，"
        f"场景 {scenes['existing']} 个已有、{scenes['planned']} 个规划。",
        f"Said to be in {row['name']}: enterprises {sum(firms.values())}, carriers {sum(row['carriers'].values())}, "
        f"scenarios {scenes['existing']} existing and {scenes['planned']} planned.",
    )


def _subdistricts(gap: Row) -> Iterator[Words]:
    without = [row["name"] for row in gap["rows"] if not row["existing"] + row["planned"]]
    zh = f"{gap['name']}名录上有 {gap['subdistricts']} 个街镇，{gap['with_existing']} 个有已建试点"
    en = f"Of its {gap['subdistricts']} subdistricts {gap['with_existing']} have an existing pilot"
    if gap["with_planned_only"]:
        zh += f"，{gap['with_planned_only']} 个只有规划"
        en += f", {gap['with_planned_only']} only a planned one"
    if without:
        zh += f"，{len(without)} 个未被点名试点：{_listed(without, '、', '等')}"
        en += f", and for {len(without)} no reply names a pilot: {_listed(without, ', ', ' and others')}"
    yield Words(zh + "。", en + ".")


def _listed(names: Sequence[str], between: str, more: str) -> str:
    return between.join(names[:_MOST]) + (more if len(names) > _MOST else "")
