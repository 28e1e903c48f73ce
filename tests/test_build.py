"""The main job from outside: files, summary, exit codes, the same bytes, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from build_graph import main
from graph.build import OUTPUTS, Outcome, build
from graph.cli import main as commands
from graph.decisions import read_log
from graph.errors import UsageError
from graph.kept import KEYS, readings_of
from graph.rdf import ENTITY_BASE
from graph.rdf.queries import ask
from graph.rdf.store import open_build
from tests.conftest import REPLY, ROOT

OTHER = "关于区政协十届二次会议第14号提案的答复\n\n王一、李二委员：\n\n《关于发展数字经济的建议》提案收悉，现答复如下：\n\n一、工作情况\n我区引进甲乙科技、丙丁智能等企业。\n\n长宁区商务委员会\n2024年5月6日\n"


class _Run(NamedTuple):
    """What a run of ``build_graph.py`` came to."""

    returncode: int
    stdout: str
    stderr: str


def _run(*arguments: str | Path) -> _Run:
    """The command in this process: what a process of its own would cost is for the tests that are about one."""
    run = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if run.exception is not None and not isinstance(run.exception, SystemExit):
        raise run.exception
    return _Run(run.exit_code, run.stdout, run.stderr)


def _run_apart(*arguments: str | Path, seed: str = "0") -> _Run:
    """The command in a process of its own, with a hash seed."""
    command = [sys.executable, str(ROOT / "build_graph.py"), *map(str, arguments)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False
    )
    return _Run(run.returncode, run.stdout, run.stderr)


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*")) if path.is_dir() else [path]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for name in OUTPUTS for p in _files(folder / name)}


def test_all_files_and_the_summary(tmp_path: Path) -> None:
    run = _run_apart(REPLY, "--out", tmp_path / "out")
    assert run.returncode == 0, run.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted([*OUTPUTS, KEYS, "store"])
    assert "replies    1 read" in run.stdout
    assert "Enterprise 14" in run.stdout
    assert "existing   Enterprise 14, Carrier 11, Subdistrict 4, Policy 6, Scenario 12" in run.stdout
    assert "Event 1, Recognition 1, Programme 1\nplanned    Scenario 5\n" in run.stdout
    (written,) = (line.split(maxsplit=1)[1] for line in run.stdout.splitlines() if line.startswith("written "))
    assert {Path(path) for path in written.split(", ")} == set((tmp_path / "out").iterdir())
    assert str(tmp_path / "out" / "map.html") in run.stdout
    assert "reading 1 of 1" in run.stderr


def test_the_same_bytes_with_another_hash_seed_and_another_order(tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text(OTHER, encoding="utf-8")
    assert _run_apart(REPLY, second, "--out", tmp_path / "a", seed="1").returncode == 0
    assert _run_apart(second, REPLY, "--out", tmp_path / "b", seed="4242").returncode == 0
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no umask")
def test_who_may_read_the_results_is_what_the_umask_says(tmp_path: Path) -> None:
    group_reads, out = 0o040, tmp_path / "out"
    before = os.umask(0o027)
    try:
        build([REPLY], out, ENTITY_BASE, lambda _: None)
        export = ["export", "gexf", "--build", str(out), "--out", str(tmp_path / "a.gexf")]
        assert CliRunner().invoke(commands, export).exit_code == 0
    finally:
        os.umask(before)
    for path in (out, *out.rglob("*")):
        assert path.stat().st_mode & 0o066 == group_reads, path
    assert (tmp_path / "a.gexf").stat().st_mode & 0o066 == group_reads


def test_a_build_over_another_where_the_system_cannot_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.sync", raising=False)  # as on Windows
    for _ in range(2):
        build([REPLY], tmp_path / "out", ENTITY_BASE, lambda _: None)
    assert (tmp_path / "out" / "map.html").is_file()


def test_the_contact_is_in_no_file(built: tuple[Path, Outcome]) -> None:
    out, _ = built
    for name, data in _bytes(out).items():
        text = data.decode("utf-8")
        assert "郭懿" not in text, name
        assert "52388361" not in text, name


def test_readings_are_one_line_a_reply_in_the_form_of_the_annotations(built: tuple[Path, Outcome]) -> None:
    (line,) = (built[0] / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    form = json.loads(line)
    assert form["id"] == "changning-2023-070"
    assert all({"evidence", "rule", "confidence"} <= claim.keys() for claim in (*form["entities"], *form["relations"]))


def test_one_bad_file_among_good_ones(tmp_path: Path) -> None:
    folder = tmp_path / "replies"
    folder.mkdir()
    (folder / "good.txt").write_text(OTHER, encoding="utf-8")
    (folder / "bad.txt").write_text("今天天气很好。", encoding="utf-8")
    (folder / "empty.txt").touch()
    run = _run(folder, "--out", tmp_path / "out")
    assert run.returncode == 1
    assert "1 read, 2 not" in run.stdout
    assert "bad.txt" in run.stdout
    assert "empty.txt" in run.stdout
    assert (tmp_path / "out" / "map.html").is_file()


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda _: None, "no such file"),
        (lambda p: p.mkdir(), "no readable file"),
        (lambda p: p.write_bytes(b""), "empty"),
        (lambda p: p.write_text("今天天气很好，我们去公园。", encoding="utf-8"), "no reply"),
        (lambda p: p.write_bytes(bytes(range(1, 256)) * 40), "encoding"),
    ],
    ids=["missing", "empty-folder", "empty-file", "no-reply", "encoding"],
)
def test_where_nothing_can_be_built(prepare: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "input.txt"
    assert callable(prepare)
    prepare(path)
    run = _run(path, "--out", tmp_path / "out")
    assert run.returncode == 2
    assert [line for line in run.stderr.splitlines() if line.startswith("error: ") and "input.txt" in line and words in line]
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()


def test_where_no_file_can_be_read_each_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("今天天气很好，我们去公园。", encoding="utf-8")
    run = _run(tmp_path, "--out", tmp_path / "out")
    assert run.returncode == 2
    said = [line for line in run.stderr.splitlines() if line.startswith("error: ")]
    assert [f"{name}.txt" in line for name, line in zip("abc", said, strict=True)] == [True] * 3


def test_a_reply_in_two_files_is_said_and_counted_once(tmp_path: Path) -> None:
    words = OTHER
    (tmp_path / "b.txt").write_text(words, encoding="utf-8")
    (tmp_path / "a.txt").write_text(words.replace("。", "。\n\n"), encoding="utf-8")
    run = _run(tmp_path / "b.txt", tmp_path / "a.txt", "--out", tmp_path / "out")
    assert run.returncode == 0
    assert f"repeated   {tmp_path / 'b.txt'}: the same reply as {tmp_path / 'a.txt'}, counted once" in run.stdout
    assert "replies    1 read" in run.stdout
    readings = (tmp_path / "out" / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in readings] == ["a"]


def test_a_failed_build_leaves_the_last_good_one(tmp_path: Path) -> None:
    assert _run(REPLY, "--out", tmp_path / "out").returncode == 0
    before = _bytes(tmp_path / "out")
    assert _run(tmp_path / "missing", "--out", tmp_path / "out").returncode == 2
    assert _bytes(tmp_path / "out") == before
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["statistics", "store", "map.html"])
def test_what_no_build_wrote_is_not_replaced(name: str, tmp_path: Path) -> None:
    """A folder of one's own may have a folder of statistics in it."""
    own = tmp_path / name / "a.csv" if "." not in name else tmp_path / name
    own.parent.mkdir(exist_ok=True)
    own.write_text("mine", encoding="utf-8")
    said: list[str] = []
    with pytest.raises(UsageError, match=f"{name}: it is no build's and would be replaced"):
        build([REPLY], tmp_path, "https://example.org/", said.append)
    assert own.read_text(encoding="utf-8") == "mine"
    assert said == []


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != tmp_path)  # root may write everywhere
    said: list[str] = []
    with pytest.raises(UsageError, match="nothing can be written into"):
        build([REPLY], tmp_path / "new" / "out", "https://example.org/", said.append)
    assert said == []


