"""What stands for the names of a sentence where the words between them are looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.records import Mention

__all__ = ["BY_ROW", "IN_BRACKETS", "MAKES_UP", "MASK", "PART_OF", "ROW", "masked"]

#: Stands for every character of a name where the words between two names are looked at.
MASK = "■"
#: What names in a row are made of where they are masked: for ``str.strip``, which no length makes slow.
ROW = MASK + "“”、和与及以"

#: 甲园（简称乙）、丙园, 甲公司（中国）、乙公司: behind an item of a row.
IN_BRACKETS = re.compile(rf"(?<={MASK})（[^（）]{{1,24}}）(?=[{ROW}])")

#: What a park is of another one that it is a part of.
PART_OF = "核心区|启动区|先行区|先导区|起步区|组成部分"
#: Behind a place that only makes up a whole with others: 以甲园为核心、乙园为两翼的格局，.
MAKES_UP = "为[^，。；、]{1,8}的[^，。；]{0,14}(?:格局|布局|体系|矩阵|结构)，"
#: Before a name, and those in a row before it: 以甲、乙.
BY_ROW = re.compile(rf"以[“]?(?:{MASK}[{ROW}]*)?$")


def masked(said: str, start: int, names: Iterable[Mention]) -> str:
    """The words of a sentence, each character of a name masked.

    Parameters
    ----------
    said:
        The sentence.
    start:
        Where it begins, an offset into the flow.
    names:
        The mentions to mask, each beginning in the sentence; offsets into the flow. One that goes on behind it is masked to its end.
    """
    words = list(said)
    for name in names:
        for at in range(name.start, min(name.end, start + len(said))):
            words[at - start] = MASK
    return "".join(words)
