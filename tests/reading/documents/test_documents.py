"""Bytes in any usual encoding to the same text; what is no reply is said so."""

from __future__ import annotations

import codecs
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DocumentError
from graph.reading.documents import open_document
from graph.reading.documents.layout import text_of_pages
from graph.reading.documents.masking import mask_contacts
from graph.reading.documents.pieces import Page, Piece
from graph.reading.reader import read_file
from tests.conftest import REPLY
from tests.reading.documents.make_cases import docx_bytes, paragraph, write_docx
from tests.reading.generated import assembled


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    text = REPLY.read_text(encoding="utf-8")
    file = tmp_path / "reply.txt"
    file.write_bytes(text.encode(encoding))
    assert open_document(file).text == open_document(REPLY).text


def test_line_ends_and_unseen_characters(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(codecs.BOM_UTF8 + "您的提案\u200b收悉，\r\n现答复\u202e如下\x00：\r".encode())
    assert open_document(file).text == "您的提案收悉，\n现答复如下：\n"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n \n", "empty"),
        ("noise.txt", bytes(range(1, 256)) * 40, "encoding"),
        ("latin.txt", "Größe und Maß ".encode("latin-1") * 50, "encoding"),
        ("picture.gif", b"GIF89a\x00\x00\x01" * 99, "picture"),
        ("program.bin", b"\x7fELF\x02\x01\x00" * 99, "format"),
        ("damaged.pdf", b"%PDF-1.7 nothing", "damaged"),
        ("damaged.docx", b"PK\x03\x04 nothing", "DOCX"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(DocumentError, match=words) as fault:
        open_document(file)
    assert str(file) in str(fault.value)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("联系人姓名：秦朗\n\n联系电话：64871230", ("秦朗", "64871230")),
        ("（联系人：欧阳雨桐，电话：021-64871230）", ("欧阳雨桐", "64871230")),
        ("联系人姓名：秦\n朗\n联系电\n话：6487\n1230", ("秦", "朗", "6487", "1230")),
        ("联 系 人：秦 朗    联系电话：0571-8823 1122", ("秦", "朗", "8823", "1122")),
        ("| 联系人 | 秦朗 | 联系电话 | 13812345678 |", ("秦朗", "13812345678")),
        ("联系人及电话：秦朗 64871230", ("秦朗", "64871230")),
        ("如有疑问请联系秦朗（电话：64871230）。", ("秦朗", "64871230")),
        ("请与我局办公室秦朗同志联系。", ("秦朗",)),
        ("可致电我局秦朗科长，电话64871230。", ("秦朗", "64871230")),
        ("责任人：秦朗", ("秦朗",)),
        ("联系人秦朗\n", ("秦朗",)),
        ("联系人秦朗，电话64871230", ("秦朗", "64871230")),
        ("（秦朗，021-64871230）\n", ("秦朗", "64871230")),
        ("联系人：秦朗、欧阳雨（021）64871230", ("秦朗", "欧阳雨", "64871230")),
        ("联系人：Qin Lang Tel: +86 21 6487 1230", ("Qin", "6487", "1230")),
        ("如有疑问请致电13812345678。", ("13812345678",)),
        ("联系人（电话）：秦朗，64871230", ("秦朗", "64871230")),
        ("联系人（签名）：秦朗", ("秦朗",)),
        ("联系人/电话：秦朗/64871230", ("秦朗", "64871230")),
        ("联系人(电话)：秦朗(64871230)", ("秦朗", "64871230")),
        ("联系人【秦朗】", ("秦朗",)),
        ("联系人--秦朗", ("秦朗",)),
        ("联系人：“秦朗”", ("秦朗",)),
        ("联系人：（1）秦朗（处长）64871230、（2）白露（科员）64871231", ("秦朗", "白露", "64871230", "64871231")),
        ("联系人：秦朗 64871230 白露 64871231", ("秦朗", "白露", "64871231")),
        ("联系人：秦朗，男，64871230", ("秦朗", "64871230")),
        ("联系人：秦朗（区科委高新科） 64871230", ("秦朗", "64871230")),
        ("联系人：秦朗，座机：64871230", ("秦朗", "64871230")),
        ("联系人;秦朗 电话;64871230", ("秦朗", "64871230")),
        ("联系人.秦朗 电话：64871230", ("秦朗", "64871230")),
        ("联系人是秦朗，电话是64871230", ("秦朗", "64871230")),
        ("联系人：艾力江.买买提 电话：2645678", ("艾力江", "买买提", "2645678")),
        ("联系人\n秦朗\n联系电话\n64871230", ("秦朗", "64871230")),
        ("承办人姓名：秦朗", ("秦朗",)),
        ("经办人员姓名：秦朗\n电话：64871230", ("秦朗", "64871230")),
        ("办理人：秦朗，联系电话：64871230", ("秦朗", "64871230")),
        ("主办人：秦朗", ("秦朗",)),
        ("填报人：秦朗 64871230", ("秦朗", "64871230")),
        ("拟稿人：秦朗  电话：64871230", ("秦朗", "64871230")),
        ("经办：秦朗 64871230", ("秦朗", "64871230")),
        ("拟稿：秦朗 核稿：白露", ("秦朗",)),
        ("分管领导：秦朗 64871230", ("64871230",)),
        ("联系电话：64871230（秦朗）", ("秦朗", "64871230")),
        ("联系方式：138 1234 5678（秦朗）", ("秦朗", "5678")),
        ("联系电话：64871230；64871231", ("64871230", "64871231")),
        ("联系电话：64871230或64871231", ("64871230", "64871231")),
        ("Tel：64871230  Fax：64871231", ("64871230", "64871231")),
        ("TEL:021-64871230", ("64871230",)),
        ("秦朗 13812345678", ("秦朗", "13812345678")),
        ("秦朗（13812345678）", ("秦朗", "13812345678")),
        ("秦朗联系电话：64871230", ("秦朗", "64871230")),
        ("区科委高新科 秦朗 64871230", ("秦朗", "64871230")),
        ("区科委高新科秦朗，电话64871230", ("秦朗", "64871230")),
        ("姓名 | 秦朗 | 电话 | 64871230", ("秦朗", "64871230")),
        ("姓名 | 职务 | 电话\n秦朗 | 科长 | 64871230", ("秦朗", "64871230")),
        ("如有疑问，请联系区科委秦朗（电话：64871230）。", ("秦朗", "64871230")),
        ("请与秦朗联系，联系电话为64871230。", ("秦朗", "64871230")),
        ("如有疑问可与我局秦朗（64871230）联系", ("秦朗", "64871230")),
        ("可拨打我局科技科 64871230 咨询", ("64871230",)),
        ("联系人：秦朗；电子邮箱：qinlang@example.gov.cn", ("秦朗", "qinlang")),
        ("E-mail：qin_lang80@example.com", ("qin_lang80",)),
        ("微信号：qinlang80", ("qinlang80",)),
        ("QQ：641230987", ("641230987",)),
        ("身份证号：110101198001010010", ("110101198001010010",)),
        ("请于收到后10日内与承办人秦朗同志联系（电话64871230）。", ("秦朗", "64871230")),
        ("项目负责人秦朗，联系电话13812345678", ("秦朗", "13812345678")),
        ("联系人\\电话：秦朗\\64871230", ("秦朗", "64871230")),
        ("值班电话：64871230 秦朗", ("秦朗", "64871230")),
        ("联系地址：松湖路1号（秦朗收）", ("秦朗",)),
        ("提案承办联系人秦朗（办公室，64871230）", ("秦朗", "64871230")),
        ("承办负责人：秦朗", ("秦朗",)),
        ("督办人：秦朗", ("秦朗",)),
        ("承办科室负责人\n秦朗", ("秦朗",)),
        ("经办同志：秦朗  联系电话：", ("秦朗",)),
        ("核稿人：秦朗", ("秦朗",)),
        ("承办人签字：秦朗", ("秦朗",)),
        ("承办负责人秦朗\n", ("秦朗",)),
        ("责任科室负责人：秦朗", ("秦朗",)),
        ("承办人：秦朗  审核人：白露", ("秦朗", "白露")),
        ("拟稿：秦朗 核稿：白露", ("秦朗", "白露")),
        ("来源：区政府办  编辑：白露", ("白露",)),
        ("股室负责人：白 露  电话：64871230", ("白", "64871230")),
        ("承办科室负责人及联系电话：白露科长 64871230", ("白露", "64871230")),
        ("主办单位负责人 白露 经办人 秦朗", ("白露", "秦朗")),
        ("承办负责人—白露\n", ("白露",)),
        ("承办负责人：阿依古丽\n电话：64871230", ("阿依古丽", "64871230")),
        ("承办负责人：阿依古丽64871230", ("阿依古丽", "64871230")),
        ("承办单位负责人 | 白露 | 经办人 | 秦朗", ("白露", "秦朗")),
    ],
)
def test_contacts_are_masked_character_for_character(text: str, gone: tuple[str, ...]) -> None:
    masked = mask_contacts(text)
    assert len(masked) == len(text)
    assert not [word for word in gone if word in masked]
    assert masked != text


