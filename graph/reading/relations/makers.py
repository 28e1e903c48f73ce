"""Who runs a scenario."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.passed import is_another_places
from graph.reading.relations.scene import HOUSE, MASK, ROW, Link, Pair, Scene
from graph.reading.relations.subjects import OUR_OFFICE, clauses_before, opening

__all__ = ["operated", "row_after", "row_before"]

_ROW = f"[{ROW}]*"
_MAKERS = ("Enterprise", "Organisation")
#: Between a firm and what it runs: 甲公司自主研发并运营乙平台.
_RUN_BY = re.compile(
    r"(?:研发|开发|打造|建设|运营|推出|探索|上线|承建|搭建|推进|承担|实施|研制|建成|开通|开展|开出|建有|建起|提供|布设|投放|试推|开行|共建|开设|试跑|运行|发放)(?:了|的|出|起|并运营)?[^，。；]{0,16}$"
)
#: Between an office and what it runs; less than of a firm is said with these.
_OFFICE_RUNS = re.compile(
    rf"(?:[^，。；{MASK}]{{0,4}}在[“]?{MASK}+[”]?)?[^，。；{MASK}]{{0,16}}(?:建有|建起|建成|推出|上线|开发|搭建|运营|牵头|开通|开展|打造|组织研发|安装|试行|设立)(?:了|出)?[^，。；、{MASK}]{{0,10}}[“]?{_ROW}"
)
#: 平台由甲、乙联合建设; 平台作为…之一，由甲实施.
_BY = re.compile(
    rf"[”]?[^。；，由归{MASK}]{{0,16}}(?:，作为[^，。；]{{0,24}})?，?(?:主要|统一|目前|具体)?(?:由|归)"
    rf"(?:[\u4e00-\u9fff]{{2,10}}[局委厅办院](?:、|和|与|联合|会同))?[^，。；{MASK}]{{0,4}}"
)
_MADE = re.compile(
    r"[^，。；]{0,24}?(?:联合|共同|负责|自主|投资|牵头|具体|独立|提供技术|合作)*(?:建设|运营|承建|开发|研发|打造|搭建|实施|承担|提供|运维|维护|投放|布设|牵头|负责|推进|运行|推出|承办|升级|承运|主办|试行|发布|共建|开行)"
)
#: Between a firm and what is its own: 甲公司的自动驾驶出租车, 甲公司“乙”航线.
_ITS_OWN = re.compile(rf"(?:旗下|自主研发|研发|开发|运营|提供)?的[^，。；、的{MASK}]{{0,8}}[“]?|[“]|")

#: 先后引进甲、乙等企业，建成丙平台: who brought the firms built it; 引进甲建成丙平台 is another matter, and 引进甲，其建成….
_BROUGHT = re.compile(r"(?:引进|引入|招引|吸引|集聚|汇聚|聚集|培育|孵化|落户|入驻|走访|拥有|服务)了?[^，。；]{0,12}$")
_OTHER_CLAUSE = re.compile("，(?!其|该|公司|企业)")


#: 甲公司等企业陆续入驻，先后建成了…: who came is not said to build.
_CAME = "等[^，。；]{0,10}(?:入驻|落户|落地|进驻|签约|集聚)"
#: Between firms and a service that they only have to do with.
_ANOTHER_MATTER = re.compile(f"前来|成为|参与|支持|帮助|合作|{_CAME}[^，]*，")


def operated(scene: Scene, department: Known | None) -> list[Link]:
    """Who runs a scenario, or made it, as a sentence says it; 我局 is the replying department."""
    links = []
    for scenario in scene.of("Scenario"):
        for makers, rule, sure in (
            (_by_us(scene, scenario, department), "operated.ours", 0.75),
            (_passive(scene, scenario), "operated.passive", 0.8),
            (_owner(scene, scenario), "operated.owner", 0.75),
            (_subject(scene, scenario), "operated.subject", 0.75),
            (_told_behind(scene, scenario), "operated.behind", 0.75),
            (_earlier(scene, scenario), "operated.earlier", 0.7),
        ):
            if makers:
                links += [scene.link("operatedBy", scenario, maker, rule, sure) for _, maker in makers]
                break
    return links


#: 甲平台由我局会同乙公司建设.
_BY_US = re.compile(
    rf"[”]?[^。；，由{MASK}]{{0,16}}，?(?:主要|统一|目前|具体)?由{OUR_OFFICE}(?:牵头|负责|会同|联合|与|和|、|{MASK}|[等共同]){{0,40}}(?:建设|运营|开发|研发|打造|搭建|运维|维护|管理|运行|推出)"
)
_WE_RUN = re.compile(f"{OUR_OFFICE}(?![^，。；]{{0,12}}(?:：|支持|指导|鼓励|协调|推动|按照|根据|围绕|落实|配合))")


def _by_us(scene: Scene, scenario: Pair, department: Known | None) -> list[Pair]:
    """The replying department, where 我局 builds it, and with whom: each with a mention, of which nothing is asked."""
    if department is None:
        return []
    clause, _ = scene.clause(scenario[0].start)
    we = _WE_RUN.match(scene.text, clause)
    runs = we and _OFFICE_RUNS.fullmatch(scene.between(we.end(), scenario[0].start))
    if runs:
        return [(scenario[0], department)]
    end = scenario[0].end
    told = _BY_US.match(scene.between(end, scene.end))
    return [(scenario[0], department), *(p for p in scene.of(*_MAKERS) if end <= p[0].start < end + told.end())] if told else []


#: Behind a verb of making: what is made is told there.
_OF_ANOTHER = re.compile(f"的|了?“?{MASK}")


def _passive(scene: Scene, scenario: Pair) -> list[Pair]:
    """The names behind 由, where a verb of making follows the last."""
    end = scenario[0].end
    led = _BY.match(scene.between(end, scene.end))
    if led is None:
        return []
    row = [p for p in scene.of(*_MAKERS) if p[0].start >= end + led.end()]
    if not row or row[0][0].start != end + led.end():
        return []
    row = row_after(scene, row)
    behind = scene.text[row[-1][0].end : scene.end]
    if re.match("下属|旗下", behind):
        return []
    made = _MADE.match(behind)
    # 由乙公司运营的丙, 由乙公司运营“丙”平台: another one is meant
    if made is None or _OF_ANOTHER.match(scene.between(row[-1][0].end + made.end(), scene.end)):
        return []
    return [*row, *_each_its_part(scene, row[-1][0].end + made.end())]


#: 由甲局牵头、乙公司承建: between who does the one part and who does the other.
_AND_THEN = re.compile("[，、](?:并?由)?")


def _each_its_part(scene: Scene, at: int) -> list[Pair]:
    """Those who do another part of a thing, each with a verb of its own, from behind the first one's verb on."""
    if not (led := _AND_THEN.match(scene.between(at, scene.end))):
        return []
    row = [p for p in scene.of(*_MAKERS) if p[0].start == at + led.end()]
    made = _MADE.match(scene.text[row[0][0].end : scene.end]) if row else None
    if made is None or _OF_ANOTHER.match(scene.between(behind := row[0][0].end + made.end(), scene.end)):
        return []
    return [*row, *_each_its_part(scene, behind)]


