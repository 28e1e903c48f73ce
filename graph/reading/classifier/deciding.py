"""What the classifier says of a reply, put beside what the rules say.

Where the rules place a thing, they are believed: they say which words say so. Where they say nothing of it, the place that the
classifier holds for likeliest is taken if it is sure enough; and what the rules are unsure of and the classifier holds for
very unlikely is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.reading.classifier import Classifier
from graph.reading.classifier.passing import PassedOver
from graph.reading.classifier.rows import shared
from graph.reading.classifier.windows import HERE, KINDS, THINGS, Question, Span, questions_of, windows_of
from graph.reading.entities import Known
from graph.reading.mentions.places.kinds import ONLY_NAMED
from graph.reading.relations.adjoining import ADJOINING
from graph.reading.relations.outright import OUTRIGHT
from graph.reading.reply import Reply
from graph.reading.status import status_of
from graph.records import Mention, Relation

__all__ = ["CLASSIFIED", "with_classified"]

#: The rule that a relation names which only the classifier sees.
CLASSIFIED = "classified"
#: From where on its likeliest place is taken, and others beside that; and below which it contradicts.
_SURE, _SURE_TOO, _UNLIKELY = 0.6, 0.75, 0.065
#: From where on a rule is believed whatever the classifier says.
_BELIEVED = 0.8
#: So many of a thing's mentions are asked for: of five no more comes, and a reply that names one hundreds of times takes no longer.
_ASKED = 2
_STATED = ("locatedIn", "pilotedIn")
#: Rules of what is told outright.
_OUTRIGHT = (OUTRIGHT, ADJOINING)


class _Seen(NamedTuple):
    """How probable a place is a thing's own at most, and the mentions of both where it is so; of the replying place none."""

    probability: float
    mention: Mention
    place: Mention | None


def with_classified(reply: Reply, known: Sequence[Known], stated: Sequence[Relation], classifier: Classifier) -> list[Relation]:
    """The relations that the rules state, without what the classifier contradicts, and with what it sees beside them.

    Parameters
    ----------
    reply:
        Whose sentences are read.
    known:
        Its entities, the replying place among them.
    stated:
        What the rules say, with calibrated confidences.
    classifier:
        Which is asked.
    """
    placed = {(r.source_type, r.source) for r in stated if r.type in (*_STATED, "partOf")}
    unsure = {(r.source_type, r.source) for r in stated if r.type in _STATED and _is_unsure(r)}
    wanted = {
        i for i, k in enumerate(known) if k.type in THINGS and ((k.type, k.name) not in placed or (k.type, k.name) in unsure)
    }
    seen = _seen(reply, known, wanted, classifier)
    by_name = {
        (known[thing].type, known[thing].name, known[place].type, known[place].name): found.probability
        for (thing, place), found in seen.items()
    }

    def is_doubted(relation: Relation) -> bool:
        ends = (relation.source_type, relation.source, relation.target_type, relation.target)
        return relation.type in _STATED and _is_unsure(relation) and by_name.get(ends, 1.0) < _UNLIKELY

    # Places that one rule reads from the same words are a row: 分布在甲镇、乙镇 says the same of both.
    believed = {_told(relation) for relation in stated if not is_doubted(relation)}
    kept = [relation for relation in stated if _told(relation) in believed]
    placed = {(r.source_type, r.source) for r in kept if r.type in (*_STATED, "partOf")}
    bare = {pair: found for pair, found in seen.items() if (known[pair[0]].type, known[pair[0]].name) not in placed}
    said = {(r.source, r.target) for r in kept}
    for thing, place in _taken(bare):
        one, where = known[thing], known[place]
        if one.name != where.name and (where.name, one.name) not in said:
            said.add((one.name, where.name))
            kept.append(_relation(reply, one, where, bare[thing, place]))
    return kept


def _told(relation: Relation) -> tuple[object, ...]:
    """By which rule and which words a thing's places are told."""
    return relation.type, relation.source_type, relation.source, relation.rule, relation.status, relation.evidence


