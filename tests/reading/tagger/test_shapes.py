"""What names look like: as those of the lexicon do, none counted for itself, and nothing where no Chinese stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from graph.reading import lexicon
from graph.reading.reply import Reply, reply_of
from graph.reading.tagger import shapes
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n王某某委员：\n您提出的提案收悉，现答复如下：\n"


@pytest.fixture
def _listed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A lexicon of three firms, and no carrier."""
    names = {"firms": frozenset({"睿科格", "睿芯", "睿芯云"}), "known_carriers": frozenset({"甲谷"})}

    def spans(reply: Reply) -> list[tuple[int, int, str]]:
        text = reply.flow.text
        return [(text.index(name), text.index(name) + len(name), name) for name in ("睿科格",) if name in text]

    monkeypatch.setattr(shapes, "first_words", names.__getitem__)
    monkeypatch.setattr(shapes, "_LISTS", (("firms", spans), ("known_carriers", lambda _: [])))
    shapes._tables.cache_clear()
    yield
    shapes._tables.cache_clear()


def _seen(body: str, at: str) -> list[int]:
    """The observations of the first character of some words."""
    reply = reply_of(Document("case", f"{HEAD}{body}\n", "case.txt", "text/plain"))
    return [int(column[reply.flow.text.index(at)]) for column in shapes.shapes(reply)]


@pytest.mark.usefixtures("_listed")
def test_what_begins_as_a_name_of_the_lexicon_is_told_from_what_does_not() -> None:
    assert _seen("引进睿芯光。", "睿")[0] != _seen("引进光芯睿。", "光")[0]
    assert _seen("引进光科格。", "格")[1] != _seen("引进格科光。", "光")[1]


@pytest.mark.usefixtures("_listed")
def test_a_listed_name_is_not_counted_for_itself_nor_one_that_begins_with_another() -> None:
    # 睿芯 is the one name beside 睿科格 that 睿 begins: 睿芯云 is no further one.
    assert _seen("引进睿科格。", "睿")[0] == _seen("引进睿与格。", "睿")[0]


def test_letters_digits_and_marks_look_like_nothing() -> None:
    reply = reply_of(Document("case", f"{HEAD}引进A1科技，B2。\n", "case.txt", "text/plain"))
    other = np.array([not "\u4e00" <= char <= "\u9fff" for char in reply.flow.text])
    assert all(not column[other].any() for column in shapes.shapes(reply))


def test_a_name_added_later_changes_nothing_of_what_other_names_look_like(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands in a file beside the list that the model learned with."""
    (tmp_path / "probes.tsv").write_text("甲谷\n", encoding="utf-8")
    (tmp_path / "probes.later.tsv").write_text("乙谷\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "LEXICON", tmp_path)
    assert lexicon.first_words.__wrapped__("probes") == {"甲谷"}
    assert set(lexicon.typed.__wrapped__("probes")) == {"甲谷", "乙谷"}
