"""The log as a file: what a spreadsheet makes of it is read, what is no decision is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from graph import chinese
from graph.cli import main
from graph.decisions import COLUMNS, Log, append, read_log
from graph.errors import UsageError
from graph.rdf.vocabulary import DAI, ONTOLOGY
from graph.records import ENTITY_TYPES, RELATION_TYPES, Judgement, Status
from tests.conftest import ROOT

FAULTS = Path(__file__).parent / "faults"
TEXT = "judgement,reply,type,name,status,why\nwrong,a,Enterprise,甲科技,,不是企业\n\nright,*,Scenario,“乙”,planned,\n"
_WORDS = (chinese.JUDGEMENTS, chinese.TYPES, chinese.RELATIONS, chinese.STATUSES)


def _log(folder: Path, data: bytes) -> Log:
    path = folder / "log.csv"
    path.write_bytes(data)
    return read_log(path)


@pytest.mark.parametrize("name", sorted(path.stem for path in FAULTS.glob("*.csv")))
def test_what_is_no_decision_is_told_with_its_line(name: str) -> None:
    path = FAULTS / f"{name}.csv"
    with pytest.raises(UsageError) as fault:
        read_log(path)
    expected = (FAULTS / f"{name}.txt").read_text(encoding="utf-8").strip()
    assert str(fault.value).startswith(f"{path}:{expected}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_spreadsheets_forms_say_the_same(encoding: str, delimiter: str, newline: str, tmp_path: Path) -> None:
    data = TEXT.replace(",", delimiter).replace("\n", newline).encode(encoding)
    first, second = _log(tmp_path, data).decisions
    assert (first.judgement, first.reply, first.type, first.name) == (Judgement.WRONG, "a", "Enterprise", "甲科技")
    assert (second.name, second.status, second.where) == ("“乙”", Status.PLANNED, f"{tmp_path / 'log.csv'}:4")


def test_a_log_in_chinese_says_the_same(tmp_path: Path) -> None:
    rows = ["right,a,Scenario,甲,,,,planned,推出甲", "wrong,a,Enterprise,乙,locatedIn,Carrier,丙园,,"]
    english = _log(tmp_path, "\n".join([",".join(COLUMNS[:9]), *rows]).encode())
    head = "判定,答复,类型,名称,关系,对象类型,对象,状态,原文"
    rows = ["对,a,场景,甲,,,,规划,推出甲", "错,a,企业,乙,位于,载体,丙园,,"]
    assert _log(tmp_path, "\n".join([head, *rows]).encode("gb18030")) == english
    assert [one.judgement for one in english.decisions] == [Judgement.RIGHT, Judgement.WRONG]
    append(tmp_path / "log.csv", {"judgement": "wrong", "type": "Carrier", "name": "丁", "reply": "b"})
    assert [one.name for one in read_log(tmp_path / "log.csv").decisions] == ["甲", "乙", "丁"]


def test_what_may_be_written_in_chinese_is_all_there_is_as_the_vocabulary_calls_it_and_documented() -> None:
    vocabulary = rdflib.Graph().parse(ONTOLOGY)
    for names, known in ((ENTITY_TYPES, chinese.TYPES), (RELATION_TYPES, chinese.RELATIONS), (tuple(Status), chinese.STATUSES)):
        assert tuple(known) == tuple(names)
        for name, word in known.items():
            assert rdflib.Literal(word, "zh") in set(vocabulary.objects(rdflib.URIRef(DAI + name), rdflib.RDFS.label))
    assert all(len(set(words.values())) == len(words) for words in (chinese.COLUMNS, *_WORDS))  # none means two things
    assert (tuple(chinese.COLUMNS), set(chinese.JUDGEMENTS)) == (COLUMNS, set(Judgement))
    page = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    for words in (chinese.COLUMNS, *_WORDS):
        assert [english for english, word in words.items() if f"`{english}`" not in page or word not in page] == []


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n", ",".join(COLUMNS).encode()])
def test_a_log_may_hold_nothing(data: bytes, tmp_path: Path) -> None:
    assert _log(tmp_path, data) == Log()


def test_what_is_no_text_or_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no text in UTF-8 or GB18030"):
        _log(tmp_path, b"judgement\xff\xff\xff,reply")
    with pytest.raises(UsageError, match="no such file"):
        read_log(tmp_path / "none.csv")


def test_the_later_of_two_decisions_about_a_thing_holds(tmp_path: Path) -> None:
    head = "judgement,reply,type,name,relation,to_type,to\n"
    lines = [
        "错,a,Enterprise,甲科技",
        "wrong,a,Enterprise,甲科技,locatedIn,Carrier,乙园",
        "相同,,Enterprise,甲科技,,,丙科技",
        "right,a,Enterprise,“甲 科技”",
        "same,,Enterprise,丙科技,,,甲科技",
    ]
    decisions = _log(tmp_path, (head + "\n".join(lines)).encode()).decisions
    assert [(one.judgement, one.name) for one in decisions] == [
        (Judgement.WRONG, "甲科技"),
        (Judgement.RIGHT, "“甲 科技”"),
        (Judgement.SAME, "丙科技"),
    ]
    back = ["unsure,a,Enterprise,甲科技", "不定,a,Enterprise,甲科技,locatedIn,Carrier,乙园", "unsure,,Enterprise,丙科技,,,甲科技"]
    assert _log(tmp_path, (head + "\n".join([*lines, *back])).encode()) == Log()


def test_decide_writes_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "log.csv"

    def decide(*arguments: str) -> int:
        return CliRunner().invoke(main, ["decide", *arguments, "--log", str(path)]).exit_code

    assert decide("wrong", "Enterprise", "甲,科技", "--reply", "a", "--who", "乙", "--why", "“不是”\n企业") == 0
    assert decide("right", "Scenario", "丙", "--reply", "*", "--status", "planned", "--words", "推出丙") == 0
    assert (
        decide("right", "Enterprise", "丁", "--reply", "a", "--relation", "locatedIn", "--to-type", "Carrier", "--to", "戊园")
        == 0
    )
    before = path.read_bytes()
    assert before.startswith(b"\xef\xbb\xbfjudgement,reply,")
    assert decide("right", "Enterprise", "己") == 2
    assert decide("same", "Enterprise", "己", "--reply", "a", "--to", "庚") == 2
    assert path.read_bytes() == before
    first, second, third = read_log(path).decisions
    assert (first.name, first.reply) == ("甲,科技", "a")
    assert (second.words, second.status) == ("推出丙", Status.PLANNED)
    assert (third.relation, third.to_type, third.to) == ("locatedIn", "Carrier", "戊园")


def test_decide_takes_the_words_of_the_log_in_either_language(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    more = ["--reply", "a", "--relation", "位于", "--to-type", "载体", "--to", "乙园", "--status", "规划", "--log", str(path)]
    assert CliRunner().invoke(main, ["decide", "错", "企业", "甲", *more]).exit_code == 0
    (read,) = read_log(path).decisions
    assert (read.judgement, read.type, read.relation) == (Judgement.WRONG, "Enterprise", "locatedIn")
    assert (read.to_type, read.status) == ("Carrier", Status.PLANNED)
    told = CliRunner().invoke(main, ["decide", "--help"]).stdout
    assert [word for words in _WORDS for word in words.values() if word not in told] == []
    refused = CliRunner().invoke(main, ["decide", "好", "企业", "甲", "--log", str(path)])
    assert (refused.exit_code, len(refused.stderr.splitlines())) == (2, 1)
    assert "'好' is not one of right 对, wrong 错, same 相同" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("same Enterprise 甲 --to 乙 --reply a", "give --to NAME, another name, and leave out --reply, --relation and --to-type"),
        ("same Enterprise 甲", "give --to NAME, another name, and leave out --reply, --relation and --to-type"),
        ("wrong Enterprise 甲", 'no reply is given; give --reply ID, or --reply "*" for every one'),
        ("wrong Enterprise 甲 --reply a --relation locatedIn", "a relation leads somewhere; give --to-type TYPE and --to NAME"),
        ("wrong Enterprise 甲 --reply a --to 乙", "give --relation RELATION, or leave out --to and --to-type"),
        ("different Enterprise 甲 --reply *", "give --reply ID and leave out --relation, --to-type and --to"),
    ],
)
def test_what_does_not_go_together_is_said_in_the_words_of_the_command(arguments: str, said: str, tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["decide", *arguments.split(), "--log", str(tmp_path / "log.csv")])
    assert run.exit_code == 2
    assert len(run.stderr.splitlines()) == 1
    assert said in run.stderr
    assert "to_type" not in run.stderr
    assert not (tmp_path / "log.csv").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_line_is_added_in_the_form_of_the_file(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes("name;type;reply;judgement\n甲;Enterprise;a;对".encode(encoding))
    append(path, {"judgement": "wrong", "type": "Carrier", "name": "乙;园", "reply": "b"})
    assert path.read_bytes().decode(encoding) == 'name;type;reply;judgement\n甲;Enterprise;a;对\n"乙;园";Carrier;b;wrong\n'
    before = path.read_bytes()
    with pytest.raises(UsageError, match="it has no column words"):
        append(path, {"judgement": "right", "type": "Carrier", "name": "乙园", "reply": "b", "words": "乙园"})
    assert path.read_bytes() == before


def test_nothing_is_written_behind_what_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes((FAULTS / "unknown-judgement.csv").read_bytes())
    with pytest.raises(UsageError, match=r":3: “false” is no judgement"):
        append(path, {"judgement": "wrong", "type": "Carrier", "name": "乙园", "reply": "b"})
    assert path.read_bytes() == (FAULTS / "unknown-judgement.csv").read_bytes()


def _take_over(file: Path, log: Path, *more: str) -> tuple[int, str]:
    run = CliRunner().invoke(main, ["decide", "--from", str(file), "--log", str(log), *more])
    return run.exit_code, run.output.strip()


def test_a_filled_list_goes_behind_the_log_and_only_once(tmp_path: Path) -> None:
    log, file = tmp_path / "log.csv", tmp_path / "看.csv"
    append(log, {"judgement": "wrong", "type": "Carrier", "name": "乙园", "reply": "b"})
    before = log.read_bytes()
    lines = [
        "判定,答复,类型,名称,说明",
        "对,a,场景,'=一号,“存疑”，两行",
        ",a,企业,甲,",
        "错,b,载体,丙园,",
        "wrong,b,Carrier,乙园,",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert _take_over(file, log) == (0, f"{log}: 2 lines taken over from {file}, 1 there already, 1 without a judgement")
    assert log.read_bytes().startswith(before)
    assert "'=一号" in log.read_text(encoding="utf-8")
    assert [(one.judgement, one.name) for one in read_log(log).decisions] == [
        (Judgement.WRONG, "乙园"),
        (Judgement.RIGHT, "=一号"),
        (Judgement.WRONG, "丙园"),
    ]
    after = log.read_bytes()
    assert _take_over(file, log) == (0, f"{log}: 0 lines taken over from {file}, 3 there already, 1 without a judgement")
    assert log.read_bytes() == after
    new = tmp_path / "folder" / "new.csv"
    assert _take_over(file, new)[0] == 0
    assert [one.name for one in read_log(new).decisions] == ["=一号", "丙园", "乙园"]


def test_that_a_line_which_is_there_no_longer_holds_is_told(tmp_path: Path) -> None:
    """A list that is filled bit by bit undoes nothing that was decided since, and says so."""
    log, file = tmp_path / "log.csv", tmp_path / "filled.csv"
    file.write_text("judgement,reply,type,name\n错,a,企业,甲\n对,a,企业,甲\n对,a,载体,乙园\n", encoding="utf-8")
    assert "otherwise" not in _take_over(file, log)[1]
    assert "otherwise" not in _take_over(file, log)[1]
    append(log, {"judgement": "wrong", "type": "Carrier", "name": "乙园", "reply": "a"})
    code, said = _take_over(file, log)
    assert code == 0
    assert "0 lines taken over" in said
    assert f"{log} says otherwise further down of 1 of them" in said
    assert [one.judgement for one in read_log(log).decisions] == [Judgement.RIGHT, Judgement.WRONG]


def test_of_a_file_with_a_wrong_line_nothing_is_taken_over(tmp_path: Path) -> None:
    log, file = tmp_path / "log.csv", tmp_path / "filled.csv"
    append(log, {"judgement": "wrong", "type": "Carrier", "name": "乙园", "reply": "b"})
    before = log.read_bytes()
    file.write_text("judgement,reply,type,name\n对,a,企业,甲\n大概,a,企业,乙\n", encoding="utf-8")
    code, said = _take_over(file, log)
    assert (code, len(said.splitlines())) == (2, 1)
    assert said.startswith(f"error: {file}:3: “大概” is no judgement: right 对, wrong 错")
    assert _take_over(tmp_path / "none.csv", log)[0] == 2
    file.write_text("judgement,reply,type,name\n对,a,企业,甲\n", encoding="utf-8")
    for more in (["wrong"], ["--reply", "a"]):
        assert "--from goes together with --log only" in _take_over(file, log, *more)[1]
    assert log.read_bytes() == before
    missing = CliRunner().invoke(main, ["decide", "错", "企业"])
    assert (missing.exit_code, len(missing.stderr.splitlines())) == (2, 1)
    assert "Missing argument 'NAME'" in missing.stderr


_CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


@example(name="甲", reply=" ", kind="Enterprise", why="")
@given(name=_CELL, reply=_CELL, kind=st.sampled_from(ENTITY_TYPES), why=_CELL)
def test_whatever_is_written_is_read_as_it_was(
    name: str, reply: str, kind: str, why: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("log") / "log.csv"
    cells = {"judgement": "wrong", "reply": reply, "type": kind, "name": name, "why": why}
    try:
        append(path, cells)
    except UsageError:
        assert not path.exists()
        return
    (read,) = read_log(path).decisions
    assert (read.name, read.reply, read.type) == (name.strip(), reply.strip(), kind)
