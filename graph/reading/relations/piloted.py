"""Where a scenario is piloted."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.entities import Known
from graph.reading.relations.around import Around
from graph.reading.relations.begun import is_begun
from graph.reading.relations.behind import behind, bracketed, counted, having_it
from graph.reading.relations.districts import district, own_name
from graph.reading.relations.elsewhere import is_looked_at, is_made_known, is_not_run_here, is_of_our_level
from graph.reading.relations.here import holds, named_here, ranks_a_place, stands_alone
from graph.reading.relations.its_trial import its_trial
from graph.reading.relations.joined import is_joined_to
from graph.reading.relations.lines import route
from graph.reading.relations.only_said import OUR_PLACE, is_only_said, is_where_asked
from graph.reading.relations.outright import OUTRIGHT, are_told_ahead, told_behind
from graph.reading.relations.passed import ITS_OWN, is_another_places, is_passed_by
from graph.reading.relations.promised import promised
from graph.reading.relations.rows import in_the_row
from graph.reading.relations.scene import Group, Link, Pair, Scene
from graph.reading.relations.spreading import CHOSEN, all_over, exact_places, houses, spread, without_partners
from graph.reading.relations.tried_later import tried_at
from graph.reading.relations.turns import respectively
from graph.records import Mention

__all__ = ["piloted"]


#: Before a place that is only made, or only means to an end.
_AN_OBJECT = re.compile(r"(?:建设|打造|谋划|规划|创建|建|以|借|与|制作完成|分布在)[^，。；、]{0,14}[“]?$")
#: 地处甲路与乙路交会处的: where the place itself stands.
_STANDING_AT = re.compile("(?:^|[，；：])(?:地处|位于|坐落于?|坐落在)[^，。；：]{1,30}的$")
#: How a clause of a place of its own begins.
_ALSO_AT = "(?:并|还|也|同时|正|拟|将|则)?在"
#: A clause that gives a place of its own, though none that is known.
_OTHER_PLACE = re.compile(rf"{_ALSO_AT}[^，■]{{2,}}")
#: 在甲街道推进乙，在丙公园投放丁: a clause that gives one that is known, but is no place of a service.
_OTHER_SITE = re.compile(rf"{_ALSO_AT}[“]?■")


#: Before a place that a sentence begins with: 去年5月，我局、甲街道联合…
_FIRST = re.compile(r"(?:[^，。；：]{0,10}[年月日来]，)?(?:我[局委办]、)?该?")


def piloted(
    scene: Scene,
    home: Known | None,
    districts: dict[str, Known],
    recent: Pair | None,
    topic: tuple[Pair, ...] = (),
    around: Around | None = None,
) -> list[Link]:
    """The most exact places that the sentence gives for its scenarios; else the district.

    Parameters
    ----------
    scene:
        The sentence.
    home:
        The replying district.
    districts:
        The reply's districts by their codes.
    recent:
        The last scenario of the sentences before, which 该服务 may mean.
    topic:
        The places that the heading above names.
    around:
        What the paragraph and the reply's own office leave to be understood.
    """
    if around is not None:
        around.enter(scene)
    if not scene.groups and not scene.of("Scenario"):
        return []
    scenarios = scene.of("Scenario")
    links = [
        link
        for scenario in scenarios
        for link in _between_its_stops(scene, scenario, around)
        or _places(scene, scenario, home, topic)
        or _general(scene, scenario, home, districts, around)
    ]
    behind = [g for g in scene.groups if recent is not None or any(p[0].end <= g.start for p in scenarios)]
    later = [link for group in behind for link in spread(scene, group, scenarios, recent, home)]
    exact = {link.source.name for link in later}
    # 推出甲、乙服务，在丙街道试点: the street says it more exactly than the district.
    return [
        *(
            k
            for k in links
            if not k.rule.startswith(("piloted.district", "piloted.seat", "piloted.called", "piloted.all-over"))
            or k.source.name not in exact
        ),
        *later,
    ]


def _between_its_stops(scene: Scene, scenario: Pair, around: Around | None) -> list[Link]:
    """The places that a line is called after: 甲园至乙镇的无人机航线."""
    stops = around.stops(scenario[1]) if around is not None else []
    if not stops or is_only_said(scene, scenario[0]):
        return []
    return [scene.link("pilotedIn", scenario, stop, "piloted.route", 0.85) for stop in stops]


def _places(scene: Scene, scenario: Pair, home: Known | None, topic: tuple[Pair, ...]) -> list[Link]:
    """The exact places that the sentence, or the heading above it, gives for a scenario."""
    mention = scenario[0]
    if is_only_said(scene, mention):
        return []
    for places, rule, sure in (
        (in_the_row(scene, scenario), "piloted.row", 0.85),
        (bracketed(scene, mention.end), "piloted.place", 0.9),
        (route(scene, mention), "piloted.route", 0.85),
        (houses(scene, mention.start), "piloted.house", 0.8),
        (told_behind(scene, mention.end, scenario[1], home), OUTRIGHT, 0.97),
        (behind(scene, mention.end, scenario[1], home), "piloted.place", 0.9),
        (having_it(scene, scenario), "piloted.place", 0.85),
        (counted(scene, mention.end), "piloted.place", 0.85),
        (its_trial(scene, scenario, home), "piloted.place", 0.9),
        (tried_at(scene, mention.end, scenario[1], home), "piloted.place", 0.85),
        _ahead(scene, scenario, home),
        (_topic(scene, mention.start, home, topic), "piloted.topic", 0.75),
    ):
        if places:
            return [
                promised(scene, scenario, m, scene.link("pilotedIn", scenario, place, rule, sure, at=_behind(mention, m)))
                for m, place in respectively(scene, scenario, places)
            ]
    return []


def _ahead(scene: Scene, scenario: Pair, home: Known | None) -> tuple[list[Pair], str, float]:
    """The places before a scenario, the rule that sees them, and how sure it is."""
    mention = scenario[0]
    if all_over(scene, mention) or any(
        told(scene, mention) for told in (is_joined_to, is_looked_at, is_made_known, is_where_asked)
    ):
        return [], "piloted.place", 0.88
    places = without_partners(scene, _before(scene, mention.start, scenario[1], home))
    return (places, OUTRIGHT, 0.97) if are_told_ahead(scene, mention.start, places) else (places, "piloted.place", 0.88)


def _behind(mention: Mention, place: Mention) -> Mention | None:
    """The place, where it stands behind the scenario: the words before it say whether the scenario is there."""
    return place if place.start >= mention.end else None


def _topic(scene: Scene, start: int, home: Known | None, topic: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The places of the heading above, unless the sentence names another district than the heading, or its own."""
    headed = [place for _, place in topic]
    elsewhere = any(p[1] is not home and all(p[1] is not place for place in headed) for p in scene.of("District"))
    return () if elsewhere or _OF_MORE.search(scene.text[scene.start : start]) else topic