def test_what_is_no_contact_stays() -> None:
    text = "建立企业服务联系人制度，落实企业联系人电话回访，开通12345热线，签发人：方砚，2023年3月3日，案号20250486，邮政编码：200050"
    assert mask_contacts(text) == text


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("签发人：方砚  联系电话：64871230", "签发人：方砚"),
        ("签发人：方砚 64871230", "签发人：方砚"),
        ("领衔代表：方砚（13812345678）", "领衔代表：方砚"),
        ("提案人：方砚、秦朗 13812345678", "提案人：方砚、秦朗"),
        ("高新科 电话：64871230", "高新科"),
        ("办公室：64871230", "办公室"),
        ("联系电话：64871230\n", "联系电话："),
        ("项目金额 23456789 元", "项目金额 23456789 元"),
        ("近期与邻区共享房源的方式解决。", "近期与邻区共享房源的方式解决。"),
        ("联系人为企业提供服务。", "联系人为企业提供服务。"),
        ("承办人及联系电话：秦朗", "承办人及联系电话："),
        ("督办单位：秦淮区委目标绩效办", "督办单位：秦淮区委目标绩效办"),
        ("承办单位主要领导签字：秦朗", "秦朗"),
        ("项目负责人：秦朗教授", "秦朗教授"),
        ("区人大重点督办人大代表建议\n", "督办人大代表建议"),
        ("承办负责人：\n承办人及联系电话：\n", "承办负责人：\n承办人及联系电话：\n"),
        ("形成“分管领导—处室负责人—具体经办人员”三级责任链", "处室负责人—具体经办人员”三级责任链"),
        ("主办单位负责人：认真办理，及时反馈", "认真办理，及时反馈"),
        ("各科室负责人：要严格落实", "要严格落实"),
        ("各科室负责人：高度重视，逐件办理", "高度重视，逐件办理"),
        ("股室负责人 社区干部 参加", "社区干部 参加"),
        ("督办：高淳区 承办：临平区", "高淳区 承办：临平区"),
        ("审核：高新区 初审：周口市 督办：安庆市", "高新区 初审：周口市 督办：安庆市"),
    ],
)
def test_what_stands_beside_a_contact_stays(text: str, stays: str) -> None:
    """Who signed it off and who proposes are facts of the reply, and an office is no person."""
    assert stays in mask_contacts(text)


