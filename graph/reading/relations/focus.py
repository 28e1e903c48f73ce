"""The place that the discourse is about: from heading to paragraph to sentence, the nearest wins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.reading.entities import Known
from graph.reading.relations.here import holds, named_here
from graph.reading.relations.of_those import counts_firms
from graph.reading.relations.scene import MASK, Link, Pair, Scene
from graph.reading.sentences import FIRST_ITEM, ITEM

__all__ = ["Focus", "is_item"]

_SPOKEN_OF = ("Carrier", "BusinessCircle", "Subdistrict", "Community", "District")
#: Marks of a heading, the larger ones first.
_MARKS = (
    r"\s*(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}[、.．])",
    r"\s*（[一二三四五六七八九十]{1,3}）",
    r"\s*\d{1,2}[、.．](?!\d)",
    r"\s*(?:（\d{1,2}）|\d{1,2}）|[①-⑳]|—|-|·)",
    r"\s*(?:[一二三四五六七八九十]|首先|其次|再次|最后)(?:是|，)",
)
#: The first of them that a sentence begins with, a group each.
_MARK = re.compile("|".join(f"({mark})" for mark in _MARKS))
#: The level of what has no mark.
_UNMARKED = len(_MARKS)
_LONGEST_HEADING = 30
#: 甲街道一是推出乙，二是上线丙: what is said before the first item holds for the next ones.
_NEXT_ITEM = re.compile("[二三四五六七八九十]是")
#: Before such a place, and between it and the first item.
_OPENS = re.compile(r"(?:[^，。；：]{0,10}，)?(?:在|其中)?")
_LEADS = re.compile(r"[”]?(?:内|上|里|还|也|主要|重点|近年来|积极|已|正)*[，：]?|[^。；：]{0,30}[，：]")


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    places: tuple[Pair, ...]
    until: float
    """Number of the last paragraph that it heads, where no mark ends it before."""
    state: tuple[Pair, ...] = ()
    """The places of which it tells how they do: what comes there may be said without them, but not all below is there."""


class Focus:
    """What the sentences are about, followed from one to the next."""

    def __init__(self, home: Known | None) -> None:
        self._home = home
        self._headings: list[_Heading] = []
        self._paragraph = -1
        self._led: tuple[Pair, ...] = ()
        self._next_item = False
        self._about: tuple[Pair, ...] = ()
        self._county: tuple[Pair, ...] = ()
        self._goes_on = False
        self.rest: tuple[Pair, ...] = ()
        """The place that the sentences before, in the same paragraph, are about: what comes there is said without it."""

    @property
    def topic(self) -> tuple[Pair, ...]:
        """The places that the nearest heading above is about, or the words before the first item of this one's row; none where it is the replying district."""
        if self._next_item and self._led:
            return self._led
        headed = self._headings[-1].places if self._headings else ()
        if not headed and self._goes_on and self._county and self._home and holds(self._home, self._county[0][1]):
            return self._county
        return self._county if headed and self._county and _lies_in(self._county[0][1], headed) else headed

    @property
    def state(self) -> tuple[Pair, ...]:
        """The one place of which the nearest heading above tells how it does."""
        return self._headings[-1].state if self._headings else ()

    def enter(self, scene: Scene) -> None:
        """Take in a sentence before it is read: it may be a heading, or open with the place that it is about."""
        paragraph = scene.sentence.paragraph
        level = _level(scene.said)
        first = paragraph != self._paragraph
        if first:
            self._paragraph, self.rest, self._led, self._about, self._county = paragraph, (), (), (), ()
        self._next_item = _NEXT_ITEM.match(scene.said) is not None
        self._headings = [h for h in self._headings if h.until >= paragraph and (h.level < level or level == _UNMARKED)]
        if self.rest and self.rest[0][1].type == "Subdistrict" and not _stays_in_town(scene):
            self.rest = ()
        named = _heads(scene) or _announced(scene)
        self._county = _opening_county(scene) or _still_about(scene, self._county)
        parks_only = all(place.type == "Carrier" and place.larger is None for group in scene.groups for place in group.places)
        self._goes_on = parks_only and bool(_DOES.match(scene.said))
        if not named and first and level < _UNMARKED - 1 and (state := _heads_on_state(scene)):
            own = any(known is self._home or holds(known, self._home) for _, known in state)
            outer = self._headings[-1].places if self._headings else ()
            self._push(level, tuple(p for p in outer if p[1].type == "District"), float("inf"))
            self._headings[-1] = replace(self._headings[-1], state=() if own else state)
        if named:
            alone = scene.text[scene.end : scene.end + 1] in ("\n", "")
            lasting = first and level < _UNMARKED - 1
            until = float("inf") if lasting else paragraph + 1 if alone else paragraph
            self._push(level, named, until)

    def leave(self, scene: Scene, firms: list[Link]) -> None:
        """Take in a sentence and what was read from it: what it was about may go on in the next one."""
        if item := FIRST_ITEM.search(scene.said):
            self._led = _leading(scene, scene.start + item.start(), self._home)
        self._about = _subject(scene, self._about)
        if scene.names_places() or named_here(scene, self._home):
            self.rest = _one_place(scene, firms, self._home) or self._about
        if scene.text[scene.end - 1 : scene.end] == "：" and scene.groups and scene.groups[0].start == scene.start:
            self._push(_level(scene.said), tuple(p.pair for p in scene.groups[0].places), scene.sentence.paragraph + 1)

    def _push(self, level: int, places: tuple[Pair, ...], until: float) -> None:
        own = any(known is self._home or holds(known, self._home) for _, known in places)
        self._headings = [h for h in self._headings if h.level < level]
        self._headings.append(_Heading(level, () if own else places, until))


