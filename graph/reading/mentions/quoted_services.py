"""Quotations that name a service: by the word for its kind before it, by what follows, by the verb that puts it to use."""

from __future__ import annotations

import re
from functools import cache

from graph.reading import divisions
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.names import clean, is_generic
from graph.reading.place import is_division
from graph.records import Mention

__all__ = [
    "DIGITAL",
    "DOES",
    "RUN_BY",
    "SLOGAN",
    "by_kind",
    "by_launch",
    "is_place_brand",
    "scenario",
]

_LAUNCH = re.compile(rf"(?:{alternation('launch_verbs', 'quoted')})(?:“[^”]*”|[\u4e00-\u9fff、])*(?<!的)$")
#: Behind a quotation that names a service the phrase is at its end, or its predicate begins.
_ENDED = re.compile(r"[，。；、：！\n（]|等|和|与|及|并|为|让|给|以|已|在|[\u4e00-\u9fff]{0,2}(?:服务|项目|应用|场景|试点)")
SLOGAN = re.compile(
    r"^一[张个条套]|^全[国省市区县]一[张盘]|^(?:集约|加快|推进|推动|坚持|全面|积极|鼓励|支持|建立|建设|打造|发展|完善|实施)|^\d+(?:秒|分钟|小时|天)(?!.*(?:圈|自助[^，]{0,6})$)|(?:[^，]{2,8}[，、]){1,}|^[\u4e00-\u9fff]{4}$|^(?:从|把|让|以|为|不|向|由)|[了的着过吗呢]$|[？！]|^[\u4e00-\u9fff]{1,4}的[\u4e00-\u9fff]{1,3}$"
    rf"|^(?:{alternation('sayings')})$"
)
#: Right before a phrase of four characters, which else is mostly a saying: 上线“空中城管”.
_PUT_TO_USE = re.compile(rf"(?:{alternation('launch_verbs', 'idiom')})(?:了|的)?$")
#: “楼长制”: a way of working, of 16 such quotations none is a service.
_WAY = re.compile("制$")
#: 打造“甲谷”: what a place is to be, of 20 none is a service.
_MADE_TO = re.compile("(?:打造|建设|建成|构筑)成?[^，。；]{0,8}$")
_GROUND = re.compile("(?:[城谷港街廊镇村]|[基飞洼园]地|首站|集市|连廊)$")
_IDIOM = re.compile(r"一[^一]一|[不无有][^，]?[不无有]|[双三四五多]$|^[双三四五多]|制$|化$|免|即")
DIGITAL = re.compile(rf"^(?:{alternation('scenario_marks')})|^“?(?:互联网|人工智能|AI|5G|大数据|区块链)\+")
_MARKED = re.compile(r"AI|数字|智能|智慧|机器人|无人|云|码")
#: Words that begin many a quotation that is no service.
_WEAK_MARKS = frozenset(("智", "云", "移动", "信用", "电子", "远程", "虚拟", "在线", "线上", "自动", "一站式"))
#: What a quotation ends in that is no service.
_NO_SERVICE = re.compile(f"(?:{alternation('service_nouns', 'quoted')})$")
#: Behind a park's name in quotation marks: of ten such quotations all are services, and none is a park.
RUN_BY = re.compile("(?:管理|服务|治理|信息|运营|综合){0,3}(?:平台|系统|小程序|APP|App|模块)")
_NUMBER_SERIES = re.compile(
    r"^[\d+N×xX一二三四五六七八九十百千万]+(?:[\u4e00-\u9fff]{0,6}[+][\dN\u4e00-\u9fff]+)*$|^[一二三四五六七八九十\d](?:[\u4e00-\u9fff][一二三四五六七八九十\d])+"
)
#: “三强两高一美双示范”: what is aimed at, counted; of 41 such quotations in annotated replies one names services.
_SERIES = re.compile("(?:[一二两双三四五六七八九十][\u4e00-\u9fff]{1,3}){3,8}")
DOES = re.compile(
    r"(?:搭建|提供|给予|强化|支持|实施|推出|开展|建设|打造|推进|加强|完善|建立|构建|设立|鼓励|全链条)[\u4e00-\u9fffA-Za-z‘’]{4,}"
)
#: 小程序“甲乙”, 省级技术平台“丙丁云”: what kind of service stands before its name.
_SERVICE_BEFORE = re.compile(
    r"(?:(?P<thing>小程序|公众号|APP|App|平台|系统|应用|智能体|数字人|智能助手|助手|驾驶舱|数字员工|社工|机器人|服务号|(?:AI|智能|数字|虚拟)(?:导游|导览员|讲解员|导诊员|社工|客服|店长|老师)|(?:AI|智能|智慧|数字|线上|掌上|自助)[\u4e00-\u9fff]{0,6}服务|(?:社区|长者|老年|助老|爱心|共享|智慧|邻里)(?:食堂|餐厅))|服务品牌|航线|专线|线路|专区|课堂|热线)(?:——|—|名为|叫做?|：)?$"
)
#: “天天不打烊”, “烟囱林立”: what is said of a thing.
_SAID = re.compile("[了的着过吗呢，、不即而有无]|林立|打通|结合")


