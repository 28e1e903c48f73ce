"""The park or the town that a firm is named as one of: 丙园的甲公司, 丙镇的乙科技."""

from __future__ import annotations

import re

from graph.reading.relations.scene import Pair, Scene

__all__ = ["ADJOINING", "adjoining"]

#: The rule that says so: of 58 such firms in annotated replies 58 are there.
ADJOINING = "located.adjoining"
_OF_IT = re.compile("[”]?(?:内|里|内部|中)?的[“]?")
_HOLDERS = ("Carrier", "BusinessCircle", "Subdistrict")


def adjoining(scene: Scene, firm: Pair) -> list[Pair]:
    """The place whose name stands right before a firm's, with nothing but 的 between.

    Parameters
    ----------
    scene:
        The sentence.
    firm:
        A firm in it.
    """
    group = next((g for g in reversed(scene.groups) if g.end <= firm[0].start), None)
    if group is None or group.places[-1].type not in _HOLDERS or group.places[-1].pair[1] is firm[1]:
        return []
    return [group.places[-1].pair] if _OF_IT.fullmatch(scene.between(group.end, firm[0].start)) else []
