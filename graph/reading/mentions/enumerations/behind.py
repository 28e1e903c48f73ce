"""The head behind a list: 甲、乙等创新企业, 甲、乙2个园区, 甲、乙获评创新场景."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.reading.lexicon import alternation, typed, words
from graph.reading.mentions.enumerations.closing import ETC, closing_etc, noun_behind
from graph.reading.mentions.enumerations.edges import BRAND, predicate, split_and, with_its_ending
from graph.reading.mentions.foreign import COUNTRY
from graph.reading.mentions.names import is_unknown
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence

__all__ = ["DIGITAL", "head_behind", "unplaced"]

_COUNTED = re.compile(r"(?:这)?(?:[两三四五六七八九十百\d]+|多|数)(?:余|多)?(?:家|户|个|大|所|类|项|条|处|座|款|种|幢|栋)")
#: Projects that were signed or brought in are named after the firms that bring them.
_SIGNED = re.compile("签约|引进|落地|招引|落户|引育")
_SETTLED = re.compile(r"(?:先后|陆续|相继|已|成功|分别|均|正式|同步|将)*(?:在[^，。；]{2,8})?(?:落户|落地|签约|入驻|投产)")
_NO_NAMES = re.compile(r"[^，。；、]{0,4}(?:上下游|产业链|环节|相关|配套|类企业|型企业|服务企业|制造企业)")
#: 甲、乙获评创新场景: what the whole list was found to be.
_AWARDED = re.compile(
    r"(?:等)?(?:均|都|同时|双双|分别|先后|成功|已|被)*(?:获评|入选|评为|列入|纳入|获选|当选|上榜|入围|列为)(?:了|为|成为)?[^，。；、：“”《》]{0,16}?(?P<head>应用场景|创新场景|示范场景|典型场景|标杆场景|场景|示范应用|典型应用|优秀应用)(?=[，。；、（]|名单|清单|案例|目录|等)"
)
#: Firms are counted by houses; hospitals and schools too, but they say so.
_FIRMS_COUNTED = re.compile(
    r"(?:近|约|超|逾)?(?:[两三四五六七八九十百\d]+|多|数)(?:余|多)?[家户](?=[，。；、]|均|都|已|先后|陆续|相继|纷纷|全部|成功|正式|签约|入驻|落户|落地|企业)"
)
#: 新引进甲乙, 已集聚丙丁: what is done before the first item.
_VERB_BEFORE = re.compile(
    rf"^[\u4e00-\u9fff]{{0,6}}?(?:{alternation('cue_verbs', 'arrive')}|{alternation('cue_verbs', 'host')})了?"
)
_PUT_TO_USE = re.compile(r"(?:推出|上线|开通|启用|开发|部署|投用|试行|推行|接入)了?[^，。；]{0,16}$")
DIGITAL = re.compile(rf"“?(?:{alternation('scenario_marks')})")


def head_behind(
    reply: Reply, items: list[tuple[int, int]], sentence: Sentence
) -> tuple[list[tuple[int, int]], str | None, float, int]:
    """What stands behind a list says of it.

    Parameters
    ----------
    reply, items, sentence:
        Spans of the items in the flow, the last one with all that stands in its clause.

    Returns
    -------
    tuple
        The items without the head, its type (``-``: they are none; ``None``: nothing says it), how sure it is (0 to 1),
        and where it ends.
    """
    text = reply.flow.text
    begin, end = items[-1]
    etc = closing_etc(text, begin, end)
    if etc is None and text[end : end + 1] == "等":  # the list ends in a bracket or a quotation
        etc = ETC.match(text, end)
    if etc is not None and etc.start() >= begin:
        head, close = noun_behind(reply, etc.end(), sentence.end)
        last = split_and(reply, begin, etc.start())
        if (
            head == "-"
            and text[close - 2 : close] == "项目"
            and not re.search("新|文化|娱乐|服务|体验|技术|科目|活动", text[etc.end() : close])
            and (
                _SIGNED.search(text, max(sentence.start, items[0][0] - 2), items[0][1])
                or _SETTLED.match(text, close, min(close + 16, sentence.end))
            )
        ):
            return [*items[:-1], *last], "Enterprise", 0.6, close
        if _NO_NAMES.match(text, etc.end()) and head == "Enterprise" and not _strange(text, [*items[:-1], *last]):
            head = "-"  # 整机、动力等上下游企业
        if head is None and _come_by_brand(text, items[0], etc.end(), sentence):
            head = "Enterprise"
        come = _come(text, [*items[:-1], *last], etc.end(), sentence)
        if head is None and (come or _FIRMS_COUNTED.match(text, etc.end(), sentence.end)):
            return [*items[:-1], *last], "Enterprise", 0.6, close  # 甲、乙等10余家先后入驻
        fields = text.startswith(("行业", "领域", "产业"), etc.end())
        if fields and head == "Enterprise" and not _strange(text, [*items[:-1], *last]):
            head = "Sector"  # 航空、商贸等行业龙头企业
        spans = [*items[:-1], *last]
        if (
            head == "-"
            and text[max(close - 2, 0) : close] in ("服务", "功能", "项目", "设备", "业务")
            and (sure := _digital(reply, spans, sentence))
        ):
            return spans, "Scenario", sure, close
        shelf = _shelf(text, spans, etc.end(), sentence) if head in (None, "-") else 0
        return (spans, "Scenario", 0.75, shelf) if shelf else (spans, head, 0.92, close)
    if told := _held_up(reply, items, sentence) or _so_many(reply, items, sentence):
        return told
    cut = with_its_ending(text, items[:-1], predicate(reply, begin, end), end)
    awarded = _AWARDED.match(text, cut, min(cut + 40, sentence.end))
    head = typed("heads").get(awarded.group("head"), "Scenario") if awarded else None
    spans = [*items[:-1], *split_and(reply, begin, cut)]
    come = head is None and _come(text, spans, cut, sentence)
    return spans, "Enterprise" if come else head, 0.7 if come else 0.75 if head else 0.0, cut


#: 甲、乙、丙先后入驻: who comes to a place.
_ARRIVE = re.compile(
    r"(?:等)?(?:\d+[家户]|[两三四五六七八九十]家)?(?:企业)?"
    r"(?:也|还|先后|陆续|相继|已经?|均|都|将|拟|正式|确定|纷纷|分别|成功|同步|在此|现|年内|计划|率先|首批|集中)*+"
    r"(?:在[^，。；、]{2,10})?(?:入驻|落户|进驻|签约|投产|迁入|入园|开工|扎根|落地)"
)
#: 新模式、新业态, 首店、体验店: kinds of what comes.
_COMMON = re.compile("^新.{2}$|^(?:首|体验|旗舰|便利|概念|直营)店$")


def _come(text: str, items: list[tuple[int, int]], at: int, sentence: Sentence) -> bool:
    """Whether a list is one of strange words that come to a place; of 101 items of such lists in annotated replies 83 are firms."""
    named = len(items) > 1 and not any(_COMMON.search(text[s:e]) for s, e in items)
    return named and _ARRIVE.match(text, at, min(at + 40, sentence.end)) is not None and _strange(text, items)


_Told = tuple[list[tuple[int, int]], str | None, float, int]


def _so_many(reply: Reply, items: list[tuple[int, int]], sentence: Sentence) -> _Told | None:
    """The items of 甲、乙2个园区, by what they are counted as; ``None`` where they are not counted."""
    begin, end = items[-1]
    counted = _COUNTED.search(reply.flow.text, begin, min(end + 6, sentence.end))
    if counted is None or counted.start() <= begin or reply.flow.text[counted.start() - 1] == "的":
        return None
    head, close = noun_behind(reply, counted.end(), sentence.end)
    spans = [*items[:-1], *split_and(reply, begin, counted.start())]
    if head in (None, "-") and (shelf := _shelf(reply.flow.text, spans, counted.end(), sentence)):
        return spans, "Scenario", 0.75, shelf
    if head is None and (parts := _PARTS.match(reply.flow.text, counted.end(), sentence.end)):
        head = "Carrier" if all(_is_a_park(reply.flow.text[s:e]) for s, e in spans) else None
        close = parts.end()
    return (spans, head, 0.85, close) if head else None


#: 设有智慧党建、智慧旅游4个板块: around the parts of a platform.
_SHELF = re.compile("(?:[\\d一二两三四五六七八九十]+余?个)?(?:特色|功能|服务|应用|核心)*(?:板块|栏目|专栏|专区|频道)")
_HAS_SHELVES = re.compile("(?:设有|开设|增设|新增|设置|开辟|上线|植入|嵌入|集成|包含|包括|涵盖)了?")


def _shelf(text: str, spans: list[tuple[int, int]], at: int, sentence: Sentence) -> int:
    """Where the head ends of a list of what a platform is said to hold, each item by its digital word; 0 where it is no such list."""
    shelf = _SHELF.match(text, at, sentence.end)
    first = text[max(sentence.start, spans[0][0] - 4) : spans[0][1]]
    put = list(_HAS_SHELVES.finditer(first))
    if shelf is None or not put:
        return 0
    names = [first[put[-1].end() :], *(text[s:e] for s, e in spans[1:])]
    alike = all(DIGITAL.match(name) for name in names) and not any(name in words("sectors") for name in names)
    return shelf.end() if alike and len(names) > 1 else 0


#: 甲园、乙园、丙园三个核心组团: what parks are counted as that are parts of a zone.
_PARTS = re.compile("(?:核心|主要|特色|专业|功能)*(?:组团|片区|板块|分园|子园|功能区)(?![^，。；、]{0,2}(?:道路|规划|改造))")
_PARK = re.compile("[\u4e00-\u9fff]{2,8}?园(?:区)?")
#: 湿地公园, 幼儿园, 茶园: gardens and schools.
_GARDEN = re.compile(
    "(?:公|校|儿|游|果|茶|家|花|物|乐|摘|验|普|植|养殖|观光|药|月季|研学|庄|菜|田|陵|墓|林|桑|梅|桃|竹|药|牡丹|圣母)园$"
)


def _is_a_park(item: str) -> bool:
    """Whether an item of a list, with what leads to it, ends as parks for firms are called and not as gardens are."""
    return bool(_PARK.search(item)) and item.endswith(("园", "园区")) and not _GARDEN.search(item)


#: 以甲、乙为代表的化工企业, 以丙、丁为龙头的产业集群: what stands for firms or leads them is a firm.
_LEADS = re.compile(
    "为(?:代表|龙头|骨干|支柱|主体|引领|链主|首)的[^，。；：、“”]{0,16}?(?:企业|厂商|公司|产业|集群|行业|制造业|工业|经济)"
)


def _held_up(reply: Reply, items: list[tuple[int, int]], sentence: Sentence) -> _Told | None:
    """The firms of 以甲、乙为代表的化工企业, where most are strange words or firms that are known; ``None`` where it is no such list."""
    text = reply.flow.text
    begin, end = items[-1]
    led = _LEADS.search(text, begin, min(end + 30, sentence.end))
    before = text[max(items[0][0] - 1, sentence.start) : items[0][1]]
    if led is None or led.start() == begin or "以" not in before:
        return None
    spans = [*items[:-1], *split_and(reply, begin, led.start())]
    own = (spans[0][0] + text[spans[0][0] : spans[0][1]].rfind("以") + 1, spans[0][1])
    return (spans, "Enterprise", 0.8, led.end()) if _strange(text, [own, *spans[1:]]) else None


#: 甲、乙等餐饮品牌, and what brands do that are firms: they come, or are brought.
_BRANDS = re.compile(
    r"(?:[^，。；、的“”\d]{0,8}|[近约超]?[\d一二两三四五六七八九十百]+(?:余|多)?[个家])(?:品牌|首店)(?!汽车|产品|建设|价值|影响|战略|效应|形象|故事|[的化])"
)
#: What is sold under a brand, and no firm.
_SOLD = re.compile("品种|小吃|美食|农产品|特产|产品|水果|茶叶|公用|服务|文化(?!创)|IP|赛事|活动|工作|区域|城市|旅游|非遗|农业|车")
_COME = re.compile(r"[^，。；]{0,6}?(?:落户|入驻|进驻|落地|开业|亮相|签约|聚集|集聚|布局|选址|开店|设店)")
_BROUGHT = re.compile(
    r"(?:引进|引入|招引|引育|集聚|聚集|汇聚|吸引|招募|入驻|进驻|签约|拥有|现有)(?:了|有|的有)?[^，。；、]{0,6}$"
)


def _come_by_brand(text: str, first: tuple[int, int], at: int, sentence: Sentence) -> bool:
    """Whether a list is one of brands that come to a place; quoted ones are what is sold."""
    brands = _BRANDS.match(text, at)
    if brands is None or _SOLD.search(brands.group()) or text[first[1] - 1] == "”":
        return False
    near = max(sentence.start, first[0] - 12)
    return bool(_COME.match(text, brands.end()) or _BROUGHT.search(text, near, first[0]) or _LED.match(text, first[0]))


#: 引进甲、乙等品牌: the verb stands in the first item.
_LED = re.compile(r"[^，。；、]{0,8}?(?:引进|引入|招引|集聚|聚集|汇聚|吸引了)")


def _strange(text: str, items: list[tuple[int, int]]) -> bool:
    """Whether most items of a list are short words that no dictionary has, or firms that the country knows."""
    return 2 * sum(_is_strange(text[s:e]) for s, e in items) > len(items)


def _is_strange(item: str) -> bool:
    name = _VERB_BEFORE.sub("", item)
    if name in words("firms"):
        return True
    own = unplaced(name)
    return 2 <= len(own) <= (8 if BRAND.search(own) else 5) and is_unknown(own) and own not in words("sectors")


@lru_cache(maxsize=4096)
def unplaced(name: str) -> str:
    """A name without the place before it: 上海峰飞 is 峰飞 with its city, 德国汉宏 is 汉宏 with its country."""
    if (country := COUNTRY.match(name)) and len(name) - country.end() >= 2:
        return name[country.end() :]
    first = next((end for start, end, _ in find_divisions(name) if start == 0), 0)
    return name[first:] if len(name) - first >= 2 else name


def _digital(reply: Reply, items: list[tuple[int, int]], sentence: Sentence) -> float:
    """How sure the items of 推出智慧助餐、数字家园等服务 are digital ones that were put to use: most of them, or one and a quotation."""
    text = reply.flow.text
    clause = max(text.rfind("，", sentence.start, items[0][1]) + 1, sentence.start)
    if not re.search(rf"(?:{alternation('cue_verbs', 'launch')})", text[sentence.start : items[0][1]]):
        return 0.0
    bare = [re.sub(rf"^.*(?:{alternation('cue_verbs', 'launch')})了?", "", text[s:e]) for s, e in items]
    marked = sum(bool(DIGITAL.match(name)) for name in bare)
    if marked >= 0.6 * len(items):
        return 0.75
    at_once = _PUT_TO_USE.search(text[clause : items[0][1]])
    return 0.5 if at_once and (marked or any("“" in name for name in bare)) else 0.0
