"""SPARQL over a build: saved questions, parameters, prefixes known, faults said in words, labels in the answers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from traceback import clear_frames

import pyoxigraph

from graph.errors import QueryError
from graph.rdf.queries.answers import Answer, answer_of
from graph.rdf.queries.faults import syntax_fault, unknown_terms
from graph.rdf.queries.labelling import LABELS, NAMES, first_labels, names_as_texts, unknown_names, untagged_names
from graph.rdf.queries.rendering import FORMATS, render
from graph.rdf.queries.saved import BY_ADDRESS, BY_COMMAND, Manner, Parameter, Saved, bind, parse, saved, saved_question
from graph.rdf.vocabulary import PREFIXES

__all__ = [
    "BY_ADDRESS",
    "BY_COMMAND",
    "FORMATS",
    "NAMES",
    "Answer",
    "Manner",
    "Parameter",
    "Saved",
    "ask",
    "bind",
    "names_as_texts",
    "parse",
    "render",
    "saved",
    "saved_question",
    "unknown_names",
    "unknown_terms",
    "untagged_names",
    "within",
]


def ask(store: pyoxigraph.Store, question: str, name: str = "the question", timeout: float | None = None) -> Answer:
    """Answer one SPARQL query over the merged graph (a reply's own graph by ``GRAPH``).

    Parameters
    ----------
    store:
        Of :func:`graph.rdf.store.open_build`.
    question:
        A SELECT, ASK, CONSTRUCT or DESCRIBE query; the prefixes of the vocabulary need not be declared.
    name:
        For the error: a file's name, a saved question's, or "the question".
    timeout:
        Seconds after which to give up; ``None`` for never. The store goes on working on it until the process ends.

    Returns
    -------
    Answer
        With the labels of its IRIs.

    Raises
    ------
    QueryError
        For a syntax fault, with line, column and a hint; for an update; for a question that runs too long.
    """
    return within(timeout, name, lambda: _answered(store, question, name))


def _answered(store: pyoxigraph.Store, question: str, name: str) -> Answer:
    try:
        answer = answer_of(store.query(question, prefixes=PREFIXES))
    except SyntaxError as fault:
        raise syntax_fault(question, name, str(fault)) from fault
    except (OSError, RuntimeError, ValueError) as fault:
        clear_frames(fault.__traceback__)  # what there is of the answer has to go in the thread that it came in
        raise QueryError(name, " ".join(str(fault).split()), "change the question") from fault
    return answer.labelled(_labels(store, answer.iris))


def _labels(store: pyoxigraph.Store, iris: frozenset[str]) -> dict[str, str]:
    if not iris:
        return {}
    listed = " ".join(str(pyoxigraph.NamedNode(iri)) for iri in sorted(iris))
    question = LABELS.replace("# values", f"VALUES ?iri {{ {listed} }}")
    return first_labels(answer_of(store.query(question, prefixes=PREFIXES)))


def within(timeout: float | None, name: str, work: Callable[[], Answer]) -> Answer:
    """The result of ``work``, where it is there in time.

    Raises
    ------
    QueryError
        Where it is not.
    """
    if timeout is None:
        return work()
    done: list[Answer] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as fault:  # noqa: BLE001 - raised again by the caller's thread
            failed.append(fault)

    # The store lets other threads run while it works, and nothing can stop it: the thread must not keep the process.
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(min(timeout, threading.TIMEOUT_MAX))
    if failed:
        raise failed[0]
    if not done:
        raise QueryError(name, f"it ran past {timeout:g} seconds", "ask for less, or allow more with --timeout")
    return done[0]
