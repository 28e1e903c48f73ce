"""One form for each character, and every position kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading.characters import canonical, simplified
from graph.reading.documents import open_document
from graph.reading.flow import flow_of
from graph.reading.forms import to_json
from graph.reading.reader import read
from tests.conftest import ROOT

REPLY = (
    "關於區政協五屆二次會議第012號提案的答復\n王敏委員：\n您提出的《關於發展機器人產業的提案》收悉，現答復如下：\n"
    "雲帆機器人有限公司落戶九亭鎮，在方松街道上線“一鍵呼叫”。該公司與國內外企業合作，為產業發展提供數據與應用。\n"
    "聯系人：李紅，聯系電話：021-55667788\n上海市松江區科學技術委員會\n2025年5月16日\n"
)


def reading(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "reply.txt"
    path.write_text(text, encoding="utf-8")
    return to_json(read(open_document(path)))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("關於區政協的提案", "关于区政协的提案"),
        ("本區數據產業鏈", "本区数据产业链"),
        ("户数为120,350,480户,第12,103号", "户数为120，350，480户，第12，103号"),
        ("分别为1,150家和2,350家", "分别为1,150家和2,350家"),
        ("投资123,456万元,新建110,220千伏变电站", "投资123,456万元，新建110，220千伏变电站"),
        ("投资1,280,000元,新增56,占比7,5", "投资1,280,000元，新增56，占比7，5"),
        ("⼈⼯智能（AI）", "人工智能（AI）"),
        ("昇腾算力与鲲鹏生态的发展", "昇腾算力与鲲鹏生态的发展"),
        ("關区为国与会对", "關区为国与会对"),
    ],
)
def test_form(text: str, form: str) -> None:
    assert canonical(text) == form


@given(st.text(st.sampled_from("关于对区国会个这来时产业務發麼麽乾幹裡后後台臺123,，。《》（）Aａ\n 𠮷昇"), max_size=60))
def test_every_position_is_kept(text: str) -> None:
    assert len(canonical(text)) == len(text)
    assert canonical(canonical(text)) == canonical(text)


def test_no_annotated_reply_in_simplified_characters_changes() -> None:
    replies = sorted((ROOT / "data" / "gold" / "dev").glob("*.txt"))
    assert replies
    for path in replies:
        text = path.read_text(encoding="utf-8")
        if "關" not in text and "區" not in text:
            assert simplified(text) is text, path


def test_a_reply_in_traditional_characters_is_read_as_in_simplified_ones(tmp_path: Path) -> None:
    theirs, ours = (reading(tmp_path, text) for text in (REPLY, simplified(REPLY)))
    assert theirs["meta"] == ours["meta"]
    assert [(e["type"], e["name"]) for e in theirs["entities"]] == [(e["type"], e["name"]) for e in ours["entities"]]
    assert [(r["type"], r["from"], r["to"]) for r in theirs["relations"]] == [
        (r["type"], r["from"], r["to"]) for r in ours["relations"]
    ]
    assert {r["type"] for r in theirs["relations"]} >= {"locatedIn", "pilotedIn"}


def test_quotations_and_aliases_are_as_written(tmp_path: Path) -> None:
    form = reading(tmp_path, REPLY)
    firm = next(e for e in form["entities"] if e["name"] == "云帆机器人有限公司")
    assert firm["aliases"] == ["雲帆機器人有限公司"]
    at = next(r["evidence"][0] for r in form["relations"] if r["type"] == "locatedIn")
    assert REPLY[at["start"] : at["end"]] == at["quote"]
    assert "落戶九亭鎮" in at["quote"]


def test_a_contact_stays_out(tmp_path: Path) -> None:
    form = json.dumps(reading(tmp_path, REPLY), ensure_ascii=False)
    assert "李紅" not in form
    assert "李红" not in form
    assert "55667788" not in form


def sounded(text: str) -> str:
    """As a page's converter prints it: how some characters are read stands in brackets behind them."""
    sounds = {"區": "qū", "關": "guān", "業": "yè", "聯": "lián", "機": "jī", "現": "xiàn", "紅": "hóng", "數": "shù", "發": "fā"}
    return "".join(f"{char}({sounds[char]})" if char in sounds else char for char in text)


def test_how_characters_are_read_stands_in_no_ones_way(tmp_path: Path) -> None:
    ours, theirs = (reading(tmp_path, text) for text in (REPLY, sounded(REPLY)))
    assert theirs["meta"] == ours["meta"]
    assert [(e["type"], e["name"], e.get("aliases")) for e in theirs["entities"]] == [
        (e["type"], e["name"], e.get("aliases")) for e in ours["entities"]
    ]
    assert [(r["type"], r["from"], r["to"]) for r in theirs["relations"]] == [
        (r["type"], r["from"], r["to"]) for r in ours["relations"]
    ]
    masked = open_document(tmp_path / "reply.txt").text
    for claim in (*theirs["entities"], *theirs["relations"]):
        assert all(masked[at["start"] : at["end"]] == at["quote"] for at in claim["evidence"])


def test_a_contact_whose_name_is_spelt_out_stays_out(tmp_path: Path) -> None:
    path = tmp_path / "reply.txt"
    path.write_text(sounded(REPLY), encoding="utf-8")
    text = open_document(path).text
    assert len(text) == len(sounded(REPLY))
    assert "聯(lián)系人：*" in text
    assert not [word for word in ("李", "紅", "hóng", "55667788") if word in text]


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("瞿（qú）塘峡片区(qū)建设", "瞿塘峡片区建设"),
        ("人工智能（AI）片区（qu）和（qū）", "人工智能（AI）片区（qu）和"),
        ("园区（一期）café（é）", "园区（一期）café（é）"),
        ("读音（zhōngguó）", "读音（zhōngguó）"),
    ],
)
def test_only_one_syllable_with_its_tone_behind_a_character_is_passed_by(text: str, flow: str) -> None:
    assert flow_of(text).text == f"{flow}\n"
