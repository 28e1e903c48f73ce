"""What the classifier reads at once, and what it is asked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.reading.classifier.windows import HERE, Question, Span, Window, questions_of, windows_of
from graph.reading.reply import Reply
from graph.reading.tagger.encoder.pieces import pieces_of
from graph.reading.tagger.encoder.pretrained import Pretrained
from tests.reading.classifier import small

KINDS = {"甲": "Enterprise", "乙": "Carrier", "丙": "Scenario", "丁": "Road", "戊": "Policy"}


@pytest.fixture(scope="module")
def pretrained(tmp_path_factory: pytest.TempPathFactory) -> Pretrained:
    return small.encoder(tmp_path_factory.mktemp("tiny"))[0]


def _spans(reply: Reply) -> list[Span]:
    """甲1, 乙2 and the like in the body; what names the same is one thing."""
    text, body = reply.flow.text, reply.body[0]
    names = [m for m in re.finditer("[甲乙丙丁戊][0-9]", text) if m.start() >= body]
    things = {name: i for i, name in enumerate(dict.fromkeys(m.group() for m in names))}
    return [Span(*m.span(), KINDS[m.group()[0]], things[m.group()]) for m in names]


def _windows(sentences: str, pretrained: Pretrained) -> tuple[Reply, list[Span], list[Window]]:
    reply = small.reply(sentences)
    spans = _spans(reply)
    return reply, spans, list(windows_of(reply, spans, pretrained))


def _asked(question: Question, spans: list[Span], text: str) -> tuple[str, list[str]]:
    def name(at: int) -> str:
        mark = question.window.marked[at]
        return HERE if mark.kind == HERE else text[slice(*spans[mark.span][:2])]

    return name(question.thing), [name(at) for at in question.places]


def test_a_thing_is_asked_for_in_its_own_sentence_with_the_places_of_the_words_before(pretrained: Pretrained) -> None:
    reply, spans, windows = _windows("我区建成乙1和丁2。甲3、乙4已经开业，用上丙5。戊6已印发。", pretrained)
    asked = [_asked(question, spans, reply.flow.text) for window in windows for question in questions_of(window)]
    assert asked == [
        ("乙1", [HERE, "丁2"]),
        ("甲3", [HERE, "乙1", "丁2", "乙4"]),
        ("乙4", [HERE, "乙1", "丁2"]),
        ("丙5", [HERE, "乙1", "乙4"]),
    ]


def test_nothing_is_its_own_place_by_whatever_mention(pretrained: Pretrained) -> None:
    reply, spans, windows = _windows("乙1很大，乙1很新。", pretrained)
    assert [_asked(question, spans, reply.flow.text) for window in windows for question in questions_of(window)] == [
        ("乙1", [HERE]),
        ("乙1", [HERE]),
    ]


def test_marks_are_of_the_pieces_that_hold_the_name(pretrained: Pretrained) -> None:
    reply, spans, windows = _windows("区内的甲1入驻甲园的乙2，甲3在乙园甲的丁4。", pretrained)
    (window,) = windows
    text = reply.flow.text
    sentence = reply.sentence_at(spans[0].start)
    assert sentence is not None
    home = f"{reply.where.name}："
    begin = reply.body[0]
    pieces = [(p.start - len(home), p.end - len(home)) for p in pieces_of(home, pretrained)]
    pieces += [(p.start, p.end) for p in pieces_of(text[begin : sentence.end], pretrained)]
    assert len(window.pieces) == len(pieces) + 2
    for mark in window.marked:
        start, end = (-len(home), -1) if mark.kind == HERE else (spans[mark.span].start - begin, spans[mark.span].end - begin)
        holding = [i + 1 for i, (first, last) in enumerate(pieces) if first < end and last > start]
        assert (mark.start, mark.end) == (holding[0], holding[-1] + 1)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["甲", "乙", "丙", "丁", "，", "、", "建设推进", "我们将继续"]), min_size=1, max_size=120),
        min_size=1,
        max_size=6,
    )
)
def test_each_thing_of_the_body_is_asked_for_once_and_a_window_is_no_longer_than_what_the_encoder_reads(
    pretrained: Pretrained, sentences: list[list[str]]
) -> None:
    number = iter(range(10**6))
    said = "".join("".join(f"{w}{next(number) % 10}" if w in KINDS else w for w in words) + "。" for words in sentences)
    _, spans, windows = _windows(said, pretrained)
    asked = [q.window.marked[q.thing].span for window in windows for q in questions_of(window)]
    cut = {i for i, span in enumerate(spans) if span.kind in ("Enterprise", "Carrier", "Scenario")} - set(asked)
    assert sorted(set(asked)) == sorted(asked)
    # A name is lost only where a sentence without a comma has to be cut inside it.
    assert len(cut) <= said.count("。") * 3
    assert all(len(window.pieces) <= 400 for window in windows)
