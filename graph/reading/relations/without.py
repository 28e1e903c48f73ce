"""Places that stand beside a service and have not got it: it is wished for, refused, left out, ended or once meant there."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.masks import MASK, ROW
from graph.reading.status.verbs import KIND

__all__ = ["is_not_there", "is_without_ahead", "is_without_behind"]

_WISH, _RUNNING = alternation("service_matters", "wish"), alternation("service_matters", "running")
_STOPPED = f"(?:{alternation('times', 'stopped')}|停止|失败|受阻|遇冷|中断)"
_PEOPLE = "(?:居民|群众|商户|市民|业主|家长|村民|企业|职工|师生|老人|代表|网友|游客|患者)"

#: 应居民要求, 围绕群众期盼: by which an office says that it heeds them.
_HEEDS = "应|按照?|根据|针对|响应|顺应|回应|听取|结合|满足|依据|采纳|围绕|收集|征求|聚焦|为"

#: 丙街道居民希望引入“甲”, 丙街道居民多次反映，希望开通“甲”.
_WISHED = re.compile(
    f"[”]?的?(?!{_HEEDS})(?:部分|广大|许多|不少|多位|多名)?[^，。；：{MASK}]{{0,4}}?{_PEOPLE}[^，。；：{MASK}]{{0,10}}?，?(?:也|都|均|多次|强烈|一致|纷纷|曾){{0,3}}"
    f"(?:{_WISH})(?!已久|强烈)[^，。；：{MASK}]{{0,12}}(?<!的)(?<!的“)[“]?"
)
#: 应丙街道居民要求，引入“甲”: before a place whose people are heeded.
_HEEDED = re.compile(f"(?:{_HEEDS})[“]?$")
#: That the reply goes on to say that it is there, or will be.
_ANSWERED = re.compile(
    f"(?<!未)(?:已经?|目前|现|于是|随即|为此|将|拟|计划|，我[局委办区市县们])[^，。；未不没无]{{0,14}}?(?:{_RUNNING}|引入|启动|采纳|推进|列入|纳入|新增|增设|开业)|，(?:街道|镇|社区|我[区市县局])[^，。；未不没无]{{0,6}}(?:安装|建成|开通|上线|启用)了"
)
#: 您在提案中提出，丙街道应尽快上线“甲”: what the proposal says that a place ought to do.
_PROPOSED = re.compile("(?:您|你们|贵委|委员|代表|提案|建议)[^。；]{0,20}?(?:提出|建议|认为|指出|提到|希望)[^。；]{0,20}$")
_OUGHT = re.compile(
    f"[{ROW}]*(?:等[^，。；：{MASK}]{{0,4}})?(?:也|都)?(?:应(?!急|用|对|诉|邀|届)当?|需(?!求)要?|要(?!素|闻|求)|须|宜(?!居)|可(?!视|信|靠|持续|再生|追溯)以?|有必要|亟[需待])[^，。；：{MASK}]{{0,14}}[“]?"
)
_SO = "(?:目前|现|也|均|都|还|仍|暂|尚|至今|则|一直|因[^，。；：■]{1,10}?|由于[^，。；：■]{1,10}?){0,4}"
#: 丙街道未使用“甲”, 丙街道拒绝安装“甲”, 丙街道落选“甲”试点; not 丙街道未雨绸缪, 无人机, 不断.
_HAS_NOT = re.compile(
    rf"[{ROW}]*(?:等[^，。；：{MASK}]{{0,4}})?{_SO}"
    r"(?:未(?!来|雨|成年|必)|没有?(?=[参使安入设建开接上引推])|不(?:适用|适合|使用|参加|参与|接入|愿|同意|需要|采用|设(?![计施备置门限])|再保留)"
    rf"|拒绝|婉拒|放弃(?:引入|建设|使用|安装)|落选|无缘)[^，。；：{MASK}]{{0,8}}(?<!的)(?<!的“)[“]?"
)
#: 丙街道退出了“甲”试点, 丙街道取消了“甲”项目.
_GIVES_UP = re.compile(
    rf"[{ROW}]*(?:[^，。；：{MASK}]{{0,6}}，)?(?:已|均|主动|申请|于[^，。；：{MASK}]{{2,8}}?){{0,4}}(?:退出|撤出|取消|放弃)了?[“]?"
)
_ALL_OF_IT = re.compile(f"[”]?{KIND}?(?:试点|建设|合作|申请|计划|工作)*(?=[，。；]|$)")
#: 丙街道试点“甲”失败, 丙街道的“甲”因经营不善关门, 丙街道一度引入“甲”，但很快停用: behind the service.
_OVER = re.compile(
    rf"[”]?{KIND}?(?:试点|试运行|项目)?(?:已经?|最终|均|全部|因[^，。；：{MASK}]{{1,12}}?|(?:已?被)[^，。；：]{{0,16}}?){{0,3}}(?:失败|叫停|流产|关门|关张|淘汰|取代|替代|夭折|废弃|搁浅|关停)了?(?=[，。；]|$)"
    rf"|[”]?{KIND}?(?:试点|项目)?，(?:但|后|不久)[^，。；：{MASK}]{{0,6}}?{_STOPPED}(?=[，。；]|$)"
)
#: 台账被“甲”取代, 登记由“甲”替代: what it takes the place of.
_BY_IT = re.compile("[被由用以][“]?$")
_AGAIN = re.compile("恢复|重启|重新|重开|复业|改为")
#: 丙街道用“乙”替代了“甲”.
_REPLACED = re.compile("[^，。；：]{0,24}?(?:用|以|由|被)[^，。；：]{1,20}?(?:替代|取代|代替|淘汰)了[“]?")
_NONE = re.compile(rf"[{ROW}]*(?:等[^，。；：{MASK}]{{0,4}})?{_SO}无(?:此类)?[“]?")
#: 未安装“甲”的小区: of some that are in a place where others have it.
_THOSE_THAT = re.compile(
    f"[”]?{KIND}?(?:的(?!(?:建设|试点|条件|范围|名单|覆盖|服务|运行|推广)*(?:条件|范围|名单|计划|需求)?(?=[，。；]|$))|之?前|时)"
)
#: 丙街道申报“甲”试点未成功, 丙街道曾与乙公司洽谈“甲”合作，未达成一致: around the service.
_TRIED_FOR = re.compile(
    rf"[{ROW}]*[^，。；：]{{0,16}}?(?:申报|竞争|竞逐|申请|争取|参评|洽谈|商谈|磋商|接洽|协商)[^，。；：{MASK}]{{0,6}}[“]?"
)
_IN_VAIN = re.compile(
    f"[”]?{KIND}?[^，。；：{MASK}]{{0,8}}?，?(?:最终|但|后)?(?:未(?:能)?(?:成功|通过|获|入选|果|中|达成|谈成|成(?!年))|没有(?:成功|达成|谈成|结果|通过)|失利|失败|落选|落空|破裂)"
)
#: 丙街道原计划上线“甲”，后未实施; 曾拟在丙街道试点“甲”，后改在丁街道: what was meant once, and what became of it.
_ONCE = re.compile(
    "(?:原|曾|本(?![区市县街镇乡局委省级校院月周年季])|起初|最初)(?:[^，。；：■]{0,4}?)(?:计划|拟|打算|考虑|想|定|选址|准备|设想|选)"
)
_NO_MORE = re.compile(
    "[^。；]{0,24}?，[^。；由从]{0,24}?(?:未(?:能)?(?:实施|落地|推进|实现|启动|成(?!年)|果|采纳)|放弃|取消(?=[，。；]|了?该)|搁置|作罢|不可行|不具备|否决|终止|(?:改|调整|变更|转|移)(?:为|至|到|在|设|由|选))"
)
#: 丙街道（“甲”除外), 全区各街道（丙街道除外）均已上线“甲”, “甲”（不含丙街道）: a bracket that leaves the place out.
_LEFT_OUT = re.compile(f"[{ROW}]*(?:等[^，。；：（）]{{0,4}})?(?:除外|以外|之外|未纳入|暂未|尚未)")
_BUT_FOR = re.compile("（(?:不含|不包括|不包含|除)[“]?$")


def is_without_ahead(lead: str, gap: str, tail: str) -> bool:
    """Whether a place before a service is said not to have it, or only to want it.

    Parameters
    ----------
    lead, gap, tail:
        The words before the place, between the two, and behind the service, names masked.
    """
    if _OUGHT.fullmatch(gap) and _PROPOSED.search(lead) and not _ANSWERED.search(tail):
        return True
    if _is_wished(lead, gap, tail) or _is_in_vain(lead, gap, tail):
        return True
    if (_HAS_NOT.fullmatch(gap) or _NONE.fullmatch(gap)) and not _THOSE_THAT.match(tail):
        return True
    if _is_over(gap, tail):
        return True
    return lead.endswith(("（", "（“")) and "）" in gap and _LEFT_OUT.match(gap) is not None


def _is_over(gap: str, tail: str) -> bool:
    """Whether a service was given up at a place, or came to nothing there."""
    given_up = _GIVES_UP.fullmatch(gap) and _ALL_OF_IT.match(tail)
    over = _REPLACED.fullmatch(gap) or (_OVER.match(tail) and "，" not in gap and not _BY_IT.search(gap))
    return bool(given_up or (over and not _AGAIN.search(tail)))


def _is_wished(lead: str, gap: str, tail: str) -> bool:
    """Whether the people of a place only want a service, or do not want it, and the reply says no more of it."""
    return bool(_WISHED.fullmatch(gap)) and not (_HEEDED.search(lead) or _ANSWERED.search(tail))


def _is_in_vain(lead: str, gap: str, tail: str) -> bool:
    """Whether a service was applied for in vain at a place, or meant to come there once."""
    last = f"{lead.rsplit('，', maxsplit=1)[-1]}{MASK}{gap}"
    meant = "，" not in gap and _ONCE.search(last) and _NO_MORE.match(tail)
    return bool(meant or (_TRIED_FOR.fullmatch(gap) and _IN_VAIN.match(tail)))


#: “甲”未覆盖丙街道, “甲”不是在丙园，而是在丁园试点: right before the place.
_NOT_AT = re.compile(
    f"(?:^|[，；])[”]?{KIND}?(?:试点|服务|项目|最终|目前|也|均|都|并|暂|尚)*(?:未(?!来|雨)|不(?:是|设|含|包括|涉及|经过|覆盖|进入|通往)|没有?(?!想)|并非)[^，。；：{MASK}]{{0,6}}[“]?$"
)
#: “甲”未在丙园出现故障.
_HAPPENS = re.compile(f"[{ROW}]*[^，。；：{MASK}]{{0,6}}?(?:出现|发生|造成|收到)")
#: “甲”在丙园试点一年后停止, “甲”在丁园效果不佳已停用: behind the place.
_STOPS = re.compile(
    rf"[{ROW}]*(?![^，。；]{{0,16}}(?:人工|纸质|传统|老旧|原有|现象|检测|自动))[^，。；：{MASK}]{{0,16}}?(?:已|现|后|被|试点|推广|运行|应用|[年月周天]){{0,5}}(?:{_STOPPED}|水土不服)了?(?:运营|运行|使用|服务|试点)?(?=[，。；]|$)"
)
#: “甲”在丙园的试点已结束, “甲”在丙园试点期满，不再续签; not 试点已结束，即将推广.
_EXPIRES = re.compile(
    f"[{ROW}]*的?(?:试点|试运行|运营权?|合作|协议|经营权)(?:工作|协议|期)?(?:已经?|均|于[^，。；：{MASK}]{{2,8}}?){{0,2}}(?:结束|期满|到期)"
    f"(?:(?:，|后)[^，。；：{MASK}]{{0,6}}?(?:不再|未续|未再|{_STOPPED})|(?=[。；]|$))"
)
#: “甲”曾有意落户丙园.
_HAD_A_MIND = re.compile(f"[”]?{KIND}?(?:项目)?曾(?:有意|想|打算|考虑)[^，。；：{MASK}]{{0,6}}[“]?")
#: 丁街道的“甲”受到丙街道关注.
_HEEDED_BY = re.compile("(?:受到|引起|引发|得到|吸引)了?[“]?$")
_HEED = re.compile(f"[{ROW}]*(?:等)?(?!的?(?:广大)?{_PEOPLE})[^，。；：{MASK}]{{0,4}}?(?:关注|瞩目|考察|前来|慕名)")
#: “甲”原定在丙园试点，后调整到丁园; “甲”由丙园迁往丁园.
_LEAVES = re.compile(f"(?:^|，)[”]?{KIND}?(?:试点|项目)?(?:已|将)?(?:从|由)[“]?$")
_MOVES = re.compile(rf"[{ROW}]*(?:迁|搬|移|撤|调整|变更|改)(?:往|至|到|为|离|出|走|在|设)")
_GOES_FROM = re.compile(f"[”]?{KIND}?(?:试点|项目)?(?:已|全部|全面|逐步)*(?:撤出|退出|撤离|离开|迁出|搬离|迁离)了?[“]?")
#: “甲”建在丙园对面.
_OPPOSITE = re.compile("[”]?的?(?:对面|隔壁|斜对面|一墙之隔)(?=[，。；]|$)")
#: 乙街道的“甲”走在丙街道前列: what is only compared.
_RANKS = re.compile("(?:走在|居|位居|优于|高于|领先于?|不如|弱于|相当于|超过)了?[“]?$")


def is_without_behind(lead: str, gap: str, tail: str) -> bool:
    """Whether a place behind a service is said not to have it, or no more; see :func:`is_without_ahead`.

    Parameters
    ----------
    lead, gap, tail:
        The words before the service, between the two, and behind the place, names masked.
    """
    if (
        (is_not_there(gap) and not _HAPPENS.match(tail))
        or _STOPS.match(tail)
        or _GOES_FROM.fullmatch(gap)
        or _BUT_FOR.search(gap)
    ):
        return True
    moved = _LEAVES.search(gap) and _MOVES.match(tail)
    last = lead.rsplit("，", maxsplit=1)[-1] + gap
    meant = _ONCE.search(last) and _NO_MORE.match(tail)
    heeded = _HEEDED_BY.search(gap) and _HEED.match(tail)
    over = _EXPIRES.match(tail) or _HAD_A_MIND.fullmatch(gap)
    return bool(moved or meant or heeded or over or _OPPOSITE.match(tail) or _RANKS.search(gap))


def is_not_there(gap: str) -> bool:
    """Whether the words between a service and a place say that it is not there, though it may be elsewhere in the district."""
    return _NOT_AT.search(gap) is not None
