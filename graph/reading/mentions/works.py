"""Works by their names: those that a group calls its own, and those that a place or a number names and of which it is said where they are or what they have."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation
from graph.reading.mentions.names import clean, is_unknown
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["works"]


def works(reply: Reply, sentence: Sentence) -> list[Mention]:
    """The works of a sentence that are firms by what is said of them: 甲集团下属上染厂, 位于乙路的南京纺织机械厂."""
    return [*_of_groups(reply, sentence), *_named(reply, sentence)]


#: 甲集团下属上染厂、南柴厂: works that a group says to be its own.
_GROUPS_WORKS = Sought(
    "(?:集团|公司|控股)(?:所属|下属|旗下)的?(?P<row>[\u4e00-\u9fff]{2,4}?厂(?:[、和与及][\u4e00-\u9fff]{2,4}?厂){0,6}"
    ")(?=[在有已将由与和及的等原也，、。；）]|$)"
)
_ONE_OF_THEM = re.compile("(?:(?<=厂)[、和与及])?(?P<works>(?P<core>[\u4e00-\u9fff]{2,4}?)厂)")
#: 加工厂, 老电厂, 各分厂: a kind of works, and no short name.
_KIND_OF_WORKS = re.compile("^[各多该两老原本几数全三四五六七八九十]|[工电水船分总酒糖药茶煤矿]$")


def _of_groups(reply: Reply, sentence: Sentence) -> list[Mention]:
    """The works of groups that have no more than a short name."""
    text, found = reply.flow.text, []
    for row in _GROUPS_WORKS.finditer(text, sentence.start, sentence.end):
        for works in _ONE_OF_THEM.finditer(text, *row.span("row")):
            if is_unknown(works["core"]) and not _KIND_OF_WORKS.search(works["core"]):
                found.append(Mention("Enterprise", works["works"], *works.span("works"), "suffix.works", 0.8))
    return found


#: What a name does not hold: marks, figures, particles, words that count.
_CHARACTER = r"[^，。；：、“”（）《》\d的了着过在是有和与及等对由被将把为至到从向以各某多家座个]"
#: 第一棉纺织厂, 纺织机械厂: behind the place that the works are named after; no kind of works, no verb and no phrase.
_BEHIND_PLACE = re.compile(
    r"(?:地方)?(?:国营)?(?:第[一二三四五六七八九十]{1,3})?"
    rf"(?![老旧原新小大]){_CHARACTER}{{1,7}}(?<![工水分主整加处焚设建办开进出电配])(?:总)?厂"
)
#: Works without a place are named by their number, or by 国营.
_BY_NUMBER = re.compile(rf"(?:国营|第[一二三四五六七八九十]{{1,3}}(?![批条大步次期代届类梯轮产名时年]))(?:{_CHARACTER}){{2,6}}厂")
_NO_WORKS = re.compile(alternation("works_attributes"))
#: What stands at the end, and no more of a name or what was left of it: 厂房, 厂旧址, 厂地块.
_ENDS = Sought(
    "厂(?![房商区家长址主子内外矿务站名牌]|旧|老|原|遗|地块|片区|宿舍|家属|车间|仓库|生活区|社区|小区|周边|附近|大院|文创|创意|路|街|的(?:旧|老|原|厂房|仓库|车间)|(?:[^，。；]{0,8})(?:改造|改建|改成|改为|更新|活化|拆除|征收|收储|停产|关停|搬迁|外迁|倒闭|破产))"
)
_LEFT_OF_IT = re.compile("(?:原|老|旧|曾|昔日|当年|前身|利用|改造|由|(?<!下)属)(?:是|为|的)?$")
#: 位于甲路的, right before it.
_IS_AT = re.compile("(?:位于|地处|坐落[于在]|座落[于在])[^，。；：、]{2,20}的[“]?$")
#: Behind it, where it is or what only one can have or be: what works of a city do together names none.
_AT_WORK = re.compile(
    "[”]?(?:（[^（）]{1,16}）)?(?:也|已|现|均|目前|今年|去年)*(?:位于|地处|坐落|座落|现有|拥有|具有|始建于|创建于|占地|年产|投产|入选(?![^，。；]{0,16}遗)|获评|荣获)"
)
#: 始建于1865年，现为甲产业园: what stands where the works were.
_NOW_ANOTHER = re.compile(
    "[^。；]{0,40}，(?:现|如今|今|后|目前)(?:在|已)?(?:为|是|成为|[改变转蝶][建造成变为身]{1,2})[^，。；]{0,20}(?:园区?|街区|艺术区|基地|广场|空间|博物馆|遗址|小区|社区)"
)


def _named(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Works named after a place or by a number of which the words around say where they are or what they do."""
    text, found = reply.flow.text, []
    for last in _ENDS.finditer(text, sentence.start, sentence.end):
        end = last.start() + 1
        start = _begin(text, max(sentence.start, end - 18), end)
        if start is None or _NO_WORKS.search(text, start, end):
            continue
        before = text[max(sentence.start, start - 30) : start]
        told = _IS_AT.search(before) or _AT_WORK.match(text, end, sentence.end)
        if told and not (_LEFT_OF_IT.search(before) or _NOW_ANOTHER.match(text, end, sentence.end)):
            found.append(Mention("Enterprise", clean(text[start:end]), start, end, "suffix.works", 0.7))
    return found


def _begin(text: str, near: int, end: int) -> int | None:
    """Where the name of works that end at a position begins: at the first place that it goes on behind, else at its number."""
    for first, last, _ in find_divisions(text[near:end]):
        if _BEHIND_PLACE.fullmatch(text, near + last, end):
            return near + first
    return next((m.start() for m in _BY_NUMBER.finditer(text, near, end) if m.end() == end), None)
