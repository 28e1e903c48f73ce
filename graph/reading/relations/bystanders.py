"""Places that a sentence names beside a service, and that have not got it."""

from __future__ import annotations

from copy import copy

from graph.reading.relations.others import is_of_others
from graph.reading.relations.scene import Group, Pair, Scene
from graph.reading.relations.staged import is_staged_ahead, is_staged_behind
from graph.reading.relations.without import is_without_ahead, is_without_behind
from graph.records import Mention

__all__ = ["is_bystander_ahead", "is_bystander_behind", "stands_by", "without_bystanders"]


def is_bystander_ahead(lead: str, gap: str, tail: str) -> bool:
    """Whether a place before a service has not got it.

    Parameters
    ----------
    lead, gap, tail:
        The words before the place, between the two, and behind the service, names masked.
    """
    return is_staged_ahead(lead, gap, tail) or is_without_ahead(lead, gap, tail) or is_of_others(lead, gap, tail)


def is_bystander_behind(lead: str, gap: str, tail: str) -> bool:
    """Whether a place behind a service has not got it.

    Parameters
    ----------
    lead, gap, tail:
        The words before the service, between the two, and behind the place, names masked.
    """
    return is_staged_behind(lead, gap, tail) or is_without_behind(lead, gap, tail)


def stands_by(scene: Scene, group: Group, mention: Mention) -> bool:
    """Whether a group of places, that is no district or county alone, is named beside a service without having it."""
    if all(place.type == "District" for place in group.places):
        return False
    if group.end <= mention.start:
        return is_bystander_ahead(
            scene.between(scene.start, group.start),
            scene.between(group.end, mention.start),
            scene.between(mention.end, scene.end),
        )
    return group.start >= mention.end and is_bystander_behind(
        scene.between(scene.start, mention.start),
        scene.between(mention.end, group.start),
        scene.between(group.end, scene.end),
    )


def without_bystanders(scene: Scene, scenario: Pair) -> Scene:
    """The sentence without the groups of places that have not got a service; itself where there are none."""
    left = [group for group in scene.groups if not stands_by(scene, group, scenario[0])]
    if len(left) == len(scene.groups):
        return scene
    view = copy(scene)
    view.groups = left
    return view
