"""The pages that a person sees: questions with an editor, and one thing with the sentences that speak of it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
import pyoxigraph

from graph.rdf.queries import Saved, saved
from graph.rdf.queries.answers import shortened
from graph.rdf.server.pool import Pool
from graph.rdf.vocabulary import PREFIXES, kinds, labels

__all__ = ["DESCRIBE", "about", "fault_page", "language_of", "local_path", "questions_page", "thing_page", "with_this"]

_JSON = "application/sparql-results+json"
#: Everything around one IRI, as RDF; the block of VALUES stands at the place that is marked.
DESCRIBE = """CONSTRUCT { ?this ?property ?value . ?value skos:prefLabel ?label . ?evidence ?part ?said . ?from ?back ?this }
WHERE {
  # this
  { ?this ?property ?value OPTIONAL { ?value skos:prefLabel ?label } }
  UNION { ?evidence dai:subject|dai:object ?this ; ?part ?said }
  UNION { ?from ?back ?this FILTER(STRSTARTS(STR(?back), STR(dai:))) }
}"""
_FACTS = """SELECT DISTINCT ?property ?propertyLabel ?value ?valueLabel WHERE {
  # this
  ?this ?property ?value
  OPTIONAL { ?property rdfs:label ?propertyLabel FILTER(LANG(?propertyLabel) = "LANGUAGE") }
  OPTIONAL { ?value skos:prefLabel|dcterms:title ?named }
  OPTIONAL { ?value rdfs:label ?termed FILTER(LANG(?termed) = "LANGUAGE") }
  BIND(COALESCE(?named, ?termed) AS ?valueLabel)
} ORDER BY ?property ?valueLabel ?value LIMIT 500"""
_SAID = """SELECT DISTINCT ?subject ?subjectLabel ?relation ?object ?objectLabel ?status ?reply ?title ?start ?end ?sentence
WHERE {
  # this
  { ?evidence dai:subject ?this } UNION { ?evidence dai:object ?this } UNION { VALUES ?evidence { THIS } }
  ?evidence dai:subject ?subject ; dai:property ?property ; dai:object ?object ; dai:status ?is ; dai:reply ?reply ;
    dai:start ?start ; dai:end ?end ; dai:quotation ?sentence .
  ?reply dcterms:title ?title .
  OPTIONAL { ?subject skos:prefLabel ?subjectLabel }
  OPTIONAL { ?property rdfs:label ?relation FILTER(LANG(?relation) = "LANGUAGE") }
  OPTIONAL { ?object skos:prefLabel ?named }
  OPTIONAL { ?object rdfs:label ?termed FILTER(LANG(?termed) = "LANGUAGE") }
  BIND(COALESCE(?named, ?termed) AS ?objectLabel)
  OPTIONAL { ?is rdfs:label ?status FILTER(LANG(?status) = "LANGUAGE") }
} ORDER BY ?reply ?start ?end ?relation LIMIT 500"""
_COUNTS = """SELECT ?name ?count WHERE {
  { ?set a void:Dataset ; void:triples ?count BIND("triples" AS ?name) }
  UNION { ?set a void:Dataset ; void:documents ?count BIND("replies" AS ?name) }
}"""
_WORDS = {
    "zh": {
        "title": "区域产业生态答复图谱", "map": "地图", "ask": "提问", "saved": "保存的问题", "run": "运行", "editor": "SPARQL 查询",
        "hint": "Ctrl+Enter 运行。常用前缀已知，不必声明。", "terms": "词汇（点击插入）", "answer": "答案", "find": "查找问题",
        "facts": "事实", "said": "原句", "said_none": "没有一句原文说到它。", "text": "全文（联系人已遮盖）", "data": "数据", "download": "下载",
        "replies": "件答复", "reply": "件答复", "triples": "条三元组", "other": "English", "other_lang": "en", "is": "是", "put": "填入并运行",
        "400": "这个请求无法回答", "404": "这里没有这一页", "503": "服务器正忙，请稍后再试", "on": "到提问页去查找", "comma": "、",
    },
    "en": {
        "title": "Graph of district replies", "map": "Map", "ask": "Questions", "saved": "Saved questions", "run": "Run", "editor": "SPARQL query",
        "hint": "Ctrl+Enter runs it. The usual prefixes are known.", "terms": "Vocabulary (click to insert)", "answer": "Answer", "find": "Find a question",
        "facts": "Facts", "said": "Sentences", "said_none": "No sentence speaks of it.", "text": "Text (contact masked)", "data": "Data", "download": "Download",
        "replies": "replies", "reply": "reply", "triples": "triples", "other": "中文", "other_lang": "zh", "is": "is", "put": "Fill in and run",
        "400": "This request cannot be answered", "404": "There is no such page here", "503": "The server is busy, try again later", "on": "Look for it among the questions", "comma": ", ",
    },
}  # fmt: skip
#: A fault's words, and the Chinese for them.
_DETAILS = (("the graph says nothing of", "图中没有内容说到"), ("this build has no map", "这次构建没有地图"))
#: Labels of what the graph uses of other vocabularies.
_OTHER_LABELS = {
    "rdf:type": {"zh": "类型", "en": "type"},
    "rdfs:label": {"zh": "标签", "en": "label"},
    "skos:prefLabel": {"zh": "名称", "en": "name"},
    "skos:altLabel": {"zh": "别名", "en": "other name"},
    "skos:broader": {"zh": "上位", "en": "broader"},
    "skos:narrower": {"zh": "下位", "en": "narrower"},
    "skos:inScheme": {"zh": "所属体系", "en": "in scheme"},
    "skos:notation": {"zh": "代码", "en": "code"},
    "skos:exactMatch": {"zh": "国家分类（相同）", "en": "national class (same)"},
    "skos:closeMatch": {"zh": "国家分类（相近）", "en": "national class (close)"},
    "skos:broadMatch": {"zh": "国家分类（上位）", "en": "national class (broader)"},
    "dcterms:title": {"zh": "标题", "en": "title"},
}


def language_of(asked: str | None, header: str | None) -> str:
    """``zh`` or ``en``: as asked for in the address, else as the browser says, else ``zh``."""
    if asked in _WORDS:
        return str(asked)
    first = re.match(r"\s*([a-z]{2})", (header or "zh").lower())
    return "en" if first and first.group(1) == "en" else "zh"


def local_path(iri: str, base: str) -> str | None:
    """The path under which this server shows an IRI of the graph, ``None`` for one of another place.

    A percent sign that is part of the IRI stays one; a fragment stays a fragment.
    """
    if not iri.startswith(base):
        return None
    path, mark, fragment = iri[len(base) :].partition("#")
    return "/id/" + quote(path, safe="/%:") + mark + quote(fragment)


def with_this(question: str, iri: str, language: str = "zh") -> str:
    """A question of this module about one IRI.

    Raises
    ------
    ValueError
        Where it is no IRI.
    """
    term = str(pyoxigraph.NamedNode(iri))
    return question.replace("LANGUAGE", language).replace("# this", "VALUES ?this { THIS }").replace("THIS", term)


@cache
def _templates() -> jinja2.Environment:
    folder = jinja2.FileSystemLoader(Path(__file__).parent / "templates")
    return jinja2.Environment(
        loader=folder, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


async def _rows(pool: Pool, question: str) -> list[dict[str, str]]:
    reply = await pool.ask(question, [_JSON])
    if reply.status != 200:
        return []
    return [{k: v["value"] for k, v in row.items()} for row in json.loads(reply.body)["results"]["bindings"]]


async def questions_page(pool: Pool, base: str, language: str) -> str:
    """Saved questions, the editor, and where the answer will be."""
    counts = {row["name"]: row["count"] for row in await _rows(pool, _COUNTS)}
    terms = [
        (kind, [(f"dai:{n}", labels()[n][language == "en"]) for n, (k, _) in sorted(kinds().items()) if k == kind])
        for kind in ("Class", "ObjectProperty", "DatatypeProperty")
    ]
    data = {"base": base, "prefixes": PREFIXES, "language": language, "questions": [about(q, language) for q in saved().values()]}
    return (
        _templates()
        .get_template("questions.html")
        .render(words=_WORDS[language], language=language, counts=counts, terms=terms, data=data, here="/")
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
    pool:
        Answers the questions.
    iri, base, language:
        Of the thing, of the graph, of the reader.
    words:
        Where a reply's text has the words that are to be marked: the first character's position, and the one behind the last.
    """
    facts = await _rows(pool, with_this(_FACTS, iri, language))
    said = await _rows(pool, with_this(_SAID, iri, language))
    if not facts and not said:
        return None
    first = {row["property"]: row["value"] for row in reversed(facts)}
    names = [
        first.get(PREFIXES[p] + n) for p, n in (("skos", "prefLabel"), ("dcterms", "title"), ("dai", "quotation"), ("dai", "id"))
    ]
    text = first.pop(PREFIXES["dai"] + "text", None)
    shown = _facts([row for row in facts if row["property"] != PREFIXES["dai"] + "text"], base, language)
    for row in said:
        row["subjectPath"], row["objectPath"], row["replyPath"] = (
            local_path(row[k], base) or "" for k in ("subject", "object", "reply")
        )
        row["replyPath"] = f"{row['replyPath'].replace('/id/', '/page/', 1)}?start={row['start']}&end={row['end']}#words"
    return (
        _templates()
        .get_template("thing.html")
        .render(
            words=_WORDS[language],
            language=language,
            iri=iri,
            name=next((n for n in names if n), iri),
            facts=shown,
            said=said,
            text=_parts(text, words) if text else None,
            data_path=(local_path(iri, base) or "").replace("/id/", "/data/", 1).partition("#")[0],
            here=(local_path(iri, base) or "/").replace("/id/", "/page/", 1).partition("#")[0],
        )
    )


