"""Communities and villages."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import is_generic, is_unknown
from graph.reading.mentions.places.kinds import NO_COMMUNITY, NO_COMMUNITY_BEHIND, NO_VILLAGE_BEHIND, SOME
from graph.reading.mentions.places.sharing import says_something, shared_suffix
from graph.reading.mentions.places.villages import villages_in_a_row
from graph.reading.place import find_divisions, is_somebody
from graph.reading.reply import Reply, Token
from graph.records import Mention

__all__ = ["communities", "is_no_community"]

_COMMUNITY = re.compile(rf"社区{NO_COMMUNITY_BEHIND}")
#: Between a town and a community of its: 甲街道办事处乙社区, 甲街道为丙社区.
_ITS_OFFICE = "(?:办事处|办(?!理|公|好|事处))?(?:为(?!民))?"
#: The town before a community, of whose name the window may hold but the end.
_TOWN = re.compile(f"(?:街道|道(?=办事处)|镇|乡){_ITS_OFFICE}")
#: What the window may hold of the place before a community's district: 市 of 甲市乙区丙社区.
_ENDS_A_LARGER_ONE = ("", "市", "省")
#: Right behind its subdistrict or town: 甲街道乙一区社区, 甲镇的丙居社区.
_OF_A_TOWN = Sought(rf"(?<=街道|.[镇乡]){_ITS_OFFICE}的?(?P<name>[\u4e00-\u9fff]{{2,6}}?社区){NO_COMMUNITY_BEHIND}")
#: 甲区乙街丙社区: a subdistrict by its short name, as some cities write it.
_IN_A_STREET = re.compile("[\u4e00-\u9fff]{2,3}(?<![老小大主商古背])街(?=[\u4e00-\u9fff]{2,5}$)(?![道区巷头角心口坊边])")
#: So many characters before a community's name its district may begin.
_PLACE_BEFORE = 8
#: What is done to a community: 新建民乐社区.
_DONE_TO = re.compile(
    r".*(?:新建|新增|增设|改建|扩建|选取|选定|选择|走进|总结|依托|配建|实施|开展|启动|动员|服务|惠及|[建送]到|[送驻]进|更新|学习|包联|联系|确定|指导|落[户地]|会同|地处|目前|近日|日前|整治|督导)(?=[\u4e00-\u9fff]{2})"
)
#: 自甲社区试点以来.
_SINCE = re.compile("自(?![由强立新力然])(?=[\u4e00-\u9fff]{2,4}社区[^，。；]{0,24}(?:以来|以后|起，|之日))")
#: 积分制在甲社区推行, 选在乙社区试点, 区甲委在社区设点: what a segmenter reads together with 在.
_SET_AT = re.compile("[\u4e00-\u9fff]{0,4}(?<![自存实现所])在(?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff]{0,6}[委局办会院校心部司]在")
#: 以甲社区为试点, 丙区以乙社区为试点: what is no part of the name before it.
_WITH = re.compile("(?:[\u4e00-\u9fff]{0,3}?[区县市州旗镇乡道])?[并且也先拟将现]{0,2}以(?![东西南北])(?=[\u4e00-\u9fff]{2})")
#: 老楼以甲社区为单位统计.
_WITH_UNIT = re.compile(".*以(?=.+社区为)")
_NUMBERED = re.compile("[一二三四五六七八九十东西南北]区$")
_VILLAGE = Sought(
    rf"(?:街道|镇|乡(?!村)|(?:未来|数字|美丽|和美|示范)乡村|在|、|(?<=[位落驻])于)(?:位于|坐落于|地处|选址|目前|如今)?(?P<name>(?!目前|如今)[\u4e00-\u9fff]{{2,4}}村){NO_VILLAGE_BEHIND}"
)
#: 甲区乙村, 丙县丁村的…: right behind its county.
_OF_A_COUNTY = Sought(
    rf"(?P<county>[\u4e00-\u9fff]{{1,3}}[区县])(?P<name>(?![区县市镇乡各农])[\u4e00-\u9fff]{{2}}村)(?=[、，的和与等]|[试上推率建开]){NO_VILLAGE_BEHIND}"
)
#: 甲街道乙三村, 甲镇丙新村: estates of a city.
_ESTATE = Sought(rf"(?<=街道|.[镇乡])(?P<name>[\u4e00-\u9fff]{{2}}(?:[一二三四五六七八九十]{{1,2}}|新)村){NO_VILLAGE_BEHIND}")
#: 在甲二村试点, 乙苑小区装了…: estates by their number or their kind, wherever they stand.
_HOUSES = Sought(
    rf"(?:(?<=[在到对，、。；：“\n])|(?<=（[例比]如)|(?<=（如)|(?<=街道)|(?<=街道的)|(?<=.[镇乡]的)|(?<=[镇乡])|(?<=社区的)|(?<=社区)|(?<=[以由])|(?<=[入进]驻)|(?<=走进)|(?<=落户)|(?<=覆盖))"
    rf"(?!的)(?:[并且也先拟将现]{{0,2}}[以由](?!于)|对(?![口接外])|(?:家住|居?住在|居住于))?(?P<name>[\u4e00-\u9fff]{{2}}(?:(?<!、..)[一二三四五六七八九十]{{1,2}}|新)村(?:第[一二三四五六]居民区|(?!街道){NO_VILLAGE_BEHIND})|[\u4e00-\u9fff]{{2,5}}小区(?![域块内外间]))"
)
_NUMERALS = "[一二两三四五六七八九十]"
#: 两旧一村 says how many of what: a number, what it counts, and another number.
_NO_HOUSES = re.compile(
    rf"[的等各个每在和与及了有是无非向对把将某]|老小区$|[让使帮拿]小区$|派出所|争取|缓解|由于|解决|(?:{SOME})|{alternation('place_attributes', 'estate')}|[省市区县](?:小区|新村)$|^[多全]|^{_NUMERALS}(?:{_NUMERALS}*[是批个类处家座栋幢户无老旧大小期级些般定供片所条项多余百千万者次]|.{_NUMERALS}村)|^{_NUMERALS}{{1,3}}(?:小区|新?村)"
)
#: 五七村, 八一村: called by a day; 二三村 are some.
_BY_A_DAY = "(?!一二|二三|三四|四五|五六|六七|七八|八九)[一二三四五六七八九]{2}村$"
_NO_VILLAGE = re.compile(
    rf"(?:{SOME}|{alternation('place_attributes', 'village')})村$|^(?!{_BY_A_DAY}).*[一二两三四五六七八九十\d]村$|等村$|^(?:各|全|每|乡|农|及)|[驻帮]镇|[驻联包]村$|的.?村$|(?:[走来送下进盖伸达实沉派]到|得出|运出|党委同)村$"
)
#: Behind a community's name, where it is a part of another one: 甲村小学, 乙村街道.
_GOES_ON = re.compile(f"(?<=村)(?:街道|(?!{NO_VILLAGE_BEHIND}))|(?<=村一)带")


def is_no_community(text: str, start: int, end: int) -> bool:
    """Whether a span of a text that looks like a community is but a kind of one, a part of another name, or somebody's."""
    name = text[start:end]
    if is_quoted(text, start, end):
        return True
    if name.endswith("村") and is_somebody(text, end - 2, end, in_row=False):
        return True
    kind = _NO_HOUSES.search(name) if name.endswith("小区") else _NO_VILLAGE.search(name)
    return bool(kind or NO_COMMUNITY.fullmatch(name.removesuffix("社区")) or _GOES_ON.match(text, end))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a community is all of a quotation, and so what it is made to be (“智安小区”): of 34 such in annotated replies one is one."""
    return text[start - 1 : start] == "“" and text[end : end + 1] == "”" and text.endswith(("社区", "小区"), start, end)


def communities(reply: Reply) -> list[Mention]:
    """Named communities (甲路社区, 甲、乙社区) and villages, in no order."""
    text, (start, stop) = reply.flow.text, reply.body
    found = shared_suffix(reply, {"社区": "Community"})
    for suffix in _COMMUNITY.finditer(text, start, stop):
        edge = left_edge(reply, suffix.end(), max(start, suffix.start() - 6))
        for behind in [m.end() for m in _TOWN.finditer(text[edge : suffix.start()])] or [
            e
            for s, e, n in find_divisions(text[edge : suffix.start()])
            if text[edge : edge + s] in _ENDS_A_LARGER_ONE and n[-1] in "区县市"
        ]:
            edge += behind
            break
        edge = _behind_its_place(text, edge, suffix.start())
        if done := _DONE_TO.match(text[edge : suffix.start()]):
            edge += done.end()
        edge += at.end() if (at := _SET_AT.match(text[edge : suffix.start()]) or _WITH.match(text[edge : suffix.start()])) else 0
        edge += text[edge] == "于" and text[edge - 1] in "户驻落位布址设建根册地"  # 落户于甲社区
        edge += text[edge - 1 : edge + 1] in ("送进", "走进", "驻进")
        edge = cut.end() if (cut := _WITH_UNIT.match(text, edge, suffix.end() + 1) or _SINCE.match(text, edge)) else edge
        twice = text.rfind("社区", edge, suffix.start() - 1)  # 试点社区甲社区
        edge = twice + len("社区") if twice >= 0 else edge
        name = text[edge : suffix.end()]
        if (
            4 <= len(name) <= 8
            and re.fullmatch("[\u4e00-\u9fff]+", name)
            and not NO_COMMUNITY.search(text[edge : suffix.start()])
            and not is_generic(name[:-2])
            and not says_something(reply, edge, suffix.start())
        ):
            found.append(Mention("Community", name, edge, suffix.end(), "place.community", 0.75))
    for told in _OF_A_TOWN.finditer(text, start, stop):
        edge, end = told.span("name")
        edge = done.end() if (done := _DONE_TO.match(text, edge, end - 2) or _WITH.match(text, edge, end - 2)) else edge
        name = text[edge:end]
        plain = is_generic(name[:-2]) or re.search("[的等各在和与将]|试点|示范|居委|街道", name)
        if not plain and (_NUMBERED.search(name[:-2]) or not NO_COMMUNITY.search(name[:-2])):
            found.append(Mention("Community", name, edge, end, "place.community", 0.75))
    found = [*found, *_pairs(reply), *_tried_at(reply), *_villages(reply), *villages_in_a_row(reply)]
    return [m for m in found if not is_quoted(text, m.start, m.end)]


def _behind_its_place(text: str, edge: int, end: int) -> int:
    """Where a community's name begins behind a district of which the window holds but the end, and behind the street that stands there: 丙 of 甲区乙街丙社区."""
    near = max(edge - _PLACE_BEFORE, 0)
    for start, stop, name in find_divisions(text[near:end]):
        at = near + stop
        if name[-1] not in "区县" or near + start >= edge or at > end - _LEAST_BARE:
            continue
        if (street := _IN_A_STREET.match(text[at:end])) is not None:
            return at + street.end()
        edge = max(edge, at)
    return edge