def test_the_day_below_a_telephone_number_stays() -> None:
    assert mask_contacts("联系电话：64871230\n2024年6月23日").endswith("*\n2024年6月23日")
    assert mask_contacts("联系电话：6487\n1230\n2024-06-23").endswith("\n2024-06-23")


@given(st.text(alphabet="联系人电话姓名：:王小明0123456789 \n，。-", max_size=120))
def test_masking_keeps_length_and_lines(text: str) -> None:
    masked = mask_contacts(text)
    assert len(masked) == len(text)
    assert [i for i, c in enumerate(text) if c == "\n"] == [i for i, c in enumerate(masked) if c == "\n"]
    assert mask_contacts(masked) == masked


def test_docx_in_reading_order(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("关于区政协十届二次会议第14号提案的答复")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "办理结果", "采纳"
    document.add_paragraph("您的提案收悉，现答复如下：")
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.save(str(tmp_path / "a.docx"))
    opened = open_document(tmp_path / "a.docx")
    assert opened.text == "关于区政协十届二次会议第14号提案的答复\n办理结果 | 采纳\n您的提案收悉，现答复如下："


def test_notes_of_a_docx_stand_at_its_end(tmp_path: Path) -> None:
    def notes(kind: str, text: str) -> str:
        drawn = f'<w:{kind} w:id="0" w:type="separator">{paragraph("线")}</w:{kind}>'
        return drawn + f'<w:{kind} w:id="1">{paragraph(text)}</w:{kind}>'

    file = tmp_path / "a.docx"
    footnotes, endnotes = notes("footnote", "指区科委。"), notes("endnote", "乙智科技有限公司位于南岸园。")
    write_docx(file, docx_bytes(paragraph("现答复如下："), footnotes=footnotes, endnotes=endnotes))
    assert open_document(file).text.split("\n") == ["现答复如下：", "指区科委。", "乙智科技有限公司位于南岸园。"]


def test_boxes_and_ticks_of_a_docx_are_what_a_reader_sees(tmp_path: Path) -> None:
    def box(font: str, char: str, text: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r><w:r><w:t>{text}</w:t></w:r>'

    ticked = box("Wingdings 2", "F0A3", "A类") + box("Wingdings 2", "F052", "B类") + box("Wingdings", "f0a8", "C类")
    body = paragraph("关于区政协十届三次会议第12号提案的答复") + paragraph("办理类别：", more=ticked + box("Symbol", "F0B7", ""))
    letter = body + paragraph("王小明委员：") + paragraph("您的提案收悉，现答复如下：已引进甲智科技有限公司入驻滨江科创园。")
    write_docx(tmp_path / "a.docx", docx_bytes(letter))
    assert open_document(tmp_path / "a.docx").text.split("\n")[1] == "办理类别：□A类☑B类□C类"
    assert read_file(tmp_path / "a.docx").heading.category != "A"


def test_cells_of_a_docx_stay_below_their_headings(tmp_path: Path) -> None:
    """Cells merged over rows or columns, and empty ones."""
    import docx

    document = docx.Document()
    table = document.add_table(rows=4, cols=4)
    rows = (("街镇", "园区", "企业", "场景"), ("泗泾镇", "听松园", "甲", "乙"), ("", "", "丙", "丁"), ("全区", "", "己", ""))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 1))
    document.save(str(tmp_path / "a.docx"))
    assert open_document(tmp_path / "a.docx").text.split("\n") == [
        "街镇 | 园区 | 企业 | 场景",
        "泗泾镇 | 听松园 | 甲 | 乙",
        "| | 丙 | 丁",
        "全区 | | 己",
    ]


