"""Tests of the lexicon: a word has one line in its file, and may have several classes there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from graph.reading import lexicon
from graph.reading.lexicon import LEXICON, alternation, typed

_FILES = sorted(LEXICON.glob("*.tsv"))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)
def test_a_word_stands_once_in_its_file(file: Path) -> None:
    """Of two lines the later one would hold, and the class of the first would be lost in silence."""
    lines = (line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    counts = Counter(line.partition("\t")[0] for line in lines if line)
    assert [word for word, count in counts.items() if count > 1] == []


def test_a_word_may_have_several_classes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is found under each of them, and the file of a user sets them anew."""
    (tmp_path / "probes.tsv").write_text("甲\tfirst second\n乙\tsecond\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "LEXICON", tmp_path)
    typed.cache_clear()
    alternation.cache_clear()
    try:
        assert re.fullmatch(alternation("probes", "first"), "甲")
        assert not re.fullmatch(alternation("probes", "first"), "乙")
        assert re.findall(alternation("probes", "second"), "甲乙") == ["甲", "乙"]
        (tmp_path / "probes.own.tsv").write_text("甲\tsecond\n", encoding="utf-8")
        typed.cache_clear()
        alternation.cache_clear()
        assert alternation("probes", "first") == ""
    finally:
        monkeypatch.undo()
        typed.cache_clear()
        alternation.cache_clear()