#: Of so many characters, at least, is a community's bare name.
_LEAST_BARE = 2


#: 在甲和乙社区: the suffix behind the second.
_PAIR = Sought(
    r"(?:[在对于、，]|街道|镇)(?P<first>(?![将拟已在也都各每并还再又更先])[\u4e00-\u9fff]{2,3})(?:和|与|及)(?P<second>[\u4e00-\u9fff]{2,4}?)社区(?!工|服务|治理|居|建|卫|矫|医|养|组织|干部)"
)
_PROPER = ("nr", "ns", "nz", "nt")


def _pairs(reply: Reply) -> list[Mention]:
    """Communities that stand without their suffix before 和 and a fellow: 樱驼 of 樱驼和樱铁社区."""
    text, found = reply.flow.text, []
    for pair in _PAIR.finditer(text, *reply.body):
        names = (pair.span("first"), pair.span("second"))
        if all(_is_proper(reply, start, end) for start, end in names):
            start, end = names[0]
            found.append(Mention("Community", text[start:end] + "社区", start, end, "place.shared-community", 0.75))
    return found


def _is_proper(reply: Reply, start: int, end: int) -> bool:
    """Whether some characters are a name of their own, and no common word."""
    name = reply.flow.text[start:end]
    token = reply.tokens[reply.token_at(start)]
    proper = token.tag in _PROPER and token.start == start
    plain = is_generic(name) or NO_COMMUNITY.search(name) or says_something(reply, start, end)
    return (is_unknown(name) or proper) and not plain


