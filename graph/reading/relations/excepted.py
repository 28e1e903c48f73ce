"""Places that a sentence names and says nothing to be at: 除甲街道外的各街道, 与乙园联动发展, 与丙城一路之隔."""

from __future__ import annotations

import re

from graph.reading.relations.masks import MASK, ROW

__all__ = ["is_around", "is_excepted", "is_left", "is_only_near", "only_work_together"]

#: 除甲、乙外的各街道; not 除甲外，还.
_ALL_BUT = re.compile(f"除了?(?:[{ROW}]*)$")
_BUT_THIS = re.compile(f"[{ROW}]*(?:等[^，。；：]{{0,6}})?[以之]?外，?(?:的|其余|其他|全部|所有|各|均)")
#: Around a place with which the one before it only works: 与乙园联动发展.
_WITH_IT = re.compile(
    rf"(?:^|[，；])(?:目前|近年来|同时|此外)?，?[“]?(?:{MASK}[{ROW}]*|园区|该园|基地)[”]?(?:加强|积极|主动)?(?:与|同)[“]?$"
)
_DO_TOGETHER = re.compile(
    "[”]?(?:等[^，。；]{0,6})?[^，。；、]{0,8}?(?:联动|错位|协同|互动|互补|呼应|差异化|合作|协作|对接|结对|联盟)"
)
#: 学习甲园经验, 借鉴乙区做法: around a place that others are to do as.
_LEARNED_FROM = re.compile("(?:学习|借鉴|参照|参考|仿照|效仿|对照|吸收)(?:了)?[“]?$")
_ITS_WAYS = re.compile("[”]?(?:等地?)?的?[^，。；、]{0,10}?(?:经验|做法|模式|样板|思路|理念|案例|机制)")
#: 距甲城20公里, 紧邻乙园、丙广场, 东临丁街道, 对标戊谷: before a place that is only near, or only like it.
_NEAR_TO = re.compile(
    "(?:距离?|毗邻|紧邻|比邻|相邻|邻近|临近|靠近|紧靠|紧挨|紧临|对标|比肩|媲美|(?<![\u4e00-\u9fff][中大])[东西南北][侧面边]?(?:临|邻|接|靠|依|连))[“]?(?:[^，。；、和与的]{2,14}[、和与]){0,3}$"
)
#: 甲区以东的乙园, 甲区周边的丙园, 甲区与丙区交界处: behind a district that something is only near.
_AWAY = re.compile(
    "[”]?(?:以[东南西北外](?=[的方侧，。；])|周边(?=的)|附近|外围|[与和][“]?[^，。；、的]{1,8}(?:交界|接壤|相邻)(?![，。；])|(?:交界|接壤|相邻)(?![，。；]))"
)
#: 不在甲街道范围内, 没有设在乙园: before a place where something is not.
_NOT_IN = re.compile("(?:(?<![正处无])不在|(?:[未没]有?|不)(?:设|位于|坐落)(?:在|于)?)[“]?$")
#: 与甲城一路之隔, 与乙园相邻: around a place that is only next to the one spoken of.
_BESIDE = re.compile("(?:与|和|同|跟)[“]?$")
_IS_BESIDE = re.compile(
    "[”]?(?:仅|只|紧密|紧紧|直线)?(?:隔?[一两][路河江水桥街墙湖]之隔|隔[路河江湖海街](?:相望|相对)|相邻|毗邻|毗连|比邻|接壤|相望|为邻|紧邻|相接)"
)


def only_work_together(gap: str, behind: str) -> bool:
    """Whether two parks are joined for what they do with each other, so that where the first is says nothing of the second.

    Parameters
    ----------
    gap, behind:
        The words between the two, and behind the second: 位于丙区的甲园|与|乙园|联动发展.
    """
    return gap.strip("“”") in ("与", "和", "同") and _DO_TOGETHER.match(behind) is not None


#: 甲园周边有乙公司: behind a park that things are only near.
_AROUND = re.compile("[”]?的?(?:周边|附近|周围|外围|对面|隔壁)")


def is_around(behind: str) -> bool:
    """Whether the words behind a park say that what follows is only near it.

    Parameters
    ----------
    behind:
        The words of the sentence behind it, names masked.
    """
    return _AROUND.match(behind) is not None


#: 原位于甲街道的乙园已搬至丙区: right before the place that a thing has left.
_FORMERLY = re.compile(
    "(?:原先?|原来|曾|此前|之前)(?:位于|坐落[于在]|地处|设[于在]|建[于在])[“]?$|(?:原先?|原来|此前|之前)在[“]?$"
)

#: 甲公司曾在乙园办公; 丙平台曾在丁街道试点 says that it ran there.
_ONCE = re.compile("曾在[“]?$")
_TRIED = re.compile("[”]?[^，。；]{0,10}?(?:试点|试用|试行|试运行|测试|上线|推出|推广)")


def is_left(before: str) -> bool:
    """Whether a thing is said to have been at a place formerly, by the words before the place, names masked."""
    return _FORMERLY.search(before[-8:]) is not None


def is_excepted(before: str, behind: str) -> bool:
    """Whether a place is one that something is not said of: 除甲街道外的所有街镇, 甲园与乙园联动发展, 紧邻甲园的乙大厦.

    Parameters
    ----------
    before, behind:
        The words of the sentence on both sides of it, names masked.
    """
    joined = _BESIDE.search(before[-2:])  # as all that stand before what it is done with
    partner = joined and _WITH_IT.search(before) and _DO_TOGETHER.match(behind)
    learned = _LEARNED_FROM.search(before[-8:]) and _ITS_WAYS.match(behind)
    beside = joined and _IS_BESIDE.match(behind)
    but = "除" in before and _ALL_BUT.search(before) and _BUT_THIS.match(behind)
    near = _NEAR_TO.search(before[-50:]) or _NOT_IN.search(before[-8:])
    was_there = _ONCE.search(before[-3:]) and not _TRIED.match(behind)
    return bool(learned or beside or near or partner or but or is_left(before) or was_there)


def is_only_near(before: str, behind: str) -> bool:
    """Whether the words around a district or a park, of which a corner is no address, only say that something is near it: 毗邻甲区的乙园, 甲区以东."""
    return bool(_NEAR_TO.search(before[-50:]) or _AWAY.match(behind))
