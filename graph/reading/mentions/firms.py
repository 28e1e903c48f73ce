"""Firms that the whole country knows by a short name: 华为, 京东物流 (``data/lexicon/firms.tsv``)."""

from __future__ import annotations

import re

import rjieba

from graph.reading.lexicon import alternation, in_flow, words
from graph.reading.mentions.names import clean
from graph.reading.mentions.seats import COMES, SEAT
from graph.reading.place import division_before, find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["cuts_word", "firm_spans", "known_firms", "names_another_thing"]

#: 通过公众号、抖音等新媒体平台, 在各大媒体以及小红书等平台: where something is made known.
_MADE_KNOWN_BY = re.compile("(?:通过|利用|借助|运用|依托|用好|入驻|公众号|微信|媒体(?:以及|及|和|与|、))[^，。；]{0,24}$")
_CHANNEL = re.compile(
    r"(?:[、和及与][^、，。；]{2,8}?(?=[、和及与等]))*+等(?:各类|主流|多个|多种|知名|热门|第三方)*(?:新媒体|融媒体|自媒体|社交|网络|线上|短视频|直播|电商|互联网)*(?:媒体|平台|渠道|媒介|APP|账号|短视频|直播)"
)


#: 菜鸟驿站、甲优选、乙买菜等快递末端服务网点: outlets, by the brands on their signs.
_OUTLET = re.compile(
    r"(?:[、和及与][^、，。；]{2,8}?(?=[、和及与等]))*+等(?:[\u4e00-\u9fff]{0,8}?)(?:网点|服务点|自提点|代收点)(?:[\d约共]|[，。；、]|$)"
)


#: 甲林、乙硕等4个主要品系: breeds, one of which a firm is called like; not 等企业引进新品种.
_BREED = re.compile(
    r"(?:[、和及与][^、，。；]{1,8}?(?=[、和及与等]))*+等(?:[近约超]?[\d一二两三四五六七八九十百多数]{1,4}余?个)?(?:主要|优良|优质|主栽|主导|特色|地方|新){0,2}"
    r"(?:(?!企业|公司|单位|集团|龙头|引进|培育|推广|选育|繁育|研发|审定|提供|供应)[^，。；、的和与及]){0,2}新?(?:品种|品系|良种|树种)(?![\u4e00-\u9fff]{0,4}(?:企业|公司|厂|基地))"
)
#: 微信、抖音, 抖音号, 在抖音、快手开设账号: by its company a medium, whatever is said of it.
_BESIDE_MEDIA = re.compile("(?:微信(?:公众号|小程序)?|公众号|视频号|支付宝)[、和及与]$")
_AS_MEDIA = re.compile(
    "号(?![线楼院店])|账号|直播间|(?:[、和及与][^、，。；]{2,6}?(?=[、和及与等开注官发])){0,12}+(?:[、和及与](?:微信|公众号|视频号)|(?:等平台)?(?:开设|开通|注册|官方)[^，。；]{0,4}账?号)"
)
#: 特斯拉电机零部件供应商: who supplies it, and not itself.
_SUPPLIES = re.compile("[^，。；：、的在与和及将已建设等投联有为是“”（）]{0,12}(?:供应商|代理商|经销商|配套商|加盟商)")
#: 上海银行界, 中国银行业: a trade; 业务 is a bank's.
_BANKING = re.compile("(?<=银行)(?:界(?!面)|业(?![务绩主态内]))")
#: 价廉物美, written apart: no firm.
_CHEAP = re.compile("价廉[、，]?$")
#: 数字经济浪潮, 给人启迪, 如长虹卧波, 我国航空工业: what a firm is called like, by the words right before or behind it.
_AS_A_WORD = re.compile(
    "(?:经济|时代|改革|发展|革命|转型|产业|科技|创新|数字|技术|智能|市场|变革|[智数信全城]..?化|引领|顺应|紧跟|抢抓|抓住|应对|面对|迎接|席卷|新的|这[一股])(?=浪潮)|浪潮(?=席卷|来袭|[之中下]，)"
    "|(?:[给予令]人|有益|深刻|重要|得到|受到|获得|带来|一定|新的?)(?:的)?(?=启迪)|启迪(?=智慧|思维|心智|未来|民智|我们|作用|意义|思考)"
    "|长虹(?=贯日|卧波|饮涧)|(?:我国|全国|国家|国内|民族|当代|世界|发展|振兴|壮大)的?(?=航空工业)|航空工业(?=发展|的)"
)
#: The words, and what makes a firm of them.
_WORD = re.compile("浪潮|启迪|长虹|航空工业")
_CALLED_A_FIRM = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:集团|公司|股份|控股)|之星"
    rf"|(?:{alternation('enterprise_suffixes', 'brand')}|软件|信息)(?!化|创新|进步|水平|人才|产业|革命|时代|发展|技术|服务|建设)"
)
#: Firms whose names stand for a medium; with a navigator and a search engine that people look things up in.
_MEDIA = frozenset((*words("media"), "百度", "高德"))


