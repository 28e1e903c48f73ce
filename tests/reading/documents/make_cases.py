"""Writes the inputs of the case folder anew: one short reply in each format in which replies are published.

Run: ``.venv/bin/python -m tests.reading.documents.make_cases``. Needs Chromium with a Chinese font, for the PDF and the
scan, and qpdf, for what is refused. The expected texts and readings beside the inputs are written by hand, or with ``--expect`` from what is read now, to
be looked through before they are kept.
"""

from __future__ import annotations

import html
import io
import json
import subprocess
import sys
import tempfile
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

__all__ = ["CASES", "REFUSED", "expected", "main"]

CASES = Path(__file__).parent / "cases"
REFUSED = Path(__file__).parent / "refused"
TITLE = "关于区政协八届三次会议第12号提案的答复"
LINES = [
    "玄科函〔2025〕7号",
    "陆清和委员：",
    "您提出的《关于建设数字城区的建议》收悉，现答复如下：",
    "一、工作进展",
    "徐庄智谷集聚了星芒智能、澜语科技等企业。锁金村街道试点“AI陪诊”服务，已有三百余位老人使用。",
    "二、下一步打算",
    "我们将在红山街道推广“邻里通”小程序，研究制定《玄武区数据要素三年行动计划》。",
]
END = ["南京市玄武区科学技术局", "2025年6月3日"]
CONTACT = "联系人：林间月　联系电话：025-80001234"
TABLE = [["企业", "所在园区"], ["星芒智能", "徐庄智谷"], ["澜语科技", "徐庄智谷"]]
_BROWSER = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Write every input; with ``--expect`` what is read from them too."""
    plain = "\n".join([TITLE, *LINES, *END, CONTACT]) + "\n"
    for name, encoding in (("utf-8", "utf-8"), ("utf-16", "utf-16"), ("gb18030", "gb18030")):
        _write(name, "txt", plain.encode(encoding))
    _write("web-page", "html", _page().encode("gbk"))
    _write("word", "docx", _word())
    with tempfile.TemporaryDirectory() as folder:
        pdf, png = _print(Path(folder))
        _refused(pdf, _word(), Path(folder))
    _write("printed", "pdf", pdf)
    _write("scan-picture", "png", png)
    _write("scan", "pdf", _scanned(png))
    if "--expect" in sys.argv:
        for case in sorted(CASES.iterdir()):
            text, reading = expected(next(case.glob("input.*")))
            (case / "text.txt").write_text(text, encoding="utf-8")
            (case / "reading.json").write_text(json.dumps(reading, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def expected(path: Path) -> tuple[str, dict[str, object]]:
    """What is read from an input: its text, and the facts of its reading."""
    from graph.reading import read_file
    from graph.records import CORE_TYPES

    read = read_file(path)
    heading = read.heading
    return read.text, {
        "title": heading.title,
        "number": heading.number,
        "department": heading.department,
        "date": heading.date,
        "entities": sorted([e.type, e.name, e.status.value if e.status else ""] for e in read.entities if e.type in CORE_TYPES),
        "relations": sorted([r.type, r.source, r.target] for r in read.relations if r.type in ("locatedIn", "pilotedIn")),
    }


def _write(name: str, suffix: str, data: bytes) -> None:
    folder = CASES / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"input.{suffix}").write_bytes(data)


def _page() -> str:
    """As a bureau's site has it: navigation, a table of metadata, the article in a nested table, a foot."""
    body = "".join(f"<p class=MsoNormal><span>　　{html.escape(line)}</span><o:p></o:p></p>" for line in LINES)
    end = "".join(f"<p align=right>{line}</p>" for line in END)
    rows = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in TABLE)
    menu = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("首页", "政务公开", "政务服务", "互动交流", "数据开放"))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="ArticleTitle" content="{TITLE}">
