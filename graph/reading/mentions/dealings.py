"""Firms told by what is done with them, by whatever name: 由X建设, 支持X打造, 与X签约, X项目开工, 做Y的X."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.bare_firms import NAMED_FIRM
from graph.reading.mentions.boundaries import left_edge, stops
from graph.reading.mentions.names import clean, is_generic, is_rare, is_unknown
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence, Token
from graph.records import Mention

__all__ = ["SO_FAR", "dealings", "is_branded"]

_NAME = r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)"
_MAKES = rf"(?:{alternation('firm_deeds', 'done-by-any')})"
_SEALS = r"(?:合作|签约|签订|签署|达成|共建|联合|共同|洽谈|携手)"
#: Before what becomes of a project: that it does already, or soon.
SO_FAR = "(?:也|均|都|已|即将|正式|顺利|成功|已经|正在|先后)*"
_TURNS = r"(?:开工|投产|签约|竣工|落户|动工|达产|量产|封顶|落地|通线|试产|开建)"
#: What stands before the name, how sure it is a firm's where an ending says so too, and where not.
_BEFORE = (
    (re.compile(rf"由{_NAME}(?={_MAKES})"), 0.6, 0.4),
    (
        re.compile(
            rf"(?:支持|帮助|推动|引导|鼓励|指导|协助|依托|携手|助力|邀请|委托|跟踪|促成|引进|引入){_NAME}"
            rf"(?=(?:等)?(?:{alternation('firm_deeds', 'helped-any')}))"
        ),
        0.5,
        0.35,
    ),
    # 协调甲公交新增线路, 会同乙水务逐户核查: municipal firms by their short names; none without such an ending.
    (
        re.compile(
            rf"(?:协调|督促|会同|商请|责成|敦促|联系|委托|要求){_NAME}(?=等?(?:已|将|进一步|及时|尽快|抓紧)?(?:{alternation('firm_deeds', 'asked')}))"
        ),
        0.55,
        0.0,
    ),
    (re.compile(rf"(?:与|同){_NAME}(?=(?:等)?(?:公司|企业)?(?:深度|战略|全面|正式|成功)?{_SEALS})"), 0.55, 0.4),
    (
        re.compile(
            rf"(?:从事|专注于?|主营|主打|深耕|研发|生产|制造|做)[^，。；、的“”\n]{{2,14}}的{_NAME}(?=[，。；、]|等|和|把|也|已|将|在|由此|入驻|落户|是)"
        ),
        0.6,
        0.45,
    ),
)
#: What follows the name: how many or what projects of its own go ahead.
_OWN_PROJECT = re.compile(
    rf"(?:总?投资)?(?:\d+(?:\.\d+)?亿元)?(?:(?:[两三四五六七八九十\d]+)个)?[^，。；、：的了\n]{{0,10}}?(?:项目|基地|工厂)(?:一期|二期|三期)?{SO_FAR}{_TURNS}"
)
#: What brings a project: 引进甲乙总部项目, 推进丙丁二期项目开工.
_BRINGS = frozenset(("引进", "引入", "签约", "落地", "招引", "落户", "推进", "推动", "促成", "包括"))
_BOUND = frozenset("，。；：、\n")
#: Common nouns and offices: what ends in one is described, or is no firm.
_NO_FIRM = re.compile(
    rf"(?:{alternation('organisation_suffixes')}|{alternation('firm_nouns', 'dealt')}|[镇乡区县市省村委局办院校部组队层级类型们者人方家业界])$"
)
_NO_START = re.compile(r"[各该本其某每多我全省市区县一二三四五六七八九十\d]|相关|有关|国家|社会|专业|第三方")


def dealings(reply: Reply) -> list[Mention]:
    """Names of firms that stand where sentences name firms; most are doubts, for the model to weigh."""
    found: list[Mention] = []
    for sentence in reply.sentences:
        if not sentence.heading:
            found += _dealt_with(reply, sentence)
            found += _with_projects(reply, sentence)
            found += _makers(reply, sentence)
            found += _subjects(reply, sentence)
    return found


def _dealt_with(reply: Reply, sentence: Sentence) -> list[Mention]:
    """由甲乙能源投入运营; 支持丙丁打造…; 做eVTOL的戊己."""
    text, found = reply.flow.text, []
    for pattern, branded, bare in _BEFORE:
        for dealt in pattern.finditer(text, sentence.start, sentence.end):
            start, end = dealt.span("name")
            if sure := _firm(reply, start, end, branded, bare):
                found.append(Mention("Enterprise", clean(text[start:end]), start, end, "role.dealt-with", sure))
    return found


_PROJECT = re.compile("项目|基地|工厂")


def _with_projects(reply: Reply, sentence: Sentence) -> list[Mention]:
    """甲乙3个配套项目落地, 丙丁医疗项目已开工: the project is its firm's, whose name begins the phrase."""
    text, found = reply.flow.text, []
    for word in _PROJECT.finditer(text, sentence.start, sentence.end):
        begin = left_edge(reply, word.start(), max(sentence.start, word.start() - 26))
        led = text[begin - 2 : begin] in _BRINGS
        if begin >= word.start() or not (text[begin - 1 : begin] in _BOUND or led):
            continue
        for end in _ends(reply, begin, word.start()):
            if _OWN_PROJECT.match(text, end, min(end + 48, sentence.end)) and (sure := _firm(reply, begin, end, 0.6, 0.4)):
                found.append(Mention("Enterprise", clean(text[begin:end]), begin, end, "role.own-project", sure))
                break
    return found


