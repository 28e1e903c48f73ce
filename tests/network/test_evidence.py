"""From a figure back to the sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.network.definitions import caveats, definition_of, definitions
from graph.network.evidence import explain, figure_at, keys_of
from graph.reading.spans import goes_on, sentence_around, sentence_spans
from tests.network.conftest import Several


def test_every_figure_has_its_words_and_is_found_by_its_key(several: Several) -> None:
    keys = dict(keys_of(several.figures))
    assert len(keys) > 3000
    for key, value in keys.items():
        assert figure_at(several.figures, key) == value, key
        words = definition_of(key)
        assert words is not None, key
        assert words.zh
        assert words.en


def test_a_figure_leads_to_what_it_counts_and_to_whole_sentences(several: Several) -> None:
    found = explain(
        "places/District/310105/enterprises/existing", several.figures, several.ledger, several.network, several.readings
    )
    assert found.value == found.basis.number == len({said.iri for said in found.said}) == 10
    texts = {reading.id: reading.text for reading in several.readings}
    for said in found.said:
        assert texts[said.reply][said.start : said.end] == said.sentence
        assert said.sentence.endswith("。")
    assert "黑湖科技 locatedIn 长宁区" in {said.what for said in found.said}


@pytest.mark.parametrize(
    "pattern",
    ["counts/by_type/*", "counts/by_relation/*", "places/*/scenarios/planned", "sectors/*/enterprises", "policies/*/citations"],
)
def test_each_thing_that_is_counted_has_a_sentence(several: Several, pattern: str) -> None:
    from fnmatch import fnmatchcase

    keys = [key for key, value in keys_of(several.figures) if fnmatchcase(key, pattern) and value]
    assert keys
    for key in keys[:12]:
        found = explain(key, several.figures, several.ledger, several.network, several.readings)
        counted = {
            "entities": {said.iri for said in found.said},
            "statements": {said.what for said in found.said},
            "replies": {said.reply for said in found.said},
        }[found.basis.counted]
        assert len(counted) == found.value, key
        assert all(said.sentence for said in found.said)


def test_a_department_is_quoted_from_its_own_replies_only(several: Several) -> None:
    row = several.figures["departments"][0]
    key = f"departments/{row['id']}/enterprises"
    found = explain(key, several.figures, several.ledger, several.network, several.readings)
    own = {reading.id for reading in several.readings if reading.heading.department == row["name"]}
    assert {said.reply for said in found.said} <= own


def test_an_indicator_and_a_gap(several: Several) -> None:
    row = next(r for r in several.figures["indicators"] if r["amount"] is not None)
    found = explain(f"indicators/{row['id']}/amount", several.figures, several.ledger, several.network, several.readings)
    assert len(found.said) >= 1
    assert all(row["value"] in said.sentence for said in found.said)
    gap = explain("gaps/310105/without", several.figures, several.ledger, several.network, several.readings)
    assert gap.said[0].what == "310105001 华阳路街道"
    assert gap.value == len(gap.said) == 7


@pytest.mark.parametrize(
    "key", ["places/District/310105/enterprise", "nonsense", "", "places/District/999999/enterprises/existing"]
)
def test_a_key_that_is_none_gets_keys_like_it(several: Several, key: str) -> None:
    with pytest.raises(UsageError, match="no figure has this key"):
        explain(key, several.figures, several.ledger, several.network, several.readings)


def test_sentences_go_on_over_a_broken_line() -> None:
    text = "一、情况\n我区引进甲乙科技，建成丙丁智\n谷。二者相邻！\n\n此致\n"
    spans = [text[start:end] for start, end in sentence_spans(text)]
    assert "我区引进甲乙科技，建成丙丁智\n谷。" in spans or "我区引进甲乙科技，建成丙丁智" in spans
    at = text.index("甲乙")
    start, end = sentence_around(text, at, at + 2)
    assert text[start:end].startswith("我区引进")
    assert sentence_around("", 0, 0) == (0, 0)


def test_of_a_sentence_without_end_the_parts_around_are_shown() -> None:
    text = "某处有某物，" * 200 + "甲科技入驻乙园，" + "某处有某物、" * 200
    at = text.index("甲科技")
    start, end = sentence_around(text, at, at + 3)
    assert text[start:end].startswith("某处有某物，")
    assert "甲科技入驻乙园，" in text[start:end]
    assert text[start:end].endswith("某处有某物、")
    assert 200 < end - start < 600
    assert goes_on(text, start, end) == (True, True)
    assert goes_on(text, 0, end) == (False, True)
    assert goes_on("甲。乙。丙。", 2, 4) == (False, False)
    nothing = "某" * 3000
    assert sentence_around(nothing, 1500, 1503) == (1300, 1703)
    assert sentence_around(nothing, 0, 3) == (0, 203)
    assert sentence_around(nothing, 100, 2900) == (0, 3000)


@given(
    st.lists(st.sampled_from(["甲科技", "，", "。", "\n", "入驻乙园", "；", "、", "某" * 90]), max_size=60).map("".join),
    st.data(),
)
def test_a_sentence_holds_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert last - first <= max(600, end - start + 400)


def test_words_and_caveats_are_in_both_languages() -> None:
    assert len(caveats()) >= 3
    for words in (*definitions().values(), *caveats()):
        assert words.zh
        assert words.en
        assert "{" not in words.zh + words.en
