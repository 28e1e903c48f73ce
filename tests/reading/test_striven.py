"""Services that are only considered for a place, striven for, pushed on or applied for; and those that are there all the same."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("研究在红山街道建设“邻里码”的可行性。", "planned"),
        ("我局正研究在红山街道布设“邻里码”。", "planned"),
        ("二是探索在红山街道引入“邻里码”。", "planned"),
        ("优先考虑在红山街道推广“邻里码”。", "planned"),
        ("争取将红山街道列入“邻里码”试点。", "planned"),
        ("争取“邻里码”落户红山街道。", "planned"),
        ("争取“邻里码”早日在红山街道落地。", "planned"),
        ("力争年底前红山街道“邻里码”投入使用。", "planned"),
        ("加快红山街道“邻里码”建设。", "planned"),
        ("动员红山街道引入“邻里码”。", "planned"),
        ("我局积极申报“邻里码”。", "planned"),
        ("我局已向省厅申请“邻里码”。", "planned"),
        ("我区探索在红山街道试点“邻里码”，取得良好成效。", "existing"),
        ("近年来，我区探索在红山街道试点“邻里码”。", "existing"),
        ("2023年，我区探索在红山街道试点“邻里码”。", "existing"),
        ("我区率先探索在红山街道试点“邻里码”。", "existing"),
        ("优先在红山街道推广“邻里码”，目前已安装200套。", "existing"),
        ("我区加快“邻里码”建设，已接入停车场200个。", "existing"),
        ("加快“邻里码”推广应用。", "existing"),
        ("确保“邻里码”正常运行。", "existing"),
        ("动员居民使用“邻里码”。", "existing"),
    ],
)
def test_what_is_striven_for_is_to_come(said: str, status: str) -> None:
    reading = read(Document("case", HEAD + said + TAIL, "case.txt", "text/plain"))
    assert {e.name: e.status.value for e in reading.entities if e.type == "Scenario" and e.status} == {"邻里码": status}
