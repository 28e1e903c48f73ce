"""Where a sentence speaks of the replying district: 我区, 区内, its name."""

from __future__ import annotations

import re
from functools import cache

from graph.reading.entities import Known
from graph.reading.lexicon import alternation, typed
from graph.reading.place import PREFECTURE
from graph.reading.relations.excepted import is_only_near
from graph.reading.relations.scene import Scene
from graph.records import Mention

__all__ = [
    "goes_on_counting",
    "holds",
    "is_a_provinces",
    "is_province",
    "named_here",
    "ours_here",
    "ranks_a_place",
    "speaks_of_here",
    "stands_alone",
]

#: Before 区内, where the zone is no district: 园区内, 高新区内, 片区内, 综保区内, 试验区内, 港区内.
_OF_A_ZONE = "园校社地发新开税务范片验聚能行作港景库厂街小展动"
_LEVELS = "区县市省州旗盟"
#: What is done with firms that are counted and are not there for that, or not yet: 全区对接企业80家, 全区拟引进企业20家.
_NOT_THERE = f"{alternation('partner_verbs', 'counted')}|{alternation('progress', 'intend')}"
#: 全市汽车企业20余家，拥有甲、乙…: whose firms are counted, up to those named; not 其中高新技术企业5家, 全区对接企业80家, 已有甲、乙参与.
_COUNTED_FIRMS = (
    rf"(?:(?!{_NOT_THERE}|服务(?!业))[^，。；：]){{0,24}}(?:企业|公司)[^，。；：]{{0,10}}\d[余多]?[家户]，"
    r"(?:其中|目前|主要|先后|已|现)*(?:其中|有|拥有|包括|涵盖|形成|培育|涌现|集聚|聚集|汇聚)(?![^，。；：、]{0,20}\d)"
    rf"(?![^，。；：]{{0,60}}?(?:{alternation('partner_verbs', 'joined')}))"
)

#: 全区有意向企业20家: they are not there yet.
_NOT_OURS = rf"(?:{_NOT_THERE})[^，。；、]{{0,4}}(?:企业|公司)"


@cache
def _here_in(level: str) -> re.Pattern[str]:
    """Words for the replying place, which is a district, a county or a city: 全市 is not the district's where a district replies."""
    own = level if level == PREFECTURE else f"[{level if level in tuple(_LEVELS) else _LEVELS}]"
    return re.compile(
        rf"(?=[我本辖在全]|{own})(?:我{own}|本{own}(?!人)|(?<![{_OF_A_ZONE}]){own}内(?!涝)|(?<!街道)(?<!社区)(?<!镇)辖区|在[\u4e00-\u9fff]企业|本地|本土"
        rf"|全{own}(?:(?:已|共|现|累计|目前)?(?:有|拥有|集聚|汇聚|引进|培育|从事|建成|建有|形成|布局|签约)(?!{_NOT_OURS})|(?:已|共|现|累计|目前)?(?:认定|获批|评定)(?!{_NOT_OURS}|[^，。；：]{{0,16}}(?:服务商|供应商|运营|承建))(?=[^，。；：]{{0,24}}\d+[余多]?[家个])|(?={_COUNTED_FIRMS}|[^，。；：]{{0,12}}(?:企业|公司)(?:中|里|当中)，(?![^。；]{{0,30}}的(?:供应商|客户|用户|占)))))"
    )


_HERE = _here_in("")
#: The same of a replying subdistrict or town.
_HERE_IN_TOWN = re.compile(
    r"我[镇乡](?!里)|我街道|本[镇乡](?!人)|本街道|(?<![城小乡古集])[镇乡]内|街道内|[镇乡街道]辖区|(?<![城])全[镇乡](?!级)|全街道"
)
_SPEAKS = re.compile(
    rf"[，。；、：的内在已将共现占都也正还又把]|以(?![东南西北])|眼下|目前|占?\d{{1,3}}[个家处座栋]|近[年几]|今年|去年|先后|积极|着力|全力|大力|持续|立足|围绕|坚持|依托|聚焦|率先|努力|充分|{alternation('cue_verbs', 'host')}|{alternation('cue_verbs', 'launch')}|产业|企业|全"
)


def speaks_of_here(said: str, *, home: bool) -> bool:
    """Whether words are about what the replying district has; ``home`` tells that they name it."""
    return home or bool(_HERE.search(said))


