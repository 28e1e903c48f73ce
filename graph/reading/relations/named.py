"""Districts and counties that a sentence names for a service: those of the replying city, and others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.relations.here import holds
from graph.reading.relations.outright import OUTRIGHT, is_had
from graph.reading.relations.scene import MASK, Link, Pair, Scene

__all__ = ["called_after_another", "in_a_name", "in_order", "named_before", "of_another", "row_of", "spread_over", "together"]


def together(scene: Scene, inner: list[Pair], home: Known | None) -> list[Known]:
    """The counties named together with the last one: 甲、乙、丙区; 甲“X”、乙“Y”、丙“Z”."""
    last = inner[-1]
    group = next((g for g in scene.groups if g.start <= last[0].start < g.end), None)
    named = [k for _, k in group.of(("District",)) if k is not home] if group else []
    rows = [last]
    for pair in reversed(inner[:-1]):
        if not re.fullmatch(r"[^，。；：]{0,12}、[“]?", scene.text[pair[0].end : rows[0][0].start]) or _has_its_own(
            scene, pair, rows[0]
        ):
            break
        rows.insert(0, pair)
    return named if len(named) >= len(rows) else [k for _, k in rows]


#: “丙”“丁”、“戊”: services quoted in a row.
_QUOTED_ROW = re.compile(r"(?:“[^“”]{1,20}+”[、和与及]?){2,9}")


def in_order(scene: Scene, scenario: Pair, named: list[Known]) -> list[Known]:
    """Of as many districts as services are quoted in a row behind them the one of the same place: 甲市、乙市走在前列，“丙”“丁”…."""
    start = scenario[0].start
    row = next((r for r in _QUOTED_ROW.finditer(scene.text, scene.start, scene.end) if r.start() <= start < r.end()), None)
    if row is None or len(named) < _PAIR or row.group().count("“") != len(named):
        return named
    rows = [m for m, k in scene.of("District") if m.end <= row.start() and any(k is n for n in named)]
    if not rows or re.search("[在于][“]?$", scene.between(scene.start, rows[0].start)):
        return named
    between = scene.between(rows[-1].end, row.start())
    if len(named) == _PAIR and "，" not in between and "分别" not in between:
        return named  # 甲市、乙市推出“丙”“丁”: both may have both
    return [named[scene.text.count("“", row.start(), start + 1) - 1]]


#: So few that each may have each.
_PAIR = 2


def _has_its_own(scene: Scene, first: Pair, second: Pair) -> bool:
    """Whether a scenario stands between two districts, which then is the first one's: 甲区的“丙”、乙区的“丁”."""
    between = scene.text[first[0].end : second[0].start]
    return "“" in between[:-1] or any(first[0].end <= m.start and m.end <= second[0].start for m, _ in scene.of("Scenario"))


#: Before the district that a clause begins with.
_OPENS = re.compile("(?:目前|现在?|如今|其中|例如|比如|如|像|国内|近年来)?，?")


def _with_fellows(scene: Scene, first: Pair, others: list[Pair]) -> list[Known]:
    """A district and those that stand in a row behind it: 甲市、乙市等地均已上线."""
    row = [first]
    for pair in others:
        if pair[0].start == row[-1][0].end:
            row[-1] = pair  # 甲市乙区
        elif scene.joins(row[-1][0], pair[0]):
            row.append(pair)
    return [k for _, k in row]


#: Behind a city of which a thing here is the first: 甲市首条乙航线在我区开通.
_FIRST_OF = re.compile("的?(?:首[个条家座例单款台]|第一[个条家座]|唯一)")


#: The rule that sees a district elsewhere, and how sure it is.
_ELSEWHERE = ("piloted.elsewhere", 0.62)


def of_another(scene: Scene, scenario: Pair, others: list[Pair], home: Known | None) -> list[Link]:
    """Another district that the sentence speaks of before the scenario."""
    start = scenario[0].start
    clause = scene.clause(start)[0]
    others = [p for p in others if not (home is not None and holds(p[1], home) and _FIRST_OF.match(scene.text, p[0].end))]
    own = any(p[1] is home and p[0].start < start for p in scene.of("District")) or re.search(
        r"我[区县市省]|本[区县市]", scene.text[scene.start : start]
    )
    adjoins = bool(others) and re.fullmatch("的?[“]?", scene.between(others[-1][0].end, start))
    if adjoins and len(others) > 1 and _has_its_own(scene, others[-2], others[-1]):
        rule, sure = (OUTRIGHT, 0.95) if is_had(scene, start) else _ELSEWHERE
        return [scene.link("pilotedIn", scenario, others[-1][1], rule, sure)]
    first = [p for p in others if _OPENS.fullmatch(scene.text[scene.clause(p[0].start)[0] : p[0].start])]
    if first and not own and (first[-1][0].end > clause or first[-1][0].start == scene.start):
        return [
            scene.link("pilotedIn", scenario, place, "piloted.subject", 0.7)
            for place in in_order(scene, scenario, _with_fellows(scene, first[-1], others))
        ]
    larger = home is not None and any(divisions.inside(str(home.code), str(p[1].code)) for p in others if p[1].code)
    lead = scene.between(scene.start, others[-1][0].start) if others else "-"
    told = re.search(r"[在于]$|^$|，$", lead) or (adjoins and re.search("(?:[如像、和与]|国内|例如|以及)$", lead))
    if others and not own and not larger and told:
        rule, sure = (OUTRIGHT, 0.95) if adjoins and not lead and is_had(scene, start) else _ELSEWHERE
        return [scene.link("pilotedIn", scenario, others[-1][1], rule, sure)]
    return []


