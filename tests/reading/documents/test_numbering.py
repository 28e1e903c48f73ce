"""The numbers that a word processor writes are before their paragraphs, as a reader sees them."""

from __future__ import annotations

import io
import zipfile

import pytest

from graph.reading.documents import docx
from tests.reading.documents.make_cases import docx_bytes, paragraph


def text_of(body: str, numbering: str, styles: str = "") -> list[str]:
    made = io.BytesIO()
    parts = {"numbering": numbering} | ({"styles": styles} if styles else {})
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in docx_bytes(body, **parts).items():
            archive.writestr(name, content)
    return docx.text_of(made.getvalue(), "a.docx").split("\n")


def level(form: str, text: str, at: int = 0, start: int = 1, more: str = '<w:suff w:val="nothing"/>') -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'


def listed(number: int = 1, at: int = 0) -> str:
    return paragraph("项", f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("form", "text", "start", "label"),
    [
        ("chineseCountingThousand", "%1、", 1, "一、"),
        ("chineseCounting", "（%1）", 12, "（十二）"),
        ("japaneseCounting", "第%1条", 20, "第二十条"),
        ("chineseCountingThousand", "%1、", 105, "一百零五、"),
        ("chineseCountingThousand", "%1、", 110, "一百一十、"),
        ("decimal", "%1．", 3, "3．"),
        ("decimalZero", "%1)", 7, "07)"),
        ("decimalFullWidth", "%1、", 12, "１２、"),
        ("decimalEnclosedCircleChinese", "%1", 3, "③"),
        ("decimalEnclosedCircle", "%1", 30, "30"),
        ("chineseLegalSimplified", "%1、", 23, "贰拾叁、"),
        ("ideographTraditional", "%1、", 2, "乙、"),
        ("ideographDigital", "%1", 10, "一〇"),
        ("upperLetter", "%1.", 27, "AA."),
        ("lowerLetter", "%1)", 3, "c)"),
        ("upperRoman", "%1.", 14, "XIV."),
        ("lowerRoman", "%1.", 4, "iv."),
        ("bullet", "•", 1, ""),
        ("none", "%1", 1, ""),
        ("unheardOf", "%1、", 5, "5、"),
    ],
)
def test_each_kind_of_number(form: str, text: str, start: int, label: str) -> None:
    assert text_of(listed(), lists(level(form, text, start=start))) == [f"{label}项"]


def test_levels_begin_anew_below_a_higher_one_and_name_it() -> None:
    numbering = lists(level("chineseCounting", "%1、"), level("decimal", "%1.%2", 1))
    body = listed() + listed(at=1) + listed(at=1) + listed() + listed(at=1)
    assert text_of(body, numbering) == ["一、项", "一.1项", "一.2项", "二、项", "二.1项"]
    legal = lists(level("chineseCounting", "%1、"), level("decimal", "%1.%2", 1, more='<w:isLgl/><w:suff w:val="nothing"/>'))
    assert text_of(listed() + listed(at=1), legal) == ["一、项", "1.1项"]


def test_a_list_that_is_begun_again() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    follows = '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    numbering = lists(level("decimal", "%1、"), more=again + follows)
    assert text_of(listed() + listed() + listed(2) + listed(2) + listed(3), numbering) == [
        "1、项",
        "2、项",
        "1、项",
        "2、项",
        "3、项",
    ]


def test_a_number_by_style_and_one_taken_away() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    taken = paragraph("项", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = paragraph("项", '<w:pStyle w:val="a"/>') + taken + paragraph("") + paragraph("项", '<w:pStyle w:val="b"/>')
    assert text_of(body, lists(level("decimal", "%1.", more="")), styles) == ["1. 项", "项", "", "2. 项"]


def test_a_paragraph_without_words_is_counted_and_one_that_is_gone_is_not() -> None:
    in_list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    empty = paragraph("", in_list)
    gone = paragraph("", f'{in_list}<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>')
    hidden = paragraph("", f"{in_list}<w:rPr><w:vanish/></w:rPr>")
    numbering = lists(level("chineseCounting", "%1、"))
    assert text_of(listed() + empty + listed(), numbering) == ["一、项", "", "三、项"]
    assert [line for line in text_of(listed() + gone + hidden + listed(), numbering) if line] == ["一、项", "二、项"]


def test_a_paragraph_that_lost_its_end_goes_on_below_the_number_of_the_next() -> None:
    in_list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    merged = paragraph("前", f'{in_list}<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>') + paragraph("后", in_list)
    assert text_of(listed() + merged + listed(), lists(level("decimal", "%1、"))) == ["1、项", "2、前后", "3、项"]


def test_a_list_that_only_names_the_style_of_another() -> None:
    named = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
    told = f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="s"/>{level("chineseCounting", "（%1）")}</w:abstractNum>'
    number = '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    assert text_of(listed(5) + listed(5), named + told + number) == ["（一）项", "（二）项"]