#: “送上门”的做法: how something is done.
_WAY_OF_DOING = re.compile("的?(?:做法|模式|方式|方法|办法|经验|理念|机制|工作法)")


def by_kind(quote: re.Match[str], before: str, after: str) -> Mention | None:
    """What the word for a kind of service tells, right before the quotation or at the end of a name that begins in it."""
    inner = quote.group(1)
    if inner.endswith("+") and (whole := _OPEN_END.match(after)):
        return Mention("Scenario", clean(inner + whole.group()), quote.start(), quote.end() + whole.end(), "quoted.core", 0.8)
    sure = _by_kind_before(inner, before)
    if sure is None or _WAY_OF_DOING.match(after):
        return None
    return Mention("Scenario", clean(inner), quote.start(), quote.end(), "quoted.service-kind", sure)


def _by_kind_before(inner: str, before: str) -> float | None:
    """How sure a quotation right behind the word for a kind of service is its name, ``None`` where it is a saying."""
    kind = _SERVICE_BEFORE.search(before)
    if kind is None or len(inner) > 14 or _NUMBER_SERIES.match(inner) or _SAID.search(inner) or is_generic(inner):
        return None
    if DOES.match(inner) or re.search(
        r"(?:把|以|对|使|让|将|通过|利用|依托|解决|破解|推动|实现)[^，。；]{0,6}$", before[: kind.start()]
    ):
        return None
    return 0.75 if kind.group("thing") and _COINED.search(inner) else 0.65 if kind.group("thing") else 0.5


#: 甲小助, 乙通, 小丙: how services are called, and no saying is.
_COINED = re.compile("^[小i]|小[\u4e00-\u9fffA-Za-z]{1,2}$|[通宝星助智蜜易里云侠]$|管家$|在线$")


#: “互联网+”环境监测与管理平台: the name begins in the quotation and runs on.
_OPEN_END = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:平台|系统|小程序)(?![\u4e00-\u9fff]?[经型])")


#: “无人零售”“智能配送”等新业态: ways of trading, which nobody runs.
_NEW_TRADE = re.compile("(?:[、和与及]?“[^“”]{1,14}”){0,6}等?[^，。；、“”]{0,6}(?:业态|新模式|消费模式|商业模式|新产业|新经济)")


def by_launch(inner: str, before: str, after: str) -> tuple[str, float] | None:
    """Rule and confidence where a digital word in the quotation, or the verb before it, makes it a service."""
    if _is_slogan(inner, after) or _is_aim(inner):
        return None
    if mark := DIGITAL.search(inner):
        if _LAUNCH.search(before):
            return "digital", 0.75
        sounds = ("sounds-digital", 0.5 if mark.group() in _WEAK_MARKS else 0.75)
        return None if _NEW_TRADE.match(after) else sounds
    subject = (not before or before[-1] in "，、：类") and re.match("是|已|也|具备|在|可", after)
    if subject and _MARKED.search(inner) and len(inner) <= 14:
        return "marked", 0.6  # “甲乙AI社工”是…
    if _WAY.search(inner) or (_MADE_TO.search(before) and _GROUND.search(inner)):
        return None
    four = _PUT_TO_USE.search(before) and re.fullmatch(r"[\u4e00-\u9fff]{4}", inner) and not _IDIOM.search(inner)
    named = len(inner) > 2 and not SLOGAN.search(inner) and not is_generic(inner) and bool(_ENDED.match(after))
    # “保底+分红”, “天天不打烊” are what is offered, “甲是乙” and “毫无甲” what is said
    launched = named and _LAUNCH.search(before) and not re.search("[+不]|.是.|毫无|没有", inner)
    return ("launched", 0.55) if four or launched else None