def test_what_was_typed_into_a_pdf_is_read_and_notes_on_it_are_not(tmp_path: Path) -> None:
    def drawn(words: str, form: str, at: str = "2 8") -> bytes:
        stream = f"BT /F 14 Tf {at} Td ({words}) Tj ET".encode()
        return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (form.encode(), len(stream), stream)

    form = "/Subtype /Form /BBox [0 0 300 24] /Resources << /Font << /F 5 0 R >> >>"
    annotation = "<< /Type /Annot /Subtype /{} /F {} /Rect [72 {y} 372 {top}] /AP << /N {} 0 R >> >>"
    file = tmp_path / "a.pdf"
    annotations = [
        annotation.format("Widget /FT /Tx /T (a)", 4, 6, y=600, top=624),
        annotation.format("FreeText /Contents (x)", 4, 7, y=500, top=524),
        annotation.format("FreeText /Contents (x)", 2, 8, y=400, top=424),  # hidden
        "<< /Type /Annot /Subtype /Text /Rect [72 300 92 320] /Contents (Look at this again) >>",
    ]
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [{' '.join(annotations)}] "
    file.write_bytes(
        assembled(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                page.encode() + b"/Resources << /Font << /F 5 0 R >> >> >>",
                drawn("Reply to the proposal", "", "72 700"),
                b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                *(drawn(words, form) for words in ("No. 72 of 2023", "Signed 2023-05-02", "Out of sight")),
            ]
        )
    )
    assert " ".join(open_document(file).text.split()) == "Reply to the proposal No. 72 of 2023 Signed 2023-05-02"


