"""Faults of a question in words: where it stands, what is wrong, and what to try."""

from __future__ import annotations

import re
from difflib import get_close_matches

from graph.errors import QueryError
from graph.rdf.vocabulary import DAI, PREFIXES, labels

__all__ = ["bare", "is_update", "syntax_fault", "unknown_terms"]

_POSITION = re.compile(r"error at (\d+):(\d+):\s*(.*)", re.DOTALL)
_PREFIX = re.compile(r"(?<![\w?$])([A-Za-z][\w-]*):(?=\w)")
_FULL_WIDTH = str.maketrans(
    {"；": ";", "。": ".", "，": ",", "？": "?", "：": ":", "｛": "{", "｝": "}", "（": "(", "）": ")", "“": '"', "”": '"'}
)
# What is no code: comments (but not the # of an IRI), IRIs and strings, in this order of the alternatives.
_OPAQUE = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*""",
    re.DOTALL,
)
_PROLOGUE = re.compile(r"\s*(?:PREFIX\s+[^\s:]*:|BASE\b)", re.IGNORECASE)
_UPDATE = re.compile(r"\s*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)


def bare(question: str) -> str:
    """The question with every comment, IRI and string blanked out, each character at its place."""
    return _OPAQUE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), question)


def is_update(question: str) -> bool:
    """Whether it begins as an update does."""
    code, at = bare(question), 0
    while declared := _PROLOGUE.match(code, at):
        at = declared.end()
    return _UPDATE.match(code, at) is not None


def syntax_fault(question: str, name: str, message: str) -> QueryError:
    """A store's message as a fault with line, column, what was expected, the line itself and a hint.

    Parameters
    ----------
    question:
        As the user wrote it.
    name:
        The file's name, the saved question's, or "the question".
    message:
        Of the parser.
    """
    found = _POSITION.search(message)
    if is_update(question):
        return QueryError(name, "it is an update", "ask with SELECT, ASK, CONSTRUCT or DESCRIBE: the graph is read-only")
    if not found:
        return QueryError(name, f"syntax error: {' '.join(message.split())}", "see https://www.w3.org/TR/sparql11-query/")
    line, column, detail = int(found.group(1)), int(found.group(2)), _in_short(found.group(3))
    lines = question.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].strip()
    return QueryError(name, f"syntax error in line {line}, column {column}: {detail} — «{shown}»", _hint(question))


def _hint(question: str) -> str:
    """The first of the common slips that the question shows."""
    code = bare(question)
    slips = (_wide_sign(code), _unknown_prefix(question, code), _unbalanced(code))
    if found := next((slip for slip in slips if slip), None):
        return found
    if not re.search(r"\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b", code, re.IGNORECASE):
        return "a question begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
    return "a dot, a semicolon or a variable may be missing right before that place"


def _wide_sign(code: str) -> str | None:
    wide = next((c for c in code if ord(c) in _FULL_WIDTH), None)
    return f"write {wide.translate(_FULL_WIDTH)} for {wide}: SPARQL knows only half-width signs" if wide else None


def _unknown_prefix(question: str, code: str) -> str | None:
    declared = {p.lower() for p in re.findall(r"PREFIX\s+([\w-]*):", question, re.IGNORECASE)} | PREFIXES.keys()
    unknown = next((prefix for prefix in _PREFIX.findall(code) if prefix.lower() not in declared), None)
    if unknown is None:
        return None
    near = get_close_matches(unknown, sorted(declared), n=1)
    return f"the prefix {unknown}: is not declared; " + (
        f"did you mean {near[0]}:" if near else f"known are {', '.join(sorted(PREFIXES))}"
    )


def _unbalanced(code: str) -> str | None:
    for opening, closing, word in (("{", "}", "brace"), ("(", ")", "bracket"), ("[", "]", "square bracket")):
        if code.count(opening) > code.count(closing):
            return f"a {word} {opening} is not closed"
        if code.count(opening) < code.count(closing):
            return f"there is one {closing} too many"
    return "a string is not closed" if code.count('"') % 2 or code.count("'") % 2 else None


def _in_short(detail: str) -> str:
    """The parser lists every token that could stand there: the words among them say enough."""
    if not detail.startswith("expected"):
        return " ".join(detail.split())[:80]
    listed = re.sub(r"\s+", " ", detail).removeprefix("expected one of ").removeprefix("expected ").split(", ")
    words = [token for token in listed if re.fullmatch(r"[A-Za-z][A-Za-z ]+|\"[^\"]{1,12}\"|'[^']{1,3}'", token)]
    return "expected " + " or ".join(words[:4]) if words else detail[:80]


def unknown_terms(question: str) -> list[str]:
    """A line for each ``dai:`` name in a question that the vocabulary does not have, with the near ones."""
    code = bare(question) + " " + " ".join(f"dai:{name}" for name in re.findall(rf"<{re.escape(DAI)}(\w+)>", question))
    used = dict.fromkeys(re.findall(r"(?<![\w:])dai:([^\s;,.(){}\[\]<>\"'/|*+?^=!&]+)", code))
    lines = []
    for name in used:
        if name not in labels():
            near = get_close_matches(name, sorted(labels()), n=3)
            lines.append(
                f"dai:{name} is not in the vocabulary" + (f"; near it: {', '.join(f'dai:{n}' for n in near)}" if near else "")
            )
    return lines