def _owner(scene: Scene, scenario: Pair) -> list[Pair]:
    """The firms whose a scenario is said to be."""
    before = [p for p in scene.of("Enterprise") if p[0].end <= scenario[0].start]
    if not before or not _ITS_OWN.fullmatch(scene.between(before[-1][0].end, scenario[0].start)):
        return []
    return row_before(scene, before)


def _subject(scene: Scene, scenario: Pair) -> list[Pair]:
    """The firms, or the office that a clause begins with, before a verb of making in the same clause."""
    start = scenario[0].start
    clause, _ = scene.clause(start)
    firms = [p for p in scene.of("Enterprise") if p[0].end <= start and not _in_brackets(scene, p)]
    if firms and not is_another_places(scene, start):
        row = row_before(scene, firms)
        gap = scene.between(firms[-1][0].end, start).rstrip(ROW)
        before = scene.between(scene.start, row[0][0].start)
        other = re.search("(?:与|和|同|联合|携手|携)$", before) or (_OTHER_CLAUSE.search(gap) and _BROUGHT.search(before))
        if len(gap) < 30 and _RUN_BY.search(gap) and not other and not _ANOTHER_MATTER.search(gap):
            return row
    offices = [p for p in scene.of("Organisation") if not HOUSE.search(p[1].name) and clause <= p[0].start and p[0].end <= start]
    if offices and re.fullmatch(r"[^，。；：的]{0,3}", scene.between(clause, offices[0][0].start)) and len(offices) == 1:
        gap = scene.between(offices[0][0].end, start)
        return offices if _OFFICE_RUNS.fullmatch(gap) and "成为" not in gap and not _is_demanded(gap) else []
    return []


#: 印发了《甲方案》，明确提出推进乙，搭建丙平台: what a document or an office demands is run by nobody yet.
_DEMANDS = re.compile(
    "(?:明确(?:提出|要求|规定)|(?:提出|要求|规定|强调|指出)(?:要|应|加快|推进|推动|搭建|建设|建立|开发|打造|推广|推行|完善|全面|大力|积极))"
)
_BUILT_ALREADY = re.compile("(?:[建形][成起]|了|已|上线|推出|开通)[^，。；]{0,12}$")