def is_item(text: str, start: int) -> bool:
    """Whether an item of a list begins at a position of the flow."""
    return bool(ITEM.match(text, start))


def _level(said: str) -> int:
    mark = _MARK.match(said)
    return mark.lastindex - 1 if mark and mark.lastindex else _UNMARKED


#: What a heading has beside the names in it: its marks, and how it is numbered.
_MARKS_AND_NUMBER = rf"[{MASK}“”：、\s—-]|^.{{0,3}}?[、.．）]"
_NO_MARKS, _NO_WORDS = re.compile(_MARKS_AND_NUMBER), re.compile(rf"{_MARKS_AND_NUMBER}|是")
_NO_WORD = re.compile(r"\W")


#: What a heading says of the place that it names: 关于甲园的建设情况, 甲谷产业发展现状.
_OF_ITS_STATE = re.compile(
    "^(?:关于|近年来?|目前)?(?:支持|推动|推进|促进)?|(?:的|基本|总体|整体|产业|园区|开发|建设|发展|运营|运行|招商|引资|项目|企业|入驻|推进|工作|有关|相关)*(?:情况|现状|概况|简介|进展|成效|历程)$"
)


def _heads(scene: Scene) -> tuple[Pair, ...]:
    """The places that a heading consists of: （1）甲分园区; 2.关于甲区的建设情况."""
    if len(scene.groups) != 1 or len(scene.said) > _LONGEST_HEADING:
        return ()
    rest = _NO_WORDS.sub("", scene.masked)
    return tuple(scene.groups[0].of(_SPOKEN_OF)) if len(rest) <= 2 else ()


def _heads_on_state(scene: Scene) -> tuple[Pair, ...]:
    """The one place of which a heading tells how it does: 一、甲园产业发展情况."""
    if len(scene.groups) != 1 or len(scene.groups[0].places) > 1 or len(scene.said) > _LONGEST_HEADING:
        return ()
    rest = _NO_MARKS.sub("", scene.masked)
    alone = scene.text[scene.end : scene.end + 1] in ("\n", "")
    return tuple(scene.groups[0].of(_SPOKEN_OF)) if alone and not _OF_ITS_STATE.sub("", rest) else ()


def _announced(scene: Scene) -> tuple[Pair, ...]:
    """The place that a paragraph opens with, before a colon: 甲镇：以…."""
    first = scene.groups[0] if scene.groups else None
    if (
        first is None
        or scene.text[first.end : first.end + 1] != "："
        or len(_NO_WORD.sub("", scene.between(scene.start, first.start))) > 3
    ):
        return ()
    return tuple(first.of(_SPOKEN_OF))


