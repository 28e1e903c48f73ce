"""Where a firm's name begins and ends: behind 有, at the place it is registered in, before what is said of it."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.done_with import behind_done
from graph.reading.mentions.names import is_generic, is_unknown
from graph.reading.place import find_divisions
from graph.reading.reply import Reply

__all__ = [
    "ALONG_WITH",
    "LED",
    "LEGAL",
    "before_count",
    "before_its_deed",
    "behind_lead",
    "behind_rank",
    "behind_town",
    "behind_zone",
    "firm_edges",
    "from_place",
    "is_doing",
    "with_numeral",
]

#: Whose part a firm has, and what ends it; 方正 and the like begin names.
_PART, _SIDE = "运营|主办|承办|投资|建设|业主|产权", "方(?![正圆略特大太达舟])"
#: 中国制造业500强甲集团, 全球50强乙, 第一纳税大户丙, 化工巨头丁: a rank or a trade before the name.
_RANK = re.compile(
    r"(?:世界|全球|中国|全国|国内|民营|行业|企业|民企|制造业?|服务业|财富|福布斯|互联网|软件业?|农业产业化|电子信息|建筑业){0,4}"
    r"(?:\d{2,3}|百)强(?:企业)?的?"
    r"|[\u4e00-\u9fff]{0,6}?(?:纳税|税收|利税|出口|创汇|外贸|产值|加工|耗能|能耗|用[水电气工能])大户"
    rf"|[\u4e00-\u9fffA-Za-z0-9]{{0,10}}?(?:巨头|制造商|研发商|生产商|集成商|服务商(?![业贸务城会品学联])|承销商|开发商|(?:供应|提供|运营|供货|零售|经销)商(?![业贸务城会品学联]|(?:管理|通信|服务|科技)[^，。；、]{{0,6}}公司)|(?:{_PART}){_SIDE})"
)

#: 电商一条线，有甲商、上游设备有乙变、引进了丁电子: what comes before the name.
_HAVING = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:有(?![研色道赞限机利孚])|了(?=[\u4e00-\u9fff]{4}))")
#: 甲重工接踵而至, 乙科技共7个工厂: what is said of the row behind its last name.
_SAID = re.compile(r"(?:接踵而[至来]|纷至沓来|拔地而起|比邻而居|齐聚一堂|(?:先后|相继|纷纷|陆续|均已?|都已?)$)")


def firm_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a firm's name without the words around it that a segmenter reads together with it.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the item, as far as the words around it tell.
    """
    start = behind_rank(text, start, end)
    if text.startswith("品牌", start) and end - start > 3 and is_unknown(text[start + 2 : end]):
        start += 2  # 老字号品牌甲
    if text.startswith(("发展", "孵化"), start) and _may_begin(text[start + 2 : end], text[start : start + 2]):
        start += 2  # 发展甲泵业、乙集团等企业300家; 孵化丙农业等企业
    start = behind_done(text, start, end)
    having = _HAVING.match(text, start, end)
    if having and _may_begin(text[having.end() : end], text[start : having.end()]):
        start = having.end()
    said = _SAID.search(text, start, end)
    if said and said.start() - start >= 2:
        end = said.start()
    if (text[end - 1] == "以" and text[end : end + 1] == "及") or (text[end - 1] == "共" and text[end : end + 1].isdigit()):
        end -= 1
    return start, before_count(text, start, end)


#: 甲、乙、丙3家: how many there are, read together with the last of a row.
_COUNT = re.compile(r"(?<=[\u4e00-\u9fff]{2})\d{1,3}$")


def before_count(text: str, start: int, end: int) -> int:
    """Where a firm's name ends before the number of them: 甲、乙、丙|3家企业."""
    count = _COUNT.search(text[start:end]) if text[end : end + 1] in tuple("家户") else None
    return start + count.start() if count else end


def behind_rank(text: str, start: int, end: int) -> int:
    """Where a firm's name begins behind a rank of it: 中国制造业500强甲集团."""
    rank = _RANK.match(text, start, end)
    return rank.end() if rank and end - rank.end() >= 2 else start


