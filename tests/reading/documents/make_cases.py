"""Makes the case files that no one writes by hand: ``python -m tests.reading.documents.make_cases``.

The files are committed; this says how they came about. DOCX from XML written here; PDFs printed by Chromium from pages
written here; scans drawn from a rendered page. Texts beside a case (``.text``, ``.json``) are checked by eye, not made here.
"""

from __future__ import annotations

import subprocess
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2

__all__ = ["CASES", "LINES", "TITLE", "docx_bytes", "paragraph"]

CASES = Path(__file__).parent / "cases"
TITLE = "关于松江区政协六届四次会议第0231号提案的答复"
#: The reply that every case tells, without its title: (level of heading or 0, text).
LINES: tuple[tuple[int, str], ...] = (
    (0, "李明、周岚委员："),
    (0, "你们提出的《关于加快人工智能应用场景建设的提案》收悉，现答复如下："),
    (1, "工作进展"),
    (
        2,
        "集聚创新企业。推动星禾智能科技有限公司入驻临港松江科技城，云帆机器人有限公司落户九亭镇，带动上下游企业协同创新，人工智能产业规模逐年扩大。",
    ),
    (
        2,
        "拓展应用场景。在方松街道上线“智慧食堂”，为社区老人提供刷脸取餐、营养分析等服务；在岳阳街道试点“一键呼叫”，方便居民随时联系志愿者。",
    ),
    (2, "完善政策支持。出台《松江区促进人工智能产业发展若干措施》，在资金、人才、数据等方面给予支持。"),
    (1, "下一步工作"),
    (0, "下一步，我们将在泗泾镇建设“数字孪生社区”，支持企业参与建设，让更多居民享受到智能化服务。"),
    (0, "上海市松江区科学技术委员会"),
    (0, "2025年5月16日"),
)

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def paragraph(text: str, properties: str = "", more: str = "") -> str:
    """One ``w:p``; the text is escaped, ``properties`` and ``more`` are XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r>{more}</w:p>"


def docx_bytes(body: str, **parts: str) -> dict[str, str]:
    """The parts of a DOCX by path: a body, and the insides of ``numbering``, ``styles``, ``header1``, ``footnotes`` and so on."""
    roots = {
        "numbering": "numbering",
        "styles": "styles",
        "header1": "hdr",
        "footer1": "ftr",
        "comments": "comments",
        "footnotes": "footnotes",
        "endnotes": "endnotes",
    }
    kinds = {name: name.rstrip("1") for name in roots}
    types = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_WORD}.{kinds[n]}+xml"/>' for n in parts)
    links = "".join(f'<Relationship Id="r{i}" Type="{_OFFICE}/{kinds[n]}" Target="{n}.xml"/>' for i, n in enumerate(parts))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    files = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r0" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {_NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
    }
    return files | {f"word/{n}.xml": f"{head}<w:{roots[n]} {_NAMES}>{inner}</w:{roots[n]}>" for n, inner in parts.items()}


def write_docx(path: Path, files: dict[str, str]) -> None:
    """The parts as a zip file, with a fixed time of change: the same parts give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 5, 16, 0, 0, 0)), content.encode(), zipfile.ZIP_DEFLATED)


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>'
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="1b"><w:name w:val="section"/><w:basedOn w:val="1"/></w:style>'
)


def _numbered(level: int) -> str:
    if level == 1:
        return '<w:pStyle w:val="1b"/>'
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="7"/></w:numPr>' if level else ""


def _word_lists(path: Path) -> None:
    """Automatic numbers, by paragraph and by style; a header, a footer and a comment; a table; a text box; tracked changes."""
    body = [paragraph(TITLE)]
    for level, text in LINES:
        body.append(paragraph(text, _numbered(level)))
    row = "<w:tr>{}</w:tr>".format
    cell = "<w:tc><w:tcPr/>{}</w:tc>".format
    rows = (("指标", "2023年", "2024年"), ("规模以上人工智能企业", "32家", "41家"), ("新增应用场景", "12个", "19个"))
    table = "<w:tbl>" + "".join(row("".join(cell(paragraph(text)) for text in texts)) for texts in rows)
    gone = "<w:tr><w:trPr><w:del w:id='9' w:author='a'/></w:trPr><w:tc><w:p><w:r><w:t>已删除的行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    body.insert(6, table + gone)
    box = "<w:txbxContent>" + paragraph("办理结果：采纳") + "</w:txbxContent>"
    shape = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body[0] = paragraph(TITLE, more=shape)
    changed = (
        '<w:del w:id="1" w:author="a"><w:r><w:delText>你们的来信</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>你们提出的</w:t></w:r></w:ins>'
        '<w:commentRangeStart w:id="1"/><w:r><w:t>《关于加快人工智能应用场景建设的</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>（内部：核对标题）</w:t></w:r>'
        '<w:hyperlink><w:r><w:t>提案》</w:t></w:r></w:hyperlink><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        "<w:r><w:t>收悉，现答复</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>如下：</w:t></w:r></w:sdtContent></w:sdt>"
    )
    body[2] = f"<w:p>{changed}</w:p>"
    write_docx(
        path,
        docx_bytes(
            "".join(body),
            numbering=_NUMBERING,
            styles=_STYLES,
            header1=paragraph("内部资料 注意保存"),
            footer1=paragraph("— 1 —"),
            comments='<w:comment w:id="1" w:author="a">' + paragraph("请办公室核对。") + "</w:comment>",
        ),
    )


