"""What the model looks at: the same for the same text, nothing across a full stop, 0 where nothing is seen."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.reading.mentions.enumerations import enumerations
from graph.reading.mentions.finding import find_mentions
from graph.reading.reply import Reply, reply_of
from graph.reading.tagger.features import BUCKETS, Array, features
from graph.reading.tagger.sequences import sequences_of
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n王某某委员：\n您提出的提案收悉，现答复如下：\n"
TAIL = "\n玄武区科学技术局\n2025年6月3日\n"


def _reply(body: str) -> Reply:
    return reply_of(Document("case", HEAD + body + TAIL, "case.txt", "text/plain"))


def _seen(reply: Reply) -> tuple[Array, list[tuple[int, int]]]:
    lists, sequences = enumerations(reply), sequences_of(reply)
    return features(reply, find_mentions(reply, lists=lists), lists, sequences), sequences


def test_a_row_a_character_and_every_bucket_in_its_range() -> None:
    seen, sequences = _seen(_reply("引进甲乙科技、丙丁智能等企业，上线“一键叫车”场景。"))
    assert len(seen) == sum(end - start for start, end in sequences)
    assert seen.min() >= 0
    assert seen.max() < BUCKETS


def test_nothing_is_seen_of_the_characters_behind_a_full_stop() -> None:
    first, sequences = _seen(_reply("推进数字园区建设。甲乙科技落户。"))
    second, _ = _seen(_reply("推进数字园区建设。丙丁医院开业。"))
    end = sum(e - s for s, e in sequences[:-1])
    characters = slice(1, 11)  # the character itself, its neighbours and pairs
    assert np.array_equal(first[:end, characters], second[:end, characters])


def test_letters_and_digits_are_seen_as_such_only() -> None:
    first, _ = _seen(_reply("建成A1座。"))
    second, _ = _seen(_reply("建成B2座。"))
    assert np.array_equal(first[:, 1:11], second[:, 1:11])


def test_of_what_a_sentence_speaks_is_seen_in_it_and_not_in_the_next_one() -> None:
    first, sequences = _seen(_reply("推进建设。甲乙企业落户。"))
    second, _ = _seen(_reply("推进建设。甲乙医院开业。"))
    end = sum(e - s for s, e in sequences[:-1])
    assert np.array_equal(first[:end, -2:], second[:end, -2:])
    assert (first[end:, -2] != second[end:, -2]).all()


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("甲乙科技园“”《》（），。；、的在入驻等企业平台AI12 \n"), min_size=1, max_size=80))
def test_the_same_text_is_seen_alike_whatever_it_is(body: str) -> None:
    reply = _reply(body)
    first, sequences = _seen(reply)
    again, _ = _seen(reply)
    assert np.array_equal(first, again)
    assert len(first) == sum(end - start for start, end in sequences)
