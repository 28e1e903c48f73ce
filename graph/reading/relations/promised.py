"""That a service which is still to come is to come to the place that the sentence gives for it too: 列入明年实事，首选甲街道."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.relations.scene import MASK, ROW, Link, Pair, Scene
from graph.reading.status import status_of
from graph.records import Mention, Status

__all__ = ["promised"]

#: Between a service and a place, or right behind the place, that it is there already: 拟推广甲，目前已在乙街道试点.
_DONE = re.compile(r"已|目前|现(?=在|有|于)|率先|先后|先期|曾|了|[去前]年|今年以来|年初|经验|做法|成果|首创|此前|最早")
_NEAR = 12
#: 在乙街道试点甲，并逐步向丙街道、丁街道推广: between a service and a place that it has not come to yet.
_ON_ITS_WAY = re.compile(f"(?<!已)(?<!已经)(?:逐步|正在?|陆续|分批)向[“]?(?:{MASK}[{ROW}]*)?$")


def promised(scene: Scene, scenario: Pair, place: Mention, link: Link) -> Link:
    """The link to a place behind a service, planned where it is only carried there, or where the service is and nothing says that it is there.

    Parameters
    ----------
    scene:
        The sentence.
    scenario, place:
        The service and the place as it names them.
    link:
        Of the one to the other.
    """
    mention = scenario[0]
    if link.status is Status.PLANNED or not scene.start <= mention.end <= place.start:
        return link
    if _ON_ITS_WAY.search(scene.between(mention.end, place.start)):
        return replace(link, status=Status.PLANNED)
    behind = re.split("[，。；]", scene.between(place.end, scene.end))[0]
    if _DONE.search(scene.between(mention.end, place.start)) or _DONE.search(behind[:_NEAR]):
        return link
    to_come = status_of(scene.reply, scene.sentence, mention) is Status.PLANNED
    return replace(link, status=Status.PLANNED) if to_come else link
