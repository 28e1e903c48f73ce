"""Malls, squares and buildings by their names, whatever the sentence says of them: 甲乙万象城MAX, 丙丁广场, 某路12号戊己城."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import clean, is_generic, is_rare, is_unknown
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["behind_address", "malls"]

_MALL = Sought(
    rf"(?:{alternation('mall_brands')})(?:·[\u4e00-\u9fff]{{2,5}})?(?:购物)?(?:广场|购物中心|中心|天街|天地|百货|MALL|Mall|荟|汇|城(?![市区镇乡投]))"
    r"|来福士(?:广场)?|龙之梦|环球港|爱琴海|奥特莱斯|悦荟|荟聚"
)
#: What a mall's name goes on with.
_MORE = re.compile(
    r"(?:MAX|Max|MALL|Mall|PARK|Park|LIVE|PLUS|mini|iapm|[A-Z])(?![A-Za-z])|·[\u4e00-\u9fffA-Za-z]{2,6}|[一二三四五]期"
)
_OTHER = re.compile(r"商圈|集团|公司|[区市镇乡](?!域)|地块|小区|社区|置业|酒店|影城|站|路|街道")
#: Endings of squares, towers and shopping houses that replies name without more ado.
_HOUSE = re.compile(r"(?:广场|大楼|中心|双子塔|商厦|天地|汇|坊|茂|都会|百货)")
_NOT_HOUSE = re.compile(
    r"(?:广场|中心)(?:舞|区|城|镇|校|站)|中心(?:小学|学校|卫生|任务|工作|地带|医院|街|路|村)|城[市镇乡区建管投中]|[港湾]区|港[口航资]|世界[级性一各上]|里[面程约昂]|汇[聚集报总编率]|坊间"
)
#: What the sentence says of such a house: it opens, is renewed, has tenants.
_CUE = re.compile(
    r"开业|营业|改造|更新|焕新|焕发|楼宇|载体|招商|商圈|商业|商场|购物|写字楼|出租率|入驻|竣工|封顶|开园|揭牌|亮相|地标|综合体|首店|落户|盘活|消费|品牌|租户|客流|办公"
)
_ORGANISED = re.compile(rf"(?:{alternation('centre_kinds', 'house')})中心$")


def malls(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Shopping malls by what the country calls them, other houses where the sentence says what is done in such.

    Parameters
    ----------
    reply:
        Whose flow is read.
    sentence:
        Within which a name stands; it need not be one of the reply's.
    """
    return [*_branded(reply, sentence), *_houses(reply, sentence), *_numbered(reply, sentence), *_built(reply, sentence)]


def _branded(reply: Reply, sentence: Sentence) -> list[Mention]:
    """中建乙丙万象城MAX: the owner or the place before the brand belongs to the name, and what follows in Latin letters."""
    text, found = reply.flow.text, []
    for mall in _MALL.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, mall.end(), max(sentence.start, mall.start() - 8), tail=len(mall.group()))
        start = bus.end() if (bus := _BUS.match(text, start, mall.start())) else start
        more = _MORE.match(text, mall.end())
        end = more.end() if more else mall.end()
        if _OTHER.match(text, end):
            continue
        before = text[start : mall.start()]
        if before and (is_generic(before) or re.search(r"[的了等级家座]|首个|大型|商圈$", before)):
            start = mall.start()
        found.append(Mention("Carrier", clean(text[start:end]), start, end, "suffix.mall", 0.72))
    return found


def _houses(reply: Reply, sentence: Sentence) -> list[Mention]:
    """愚园广场 in a sentence of renewal: a doubt, for the model to weigh."""
    text, found = reply.flow.text, []
    if not _CUE.search(text, sentence.start, sentence.end):
        return []
    for house in _HOUSE.finditer(text, sentence.start, sentence.end):
        if _NOT_HOUSE.match(text, house.start()) or _OTHER.match(text, house.end()):
            continue
        start = left_edge(reply, house.end(), max(sentence.start, house.start() - 8), tail=len(house.group()))
        core = text[start : house.start()]
        if not 2 <= len(core) <= 6 or _common(reply, start, core) or _ORGANISED.search(text[start : house.end()]):
            continue
        near = _CUE.search(text, max(sentence.start, start - 16), min(sentence.end, house.end() + 16))
        more = _MORE.match(text, house.end())
        end = more.end() if more else house.end()
        if near:
            sure = 0.5 if house.group() in ("广场", "大楼", "商厦", "双子塔") else 0.4
            found.append(Mention("Carrier", clean(text[start:end]), start, end, "suffix.house", sure))
    return found


