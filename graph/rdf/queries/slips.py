"""The common slips of who writes SPARQL: what the question shows, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

__all__ = ["slips"]

_FULL_WIDTH = str.maketrans(
    {"；": ";", "。": ".", "，": ",", "？": "?", "：": ":", "｛": "{", "｝": "}", "（": "(", "）": ")", "“": '"', "”": '"'}
)
# Words of SPARQL 1.1 (its grammar, and the functions of its sections 17.4 and 18.5).
_KNOWN = frozenset(
    re.findall(
        r"\w+",
        """SELECT ASK CONSTRUCT DESCRIBE PREFIX BASE DISTINCT REDUCED FROM NAMED WHERE GRAPH OPTIONAL UNION MINUS FILTER
BIND VALUES UNDEF GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET AS NOT EXISTS IN SERVICE SILENT SEPARATOR A TRUE
FALSE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS
CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE CONTAINS ENCODE_FOR_URI STRSTARTS STRENDS STRBEFORE STRAFTER YEAR
MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG
STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE""",
    )
)
_WORD = re.compile(r"(?<![\w?$:@^.-])([A-Za-z_]\w+)(?![\w:])")
_WRITTEN = (
    (
        re.compile(r"\bSELECT\s+(?:DISTINCT\s+|REDUCED\s+)?(?!DISTINCT|REDUCED|WHERE|FROM)([A-Za-z_]\w*)", re.I),
        "a variable begins with ?",
    ),
    (re.compile(r"\)\s*[?$](\w+)\s*\)"), "a value gets its name by AS: write AS ?{0}"),
    (re.compile(r"\b(LIMIT|OFFSET)\b(?!\s*\d)", re.I), "a number stands after {0}"),
    (re.compile(r"\b(ORDER|GROUP)\b(?!\s+BY\b)", re.I), "write {0} BY"),
)
_PAIRS = (("{", "}", "brace"), ("(", ")", "bracket"), ("[", "]", "square bracket"))


def slips(code: str) -> Iterator[str]:
    """A line for each slip that is seen, the likeliest first.

    Parameters
    ----------
    code:
        A question without its comments, IRIs and strings.
    """
    if wide := next((c for c in code if ord(c) in _FULL_WIDTH), None):
        yield f"write {wide.translate(_FULL_WIDTH)} for {wide}: SPARQL knows only half-width signs"
    yield from _misspelt(code)
    for pattern, words in _WRITTEN:
        if found := pattern.search(code):
            yield words.format(found.group(1))
    for opening, closing, word in _PAIRS:
        if code.count(opening) > code.count(closing):
            yield f"a {word} {opening} is not closed"
        if code.count(opening) < code.count(closing):
            yield f"there is one {closing} too many"
    if code.count('"') % 2 or code.count("'") % 2:
        yield "a string is not closed"


def _misspelt(code: str) -> Iterator[str]:
    """Words that SPARQL does not have, with the near ones."""
    for found in _WORD.finditer(code):
        word = found.group(1)
        if word.upper() in _KNOWN:
            continue
        near = get_close_matches(word.upper(), sorted(_KNOWN), n=1, cutoff=0.7)
        called = code[found.end() :].lstrip().startswith("(")
        if near:
            yield f"SPARQL has no word {word}; did you mean {near[0]}?"
        elif called:
            yield f"there is no function {word}"
