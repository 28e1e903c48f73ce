"""Markdown is read as what a reader of it sees; a text that only has a star or a bar in it stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.reading.documents import open_document
from graph.reading.reader import read_file

LETTER = """# 对长宁区政协第十五届二次会议第71号提案的答复

**王小明委员**：

您提出的《关于推进人工智能应用的提案》收悉，现答复如下：

## 一、工作进展

1. 已引进**甲智科技有限公司**入驻[滨江科创园](http://www.example.org/a "园")。
- 面积达3\\*2亩，代号`A1`。

![](images/1.png)

| 园区 | 企业 |  |
|:---|---|---:|
| 甲园 | 乙智公司 | 3 |
| 丙园 |  | 4 |

> 引文

---
联系人：李某某，联系电话：62401234
"""


def test_marks_go_and_words_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(LETTER, encoding="utf-8")
    opened = open_document(file)
    assert opened.media_type == "text/markdown"
    assert [line for line in opened.text.split("\n") if line] == [
        "对长宁区政协第十五届二次会议第71号提案的答复",
        "王小明委员：",
        "您提出的《关于推进人工智能应用的提案》收悉，现答复如下：",
        "一、工作进展",
        "1. 已引进甲智科技有限公司入驻滨江科创园。",
        "面积达3*2亩，代号A1。",
        "园区 | 企业",
        "甲园 | 乙智公司 | 3",
        "丙园 | | 4",
        "引文",
        "联系人：***，联系电话：********",
    ]


def test_names_have_no_marks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    reading = read_file(tmp_path / "a.txt")
    assert "甲智科技有限公司" in {entity.name for entity in reading.entities if entity.type == "Enterprise"}
    assert ("甲智科技有限公司", "滨江科创园") in {(relation.source, relation.target) for relation in reading.relations}
    assert reading.heading.title == "对长宁区政协第十五届二次会议第71号提案的答复"


@pytest.mark.parametrize(
    "line",
    [
        "联系人：**，联系电话：*********。",
        "由张**同志和王**同志负责。",
        "甲园 | 乙公司",
        "发布机构: | 市住建局 | 责任部门: |",
        "#1楼和#2楼已完工。",
        "见附件[2023](略)。",
        "- 第一项",
        "> 0.5",
    ],
)
def test_a_text_that_is_none_stays(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"关于某提案的答复\n{line}\n", encoding="utf-8")
    opened = open_document(tmp_path / "a.txt")
    assert opened.media_type == "text/plain"
    assert opened.text == f"关于某提案的答复\n{line}\n"


def test_what_a_contact_is_masked_with_is_no_emphasis(tmp_path: Path) -> None:
    masked = "# 答复\n\n联系人：**，联系电话：********，传真：**\n"
    (tmp_path / "a.md").write_text(masked, encoding="utf-8")
    assert open_document(tmp_path / "a.md").text == masked.removeprefix("# ")
