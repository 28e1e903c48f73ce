"""The SPARQL 1.1 Protocol, request by request as the W3C's tests have them, and what goes beyond."""

from __future__ import annotations

import io
import json
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pyoxigraph
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POSTDIRECTLY, SPARQLWrapper

from graph.build import Outcome
from graph.rdf.store import adopt, fill
from graph.rdf.vocabulary import ENTITY_BASE
from tests.rdf.conftest import get, served

pytestmark = pytest.mark.server
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
DATA = "http://example.org/data"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over three named graphs that each say that a document is one, and an empty default graph."""
    build = tmp_path_factory.mktemp("protocol")
    lines = [f"<{DATA}{n}> a <http://example.org/Document> <{DATA}{n}> .\n" for n in (1, 2, 3)]
    text = "".join(lines).replace(" a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ")
    (build / "graph.nq").write_text(text, encoding="utf-8")
    with served(build) as address:
        yield address + "/sparql"


def _ask(n: int, graph: bool = False) -> str:
    pattern = f"<{DATA}{n}> a ?type"
    return f"GRAPH ?g{n} {{ {pattern} }}" if graph else pattern + " ."


BOTH = f"ASK {{ {_ask(1)} {_ask(2)} }}"
BOTH_NAMED = f"ASK {{ {_ask(1, True)} {_ask(2, True)} }}"
DEFAULTS: list[tuple[str, str]] = [("default-graph-uri", f"{DATA}1"), ("default-graph-uri", f"{DATA}2")]
NAMED = [("named-graph-uri", f"{DATA}1"), ("named-graph-uri", f"{DATA}2")]


def _send(endpoint: str, how: str, query: str, dataset: Sequence[tuple[str, str]] = (), accept: str = "*/*") -> httpx.Response:
    headers = {"Accept": accept}
    if how == "get":
        return get(endpoint, params=[("query", query), *dataset], headers=headers, timeout=60)
    if how == "form":
        body = "&".join(f"{k}={quote(v, safe='')}" for k, v in [("query", query), *dataset])
        return httpx.post(endpoint, content=body, headers={"Content-Type": FORM, **headers}, timeout=60)
    return httpx.post(
        endpoint,
        content=query.encode(),
        params=httpx.QueryParams(list(dataset)),
        headers={"Content-Type": DIRECT, **headers},
        timeout=60,
    )


@pytest.mark.parametrize("how", ["get", "form", "direct"])
@pytest.mark.parametrize(
    ("query", "dataset", "answer"),
    [
        ("ASK {}", [], True),
        (BOTH, DEFAULTS, True),
        (BOTH, [], False),
        (BOTH, DEFAULTS[:1], False),
        (BOTH_NAMED, NAMED, True),
        (BOTH_NAMED, NAMED[:1], False),
        (BOTH_NAMED, DEFAULTS, False),
        (f"ASK {{ {_ask(3)} {_ask(1, True)} {_ask(2, True)} }}", [("default-graph-uri", f"{DATA}3"), *NAMED], True),
        (f"ASK FROM <{DATA}3> {{ {_ask(1, True)} {_ask(2, True)} }}", NAMED, True),
        (f"ASK FROM <{DATA}3> {{ {_ask(3)} }}", NAMED, False),
        (f"ASK FROM <{DATA}3> {{ {_ask(3)} }}", [], True),
    ],
    ids=[
        "get",
        "defaults",
        "none",
        "one-default",
        "named",
        "one-named",
        "not-named",
        "full",
        "override",
        "override-default",
        "from",
    ],
)
def test_the_dataset_is_the_one_of_the_request(
    how: str, query: str, dataset: list[tuple[str, str]], answer: bool, endpoint: str
) -> None:
    reply = _send(endpoint, how, query, dataset)
    assert reply.status_code == 200, reply.text
    assert reply.json()["boolean"] is answer


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        (
            "SELECT (1 AS ?value) {}",
            ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"),
        ),
        (
            "ASK {}",
            ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"),
        ),
        (
            "DESCRIBE <http://example.org/>",
            ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"),
        ),
        (
            "CONSTRUCT { <s> <p> 1 } WHERE {}".replace("<s> <p>", "<urn:s> <urn:p>"),
            ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"),
        ),
    ],
    ids=["select", "ask", "describe", "construct"],
)
def test_every_kind_of_answer_has_its_formats(query: str, kinds: tuple[str, ...], endpoint: str) -> None:
    assert _send(endpoint, "direct", query).headers["content-type"].split(";")[0] == kinds[0]
    for kind in kinds:
        reply = _send(endpoint, "get", query, accept=kind)
        assert (reply.status_code, reply.headers["content-type"].split(";")[0]) == (200, kind)
        if kind in ("text/turtle", "application/n-triples", "application/rdf+xml"):
            rdflib.Graph().parse(data=reply.text, format=kind)
        assert "Accept" in reply.headers["vary"]
    assert _send(endpoint, "get", query, accept="image/png").status_code == 406


def test_accept_is_weighed(endpoint: str) -> None:
    weighed = "text/csv;q=0.5, application/sparql-results+xml;q=0.9, */*;q=0.1"
    assert (
        _send(endpoint, "get", "SELECT (1 AS ?x) {}", accept=weighed).headers["content-type"] == "application/sparql-results+xml"
    )
    assert (
        _send(endpoint, "get", "ASK {}", accept="application/json").headers["content-type"] == "application/sparql-results+json"
    )


@pytest.mark.parametrize(
    ("method", "url", "headers", "body", "status"),
    [
        ("PUT", "?query=ASK%20%7B%7D", {}, b"", 405),
        ("GET", "?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", {}, b"", 400),
        ("POST", "", {"Content-Type": "text/plain"}, b"ASK {}", 415),
        ("POST", "", {}, b"query=ASK%20%7B%7D", 415),
        ("POST", "", {}, b"ASK {}", 415),
        ("POST", "", {"Content-Type": DIRECT + "; charset=UTF-16"}, "ASK {}".encode("utf-16"), 415),
        ("POST", "", {"Content-Type": DIRECT}, "ASK {}".encode("utf-16"), 400),
        ("POST", "", {"Content-Type": FORM}, b"query=%ff", 400),
        ("GET", "?query=ASK%20%7B", {}, b"", 400),
        ("POST", "", {"Content-Type": FORM}, b"nothing=1", 400),
        ("POST", "", {"Content-Type": FORM}, b"update=CLEAR%20ALL", 403),
        ("GET", "?update=CLEAR%20ALL", {}, b"", 403),
        ("POST", "", {"Content-Type": "application/sparql-update"}, b"CLEAR ALL", 403),
        ("POST", "", {"Content-Type": DIRECT}, b"INSERT DATA { <urn:a> <urn:b> 1 }", 400),
        ("POST", "", {"Content-Type": DIRECT}, b"# " + b"x" * 1_100_000 + b"\nASK {}", 413),
        ("GET", "?query=ASK%20%7B%7D&default-graph-uri=not%20an%20iri", {}, b"", 400),
    ],
)
def test_what_is_no_query_is_refused(
    method: str, url: str, headers: dict[str, str], body: bytes, status: int, endpoint: str
) -> None:
    reply = httpx.request(method, endpoint + url, headers=headers, content=body or None, timeout=60)
    assert reply.status_code == status, reply.text
    assert reply.text.strip()


def test_a_syntax_error_says_where(endpoint: str) -> None:
    assert "line 2, column" in _send(endpoint, "direct", "SELECT *\nWHERE { ?a dia:b ?c }").text


@pytest.mark.parametrize("word", ["SERVICE", "service silent"])
def test_a_service_elsewhere_is_not_asked(word: str, endpoint: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(1)
        reply = _send(endpoint, "direct", f"SELECT * {{ {word}<http://127.0.0.1:{other.getsockname()[1]}/> {{ ?a ?b ?c }} }}")
        assert reply.status_code == 400
        assert "SERVICE" in reply.text
        with pytest.raises(TimeoutError):
            other.accept()
    assert _send(endpoint, "direct", 'SELECT ("SERVICE <x>" AS ?service) {}').status_code == 200


@pytest.mark.parametrize("kind", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_the_service_description(kind: str, endpoint: str) -> None:
    reply = get(endpoint, headers={"Accept": kind})
    assert reply.headers["content-type"].split(";")[0] == kind
    if kind == "application/ld+json":
        assert f"<{endpoint}>" in {
            str(quad.subject) for quad in pyoxigraph.parse(reply.content, format=pyoxigraph.RdfFormat.JSON_LD)
        }
        return
    graph = rdflib.Graph().parse(data=reply.text, format=kind)
    described = rdflib.URIRef(endpoint)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert graph.value(described, sd.endpoint) == described
    assert (described, sd.supportedLanguage, sd.SPARQL11Query) in graph


def test_any_page_may_ask(endpoint: str) -> None:
    asked = httpx.options(
        timeout=60,
        url=endpoint,
        headers={
            "Origin": "https://a.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert asked.headers["access-control-allow-origin"] == "*"
    assert (
        get(endpoint, params={"query": "ASK {}"}, headers={"Origin": "https://a.example"}).headers["access-control-allow-origin"]
        == "*"
    )


def test_sparqlwrapper_asks(server: str) -> None:
    client = SPARQLWrapper(server + "/sparql")
    client.setQuery("SELECT ?name WHERE { ?e a dai:Enterprise ; skos:prefLabel ?name } ORDER BY ?name LIMIT 3")
    client.setReturnFormat(JSON)
    answer: Any = client.queryAndConvert()
    assert len(answer["results"]["bindings"]) == 3
    client.setMethod("POST")
    client.setRequestMethod(POSTDIRECTLY)
    client.setReturnFormat(CSV)
    rows: Any = client.queryAndConvert()
    assert len(rows.splitlines()) == 4


def test_rdflib_asks(server: str) -> None:
    graph = rdflib.Graph(store=SPARQLStore(server + "/sparql"))
    district = rdflib.URIRef(f"{ENTITY_BASE}District/310105")
    assert (
        len(
            list(
                graph.query(
                    "SELECT ?e WHERE { ?e <https://w3id.org/district-ai/ontology#locatedIn> ?d }", initBindings={"d": district}
                )
            )
        )
        > 5
    )
    assert (district, rdflib.RDF.type, None) in graph


def test_too_long_and_too_large_are_proper_errors(built: tuple[Path, Outcome]) -> None:
    with served(built[0], "--timeout", "1.5", "--max-answer", "0.1") as address:
        late = _send(address + "/sparql", "direct", SLOW)
        assert late.status_code == 503
        assert "1.5 seconds" in late.text
        assert late.headers["retry-after"]
        large = _send(address + "/sparql", "direct", "SELECT * { ?s ?p ?o }")
        assert large.status_code == 500
        assert "0.1 MB" in large.text
        hungry = _send(address + "/sparql", "direct", "ASK {}")
        assert hungry.status_code == 200


def test_a_new_build_is_served_without_a_restart(tmp_path: Path) -> None:
    def build(number: int) -> None:
        lines = "".join(f'<urn:s> <urn:p> "{n}" .\n' for n in range(number))
        (tmp_path / "graph.nq").write_text(lines, encoding="utf-8")
        fill(tmp_path / "beside", tmp_path / "graph.nq")
        adopt(tmp_path / "beside", tmp_path / "store")
        (tmp_path / "beside").rmdir()

    build(2)
    with served(tmp_path) as address:
        count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        assert _send(address + "/sparql", "get", count, accept="text/csv").text.split() == ["n", "2"]
        build(5)
        for _ in range(6):
            assert _send(address + "/sparql", "get", count, accept="text/csv").text.split() == ["n", "5"]


def test_json_is_whole_and_rows_are_those_of_the_store(server: str, built: tuple[Path, Outcome]) -> None:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(built[0] / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    reply = _send(server + "/sparql", "direct", "SELECT * { GRAPH ?g { ?s ?p ?o } }")
    found: Any = store.query("SELECT * { GRAPH ?g { ?s ?p ?o } }")
    assert len(json.loads(reply.text)["results"]["bindings"]) == len(list(found))
    parsed: Any = pyoxigraph.parse_query_results(io.BytesIO(reply.content), format=pyoxigraph.QueryResultsFormat.JSON)
    assert {v.value for v in parsed.variables} == {"g", "s", "p", "o"}