#: Before a service that the sentence says to be of a whole place: 全市统一上线甲, 市数据局的乙.
_OF_MORE = re.compile("我[区县市省]|[全本]市|市级|(?<![\u4e00-\u9fff])市[\u4e00-\u9fff]{1,8}[局委办](?!员)")


def _general(
    scene: Scene,
    scenario: Pair,
    home: Known | None,
    districts: dict[str, Known],
    around: Around | None,
) -> list[Link]:
    """The place that the paragraph is about, or the replying office's own zone; else the district."""
    if _LENT.search(scenario[1].name):
        return []  # whoever it is lent to: of eleven such loans of a bank one was the district's
    links = own_name(scene, scenario, home)
    links = links or district(scene, scenario, home, districts, aside=around is not None and around.aside)
    if home is not None and _EVERYWHERE.match(scene.between(scenario[0].end, scene.end)):
        links = [replace(k, rule="piloted.all-over") if k.rule == "piloted.district" else k for k in links]
    if around is None or is_not_run_here(scene, scenario, home) or is_of_our_level(scene, scenario[0], home):
        return links
    if not links and (park := around.called(scenario[1])) is not None:
        return [scene.link("pilotedIn", scenario, park, "piloted.called", 0.75)]
    if home is None and around.seat is not None and not links:  # a town signs, and no place around it is named
        links = [scene.link("pilotedIn", scenario, around.seat, "piloted.seat", 0.7)]
    links = around.places(scene, scenario) or [k for link in links if (k := around.own(scene, scenario, link)) is not None]
    around.begun.update(id(link) for link in links if is_begun(scene, scenario, link))
    return links


#: What banks lend, and what is handed out to firms, wherever they are.
_LENT = re.compile("(?:贷|贷款|券)$")

#: Behind a scenario that comes to the whole district, wherever it was tried first: 将甲推广到全区, 乙在我市上线.
_EVERYWHERE = re.compile(
    "[^，。；不未暂难]{0,14}?(?:推广|扩大|覆盖|推开|延伸|普及|拓展)(?:应用)?(?:到|至|于|了)?(?:全|我|本)[区县市]"
    "|[^，。；不未暂难■]{0,10}?在(?:我|全|本)?[区县市](?:内|范围内)?[^，。；]{0,10}?(?:上线|试点|推广|推开|启用|运行|投用|落地|安装|开展|应用|普及)"
)


#: Before a place that a clause begins with, or says that something happens at.
_OPENING = re.compile(
    r"(?:^|[，、：；在于是由以到至往]|(?:^|[，；])(?:走进|来到|步入|依托|借助)|[一二三四五六七八九]是|其中|近年来?|目前|今年|[年月日]|(?:^|[，；：])[^，。；：■]{1,14}的|(?:^|[，；：])(?:地处|位于|坐落于?|坐落在)[^，。；：]{1,30}的)[该此本]?[“]?$"
)


_DOES, _REBUILDING = re.compile("(?:加快|推进|推动|深化|提升|支持)[“]?$"), re.compile("[^，。；]{0,8}(?:转型|改造|更新|升级)")


def _changes(group: Group, lead: str, gap: str) -> bool:
    """Whether an area is what the clause before is done to: 加快丙商圈数字化转型，上线甲."""
    done_to = _DOES.search(lead) and _REBUILDING.match(gap)
    return bool(done_to) and group.places[-1].type in ("BusinessCircle", "Subdistrict", "Community")


