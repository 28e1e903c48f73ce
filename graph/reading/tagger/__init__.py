"""The learned part: a conditional random field over characters that weighs what the rules saw against the words around it.

Its features are the characters and words near by, the words of the lexicon, and the mentions that the rules found; its
weights are learned from the annotated replies (``python -m graph train``) and stand in ``data/tagger/``. It decides which
spans are enterprises, carriers and scenarios, where they begin and end, and how probable each is; and, where no rule is sure of
a document or a place, which are organisations, recognitions and facilities. Subdistricts and policies, which an
administrative list and 《》 tell, are left to the rules: the test part says that the rules are better there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.names import clean, is_generic
from graph.reading.reply import Reply
from graph.reading.tagger.decoding import Span, decode
from graph.reading.tagger.features import features
from graph.reading.tagger.model import load_model
from graph.reading.tagger.sequences import sequences_of
from graph.records import Mention

__all__ = ["tagged"]

#: What the model decides.
_LEARNED = ("Enterprise", "Carrier", "Scenario")
#: What it decides where no rule is sure of a document or a place.
_BESIDES = ("Organisation", "Recognition", "Facility")
_BY_RULE = ("Policy", "Subdistrict", "Community", "Road", "BusinessCircle", "Event", "Programme")
#: Spans less probable than this are not even doubts.
_LEAST = 0.05
#: A rule's weaker claim to another part of a name says nothing of the name: 自动驾驶 of 自动驾驶出行服务.
_WEAK = 0.3
#: What no rule sees counts like one that says it is hardly so: of services that only the model sees two of three are none.
_ALONE = 0.3
#: Services that the whole country knows need nobody to see them too.
_TRUSTED = frozenset(("service.known",))
#: What only a rule claims is a doubt at most.
_UNSEEN = 0.49


def tagged(reply: Reply, mentions: list[Mention], judged: list[Mention], lists: list[Enumeration]) -> list[Mention]:
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

    Returns
    -------
    list of Mention
        In order. A span that the model and a rule both see has a mean of their confidences, the model's twice; one that only it sees
        has its probability; what only the rules see of the model's types stays as a doubt.
    """
    model = load_model()
    sequences = sequences_of(reply)
    spans = decode(model, features(reply, mentions, lists, sequences), sequences, least=_LEAST)
    seen_by_model = [_mention(reply, span, judged) for span in spans if span.type in (*_LEARNED, *_BESIDES)]
    names = [m for m in seen_by_model if m.rule != "learned" or _is_name(m.type, m.name)]
    learned = [m for m in names if m.type in _LEARNED]
    sure = _covered([*learned, *(m for m in judged if m.type in _BY_RULE)])
    learned += [m for m in names if m.type in _BESIDES and sure.isdisjoint(range(m.start, m.end))]
    taken = _covered(learned)
    seen = {(m.type, m.start, m.end) for m in learned}
    rest = []
    for mention in judged:
        if mention.type not in (*_LEARNED, *_BESIDES):
            if taken.isdisjoint(range(mention.start, mention.end)):
                rest.append(mention)
        elif (mention.type, mention.start, mention.end) not in seen:
            known = mention.rule in _TRUSTED and taken.isdisjoint(range(mention.start, mention.end))
            rest.append(mention if known else replace(mention, confidence=min(mention.confidence, _UNSEEN)))
    return sorted([*learned, *rest], key=lambda m: (m.start, m.end))


def _covered(mentions: Iterable[Mention]) -> set[int]:
    """The characters of mentions that are more than a doubt."""
    return {i for m in mentions if m.confidence > _UNSEEN for i in range(m.start, m.end)}


#: How quick something is: “3分钟快速办理”.
_MEASURED = re.compile(r"\d+(?:秒|分钟|小时|天)(?!.*圈$)")


#: What no firm's name ends in, and what none holds, nor a carrier's.
_NO_FIRM = re.compile(rf"(?:{alternation('organisation_suffixes')})$")
_TWO_THINGS = re.compile(r".的.|.(?:落户|入驻|位于|坐落|连同).")


def _is_name(kind: str, name: str) -> bool:
    """Whether what no rule saw may be a name: no common words only, no field, no measure, no two things."""
    if (kind == "Enterprise" and _NO_FIRM.search(name)) or (kind != "Scenario" and _TWO_THINGS.search(name)):
        return False
    return len(name) > 1 and not is_generic(name) and name not in words("sectors") and not _MEASURED.match(name)


_COUNTED = re.compile(
    r"(?:全[国省市区县]|[我本][省市区县])?(?:首|第[一二三四五])(?:条|个|家|批|座|项|套|处|台)(?=[\u4e00-\u9fffA-Za-z0-9]{3})"
)


def _mention(reply: Reply, span: Span, judged: list[Mention]) -> Mention:
    """The rules' mention of the same name, as sure as both are in the mean, the model twice; else a new one.

    Where the two see its bounds differently, a quotation is what the rules say (“甲乙园”数字街区 is 甲乙园), and what the model
    takes together with a verb, else the model's.
    """
    if counted := _COUNTED.match(reply.flow.text, span.start, span.end):
        span = span._replace(start=counted.end())  # 首条甲线 is 甲线
    near = judged[max(bisect_right(judged, span.start, key=lambda m: m.start) - 1, 0) :]
    inside = takewhile(lambda m: m.start < span.end, near)
    rival = next((m for m in inside if m.type == span.type and span.start < m.end), None)
    if rival is None or (rival.confidence < _WEAK and (rival.start, rival.end) != (span.start, span.end)):
        name = clean(reply.flow.text[span.start : span.end])
        alone = (2 * span.probability + _ALONE) / 3 if span.type == "Scenario" else span.probability
        return Mention(span.type, name, span.start, span.end, "learned", round(alone, 3))
    sure = round((2 * span.probability + rival.confidence) / 3, 3)
    same = (rival.start, rival.end) == (span.start, span.end)
    torn = span.type != "Scenario" and _TWO_THINGS.search(reply.flow.text[span.start : span.end])
    if rival.rule in _TRUSTED and (same or sure <= _UNSEEN):
        return rival
    if same or torn or rival.rule.startswith("quoted."):
        return replace(rival, confidence=sure)
    return Mention(span.type, clean(reply.flow.text[span.start : span.end]), span.start, span.end, rival.rule, sure)
