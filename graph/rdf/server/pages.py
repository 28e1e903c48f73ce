"""The pages that a person sees: questions with an editor, and one thing with the sentences that speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from graph.rdf.queries import Saved, saved
from graph.rdf.server.asking import rows
from graph.rdf.server.paths import page_path
from graph.rdf.server.pool import Pool
from graph.rdf.server.things import MOST, thing
from graph.rdf.server.wording import WORDS
from graph.rdf.vocabulary import PREFIXES, kinds, labels

__all__ = ["DESCRIBE", "about", "fault_page", "language_of", "questions_page", "thing_page"]

#: Everything around one IRI, as RDF; the block of VALUES stands at the place that is marked.
DESCRIBE = """CONSTRUCT { ?this ?property ?value . ?value skos:prefLabel ?label . ?evidence ?part ?said . ?from ?back ?this }
WHERE {
  # this
  { ?this ?property ?value OPTIONAL { ?value skos:prefLabel ?label } }
  UNION { ?evidence dai:subject|dai:object ?this ; ?part ?said }
  UNION { ?from ?back ?this FILTER(STRSTARTS(STR(?back), STR(dai:))) }
}"""
_COUNTS = """SELECT ?name ?count WHERE {
  { ?set a void:Dataset ; void:triples ?count BIND("triples" AS ?name) }
  UNION { ?set a void:Dataset ; void:documents ?count BIND("replies" AS ?name) }
}"""
#: A fault's words, and the Chinese for them.
_DETAILS = tuple(
    (re.compile(english), chinese)
    for english, chinese in (
        (r"the graph says nothing of (.*)", r"图中没有内容说到 \1"),
        (r"this build has no map", "这次构建没有地图"),
        (r"(\S+): it needs (\w+) \(.*, (.*?)\); give it, for example .* \((\?.*)\)", r"\1 需要参数 \2（\3），例如 \4"),
        (r"(\S+): it has no parameter (.*); its parameters are: (.*)", r"\1 没有参数 \2；它的参数是：\3"),
        (r"(\S+): «(.*)» is no \w+; give another value of (\w+)", r"\1 的参数 \3 不能是“\2”，请换一个值"),
        (r"(.*): there is no saved question of this name; near it: (.*)", r"没有名为 \1 的问题；相近的有：\2"),
        (r"(.*): there is no saved question of this name; see: (.*)", r"没有名为 \1 的问题；全部问题见 \2"),
        (r"format=(.*): there is no such format; give one of (.*)", r"没有 \1 这种格式；可用的是 \2"),
    )
)


def language_of(asked: str | None, header: str | None) -> str:
    """``zh`` or ``en``: as asked for in the address, else as the browser says, else ``zh``."""
    if asked in WORDS:
        return str(asked)
    first = re.match(r"\s*([a-z]{2})", (header or "zh").lower())
    return "en" if first and first.group(1) == "en" else "zh"


@cache
def _templates() -> jinja2.Environment:
    folder = jinja2.FileSystemLoader(Path(__file__).parent / "templates")
    return jinja2.Environment(
        loader=folder, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


async def questions_page(pool: Pool, base: str, language: str) -> str:
    """Saved questions, the editor, and where the answer will be."""
    counts = {row["name"].value: row["count"].value for row in await rows(pool, _COUNTS)}
    terms = [
        (kind, [(f"dai:{n}", labels()[n][language == "en"]) for n, (k, _) in sorted(kinds().items()) if k == kind])
        for kind in ("Class", "ObjectProperty", "DatatypeProperty")
    ]
    data = {"base": base, "prefixes": PREFIXES, "language": language, "questions": [about(q, language) for q in saved().values()]}
    return (
        _templates()
        .get_template("questions.html")
        .render(words=WORDS[language], language=language, counts=counts, terms=terms, data=data, here="/")
    )


def about(question: Saved, language: str) -> dict[str, Any]:
    """A saved question for a client: name, title, what it answers, columns and parameters."""
    parameters = [
        {
            "name": p.name,
            "required": p.required,
            "label": p.zh if language == "zh" else p.en,
            "example": p.example,
            "kind": p.kind,
        }
        for p in question.parameters
    ]
    return {
        "name": question.name,
        "title": question.title[language],
        "about": question.about[language],
        "columns": list(question.columns) if language == "zh" else [],
        "parameters": parameters,
    }


async def thing_page(pool: Pool, iri: str, base: str, language: str, words: tuple[int, int] | None = None) -> str | None:
    """What the graph says of one IRI, with every sentence; ``None`` where it says nothing.

    Parameters
    ----------
    pool, iri, base, language, words:
        As for :func:`graph.rdf.server.things.thing`.
    """
    found = await thing(pool, iri, base, language, words)
    if found is None:
        return None
    path = page_path(iri, base).partition("#")[0]
    return (
        _templates()
        .get_template("thing.html")
        .render(
            words=WORDS[language],
            language=language,
            iri=iri,
            thing=found,
            most=MOST,
            data_path=path.replace("/id/", "/data/", 1),
            here=path.replace("/id/", "/page/", 1) or "/",
            marked=words,
        )
    )


def fault_page(status: int, detail: str, language: str, near: Sequence[dict[str, str]] = ()) -> str:
    """A fault for a person: what is wrong, and the way on.

    Parameters
    ----------
    status, detail:
        Of the fault.
    language:
        Of the reader.
    near:
        Things that may be meant, each with ``path``, ``value`` and ``kind``.
    """
    if language == "zh":
        found = ((english.fullmatch(detail), chinese) for english, chinese in _DETAILS)
        detail = next((match.expand(chinese) for match, chinese in found if match), detail)
    return (
        _templates()
        .get_template("fault.html")
        .render(
            words=WORDS[language],
            language=language,
            here="/",
            said=WORDS[language].get(str(status), WORDS[language]["400"]),
            detail=detail,
            near=near,
        )
    )
