"""What a reply only repeats of the proposal, or speaks of: that tells nothing of where a scenario is run."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.reading.relations.scene import Scene
from graph.reading.status import is_answered, is_taken_up
from graph.records import Mention

__all__ = ["OUR_PLACE", "is_only_said", "is_where_asked"]

#: What the proposal says, which the reply only repeats.
_PROPOSED = re.compile(
    r"^建议[一二三四五六七八九十\d]{1,2}[：，、“]|(?:您|你们|您们|贵[委组会党])[^，。；]{0,12}(?:提出|建议|提到|提及|关心|关注|写|介绍|列举|引用|分析|描述)|^(?:您|你们|委员|代表|提案)[^，。；]{0,4}建议[^。；]{0,40}$|(?:^|[，；])(?:委员|代表|提案|建议|议案)(?:们|人|者)?(?:中|里|所|还|也|希望|呼吁)*(?:提出|列|提到|提及|列举|建议)[^，。；]{0,24}$|(?:^|[，；])(?:委员|代表|提案|建议|议案)(?:们|人|者)?(?:中|里|还|也)*(?:指出|认为|反映|谈到|担心|分析)(?:的|了)?[^。；]{0,24}$|(?:^|[，；])(?:委员|代表|提案人)们?关于[^，。；]{0,16}$|[“”]?(?:的|之)?(?:建议|提案|议案)[^，。；]{0,6}(?:收悉|收到|已收)|^关于[^，。；]*(?:答复|复函|回复)"
)
_WANTED = re.compile(r"[”]?[^，。；]{0,16}?的(?:建议|提案|议案|问题)")


def is_where_asked(scene: Scene, mention: Mention) -> bool:
    """Whether the places before a scenario are those where the proposal wants it: 您建议在甲园设立乙，我区已在丙街道试点."""
    before = scene.between(scene.start, mention.start)
    proposed = _PROPOSED.search(before)
    return (
        proposed is not None
        and not _ANSWERED.search(before, proposed.end())
        and is_answered(scene.between(mention.end, scene.end))
    )


#: 12345热线: what is nearly always named only for the calls that it takes.
_HOTLINE = re.compile("12345(?:(?:政务|市民|便民)?(?:服务)?热线|平台)?")
_CALLED = re.compile("(?:拨打|通过|来自|从|由|占|与|在|据|对)[“]?$")
_ITS_CALLS = re.compile("[”]?(?:平台|热线)?(?:的情况|的?(?:智能派单|投诉|诉求|工单|来电|反映|数据显示|受理量|话务)|不互通)")
#: （一）关于建设全市统一的甲。: before and behind what a heading repeats of the proposal.
_ON_WANTING = re.compile(
    r"(?:第?[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．，是]{0,2})?(?:关于[“]?(?:在?全[市区县省])?|“在全[市区县省])"
    "(?:加快|推进|推动)?(?:建设|建立|开发|打造|推广|推行|搭建|开通|设立|开设)[^，。；：]{0,14}[“]?"
)
_ONLY_HEADED = re.compile("[”]{0,2}(?:的?(?:建议|问题|意见|事项))?(?:[。：；]|$|，(?:我们的意见|经研究|目前尚|暂))")
#: “甲”一类项目的共性问题: what is said of all that are like it.
_OF_A_KIND = re.compile("[”]?(?:这|等|此)?一?类(?:项目|平台|应用|系统|场景|服务)的?(?:共性|普遍|共同|通病|难点|问题|痛点)")


#: “甲”的评价办法, “甲”建设标准, “甲”投诉情况, “甲”涉及的牌照: what is spoken of is not the service.
_ONLY_ABOUT = re.compile(
    "[”]?(?:等[^，。；]{0,4}?)?(?:建设|服务|运营|改造)?的?(?:运营|建设|服务|技术|安全|准入|收费)?"
    "(?:成本|费用(?!查询|结算)|标准(?!化)|评价办法|评价标准|评价体系|规范(?![化了])|牌照|资质|投诉|权属|研讨|收费(?!系统|平台)|基础(?=还|较|不|薄|相对))"
    "|[”]?(?:共)?(?:划?分为|分成)[^，。；]{0,8}[个级类种]"
    "|[”]?的[^，。；]{0,24}?(?:都|均|也)?(?:有|作出|提出)了?(?:明确|具体|相应)?要求|[”]?[^，。；]{0,10}?(?:缺少|缺乏|没有)[^，。；]{0,8}标准"
    "|[”]?的?(?:管理|审批|使用|数据)权限|[”]?改革对[^，。；]{2,20}提出|[^。；]{0,40}?(?:不作安排|暂不(?:开行|安排|统一推广|实施|建设|开通|考虑)|尚无资金)"
    "|[”]?(?:还|也|主要)?(?:涉及|牵涉|有赖于|取决于)|[”]?(?:的?(?:建设|运营|实施|推广))?对[^，。；]{2,20}?(?:要求|依赖)(?:较|很|更|比较|非常|都)?(?:高|严|强|大)"
    "|[”]?(?:的?建设|发展)?(?:提供|创造|奠定)了?[^，。；]{0,8}(?:条件|基础|空间)，[^。；]{0,12}(?:是否|能否|可否)|[”]?[^，。；]{0,16}，(?:目前)?(?:是否|能否|可否)[^，。；]{0,10}，[^。；]{0,16}(?:论证|研究|评估|商定)"
)
#: 希望“甲”能够进入更多医院, 了解“甲”: what somebody wishes or asks about.
_ONLY_HOPED = re.compile(
    "(?:反映的|希望|(?:商家|企业|居民|群众|市民|网友)反映|期待|盼望|呼吁|了解|询问|咨询|提及|热议)(?:将|把|对|到)?[“]?$"
)


#: The replying place, as it calls itself.
OUR_PLACE = re.compile("我[区县市省]")


@lru_cache(maxsize=16)
def is_only_said(scene: Scene, mention: Mention) -> bool:
    """Whether a sentence only repeats what the proposal says of a scenario."""
    before, behind = scene.between(scene.start, mention.start), scene.between(mention.end, scene.end)
    if _OF_A_KIND.match(behind) or _ONLY_ABOUT.match(behind) or _ONLY_HOPED.search(before):
        return True
    if _AN_EXAMPLE.search(before) or _is_only_called(mention, before, behind):
        return True
    if _ON_WANTING.fullmatch(before) and _ONLY_HEADED.match(behind):
        return True
    if _THE_PROPOSAL_FOR.search(before) and _IS_GOOD.match(behind):
        return True
    proposed = _PROPOSED.search(before)
    if is_answered(behind) or OUR_PLACE.search(before) or (proposed and _ANSWERED.search(before, proposed.end())):
        return False
    asked = proposed is not None and not _is_answered_later(scene, mention, scene.start + proposed.end())
    # 您建议在甲镇开通“乙”，我局已采纳; where no place is asked for, that it is taken up says of none.
    at_a_place = any(group.end <= mention.start for group in scene.groups)
    asked = asked and not (
        at_a_place and is_taken_up(scene.text[scene.start : mention.start], scene.text[mention.end : scene.end])
    )
    return asked or (proposed is None and bool(_WANTED.match(behind)))


def _is_answered_later(scene: Scene, mention: Mention, proposed: int) -> bool:
    """Whether a clause behind what the proposal says has a subject of its own: 您建议甲，市丙局正在试点乙; 您建议甲，“乙”软件已经成熟."""
    start, _ = scene.clause(mention.start)
    if start <= proposed:
        return False
    office = any(m.start == start for m, _ in scene.of("Organisation"))
    lead = scene.between(start, mention.start)
    itself = lead in ("", "“") and _SAYS_OF_IT.match(scene.between(mention.end, scene.end))
    return office or bool(itself) or bool(_ITS_OWN_REASON.match(lead))


#: Behind a service with which a clause begins, what is said of it.
_SAYS_OF_IT = re.compile("[”]?(?:等)?(?:停车)?(?:软件|平台|系统|小程序|APP|应用|服务)?(?:目前|现|已经|已|由|只|比较|仍)")
#: With which a clause begins that says why the reply does as it does.
_ITS_OWN_REASON = re.compile("由[“]?$|考虑到")


def _is_only_called(mention: Mention, before: str, behind: str) -> bool:
    """Whether a sentence names the citizens' hotline only for the calls that it takes."""
    return bool(_HOTLINE.fullmatch(mention.name) and (_CALLED.search(before) or _ITS_CALLS.match(behind)))


#: 各业务条线的事项（如：甲热线）: what is only an example.
_AN_EXAMPLE = re.compile("（(?:如|例如|比如)：?[^（）]{0,40}$")
#: 该提案对我市甲创建工作提出了很好的建议: around what the proposal is praised for.
_THE_PROPOSAL_FOR = re.compile("(?:提案|建议|议案)(?:中)?对(?:于)?[^，。；：]{0,16}$")
_IS_GOOD = re.compile("[^，。；：]{0,24}?(?:提出了?|具有|很有|有着|是)[^，。；：]{0,16}(?:建议|意见|意义|价值|作用|帮助)")
#: In a clause behind what the proposal says, where the reply says what is done: 您建议甲，拟在乙社区试点丙.
_ANSWERED = re.compile("，[^，。；]{0,12}?(?:我们|我[局委办]|拟|已|计划|今年|目前|将)")