_BRANDED = re.compile(
    rf"[\u4e00-\u9fffA-Za-z]{{2,6}}?(?:{alternation('enterprise_suffixes')})(?=[\d两三四五六七八九十（]|总?投资|项目|基地|工厂|总部|研发|生产|制造|产业|年产)"
)


def _ends(reply: Reply, start: int, stop: int) -> list[int]:
    """Where the name may end: behind an ending of firms that no further noun follows, before a figure."""
    text = reply.flow.text
    brand = _BRANDED.match(text, start, stop + 4)
    figure = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,8}?(?=\d)").match(text, start, stop)
    return [m.end() for m in (brand, figure) if m and m.end() <= stop]


def _firm(reply: Reply, start: int, end: int, branded: float, bare: float) -> float:
    """How sure a span is a firm's name, 0 where it is none."""
    name = reply.flow.text[start:end]
    if not _may_be_one(reply, start, end):
        return 0.0
    if (brand := NAMED_FIRM.search(name)) and brand.start():
        return branded if is_branded(reply, start, end) else 0.0
    if _NO_FIRM.search(name) or len(name) > 8 or any((s, e) == (0, len(name)) for s, e, _ in find_divisions(name)):
        return 0.0
    return bare if is_unknown(name) and is_rare(reply.tokens_in(start, end)) else 0.0


def is_branded(reply: Reply, start: int, end: int) -> bool:
    """Whether a span of the flow ends as firms' names do, behind a word of its own that is in no dictionary: 甲乙科技."""
    name = reply.flow.text[start:end]
    brand = NAMED_FIRM.search(name)
    core = name[: brand.start()] if brand else ""
    if not _may_be_one(reply, start, end) or is_generic(core) or core in words("sectors") or len(core) < 2:
        return False
    if _DESCRIBED.search(core):
        return False
    return is_rare(reply.tokens_in(start, end)) or is_unknown(core)


#: 符合条件的环保, 有实力的装备: firms of a trade, by what is said of them.
_DESCRIBED = re.compile("(?<!美)的")
#: 引导教师把信息技术…: who does something to what, and no name; of 支持甲把总部… the model finds the name that begins it.
_DONE_TO = re.compile("([\u4e00-\u9fff]{1,8}?)(?:把|被(?!服)|让)")