#: Before the county that a sentence is about: 截至去年底，甲县…, 为了盘活资源，甲县….
_BEFORE_A_COUNTY = re.compile(f"(?:[^。；：{MASK}]{{1,30}}，)?")
#: Behind a county that is none: 甲县的企业, 甲县、乙县, 甲县等地.
_NOT_ABOUT_IT = re.compile(
    "[、和与及]|等地|(?:地区)?的(?!目标)|一带|(?:人大|政协)?(?:企业|居民|群众|市民|委员|代表)(?!数|总量|[^，。；]{0,3}[超达])"
)


def _opening_county(scene: Scene) -> tuple[Pair, ...]:
    """The one county that a sentence is about, which opens it: the nearest in a section on a city, or on several counties."""
    first = scene.groups[0] if scene.groups else None
    if first is None or len(first.places) > 1 or first.places[0].type != "District":
        return ()
    lead, behind = scene.between(scene.start, first.start), scene.between(first.end, scene.end)
    return (first.places[0].pair,) if _BEFORE_A_COUNTY.fullmatch(lead) and not _NOT_ABOUT_IT.match(behind) else ()


#: 甲县发展纺织业。先后引进乙、丙: how a sentence begins that has the county of the one before it for its subject.
_DOES = re.compile(
    r"(?:(?:目前|现在?|近年来|此外|同时|其中|截至目前|去年|今年|(?>[\d年月日]{2,11})(?:以来)?)，?)?(?:先后|已|还|又|共|累计|相继|陆续|成功|率先|新|正)*"
    "(?:引进|引入|招引|落户|集聚|培育|建成|建设|打造|筹建|新建|上线|推出|开通|试点|签约|拥有|形成|搭建|开发|启用)(?!成本|标准|期|用地|资金|单位|的|银行|[区商者局厅])"
)
#: 甲县…。全市…: a sentence that leaves the county of those before it; 全市 may be the county itself where it is a city.
_OF_ALL = re.compile("(?:^|[，；：])[我全][市省州]")

#: 市商务局积极对接, 市里统筹推进: a sentence that another office than the county's is the subject of.
_OF_AN_OFFICE = re.compile(
    r"(?:[^，。；：]{1,12}，)?(?:我|省|市(?!场|民|区|面|值))[\u4e00-\u9fff]{0,8}?(?:局|厅|委|办|里|级|财政|部门|领导)"
)


