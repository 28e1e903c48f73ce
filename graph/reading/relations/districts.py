"""The district as the place of a scenario, where the sentence gives no more exact one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.relations.here import named_here
from graph.reading.relations.scene import MASK, ROW, Link, Pair, Scene
from graph.records import Mention

__all__ = ["district", "inside", "is_only_said"]

_ROW = f"[{ROW}]*"
#: 依托国家平台, 与省级平台对接: what is only used here is run elsewhere; names in a row share the verb.
_USED = re.compile(
    r"(?:依托|依靠|借助|接入|对接|对标|登录|纳入|基于|围绕|按照|落实|响应|贯彻|考察|作为|参与|申请|申领|用好|连上|接上)"
    rf"(?:了|到|至)?[^，。；、{MASK}]{{0,8}}{_ROW}$"
)
_WITH = re.compile(rf"(?:与|同|向)[^，。；、{MASK}]{{0,8}}{_ROW}$")
_JOINED = re.compile(rf"{_ROW}等?[^，。；]{{0,12}}?(?:对接|联通|协同|衔接|贯通|互通|打通|互联|联动|共享)")
#: 借鉴甲市“乙”的做法, 市级平台“丙”: another place's.
_OTHERS = re.compile(
    r"(?:借鉴|学习|参照|对标|参考|考察|吸收)[^，。；]{0,16}$|(?:国家|省|市)级(?:统一)?(?:平台|系统|应用)[“]?$"
)
#: 国家印发《甲规划》，提出推广乙: what is wanted of everybody.
_NATIONAL = re.compile(r"(?:国家|国务院|中央|[\u4e00-\u9fff]{1,6}部)(?:等|办公厅)?[^。；]{0,50}(?:提出|要求|明确|强调|部署|指出)[^。；]{0,60}$")
#: Behind a scenario that is only joined to, only shown, or spoken of as a technique.
_NOT_RUN = re.compile(
    r"[”]?(?:APP|平台|系统)?(?:也|均|都)?(?:已经?|相继)?对接(?=[，。；]|$)|[^，。；]{0,4}(?:演示飞行|飞行演示)|[^，。；]{0,6}技术[^，。；]{0,4}成熟|[”]?在(?!我|全|本|[区县市])[^，。；■]{2,8}(?:上线|试点|启用|试运行|落地|投用)|[”]?等?(?:核心|关键)技术"
)
_OF_ALL = re.compile("国家|全国|省级?政务|中国|学习强国")
#: 市交通委牵头的“X”: in a district's reply the city's.
_OF_THE_CITY = re.compile(
    r"(?:^|[，。；、：由])(?:市|省)[\u4e00-\u9fff]{1,8}[局委厅部办](?:牵头|主导|推出|建设|开发|开展)的[“]?[^，。；]{0,3}$"
)
#: What the proposal says, which the reply only repeats.
_PROPOSED = re.compile(
    r"(?:您|你们|您们|贵[委组会党])[^，。；]{0,12}(?:提出|建议|提到|提及|关心|关注|写)|[“”]?(?:的|之)?(?:建议|提案|议案)[^，。；]{0,6}(?:收悉|收到|已收)|^关于[^，。；]*(?:答复|复函|回复)"
)
_WANTED = re.compile(r"[”]?[^，。；]{0,16}?的(?:建议|提案|议案|问题)")
#: A heading that names only what it is about.
_HEADING = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．是])?(?:关于)?[^，。；{MASK}]{{0,4}}[“]?{MASK}+[”]?(?:的?(?:覆盖面|问题|方面|情况))?"
)
_DEMANDED = re.compile(r"》[^。；]{0,60}要求[^。；]{0,80}$")
#: A kind of thing rather than one: said of the district only where the sentence does.
_CONCEPT = re.compile("(?:新型)?(?:智慧|未来|数字)(?:城市|社区|停车|养老|园区|医疗|交通|农业|乡村|政务|教育|旅游|城管|校园)")
_DONE = re.compile("试点|上线|打造|建成|推广|入选|获评|列入|推行|试行|开通|启用|覆盖|我[区县市省]|全[区县市省]")
#: Before what a firm makes, which need not run here.
_PRODUCT = re.compile(rf"{MASK}(?:自主)?(?:开发|研发|研制)的[“]?$")
#: A place of its own that is no known entity: 长华绿苑小区…装上了X, 湾区大广场有X.
_UNKNOWN_SITE = re.compile(
    rf"(?:^|[，：；]|在)[^，。；：{MASK}]{{2,12}}(?:小区|花苑|食堂|门口|医院|学校|公园|广场|车站|服务中心|站)(?:里|内|上)?(?:作为|率先|已|先|也)?(?:用上|立起|建起|上线|有|装|配|设|引入|推出|开通|试点|挂牌|开出)"
)


def district(scene: Scene, scenario: Pair, home: Known | None, districts: dict[str, Known]) -> list[Link]:
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
    """
    start = scenario[0].start
    if (county := _named_before(scene, scenario, home)) is not None:
        place = districts.get(county)
        return [scene.link("pilotedIn", scenario, place, "piloted.within", 0.85)] if place is not None else []
    others = [
        p
        for p in scene.of("District")
        if p[1] is not home and p[0].end <= start and (p[0].end == start or not _in_a_name(scene, p[0].end))
    ]
    others = [p for p in others if not _back_home(scene, p[0].end, start, home)]
    if inner := [p for p in others if p[1].code and home is not None and inside(str(p[1].code), str(home.code))]:
        return [scene.link("pilotedIn", scenario, place, "piloted.within", 0.8) for place in _together(scene, inner, home)]
    if _is_not_run_here(scene, scenario, home):
        return []
    if (written := _of_a_document(scene, start, home, districts)) is not None:
        return [scene.link("pilotedIn", scenario, written, "piloted.document", 0.65)]
    if home is not None and home.name[-1] in "区县" and (city := _of_our_city(scene, start, home, districts)):
        return [scene.link("pilotedIn", scenario, city, "piloted.city", 0.7)]
    return _other(scene, scenario, others, home) or (
        [scene.link("pilotedIn", scenario, home, "piloted.district", 0.7)] if home is not None else []
    )


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
    group = next((g for g in scene.groups if g.holds(last[1])), None)
    named = [k for _, k in group.of(("District",)) if k is not home] if group else []
    rows = [last]
    for pair in reversed(inner[:-1]):
        if not re.fullmatch(r"[^，。；：]{0,12}、[“]?", scene.text[pair[0].end : rows[0][0].start]):
            break
        rows.insert(0, pair)
    return named if len(named) >= len(rows) else [k for _, k in rows]


