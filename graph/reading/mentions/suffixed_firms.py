"""Firms told by how their names end: the legal form, and the trade behind a name of no common words."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import is_part_of_a_word, left_edge
from graph.reading.mentions.firm_edges import LED, behind_lead, behind_rank, behind_town, from_place, with_numeral
from graph.reading.mentions.firm_kinds import is_counted, is_kind_of_firm
from graph.reading.mentions.names import OF_A_NUMBER, clean, ends_in_sector, in_dictionary, is_generic, is_unknown, joins_places
from graph.reading.mentions.sites import rare, rules_out
from graph.reading.mentions.works import works
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["firms"]

#: 甲集团乙公司, 甲公司丙市分公司 are one name; 甲公司和乙公司 are two.
_LEGAL = Sought(
    rf"(?:{alternation('enterprise_suffixes', 'legal')})(?:(?!全资|控股子|旗下|下属|所属|作为|成为|等|[和与及或同的])[\u4e00-\u9fff]{{2,6}}?公司)?(?:(?![和与及或同])[\u4e00-\u9fff]{{2,6}}?(?:分|支)公司)?(?:(?<=集团)[\u4e00-\u9fff]{{1,5}}[机车钢铝药化电船]厂)?(?![法制化园区层级]|旧址|遗址|老厂|原址)"
)
#: 甲乙建设发展 before 有限公司.
_TRADES = re.compile(rf"(?:{alternation('firm_trades')}){{1,4}}$")
_BRAND = Sought(rf"(?:{alternation('enterprise_suffixes', 'brand')})")
#: What a firm's name is followed by: the end of the phrase, or the predicate that it is the subject of.
_AFTER_FIRM = frozenset(("v", "vd", "p", "d", "c", "uj", "u", "ul", "ad", "x", "eng"))
_NOT_LEGAL = re.compile(rf"(?:{alternation('firm_attributes')})$")
#: 甲集团全资子公司, 甲集团中国区主体公司: whose it is; 甲电子公司 is a name.
_OWNED = re.compile(
    r"(?:全资|控股|参股|集团|公司|银行|下属|[级家个的其])子$|下属$|所属$|旗下$|(?:运营|实施|投资|建设|项目|经营|区)主体$"
)


def _over_verb(reply: Reply, start: int, end: int) -> int:
    """Where a firm's name of common words goes on before a verb, up to its place: 甲市联合飞机科技有限公司."""
    if start >= end or rare(reply, start, end):
        return start
    verb = reply.tokens[reply.token_at(start - 1)]
    near = max(verb.start - 6, 0)
    places = find_divisions(reply.flow.text[near : verb.start])
    return near + places[-1][0] if len(verb.word) == 2 and places and near + places[-1][1] == verb.start else start


_ROLE = re.compile(rf"(?:{alternation('roles')}|赋能(?=[\u4e00-\u9fff]{{4}})|属(?=[\u4e00-\u9fff]{{6}}))(?<![\u4e00-\u9fff]企业)")
#: What a segmenter stops at, and what a registered name may hold before its trade: 甲州天和|防务, 黄河上游|水电.
_WITHIN = re.compile(
    r"(?:(?P<placed>[\u4e00-\u9fff]{2,4}?)(?:[天人太中万泰祥三永]和|[一二三四五六七八九])|(?:黄河|长江|珠江|淮河)[上中下]游)$"
)


def _whole_name(reply: Reply, start: int, floor: int) -> int:
    """Where a registered name begins that goes on before a character that no other name holds."""
    text = reply.flow.text
    if text[start - 1] == "之" and start - floor > 2:
        return left_edge(reply, start - 1, floor)
    within = _WITHIN.search(text, max(floor, start - 9), start)
    if within is None:
        return start
    if within.group("placed") is None:
        return within.start()
    near = within.start()
    return next((near + begin for begin, _, _ in find_divisions(text[near:start])), start)


#: 瑞和科技: what stands behind 和 is a trade only.
_TRADE_ONLY = re.compile(rf"(?:{alternation('firm_trades')}|科技|电子|半导体|食品|智能|软件|信息|医药|生物|新材料){{1,2}}")
_HALF = re.compile(r"(?:^|[，。；：、引进入驻户约同]|企业)(?P<half>[\u4e00-\u9fff]和)$")


