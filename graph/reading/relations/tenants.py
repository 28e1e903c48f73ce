"""Whose tenant a firm is called, and in which house it takes rooms: 作为丙园首批入驻企业，甲…, 甲公司续租丙大厦五层."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["is_tenants_row", "tenant_of"]

_COMES = f"(?:{alternation('cue_verbs', 'arrive')}|{alternation('progress', 'settle')})"


#: 目前入驻企业有甲、乙: of the park that sentences before tell of.
_ROW_OF_TENANTS = re.compile(
    rf"(?:目前|现|现已|已|截至目前|截止目前|园区)*，?(?:入驻|进驻|入园|落户|驻园)的?(?:企业|商户|公司|单位)(?:主要)?(?:有|包括|为|：)[“]?(?:{MASK}[{ROW}]*)?"
)


def is_tenants_row(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence begins with whom a place holds that only earlier ones name: not the district that it speaks of later."""
    return bool(_ROW_OF_TENANTS.fullmatch(scene.between(scene.start, firm[0].start)))


def tenant_of(scene: Scene, firm: Pair) -> list[Pair]:
    """The park or the house that a sentence calls a firm a tenant of.

    Parameters
    ----------
    scene:
        The sentence.
    firm:
        A firm in it.
    """
    return [*_as_its_tenant(scene, firm), *_takes_rooms(scene, firm)]


_TENANT = (
    "[”]?的?[“]?(?:首批|首个|首家|第一批|最早|早期|重点|主力|新|龙头|骨干|链主|领军|核心|代表性?)?[”]?(?:入驻|进驻|落户|签约|入园)?"
    "(?:办公|经营|生产)?的?(?:企业|商户|租户|客户|单位|住户|公司)"
    # 甲是丙园培育的独角兽企业
    "|[”]?(?:重点)?(?:培育|孵化|引进|招引|引育|扶持)(?:出来|出|起来)?的?[^，。；：■]{0,10}(?:企业|公司|独角兽|瞪羚|小巨人|冠军)"
)
#: 甲是丙园内一家机器人企业, 甲是丁街道的一家专精特新企业: behind the place; not who only works with it or runs it.
_ONE_OF_ITS = re.compile(
    r"[”]?(?:之?[内里中]的?|(?:辖区)?内?的?(?=[一另首][家个]|规模|唯一|最[大早]))(?![^，。；]{0,16}(?:合作|运营|管理|投资|开发|建设|承建|服务|供应)(?:企业|公司|商|方|单位))"
    r"[^，。；：、■]{0,20}?(?:企业|公司|厂商|厂家|(?:生产|制造|集成)商)(?:之一)?(?=[，。；]|$)"
)
#: 作为丙园首批入驻企业，甲、乙…: between the place and the firms.
_AS_TENANTS = re.compile(rf"(?:{_TENANT})(?:之一)?，[“]?(?:{MASK}[{ROW}]*)?")
#: 作为丁街道首家上市企业，甲…; 作为乙区龙头企业，甲…: the same with what kind of firm it is, of a town too.
_OF_RANK = re.compile(
    r"[”]?(?:辖区)?内?的?(?:首批|首个|首家|第一家|唯一|最大|重点|龙头|骨干|链主|领军|核心|代表性?|标杆|头部|本土|规上){1,2}的?(?:一家)?"
    r"(?:上市|独角兽|专精特新“?小巨人”?|专精特新|高新技术|外资|民营|国有|链主|龙头|百亿级?|本土|科技型?|制造业?|工业|人工智能|机器人|芯片|软件|总部型?)*的?企业(?:之一)?"
    rf"，[“]?(?:{MASK}[{ROW}]*)?"
)
#: 作为首批落户丙园的企业，甲…; 作为扎根丁街道20年的老牌企业，乙…: before the place, and between it and the firms.
_AS_ONE_THAT_CAME = re.compile(rf"作为(?:一家)?[^，。；：{MASK}]{{0,8}}(?:{_COMES}|扎根|深耕|布局|植根)(?:于|在|了|到)?[“]?$")
_ONE_THAT_CAME = re.compile(
    rf"[”]?(?:已?[近超仅]?(?:[\d一二两三四五六七八九十多数几]{{1,4}}余?年)[^，。；：、的{MASK}]{{0,4}})?的[^，。；：、{MASK}]{{0,12}}(?:企业|公司|机构|集团)(?:之一)?，[“]?(?:{MASK}[{ROW}]*)?"
)
#: 甲、乙成为丙园首批入驻企业: between a firm and the place, and behind that.
_BECAME = re.compile(rf"[{ROW}]*(?:等[^，。；：]{{0,8}})?(?:均|都|也|已|先后|分别)*(?:成为|是|为|作为)(?:了)?[“]?")


