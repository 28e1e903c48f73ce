"""Places in a row that share one suffix: 甲、乙等5个街道, 甲、乙社区."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import is_generic
from graph.reading.mentions.places.kinds import NO_COMMUNITY, NO_COMMUNITY_BEHIND
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["joined_towns", "says_something", "shared_suffix", "town_of"]

_LISTED = Sought(
    r"((?:[\u4e00-\u9fff]{2,6}、){1,20}[\u4e00-\u9fff]{2,6}?)(?:等)?(?:[两三四五六七八九十\d]{1,3}个?|[多数几]个)?(?:(?:大|重点|核心|主要|区域性?|[市区]级)?(?=商圈))?(镇街|街镇|乡镇|镇乡|街道|社区|商圈|镇|乡)(?![办区]|(?<=商圈)(?:经济|联盟))"
)
#: 县商务委、县农业局和乙镇 are offices and one town.
_OFFICE = re.compile("[委局办厅队部院会]$|公司$|中心$|[区县市]政府")
#: 甲、乙街道社区卫生服务中心 are houses, and no streets.
_OF_STREET = re.compile("社区卫生|卫生服务|卫生院|办事处|派出所|党群|综合为老")
#: 甲街道乙、丙街道丁: villages, each with its own street before it.
_OWN_SUFFIX = re.compile(r"街道(?=.)|.镇(?=.{2})")
#: 甲村、乙镇、丙、丁镇: a row that writes its suffixes out shares none; only towns that are known are some there. 甲镇、乙、丙街道 may.
_WRITTEN_OUT = re.compile("(?:街道|镇|[乡村]|社区|商圈)$")

#: 甲软件园、乙商圈: a park is no business circle of the row.
_OWN_KIND = re.compile("(?:园区?|大厦|基地|商务区|开发区|高新区|示范区|小镇|医院|学校)$")
#: 丁镇的甲乐园、乙街道的丙园: a park is no street of the row (菊园、桃园等街道 are some).
_OWN_SITE = re.compile(
    "(?:[产乐公业技件意药饮物融]园|小区|新村|园区|大厦|大楼|广场|基地|商务区|开发区|高新区|示范区|小镇|医院|大学|学院|中学|小学|学校"
    # 甲街道乙社区服务综合体、丙区丁镇; 甲公园绿道、乙街道周边人行道、丙街道
    r"|综合体|(?<=.{2})公园|绿道|步道|行道|驿站|书房|食堂|服务[站点]|[周门]边)$"
)

#: 由区甲局主导、乙街道配合: an office and what it does.
_WHAT_AN_OFFICE_DOES = re.compile("[我本区县市省][\u4e00-\u9fff]{0,6}?[局委办厅][\u4e00-\u9fff]{2}")


#: How a town's bare name may begin, where a segmenter sees a number: 三里庵, 五角场, 四平路.
_NUMERALS = "一二三四五六七八九十百千"
_OF_TOWNS = ("镇街", "街镇", "乡镇", "镇乡", "街道", "镇", "乡")


def _own_start(reply: Reply, item: str, suffix: str) -> int | None:
    """Where in an item a town's bare name begins: one of the replying place or of the country's list, or one that has a numeral for its first character."""
    if town_of(reply, item) or (suffix in ("镇", "乡") and divisions.counties_of(item + suffix)):
        return 0  # 常平 of 大朗、常平等镇, where a segmenter reads 平等
    if suffix not in _OF_TOWNS or divisions.counties_of(item + "街道"):
        return None
    numbered = (n for n in range(len(item) - 2) if item[n] in _NUMERALS and divisions.counties_of(item[n:] + "街道"))
    # of three characters at least: not 边城 of 周边城镇
    return _ours_from(reply, item, 3) or next(numbered, None)


#: 街道办向甲、乙、丙三个社区下拨, 我区在甲、乙等5个社区试点: who does it and a preposition, before a community that a segmenter does not know.
_LED_TO = re.compile(
    "^[\u4e00-\u9fff]{0,4}?(?:[我本该委局办会处心部司镇道区县市]|率先|目前|现|已|先|拟|也|并)"
    "(?:给|把|在(?![田职线校岗座编册])|对(?![山门])|从(?![化江])|向(?![阳荣东前上心日])|由(?!甲)|为(?![民老公])|将(?![军台乐山]))(?=[\u4e00-\u9fff]{2,4}$)"
)
#: 甲街道乙、丙社区: the town before the first community of a row, of which the row may hold but the end.
_BEHIND_ITS_TOWN = re.compile("^[\u4e00-\u9fff]{1,6}?(?<![各全本该由个])(?:街道|(?<![城乡集村街])镇)的?(?=[\u4e00-\u9fff]{2,3}$)")
_SO_MANY = re.compile(r"等?[两三四五六七八九十\d]{1,3}个社区")


#: So many characters of a place before a row are looked at.
_PLACE_BEFORE = 6


def _item_start(reply: Reply, item: str, at: int, suffix: str) -> int:
    """Where in the flow the name of a row's item begins that ends at ``at``: 甲 of 用地跨甲, 三里庵 of 覆盖三里庵."""
    begin, own = at - len(item), _own_start(reply, item, suffix)
    edge = left_edge(reply, at, begin) if own is None else begin + own
    near = max(begin - _PLACE_BEFORE, 0)  # 甲区乙、丙等乡, of whose place the row holds but the end
    cut = (near + e for s, e, n in find_divisions(reply.flow.text[near:at]) if near + s < begin and n[-1] in "市区县旗")
    edge = max((e for e in cut if edge < e < at - 1), default=edge)
    placed = find_divisions(reply.flow.text[edge:at])
    return edge + next((e for s, e, n in placed if s == 0 and n[-1] in "市区县" and at - edge - e > 1), 0)


