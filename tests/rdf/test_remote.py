"""Against servers that exist: Oxigraph's (from its wheel) and Virtuoso 7 (Debian's packages)."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from build_graph import main as build_main
from graph.build import build
from graph.cli import main
from graph.errors import QueryError, StoreError
from graph.rdf import ENTITY_BASE, remote
from graph.rdf.queries import ask, bind, saved
from graph.rdf.remote import RemoteGraph, publication
from graph.rdf.remote.client import connected, send
from graph.rdf.store import open_build
from tests.conftest import REPLY, ROOT
from tests.rdf.conftest import ended, served
from tests.test_build import OTHER

pytestmark = pytest.mark.server
USER = {"GRAPH_STORE_USER": "dba", "GRAPH_STORE_PASSWORD": "test-only"}
COUNT = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    port = _free_port()
    command = [
        str(ROOT / ".venv" / "bin" / "oxigraph"),
        "serve",
        "-l",
        str(tmp_path_factory.mktemp("oxigraph")),
        "-b",
        f"127.0.0.1:{port}",
    ]
    if not Path(command[0]).exists():
        command[0] = shutil.which("oxigraph") or pytest.skip("oxigraph (a development dependency) is not installed")
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            _wait(address, process)
            yield {"query": f"{address}/query", "update": f"{address}/update", "store": f"{address}/store"}
        finally:
            ended(process)


def _wait(address: str, process: subprocess.Popen[str]) -> None:
    """Until a server that was started answers."""
    while True:
        assert process.poll() is None, "the server has ended"
        try:
            httpx.get(address, timeout=60)
            return
        except httpx.HTTPError:
            time.sleep(0.1)


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    if shutil.which("virtuoso-t") is None or shutil.which("isql-vt") is None:
        pytest.skip("Virtuoso 7 is not installed: apt-get install virtuoso-opensource-7 virtuoso-opensource-7-bin")
    http, sql = _free_port(), _free_port()
    command = [
        str(ROOT / "tests" / "servers" / "virtuoso.sh"),
        str(tmp_path_factory.mktemp("virtuoso")),
        str(http),
        str(sql),
        USER["GRAPH_STORE_PASSWORD"],
    ]
    address = f"http://127.0.0.1:{http}"
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield {"query": f"{address}/sparql", "update": f"{address}/sparql-auth", "store": f"{address}/sparql-graph-crud-auth"}
        finally:
            ended(process)


@contextmanager
def _guarded(address: str) -> Iterator[tuple[str, list[bool]]]:
    """A gate before a server, as a proxy is one, that lets in whom Basic authentication names; who came, with a password or not."""
    allowed = "Basic " + base64.b64encode(f"{USER['GRAPH_STORE_USER']}:{USER['GRAPH_STORE_PASSWORD']}".encode()).decode()
    came: list[bool] = []

    class Gate(BaseHTTPRequestHandler):
        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            given = self.headers.get("Authorization")
            came.append(given is not None)
            if given != allowed:
                self._answer(401, b"", {"WWW-Authenticate": 'Basic realm="graphs"'})
                return
            kept = {name: value for name in ("Accept", "Content-Type") if (value := self.headers.get(name))}
            reply = httpx.request(self.command, address + self.path, content=body, headers=kept, timeout=60)
            self._answer(reply.status_code, reply.content, {"Content-Type": reply.headers.get("Content-Type", "text/plain")})

        def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in (headers | {"Content-Length": str(len(body))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = do_DELETE = _pass  # noqa: N815 - http.server's names

        def log_message(self, *_: Any) -> None:
            """Not on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Gate) as gate:
        thread = threading.Thread(target=gate.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{gate.server_address[1]}", came
        finally:
            gate.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Three builds: of two replies, of two of which one is another version, and of one."""
    folder = tmp_path_factory.mktemp("builds")
    found = {}
    for name, texts in {"two": [OTHER], "changed": [OTHER.replace("甲乙科技", "戊己科技")], "one": []}.items():
        replies = [REPLY]
        for text in texts:
            (folder / name).mkdir()
            (folder / name / "other.txt").write_text(text, encoding="utf-8")
            replies.append(folder / name / "other.txt")
        found[name] = folder / f"{name}-build"
        build(replies, found[name], ENTITY_BASE, lambda _: None)
    return found


@pytest.fixture(params=["oxigraph", "virtuoso"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    if request.param == "virtuoso":
        for name, value in USER.items():
            monkeypatch.setenv(name, value)
    found: dict[str, str] = request.getfixturevalue(request.param)
    return found


def _publish(place: dict[str, str], folder: Path, by: str = "store") -> str:
    arguments = ["--to", place[by], *(["--query-url", place["query"]] if by == "update" else []), "--build", str(folder)]
    run = CliRunner().invoke(main, ["publish", *arguments])
    assert run.exit_code == 0, run.output
    return run.stdout.split(": ", 1)[1].strip()


def _counts(place: dict[str, str]) -> dict[str, int]:
    """Triples of each of our graphs on the server."""
    reply = httpx.get(place["query"], params={"query": COUNT}, headers={"Accept": "application/sparql-results+json"}, timeout=60)
    rows = reply.raise_for_status().json()["results"]["bindings"]
    return {row["g"]["value"]: int(row["n"]["value"]) for row in rows if row["g"]["value"].startswith(ENTITY_BASE)}


def _expected(folder: Path) -> dict[str, int]:
    store = open_build(folder)
    rows = ask(store, COUNT).rows
    merged = ask(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0][0]
    found = {str(graph): int(str(count)) for graph, count in rows}
    return found | {ENTITY_BASE + "merged": int(str(merged)), ENTITY_BASE + "publication": len(found) + 1}


@pytest.mark.parametrize("by", ["store", "update"])
def test_publishing_again_sends_only_what_changed(by: str, place: dict[str, str], builds: dict[str, Path]) -> None:
    _publish(place, builds["two"], by)
    assert _counts(place) == _expected(builds["two"])
    assert _publish(place, builds["two"], by) == "0 graphs sent, 4 were there, 0 removed"
    assert _publish(place, builds["changed"], by) == "2 graphs sent, 2 were there, 0 removed"
    assert _counts(place) == _expected(builds["changed"])
    assert _publish(place, builds["one"], by) == "2 graphs sent, 1 were there, 1 removed"
    assert _counts(place) == _expected(builds["one"])


def test_an_interrupted_publication_goes_on(
    place: dict[str, str], builds: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(place, builds["one"])
    monkeypatch.setattr(publication, "_STEP", 1)
    whole = publication._Target.put
    sent: list[str] = []

    def put(target: publication._Target, graph: str, lines: list[str]) -> None:
        if graph.endswith("#graph") and sent:
            raise StoreError(place["store"], "it went away", "start it again")
        sent.append(graph)
        whole(target, graph, lines)

    with monkeypatch.context() as broken:
        broken.setattr(publication._Target, "put", put)
        run = CliRunner().invoke(main, ["publish", "--to", place["store"], "--build", str(builds["changed"])])
        assert run.exit_code == 2
        assert "it went away" in run.stderr
    assert _publish(place, builds["changed"]).endswith("0 removed")
    assert _counts(place) == _expected(builds["changed"])


def test_every_saved_question_has_the_answer_of_the_build(place: dict[str, str], builds: dict[str, Path]) -> None:
    _publish(place, builds["two"])
    store, server = open_build(builds["two"]), RemoteGraph(place["query"])
    for name, question in saved().items():
        text = bind(question, {p.name: p.example for p in question.parameters if p.required})
        ours, theirs = ask(store, text, name), server.ask(text, name, 60)
        assert theirs.columns == ours.columns, name
        # Servers sort Chinese each in its own way.
        assert sorted(map(str, theirs.rows)) == sorted(map(str, ours.rows)), name
        assert theirs.labels.keys() == ours.labels.keys(), name


@pytest.mark.parametrize(
    "question",
    [
        "SELECT (COUNT(*) AS ?n) {} {{ ?s ?p ?o }}",
        "SELECT (COUNT(*) AS ?n) FROM NAMED {} {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g # {}",
    ],
    ids=["from", "from-named", "graphs"],
)
def test_what_a_question_is_asked_of_is_what_it_says(question: str, place: dict[str, str], builds: dict[str, Path]) -> None:
    _publish(place, builds["two"])
    graph = f"<{ENTITY_BASE}Reply/{REPLY.stem}#graph>"
    text = question.format(graph if "NAMED" in question or "#" in question else f"FROM {graph}")
    ours, theirs = ask(open_build(builds["two"]), text), RemoteGraph(place["query"]).ask(text)
    assert ours.rows[0][-1] != "0"
    assert sorted(map(str, theirs.rows)) == sorted(map(str, ours.rows))


def test_asked_from_the_command_line(place: dict[str, str], builds: dict[str, Path]) -> None:
    _publish(place, builds["two"])
    run = CliRunner().invoke(main, ["query", "piloted-at", "--param", "place=北新泾街道", "--store", place["query"]])
    assert run.exit_code == 0, run.stderr
    assert "AI+社区" in run.stdout
    fault = CliRunner().invoke(main, ["query", "SELECT ?e { ?e a dia:Enterprise }", "--store", place["query"]])
    assert fault.exit_code == 2
    assert "did you mean dai:" in fault.stderr


def test_statistics_and_the_page_are_made_of_what_the_server_has(
    place: dict[str, str], builds: dict[str, Path], tmp_path: Path
) -> None:
    _publish(place, builds["two"])
    asked = CliRunner().invoke(main, ["stats", "--store", place["query"], "--format", "json"])
    assert asked.exit_code == 0, asked.stderr
    assert json.loads(asked.stdout) == json.loads((builds["two"] / "statistics.json").read_text(encoding="utf-8"))
    run = CliRunner().invoke(build_main, ["--store", place["query"], "--out", str(tmp_path / "out")])
    assert run.exit_code == 0, run.output
    for name in ("graph.nq", "graph.ttl", "statistics.json"):
        assert (tmp_path / "out" / name).read_bytes() == (builds["two"] / name).read_bytes(), name
    assert "虎博科技" in (tmp_path / "out" / "map.html").read_text(encoding="utf-8")


def test_a_licence_goes_with_the_graph_until_another_is_named(oxigraph: dict[str, str], tmp_path: Path) -> None:
    licence, other = "https://example.org/许可", "https://example.org/other"
    build([REPLY], tmp_path / "first", ENTITY_BASE, lambda _: None, licence=licence)
    _publish(oxigraph, tmp_path / "first")
    for name, options in (("same", []), ("other", ["--licence", other])):
        run = CliRunner().invoke(build_main, ["--store", oxigraph["query"], "--out", str(tmp_path / name), *options])
        assert run.exit_code == 0, run.output
    first, same, changed = ((tmp_path / name / "graph.nq").read_text(encoding="utf-8") for name in ("first", "same", "other"))
    assert f"<{licence}>" in first
    assert same == first
    assert changed == first.replace(f"<{licence}>", f"<{other}>")


def test_a_server_without_our_graph_is_said(oxigraph: dict[str, str]) -> None:
    httpx.post(
        oxigraph["update"], content="DROP ALL", headers={"Content-Type": "application/sparql-update"}, timeout=60
    ).raise_for_status()
    run = CliRunner().invoke(main, ["stats", "--store", oxigraph["query"]])
    assert run.exit_code == 2
    assert "holds no reply" in run.stderr
    both = CliRunner().invoke(build_main, [str(REPLY), "--store", oxigraph["query"]])
    assert both.exit_code == 2
    assert "does not go together" in both.stderr


@pytest.mark.parametrize("question", ["SELECT * {}", "ASK {}", "CONSTRUCT {{ ?s ?p ?o }} {}"])
def test_an_answer_that_a_server_cuts_off_or_refuses_is_one_line(question: str, oxigraph: dict[str, str]) -> None:
    """It has said that all is well by then: so Oxigraph ends what takes too long, and what calls another server in vain."""
    called = question.format("{ SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    run = CliRunner().invoke(main, ["query", called, "--store", oxigraph["query"]])
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr.startswith(f"error: {oxigraph['query']}: it")
    assert "cut off" in run.stderr or not question.startswith("SELECT")


def test_who_may_not_is_refused(virtuoso: dict[str, str], builds: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for user in (None, "dba"):
        if user:
            monkeypatch.setenv("GRAPH_STORE_USER", user)
            monkeypatch.setenv("GRAPH_STORE_PASSWORD", "wrong")
        run = CliRunner().invoke(main, ["publish", "--to", virtuoso["store"], "--build", str(builds["one"])])
        assert run.exit_code == 2
        assert "GRAPH_STORE_USER" in run.stderr


def test_basic_authentication(oxigraph: dict[str, str], builds: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    httpx.post(oxigraph["update"], content="DROP ALL", headers={"Content-Type": "application/sparql-update"}, timeout=60)
    with _guarded(oxigraph["store"].removesuffix("/store")) as (address, came):
        refused = CliRunner().invoke(main, ["publish", "--to", address + "/store", "--build", str(builds["one"])])
        assert refused.exit_code == 2
        assert "GRAPH_STORE_USER" in refused.stderr
        assert not any(came)
        for name, value in USER.items():
            monkeypatch.setenv(name, value)
        assert _publish({"store": address + "/store"}, builds["one"]) == "3 graphs sent, 0 were there, 0 removed"
        assert _counts(oxigraph) == _expected(builds["one"])
        asked = CliRunner().invoke(main, ["query", "counts", "--store", address + "/query"])
        assert asked.exit_code == 0, asked.stderr
        assert "Enterprise" in asked.stdout
        asked = CliRunner().invoke(main, ["query", "counts", "--store", address + "/query", "--language", "zh"])
        assert "企业" in asked.stdout


def test_a_password_is_not_sent_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in USER.items():
        monkeypatch.setenv(name, value)
    sent: list[httpx.Headers] = []

    def far(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers)
        return httpx.Response(401, headers={"WWW-Authenticate": 'Basic realm="x"'})

    whole = httpx.Client
    monkeypatch.setattr(httpx, "Client", lambda **options: whole(transport=httpx.MockTransport(far), **options))
    with connected("http://elsewhere.example/store") as client, pytest.raises(StoreError, match="use https"):
        send(client, "GET", "http://elsewhere.example/store")
    assert sent
    assert all("authorization" not in headers for headers in sent)


def test_our_own_server_can_be_asked_too(builds: dict[str, Path]) -> None:
    with served(builds["two"]) as address:
        server = RemoteGraph(address + "/sparql")
        text = bind(saved()["counts"], {})
        assert server.ask(text).rows == ask(open_build(builds["two"]), text).rows
        assert len(server.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows) == 3  # two replies, the statistics
        with pytest.raises(QueryError, match=r"ran past 0\.3 seconds"):
            server.ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "slow", 0.3)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", "no address"),
        ("http://user:secret@127.0.0.1:9/", "holds a password"),
        ("http://127.0.0.1:9/sparql", "cannot be reached"),
    ],
)
def test_addresses_that_lead_nowhere(url: str, words: str, builds: dict[str, Path]) -> None:
    for arguments in (["query", "counts", "--store", url], ["publish", "--to", url, "--build", str(builds["one"])]):
        run = CliRunner().invoke(main, arguments)
        assert run.exit_code == 2
        assert words in run.stderr
        assert "secret" not in run.stderr


def test_what_is_no_sparql_endpoint_is_said(builds: dict[str, Path]) -> None:
    with served(builds["one"]) as address:
        for path, words in (("/map", "no RDF"), ("/nothing", "HTTP 40"), ("/sparql", "HTTP 405")):
            run = CliRunner().invoke(main, ["publish", "--to", address + path, "--build", str(builds["one"])])
            assert run.exit_code == 2
            assert words in run.stderr
    assert remote.USER == "GRAPH_STORE_USER"
