"""Faults of a question in words: where it stands, what is wrong, and what to try."""

from __future__ import annotations

import re
from difflib import get_close_matches

from graph.errors import QueryError
from graph.rdf.queries.slips import slips
from graph.rdf.vocabulary import DAI, PREFIXES, labels

__all__ = ["bare", "is_update", "syntax_fault", "unknown_terms"]

_POSITION = re.compile(r"error at (\d+):(\d+):\s*(.*)", re.DOTALL)
_PREFIX = re.compile(r"(?<![\w?$])([A-Za-z][\w-]*):(?=\w)")
# What is no code: comments (but not the # of an IRI), IRIs and strings, in this order of the alternatives.
_OPAQUE = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*""",
    re.DOTALL,
)
#: What the parser says of more than a token, in plainer words, and what to do.
_SAID = {
    "Prefix not found": ("a prefix that is not declared", "declare it with PREFIX"),
    "IRI parsing failed": ("an IRI that is none", "an IRI stands in < > and has no blank in it"),
    "The SELECT contains a variable that is unbound": (
        "a variable of SELECT that is neither in GROUP BY nor in an aggregate",
        "add it to GROUP BY, or take one of its values with SAMPLE",
    ),
}
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
    told = next((hint for words, (_, hint) in _SAID.items() if words in found.group(3)), None)
    lines = question.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].strip()
    return QueryError(name, f"syntax error in line {line}, column {column}: {detail} — «{shown}»", _hint(question, told))


def _hint(question: str, told: str | None) -> str:
    """The first of the common slips that the question shows, else what the parser's own words call for."""
    code = bare(question)
    if found := _unknown_prefix(question, code) or next(slips(code), None):
        return found
    if told is not None:
        return told
    if not re.search(r"\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b", code, re.IGNORECASE):
        return "a question begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
    return "a dot, a semicolon or a variable may be missing right before that place"


def _unknown_prefix(question: str, code: str) -> str | None:
    declared = {p.lower() for p in re.findall(r"PREFIX\s+([\w-]*):", question, re.IGNORECASE)} | PREFIXES.keys()
    unknown = next((prefix for prefix in _PREFIX.findall(code) if prefix.lower() not in declared), None)
    if unknown is None:
        return None
    near = get_close_matches(unknown, sorted(declared), n=1)
    return f"the prefix {unknown}: is not declared; " + (
        f"did you mean {near[0]}:" if near else f"known are {', '.join(sorted(PREFIXES))}"
    )


def _in_short(detail: str) -> str:
    """What the parser says in words, else the tokens that it expected, where they are few: a long list says nothing."""
    flat = re.sub(r"\s+", " ", detail)
    if not flat.startswith("expected"):
        return flat[:80]
    listed = flat.removeprefix("expected one of ").removeprefix("expected ").split(", ")
    if said := next((_SAID[token][0] for token in listed if token in _SAID), None):
        return said
    if told := next((token for token in listed if re.fullmatch(r"[A-Z][a-z]* [\w ]+", token)), None):
        return told[0].lower() + told[1:]
    tokens = [token for token in listed if re.fullmatch(r"BY|\"[^\"\\]{1,2}\"", token)]
    return "expected " + " or ".join(tokens[:4]) if tokens else "this cannot stand here"


def unknown_terms(question: str) -> list[str]:
    """A line for each ``dai:`` name in a question that the vocabulary does not have, with the near ones."""
    code = bare(question) + " " + " ".join(f"dai:{name}" for name in re.findall(rf"<{re.escape(DAI)}(\w+)>", question))
    used = dict.fromkeys(re.findall(r"(?<![\w:])dai:([^\s;,.(){}\[\]<>\"'/|*+?^=!&]+)", code))
    lines = []
    for name in used:
        if name not in labels():
            near = [term for term, known in labels().items() if name in known] or get_close_matches(name, sorted(labels()), n=3)
            lines.append(
                f"dai:{name} is not in the vocabulary" + (f"; near it: {', '.join(f'dai:{n}' for n in near)}" if near else "")
            )
    return lines