def _common(reply: Reply, start: int, core: str) -> bool:
    """Whether what stands before the ending is no name: common words, a kind, a clause."""
    if (
        is_generic(core)
        or core in words("sectors")
        or re.search(r"[的了等和与及在是有化级型类式性座个家]|^[各该本此全多一二三四五六七八九十两每某新老]", core)
    ):
        return True
    tokens = reply.tokens_in(start, start + len(core))
    placed = any(s == 0 and e <= len(core) for s, e, _ in find_divisions(core))
    return not (is_unknown(core) or is_rare(tokens)) or (placed and any(e == len(core) for _, e, _ in find_divisions(core)))


#: 某路668号 before 甲京城.
_ADDRESS = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:路|街|大道|巷)\d{1,5}(?:弄\d{1,4})?号(?=[\u4e00-\u9fffA-Za-z]{3})(?!地块|附近|周边|门口)"
)


#: 甲商圈乙汇: where a house stands.
_CIRCLE = re.compile("[\u4e00-\u9fff]{2,6}商圈(?=[\u4e00-\u9fffA-Za-z]{2})")


def behind_address(text: str, start: int, end: int) -> int:
    """Where a house's name begins that an address stands before; ``start`` where none does."""
    address = _ADDRESS.match(text, start, end) or _CIRCLE.match(text, start, end)
    return address.end() if address else start


#: 907路到甲广场: the bus that goes there.
_BUS = re.compile("[A-Z]?\\d{1,4}路(?:公交)?车?(?:到|至|经|达|往)")


#: 某路668号甲京城: a house by its address.
_NUMBERED = Sought(
    r"(?:路|街|大道|巷)\d{1,5}(?:弄\d{1,4})?号(?:的)?(?P<name>[\u4e00-\u9fffA-Za-z·]{3,12}?)(?=[，。；、（]|内|项目|于|为|已|正|将|的|地块|启动|开|作为|[具拥现]有|占地)"
)
_NO_HOUSE = re.compile(
    r"(?:公司|企业|(?:服务|事务|活动|指挥|管理)中心|厅|站|店|所|窗口|大院|小区|村|社区|学校|医院|大学|局|院|中学|小学|银行|馆|房屋?|地块|楼|室|层|门口|附近|周边|区域|处|门)$|^(?:地块|附近|周边|门口|处)|\d"
)


def _numbered(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for house in _NUMBERED.finditer(text, sentence.start, sentence.end):
        name = house.group("name")
        if not _NO_HOUSE.search(name) and not is_generic(name):
            found.append(Mention("Carrier", clean(name), *house.span("name"), "suffix.numbered", 0.55))
    return found


#: 甲乙（丙）创新中心二期封顶: what is said of a house, and of no body.
_CENTRE = Sought(
    r"(?:科创|创新|双创|创智|智创|冷链交易|珠宝交易|采购)中心(?=(?:项目)?(?:[东西南北A-D]区|[一二三四]期)?"
    r"(?:项目|大?楼|已|正在?|计划|预计|今年|年内|全面|\d{4}年|\d{1,2}月){0,3}"
    r"(?:占地|总?建筑面积|总面积|总投资|封顶|竣工|开园|动工|开工|主体(?:结构|工程|已|封)|交付|投用|提升入驻|入驻率|出租率|孵化器|厂房|\d+号楼))"
)


def _built(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Centres of innovation that are buildings, by what the sentence says of them."""
    text, found = reply.flow.text, []
    for centre in _CENTRE.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, centre.end(), sentence.start, tail=len(centre.group()))
        core = text[start : centre.start()]
        if len(core) >= 2 and not is_generic(core) and is_rare(reply.tokens_in(start, centre.start())):
            found.append(Mention("Carrier", clean(text[start : centre.end()]), start, centre.end(), "suffix.built", 0.7))
    return found
