"""Readings as JSON: the form of the gold annotations, with evidence, rule and confidence beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.records import Doubt, Entity, Evidence, Heading, Indicator, Reading, Relation, Status

__all__ = ["from_json", "heading_to_json", "to_json"]

#: Where a heading's fact has another name in the JSON form.
_RENAMED = {"category": "class"}


def to_json(reading: Reading) -> dict[str, Any]:
    """One reading as a JSON object.

    Parameters
    ----------
    reading:
        Of one reply.

    Returns
    -------
    dict
        Keys ``id``, ``source``, ``place``, ``meta``, ``entities``, ``relations``, ``indicators``, ``doubts``, ``text``, and
        ``encoder`` where one was asked; evidence as ``{"start", "end", "quote"}`` with offsets in characters of ``text``.
    """
    return {
        "id": reading.id,
        "source": reading.source,
        "place": reading.place,
        "meta": heading_to_json(reading.heading),
        "entities": [_entity(entity) for entity in reading.entities],
        "relations": [_relation(relation) for relation in reading.relations],
        "indicators": [_indicator(indicator) for indicator in reading.indicators],
        "doubts": [_doubt(doubt) for doubt in reading.doubts],
        "text": reading.text,
        **({"encoder": reading.encoder} if reading.encoder else {}),
    }


def heading_to_json(heading: Heading) -> dict[str, Any]:
    """The reply's own facts that the text states, under the names of the gold annotations."""
    facts: dict[str, Any] = {}
    for name in Heading.__dataclass_fields__:
        value = getattr(heading, name)
        if value:
            facts[_RENAMED.get(name, name)] = list(value) if isinstance(value, tuple) else value
    return facts


def _evidence(evidence: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    return [{"start": e.start, "end": e.end, "quote": e.quote} for e in evidence]


def _entity(entity: Entity) -> dict[str, Any]:
    form: dict[str, Any] = {"type": entity.type, "name": entity.name}
    if entity.aliases:
        form["aliases"] = list(entity.aliases)
    if entity.status:
        form["status"] = str(entity.status)
    if entity.code:
        form["code"] = entity.code
    return form | _grounds(entity.evidence, entity.rule, entity.confidence)


def _relation(relation: Relation) -> dict[str, Any]:
    form: dict[str, Any] = {
        "type": relation.type,
        "from": relation.source,
        "from_type": relation.source_type,
        "to": relation.target,
        "to_type": relation.target_type,
        "status": str(relation.status),
    }
    return form | _grounds(relation.evidence, relation.rule, relation.confidence)


def _indicator(indicator: Indicator) -> dict[str, Any]:
    form: dict[str, Any] = {"about": indicator.about, "value": indicator.value}
    if indicator.unit:
        form["unit"] = indicator.unit
    if indicator.year:
        form["year"] = indicator.year
    form["status"] = str(indicator.status)
    return form | _grounds(indicator.evidence, indicator.rule, indicator.confidence)


def _grounds(evidence: tuple[Evidence, ...], rule: str, confidence: float) -> dict[str, Any]:
    return {"evidence": _evidence(evidence), "rule": rule, "confidence": confidence}


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "type": doubt.type,
        "name": doubt.name,
        "reason": doubt.reason,
        "confidence": doubt.confidence,
        "evidence": _evidence((doubt.evidence,)),
    }


def from_json(form: Mapping[str, Any]) -> Reading:
    """The reading that :func:`to_json` wrote.

    Raises
    ------
    KeyError
        Where a part is missing that every reading has.
    """
    named = {v: k for k, v in _RENAMED.items()}
    meta: dict[str, Any] = {named.get(k, k): tuple(v) if isinstance(v, list) else v for k, v in form["meta"].items()}
    return Reading(
        id=form["id"],
        text=form["text"],
        source=form["source"],
        heading=Heading(**meta),
        place=form.get("place"),
        entities=tuple(_to_entity(e) for e in form["entities"]),
        relations=tuple(_to_relation(r) for r in form["relations"]),
        indicators=tuple(_to_indicator(i) for i in form["indicators"]),
        doubts=tuple(_to_doubt(d) for d in form.get("doubts", ())),
        encoder=form.get("encoder"),
    )


def _to_evidence(form: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(e["start"], e["end"], e["quote"]) for e in form)


def _to_entity(form: Mapping[str, Any]) -> Entity:
    return Entity(
        type=form["type"],
        name=form["name"],
        aliases=tuple(form.get("aliases", ())),
        status=Status(form["status"]) if form.get("status") else None,
        evidence=_to_evidence(form["evidence"]),
        rule=form["rule"],
        confidence=form["confidence"],
        code=form.get("code"),
    )


def _to_relation(form: Mapping[str, Any]) -> Relation:
    return Relation(
        type=form["type"],
        source_type=form["from_type"],
        source=form["from"],
        target_type=form["to_type"],
        target=form["to"],
        status=Status(form["status"]),
        evidence=_to_evidence(form["evidence"]),
        rule=form["rule"],
        confidence=form["confidence"],
    )


def _to_indicator(form: Mapping[str, Any]) -> Indicator:
    return Indicator(
        about=form["about"],
        value=form["value"],
        unit=form.get("unit"),
        evidence=_to_evidence(form["evidence"]),
        rule=form["rule"],
        confidence=form["confidence"],
        year=form.get("year"),
        status=Status(form["status"]),
    )


def _to_doubt(form: Mapping[str, Any]) -> Doubt:
    (evidence,) = _to_evidence(form["evidence"])
    return Doubt(form["type"], form["name"], form["reason"], form["confidence"], evidence)