def test_what_lies_beyond_the_edge_of_a_pdfs_page_is_not_read(tmp_path: Path) -> None:
    places = (
        "72 700 Td (Reply to the proposal)",
        "72 60 Td (Below the cut)",
        "72 -40 Td (Under the page)",
        "700 700 Td (Beside)",
    )
    stream = " ".join(f"BT /F 14 Tf {place} Tj ET" for place in places).encode()
    box = "/MediaBox [0 0 595 842] /CropBox [0 100 595 842]"
    page = f"<< /Type /Page /Parent 2 0 R {box} /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    file = tmp_path / "a.pdf"
    file.write_bytes(
        assembled(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                page.encode(),
                b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
                b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            ]
        )
    )
    assert open_document(file).text == "Reply to the proposal"


def test_a_text_that_was_copied_from_a_pages_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "&nbsp;&emsp;您提出的&ldquo;关于办好社区食堂的提案&rdquo;收悉，R&D投入增加。", encoding="utf-8"
    )
    assert open_document(tmp_path / "a.txt").text.strip() == "您提出的“关于办好社区食堂的提案”收悉，R&D投入增加。"


def test_large_words_at_the_same_place_of_the_pages_are_a_watermark() -> None:
    def page(*lines: str, large: str) -> Page:
        written = [Piece(80, 120 + 28 * i, 80 + 16 * len(line), 136 + 28 * i, line) for i, line in enumerate(lines)]
        return Page(595, 842, (*written, Piece(90, 330, 490, 380, large)))

    first, last = (
        ("本局已办理甲项工作，取得了一定的成效，", "群众较为满意。"),
        ("下一步将办理乙项工作，争取更大的成效，", "请继续监督。"),
    )
    assert text_of_pages([page(*first, large="云泽公开"), page(*last, large="云泽公开")]) == f"{''.join(first)}\n{''.join(last)}"
    assert "云泽公开" in text_of_pages([page(*first, large="云泽公开"), page(*last, large="另一标题")])


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine to print a PDF with")
def test_pdf_printed_by_a_browser(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        f"<meta charset=utf-8><pre style='white-space:pre-wrap;font:14pt serif'>{REPLY.read_text(encoding='utf-8')}</pre>",
        encoding="utf-8",
    )
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={tmp_path / 'u'}",
        f"--print-to-pdf={tmp_path / 'a.pdf'}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    reading = read_file(tmp_path / "a.pdf")
    assert {e.name for e in reading.entities if e.type == "Enterprise"} == {
        e.name for e in read_file(REPLY).entities if e.type == "Enterprise"
    }
    assert reading.heading == read_file(REPLY).heading
    assert "52388361" not in reading.text
