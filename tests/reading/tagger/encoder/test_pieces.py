"""Texts cut into pieces: every character in one, and no cut more likely."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading.tagger.encoder.pieces import number_of, pieces_of
from graph.reading.tagger.encoder.pretrained import Pretrained, load_pretrained
from tests.reading.tagger.encoder import tiny


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Pretrained:
    path: Path = tmp_path_factory.mktemp("tiny") / "tiny.bin"
    tiny.write(path)
    return load_pretrained(path)


def _cuts(text: str) -> Iterator[list[str]]:
    if not text:
        yield []
    for end in range(1, len(text) + 1):
        for rest in _cuts(text[end:]):
            yield [text[:end], *rest]


@given(st.text(alphabet="甲乙园入驻，,丙 ㍿\u3000", max_size=9))
def test_no_other_cut_is_more_likely(encoder: Pretrained, text: str) -> None:
    pieces = pieces_of(text, encoder)
    assert [piece.start for piece in pieces] + [len(text)] == [0] + [piece.end for piece in pieces] if text else not pieces
    plain = text.replace("，", ",").replace("\u3000", "▁").replace(" ", "▁")

    def score(parts: list[str]) -> float:
        known = [encoder.scores[encoder.pieces[part]] if part in encoder.pieces else -40.0 for part in parts]
        return sum(known)

    possible = [cut for cut in _cuts(plain) if all(len(part) == 1 or part in encoder.pieces for part in cut)]
    assert score([plain[piece.start : piece.end] for piece in pieces]) == pytest.approx(max(map(score, possible)))
    for piece in pieces:
        assert piece.number == encoder.pieces.get(plain[piece.start : piece.end], encoder.unknown)


def test_a_character_alone(encoder: Pretrained) -> None:
    assert [number_of(char, encoder) for char in "甲，\u3000 丙㍿"] == [5, 15, 4, 4, 3, 3]
