"""The place that a firm came to: 甲公司入驻丙园, 落户丙园的甲公司, 甲公司（丙园）."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.mentions.names import NOT
from graph.reading.relations.behind_dash import is_described, undescribed
from graph.reading.relations.came_before import ARRIVES, HOSTS, came_before, is_of_the_next
from graph.reading.relations.ceremonies import firm_on_its_ground
from graph.reading.relations.not_itself import others_are_there
from graph.reading.relations.scene import MASK, ROW, Group, Pair, Scene
from graph.reading.relations.side_rows import behind_rows
from graph.reading.relations.tenants import tenant_of
from graph.reading.relations.turns import respectively

__all__ = ["arrived", "came_to"]

#: Behind a firm: X入驻Y, X等企业已先后落户Y, X位于Y.
_ARRIVED = re.compile(
    rf"[^，。；：]{{0,90}}?(?:，(?:现|已|均|目前|先后|也|并|又|整体|全部|成功|分别|陆续|最终|最后|办公室|总部|该公司|公司|该企业|企业|该?项目(?:一期|总部)?|其总部|公司总部|其[^，。；：在于已的{MASK}]{{0,8}}(?:总部|基地|工厂|研发中心|中心)|将|拟|即将|计划|预计|将于[^，。；]{{1,8}}|前年|去年|今年|随后|后来|后(?:又|于|再)?|并于|又于|则|明年|[一二三四]季度|[上下]半年|年底前?|年内|这家|一家|(?>[\d年月]{{2,8}})){{0,6}}(?:把[^，。；：]{{0,14}})?)?{ARRIVES}(?:了|于|在|到|至|进)?[^，。；：{MASK}]{{0,4}}$|[^，。；：]{{0,16}}?(?:，)?(?:总部)?(?:就在|位于|坐落于?|地处|设在|设于)$"
)
#: Behind firms that are spoken of together: 甲、乙获评龙头企业，两家企业都在丙园.
_ALL_IN = re.compile(
    rf"[^。；：]{{0,120}}，(?:[两二三四五六七八九十几\d]{{1,3}}家|上述|以上|这些|它们)(?:龙头|骨干|上市)?(?:企业|公司|单位)?(?:现|目前)?(?:都|均|全部|也)(?:位于|坐落于?|地处|设在|在|{ARRIVES})(?:了|于|在)?"
    # 上游有甲，下游有乙，均布局在丙园
    rf"|[^。；：]{{0,120}}有[“]?{MASK}[{ROW}]*(?:等[^，。；：]{{0,8}})?，(?:都|均|全部|悉数)(?:已|设)?(?:位于|坐落[于在]|地处|设在|布局[于在]|集中[于在]|{ARRIVES}(?:于|在)?)"
    rf"|(?:等[^，。；：]{{0,8}})?，(?:都|均|全部|悉数)(?:已|设)?(?:位于|坐落[于在]|地处|设在|布局[于在]|集中[于在]|{ARRIVES}(?:于|在)?)"
)
#: Behind a firm, where a verb of growing or settling stands behind the place: X在Y成长壮大, X在高新区Y投产.
_AT = re.compile(
    r"[^，。；：]{0,60}?(?:，(?:目前|现|如今|已经|已|都|均|现已|陆续)*)?(?:在|于|到|向)(?:[该本此]|(?:高新|经开|开发|新|示范|商务)区)?$"
)
#: Right behind a firm, or those listed with it: 甲科技虽在丙园, 甲科技总部仍在丙园, 甲科技（总部在丙市）.
_RIGHT_AT = re.compile(
    r"(?:(?:[”]?（(?=总部)|的)?[^，。；：（在■]{0,4}(?:总部|厂区|厂房|工厂|办公室|研发中心|生产基地))?(?:虽|就|也|都|均|已|现|目前|仍然?)*在$"
)
#: 在丙园快速, 在丁地: between a place and such a verb.
_SETTLES_HOW = (
    "(?:等地|一带|之?内|里|上|[^，。；：的与和]{1,6}区)?"
    "(?:早日|尽快|快速|不断|逐步|加快|加速|稳步|积极|顺利|先后|陆续|相继|已|均|也|都|还|正|抓紧|加紧|全力|有序|先期|分别|正式)*(?:完成)?"
)
#: What a firm does where it is, as words and where a word alone would say too much.
_SETTLES = "|".join(
    (
        alternation("settling_verbs"),
        "开展(?:研发|生产|经营|总装|组装|试飞|研制|制造|试制)",
        "形成(?:了)?(?:[^，。；：]{0,20}?的)?(?:完整)?(?:产业)?(?:集群|集聚|规模|链条|布局|产业链|全链|闭环|配套)",
        r"[A-Z\d]{1,2}[栋幢座]",
        r"(?:运营|办公|经营)(?:了|已)?(?:[\d一二两三四五六七八九十近]+[余多]?|多|数)年(?!来?的)",
        "(?:找到|落实|解决)了?(?:(?!骑手|休息|机房|停车)[^，。；：]){0,8}(?:办公|用房|场地|厂房)",
        "设(?=[^想法计立有置施备定点厂]|置了?)",
        "建(?=[^议成有设厂筑立造]{0,8}?(?:[一二三四]期|[线仓厂]))",
        "用(?:了?不到|了)?[^，。；、]{1,6}?(?:时间)?(?:由[^，。；]{1,10})?(?:成长|发展)",
    )
)
#: 在丙园的工厂, 在丁镇有两座厂房.
_ITS_WORKS = (
    "(?:的|有)(?:一?[个座处家])?[^，。；：■]{0,8}?"
    "(?:工厂|厂房|厂区|基地|总部|办公室|车间|产线|生产线|分部|门店|研发中心|[厂线店仓])(?=[，。；、已正于开投专生的用改扩升技]|$)"
)
#: Behind 在 and a place; the last: that nothing more is said.
_SETTLED = re.compile(f"{_SETTLES_HOW}(?:{_SETTLES})|{_ITS_WORKS}|(?:之?内|里)?(?=[，。；）]|$)")
#: 在丙社区安装门禁, 在丁街道开设“戊食堂”: what a firm does there for others, and no seat of its own.
_INSTALLS = re.compile(
    r"(?![^，。；：]{0,28}(?:总部|研发中心|事业部|厂房|工厂|车间|产线|生产线|(?:生产|产业|制造)基地))"
    rf"[^，。；：{MASK}]{{0,8}}?(?:建设|建成|建有|设立|设有|设置?了?|(?<!正在)安装(?!设备)|开设|开办|新建|兴建)(?:了)?[^，。；：{MASK}]{{0,8}}?(?:[“]?{MASK}|“|(?:基站|[充换]电[桩站柜棚点]|[超快]充站|储能站|加氢站|示范站|停车[场楼]|首末站|公交站|站台|场站|泊位|回收[站屋点箱柜]|垃圾[屋房亭]|自提[点柜]|快递柜|智能柜|售卖机|门禁|摄像头|探头|设备|系统|平台|网络|专网|专线|光缆|管网|路灯|杆|岗亭|服务[点站]|驿站|食堂|站点|网点|设施|起降(?:枢纽|点|场|平台)|课堂|讲堂|窗口|专窗|专柜|联络[点站]|展位|专区)(?!总部|公司))"
)
#: 甲公司成立于2015年，主要从事芯片设计，2021年入驻丙园: behind a firm that a sentence tells of, who it is, and that it came since.
_WHO_IT_IS = re.compile(
    r"[”]?(?:（[^）]{0,24}）)?(?:公司)?(?:于?(?>[\d年月日]{2,12})(?:正式)?)?(?:成立|创立|创办|创建|始创|注册|组建|是|为|系|主要|主营|专注|专业|专门|从事|致力|深耕|拥有|现有|由)[^。；：]{0,90}$"
)
_CAME_SINCE = re.compile(
    rf"(?:于?(?>[\d年月日]{{2,12}})(?:底|初|[上下]半年)?|前年|去年|今年|近年来?|现|已|目前|随后|后来|其后|后|又|再|并|正式|总部|公司|该公司|整体|明年|将|拟|即将|计划|预计){{1,5}}(?:把[^，。；：]{{0,14}})?{ARRIVES}(?:了|于|在|到|至|进)?[^，。；：{MASK}]{{0,4}}"
)
#: 围绕甲公司，在丙园集聚上下游企业: around the firm that others follow, and behind the place; who gathers there are the others.
_IS_FOLLOWED = re.compile(rf"(?:围绕|以|依托|借助|发挥|聚焦|紧扣|凭借|借力)(?:[^，。；：{MASK}]{{0,12}}|[{ROW}]*)[“]?$")
_OTHERS_GATHER = re.compile(
    r"(?:之?内|里)?(?:先后|已|陆续|逐步|加快|重点|集中|规划)*(?:集聚|聚集|汇聚|引进|引入|招引|布局|落地|形成|吸引)(?:了|起)?[^，。；、]{0,6}?(?:上下游|配套|产业链|关联|链上|供应链)[^，。；、]{0,6}?(?:企业|项目|厂商|供应商)"
)
#: How far behind a firm, in characters, the place may stand that it arrived at.
_REACH = 200


def arrived(scene: Scene, firm: Pair) -> list[Pair]:
    """Every place that a sentence says a firm came to: in brackets behind it, before it, or behind a verb of arrival."""
    return [
        *came_before(scene, firm),
        *tenant_of(scene, firm),
        *respectively(scene, firm, came_to(scene, firm)),
    ]


#: 甲公司尚未落户丙园, 放弃入驻丙园, 曾入驻丙园.
_HAS_NOT = re.compile(rf"(?:{NOT}|曾)(?:能|曾|正式)?{ARRIVES}")


#: 甲集团引导40家机构入驻丙园, 带动上下游企业落户丁园: who comes is not who brings them.
_BRINGS = re.compile(
    rf"[{ROW}]*(?:公司|集团|等[^，。；：]{{0,6}})?[^，。；：{MASK}家的]{{0,8}}?(?:引导|推动|吸引|协助|帮助|支持|促成|带动|组织|引荐|介绍|邀请|引进|引入|招引|引来|助力|服务|招募|辅导)了?"
    r"(?:[近超约]?[\d一二三四五六七八九十百千]+(?:余|多)?[家个]|一大?批|多[家个]|众多|更多|上下游|产业链|配套|相关|优质|知名|头部|其他|同类|合作|生态|客户|会员)"
    rf"[^，。；：{MASK}]{{0,14}}?(?:企业|机构|公司|商户|团队|品牌|单位|项目|伙伴)[^，。；：{MASK}]{{0,6}}?{ARRIVES}"
)


#: 甲集团总裁提议，在丙园兴建乙中心: what one of them wishes for there.
_WISHES = re.compile(r"[^，。；：]{0,16}(?:提议|建议|希望|呼吁|倡议)，?在")


#: 我区与甲公司合作，在丙园建设算力中心: around the firm with which an office builds something there.
_OFFICE_WITH = re.compile(
    rf"(?:^|[，；：])(?:我[区县市州局委办院们]|[^，。；：{MASK}]{{0,10}}(?:局|委|办|管委会|政府|街道|镇))?(?:也|还|又|已|先后|积极|主动)*(?:与|同|联合|携手|会同)[“]?(?:{MASK}[{ROW}]*)?$"
)
_TOGETHER = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,8}})?(?:公司|集团|企业)?(?:达成|开展|进行|签约)?(?:战略|深度|校企|政企)?(?:合作|协作|联手|携手|共同|联合)?，?(?:共同|联合)?在(?![^。；]{{0,40}}(?:总部|(?:生产|制造)基地|工厂|产线|[分子]公司|研发机构|研究院|(?:研发|运营|结算|客服)中心|落户))"
)


def came_to(scene: Scene, firm: Pair) -> list[Pair]:
    """The places behind a firm that a verb of arrival leads to, or that stand between 在 and a verb of settling."""
    end = left = firm[0].end
    if _TOGETHER.match(scene.between(end, scene.end)) and _OFFICE_WITH.search(scene.between(scene.start, firm[0].start)):
        return []
    for group in scene.groups_behind(end, _REACH):
        places = [p for p in group.of(HOSTS) if p[1] is not firm[1]]
        gap = undescribed(scene.between(end, group.start))
        if _in_the_brackets_of_another(gap) or is_described(scene, group):
            continue
        if not places or is_of_the_next(scene, group) or (_BOUGHT.match(gap) and scene.text[group.end : group.end + 1] == "的"):
            continue
        if others_are_there(scene.between(scene.start, firm[0].start), gap, scene.between(group.end, scene.end)):
            return []
        listed = behind_rows(scene.between(scene.start, firm[0].start), gap)
        if _WAS_AT.fullmatch(listed) and _MOVED_ON.match(scene.between(group.end, scene.end)):
            left = group.end
            continue
        if _HAS_NOT.search(scene.between(left, group.start)) or _BRINGS.match(listed) or _WISHES.fullmatch(gap):
            return []
        behind = scene.between(group.end, scene.end)
        if "，" in gap and _OTHERS_GATHER.match(behind) and _IS_FOLLOWED.search(scene.between(scene.start, firm[0].start)):
            return []
        settled = None if _INSTALLS.match(behind) else _SETTLED.match(behind)
        if settled and "，" in gap and _has_its_own(scene, settled, group.end + settled.end()):
            continue  # 在甲园集聚丙，在乙园集聚丁: the second park has firms of its own
        if (
            _ALL_IN.fullmatch(gap)
            or _came_since(scene, firm, gap)
            or (_ARRIVED.fullmatch(listed) and not re.search("[。；：]", gap))
            or (_FROM.fullmatch(listed) and _GREW.match(behind))
            or (_BY.fullmatch(listed) and _TOOK_IN.match(behind))
            or (_WITH.fullmatch(listed) and _SIGNS_IN.match(behind))
            or _GATHER_AT.fullmatch(listed)
            or firm_on_its_ground(listed, behind)
            or (len(places) == 1 and _MOSTLY_AT.fullmatch(listed) and _THERE_ENDS.match(behind))
            or (_WHERE_IT_IS.fullmatch(gap) and places[0][1].type in ("Carrier", "District", "Subdistrict"))
            or (settled and (_RIGHT_AT if not settled.group() else _AT).fullmatch(listed))
        ):
            return [*places, *_seated_too(scene, firm, group)]
    return []


#: 集聚了一批企业: a verb that no single firm does of itself, and what is behind it; their names need not be known.
_GATHER = ("集聚", "聚集", "汇聚")
_OF_OTHERS = re.compile("了?(?=[^，。；）、发成于在])")


def _has_its_own(scene: Scene, settled: re.Match[str], end: int) -> bool:
    """Whether the verb behind a place, which ends here, has other firms for its object."""
    named = any(m.start in _object_at(end) for m, _ in scene.of("Enterprise"))
    return named or bool(settled.group().endswith(_GATHER) and _OF_OTHERS.match(scene.text, end))


def _came_since(scene: Scene, firm: Pair, gap: str) -> bool:
    """Whether a sentence that tells who a firm is says in a later part that it came to the place behind, and names no other until then."""
    who, comma, came = gap.rpartition("，")
    if not comma or not _WHO_IT_IS.match(who) or not _CAME_SINCE.fullmatch(came):
        return False
    end = firm[0].end + len(who)
    return not any(firm[0].end <= m.start < end and k is not firm[1] for m, k in scene.of("Enterprise", *HOSTS))


#: 甲、乙（位于丙园）、丁: between the first and the place in brackets behind the second.
_ANOTHERS_BRACKET = re.compile(rf".*{MASK}[”]?（[^）]*$")


def _in_the_brackets_of_another(gap: str) -> bool:
    """Whether a place stands in brackets that open behind another name."""
    return bool(_ANOTHERS_BRACKET.match(gap))


def _object_at(end: int) -> range:
    """Where what a verb has for its object may begin, right behind the verb: 集聚甲, 集聚了甲, 集聚了“甲”."""
    return range(end, end + 3)


#: 甲公司注册地在丙区，实际办公在丁园: between the place that a firm came to and another one of its own.
_SEATED_TOO = re.compile(
    rf"，(?:其|但|而)?(?:实际|主要|目前|现)*(?:办公|经营|生产|总部|研发|制造|工厂|厂房|基地|运营)(?:地址?|地点|中心|基地|场所)?(?:则|现|目前|也|就|均)*(?:(?:设|位|落|坐落)?[在于]|{ARRIVES}(?:于|在|到|至)?)$"
)


def _seated_too(scene: Scene, firm: Pair, first: Group) -> list[Pair]:
    """The places of the next group, where the words between say that the same firm works there."""
    group = next((g for g in scene.groups if g.start >= first.end), None)
    if group is None or not _SEATED_TOO.fullmatch(scene.between(first.end, group.start)):
        return []
    return [p for p in group.of(HOSTS) if p[1] is not firm[1]]


#: 甲公司原在丙园办公，去年已整体迁至丁区: where it is no more.
_WAS_AT = re.compile("(?:原本?|原先|此前|过去|曾经?|最初|早年)(?:就)?(?:在|位于|设在|落户|入驻|租用)$")
_MOVED_ON = re.compile("[^，。；]{0,12}，(?:[^。；]{0,24}，)?[^，。；]{0,14}?(?:迁|搬)(?:至|到|往|入|进)")
#: 甲公司收购了位于丙园的乙: it is the other that is there, whether it is known or not.
_BOUGHT = re.compile(
    "[^，。；：]{0,12}?(?:收购|并购|兼并|控股|参股|入股|投资|走访|服务|采购)(?:了|过)?[^，。；：]{0,8}(?:位于|落户|入驻|在|于)$"
)
#: 甲公司从丙园走出来.
_FROM = re.compile("[^，。；：]{0,12}?(?:从|自|由)$")
_GREW = re.compile("[^，。；：]{0,4}?(?:走出|走向|起步|起家|毕业|成长|孵化|出发)")


#: 甲等15家企业与丙园进行入驻签约: with which park a firm signs to come.
_WITH = re.compile("(?:等[^，。；：]{0,10}(?:企业|公司|项目|机构))?(?:分别|正式|成功|现场|已)*与$")
_SIGNS_IN = re.compile(
    "[”]?(?:管委会|园区|公司)?(?:正式|成功|现场)*(?:进行|签订|签署|达成|举行|办理)?了?(?:集中)?(?:入驻|落户|入园)[^，。；：]{0,6}(?:签约|协议|合同|意向)"
)
#: 甲、乙等数十家龙头企业汇聚丙园.
_GATHER_AT = re.compile(
    "等[^，。；：]{0,20}(?:企业|公司|机构|团队|商户)(?:纷纷|相继|先后|陆续|已|也)*(?:汇聚|集聚|聚集|汇集|扎堆|云集)(?:于|在|到)?[“]?"
)
#: 甲、乙等企业主要集中在丁街道。: not 集中在丙园签约, which is done there once.
_MOSTLY_AT = re.compile("等[^，。；：的]{0,20}(?:企业|公司)(?:主要|大多|均|都|已)*(?:集中|分布)(?:于|在|到)[“]?")
_THERE_ENDS = re.compile("[”]?(?:之?内|里|一带|区域)?(?:[，。；]|$)")
#: 甲公司所在的丙园, 企业（如甲公司）所在的丁区.
_WHERE_IT_IS = re.compile("[”]?）?所(?:在|处)的?[“]?")
#: 甲公司由丙园引进.
_BY = re.compile("[^，。；：]{0,12}?(?:由|被)$")
_TOOK_IN = re.compile("[^，。；：]{0,4}?(?:引进|引入|招引|孵化|培育)")