def _with_first_half(text: str, start: int, end: int, floor: int) -> int:
    """Where a firm's name begins whose second character is 和: 瑞和科技公司."""
    half = _HALF.search(text[max(start - 4, floor) : start]) if _TRADE_ONLY.fullmatch(text, start, end) else None
    return start - len(half["half"]) if half else start


def _behind_glue(reply: Reply, start: int, end: int) -> int:
    """Where a firm's name begins behind 从, 给 or 让 that a segmenter, who does not know it, reads together with it: 居民|从永诚|保险公司."""
    inner = (t for t in reply.tokens_in(start, end) if t.start > start and t.word[0] in "从给让" and len(t.word) > 2)
    return next((t.start + 1 for t in inner if not in_dictionary(t.word)), start)


#: 甲银行作为地方法人银行, 乙集团组建专门公司: the firm is what stands before the verb.
_ACTS_AS = re.compile(
    r"(?P<firm>[\u4e00-\u9fff]{2,14}?(?:银行|集团|公司))(?:作为|组建|成立|设立|承担|牵头|出资|控股|联合|携手|参股|注资|旗下|成为)"
)


def _is_trade(reply: Reply, start: int, end: int) -> bool:
    """Whether four characters before 公司 say no more than what it does: 赛事运营."""
    tokens = reply.tokens_in(start, end)
    return end - start == 4 and len(tokens) == 2 and all(t.tag in ("n", "vn", "v") and not is_unknown(t.word) for t in tokens)


#: 中国建设银行甲省分行 is one name.
_OFFICE_OF_BANK = re.compile(
    r"(?:股份有限公司)?(?!设立|成立|组建|开设|新设|增设|建立|推出|打造|建成)[\u4e00-\u9fff]{2,12}?(?:分行|支行)"
)


def _goes_on(reply: Reply, suffix: re.Match[str]) -> bool:
    """Whether an ending belongs to a longer word: 甲银行业, not 甲银行卡, which is the bank's."""
    if suffix.group() == "银行" and not reply.flow.text.startswith(("业", "界", "家"), suffix.end()):
        return False
    return is_part_of_a_word(reply, suffix.start(), suffix.end())


#: 甲、乙、丙三大集团: how many they are.
_SO_MANY = re.compile("(?<=.{2})[两三四五六七八九十]大$")
_NO_FIRM_BANK = re.compile("人民$|开发$|^(?:各|多|两)")
#: Whose names hold no other trade: 引进建设银行 is not 引进建设 and 银行.
_MONEY = ("银行", "证券")


def firms(reply: Reply, sentence: Sentence) -> list[Mention]:
    """The firms of a sentence whose legal ending or trade tells them: 甲乙科技有限公司, 丙丁科技; the latter are less sure."""
    text, found = reply.flow.text, []
    for suffix in _LEGAL.finditer(text, sentence.start, sentence.end):
        trades = _TRADES.search(text, max(sentence.start, suffix.start() - 12), suffix.start())
        tail = len(suffix.group()) + (len(trades.group()) if trades and suffix.group() not in _MONEY else 0)
        edge = _over_verb(reply, left_edge(reply, suffix.end(), sentence.start, tail=tail), suffix.start())
        start = from_place(text, edge, sentence.start)
        start = _whole_name(reply, start, sentence.start)
        if (role := _ROLE.match(text, start, suffix.start())) and suffix.start() - role.end() >= 2:
            start = role.end()
        start = behind_lead(text, behind_rank(text, start, suffix.start()), suffix.start())
        start = behind_town(reply, _behind_glue(reply, start, suffix.start()), suffix.start())
        start = _with_first_half(text, start, suffix.start(), sentence.start)
        start += len(led.group()) if (led := LED.match(text, start)) else 0
        start = with_numeral(text, start, suffix.start(), sentence.start)
        lead = re.match(r".{1,6}?[有是系]", text[start : suffix.start()])
        start += len(lead.group()) if lead and suffix.start() - start - len(lead.group()) >= 2 else 0
        start += (
            text[start - 1 : start] in tuple("我本")
            and text[start] in "区县市省"
            and not text.startswith(("市政", "区块", "区域"), start)
        )
        core = text[start : suffix.start()]
        if (
            len(core) < 2
            or _goes_on(reply, suffix)
            or _OWNED.search(core)
            or (_NOT_LEGAL.search(core) and (len(core) < 4 or _is_trade(reply, start, suffix.start())))
            or is_generic(core)
            or is_kind_of_firm(text[start : suffix.end()])
            or rules_out(core)
            or "%" in core  # 甲集团5.82%股份
            or OF_A_NUMBER.match(text, suffix.end())
            or is_counted(text, start, suffix.end())
        ):
            continue
        end = suffix.end()
        if (several := _SO_MANY.search(core)) and suffix.group() == "集团":
            end = start + several.start()
        if (acts := _ACTS_AS.match(text, start, end)) is not None:
            end = acts.end("firm")
        if (office := _OFFICE_OF_BANK.match(text, end)) and suffix.group() == "银行" and not _NO_FIRM_BANK.search(core):
            end = office.end()
        sure = 0.95 if len(suffix.group()) > 2 or suffix.group() in ("银行",) or rare(reply, start, suffix.start()) else 0.5
        found.append(Mention("Enterprise", clean(text[start:end]), start, end, "suffix.legal", sure))
    found += works(reply, sentence)
    return found + [m for s in _BRAND.finditer(text, sentence.start, sentence.end) if (m := _branded(reply, sentence, s))]


