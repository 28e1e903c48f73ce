"""The learned part: a conditional random field over characters that weighs what the rules saw against the words around it.

Its features are the characters and words near by, the words of the lexicon, and the mentions that the rules found; its
weights are learned from the annotated replies (``python -m graph train``) and stand in ``data/tagger/``. It decides the
core types: which spans are names, where they begin and end, and how probable each is.
"""

from __future__ import annotations

from dataclasses import replace

from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.names import clean
from graph.reading.reply import Reply
from graph.reading.tagger.decoding import Span, decode
from graph.reading.tagger.features import features
from graph.reading.tagger.model import load_model
from graph.reading.tagger.sequences import sequences_of
from graph.records import CORE_TYPES, Mention

__all__ = ["tagged"]

#: Spans less probable than this are not even doubts.
_LEAST = 0.2
#: What a rule claims of a core type and the model does not see is a doubt at most.
_UNSEEN = 0.49


def tagged(reply: Reply, mentions: list[Mention], lists: list[Enumeration]) -> list[Mention]:
    """The mentions of the core types as the model sees them, and the rules' mentions of the other types.

    Parameters
    ----------
    reply:
        Whose flow is read.
    mentions:
        What the rules found, their confidences calibrated.
    lists:
        The reply's lists.

    Returns
    -------
    list of Mention
        In order; the confidence of a core type is its probability under the model. What only the rules saw stays, as a doubt.
    """
    model = load_model()
    sequences = sequences_of(reply)
    spans = decode(model, features(reply, mentions, lists, sequences), sequences, least=_LEAST)
    by_span = {(m.type, m.start, m.end): m for m in mentions}
    learned = [_mention(reply, span, by_span) for span in spans if span.type in CORE_TYPES]
    learned = [m for m in learned if len(m.name) > 1]
    taken = {i for m in learned if m.confidence > _UNSEEN for i in range(m.start, m.end)}
    seen = {(m.type, m.start, m.end) for m in learned}
    rest = []
    for mention in mentions:
        if mention.type not in CORE_TYPES:
            if taken.isdisjoint(range(mention.start, mention.end)):
                rest.append(mention)
        elif (mention.type, mention.start, mention.end) not in seen:
            rest.append(replace(mention, confidence=min(mention.confidence, _UNSEEN)))
    return sorted([*learned, *rest], key=lambda m: (m.start, m.end))


def _mention(reply: Reply, span: Span, by_span: dict[tuple[str, int, int], Mention]) -> Mention:
    """The rules' mention of the same span, with its names, at the model's probability; else a new one."""
    sure = round(span.probability, 3)
    known = by_span.get((span.type, span.start, span.end))
    if known is not None:
        return replace(known, confidence=sure)
    return Mention(span.type, clean(reply.flow.text[span.start : span.end]), span.start, span.end, "learned", sure)
