"""One item of a list: what its own ending says that it is, where its name begins and ends, how well it fits the list's type."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.enumerations import BRAND, DIGITAL, cut_short, is_behind_verb
from graph.reading.mentions.firm_edges import LEGAL, behind_zone, firm_edges, is_doing, with_numeral
from graph.reading.mentions.firm_kinds import KIND_OF_BANK, KIND_OF_FIRM, is_kind_of_firm
from graph.reading.mentions.firms import names_another_thing
from graph.reading.mentions.names import clean, is_aim, is_generic, is_rare
from graph.reading.mentions.site_kinds import is_house_of_ideas, is_kind_of_site, is_of_a_body, is_title
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["NICKNAME", "OFFICE", "SITE", "is_firm", "item"]

_AIMED = re.compile("(?:国家|省|市|世界|国际)(?:级|一流)")
_COMMON_ENTERPRISE = re.compile(rf"(?:{alternation('firm_nouns', 'item')})$")
_EVENT = re.compile(r"(?:大会|论坛|峰会|博览会|大赛|交易会|展览会|进博会|文化节|年会)$")
#: 甲试验区、乙研究中心等平台: what a place or a body is named to be.
_GROUNDS = re.compile(r"(?:试验区|实验区|示范区|试点区|先行区|先导区|创新区|引领区|高地)$")
_GOES = re.compile(r"(?:走?进|入)[\u4e00-\u9fff]{1,3}")
_INSTITUTE = re.compile(
    r"(?:(?<!数据)服务中心|公园|科创中心|研究院|研究所|实验室|创新中心|研究中心|工程中心|技术转移中心|大学|学院|协会|联盟|医院)$"
)
#: 成长型园区, 省级示范园区: kinds of places.
_KIND_OF_SITE = re.compile(r"^[省市区县](?:级|数字经济)?(?:示范|特色|重点)|[型类级](?:产业)?(?:园区|基地|载体)$")
#: 一心、两轴、五片区 are a layout; 孵化器 and 科技园 alone are kinds.
_LAYOUT = re.compile(
    rf"(?:[一二两三四五六七八九十多N\d]个?(?:心|轴|带|片区|核|极|园区?|城|镇|谷|廊|港|岛|湖|点|翼|圈|区)){{1,4}}|(?:{alternation('carrier_suffixes', 'strong')})"
)
NICKNAME = re.compile(r"“[双三两四五六七八九十].{0,3}”$")
OFFICE = re.compile(rf"(?:{alternation('organisation_suffixes')}|委|办|厅|局|部)$")
SITE = re.compile(rf"(?:{alternation('carrier_suffixes', 'strong')})$")


def item(reply: Reply, kind: str, start: int, end: int, sure: float) -> Mention | None:
    """The mention that an item is, under its own type where its ending says another one; ``None`` where it is no name."""
    text = reply.flow.text
    kind = _kind_of_item(kind, text[start:end])
    start, end = _name_in(reply, kind, start, end)
    raw = text[start:end]
    name = clean(raw)
    if name in _CHANNELS or (
        kind == "Enterprise"
        and (
            names_another_thing(text, start, end)
            or name.endswith(_CHANNELS)
            or _IN_BRACKETS.search(raw)
            or _SHORT.search(text, max(start - 6, 0), start)
        )
    ):
        return None
    if not 2 <= len(name) <= 30 or re.search(r"[，。；！？]", name) or re.match(r"\d+(?:余|多)?$", name):
        return None
    if _GOES.fullmatch(name) or (kind == "Carrier" and (is_aim(text, start, 0) or _AIMED.match(raw))):
        return None  # “进社区”“进园区”
    project = kind == "Enterprise" and raw.endswith("项目") and name not in words("firms")
    if project or (kind == "Event" and raw[0] != "“" and not _EVENT_NAME.search(name)):
        return None  # 甲重型燃气轮机项目等重磅项目
    counted = _FIRMS.search(text[start : end + 4 if text[end : end + 2] == "企业" else end])
    if kind == "Enterprise" and (counted or is_kind_of_firm(name) or _ends_as_a_kind(text, start, end)):
        return None
    weight = _weight(reply, kind, name, start, end)
    core = _QUOTED_CORE.match(raw)  # “四社联动”服务平台 is known as 四社联动 too
    aliases = (clean(core.group(1)),) if kind == "Scenario" and core else ()
    if kind == "Enterprise" and (more := _MORE.match(text, end)):
        aliases = (name + clean(more.group()),)
    rule = f"list.{_looks(raw) if kind == 'Scenario' else kind.lower()}"
    return Mention(kind, name, start, end, rule, round(sure * weight, 3), aliases) if weight > 0 else None


def _ends_as_a_kind(text: str, start: int, end: int) -> bool:
    """Whether an item is what a kind of firm begins with: 南京影视 of 甲科技、南京影视公司."""
    return text.startswith("公司", end) and is_kind_of_firm(text[start : end + 2])


#: Of an event that stands in no marks: 甲啤酒音乐节, not 夜市, 试乘体验 or 产业链招商会.
_EVENT_NAME = re.compile("^.{2,}(?:[^招年]会|节|赛|展|坛|嘉年华|盛典|仪式|活动|演|巡礼|[^夜]市|周|季)$")
#: 利用微信、甲等短视频.
_CHANNELS = ("微信", "微信公众号", "政务公众号", "公众号", "视频号", "小程序")
#: 甲街道（乙科技）新增, 简称“丙”: a place with its firms, and a short name that was told.
_IN_BRACKETS = re.compile("(?:街道|[镇乡园区城])（[^（）]{2,}）")
_SHORT = re.compile("(?:简称|下称|又称)[：“]{0,2}$")
_FIRMS = re.compile(r"企业|公司(?!$)|[余多]家|\d家")


def _kind_of_item(kind: str, raw: str) -> str:
    """What the item's own ending says, where that is more exact than its list's head: 依托世界人工智能大会等平台."""
    bare = raw.strip("“”")
    if kind == "Scenario" and _EVENT.search(bare):
        kind = "Event"
    if kind == "Scenario" and bare.endswith(("中心", "联盟", "数据库")) and raw[0] != "“" and not DIGITAL.match(raw):
        return "Organisation"  # 甲数据交易中心、乙平台等平台
    if kind == "Scenario" and _GROUNDS.search(bare):
        return "Recognition"
    if kind == "Scenario" and raw[0] != "“" and is_firm(raw):
        kind = "Enterprise"
    if kind in ("Scenario", "Organisation", "Enterprise") and SITE.search(bare) and not DIGITAL.match(raw):
        kind = "Carrier"  # 甲科学城、乙科学岛等科创平台
    if (kind in ("Scenario", "Carrier", "Enterprise") and is_house_of_ideas(bare)) or (
        kind == "Enterprise" and bare in words("known_carriers") and bare not in words("firms")
    ):
        return "Carrier"  # 甲科创中心、乙园等项目; 甲公司、西岸智塔等企业
    if kind == "Enterprise" and bare.endswith(("政府", "管委会")):
        return "Organisation"  # 甲市政府与乙、丙等企业签订协议
    if kind == "Enterprise" and bare.endswith("社区"):
        return "Community"  # 甲社区、乙公司以及丙园等企业
    house = kind == "Carrier" and (raw.endswith("公园") or (bare.endswith("创新中心") and not is_of_a_body(bare)))
    institute = _INSTITUTE.search(bare) and not house
    return "Organisation" if institute and kind in ("Scenario", "Carrier", "Enterprise") else kind


#: Of so many characters, at least, is a firm's name behind its town: 丙镇甲科技.
_LEAST_FIRM = 3


def _name_in(reply: Reply, kind: str, start: int, end: int) -> tuple[int, int]:
    """Where in an item its name begins and ends."""
    text = reply.flow.text
    raw = text[start:end]
    if kind == "Scenario" and (verb := _PUT_UP.match(raw)) and len(raw) - verb.end() >= 4:
        start += verb.end()
    if kind in ("Enterprise", "Organisation") and raw[-1] not in "”）":
        edge = left_edge(reply, end, start)
        first = text[start] in "中国大小上下东西南北" or with_numeral(text, edge, end, start) == start
        own = kind == "Enterprise" and is_behind_verb(text, start, end)
        nation = edge == start + 1 and end - start <= 6 and (first or own)
        torn = end - edge == 1 and end - start <= _LEAST_FIRM  # 极睿, of which 极 is an adverb elsewhere
        start = start if nation or torn or cut_short(reply, start, edge, end) or _is_item(reply, start, edge, end) else edge
    if kind == "Organisation" and text[start] in "与和同" and text[start + 1] in "省市区县":
        start += 1  # 经与市科技局、市发改委等单位研究
    if kind == "Enterprise":
        start = behind_zone(text, start, end)
        town = 0 if LEGAL.search(text[start:end]) else divisions.town_before(text[start:end], reply.where.code, _LEAST_FIRM)
        start += town if text[start + town] != "（" else 0
    start, end = firm_edges(text, start, end) if kind == "Enterprise" and text[start] != "“" else (start, end)
    if kind in ("Enterprise", "Carrier") and text[end - 1] == "）" and "（" not in text[start:end]:
        end -= 1  # 甲街道（乙科技、丙电子）
    inner = re.search(r"（[^）]*）$", text[start:end])
    # 甲科技（苏州） is a name, 甲科技（丙区） a firm and where it is
    branch = inner and kind == "Enterprise" and inner.group()[-2] not in "区县市" and _is_place(inner.group()[1:-1])
    placed = inner and kind == "Scenario" and _PLACE_IN_BRACKETS.fullmatch(inner.group())  # “甲”（乙街道）
    if (kind != "Scenario" or placed) and inner and inner.start() > 0 and not branch:
        end -= len(inner.group())
    torn = kind == "Enterprise" and text[start:end] in ("集团", "控股集团", "股份", "有限公司")
    if torn and "、" in text[max(start - 5, 0) : start]:
        start = text.rfind("、", 0, start) + 1
    figure = _FIGURE.search(text, start, end) if kind == "Enterprise" and text[start] != "“" else None
    end = figure.start() if figure else end  # 甲车业产值12.1亿元
    nick = NICKNAME.search(text[start:end])
    return start, start + nick.start() if nick and nick.start() > 1 else end  # 甲小镇、乙小镇“双镇”


#: 德国甲（KWS）, 乙（中国）: how it writes its name at home, where its branch is.
_MORE = re.compile("（(?:[A-Za-z][A-Za-z &.-]{1,18}|中国|大中华区?|亚太)）")
_PLACE_IN_BRACKETS = re.compile("（[\u4e00-\u9fff]{2,8}(?:街道|[镇乡区县村市园]|社区|商圈)）")


def _is_item(reply: Reply, start: int, edge: int, end: int) -> bool:
    """Whether a short item is a name from its first character: between two 、, or behind a comma with no verb before it."""
    text = reply.flow.text
    if end - start > 6 or start >= edge or text[start - 1] not in "、，":
        return False
    cut = reply.tokens_in(start, edge)
    if any(t.word in words("cue_verbs") and len(t.word) > 1 for t in cut) or text[start] in "等和与及了的":
        return False
    return text[start - 1] == "、" or all(t.tag[:1] in "nfsajmz" for t in cut)


_FIGURE = re.compile(
    r"(?:年?产值|营收|营业收入|销售额|增长|同比|产量|实现)?(?:达到?|超过?|约|近)?\d+(?:\.\d+)?(?:%|万|亿|元|家|辆|台|吨)"
)
_PUT_UP = re.compile(
    r"(?:先后|陆续|相继|已|优先|积极|大力|加快|重点|率先|先行|鼓励|支持)*(?:发展|培育|推广|推进|推行|开展|实施|拓展|探索|制发|建成|推出|上线|部署|接入|汇聚|整合|研发|搭建|植入|嵌入|增设|设有)了?(?=[\u4e00-\u9fffA-Za-z])"
)
_QUOTED_CORE = re.compile(r"“([^“”]{2,16})”[\u4e00-\u9fff]{2,8}$")


def _is_place(text: str) -> bool:
    return any((start, end) == (0, len(text)) for start, end, _ in find_divisions(text))


def _is_short_county(name: str) -> bool:
    """Whether a name is a county's without its last character: 甲、乙和丙等五个市县工业园区 says where they are."""
    return len(name) <= 3 and any(divisions.codes_of(name + kind) for kind in "县市区")