def _word_in_a_table(path: Path) -> None:
    """A letter inside a table that only lays it out, with its number written by hand."""
    facts = [("办理类型", "主办"), ("办理结果", "采纳")]
    signs = {1: iter(("一、", "二、")), 2: iter(("（一）", "（二）", "（三）"))}
    lines = "".join(paragraph((next(signs[level]) if level else "") + text) for level, text in LINES)
    rows = "".join(f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>" for a, b in facts)
    body = (
        paragraph(TITLE)
        + f'<w:tbl>{rows}<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{lines}</w:tc></w:tr></w:tbl>'
        + paragraph("")
    )
    write_docx(path, docx_bytes(body))


#: A TrueType font, as offices have; Chromium draws Noto's as pictures of letters. From Debian's fonts-droid-fallback.
FONT = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
_PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title><style>
@font-face {{ font-family: office; src: url("{font}") }}
@page {{ size: {size}; margin: 25mm 22mm; {margins} }}
body {{ font: 16pt/1.75 {family}; margin: 0; text-align: justify; {columns} }}
p {{ margin: 0; text-indent: 2em }} .flat {{ text-indent: 0 }} .end {{ text-align: right }} h1 {{ font-size: 20pt; text-align: center; column-span: all }}
table {{ border-collapse: collapse; width: 100% }} td {{ border: 1px solid; padding: 2pt 6pt; font-size: 13pt; line-height: 1.3 }}
</style><h1>{title}</h1>{body}"""
_HEADED = '@top-center {{ content: "内部资料 注意保存" }} @bottom-center {{ content: "- " counter(page) " -" }}'.replace(
    "{{", "{"
).replace("}}", "}")
_TABLE = (
    "<table><tr><td>指标</td><td>2023年</td><td>2024年</td></tr><tr><td rowspan=2>人工智能产业发展情况（含规模以上企业和新增的应用场景，"
    "不含尚在建设的项目）</td><td>企业32家</td><td>企业41家</td></tr><tr><td>场景12个</td><td>场景19个</td></tr></table>"
)


def _body(table: str = "") -> str:
    signs = {1: iter("一二"), 2: iter("一二三")}
    marks = {1: "{}、", 2: "（{}）"}
    parts = []
    for index, (level, text) in enumerate(LINES):
        name = "flat" if index == 0 else "end" if index >= len(LINES) - 2 else ""
        parts.append(f'<p class="{name}">{marks[level].format(next(signs[level])) if level else ""}{text}</p>')
    parts.insert(5, table)
    return "".join(parts)


def _page(body: str, size: str = "A4", margins: str = "", columns: str = "", family: str = "office") -> str:
    return _PAGE.format(title=TITLE, size=size, margins=margins, columns=columns, family=family, font=FONT.as_uri(), body=body)


def _printed(page: str, path: Path, *options: str) -> None:
    """A page as a PDF, by Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        command = [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--allow-file-access-from-files",
            f"--user-data-dir={folder}/user",
            *options,
        ]
        subprocess.run([*command, f"--print-to-pdf={path}", source.as_uri()], check=True, capture_output=True, timeout=120)


def _pdf_office(path: Path) -> None:
    """Small pages, so that paragraphs break over them; a running head, numbers of pages, a table with a cell over two rows."""
    page = _page(_body(_TABLE), size="A5", margins=_HEADED)
    _printed(page, path, "--no-pdf-header-footer")


def _pdf_browser(path: Path) -> None:
    """As a reader prints a page from a browser: the time, the title, the address and numbers of pages around it."""
    _printed(_page(_body(), size="A5", family='"Noto Serif CJK SC"'), path)


def _pdf_columns(path: Path) -> None:
    page = _page(_body(), columns="font-size: 12pt; columns: 2; column-gap: 10mm")
    _printed(page, path, "--no-pdf-header-footer")


def _scans(picture: Path, pdf: Path) -> None:
    """A page as a scanner sees it, a little askew and grey, as a picture and as a PDF that holds nothing else."""
    from PIL import Image, ImageFilter  # the extra for scans brings it

    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "page.pdf"
        _printed(_page(_body(_TABLE), margins=_HEADED, family='"Noto Serif CJK SC"'), printed, "--no-pdf-header-footer")
        page = pypdfium2.PdfDocument(printed)[0].render(scale=150 / 72, grayscale=True).to_pil()
    askew = page.rotate(0.4, fillcolor=255, resample=Image.Resampling.BICUBIC)
    askew.quantize(4).save(picture, optimize=True)
    noisy = Image.blend(askew, Image.effect_noise(page.size, 18), 0.12).filter(ImageFilter.GaussianBlur(0.4))
    noisy.save(pdf, "PDF", resolution=150, quality=60)


def main() -> None:
    """Make all of them."""
    if not FONT.is_file():
        raise SystemExit(f"{FONT} is missing: install Debian's fonts-droid-fallback")
    _pdf_office(CASES / "pdf-of-an-office.pdf")
    _pdf_browser(CASES / "pdf-from-a-browser.pdf")
    _pdf_columns(CASES / "pdf-in-columns.pdf")
    _scans(CASES / "scan.png", CASES / "scan-of-a-page.pdf")
    _word_lists(CASES / "word-lists-and-changes.docx")
    _word_in_a_table(CASES / "word-in-a-table.docx")


if __name__ == "__main__":
    main()
