"""That a firm is not at a place: it has not come, it left, it is only wished for, or it came for a day."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.reading.lexicon import alternation
from graph.reading.mentions.names import NOT
from graph.reading.relations.scene import MASK, ROW, Pair, Scene
from graph.reading.status import is_asked_after

__all__ = ["for_its_service", "has_left", "is_absent", "is_not_at", "might_come"]

_COMES = f"(?:{alternation('cue_verbs', 'arrive')})"
_BRINGS = f"(?:{alternation('cue_verbs', 'host')}|{_COMES}|留住)"
#: Behind one of several firms, up to what is said of them.
_REST = rf"[{ROW}]*(?:等[^，。；：{MASK}]{{0,10}})?(?:公司|集团|企业|项目|总部)?"
#: 尚未引进甲, 没有吸引到甲、乙: before a firm, or one of a row.
_NOT_BROUGHT = re.compile(rf"{NOT}[^，。；：已{MASK}]{{0,8}}{_BRINGS}(?:过|到|来|更多)?[^，。；：已]*$")
#: 缺乏甲、乙等链主企业; 类似甲的企业, 像甲这样的企业.
_LACKED = re.compile(
    rf"(?:{alternation('times', 'lacking')})[^，。；：已、]{{0,14}}[{ROW}]*$|(?:类似|如同|好比|对标|媲美|像)于?[{ROW}]*$"
)
#: 力争引进甲那样的企业: around a firm that is only what is wished for.
_WISHED = re.compile(rf"(?:力争|争取|希望|期待|若能|推动|努力)[^，。；：已]{{0,6}}{_BRINGS}[^，。；：]*$")
_SUCH_AS_IT = re.compile(rf"[{ROW}]*(?:等)?(?:那样|这样|一类|之类)的")
#: Behind a verb of coming: a later clause says that it came.
_CAME = f"[^。；]{{0,24}}(?:已|正式|顺利|最终|后)[^。；，]{{0,6}}(?:{_COMES}|开业|投产)"
#: 如能引进甲, 若甲落户: the whole clause only supposes.
_SUPPOSED = re.compile(rf"^[^，{MASK}]{{0,6}}?(?:{alternation('times', 'if')})|(?:^|，)若[“]?(?:{MASK}[{ROW}]*)?$")
#: 如甲等企业能落户丙园; 甲是否落户丙园: around a firm of which it is asked, or supposed, whether it comes.
_IF = re.compile(rf"(?:^|，)如[“]?(?:{MASK}[{ROW}]*)?$")
_COULD = re.compile(rf"{_REST}[^，。；：{MASK}]{{0,4}}(?:能|可|愿意?|有意)[^，。；：]{{0,8}}{_COMES}")
_WHETHER = re.compile(
    rf"{_REST}(?:是否|能否|可否|会不会|何时)[^，。；：{MASK}]{{0,8}}{_COMES}|{_REST}曾(?:经)?(?:考虑|打算|有意|想过?)[^，。；：{MASK}]{{0,6}}{_COMES}(?!{_CAME})"
)
#: 建议中提到的引进甲、乙等企业，目前暂不具备条件: around a firm that the proposal would like to have, and does not get.
_WOULD_BRING = re.compile(f"(?:关于|对于|建议|提案|提到|提出|所提)[^，。；：已{MASK}]{{0,14}}{_BRINGS}(?!了|过)[^，。；：已]*$")
_NOT_RIPE = re.compile(
    "[^。；]{0,80}?(?:(?:暂|尚|还)时?不(?:具备|成熟)[^，。；]{0,12}(?:条件|，|。|；|$)|(?:条件|时机)(?:还|尚|暂|均|都)*(?:不|未)(?:成熟|具备))"
)
#: 甲公司尚未落户我区: behind a firm that has not come.
_NOT_COMING = re.compile(rf"{_REST}(?:为何|为什么|目前|至今|仍|现|均|都|也|最终)*{NOT}(?:能|正式|实际|真正)?{_COMES}")
#: 甲、乙等品牌采购其原料，但并未在我市设厂: behind firms of which a later clause says that they are not here.
_NOT_HERE = re.compile(
    rf"{_REST}(?:品牌|厂商|企业)?[^。；{MASK}]{{0,24}}?(?:{NOT}|均不|都不|不)(?:再|实际|直接)?在(?:我|本)[区县市](?:境内|内)?"
    "(?:设厂|建厂|设点|落户|布局|注册|投资|办厂|，|。|；|$)"
)
#: 已落户丙园的甲公司与区政府洽谈新项目: before a firm that is there, whatever it talks over.
_ALREADY = re.compile(f"(?:{_COMES}|位于)[^，。；]{{0,4}}{MASK}+[^，。；]{{0,3}}的(?:[^，。；]{{0,6}})$")
#: 甲公司代表商议引进项目落户丙园事宜, 甲公司正与区政府洽谈入驻丙园: behind a firm whose coming is only talked over.
_TALKED_OVER = re.compile(
    rf"{_REST}(?:代表|负责人|团队|方面)?(?:也|均|都|正在?|多次|先后|近期|目前){{0,3}}(?:[与同和][^，。；：]{{2,12}}?)?(?:就[^，。；：]{{0,12}}?)?(?:商议|商谈|洽谈|磋商|协商|探讨)(?!后|成功|达成|并)[^，。；：]{{0,30}}?(?:{_COMES})(?!后|，已)[^，。；：]{{0,16}}(?:事宜|事项|的?可能性?|意向|合作|，|。|；|$)(?!{_CAME})"
    rf"|{_REST}[^，。；：]{{0,14}}?就[^，。；：]{{0,4}}{_COMES}(?!后|过程|期间|以来|的)[^，。；：]{{2,16}}?(?:事宜|事项)[^，。；：]{{0,8}}(?:洽谈|商谈|磋商|协商|沟通|对接)(?!{_CAME})"
)
#: 甲公司入驻丙园的计划已取消.
_CALLED_OFF = re.compile(
    rf"{_REST}[^，。；：]{{0,6}}?{_COMES}[^，。；：]{{0,24}}的?(?:计划|意向|协议|事宜|安排)(?:已|被)*(?:因[^，。；]{{1,10}}?)?(?:已|被)*(?:取消|搁置|终止|作罢|落空)"
)
#: 丙园原计划引进的甲公司，因空域问题未能落地: around a firm that was to be brought.
_WAS_TO_BRING = re.compile(
    f"(?:原计划|原拟|原定|曾计划|曾拟|原本计划|拟|计划)[^，。；：已{MASK}]{{0,6}}{_BRINGS}(?!了|过)[^，。；：已]*$"
)
_CAME_TO_NOTHING = re.compile(
    rf"{_REST}(?:，)?(?:(?:因|由于|受)[^，。；]{{2,24}}?，?)?(?:目前|至今|最终|一直|仍|还|也|均|都)*(?:未能?|没有?|尚未|无法|暂未)(?:如期|按期|顺利|实际|真正|最终)?(?:{_COMES}|签约|到位)"
)
#: 甲公司原计划入驻丙园，后取消.
_MEANT_TO = re.compile(rf"{_REST}(?:原|一度|曾)(?:本|先)?(?:计划|拟|定|打算|准备|有意)[^，。；：]{{0,8}}{_COMES}")
_FELL_THROUGH = re.compile("取消|搁置|终止|放弃|未果|落空|未能|作罢|没有成")
#: 引入甲配送, 引入甲公司提供服务: who is brought in to serve need not come.
_BROUGHT_IN = re.compile(f"(?:引入|引进|引来)了?[{ROW}]*$")
_TO_SERVE = re.compile(
    rf"{_REST}(?:配送|送餐|供餐|代理|提供|参与|开展[^，。；：、]{{0,6}}(?:养老|助餐|物业|保洁|安保|家政|医疗|护理|托育|心理)[^，。；：、]{{0,4}}服务(?=[，。；]|$))"
    # 引进甲公司无人车4台: what it makes comes
    rf"|(?:公司|集团)?的?(?![及和与、]|[^，。；：]{{0,12}}(?:产线|车间|总部|基地|工厂|项目|投资|落户|落地|入驻))[^，。；：、{MASK}\d]{{2,12}}[\d一二两三四五六七八九十百]{{1,4}}余?(?:台|套|辆|架|艘|部)(?=[，。；、]|$)"
    rf"|[{ROW}]*(?:[^，。；：、和]{{2,8}}[、和]){{0,3}}(?:[^，。；：、和]{{2,8}})?等(?:[\d两三四五六七八九十]{{1,2}}家)?(?:金融|投资|保险|担保|社会资本|专业)?机构，?(?:累计|共同|联合|合作|参与|已)*(?:设立|发起|组建|为|提供|发放|授信|投放)"
)
#: Words of time and of degree before what a firm did. What is taken stays taken: figures could be cut in too many ways.
_HOW = r"(?:目前|现|已经?|均|都|也|又|后|全部|陆续|相继|先后|部分|整体|因故|主动|于?[\d年月]{4,8})"
#: 在甲、乙上开店: around firms whose platform is used.
_ON = re.compile(rf"(?:在|通过|借助)[“]?(?:{MASK}[{ROW}]*)?$")
_AS_A_PLATFORM = re.compile(rf"[{ROW}]*(?:等(?:平台|网站|电商平台|短视频平台)?)?上(?!市|海|线|游|下|级)")
#: 其中来自甲公司的22种: what is a firm's, and not where it is.
_FROM_IT = re.compile("(?:来自|源于|出自)[“]?$")
#: 隶属甲公司的线路8条, 隶属于乙集团的丙公司: whose something is; 某区所属甲集团 is the district's.
_BELONGS_TO = re.compile(rf"(?:隶属|归属|从属)于?[“]?(?:{MASK}[{ROW}]*)?$")
_IS_OF = re.compile(rf"(?:^|其中|其余)(?:所?属于?)[“]?(?:{MASK}[{ROW}]*)?$")
#: 隶属甲公司，其总部位于我区; 归属甲公司所在的乙区: where the firm itself is.
_WHERE_IT_IS = re.compile(
    "[”]?(?:总部|注册地)?所在的|，(?:该|其|本)?(?:公司|集团|企业|总部|注册地)[^，。；]{0,4}(?:位于|地处|坐落|注册|设在|落户|入驻)"
)
_OF_ALL = re.compile(rf"[{ROW}]*(?:等[^，。；：、的]{{0,6}})?的")
#: 甲、乙等企业多次来我区考察: who only came to look.
_LOOKED = re.compile(
    rf"{_REST}(?:也|均|都|曾|已|多次|先后|相继|近期|近日|去年|今年|专程|\d+次)*(?:来|赴|到|前来|来到)(?:我[区市县]|本[区市县]|区内|■+|园区|此)?(?:进行)?(?:考察|调研|参观|交流|洽谈|路演|参展|走访)(?!后|，(?:并|已|最终)|[^，。；]{{0,6}}(?:落户|签约|入驻))"
)
#: 甲、乙等企业的产品: what is theirs, and not they.
_THEIR_THING = re.compile(
    rf"[{ROW}]*(?:等(?:[^，。；：为{MASK}]{{0,8}}(?:企业|公司|厂商))?)?的[^，。；、{MASK}]{{0,8}}(?:产品|技术|系统|设备|方案|平台|算法|大?模型|服务|经验|模式|芯片|机器人|车辆|软件|专家|工程师|负责人|代表|技术人员|高管)"
    "(?![^，。；、]{0,10}(?:团队|总部|基地|中心|公司|企业|产业|集群|项目|工厂|产线|生产线|研发))"
)
#: 落户丙园的甲公司的产品: before a firm of which is said where it is.
_SETTLED_AT = re.compile(rf"(?:{_COMES}|在|位于)[^，。；：]{{0,4}}{MASK}+[^，。；：]{{0,4}}的[“]?$")
#: 甲公司已迁往外区, 甲公司从我区搬至丁园.
_LEFT = re.compile(
    rf"{_REST}(?:[^，。；：{MASK}]{{0,12}}，)?(?:{_HOW}|[从由自](?:我[区市县]|本[区市县]|■+)(?:整体|全部)?)*+(?:因[^，。；：]{{1,10}}?)?{_HOW}*+"
    rf"(?:[将把]其?[^，。；：{MASK}]{{0,6}}(?:总部|业务|工厂|基地|注册地|产线|生产线|研发中心|产能)(?:整体|全部|陆续|也|都|已)*)?"
    rf"(?:{alternation('times', 'gone')}|[搬迁]迁?[至到往入](?=[^，。；：]{{0,4}}(?:外[区省市地]|别处|其他)))(?!的|机制|工作|后)"
)
_MOVED = re.compile(
    rf"{_REST}[^，。；：{MASK}]{{0,8}}?(?:[从由自](?:我[区市县]|■+)[^，。；：{MASK}]{{0,4}})?(?:搬|迁|注销|关闭|退)"
)
#: 曾在我区办公的甲, 原位于丙园的乙: before a firm.
_WAS_AT = re.compile(rf"(?:^|，)(?P<once>曾经?|原先?|原本|此前|过去)(?:已|也)?(?:在|{_COMES})[^，。；：]*的[{ROW}]*$")
#: Between a firm and a place where it is not, and behind that place.
_NOT_AT = re.compile(f"(?:{NOT}|不)(?:再|设|落)?(?:在|位于|属于)$")
_NOT_THERE = re.compile(f"(?:目前|至今|均|都|也|仍)*{NOT}")
#: Between a firm and a place that it only came to for a show.
_SHOWS = re.compile("(?:参加|出席|亮相|参展|参会|参赛|路演)[^，。；：]*$")


def might_come(before: str, behind: str) -> bool:
    """Whether the words around a firm only suppose, or ask, whether it comes: 若甲落户, 甲是否落户, 甲曾考虑入驻.

    Parameters
    ----------
    before, behind:
        Those of its clause before it and those of the sentence behind it, names masked.
    """
    return bool(_SUPPOSED.search(before) or _WHETHER.match(behind) or (_IF.search(before) and _COULD.match(behind)))


def is_absent(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence says that a firm is not there: nobody brought it, it is lacked, or its coming is only supposed."""
    start, _ = scene.clause(firm[0].start)
    before, behind = scene.between(start, firm[0].start), scene.between(firm[0].end, scene.end)
    meant = _MEANT_TO.match(behind)
    platform = _ON.search(before) and _AS_A_PLATFORM.match(behind)
    return bool(
        _NOT_BROUGHT.search(before)
        or _LACKED.search(before)
        or might_come(before, behind)
        or (_WISHED.search(before) and _SUCH_AS_IT.match(behind))
        or (_WOULD_BRING.search(before) and _NOT_RIPE.match(behind))
        or _NOT_COMING.match(behind)
        or _NOT_HERE.match(behind)
        or _CALLED_OFF.match(behind)
        or (_TALKED_OVER.match(behind) and not _ALREADY.search(before))
        or _LOOKED.match(behind)
        or platform
        or (_FROM_IT.search(before) and behind.startswith("的"))
        or _only_has(before, behind)
        or is_asked_after(before, behind)
        or (_THEIR_THING.match(behind) and not _SETTLED_AT.search(before))
        or (_BROUGHT_IN.search(before) and _TO_SERVE.match(behind))
        or for_its_service(before, behind, (m.start - firm[0].end for m, _ in scene.of("Scenario", "Product")))
        or (meant and _FELL_THROUGH.search(behind, meant.end()))
        or (_WAS_TO_BRING.search(before) and _CAME_TO_NOTHING.match(behind))
    )


