"""Who issued a document, as a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import PREFECTURE, find_divisions
from graph.reading.relations.heeded import DOCUMENTS, VERB, bare, is_heeded
from graph.reading.relations.makers import row_after, row_before
from graph.reading.relations.scene import MASK, Link, Pair, Scene
from graph.reading.relations.subjects import OUR_OFFICE, clauses_before, is_without_subject, opening
from graph.reading.status import status_of
from graph.reading.status.verbs import ASKS_TO_AGREE
from graph.records import Status

__all__ = ["by_rank", "issued"]

#: 牵头形成: who worked a document out.
_WORKED_OUT = "(?:牵头|组织|研究|起草|编制|制定|制订)形成了?$"
_ISSUES = re.compile(rf"{VERB}(?:实施)?(?:了|的|出|并实施)?[^，。；]{{0,16}}$|{_WORKED_OUT}")
#: 《甲规划》（某发〔2021〕7号）由乙局、丙委联合印发.
_PASSIVE = re.compile(
    r"[》”]?(?:[^，。；由]{0,14}|[^，。；由]{0,6}经[^，。；由]{0,10}，|[^，。；由]{0,12}，该[^，。；由]{0,4})由"
    f"|[》”]?[^，。；由经以]{{0,12}}[经以](?={MASK})"
)
#: Before the first known office of a row: 我局联合, offices that are not known.
_LEAD = re.compile(rf"(?:{OUR_OFFICE})?(?:[\u4e00-\u9fff、]{{0,60}}(?:、|和|与|联合|会同)|[^，。；、]{{0,4}})")
_ISSUED = re.compile(rf"[^。；，]{{0,24}}?{VERB}")
#: 经甲办以某发〔2019〕66号印发, 以乙办名义印发.
_IN_ITS_NAME = re.compile("(?:的?名义|以[^，。；]{0,16})?(?:正式|联合|统一)?(?:印发|发布|下发|颁布|出台|发文)")
#: 国务院《甲规划》, 工信部等九部门《乙意见》, 市委“丙22条”.
_OWN = re.compile(r"(?:(?:于|在)?20\d\d年(?:\d{1,2}月)?)?(?:等[^，。；《“]{0,6})?(?:联合)?(?:的)?[《“]?")
_OURS = re.compile(rf"(?:(?<![\u4e00-\u9fff])|由){OUR_OFFICE}(?=[^，。；《]{{0,24}}$)")
_ISSUERS = ("Organisation", "District")


def by_rank(home: Known | None, districts: Mapping[str, Known]) -> dict[str, Known]:
    """The replying place and those around it that the reply names, by what 我区, 我市 and 我省 call them.

    Parameters
    ----------
    home:
        The replying place.
    districts:
        The places of the reply, by their codes.
    """
    if home is None:
        return {}
    found = [districts[code] for code in divisions.chain(str(home.code or "")) if code in districts]
    ranks = {(next(filter(k.name.endswith, _LONG_RANKS), k.name[-1])): k for k in reversed([home, *found])}
    return {"区": ranks["自治区"], **ranks} if "自治区" in ranks else ranks


def issued(scene: Scene, ours: Mapping[str, Known], department: Known | None) -> list[Link]:
    """Who issued a document as the sentence says it.

    Parameters
    ----------
    scene:
        The sentence.
    ours:
        What 我区, 我市 and 我省 mean, by 区, 市 and 省: the replying place and those around it that the reply names.
    department:
        The replying department, which 我局 means.
    """
    links = []
    for policy in scene.of("Policy"):
        if ASKS_TO_AGREE.search(scene.between(scene.clause(policy[0].start)[0], policy[0].start)):
            continue
        heeded = is_heeded(scene, policy)
        if told := _commissioned(scene, policy):
            place = _commissioner(scene, told, ours)
            links += [scene.link("issuedBy", policy, place, "issued.here", 0.75)] if place else []
            continue
        for issuers, rule, sure in (
            (_behind(scene, policy, ours, department), "issued.passive", 0.85),
            ([] if heeded else _before(scene, policy, ours, department), "issued.subject", 0.8),
            ([] if heeded else _here(scene, policy, ours), "issued.here", 0.75),
            (_ours(scene, policy, ours), "issued.here", 0.75),
            (_owner(scene, policy), "issued.owner", 0.8),
            ([] if heeded else _earlier(scene, policy, ours, department), "issued.earlier", 0.75),
        ):
            if issuers:
                links += [scene.link("issuedBy", policy, issuer, rule, sure) for issuer in issuers]
                break
    return links


#: 甲区委托乙大学编制《丙规划》: who writes a document for somebody does not issue it, nor need the office that has it written.
_COMMISSIONS = re.compile(
    r"(?:委托|聘请|邀请|委请)(?:了)?[^，。；《]{1,40}(?:编制|制定|制订|起草|修编|修订|编写)(?:完成|形成)?(?:了|的|出)?[^，。；]{0,16}$"
)


def _commissioned(scene: Scene, policy: Pair) -> tuple[int, int] | None:
    """Where in the flow a clause begins, and where in it somebody is commissioned with a document."""
    clause, _ = scene.clause(policy[0].start)
    before = scene.between(clause, policy[0].start).rstrip(DOCUMENTS)
    told = _COMMISSIONS.search(before)
    return (clause, clause + told.start()) if told else None


def _commissioner(scene: Scene, told: tuple[int, int], ours: Mapping[str, Known]) -> Known | None:
    """The place that commissions, where it is no office: 甲区委托, 我区委托."""
    clause, at = told
    said = scene.between(clause, at)
    if we := _HERE.search(said):
        return ours.get(we["rank"])
    places = [p for p in scene.of("District") if clause <= p[0].start and p[0].end <= at]
    near = places and re.fullmatch("[^，。；在对局委办厅院]{0,8}", scene.between(places[-1][0].end, at))
    return places[-1][1] if near else None


def _behind(scene: Scene, policy: Pair, places: Mapping[str, Known], department: Known | None) -> list[Known]:
    """The offices behind 由, or 我局 and 我区, where a verb of issuing follows the last."""
    end = policy[0].end
    behind = bare(scene.between(end, scene.end))
    led = _PASSIVE.match(behind)
    if led is None:
        return []
    by = led.group()[-1]
    at = scene.text.index(by, end) + 1
    we = _WE.match(scene.text, at, scene.end)
    own = (department if we["office"] else places.get(we["rank"])) if we else None
    ours = [own] if own is not None else []
    row = [p for p in scene.of("Organisation", "District") if p[0].start >= at]
    near = row and _LEAD.fullmatch(scene.between(at, row[0][0].start))
    row = row_after(scene, row) if near else []
    stop = row[-1][0].end if row else we.end() if we and ours else at
    told = (_ISSUED if by == "由" else _IN_ITS_NAME).match(scene.text, stop)
    return [*ours, *(k for _, k in row)] if (row or ours) and told and "起草" not in told.group() else []


def _before(scene: Scene, policy: Pair, ours: Mapping[str, Known], department: Known | None) -> list[Known]:
    """The offices, or 我局, that a clause has before a verb of issuing."""
    clause, _ = scene.clause(policy[0].start)
    before = bare(scene.between(clause, policy[0].start)).rstrip(DOCUMENTS)
    if not (verb := _ISSUES.search(before)):
        return []
    offices = [p for p in scene.of("Organisation") if clause <= p[0].start and p[0].end <= policy[0].start]
    if offices and len(bare(scene.between(offices[-1][0].end, policy[0].start)).rstrip(DOCUMENTS)) < 20:
        return _with_its_lead(scene, policy, offices, ours, department)
    subject = bare(scene.between(scene.start, policy[0].start)).rstrip(DOCUMENTS)[: -len(verb.group()) or None]
    if (
        department is not None
        and not offices
        and _OURS.search(subject[-40:])
        and status_of(scene.reply, scene.sentence, policy[0]) is not Status.PLANNED
    ):
        return [department]
    places = [p for p in scene.of(*_ISSUERS[1:]) if clause <= p[0].start and p[0].end <= policy[0].start]
    if places and re.fullmatch(
        r"[^，。；在对]{0,14}", _VERB_OFF.sub("", bare(scene.between(places[-1][0].end, policy[0].start)))
    ):
        return [places[-1][1]] if re.search(r"^$|[，：]$|[年月日]，?$", scene.between(scene.start, places[-1][0].start)) else []
    return []


#: 甲局会同乙局、丙委印发: the office that leads stands before those that it does it with.
_TOGETHER = "(?:将|拟|已|正|牵头)?(?:联合|会同|协同|联手)"
_JOINED = re.compile(f"[”]?(?:、|和|与|及|以及|等?{_TOGETHER})[“]?")
_WITH = re.compile(f"(?P<we>(?<![\u4e00-\u9fff])(?:{OUR_OFFICE}|我们)(?:(?:已|还|也|正在|先后|专门))*)?{_TOGETHER}$")


def _with_its_lead(
    scene: Scene, policy: Pair, offices: list[Pair], ours: Mapping[str, Known], department: Known | None
) -> list[Known]:
    """The offices of a row before a verb of issuing, with the one that leads: 我委会同乙局, 甲局联合乙局."""
    row = _row(scene, offices)
    if not (together := _WITH.search(scene.between(scene.start, row[0][0].start))):
        return [k for _, k in row]
    we = [department] if department is not None and together["we"] else []
    lead = [k for _, k in row_before(scene, offices, _JOINED)[: -len(row)]] or we
    # 我局将会同乙局研究制定: whom it is drafted with need not be who issues it.
    if status_of(scene.reply, scene.sentence, policy[0]) is Status.PLANNED:
        return lead
    if not lead and "修订" not in scene.between(row[-1][0].end, policy[0].start):  # who amends a document need not have issued it
        lead = _leads(scene, scene.start + together.start(), ours, department)
    return [*lead, *(k for _, k in row)]


def _leads(scene: Scene, end: int, ours: Mapping[str, Known], department: Known | None) -> list[Known]:
    """Who does something with others in a clause without a subject: whom an earlier clause begins with, else the replying department."""
    clause, _ = scene.clause(end)
    if not is_without_subject(_COUNT.sub("", scene.between(clause, end))):
        return []
    at = clause
    while at > scene.start:
        stop, at = at - 1, scene.text.rfind("，", scene.start, at - 1) + 1 or scene.start
        begin = led.end() if (led := _BY.match(scene.text, at, stop)) else at
        if subject := _subject(scene, begin, stop, ours, department):
            return subject
    if department is None or not _NO_SUBJECT.fullmatch(_COUNT.sub("", scene.between(scene.start, clause))):
        return []
    return [department]


#: 去年底, 为规范管理, 加强统筹: clauses that have no subject.
_NO_SUBJECT = re.compile(
    r"(?:(?:[^，。；]{0,10}[年月日底初来期]|(?:为|围绕|根据|按照|针对|结合|聚焦|对|在|通过)[^，。；]*|(?:加强|强化|深化|健全|完善|坚持|注重|积极|持续|不断|进一步)[^，。；]*)，){0,6}"
)
#: 一是会同甲局, 由我局牵头，会同乙局: before who does it.
_COUNT = re.compile(r"^(?:[一二三四五六七八九十]是|（?[一二三四五六七八九十\d]{1,2}[）、.．])")
_BY = re.compile("由|近年来|目前|此前")


_VERB_OFF = re.compile(rf"{VERB}.*$")


def _here(scene: Scene, policy: Pair, ours: Mapping[str, Known]) -> list[Known]:
    """The district, where 我区 issued it; the city around it where 我市 or 市里 did."""
    before = bare(scene.between(scene.start, policy[0].start)).rstrip(DOCUMENTS)
    said = before.rsplit("，", maxsplit=1)[-1]
    issues = _ISSUES.search(said)
    we = issues and _HERE.search(said[: issues.start()])
    known = ours.get(we["rank"]) if we else None
    return [known] if known is not None else []


def _ours(scene: Scene, policy: Pair, ours: Mapping[str, Known]) -> list[Known]:
    """The place of 我市 right before a document without marks: 我市“十四五”综合交通规划."""
    we = _RIGHT_BEFORE.search(scene.between(scene.start, policy[0].start))
    known = ours.get(we["rank"]) if we else None
    return [known] if known is not None else []


_LONG_RANKS = ("自治区", PREFECTURE)
_RANK = f"(?:{PREFECTURE}|[区县市省州旗盟])"
_RIGHT_BEFORE = re.compile(f"[我本](?P<rank>{_RANK})的?[“]?$")
#: 我区 and the like, near the verb.
_HERE = re.compile(
    rf"(?:[我本](?={_RANK})|(?:^|[，：（])(?:近年来?|目前|今年|去年|20\d\d年)?(?=[区县市省州]里|自治区))(?P<rank>自治区|{_RANK})里?(?:政府)?[^，。；]{{0,10}}$"
)


def _earlier(scene: Scene, policy: Pair, ours: Mapping[str, Known], department: Known | None) -> list[Known]:
    """The offices or the place that an earlier clause begins with, where the one that issues has no subject: 我委对标《甲》，先后印发了《乙》."""
    words = scene.between(scene.start, policy[0].start)
    row = _DOCUMENTS_BEFORE.search(words)
    first = scene.start + (row.start() if row else len(words))
    for at, end in clauses_before(scene, first, _ISSUES):
        if status_of(scene.reply, scene.sentence, policy[0]) is Status.PLANNED:
            return []  # 我局将会同有关部门，研究制定《甲区规划》: who drafts it need not be who issues it
        if subject := _subject(scene, at, end, ours, department):
            return subject
    return []


def _subject(scene: Scene, at: int, end: int, ours: Mapping[str, Known], department: Known | None) -> list[Known]:
    """Whom a clause begins with at a position of the flow, unless it is only whose something is (我区的…) or who leads."""
    at = party.end() if (party := _PARTY.match(scene.text, at, end)) else at
    if named := opening(scene.of(*_ISSUERS), at, end):
        row = row_after(scene, named)
        return [] if _WHOSE.match(scene.between(row[-1][0].end, end)) else [k for _, k in row]
    we = _WE.match(scene.text, at, end)
    if we is None or _WHOSE.match(scene.text, we.end(), end):
        return []
    known = department if we["office"] else ours.get(we["rank"])
    return [known] if known is not None else []


#: 党中央、国务院: who stands before the offices and is none that is told of.
_PARTY = re.compile("(?:党|中共)中央、")
#: The documents, with their numbers, that stand before one in the same row.
_DOCUMENTS_BEFORE = re.compile(rf"(?:[{DOCUMENTS}]|（[^（）]*）)*$")
#: 我局, 我区, 本市, 省里, 自治区; not 我区文旅局 and not 我市出台的….
_WE = re.compile(
    rf"(?P<office>{OUR_OFFICE})|(?:[我本](?={_RANK})|(?=[区县市省州]里)|(?=自治区))(?P<rank>自治区|{_RANK})里?(?![\u4e00-\u9fff]{{0,6}}[局委办厅])"
)
_WHOSE = re.compile("[”]?的|[^，。；]{0,8}(?:指导|支持|部署|要求|关心|领导)下")


def _owner(scene: Scene, policy: Pair) -> list[Known]:
    """The offices, or the place, right before a document, or before the first of its row."""
    start = policy[0].start
    before = [p for p in scene.of("Organisation", "District") if p[0].end <= start]
    if not before:
        return []
    gap = bare(scene.between(before[-1][0].end, start))
    own = _OWN.fullmatch(gap)
    if not own and not any(at == 0 for at, _, _ in find_divisions(policy[1].name)):
        own = re.fullmatch(f"(?:等[^，。；《“]{{0,6}})?(?:的)?[《》“”{MASK}、和及与]*", gap)
    return [k for _, k in _row(scene, before)] if own else []


_OFFICE_ENDS = re.compile("(?:[委央局厅部办室署]|委员会)$")


def _row(scene: Scene, pairs: list[Pair]) -> list[Pair]:
    """The last of some offices with those joined to it, and with those right before them: 中共中央 国务院, 省委省政府, 市甲局 市乙局."""
    row = row_before(scene, pairs)
    while (ahead := pairs[: -len(row)]) and not scene.between(ahead[-1][0].end, row[0][0].start).strip():
        if not _OFFICE_ENDS.search(scene.text, ahead[-1][0].start, ahead[-1][0].end):
            break
        row = [*row_before(scene, ahead), *row]
    return row
