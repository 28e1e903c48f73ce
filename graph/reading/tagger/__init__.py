"""The learned part: a conditional random field over characters that weighs what the rules saw against the words around it.

Its features are the characters and words near by, the words of the lexicon, and the mentions that the rules found; its
weights are learned from the annotated replies (``python -m graph train``) and stand in ``data/tagger/``. It decides which
spans are enterprises, carriers and scenarios, where they begin and end, and how probable each is. Subdistricts and policies,
which an administrative list and 《》 tell, are left to the rules: the test part says that the rules are better there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import takewhile

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.names import clean, is_generic
from graph.reading.mentions.site_kinds import is_no_site, is_quarter
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
_LEAST = 0.05
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
        In order. A span that the model and a rule both see has a mean of their confidences, the model's twice; one that only it sees
        has its probability; what only the rules see of the model's types stays as a doubt, but for a firm's full legal name.
    """
    model = load_model()
    sequences = sequences_of(reply)
    spans = decode(model, features(reply, mentions, lists, sequences), sequences, least=_LEAST)
    learned = [_mention(reply, span, judged) for span in spans if span.type in _LEARNED]
    learned = [_doubted(m) for m in learned if m.rule != "learned" or _is_name(m.type, m.name)]
    full = {m.end: m for m in judged if _is_full(m)}
    bound = {i for m in full.values() for i in range(m.start, m.end)}
    # Of a full legal name the model may say where it begins; it does not say whether there is one.
    learned = [
        replace(m, confidence=max(m.confidence, full.pop(m.end).confidence)) if m.end in full else m
        for m in learned
        if (m.type == "Enterprise" and m.end in full) or bound.isdisjoint(range(m.start, m.end))
    ]
    taken = {i for m in learned if m.confidence > _UNSEEN for i in range(m.start, m.end)}
    seen = {(m.type, m.start, m.end) for m in learned}
    rest = []
    for mention in judged:
        if full.get(mention.end) == mention:
            rest.append(mention)
        elif mention.type not in _LEARNED:
            if taken.isdisjoint(range(mention.start, mention.end)):
                rest.append(mention)
        elif (mention.type, mention.start, mention.end) not in seen:
            rest.append(replace(mention, confidence=min(mention.confidence, _UNSEEN)))
    return sorted([*learned, *rest], key=lambda m: (m.start, m.end))


#: The whole legal form: what ends so is a firm, wherever a model that has seen few of them sees a name.
_FULL = re.compile(r"[\u4e00-\u9fff]{2}(?:有限公司|有限责任公司|股份公司|集团公司|总公司)(?:[\u4e00-\u9fff]{2,6}分公司)?$")


def _is_full(mention: Mention) -> bool:
    """Whether a rule found a firm by the whole legal form of its name."""
    return mention.rule in ("suffix.legal", "defined") and mention.type == "Enterprise" and bool(_FULL.search(mention.name))


#: How quick something is: “3分钟快速办理”.
_MEASURED = re.compile(r"\d+(?:秒|分钟|小时|天)(?!.*圈$)")


#: What no firm's name ends in, and what none holds, nor a carrier's.
_NO_FIRM = re.compile(rf"(?:{alternation('organisation_suffixes')})$")
_TWO_THINGS = re.compile(r".的.|.(?:落户|入驻|位于|坐落|连同).")


def _doubted(mention: Mention) -> Mention:
    """A new town or a resort is a doubt, however sure the model is, but where a list says that it is a carrier."""
    quarter = mention.type == "Carrier" and not mention.rule.startswith("list.") and is_quarter(mention.name)
    return replace(mention, confidence=min(mention.confidence, _UNSEEN)) if quarter else mention


#: What a city wants to become: 全球科创中心, 中国大数据之都.
_AIM = re.compile(r"^(?:国际|全球|亚洲|中国|全国|国家|区域)[\u4e00-\u9fff]{0,10}(?:中心|高地|之都|策源地|枢纽|硅谷|社区)$")


def _is_name(kind: str, name: str) -> bool:
    """Whether what no rule saw may be a name: no common words only, no field, no measure, no two things."""
    if (kind == "Enterprise" and _NO_FIRM.search(name)) or (kind != "Scenario" and _TWO_THINGS.search(name)):
        return False
    if kind == "Carrier" and (is_no_site(name) or _AIM.search(name)):
        return False
    return len(name) > 1 and not is_generic(name) and name not in words("sectors") and not _MEASURED.match(name)


#: What the model takes along and is no part of the name: where firms stand before it, their projects behind it, 内 and 里 behind a park.
_BEFORE_FIRM = re.compile(r"(?:经开区|高新区|开发区|综保区|保税区|工业区|片区|园区)(?=.{2})")
_BEHIND_FIRM = re.compile(r"项目$")
_BEHIND_SITE = re.compile(r"(?<=[园区楼厦城港谷地])[里内]$|的?项目$|等$")
_HALF = re.compile(r"（[^）]*$|^[^（]*）")


def _bounds(reply: Reply, span: Span) -> tuple[int, int]:
    """Where a firm's or a carrier's name begins and ends inside what the model sees as one."""
    text, start, end = reply.flow.text, span.start, span.end
    if span.type == "Enterprise" and (zone := _BEFORE_FIRM.match(text, start, end)):
        start = zone.end()
    tail = (_BEHIND_FIRM if span.type == "Enterprise" else _BEHIND_SITE).search(text[start:end])
    if span.type != "Scenario" and tail and tail.start() > 1:
        end = start + tail.start()
    if span.type != "Scenario" and (half := _HALF.search(text[start:end])):  # 甲产业园（乙园区 without its other bracket
        start, end = (start + half.end(), end) if half.start() == 0 else (start, start + half.start())
    return (start, end) if end - start > 1 else (span.start, span.end)


#: Rules that know where a name begins and ends, where the model does not see it begin earlier: quotations, lists, legal names, malls, addresses.
_BOUNDED = ("quoted.", "list.enterprise", "suffix.legal", "suffix.mall", "suffix.numbered")


def _mention(reply: Reply, span: Span, judged: list[Mention]) -> Mention:
    """The rules' mention of the same name, as sure as both are in the mean, the model twice; else a new one.

    Where the two see its bounds differently, a quotation is what the rules say (“甲乙园”数字街区 is 甲乙园), and so is what a list or
    a legal name bounds and what the model takes together with a verb; else it is the model's.
    """
    start, end = _bounds(reply, span)
    span = span._replace(start=start, end=end)
    near = judged[max(bisect_right(judged, span.start, key=lambda m: m.start) - 1, 0) :]
    inside = takewhile(lambda m: m.start < span.end, near)
    rival = next((m for m in inside if m.type == span.type and span.start < m.end), None)
    if rival is None:
        name = clean(reply.flow.text[span.start : span.end])
        return Mention(span.type, name, span.start, span.end, "learned", round(span.probability, 3))
    sure = round((2 * span.probability + rival.confidence) / 3, 3)
    same = (rival.start, rival.end) == (span.start, span.end)
    torn = span.type != "Scenario" and _TWO_THINGS.search(reply.flow.text[span.start : span.end])
    longer = span.end == rival.end and span.start < rival.start - 1
    if same or torn or (rival.rule.startswith(_BOUNDED) and not longer):
        return replace(rival, confidence=sure)
    return Mention(span.type, clean(reply.flow.text[span.start : span.end]), span.start, span.end, rival.rule, sure)