def for_its_service(before: str, behind: str, starts: Iterable[int]) -> bool:
    """Whether a firm is brought only for a service that is its own, or one of a row's: 引入甲公司的乙系统, 引进甲、丁公司的乙系统.

    Parameters
    ----------
    before, behind:
        The words of its clause before it and those of the sentence behind it, names masked.
    starts:
        Where the sentence's services and products begin, offsets into the words behind.
    """
    if not _BROUGHT_IN.search(before) or (its := _OF_ALL.match(behind)) is None or re.search(f"{_COMES}|总部|设立", behind):
        return False
    return any(start - its.end() in _RIGHT_BEHIND for start in starts)


#: Behind 甲公司的 a service begins at once, in quotation marks or not.
_RIGHT_BEHIND = (0, 1)


def _only_has(before: str, behind: str) -> bool:
    """Whether the words around a firm only say that something is its own, wherever that is."""
    if _WHERE_IT_IS.match(behind):
        return False
    return bool(_BELONGS_TO.search(before) or (_IS_OF.search(before) and _OF_ALL.match(behind)))


def has_left(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence says that a firm went away from where it was: 曾在我区办公的甲, 甲已迁往外区."""
    start, _ = scene.clause(firm[0].start)
    behind = scene.between(firm[0].end, scene.end)
    was = _WAS_AT.search(scene.between(start, firm[0].start))
    # 原位于丙园的甲获评龙头企业 may be there still
    return bool(_LEFT.match(behind) or (was and (was["once"].startswith("曾") or _MOVED.match(behind))))


def is_not_at(gap: str, behind: str) -> bool:
    """Whether a firm only came to a place for a show, or is said not to be there: 甲公司参加了在丙区举办的展览, 甲公司在丙区没有设点.

    Parameters
    ----------
    gap:
        The words between the firm and the place.
    behind:
        Those behind the place.
    """
    return bool(_SHOWS.search(gap) or _NOT_AT.search(gap) or _NOT_THERE.match(behind))
