"""That a firm comes or is there, in a sentence that need not say where: 甲、乙等企业先后落户."""

from __future__ import annotations

import re

from graph.reading.relations.came_before import HOSTS
from graph.reading.relations.hosting import RESTED
from graph.reading.relations.of_those import is_of_those
from graph.reading.relations.partners import is_item
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["BROUGHT", "brought", "builds", "comes", "nowhere"]

#: Before firms that a sentence says to have been brought in. What lands is what stands right behind: 落地甲、乙等企业.
BROUGHT = re.compile(
    rf"(?<![景型用果术品策务案点据统台车目])落地了?[“]?(?:{MASK}|$)|签约|引来|引进|招引|引入|落户|入驻|集聚|聚集|汇聚|涌现|(?:现|已|目前|共)有[^，。；]{{0,8}}企业"
)


def _has_behind(scene: Scene, firm: Pair) -> bool:
    """Whether what a firm made is spoken of, and stands behind it: 甲公司的大模型已落地, 引入甲公司“乙”; not “甲”“乙”, which are firms."""
    end = firm[0].end
    quoted = scene.text[end : end + 1] == "“"
    fellow = quoted and any(m.start in (end, end + 1) for m, _ in scene.of("Enterprise"))
    return scene.text[end : end + 1] == "的" or (quoted and not fellow)


def nowhere(scene: Scene, firm: Pair, main: Pair | None = None) -> bool:
    """Whether a sentence names no place that a firm could be at, but for the park that the reply is about."""
    own = main[1] if main is not None else None
    return not [p for g in scene.groups if not is_item(scene, g) for p in g.of(HOSTS) if p[1] is not firm[1] and p[1] is not own]