def _may_be_one(reply: Reply, start: int, end: int) -> bool:
    """Whether a span is as long as a name and holds no word that no name holds."""
    name = reply.flow.text[start:end]
    if not 2 <= len(name) <= 12 or _NO_START.match(name) or is_generic(name) or name in words("sectors"):
        return False
    if (done := _DONE_TO.match(name)) and not is_rare(reply.tokens_in(start, start + done.end(1))):
        return False
    return not any(stops(t.word, t.tag) for t in reply.tokens_in(start, end) if t.start >= start and len(t.word) > 1)


#: 甲乙的佛跳墙、丙丁的火锅食品: makers and what they make, in a row.
_MADE = r"[^，。；、：的了\n]{2,12}的[^，。；、：的\n]{2,24}"
_ROW = re.compile(rf"{_MADE}(?:、{_MADE})+")


def _makers(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Firms before their products in a row, where two of its items look so."""
    text, found = reply.flow.text, []
    for row in _ROW.finditer(text, sentence.start, sentence.end):
        made, at = [], row.start()
        for item in row.group().split("、"):
            end = at + item.index("的")
            start = left_edge(reply, end, at)
            if sure := _firm(reply, start, end, 0.6, 0.5):
                made.append(Mention("Enterprise", clean(text[start:end]), start, end, "role.maker", sure))
            at += len(item) + 1
        found += made if len(made) > 1 else []
    return found


_OWN_WORDS = ("nr", "nz", "nrt", "nrfg", "x", "eng", "zg", "g", "j")
#: What firms do, and so many characters before it, at most, has who does it.
_ACT, _SUBJECT = Sought(f"(?:{alternation('firm_acts')})"), 8
_REACH = _SUBJECT + max(map(len, words("firm_acts")))


def _subjects(reply: Reply, sentence: Sentence) -> list[Mention]:
    """甲乙丙打破垄断, 丁戊电池给…: a word of no dictionary at the head of a clause, before what firms do; a doubt."""
    text, found = reply.flow.text, list[Mention]()
    if not _ACT.search(text, sentence.start, sentence.end + _REACH):
        return found
    tokens, acts = reply.tokens, words("firm_acts")
    number, last = reply.token_at(sentence.start), len(tokens) - 1
    while number < last and tokens[number].start < sentence.end:
        first, number = number, number + 1
        start = tokens[first].start
        if start < sentence.start or (start > sentence.start and text[start - 1] not in _BOUND):
            continue
        while number < last and tokens[number].word not in acts and tokens[number].start - start < _SUBJECT:
            number += 1
        end, own = tokens[number].start, tokens[first:number]
        told = tokens[number].word in acts and 3 <= end - start <= _SUBJECT and _is_own(own, text[start:end])
        if told and (sure := _firm(reply, start, end, 0.5, 0.4)):
            found.append(Mention("Enterprise", clean(text[start:end]), start, end, "role.subject", sure))
        number = first + 1
    return found


#: Particles, prepositions, figures: a clause, and no name.
_CLAUSE = re.compile(r"[的等也已则均都把为由以到让要还是又将向对在和与、（）了之所每两三\d]|[城院部会局圈板券镇村园区]$")


def _is_own(tokens: tuple[Token, ...], name: str) -> bool:
    """Whether a name's words are no common ones but for its trade: in no dictionary, proper nouns, single characters."""
    brand = NAMED_FIRM.search(name)
    size = brand.start() if brand else len(name)
    core, seen = [], 0
    for token in tokens:
        if seen < size:
            core.append(token)
        seen += len(token.word)
    if _CLAUSE.search(name) or (not brand and find_divisions(name)):
        return False
    return bool(core) and all(t.tag in _OWN_WORDS or len(t.word) == 1 or is_rare([t]) for t in core) and is_unknown(name[:size])