def _villages(reply: Reply) -> list[Mention]:
    """小古城村, behind its town or 在."""
    text, (start, stop) = reply.flow.text, reply.body
    villages = [
        village
        for village in _VILLAGE.finditer(text, start, stop)
        if not _NO_VILLAGE.search(village.group("name")) and not is_generic(village.group("name")[:-1])
    ]
    villages += [
        village
        for village in _OF_A_COUNTY.finditer(text, start, stop)
        if not _NO_VILLAGE.search(village["name"])
        and not is_generic(village["name"][:-1])
        and any(e == len(village["county"]) for _, e, _ in find_divisions(village["county"]))
    ]
    spans = [village.span("name") for village in (*villages, *_ESTATE.finditer(text, start, stop))] + _houses(reply)
    return [
        Mention("Community", text[begin:end], begin, end, "place.village", 0.75)
        for begin, end in spans
        if text[begin] not in "各的了"
        and not _THE_ONE_BEFORE.search(text, begin, end)
        and not is_somebody(text, end - 2, end, in_row=False)
    ]


#: 写在了该村: the one spoken of before.
_THE_ONE_BEFORE = re.compile("[该本此][村社]")
#: What is done in a community that tries something.
_TRIES = alternation("launch_verbs", "tried")
#: 在甲社区试用“乙”, 在丙家苑上线“丁”: whatever the name means.
_TRIED_AT = re.compile(
    rf"(?<=[^存现正所旨潜]在)(?P<name>(?:(?![区县市镇乡道在的和与及、全各多每该本])[\u4e00-\u9fff]){{2,4}}?"
    rf"(?:社区|小区|[一二三四五六七八九十]村|新村|家苑|花苑|雅苑|佳苑|名苑|新苑|华庭|嘉园|华府))(?=(?:[东西南北]门)?(?:先行|率先|首批|已|开始)?(?:{_TRIES}))"
)


