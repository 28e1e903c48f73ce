"""Learning the classifier from the annotated replies.

The recipe: the annotated names wherever a reply's body has them, each of them as the windows show it; a place is a thing's own
where the annotation relates the two anywhere in the reply. Of things of one type with the same places in one window (a list of
firms) two are drawn in each pass. Replies that follow real ones count twice, composed ones once. First two passes over seven of
eight replies; on the eighth is measured how a score becomes a probability. Then, from there on and at a lower rate, one pass
over all of them and those of which places alone are learned.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from scipy.optimize import minimize

from graph.errors import UsageError
from graph.reading.classifier.network import network_of
from graph.reading.classifier.weights import PLACES, save_weights
from graph.reading.classifier.windows import HERE, KINDS, THINGS, Question, Span, questions_of, windows_of
from graph.reading.documents import open_document
from graph.reading.mentions.names import key
from graph.reading.reply import Reply, reply_of
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.encoder import load_encoder
from graph.reading.tagger.encoder.pretrained import Pretrained

__all__ = ["train_classifier"]

#: Before the last one.
_PASSES = 2
_REAL = 2.0
#: Of things with the same answer in one window.
_DRAWN = 2
#: Every such reply is held back to measure.
_HELD = 8
#: Shorter names are not looked for.
_SHORTEST = 2
#: What may stand between a name's characters where the annotation has none of it.
_BETWEEN = '[ “”"《》‘’（）()·]*'
_LEFT_OUT = re.compile(r"[\s“”\"《》‘’（）()·]")
#: Relations that say that something is at a place; of a carrier partOf too.
_SAID = ("locatedIn", "pilotedIn", "partOf")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question to one reply, with its answers."""

    question: Question
    answers: tuple[bool | None, ...]
    targets: tuple[int, ...]
    """Of each place the entity's number; -1 for the replying place."""


@dataclass(frozen=True, slots=True)
class _Annotated:
    """A reply with its questions."""

    id: str
    weight: float
    asked: tuple[_Asked, ...]


def train_classifier(
    real: Sequence[Path],
    composed: Sequence[Path],
    placed: Sequence[Path],
    say: Callable[[str], None],
    path: Path = PLACES,
    *,
    passes: int = _PASSES,
) -> tuple[int, int]:
    """Learn from folders of annotated replies and write ``data/encoder/places.npz``.

    Parameters
    ----------
    real, composed, placed:
        Folders of ``<id>.json`` with ``<id>.txt`` beside; the first follow real replies, the last count in the last pass alone.
    say:
        Called with each line of progress.
    path:
        Of the file that is written.
    passes:
        Over the replies, before the last one.

    Returns
    -------
    tuple of int
        How many replies, and how many weights.

    Raises
    ------
    UsageError
        Where PyTorch or the encoder is not installed, or a folder holds no annotation.
    """
    try:
        from graph.reading.classifier.learning import learn  # noqa: PLC0415 - only who trains needs it
    except ImportError as fault:
        raise UsageError("train", "PyTorch is not installed", "make install-learning") from fault

    encoder = load_encoder()

    def annotated(folders: Sequence[Path], weight: float) -> list[_Annotated]:
        return [_annotated(file, weight, encoder.pretrained) for folder in folders for file in _files(folder)]

    replies = [*annotated(real, _REAL), *annotated(composed, 1.0)]
    further = annotated(placed, 1.0)

    def learned(some: Sequence[_Annotated], number: int, begun: Mapping[str, Floats] | None = None) -> dict[str, Floats]:
        chance = Random(0)  # noqa: S311 - a draw, no secret
        lessons = [[(a.question, a.answers, w) for a, w in _drawn(some, chance)] for _ in range(number)]
        return learn(lessons, encoder.pretrained, encoder.transformer, say, begun)

    held, rest = (
        [reply for reply in replies if (int(sha256(reply.id.encode()).hexdigest(), 16) % _HELD == 0) is kept_back]
        for kept_back in (True, False)
    )
    first = learned(rest, passes)
    judge = network_of(encoder.pretrained, encoder.transformer, first)
    scale = _scale([pair for reply in held for pair in _judged(reply, judge.scores([a.question for a in reply.asked]))])
    last = learned([*replies, *further], 1, first)
    return len(replies) + len(further), save_weights(last, scale, encoder.version, path)