#: X已在甲市、乙市等地上线: the words right behind a scenario, names masked.
_SPREAD_OVER = re.compile(
    rf"[”]?(?:小程序|平台|系统|APP|应用|服务|项目)?(?:已|现|均|先后|率先|也|目前|陆续|分别)*在[“]?(?P<row>{MASK}+(?:[“”、和与及]+{MASK}+)*)[”]?等?(?:地区?|[省市区县])?[^，。；]{{0,8}}?"
    r"(?:上线|试点|推广|运行|使用|应用|落地|启用|投用|开通|部署|开展|推行)"
)


def spread_over(scene: Scene, scenario: Pair, home: Known | None) -> list[Known]:
    """The other districts and cities that a scenario is said right behind it to run in."""
    end = scenario[0].end
    told = _SPREAD_OVER.match(scene.between(end, scene.end))
    group = next((g for g in scene.groups if told and g.start == end + told.start("row")), None)
    named = [place.pair[1] for place in group.places] if group is not None else []
    other = all(k.type == "District" and k is not home and not (k.code and home is not None and holds(k, home)) for k in named)
    return named if other else []


def called_after_another(scenario: Known, home: Known | None) -> str | None:
    """The place that a scenario is called after, where that is neither the replying one nor one around or inside it: 甲市智慧停车系统."""
    own = str(home.code) if home is not None and home.code else None
    for name in (scenario.name, *scenario.aliases):
        called = next((n for at, _, n in find_divisions(name) if at == 0 and len(n) > 2 and n[-1] in "省市区县州旗盟"), None)
        if called is None:
            continue
        codes = divisions.codes_of(called)
        near = own is None or any(code == own or divisions.inside(code, own) or divisions.inside(own, code) for code in codes)
        return None if near or not codes else called
    return None


def named_before(scene: Scene, scenario: Pair, home: Known | None) -> str | None:
    """Code of the county of the replying city that stands right before a scenario, or that its name begins with."""
    if home is None or not str(home.code).endswith("00"):
        return None
    start = scenario[0].start
    lead = scene.text[max(scene.start, start - 6) : start].rstrip("“的")
    names = [name for _, end, name in find_divisions(lead) if end == len(lead)]
    codes = [code for name in names for code in divisions.codes_of(name) if divisions.inside(code, str(home.code))]
    codes += (
        []
        if names
        else _begins_with(list(scenario[1].aliases), str(home.code))
        or _begins_with([scene.text[start : start + 8]], str(home.code))
    )
    return codes[0] if len(set(codes)) == 1 else None


def row_of(scene: Scene, last: Known | None, start: int) -> list[Known]:
    """A county before a scenario and those that stand in a row right before it: 甲区、乙区“丙”先后上线."""
    named = [p for p in scene.of("District") if p[0].end <= start]
    row = [last] if last is not None else []
    if not row or not named or named[-1][1] is not last:
        return row
    for before, after in zip(reversed(named[:-1]), reversed(named), strict=False):
        if not scene.joins(before[0], after[0]):
            break
        row.insert(0, before[1])
    return row


#: Behind a county's short name, where it names a service.
_DIGITAL = ("智慧", "数字", "智能", "云")


def _begins_with(names: Sequence[str], home: str) -> list[str]:
    """The counties of a city that names begin with: 合川智慧停车."""
    former = [
        (code, _beginnings(called))
        for name in names
        for at, _, called in find_divisions(name)
        for code in divisions.codes_of(called)
        if at == 0 and divisions.is_former(code) and divisions.inside(code, home)
    ]
    return [code for name in names for code, words in (*_counties(home), *former) if name.startswith(words)]


@lru_cache(maxsize=64)
def _counties(home: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The counties of a city by their codes, each with what a service that is called after it begins with."""
    return tuple((d.code, _beginnings(d.name)) for d in divisions.children(home) if len(d.code) == 6)


def _beginnings(county: str) -> tuple[str, ...]:
    return (county, *(divisions.short_form(county) + word for word in _DIGITAL))


#: Nouns to a segmenter that say what is done in a district: 在甲区试点乙.
_ACTS = frozenset(
    ("试点", "试运行", "示范", "首批", "上线", "率先", "推出", "建成", "开通", "打造", "落地", "投用", "依托", "作为", "先行")
) | frozenset(("部署", "布局", "布点", "首创", "上马"))
#: Nouns to it that say right before a verb how it is done there, or who does it: 甲区着力打造乙, 甲区政府推出乙; not 甲区重点企业.
_BEFORE_ACTS = frozenset({"着力", "全力", "聚力", "倾力", "合力", "重点", "精心", "全面", "政府", "人民政府"})
#: 甲区部署会, 甲区布局优化专班: what is done there belongs to a name.
_OF_AN_ACT = re.compile("安排|会议?|会上|要求|工作|优化|专班|规划|调整|中心|基地")


def in_a_name(scene: Scene, end: int) -> bool:
    """Whether a noun follows a district, which then is part of another name: 甲省物联网科普教育基地."""
    tokens = scene.reply.tokens
    at = min(scene.reply.token_at(end), len(tokens) - 1)
    token = tokens[at]
    ahead = tokens[at + 1 : at + 2]
    acts = token.word in _ACTS or (token.word in _BEFORE_ACTS and ahead and (ahead[0].tag[:1] == "v" or ahead[0].word in _ACTS))
    acts = acts and not (ahead and _OF_AN_ACT.fullmatch(ahead[0].word))
    return token.start == end and token.tag[:1] == "n" and len(token.word) > 1 and not acts
