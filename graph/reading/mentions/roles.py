"""Names told by what the sentence says of them: 龙头企业X, X入驻Y, 引进X, 打造全市首个X, 开展X试点."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.mentions.acting import acting, arriving, held_up, piloted
from graph.reading.mentions.bare_firms import NAMED_FIRM, firm_like, name_from
from graph.reading.mentions.names import (
    SUCH_AS,
    clean,
    is_unknown,
)
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["roles"]

_ROLE = re.compile(
    rf"(?:{alternation('roles')})(?=[^，。；：、！？（）的等在为与和及数对是有将也都\n])|(?:行业|领域|产业|赛道|板块)的(?=[^，。；、\n]{{2,10}}(?:[、，。；\n]|和|等))"
)
#: What follows a field and no firm: 风电和零售行业的X.
_MODIFIES = re.compile(r"(?:和|与|、)?[^，。；、\n]{0,12}(?:领域|行业|产业)的")
_BROUGHT = re.compile(r"(?:引进|引入|招引|引育|落地|签约|引荐)了?(?=[^，。；、的\n]{2,16}(?:[，。；、\n]|等))")


def roles(reply: Reply) -> list[Mention]:
    """Every name that a role word or a verb of arrival or of launching points to."""
    found: list[Mention] = []
    for sentence in reply.sentences:
        if not sentence.heading:
            found += _apposed(reply, sentence)
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
                ours = (_OURS.search(before) or before.endswith(reply.where.short or "-")) and is_unknown(text[start:end])
                if (role.group().endswith("的") or (role.group() in ("企业", "公司") and not ours)) and not named_so:
                    break
                weight = sure if pattern is _ROLE and role.group() not in ("企业", "公司") else sure - 0.15
                found.append(Mention("Enterprise", clean(text[start:end]), start, end, "role.apposition", weight))
                joint = re.compile(r"(?:、|和|与|以及|及)").match(text, end)
                if not joint:
                    break
                start = joint.end()
    return found


#: 甲区企业X, 我市企业X.
_OURS = re.compile(r"(?:[我本该][区县市省]|本地|本土)$")


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
