"""The learned part: a conditional random field over characters that weighs what the rules saw against the words around it.

Its features are the characters and words near by, the words of the lexicon, and the mentions that the rules found; its
weights are learned from the annotated replies (``python -m graph train``) and stand in ``data/tagger/``. It decides which
spans are enterprises, carriers and scenarios, where they begin and end, and how probable each is; where no rule is sure of
a document or a place, which are organisations, recognitions and facilities; and it adds the programmes, products, events and
communities that no rule sees. Subdistricts and policies, which an administrative list and 《》 tell, are left to the rules: the
test part says that the rules are better there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from graph.reading.lexicon import words
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.items import made
from graph.reading.mentions.names import clean
from graph.reading.mentions.own_names import named
from graph.reading.mentions.own_offices import apart
from graph.reading.mentions.site_kinds import is_body, is_quarter
from graph.reading.reply import Reply
from graph.reading.tagger.beginning import launched, one_of_its_kind
from graph.reading.tagger.decoding import Opinion, decode
from graph.reading.tagger.encoder import Encoder
from graph.reading.tagger.features import features
from graph.reading.tagger.fellows import FELLOW, among_firms, among_schools
from graph.reading.tagger.holding import come_to, holds, stands
from graph.reading.tagger.joining import UNSEEN, joined
from graph.reading.tagger.model import load_model
from graph.reading.tagger.refusing import is_no_name, may_be_a_name
from graph.reading.tagger.sequences import sequences_of
from graph.reading.tagger.trusting import trusted
from graph.records import Mention

__all__ = ["tagged"]

#: What the model decides.
_LEARNED = ("Enterprise", "Carrier", "Scenario")
#: What it decides where no rule is sure of a document or a place.
_BESIDES = ("Organisation", "Recognition", "Facility")
#: What it adds to where no rule sees anything, and does not judge where one does.
_ADDED = ("Programme", "Product", "Event", "Community")
_BY_RULE = ("Policy", "Subdistrict", "Community", "Road", "BusinessCircle", "Event", "Programme")
#: Spans less probable than this are not even doubts.
_LEAST = 0.05


def tagged(
    reply: Reply, mentions: list[Mention], judged: list[Mention], lists: list[Enumeration], encoder: Encoder | None = None
) -> list[Mention]:
    """The model's types as it sees them, and the rules' mentions of the others.

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
    encoder:
        That is asked too, where one is given.

    Returns
    -------
    list of Mention
        In order. A span that the model and a rule both see has a mean of their confidences, the model's twice; one that only it sees
        has its probability; what only the rules see of the model's types stays as a doubt, but for a firm's full legal name.
    """
    names = _seen(reply, mentions, judged, lists, encoder)
    full = {m.end: m for m in judged if _is_full(m)}
    learned = _of_its_types(names, judged, full)
    # What stands before its own name is free: 甲区 of 甲区乙园 is a place of its own.
    bare = [named(reply, one) for one in learned]
    places = {m.start for m in bare if m.type == "Carrier" and m.confidence > UNSEEN}
    learned = [_at_least(m, holds(reply, m, places)) for m in learned]
    taken = _covered(_at_least(own, m.confidence) for own, m in zip(bare, learned, strict=True))
    seen = {(m.type, m.start, m.end) for m in learned}
    firms = _covered(m for m in learned if m.type == "Enterprise" and m.confidence >= FELLOW)
    fellows = {i: one.items for one in lists for start, end in one.items for i in range(start, end)}
    rest = []
    for mention in judged:
        free = taken.isdisjoint(range(mention.start, mention.end))
        if full.get(mention.end) == mention:
            rest.append(mention)
        elif mention.type not in (*_LEARNED, *_BESIDES):
            rest += [mention] if free else []
        elif (mention.type, mention.start, mention.end) not in seen:
            among = among_firms(mention, fellows.get(mention.start, ()), firms)
            alone = max(among, _without_the_model(reply, mention, places)) if free else 0.0
            rest.append(replace(mention, confidence=alone or min(mention.confidence, UNSEEN)))
    return sorted(_of_one_type([*learned, *rest]), key=lambda m: (m.start, m.end))


def _seen(
    reply: Reply, mentions: list[Mention], judged: list[Mention], lists: list[Enumeration], encoder: Encoder | None
) -> list[Mention]:
    """What the model sees and may be a name, of all the types that it knows; the parameters are those of :func:`tagged`."""
    sequences = sequences_of(reply)
    other = Opinion(partial(encoder.labels, reply.flow.text), encoder.scales) if encoder else None
    spans = decode(load_model(), features(reply, mentions, lists, sequences), sequences, least=_LEAST, other=other)
    # What the proposal's title calls for is no service yet; a park that it names is there.
    said = (span for span in spans if span.type != "Scenario" or span.start >= reply.body[0])
    known_types = (*_LEARNED, *_BESIDES, *_ADDED)
    by_model = [m for span in said if span.type in known_types for m in apart(reply, joined(reply, span, judged))]
    # Where the model cuts a rule's find, what is left may be no name either: 中部 of 中部的甲工业园.
    products = made(reply.flow.text, lists)
    makers = (_maker(reply, m, products) for m in by_model)
    seen_so = (among_schools(reply, m, lists) for m in makers if m is not None)
    # Nor may one character that is left before another name: 向 of 向塘物流园, of which it sees 塘物流园.
    named_so = (m for m in seen_so if len(m.name) > 1 and not is_no_name(reply, m))
    told = (_at_least(m, max(launched(reply, m), one_of_its_kind(reply, m), stands(reply, m))) for m in named_so)
    return [_doubted(m) for m in told if m.rule != "learned" or may_be_a_name(m.type, m.name)]


def _of_its_types(names: list[Mention], judged: list[Mention], full: dict[int, Mention]) -> list[Mention]:
    """Those of the model's names that it decides on, and the others where no rule is sure of anything.

    ``full`` are the firms with their whole legal form by where they end; those that the model sees too are taken out of it.
    """
    # A line holds the places where it begins and ends: 甲园至乙镇的无人机航线.
    bound = _covered([*full.values(), *(m for m in judged if m.rule == "service.ends")])
    # Of a full legal name the model may say where it begins; it does not say whether there is one.
    learned = [
        replace(m, confidence=max(m.confidence, full.pop(m.end).confidence)) if m.end in full else m
        for m in names
        if m.type in _LEARNED and ((m.type == "Enterprise" and m.end in full) or bound.isdisjoint(range(m.start, m.end)))
    ]
    sure = _covered([*learned, *full.values(), *(m for m in judged if m.type in _BY_RULE)])
    return learned + [m for m in names if m.type in (*_BESIDES, *_ADDED) and sure.isdisjoint(range(m.start, m.end))]


def _without_the_model(reply: Reply, mention: Mention, places: set[int]) -> float:
    """How sure a rule's find is of which the model sees nothing; ``places`` are the beginnings of the carriers that it sees."""
    return max(
        trusted(mention, seen=False),
        come_to(reply, mention),
        stands(reply, mention),
        holds(reply, mention, places),
        launched(reply, mention),
        one_of_its_kind(reply, mention),
    )