def test_the_root_of_a_disk_is_no_folder_for_results() -> None:
    said: list[str] = []
    with pytest.raises(UsageError, match="nothing is beside this one"):
        build([REPLY], Path("/"), "https://example.org/", said.append)
    assert said == []


@pytest.mark.parametrize("arguments", [("",), (str(REPLY), "--out", "")], ids=["replies", "out"])
def test_an_empty_path_is_not_the_folder_one_stands_in(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = _run(*arguments)
    assert run.returncode == 2
    assert "the path is empty; write . for the folder that you are in; see" in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_base_iri_that_is_none_is_refused(tmp_path: Path) -> None:
    run = _run(REPLY, "--out", tmp_path / "out", "--base-iri", "not an iri")
    assert run.returncode == 2
    assert "--base-iri" in run.stderr


def test_another_base_iri_is_used(tmp_path: Path) -> None:
    assert _run(REPLY, "--out", tmp_path / "out", "--base-iri", "https://example.org/g/").returncode == 0
    text = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")
    assert "<https://example.org/g/District/310105>" in text
    assert "w3id.org/district-ai/id" not in text


def test_the_graph_declares_the_licence_that_its_builder_names(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    said = "<http://purl.org/dc/terms/license>"

    def declared(folder: Path) -> list[str]:
        return [line for line in (folder / "graph.nq").read_text(encoding="utf-8").splitlines() if said in line]

    node = f"<{ENTITY_BASE}Dataset> {said}"
    assert declared(built[0]) == [f"{node} <https://creativecommons.org/licenses/by/4.0/> ."]
    licence = "https://data.example.cn/许可?v=1#a"
    assert _run(REPLY, "--out", tmp_path / "out", "--licence", licence).returncode == 0
    assert declared(tmp_path / "out") == [f"{node} <{licence}> ."]


@pytest.mark.parametrize(
    "licence",
    [
        *("", "CC BY 4.0", "licence.html", "/licence", "urn:licence:1", "mailto:a@example.org", "https://", "http:///a"),
        *("https://example.org/a b", "https://example.org/a> <b", 'https://example.org/"', "https://example.org/{a}"),
        *("https://example.org/a\nb", "https://example.org/\u2028", "https://example.org/\u202ea", "https://[::1/"),
    ],
)
def test_what_is_no_iri_of_the_web_is_no_licence(licence: str, tmp_path: Path) -> None:
    run = CliRunner().invoke(main, [str(REPLY), "--out", str(tmp_path / "out"), "--licence", licence])
    assert run.exit_code == 2
    assert run.stderr.startswith("error: --licence ")
    assert "write it in full, such as https://creativecommons.org/licenses/by/4.0/" in run.stderr
    assert run.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_locale_that_is_not_utf8_changes_nothing(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "build_graph.py"), str(REPLY), "--out", str(tmp_path / "c")]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONUTF8", "PYTHONIOENCODING"))}
    run = subprocess.run(
        command,
        cwd=ROOT,
        env=environment | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert _bytes(tmp_path / "c") == _bytes(built[0])


def test_a_build_follows_the_log_of_decisions_and_forgets_it_with_it(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    log, out = tmp_path / "log.csv", tmp_path / "out"
    head = "judgement,reply,type,name,relation,to_type,to\n"
    log.write_text(
        f"{head}wrong,{REPLY.stem},Scenario,AI+社区\nwrong,*,Enterprise,没有的\nwrong,b,Enterprise,甲\n", encoding="utf-8"
    )
    run = _run(REPLY, "--out", out, "--decisions", log)
    assert run.returncode == 0, run.stderr
    assert "decisions  1 followed" in run.stdout
    assert "Scenario 16" in run.stdout
    assert f"{log}:3: what it is about was not read: Enterprise 没有的" in run.stderr
    assert f"decisions about replies that are not among these: 1, the first in {log}:4" in run.stderr
    followed = _bytes(out)
    labels = ask(open_build(out), "SELECT ?n { ?e a dai:Scenario ; skos:prefLabel|skos:altLabel ?n }").rows
    assert {"数字酒店", "社区AI食堂"} <= {str(row[0]) for row in labels}
    assert "AI+社区" not in {str(row[0]) for row in labels}
    log.write_text(f"{log.read_text(encoding='utf-8')}unsure,{REPLY.stem},Scenario,AI+社区\n", encoding="utf-8")
    outcome = build([REPLY], out, ENTITY_BASE, lambda _: None, log=read_log(log))
    assert outcome.decisions == ()
    again, plain = _bytes(out), _bytes(built[0])
    assert again == plain
    assert again["readings.jsonl"] == followed["readings.jsonl"]
    assert again["graph.nq"] != followed["graph.nq"]


def test_a_decision_that_cannot_be_followed_is_told_and_the_rest_is_built(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(f"judgement,reply,type,name\nright,{REPLY.stem},Enterprise,没有的\n", encoding="utf-8")
    run = _run(REPLY, "--out", tmp_path / "out", "--decisions", log)
    assert run.returncode == 1
    assert f"undecided  {log}:2: {REPLY.stem} does not say “没有的”" in run.stdout
    assert (tmp_path / "out" / "map.html").exists()
    log.write_text("judgement,reply,type\n", encoding="utf-8")
    for arguments in (
        (str(REPLY), "--decisions", str(log)),
        (str(REPLY), "--decisions", str(tmp_path / "none.csv")),
        ("--store", "http://127.0.0.1:1/", "--decisions", str(log)),
    ):
        refused = CliRunner().invoke(main, [*arguments, "--out", str(tmp_path / "other")])
        assert refused.exit_code == 2, refused.stdout
        assert len(refused.stderr.splitlines()) == 1
    assert not (tmp_path / "other").exists()


def test_a_decision_about_a_reply_that_another_file_is_called_like_by_now_is_told(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("judgement,reply,type,name\nwrong,答复,Enterprise,黑湖科技\n", encoding="utf-8")
    for folder, text in (("甲局", REPLY.read_text(encoding="utf-8")), ("乙局", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "答复.txt").write_text(text, encoding="utf-8")
    alone = build([tmp_path / "甲局"], tmp_path / "out", ENTITY_BASE, lambda _: None, log=read_log(log))
    assert (len(alone.decisions), alone.undecided) == (1, ())
    run = _run(tmp_path / "甲局", tmp_path / "乙局", "--out", tmp_path / "out", "--decisions", log)
    assert run.returncode == 1
    assert f"undecided  {log}:2: several files are called 答复 by now, and the replies 乙局/答复 and 甲局/答复" in run.stdout
    log.write_text("judgement,reply,type,name\nwrong,甲局/答复,Enterprise,黑湖科技\n", encoding="utf-8")
    assert _run(tmp_path / "甲局", tmp_path / "乙局", "--out", tmp_path / "out", "--decisions", log).returncode == 0


def test_what_is_decided_is_valid_and_says_so_in_the_graph(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    lines = [
        "judgement,reply,type,name,relation,to_type,to",
        f"right,{REPLY.stem},Carrier,腾笼换鸟",
        f"right,{REPLY.stem},Enterprise,虎博科技,locatedIn,Carrier,腾笼换鸟",
        "same,,Enterprise,黑湖科技,,,虎博科技",
    ]
    log.write_text("\n".join(lines), encoding="utf-8")
    run = _run(REPLY, "--out", tmp_path / "out", "--decisions", log)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "decisions  3 followed" in run.stdout
    question = 'SELECT ?c ?s { ?v dai:rule "decision" ; dai:confidence ?c ; dai:quotation ?s } ORDER BY ?s'
    rows = ask(open_build(tmp_path / "out"), question).rows
    assert {str(row[0]) for row in rows} == {"1"}
    assert any("虎博科技入驻" in str(row[1]) for row in rows)


def test_figures_of_a_build_go_by_what_was_decided(tmp_path: Path) -> None:
    log, out = tmp_path / "log.csv", tmp_path / "out"
    lines = [
        "judgement,reply,type,name,relation,to_type,to,who",
        f"wrong,{REPLY.stem},Scenario,AI+社区,,,,某人",
        "same,,Enterprise,黑湖科技,,,虎博科技,某人",
    ]
    log.write_text("\n".join(lines), encoding="utf-8")
    outcome = build([REPLY], out, ENTITY_BASE, lambda _: None, log=read_log(log))
    keys = (out / KEYS).read_text(encoding="utf-8")
    assert str(tmp_path) not in keys
    assert "某人" not in keys
    readings, decided = readings_of(out)
    assert [(one.judgement, one.about) for one in decided.decisions] == [
        (one.judgement, one.about) for one in read_log(log).decisions
    ]
    assert "AI+社区" in {entity.name for entity in readings[0].entities}
    counts = outcome.statistics["counts"]["by_type"]
    shown = {}
    for kind in ("Scenario", "Enterprise"):
        run = CliRunner().invoke(commands, ["stats", "--build", str(out), "--explain", f"counts/by_type/{kind}"])
        assert run.exit_code == 0, run.output
        shown[kind] = run.output
    assert shown["Scenario"].startswith(f"counts/by_type/Scenario = {counts['Scenario']}\n")
    assert f"entities counted: {counts['Scenario']};" in shown["Scenario"]
    assert f"entities counted: {counts['Enterprise']};" in shown["Enterprise"]
    assert (counts["Scenario"], counts["Enterprise"]) == (16, 13)
