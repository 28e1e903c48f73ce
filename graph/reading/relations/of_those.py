"""Firms of those that the sentence before counts: 我区现有上市企业12家。其中，甲、乙…; 丙园引进项目30个。其中包括丁; 丙镇有企业80家。代表企业有甲."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["are_counted", "counts_firms", "is_of_those"]

#: So many characters back the sentence before is looked for.
_REACH = 200
#: What a place has, brought, or is given: 现有, 引进, 入选; and what is counted: 企业12家, 一批企业, 12家企业.
_HAS = (
    rf"(?:{alternation('cue_verbs', 'host')}|{alternation('cue_verbs', 'arrive')}|拥有|引进|招引|引入|培育|签约|落户|落地|新增|现有|共有|已有|建有|有"
    "|获评|获批|入选|认定|上市|入驻|增至|达到?)"
)
_SO_MANY = r"(?:(?>\d[\d,.万千百余多]*|[一二三四五六七八九十百两几数多]{1,4})(?:余|多)?[家个户]|一大?批|众多|大量|一系列|许多)"
_FIRMS = "(?:企业|公司|机构|项目|总部|商户|厂商|集团|“?小巨人”?|独角兽)"
_COUNTED = re.compile(
    rf"{_HAS}[^。；\n]{{0,30}}?(?:{_SO_MANY}[^，。；\n]{{0,16}}?{_FIRMS}|{_FIRMS}[^，。；\n]{{0,8}}?{_SO_MANY})"
    rf"|{_SO_MANY}[^，。；\n]{{0,16}}?{_FIRMS}[^，。；\n]{{0,8}}?{_HAS}"
)
#: What is done with firms that are counted, wherever they are, or that they are there no more.
_ELSEWHERE = re.compile(
    f"{alternation('partner_verbs', 'counted')}|{alternation('progress', 'intend')}|签订|签署|合作|参与|参加|参展|服务(?!业|型)|客户|供应商|采购|招标|投标|中标|招聘|岗位"
    "|迁出|外迁|搬离|搬出|腾退|清退|淘汰|关停|注销|吊销|退出|破产|关闭|拟|计划|争取|力争|目标|支持|鼓励|引导|组织|[外他]地|各地|在谈|洽谈|意向"
)
#: 吸引了众多企业落户, 吸引12家企业入驻: who came for good.
_DRAWN_IN = re.compile(f"吸引(?=了?[^，。；]{{0,24}}?{_FIRMS}[^，。；]{{0,4}}?(?:落户|入驻|进驻|集聚|聚集|汇聚|扎根|安家))")
#: 我区现有企业300家, 全市现有上市企业12家: whose firms are counted behind a sentence about a park.
_OF_A_LARGER = re.compile("我[省市区县州旗]|全[国省市区县]|本[省市区县]|辖区")
#: 其中, 比较有代表性的企业有, 代表企业包括, 规模较大的有: how a sentence begins that names some of those that the one before counts.
_SOME_OF_THEM = re.compile(
    r"(?:目前，?|现，?)?(?:其中|(?:比较|较|最|尤其|特别)?[有具](?:一定)?代表性?的?(?:企业|公司|项目)?(?:有|为|是|如|包括|即|：)"
    r"|(?:主要|代表性?|典型|知名|重点|龙头|骨干|核心|头部|领军|标志性|规模较大的|入驻的?|落户的?)(?:的?(?:企业|公司|项目)|(?<=的))(?:代表|主要|分别)?(?:有|为|是|如|包括|即|：))"
)
#: Before those that stand for the others: 具有代表性的有：, 较具代表性的包括, 规模较大的有; 上市公司2家（, 上市公司2家，为.
_FOR_THE_OTHERS = r"(?:比较|较|最|尤其|特别)?(?:[有具备]{0,2}(?:一定)?代表性?|知名度较?高|规模较大|体量较大|实力较强|影响力较?大)的?(?:企业|公司|项目)?(?:有|为|是|如|包括|即)?：?"
_OF_A_KIND = r"[^，。；：（■]{0,14}?(?:企业|公司|总部|机构|“?小巨人”?|500强|独角兽|[家个])[^，。；：（■]{0,6}?\d{1,4}[余多]?[家个](?:（(?:包括|含|如|为|即)?|，(?:为|即|是|分别[为是]|包括|如)|：)"
#: 其中，甲; 其中包括研发丙的甲、专注丁的乙; 其中，主板上市企业有甲，科创板上市企业有乙: up to a firm.
_LED = re.compile(
    rf"(?:其中(?:，|：)?)?(?:[^。；]{{0,120}}?，)?"
    rf"(?:(?:既有|包括|包含|有|不乏|涵盖|分别[是为有]|就有|仅|尤以)"
    rf"|[^，。；：{MASK}]{{0,14}}?(?:企业|公司|[家个]|类|领域|板块|上市|板)(?:有|为|是|如|包括|即|：|，)|{_FOR_THE_OTHERS}|{_OF_A_KIND})?"
    rf"(?:[^，。；：、{MASK}]{{0,18}}的)?[“]?(?:{MASK}[{ROW}]*+(?:[^，。；：、{MASK}]{{0,18}}的[“]?)?)*+"
)


#: 甲银行为其中8家授信, 乙公司的供应商, 与丙公司签约合作: behind a firm that only does something for those that are counted, or with one.
_FOR_THEM = re.compile(
    rf"[{ROW}]*(?:[^，。；：]{{0,4}}等)?[^，。；：]{{0,8}}?(?:平台|云平台)?"
    r"(?:为(?=(?:其中)?[^，。；]{0,6}(?:\d|企业|项目))|帮助|赋能|担任|保荐|审计|承载|提供|有意向|的(?:供应商|客户|合作伙伴|子公司|上下游)|(?:投资|参与|合作|承建|服务)的)"
)
_TOGETHER = re.compile("[”]?(?:等[^，。；]{0,6})?[^，。；、]{0,6}(?:合作|签约|联合|共同|携手|共建|达成)")


def are_counted(scene: Scene) -> bool:
    """Whether a sentence that begins with 其中 or the like follows one, in its paragraph, that counts firms which a place has."""
    return _counts(scene, _before(scene))


def _counts(scene: Scene, last: str) -> bool:
    """Whether the sentence before one that names some of them counts firms that a place has."""
    return _SOME_OF_THEM.match(scene.said) is not None and counts_firms(last)


def counts_firms(said: str) -> bool:
    """Whether a sentence counts firms that a place has, and not those with which something is done wherever they are."""
    return bool(_COUNTED.search(said)) and not _ELSEWHERE.search(_DRAWN_IN.sub("", said))


def is_of_those(scene: Scene, firm: Pair, *, ours: bool) -> bool:
    """Whether a firm is told to be one of those that the sentence before counts.

    Parameters
    ----------
    scene:
        The sentence.
    firm:
        A firm in it.
    ours:
        Whether they are asked for as the replying district's; else they are a park's, and that sentence may not count the district's.
    """
    if not _counts(scene, last := _before(scene)) or (not ours and _OF_A_LARGER.search(last)):
        return False
    before, behind = scene.between(scene.start, firm[0].start), scene.between(firm[0].end, scene.end)
    if _FOR_THEM.match(behind) or (before.rstrip("“").endswith(("与", "和", "同")) and _TOGETHER.match(behind)):
        return False
    return bool(_LED.fullmatch(before))


def _before(scene: Scene) -> str:
    """The sentence before, where it stands in the same paragraph."""
    before = scene.text[max(scene.start - _REACH, 0) : scene.start].rsplit("\n", 1)[-1]
    return re.split("[。；]", before.rstrip("。；"))[-1]
