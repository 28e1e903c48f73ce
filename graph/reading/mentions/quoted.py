"""Phrases in quotation marks: what they are is said by their own last word, the word behind them, and the verb before them."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.names import LAYOUT, clean, is_generic
from graph.reading.mentions.quoted_brands import brand
from graph.reading.mentions.quoted_sayings import in_title, is_no_name
from graph.reading.mentions.quoted_services import DIGITAL, DOES, RUN_BY, SLOGAN, by_kind, by_launch, scenario
from graph.reading.mentions.quoted_sites import house_of_firms, quoted_site
from graph.reading.mentions.quoted_surely import AWARD, IS_NO_THING, is_no_service, surer
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["quoted"]

_QUOTE = re.compile(r"“((?:[^“”\n]|“[^“”\n]*”){2,40})”")
_FOLLOWED = (
    ("Product", re.compile(r"(?:[\u4e00-\u9fff]{0,4})?(?:大模型|模型|芯片|操作系统)(?![\u4e00-\u9fff])|(?:大模型|芯片)(?=的|等|和|在|已|与|为|可|及|上线|发布|通过|完成)")),
    ("Recognition", re.compile(r"(?:称号|荣誉|奖|试点城市|示范城市|名单)")),
    ("Event", re.compile(r"(?:[\u4e00-\u9fff]{0,14})?(?:大会|发布会|推介会|对接会|启动仪式|揭牌仪式|论坛|峰会|博览会|大赛|沙龙|展会|车展|展览|年会|赛事|音乐节|购物节|文化节|创新节|主题活动|活动|讲坛|路演)")),
    ("Organisation", re.compile(r"[\u4e00-\u9fffA-Za-z]{0,14}(?:联盟|协会|研究院|实验室|学院|商会|联合会|专委会)")),
    ("Carrier", re.compile(rf"[\u4e00-\u9fffA-Za-z0-9]{{0,10}}?(?:{alternation('carrier_suffixes', 'strong')}|街区|园)")),
    ("Programme", re.compile(r"(?:[\u4e00-\u9fff]{0,4})?(?:工程|专项行动|行动|机制|模式|体系|制度|计划(?![于在将今明到分安年])|专项|活动|理念|原则|思路|要求|格局|布局|效应|作用|战略|政策|改革|策略|路径|目标)")),
    ("Scenario", re.compile(
        r"(?:\d(?:\.\d)?)?(?:(?:(?![的式等和与及在是为了把被将让对向从])[\u4e00-\u9fffA-Za-z]){0,8}?)(?:场景|应用|平台|系统|小程序|APP|App|试点|服务|功能|模块|项目|专区|专窗|驾驶舱|大脑|(?<!城市)(?<!文旅)(?<!旅游)(?<!区域)(?<!公用)(?<!公共)(?<!文化)(?<!夜游)品牌|站点?|码|一张图|生活圈|食堂|智能体|机器人|终端|基座|底座|窗口|热线|成为|落地|上线|建设|覆盖|投入|投用|启用|试运行|运行|[\u4e00-\u9fff]{0,5}(?:小巴|巴士|公交|重卡|车(?!间|站|位))|[\u4e00-\u9fff]{0,12}航线|航线|线路|车队|设备|示范线|编队|专线|屏|亭|柜|车间|课堂|门诊|病房|书房|网络|助手|客服|工具|等(?:(?![的式与及在是为了])[\u4e00-\u9fffA-Za-z]){0,8}(?:平台|系统|应用|场景|小程序|底座|智能体))"
    )),
)  # fmt: skip
_OWN = (
    ("Policy", re.compile(r"(?:行动计划|实施方案|若干措施|实施意见|发展规划|\d条|[一二三四五六七八九十]+条)$")),
    ("Scenario", re.compile(r"(?:时间|积分|爱心|道德|信用|公益|碳普惠)(?:银行|超市|账户)$")),
    ("Carrier", re.compile(rf"(?:{alternation('carrier_suffixes', 'strong')})$")),
    ("Programme", re.compile(r"^(?:揭榜挂帅|赛马|放管服|一事一议|链长制)$")),
    ("Recognition", re.compile(r"(?:之城|第一城|高地|示范区|先行区|试验区|实验区|先导区|示范城市|试点城市|先进单位|示范基地|百强[区县市]|之都|重镇|强[区市省县]|样板|典范|示范[县市]|标杆城市|单位|名城)$")),
    ("Organisation", re.compile(r"(?:实验室|研究院|创新中心|研究中心|工程中心|学院|联盟|协会)$")),
    ("Scenario", re.compile(r"(?:平台|系统|小程序|APP|大脑|驾驶舱|一张图|一网通办|一网统管|一件事|码|(?<![交沟畅流贯融互普开精变])通|一键.+|.+在线|智能体|数字人|[\u4e00-\u9fff]{2}(?<!人形|智能|工业|服务|特种)机器人|生活圈|食堂|随申.+|^云上.+|[\u4e00-\u9fff]{2}(?<![风白祥])云|[网掌线指]上办|专栏|智脑|云脑|专线|直通车|随手拍|掌上.+|码上.+|指尖.+|^[\u4e00-\u9fff]{2}易)(?:\d(?:\.\d)?)?$", re.IGNORECASE)),
    ("Event", re.compile(r"(?:大会|论坛|峰会|博览会|大赛|沙龙|年会|嘉年华|购物节|文化节|音乐节|艺术节|消费节|消费季)$")),
    ("Programme", re.compile(r"[\u4e00-\u9fff]{3,}(?:计划|行动|工程|专项)$")),
    ("Enterprise", re.compile(rf"(?:{alternation('enterprise_suffixes', 'legal')})$")),
)  # fmt: skip


def quoted(reply: Reply, lists: list[Enumeration], items: list[Mention]) -> list[Mention]:
    """Every quotation of the body that names something.

    Parameters
    ----------
    reply:
        Whose flow is read.
    lists:
        Its lists: an item in quotation marks is what the list's head says.
    items:
        The mentions that the lists gave: a quotation right beside one is of its type.
    """
    text, (start, stop) = reply.flow.text, reply.body
    typed_items = {span[0]: e for e in lists for span in e.items if e.head}
    own = {t for t in (reply.heading.proposal_title,) if t}
    found: list[Mention] = []
    unread: list[re.Match[str]] = []
    for quote in _QUOTE.finditer(text, start, stop):
        if quote.group(1) in own or quote.group(1) in words("sectors") or in_title(text, start, quote.start()):
            continue
        enumeration = typed_items.get(quote.start())
        if enumeration is not None and enumeration.head not in (None, "Policy"):
            continue  # the list has spoken
        before = _CLAUSES.split(text[max(start, quote.start() - 24) : quote.start()])[-1]
        named = not is_no_name(text, quote, quote.group(1), before)
        mention = surer(quote, before, _read(reply, quote, before)) if named else None
        if mention:
            found.append(mention)
        elif not _ABSTRACT.match(text, quote.end()):
            unread.append(quote)
    return [*found, *_beside(text, [*items, *found], unread)]


def _beside(text: str, found: list[Mention], unread: list[re.Match[str]]) -> list[Mention]:
    """“京通”“京办”“京智”: quotations in a row are of one type."""
    ends = {m.end: m for m in found if m.type in _RUNS}
    starts = {m.start: m for m in found if m.type in _RUNS}
    more: list[Mention] = []
    for quote in unread:
        near = _neighbour(text, quote, ends, starts)
        if near is not None and not SLOGAN.search(quote.group(1)) and not DOES.match(quote.group(1)):
            sure = round(near.confidence * 0.85, 3)
            mention = Mention(near.type, clean(quote.group(1)), quote.start(), quote.end(), "quoted.beside", sure)
            ends[mention.end] = starts[mention.start] = mention
            more.append(mention)
    return more


_RUNS = frozenset(("Scenario", "Carrier", "Enterprise", "Recognition"))


def _neighbour(text: str, quote: re.Match[str], ends: dict[int, Mention], starts: dict[int, Mention]) -> Mention | None:
    """The mention right before or behind a quotation, with nothing or a 、 between."""
    before, behind = ends.get(quote.start()), starts.get(quote.end())
    if before is None and text[quote.start() - 1 : quote.start()] in ("、", "和", "及"):
        before = ends.get(quote.start() - 1)
    if behind is None and text[quote.end() : quote.end() + 1] in ("、", "和", "及"):
        behind = starts.get(quote.end() + 1)
    return before or behind


#: “上下楼就是上下游”的产业生态, “甲”和“乙”的定位: what something is to be like.
_ABSTRACT = re.compile(
    r"(?:(?:[、和与及]?“[^“”\n]{2,24}”){1,4}的|的?)[\u4e00-\u9fff]{0,6}?(?:理念|原则|思路|生态|格局|布局|局面|氛围|效应|产业集群|集群|能力|态势|趋势|特色|优势|目标|要求|定位|路径|难题|矛盾)(?!(?:主导)?(?:产业)?(?:园|基地|小镇|街区|社区|载体)|[\u4e00-\u9fff]?[平系园])"
)
_CLAUSES = re.compile(r"[，。；\n]")


def _read(reply: Reply, quote: re.Match[str], before: str) -> Mention | None:
    """Own ending, then what follows, then the verb before it; before all goods by the brand that they are, and houses by the firms in them."""
    text = reply.flow.text
    inner = quote.group(1)
    if goods_or_house := brand(quote) or house_of_firms(text, quote, before):
        return goods_or_house
    awarded = (AWARD.search(before) and not _JOINS.match(text, quote.end())) or _PLATE.match(text, quote.end())
    for kind, pattern in _OWN:
        no_site = _DOING.match(inner) or _BECOMES.search(inner) or RUN_BY.match(text, quote.end()) or len(inner) > 18
        if kind == "Carrier" and no_site:
            continue  # “加快建设软件园”的要求, “智慧园区”管理系统
        if kind == "Scenario" and is_generic(inner.removesuffix("圈")) and not DIGITAL.search(inner):
            continue  # 人的“生活圈”
        if "，" in inner and kind != "Carrier":
            continue  # “规划引领，科学制定实施方案”的建议
        told = inner.endswith("通") and ("不" in inner or re.search("(?:形成|实现)了?$", before))
        if kind == "Scenario" and (told or is_no_service(quote)):
            continue  # 车企之间“语言不通”, “三通”
        if pattern.search(inner) and not (kind == "Carrier" and (awarded or LAYOUT.fullmatch(inner))):
            chosen = "Recognition" if awarded and kind in ("Carrier", "Scenario") else kind
            return _mention(reply, quote, chosen, "own-ending", 0.85 if len(inner) > 2 or kind != "Scenario" else 0.6)
    if awarded:
        return _mention(reply, quote, "Recognition", "award", 0.85)
    return _by_follower(reply, quote, inner, before)


#: 统一纳入“甲”平台: what something becomes a part of.
_JOINS = re.compile(rf"{RUN_BY.pattern}(?![^，。；]{{0,6}}(?:名单|称号|典型|案例|示范|试点|榜))")
#: “甲+乙”融合应用先导区: what the quotation and the word behind it belong to is a rank.
_RANK_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:应用|试点|创新)[\u4e00-\u9fff]{0,4}?(?:先导区|示范区|先行区|试验区|实验区|高地|示范城市|示范基地)"
)
_BECOMES = re.compile("纳入|列入|打造|成为|建成|升级为|认定|.[进入](?:园区|街区|商圈|楼宇)$")
_PLATE = re.compile(r"(?:的)?(?:牌子|称号|授牌|认定|荣誉|铭牌|名单|殊荣)")
_DOING = re.compile(rf"(?:{alternation('cue_verbs', 'launch')}|{alternation('cue_verbs', 'other')})(?=[\u4e00-\u9fff]{{3}})")


#: 大模型创新生态社区“甲空间”: what kind of place stands before its name.
_KIND_BEFORE = re.compile(
    rf"(?:{alternation('carrier_suffixes', 'strong')}|街区|载体|园区|楼宇|创新社区|生态社区|产业社区|集聚地|新地标|综合体|产业空间|创新空间)(?:——|—)?$"
)


#: “甲”将在乙街道上线: what is said of a service right behind it.
_RUNS_AT = re.compile(
    r"(?:已|将|拟|计划|现|目前|率先|首先|首批|先行|正式|先后|先|也|均)*在[^，。；“”]{2,16}(?:街道|社区|[镇乡区县市园村]|中心|大厦|广场|医院|学校|商圈)(?:等地?)?"
    r"[^，。；“”]{0,4}(?:上线|试点|推广|投用|启用|试运行|运行|投入|先行先试|试行|开通|的(?:应用|落地|试用)(?=[，。；]|工作))"
)


#: 在乙街道试点“甲”: of 82 such quotations in annotated replies 80 are services.
_TRIED_AT = re.compile(
    r"在[^，。；“”]{2,16}(?:街道|社区|[镇乡区县市园村]|中心|大厦|广场|医院|学校|[中小]学|商圈)(?:等地?)?"
    r"(?:率先|首批|先行|同步|陆续|已|先)*(?:试点|试行|推出|上线|启用|开通)了?$"
)
#: 推进“数字甲”建设: of nine such quotations in annotated replies eight are services, one a programme.
_PUSHES_ON = re.compile("(?:推进|推动|参与|深化|加快|加强|开展|探索|支持|实施|完善|促进)(?:了|的)?$")
_ITS_BUILDING = re.compile("建设|试点")


#: “甲”专栏接入乙园: what stands behind a quotation up to the word for a site, and is no part of its name.
_NO_PART_OF_A_SITE = re.compile(
    "在(?!线)|[的等和与及、由为]|街道|接入|走进|覆盖|进驻|落户|辐射|串联|衔接|推出|上线|专栏|栏目|小程序"
)


def _by_follower(reply: Reply, quote: re.Match[str], inner: str, before: str) -> Mention | None:
    text = reply.flow.text
    after = text[quote.end() : quote.end() + 24]
    if known := by_kind(quote, before, after):
        return known
    abstract = _ABSTRACT.match(text, quote.end())
    if _RANK_BEHIND.match(after) or (abstract and not (DIGITAL.search(inner) and "模式" in after[:8])):
        return None
    for kind, pattern in _FOLLOWED:
        follower = pattern.match(after)
        if not follower or (kind == "Carrier" and _NO_PART_OF_A_SITE.search(follower.group())):
            continue
        if kind == "Carrier" and re.match(
            "成为|作为|是|为|在(?!线)|等|的|入驻|和|与|及|项目|平台|系统|包括|包含|即|指|位于|坐落", after
        ):
            continue
        if kind == "Programme" and re.match(
            r"(?:理念|原则|思路|要求|格局|布局|效应|作用|模式|目标|体系|战略|政策|制度|活动|策略|路径)",
            follower.group(),
        ):
            return None if not DIGITAL.search(inner) else _mention(reply, quote, "Scenario", "digital", 0.5)
        return _followed(reply, quote, kind, follower.group())
    if _KIND_BEFORE.search(before) and len(inner) <= 12 and not SLOGAN.search(inner):
        return _mention(reply, quote, "Carrier", "kind-before", 0.75)
    told = by_launch(inner, before, after)
    at_a_place = _RUNS_AT.match(text, quote.end()) or (_TRIED_AT.search(before) and not IS_NO_THING.match(after))
    if at_a_place and inner not in words("sayings") and not DOES.match(inner) and not is_generic(inner):
        told = ("runs-at", 0.8)
    elif told is None and DIGITAL.search(inner) and _PUSHES_ON.search(before) and _ITS_BUILDING.match(after):
        told = ("pushed", 0.75)
    return _mention(reply, quote, "Scenario", *told) if told else None


def _followed(reply: Reply, quote: re.Match[str], kind: str, follower: str) -> Mention | None:
    """The follower classifies (“一键借伞”场景) or belongs to the name (“龙湖之源”数字经济生态园 as an alias)."""
    inner = quote.group(1)
    if kind == "Scenario":
        found = scenario(quote, follower)
        weak = found is not None and found.rule == "quoted.followed-weakly"
        runs = weak and _RUNS_AT.match(reply.flow.text, quote.end() + len(follower))  # “甲”服务已在乙医院上线
        return replace(found, rule="quoted.runs-at", confidence=0.8) if found is not None and runs else found
    if kind == "Organisation":
        start = left_edge(reply, quote.start(), reply.body[0]) if quote.start() else quote.start()
        return Mention(
            kind,
            clean(follower),
            quote.end(),
            quote.end() + len(follower),
            "quoted.core",
            0.7,
            (clean(inner + follower),) if start else (),
        )
    if kind == "Carrier":
        return quoted_site(reply, quote, follower)
    return Mention(
        kind, clean(inner), *quote.span(), "quoted.followed", 0.75 if kind == "Programme" else 0.85, (clean(inner + follower),)
    )


def _mention(reply: Reply, quote: re.Match[str], kind: str, rule: str, sure: float) -> Mention:
    del reply
    return Mention(kind, clean(quote.group(1)), quote.start(), quote.end(), f"quoted.{rule}", sure)
