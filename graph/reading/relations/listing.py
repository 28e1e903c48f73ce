"""Parks that are told one by one where the words before them say that they are the district's: 我区有三个园区：甲园主攻软件；乙园主攻装备."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.here import is_province, named_here
from graph.reading.relations.scene import MASK, Group, Link, Scene

__all__ = ["Listing"]

_PARKS = "园区?|载体|平台|楼宇|大厦|基地|片区|孵化器|街区|集聚区|商圈|示范[点区]|综合体|商业体|板块|组团|园"
#: 我区有三大园区：, 区内各专业园区, 近年来区里布局载体：: what tells that the district's parks come next.
_ANNOUNCED = re.compile(
    rf"(?:(?:[两二三四五六七八九十\d][余多]?[大个家处座栋幢]|各|多个|一批|布局)[^，。；：{MASK}]{{0,10}}(?:{_PARKS})"
    rf"|(?:{_PARKS})[^，。；：{MASK}]{{0,4}}[两二三四五六七八九十\d][余多]?[个家处座栋幢]|“[一二三四五六七八九十两多]{{1,2}}[园谷核港区心轴翼带廊城][^”]{{0,8}}”)"
    rf"[^，。；：{MASK}]{{0,10}}(?P<more>，[^，。；：{MASK}]{{0,16}})?[，：](?:其中|分别[是为]|即)?[“]?$"
)
#: Where the parks are other places' own: 我区学习外地三大园区：.
_OF_OTHERS = re.compile("赴|考察|参观|学习|借鉴|调研|对标|外地|先进地区|周边|其他|对接|建议|您")
#: Before a park that a clause begins with.
_OPENS = re.compile("(?:^|[，：；])(?:其中|目前|同时|此外|另外|而)?(?:，)?(?:[一二三四五六七八九十]是)?[“]?$")
#: From the park before up to this one: what is said of that one.
_TOLD = re.compile(f"[”]?[^。；：、{MASK}]{{2,40}}，[“]?")


class Listing:
    """The parks of the district that the sentences tell one by one, followed from one to the next."""

    def __init__(self, home: Known | None) -> None:
        self._home = None if is_province(home) else home
        self._paragraph = -1
        self._goes_on = self._announced = False

    def read(self, scene: Scene, links: list[Link]) -> list[Link]:
        """The district as the place of the parks that a sentence tells in their row.

        Parameters
        ----------
        scene:
            The sentence.
        links:
            What it says of where firms and parks are.
        """
        home = self._home
        if home is None:
            return []
        row = scene.text[scene.start - 1 : scene.start] == "；" or self._announced
        on = self._goes_on and row and scene.sentence.paragraph == self._paragraph
        self._paragraph = scene.sentence.paragraph
        ours = {id(link.source) for link in links if link.target is home and link.rule == "located.site-district"}
        found: list[Link] = []
        last: Group | None = None
        for group in scene.groups:
            parks = group.of(("Carrier",))
            if len(parks) < len(group.places):
                on = on and not any(p[1] is not home for p in group.of(("District",)))
                continue
            lead = scene.between(scene.start, group.start)
            opens = bool(_OPENS.search(lead))
            if opens and any(id(known) in ours for _, known in parks) and self._names_here(scene, group.start):
                on = True
            elif opens and self._announces(scene, group):
                on = True
                found += [scene.link("locatedIn", p, home, "located.site-district", 0.7) for p in parks]
            else:
                behind = not lead if last is None else bool(_TOLD.fullmatch(scene.between(last.end, group.start)))
                on = on and opens and behind
                if on:
                    found += [scene.link("locatedIn", p, home, "located.site-district", 0.65) for p in parks]
            last = group
        self._announced = last is None and self._announces(scene, None)
        self._goes_on = self._announced or (on and last is not None)
        return found

    def _announces(self, scene: Scene, group: Group | None) -> bool:
        """Whether the words before a group, or a sentence without one, tell that the district's parks come next."""
        end = scene.end if group is None else group.start
        if not self._names_here(scene, end):
            return False
        said = scene.between(scene.start, end) + ("：" if group is None else "")
        told = _ANNOUNCED.search(said)
        return told is not None and not (group is None and told["more"]) and not _OF_OTHERS.search(said)

    def _names_here(self, scene: Scene, end: int) -> bool:
        return any(span[1] <= end for span in named_here(scene, self._home))