def _may_begin(rest: str, lead: str) -> bool:
    """Whether what stands behind 有 or 了 is a name by itself: a listed firm, or no words of the dictionary."""
    if rest in words("firms"):
        return True
    return len(rest) >= 3 and not is_generic(rest) and (is_unknown(rest) or (len(lead) != 2 and is_unknown(rest[:2])))


#: 延链、补链、强链: what is done to a chain of industry; 来建、来管.
_DOING = re.compile(
    r"[延补强固建升锻育稳招引畅融优拓壮][链群圈]|[来去能会][\u4e00-\u9fff]|不[\u4e00-\u9fff]{2}|就地[\u4e00-\u9fff]{2}"
)


def is_doing(name: str) -> bool:
    """Whether an item says what is done, and names no firm: 积极（与甲、乙等企业）, 延链."""
    listed = name in words("cue_verbs") or name in words("stop_nouns") or name in words("progress")
    return listed or _DOING.fullmatch(name) is not None


#: What may stand before such a name and is no part of it: 有, 由, 为, 与.
_LEADS = frozenset(
    "经会按据请报同和有由为与和以是在如被让给使对像含用建引及把将从向了的请找靠至到等即系叫原其该各本两数多新做造入"
)
#: 三鲤网络科技: of a name one character alone is left before the trade.
_REST = re.compile(rf"[\u4e00-\u9fff](?:{alternation('firm_trades')}|网络科技|科技|电子|智能|软件|信息|生物|医药|食品)+")


def with_numeral(text: str, start: int, end: int, floor: int) -> int:
    """Where a firm's name begins whose first character is a numeral, or one that a segmenter reads as a word: 育洺医药."""
    first, before = text[start - 1 : start], text[start - 2 : start - 1]
    if start <= floor or not _REST.fullmatch(text, start, end):
        return start
    numeral = first in "一二三四五六七八九" and before in ("", *"，。；：、由与和\n")
    own = "一" <= first <= "鿿" and first not in _LEADS and before in tuple("，。；：、\n")
    return start - 1 if numeral or own else start


#: 联合|国网甲供电公司, 区甲委联合|国药乙公司: where a segmenter reads 联合国.
ALONG_WITH = "[\u4e00-\u9fff]{0,10}?联合(?=国(?:[网药轩能投]|电投|电南|开投|家(?:电网|电投|能源|管网|开发投资)))"
#: 曾任甲公司, 遭遇乙公司, 原属丙集团, 甲集团所属乙公司, 甲集团的乙公司, 交甲市乙公司设计, 甲社区丙市乙公司, 这方面丁集团, 研究开发戊集团, 研究过向己集团注资…: what a segmenter reads together with a name.
_LEAD = re.compile(
    f"[\u4e00-\u9fff]{{0,12}}?(?:集团|公司)(?:(?:所属|下属|旗下)的?|的)|(?P<given>[交让托]|[\u4e00-\u9fff]{{2,4}}社区)|[这那该各]?方面|研究开发|部让|[\u4e00-\u9fff]{{1,8}}?[过了]向"
    f"|[\u4e00-\u9fff]{{0,12}}?(?:[曾现历兼]任|原属|隶属于?)|图为|遭遇|{ALONG_WITH}|强令|责令|转投|代表|加盟|须待|须经|报经"
    # 采购甲科技有限公司的服务: nouns elsewhere, and no beginning of a firm's name where more than a trade follows.
    "|(?P<done>采购(?!方)|运营(?!方)|管理(?!方)|维护|监管|排查|孵化|学习|研发|论证|普及|展示|奖励|补贴|服务好?(?!外包|业|贸易|中心|平台|集团)|会见|约束|链接|储备|组团|保护|试用|新建|用好|做[大强优])"
)
#: 由建设|方甲集团: what a segmenter reads together with a name that it does not know.
_PARTY = re.compile(f"(?<={_PART}){_SIDE}")
#: 以北大甲公司为龙头: the university's short name, of which 以北 is no word.
_UNIVERSITY = re.compile(r"(?:^|[，。；：、以由与和同])北$")


