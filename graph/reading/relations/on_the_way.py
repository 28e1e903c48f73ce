"""Whether a firm that a sentence puts at a place is only on its way there: 甲意向入驻丙园, 正在引进乙落户丙园."""

from __future__ import annotations

import re

from graph.reading.relations.masks import MASK, ROW

__all__ = ["is_on_its_way"]

#: The rest of a row of firms.
_REST = rf"[”]?[{ROW}]*(?:等[^，。；、{MASK}]{{0,10}})?(?:公司|集团|企业|项目)?"
_COMES = "(?:入驻|落户|进驻|迁入|搬入|落地|入园)"
#: 甲意向落户丙园, 乙考虑在丙园设立研发中心, 丁正在办理入驻手续: behind a firm.
_NOT_YET = re.compile(
    f"{_REST}(?:(?:已|也|均|都|正|初步|有)?(?:意向(?!明确)|考虑(?!到)|有意愿|打算|承诺)(?:将|在|于)?[^，。；已后]{{0,20}}?(?:{_COMES}|设立|投资|布局)"
    f"|[^，。；{MASK}]{{0,14}}?(?:签订|签署|达成|形成)了?[^，。；]{{0,4}}(?:{_COMES}|投资)[^，。；]{{0,2}}意向(?!书?后|[^。；]*(?:已|正式))"
    f"|(?:目前|现)?正在?(?:抓紧|加快|加紧)?(?:办理|推进|筹备|对接|洽谈)(?![^，。；]{{0,8}}(?:项目|[一二三四]期|产线|企业))[^，。；已]{{0,10}}?{_COMES}(?![^，。；]{{0,20}}的))"
)
#: 正在引进甲落户丙园, 确保乙按期入驻, 欢迎丁入驻: around it.
_WAITED_FOR = re.compile(
    rf"(?:正在?(?:积极|全力|抓紧)?(?:引进|洽谈|招引|争取|促成|邀请)|确保|力促|鼓励|欢迎|催促|(?:将|继续|下一步)[^，。；]{{0,6}}保障)(?!了)[^，。；了已{MASK}]{{0,8}}[“]?(?:{MASK}[{ROW}]*)?$"
)
_TO_COME = re.compile(
    f"{_REST}(?:能够?|尽快|尽早|按期|早日|如期|顺利|年内|正式|前来|来|到我[区市县]){{0,3}}{_COMES}(?!后|以来|了|[^，。；]{{0,20}}(?:后|以来|仪式|的(?:企业|公司|商户))|[^。；]*(?:已|去年|开业|投产|营收|产值|集聚效应))"
)


def is_on_its_way(before: str, behind: str) -> bool:
    """Whether the words around a firm say that it has not come yet.

    Parameters
    ----------
    before, behind:
        Those of the sentence on both sides of it, names masked.
    """
    there = re.search(r"的[^，。；、]{0,6}[“]?$|(?:入驻|龙头|驻园|在园)企业[“]?$", before)
    return bool((_NOT_YET.match(behind) and not there) or (_WAITED_FOR.search(before) and _TO_COME.match(behind)))
