"""Who runs a scenario, and who issued a document."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.scene import Link, Pair, Scene

__all__ = ["issued", "operated"]

_RUN_BY = re.compile(
    r"(?:研发|开发|打造|建设|运营|推出|探索|上线|承建|搭建|推进|承担|实施|研制|建成|自主研发)(?:了|的|出|并运营)?[^。；]{0,24}$"
)
#: 平台由甲、乙联合建设.
_BY = re.compile(r"[^，。；由]{0,16}(?:，)?(?:主要|统一|目前)?由(?:[^，。；由]{2,24}(?:、|和|与|联合|会同))?")
_MADE = re.compile(
    r"[^，。；]{0,24}?(?:联合|共同|负责|自主|投资|牵头|具体|独立|提供技术|合作)*(?:建设|运营|承建|开发|研发|打造|搭建|实施|承担|提供|运维|维护|投放)"
)
_ISSUES = re.compile(r"(?:出台|印发|发布|制定|制订|编制|颁布|下发|修订|推出|公布)(?:实施)?(?:了|并实施)?[^，。；]{0,12}$")


def operated(scene: Scene) -> list[Link]:
    """A firm before the verb that makes or runs a scenario, in the same clause or the one before."""
    links = []
    for scenario in scene.of("Scenario"):
        firms = [p for p in scene.of("Enterprise") if p[0].end <= scenario[0].start]
        if (
            firms
            and _RUN_BY.search(scene.text[firms[-1][0].end : scenario[0].start])
            and len(scene.text[firms[-1][0].end : scenario[0].start]) < 30
        ):
            links.append(scene.link("operatedBy", scenario, firms[-1][1], "operated.subject", 0.7))
            continue
        for firm in scene.of("Enterprise"):
            before = scene.text[scenario[0].end : firm[0].start]
            if _BY.fullmatch(before) and _MADE.match(scene.text, firm[0].end):
                links.append(scene.link("operatedBy", scenario, firm[1], "operated.passive", 0.8))
    return links


def issued(scene: Scene, home: Known | None) -> list[Link]:
    """Who issued a document as the sentence says it."""
    links = []
    for policy in scene.of("Policy"):
        before = scene.text[scene.start : policy[0].start]
        if not _ISSUES.search(before):
            continue
        clause, _ = scene.clause(policy[0].start)
        offices = [p for p in scene.of("Organisation") if clause <= p[0].start and p[0].end <= policy[0].start]
        if offices and len(scene.text[offices[-1][0].end : policy[0].start]) < 20:
            links += [scene.link("issuedBy", policy, office, "issued.subject", 0.8) for _, office in _one_list(scene, offices)]
        elif home is not None and re.search(r"我[区县市省](?:政府)?[^，。；]{0,10}$", _ISSUES.sub("", before.split("，")[-1])):
            links.append(scene.link("issuedBy", policy, home, "issued.here", 0.75))
    return links


def _one_list(scene: Scene, places: list[Pair]) -> list[Pair]:
    """The last place and those that are joined to it by 、 or 和."""
    kept = [places[-1]]
    for place in reversed(places[:-1]):
        gap = scene.text[place[0].end : kept[-1][0].start]
        if gap.strip("“”等") not in ("、", "和", "与", "及", "以及", ""):
            break
        kept.append(place)
    return kept[::-1]
