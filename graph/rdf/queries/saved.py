"""Saved questions: ``data/queries/*.rq``, each with title, description and parameters in its head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from graph.errors import QueryError
from graph.rdf.queries.faults import bare
from graph.rdf.vocabulary import PREFIXES

__all__ = ["BY_ADDRESS", "BY_COMMAND", "Manner", "Parameter", "Saved", "bind", "literal", "parse", "saved", "saved_question"]

FOLDER = Path(__file__).parents[3] / "data" / "queries"
_HEAD = re.compile(r"^#\s*(title|about|columns)@(zh|en):\s*(.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"^#\s*param:\s*(.+)$", re.MULTILINE)
_PLACE = re.compile(r"^[ \t]*#\s*values:\s*(\w+)[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z]\w*")
_VARIABLE = re.compile(r"[?$](\w+)")
_KINDS = ("name", "text", "integer", "date", "iri")


class Manner(NamedTuple):
    """How a question is asked, and so what its faults tell the asker to write.

    Attributes
    ----------
    given:
        What stands before a parameter's name.
    nothing:
        What is wrong with a name that no saved question has.
    listed:
        Where all of them are listed.
    """

    given: str
    nothing: str
    listed: str


BY_COMMAND = Manner("--param ", "there is no saved question and no file of this name", "python -m graph query --list")
BY_ADDRESS = Manner("?", "there is no saved question of this name", "/questions")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is asked about.

    Attributes
    ----------
    name:
        Of its variable, without ``?``.
    kind:
        ``name`` (a label, in Chinese), ``text``, ``integer``, ``date`` or ``iri``.
    required:
        Whether the question makes no sense without it.
    zh, en:
        What to give.
    example:
        A value.
    """

    name: str
    kind: str
    required: bool
    zh: str
    en: str
    example: str


#: Where a saved question asks for the name of a class or a state.
_OF_A_CLASS = re.compile(r'(?P<asked>rdfs:label \?\w+ FILTER\(LANG\(\?\w+\) = )"zh"')


@dataclass(frozen=True, slots=True)
class Saved:
    """One saved question.

    Attributes
    ----------
    name:
        Stem of its file.
    title, about:
        By language, ``zh`` and ``en``.
    columns:
        Names of the columns in Chinese.
    parameters:
        As its head declares them.
    text:
        The whole file: SPARQL as it stands.
    """

    name: str
    title: dict[str, str]
    about: dict[str, str]
    columns: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str

    def told_in(self, language: str) -> Saved:
        """The question that asks for the names of classes and states in ``zh`` or ``en``; those of things are Chinese."""
        return self if language == "zh" else replace(self, text=_OF_A_CLASS.sub(rf'\g<asked>"{language}"', self.text))


def parse(name: str, text: str) -> Saved:
    """A question with the head of a saved one; a file without a head is one without parameters.

    Raises
    ------
    QueryError
        Where a parameter is not declared as it must be.
    """
    head = {(what, language): said.strip() for what, language, said in _HEAD.findall(text)}
    parameters = tuple(_parameter(name, declared) for declared in _PARAMETER.findall(text))
    columns = tuple(c.strip() for c in head.get(("columns", "zh"), "").split(",") if c.strip())
    titles, abouts = ({x: head.get((what, x), "") for x in ("zh", "en")} for what in ("title", "about"))
    return Saved(name, titles, abouts, columns, parameters, text)


def _parameter(question: str, declared: str) -> Parameter:
    parts = [part.strip() for part in declared.split("|")]
    if len(parts) != 6 or not _NAME.fullmatch(parts[0]) or parts[1] not in _KINDS or parts[2] not in ("required", "optional"):
        form = f"# param: name | {' or '.join(_KINDS)} | required or optional | zh | en | example"
        raise QueryError(question, f"the parameter «{declared}» is not declared well", f"write {form}")
    return Parameter(parts[0], parts[1], parts[2] == "required", parts[3], parts[4], parts[5])