def _other(scene: Scene, scenario: Pair, others: list[Pair], home: Known | None) -> list[Link]:
    """Another district that the sentence speaks of before the scenario."""
    start = scenario[0].start
    clause = scene.clause(start)[0]
    own = any(p[1] is home and p[0].start < start for p in scene.of("District")) or re.search(
        r"我[区县市省]|本[区县市]", scene.text[scene.start : start]
    )
    first = [p for p in others if p[0].start == scene.clause(p[0].start)[0]]
    if first and not own and (first[-1][0].end > clause or first[-1][0].start == scene.start):
        return [scene.link("pilotedIn", scenario, first[-1][1], "piloted.subject", 0.7)]
    larger = home is not None and any(inside(str(home.code), str(p[1].code)) for p in others if p[1].code)
    if others and not own and not larger and re.search(r"[在于]$|^$|，$", scene.between(scene.start, others[-1][0].start)):
        return [scene.link("pilotedIn", scenario, others[-1][1], "piloted.elsewhere", 0.62)]
    return []


def _is_not_run_here(scene: Scene, scenario: Pair, home: Known | None) -> bool:
    """Whether the sentence only uses, wants, quotes or shows it, or tells of somebody else's."""
    mention, known = scenario
    before, behind = scene.between(scene.start, mention.start), scene.between(mention.end, scene.end)
    ours = home is not None and known.name[0] == home.name[-1]
    if not ours and (_OTHERS.search(before) or (_NATIONAL.search(before) and not re.search("我[区县市省]", before))):
        return True
    if not ours and (_USED.search(before) or _OF_ALL.match(known.name) or (_WITH.search(before) and _JOINED.match(behind))):
        return True
    if home is not None and home.name[-1] in "区县" and _OF_THE_CITY.search(before.rstrip(ROW)):
        return True
    if _PRODUCT.search(before) or _of_a_firm(scene, mention) or (_CONCEPT.fullmatch(known.name) and not _DONE.search(scene.said)):
        return True
    if _NOT_RUN.match(behind) or _UNKNOWN_SITE.search(before) or _DEMANDED.search(before):
        return True
    return bool(_HEADING.fullmatch(scene.masked)) or is_only_said(scene, mention)


