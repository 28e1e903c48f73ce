"""Names told by what the sentence says of them: 龙头企业X, X入驻Y, 引进X, 打造全市首个X, 开展X试点."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.acting import acting, arriving, held_up, piloted
from graph.reading.mentions.bare_firms import NAMED_FIRM, firm_like, is_own_trade, name_from
from graph.reading.mentions.names import (
    LAYOUT,
    SUCH_AS,
    clean,
    is_rare,
    is_unknown,
)
from graph.reading.reply import Reply, Sentence, Token
from graph.records import Mention

__all__ = ["roles"]

_ROLE = Sought(
    rf"(?:{alternation('roles')})(?=[^，。；：、！？（）的等在为与和及数对是有将也都\n])|(?:行业|领域|产业|赛道|板块)的(?=[^，。；、\n]{{2,10}}(?:[、，。；\n]|和|等))"
    # 投资方为甲科技, 建设单位：乙智能
    rf"|(?:{alternation('roles')})(?:(?<=方)|(?<=主体)|(?<=单位)|(?<=[务应发]商))(?:分别)?[为是：](?=[^，。；：、！？（）\n]{{3}})"
)
#: What follows a field and no firm: 风电和零售行业的X.
_MODIFIES = re.compile(r"(?:和|与|、)?[^，。；、\n]{0,12}(?:领域|行业|产业)的")
_BROUGHT = Sought(r"(?:引进|引入|招引|引育|落地|签约|引荐)了?(?=[^，。；、的\n]{2,16}(?:[，。；、\n]|等))")


#: 制造商“甲医疗”, 医疗巨头乙, 领军企业丙拟在…: a maker or one at the head of its field, and its name.
_AT_THE_HEAD = Sought(
    r"(?:巨头|制造商|研发商|生产商|集成商|服务商|隐形冠军|单项冠军|独角兽|(?:龙头|领军|头部|高新技术|链主|独角兽|瞪羚|领先|单项冠军|中标|上市|总部|骨干|本土)企业|上市公司)(?:“|——|—|——“)?"
    rf"(?:[，（]?(?:例如|比如|譬如|诸如|{SUCH_AS})[：，]?)?"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,8}?)(?=”|拟?[在将把]|已|也|落户|入驻|与|、|，|。|投资|计划|正式|宣布|等|联合|承担|牵头|年产值|年营收|自主|从)"
)
_OWN = ("nr", "nz", "nrt", "nrfg", "ns", "nt", "x", "eng", "zg", "g")


def _heading(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Who makes something or is the first of its field, where no word of the name is a common one but its trade."""
    text, found = reply.flow.text, []
    for told in _AT_THE_HEAD.finditer(text, sentence.start, sentence.end):
        start, end = told.span("name")
        if _is_own(reply, start, end):
            found.append(Mention("Enterprise", clean(text[start:end]), start, end, "role.head", 0.9))
    return found


def _is_own(reply: Reply, start: int, end: int) -> bool:
    """Whether a span is of words that no dictionary has or that are names, and of single characters that are no words of a clause."""
    name = reply.flow.text[start:end]
    brand = NAMED_FIRM.search(name)
    size = brand.start() if brand and brand.start() > 1 else len(name)
    if reply.tokens[reply.token_at(start)].word == name and name in words("cue_verbs"):
        return False  # 企业云集
    if name in words("firms") or LAYOUT.fullmatch(name):  # 龙头企业“一企一策”
        return name in words("firms")
    tokens = [t for t in reply.tokens_in(start, end) if t.start < start + size]
    told = brand or reply.flow.text[end] in "拟将把"
    if size < (2 if told else 3) or not is_unknown(name[:size]) or tokens[0].start != start:
        return False
    return firm_like(reply, start, end) and all(_no_common(t) for t in tokens)


def _no_common(token: Token) -> bool:
    if len(token.word) == 1:
        return token.tag[:1] in "nagjzxv" and token.word not in words("cue_verbs")
    return token.tag in _OWN or is_rare([token])


def roles(reply: Reply) -> list[Mention]:
    """Every name that a role word or a verb of arrival or of launching points to."""
    found: list[Mention] = []
    for sentence in reply.sentences:
        if not sentence.heading:
            found += _apposed(reply, sentence)
            found += _heading(reply, sentence)
            found += arriving(reply, sentence)
            found += held_up(reply, sentence)
            found += acting(reply, sentence)
            found += piloted(reply, sentence)
    return found


def _apposed(reply: Reply, sentence: Sentence) -> list[Mention]:
    """车规芯片领域的龙头企业甲乙科技; 创新企业丙丁科技和戊己智能."""
    text, found = reply.flow.text, []
    for pattern, sure in ((_ROLE, 0.85), (_BROUGHT, 0.6)):
        for role in pattern.finditer(text, sentence.start, min(sentence.end + 1, len(text))):
            start = _behind_roles(text, role.end())
            while start < sentence.end:
                end = name_from(reply, start, sentence.end)
                if not firm_like(reply, start, end) or _MODIFIES.match(text, end):
                    break
                named_so = NAMED_FIRM.search(text[start:end])
                before = text[max(sentence.start, role.start() - 4) : role.start()]
                local = _OURS.search(before) or before.endswith(reply.where.short or "-")
                ours = local and is_unknown(text[start:end])
                if (role.group().endswith("的") or (role.group() in ("企业", "公司") and not ours)) and not named_so:
                    break
                weight = sure if pattern is _ROLE and role.group() not in ("企业", "公司") else sure - 0.15
                rule = "role.ours" if local and pattern is _ROLE and _is_brand(reply, start, end) else "role.apposition"
                found.append(Mention("Enterprise", clean(text[start:end]), start, end, rule, weight))
                joint = re.compile(r"(?:、|和|与|以及|及)").match(text, end)
                if not joint:
                    break
                start = joint.end()
    return found


def _is_brand(reply: Reply, start: int, end: int) -> bool:
    """Whether a name is a word that is no common one and a trade: 甲乙数据."""
    name, first = reply.flow.text[start:end], reply.tokens[reply.token_at(start)]
    own = is_unknown(first.word) or first.tag in ("nz", "nr", "nrt")
    return is_own_trade(name, first) or (own and len(first.word) > 1 and NAMED_FIRM.search(name) is not None)


#: 甲区企业X, 我市企业X, 辖区企业X.
_OURS = re.compile(r"(?:[我本该][区县市省]|本地|本土|辖区|区内|[区市县]属|当地|属地|园区|驻区)$")


_ROLES = re.compile(rf"(?:{alternation('roles')})(?![，。；、的等])")


def _behind_roles(text: str, start: int) -> int:
    """Roles in a row (行业的龙头企业X) are passed over, as many as a sentence has."""
    for _ in range(6):
        again = _ROLES.match(text, start)
        if again is None:
            break
        start = again.end()
    example = _EXAMPLE.match(text, start)
    return example.end() if example else start


#: 龙头企业如甲乙科技.
_EXAMPLE = re.compile(f"[，（]?(?:例如|比如|譬如|诸如|{SUCH_AS})[：，]?")
