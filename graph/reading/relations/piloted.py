"""Where a scenario is piloted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.reading.entities import Known
from graph.reading.relations.around import Around
from graph.reading.relations.begun import is_begun
from graph.reading.relations.behind import behind, bracketed, counted, having_it
from graph.reading.relations.bystanders import without_bystanders
from graph.reading.relations.districts import district, own_name
from graph.reading.relations.elsewhere import is_looked_at, is_made_known, is_not_run_here, is_of_our_level
from graph.reading.relations.here import named_here
from graph.reading.relations.its_trial import its_trial
from graph.reading.relations.joined import is_joined_to
from graph.reading.relations.lines import route
from graph.reading.relations.nearest import nearest_before
from graph.reading.relations.only_said import is_only_said, is_where_asked
from graph.reading.relations.outright import OUTRIGHT, are_told_ahead, told_behind
from graph.reading.relations.promised import promised
from graph.reading.relations.rows import in_the_row
from graph.reading.relations.scene import Group, Link, Pair, Scene
from graph.reading.relations.spreading import all_over, spread
from graph.reading.relations.tried_later import tried_at
from graph.reading.relations.turns import at_its_turn, respectively
from graph.reading.relations.venues import houses, without_partners
from graph.reading.relations.without import is_not_there, is_without_ahead
from graph.records import Mention

__all__ = ["piloted"]


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
        or _told(without_bystanders(scene, scenario), scene, scenario, home, districts, topic, around)
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


def _told(
    view: Scene,
    scene: Scene,
    scenario: Pair,
    home: Known | None,
    districts: dict[str, Known],
    topic: tuple[Pair, ...],
    around: Around | None,
) -> list[Link]:
    """Where one scenario is, by a view of its sentence without the places that have not got it; where only such are named, not here."""
    if (turn := at_its_turn(scene, scenario)) and not is_only_said(scene, scenario[0]):
        return [scene.link("pilotedIn", scenario, place, OUTRIGHT, 0.97) for _, place in turn]
    gone = [g for g in scene.groups if all(g is not left for left in view.groups)]

    wanting = [g for g in gone if g.end <= scenario[0].start and _only_wants(scene, g, scenario)]
    passed = [h for h in scene.groups for g in wanting if h.end <= g.start and "，" in scene.between(h.end, g.start)]

    def kept(found: list[Link]) -> list[Link]:
        left = [k for k in found if not any(g.holds(k.target) for g in gone) or any(g.holds(k.target) for g in view.groups)]
        return [k for k in left if not any(h.holds(k.target) for h in passed)]  # 甲街道建成食堂，乙街道希望引入丙

    if found := kept(_places(view, scenario, home, topic)):
        return found
    found = kept(_general(view, scenario, home, districts, around))
    only_not_there = all(g.start > scenario[0].end and is_not_there(scene.between(scenario[0].end, g.start)) for g in gone)
    ours = only_not_there or named_here(scene, home) or (home is not None and f"全{home.name[-1]}" in scene.said)
    return found if ours else [k for k in found if k.target.type == "District" and k.target is not home]


def _only_wants(scene: Scene, group: Group, scenario: Pair) -> bool:
    """Whether a place before a service is itself said not to have it: the places of earlier clauses have to do with other things."""
    lead, gap = scene.between(scene.start, group.start), scene.between(group.end, scenario[0].start)
    return is_without_ahead(lead, gap, scene.between(scenario[0].end, scene.end))


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
    ahead = _ahead(scene, scenario, home)
    later = tried_at(scene, mention.end, scenario[1], home)
    if ahead[1] == OUTRIGHT and all(place.type != "District" for _, place in ahead[0]):
        # 在丙街道试行甲，并逐步向丁街道推广: at both; 在丙街道、丁街道试行甲，其中丙街道已…: no less than at both
        more = [p for p in later if all(p[1] is not place for _, place in ahead[0])]
        later = []
    else:
        more = []
    for places, rule, sure in (
        (in_the_row(scene, scenario), "piloted.row", 0.85),
        (bracketed(scene, mention.end), "piloted.place", 0.9),
        (_along(scene, scenario, home), "piloted.route", 0.85),
        (houses(scene, mention.start), "piloted.house", 0.8),
        (told_behind(scene, mention.end, scenario[1], home), OUTRIGHT, 0.97),
        (behind(scene, mention.end, scenario[1], home), "piloted.place", 0.9),
        (having_it(scene, scenario), "piloted.place", 0.85),
        (counted(scene, mention.end), "piloted.place", 0.85),
        (its_trial(scene, scenario, home), "piloted.place", 0.9),
        (later, "piloted.place", 0.85),
        ahead,
        (_topic(scene, mention.start, home, topic), "piloted.topic", 0.75),
    ):
        if places:
            links = _linked(scene, scenario, places, rule, sure)
            return [*links, *_linked(scene, scenario, more, "piloted.place", 0.85)] if places is ahead[0] else links
    return []


def _linked(scene: Scene, scenario: Pair, places: Sequence[Pair], rule: str, sure: float) -> list[Link]:
    """A scenario's links to places, to each its own where the sentence says 分别."""
    return [
        promised(scene, scenario, m, scene.link("pilotedIn", scenario, place, rule, sure, at=_behind(scenario[0], m)))
        for m, place in respectively(scene, scenario, places)
    ]


def _along(scene: Scene, scenario: Pair, home: Known | None) -> list[Pair]:
    """The places that a line passes, and the one in which the clause outright says that it was opened: 在丙街道开通甲专线，串联乙医院."""
    passed = route(scene, scenario[0])
    ahead, rule, _ = _ahead(scene, scenario, home) if passed else ([], "", 0.0)
    return [*ahead, *passed] if rule == OUTRIGHT else passed


def _ahead(scene: Scene, scenario: Pair, home: Known | None) -> tuple[list[Pair], str, float]:
    """The places before a scenario, the rule that sees them, and how sure it is."""
    mention = scenario[0]
    if all_over(scene, mention) or any(
        told(scene, mention) for told in (is_joined_to, is_looked_at, is_made_known, is_where_asked)
    ):
        return [], "piloted.place", 0.88
    places = without_partners(scene, nearest_before(scene, mention.start, scenario[1], home))
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
    links = links or around.brought(scene, scenario)
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