def _is_slogan(inner: str, after: str) -> bool:
    """“AI+教育”融合发展, “大数据+人工智能”, “智能+”, “智慧社区保障机制”: no services."""
    parts = inner.split("+")
    joined = len(parts) > 1 and (
        bool(re.match("(?:深度)?融合|模式|发展", after)) or all(part in words("technologies") for part in parts)
    )
    open_end = re.fullmatch(r"[\u4e00-\u9fffA-Za-z]{2,4}\+", inner)
    return bool(_NUMBER_SERIES.match(inner) or joined or open_end or _FIELD.fullmatch(inner) or _NO_SERVICE.search(inner))


#: A whole field, and what the country wants of it: of 27 such quotations in annotated replies one is a service.
_FIELD = re.compile(
    "互联网\\+(?:政务(?:服务)?|教育|医疗(?:健康)?|健康|(?:健康)?养老(?:服务)?|旅游|文旅|农业|停车|环保|交通|物流|制造|金融|工业|产业|监管|治理|基层治理|[\u4e00-\u9fff]{2}经济)"
)


#: 服务平台 behind “甲”: the whole of it belongs to the longer form of the name.
_LONGER = re.compile(r"(?:综合|管理|信息|公共)?(?:服务|管理|应用)?(?:平台|系统|小程序|APP|场景|试点|项目|专区)")


def _no_scenario(inner: str, follower: str, behind: str) -> bool:
    """Whether what follows makes no service of a quotation."""
    if re.search("提供|打造|推出|拓展|开放|开展", follower) or re.fullmatch("双.{1,2}", inner):
        return True  # 为企业“上车”提供应用场景, “双跨”平台
    if re.search("建设|品牌", follower) and (_is_aim(inner) or _is_a_places(inner)):
        return True  # “数字甲市”建设: a strategy
    if follower.endswith("试点") and re.match("[市区县]|城市|单位|地区", behind):
        return True
    # “一站式”便民服务大厅: what a room is like; “数字甲市”建设领导小组
    return bool(re.match("大厅|中心|站|点位|窗口|(?:工作)?(?:领导小组|专班)", behind))


def _is_aim(inner: str) -> bool:
    """“数字社会”, “智慧甲市”: what a whole place is to become."""
    mark = re.match("数字|智慧|数智|智能", inner)
    if mark is None:
        return False
    rest = inner[mark.end() :]
    return rest in _AT_LARGE or is_division(rest)


_AT_LARGE = frozenset(
    ("社会", "政府", "经济", "中国", "产业", "文化", "法治", "机关", "城市", "乡村", "强国", "强省", "强市", "未来")
)
_PLACE_BRAND = re.compile(
    r"(?:数字|智慧|数智|云上|平安|健康|书香|法治|幸福|文明|美丽)(?P<behind>[\u4e00-\u9fff]{2})|(?P<ahead>[\u4e00-\u9fff]{2})数字"
)


#: “智慧甲州”建设步伐, “书香乙城”全民阅读品牌: right behind what a place calls what it wants to be.
_IS_WANTED = re.compile(
    "[”]?(?:[\u4e00-\u9fff]{0,4}品牌|建设(?=步伐|[，。；、]|$|等|和|与|工作|方案|规划|领导|行动|攻坚|情况|部署|任务|成效|目标|进程|三年))"
)


def is_place_brand(text: str, start: int, end: int) -> bool:
    """Whether the flow's characters from ``start`` up to ``end`` are what a place calls its strategy: “智慧甲州”建设, not “智慧甲州”APP."""
    return _is_a_places(text[start:end].strip("“”")) and bool(_IS_WANTED.match(text, end))


@cache
def _short_places() -> frozenset[str]:
    return frozenset(map(divisions.short_form, divisions.division_names()))


