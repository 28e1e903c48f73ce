"""What bad input gets: one clear line that names the file and what to do, or the whole reading; never a part of it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from graph.errors import DocumentError
from graph.reading.documents import MOST_CHARACTERS, confined, open_document, worker
from tests.conftest import ROOT
from tests.reading.documents.make_cases import CASES, docx_bytes, paragraph
from tests.reading.generated import assembled

TEXT = (CASES / "text-gb18030.text").read_text(encoding="utf-8")
LETTER = TEXT[: TEXT.index("联系人")]
PDF = (CASES / "pdf-of-an-office.pdf").read_bytes()
DOCX = (CASES / "word-lists-and-changes.docx").read_bytes()
PAGE = (CASES / "page-government-site.html").read_bytes()


def zipped(files: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def word(body: str) -> bytes:
    return zipped(docx_bytes(body))


def without(part: str) -> bytes:
    files = docx_bytes(paragraph("x"))
    del files[part]
    return zipped(files)


def with_entity(declaration: str) -> bytes:
    files = docx_bytes(paragraph("x"))
    head, rest = files["word/document.xml"].split("?>", 1)
    files["word/document.xml"] = f"{head}?><!DOCTYPE d [{declaration}]>{rest.replace('>x<', '>&e;<')}"
    return zipped(files)


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def pdf_of_forms(depth: int, fan: int) -> bytes:
    """A few hundred bytes that ask for ``fan ** depth`` drawings: each form draws the next one many times."""
    draw = b"/F Do " * fan
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw),
    ]
    for number in range(6, 6 + depth):
        form = b"<< /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /F %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
        bodies.append(form % (number, len(draw), draw))
    bodies.append(b"<< /Subtype /Form /BBox [0 0 300 300] /Length 12 >>\nstream\n0 0 m 9 9 l S\nendstream")
    return assembled(bodies)


def pdf_without_fonts(words: str) -> bytes:
    """Characters one by one, in a font that is only named."""
    table = (
        b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <4E00> <4EFF> <4E00> endbfrange endcmap"
    )
    content = "".join(
        f"BT /F 16 Tf {50 + 16 * i} 700 Td <{c.encode('utf-16-be').hex()}> Tj ET " for i, c in enumerate(words)
    ).encode()
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            b"/FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /Ascent 880 /Descent -120 /ItalicAngle 0 >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table),
        ]
    )


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "half.docx": (lambda: DOCX[: len(DOCX) // 2], "damaged"),
    "short-by-a-byte.docx": (lambda: DOCX[:-1], "damaged"),
    "one-byte-wrong.docx": (lambda: flipped(DOCX, DOCX.index(b"word/document.xml") + 300), "damaged"),
    "no-document-part.docx": (lambda: without("word/document.xml"), "damaged"),
    "no-relations.docx": (lambda: without("_rels/.rels"), "damaged"),
    "broken-xml.docx": (lambda: word("<w:p><w:r><w:t>x"), "damaged"),
    "half-a-character.docx": (lambda: word("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>"), "damaged"),
    "deep.docx": (lambda: word("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000), "damaged"),
    "entities.docx": (lambda: with_entity('<!ENTITY e "aaaaaaaaaa">'), "entities"),
    "another-file.docx": (lambda: with_entity('<!ENTITY e SYSTEM "file:///etc/hostname">'), "entities"),
    "large-part.docx": (lambda: word(paragraph("啊" * 12_000_000)), "unpacks to more"),
    "many-parts.docx": (lambda: zipped({f"word/{i}.xml": "" for i in range(6000)}), "unpacks to more"),
    "table.xlsx": (lambda: zipped({"xl/workbook.xml": "x"}), "spreadsheet"),
    "fixed.ofd": (lambda: zipped({"OFD.xml": "x"}), "OFD"),
    "open.odt": (lambda: zipped({"content.xml": "x"}), "DOCX"),
    "nothing.zip": (lambda: zipped({}), "empty archive"),
    "replies.zip": (lambda: zipped({"a.txt": "甲", "b.txt": "乙"}), "archive; unpack"),
    "half.pdf": (lambda: PDF[: len(PDF) // 2], "cut off"),
    "short-by-ten-bytes.pdf": (lambda: PDF[:-10], "cut off"),
    "cut-second-version.pdf": (lambda: PDF + b"\n99 0 obj\n<< /Type /Page", "cut off"),
    "one-byte-wrong.pdf": (lambda: flipped(PDF, PDF.index(b"stream") + 400), "damaged"),
    "noise.pdf": (lambda: b"%PDF-1.4\n" + bytes(range(256)) * 400, "cut off"),
    "no-pages.pdf": (lambda: pdf_of_forms(1, 1).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [     ] /Count 0"), "pages|damaged"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "old word processor"),
    "joined-later.docx": (lambda: word(paragraph("x") + '<w:altChunk r:id="rId9"/>'), "another file"),
    "filled-in.doc": (
        lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p">x</pkg:package>',
        "XML; open it in a word processor",
    ),
    "of-2003.doc": (lambda: b'<?xml version="1.0"?>\n<w:wordDocument xmlns:w="w"><w:t>x</w:t></w:wordDocument>', "XML"),
    "rich.rtf": (lambda: rb"{\rtf1\ansi " + b"x" * 100, "RTF"),
    "frames.html": (lambda: b"<html><head></head><frameset cols='1,2'><frame src='a.html'></frameset></html>", r"frame.*a\.html"),
    "inner-frame.html": (lambda: b"<html><body><p>x</p><iframe src='c.html'></iframe></body></html>", r"frame.*c\.html"),
    "by-script.html": (lambda: b"<!doctype html><html><body><div id=app></div><script>1</script></body></html>", "no article"),
    "very-deep.html": (lambda: b"<html><body>" + b"<div>" * 50_000 + LETTER.encode(), "nested"),
    "unclosed.html": (lambda: b"<html><body>" + b"".join(b"<b id=%d>" % i for i in range(3000)) + b"<p>x</p>" * 9000, "nested"),
    "half.mhtml": (lambda: (CASES / "page-archive.mhtml").read_bytes()[:3000], "cut off"),
    "no-page.mhtml": (
        lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\nx\n--b--\n",
        "without a page",
    ),
    "cut-in-a-character.txt": (lambda: LETTER.encode() + "子".encode()[:2], "middle of a character"),
    "half-a-character.txt": (lambda: LETTER.encode() + b"\xed\xa0\x80", "middle of a character"),
    "half-a-pair.txt": (lambda: b"\xff\xfe" + LETTER.encode("utf-16-le") + b"\x00\xd8", "encoding"),
    "odd-bytes.txt": (lambda: b"\xff\xfe" + LETTER.encode("utf-16-le")[:-1], "encoding"),
    "one-byte-wrong.txt": (lambda: LETTER.encode()[:300] + b"\xff" + LETTER.encode()[300:], r"line \d+ holds bytes"),
    "hole.txt": (lambda: LETTER.encode() + bytes(64) + LETTER.encode(), "missing"),
    "too-long.txt": (lambda: LETTER.encode() + "，推进工作".encode() * (MOST_CHARACTERS // 4), "longer than"),
    "only-marks.txt": (lambda: "\u200b\u202e\ufeff".encode() * 100, "no text"),
    "damaged.png": (lambda: (CASES / "scan.png").read_bytes()[:20_000], "picture"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line_that_names_the_file_and_what_to_do(name: str, tmp_path: Path) -> None:
    make, words = REFUSED[name]
    file = tmp_path / name
    file.write_bytes(make())
    with pytest.raises(DocumentError, match=words) as fault:
        open_document(file)
    line = str(fault.value)
    assert line.startswith(f"{file}: ")
    assert line.isprintable()
    assert fault.value.remedy in line


READ: dict[str, Callable[[], bytes]] = {
    "zero-bytes.txt": lambda: LETTER.replace("，", "，\0").encode(),
    "control-characters.txt": lambda: LETTER.replace("，", "\x07，\x01\x7f").encode(),
    "marks-of-direction.txt": lambda: LETTER.replace("，", "\u202e，\u2066\u200f\u061c").encode(),
    "no-width.txt": lambda: LETTER.replace("，", "\u200b，\u2060\ufeff\u00ad\ufe0f").encode(),
    "line-ends.txt": lambda: LETTER.replace("\n", "\u2028").encode(),
    "no-mark.txt": lambda: LETTER.encode("utf-16-be"),
    "wrong-name.pdf": LETTER.encode,
    "no-name": LETTER.encode,
    "nested.html": lambda: (
        b"<html><body>" + b"<div>" * 9_000 + LETTER.replace("\n", "<br>").encode() + b"</div>" * 9_000 + b"</body></html>"
    ),
}


@pytest.mark.parametrize("name", READ)
def test_read_whole(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(READ[name]())
    assert [line for line in open_document(file).text.split("\n") if line] == [
        line.strip() for line in LETTER.split("\n") if line.strip()
    ]


@pytest.mark.parametrize("case", ["pdf-of-an-office.pdf", "word-lists-and-changes.docx", "page-archive.mhtml"])
def test_the_format_is_told_by_the_content(case: str, tmp_path: Path) -> None:
    file = tmp_path / "reply.txt"
    file.write_bytes((CASES / case).read_bytes())
    assert open_document(file).text == open_document(CASES / case).text


def test_a_pdf_with_bytes_around_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + PDF + b"\n<!-- served -->\n")
    assert open_document(file).text == open_document(CASES / "pdf-of-an-office.pdf").text


def test_a_picture_without_the_extra_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.reading.documents import pdf, scan

    monkeypatch.setattr(scan, "is_available", lambda: False)
    for read, case in ((scan.text_of_picture, "scan.png"), (pdf.text_of, "scan-of-a-page.pdf")):
        with pytest.raises(DocumentError, match="make install-scans"):
            read((CASES / case).read_bytes(), case)


def test_a_page_that_is_a_picture_among_pages_of_text_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.reading.documents import pdf, scan

    with PdfDocument(PDF) as text, PdfDocument((CASES / "scan-of-a-page.pdf").read_bytes()) as scanned:
        text.import_pages(scanned)
        text.save(tmp_path / "mixed.pdf")
    monkeypatch.setattr(scan, "is_available", lambda: False)
    with pytest.raises(DocumentError, match="page 3 of it is a picture"):
        pdf.text_of((tmp_path / "mixed.pdf").read_bytes(), "mixed.pdf")


def test_characters_whose_font_is_missing_are_not_passed_over() -> None:
    from graph.reading.documents import pdf

    with pytest.raises(DocumentError, match="page 1 of it has fonts that are not in the file"):
        pdf.text_of(pdf_without_fonts("松江区科学技术委员会"), "a.pdf")


def test_a_reader_that_comes_to_no_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    helper = confined.Helper()
    monkeypatch.setattr(confined, "PATIENCE", 0.0)
    with pytest.raises(DocumentError, match="comes to no end"):
        helper.ask("pdf", PDF, "a.pdf")
    monkeypatch.setattr(confined, "PATIENCE", 60.0)
    assert "松江区" in helper.ask("pdf", PDF, "a.pdf")
    helper.close()


@pytest.mark.parametrize("line", [b"Warning: bad font", b"0", b"{}", b"\xff"])
def test_a_reader_that_prints_what_is_no_answer_breaks_down(line: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    helper = confined.Helper()
    with monkeypatch.context() as printing:
        printing.setattr(confined, "_last_line", lambda _: line + b"\n")
        with pytest.raises(DocumentError, match="breaks down"):
            helper.ask("pdf", PDF, "a.pdf")
    assert "松江区" in helper.ask("pdf", PDF, "a.pdf")
    helper.close()


def test_a_pdf_is_read_where_nothing_waits_for_pipes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(10038, "not a socket")

    monkeypatch.setattr("select.select", refuse)  # as on Windows
    helper = confined.Helper()
    assert "松江区" in helper.ask("pdf", PDF, "a.pdf")
    helper.close()


def test_a_system_that_refuses_a_limit_of_memory_reads_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    asked = []

    def refuse(*limits: object) -> None:
        asked.append(limits)
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)  # as on macOS
    worker._limit_memory()
    assert len(asked) == 1


def test_the_reader_is_well_again_after_a_file_that_broke_it() -> None:
    # On a busy machine the time is up before the memory is.
    with pytest.raises(DocumentError, match=r"harm|no end"):
        confined.text_of("pdf", pdf_of_forms(30, 10), "a.pdf")
    assert "松江区" in confined.text_of("pdf", PDF, "b.pdf")


_BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, resource.RLIM_INFINITY))
from graph.cli import main
main()
"""


@pytest.mark.parametrize("name", ["large-part.docx", "unclosed.html", "very-deep.html", "half.pdf"])
def test_what_is_made_to_do_harm_is_refused_within_a_gigabyte(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(REFUSED[name][0]())
    command = [sys.executable, "-c", _BOUNDED, "text", str(file)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.splitlines() == [f"error: {file}: {run.stderr.split(': ', 2)[2].strip()}"]