def comes(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence says that a firm comes or is there, and not where."""
    behind, before = scene.between(firm[0].end, scene.end), scene.between(scene.start, firm[0].start)
    if _has_behind(scene, firm) or _OF_ANOTHER_PLACE.match(behind):
        return False
    came = RESTED.search(behind) or _CAME.match(behind) or _RESIDENT.match(behind) or _FOLLOWED.match(behind)
    came = came or _SINCE.match(behind) or _AT_A_PART.match(behind) or _IS_BUILT.match(behind) or _OF_THOSE.search(before)
    came = came or _BEING_BUILT.match(behind) or (_THERE_ARE.search(before) and _SET_UP.match(behind))
    staged = _is_of_a_stage(scene, before) or is_of_those(scene, firm, ours=False)
    return bool(
        came or staged or BROUGHT.search(_near(before)) or _AMONG_THOSE_BROUGHT.search(before.rstrip(ROW)) or _leads(scene, firm)
    )


#: 丙园已落户企业6家，上游有甲；下游为乙、丁，设备企业有戊: who is there, by what they make.
_BY_STAGE = re.compile(
    rf"(?:其中，?)?(?:(?:产业链)?[上中下]游|[^，。；：■]{{2,10}}(?:企业|厂商|环节|领域|方面|板块|端))(?:则|主要|分别|现|已)*(?:有|为|是|包括)[“]?(?:{MASK}[{ROW}]*)?"
)
_HAS_FIRMS = re.compile("(?:落户|入驻|集聚|聚集|汇聚|引进|招引|布局|现有|拥有)[^。\n]*；$")


def _is_of_a_stage(scene: Scene, before: str) -> bool:
    """Whether a part of a sentence behind a semicolon goes on with the firms of the place that the parts before it tell of."""
    near = re.split("，(?!■)", before)[-1]
    told = _BY_STAGE.match(scene.said) and _BY_STAGE.fullmatch(near)
    if not told or _OF_THE_WORLD.search(before):
        return False
    return bool(_HAS_FIRMS.search(scene.text, max(scene.start - 200, 0), scene.start))


#: 甲公司入驻以后，: behind a firm of which something is told since it came.
_SINCE = re.compile(
    r"(?:（[^）]{0,24}）)?(?:公司)?(?:自|在)?[^，。；：、]{0,6}?(?:入驻|入园|进驻|落户)(?:园区)?(?:以后|之后|以来|后)(?=[，、\u4e00-\u9fff])"
)
#: 甲、乙等50家企业已在启动区注册: behind firms that are at a part of the place that is spoken of.
_AT_A_PART = re.compile(
    rf"[{ROW}]*(?:[^，。；：、和等]{{2,10}}[、和]){{0,6}}(?:等[^，。；：]{{0,12}}(?:企业|公司|项目|机构))?(?:已|均|都|先后|陆续|相继)*(?:在|于)(?:启动区|核心区|起步区|先行区|先导区|园区|园内|谷内|孵化器)(?:内|里)?(?:注册|入驻|落户|落地|办公|集聚|投产|建厂|设立)"
)
#: 甲电池工厂投产，乙厂房封顶: behind a firm whose own works go up where the sentences before are.
_IS_BUILT = re.compile(
    r"[^，。；：、的在与和为向对等]{0,10}(?:工厂|厂房|产线|生产线|厂区|车间|项目[一二三四五]?期?)(?:已经?|先后|相继|陆续|正式|顺利|全面|主体|均|也){0,3}(?:投产|封顶|竣工|落成|点火|建成|投运|试产|达产)"
)
#: 甲公司在外省的工厂投产: behind a firm whose works elsewhere are spoken of.
_OF_ANOTHER_PLACE = re.compile(
    rf"[^，。；：{MASK}]{{0,6}}?在(?![此该本园区我当])[^，。；：{MASK}]{{2,8}}的[^，。；：]{{0,6}}(?:工厂|厂房|基地|产线|生产线|项目|门店)"
)
#: 已入驻的企业中，甲…: before one of those that are there.
_OF_THOSE = re.compile(
    r"(?:^|，)(?:目前|现)?(?:已|首批|最早|新)?(?:入驻|落户|入园|进驻)的?(?:[^，。；：]{0,6})企业(?:中|里|当中)，[“]?$"
)
#: 先后有甲、乙等12家企业设立总部: around firms that have come.
_THERE_ARE = re.compile(rf"(?:^|，)(?:先后|已|目前|陆续|相继|共|现)+有[“]?(?:{MASK}[{ROW}]*)?$")
_SET_UP = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,10}})?(?:企业|公司|机构|集团)(?:先后|已|陆续|相继|在此|来此)*(?:设立|设点|布局|扎根|建立|成立)"
)
#: Behind firms whose works go up: 甲、乙等项目加快推进建设, 丙项目今日结构封顶.
_BEING_BUILT = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,8}})?(?:企业|公司)?(?:的)?(?:[一二三]期|总部|晶圆|扩建|新建)?项目(?:[一二三]期)?(?:也|均|都|已|即将|正式|顺利|成功|已经|正在|先后|相继|陆续|今日|近日|今年|年内|全面|加快|抓紧|加速|有序|推进|主体|结构|厂房|集中)*"
    r"(?:开工|动工|封顶|竣工|投产|达产|试生产|建设|建成|落地)(?!的|经验|以来)"
)
#: Behind a list of firms that came after another: 甲、乙等企业跟着进来.
_FOLLOWED = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,14}})?(?:企业|公司|项目|机构|商家)?(?:也|都|均|先后|陆续|相继)*(?:跟着|紧跟着?|随之|随后|跟随)(?:也|都|均|先后|陆续|相继)*(?:进来|落户|入驻|进驻|落地|签约|跟进)"
)


def _leads(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence says that a firm stands for an industry, or leads it: of those in the place that the reply speaks of."""
    behind, before = scene.between(firm[0].end, scene.end), scene.between(scene.start, firm[0].start)
    if _OF_THE_WORLD.search(before):
        return False
    return bool((_STANDING.search(before) and _FOR_THEM.match(behind)) or (_OPENS.search(before) and _HEADS.match(behind)))


#: 国内已有以甲为代表的企业, 力争形成以甲为龙头的产业: before firms that are elsewhere, or an industry that is to come.
_OF_THE_WORLD = re.compile(
    r"我(?:镇|乡|街道|村|园|校)|全国|国内|国际|国外|全球|世界|海外|业界|我国|全省|外地|各地|行业内|当前市场|市场上|学习|借鉴|参照|对标|引导|鼓励|支持|争取|力争|将|拟|建议|希望|提出|围绕|打造|引进|招引|培育|加快|依托|联合|发挥|组织|推动|促进|目标|到20\d\d年"
)
#: Around firms that stand for an industry: 以甲、乙等企业为代表.
_STANDING = re.compile(
    rf"(?:^|[，：；]|(?:集群|产业链?|领域|环节|板块)(?:上游|下游|中游)?(?:则|主要|已)?|形成了?|有|汇聚了?|集聚了?|是|涌现出?了?|拥有)(?:一批)?以(?:[^，。；：、]{{1,16}}、){{0,12}}[“]?(?:{MASK}[{ROW}]*)?$"
)
_FOR_THEM = re.compile(
    rf"[{ROW}]*(?:[^，。；：、和为等]{{1,16}}[、和]){{0,12}}(?:[^，。；：、和为等]{{1,16}})?(?:等[^，。；：]{{0,10}})?为(?:代表|龙头|核心|引领|骨干|链主|支柱)(?:的|[，、]|$)"
)
#: Around firms that lead it: 甲、乙等龙头企业领跑.
_OPENS = re.compile(rf"(?:^|，)[“]?(?:{MASK}[{ROW}]*)?$")
_HEADS = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,12}})(?:企业|公司)(?:领跑|领衔|跟进|冒头|崭露头角|脱颖而出|快速成长|迅速成长|加快成长|成长迅速|成长起来|发展壮大|都有布局|均有布局)"
)


