"""One sentence with the entities in it, and the places that it names together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.relations.excepted import is_excepted, only_work_together
from graph.reading.relations.groups import Group, Pair, Place, each_its_own, in_a_row, inside_each, is_shared
from graph.reading.relations.masks import IN_BRACKETS, MASK, PART_OF, ROW, masked
from graph.reading.relations.zoned import ZONE, is_behind_zone, is_in_zone, is_on_its_side
from graph.reading.reply import Reply, Sentence
from graph.reading.status import clause_of, status_of
from graph.records import Evidence, Mention, Status

__all__ = [
    "HOUSE",
    "IN_BRACKETS",
    "MASK",
    "PART_OF",
    "ROW",
    "Group",
    "Link",
    "Pair",
    "Place",
    "Scene",
    "is_venue",
]

#: Kinds of places, the larger ones first.
_EXACTNESS = {
    "District": 0,
    "Subdistrict": 1,
    "BusinessCircle": 2,
    "Road": 2,
    "Carrier": 3,
    "Community": 4,
    "Facility": 4,
    "Organisation": 5,
}
_PARTS = ("Subdistrict", "Community", "Road", "BusinessCircle", "District")
_WHOLES = ("District", "Subdistrict")
_VENUE = re.compile(
    r"(?:医院|卫生院|卫生服务中心|大学|(?<!科)学院|中学|小学|学校|幼儿园|图书馆|博物馆|文化馆|法院|敬老院|养老院|福利院|社区服务中心|卫生中心|养老服务中心|服务中心|法庭|司法所|血站|保健院|卫生[所室]|机场|车站|[东西南北分总新]院|[附市省][一二三四五六七八九十]院|[院校]区|医学中心|服务站|博物院|美术馆|纪念馆|科技馆|体育馆|档案馆|[一二三四五六七八九十]{1,3}[中小]|[附侨][中小])$"
)
#: Hospitals, schools, libraries: what a service is piloted at rather than run by.
HOUSE = re.compile(
    "(?:医院|院区|医学中心|保健院|卫生院|卫生服务中心|大学|学院|中学|小学|学校|幼儿园|图书馆|博物馆|文化馆|美术馆|体育馆)$"
)
#: 甲区A园、高新区B园: the zone of no name that a name begins with.
_OTHER_ZONE = re.compile("^(?:高新区|经开区|开发区|保税区|综保区|新区)(?=[\u4e00-\u9fff]{3})")
#: Between a place and another name of it in brackets: 甲园（以下简称“乙园”）.
_ALSO = re.compile(r"[”’]?（(?P<cue>(?:以下|下文)?(?:简?称为?|又称|也称|亦称|又名))?[“‘]?")
_CALLED_SO = re.compile(r"[”’]?(?:，下同)?）")
#: Between a village or a community and the park that stands in it.
_IN_A_VILLAGE = ("", "的", "内的", "境内的", "“", "的“")
_WITHIN = re.compile(
    r"[”’]?(?:的|内|内的|里的|上的|沿线的|境内|境内的|辖区|辖区内的|区域内的|（|\d{1,5}(?:弄|号)(?:的|内的)?)?[“‘]?"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of two known entities as one sentence says it."""

    type: str
    source: Known
    target: Known
    status: Status
    evidence: Evidence
    rule: str
    confidence: float


def is_venue(mention: Mention) -> bool:
    """Whether a thing can be piloted at it: of organisations those that have a house of their own."""
    return mention.type != "Organisation" or bool(_VENUE.search(mention.name))


#: Between a carrier and where it stands, or of what it is said to be the core.
_STANDS = re.compile("[^，。；：]{0,6}(?:位于|坐落于?|坐落在|地处|设在|选址于?|在)")
_IS_NAMED = re.compile("[^，。；：]{0,2}(?:是|作为|被?(?:定|列|确定|认定|规划|打造|建设)(?:位)?(?:为|成))[“]?")
_CORE_OF = re.compile(f"[”]?的[^，。；]{{0,4}}(?:承载地|载体|{PART_OF})")
#: Around these no words are looked for: 区内制造企业 has a field, a clause goes on to tell the parts of 一港三城一基地.
_TALKED_OF = ("Sector", "Programme", "Product", "Event")


