"""Towns that a sentence calls without what they are: 落户甲 for 落户甲镇, 乙的丙园 for 乙街道的丙园."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading.mentions.names import is_generic, occurrences
from graph.reading.place import Where, find_divisions
from graph.reading.relations.scene import Pair
from graph.records import Mention

__all__ = ["bare_towns"]

_TOWN = re.compile("(?P<bare>.{2,})(?:街道|镇|乡)")
#: Right before a town that something came to.
_CAME_TO = re.compile(
    "(?:落户|入驻|进驻|坐落于?|坐落在|位于|地处|落地|落址|落子|落在|设在|建在|迁至|迁到|搬到|搬至|扎根|布局在?|选址[在于]?|(?:延伸|推广|扩大|辐射)[到至])$"
)
#: Right before a town where something is or happens.
_AT = re.compile("(?<![存现潜内所])在$")
#: At the head of a clause.
_HEADS = re.compile("(?:^|[\n，。；：])$")
#: Behind a town that a clause begins with: what is its own, and what towns do.
_DOES = re.compile(
    "的|(?:先后|已|共|累计|还|也|新|正在?|陆续|相继|成功|又|率先|目前|现){0,3}"
    "(?:引进|引入|招引|集聚|聚集|汇聚|吸引|培育|落户|建成|建设|打造|规划|新建|启动|搭建|推出|上线|试点|开通)(?!的|单位|方|企业|成本|局|银行|集团|公司|路|街|村|社区)"
    "|(?:本土|本地|辖区|镇内|辖内)[^，。；：的]{0,6}企业"
)
#: So many characters behind it are looked at.
_NEAR = 10
_ENDS = re.compile("[，。；、）\n]|$|等地|的(?!确|区域|地块|士)")
_HAPPENS = re.compile(
    "[，。；、\n]|$|等地|的(?!确|区域|地块|士)|内|常态|试|运[行营]|设[立点有]|建[设成有立]|投[产资入运用]|开[展通工业设]|落[地户]|启[动用]|上线|推[出行广]"
    "|率先|先行|举办|打造|布[局设点]|成立|生产|研发|集聚|形成|起步|扎根"
)
#: 甲路街道 without its end is a road, and 红旗镇 mostly a flag.
_NO_TOWN = re.compile("[路街道里场站园]$|^(?:和平|光明|团结|胜利|解放|建设|新华|人民|友谊|红旗|东风|前进|幸福|朝阳|中心|新城)$")
#: Kinds of places whose name may begin as a town's does: 落户张江 may well mean 张江科学城.
_OTHERS = ("Carrier", "BusinessCircle", "Road", "Community", "Facility")


def bare_towns(text: str, start: int, end: int, inside: list[Pair], past: Sequence[Pair], where: Where) -> list[Pair]:
    """Mentions of towns and streets by their names alone, where the words around say that a place is meant.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the sentence, offsets into it.
    inside:
        The names of the sentence, in order.
    past:
        What was named before it.
    where:
        The replying district, which a town may share its name with.
    """
    named = [*past, *inside]
    towns: dict[str, Pair] = {}
    for pair in named:
        town = _TOWN.fullmatch(pair[1].name) if pair[1].type == "Subdistrict" else None
        if town and town["bare"] not in towns:
            towns[town["bare"]] = pair
    found: list[Pair] = []
    for bare, (first, known) in towns.items():
        if text.find(bare, start, end) < 0 or not _is_of_it_alone(bare, known.name, named, where):
            continue
        for at in occurrences(text, bare, start, end):
            behind = at + len(bare)
            free = first.end <= at and all(behind <= m.start or m.end <= at for m, _ in inside)
            ours = len(where.short or "") if text.endswith(where.short or "-", start, at) else 0  # 落户甲区乙, without 区
            lead = at - ours
            if free and _is_a_place(text[max(lead - 4, start) : lead], text[behind : behind + _NEAR], heads=lead == start):
                found.append((Mention(known.type, known.name, at, behind, "anaphor", first.confidence), known))
    return found


def _is_of_it_alone(bare: str, name: str, named: Sequence[Pair], where: Where) -> bool:
    """Whether nothing else that the reply names begins like a town, and no division is called so."""
    if find_divisions(bare) or bare in (where.short, where.name) or is_generic(bare) or _NO_TOWN.search(bare):
        return False
    return not any(
        (k.type in _OTHERS and k.name.startswith(bare))
        or (k.type in ("District", "Subdistrict") and k.name != name and bare in k.name)
        for _, k in named
    )


def _is_a_place(before: str, behind: str, *, heads: bool) -> bool:
    """Whether the words around a bare name say that it is where something is."""
    if _CAME_TO.search(before):
        return bool(_ENDS.match(behind))
    if _AT.search(before):
        return bool(_HAPPENS.match(behind))
    return (heads or bool(_HEADS.search(before))) and bool(_DOES.match(behind))
