"""Large, deep and odd input: a reading or one clear line, never a hang."""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.reading.documents import LARGEST, open_document
from graph.reading.reader import read_file
from tests.conftest import REPLY

HEAD = "关于区政协八届三次会议第12号提案的答复\n陆清和委员：\n您提出的提案收悉，现答复如下：\n"


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(100 * 2**20)  # sparse: nothing is written
    with pytest.raises(DocumentError, match=f"larger than {LARGEST >> 20} MiB"):
        open_document(file)


def test_one_line_of_5_megabytes_is_read(tmp_path: Path) -> None:
    sentence = "徐庄智谷集聚了星芒智能、澜语科技等企业，" + "统筹推进各项工作取得新的成效，" * 200
    file = tmp_path / "line.txt"
    file.write_text(HEAD + sentence * (5 * 2**20 // len(sentence.encode())) + "\n", encoding="utf-8")
    assert {e.name for e in read_file(file).entities if e.type == "Enterprise"} == {"星芒智能", "澜语科技"}


def test_a_page_of_10_000_nested_tags_is_read(tmp_path: Path) -> None:
    file = tmp_path / "deep.html"
    file.write_text(f"<html><body>{'<div>' * 10_000}{HEAD}{'</div>' * 10_000}</body></html>", encoding="utf-8")
    assert "现答复如下" in open_document(file).text


def test_a_document_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("word/document.xml", "w") as part:
        for _ in range(300):
            part.write(bytes(2**20))
    file = tmp_path / "bomb.docx"
    file.write_bytes(made.getvalue())
    assert file.stat().st_size < 2**20
    with pytest.raises(DocumentError, match="unpacks to more"):
        open_document(file)


def test_marks_that_nobody_sees_change_no_reading(tmp_path: Path) -> None:
    text = REPLY.read_text(encoding="utf-8")
    odd = "\u202e".join(text[i : i + 7] for i in range(0, len(text), 7)).replace("，", "\u200b，\x01")
    file = tmp_path / f"{REPLY.stem}.txt"
    file.write_text(odd, encoding="utf-8")
    read, plain = read_file(file), read_file(REPLY)
    assert (read.text, read.entities, read.relations) == (plain.text, plain.entities, plain.relations)


def test_entities_of_a_page_are_not_resolved_from_outside(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{REPLY.as_uri()}">]><html><body><p>{HEAD}</p><p>&x;</p></body></html>',
        encoding="utf-8",
    )
    assert "科大讯飞" not in open_document(file).text


def test_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(DocumentError) as fault:
            open_document(path)
        assert str(path) in str(fault.value)


REFUSED = Path(__file__).parent / "refused"
#: What is said of each file that cannot be read: damaged, encrypted, empty of text.
WORDS = {
    "another-zip.docx": "archive; unpack it first",
    "blank.png": "text",
    "encrypted.pdf": "encrypted; save it without a password",
    "truncated.docx": "damaged",
    "truncated.pdf": "damaged",
}


@pytest.mark.parametrize("path", sorted(REFUSED.iterdir()), ids=lambda path: str(path.name))
def test_what_cannot_be_read_is_refused_in_one_line(path: Path) -> None:
    if path.suffix == ".png" and find_spec("rapidocr") is None:
        pytest.skip("the extra for scans is not installed")
    with pytest.raises(DocumentError) as fault:
        open_document(path)
    said = str(fault.value)
    assert said.startswith(f"{path}: ")
    assert WORDS[path.name] in said
    assert "\n" not in said
