"""What of a saved page is the article, in ways that no case of its own shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.reading.documents import open_document, page

TITLE = "关于松江区政协六届四次会议第0231号提案的答复"
BODY = (
    "<p>李明委员：</p><p>您提出的提案收悉，现答复如下：</p><p>推动星禾智能科技有限公司入驻临港松江科技城，带动产业协同创新。</p>"
)
LINES = ["李明委员：", "您提出的提案收悉，现答复如下：", "推动星禾智能科技有限公司入驻临港松江科技城，带动产业协同创新。"]


def lines(body: str, head: str = "") -> list[str]:
    return page.text_of(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", "a.html").split("\n")


@pytest.mark.parametrize(
    "head",
    [
        f"<title>{TITLE}</title>",
        f"<title>{TITLE}_上海市松江区人民政府</title>",
        f"<title>{TITLE}-建议提案-松江区</title>",
        f"<title>上海市松江区人民政府 - 建议提案 - {TITLE}</title>",
        f"<title>办理公开</title><meta name='ArticleTitle' content='{TITLE}'>",
        f"<title>办理公开</title><meta property='og:title' content='{TITLE}'>",
        "<title>办理公开</title><meta content='关于松江区政协六届四次会议&lt;br/&gt;第0231号提案的答复' name='articletitle'>",
    ],
)
def test_a_title_that_only_the_head_has(head: str) -> None:
    title, *rest = lines(f"<div class=x>{BODY}</div>", head)
    assert title.replace(" ", "") == TITLE
    assert rest == LINES


def test_a_title_without_its_number_gets_the_one_with_it() -> None:
    assert lines(f"<h3>关于人工智能提案的答复</h3><div>{BODY}</div>", f"<title>{TITLE}</title>")[0] == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "中小企业服务情况",
        "大力推进园区建设",
        "推荐企业参加展会",
        "更多企业入驻园区",
        "关闭落后产能情况",
        "返回的意见和建议",
        "首页改版情况",
        "搜索服务能力提升",
    ],
)
def test_a_heading_that_begins_as_a_button_does_stays(line: str) -> None:
    assert line in lines(f"<div>{BODY}<p>{line}</p>{BODY}</div>")


@pytest.mark.parametrize(
    "line",
    [
        "【打印】 【关闭】", "分享到：", "字体：[大 中 小]", "大 中 小", "上一篇：没有了", "扫一扫在手机打开当前页", "版权所有：松江区人民政府",
        "责任编辑：王小明", "浏览次数：37", "沪ICP备00000000号", "沪公网安备 31000000000000号", "主办：松江区人民政府办公室",
    ],
)  # fmt: skip
def test_what_is_beside_an_article_goes(line: str) -> None:
    assert lines(f"<h1>{TITLE}</h1><div>{BODY}<p>{line}</p></div>") == [TITLE, *LINES]


@pytest.mark.parametrize("mark", ["", " id=zoom"])
def test_the_office_that_a_reply_names_stays_and_the_sites_owner_goes(mark: str) -> None:
    own = ["主办单位：松江区科学技术委员会", "承办单位：松江区科学技术委员会", "主办：区科委"]
    site = "<p>主办单位：松江区人民政府办公室</p><p>承办单位：松江区大数据中心</p><p>网站标识码：3100000000</p><p>沪ICP备00000000号</p>"
    told = "".join(f"<p>{line}</p>" for line in own)
    assert lines(f"<h1>{TITLE}</h1><div{mark}>{BODY}{told}</div><div>{site}</div>") == [TITLE, *LINES, *own]
    above = f"<h1>{TITLE}</h1><p>{own[0]}</p><div id=zoom>{BODY}</div><div>{site}</div>"
    assert lines(above) == [TITLE, own[0], *LINES]


def test_an_article_that_is_cut_into_pages_is_read_whole() -> None:
    """All but the first are hidden until a button turns to them."""
    further = "<p>二是建设起降点，三是开通航线。</p><p>感谢您的关心，请继续监督。</p>"
    turned = (
        f"<div class='page'>{BODY}</div><div class='page' style='display:none'>{further}</div>"
        "<div class='page' style='display:none'><p>临江区科学技术局，印章；附表。</p></div>"
    )
    hidden = "<div class='tip' style='display:none'><p>您的浏览器版本过低，请升级，以免影响阅读。</p></div>"
    assert lines(f"<h1>{TITLE}</h1>{turned}{hidden}<div>上一页 1 2 下一页</div>")[: len(LINES) + 4] == [
        TITLE,
        *LINES,
        "二是建设起降点，三是开通航线。",
        "感谢您的关心，请继续监督。",
        "临江区科学技术局，印章；附表。",
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_an_article_in_several_marked_elements_is_read_whole(order: int) -> None:
    more = "三、在江苏路街道试点智慧停车，效果很好。"
    parts = [f"<div class=TRS_Editor>{BODY}</div>", f"<div class=TRS_Editor><p>{more}</p></div>"][::order]
    beside = "<div class=list><div class=TRS_Editor><p>另一篇文章，与此无关，不应读入。</p></div></div>"
    first, second = [LINES, [more]][::order]
    assert lines(f"<h1>{TITLE}</h1><div>{'<hr>'.join(parts)}</div>{beside}") == [TITLE, *first, *second]


def test_line_breaks_that_a_style_keeps_are_kept() -> None:
    body = "\n".join(f"    {line}" for line in LINES)
    assert lines(f"<h1>{TITLE}</h1><div style='white-space: pre-wrap'>{body}</div>") == [TITLE, *LINES]
    foot = "<div>地址：临江区府前路1号 联系电话：0571-88001122</div>"
    assert lines(f"<h1>{TITLE}</h1><pre>{body}</pre>{foot}") == [TITLE, *LINES]


def test_an_article_that_a_script_is_to_show() -> None:
    hidden = f"<div id='js_content' style='visibility: hidden'>{BODY}</div><p>继续滑动看下一个，轻触阅读原文。</p>"
    assert lines(f"<h1>{TITLE}</h1>{hidden}") == [TITLE, *LINES]


def test_a_copy_for_small_screens_that_is_not_shown() -> None:
    assert lines(f"<h1>{TITLE}</h1><div id=zoom>{BODY}</div><div style='display:none'>{BODY}</div>") == [TITLE, *LINES]


def test_line_breaks_in_the_markup_part_latin_words_only() -> None:
    assert (
        lines(f"<h1>{TITLE}</h1><div>{BODY}<p>推动\n  人工智能\nAI\nAgent 和 5G\n应用，加快落地。</p></div>")[-1]
        == "推动人工智能AI Agent 和 5G应用，加快落地。"
    )


def test_an_archive_whose_page_is_a_frame_around_the_article_has_the_article(tmp_path: Path) -> None:
    def part(body: str, place: str) -> str:
        return f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {place}\r\n\r\n<html><body>{body}</body></html>\r\n"

    frame = '<div><a href="/">首页</a></div><iframe src="cid:frame-1@mhtml.blink"></iframe><div>版权所有</div>'
    banner = "<div>欢迎访问</div><div>今天是</div>"
    head = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=text/html; boundary=b\r\n\r\n"
    parts = (part(frame, "http://a/"), part(banner, "cid:frame-0@x"), part(f"<h1>{TITLE}</h1><div>{BODY}</div>", "cid:frame-1@x"))
    file = tmp_path / "a.mhtml"
    file.write_bytes((head + "".join(parts) + "--b--\r\n").encode())
    assert open_document(file).text.split("\n") == [TITLE, *LINES]
    file.write_bytes((head + "".join(parts[:2]) + "--b--\r\n").encode())
    with pytest.raises(DocumentError, match="a frame around another one"):
        open_document(file)


def test_how_a_character_is_read_is_no_part_of_the_name() -> None:
    told = "园区位于<ruby>犍<rp>(</rp><rt>qián</rt><rp>)</rp></ruby>为县，企业众多。"
    assert lines(f"<h1>{TITLE}</h1><div>{BODY}<p>{told}</p></div>")[-1] == "园区位于犍为县，企业众多。"


@pytest.mark.parametrize(
    ("opened", "labels"),
    [
        ("<ol>", ["1. ", "2. "]),
        ("<ol start=5>", ["5. ", "6. "]),
        ("<ol start=5 reversed>", ["5. ", "4. "]),
        ("<ol reversed>", ["", ""]),
        ("<ol type=a>", ["a. ", "b. "]),
        ("<ol type=I>", ["I. ", "II. "]),
        ("<ol style='list-style-type: cjk-ideographic'>", ["一、", "二、"]),
        ("<ol style='list-style: inside lower-alpha; color: red'>", ["a. ", "b. "]),
        ("<ol style='list-style:none'>", ["", ""]),
        ("<ol class='custom_cn2 list-paddingleft-2'>", ["（一）", "（二）"]),
        ("<ul>", ["", ""]),
    ],
)
def test_items_of_a_list_have_the_numbers_that_a_browser_writes(opened: str, labels: list[str]) -> None:
    told = ("在虹桥街道试点智慧菜场，方便居民。", "在天山路街道试点食堂，方便居民。")
    items = "".join(f"<li><p>{text}</p></li>" for text in told) + "</ol>"
    found = lines(f"<h1>{TITLE}</h1><div>{BODY}{opened}{items}</div>")
    assert found[-2:] == [label + text for label, text in zip(labels, told, strict=True)]


def test_lists_in_lists_and_lists_of_links() -> None:
    inner = "<ul><li>甲园已建成，运行良好。</li></ul>"
    outer = (
        f"<ol><li>一是建设园区，完善服务。{inner}<p>另起一段，不再编号。</p></li><li value=7>二是引进企业，优化环境。</li></ol>"
    )
    crumbs = "<ol class=breadcrumb><li><a>首页</a></li><li><a>提案办理，结果公开</a></li></ol>"
    assert lines(f"{crumbs}<h1>{TITLE}</h1><div>{BODY}{outer}</div>")[len(LINES) + 1 :] == [
        "1. 一是建设园区，完善服务。",
        "甲园已建成，运行良好。",
        "另起一段，不再编号。",
        "7. 二是引进企业，优化环境。",
    ]


def test_rows_of_tables_and_tables_in_tables() -> None:
    table = "<table><tr><td>企业</td><td>甲<br>乙</td></tr><tr><td></td><td>丙</td></tr></table>"
    outer = f"<table><tr><td>{BODY}{table}</td></tr></table>"
    assert lines(f"<h1>{TITLE}</h1>{outer}") == [TITLE, *LINES, "企业 | 甲 / 乙", "丙"]


def test_a_cell_over_several_rows_or_columns_leaves_the_others_below_their_headings() -> None:
    table = (
        "<table><tr><td>街镇</td><td>园区</td><td>企业</td><td>场景</td></tr>"
        "<tr><td rowspan=3>泗泾镇</td><td rowspan='2'>听松园</td><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr>"
        "<tr><td>岚光园</td><td></td><td>戊</td></tr><tr><td colspan=2>全区</td><td>己</td><td></td></tr></table>"
    )
    assert lines(f"<h1>{TITLE}</h1><div>{BODY}{table}</div>")[len(LINES) + 1 :] == [
        "街镇 | 园区 | 企业 | 场景",
        "泗泾镇 | 听松园 | 甲 | 乙",
        "| | 丙 | 丁",
        "| 岚光园 | | 戊",
        "全区 | | 己",
    ]
