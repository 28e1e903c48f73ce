"""Places that are called the trial of a service before they are named: 作为“甲”试点街道，乙街道…; 在“甲”试点社区丙社区."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.scene import Pair, Scene
from graph.reading.relations.venues import counties, exact_places
from graph.reading.status.verbs import KIND

__all__ = ["its_trial"]

#: Before the service: 作为全市首批“甲”.
_AS = re.compile(
    "(?:^|[，；：])(?:[^，。；：]{0,12}，)?作为(?:[^，。；：■]{0,10}?(?:首[批个家]|第[一二三]批|唯一|先行))?[^，。；：■]{0,8}[“]?$"
)
#: Behind it, what such a place is; no 试点城市 and no 试点企业.
_TRIAL = (
    f"[”]?{KIND}?(?:建设|改革|工作)?的?(?:首[批个家]|第[一二三]批|唯一|先行|省级|市级|区级|国家级)*(?:试点|示范|先行)"
    "(?:单位|街道|街镇|乡镇|[镇乡村区县]|社区|小区|学校|中学|小学|院校|高校|医院|机构|园区|商圈|区域|片区|点位?|基地)"
)
_THEN = re.compile(f"(?:{_TRIAL}|[”]?{KIND}?的?(?:首[批个家]|第[一二三]批)?试点)(?:之一)?，(?:目前|近年来|今年)?，?[“]?")
_RIGHT_BEFORE = re.compile(f"{_TRIAL}[“]?")


def its_trial(scene: Scene, scenario: Pair, home: Known | None) -> list[Pair]:
    """The places right behind a service that are called its trial.

    Parameters
    ----------
    scene:
        The sentence.
    scenario:
        The service.
    home:
        The replying district.
    """
    mention, known = scenario
    group = next((g for g in scene.groups if g.start >= mention.end), None)
    if group is None:
        return []
    gap = scene.between(mention.end, group.start)
    as_one = _THEN.fullmatch(gap) and _AS.search(scene.between(scene.start, mention.start))
    if not as_one and not _RIGHT_BEFORE.fullmatch(gap):
        return []
    return [p for p in exact_places(group) or counties(group, home) if p[1] is not known]