def _still_about(scene: Scene, county: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The county that the sentences before, in the same paragraph, are about, where this one does not turn to all of the city."""
    first = scene.groups[0] if scene.groups else None
    other = (
        county
        and first is not None
        and first.places[0].type == "District"
        and all(p.pair[1] is not county[0][1] for p in first.places)
        and _BEFORE_A_COUNTY.fullmatch(scene.between(scene.start, first.start))
    )
    turns = county and (
        other or _OF_AN_OFFICE.match(scene.said) or (county[0][1].name[-1] != "市" and _OF_ALL.search(scene.said))
    )
    return () if turns else county


def _lies_in(county: Known, places: tuple[Pair, ...]) -> bool:
    """Whether a county is one of the districts that a heading names, or lies in the one city that it names."""
    if any(known.type != "District" for _, known in places):
        return False
    return any(known is county for _, known in places) or (len(places) == 1 and holds(places[0][1], county))


def _leading(scene: Scene, item: int, home: Known | None) -> tuple[Pair, ...]:
    """The places that a sentence opens with before its first item, which begins at ``item``."""
    group = next((g for g in scene.groups if g.end <= item), None)
    if group is None or not _OPENS.fullmatch(scene.between(scene.start, group.start)):
        return ()
    led = _LEADS.fullmatch(scene.between(group.end, item))
    return tuple(p for p in group.of(_SPOKEN_OF) if p[1] is not home) if led else ()


_GOES_ON = re.compile(
    r"(?:[^，。；：■]{0,8}，)?(?:它|其中?(?=[，位原前占于由总])|该[园区地谷岛项基]|园区|园内|岛[内上]|谷内|基地(?!的)|项目|目前|现|(?>[\d年月日]{2,12}))"
)


#: 近年来，我区…: a sentence that leaves the park of those before it.
_TURNS_TO_THE_DISTRICT = re.compile("(?:[^，。；：■]{0,10}，)?(?:[我全本][区县市旗州]|辖区|[区县市]内)")


#: Behind a sentence about a town: 这里集聚了甲, 其中乙…; 先后引进丙 and 丁等企业落户 go on with it as well.
_STAYS = re.compile(r"(?:(?:目前|如今|现在?|(?>[\d年月日]{2,11})|去年|今年)，?)?(?:这里|此处|其中|代表|典型|主要|比较|较)")


def _stays_in_town(scene: Scene) -> bool:
    """Whether a sentence has no other subject than the town of those before it, or than the firms that come there."""
    firm = next(iter(scene.of("Enterprise")), None)
    opens = firm is not None and not _NO_WORD.sub("", scene.between(scene.start, firm[0].start))
    return bool(opens or _DOES.match(scene.said) or _STAYS.match(scene.said))


#: 目前丙新城已建成…: before what a sentence is about, as if nothing stood there.
_BY_NOW = re.compile("(?:(?:目前|如今|现在?|现如今|截至目前|截[至止][^，。；■]{2,14}|据统计)，?){0,2}[“]?")


def _subject(scene: Scene, before: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The park that a sentence opens with; the one of those before it, where it goes on with that one."""
    first = scene.groups[0] if scene.groups else None
    if first is not None and _BY_NOW.fullmatch(scene.between(scene.start, first.start)):
        parks = first.of(("Carrier", "BusinessCircle"))
        return tuple(parks) if len(first.places) == len(parks) == 1 else ()
    return () if before and _TURNS_TO_THE_DISTRICT.match(scene.said) else before


#: 截至2024年10月底，; 近年来，: what may stand before the place that a sentence opens with.
_TIME_AHEAD = re.compile("截[至止](?:到|至)?[^，。；■]{2,14}，|[^，]{0,8}，")
#: Before the one place of a sentence to which things came: 30个项目签约落地丙园; not 一是年内引进百家企业入驻丙园, an aim among others.
_CAME_TO = re.compile(
    "(?:(?:\\d+|多|一批|[一二三四五六七八九十两])个?[^，。；：]{0,10}(?:项目|企业)[^，。；：]{0,8}(?:落户|落地|入驻|进驻)(?:在|于|到)?)[“]?$"
)
_AS_AN_AIM = re.compile("[一二三四五六七八九十]是|年内|力争|争取|计划|拟|将|推动|推进|促进|洽谈|加快")


def _is_of_a_town(scene: Scene, town: Pair) -> bool:
    """Whether a sentence is about the town that it opens with, or counts its firms: 丙镇盘活厂房10万平方米; 丙镇现有企业80家."""
    return counts_firms(scene.said) or not _NOT_ABOUT_IT.match(scene.between(town[0].end, scene.end))


def _one_place(scene: Scene, links: list[Link], home: Known | None) -> tuple[Pair, ...]:
    """The place of a sentence's firms, where all of them are in the same one; else the one place that it opens with or says 在 of."""
    hosts = {id(k.target) for k in links if k.source.type == "Enterprise" and k.target is not home}
    named = [place.pair for group in scene.groups for place in group.places]
    if hosts:
        return tuple(pair for pair in named if {id(pair[1])} == hosts)[:1]
    town = bool(named) and named[0][1].type == "Subdistrict" and _is_of_a_town(scene, named[0])
    if not named or not (town or named[0][1].type in ("Carrier", "BusinessCircle")) or len(scene.groups[0].places) > 1:
        return ()
    at = scene.between(scene.start, named[0][0].start)
    opens = len(_TIME_AHEAD.sub("", at)) <= 1 and not at.endswith(("与", "同"))
    came = at.endswith(("在", "于")) or (_CAME_TO.search(at) and not _AS_AN_AIM.search(at))
    return (named[0],) if opens or (len(named) == 1 and came) else ()
