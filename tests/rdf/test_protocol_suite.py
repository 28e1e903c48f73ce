"""Each test of the W3C's suite for the SPARQL 1.1 Protocol, by its name there, as a request of our own.

The suite: w3c/rdf-tests, sparql/sparql11/protocol. Its tests of updates that succeed ask this endpoint, which is read-only,
for what it refuses; that nothing changes is the test.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import httpx
import pytest

from tests.rdf.conftest import get
from tests.rdf.test_protocol import BOTH, DATA, DIRECT, FORM, endpoint

__all__ = ["endpoint"]

pytestmark = pytest.mark.server
UPDATE = "application/sparql-update"
ROWS = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}
TRUTH = {"application/sparql-results+json", "application/sparql-results+xml"}
GRAPH = {"text/turtle", "application/n-triples", "application/rdf+xml"}
REFUSED: set[str] = set()


def _graphs(name: str, *numbers: int) -> str:
    return "&".join(f"{name}={quote(f'{DATA}{n}', safe='')}" for n in numbers)


@dataclass(frozen=True)
class Case:
    """A request, and the media types that its answer may have; none where it is refused with a status from 400 to 499."""

    method: str
    url: str
    types: set[str]
    kind: str | None = None
    body: bytes = b""
    answer: str = ""


NAMED_BOTH = f"ASK {{ GRAPH ?a {{ <{DATA}1> a ?t }} GRAPH ?b {{ <{DATA}2> a ?t }} }}"
FULL = f"ASK {{ <{DATA}3> a ?t GRAPH ?a {{ <{DATA}1> a ?t }} GRAPH ?b {{ <{DATA}2> a ?t }} }}"
INSERT = b"INSERT DATA { <urn:new> <urn:p> 1 }"
ONE = "?" + _graphs("default-graph-uri", 1)
SUITE = {
    "query_post_form": Case("POST", ONE, TRUTH, FORM, b"query=ASK%20%7B%7D", "true"),
    "query_dataset_default_graphs_get": Case(
        "GET", f"?query={quote(BOTH)}&{_graphs('default-graph-uri', 1, 2)}", TRUTH, answer="true"
    ),
    "query_dataset_default_graphs_post": Case(
        "POST", f"?{_graphs('default-graph-uri', 1, 2)}", TRUTH, DIRECT, BOTH.encode(), "true"
    ),
    "query_dataset_named_graphs_post": Case(
        "POST", f"?{_graphs('named-graph-uri', 1, 2)}", TRUTH, DIRECT, NAMED_BOTH.encode(), "true"
    ),
    "query_dataset_named_graphs_get": Case(
        "GET", f"?{_graphs('named-graph-uri', 1, 2)}&query={quote(NAMED_BOTH)}", TRUTH, answer="true"
    ),
    "query_dataset_full": Case(
        "POST", f"?{_graphs('default-graph-uri', 3)}&{_graphs('named-graph-uri', 1, 2)}", TRUTH, DIRECT, FULL.encode(), "true"
    ),
    "query_multiple_dataset": Case(
        "POST",
        f"?{_graphs('named-graph-uri', 1, 2)}",
        TRUTH,
        DIRECT,
        NAMED_BOTH.replace("ASK", f"ASK FROM <{DATA}3>").encode(),
        "true",
    ),
    "query_get": Case("GET", ONE + "&query=ASK%20%7B%7D", TRUTH, answer="true"),
    "query_content_type_select": Case("POST", ONE, ROWS, DIRECT, b"SELECT (1 AS ?one) {}"),
    "query_content_type_ask": Case("POST", ONE, TRUTH, DIRECT, b"ASK {}", "true"),
    "query_content_type_describe": Case("POST", ONE, GRAPH, DIRECT, f"DESCRIBE <{DATA}1>".encode()),
    "query_content_type_construct": Case("POST", ONE, GRAPH, DIRECT, b"CONSTRUCT { <urn:s> <urn:p> 1 } WHERE {}"),
    "query_post_direct": Case("POST", ONE, TRUTH, DIRECT, b"ASK {}", "true"),
    "update_dataset_default_graph": Case("POST", f"?{_graphs('using-graph-uri', 1)}", REFUSED, UPDATE, INSERT),
    "update_dataset_default_graphs": Case("POST", f"?{_graphs('using-graph-uri', 1, 2)}", REFUSED, UPDATE, INSERT),
    "update_dataset_named_graphs": Case("POST", f"?{_graphs('using-named-graph-uri', 1, 2)}", REFUSED, UPDATE, INSERT),
    "update_dataset_full": Case(
        "POST", f"?{_graphs('using-graph-uri', 3)}&{_graphs('using-named-graph-uri', 1, 2)}", REFUSED, UPDATE, INSERT
    ),
    "update_post_form": Case("POST", "", REFUSED, FORM, b"update=" + quote(INSERT).encode()),
    "update_post_direct": Case("POST", "", REFUSED, UPDATE, INSERT),
    "update_base_uri": Case("POST", "", REFUSED, UPDATE, b"INSERT DATA { <new> <p> 1 }"),
    "bad_query_method": Case("PUT", ONE + "&query=ASK%20%7B%7D", REFUSED, FORM),
    "bad_multiple_queries": Case("GET", "?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", REFUSED),
    "bad_query_wrong_media_type": Case("POST", "", REFUSED, "text/plain", b"ASK {}"),
    "bad_query_missing_form_type": Case("POST", "", REFUSED, None, b"query=ASK%20%7B%7D"),
    "bad_query_missing_direct_type": Case("POST", "", REFUSED, None, b"ASK {}"),
    "bad_query_non_utf8": Case("POST", "", REFUSED, f"{DIRECT}; charset=UTF-16", "ASK {}".encode("utf-16")),
    "bad_query_syntax": Case("GET", "?query=ASK%20%7B", REFUSED),
    "bad_update_get": Case("GET", "?update=CLEAR%20ALL", REFUSED),
    "bad_multiple_updates": Case("POST", "", REFUSED, FORM, b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"),
    "bad_update_wrong_media_type": Case("POST", "", REFUSED, "text/plain", b"CLEAR NAMED"),
    "bad_update_missing_form_type": Case("POST", "", REFUSED, None, b"update=CLEAR%20NAMED"),
    "bad_update_non_utf8": Case("POST", "", REFUSED, f"{UPDATE}; charset=UTF-16", "CLEAR NAMED".encode("utf-16")),
    "bad_update_syntax": Case("POST", "", REFUSED, FORM, b"update=CLEAR%20XYZ"),
    "bad_update_dataset_conflict": Case(
        "POST",
        f"?{_graphs('using-named-graph-uri', 1)}",
        REFUSED,
        UPDATE,
        b"DELETE { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }",
    ),
}


@pytest.mark.parametrize("slash", ["", "/"], ids=["sparql", "sparql-slash"])
@pytest.mark.parametrize("name", SUITE)
def test_the_suite(name: str, slash: str, endpoint: str) -> None:
    case = SUITE[name]
    headers = {"Content-Type": case.kind} if case.kind else {}
    reply = httpx.request(case.method, endpoint + slash + case.url, headers=headers, content=case.body or None, timeout=60)
    kind = reply.headers["content-type"].split(";")[0]
    if case.types is REFUSED:
        assert 400 <= reply.status_code < 500, reply.text
    else:
        assert reply.status_code == 200, reply.text
        assert kind in case.types
    if case.answer:
        assert reply.json()["boolean"] is (case.answer == "true")


def test_nothing_of_it_changed_the_store(endpoint: str) -> None:
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert get(endpoint, params={"query": count}, headers={"Accept": "text/csv"}).text.split() == ["n", "3"]
    assert get(endpoint, params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is False


def test_the_suite_is_whole() -> None:
    """34 tests, of which 7 are of updates that succeed elsewhere."""
    assert len(SUITE) == 34
    assert sum(name.startswith("update_") for name in SUITE) == 7
