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

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.firm_kinds import is_counted, is_kind_of_firm
from graph.reading.mentions.firms import names_another_thing
from graph.reading.mentions.items import made
from graph.reading.mentions.local_firms import is_bank_in_short
from graph.reading.mentions.names import OF_A_NUMBER, clean, is_clause, is_generic, joins_places
from graph.reading.mentions.office_kinds import is_no_body
from graph.reading.mentions.own_names import named
from graph.reading.mentions.own_offices import apart
from graph.reading.mentions.places.communities import is_no_community
from graph.reading.mentions.quoted_sayings import is_guideline
from graph.reading.mentions.site_kinds import is_body, is_kind_of_site, is_kind_there, is_no_site, is_quarter
from graph.reading.reply import Reply
from graph.reading.tagger.decoding import Opinion, decode
from graph.reading.tagger.encoder import Encoder
from graph.reading.tagger.features import features
from graph.reading.tagger.fellows import FELLOW, among_firms, among_schools
from graph.reading.tagger.holding import come_to, holds, stands
from graph.reading.tagger.joining import TWO_THINGS, UNSEEN, is_torn, joined
from graph.reading.tagger.model import load_model
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
    model = load_model()
    sequences = sequences_of(reply)
    other = Opinion(partial(encoder.labels, reply.flow.text), encoder.scales) if encoder else None
    spans = decode(model, features(reply, mentions, lists, sequences), sequences, least=_LEAST, other=other)
    # What the proposal's title calls for is no service yet; a park that it names is there.
    said = (span for span in spans if span.type != "Scenario" or span.start >= reply.body[0])
    known_types = (*_LEARNED, *_BESIDES, *_ADDED)
    seen_by_model = [m for span in said if span.type in known_types for m in apart(reply, joined(reply, span, judged))]
    # Where the model cuts a rule's find, what is left may be no name either: 中部 of 中部的甲工业园.
    products = made(reply.flow.text, lists)
    makers = (_maker(reply, m, products) for m in seen_by_model)
    seen_so = (among_schools(reply, m, lists) for m in makers if m is not None)
    # Nor may one character that is left before another name: 向 of 向塘物流园, of which it sees 塘物流园.
    named_so = (m for m in seen_so if len(m.name) > 1 and not _is_no_name(reply, m))
    told = (_at_least(m, max(_launched(reply, m), _one_of_its_kind(reply, m), stands(reply, m))) for m in named_so)
    names = [_doubted(m) for m in told if m.rule != "learned" or _is_name(m.type, m.name)]
    full = {m.end: m for m in judged if _is_full(m)}
    # A line holds the places where it begins and ends: 甲园至乙镇的无人机航线.
    bound = _covered([*full.values(), *(m for m in judged if m.rule == "service.ends")])
    # Of a full legal name the model may say where it begins; it does not say whether there is one.
    learned = [
        replace(m, confidence=max(m.confidence, full.pop(m.end).confidence)) if m.end in full else m
        for m in names
        if m.type in _LEARNED and ((m.type == "Enterprise" and m.end in full) or bound.isdisjoint(range(m.start, m.end)))
    ]
    sure = _covered([*learned, *full.values(), *(m for m in judged if m.type in _BY_RULE)])
    learned += [m for m in names if m.type in (*_BESIDES, *_ADDED) and sure.isdisjoint(range(m.start, m.end))]
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
        if full.get(mention.end) == mention:
            rest.append(mention)
        elif mention.type not in (*_LEARNED, *_BESIDES):
            if taken.isdisjoint(range(mention.start, mention.end)):
                rest.append(mention)
        elif (mention.type, mention.start, mention.end) not in seen:
            free = taken.isdisjoint(range(mention.start, mention.end))
            surest = max(
                trusted(mention, seen=False),
                among_firms(mention, fellows.get(mention.start, ()), firms),
                come_to(reply, mention),
                stands(reply, mention),
                holds(reply, mention, places),
                _launched(reply, mention),
                _one_of_its_kind(reply, mention),
            )
            alone = surest if free else 0.0
            rest.append(replace(mention, confidence=alone or min(mention.confidence, UNSEEN)))
    return sorted(_of_one_type([*learned, *rest]), key=lambda m: (m.start, m.end))