def _is_a_word(text: str, start: int, end: int) -> bool:
    """Whether the words around what a firm is called like make a common word of it; not where it is called a firm: 面对浪潮集团."""
    word = _WORD.match(text, start)
    return (
        word is not None
        and not (word.end() < end or _CALLED_A_FIRM.match(text, end))
        and any(
            told.start() <= start and told.end() in (start, end) for told in _AS_A_WORD.finditer(text, max(start - 6, 0), end + 4)
        )
    )


def names_another_thing(text: str, start: int, end: int) -> bool:
    """Whether a firm's name stands for the medium by which something is made known or sold, for outlets, a breed or who supplies it, and for no firm."""
    if (
        _OUTLET.match(text, end)
        or _BREED.match(text, end)
        or _SUPPLIES.match(text, end)
        or _CHEAP.search(text, max(start - 4, 0), start)
        or _BANKING.match(text, end)
        or _is_a_word(text, start, end)
    ):
        return True
    if text[start:end] not in _MEDIA:
        return False
    beside = _BESIDE_MEDIA.search(text, max(start - 8, 0), start) or _AS_MEDIA.match(text, end)
    return bool(beside or (_CHANNEL.match(text, end) and _MADE_KNOWN_BY.search(text, max(start - 30, 0), start)))


#: What makes a firm's name the name of something else: 华为路, 万科广场, 腾讯会议; not what it came to: 华为入驻甲中心.
_SOMETHING_ELSE = re.compile(
    rf"-|[A-Za-z]{{3}}|(?!{alternation('cue_verbs', 'arrive')})[^，。；：、的在与和及将已建设等投联有为“”]{{0,20}}(?:中心|研究院|实验室|学院|基地)|(?:[\u4e00-\u9fff]{{0,6}}科技)?公园|[路街桥湾村镇站]|{alternation('name_extensions', 'firm')}|系[^统列]?|[一二三四五六七八九十]期(?!项目|工程|厂房|工厂)"
)


#: 华虹（无锡）: the branch of a place.
_BRANCH = re.compile(r"（([\u4e00-\u9fff]{2,4})）")


_BRAND = re.compile(
    rf"(?:{alternation('name_extensions', 'shipping')})(?![母港码航停靠旅的]|产业|经济|服务|业务|中心|市场|指数|保险)"
    # 由甲投资的乙公司, 甲投资3亿元: what it does
    rf"|(?!投资(?:的|了|约|近|超|逾|总额|\d|[一二三四五六七八九十百千万亿]|兴建|新建|建设|建成|建造|打造|开发(?!集团|公司|有限)|设立|成立|创办|参股|入股|控股(?!集团|公司|有限)))"
    rf"(?:{alternation('enterprise_suffixes', 'brand')}|集团|股份|公司)(?!园|城|大厦|公园|团队|[制化])(?<!智能(?=驾驶|网联|家居|交通|汽车|硬件|机器人|制造|终端|装备|云|算力|计算|语音|客服))"
)


#: 交通银行上海市分行 is one name.
_BRANCH_OF_BANK = re.compile(
    r"(?:股份有限公司)?(?!设立|成立|组建|开设|新设|增设|建立|推出|打造|建成)[\u4e00-\u9fff]{2,6}?(?:分行|支行)"
)
#: 中铁七局甲市分公司, 永辉超市乙省公司; what a firm sets up somewhere is no part of its name: 甲公司在乙市设立了分公司.
_BRANCH_OF_FIRM = re.compile(
    r"(?:(?![在于到赴]|[设成建]立|开设|新设|增设|组建|注册)[\u4e00-\u9fff]){2,6}?分公司|(?:(?![在于到赴])[\u4e00-\u9fff]){2,3}(?:省|市)?公司"
)


