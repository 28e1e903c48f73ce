"""Replies made up by Hypothesis, and the formats that a test can write: sound in structure, awkward in everything else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import escape

from hypothesis import strategies as st

from tests.reading.documents.make_cases import docx_bytes, paragraph

__all__ = ["WRITERS", "assembled", "noisy_replies", "pdf_bytes", "replies"]

_SYLLABLES = "云岚启衡沐川芮达北埠听潮砺芯拓翎白沙鹿鸣恒途邻漕海景朗清远泰瑞嘉禾"
_DISTRICTS = st.sampled_from(["长宁区", "松江区", "嘉定区", "余杭区", "南山区", "昆山市", "德清县"])
_STREETS = st.sampled_from(["新泾镇", "方松街道", "九亭镇", "泗泾镇", "仓前街道", "西丽街道", "花桥镇"])
_NAME = st.text(_SYLLABLES, min_size=2, max_size=3)
_FIRM = st.builds("{}{}".format, _NAME, st.sampled_from(["科技", "智能科技有限公司", "机器人股份有限公司", "电子", "集团"]))
_CARRIER = st.builds("{}{}".format, _NAME, st.sampled_from(["科技园", "广场", "大厦", "产业园", "智谷", "孵化器"]))
_QUOTED = st.builds(
    "“{}”".format, st.sampled_from(["一键呼叫", "智慧食堂", "AI+社区", "数字孪生社区", "3320", "为老服务一键通", "揭榜挂帅"])
)
_POLICY = st.builds(
    "《{}{}》".format, _DISTRICTS, st.sampled_from(["促进人工智能发展若干措施", "“十四五”规划", "行动计划（2024—2026年）"])
)
_FIGURE = st.builds("{}{}".format, st.integers(1, 9999), st.sampled_from(["家", "个", "亿元", "%", "余项", "万平方米"]))
_LIST = st.builds(
    "{}{}{}".format, st.lists(_FIRM | _CARRIER | _QUOTED, min_size=2, max_size=5).map("、".join), st.just("等"), _FIGURE
)
_TIME = st.sampled_from(["近年来，", "2024年，", "目前，", "下一步，", "明年将", "拟", ""])

_SENTENCES = st.one_of(
    st.builds("{}推动{}入驻{}，带动上下游企业集聚。".format, _TIME, _FIRM, _CARRIER),
    st.builds("{}在{}试点{}，覆盖居民{}。".format, _TIME, _STREETS, _QUOTED, _FIGURE),
    st.builds("{}引进{}企业，落户{}。".format, _TIME, _LIST, _STREETS),
    st.builds("出台{}和{}，给予{}支持；".format, _POLICY, _POLICY, _QUOTED),
    st.builds("{}（以下简称{}）位于{}{}，是人工智能领域的龙头企业。".format, _FIRM, _NAME, _STREETS, _CARRIER),
    st.builds("暂不具备建设{}的条件，建议进一步研究".format, _QUOTED),
    st.builds("打造{}、{}平台，实现{}".format, _QUOTED, _QUOTED, _FIGURE),
    st.text("的一是，。、“”《》（）等和在区0123ABc ", max_size=40),
)
_PARAGRAPHS = st.lists(_SENTENCES, min_size=1, max_size=5).map("".join)
_HEADINGS = st.builds(
    "{}{}".format,
    st.sampled_from(["一、", "二、", "（一）", "（二）", "1.", "2、", "（3）", "①", "第一，", "首先，", ""]),
    st.sampled_from(["工作进展", "下一步工作打算", "关于加强统筹的建议", "存在的问题", "场景建设情况。"]),
)
_TABLES = st.lists(st.lists(_FIRM | _FIGURE | _STREETS, min_size=2, max_size=4).map(" | ".join), min_size=1, max_size=4).map(
    "\n".join
)
_BODY = st.lists(_PARAGRAPHS | _HEADINGS | _TABLES, min_size=1, max_size=12)
_TITLES = st.one_of(
    st.builds(
        "关于{}政协{}届{}次会议第{}号提案的答复".format,
        _DISTRICTS,
        st.sampled_from("六九十"),
        st.sampled_from("二三"),
        st.integers(1, 9999),
    ),
    st.builds("对{}第十八届人民代表大会第一次会议\n第{}号代表建议的答复".format, _DISTRICTS, st.integers(1, 999)),
    st.builds("关于“{}”提案办理情况的函".format, _NAME),
    st.just(""),
)
_PEOPLE = st.lists(st.text("王李张陈周林", min_size=2, max_size=3), min_size=1, max_size=3).map("、".join)
_OPENING = st.builds(
    "{}{}：\n您{}提出的《关于{}的{}》收悉，现答复如下：".format,
    _PEOPLE,
    st.sampled_from(["委员", "代表", "同志", "等委员"]),
    st.sampled_from(["", "们"]),
    st.sampled_from(["加快人工智能发展", "优化“一老一小”服务", "建设数字社区"]),
    st.sampled_from(["提案", "建议"]),
)
_DAY = st.builds("{}年{}月{}日".format, st.integers(2019, 2026), st.integers(1, 12), st.integers(1, 28))
_SIGNATURE = st.builds("{}{}\n{}".format, _DISTRICTS, st.sampled_from(["科学技术委员会", "人民政府", "商务局"]), _DAY)


@st.composite
def replies(draw: st.DrawFn) -> str:
    """A reply as plain text: title, opening, sections with sentences, lists and tables, signature."""
    parts = [draw(_TITLES), draw(_OPENING), *draw(_BODY), draw(_SIGNATURE)]
    return "\n".join(part for part in parts if part) + "\n"


_HALF_WIDTH = str.maketrans("，；：（）", ",;:()")


@st.composite
def noisy_replies(draw: st.DrawFn) -> str:
    """The same as it may come out of a file: broken lines, page numbers, blanks, marks that nobody sees, a contact."""
    text = draw(replies())
    if draw(st.booleans()):
        width = draw(st.integers(8, 40))
        text = "\n".join(line[i : i + width] for line in text.split("\n") for i in range(0, max(len(line), 1), width))
    lines = text.split("\n")
    noise = st.sampled_from(
        [
            "",
            "　　",
            "- 3 -",
            "第2页 共5页",
            "\u200b",
            "\x0c",
            "　",
            "|",
            "附件：1.清单",
            "\ufeff",
            "办理结果：采纳",
            "〔2024〕7号",
        ]
    )
    for at, what in draw(st.lists(st.tuples(st.integers(0, len(lines)), noise), max_size=6)):
        lines.insert(at, what)
    text = "\n".join(lines)
    text = text.translate(_HALF_WIDTH) if draw(st.booleans()) else text
    return text + draw(st.sampled_from(["", "联系人：王小明  联系电话：021-64871230\n", "（联系人：陈静，电话：13812345678）"]))


def _word(text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in docx_bytes("".join(map(paragraph, text.split("\n")))).items():
            archive.writestr(name, content)
    return made.getvalue()


def _page(text: str) -> bytes:
    body = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    menu = "".join(f"<li><a href='/{i}'>栏目{i}</a></li>" for i in range(9))
    return (
        f"<!doctype html><html><head><meta charset='gb2312'><title>办理公开</title></head><body><ul>{menu}</ul>"
        f"<div class='wrap'><div id='zoom'>{body}</div></div><div>【打印】</div></body></html>"
    ).encode("gb18030")


_PER_LINE, _PER_PAGE, _SIZE = 28, 20, 16


def pdf_bytes(text: str) -> bytes:
    """A PDF of A4 pages as an office's: paragraphs indented and broken at the margin, a running head, numbers of pages.

    As in a PDF that a browser prints, its fonts are drawings, of which a table says what characters they stand for.
    """
    rows: list[tuple[float, str]] = []
    for line in text.split("\n"):
        rows.append((2, line[: _PER_LINE - 2]))
        rows += [(0, line[i : i + _PER_LINE]) for i in range(_PER_LINE - 2, len(line), _PER_LINE)]
    pages = [rows[i : i + _PER_PAGE] for i in range(0, len(rows), _PER_PAGE)]
    signs = sorted({*text, *_HEAD, *"- 0123456789"})
    fonts = [signs[i : i + 200] for i in range(0, len(signs), 200)]
    places = {sign: (number, code) for number, font in enumerate(fonts) for code, sign in enumerate(font)}

    def shown(x: float, y: float, words: str) -> str:
        runs = "".join(f"/F{places[c][0]} {_SIZE} Tf <{places[c][1]:02x}> Tj " for c in words)
        return f"BT 1 0 0 1 {74 + x * _SIZE} {y} Tm {runs}ET\n"

    contents = []
    for number, page in enumerate(pages, 1):
        margins = [(11, 800, _HEAD), (13, 40, f"- {number} -")] if len(pages) > 1 else []
        lines = [(indent, 750 - 32 * i, words) for i, (indent, words) in enumerate(page)]
        contents.append("".join(shown(*line) for line in [*lines, *margins]))
    return _pdf(contents, fonts)


_HEAD = "内部资料"


def _pdf(contents: list[str], fonts: list[list[str]]) -> bytes:
    """A file of pages with their fonts: objects, the table of their places, the trailer."""

    def stream(content: str, more: str = "") -> str:
        return f"<< {more} /Length {len(content)} >>\nstream\n{content}\nendstream"

    first = 4 + 2 * len(fonts)
    named = " ".join(f"/F{i} {4 + 2 * i} 0 R" for i in range(len(fonts)))
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(contents)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>"]
    objects.append(stream("1000 0 0 -120 1000 880 d1 100 0 800 800 re f"))
    for number, font in enumerate(fonts):
        table = "begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        table += "".join(f"1 beginbfchar <{code:02x}> <{c.encode('utf-16-be').hex()}> endbfchar\n" for code, c in enumerate(font))
        objects.append(
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /g 3 0 R >> "
            f"/Encoding << /Type /Encoding /Differences [0{' /g' * len(font)}] >> /FirstChar 0 /LastChar {len(font) - 1} "
            f"/Widths [{'1000 ' * len(font)}] /Resources << >> /ToUnicode {5 + 2 * number} 0 R >>"
        )
        objects.append(stream(table + "endcmap"))
    for i, content in enumerate(contents):
        resources = f"/Resources << /Font << {named} >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 1 + 2 * i} 0 R {resources} >>")
        objects.append(stream(content))
    return assembled([body.encode("ascii") for body in objects])


def assembled(bodies: list[bytes]) -> bytes:
    """A PDF of numbered objects, the first one its catalogue."""
    made, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + table + tail


#: Each format that a test can write: the file's name, and from text to bytes.
WRITERS: dict[str, Callable[[str], bytes]] = {
    "a.txt": str.encode,
    "utf16.txt": lambda text: text.encode("utf-16"),
    "gb18030.txt": lambda text: text.encode("gb18030"),
    "a.docx": _word,
    "a.html": _page,
    "a.pdf": pdf_bytes,
}
