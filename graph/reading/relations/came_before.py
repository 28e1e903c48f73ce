"""The places to which the words before a firm say that it came: 落户丙园的甲公司, 自2018年进驻丙园以来，甲公司…, 甲公司（丙园）."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.scene import MASK, Group, Pair, Scene

__all__ = ["ARRIVES", "HOSTS", "came_before", "is_of_the_next"]

HOSTS = ("Carrier", "BusinessCircle", "Community", "Road", "Subdistrict", "District")
#: Not 签约共建, which two do together.
ARRIVES = f"(?!签约(?:共建|合作|联合|建设|打造|成立|设立))(?:{alternation('cue_verbs', 'arrive')}|{alternation('progress', 'settle')}|(?:先后|已|陆续|相继)引入)"


def came_before(scene: Scene, firm: Pair) -> list[Pair]:
    """The places before a firm, or in brackets right behind it, that the words between say it is at."""
    return [*_bracketed(scene, firm), *_settled(scene, firm), *_among(scene, firm), *_since(scene, firm)]


#: 自2018年进驻丙园以来，甲公司…: around the place, before the firm.
_CAME_THERE = re.compile(rf"(?:^|，)(?:自从?|[^，。；：■]{{0,8}}年)[^，。；：■]{{0,10}}?{ARRIVES}(?:了|于|在|到|至)?[“]?$")
_EVER_SINCE = re.compile(r"[”]?(?:[\d一二三四五六七八九十两]{1,3}年)?(?:以来|至今|之后|后|来)，[“]?")


def _since(scene: Scene, firm: Pair) -> list[Pair]:
    """The place that a sentence says, right before the firm that it is about, this one came to some time ago."""
    return _last_place_before(scene, firm, _CAME_THERE, _EVER_SINCE)


def _last_place_before(scene: Scene, firm: Pair, lead: re.Pattern[str], between: re.Pattern[str]) -> list[Pair]:
    """The last place before a firm, where the words that lead to it and those between the two are as given."""
    group = next((g for g in reversed(scene.groups) if g.end <= firm[0].start), None)
    if group is None or not between.fullmatch(scene.between(group.end, firm[0].start)):
        return []
    told = lead.search(scene.between(scene.start, group.start))
    return [p for p in group.of(HOSTS) if p[1] is not firm[1]] if told else []


#: 一批企业落户丙园，其中，甲公司投资…: who came, and one of them.
_MANY_CAME = re.compile(
    rf"(?:一批|多家|众多|一大批|[\d一二三四五六七八九十百]+(?:余|多)?家)[^，。；：]{{0,14}}(?:企业|公司|项目|商户)[^，。；：]{{0,8}}{ARRIVES}(?:了|于|在|到|至)?$"
)
_ONE_OF_THEM = re.compile(rf"，(?:其中|包括|如)[，：]?(?:[“”]?{MASK}+[“”]?[、和与及])*[“]?")


def _among(scene: Scene, firm: Pair) -> list[Pair]:
    """The place that many are said to have come to, right before one of them is named."""
    return _last_place_before(scene, firm, _MANY_CAME, _ONE_OF_THEM)


def is_of_the_next(scene: Scene, group: Group) -> bool:
    """Whether a place belongs to the firm behind it: 甲公司和落户丙园的乙公司."""
    behind = _SETTLED_ONE.match(scene.between(group.end, scene.end))
    return behind is not None and any(m.start == group.end + behind.end() for m, _ in scene.of("Enterprise"))


#: Between a place and the firm that came there: 在丙园成立的甲公司, 在丙园“长大”的丁公司, 落户丙园仅一年的乙公司.
_SETTLED_ONE = re.compile(
    r"(?:之?[内里中])?[“]?(?:成立|注册|设立|创办|起步|成长|长大|壮大|发展|孵化|落户|扎根)?[”]?(?:起来)?(?:[已近仅超满]*[\d一二两三四五六七八九十多数几]{1,4}余?[年载](?:多|有余|之久)?)?的(?![^，。；、■]{0,8}创[办立])[^，。；、■有由均都与和]{0,8}[“]?(?=■)"
)
#: 落户丙园核心区3号楼的甲公司.
_IN_A_HOUSE_OF_IT = re.compile(
    rf"[^，。；：、的{MASK}]{{0,14}}(?:区|楼|[\dA-Z][栋幢座号期]|厂房|平台|孵化器|中心|大厦)(?:内|里)?的[“]?{MASK}"
)
#: Before that place.
_SETTLES_AT = re.compile(rf"(?:{ARRIVES}|深耕|扎根|植根|在|(?<![关对由基鉴])于)(?:了|于|在|到|至)?$")


def _settled(scene: Scene, firm: Pair) -> list[Pair]:
    """The place that the words right before a firm say it came to: 落户丙园的甲公司."""
    group = next((g for g in reversed(scene.groups) if g.end <= firm[0].start), None)
    gap = scene.between(group.end, firm[0].start) + MASK if group is not None else ""
    one = _SETTLED_ONE.match(gap)
    if group is None or not ((one and one.end() == len(gap) - 1) or _IN_A_HOUSE_OF_IT.fullmatch(gap)):
        return []
    told = _SETTLES_AT.search(scene.between(scene.start, group.start))
    return [p for p in group.of(HOSTS) if p[1] is not firm[1]] if told else []


def _bracketed(scene: Scene, firm: Pair) -> list[Pair]:
    """The place that stands alone in brackets behind a firm: 甲科技（丙园）."""
    end = firm[0].end
    places = [p for p in scene.of(*HOSTS) if p[0].start == end + 1 and scene.text[end] == "（"]
    alone = [p for p in places if scene.text[p[0].end : p[0].end + 1] == "）"]
    # 甲科技（苏州） is a name, 甲有限公司（苏州） tells where.
    whole = scene.text.endswith(("公司", "集团", "厂", "合作社"), firm[0].start, end)
    return [p for p in alone if whole or p[1].type != "District" or scene.text[p[0].end - 1] in "区县市"]
