"""Where a text names provinces, prefectures and counties."""

from __future__ import annotations

import re
from functools import cache

import ahocorasick_rs
import rjieba

from graph.reading import divisions
from graph.reading.lexicon import alternation, occurrences_of, of_class
from graph.reading.place.persons import is_somebody

__all__ = ["division_before", "find_divisions"]

#: Counties of this name exist; in a reply of another city the word is a common noun. 阿里 is mostly the firm.
_COMMON_NOUNS = frozenset(
    (
        "城区",
        "郊区",
        "矿区",
        "市区",
        "新城区",
        "老城区",
        "阿里",
        "新市区",
        "东市区",
        "西市区",
        "南市区",
        "北市区",
        "中市区",
        "动力区",
    )
)
#: Before 上街区, where it is no county: 线上街区, 加上街区.
_ON_A_LINE = frozenset("线晚早马网云加")


#: 延安路 is a road, 西安门 a gate, 中山陵 a tomb, 苏州河 a river, 宜昌南里 an estate, and 福州新区 no part of what is called 福州.
_ROAD = re.compile(
    "[东西南北中]?[一二三四五六七八九十、]{0,3}路|大道|道(?![路县孚真教台])|公园(?!城市)|小区|花园|菜市?场|农贸|广场|门(?=[大街路外内社站、，。）]|$)|陵(?!水)|桥(?![东西南北梁头])|拉面|小吃|道街|大街|街(?![道区镇头巷])|新区|[河湾](?![北南西东])|湖(?![北南州])|[东西南北]?里(?![程面边外应])|[东西南北]?坊(?!间)|新村|[一二三四五六七八九十]{1,2}村|社区(?=[、，。；])"
)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    names = divisions.division_names()
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), names


def find_divisions(text: str) -> list[tuple[int, int, str]]:
    """Start, end and name of every province, prefecture and county in a text (short forms for the larger two)."""
    automaton, names = _automaton()
    found = [
        (start, end + (names[index] in _prefectures() and text.startswith("州", end)), names[index])  # 红河州
        for index, start, end in automaton.find_matches_as_indexes(text)
    ]
    ends = {end for _, end, _ in found}
    words = occurrences_of("place_homographs", text) if found else []
    within = {i: number for number, (start, end, _) in enumerate(words) for i in range(start, end)}
    return [
        match
        for match in found
        if match[2] not in _COMMON_NOUNS
        and not (match[2] == "上街区" and text[match[0] - 1 : match[0]] in _ON_A_LINE)
        and not (match[0] in within and within[match[0]] == within.get(match[1] - 1))
        and not _is_in_a_word(text, *match[:2], before=match[0] in ends)
        and not _is_given_name(text, *match[:2])
        and not is_somebody(text, *match[:2])
        and ((len(match[2]) > 2 and match[2][-1] in "省市区县旗州盟") or not _ROAD.match(text, match[1]))
    ]


def division_before(text: str, at: int, reach: int, floor: int = 0) -> tuple[int, str] | None:
    """Start and name of the division that ends right at a position, ``None`` where none does.

    Parameters
    ----------
    text:
        The flow.
    at:
        Where it has to end.
    reach, floor:
        How many characters before that are looked at, and where they begin at the earliest.
    """
    near = max(at - reach, floor)
    return next(((near + start, name) for start, end, name in find_divisions(text[near:at]) if near + end == at), None)


#: Characters of a province or a city without what it is.
_SHORT = 2


@cache
def _prefectures() -> frozenset[str]:
    """The short names of autonomous prefectures, which replies call 红河州."""
    names = divisions.division_names()
    return frozenset(divisions.short_form(name) for name in names if name.endswith("自治州"))


#: Behind 县 where it is a kind of place: 振兴县域, 索县级.
_OF_COUNTIES = frozenset("级域区际")


#: What stands before a city's name, though a word of both might be made.
_BEFORE_A_CITY = tuple("省市区县州盟向同即自和如对")