def _is_demanded(words: str) -> bool:
    """Whether the words before a scenario say that it shall be built, and not that it was."""
    return _DEMANDS.search(words, words.rfind("；") + 1) is not None and not _BUILT_ALREADY.search(words)


#: 甲平台的运营方是乙公司, 甲平台…，由乙公司承担开发和运维, 甲大脑的建设运营由乙公司负责.
_RUN_BY_WHOM = re.compile(
    rf"(?P<word>[”]?[^，。；由{MASK}]{{0,10}}的(?:运营|建设|承建|开发|运维)(?:方|商|单位|主体)(?:是|为)"
    rf"|[”]?[^，。；由{MASK}]{{0,10}}的(?:日常)?(?:建设|运营|开发|运维|管理|、|和|与)+由)(?={MASK})"
    rf"|[”]?[^。；由{MASK}]{{2,80}}，由(?={MASK})"
)
_RUNS = re.compile(
    "(?:具体|统一|共同|联合)?(?:(?:负责|承担|提供)[^，。；]{0,4})?(?:建设|开发|研发|运营|运维|维护|实施|运行|承建|承运)(?=[，。；、）和与及并]|$)"
)


def _told_behind(scene: Scene, scenario: Pair) -> list[Pair]:
    """The names that run what a sentence is about, told after what it is: 甲平台去年建成，…，由乙公司承担开发和运维."""
    end = scenario[0].end
    led = _RUN_BY_WHOM.match(scene.between(end, scene.end))
    far = led is not None and "，" in led.group()[:-2]
    if led is None or (far and len(scene.between(scene.start, scenario[0].start)) > _AT_ITS_HEAD):
        return []
    row = opening(scene.of(*_MAKERS), end + led.end(), scene.end)
    row = row_after(scene, row) if row else []
    return row if row and (led["word"] or _RUNS.match(scene.text, row[-1][0].end)) else []


#: So many words may stand before what a sentence is about: 区级“甲”.
_AT_ITS_HEAD = 4
#: What is done with a service by who runs it, at the end of a clause that has no subject of its own.
_BUILT = re.compile(
    rf"(?:建成|建起|建立|搭建|开发|推出|上线|设立|开通|试点|试行|开行|安装|研发|运营)(?:了|起|出|运行)?[^，。；、{MASK}]{{0,10}}[“]?$"
)


#: Behind who opens a clause: whose something is, or who only came.
_NO_MAKER = re.compile(f"[”]?(?:的|{_CAME})")


def _earlier(scene: Scene, scenario: Pair) -> list[Pair]:
    """The firms or the office that an earlier clause begins with, where the one that builds has no subject: 甲局依托乙平台，建成了丙系统."""
    words = scene.between(scene.start, scenario[0].start)
    if _is_demanded(words):
        return []
    for at, end in clauses_before(scene, scene.start + len(words.rstrip(ROW)), _BUILT):
        if named := opening([p for p in scene.of(*_MAKERS) if not HOUSE.search(p[1].name)], at, end):
            row = row_after(scene, named)
            behind = scene.between(row[-1][0].end, end)
            return [] if _NO_MAKER.match(behind) or is_another_places(scene, scenario[0].start) else row
    return []


def _in_brackets(scene: Scene, pair: Pair) -> bool:
    return scene.text[pair[0].start - 1 : pair[0].start] == "（" and "）" in scene.text[pair[0].end : scene.end]


def row_after(scene: Scene, pairs: list[Pair]) -> list[Pair]:
    """The first of them and those that 、 or 和 join to it."""
    kept = [pairs[0]]
    for pair in pairs[1:]:
        if not re.fullmatch("(?:、|和|与|及|以及|联合|会同|，)[“]?", scene.text[kept[-1][0].end : pair[0].start]):
            break
        kept.append(pair)
    return kept


#: Between the names of a row, the last of which is looked at.
_JOINS = re.compile("[”]?(?:、|和|与|及|以及)[“]?")


def row_before(scene: Scene, pairs: list[Pair], joins: re.Pattern[str] = _JOINS) -> list[Pair]:
    """The last of them and those that 、 or 和, or what else joins, join to it."""
    kept = [pairs[-1]]
    for pair in reversed(pairs[:-1]):
        if not joins.fullmatch(scene.text[pair[0].end : kept[0][0].start]):
            break
        kept.insert(0, pair)
    return kept
