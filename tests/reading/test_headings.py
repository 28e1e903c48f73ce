"""Layouts of headings, a case a file: the facts that are read from each, and those that are not; what is no reply."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.reading.forms import heading_to_json
from graph.reading.reply import reply_of
from graph.records import Document

CASES = sorted((Path(__file__).parent / "headings").glob("*.json"))


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_heading_is_read_as_its_case_says(case: Path) -> None:
    expected = json.loads(case.read_text(encoding="utf-8"))
    reply = reply_of(Document("case", expected["text"], "case.txt", "text/plain"))
    facts = heading_to_json(reply.heading)
    assert {name: facts.get(name) or None for name in expected["facts"]} == {
        name: value or None for name, value in expected["facts"].items()
    }
    if "place" in expected:
        assert reply.where.code == expected["place"]


NO_REPLIES = {
    "a remark": "今天天气很好，我们去公园。",
    "a recipe in sections": "一、食材准备\n豆腐一块，建议选嫩豆腐。\n二、制作步骤\n（一）切块。\n（二）下锅，小火慢炖。\n",
    "a price list": "品名 | 单价 | 数量\n螺丝 | 0.5 | 100\n螺母 | 0.3 | 200\n",
    "an advertisement": "我们的代表产品很多，建议您尽快下单。\n数量有限，先到先得。\n",
    "a column's name": "建议提案办理\n政协提案\n",
    "a letter": "亲爱的朋友：\n来信收到，我现在一切都好，请勿挂念。\n祝好。\n",
}


@pytest.mark.parametrize("text", NO_REPLIES.values(), ids=NO_REPLIES)
def test_what_is_no_reply_is_refused_with_its_name_and_what_to_do(text: str) -> None:
    with pytest.raises(DocumentError, match="no reply") as fault:
        reply_of(Document("case", text, "case.txt", "text/plain"))
    assert str(fault.value).startswith("case.txt: ")
    assert fault.value.remedy


PROPOSALS = {
    "by its title": "关于办好社区食堂的提案\n民建云泽区委\n我区老人用餐不便。\n一、存在问题\n（一）网点少。\n二、建议\n（一）在澜桥街道试点社区食堂。\n",
    "by its form": "案由：关于办好社区食堂的提案\n提案人：程岭\n区政协五届二次会议\n我区老人用餐不便，星桥公司已入驻澜桥科创园。为此，建议在澜桥街道试点。\n",
    "on its page": "提案：“关于办好社区食堂的建议”的办理情况\n提交委员 程岭 届次 三届\n提案正文\n我区老人用餐不便。综上，特建议，在澜桥街道试点社区食堂。\n答复文件 反馈意见\n",
    "of a deputy": "市人大代表建议\n题目：关于办好社区食堂的建议\n建议人：程岭\n我市老人用餐不便。建议：一、加快建设。二、在澜桥街道试点。\n",
    "as a paper prints it": "【提案摘登】关于办好社区食堂的提案\n我省老人用餐不便。据此，特提出以下建议：一是出台规划。二是在澜桥街道试点。\n",
}


@pytest.mark.parametrize("text", PROPOSALS.values(), ids=PROPOSALS)
def test_a_proposal_is_no_reply(text: str) -> None:
    """What it wishes for would be read as what is there."""
    with pytest.raises(DocumentError, match="proposal, and not the reply"):
        reply_of(Document("case", text, "case.txt", "text/plain"))


@pytest.mark.parametrize("text", PROPOSALS.values(), ids=PROPOSALS)
def test_a_proposal_with_its_reply_below_is_a_reply(text: str) -> None:
    reply = reply_of(
        Document("case", f"{text}程岭委员：\n您的提案收悉，现答复如下：\n食堂已开了两家。\n", "case.txt", "text/plain")
    )
    assert reply.heading.proposers == ("程岭",)


FIRST = (
    "关于区政协五届二次会议第31号提案的答复\n\n苏禾委员：\n您提出的《关于办好社区食堂的提案》收悉，现答复如下：\n"
    "我局在澜桥街道开了两家社区食堂。\n\n云泽区民政局\n2024年6月3日\n"
)
TWO_REPLIES = {
    "with its title": "对市十届人大一次会议第208号建议的答复\n\n程岭代表：\n您提出的关于建设科创园的建议收悉，现答复如下：\n科创园已开工。\n",
    "with a torn title": "南泉市科学技术局\n关于对市十届人大一次会议第208号建议\n的答复\n程岭代表：\n您提出的关于建设科\n创园的建议收悉，现答复如下：\n",
    "to an office": "附件：\n关于市政协第208号提案的会办意见\n市科技局：\n这件提案我局已经办理，意见如下：\n科创园已开工。\n",
    "without a title": "程岭代表：\n您提出的关于建设科创园的建议已收悉，现答复如下：\n科创园已开工。\n",
}
ONE_REPLY = {
    "the same text again": FIRST,
    "an attachment": "附件：社区食堂名单\n1.澜桥食堂\n2.柳浦食堂\n",
    "what another office says of it": "附：区财政局对第20240031号提案的会办意见\n区民政局：\n贵局转来的第31号提案收悉，意见如下：\n经费已列入预算。\n",
    "the proposal itself": "附：关于办好社区食堂的提案\n提案人：苏禾\n建议每个街道办一家食堂。\n",
    "linked titles": "上一篇：对区五届人大二次会议第8号建议的答复\n下一篇：关于区政协五届二次会议第32号提案的答复\n",
    "a title that is quoted": "请一并参阅《关于区政协五届一次会议第17号提案的答复》。\n关于区政协五届一次会议第17号提案的答复\n已经公开。\n",
}


@pytest.mark.parametrize("behind", TWO_REPLIES.values(), ids=TWO_REPLIES)
def test_two_replies_in_one_text_are_refused(behind: str) -> None:
    with pytest.raises(DocumentError, match=r"two replies \(the second begins: .{4,60}\)") as fault:
        reply_of(Document("case", FIRST + "\n" + behind, "case.txt", "text/plain"))
    assert fault.value.remedy == "save each in a file of its own"


@pytest.mark.parametrize("behind", ONE_REPLY.values(), ids=ONE_REPLY)
def test_what_stands_behind_a_reply_is_no_second_one(behind: str) -> None:
    assert reply_of(Document("case", FIRST + "\n" + behind, "case.txt", "text/plain")).heading.number == "31"


def test_a_reply_to_several_in_parts_is_one() -> None:
    text = (
        "关于王某某代表两件建议的答复\n王某某代表：\n您提出的两件建议收悉，现一并答复如下：\n"
        "一、关于第5号建议的答复\n您提出的关于停车的建议收悉。我局建了停车场。\n"
        "二、关于第6号建议的答复\n您提出的关于公交的建议收悉。我局开了新线。\n云泽区城管局\n2024年6月3日\n"
    )
    assert reply_of(Document("case", text, "case.txt", "text/plain")).heading.date == "2024-06-03"
