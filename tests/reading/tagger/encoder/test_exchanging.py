"""Names exchanged: what stands around them stays, and every label still stands at its character."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph.reading.tagger.encoder.exchanging import Labelled, exchanged, names_by_type
from graph.reading.tagger.labels import begins, inside

PARK, FIRM, PLAN = "Carrier", "Enterprise", "Policy"
WORDS = ("入驻", "，", "在", "。", "和", "")


def _reply(pieces: list[tuple[str, str | None]], ends: list[bool]) -> Labelled:
    """Pieces one behind the other with their types; a sequence begins at the first, and behind each piece that ends one."""
    text, labels = "", list[int]()
    sequences, begun = list[tuple[int, int]](), 0
    for (piece, kind), last in zip(pieces, ends, strict=True):
        text += piece
        if kind and piece:
            labels += [begins(kind), *[inside(kind)] * (len(piece) - 1)]
        else:
            labels += [0] * len(piece)
        if last and len(text) > begun:
            sequences.append((begun, len(text)))
            begun = len(text)
    return Labelled(text, sequences, labels)


def _skeleton(reply: Labelled) -> list[list[object]]:
    """Of each sequence what is no name, character by character, and of each name its type's first label."""
    return [
        [
            label or char
            for char, label in zip(reply.text[start:end], reply.labels[start:end], strict=True)
            if label % 2 or not label
        ]
        for start, end in reply.sequences
    ]


def test_a_name_is_replaced_by_one_of_its_type_and_sequences_move_along() -> None:
    reply = _reply([("甲", FIRM), ("入驻", None), ("乙园", PARK), ("。", None), ("丙", FIRM)], [False, False, False, True, True])
    names = {FIRM: ["苇岸酒业"], PARK: ["朗星科技园"]}
    found = {exchanged(reply, names, Random(seed)).text for seed in range(60)}
    assert found == {f"{a}入驻{b}。{c}" for a in ("甲", "苇岸酒业") for b in ("乙园", "朗星科技园") for c in ("丙", "苇岸酒业")}
    longest = next(e for seed in range(60) if len((e := exchanged(reply, names, Random(seed))).text) == 16)
    assert longest.sequences == [(0, 12), (12, 16)]
    assert longest.labels[:4] == [begins(FIRM), *[inside(FIRM)] * 3]


def test_documents_and_names_that_no_sequence_holds_stay() -> None:
    reply = _reply([("甲规划", PLAN), ("乙园", PARK)], [True, False])
    assert names_by_type([reply]) == {PARK: ["乙园"]}
    assert all(exchanged(reply, {PARK: ["丙园区"]}, Random(seed)) == reply for seed in range(20))


PIECES = st.one_of(
    st.tuples(st.sampled_from(WORDS), st.none()),
    st.tuples(st.text("甲乙丙丁", min_size=1, max_size=4), st.sampled_from([PARK, FIRM, PLAN])),
)


@given(st.lists(st.tuples(PIECES, st.booleans()), max_size=12), st.integers(0, 9))
def test_what_is_no_name_stays_in_its_sequence(drawn: list[tuple[tuple[str, str | None], bool]], seed: int) -> None:
    reply = _reply([piece for piece, _ in drawn], [last for _, last in drawn])
    other = exchanged(reply, {PARK: ["新园"], FIRM: ["新司甲", "乙"]}, Random(seed))
    assert len(other.labels) == len(other.text)
    assert _skeleton(other) == _skeleton(reply)
