"""Where a text names provinces, prefectures and counties."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

import ahocorasick_rs
import rjieba

from graph.reading import divisions
from graph.reading.lexicon import alternation, occurrences_of, of_class
from graph.reading.place.persons import is_somebody

__all__ = ["division_before", "find_divisions", "is_division"]

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
#: Before 上街区, where it is no county: 线上街区, 云上街区.
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
    return list(_in_a_phrase(text) if len(text) <= _PHRASE_SIZE else _in_a_text(text))


def is_division(name: str) -> bool:
    """Whether a name as a whole is that of a province, prefecture or county."""
    return any(start == 0 and end == len(name) for start, end, _ in find_divisions(name))


#: A text of so few characters is a name or what stands beside one, which several rooms ask about.
_PHRASE_SIZE = 32


@lru_cache(maxsize=8192)
def _in_a_phrase(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(_divisions(text))


@lru_cache(maxsize=16)
def _in_a_text(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(_divisions(text))


def _divisions(text: str) -> list[tuple[int, int, str]]:
    automaton, names = _automaton()
    found = [
        (start, end + (names[index] in _prefectures() and text.startswith("州", end)), names[index])  # 红河州
        for index, start, end in automaton.find_matches_as_indexes(text)
    ]
    if not found:
        return []
    starts, ends = {start for start, *_ in found}, {end for _, end, _ in found}
    words = occurrences_of("place_homographs", text)
    within = {i: number for number, (start, end, _) in enumerate(words) for i in range(start, end)}
    return [
        match
        for match in found
        if match[2] not in _COMMON_NOUNS
        and not (match[2] == "上街区" and _is_on_something(text[max(match[0] - 1, 0) : match[0]]))
        and not (match[0] in within and within[match[0]] == within.get(match[1] - 1))
        and not _is_in_a_word(text, *match[:2], before=match[0] in ends)
        and not _begins_in_a_word(text, *match[:2])
        and not (match[2] in _BESIDE_A_NOUN and _is_a_noun(text, *match[:2]) and not _is_beside(text, *match[:2], starts, ends))
        and not _is_given_name(text, *match[:2])
        and not is_somebody(text, *match[:2])
        and ((len(match[2]) > 2 and match[2][-1] in "省市区县旗州盟") or not _ROAD.match(text, match[1]))
    ]


_SIDES = (("before", "(?:{})$"), ("behind", "(?:{})"))
#: Cities that are called by what guests, silver or sunlight are, and what stands before and behind those: 为来宾介绍, 白银价格.
_BESIDE_A_NOUN = {
    name: tuple(re.compile(pattern.format(alternation("namesake_beside", f"{noun}-{side}"))) for side, pattern in _SIDES)
    for name, noun in (("来宾", "guests"), ("白银", "silver"), ("日照", "sunlight"))
}
#: Characters of the longest word before such a noun.
_LONGEST_BEFORE = 4


_JOINTS = tuple("、和与及至—-～~")


def _is_beside(text: str, start: int, end: int, starts: Collection[int], ends: Collection[int]) -> bool:
    """Whether a place stands right before a name or beside it in a row: 广西来宾, 来宾、百色."""
    behind = text[end : end + 1] in _JOINTS and end + 1 in starts
    return start in ends or behind or (text[max(start - 1, 0) : start] in _JOINTS and start - 1 in ends)


def _is_a_noun(text: str, start: int, end: int) -> bool:
    """Whether guests, silver or sunlight are meant and not the city that is called so, by the words beside."""
    before, behind = _BESIDE_A_NOUN[text[start:end]]
    return bool(before.search(text, max(start - _LONGEST_BEFORE, 0), start) or behind.match(text, end))


def _is_on_something(ahead: str) -> bool:
    """Whether 上 ends a word before 街区: 线上街区, 以上街区; not 郑州上街区, 与上街区."""
    return ahead in _ON_A_LINE or (ahead not in ("", *_BEFORE_A_CITY) and rjieba.has_word(ahead + "上"))


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
_OF_COUNTIES = tuple("级域区际")


#: What stands before a city's name, though a word of both might be made.
_BEFORE_A_CITY = tuple("省市区县州盟向同即自和如对")


#: What stands before 东区 or 西区 where it is the side of something: 琶洲西区, 科技园西区, 水湾B西区; not 攀枝花市西区, 其中西区.
_BEFORE_A_SIDE = frozenset("以城小园区心谷洲港湾岛镇村场校院厂站业技山桥江河湖路街")
#: A flag, and what lies at a river, a lake or a hill: 到达旗舰店, 苏州河南北, 艇湖南岛, 甲山南临乙湾.
_PHRASE = re.compile("旗[舰帜袍号手杆]|州河南北|湖南[岛岸]|山南[临接靠麓坡]")
#: Much that is on a net, marble, and a side of a province: 网络上海量数据, 大理石, 湘西北; not 上海量子, 大理石门关, 湘西北部.
_GOES_ON = re.compile("(?<=上海)量(?![子化产身力贩])|(?<=大理)[石岩](?![门宝鼓林])|(?<=湘西)北(?!部)")
#: What joins no word with a city behind it, whatever a segmenter reads: 我省|长治, 从|江门.
_JOINS_NO_WORD = (*_BEFORE_A_CITY, *"以经由从在到至赴于及")
#: What stands before a city in a word of a segmenter: 首都北京, 中国香港.
_WHOSE = ("首都", "中国")
#: How many characters around a city a segmenter is shown.
_AHEAD, _BEHIND = 8, 4


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


#: Where something runs to or whom one follows, before a city: 南接晋城, 对标本溪.
_LEADS_TO_A_CITY = re.compile("(?:[东西南北][连接临起至邻靠通抵]|对标|曾任)$")


def _ends_a_word(ahead: str) -> bool:
    """Whether two characters are a word, and no numeral: 委员, 牵手; not 二十."""
    return len(ahead) == _SHORT and ahead[-1] not in "一二三四五六七八九十百千万两几数" and rjieba.has_word(ahead)


def _begins_in_a_word(text: str, start: int, end: int) -> bool:
    """Whether a province's or a city's short name begins in the midst of a word: 八成|都是, 落叶松|原始林, 复合肥; not 广西南宁, 我省|长治."""
    name = text[start:end]
    if len(name) > _SHORT + 1 or name[-1] in "省市区县旗州盟" or text[max(start - 1, 0) : start] in ("", *_JOINS_NO_WORD):
        return False
    at = max(start - _AHEAD, 0)
    for word in rjieba.cut(text[at : end + _BEHIND]):
        if at + len(word) > start:
            ahead = text[at:start]
            if _LEADS_TO_A_CITY.search(text, max(start - 2, 0), start) or _ends_a_word(text[max(start - 2, 0) : start]):
                return False  # 政协委员|长治, 高铁北连|长治
            return bool(ahead) and rjieba.has_word(word) and not (ahead in _WHOSE or divisions.codes_of(ahead))
        at += len(word)
    return False


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
    if _PHRASE.search(ahead + name + following) or _GOES_ON.match(text, end):
        return True
    across = bool(ahead) and rjieba.has_word(ahead + name[0])
    if name[-1] != "县":  # 重大理论, 最大连接
        return across and bool(following) and name[-1] not in "省州旗盟" and rjieba.has_word(name[-1] + following)
    slogan = name in _SLOGANS and _is_noun(text[max(start - 2, 0) : start])
    return following in _OF_COUNTIES or (not before and (across or _is_no_county(text, start, end) or slogan))


#: What stands before a county, and is no noun that is joined with another one: 与和县, 支持和县.
_LEADS_TO_A_COUNTY = frozenset("与在于对向从到赴由为以给把将同和及")
#: Behind a county whose name is a word before 县 too, where it is that word: 代县长, 任县委书记, 盘山新县城.
_AFTER_A_WORD = {
    "代": re.compile("长(?!城)"),
    "任": re.compile("长|委(?:副?书记|常委)"),
    "新": re.compile("城(?![区关乡])"),
    "古": re.compile("城(?![区关])"),
}


def _is_no_county(text: str, start: int, end: int) -> bool:
    """Whether 县 stands behind a word that is a county's name too: 州和县, 各乡镇和县妇联, 1991年任县长, 、代县长."""
    ahead, first = text[max(start - 1, 0) : start], text[start]
    if ahead in ("", *_LEADS_TO_A_COUNTY):
        return False
    if first == "和":
        return "\u4e00" <= ahead <= "\u9fff" and not _is_verb(text[max(start - 2, 0) : start])
    return first in _AFTER_A_WORD and _AFTER_A_WORD[first].match(text, end) is not None


def _is_verb(word: str) -> bool:
    """Whether some characters are one verb: 支持; not 乡镇, 监督."""
    return [tag for _, tag in rjieba.tag(word)] == ["v"]