def _names_a_district(scene: Scene, start: int, end: int, home: Known | None) -> bool:
    """Whether the words between two positions speak of a district, which then is nearer than what was named before."""
    spoken = [span for span in named_here(scene, home) if not ranks_a_place(scene, span[0])]
    said = any(start <= a < end and not _RANKED.match(scene.text, b) for a, b in spoken)
    others = [m for m, k in scene.of("District") if k is not home and not holds(k, home) and stands_alone(scene, m)]
    return said or any(start <= m.start < end and not _STANDS_IN.search(scene.between(start, m.start)) for m in others)


#: Before a district where it only says where the place stands: 甲园位于乙区.
_STANDS_IN = re.compile("(?:位于|坐落于?|坐落在|地处|毗邻|紧邻|属于|隶属)$")

#: Behind a district that something is the first or the best of: 作为我区首批试点小区.
_RANKED = re.compile("首|第一|唯一|最|重点|重要|核心|主要")


def _before(scene: Scene, start: int, known: Known, home: Known | None) -> list[Pair]:
    """The nearest places before, unless they are only looked at or work with those that pilot it."""
    own, _ = scene.clause(start)
    for group in reversed(scene.groups):
        if group.end > start:
            continue
        places = [p for p in exact_places(group) if p[1] is not known]
        lead, gap = scene.between(scene.start, group.start), scene.between(group.end, start)
        if not places:
            if any(p.type == "District" for p in group.places) and (lead.endswith("在") or ITS_OWN.fullmatch(gap)):
                return []  # 甲街道的“乙”、丙区的“丁”: the district's own
            continue
        if is_passed_by(scene, group, places, start):
            continue
        found = _of_an_earlier_clause(scene, group, places, start, home) if group.end <= own else places
        if found and found[-1][1].type == "Organisation":
            exact = [p for p in found if p[1].type != "Organisation"]
            found = None if len(gap) > 60 else exact or found
        if found is not None:
            return [p for p in found if p[1] is not known]
    return []


#: 甲街道联合乙公司，在辖区两个菜场打造丙: 辖区 is the subdistrict's that the sentence opens with.
_OPENS_WITH_IT = re.compile("该?")
_ITS_AREA = re.compile("辖区")


#: Behind a place that is chosen to try something: 选取丙街道作为试点，推广甲.
_TRIED = re.compile(
    r"[^，。；：■]{0,6}(?:作为|为|开展|先行|率先)[^，。；：■]{0,4}(?:试点|先行区|示范点|先行先试)[区地]?[域区点]?，"
)
#: 以丙商务区为重点，推动甲建设; 以丙街道为例，上线甲.
_AS_FOCUS = re.compile("[”]?(?:等[^，。；]{0,6})?为(?:重点|试点|先导|样板|示范|突破口|先行区|切入点|例)(?:区域|片区)?，")
#: 待甲园建成后，引入乙: what comes there once it is built.
_ONCE = re.compile("(?:^|[，；])[^，。；]{0,4}(?:待|等|在)[“]?$")
_BUILT = re.compile("[”]?[^，。；]{0,8}?(?:建成|投用|投运|开园|开业|启用|竣工|开放|投入使用|投入运营)(?:以后|之后|后)，")
#: Before places that are chosen for it: 选定丙镇、丁镇三家卫生院，开展甲试点.
_CHOSEN = re.compile(f"{CHOSEN}$")


def _of_an_earlier_clause(scene: Scene, group: Group, places: list[Pair], start: int, home: Known | None) -> list[Pair] | None:
    """The places of a clause before the scenario's own, none where another place is nearer, ``None`` where it is not about them."""
    own, _ = scene.clause(start)
    lead, gap = scene.between(scene.start, group.start), scene.between(group.end, start)
    if (
        _TRIED.match(gap)
        or _CHOSEN.search(lead)
        or (_ONCE.search(lead) and _BUILT.match(gap))
        or (lead.endswith(("以", "以“")) and _AS_FOCUS.match(gap))
    ):
        return places
    if not is_another_places(scene, start) and not (_OPENING.search(lead) or _changes(group, lead, gap)):
        return None
    ours = _OPENS_WITH_IT.fullmatch(lead) and places[-1][1].type in ("Subdistrict", "Community")
    elsewhere = lead.endswith("在") and _OTHER_SITE.match(scene.between(own, start))
    if (
        elsewhere
        or is_another_places(scene, start)
        or (_names_a_district(scene, group.end, start, home) and not (ours and _ITS_AREA.search(gap)))
    ):
        return []
    if (_AN_OBJECT.search(lead) and not _STANDING_AT.search(lead)) or OUR_PLACE.search(scene.text, own, start):
        return None
    if _OTHER_PLACE.match(scene.between(own, start)):
        # 甲街道与乙科技合作，在一处老街试点丙: wherever that is, it is in the subdistrict that does it.
        return places if _FIRST.fullmatch(lead) and places[-1][1].type in ("Subdistrict", "Carrier") else []
    subject = scene.subject_of(group)
    return places if subject is None else exact_places(subject)