def _tried_at(reply: Reply) -> list[Mention]:
    """Communities and estates in which the text says that something is tried, put up or run."""
    return [
        Mention("Community", found["name"], *found.span("name"), "place.community", 0.75)
        for found in _TRIED_AT.finditer(reply.flow.text, *reply.body)
        if not NO_COMMUNITY.search(found["name"][:-2])
        and not is_generic(found["name"][:-2])
        and not _NO_HOUSES.search(found["name"])
    ]


#: What the houses of a city are called: 甲苑小区.
_OF_HOUSES = re.compile("[苑园庭邸墅坊里湾城府院居庄都]$")


#: Behind an estate, another one.
_FELLOW = re.compile("、[\u4e00-\u9fff]{2,5}小区")


def _among_estates(text: str, estate: re.Match[str]) -> bool:
    """Whether an estate stands between two others in a row: 乙小区 of 甲小区、乙小区、丙小区."""
    return text.endswith("小区、", 0, estate.start("name")) and bool(_FELLOW.match(text, estate.end("name")))


#: Whose a deed is that stands before an estate: 我局走访甲小区, 本区乙苑小区.
_OURS = re.compile("[我本该贵](?:局|区|市|县|委|镇|街道?|办|院|省|社区?|校|单位)")
#: What the name of an estate ends in behind its own: 小区, 二村, 新村.
_ITS_KIND = re.compile("小区|(?:[一二三四五六七八九十]{1,2}|新)村(?:第[一二三四五六]居民区)?")
#: How a segmenter tags what is done there, and what is said of it.
_DONE = ("v", "d", "ad", "p", "c", "r", "u")
#: What an estate is not called by alone: 安居花园小区, not 花园小区.
_BARE_KIND = re.compile("(?:花园|家园|雅苑|花苑|佳苑|名苑|新苑|嘉园|嘉苑|公寓|公馆|[苑园庭府])$")
#: Of so many characters is an estate's own name, at least.
_LEAST = 2


def _houses(reply: Reply) -> list[tuple[int, int]]:
    """Where estates stand whose name is one: 甲二村, 乙新村, 丙苑小区; not 新建小区, 城乡二村, 我局走访小区."""
    text, found = reply.flow.text, []
    for estate in _HOUSES.finditer(text, *reply.body):
        begin, end = estate.span("name")
        kind = next((m.start() for m in _ITS_KIND.finditer(text, begin + _LEAST, end) if m.end() == end), end - _LEAST)
        among = _among_estates(text, estate)
        begin = begin if among else min(_own_name_of(reply, begin, kind), kind)
        core, name = text[begin:kind], text[begin:end]
        named = is_unknown(core) or _OF_HOUSES.search(core) or _is_proper(reply, begin, kind) or among
        if (
            kind - begin >= _LEAST
            and named
            and not _NO_HOUSES.search(name)
            and not is_generic(core)
            and not NO_COMMUNITY.search(core)
        ):
            found.append((begin, end))
    return found


def _own_name_of(reply: Reply, begin: int, kind: int) -> int:
    """Where an estate's own name begins, behind whose deed it is and what is done; ``kind`` is where its kind begins."""
    text = reply.flow.text
    ours = _OURS.match(text, begin, kind)
    begin = ours.end() if ours else begin
    for token in reply.tokens_in(begin, kind):
        if token.start != begin or not _is_done(token) or not _may_be_left(text, behind := token.start + len(token.word), kind):
            break
        begin = behind
    return begin


def _is_done(token: Token) -> bool:
    """Whether a word says what is done at an estate, and none is called by it: 走访, 其中; not 安居."""
    return len(token.word) >= _LEAST and token.tag.startswith(_DONE) and token.word not in words("estate_names")


def _may_be_left(text: str, begin: int, kind: int) -> bool:
    """Whether an estate's own name may begin at ``begin``: not within 自强苑小区, 乐活花园小区, 友爱新村, but behind 走访 of 走访小区."""
    if begin == kind:
        return text.startswith("小区", kind)
    return begin + 1 < kind and _BARE_KIND.fullmatch(text, begin, kind) is None
