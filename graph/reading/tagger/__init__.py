"""The learned part: a conditional random field over characters that weighs what the rules saw against the words around it.

Its features are the characters and words near by, the words of the lexicon, and the mentions that the rules found; its
weights are learned from the annotated replies (``python -m graph train``) and stand in ``data/tagger/``. It decides which
spans are enterprises, carriers and scenarios, where they begin and end, and how probable each is. Subdistricts and policies,
which an administrative list and 《》 tell, are left to the rules: the test part says that the rules are better there.
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
from graph.records import Mention

__all__ = ["tagged"]

#: What the model decides.
_LEARNED = ("Enterprise", "Carrier", "Scenario")
#: Spans less probable than this are not even doubts.
_LEAST = 0.2
#: What only a rule claims is a doubt at most.
_UNSEEN = 0.49


def tagged(reply: Reply, mentions: list[Mention], judged: list[Mention], lists: list[Enumeration]) -> list[Mention]:
    """Enterprises, carriers and scenarios as the model sees them, and the rules' mentions of the other types.

    Parameters
    ----------
    reply:
        Whose flow is read.
    mentions:
        What the rules found, with the confidences that they claim: what the model has learned to weigh.
    judged:
        The same with the confidences that they have.
    lists:
        The reply's lists.

    Returns
    -------
    list of Mention
        In order; the confidence of what the model decides is its probability. What only the rules saw of it stays as a doubt.
    """
    model = load_model()
    sequences = sequences_of(reply)
    spans = decode(model, features(reply, mentions, lists, sequences), sequences, least=_LEAST)
    by_span = {(m.type, m.start, m.end): m for m in judged}
    learned = [_mention(reply, span, by_span) for span in spans if span.type in _LEARNED]
    learned = [m for m in learned if len(m.name) > 1]
    taken = {i for m in learned if m.confidence > _UNSEEN for i in range(m.start, m.end)}
    seen = {(m.type, m.start, m.end) for m in learned}
    rest = []
    for mention in judged:
        if mention.type not in _LEARNED:
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