def _is_a_places(inner: str) -> bool:
    """“数字甲市”, “智慧蓉城”: what a place calls its strategy, by its short name or as a city; not “数字民宿”."""
    brand = _PLACE_BRAND.fullmatch(inner)
    if brand is None:
        return False
    name = brand["behind"] or brand["ahead"]
    return name in _short_places() or name[-1] in "城州京沪渝海江山省市区县镇乡"


#: “停车难”智能治理应用: what is to be mended is no name without what mends it.
_TROUBLE = re.compile("(?:难|乱|慢|繁|问题|痛点|堵点)$")


#: “甲号”稳定运行, “乙云”已覆盖: what is said of a service, and no longer form of its name.
_SAID_OF_IT = re.compile(
    "(?:已|也|均|还|现|目前|进入|转入|投入|开始|同步|稳定|平稳|正常|常态化?|安全|全面|正式){0,5}试?运行|[\u4e00-\u9fff]{0,8}(?:成为|落地|上线|覆盖|投入|投用|启用)|一站"
)


#: “甲”接入全区停车场, “乙”由省里统一建设, “丙”设有长者专区: a predicate, whatever it ends in; of 21 such 20 were no second name.
_DOES_SOMETHING = re.compile(
    "已|将|[也还均现](?=[已将在可能正])|正在|由(?!来)|可以|能够|接入|设有|开设|连接|覆盖|配备|通过|提供|依托|利用|建成|入选|获评|荣获|成为|包括|涵盖|首[个批条家]"
    "|(?:集成|赋能|实现|整合)(?!平台|系统|中心|服务平台)"
)
#: “甲示范点”建设成效: 建设 belongs to what came of it.
_ITS_OUTCOME = re.compile("成[效果就绩]|情况|进[度展程]|水平|经验|步伐|质量")


def scenario(quote: re.Match[str], follower: str) -> Mention | None:
    """The quotation is the name, the follower tells what it is; behind a + the follower belongs to the name."""
    inner = quote.group(1)
    longer = _LONGER.match(quote.string, quote.end() + len(follower))
    follower += longer.group() if longer else ""
    if _no_scenario(inner, follower, quote.string[quote.end() + len(follower) :][:4]):
        return None
    if (
        _NUMBER_SERIES.match(inner)
        or _SERIES.fullmatch(inner)
        or (inner.endswith("+") and not re.search("平台|系统|服务", follower))
    ):
        return None
    version = re.match(r"\d(?:\.\d)?", follower)
    if inner.endswith("+") and re.search("平台|系统|服务", follower):  # “互联网+”智慧健康服务平台
        return Mention("Scenario", clean(inner + follower), quote.start(), quote.end() + len(follower), "quoted.core", 0.8)
    if _TROUBLE.search(inner) and longer is None and re.search("应用|平台|系统|小程序|场景|服务$", follower):
        return Mention("Scenario", clean(inner + follower), quote.start(), quote.end() + len(follower), "quoted.core", 0.8)
    whole = clean(inner + (version.group() if version else ""))
    behind = quote.string[quote.end() + len(follower) :][:4]
    named = re.search("(?:平台|系统|小程序|APP|场景|专区)$", follower)
    weak = (
        not named
        and re.search(r"^(?:成为|落地|上线|品牌|项目|功能|服务)|(?:建设|项目|功能|服务)$", follower)
        and not re.match("平台|系统|小程序|APP", behind)
    )
    sure = 0.6 if weak else 0.85
    put_to_use = _PUT_TO_USE.search(quote.string[max(quote.start() - 8, 0) : quote.start()]) and not _IDIOM.search(inner)
    if re.match(r"^[\u4e00-\u9fff]{4}$", inner) and sure < 0.8 and not (DIGITAL.search(inner) or put_to_use):
        return None
    said = (
        _SAID_OF_IT.fullmatch(follower)
        or _DOES_SOMETHING.match(follower)
        or (follower.endswith("建设") and _ITS_OUTCOME.match(behind))
    )
    names = (clean(inner),) if said else (clean(inner), clean(inner + follower))
    aliases = tuple(dict.fromkeys(n for n in names if n != whole))
    return Mention(
        "Scenario",
        whole,
        quote.start(),
        quote.end() + (version.end() if version else 0),
        "quoted.followed-weakly" if weak else "quoted.followed",
        sure,
        aliases,
    )
