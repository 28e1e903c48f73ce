"""Mentions that overlap: the longer and surer one stays, and what two rules see is surer than what one sees."""

from __future__ import annotations

from dataclasses import replace

from graph.records import Mention

__all__ = ["settle"]

_DOUBTFUL = 0.5


def settle(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap the longer and surer one, in order of position.

    Where two rules see the same span as one type, the surer one speaks, and a little surer for the company.
    """
    ranked = sorted(_merged(mentions), key=lambda m: (-_rank(m), m.start, m.type, m.name))
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in ranked:
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            kept.append(mention)
            taken.update(span)
    defined = {(m.type, m.end): m for m in mentions if m.rule == "defined"}
    return [_defined(m, defined.get((m.type, m.end))) for m in sorted(kept, key=lambda m: (m.start, m.end))]


def _defined(kept: Mention, shorter: Mention | None) -> Mention:
    """A mention with the short name that another one defines which ends where it does: 甲长江数据有限公司（简称“长江数据”）."""
    if shorter is None or shorter.start <= kept.start:
        return kept
    return replace(kept, aliases=tuple(dict.fromkeys([*kept.aliases, *shorter.aliases])))


def _rank(mention: Mention) -> float:
    size = 0.05 * min(mention.end - mention.start, 12)
    if mention.confidence < _DOUBTFUL:  # a doubt hides nothing that is surer
        return mention.confidence - 1.0 + size
    if mention.rule.startswith("place.o"):  # a district's name is often the beginning of a longer one: 中山医院
        return 0.4
    # A document's name may begin with a campaign's or a platform's: 甲提升工程实施方案.
    document = 1.0 if mention.rule == "policy.marked" else 0.3 if mention.type == "Policy" else 0.0
    return mention.confidence + size + document


def _merged(mentions: list[Mention]) -> list[Mention]:
    best: dict[tuple[str, int, int], Mention] = {}
    for mention in mentions:
        at = (mention.type, mention.start, mention.end)
        other = best.get(at)
        if other is None:
            best[at] = mention
            continue
        strong, weak = (mention, other) if mention.confidence > other.confidence else (other, mention)
        sure = 1 - (1 - strong.confidence) * (1 - 0.3 * weak.confidence)
        aliases = tuple(dict.fromkeys([*strong.aliases, *weak.aliases, weak.name]))
        best[at] = Mention(
            strong.type,
            strong.name,
            strong.start,
            strong.end,
            strong.rule,
            round(sure, 3),
            tuple(a for a in aliases if a != strong.name),
        )
    return list(best.values())
