"""Others of whom a sentence says where they are, beside a firm: its suppliers, who left it, whom it serves there, who goes to see it."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.masks import MASK, ROW

__all__ = ["goes_to_see", "others_are_there"]

#: Who has to do with a firm, without being it; not 甲客户服务中心.
_OTHERS = (
    "(?:(?:企业|厂商|厂家|商家|供应商|配套商|零部件商|[经分代]销商|代理商|服务商|合作商|合作伙伴|伙伴|客户|用户)"
    "(?!中心|服务|体验|总部|管理|基地|项目|联盟|学院))"
)
#: Behind a firm, or the last of several: 甲, 甲公司的, 甲、乙等企业的; not 甲等上下游企业, of which it is one, nor 甲及其.
_ITS = rf"[”]?(?:[{ROW}]*{MASK}[”]?)?(?:(?:公司|集团)?的?|等[^，。；：、的{MASK}]{{0,8}}的)"
_SOME = r"(?:主要|重点|核心|最大|长期|海外|部分|多家|众多|一批|相关|各类|[\d一二三四五六七八九十百]{1,4}(?:余|多)?[家个]){0,2}的?"
_CHAIN = (
    "(?:上下游|上游|下游|配套|产业链(?:上下游|上|中)?|供应链(?:上下游|上|中)?|生态(?:[圈链])?(?:上|内|中)?|链上|关联|协作|外协)"
)
#: 甲上下游企业相继落户丙园, 甲的主要客户位于丙园: between the firm and the place.
_ITS_CHAIN = re.compile(
    rf"{_ITS}{_SOME}(?:{_CHAIN}的?[^，。；：、{MASK}落入进在]{{0,8}}?{_OTHERS}|(?:供应商|配套商|[经分代]销商|代理商|服务商|合作商|合作伙伴|客户)(?!中心|服务|体验|总部|管理|基地|项目|联盟|学院))[^，。；：]*"
)
#: 甲离职员工创办的企业入驻丙园.
_FOUNDED = re.compile(
    rf"{_ITS}(?:原|前|离职|退休|核心|创始|高管|骨干|技术|研发|部分|多名|几名|一批|老){{0,3}}"
    rf"(?:高管|员工|职工|团队|骨干|工程师|创始人|校友|合伙人|人才|专家|人员)[^，。；：{MASK}]{{0,8}}(?:创办|创立|创业|成立|设立|组建|发起|开办)[^，。；：{MASK}]{{0,4}}的[^，。；：]*"
)
#: 甲与丙局共建“丁”，在丙街道设点3处: what the two put up stands there; not 甲与乙共建联盟，落户丙园.
_PUT_UP_WITH = re.compile(
    r"[^，。；：]{0,30}?(?:[与和同]|联合|携手)[^，。；：]{1,16}?(?:共建|联建|合建|共同(?:建设|设立|打造|推出)|合作(?:建设|设立|打造|推出)|联合(?:建设|设立|打造|推出)|推出|设立)(?:了|的)?"
    rf"[^，。；：]{{1,24}}，(?:已|先后|目前|现已|首批|率先|陆续|并|将|计划){{0,3}}在[“]?(?:{MASK}[{ROW}]*)?"
)
#: Who they are, in a row of words or by a name; and those of them that are no things.
_PEOPLE = rf"(?:企业|公司|厂家|厂商|商户|团队|机构|创业者|单位|伙伴|客户|院校|高校|{MASK})"
_MANY = rf"(?:企业|公司|厂家|厂商|商户|团队|项目|机构|创业者|单位|伙伴|客户|居民|员工|用户|院校|高校|学校|载体|楼宇|{MASK})"
#: 与甲合作的企业落户丙园, 从甲走出来的团队入驻丙园: around the firm, and from it to the place.
_ALONG_WITH = re.compile(rf"(?:(?<![参给赋授■”])[与同和]|跟|(?<![作成认称誉视评列定])为|[给向从])[“]?(?:{MASK}[{ROW}]*)?$")
_WHO = re.compile(rf"{_ITS}[^，。；：{MASK}的]{{1,16}}的[^，。；：的{MASK}]{{0,12}}{_PEOPLE}[^，。；：]*")
#: 甲为入驻丙园的企业提供算力, 甲向落户丁园的中小企业放贷: between the firm and the place, and behind it.
_TO_THEM = re.compile(
    rf"[^，。；：{MASK}]{{0,16}}?(?:(?<![作成认称誉视评列定])为|向|(?<![面针相])对|给|(?<![参给赋授])[与同和]|跟|替|帮助|支持|服务|助力|面向|针对|联合|协助|组织|联系|走访|邀请|培训|支撑|赋能|带动|吸引|引导|推动|[将把][^，。；：]{{1,16}}[与和同])"
    rf"(?:了|已|新|拟|将|近期|首批|所有|众多|各类|一批|多家){{0,2}}(?:{alternation('cue_verbs', 'arrive')}|在|集聚|聚集)(?:了|于|在|到|至)?[“]?"
)
_THOSE_THERE = re.compile(rf"[”]?(?:之?内|里)?的[^，。；：{MASK}]{{0,12}}?{_MANY}(?!之一|代表|典范|标杆)(?=[^，。；、：]|$)")


def others_are_there(before: str, gap: str, behind: str) -> bool:
    """Whether a sentence says of others that they are at a place, who have to do with a firm before it.

    Parameters
    ----------
    before:
        The words of the sentence before the firm, names masked.
    gap:
        Those between the firm and the place.
    behind:
        Those behind the place.
    """
    if _ITS_CHAIN.fullmatch(gap) or _FOUNDED.fullmatch(gap) or _PUT_UP_WITH.fullmatch(gap):
        return True
    if _ALONG_WITH.search(before) and _WHO.fullmatch(gap):
        return True
    return bool(_TO_THEM.fullmatch(gap) and _THOSE_THERE.match(behind))


#: 丙园走访了甲公司, 丙园管委会赴甲公司调研: between a place and a firm that somebody of it only goes to see; not 走访园区企业甲.
_GOES_TO_SEE = re.compile(
    rf"[”]?[^，。；：、内里{MASK}]{{0,12}}?(?:(?:实地|集中|联合|上门|组团|先后|分别|近日|日前)?(?:走访|拜访|考察|探访)(?:调研|慰问|学习)?|组团赴|前往|赴)了?"
    rf"[“{ROW}]*"
)


def goes_to_see(before: str, gap: str) -> bool:
    """Whether somebody of a place only goes to see a firm behind it; where somebody does so at the place, nothing is said.

    Parameters
    ----------
    before, gap:
        The words of the sentence before the place, and those between the two, names masked.
    """
    return not before.endswith(("在", "到", "赴")) and _GOES_TO_SEE.fullmatch(gap) is not None