#: 甲华东总部项目, 甲总部落户, 甲研发中心、乙区域总部相继落户: the firm, whose seat comes or is one of several.
_SEAT = re.compile(rf"{SEAT}{COMES}|[一二三四五]期(?:项目|工程)(?!配套|配建|周边|居民|小区|业主)")
#: 引进甲研发中心, 甲研发中心和乙区域总部: the last of them.
_LAST_SEAT = re.compile(rf"{SEAT}(?=[，。；])")
_LED_TO_SEAT = re.compile(rf"(?:{SEAT}(?:[、和及]|以及)|(?:引进|引入|招引|落地|集聚)了?)$")


def _is_seat(text: str, begin: int, end: int) -> bool:
    """Whether a firm is named for the seat that it has, or gets, somewhere."""
    if _SEAT.match(text, end):
        return True
    return bool(_LAST_SEAT.match(text, end) and _LED_TO_SEAT.search(text, max(begin - _SEAT_AT_MOST, 0), begin))


#: So many characters before a name its row's seat is looked for.
_SEAT_AT_MOST = 16


def _with_place(text: str, begin: int) -> int:
    """浙江文远知行 is the firm's branch in a province, 中国农业银行 the whole name; in 在上海商汤 it is a firm in a city."""
    if text[begin - 2 : begin] == "中国":
        return begin - 2
    near = max(begin - 3, 0)
    for start, end, name in find_divisions(text[near:begin]):
        if near + end == begin and name[-1] not in "区县" and text[near + start - 1 : near + start] not in tuple("在于到至与、"):
            return near + start
    return begin


def _branch_at(text: str, end: int) -> re.Match[str] | None:
    """The branch of a place that stands right behind a firm's name."""
    office = _BRANCH_OF_FIRM.match(text, end)
    return office if office and find_divisions(office.group()) else None


def known_firms(reply: Reply) -> list[Mention]:
    """Every mention of a firm of the list, where it is not the beginning of another name."""
    start, stop = reply.body
    text = reply.flow.text[start:stop]
    found = []
    for first, end, known in ((f - start, e - start, name) for f, e, name in firm_spans(reply) if start <= f and e <= stop):
        branch = _BRANCH.match(text, end)
        whole = (
            branch.end()
            if branch and (branch.group(1) == "中国" or (branch.group(1)[-1] not in "区县市" and find_divisions(branch.group(1))))
            else end
        )
        brand = _BRAND.match(text, end)
        whole = brand.end() if brand else whole
        office = _BRANCH_OF_BANK.match(text, end) if text[end - 2 : end] == "银行" else None
        office = office or _branch_at(text, end)
        whole = office.end() if office else whole
        begin = _with_place(text, first)
        name = text[begin:whole]
        aliases = (clean(known),) if clean(name) != known else ()
        rule = "known.seat" if _is_seat(text, begin, whole) else "known.firm"
        found.append(Mention("Enterprise", clean(name), start + begin, start + whole, rule, 0.85, aliases))
    return [*found, *_branches(text, start)]


def firm_spans(reply: Reply) -> list[tuple[int, int, str]]:
    """Begin and end in the flow, and the listed name, of every firm of the list that is no part of a longer name."""
    text = reply.flow.text
    found = in_flow("firms", text)
    return [
        (first, end, name)
        for first, end, name in found
        if _is_whole(reply, first, end) and not names_another_thing(text, first, end)
    ]


#: 甲乙能源, 甲乙无人机 of the firm 甲乙: two characters and a trade are the name of another firm, or a thing of the firm.
_TRADE = re.compile(rf"(?:{alternation('enterprise_suffixes', 'weak')})")


