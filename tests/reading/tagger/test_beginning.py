"""Services that the model does not see, by the words before them."""

from __future__ import annotations

import pytest

from graph.reading.reply import reply_of
from graph.reading.tagger.beginning import launched, one_of_its_kind
from graph.records import Document, Mention


@pytest.mark.parametrize(
    ("sentence", "name", "rule", "sure"),
    [
        ("我区推出“云锦慢行”服务。", "“云锦慢行”", "quoted.own-ending", True),
        ("我区讨论“云锦慢行”服务。", "“云锦慢行”", "quoted.own-ending", False),
        ("我区推出“云锦慢行”示范区。", "“云锦慢行”", "quoted.own-ending", False),
        ("依托全市统一的云锦数据共享平台办理。", "云锦数据共享平台", "suffix.system", True),
        ("依托云锦数据共享平台办理。", "云锦数据共享平台", "suffix.system", False),
        ("制定全市统一的云锦数据共享平台标准。", "云锦数据共享平台", "suffix.system", False),
        ("全市首条云锦低空物流航线开通。", "云锦低空物流航线", "learned", True),
    ],
)
def test_what_begins_or_is_one_for_all_is_a_service(sentence: str, name: str, rule: str, sure: bool) -> None:
    text = f"关于区政协第12号提案的答复\n王某委员：\n{sentence}\n"
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    start = reply.flow.text.index(name)
    mention = Mention("Scenario", name.strip("“”"), start, start + len(name), rule, 0.3)
    assert (max(launched(reply, mention), one_of_its_kind(reply, mention)) > 0.5) is sure
