"""The reader's parts by name, so that each can be left out to see what it contributes."""

from __future__ import annotations

from collections.abc import Collection

from graph.errors import UsageError

__all__ = ["PARTS", "check_parts"]

#: Name to what it does. The first ones find mentions, the last ones say where things are and when.
PARTS = {
    "lists": "enumerations: the noun after 等, or before a list, says the type of every item",
    "quotations": "phrases in quotation marks, by their ending, the word behind and the verb before",
    "endings": "names told by how they end: 有限公司, 产业园, 平台",
    "roles": "names told by what is said of them: 龙头企业X, X入驻Y, 打造全市首个X",
    "services": "services named by a digital word and what they do: 无人机外卖",
    "known": "firms, carriers and public services that are known by name alone",
    "titles": "carriers that only the proposal's title names",
    "abbreviations": "names that the reply defines itself: 以下简称",
    "memory": "a name typed once is known wherever it stands bare",
    "sections": "the section and 下一步 say what is planned",
    "structure": "a heading that is a place, 园内 and 该园区, a service that spread to other places",
    "learned": "the model that weighs what the rules saw, learned from the annotated replies",
    "classifier": "the model that says where a thing is that no rule places, where the encoder is installed",
    "calibration": "confidences as measured on the annotated replies",
}


def check_parts(names: Collection[str]) -> frozenset[str]:
    """The names as a set.

    Raises
    ------
    UsageError
        Where one is no part of the reader.
    """
    unknown = sorted(set(names) - set(PARTS))
    if unknown:
        raise UsageError(", ".join(unknown), "this is no part of the reader", f"one of: {', '.join(PARTS)}")
    return frozenset(names)