def _is_whole(reply: Reply, start: int, end: int) -> bool:
    text = reply.flow.text
    if cuts_word(reply, start, end) or (_SOMETHING_ELSE.match(text, end) and not _is_seat(text, start, end)):
        return False
    if text[start - 2 : start - 1] == "“" and "一" <= text[start - 1] <= "鿿" and text[end : end + 1] == "”":
        return False  # “多甲乙” is another name than 甲乙
    if end - start > 2:
        return True
    before = reply.tokens[reply.token_at(start) - 1] if start else None
    glued = before is not None and len(before.word) > 1 and "一" <= before.word[0] <= "鿿" and not rjieba.has_word(before.word)
    return not glued and not _TRADE.match(text, end)


def cuts_word(reply: Reply, start: int, end: int) -> bool:
    """Whether a name's span holds but a part of a word: 百事 of 百事能, 北汽 of 河北汽车."""
    text = reply.flow.text
    if _LATIN.match(text, start) and start and _LATIN.match(text, start - 1):
        return True
    if _LATIN.match(text, end - 1) and _LATIN.match(text, end):
        return True
    first, last = reply.tokens[reply.token_at(start)], reply.tokens[reply.token_at(end - 1)]
    if first.start < start:
        glue = text[first.start : start]
        if (first.start + len(first.word) < end and rjieba.has_word(first.word)) or not set(glue) <= _GLUE:
            return True
    if last.start + len(last.word) == end:
        return False
    if last.start == start and last.start + len(last.word) == end + 1 and rjieba.has_word(last.word):
        return text[end] not in _OF_IT  # 中央红军
    # A segmenter that does not know a name may read on behind it; behind two characters that is mostly another word.
    return (end - start == 2 and len(last.word) <= 4) or (last.start > start and rjieba.has_word(last.word))


#: What of a firm a dictionary has as one word with it: 江南造船厂, 招行股.
_OF_IT = frozenset("厂股")
_LATIN = re.compile("[A-Za-z0-9]")
#: What a segmenter reads together with a name that it does not know.
_GLUE = frozenset("与和及由对为把被将从向在如有含是引同以其了中即因让给赴到像号年等新自原前后")


_CARRIER_OF_CALLS = r"(?:移动|联通|电信|铁塔|广电)(?:公司)?"
_NO_BRANCH = re.compile(r"终端|支付|互联|通信|网络|应用|平台|端|式|化|设备|用户|电视|大楼|大厦|增值|业务|诈骗|服务")
#: 中铁四局, 中建三局: the building firms of the state.
_BUILDERS = re.compile(
    r"中(?:建|铁|交|冶|水电)(?:第?[一二三四五六七八九十]{1,2}[航公]?|隧道|电气化|大桥)局(?:集团)?(?:有限公司)?"
)
_OPERATORS = re.compile(rf"{_CARRIER_OF_CALLS}(?:、{_CARRIER_OF_CALLS})+(?:和{_CARRIER_OF_CALLS})?")


#: 甲供电局: in the south the grid's firms bear that name.
_POWER = re.compile("供电局(?!有限|长)")


def _power(text: str) -> list[tuple[int, int]]:
    """Where a city's 供电局 is named with its place: 甲市供电局, 乙供电局."""
    named = ((division_before(text, bureau.start(), 6), bureau.end()) for bureau in _POWER.finditer(text))
    return [(place[0], end) for place, end in named if place is not None]


def _branches(text: str, offset: int) -> list[Mention]:
    """The country's network operators by place (佛山移动) or in a row (移动、电信、联通), and its builders by number (中铁四局)."""
    found = []
    for _, place_end, _ in (d for d in find_divisions(text) if d[2][-1] not in "区县"):
        branch = re.compile(_CARRIER_OF_CALLS).match(text, place_end)
        if branch and not _NO_BRANCH.match(text, branch.end()):
            begin = text.rfind(text[place_end - 2 : place_end], 0, place_end)
            found.append((begin, branch.end()))
    found += [m.span() for m in _BUILDERS.finditer(text)]
    found += _power(text)
    for row in _OPERATORS.finditer(text):
        if not _NO_BRANCH.match(text, row.end()):
            found += [m.span() for m in re.compile(_CARRIER_OF_CALLS).finditer(text, row.start(), row.end())]
    return [Mention("Enterprise", clean(text[b:e]), offset + b, offset + e, "known.branch", 0.8) for b, e in found]
