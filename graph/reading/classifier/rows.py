"""What the classifier says of things that stand in one row: 甲、乙和丙入驻丁园 says the same of all three."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.reading.classifier.windows import Question
from graph.records import Mention

__all__ = ["shared"]

#: What stands between two items of a row, with the marks around their names; 与 joins partners, of whom one may be elsewhere.
_BETWEEN = re.compile("[”》）]?(?:[、和及]|以及|(?<=”)(?=“))[“《]?")


def shared(
    text: str, questions: Sequence[Question], mentions: Sequence[Mention], said: Sequence[Sequence[float]]
) -> list[list[float]]:
    """How probable each place is for a thing, where it stands in a row as probable as for the item that it is likeliest for.

    The classifier is asked of one item after the other and is often sure of the first alone.

    Parameters
    ----------
    text:
        Of the flow.
    questions:
        Those of one window one behind the other, in order.
    mentions:
        Of the spans that the questions' marks name.
    said:
        For each question how probable each of its places is.

    Returns
    -------
    list of lists of float
        Of the same shape as ``said``.
    """
    taken = [list(one) for one in said]
    for row in _rows(text, questions, mentions):
        likeliest: dict[int, float] = defaultdict(float)
        for number in row:
            for place, probability in zip(questions[number].places, said[number], strict=True):
                likeliest[place] = max(likeliest[place], probability)
        for number in row:
            taken[number] = [likeliest[place] for place in questions[number].places]
    return taken


def _rows(text: str, questions: Sequence[Question], mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """The numbers of the questions of each row: of one window and one type, nothing but a mark or a conjunction between."""
    row: list[int] = []
    for number, question in enumerate(questions):
        if row and not _goes_on(text, questions[row[-1]], question, mentions):
            yield row
            row = []
        row.append(number)
    if row:
        yield row


def _goes_on(text: str, before: Question, question: Question, mentions: Sequence[Mention]) -> bool:
    one, other = (mentions[asked.window.marked[asked.thing].span] for asked in (before, question))
    if before.window is not question.window or one.type != other.type:
        return False
    return _BETWEEN.fullmatch(text, one.end, other.start) is not None