def _is_unsure(relation: Relation) -> bool:
    """Whether the classifier is heard against it: not where nothing but its names may be in doubt.

    Only of what is told outright: of all places that it contradicts in annotated replies 29 are right and 46 wrong.
    """
    return relation.confidence < _BELIEVED and relation.rule not in _OUTRIGHT


def _seen(reply: Reply, known: Sequence[Known], wanted: set[int], classifier: Classifier) -> dict[tuple[int, int], _Seen]:
    """Of pairs of a wanted thing and a place that stand together in a window what the classifier says, at most."""
    home = next((i for i, k in enumerate(known) if k.type == "District" and k.name == reply.where.name), None)
    spans, mentions = _spans(reply, known)
    questions: list[Question] = []
    times: Counter[int] = Counter()
    for window in windows_of(reply, spans, classifier.network.pretrained):
        for question in questions_of(window):
            thing = window.marked[question.thing].thing
            times[thing] += 1
            if thing in wanted and times[thing] <= _ASKED:
                questions.append(question)
    seen: dict[tuple[int, int], _Seen] = {}
    passed_over = PassedOver(reply, mentions)
    said_of = shared(reply.flow.text, questions, mentions, classifier.probabilities(questions))
    for question, probabilities in zip(questions, said_of, strict=True):
        asked = question.window.marked[question.thing]
        if passed_over.is_no_tenant(mentions[asked.span]):
            continue  # 城投集团与甲、乙公司签约, 丙园由丁集团运营
        named = [mentions[m.span] for m in question.window.marked if m.asked and m.thing == home and m.kind != HERE]
        only_near = bool(named) and all(passed_over.is_near(said) for said in named)  # 毗邻我区的甲园 is not here
        for at, probability in zip(question.places, probabilities, strict=True):
            mark = question.window.marked[at]
            place, said = (home, None) if mark.kind == HERE else (mark.thing, mentions[mark.span])
            if place is None or (only_near if said is None else passed_over.is_not_its_place(mentions[asked.span], said)):
                continue
            before = seen.get((asked.thing, place))
            if before is None or probability > before.probability:
                seen[asked.thing, place] = _Seen(probability, mentions[asked.span], said)
    return seen


def _spans(reply: Reply, known: Sequence[Known]) -> tuple[list[Span], list[Mention]]:
    """The names of the body in order, of two that overlap the first and longer one, with their mentions."""
    said = [
        (Span(mention.start, mention.end, k.type, i), mention)
        for i, k in enumerate(known)
        if k.type in KINDS
        for mention in k.mentions
        if mention.start >= reply.body[0] and mention.rule not in ("heading", *ONLY_NAMED)
    ]
    said.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    spans: list[Span] = []
    mentions: list[Mention] = []
    for span, mention in said:
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
            mentions.append(mention)
    return spans, mentions


def _taken(bare: dict[tuple[int, int], _Seen]) -> Iterator[tuple[int, int]]:
    """Of each thing the likeliest place, and others that are likelier still than that need be."""
    best: dict[int, float] = {}
    for (thing, _), found in bare.items():
        best[thing] = max(found.probability, best.get(thing, 0.0))
    for (thing, place), found in bare.items():
        if found.probability >= (_SURE if found.probability == best[thing] else _SURE_TOO):
            yield thing, place


def _relation(reply: Reply, thing: Known, place: Known, found: _Seen) -> Relation:
    sentence = reply.sentence_at(found.mention.start)
    if sentence is None:
        raise AssertionError("a window is of a sentence")
    # Where an earlier sentence names the place, the words from there on say where the thing is.
    earlier = reply.sentence_at(found.place.start) if found.place is not None else None
    start = min(sentence.start, earlier.start) if earlier is not None else sentence.start
    return Relation(
        type="pilotedIn" if thing.type == "Scenario" else "locatedIn",
        source_type=thing.type,
        source=thing.name,
        target_type=place.type,
        target=place.name,
        status=status_of(reply, sentence, found.mention),
        evidence=(reply.flow.evidence(start, sentence.end),),
        rule=CLASSIFIED,
        confidence=round(found.probability * (0.5 + 0.5 * min(thing.confidence, place.confidence)), 3),
    )
