"""The items of lists: each a mention of the type that the list's head says, or that a fellow item bears in its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.enumerations import BRAND, DIGITAL, ETC, Enumeration, unplaced
from graph.reading.mentions.fellow_services import like_their_fellows
from graph.reading.mentions.firm_edges import LEGAL
from graph.reading.mentions.item_names import NICKNAME, OFFICE, SITE, is_firm, item
from graph.reading.mentions.names import clean, is_generic, is_rare, is_unknown
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["listed", "made"]

_FIELDS = re.compile(r"(?:拓展|丰富|聚焦|围绕|面向|针对|瞄准|深化)(?:了)?$")
#: 您提出的甲、乙等场景: what somebody wishes for.
_PROPOSED = re.compile(r"(?:提出|建议|提到|所提|提及|关注|关心|呼吁)的?[^，。；、]{0,4}$")
_GOES_TO = re.compile("飞往|往返|直达|抵达|通往|[至到—]")
_NO_FIRM = re.compile(r"[区县市镇乡街路院所校局委办会部馆店园城港谷岛村]$|平台|系统|中心|基地|\d|模型|机器人$|[的了]")
_ORGANISATION = re.compile(rf"(?:{alternation('organisation_suffixes')})$")
_STRONG_BRAND = re.compile(rf"(?:{alternation('enterprise_suffixes', 'brand')})$")


def listed(reply: Reply, lists: list[Enumeration]) -> list[Mention]:
    """The items of lists whose type is known, by their head or by a fellow item that bears its type in its name."""
    found: list[Mention] = []
    text = reply.flow.text
    for enumeration in lists:
        kind = enumeration.head
        sure = enumeration.sure
        if kind == "-" and text[enumeration.end - 2 : enumeration.end] in ("主体", "成员") and _all_strange(text, enumeration):
            kind, sure = "Enterprise", 0.6  # 甲乙、丙丁等主体已集聚成势
        elif kind is None or (
            kind == "-" and (text[enumeration.end - 2 : enumeration.end] == "项目" or _mostly_firms(text, enumeration))
        ):
            kind, sure = _by_fellows(reply, enumeration)
            if enumeration.head == "-" and kind != "Enterprise":
                continue  # 甲药业、乙医药等项目 are those of the firms; others are no names
        if kind in (None, "-", "Policy", "Sector", "District", "Subdistrict", "Community", "Road", "BusinessCircle"):
            continue
        if (
            kind == "Scenario"
            and _FIELDS.search(text[max(enumeration.start - 8, 0) : enumeration.start])
            and not any(text[s] == "“" or DIGITAL.match(text[s:e]) for s, e in enumeration.items)
        ):
            sure *= 0.5  # 拓展空中交通、海洋管理等应用: fields, no names
        if kind == "Scenario" and _endpoints(text, enumeration):
            continue
        if kind == "Scenario" and _PROPOSED.search(text, max(enumeration.start - 10, 0), enumeration.start):
            sure *= 0.5
        if kind == "Enterprise" and _fields_only(reply, enumeration):
            continue  # 智慧养老、康复辅具、健康食品等企业
        products = made(text, (enumeration,)) if kind == "Enterprise" else {}
        mixed = kind == "Organisation" and any(is_firm(text[s:e]) for s, e in enumeration.items)
        fellows = []
        spans = ((start, products.get(end, end)) for start, end in _no_parts(text, enumeration))
        for start, end in (span for span in spans if span[1]):  # 甲微车规级芯片 is the firm's
            own = _own_kind(reply, start, end) if mixed else str(kind)
            mention = item(reply, own, start, end, sure * (0.8 if own != kind else 1.0))
            if mention:
                fellows.append(mention)
        if kind != "Enterprise" or _any_name(reply, fellows):
            found += like_their_fellows(text, enumeration, _supported(fellows))
    return found


def _no_parts(text: str, enumeration: Enumeration) -> list[tuple[int, int]]:
    """The items of a list, of 甲、乙等片区 only those that end as parks do: the others are parts of a town."""
    areas = text[enumeration.end - 2 : enumeration.end] == "片区"
    return [(s, e) for s, e in enumeration.items if not areas or SITE.search(text[s:e].rstrip("”"))]


#: 签约甲储能、乙域控制器等项目: an item that is what is made there, and no firm.
_PRODUCT = re.compile(
    "(?:控制器|传感器|减速器|变压器|逆变器|连接器|(?:动力|储能|固态|锂离子|钠离子)电池|(?:储能|检测|测量|光伏)设备|光伏组件|生产线|总装|(?:生产|精深|零部件)加工)$"
)


#: 甲半导体先进工艺装备, 乙微车规级芯片, 丙创新药物: behind a firm, what it makes there.
_MAKES = re.compile(
    "(?:先进|高端|新型|智能|创新|精密)?(?:工艺|氢能|储能|集成电路|半导体|车规级?|功率|动力|锂电|光伏|风电|新能源|车路协同|医用|生物|汽车|电池|光电|电子|显示|航空|激光|核心|关键|测试|检测|(?<=新)能源){0,2}"
    "(?:工艺装备|装备|设备|芯片|药物|新药|核心部件|零部件|智联|阀门研发制造|研发制造|封测|滤波器|气站)$"
)
#: Of so many characters is the firm's own name, at least.
_LEAST_OWN = 2


def made(text: str, lists: Iterable[Enumeration]) -> dict[int, int]:
    """Where items of lists of projects end that are what is made there, and where the firm ends that makes it: 0 where none is named."""
    of_projects = (e for e in lists if text[e.end - 2 : e.end] == "项目")
    found = {}
    for start, end in (span for e in of_projects for span in e.items):
        name = text[start:end]
        product = _MAKES.search(name)
        own = name[: product.start()] if product else ""
        if len(own) >= _LEAST_OWN and (own in words("firms") or (is_unknown(unplaced(own)) and own not in words("sectors"))):
            found[end] = start + len(own)
        elif _PRODUCT.search(name):
            found[end] = 0
    return found


def _endpoints(text: str, enumeration: Enumeration) -> bool:
    """Whether the list before 航线 says where they go: 甲园至乙楼、丙楼等航线."""
    first = text[max(enumeration.items[0][0] - 12, 0) : enumeration.items[0][1]]
    return text[enumeration.end - 2 : enumeration.end] in ("航线", "专线") and bool(_GOES_TO.search(first))


def _all_strange(text: str, enumeration: Enumeration) -> bool:
    """Whether every item is a short word of no dictionary."""
    names = [text[s:e] for s, e in enumeration.items]
    return len(names) > 1 and all(2 <= len(n) <= 6 and is_unknown(unplaced(n)) and not _NO_FIRM.search(n) for n in names)


def _mostly_firms(text: str, enumeration: Enumeration) -> bool:
    """Whether a list whose head names no type names firms all the same: 甲科技、华为、乙重工等一批数据中心."""
    firms = sum(is_firm(text[s:e]) for s, e in enumeration.items)
    return firms >= 2 and 2 * firms > len(enumeration.items)


def _any_name(reply: Reply, fellows: list[Mention]) -> bool:
    """Whether one item of a list of firms looks like a name: 废钢铁、废塑料等再生资源企业 has none."""
    return any(
        m.type != "Enterprise"
        or m.name in words("firms")
        or LEGAL.search(m.name)
        or _STRONG_BRAND.search(m.name)
        or reply.flow.text[m.start] == "“"
        or is_rare(reply.tokens_in(m.start, m.end))
        for m in fellows
    )


_FIELD = re.compile(r"^(?:智慧|智能|健康|数字|绿色|新型|高端|现代)[\u4e00-\u9fff]{2,4}$")


def _fields_only(reply: Reply, enumeration: Enumeration) -> bool:
    """Whether the list before 等企业 names what the firms do, and none of them."""
    names = [clean(reply.flow.text[s:e]) for s, e in enumeration.items]
    fields = sum(n in words("sectors") or bool(_FIELD.match(n)) for n in names)
    others = [n for n in names if n not in words("sectors")]
    firms = sum(bool(LEGAL.search(n) or _STRONG_BRAND.search(n)) or n in words("firms") for n in others)
    aimed = re.search(r"(?:面向|聚焦|围绕|针对|瞄准)$", reply.flow.text[max(enumeration.start - 4, 0) : enumeration.start])
    return fields > 0 and (firms == 0 or bool(aimed))


def _own_kind(reply: Reply, start: int, end: int) -> str:
    """In 甲集团、乙研究院、丙重工等单位 each item is what its own ending says."""
    name = reply.flow.text[start:end]
    if is_firm(name):
        return "Enterprise"
    return "Organisation" if OFFICE.search(name) or _ORGANISATION.search(name) else "Enterprise"


def _supported(fellows: list[Mention]) -> list[Mention]:
    """Firms in a row with one that is surely a firm are surer themselves: 国光动力 is made of common words."""
    sure = [m for m in fellows if m.type == "Enterprise" and m.confidence >= 0.8]
    return [
        replace(m, confidence=max(m.confidence, 0.62)) if sure and m.type == "Enterprise" and 2 < len(m.name) <= 8 else m
        for m in fellows
    ]


#: 甲平台、乙平台、丙系统: said of each item by its own last word, where enough stands before it.
_UNMANNED = re.compile("^(?:[\u4e00-\u9fff]{2,6})?(?:无人|自动驾驶|机器人|无人机)[\u4e00-\u9fff]{2,6}$")
#: 智慧公交、智能环卫、无人配送: a digital word and an errand or a house, three of them in a row.
_ERRAND = re.compile(
    rf"^(?:{alternation('scenario_marks')})[\u4e00-\u9fff]{{0,4}}(?:{alternation('scenario_suffixes', 'service')})$"
)
_PLATFORM = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”+]{4,}(?:平台|系统|小程序|驾驶舱)$")


def _by_fellows(reply: Reply, enumeration: Enumeration) -> tuple[str | None, float]:
    text = reply.flow.text
    names = [NICKNAME.sub("", text[s:e]).strip("“”") for s, e in enumeration.items]
    for pattern, kind in ((LEGAL, "Enterprise"), (SITE, "Carrier")):
        hits = sum(bool(pattern.search(name)) and not is_generic(name) for name in names)
        if hits and hits >= (0.33 if kind == "Carrier" else 0.4) * len(names):
            return kind, 0.7
    if sure := _services(names):
        return "Scenario", sure
    if len(names) > 1 and all(_placed(n) for n in names) and 2 * sum(is_unknown(unplaced(n)) for n in names) >= len(names):
        return "Enterprise", 0.65
    brands = [_STRONG_BRAND.search(name) for name in names]
    firms = sum(bool(b) and is_unknown(n[: b.start()]) for n, b in zip(names, brands, strict=True) if b)
    least = max(2, 0.5 * len(names))
    if firms >= least or sum(_is_of_a_trade(n) for n in names) >= least:
        return "Enterprise", 0.75 if firms >= least else 0.65
    known = sum(bool(LEGAL.search(n)) or n in words("firms") or bool(_STRONG_BRAND.search(n)) for n in names)
    bare = [n for n in names if not (LEGAL.search(n) or n in words("firms") or _STRONG_BRAND.search(n))]
    if known >= 3 and known >= 0.5 * len(names) and all(2 <= len(n) <= 8 and not _NO_FIRM.search(n) for n in bare):
        return "Enterprise", 0.7
    return ("Enterprise", sure) if known and (sure := _by_company(text, enumeration, bare, known)) else (None, 0.0)


#: In what fields end as often as firms do.
_FIELD_TOO = ("文化", "数据", "信息", "制造", "导航", "商贸", "教育", "技术", "系统", "地产", "影视", "旅游", "安全", "网络")
#: 捷乐 of 捷乐物流.
_OWN_PART = range(2, 4)


def _is_of_a_trade(name: str) -> bool:
    """Whether a name is a short word of no dictionary and a trade: 捷乐物流, 维坦涂料."""
    trade = BRAND.search(unplaced(name))
    own = unplaced(name)[: trade.start()] if trade and not name.endswith(_FIELD_TOO) else ""
    return len(own) in _OWN_PART and is_unknown(own) and not is_generic(own) and own not in words("sectors")


def _services(names: list[str]) -> float:
    """How sure a list without a head is one of services: 无人清扫、无人配送、无人零售; 智慧公交、智能环卫、无人配送; platforms."""
    share = {
        number: sum(bool(pattern.search(name)) for name in names)
        for number, pattern in enumerate((_UNMANNED, _ERRAND, _PLATFORM))
    }
    if share[0] >= max(3, 0.7 * len(names)):
        return 0.72
    if share[2] >= max(2, 0.6 * len(names)):
        return 0.62
    return 0.5 if share[1] >= max(3, 0.6 * len(names)) else 0.0


def _by_company(text: str, enumeration: Enumeration, bare: list[str], known: int) -> float:
    """How sure a list with some firms in it is one of firms: by what its other items look like, and by what it does."""
    strange = all(2 <= len(n) <= 6 and is_unknown(unplaced(n)) and not _NO_FIRM.search(n) for n in bare)
    if strange and known >= max(2, 0.5 * len(enumeration.items)):
        return 0.65
    if bare and all((brand := BRAND.search(n)) and is_unknown(n[: brand.start()]) for n in bare):
        return 0.65
    if ETC.match(text, enumeration.items[-1][1]) and _ARRIVED.match(text, enumeration.end):
        return 0.72
    return 0.6 if strange and ETC.match(text, enumeration.items[-1][1]) else 0.0


#: 甲、乙等均已落子丙园: the list is the subject of a verb of arrival.
_ARRIVED = re.compile(rf"(?:家)?(?:均|都|也|已|先后|陆续|相继|纷纷|全部|成功|正式)*(?:{alternation('cue_verbs', 'arrive')})")


def _placed(name: str) -> bool:
    """Whether an item is a city or a province and a short name: 广西甲乙, 成都丙丁; not 上海交大, 江苏苏州."""
    own = unplaced(name)
    return own != name and 2 <= len(own) <= 5 and not _NO_FIRM.search(own) and not OFFICE.search(own) and not find_divisions(own)