def _at_least(mention: Mention, sure: float) -> Mention:
    return replace(mention, confidence=sure) if sure > mention.confidence else mention


def _of_one_type(mentions: list[Mention]) -> list[Mention]:
    """A new area is a district or a carrier in the whole reply: what it is most often, a district where both are as often."""
    areas = {m.name for m in mentions if m.rule == "place.new-area"}
    votes = Counter((m.name, m.type) for m in mentions if m.name in areas and m.confidence > UNSEEN)
    kinds = {name: "Carrier" if votes[name, "Carrier"] > votes[name, "District"] else "District" for name in areas}
    kept = (m for m in mentions if m.name not in areas or m.type != "Carrier" or m.confidence > UNSEEN)
    return [replace(m, type=kinds[m.name]) if m.name in areas and m.type in ("Carrier", "District") else m for m in kept]


#: 甲、乙和丙3个大数据产业集聚区: how many there are of a kind.
_SO_MANY = re.compile("[两三四五六七八九十\\d][个家座处大]$")
#: 区委书记甲某某: before a person's name, which has up to so many characters.
_OFFICE_OF = re.compile(
    "(?:书记|[省市区县镇州]长|主任|局长|部长|委员|主席|董事长|总经理|总裁|院长|校长|会长|秘书长|负责人|创始人|记者)$"
)
_LONGEST_PERSON = 4


def _serves_another(name: str) -> bool:
    """Whether a name is a firm's and the one's that it does something for: 甲汽车为特斯拉, not 华为."""
    one, _, other = name.rpartition("为")
    return len(one) > 1 and not one.endswith("华") and other in words("firms")


def _is_no_name(reply: Reply, mention: Mention) -> bool:
    """Whether what the model sees is a kind of site or of firm, so many of a kind, a person, two firms, a part of a noun, a medium, a guideline, no community, or 我局."""
    ahead = reply.flow.text[max(mention.start - 6, 0) : mention.start]
    if mention.type == "Carrier":
        counted = mention.rule == "learned" and _SO_MANY.search(ahead)
        kind = is_kind_of_site(mention.name) or is_kind_there(reply.flow.text, mention.start, mention.end)
        return bool(counted) or kind or is_clause(mention.name) or is_torn(reply, mention)
    if mention.type == "Enterprise":
        person = mention.rule == "learned" and len(mention.name) <= _LONGEST_PERSON and _OFFICE_OF.search(ahead)
        text, start, end = reply.flow.text, mention.start, mention.end
        kind = is_kind_of_firm(mention.name) or names_another_thing(text, start, end) or is_counted(text, start, end)
        return bool(person) or kind or _serves_another(mention.name) or bool(OF_A_NUMBER.match(reply.flow.text, mention.end))
    if mention.type == "Organisation":
        ours = _OURS.fullmatch(mention.name) or _NO_BODY.fullmatch(mention.name)
        return bool(ours) or is_bank_in_short(mention.name) or is_no_body(reply, mention.start, mention.end)
    if mention.type == "Community":
        return is_no_community(reply.flow.text, mention.start, mention.end)
    return mention.type == "Scenario" and mention.rule == "learned" and is_guideline(reply.flow.text, mention.start, mention.end)


#: Who replies and who was just spoken of, by no name: 我局, 该院.
_OURS = re.compile("[我本该贵][局委办厅院会部处站所校司行]")
#: 省委民航 of 省委民航发展专题会, 市委市政府中心 of 市委市政府中心工作: what stands behind a committee and ends as nothing does that is its.
_ENDS_AS_BODY = rf"(?:{alternation('organisation_suffixes')}|{alternation('committee_offices')}|[议）)])"
_NO_BODY = re.compile(rf"[省市区县州]委(?:(?:、?[省市区县州]政府)?中心|(?!.*{_ENDS_AS_BODY}$).{{1,10}})")


