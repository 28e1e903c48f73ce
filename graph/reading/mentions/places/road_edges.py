"""Where a road's name begins: behind what leads to it, the place that it is in, the words that a segmenter reads with it."""

from __future__ import annotations

import re
from collections.abc import Collection

from graph.reading.mentions.names import in_dictionary
from graph.reading.place import find_divisions
from graph.reading.reply import Reply

__all__ = ["LONGEST", "NAMING", "PROPER", "SHORTEST", "begin_of", "behind_larger", "floor_of", "unglued"]

#: Of so many characters is what stands before the ending.
SHORTEST, LONGEST = 2, 6
#: How two places lie to each other, and what leads on from one road to another: 东至甲路, 乙路连丙路.
_LEADS = re.compile(
    "[东西南北]{1,2}(?:面|侧|边|部)?(?:[自从]|为|是|至|到|起|临|接|靠|邻|抵|连|距|挨|以|毗|望|跨)于?|(?:(?<![\u4e00-\u9fff])|(?<=[路街道]))[东西南北]通(?![达济江海泰州惠港衢顺盛源])"
    "|(?<=[路街道线])(?:远期)?(?:再)?(?:连|接|通|至|到|与|和|及|同)"
    "|(?<=路)(?=[\u4e00-\u9fff]{2})|[国省县乡村]道(?=[\u4e00-\u9fff]{2})"
    "|(?:位于|坐落于|坐落在|地处|起经|途经|途径|依托|围绕|关于|对于|原名|现名|又名|[更命]名为|横跨|串联|毗邻|连接|贯通|打通|起点为|终点为|沿线|启动|完成)"
    # 5条步行辅街: how many there are
    "|(?<=[\\d一两多几])条(?=[\u4e00-\u9fff]{2})"
    # 大兴宕至安合路; a highway that is called after its ends takes them back
    "|(?<=[\u4e00-\u9fff]{2})至(?=[\u4e00-\u9fff]{2})"
    # 亮化美化甲路, 拓宽乙大道: what is done to it
    "|(?:[美亮绿净硬黑]化|白改黑|刷黑|[拓加]宽|修缮|翻修|整修|[改新扩修]建|改造)"
)
#: Single words before a name, and none of it.
_ALONE = frozenset(
    "在对从由自于到至和与及或把将以沿经有是为等的了内外处就向通过打修建设使让被并且也又还已均都所该此各每其同跟按据因如像即"
)
#: What a segmenter reads together with a name behind it, behind another word and at the beginning of a clause.
_GLUED = frozenset("在对由于到至把将经与和及是有使待叫")
_LEADING = frozenset("从以沿同即")
#: 经凤鸣路、岚武路 at the beginning of a clause; 经海五路, 经十东路 are called by it.
_BY_WAY = re.compile(
    "[经由自](?!十|海|开|发|济|纬|贸)(?:[\u4e00-\u9fff]{1,4}(?![东西南北中一二三四五六七八九十])[\u4e00-\u9fff]|[\u4e00-\u9fff]{3,4})"
)
_ALONG = re.compile("沿[江河湖海山溪]")
#: How a segmenter tags names.
PROPER = ("ns", "nr", "nz", "nrt", "nt")
#: Parts of a road, by its side or number: 甲南路, 乙三路.
_SIDES = frozenset("东西南北中一二三四五六七八九十")
#: Verbs that roads are called by.
NAMING = frozenset(("解放", "建设", "发展", "创新", "团结", "胜利", "奋斗", "创业", "开发", "振兴", "复兴", "开放"))
_TOWN = re.compile("[\u4e00-\u9fff]{2,4}(?:街道|镇|乡)(?=[\u4e00-\u9fff]{2})")
#: Words of more than one character that stand in no name, by what a segmenter calls them.
_FUNCTION = ("p", "c", "u")


def begin_of(reply: Reply, end: int, taken: Collection[int]) -> int | None:
    """Where a road's name begins; ``None`` where there is none.

    Parameters
    ----------
    reply:
        Whose flow is read.
    end:
        Where the ending of the name begins (路, 大道), an offset into the flow.
    taken:
        Offsets that stand in other names, on which it does not run.
    """
    text, floor = reply.flow.text, floor_of(reply.flow.text, end, taken)
    at, start = reply.token_at(end - 1), end
    while at >= 0 and start > floor:
        token = reply.tokens[at]
        if (token.word in _ALONE and (start < end or token.word not in "外内")) or (
            token.tag[:1] in _FUNCTION and len(token.word) > 1
        ):
            break
        needed = SHORTEST + (text[end - 1] in _SIDES and token.tag[:1] in ("n", "z", "g"))
        if end - start >= needed and not _goes_back(token.word, token.tag):
            break
        if start < end and token.tag == "v" and len(token.word) > 1 and token.word not in NAMING:
            break
        start = max(token.start, floor)
        at -= 1
    start = unglued(text, start, end)
    if start - floor == 1 and text[floor] not in _ALONE and end - start <= SHORTEST + 1:
        start = floor  # 蒸湘南路, which a segmenter reads as 蒸 and a road
    return behind_larger(text, start, end) if start < end else None


def unglued(text: str, start: int, end: int) -> int:
    """``start``, or one on where a name of more than two characters, whose ending begins at ``end``, begins with what leads to it: 从甲山路."""
    within = text[start] in _GLUED and "\u4e00" <= text[start - 1] <= "\u9fff"
    glued = (within or text[start] in _LEADING or _BY_WAY.fullmatch(text, start, end) is not None) and not _ALONG.match(
        text, start
    )
    return start + (end - start > SHORTEST and glued and not in_dictionary(text[start : start + 2]))


def floor_of(text: str, end: int, taken: Collection[int]) -> int:
    """Before which no name that ends at ``end`` begins: a mark, another name, what leads to a road, the place that it is in."""
    floor = end
    while floor > 0 and floor - 1 not in taken and end - floor < 2 * LONGEST and "\u4e00" <= text[floor - 1] <= "\u9fff":
        floor -= 1
    floor = max((m.end() for m in _LEADS.finditer(text, floor, end) if m.end() < end - 1), default=floor)
    floor = behind_larger(text, floor, end - 1)
    town = _TOWN.match(text, floor, end)
    zones = (m.end() for m in _ZONE.finditer(text, floor, end) if end - m.end() >= SHORTEST)
    return max(zones, default=town.end() if town else floor)


#: 经开区科技大道: a zone by its kind before a road.
_ZONE = re.compile("(?:经开|高新|开发|综保|保税|度假|示范|园)区")


def behind_larger(text: str, start: int, end: int, least: int = 1) -> int:
    """Where a road's own name begins that ends at ``end``, of at least so many characters: 甲路 of 乙县甲路 or 我区甲路."""
    ends = [e for b, e, _ in find_divisions(text[start:end]) if b == 0 and text[start + e - 1] in "省区县市州旗"]
    if ours := _OURS.match(text, start, end):
        ends.append(ours.end() - start)
    return start + max((e for e in ends if end - start - e >= least), default=0)


#: Whose a road is, before its name.
_OURS = re.compile("[我本全][省市州区县旗镇]")


def _goes_back(word: str, tag: str) -> bool:
    """Whether a word before two characters of a name may belong to it."""
    return tag in PROPER or not in_dictionary(word) or (len(word) == 1 and tag[:1] not in ("d", "p", "c", "u", "r", "v"))