def _at_least(mention: Mention, sure: float) -> Mention:
    return replace(mention, confidence=sure) if sure > mention.confidence else mention


def _of_one_type(mentions: list[Mention]) -> list[Mention]:
    """A new area is a district or a carrier in the whole reply: what it is most often, a district where both are as often."""
    areas = {m.name for m in mentions if m.rule == "place.new-area"}
    votes = Counter((m.name, m.type) for m in mentions if m.name in areas and m.confidence > UNSEEN)
    kinds = {name: "Carrier" if votes[name, "Carrier"] > votes[name, "District"] else "District" for name in areas}
    kept = (m for m in mentions if m.name not in areas or m.type != "Carrier" or m.confidence > UNSEEN)
    return [replace(m, type=kinds[m.name]) if m.name in areas and m.type in ("Carrier", "District") else m for m in kept]


def _covered(mentions: Iterable[Mention]) -> set[int]:
    """The characters of mentions that are more than a doubt."""
    return {i for m in mentions if m.confidence > UNSEEN for i in range(m.start, m.end)}


#: The whole legal form: what ends so is a firm, wherever a model that has seen few of them sees a name.
_FULL = re.compile(r"[\u4e00-\u9fff]{2}[)）]?(?:有限公司|有限责任公司|股份公司|集团公司|总公司)(?:[\u4e00-\u9fff]{2,6}分公司)?$")


def _is_full(mention: Mention) -> bool:
    """Whether a rule found a firm by the whole legal form of its name."""
    return mention.rule in ("suffix.legal", "defined") and mention.type == "Enterprise" and bool(_FULL.search(mention.name))


def _maker(reply: Reply, mention: Mention, products: Mapping[int, int]) -> Mention | None:
    """A firm without what it makes, where the model takes both together: 甲微车规级芯片; ``None`` where it is only that."""
    if mention.type != "Enterprise" or mention.end not in products:
        return mention
    end = products[mention.end]
    return replace(mention, name=clean(reply.flow.text[mention.start : end]), end=end) if end - mention.start > 1 else None


#: Of nine parks that only the model sees and is less sure of, in some ninety replies as they come, none was one.
_LEAST_SITE = 0.6


def _doubted(mention: Mention) -> Mention:
    """A new town, a resort or a centre of innovation is a doubt, however sure the model is, but where the text says that it is a carrier.

    So is a park that only the model sees, unless it is sure.
    """
    by_text = mention.rule.startswith(("list.", "suffix.built"))
    told = mention.type != "Carrier" or by_text or mention.name in words("known_carriers")
    unsure = mention.type == "Carrier" and mention.rule == "learned" and mention.confidence < _LEAST_SITE
    other = unsure or (not told and (is_quarter(mention.name) or is_body(mention.name)))
    return replace(mention, confidence=min(mention.confidence, UNSEEN)) if other else mention