#: How many characters before a name such a verb stands in.
_VERB = 8
#: Rules that read a quotation, and the verbs right before it by which a service begins.
_QUOTED = ("digital", "launched", "followed", "followed-weakly", "own-ending", "beside", "sounds-digital", "pushed")
_BEGINS = re.compile(f"(?<!关于)(?:{alternation('launch_verbs', 'unseen')})(?:了|的|出)?“$")
#: In what the name of a place ends, and what stands behind a quotation that is none of a service.
_NO_SERVICE = re.compile("(?:连廊|集市|圈|馆|站|(?<!入)园|线路|工业|[一二三]期|街|改造)$")
_ANOTHER_HEAD = re.compile(
    "[”]?(?:[^，。；、”]{0,6}(?:示范区|中心|线路|馆|园区?|街区?|基地|[一二三四五六七八九十两]条)|的?(?:氛围|格局|环境|局面|品牌))"
)
#: Of 19 quotations behind such a verb that the model did not see, though it had learned from them, 13 were services.
_BEGUN = 0.6


def _launched(reply: Reply, mention: Mention) -> float:
    """How sure a quotation is a service that the model does not see, where it is said to begin: 开通“甲”, 推出“乙”服务."""
    if mention.type != "Scenario" or mention.rule.removeprefix("quoted.") not in _QUOTED or _NO_SERVICE.search(mention.name):
        return 0.0
    text = reply.flow.text
    begin = mention.start + (text[mention.start] == "“")
    begins = mention.rule == "quoted.pushed" or _BEGINS.search(text[max(begin - _VERB, 0) : begin])
    told = begins and not _ANOTHER_HEAD.match(text, mention.end)
    return _BEGUN if told else 0.0


#: Before a platform that everybody there uses: 全市统一的甲平台. Of 16 in annotated replies 15 are services.
_ONE_FOR_ALL = re.compile("(?:全[市县区]|[市县区]级)统一的[“]?$")
_FOR_A_NORM = re.compile("[”]?[^，。；、]{0,4}(?:标准|规范|指南|要求|目录)")
#: Before a flight line: 全市首条甲航线. Of 16 in annotated replies 14 are services; one that goes on with a dash has another name.
_FIRST_LINE = re.compile("(?<!的)首[条个][“]?$")
#: So many characters has a name that says what it is for; 互认平台 is but a kind.
_WHOLE = 6


def _one_of_its_kind(reply: Reply, mention: Mention) -> float:
    """How sure a service is that the model does not see, where it is one for the whole city, or the first flight line there."""
    if mention.type != "Scenario" or len(mention.name) < _WHOLE:
        return 0.0
    text = reply.flow.text
    before = text[max(mention.start - _VERB, 0) : mention.start]
    shared = mention.rule == "suffix.system" and _ONE_FOR_ALL.search(before) and not _FOR_A_NORM.match(text, mention.end)
    flown = mention.name.endswith("航线") and _FIRST_LINE.search(before) and text[mention.end : mention.end + 1] != "—"
    return _BEGUN if shared or flown else 0.0


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


#: How quick something is: “3分钟快速办理”.
_MEASURED = re.compile(r"\d+(?:秒|分钟|小时|天)(?!.*圈$)")


#: What no firm's name ends in, and what none holds, nor a carrier's.
_NO_FIRM = re.compile(rf"(?:{alternation('organisation_suffixes')}|产业集群|产业链|产业带)$")

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


#: What is done for a field and is no firm: AI赋能港口 of AI赋能港口和零售行业的甲.
_DONE = re.compile("赋能|助力|驱动|引领")
#: What a city wants to become: 全球科创中心, 中国大数据之都.
_AIM = re.compile(r"^(?:国际|全球|亚洲|中国|全国|国家|区域)[\u4e00-\u9fff]{0,10}(?:中心|高地|之都|策源地|枢纽|硅谷|社区)$")


#: 举办了2019“甲行”, 乙发表40周年纪念会: when it was, or how long ago something else was, and no event's name.
_WHEN = re.compile(r"\d{1,4}(?:年度?|周年)?(?:纪念[会日]|纪念活动|大会|活动)?")


def _is_name(kind: str, name: str) -> bool:
    """Whether what no rule saw may be a name: no common words only, no field, no measure, no two things."""
    if (kind == "Enterprise" and (_NO_FIRM.search(name) or _DONE.search(name) or joins_places(name))) or (
        kind != "Scenario" and TWO_THINGS.search(name)
    ):
        return False
    if (kind == "Carrier" and (is_no_site(name) or _AIM.search(name))) or (kind == "Event" and _WHEN.fullmatch(name)):
        return False
    return len(name) > 1 and not is_generic(name) and name not in words("sectors") and not _MEASURED.match(name)
