"""What the model sees and is no name."""

from __future__ import annotations

import pytest

from graph.reading.reply import Reply, reply_of
from graph.reading.tagger.refusing import is_no_name, may_be_a_name
from graph.records import Document, Mention


def _mention(sentence: str, kind: str, name: str) -> tuple[Reply, Mention]:
    text = f"关于区政协第12号提案的答复\n王某委员：\n{sentence}\n"
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    start = reply.flow.text.index(name)
    return reply, Mention(kind, name, start, start + len(name), "learned", 0.9)


@pytest.mark.parametrize(
    ("sentence", "kind", "name", "none"),
    [
        ("我区已建成3个数谷集聚区。", "Carrier", "数谷集聚区", True),
        ("区委书记岚某到会。", "Enterprise", "岚某", True),
        ("岚图到会。", "Enterprise", "岚图", False),
        ("岚图汽车为特斯拉配套。", "Enterprise", "岚图汽车为特斯拉", True),
        ("华为特斯拉都来了。", "Enterprise", "华为", False),
        ("我局已办理。", "Organisation", "我局", True),
        ("云溪医院已办理。", "Organisation", "云溪医院", False),
    ],
)
def test_a_count_a_person_two_firms_and_who_replies_are_no_names(sentence: str, kind: str, name: str, none: bool) -> None:
    assert is_no_name(*_mention(sentence, kind, name)) is none


@pytest.mark.parametrize(
    ("kind", "name", "may"),
    [
        ("Enterprise", "AI赋能港口", False),
        ("Enterprise", "岚图科技", True),
        ("Carrier", "全球科创中心", False),
        ("Carrier", "岚图科创园", True),
        ("Scenario", "3分钟快速办理", False),
        ("Scenario", "一键叫车", True),
        ("Event", "2019年", False),
    ],
)
def test_what_no_rule_saw_is_a_name_only_where_it_says_more_than_a_kind(kind: str, name: str, may: bool) -> None:
    assert may_be_a_name(kind, name) is may