def _ours_from(reply: Reply, item: str, least: int) -> int | None:
    """Where in an item the first name of so many characters begins that is a town of the replying place."""
    return next((n for n in range(len(item) - least + 1) if town_of(reply, item[n:])), None)


def shared_suffix(reply: Reply, types: dict[str, str]) -> list[Mention]:
    """南京西路、曹家渡等5个街道: the suffix belongs to every item; not where the items have suffixes of their own."""
    text, (start, stop) = reply.flow.text, reply.body
    found: list[Mention] = []
    if not any(suffix in text for suffix in types):
        return found
    for listed in _LISTED.finditer(text, start, stop):
        suffix = listed.group(2)
        if suffix not in types or _OF_STREET.match(text, listed.end()):
            continue
        at, row = listed.end(1), list[Mention]()
        told_of_all = at + len(suffix) < listed.end()  # 甲商圈、乙等商圈
        counted = suffix == "社区" and _SO_MANY.match(text, listed.end(1))
        for told in reversed(listed.group(1).split("、")):
            begin, item = at - len(told), _LED_TO.sub("", told) if counted else told
            item = _BEHIND_ITS_TOWN.sub("", item) if suffix == "社区" else item
            edge = _item_start(reply, item, at, suffix)
            name = text[edge:at].removesuffix("等")
            if (
                _OFFICE.search(name)
                or _OWN_SUFFIX.search(item)
                or (types[suffix] == "BusinessCircle" and _OWN_KIND.search(name) and not (told_of_all and name.endswith("公园")))
            ):
                break
            if own_suffix := _own_suffix(reply, name, suffix, told_of_all):
                if not told_of_all and own_suffix in ("村", "社区", suffix):
                    row = [m for m in row if m.end == listed.end(1) or _is_town(m, own_suffix)]
                break
            if name[0] in "我本该各" or len(name) < 2 or is_generic(name):
                break
            if _is_county(name) and not town_of(reply, name):
                break
            if types[suffix] == "Community" and not _is_community(reply, listed, edge, at):
                break
            whole = town_of(reply, name) or name if suffix in ("镇街", "街镇", "乡镇", "镇乡") else name + suffix
            known = reply.where.code is not None and divisions.township(whole, reply.where.code) is not None
            sure = types[suffix] != "Subdistrict" or suffix == "街道" or listed.group(1).count("、") >= 3
            strange = types[suffix] == "Subdistrict" and not known and not divisions.counties_of(whole)
            if strange and (_OWN_SITE.search(name) or _WHAT_AN_OFFICE_DOES.fullmatch(name) or _is_done(reply, edge, at)):
                break  # 由甲局牵头、乙街道配合
            if known or sure or divisions.counties_of(whole):
                rule = "place.shared-community" if types[suffix] == "Community" else "place.shared-suffix"
                row.append(Mention(types[suffix], whole, edge, edge + len(name), rule, 0.93 if known else 0.75))
            at = begin - 1
        found += _row_of_towns(row)
    return found


def _own_suffix(reply: Reply, name: str, suffix: str, told: bool) -> str | None:
    """The suffix that an item has of its own; 五老村 of 五老村、丙等街道 is the name of a street, and of 甲村、乙、丙镇 a village."""
    own = _WRITTEN_OUT.search(name)
    if own is None or (own.group() == "村" and (told or town_of(reply, name) or divisions.counties_of(name + suffix))):
        return None
    return own.group()


def _is_town(item: Mention, own_suffix: str) -> bool:
    """Whether an item without a suffix is a town behind one that has its own: of the replying place, or a street of any, but not behind villages."""
    street = own_suffix != "村" and item.name.endswith("街道")
    return item.confidence > 0.9 or (street and bool(divisions.counties_of(item.name)))


