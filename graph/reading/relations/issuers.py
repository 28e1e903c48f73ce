"""Who issued a document, as a sentence says it."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.relations.makers import row_after, row_before
from graph.reading.relations.scene import MASK, ROW, Link, Pair, Scene

__all__ = ["issued"]

_VERB = r"(?:出台|印发|发布|制定|制订|编制|颁布|下发|修订|推出|公布|发出|审议通过|通过|批准|批复|转发)"
#: The documents named before one in the same row, with their numbers.
_DOCUMENTS = ROW + "《》"
_ISSUES = re.compile(rf"{_VERB}(?:实施)?(?:了|的|并实施)?[^，。；]{{0,16}}$")
#: 《甲规划》（某发〔2021〕7号）由乙局、丙委联合印发.
_PASSIVE = re.compile(
    r"[》”]?(?:[^，。；由]{0,14}|[^，。；由]{0,6}经[^，。；由]{0,10}，|[^，。；由]{0,12}，该[^，。；由]{0,4})由"
)
#: Before the first known office of a row: 我局联合, offices that are not known.
_LEAD = re.compile(r"(?:我[局委办厅院会])?(?:[\u4e00-\u9fff、]{0,60}(?:、|和|与|联合|会同)|[^，。；、]{0,4})")
_ISSUED = re.compile(rf"[^。；，]{{0,24}}?{_VERB}")
#: 国务院《甲规划》, 工信部等九部门《乙意见》, 市委“丙22条”.
_OWN = re.compile(r"(?:等[^，。；《“]{0,6})?(?:联合)?(?:的)?[《“]?")
_OURS = re.compile(r"(?<![\u4e00-\u9fff])我[局委办厅院会站行](?=[^，。；《]{0,24}$)|由我[局委办厅](?=[^，。；《]{0,24}$)")
_ISSUERS = ("Organisation", "District")


def issued(scene: Scene, home: Known | None, department: Known | None) -> list[Link]:
    """Who issued a document as the sentence says it.

    Parameters
    ----------
    scene:
        The sentence.
    home:
        The replying district, which 我区 means.
    department:
        The replying department, which 我局 means.
    """
    links = []
    for policy in scene.of("Policy"):
        for issuers, rule, sure in (
            (_behind(scene, policy, department), "issued.passive", 0.85),
            (_before(scene, policy, department), "issued.subject", 0.8),
            (_here(scene, policy, home), "issued.here", 0.75),
            (_owner(scene, policy), "issued.owner", 0.8),
        ):
            if issuers:
                links += [scene.link("issuedBy", policy, issuer, rule, sure) for issuer in issuers]
                break
    return links


def _behind(scene: Scene, policy: Pair, department: Known | None) -> list[Known]:
    """The offices behind 由, where a verb of issuing follows the last."""
    end = policy[0].end
    behind = _bare(scene.between(end, scene.end))
    led = _PASSIVE.match(behind)
    if led is None:
        return []
    at = scene.text.index("由", end) + 1
    ours = [department] if department is not None and re.match("我[局委办厅院会]", scene.text[at : at + 2]) else []
    row = [p for p in scene.of("Organisation", "District") if p[0].start >= at]
    near = row and _LEAD.fullmatch(scene.between(at, row[0][0].start))
    row = row_after(scene, row) if near else []
    stop = row[-1][0].end if row else at + (2 if ours else 0)
    told = _ISSUED.match(scene.text, stop)
    return [*ours, *(k for _, k in row)] if (row or ours) and told and "起草" not in told.group() else []


def _before(scene: Scene, policy: Pair, department: Known | None) -> list[Known]:
    """The offices, or 我局, that a clause has before a verb of issuing."""
    clause, _ = scene.clause(policy[0].start)
    before = _bare(scene.between(clause, policy[0].start)).rstrip(_DOCUMENTS)
    if not (verb := _ISSUES.search(before)):
        return []
    offices = [p for p in scene.of("Organisation") if clause <= p[0].start and p[0].end <= policy[0].start]
    if offices and len(_bare(scene.between(offices[-1][0].end, policy[0].start)).rstrip(_DOCUMENTS)) < 20:
        return [k for _, k in row_before(scene, offices)]
    subject = _bare(scene.between(scene.start, policy[0].start)).rstrip(_DOCUMENTS)[: -len(verb.group()) or None]
    if department is not None and not offices and _OURS.search(subject[-40:]):
        return [department]
    places = [p for p in scene.of(*_ISSUERS[1:]) if clause <= p[0].start and p[0].end <= policy[0].start]
    if places and re.fullmatch(
        r"[^，。；在对]{0,14}", _VERB_OFF.sub("", _bare(scene.between(places[-1][0].end, policy[0].start)))
    ):
        return [places[-1][1]] if re.search(r"^$|[，：]$|[年月日]，?$", scene.between(scene.start, places[-1][0].start)) else []
    return []


_VERB_OFF = re.compile(rf"{_VERB}.*$")


def _here(scene: Scene, policy: Pair, home: Known | None) -> list[Known]:
    """The district, where 我区 issued it."""
    before = _bare(scene.between(scene.start, policy[0].start)).rstrip(_DOCUMENTS)
    said = before.rsplit("，", maxsplit=1)[-1]
    issues = _ISSUES.search(said)
    ours = issues and re.search(r"我[区县市省](?:政府)?[^，。；]{0,10}$", said[: issues.start()])
    return [home] if home is not None and ours else []


def _owner(scene: Scene, policy: Pair) -> list[Known]:
    """The offices, or the place, right before a document, or before the first of its row."""
    start = policy[0].start
    before = [p for p in scene.of("Organisation", "District") if p[0].end <= start]
    if not before:
        return []
    gap = _bare(scene.between(before[-1][0].end, start))
    own = _OWN.fullmatch(gap)
    if not own and not any(at == 0 for at, _, _ in find_divisions(policy[1].name)):
        own = re.fullmatch(f"(?:等[^，。；《“]{{0,6}})?(?:的)?[《》“”{MASK}、和及与]*", gap)
    return [k for _, k in row_before(scene, before)] if own else []


def _bare(words: str) -> str:
    """Words without what stands in brackets: a document's number."""
    return re.sub(r"（[^（）]*）", "", words)
