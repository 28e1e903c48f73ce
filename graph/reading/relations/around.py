"""The place that a scenario has from around its sentence: the community that the paragraph is about, the office's own zone."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.relations.here import named_here
from graph.reading.relations.scene import HOUSE, ROW, Link, Pair, Scene
from graph.reading.relations.seat import is_of_a_zone, office_seat
from graph.reading.reply import Reply
from graph.reading.status.verbs import OPEN

__all__ = ["Around"]

#: Names that are none: 个别社区.
_SOME = re.compile("个别|部分|一些|各|试点")
_SMALL = ("Carrier", "BusinessCircle", "Subdistrict", "Community")
#: A sentence that speaks of the district or the town, or of several communities: 试点社区已上线, 在部分村使用.
_OF_MORE = re.compile("[全各]|街道|镇|(?:试点|示范|样板|部分|多个|多数|一些|若干|不少|众多|其他|其余)(?:社区|小区|村)")
#: 市丙局推广甲: before an office of the city with which a sentence opens.
_OPENS_WITH = re.compile("(?:目前|近期|今年|由|经|同时|下一步)*，?")
_OFFICES = re.compile("[局委办厅]$")
#: 拟在某大居试点乙: at a place of its own, though that is no known entity.
_AT_ITS_OWN = re.compile("(?:拟|将|已|还|也|并|先)在[^，。；]{2,10}(?:试点|试行|上线|推广|启用|开设|设立|开展)了?[“]?$")
#: In a clause that speaks of a larger place than the office's own.
_LARGER = re.compile("[市省]级|[市省]里|全球|[全我][市省]|全国|国家")


#: With which a paragraph that goes from field to field begins a new one: 商业领域，…。交通领域，….
_NEXT_FIELD = re.compile("[^，。；：、■]{1,8}(?:领域|方面)[，：]")


#: 二是…: with which a row goes on to another thing, unless others are only talked into it.
_NEXT_ITEM = re.compile(
    r"(?:[二三四五六七八九十]是|（[一二三四五六七八九十]）|[（(]?\d{1,2}[)）、.．])(?!劝导|引导|鼓励|动员|倡导)"
)

#: 甲街道提升服务水平。一是…；二是…: with which such a row begins, and goes on.
_FIRST_ITEM = re.compile("(?:一是|（一）|[（(]?1[)）、.．])")
_ITEM = re.compile("[一二三四五六七八九十]是")
#: 甲街道提升服务水平。上线乙: a sentence without a subject of its own.
_NO_SUBJECT = re.compile(f"(?:并|还|同时|先后|率先|创新|已|积极|在此基础上，)*(?:{OPEN}|打造|建成|搭建|开发|设立|引入|建设)")
#: Before a place that a sentence opens with.
_OPENS = re.compile("(?:[^，。；：]{0,10}，)?在?")

#: That a service begins, behind its name and before it.
_BEGINS = re.compile(f"[{ROW}]*[^，。；]{{0,8}}?{OPEN}")
_BEGUN = re.compile(f"(?:{OPEN}|设有|设置|设立|引入|引进|开设|建成|建有|搭建|建设|开发|打造|部署|配备|安装)(?:了)?[{ROW}]*$")


#: That a town has what its own office speaks of.
_OF_THE_TOWN = re.compile("[我本全](?:镇|乡|街道)")
#: 近年来，街道推出甲: right before a service, where a subdistrict's office speaks of itself.
_STREET_BRINGS = re.compile(
    "(?:^|[，；：、])街道(?:已|现|还|也|先后|率先|积极|同步|创新)*(?:推出|上线|建成|打造|开发|引入|引进|投用|搭建|试点|启用|升级|迭代|部署)[^，。；]{0,8}$"
)


class Around:
    """What the reply and the sentences before say of the place, followed from one sentence to the next."""

    def __init__(self, reply: Reply, known: list[Known], home: Known | None) -> None:
        self._home = home
        self._paragraph = -1
        self._last: Pair | None = None
        self._house: Pair | None = None
        self._opened: Pair | None = None
        self._lead: Pair | None = None
        self.aside = False
        """Whether the paragraph has named a smaller place than the district before."""
        self.begun: set[int] = set()
        """By their identity the links of services to the district that it has begun, whatever place is told later."""
        self._parks = _stems(known)
        self._stops = _stops(known, home)
        self.seat = office_seat(reply.heading.department, known)
        """The zone or the town whose own office replies."""
        self._of_a_zone = is_of_a_zone(reply.heading.department, home)

    def enter(self, scene: Scene) -> None:
        """Take in a sentence before it is read: a paragraph begins anew, and so does one that goes on to the next field."""
        anew = scene.sentence.paragraph != self._paragraph or _NEXT_FIELD.match(scene.masked)
        if anew:
            self._opened = self._lead = None
        if _FIRST_ITEM.match(scene.masked):
            self._lead = self._opened
        elif not _ITEM.match(scene.masked):
            self._lead = self._opened if self._opened is not None and _NO_SUBJECT.match(scene.masked) else None
        if _NEXT_ITEM.match(scene.masked):
            self.aside, self._last = self._lead is not None, None
        if anew:
            self._paragraph, self._last, self._house, self.aside = scene.sentence.paragraph, None, None, False

    def leave(self, scene: Scene) -> None:
        """Take in a sentence after it was read: its last place is what the next ones may be about."""
        named = [p for p in scene.of(*_SMALL) if p[0].type in _SMALL]
        self.aside = self.aside or any(known is not self.seat for _, known in named)
        if named or named_here(scene, self._home):
            self._last = named[-1] if named and (scene.groups and len(scene.groups[-1].places) == 1) else None
        if not _ITEM.match(scene.masked):
            self._opened = _opening_place(scene)
        self._house = _opening_house(scene) or (None if named or scene.groups else self._house)

    def places(self, scene: Scene, scenario: Pair) -> list[Link]:
        """The community or the house that the sentences before are about: 甲社区是样板。智慧书屋可借还图书馆的书."""
        spoken = named_here(scene, self._home) or scene.of("District") or _OF_MORE.search(scene.masked)
        own = scene.of(*_SMALL)
        begins = _BEGINS.match(scene.between(scenario[0].end, scene.end)) or _BEGUN.search(
            scene.between(scene.start, scenario[0].start)
        )
        if self._house is not None and begins and not own and not spoken and not scene.groups and not _is_somebody_s(scene):
            return [scene.link("pilotedIn", scenario, self._house[1], "piloted.paragraph", 0.75)]
        if self._lead is not None and not own and not spoken and not scene.groups:
            return [scene.link("pilotedIn", scenario, self._lead[1], "piloted.paragraph", 0.75)]
        if self._last is None or self._last[1].type != "Community" or own or spoken or _SOME.match(self._last[1].name):
            return []
        if _is_an_office_s(scene) or _AT_ITS_OWN.search(scene.between(scene.start, scenario[0].start)):
            return []
        return [scene.link("pilotedIn", scenario, self._last[1], "piloted.paragraph", 0.75)]

    def called(self, scenario: Known) -> Known | None:
        """The park, the business circle, the street or the community that a scenario is called after: 甲园一卡通, 乙路一点通; no line that leads from one place to another."""
        names = [n for n in (scenario.name, *scenario.aliases) if not _FROM_TO.search(n)]
        return next((park for stem, park in self._parks for n in names if n.startswith(stem) and len(n) > len(stem)), None)

    def stops(self, scenario: Known) -> list[Known]:
        """The places that a line's own name says it runs from and to: 甲园至乙镇的无人机航线; none of another city's."""
        for name in (scenario.name, *scenario.aliases):
            if (line := _LINE.fullmatch(name)) is not None:
                first = next((k for stem, k in self._stops if line["first"] == stem), None)
                last = next((k for stem, k in self._stops if line["last"].startswith(stem)), None)
                return [k for k in (first, last) if k is not None]
        return []

    def brought(self, scene: Scene, scenario: Pair) -> list[Link]:
        """The subdistrict whose own office replies, where it says of itself that it has brought a scenario: 街道推出甲."""
        if self.seat is None or self.seat.type != "Subdistrict":
            return []
        told = _STREET_BRINGS.search(scene.between(scene.start, scenario[0].start))
        return [scene.link("pilotedIn", scenario, self.seat, "piloted.seat", 0.7)] if told else []

    def own(self, scene: Scene, scenario: Pair, link: Link) -> Link | None:
        """The place that a scenario is called after, or the zone whose office replies, in place of the district; none of a zone not known."""
        if link.target is self._home and (park := self.called(scenario[1])) is not None:
            return scene.link("pilotedIn", scenario, park, "piloted.called", 0.75)
        first, last = scene.clause(scenario[0].start)
        if link.target is not self._home or _LARGER.search(scene.text, first, last):
            return link
        if self.seat is None:
            return None if self._of_a_zone else link
        if self.seat.type == "Subdistrict" and not _OF_THE_TOWN.search(scene.said):
            return None  # of five such services of a town's reply none was the town's
        return scene.link("pilotedIn", scenario, self.seat, "piloted.seat", 0.7)


#: 甲园至乙镇的无人机航线: the name of a line.
_LINE = re.compile("(?P<first>[^—至到、]{2,12})(?:—|至|到)(?P<last>[^—至到、]{2,24})(?:航线|公交|巴士|专线|班车|邮路)")


def _stops(known: list[Known], home: Known | None) -> list[tuple[str, Known]]:
    """What a line may run between, with its names; the longest first."""
    places = [k for k in known if k.type in _SMALL or (k.type == "District" and k is not home and _lies_in(k, home))]
    names = [(n, k) for k in places for n in (k.name, *k.aliases) if len(n) > 1]
    return sorted(names, key=lambda p: (-len(p[0]), p[0]))


def _lies_in(known: Known, home: Known | None) -> bool:
    return home is not None and bool(known.code and home.code) and divisions.inside(str(known.code), str(home.code))


#: 甲园—乙村, 甲园至乙镇的: what leads from one place to another.
_FROM_TO = re.compile("[—至到]")


def _stems(known: list[Known]) -> list[tuple[str, Known]]:
    """What scenarios may be called after, with the place that it is the name of; the longest first."""
    named = [(n, k) for k in known if k.type in ("Carrier", "BusinessCircle") for n in (k.name, *k.aliases)]
    named += [(k.name, k) for k in known if k.type == "Subdistrict" and k.name.endswith("街道")]
    named += [(k.name, k) for k in known if k.type == "Community" and k.name.endswith(("社区", "小区", "村"))]
    stems = [(n.removesuffix("商圈") if k.type == "BusinessCircle" else n, k) for n, k in named]
    return sorted((p for p in stems if len(p[0]) > _SHORTEST), key=lambda p: (-len(p[0]), p[0]))


#: Two characters may begin anything.
_SHORTEST = 2


def _is_an_office_s(scene: Scene) -> bool:
    """Whether a sentence opens with an office of the city, which then does it wherever."""
    first = next(iter(scene.of("Organisation")), None)
    opens = first is not None and _OPENS_WITH.fullmatch(scene.between(scene.start, first[0].start))
    return first is not None and bool(opens) and bool(_OFFICES.search(first[1].name))


#: An office by what it is called among its own, with which a sentence opens: 我局, 区教育局.
_WE = re.compile(
    f"{_OPENS_WITH.pattern}(?:此外，|同时，)?(?:周边|附近|沿[线路]|家长|我[局委办厅们]|[市区县省][\u4e00-\u9fff]{{1,6}}[局委办厅])"
)


def _is_somebody_s(scene: Scene) -> bool:
    """Whether a sentence behind one about a house opens with an office or a firm: 甲中学是老校。区教育局搭建“乙”平台."""
    first = next(iter(scene.of("Organisation", "Enterprise")), None)
    lead = scene.between(scene.start, first[0].start) if first is not None else "…"
    other = lead in ("", "此外，", "同时，") and first is not None and not HOUSE.search(first[1].name)
    return other or bool(_WE.match(scene.said)) or _is_an_office_s(scene)


def _opening_place(scene: Scene) -> Pair | None:
    """The subdistrict, community, park or business circle that a sentence opens with and that is its only place."""
    first = scene.groups[0] if len(scene.groups) == 1 else None
    if first is None or len(first.places) != 1 or first.places[0].pair[0].type not in _SMALL:
        return None
    return first.places[0].pair if _OPENS.fullmatch(scene.between(scene.start, first.start)) else None


_FIRST_CLAUSE = re.compile("(?:[^，。；：]{0,10}，)?")


def _opening_house(scene: Scene) -> Pair | None:
    """The hospital, school or library that a sentence opens with and that is its only place: 甲医院推进数字化转型。“乙”已上线."""
    first = scene.groups[0] if len(scene.groups) == 1 else None
    if first is None or len(first.places) != 1 or not HOUSE.search(first.places[0].pair[1].name):
        return None
    opens = _FIRST_CLAUSE.fullmatch(scene.between(scene.start, first.start))
    return first.places[0].pair if opens else None