def _facts(rows: list[dict[str, str]], base: str, language: str) -> list[tuple[str, list[dict[str, str]]]]:
    """Each property once, in words, with its values."""
    found: dict[str, tuple[str, list[dict[str, str]]]] = {}
    for row in rows:
        value, short = row["value"], shortened(row["property"])
        words = row.get("propertyLabel") or _OTHER_LABELS.get(short, {}).get(language, short)
        path = (local_path(value, base) or "") if value.startswith(base) else ""
        found.setdefault(row["property"], (words, []))[1].append({"value": row.get("valueLabel", value), "path": path})
    return list(found.values())


def _parts(text: str, words: tuple[int, int] | None) -> tuple[str, str, str]:
    """A text before, in and behind the words that are to be marked."""
    start, end = words if words and 0 <= words[0] < words[1] <= len(text) else (0, 0)
    return text[:start], text[start:end], text[end:]


def fault_page(status: int, detail: str, language: str) -> str:
    """A fault for a person: what is wrong, and the way on."""
    if language == "zh":
        detail = next((detail.replace(english, chinese) for english, chinese in _DETAILS if english in detail), detail)
    return (
        _templates()
        .get_template("fault.html")
        .render(
            words=_WORDS[language],
            language=language,
            here="/",
            said=_WORDS[language].get(str(status), _WORDS[language]["400"]),
            detail=detail,
        )
    )
