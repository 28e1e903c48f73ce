"""The district as the place of a scenario, where the sentence gives no more exact one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.relations.elsewhere import is_not_run_here, is_of_our_level, is_only_said
from graph.reading.relations.here import holds, is_province, named_here
from graph.reading.relations.scene import MASK, Link, Pair, Scene
from graph.records import Status

__all__ = ["called_after_another", "district", "inside", "own_name"]


def district(scene: Scene, scenario: Pair, home: Known | None, districts: dict[str, Known], *, aside: bool = False) -> list[Link]:
    """A county of the replying city; a place elsewhere that the sentence is about; the replying district.

    Parameters
    ----------
    scene:
        The sentence.
    scenario:
        The scenario for which it gives no exact place.
    home:
        The replying district.
    districts:
        The reply's districts by their codes.
    aside:
        Whether the paragraph has named a smaller place before.
    """
    if called_after_another(scenario[1], home) is not None:
        return []  # its name says it
    spread = [scene.link("pilotedIn", scenario, k, "piloted.elsewhere", 0.75) for k in _spread_over(scene, scenario, home)]
    return spread or _of_the_sentence(scene, scenario, home, districts, aside=aside)


def _of_the_sentence(scene: Scene, scenario: Pair, home: Known | None, districts: dict[str, Known], *, aside: bool) -> list[Link]:
    """By the districts that the sentence names before the scenario."""
    start = scenario[0].start
    only_said = is_only_said(scene, scenario[0])
    if not only_said and (county := _named_before(scene, scenario, home)) is not None:
        row = _row_of(scene, districts.get(county), start)
        return [scene.link("pilotedIn", scenario, place, "piloted.within", 0.85) for place in row]
    others = [
        p
        for p in scene.of("District")
        if p[1] is not home
        and p[0].end <= start
        and (p[0].end == start or any(m.start == p[0].end for m, _ in scene.of("District")) or not _in_a_name(scene, p[0].end))
    ]
    others = [p for p in others if not _back_home(scene, p[0].end, start, home)]
    inner = [p for p in others if p[1].code and home is not None and inside(str(p[1].code), str(home.code))]
    if inner and not only_said:
        return [scene.link("pilotedIn", scenario, place, "piloted.within", 0.8) for place in _together(scene, inner, home)]
    if is_not_run_here(scene, scenario, home):
        return []
    if (written := _of_a_document(scene, start, home, districts)) is not None:
        return [scene.link("pilotedIn", scenario, written, "piloted.document", 0.65)]
    if home is not None and home.name[-1] in "区县" and (city := _of_our_city(scene, start, home, districts)):
        return [scene.link("pilotedIn", scenario, city, "piloted.city", 0.7)]
    return _other(scene, scenario, others, home) or ([] if home is None else _at_home(scene, scenario, home, aside=aside))


def own_name(scene: Scene, scenario: Pair, home: Known | None) -> list[Link]:
    """The replying district as the place of a scenario that is called after it: 文旅甲州, 乙区非机动车管理平台."""
    mention, known = scenario
    if home is None or is_only_said(scene, mention):
        return []
    called = {home.name, divisions.short_form(home.name)}
    told = any(len(own) > 1 and own in name for own in called for name in (mention.name, known.name, *known.aliases))
    return [scene.link("pilotedIn", scenario, home, "piloted.own-name", 0.75)] if told else []


#: What the province, the city or the whole country runs, and no district of theirs.
_OF_MORE = re.compile("(?:国家|全国|京津冀|长三角|粤港澳|大湾区|省级?|自治区)(?!重点|试点|示范)|市级(?!试点|示范)")


def _of_more(scenario: Pair, home: Known) -> bool:
    """Whether a scenario's name says that a larger place has it: 市级心电诊断中心 in a county's reply."""
    mention, known = scenario
    for name in (mention.name, known.name, *known.aliases):
        larger = next((n for at, _, n in find_divisions(name) if at == 0), None)
        if larger is not None and any(inside(str(home.code), code) for code in divisions.codes_of(larger)):
            return True
        if (told := _OF_MORE.match(name)) and told.group()[0] != home.name[-1]:
            return True
    return False


#: Places of which the sentence says something, so that the district is hardly meant.
_SMALLER = ("Carrier", "Subdistrict", "BusinessCircle", "Community")
#: 在丙码头试点甲: a place that is no known entity.
_AT_UNKNOWN = re.compile(
    "在(?!更多|部分|各|一些|多个|若干|有条件|全|[^，；“]{2,10}(?:[服业]务|过程|方面|工作)中?)[^，；“]{2,16}(?:试点|试行|试用|试运行|开通|开展|推广|推行|推进|建设|上线|开发|使用|增设|附近|设|有)[^，；]{0,16}$"
)
#: 对上云企业给予服务券, 为独居老人安装甲: whom it is for, not where it runs.
_FOR = re.compile(f"^[^，；{MASK}]{{0,4}}(?:对|为|让|给)[^，；{MASK}]{{2,}}")
#: Words that tell where a firm is from, and nothing of where a thing runs.
_NATIVE = re.compile("本地|本土|在[\u4e00-\u9fff]企业")
#: In a district's reply: what the whole city has, unless the district is the first there.
_OF_ALL_THE_CITY = re.compile("全[市省](?!首|第|率先|领先|唯一|最|前|示范|试点|先进|优秀|范围内首|各区)")


def _at_home(scene: Scene, scenario: Pair, home: Known, *, aside: bool) -> list[Link]:
    """The replying district: surely where the sentence speaks of it, hardly where it speaks of another place."""
    mention = scenario[0]
    spoken = [span for span in named_here(scene, home) if not _NATIVE.match(scene.text, *span)]
    if spoken or f"全{home.name[-1]}" in scene.said or is_of_our_level(scene, mention, home):
        return [scene.link("pilotedIn", scenario, home, "piloted.district", 0.76)]
    clause, end = scene.clause(mention.start)
    ours = re.search(f"{home.name[-1]}[\u4e00-\u9fff]{{1,6}}[局委办]", scene.said)
    of_the_city = home.name[-1] in "区县" and not ours and _OF_ALL_THE_CITY.search(scene.text, clause, end)
    if of_the_city or _of_more(scenario, home):
        return []
    lead = scene.text[clause : mention.start]
    if (
        any(m.start < end for m, _ in scene.of(*_SMALLER))
        or _AT_UNKNOWN.search(lead)
        or _FOR.match(scene.between(clause, mention.start))
    ):
        return []
    # Of a paragraph that has spoken of a smaller place, and in a province's reply, two of three such services run elsewhere.
    if aside or scene.of("Facility", "Road") or is_province(home):
        return []
    link = scene.link("pilotedIn", scenario, home, "piloted.district-plain", 0.65)
    return [replace(link, rule="piloted.district-planned") if link.status is Status.PLANNED else link]


def _back_home(scene: Scene, start: int, end: int, home: Known | None) -> bool:
    """Whether a later clause speaks of the replying district again: 甲区先行试点，我市将推广乙."""
    spans = [span for span in named_here(scene, home) if start <= span[0] < end]
    return any(scene.text[a - 1] in "，；" or scene.text[a - 1 : a + 1] == "全市" for a, _ in spans)


def _of_a_document(scene: Scene, start: int, home: Known | None, districts: dict[str, Known]) -> Known | None:
    """The county or city of the replying place whose document the sentence speaks of: 《甲市…条例》施行，“乙”有了依据."""
    named = [p for p in scene.of("Policy") if p[0].end <= start]
    if not named or home is None or re.search("我[区县市省]|全[区县市省]", scene.text[named[-1][0].end : start]):
        return None
    found = [name for at, _, name in find_divisions(named[-1][1].name) if at == 0]
    codes = [code for name in found for code in divisions.codes_of(name) if inside(code, str(home.code))]
    return districts.get(codes[0]) if len(codes) == 1 else None


def _together(scene: Scene, inner: list[Pair], home: Known | None) -> list[Known]:
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


def _other(scene: Scene, scenario: Pair, others: list[Pair], home: Known | None) -> list[Link]:
    """Another district that the sentence speaks of before the scenario."""
    start = scenario[0].start
    clause = scene.clause(start)[0]
    own = any(p[1] is home and p[0].start < start for p in scene.of("District")) or re.search(
        r"我[区县市省]|本[区县市]", scene.text[scene.start : start]
    )
    adjoins = bool(others) and re.fullmatch("的?[“]?", scene.between(others[-1][0].end, start))
    if adjoins and len(others) > 1 and _has_its_own(scene, others[-2], others[-1]):
        return [scene.link("pilotedIn", scenario, others[-1][1], "piloted.elsewhere", 0.62)]
    first = [p for p in others if _OPENS.fullmatch(scene.text[scene.clause(p[0].start)[0] : p[0].start])]
    if first and not own and (first[-1][0].end > clause or first[-1][0].start == scene.start):
        return [
            scene.link("pilotedIn", scenario, place, "piloted.subject", 0.7) for place in _with_fellows(scene, first[-1], others)
        ]
    larger = home is not None and any(inside(str(home.code), str(p[1].code)) for p in others if p[1].code)
    lead = scene.between(scene.start, others[-1][0].start) if others else "-"
    told = re.search(r"[在于]$|^$|，$", lead) or (adjoins and re.search("(?:[如像、和与]|国内|例如|以及)$", lead))
    if others and not own and not larger and told:
        return [scene.link("pilotedIn", scenario, others[-1][1], "piloted.elsewhere", 0.62)]
    return []


#: X已在甲市、乙市等地上线: the words right behind a scenario, names masked.
_SPREAD_OVER = re.compile(
    rf"[”]?(?:小程序|平台|系统|APP|应用|服务|项目)?(?:已|现|均|先后|率先|也|目前|陆续|分别)*在[“]?(?P<row>{MASK}+(?:[“”、和与及]+{MASK}+)*)[”]?等?(?:地区?|[省市区县])?[^，。；]{{0,8}}?"
    r"(?:上线|试点|推广|运行|使用|应用|落地|启用|投用|开通|部署|开展|推行)"
)


def _spread_over(scene: Scene, scenario: Pair, home: Known | None) -> list[Known]:
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
        near = own is None or any(code == own or inside(code, own) or inside(own, code) for code in codes)
        return None if near or not codes else called
    return None


def _named_before(scene: Scene, scenario: Pair, home: Known | None) -> str | None:
    """Code of the county of the replying city that stands right before a scenario, or that its name begins with."""
    if home is None or not str(home.code).endswith("00"):
        return None
    start = scenario[0].start
    lead = scene.text[max(scene.start, start - 6) : start].rstrip("“的")
    names = [name for _, end, name in find_divisions(lead) if end == len(lead)]
    codes = [code for name in names for code in divisions.codes_of(name) if inside(code, str(home.code))]
    codes += (
        []
        if names
        else _begins_with(list(scenario[1].aliases), str(home.code))
        or _begins_with([scene.text[start : start + 8]], str(home.code))
    )
    return codes[0] if len(set(codes)) == 1 else None


def _row_of(scene: Scene, last: Known | None, start: int) -> list[Known]:
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
    counties = [d for d in divisions.children(home) if len(d.code) == 6]
    counties += [
        divisions.Division(code, called)
        for name in names
        for at, _, called in find_divisions(name)
        for code in divisions.codes_of(called)
        if at == 0 and divisions.is_former(code) and inside(code, home)
    ]
    return [
        d.code
        for name in names
        for d in counties
        if name.startswith((d.name, *(divisions.short_form(d.name) + word for word in _DIGITAL)))
    ]


def _of_our_city(scene: Scene, start: int, home: Known, districts: dict[str, Known]) -> Known | None:
    """The city, where a district's reply says 我市 in the scenario's own clause."""
    clause, _ = scene.clause(start)
    if "我市" not in scene.text[clause:start]:
        return None
    return next((districts[code] for code in divisions.chain(str(home.code)) if code in districts), None)


#: Nouns to a segmenter that say what is done in a district: 在甲区试点乙.
_ACTS = frozenset(
    {"试点", "试运行", "示范", "首批", "上线", "率先", "推出", "建成", "开通", "打造", "落地", "投用", "依托", "作为"}
)


def _in_a_name(scene: Scene, end: int) -> bool:
    """Whether a noun follows a district, which then is part of another name: 甲省物联网科普教育基地."""
    token = scene.reply.tokens[min(scene.reply.token_at(end), len(scene.reply.tokens) - 1)]
    return token.start == end and token.tag[:1] == "n" and len(token.word) > 1 and token.word not in _ACTS


def inside(code: str, larger: str) -> bool:
    """Whether a county's code lies in a prefecture or province."""
    return larger.endswith("00") and code != larger and code.startswith(larger.rstrip("0"))
