"""What holds of every reply, whatever it says and however it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import DocumentError
from graph.reading.documents import open_document
from graph.reading.documents.masking import mask_contacts
from graph.reading.documents.plain import tidy
from graph.reading.forms import from_json, to_json
from graph.reading.reader import read
from graph.records import Document, Entity, Evidence, Indicator, Reading, Relation
from tests.reading.generated import WRITERS, noisy_replies, replies


def document(text: str) -> Document:
    return Document("a", mask_contacts(tidy(text)), "a.txt", "text/plain")


def claims(reading: Reading) -> list[Entity | Relation | Indicator]:
    found: list[Entity | Relation | Indicator] = []
    found += reading.entities
    found += reading.relations
    found += reading.indicators
    return found


def evidence(reading: Reading) -> Iterator[Evidence]:
    for claim in claims(reading):
        yield from claim.evidence
    for doubt in reading.doubts:
        yield doubt.evidence


def check(reading: Reading) -> None:
    """Every quotation stands where it is said to stand; every end of a relation is an entity; nothing is said without evidence."""
    for found in evidence(reading):
        assert 0 <= found.start < found.end <= len(reading.text)
        assert reading.text[found.start : found.end] == found.quote
    named = {(entity.type, entity.name) for entity in reading.entities}
    for relation in reading.relations:
        assert {(relation.source_type, relation.source), (relation.target_type, relation.target)} <= named
    assert all(claim.evidence and 0 <= claim.confidence <= 1 for claim in claims(reading))
    assert all(0 <= doubt.confidence <= 1 for doubt in reading.doubts)


@given(noisy_replies())
@settings(deadline=None, max_examples=100)
def test_a_reading_keeps_its_promises_or_is_refused(text: str) -> None:
    try:
        reading = read(document(text))
    except DocumentError as fault:
        assert str(fault).startswith("a.txt: ")
        return
    check(reading)
    assert read(document(text)) == reading
    assert from_json(to_json(reading)) == reading
    assert not any(secret in reading.text for secret in ("64871230", "13812345678", "王小明", "陈静"))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), replies(), st.randoms())
@settings(deadline=None, max_examples=50)
def test_any_characters_among_those_of_a_reply(odd: str, text: str, chance: Random) -> None:
    at = chance.randint(0, len(text))
    try:
        check(read(document(text[:at] + odd + text[at:])))
    except DocumentError as fault:
        assert "\n" not in str(fault)


@given(st.text(alphabet="《》〈〉<>（）“”甲办法", min_size=200, max_size=400))
@settings(deadline=None, max_examples=20)
def test_brackets_that_do_not_close_are_looked_at_once(brackets: str) -> None:
    # With two ways to match a bracket, this took longer than anyone waits.
    check(read(document(f"关于区政协十届二次会议第14号提案的答复\n王一委员：\n您的提案收悉，现答复如下：\n出台《{brackets}\n")))


@pytest.mark.parametrize("name", WRITERS)
@given(text=replies())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_text_is_the_same_in_every_format(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(WRITERS[name](text.replace(" ", "") if name == "a.pdf" else text))
    assert lines_of(open_document(file).text, name) == lines_of(mask_contacts(tidy(text)), name)


def lines_of(text: str, name: str) -> list[str]:
    # Where a line of a PDF is broken, nothing tells whether there was a blank; in a page several are one.
    kept = text.replace(" ", "") if name == "a.pdf" else re.sub(" +", " ", text) if name == "a.html" else text
    return [line.strip() for line in kept.split("\n") if line.strip()]
