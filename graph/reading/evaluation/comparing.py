"""One reading against one annotation: what was found, what was missed, and how sure the reader was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.reading.mentions.names import key
from graph.records import CORE_TYPES

__all__ = ["Claim", "Count", "Evaluation", "compare"]

#: Types between which even careful people differ: a find that the annotation has under the other type is no fault.
_NEIGHBOURS = {("Scenario", "Programme"), ("Policy", "Programme"), ("Scenario", "Recognition")}
_STATED = ("locatedIn", "pilotedIn")
#: Whose rules are judged; what the model decides beside the core types has its own measure.
_JUDGED = (*CORE_TYPES, "Programme", "Product", "Event", "BusinessCircle", "Community")


@dataclass(slots=True)
class Count:
    """True positives, false positives and false negatives."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and F1; 1 where there is nothing to find and nothing found."""
        precision = self.hit / (self.hit + self.false) if self.hit + self.false else 1.0
        recall = self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __add__(self, other: Count) -> Count:
        return Count(self.hit + other.hit, self.false + other.false, self.missed + other.missed)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something read that the annotation can judge: of which type, by which rule, how sure, and whether it is right."""

    type: str
    rule: str
    confidence: float
    right: bool


@dataclass(slots=True)
class Evaluation:
    """What a comparison counted, over all its documents."""

    entities: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    relations: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    facts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    status: Count = field(default_factory=Count)
    misses: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    documents: int = 0

    def core(self) -> Count:
        """Over the five core types."""
        return sum((self.entities[t] for t in CORE_TYPES if t in self.entities), Count())

    def stated(self) -> Count:
        """Over locatedIn and pilotedIn."""
        return sum((self.relations[r] for r in _STATED if r in self.relations), Count())

    def add(self, other: Evaluation) -> None:
        """Take in what another one counted."""
        for own, theirs in (
            (self.entities, other.entities),
            (self.relations, other.relations),
            (self.facts, other.facts),
        ):
            for name, count in theirs.items():
                own[name] = own[name] + count
        self.status = self.status + other.status
        self.misses += other.misses
        self.claims += other.claims
        self.documents += other.documents

    def heading(self) -> Count:
        """Over all facts of the heading."""
        return sum(self.facts.values(), Count())


def compare(gold: Mapping[str, Any], read: Mapping[str, Any], result: Evaluation) -> None:
    """Add one document to an evaluation.

    Parameters
    ----------
    gold, read:
        In the form of :func:`graph.reading.forms.to_json`.
    result:
        Is added to. What the annotator marked as doubtful counts on neither side.
    """
    result.documents += 1
    for kind in sorted({e["type"] for e in (*gold["entities"], *read["entities"])}):
        _compare_type(kind, gold, read, result)
    _compare_relations(gold, read, result)
    for name, value in gold["meta"].items():
        if value not in (None, [], ""):
            right = name in read["meta"] and _fact(name, value) == _fact(name, read["meta"][name])
            result.facts[name] = result.facts[name] + Count(int(right), 0, int(not right))
            if not right:
                result.misses.append(f"{gold['id']}  {name}: {value!r}, read {read['meta'].get(name)!r}")


def _names(entity: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(n for n in map(key, (entity["name"], *entity.get("aliases", ()))) if n)


def _compare_type(kind: str, gold: Mapping[str, Any], read: Mapping[str, Any], result: Evaluation) -> None:
    wanted = [e for e in gold["entities"] if e["type"] == kind]
    used: set[int] = set()
    for entity in (e for e in read["entities"] if e["type"] == kind):
        at = next((i for i, g in enumerate(wanted) if i not in used and _names(entity) & _names(g)), None)
        if at is not None:
            used.add(at)
            _count_hit(entity, wanted[at], kind, result)
            if not wanted[at].get("doubtful"):
                _claim(result, kind, entity, right=True)
        elif not any(_names(entity) & _names(g) for g in wanted) and not _neighbour(entity, gold):
            _count(result.entities, kind, Count(0, 1, 0))
            _claim(result, kind, entity, right=False)
            _note(result, gold, "+", kind, entity["name"])
    for i, missed in enumerate(wanted):
        if i not in used and not missed.get("doubtful"):
            _count(result.entities, kind, Count(0, 0, 1))
            _note(result, gold, "-", kind, missed["name"])


def _count(table: dict[str, Count], name: str, more: Count) -> None:
    table[name] = table[name] + more


def _claim(result: Evaluation, kind: str, said: Mapping[str, Any], *, right: bool) -> None:
    if "rule" in said and kind in (*_JUDGED, *_STATED):
        result.claims.append(Claim(kind, said["rule"], said["confidence"], right))


def _count_hit(entity: Mapping[str, Any], gold: Mapping[str, Any], kind: str, result: Evaluation) -> None:
    if gold.get("doubtful"):
        return
    _count(result.entities, kind, Count(1, 0, 0))
    if kind in ("Scenario", "Policy") and gold.get("status") and not gold.get("status_doubtful"):
        right = gold["status"] == entity.get("status")
        result.status = result.status + Count(int(right), 0, int(not right))


def _neighbour(entity: Mapping[str, Any], gold: Mapping[str, Any]) -> bool:
    return any((entity["type"], g["type"]) in _NEIGHBOURS and _names(entity) & _names(g) for g in gold["entities"])


def _note(result: Evaluation, gold: Mapping[str, Any], sign: str, kind: str, name: str) -> None:
    if kind in CORE_TYPES or kind in _STATED:
        result.misses.append(f"{gold['id']}  {sign}{kind} {name}")


def _compare_relations(gold: Mapping[str, Any], read: Mapping[str, Any], result: Evaluation) -> None:
    """Ends are the same where they share a name that either side knows for them."""
    known: dict[str, set[str]] = defaultdict(set)
    types: dict[str, str] = {}
    for entity in (*gold["entities"], *read["entities"]):
        for name in _names(entity):
            known[name] |= _names(entity)
    for entity in (*read["entities"], *gold["entities"]):
        types |= dict.fromkeys(_names(entity), entity["type"])
    wanted = [_ends(r, known, types) for r in gold["relations"]]
    used: set[int] = set()
    for relation in read["relations"]:
        ends = _ends(relation, known, types)
        same = [i for i, w in enumerate(wanted) if w[0] == ends[0] and w[1] & ends[1] and w[2] & ends[2]]
        at = next((i for i in same if i not in used), None)
        if at is not None:
            used.add(at)
            if not gold["relations"][at].get("doubtful"):
                _count(result.relations, ends[0], Count(1, 0, 0))
                _claim(result, ends[0], relation, right=True)
        elif not same:
            _count(result.relations, ends[0], Count(0, 1, 0))
            _claim(result, ends[0], relation, right=False)
            _note(result, gold, "+", ends[0], f"{relation['from']} -> {relation['to']}")
    for i, relation in enumerate(gold["relations"]):
        if i not in used and not relation.get("doubtful"):
            _count(result.relations, wanted[i][0], Count(0, 0, 1))
            _note(result, gold, "-", wanted[i][0], f"{relation['from']} -> {relation['to']}")


def _ends(
    relation: Mapping[str, Any], known: Mapping[str, set[str]], types: Mapping[str, str]
) -> tuple[str, frozenset[str], frozenset[str]]:
    source, target = key(relation["from"]), key(relation["to"])
    # A carrier that is part of a place is located in it.
    kind = "locatedIn" if relation["type"] == "partOf" and types.get(source) == "Carrier" else relation["type"]
    return kind, frozenset({source, *known.get(source, ())}), frozenset({target, *known.get(target, ())})


def _fact(name: str, value: Any) -> object:  # noqa: ANN401 - a JSON value
    """A heading's fact in the one form in which two annotators would agree."""
    if isinstance(value, list | tuple):
        return frozenset(key(str(v)) for v in value)
    plain = key(str(value))
    if name == "session":
        for word in ("第", "次", "会议", "委员会"):
            plain = plain.replace(word, "")
    elif name == "number":
        plain = plain.removeprefix("第").removesuffix("号").lstrip("0")
    elif name == "class":
        plain = plain.replace("类", "")
    return plain
