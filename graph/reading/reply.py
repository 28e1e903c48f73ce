"""Plain text to a reply: heading facts, the replying place, sections and sentences with offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import rjieba

from graph.errors import DocumentError
from graph.reading import place
from graph.reading.flow import Flow, flow_of
from graph.reading.heading import frame_of, is_proposal, read_heading, second_reply
from graph.reading.sentences import Sentence, sentences
from graph.records import Document, Heading

__all__ = ["Reply", "Sentence", "Token", "reply_of"]


class Token(NamedTuple):
    """A word and its part of speech, as a general segmenter sees them."""

    start: int
    word: str
    tag: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A document read as a reply."""

    document: Document
    flow: Flow
    heading: Heading
    where: place.Where
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    """Start of each token, for bisection."""
    body: tuple[int, int]
    """Span of the flow from the opening sentence to the signature."""

    def sentence_at(self, index: int) -> Sentence | None:
        """The sentence that holds the flow's character at ``index``."""
        at = bisect_right(self.sentences, index, key=lambda s: s.start) - 1
        return self.sentences[at] if at >= 0 and index < self.sentences[at].end else None

    def token_at(self, index: int) -> int:
        """Number of the token that covers the flow's character at ``index``."""
        return bisect_right(self.starts, index) - 1

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that cover the flow's characters from ``start`` up to ``end``; the outer ones may go beyond."""
        return list(self.tokens[self.token_at(start) : self.token_at(end - 1) + 1])


#: Characters of a second reply's title that a message shows.
_SHOWN = 60


def reply_of(document: Document) -> Reply:
    """Find the parts of a reply.

    Raises
    ------
    DocumentError
        Where the text is no reply and no part of one (:func:`graph.reading.heading.frame_of`), is itself a proposal
        (:func:`graph.reading.heading.is_proposal`), or holds two
        (:func:`graph.reading.heading.second_reply`): what one says of its district is not true of the other's.
    """
    frame = frame_of(document.text)
    if frame is None:
        raise DocumentError(
            document.source,
            "this is no reply (it has no title, salutation or opening words of one, and speaks of no proposal)",
            "take it out of the folder, or restore the reply's heading",
        )
    if is_proposal(frame):
        raise DocumentError(
            document.source,
            "this is a proposal, and not the reply to one: what it asks for is not there",
            "take it out of the folder, or put the reply in its place",
        )
    if second := second_reply(frame):
        raise DocumentError(
            document.source,
            f"it holds two replies (the second begins: {second[:_SHOWN]})",
            "save each in a file of its own",
        )
    flow = flow_of(document.text)
    heading = read_heading(frame)
    body = _body_span(flow.text, frame.opening or frame.body[0])
    tokens = _tokens(flow.text)
    return Reply(
        document=document,
        flow=flow,
        heading=heading,
        where=place.where_of(heading, " ".join(frame.head), flow.text),
        sentences=tuple(sentences(flow.text, body)),
        tokens=tokens,
        starts=tuple(token.start for token in tokens),
        body=body,
    )


def _cut_at_verbs(tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Verbs as one word that the dictionary joins to a name's half: 入/驻华/大 of 入驻华大科技园, 谷地/处 of 机器人谷地处甲城."""
    came = False
    for (word, tag), following in zip(tagged, [*(w for w, _ in tagged[1:]), ""], strict=True):
        if came:
            came = False
            if len(word) > 1:
                yield word[1:], tag
        elif word == "入" and following.startswith("驻"):
            came = True
            yield "入驻", "v"
        elif word == "谷地" and following == "处":
            came = True
            yield "谷", "n"
            yield "地处", "v"
        else:
            yield word, tag


#: What a text has in which there is such a word to cut.
_CUT_BEFORE = ("入驻", "谷地处")
#: A county that a segmenter sees wherever a county is joined with another office; how many characters around it are looked at.
_AND_COUNTY, _AROUND = "和县", 6


def _tokens(text: str) -> tuple[Token, ...]:
    tagged = rjieba.tag(text)
    if any(verb in text for verb in _CUT_BEFORE):
        tagged = list(_cut_at_verbs(tagged))
    starts = accumulate((len(word) for word, _ in tagged), initial=0)
    tokens = tuple([Token(at, word, tag) for at, (word, tag) in zip(starts, tagged, strict=False)])
    if _AND_COUNTY not in text:
        return tokens
    return tuple(part for token in tokens for part in _cut_before_county(text, token))


def _cut_before_county(text: str, token: Token) -> tuple[Token, ...]:
    """镇政府/和/县/住建局, which a segmenter reads with the county 和县."""
    if token.word != _AND_COUNTY:
        return (token,)
    near = max(token.start - _AROUND, 0)
    named = (near + start for start, *_ in place.find_divisions(text[near : token.start + _AROUND]))
    if token.start in named:
        return (token,)
    return Token(token.start, "和", "c"), Token(token.start + 1, "县", "n")


_SIGNATURE = re.compile(
    r"\n(?:(?![^\n]*[|、：]|\s*[（(]?\d|\s*[①-⑳])[^\n，。；]{0,30}\n){0,3}(?=[^\n]{0,30}(?:[12]\d{3}|二〇[〇一二三四五六七八九]{2})年[^\n，。]{2,8}日[^\n，。]{0,10}\n)|\n(?=（?(?:联\s*系\s*人|联系电话|承办人|经办人|此件))"
)


def _body_span(text: str, opening: str) -> tuple[int, int]:
    """From the opening sentence, or the first line of the text, to the signature."""
    key = "".join(opening.split())[:12]
    start = max(text.find(key), 0) if key else 0
    start = _behind_title(text, start)
    end = len(text)
    for found in _SIGNATURE.finditer(text, max(start, len(text) * 2 // 3)):
        end = found.start() + 1
        break
    return start, end


_TITLE_SAID = re.compile(
    r"[^。\n]{0,40}?(?:《(?:[^《》]|《[^》]*》)*》|“(?:[^“”]|“[^”]*”)*”)(?=[^。\n]{0,60}(?:收|答复|回复|如下))"
)


#: Behind a greeting: 你们好。…提交的《…》已收悉.
_TITLE_RECEIVED = re.compile(
    r"(?:提[出交]?的?|提案|建议|您的|你的)[^。《》\n]{0,12}《(?:[^《》\n]|《[^》\n]*》)*》[^。\n《》]{0,20}(?:收悉|收到|知悉)"
)
#: How far behind the reply's first words, in characters, the proposal's title is looked for.
_GREETING = 200


def _behind_title(text: str, start: int) -> int:
    """What the proposal's own title names is no statement of the reply."""
    said = _TITLE_SAID.match(text, start) or _TITLE_RECEIVED.search(text, start, start + _GREETING)
    return said.end() if said else start