<title>{TITLE}_提案办理_玄武区人民政府</title><style>p{{margin:0}}</style><script>var title = "提案";</script></head><body>
<div class="top"><ul>{menu}</ul></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/a">建议提案</a></div>
<table><tr><td>索引号：</td><td>XW-2025-0007</td><td>发布机构：</td><td>区科技局</td></tr></table>
<table width="100%"><tr><td><h1>{TITLE}</h1><div>发布日期：2025-06-05 &nbsp; 来源：区科技局 &nbsp; 【<a href="#">打印</a>】</div>
<div class="TRS_Editor">{body}<table border=1>{rows}</table>{end}<p>{CONTACT}</p></div></td></tr></table>
<div class="foot"><a href="/x">网站地图</a> 版权所有 主办：玄武区人民政府办公室</div></body></html>"""


def _word() -> bytes:
    """With a running head, headings that the word processor counts, a table, and a revision."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料　注意保存"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    _define_numbering(document)
    document.add_paragraph(TITLE)
    for line in LINES[:6]:
        counted = line[:2] in ("一、", "二、")
        paragraph = document.add_paragraph(line[2:] if counted else line)
        if counted:
            _number(paragraph)
    last = document.add_paragraph(LINES[6][:5])
    _revise(last, inserted=LINES[6][5:], deleted="仍在观望。")
    table = document.add_table(rows=0, cols=2)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for line in (*END, CONTACT):
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _element(tag: str, **attributes: str) -> Any:
    node = OxmlElement(tag)
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), value)
    return node


def _define_numbering(document: WordDocument) -> None:
    root = document.part.numbering_part.element
    abstract = _element("w:abstractNum", abstractNumId="77")
    level = _element("w:lvl", ilvl="0")
    for tag, value in (("w:start", "1"), ("w:numFmt", "chineseCounting"), ("w:lvlText", "%1、")):
        level.append(_element(tag, val=value))
    abstract.append(level)
    root.insert(0, abstract)
    number = _element("w:num", numId="77")
    number.append(_element("w:abstractNumId", val="77"))
    root.append(number)


def _number(paragraph: Paragraph) -> None:
    told = _element("w:numPr")
    told.append(_element("w:ilvl", val="0"))
    told.append(_element("w:numId", val="77"))
    paragraph._p.get_or_add_pPr().append(told)


def _revise(paragraph: Paragraph, inserted: str, deleted: str) -> None:
    for tag, words, text in (("w:del", "w:delText", deleted), ("w:ins", "w:t", inserted)):
        change, run, said = _element(tag, id="9", author="a", date="2025-06-01T00:00:00Z"), _element("w:r"), _element(words)
        said.text = text
        run.append(said)
        change.append(run)
        paragraph._p.append(change)


def _print(folder: Path) -> tuple[bytes, bytes]:
    """A PDF printed by a browser on several pages, with its running head and foot; a picture of one page."""

    def page(size: int, lines: list[str]) -> Path:
        body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
        style = f"body{{font:{size}pt/1.9 'Noto Serif CJK SC',serif;margin:40px}}p{{margin:0;text-indent:2em}}"
        made = folder / f"{size}.html"
        made.write_text(f"<meta charset=utf-8><title>{TITLE}</title><style>{style}</style>{body}", encoding="utf-8")
        return made

    common = [*_BROWSER, f"--user-data-dir={folder / 'user'}"]
    pdf, png = folder / "a.pdf", folder / "a.png"
    long = [TITLE, *LINES, *END, CONTACT]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}"
    for made, size in ((f"--print-to-pdf={pdf}", 34), (f"--screenshot={png}", 17)):
        command = [*common, "--window-size=1000,1100", made, f"{site}/{page(size, long).name}"]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
    server.shutdown()
    return pdf.read_bytes(), _small(png.read_bytes())


class _Quiet(SimpleHTTPRequestHandler):
    """A printed page names the address that it was opened at: one of a server, not a path of somebody's machine."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _refused(pdf: bytes, word: bytes, folder: Path) -> None:
    """Files that are no reply any more, or none that can be opened."""
    REFUSED.mkdir(exist_ok=True)
    (folder / "plain.pdf").write_bytes(pdf)
    command = ["qpdf", "--static-id", "--encrypt", "user", "owner", "256", "--", "plain.pdf", str(REFUSED / "encrypted.pdf")]
    subprocess.run(command, cwd=folder, check=True, timeout=60)
    (REFUSED / "truncated.pdf").write_bytes(pdf[: len(pdf) // 50])
    (REFUSED / "truncated.docx").write_bytes(word[: len(word) // 2])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
    (REFUSED / "another-zip.docx").write_bytes(made.getvalue())
    (REFUSED / "blank.png").write_bytes(_blank())


def _blank() -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.new("L", (400, 300), 255).save(made, "PNG", optimize=True)
    return made.getvalue()


def _small(png: bytes) -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("L").quantize(8).save(made, "PNG", optimize=True)
    return made.getvalue()


def _scanned(png: bytes) -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("L").save(made, "PDF", resolution=120, creationDate=None, modDate=None)
    return made.getvalue()


if __name__ == "__main__":
    main()