#: What stands before 东区 or 西区 where it is the side of something: 琶洲西区, 科技园西区, 水湾B西区; not 攀枝花市西区, 其中西区.
_BEFORE_A_SIDE = frozenset("以城小园区心谷洲港湾岛镇村场校院厂站业技山桥江河湖路街")
#: A flag, and what lies at a river, a lake or a hill: 到达旗舰店, 苏州河南北, 艇湖南岛, 甲山南临乙湾.
_PHRASE = re.compile("旗[舰帜袍号手杆]|州河南北|湖南[岛岸]|山南[临接靠麓坡]")


#: Behind 市, where it is a market: 甲市场, 众乐山市集; not 乐山市集中推进.
_MARKET = re.compile("场|集(?![中聚合体团成训纳约结散镇])")


#: Counties whose names are what a field is to do to a county: 科技兴县, 旅游富县.
_SLOGANS = of_class("namesake_counties", "slogan")


#: Behind a name, where it is whose post somebody has: 甲县长, 甲县委书记; not 甲县长期, 甲市长江路.
_POST = re.compile("长(?![江沙春安治宁期远三效途久龙山征城])|委书记")
#: A family name at the beginning of a phrase, and what is left of a given name of two characters: 、张|永新县长, 由黄伟|雄县长, 请欧阳|建平县长.
_FAMILY = re.compile(
    rf"(?:^|[，。；：、\s和与及由经请在向据受听报]|时任)(?P<family>(?!于|任|向)(?:{alternation('surnames')})(?P<given>[\u4e00-\u9fff]?))$"
)
#: Characters that a given name has at most.
_GIVEN = 2


def _is_given_name(text: str, start: int, end: int) -> bool:
    """Whether a county's name is what somebody is called and the post behind it: 张永新县长, 黄伟雄县长; not 永新县长."""
    if text[end - 1] not in "县市区" or not _POST.match(text, end):
        return False
    family = _FAMILY.search(text[max(start - 5, 0) : start])
    if family is None or divisions.codes_of(family["family"]):  # 向江苏沛县委书记
        return False
    return len(family["given"]) + end - 1 - start <= _GIVEN


def _is_noun(word: str) -> bool:
    """Whether two characters are one noun: 科技, 旅游; not 支持."""
    tagged = rjieba.tag(word)
    return len(tagged) == 1 and len(word) == _SHORT and tagged[0][1].startswith(("n", "vn"))


def _is_in_a_word(text: str, start: int, end: int, *, before: bool) -> bool:
    """Whether a name only stands across two words: 振兴县, 建成县级, 城东区域, 三河市场, 科技园西区; ``before`` tells of a place right before it."""
    name, ahead, following = text[start:end], text[start - 1 : start] if start else "", text[end : end + 1]
    if name[-1] == "区":
        return (
            following in ("域", "块")
            or (name == "新建区" and following in ("的", "现"))
            or (name in ("东区", "西区") and (ahead in _BEFORE_A_SIDE or (ahead.isascii() and ahead.isalpha())))
        )
    if name[-1] == "市":
        lead = ahead + name[0]
        # 沿海城市, 适应城市; but 向海城市 is to a county.
        city = (name[1:] == "城市" and ahead not in ("", *_BEFORE_A_CITY) and rjieba.has_word(lead)) or lead == "对应"
        return len(name) > _SHORT and (_MARKET.match(text, end) is not None or city)
    if len(name) > _SHORT:
        return False
    if _PHRASE.search(ahead + name + following):
        return True
    across = bool(ahead) and rjieba.has_word(ahead + name[0])
    if name[-1] != "县":  # 重大理论, 最大连接
        return across and bool(following) and name[-1] not in "省州旗盟" and rjieba.has_word(name[-1] + following)
    joined = name[0] == "和" and ahead != "" and ahead in "省市区县"  # 各市和县
    slogan = name in _SLOGANS and _is_noun(text[max(start - 2, 0) : start])
    return (following != "" and following in _OF_COUNTIES) or (not before and (across or joined or slogan))