@cache
def saved() -> dict[str, Saved]:
    """Every saved question by its name, sorted."""
    return {file.stem: parse(file.stem, file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.rq"))}


def saved_question(name: str, manner: Manner = BY_COMMAND) -> Saved:
    """The saved question of a name.

    Parameters
    ----------
    name:
        As in :func:`saved`.
    manner:
        How it is asked.

    Raises
    ------
    QueryError
        With the near names, where there is none of that name.
    """
    if name in saved():
        return saved()[name]
    near = get_close_matches(name, saved(), n=3, cutoff=0.5)
    near += [n for n, q in saved().items() if name and (name in n or name in q.title["zh"]) and n not in near]
    remedy = f"near it: {', '.join(near[:4])}" if near else f"see: {manner.listed}"
    raise QueryError(name, manner.nothing, remedy)


def literal(kind: str, value: str) -> pyoxigraph.Literal | pyoxigraph.NamedNode:
    """A parameter's value as a term of RDF.

    Raises
    ------
    ValueError
        Where it is not of that kind.
    """
    if kind == "name":
        return pyoxigraph.Literal(value, language="zh")
    if kind == "integer":
        return pyoxigraph.Literal(int(value))
    if kind == "date":
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise ValueError(value)
        return pyoxigraph.Literal(value, datatype=pyoxigraph.NamedNode(PREFIXES["xsd"] + "date"))
    return pyoxigraph.NamedNode(value) if kind == "iri" else pyoxigraph.Literal(value)


def bind(question: Saved, values: Mapping[str, str], manner: Manner = BY_COMMAND) -> str:
    """The question with its parameters bound, as a block of VALUES that every SPARQL engine understands.

    A value becomes a term of RDF first, and is written as the library writes that term: whatever characters it holds,
    it cannot become a part of the question. The block stands where the question says ``# values: name``, else at the
    beginning of its pattern.

    Parameters
    ----------
    question:
        Saved, or parsed from a file or an argument.
    values:
        Parameter's name to its value. A question without a head takes the name of any variable that stands in it, and a text.
    manner:
        How it is asked.

    Raises
    ------
    QueryError
        For a parameter that the question does not have, that it needs, or whose value is of another kind.
    """
    declared = {parameter.name: parameter for parameter in question.parameters}
    # Whatever else were given would change nothing, and whoever gives it would not know.
    taken = list(declared) if declared or any(question.title.values()) else _variables(question.text)
    for name in values:
        if name not in taken:
            known = ", ".join(taken) or "none"
            raise QueryError(question.name, f"it has no parameter {name}", f"its parameters are: {known}")
    for name, parameter in declared.items():
        if parameter.required and name not in values:
            raise QueryError(
                question.name,
                f"it needs {name} ({parameter.en}, {parameter.zh})",
                f"give it, for example {parameter.example} ({manner.given}{name}={parameter.example})",
            )
    text = question.text
    for name, value in values.items():
        kind = declared[name].kind if name in declared else "text"
        try:
            term = literal(kind, value)
        except ValueError as fault:
            raise QueryError(question.name, f"«{value}» is no {kind}", f"give another value of {name}") from fault
        text = _insert(text, name, f"VALUES ?{name} {{ {term} }}")
    return text


def _variables(text: str) -> list[str]:
    """Names of the variables, in their order, but for such as no parameter can have."""
    return list(dict.fromkeys(name for name in _VARIABLE.findall(bare(text)) if _NAME.fullmatch(name)))


def _insert(text: str, name: str, block: str) -> str:
    """The block at the places that name the parameter, on the same line, so that a fault's line stays the line."""
    places = [m for m in _PLACE.finditer(text) if m.group(1) == name]
    for place in reversed(places):
        text = text[: place.start()] + block + text[place.end() :]
    if places:
        return text
    code = bare(text)
    template = re.search(r"(?<![\w?$:])CONSTRUCT\s*\{", code, re.IGNORECASE)
    start = code.find("}", template.end()) if template else 0
    brace = code.find("{", start)
    return text if brace < 0 else f"{text[: brace + 1]} {block} {text[brace + 1 :]}"