def _files(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UsageError(str(folder), "there is no annotation in it", "name a folder of .json files with their .txt beside")
    return files


def _annotated(file: Path, weight: float, pretrained: Pretrained) -> _Annotated:
    told: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    reply = reply_of(open_document(file.with_suffix(".txt")))
    entities = told["entities"]
    numbers: dict[str, set[int]] = {}
    for number, entity in enumerate(entities):
        for name in _names(entity):
            numbers.setdefault(key(name), set()).add(number)
    own = {key(name) for name in (reply.where.name, reply.where.short) if name}
    home = {i for i, e in enumerate(entities) if e["type"] == "District" and own & {key(name) for name in _names(e)}}
    said: dict[tuple[int, int], bool | None] = {}
    for relation in told["relations"]:
        for thing in numbers.get(key(relation["from"]), ()):
            if relation["type"] in _SAID and entities[thing]["type"] in THINGS:
                for place in numbers.get(key(relation["to"]), ()):
                    said[thing, -1 if place in home else place] = None if relation.get("doubtful") else True
    asked = []
    for window in windows_of(reply, _spans(reply, entities), pretrained):
        for question in questions_of(window):
            marked = question.window.marked
            targets = tuple(-1 if marked[i].kind == HERE or marked[i].thing in home else marked[i].thing for i in question.places)
            answers = tuple(said.get((marked[question.thing].thing, target), False) for target in targets)
            asked.append(_Asked(question, answers, targets))
    return _Annotated(file.stem, weight, tuple(asked))


def _names(entity: Mapping[str, Any]) -> list[str]:
    return [entity["name"], *entity.get("aliases", ())]


def _spans(reply: Reply, entities: Sequence[Mapping[str, Any]]) -> list[Span]:
    """Where the body has the annotated names, of those that overlap the longest."""
    text, found = reply.flow.text, []
    for number, entity in enumerate(entities):
        if entity["type"] in KINDS:
            exact = {form for name in _names(entity) for form in (name, "".join(name.split())) if len(form) >= _SHORTEST}
            spans = [m.span() for form in exact for m in re.finditer(re.escape(form), text)]
            bare = _LEFT_OUT.sub("", entity["name"])
            if not spans and len(bare) >= _SHORTEST:
                spans = [m.span() for m in re.finditer(_BETWEEN.join(map(re.escape, bare)), text)]
            found += [Span(start, end, entity["type"], number) for start, end in spans if start >= reply.body[0]]
    kept: list[Span] = []
    taken = bytearray(len(text))
    for span in sorted(found, key=lambda s: (s.start - s.end, s.start)):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = bytes([1]) * (span.end - span.start)
            kept.append(span)
    return sorted(kept)


def _drawn(replies: Sequence[_Annotated], chance: Random) -> Iterator[tuple[_Asked, float]]:
    """Of the questions of each window with the same answer a few, with how often they count."""
    for reply in replies:
        alike: dict[tuple[int, str, frozenset[int]], list[_Asked]] = {}
        for asked in reply.asked:
            window = asked.question.window
            right = frozenset(target for target, own in zip(asked.targets, asked.answers, strict=True) if own)
            alike.setdefault((id(window), window.marked[asked.question.thing].kind, right), []).append(asked)
        for some in alike.values():
            yield from ((asked, reply.weight) for asked in chance.sample(some, min(_DRAWN, len(some))))


def _judged(reply: _Annotated, scores: Sequence[Sequence[float]]) -> Iterator[tuple[float, bool]]:
    """Of each pair that stands together somewhere its highest score, and whether it is right."""
    best: dict[tuple[int, int], tuple[float, bool | None]] = {}
    for asked, some in zip(reply.asked, scores, strict=True):
        thing = asked.question.window.marked[asked.question.thing].thing
        for target, score, own in zip(asked.targets, some, asked.answers, strict=True):
            best[thing, target] = max(best.get((thing, target), (score, own)), (score, own), key=lambda pair: pair[0])
    yield from ((score, own) for score, own in best.values() if own is not None)


def _scale(judged: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and shift of the log-odds that make what is right likeliest (Platt 1999)."""
    if not judged:
        return 1.0, 0.0
    scores, right = np.array([s for s, _ in judged]), np.array([r for _, r in judged])

    def unlikely(at: Floats) -> float:
        odds = at[0] * scores + at[1]
        return float(np.logaddexp(0, np.where(right, -odds, odds)).sum())

    slope, shift = minimize(unlikely, (1.0, 0.0), method="BFGS").x
    return float(slope), float(shift)