def _as_its_tenant(scene: Scene, firm: Pair) -> list[Pair]:
    """The park whose tenant a firm is called, before it or behind it."""
    for group in scene.groups:
        places = [p for p in group.of(("Carrier", "BusinessCircle")) if p[1] is not firm[1]]
        if group.end <= firm[0].start:
            lead, gap = scene.between(scene.start, group.start), scene.between(group.end, firm[0].start)
            ranked = lead.endswith("作为") and _OF_RANK.fullmatch(gap)
            came = _AS_ONE_THAT_CAME.search(lead) and _ONE_THAT_CAME.fullmatch(gap)
            told = ranked or came or (lead.endswith("作为") and _AS_TENANTS.fullmatch(gap))
            places = places or [p for p in group.of(("Subdistrict",)) if ranked or came]
        else:
            gap, behind = scene.between(firm[0].end, group.start), scene.between(group.end, scene.end)
            is_one = _BECAME.fullmatch(gap) and _ONE_OF_ITS.match(behind)
            places = places or [p for p in group.of(("Subdistrict",)) if is_one]
            told = (
                is_one
                or (_BECAME.fullmatch(gap) and re.match(_TENANT, behind))
                or (_WAS_FIRST.fullmatch(gap) and _OF_THOSE.match(behind))
            )
        if told and places:
            return places[-1:]
    return []


#: 甲公司是首家入驻丙园的外资企业: between the firm and the place, and behind that.
_WAS_FIRST = re.compile(
    rf"[^。；：{MASK}]{{0,40}}?(?:是|成为|作为)(?:了)?[^，。；：{MASK}]{{0,4}}(?:首[个家批]|第[一二三四五六七八九十\d]{{1,3}}[家个批]|最早|最先|率先)(?:(?:将|把)?(?:其)?(?:总部|企业|公司))?"
    rf"{_COMES}(?:了|于|在|到|至)?[“]?"
)
_OF_THOSE = re.compile("[”]?的[^，。；：■]{0,12}(?:企业|公司|机构|品牌|平台|集团|项目|商户|单位|国企|央企|外企|民企|之一)")


#: 甲公司拿下丙园两栋楼, 甲公司续租丙大厦五层: between a firm and a house, and behind that.
_TAKES = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,8}})?(?:公司|集团)?[^，。；：{MASK}与和对]{{0,8}}?(?:拿下|买下|购置|购买|购入|认购|续租|扩租|承租|整租|包下|租赁|租用|租下)(?:了)?[“]?"
)
_ROOMS = re.compile(
    r"[”]?[^，。；：、]{0,4}?(?:(?:[\d一二两三四五六七八九十整数多近超约][^，。；：]{0,6}?)(?:栋|幢|座|层|号楼|平方米|平米)|(?:整[栋幢座层]|办公楼|写字楼|商务楼|办公空间|办公用房|厂房)|作为[^，。；：]{0,12}(?:总部|办公|基地|中心))"
)
#: 丙大厦为甲公司提供过渡办公场地: between a house and a firm, and behind that.
_GIVES = re.compile(rf"[”]?(?:管委会|公司)?(?:已|还|专门|免费|优先|累计|先后)*(?:为|给)[“]?(?:{MASK}[{ROW}]*)?")
_IS_GIVEN_ROOMS = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,10}})?(?:公司|集团|企业|团队)?(?:免费|优先|专门)*(?:(?:提供|落实|腾出|预留|安排|配套|改造)(?:了)?(?:(?!活动|促销|安装|会议|大会|测试|展|路演|宣传|机房|培训)[^，。；：]){{0,14}}(?:办公(?!用品|软件|系统)|场地(?!测试)|用房|厂房|工位|楼层|空间)|(?:减免|减租|免除)[^，。；：]{{0,8}}(?:租金|房租)|办理(?:了)?入驻)"
)
#: 丙大厦由甲公司整栋承租: between a house and a firm, and behind that.
_BY_ITS_TENANT = re.compile(
    r"[”]?(?:[^，。；：■]{0,8}(?:整[栋幢座层体]|[一二三四五六七八九十\d]{1,3}层)[^，。；：■]{0,4})?(?:已|均|现|全部|整体)*(?:由|被|租给了?|租赁给|出租给)[“]?"
)
_RENTS_IT = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,8}})?(?:公司|集团)?(?:已|整[栋幢座层体]|全部|长期)*(?:承租|租赁|租用|租下|整租|包租|租购|购置|购买|买下|入驻|使用作)"
)


def _takes_rooms(scene: Scene, firm: Pair) -> list[Pair]:
    """The house that a firm is said to rent or to buy, or part of it."""
    for group in scene.groups:
        houses = [p for p in group.of(("Carrier",)) if p[1] is not firm[1]]
        if group.end <= firm[0].start:
            gap, behind = scene.between(group.end, firm[0].start), scene.between(firm[0].end, scene.end)
            told = (_BY_ITS_TENANT.fullmatch(gap) and (_RENTS_IT.match(behind) or "租" in gap)) or (
                _GIVES.fullmatch(gap) and _IS_GIVEN_ROOMS.match(behind)
            )
        else:
            gap, behind = scene.between(firm[0].end, group.start), scene.between(group.end, scene.end)
            told = _TAKES.fullmatch(gap) and _ROOMS.match(behind)
        if told and houses:
            return houses[-1:]
    return []