#: Behind a firm that is one of those that are there: 甲公司是最早入驻的企业之一, 乙等入园企业.
_RESIDENT = re.compile(
    r"[^，。；：]{0,60}?(?:(?:等|是|为|成为)[^，。；：]{0,10}|(?:最早|首批|早期|率先))(?:入驻|入园|进驻|进园|驻园|落户)(?:的)?[^，。；：]{0,4}(?:企业|者|公司|项目|住户)(?!提供|搭|做|服务|办|解决|开展|争取|送|打造|创造)|[^，。；：]{0,80}?(?:进驻办公|(?:在|来|到)此(?:办公|经营|创业|设点|扎根))"
)


def _near(before: str) -> str:
    """The words of the clause right before a list of names."""
    return before.rstrip(ROW).rsplit("，", maxsplit=1)[-1]


def brought(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence that names no place says that firms were brought in: 引进了甲、乙等企业."""
    before = scene.between(scene.start, firm[0].start)
    behind = scene.between(firm[0].end, scene.end)
    if _has_behind(scene, firm):
        return False
    came = _CAME.match(behind) or _ARRIVED.match(behind) or _CLUSTER.match(behind) or _leads(scene, firm)
    of_note = _OPENS.search(before) and _OF_NOTE.match(behind) and not _OF_THE_WORLD.search(before)
    of_note = of_note or (_IN_A_FIELD_ARE.search(before) and _SO_MANY_FIRMS.match(behind) and not _OF_THE_WORLD.search(before))
    told = came or of_note or BROUGHT.search(_near(before)) or _AMONG_THOSE_BROUGHT.search(before.rstrip(ROW))
    return bool(told) and not _OF_A_SITE.search(before) and not scene.of("Carrier", "Subdistrict", "District", "BusinessCircle")


#: 甲、乙3家企业产值超百亿，丙等30家超十亿; 丁等8家企业先后登陆资本市场: behind a list of firms that a place is proud of.
_OF_NOTE = re.compile(
    rf"[{ROW}]*(?:[^，。；：、和等]{{2,12}}[、和]){{0,6}}等?[\d一二三四五六七八九十两]{{1,3}}(?:余|多)?家(?:企业|公司|本土企业|骨干企业)?(?:已|先后|均|分别|成功|相继)*(?:(?:年)?(?:产值|营收|营业收入|销售收入|主营收入)?[超过突破达]{{1,2}}[\d百十千五]{{1,4}}亿|登陆|被评为[市区县]级|上市|入选[市区县]级|成长为)"
)
#: 整机领域现有甲、乙等9家企业: around firms of a field that a place has.
_IN_A_FIELD_ARE = re.compile(
    rf"(?:^|，)[^，。；：{MASK}]{{2,12}}(?:领域|环节|方面|行业)，?(?:现已?|已|目前|共|则|拥|还|也)?有[“]?(?:{MASK}[{ROW}]*)?$"
)
_SO_MANY_FIRMS = re.compile(
    rf"[{ROW}]*(?:[^，。；：、和等]{{2,12}}[、和]){{0,6}}(?:[^，。；：、和等]{{2,12}})?等[\d一二三四五六七八九十两]{{1,3}}(?:余|多)?家[^，。；：]{{0,8}}(?:企业|公司)"
)
#: 甲、乙等一批优质企业聚链成群: behind a list of firms.
_CLUSTER = re.compile(
    rf"[{ROW}]*等[^，。；：]{{0,12}}(?:企业|公司|项目)(?:加速|加快|不断|纷纷|相继|在此)*(?:聚链成群|集聚成[势群链]|聚集成[势群链]|聚势成[链群]|抱团发展|竞相发展|加速集聚|云集|扎堆)"
)
#: 共落户60个项目，其中包括甲、乙…: before a list of firms.
_AMONG_THOSE_BROUGHT = re.compile(
    r"(?:落户|引进|招引|引入|签约|集聚|入驻|落地)(?:了)?[^，。；：]{0,10}(?:\d[^，。；：]{0,14}(?:项目|企业|公司)[^，。；：]{0,4}|(?:项目|企业|公司)[^，。；：]{0,6}\d[^，。；：]{0,4})，(?:其中)?(?:包括|包含|有|如|分别[是为]|即)?[“]?$"
)
#: Behind a list of firms that come, and nothing says where: 甲、乙等企业入驻.
_ARRIVED = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,14}})?(?:企业|公司|项目|机构|团队)[^，。；：的]{{0,4}}(?:入驻|进驻|落户|落地|跟着进来)(?=[，。；、]|$|建设|达产|办公|运营)"
)
#: Behind a list of firms that came here: 甲、乙等企业先后落户, 丙等90家企业新近引进.
_CAME = re.compile(
    r"[^，。；：]{0,80}?(?:率先|先后|签约|首批|陆续|已|相继|均|全部|正式|成功|纷纷|同步|新近|近期|近年|也|被)+(?:入驻|进驻|入园|落户|落地|集聚|引进来?|引入|招引|吸引)(?=[，。；、]|$|(?:建设|投产|达产|开工)(?=[，。；、]|$))"
)
#: A place of its own, though none that is known: 测试区引进了…
_OF_A_SITE = re.compile(
    r"(?:测试区|示范区|试验区|集聚区|小镇|大厦|楼宇|街道|镇|基地|商圈|孵化器|中心|分区|新城|[^企硅]谷|产业园|科技园|孵化园|创新园|创意园|核心区|片区|广场|厂房|[一二三四]期)(?:已|先后|累计|现已?|目前|陆续|则|内|里|共)*(?:有|签约|引进|招引|引入|入驻|集聚|聚集|汇聚)"
)
#: Behind a firm whose works are being built, or go into service: 甲二期厂房封顶, 乙的生产线投产.
_ITS_WORKS = re.compile(
    "(?:公司|集团)?的?[^，。；：、■在与和为]{0,10}?(?:工厂|厂房|厂区|车间|项目|基地|产线|生产线|总部(?:大楼|基地)?|研发楼|[一二三四]期)[^，。；：、■在]{0,6}?"
    "(?:投产|封顶|竣工|开工|点火|试产|试生产|下线|达产|投用|投运|投入使用|奠基|建成|动工|启用|在建|交付)"
)


def builds(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence says right behind a firm that its works are being built or go into service."""
    return bool(_ITS_WORKS.match(scene.between(firm[0].end, scene.end)))
