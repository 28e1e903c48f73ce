"""Replies read with the package's encoder: more names than without, and the real reply as well as without."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest

from graph.errors import UsageError
from graph.reading.evaluation import Count, Evaluation, compare, evaluate_parts
from graph.reading.forms import from_json, to_json
from graph.reading.reader import LEAST, read, read_file
from graph.reading.tagger.encoder import Encoder, load_encoder
from graph.reading.tagger.encoder.adapter import ADAPTER
from graph.records import Document, Reading
from tests.conftest import GOLD, REPLY
from tests.reading.test_sentences import HEAD, TAIL


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    try:
        return load_encoder()
    except UsageError:
        pytest.skip("the extra for the encoder is not installed")


@pytest.fixture(scope="module")
def asked(encoder: Encoder) -> Reading:
    """The real reply; reading it takes seconds."""
    return read_file(REPLY, LEAST, encoder)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("苇岸酒业、朗星医疗器械已在园内投产。", {"苇岸酒业", "朗星医疗器械"}),
        ("我们支持朗星把研发总部放在玄武区。", {"朗星"}),
        ("区内拥有苇岸、朗星、拓野等一批专精特新企业。", {"朗星", "拓野"}),
    ],
)
def test_firms_that_only_the_encoder_sees(encoder: Encoder, sentence: str, names: set[str]) -> None:
    document = Document("case", HEAD.format("区") + sentence + TAIL.format("玄武区"), "case.txt", "text/plain")
    firms = [{e.name for e in read(document, encoder=one).entities if e.type == "Enterprise"} for one in (None, encoder)]
    assert firms == [set(), names]


def test_the_same_reply_is_read_the_same_again(encoder: Encoder, asked: Reading) -> None:
    assert read_file(REPLY, LEAST, encoder) == asked


def test_a_reading_says_which_encoder_was_asked(asked: Reading) -> None:
    alone = read_file(REPLY, LEAST)
    assert (asked.encoder, alone.encoder) == (sha256(ADAPTER.read_bytes()).hexdigest()[:12], None)
    assert from_json(to_json(asked)) == asked
    assert from_json(to_json(alone)) == alone


def test_nothing_is_invented_in_the_real_reply(asked: Reading) -> None:
    result = Evaluation()
    compare(json.loads(GOLD.read_text(encoding="utf-8")), to_json(asked), result)
    assert (result.core().false, result.core().missed) == (0, 0)
    assert (result.stated().false, result.stated().missed) == (0, 0)
    assert result.status.missed == 0


@pytest.mark.usefixtures("encoder")
def test_more_is_right_and_no_more_is_wrong_with_it() -> None:
    """Twenty replies that neither model learned from; the figures of all parts are in docs/accuracy.md."""
    files = sorted((GOLD.parents[1] / "test").glob("*.json"))[:20]
    core = [sum((evaluate_parts(file, encoder=asked)[0].total().core() for file in files), Count()) for asked in (False, True)]
    assert core[1].hit > core[0].hit
    assert core[1].false <= core[0].false
