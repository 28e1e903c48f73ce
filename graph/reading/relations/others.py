"""Places of which a sentence only tells who made a service, who helped with it, or who did as they do: the service is another's."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.masks import MASK, ROW
from graph.reading.status.verbs import KIND

__all__ = ["is_of_others"]

_MAKER, _MADE, _RUNNING = (alternation("service_matters", kind) for kind in ("maker", "made", "running"))

#: 丙园企业乙公司, 丙街道大学生; not 丙街道联合企业.
_ONE = rf"(?![^，。；]{{0,6}}(?:联合|携手|会同|引入|引进|委托|组织|指导|帮助|(?<!参)与|和|同))[”]?(?:的|内的?|辖区内?的?|区内)?[^，。；：{MASK}在对]{{0,6}}?(?:{_MAKER})(?!志愿|党员|干部)(?:[“”{MASK}]+|[^，。；：为向给在{MASK}]{{0,10}}?)(?:等[^，。；：{MASK}]{{0,4}})?"
#: 丙园企业承建了“甲”, 丙街道大学生设计的“甲”.
_WHO_MADE = re.compile(
    rf"{_ONE}(?:已|先后|积极|成功|联合|自主|共同|曾|还)*(?:{_MADE})(?:了|的|过|并[^，。；：{MASK}]{{0,4}})?[^，。；：]{{0,20}}"
)
#: 丙园的乙公司为丁市打造“甲”.
_FOR_OTHERS = re.compile(
    rf"(?:{_ONE}|[”]?的[“]?(?:{MASK}+|[^，。；：的为向给在{MASK}]{{2,10}}(?=(?:为|向)[“]?{MASK}))[”]?)(?:已|先后|成功|还)*(?:为|向|给|帮助)(?!(?:辖区|园区|广大|周边)?的?(?:居民|群众|老人|老年人|市民|企业|职工|学生|患者|商户|游客))[^，。；：]{{2,20}}?(?:打造|提供|建设|开发|研发|定制|承建|推出)了?[^，。；：{MASK}]{{0,6}}[“]?"
)
#: 入驻丙园的乙公司开发了“甲”.
_SETTLED = re.compile("(?:位于|来自|落户(?:于|在)?|入驻|进驻|注册(?:于|在)|总部在|设在|扎根)[“]?$")
_WHO_SETTLED = re.compile(
    f"[”]?的(?![^，。；：]{{0,14}}(?:中心|医院|卫生院|学校|服务站))[^，。；：]{{1,20}}?(?:{_MADE})(?:了|的|出)?[^，。；：{MASK}]{{0,6}}[“]?"
)
#: 丙园生产的“甲”.
_GOODS = re.compile("[”]?(?:自主)?(?:生产|制造|出产)的[“]?")
#: 丙园企业参与“甲”试点: what they try themselves.
_TRY_IT = re.compile(f"[”]?{KIND}?的?(?:首批|先行)*(?:试点|试用|测试|应用|使用)")
#: That the service is there too: 已在园内应用.
_HERE_TOO = re.compile("(?:园区|园内|本园|该园|辖区|当地|校内|全校|院内|全院|街道|社区)")
#: 乙公司位于丙园，主营“甲”: before the place, and behind it.
_SEATED = re.compile(
    f"(?:{MASK}|(?:^|[，。；])[^，。；：{MASK}我本在位]{{2,12}})[”]?(?:公司|集团|总部)?(?:自?[^，。；：{MASK}]{{0,6}}?年)?(?:位于|坐落(?:于|在)|落户(?:于|在|到)?|入驻|进驻|注册(?:于|在)|设在|在)[“]?$"
)
_ITS_LINE = re.compile(
    rf"[”]?[^，。；：{MASK}]{{0,12}}，(?:是[^，。；]{{2,16}}，)?(?:先后|主要|已|自主|成功|专业)*(?:主营|经营|生产|研发|研制|从事|专注于?|致力于|其(?!中))[^，。；：{MASK}]{{0,8}}[“]?"
)
#: 丙园集聚了乙等企业，“甲”等产品行销全国.
_GATHERS = re.compile(f"[”]?[^，。；]{{0,6}}?(?:集聚|汇聚|聚集|拥有|引进|培育)[^。；]{{0,40}}，(?:[{ROW}]|{KIND})*")
_GOODS_OF_THEM = re.compile(
    rf"[”]?{KIND}?(?:[、和与及][^，。；、]{{1,18}}){{0,4}}?(?:等[^，。；：]{{0,6}})?(?:产品|成果)(?!试点|应用|推广)"
)
#: 丁街道在丙街道帮助下建成“甲”: behind another place.
_HELPED = re.compile(f"{MASK}[”]?[^，。；：{MASK}]{{0,4}}?(?:在|经|得到|受)[“]?$")
_HELP = re.compile("[”]?的?(?:大力|精心|全力|具体|积极)?(?:帮助|支持|指导|协助|推动|带动|帮扶|援助|启发)之?下")
#: 丁街道到丙街道学习后，引入“甲”.
_WENT = re.compile(f"{MASK}[”]?[^，。；：{MASK}]{{0,6}}?(?:到|赴|前往|去)[“]?$")
_TO_LEARN = re.compile(f"[”]?(?:实地)?(?:学习|考察|参观|取经|观摩)[^，。；：{MASK}]{{0,6}}，")
#: 丙园为“甲”提供了算力支撑; not 场地, which is where it stands.
_FOR_IT = re.compile(rf"[{ROW}]*(?:已|还|积极|主动)*为[“]?")
_GIVES = re.compile(
    f"[”]?{KIND}?(?:的?(?:建设|运行|运营|研发|发展))?提供了?[^，。；{MASK}]{{0,8}}?(?:算力|数据|资金|技术|设备|人才|经费|融资)"
)
#: 丁街道代替丙街道成为“甲”试点.
_IN_ITS_STEAD = re.compile(f"{MASK}[”]?[^，。；：{MASK}]{{0,4}}?(?:代替|取代|替代|接替)了?[“]?$")
#: 设在丙街道的区丁中心负责“甲”运维.
_OFFICE_AT = re.compile("(?:位于|设在|地处|坐落于|坐落在)[“]?$")
_RUNS_IT = re.compile(
    f"[”]?的[^，。；：]{{2,20}}(?<=[局委办心{MASK}])[”]?(?:负责|牵头|统筹|主管|承担|管理|运维)[^，。；：{MASK}]{{0,6}}[“]?"
)


def is_of_others(lead: str, gap: str, tail: str) -> bool:
    """Whether a place before a service only tells who made it, who helps, or where an office is that looks after it.

    Parameters
    ----------
    lead, gap, tail:
        The words before the place, between the two, and behind the service, names masked.
    """
    if _is_made_there(lead, gap, tail):
        return True
    helped = (_HELPED.search(lead) and _HELP.match(gap)) or (_WENT.search(lead) and _TO_LEARN.match(gap))
    gives = _FOR_IT.fullmatch(gap) and _GIVES.match(tail)
    office = _OFFICE_AT.search(lead) and _RUNS_IT.fullmatch(gap)
    return bool(helped or gives or office or _IN_ITS_STEAD.search(lead))


def _is_made_there(lead: str, gap: str, tail: str) -> bool:
    """Whether a place before a service only tells where those are who make it."""
    if _GATHERS.fullmatch(gap) and _GOODS_OF_THEM.match(tail):
        return True
    if _SEATED.search(lead) and _ITS_LINE.fullmatch(gap):
        return True
    made = _WHO_MADE.fullmatch(gap) or _FOR_OTHERS.fullmatch(gap) or _GOODS.fullmatch(gap)
    made = made or (_SETTLED.search(lead) and _WHO_SETTLED.fullmatch(gap))
    return bool(made) and not (_TRY_IT.match(tail) or _is_there_too(tail))


def _is_there_too(tail: str) -> bool:
    """Whether what stands behind a service says that it runs where it was made."""
    told = re.search(f"(?:{_RUNNING})", tail)
    return told is not None and _HERE_TOO.search(tail[: told.end() + 1]) is not None