def _from_a_place(text: str, start: int, end: int) -> bool:
    """Whether a name begins with a place."""
    return any(begin == 0 for begin, _, _ in find_divisions(text[start:end]))


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether a firm's name may begin here: with a place or a word of no dictionary, or with more than a trade."""
    core = text[start:end]
    return _from_a_place(text, start, end) or is_unknown(core[:2]) or (len(core) >= _CALLED and not is_generic(core))


#: So many characters of a name are hardly a trade alone.
_CALLED = 4


def behind_lead(text: str, start: int, end: int) -> int:
    """Where a legal name begins behind what only leads up to it; before a place alone for a verb of one character."""
    if (done := behind_done(text, start, end)) != start:
        return done
    lead = _LEAD.match(text, start, end)
    if (
        lead
        and end - lead.end() >= 2
        and (not lead["given"] or _from_a_place(text, lead.end(), end))
        and (not lead["done"] or _is_called(text, lead.end(), end))
    ):
        return lead.end()
    if (party := _PARTY.match(text, start, end)) and end - party.end() >= 2:
        return party.end()
    if text[start : start + 1] == "大" and _UNIVERSITY.search(text[max(start - 2, 0) : start]):
        return start - 1
    return start


#: What a name ends in that is a firm's by that alone.
LEGAL = re.compile(rf"(?:{alternation('enterprise_suffixes', 'legal')})$")
#: The zone that a firm's name stands behind in a list: 经开区甲科技.
_ZONED = re.compile(r"(?:经开区|高新区|开发区|综保区|保税区|工业区|片区|园区|新区)(?=[\u4e00-\u9fffA-Za-z]{2})")


#: The same with the zone's own name: 甲经开区乙科技, no legal name being written so.
_NAMED_ZONE = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:经开区|高新区|开发区|综保区|保税区|工业区|商务区|科技园|产业园|软件园|科技城)(?=[\u4e00-\u9fffA-Za-z]{3})(?!管委会|[以依的内里有由与和等在已现共新先])"
)


def behind_zone(text: str, start: int, end: int) -> int:
    """Where a firm's name begins in the item of a list behind the zone that it is in."""
    zone = _ZONED.match(text, start, end) or _ZONED.match(text, max(start - 1, 0), end)
    if zone is None and not LEGAL.search(text[start:end]) and text[start:end] not in words("firms"):
        zone = _NAMED_ZONE.match(text, start, end)
    return zone.end() if zone and end - zone.end() >= 2 else start


#: 甲街道乙科技有限公司, 丙镇丁食品有限公司: where it is.
_IN_TOWN = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:街道|(?<![城古小])镇(?![区江海])|乡)(?=[\u4e00-\u9fffA-Za-z]{2})")
#: 甲镇集体资产经营公司: the town's own, with nothing in its name but what it does.
_TOWNS_OWN = re.compile(
    "(?:集体|公有|国有|资产|经营|管理|运营|投资|发展|建设|开发|旅游|文[化旅]|农业|农村|农贸|渔业|林业|畜牧|水[务利电]|供水|供[电热暖气]|自来水|物业|服务|市政|公用|公共|事业|环[卫境保]|卫生|绿化|园林|劳务|劳动|保障|房屋|置业|房地产|乡村|振兴|强村|富民|共富|联合|实业|产业|工业|工贸|商贸|经济|供销|合作|粮油|生态|城镇|城乡|城市|新型|新|更新|一体化|人力|资源|市场|客运|公交|交通|运输|养老|教育|食堂|餐饮|污水|处理|建筑|安装|工程|商业|保洁|保安|城管|家政|便民|社区|科技|数字|数据|企业|中心|温泉|田园|综合体|古镇|养护|专业|光伏|发电|水泥|食品|果蔬|茶叶|物流|仓储|港口|信息|网络)+"
)


