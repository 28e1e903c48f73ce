"""What is only done with a service at a place, or about it: it is shown, signed for, judged or talked of there."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.masks import MASK, ROW
from graph.reading.status.verbs import KIND

__all__ = ["is_staged_ahead", "is_staged_behind"]

_STAGED, _MEETING = alternation("service_matters", "staged"), alternation("service_matters", "meeting")
_COMPANY, _RUNNING = alternation("service_matters", "company"), alternation("service_matters", "running")
_MAKER, _MADE = alternation("service_matters", "maker"), alternation("service_matters", "made")

#: “甲”在丙园亮相: right before the place.
_AT = re.compile("(?:在|于|到|赴)[“]?$")
_HOW = (
    "(?:正式|首次|首度|公开|成功|顺利|圆满|集中|联合|现场|隆重|分别|共同|再次|完成|进行|举行|举办|召开|接受|参加|开展|组织"
    "|获得|通过|引发|引起|了|专家|首场|新品|专场|专题|产品|项目|路演|已|热烈|战略|合作|框架|技术|融资|设立|成立){0,5}"
)
#: What happens there, at a meeting (举办的科技周上) or without one.
_IS_STAGED = re.compile(
    rf"[{ROW}]*(?:[^，。；：{MASK}]{{0,18}}?(?:(?<!线)上|期间|中|现场|会场)，?)?{_HOW}(?:{_STAGED})(?P<more>[^，。；]{{0,14}})(?=[，。；]|$)"
)
#: 签约居民1.2万人, 开展讲座12场: what a service that runs there has done.
_COUNTED = re.compile(r"率|\d[余多万千百亿]*[场次份户人件期单笔个名家元]")
#: 签约落地; 亮相，随后在该街道投用: that it runs there all the same.
_RUNS = re.compile(_RUNNING)
_RUNS_THEN = re.compile(
    f"(?:并|随后|现|目前|已|正式|将|之?后)[^，。；]{{0,8}}?(?:{_RUNNING})|，(?:为[^，。；]{{2,12}}提供|服务[^，。；]{{0,12}}\\d)"
)
#: “甲”发布会在丙园举行, “甲”采购合同在丙园签订: what is held about it.
_ITS_MEETING = re.compile(
    rf"[”]?{KIND}?的?[^，。；：{MASK}在于]{{0,8}}?(?:{_MEETING})[^，。；：{MASK}]{{0,10}}?(?:在|于|落户|走进|选址)[“]?"
)
_IS_HELD = re.compile(f"[{ROW}]*[^，。；：{MASK}]{{0,8}}?(?:举行|举办|召开|开幕|开班|开讲|落幕|闭幕|签订|签署|进行|开赛|启幕)")
#: “甲”运营公司落户丙园, “甲”的研发企业乙公司位于丙园, “甲”由位于丙园的乙公司研发: whose seat it is.
_ITS_COMPANY = re.compile(
    rf"[”]?{KIND}?(?:的|项目)?[^，。；：{MASK}在于]{{0,6}}?(?:{_COMPANY})[“”{MASK}]*[^，。；：{MASK}]{{0,6}}?"
    "(?:落户(?:于|在|到)?|入驻|进驻|位于|坐落(?:于|在)|设(?:在|于)|注册(?:在|于)|来自|迁(?:至|入)|扎根(?:在|于)?|选址|成立于|落在|放在)了?[“]?"
)
_BY_ONE_AT = re.compile(f"[”]?{KIND}?[^，。；：{MASK}]{{0,8}}?由(?:总部)?(?:位于|来自|落户|入驻|设在|注册在|注册于|扎根)[“]?")
#: “甲”由丙园企业研发.
_BY = re.compile(f"[”]?{KIND}?[^，。；：{MASK}]{{0,8}}?由[“]?")
_ITS_FIRMS = re.compile(
    f"[”]?(?:内|的|辖区|区内|高新技术|龙头|本土){{0,3}}(?:{_MAKER})(?!志愿|党员|干部)[^，。；：]{{0,12}}?(?:{_MADE})"
)
_THE_ONE = re.compile(r"[”]?(?:内|里)?的[^，。；：]{1,24}?(?:研发|开发|研制|承建|建设|设计|打造|运营|提供|生产|制造)")
#: “甲”的数据来源于丙园, “甲”数据存储于丙园: what it only draws on.
_FROM = re.compile(
    f"[”]?{KIND}?的?(?:基础|运行|核心)?(?:算力|数据|资金|经费|技术|设备|人才)(?:均|都|全部|主要|部分)*(?:由|来源于|来自于?|存储[于在]|存放[于在]|取自)[“]?"
)


#: 全市首个“甲”在乙街道亮相: the first of its kind is opened where it shows itself, but at no meeting.
_FIRST = re.compile("首[个家座间处条台套辆支批][^，。；]{0,8}[“]?$")
_ITSELF = re.compile(f"[”]?{KIND}?在[“]?")
_SHOWS_ITSELF = re.compile(f"[{ROW}]*(?:正式|首次|首度|成功|惊艳|全新|集中)?亮相(?=[，。；]|$)")


def is_staged_behind(lead: str, gap: str, tail: str) -> bool:
    """Whether a place behind a service is only where something is done with it, or about it.

    Parameters
    ----------
    lead, gap, tail:
        The words before the service, between it and the place, and those behind the place up to the sentence's end, names
        masked.
    """
    if _FROM.fullmatch(gap) or _ITS_COMPANY.fullmatch(gap):
        return True
    held = _ITS_MEETING.fullmatch(gap) and _IS_HELD.match(tail)
    if held or (_BY_ONE_AT.fullmatch(gap) and _THE_ONE.match(tail)) or (_BY.fullmatch(gap) and _ITS_FIRMS.match(tail)):
        return True
    if _FIRST.search(lead) and _ITSELF.fullmatch(gap) and _SHOWS_ITSELF.match(tail):
        return False
    staged = _IS_STAGED.match(tail) if _AT.search(gap) else None
    if staged is not None and staged.group().endswith("展示" + staged["more"]) and len(staged["more"]) > 1:
        return False
    return staged is not None and not (
        _RUNS.search(staged["more"]) or _COUNTED.search(staged["more"]) or _RUNS_THEN.search(tail, staged.end())
    )


_TOLD = "(?:发布|介绍|展示|演示|推介|讨论|解读|分享|了解|观看|参观|就|对|围绕)"
#: 在丙园举行的推介会上，乙公司发布了“甲”.
_AT_A_MEETING = re.compile(
    rf"[”]?[^，。；：{MASK}]{{0,8}}?(?:举办|举行|召开|承办|主办|开幕)的?[^，。；：{MASK}]{{0,18}}?(?:会|{_MEETING}|周|节|活动)(?:上|期间|中|现场)?，"
    rf"[^。；]{{0,24}}?{_TOLD}了?[^，。；{MASK}]{{0,6}}[“]?"
)
#: 丙街道举办“甲”专题讲座, 丙街道开展“甲”知识竞赛.
_HOLDS = re.compile(f"[”]?[^，。；：{MASK}]{{0,8}}?(?:举办|举行|召开|开展|组织|承办|参加|开设)了?[^，。；、：{MASK}]{{0,8}}[“]?")
_A_MEETING = re.compile(f"[”]?{KIND}?的?(?:[^，。；、：{MASK}]{{0,6}}?)(?:{_MEETING})(?=[，。；、]|$)")
#: 丙街道对“甲”进行了宣传.
_OF_IT = re.compile(f"[”]?[^，。；：{MASK}]{{0,6}}?对[“]?")
_IS_TOLD = re.compile(
    f"[”]?{KIND}?的?[^，。；：{MASK}]{{0,6}}?进行了?[^，。；：{MASK}]{{0,6}}?(?:宣传|推介|讲解|介绍|讨论|研讨|点评|报道)"
)
#: 丙街道对“甲”的意见, 丙街道就“甲”提出意见.
_ON_IT = re.compile(f"[”]?[^，。；：{MASK}]{{0,6}}?[对就][“]?")
_OPINION = re.compile(f"[”]?{KIND}?(?:的|提出了?)(?:[^，。；：{MASK}]{{0,4}}?)(?:意见|看法|诉求)(?:和建议|建议)?(?=[，。；]|$)")
#: 丙街道代表队获“甲”大赛一等奖.
_WINS = re.compile(f"[”]?[^，。；：{MASK}]{{0,8}}?(?:荣获|获得?|夺得|斩获|捧得)了?[“]?")
_A_CONTEST = re.compile(f"[”]?{KIND}?[^，。；：{MASK}]{{0,6}}?(?:大赛|竞赛|比赛|评选)")
#: 乙公司在丙园召开新品发布会，推出“甲”.
_AT_ITS_SHOW = re.compile(
    f"[”]?(?:成功)?(?:召开|举办|举行)了?[^，。；：{MASK}]{{0,10}}?(?:发布会|推介会|博览会|展览会|论坛|峰会|大赛)，(?:现场|集中|首次|正式)?(?:发布|推出|展示|推介|介绍|解读)了?[“]?"
)
#: 到丙街道宣传推广“甲”; not 丙街道宣传推广“甲”, which has it.
_GO_TO = re.compile("(?:到|赴|走进|深入|前往)[“]?$")
_TELL = re.compile(f"[”]?[^，。；：{MASK}]{{0,10}}?(?:宣传|推介|宣讲|讲解|介绍)(?:推广|普及|使用)?了?[“]?")
#: 丙街道将学习借鉴乙市“甲”的经验: around the name of another place, which has it.
_LEARN = re.compile(
    f"[”]?[^，。；：{MASK}]{{0,16}}?(?:学习|借鉴|参考|对标|参照|考察|参观|观摩)(?:学习|借鉴|吸收)?了?[“]?{MASK}+[”]?的?[“]?"
)


def is_staged_ahead(lead: str, gap: str, tail: str) -> bool:
    """Whether a place before a service is only where it is shown, taught or talked of, or would do as others.

    Parameters
    ----------
    lead, gap, tail:
        The words before the place, between the two, and behind the service, names masked.
    """
    if _AT_A_MEETING.fullmatch(gap) or _LEARN.fullmatch(gap):
        return True
    holds = _HOLDS.fullmatch(gap) and _A_MEETING.match(tail)
    told = _OF_IT.fullmatch(gap) and _IS_TOLD.match(tail)
    opinion = _ON_IT.fullmatch(gap) and _OPINION.match(tail)
    wins = _WINS.fullmatch(gap) and _A_CONTEST.match(tail)
    shows = lead.endswith(("在", "在“")) and _AT_ITS_SHOW.fullmatch(gap)
    return bool(
        holds or told or opinion or wins or shows or (_GO_TO.search(lead) and _TELL.fullmatch(gap) and not _RUNS.search(tail))
    )