def _weight(reply: Reply, kind: str, name: str, start: int, end: int) -> float:
    """How well an item fits the type that its list's head says, 0 where it is no name."""
    if kind == "Enterprise":
        own = _enterprise(reply, name, start, end)
        quoted = reply.flow.text[start] == "“" and len(name) <= 10 and name not in words("sectors") and not is_generic(name)
        return max(own, 0.9) if quoted else own
    if kind == "Scenario":
        return _scenario(name, reply.flow.text[start] == "“")
    if is_generic(name) or (
        kind == "Carrier"
        and (
            name in words("sectors")
            or divisions.codes_of(name)
            or _is_place(name)
            or _is_short_county(name)
            or _KIND_OF_SITE.search(name)
            or is_kind_of_site(name)
            or is_title(name)
            or _LAYOUT.fullmatch(name)
        )
    ):
        return 0.0
    if kind == "Carrier" and _NO_SITE.search(name):
        return 0.0
    if kind == "Carrier" and not SITE.search(name) and reply.flow.text[start] != "“":
        rare = is_rare(reply.tokens_in(start, end))
        return 1.0 if rare else 0.35
    return 1.0 if kind == "Carrier" else 0.9


#: Of a list of areas that are renewed an item may be a street: 甲街、乙路等历史片区.
_NO_SITE = re.compile(r"^\d+区|平台$|馆$|站$|医院$|学校$|^[\u4e00-\u9fff]{1,3}(?<![天老古金新商美女里])(?:街|路|巷|弄)$")
_GROUND = re.compile("(?:广场|公园|车站|停车场|商场|景区|超市|中心)$")