def _of_a_firm(scene: Scene, mention: Mention) -> bool:
    """Whether a scenario is what a firm has or shows: 甲公司的乙系统, 甲公司展示了乙."""
    last = next((m for m, _ in reversed(scene.of("Enterprise")) if m.end <= mention.start), None)
    shown = last is not None and _SHOWN.fullmatch(scene.between(last.end, mention.start))
    return bool(shown) and not _RUNS.match(scene.between(mention.end, scene.end))


#: Behind what a firm has, where it is said to run: 甲公司的乙出租车常态化上路.
_RUNS = re.compile("[^，。；]{0,12}(?:上路|上线|运行|投用|投入|落地|服务|覆盖|启用|开通|运营|试点)")
_SHOWN = re.compile("[”]?(?:公司|企业|集团)?(?:的|(?:现场|集中|首次|等)?(?:展示|展出|发布|演示|亮相)了?)[“]?")


def is_only_said(scene: Scene, mention: Mention) -> bool:
    """Whether a sentence only repeats what the proposal says of a scenario."""
    before, behind = scene.between(scene.start, mention.start), scene.between(mention.end, scene.end)
    ours = re.search(r"我[区县市省]", before)
    return not ours and bool(_PROPOSED.search(before) or _WANTED.match(behind))


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
        else _begins_with(scenario[1].aliases, str(home.code)) or _begins_with([scene.text[start : start + 8]], str(home.code))
    )
    return codes[0] if len(set(codes)) == 1 else None


def _begins_with(names: Iterable[str], home: str) -> list[str]:
    """The counties of a city that names begin with: 合川智慧停车."""
    counties = [d for d in divisions.children(home) if len(d.code) == 6]
    return [
        d.code
        for name in names
        for d in counties
        if name.startswith(d.name) or re.match(f"{divisions.short_form(d.name)}(?:智慧|数字|智能|云)", name)
    ]


def _of_our_city(scene: Scene, start: int, home: Known, districts: dict[str, Known]) -> Known | None:
    """The city, where a district's reply says 我市 in the scenario's own clause."""
    clause, _ = scene.clause(start)
    if "我市" not in scene.text[clause:start]:
        return None
    return next((districts[code] for code in divisions.chain(str(home.code)) if code in districts), None)


def _in_a_name(scene: Scene, end: int) -> bool:
    """Whether a noun follows a district, which then is part of another name: 甲省物联网科普教育基地."""
    token = scene.reply.tokens[min(scene.reply.token_at(end), len(scene.reply.tokens) - 1)]
    return token.start == end and token.tag[:1] == "n" and len(token.word) > 1


def inside(code: str, larger: str) -> bool:
    """Whether a county's code lies in a prefecture or province."""
    return larger.endswith("00") and code != larger and code.startswith(larger.rstrip("0"))