def _is_county(name: str) -> bool:
    """Whether an item is a county's or a city's whole name, so that the suffix behind the row is none of its: 甲集团、乙区、丙街道; also behind other words: 2020年度甲市、乙街道."""
    return name[-1] in "区县市" and any(end == len(name) for _, end, _ in find_divisions(name))


#: 甲和乙街道: the suffix behind the second.
_JOINED = Sought(r"(?:以及|[和与]|(?<!以)及)(?=[\u4e00-\u9fff]{2,5}?(?:街道|镇|乡))")
_ROW = re.compile(r"(?:[\u4e00-\u9fff]{2,5}、){0,8}[\u4e00-\u9fff]{2,5}$")
#: In how many characters, at most, a row of nine towns stands.
_ROW_LENGTH = 54


#: Behind a row of communities, where it is none: 产业园、老年友好社区好房子.
_NOT_BEHIND = re.compile(r"职能|空间|场[景所]|设施|的(?=[\u4e00-\u9fff])|自[建治]|好房子|活动|力量|骨干")
_ENDS_A_NAME = re.compile(NO_COMMUNITY_BEHIND)
#: Of so many characters is the bare name of a community in a row.
_SHORT = 4


def _is_community(reply: Reply, row: re.Match[str], start: int, end: int) -> bool:
    """Whether an item of a row before 社区 is one's bare name: 兰园, 板仓 of 兰园、板仓等5个社区, not 部分 or 微信公众号."""
    text = reply.flow.text
    told = row.end(1) + len(row.group(2)) < row.end()  # 等, or how many
    short = told or all(len(_BEHIND_ITS_TOWN.sub("", item)) < _SHORT for item in row.group(1).split("、"))
    kind = text[start] in "省市区县" or NO_COMMUNITY.search(text[start:end]) or says_something(reply, start, end)
    other = _NOT_BEHIND.match(text, row.end()) or not _ENDS_A_NAME.match(text, row.end())
    return short and end - start <= _SHORT and not kind and not other


def joined_towns(reply: Reply) -> list[Mention]:
    """Towns of the replying place that stand without their suffix before 和 and a fellow town: 甲和乙街道, 甲、乙和丙镇."""
    text, (start, stop) = reply.flow.text, reply.body
    found: list[Mention] = []
    for joint in _JOINED.finditer(text, start, stop):
        at = joint.start()
        row = _ROW.search(text[max(at - _ROW_LENGTH, start) : at])
        for item in reversed(row.group().split("、") if row else ()):
            own = _ours_from(reply, item, 2)
            if own is None:
                break
            whole = str(town_of(reply, item[own:]))
            found.append(Mention("Subdistrict", whole, at - len(item) + own, at, "place.shared-suffix", 0.93))
            at -= len(item) + 1
    return found


_ROAD = re.compile("(?:路|大道)街道$")


def _row_of_towns(row: list[Mention]) -> list[Mention]:
    """The items; where no list has a single one of them, they are no towns: 政府主导、社会参与等镇街."""
    ours = any(m.confidence > 0.9 for m in row)
    if ours:  # 甲路、乙街道: beside a street of the replying county what is none of any county's is a road
        row = [m for m in row if m.confidence > 0.9 or not _ROAD.search(m.name) or divisions.counties_of(m.name)]
    listed = any(m.type != "Subdistrict" or m.confidence > 0.9 or divisions.counties_of(m.name) for m in row)
    return row if listed else [replace(m, confidence=0.45) for m in row]


def town_of(reply: Reply, name: str) -> str | None:
    """The subdistrict or town of the replying place that a bare name means: 万江 in a list of 镇街."""
    whole = (name + kind for kind in ("街道", "镇", "乡"))
    return next((w for w in whole if reply.where.code and divisions.township(w, reply.where.code)), None)


def _is_done(reply: Reply, start: int, end: int) -> bool:
    """Whether an item is nothing but a verb behind an office: 牵头 of 由甲局牵头、乙街道配合; not 建设 of 在建设、团结街道."""
    if reply.flow.text[start - 1] not in "局委办厅":
        return False
    last = reply.tokens[reply.token_at(end - 1)]
    return (last.start, len(last.word)) == (start, end - start) and last.tag == "v"


def says_something(reply: Reply, start: int, end: int) -> bool:
    """Whether words tell of doing (赋能, 统一管理, 以点带面带动) and name nothing, unless a larger place stands before them."""
    text = reply.flow.text
    if re.search(r"[的等]", text[start:end]):
        return True
    last = reply.tokens[reply.token_at(end - 1)]
    placed = text[start - 1 : start] in ("道", "镇", "乡", "区", "县", "市")
    return not placed and last.tag in ("v", "vn", "l", "d", "i") and len(last.word) > 1