def _branded(reply: Reply, sentence: Sentence, suffix: re.Match[str]) -> Mention | None:
    """A firm by the trade in its name, 甲乙科技: what comes before is no common word, and a phrase or a predicate follows."""
    text, end = reply.flow.text, suffix.end()
    start = left_edge(reply, end, sentence.start)
    core = text[start : suffix.start()]
    start += len(lead.group()) if (lead := re.match(r".{0,3}?[有是]", core)) and len(core) - len(lead.group()) >= 2 else 0
    start += text[start] == "了" and suffix.start() - start > 2  # 引进了炬神电子
    name, core, before = text[start:end], text[start : suffix.start()], text[start - 1 : start]
    if joins_places(name) or is_kind_of_firm(name):
        return None
    if not 2 <= len(core) <= 6 or is_generic(core) or core in words("sectors") or not rare(reply, start, suffix.start()):
        return None
    joined = before in "与和同" and _TOGETHER.match(text, end)
    if not (joined or _acts(reply, end, before)) or name.endswith("人工智能") or re.search("[-—]", core):
        return None
    if (ends_in_sector(name) and not is_unknown(core)) or _describes(reply, start, core):
        return None
    told = re.search(r"(?:专做|专注|从事|研发|生产|主营|领域|行业)[^，。；]*的$", text[max(sentence.start, start - 24) : start])
    led = before in "，、“。；：由\n" or text[start - 2 : start] in ("推动", "支持", "引进", "企业")
    return Mention("Enterprise", clean(name), start, end, "suffix.brand", 0.6 if told or joined or led else 0.45)


_TOGETHER = re.compile(r"(?:等)?(?:共同|联合|开展|达成|签订|签署|深度|战略|建立)*(?:合作|共建|联手|签约|携手|协议)")
#: Nouns right behind a firm that belong to it and not to its name.
_OF_FIRM = re.compile(
    r"总部|旗下|公司|集团|董事长|总经理|副?总裁|总工程师|技术总监|负责人|创始人|自主|位于|投资(?:建设|兴建|打造)|研发(?:的|中心)|等"
)


def _acts(reply: Reply, end: int, before: str) -> bool:
    """Whether what follows a name is a predicate, the end of the phrase, or something of a firm's own."""
    following = reply.tokens[min(reply.token_at(end), len(reply.tokens) - 1)]
    if following.start != end:
        return False
    return (
        following.tag in _AFTER_FIRM or bool(_OF_FIRM.match(reply.flow.text, end)) or (following.tag == "vn" and before == "由")
    )


def _describes(reply: Reply, start: int, core: str) -> bool:
    """Whether a short core is an adverb, a verb or a preposition: 再生科技 is no firm."""
    first = reply.tokens[reply.token_at(start)]
    told = first.tag in ("d", "v", "p", "r", "ad", "c") and len(first.word) < len(core) + 1
    return first.start == start and told and len(core) <= 2