def behind_town(reply: Reply, start: int, end: int) -> int:
    """Where a legal name begins behind the town that stands before it, where it is not the town's own firm.

    Parameters
    ----------
    reply:
        In whose flow the name stands.
    start, end:
        Of the name without its legal ending.
    """
    text = reply.flow.text
    town = _IN_TOWN.match(text, start, end)
    if not town or _TOWNS_OWN.fullmatch(text, town.end(), end):
        return start
    known = town.group()[-1] != "乡" or divisions.township(town.group(), str(reply.where.code or "")) is not None
    return town.end() if known and not _from_a_place(text, start, town.end()) else start  # 景德镇甲集团


#: What may stand between a place and the rest of a firm's name: 青岛国际机场集团, 山东极视角科技.
_IN_FIRM = re.compile(r"[\u4e00-\u9fffA-Za-z]{0,12}")
_NOT_IN_FIRM = re.compile(
    rf"[的了在是有和与及等对由被将]|{alternation('cue_verbs', 'arrive')}|{alternation('cue_verbs', 'host')}|{alternation('cue_verbs', 'launch')}|企业|公司|平台|组团|园区|片区|划|给|赴|邀请|联合|携手|来自|推荐|帮助|牵头|委托|转让|同|教委|局|位居|位列|隶属|使用|采用|采购|聘请|选择|选用|参加|参与|出席|拜访|走访|作为|依托|借助|凭借|围绕|收购|并购|入股"
)


def from_place(text: str, start: int, floor: int) -> int:
    """Where a firm's name begins with the place it is registered in, back over words that a name does not often hold."""
    near = max(floor, start - 14)
    for begin, end, _ in find_divisions(text[near:start]):
        between = text[near + end : start]
        if _IN_FIRM.fullmatch(between) and not _NOT_IN_FIRM.search(between):
            return near + begin
    return start


#: 经与市发展改革局研究, 经商甲公司: with whom, and who was consulted.
LED = re.compile(
    "(?:现|已)?(?:经(?:过)?|并|我[局委部厅办])?(?:会商|协商|(?<=[经并办委局部厅])商)(?=[\u4e00-\u9fff]{4})"
    "|商(?=中国|国家|[省市区县我])|(?:与|和|同|经|由|向|会同|报|请)(?=[省市区县我])"
    "|(?:[须需已拟并]|逐级)?报(?=国务院|中央|国家|[省市区县州旗盟]|[\u4e00-\u9fff]{2,5}部)"
)


#: 由, and up to so many characters behind it in the same clause.
_BY = re.compile(r"由[^，。；、：由\n]{0,8}$")
#: A name of two characters or more and what its firm does, with which the clause ends.
_DEED = re.compile(rf"(?<=.{{2}})(?:{alternation('firm_deeds', 'done-by')})$")


#: 与甲飞合力打造乙: that it is done together, of which a model may take a part along.
_JOINTLY = re.compile("(?:合力|联手|携手)(?=打造|推[进动出]|建[设成立]|共建|开[展发]|研发|构建|探索|攻关|创建)")


#: 由甲投资|的乙; not 由市交通控股|的子公司.
_OF_WHAT = re.compile("的(?!(?:控股|全资|参股|下属|所属)*(?:子公司|分公司|公司|企业|团队)|创始人|负责人)")


def before_its_deed(text: str, start: int, end: int) -> int:
    """Where a firm's name ends before 合力, and before what it does, behind which its clause closes or goes on with 的: 由甲交通控股，, 由乙新能源投资的丙.

    Behind 由 a verb has to come, and none follows, as one may behind a row (由甲控股、乙投资联合建设): of 204 clauses that close so
    in annotated replies the last word is in no name.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the name, as a model sees it.
    """
    jointly = next((m.start() for m in _JOINTLY.finditer(text, max(start + 2, end - 2), end + 4) if m.start() < end), None)
    if jointly is not None and text[start:end] not in words("firms"):
        return jointly
    closes = end >= len(text) or text[end] in "，。；\n" or _OF_WHAT.match(text, end)
    deed = _DEED.search(text, start, end) if closes and _BY.search(text, max(start - 10, 0), start) else None
    return deed.start() if deed else end