class Scene:
    """One sentence with the known entities in it."""

    def __init__(self, reply: Reply, sentence: Sentence, inside: list[Pair]) -> None:
        self.reply = reply
        self.sentence = sentence
        self.inside = inside
        self.text = reply.flow.text
        self.start, self.end = sentence.start, sentence.end
        self.said = self.text[self.start : self.end]
        names = [m for m, known in inside if known.type not in _TALKED_OF]
        self.masked = masked(self.said, self.start, names) if names else self.said
        self.here: dict[int, list[tuple[int, int]]] = {}
        """Where it says a place, by that place's identity: found once (:func:`graph.reading.relations.here.named_here`)."""
        self.groups = self._grouped()

    def of(self, *types: str) -> list[Pair]:
        """Mentions of these types, in order."""
        return [pair for pair in self.inside if pair[1].type in types]

    def groups_behind(self, index: int, reach: int) -> Iterator[Group]:
        """Its groups of places behind a position of the flow, as far as ``reach`` characters from it."""
        for group in self.groups:
            if group.start - index > reach:
                return
            if group.start >= index:
                yield group

    def between(self, start: int, end: int) -> str:
        """The words of the sentence from one position of the flow to another, each character of a name masked."""
        first, last = start - self.start, end - self.start
        return self.masked[first if first > 0 else 0 : last if last > 0 else 0]

    def clause(self, index: int) -> tuple[int, int]:
        """Span of the part between commas that holds a position."""
        return clause_of(self.reply, self.sentence, index)

    def link(self, kind: str, source: Pair, target: Known, rule: str, confidence: float, *, at: Mention | None = None) -> Link:
        """A relation with the whole sentence as its evidence; its status is the source's here, or that of the words at ``at``."""
        mention, known = source
        # Where a service is: the words before the place say whether it is there already (已在甲上线，下一步推广到乙).
        where = replace(at, type=known.type) if at is not None and known.type == "Scenario" else at
        status = status_of(self.reply, self.sentence, where or mention)
        evidence = self.reply.flow.evidence(self.start, self.end)
        sure = round(confidence * (0.5 + 0.5 * min(known.confidence, target.confidence)), 3)
        return Link(kind, known, target, status, evidence, rule, sure)

    def names_places(self) -> bool:
        """Whether it names a place where firms can be, and not only houses or offices."""
        return any(place.type not in ("Facility", "Organisation") for group in self.groups for place in group.places)

    def joins(self, first: Mention, second: Mention) -> bool:
        """Whether only what joins two names in a row stands between them: 甲区、乙区."""
        return first.end <= second.start and in_a_row(self.text, first.end, second.start)

    def subject_of(self, group: Group) -> Group | None:
        """The carrier that is said to stand at a group of places, or to be its core: 甲园坐落在乙城内，先后引进…."""
        at = self.groups.index(group)
        if at == 0:
            return None
        gap = self.between(self.groups[at - 1].end, group.start)
        stands = _STANDS.fullmatch(gap)
        core = _IS_NAMED.fullmatch(gap) and _CORE_OF.match(self.between(group.end, self.end))
        return self.groups[at - 1] if (stands or core) and self.groups[at - 1].places[-1].type == "Carrier" else None

    def contained(self) -> list[Link]:
        """A street, a community, a road or a county in the place that is written right before it: 丙区丁镇戊村."""
        pairs = [p for group in self.groups for p in inside_each(group)]
        return [
            self.link("partOf", inner, outer[1], "part.written", 0.9)
            for inner, outer in pairs
            if inner is not None and outer is not None and inner[1].type in _PARTS and outer[1].type in _WHOLES
        ]

    def _grouped(self) -> list[Group]:
        groups: list[Group] = []
        for pair in self.inside:
            mention, known = pair
            if known.type not in _EXACTNESS or not is_venue(mention) or self._explains(mention) or self._is_excepted(mention):
                continue
            last = groups[-1] if groups else None
            gap = self.text[last.end : mention.start] if last and last.end <= mention.start else "，"
            also = _ALSO.fullmatch(gap) if last else None
            if last and also and (also["cue"] or known is last.places[-1].pair[1]):
                closed = _CALLED_SO.match(self.text, mention.end)
                last.end = closed.end() if closed else last.end
                continue
            outer = last.places[-1].pair[1] if last is not None else None
            zoned = outer is not None and (is_behind_zone(outer, known, gap) or is_on_its_side(outer, known, gap))
            if last and (zoned or _WITHIN.fullmatch(gap)) and self._narrows(last.places[-1].pair, pair, gap):
                place = last.places[-1]
                last.places[-1] = Place(pair) if is_shared(last.places, gap) else Place(pair, place.pair, place.larger)
                last.end = mention.end
            elif (
                last
                and last.end <= mention.start
                and in_a_row(self.text, last.end, mention.start)
                and MASK not in self.between(last.end, mention.start)
            ):
                before = last.places[-1]
                alike = (
                    before.type == known.type == "Carrier"
                    and "，" not in gap
                    and not self._names_another_place(known, before.larger)
                    and not each_its_own(last.places)
                    and not only_work_together(gap, self.between(mention.end, self.end))
                )
                last.places.append(Place(pair, before.larger if alike else None))
                last.end = mention.end
            else:
                groups.append(Group(mention.start, mention.end, [Place(pair)]))
        return groups

    def _names_another_place(self, known: Known, larger: Pair | None) -> bool:
        """Whether a carrier's name begins with a place that the one before it is not in: not the replying one, for what is in a park."""
        if larger is not None and larger[1].type == "Subdistrict" and self._is_of_another_town(known.name, larger[1].name):
            return True  # 甲镇丙商务港、乙创意村, where 乙镇 is a neighbour
        named = [name for _, _, name in find_divisions(known.name[:4])] or _OTHER_ZONE.findall(known.name)
        if not named or larger is None or larger[1].type == "District":
            return bool(named)
        where = self.reply.where
        around = [name for code in divisions.chain(str(where.code)) if (name := divisions.name_of(code))] if where.code else []
        own = {where.short, where.name, *around, *(divisions.short_form(name) for name in around)}
        return not own.issuperset(named)

    def _is_of_another_town(self, name: str, town: str) -> bool:
        """Whether a carrier is called after another town of the replying place than the one that stands before its row."""
        code = self.reply.where.code
        called = (name[:size] + kind for size in (2, 3) for kind in ("街道", "镇", "乡")) if code else ()
        return any(other != town and divisions.township(other, str(code)) for other in called)

    def _explains(self, mention: Mention) -> bool:
        """Whether a place stands in brackets behind a name that it only tells more of: 国家测试区（甲市）, 丙谷（乙园内）."""
        inside = self.text.startswith("内）", mention.end)
        around = self.text[mention.start - 1 : mention.start] + self.text[mention.end + inside : mention.end + inside + 1]
        return around == "（）" and mention.start - 2 >= self.start and self.text[mention.start - 2] not in "，。；："

    def _is_excepted(self, mention: Mention) -> bool:
        """Whether a place is one that something is not said of: 除甲街道外的所有街镇, 甲园与乙园联动发展, 紧邻甲园的乙大厦."""
        return is_excepted(self.between(self.start, mention.start), self.between(mention.end, self.end))

    @staticmethod
    def _narrows(larger: Pair, smaller: Pair, gap: str) -> bool:
        """Whether the second of two places that stand side by side lies in the first."""
        first, second = _EXACTNESS[larger[1].type], _EXACTNESS[smaller[1].type]
        if first == second == 0:
            return True
        if larger[1].type == "Community" and smaller[1].type == "Carrier":
            return gap in _IN_A_VILLAGE and not larger[1].name.endswith("居住社区")  # 甲街道乙社区丙产业园; not 大型居住社区
        if first == second and larger[1].name.endswith("社区") and smaller[1].name.endswith("小区"):
            return not gap  # 甲社区乙小区
        inside = gap.strip("“”") in ("内", "内的", "里的", "的", "（") or (not gap and ZONE.search(larger[1].name))
        along = larger[1].type == "Carrier" and smaller[1].type == "Road" and not gap  # 位于甲高新区乙路的丙公司
        town = is_in_zone(larger[1], smaller[1], gap)
        return first < second or town or (bool(inside) and (first == second == 3 or along))