def _enterprise(reply: Reply, name: str, start: int, end: int) -> float:
    tokens = reply.tokens_in(start, end)
    if KIND_OF_FIRM.match(name) or is_doing(name):
        return 0.0
    if LEGAL.search(name) and len(name) > 3 and not is_generic(name):
        return 1.0
    if (
        name in words("sectors") | words("firm_lines")
        or _is_place(name)
        or (SITE.search(name) and not LEGAL.search(name))
        or name.endswith("系")
        or is_generic(name)
        or (_COMMON_ENTERPRISE.search(name) and not is_rare(tokens))
    ):
        return 0.0
    if (OFFICE.search(name) and not BRAND.search(name)) or _GROUND.search(name):
        return 0.0
    if is_rare(tokens):
        return 1.0
    return 0.9 if BRAND.search(name) and len(name) > 3 else 0.75 if len(tokens) <= 2 and len(name) <= 6 else 0.4


#: What a field and its making are called, and no service: 无人驾驶赛道, 测试软件开发.
_NO_SERVICE = re.compile("(?:赛道|产业链?|技术|研发|(?:软件|芯片|装备|设备)(?:开发|制造|生产)?|工作站|实验室)$")


def _scenario(name: str, in_quotes: bool) -> float:
    if (name in words("sectors") or is_generic(name)) and DIGITAL.match(name) and len(name) == 4:
        return 0.65  # 智慧养老 is a field, and in a list of applications one of them
    if _NO_SERVICE.search(name) and not in_quotes:
        return 0.0
    if name in words("sectors") or (is_generic(name) and not in_quotes) or (not in_quotes and _is_place(name)):
        return 0.0
    if in_quotes:
        return 0.95
    if _looks(name) == "scenario":
        return 0.55
    return 0.9 if len(name) >= 4 else 0.7


#: What an application is called, wherever in its name a digital word stands.
_DIGITAL = re.compile(
    rf"智慧|智能|数字|数智|无人|机器人|AI|5G|低空|线上|在线|自动|云(?!南)|(?:{alternation('scenario_suffixes')})$", re.IGNORECASE
)


def _looks(raw: str) -> str:
    """``quoted``, ``digital`` or ``scenario``: an item of a list of applications without quotation marks or such a word is mostly a field."""
    if raw[0] == "“":
        return "quoted"
    return "digital" if _DIGITAL.search(raw) or DIGITAL.match(raw) else "scenario"


def is_firm(name: str) -> bool:
    """Whether a name is a firm's, whatever its list says: by its ending, by the list of firms, 甲市移动."""
    if KIND_OF_BANK.fullmatch(name):
        return False
    return bool(LEGAL.search(name) or _OPERATOR.fullmatch(name)) or name in words("firms")


_OPERATOR = re.compile(r"[\u4e00-\u9fff]{2,3}(?:移动|联通|电信|铁塔|广电|供电局)")