#: 我区国家级的有2家，即甲、乙；省级的有3家，即丙…: how a sentence behind a semicolon goes on.
_COUNTS_ON = re.compile(
    r"(?:属|为|获|入选|其中|另|国家级|省级|市级|区级)[^，。；]{0,20}?有?[\d一二三四五六七八九十两]{1,3}家，(?:即|分别|包括|为)"
)


def goes_on_counting(scene: Scene) -> bool:
    """Whether a sentence goes on, behind a semicolon, to count firms that the one before counts for the district."""
    return scene.text[scene.start - 1 : scene.start] == "；" and bool(_COUNTS_ON.match(scene.said))


def is_province(home: Known | None) -> bool:
    """Whether the replying place is so large that it says of nothing where it is: of 19 such statements 16 were wrong."""
    return home is not None and home.name.endswith(("省", "自治区"))


def is_a_provinces(service: str, home: Known) -> bool:
    """Whether a service is called after the province that the replying city or district is in, by its one character: 渝快办, 粤省事."""
    code = typed("province_marks").get(service[:1])
    lower = home.code is not None and not str(home.code).endswith("0000")
    return code is not None and lower and str(home.code).startswith(code) and service[0] not in home.name and len(service) < _LONG


#: A service that is called so is shorter.
_LONG = 6


def named_here(scene: Scene, home: Known | None) -> list[tuple[int, int]]:
    """Where a sentence says the replying district (or the town), by its name or as 我区, in order; offsets into the flow."""
    found = scene.here.get(id(home))
    if found is None:
        found = scene.here[id(home)] = _named_here(scene, home)
    return found


def _rank(home: Known) -> str:
    """What the replying place calls itself: 我区, 我市, 我地区."""
    return PREFECTURE if home.name.endswith(PREFECTURE) else home.name[-1]


def _named_here(scene: Scene, home: Known | None) -> list[tuple[int, int]]:
    pattern = _HERE if home is None else _HERE_IN_TOWN if home.type == "Subdistrict" else _here_in(_rank(home))
    meant = [m for m, _ in scene.inside if m.rule == "anaphor"]  # 甲商务区…，区内: the zone
    said = [found.span() for found in pattern.finditer(scene.text, scene.start, scene.end)]
    said = [(a, b) for a, b in said if not any(a < m.end and m.start < b for m in meant)]
    own = [(m.start, m.end) for m, k in scene.inside if k is home and stands_alone(scene, m)]
    near = (is_only_near(scene.between(scene.start, a), scene.between(b, scene.end)) for a, b in said + own)
    return sorted(span for span, beside in zip(said + own, near, strict=True) if not beside)


def ranks_a_place(scene: Scene, start: int) -> bool:
    """Whether the district that is said at a position only tells what a smaller place is: 甲社区是我区的试点."""
    smaller = scene.of("Carrier", "Subdistrict", "BusinessCircle", "Community", "Organisation")
    return any(scene.text[m.end : start] in _IS for m, _ in smaller if m.end <= start)


_IS = ("是", "作为", "为", "成为", "”是")


def ours_here(scene: Scene, home: Known) -> list[tuple[int, int]]:
    """The same with 全区, where a carrier is told of: 甲园是全区唯一的孵化器; offsets into the flow."""
    own = _rank(home) if home.name[-1] in _LEVELS else ""
    whole = re.compile(f"全{own}").finditer(scene.text, scene.start, scene.end) if own else ()
    return sorted({*named_here(scene, home), *((m.start(), m.end()) for m in whole)})


def stands_alone(scene: Scene, mention: Mention) -> bool:
    """Whether a district's name speaks of the district, and is no part of another name (甲市分中心)."""
    before = scene.text[mention.start - 1 : mention.start]
    if before == "（" and scene.text[mention.end : mention.end + 1] == "）":
        return False
    after = scene.text[mention.end : mention.end + 4]
    if after.startswith("第"):
        return False  # 甲省第十三届人大
    begin = mention.start
    for larger, _ in reversed(scene.of("District")):
        begin = larger.start if larger.end == begin else begin
    if begin < mention.start and scene.text[begin - 1 : begin] in ("于", "在"):
        return True  # 位于丙省甲市西郊
    return mention.start == scene.start or before in "，。；：在于是" or bool(_SPEAKS.match(after))


def holds(larger: Known, smaller: Known | None) -> bool:
    """Whether a province or a city holds a district, by their official codes."""
    if smaller is None or larger.type != "District" or not larger.code or not smaller.code or larger is smaller:
        return False
    code = str(larger.code)
    return code.endswith("00") and str(smaller.code).startswith(code[:2] if code.endswith("0000") else code[:4])
