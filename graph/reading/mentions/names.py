"""What names are compared by, and when a phrase is no name at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import rjieba

from graph.reading.lexicon import alternation, words

if TYPE_CHECKING:  # who only compares names does not load what reads
    from graph.reading.reply import Token

__all__ = [
    "LAYOUT",
    "MARK",
    "NOT",
    "OF_A_NUMBER",
    "SHORT_FOR",
    "SUCH_AS",
    "TO_OUR_OWN",
    "clean",
    "ends_in_sector",
    "in_dictionary",
    "is_aim",
    "is_clause",
    "is_generic",
    "is_rare",
    "is_unknown",
    "joins_places",
    "key",
    "occurrences",
]

#: Before examples; 如家 and the like begin a name, 如果 and the like are other words.
SUCH_AS = "如(?![何此果下今期家意新祺视身东影皋一])"
#: Before what is the replying place's own: 对区甲平台进行统筹.
TO_OUR_OWN = r"[对由把将](?=[省市区县][\u4e00-\u9fff]{4})"
#: Right before a verb: that it is not done, or no more (not 未来).
NOT = f"(?:(?:{alternation('times', 'denied')}|{alternation('times', 'not-come')})(?!来))"
#: 苏政办发〔2020〕15号: what a document's number goes on with behind whose it is.
OF_A_NUMBER = re.compile(r"(?:[文发字函规]+[（(]|[文发字函规]*[〔\[【])\d{4}(?=[〕\]）)】])")
#: Between a name and the short one by which the reply goes on.
SHORT_FOR = "(?:以下)?(?:统一?)?(?:简称|(?<=以下)称|下称|又称|亦称|又名|即)为?：?"
#: “一环两轴”, “N+1”: how something is laid out, and no name.
LAYOUT = re.compile(r"(?:[一二两双三四五六七八九十多N\d][\u4e00-\u9fff]{1,2}){2,8}")
#: A word that makes the thing after it a digital one.
MARK = re.compile(rf"(?:{alternation('scenario_marks')})")
#: Words that make a clause of what was read as a name: pronouns, the particle of what is done, conjunctions.
_CLAUSE = re.compile(
    r"[已它其]|位于|我[们市区县省]|(?<!自)由(?!由)|是(?!镇)|归(?!来|心|谷)|往(?!来|事)|先后|均已|而行|自动抓取|越来越|从而|以及|并且|[来去]年|我委|我局|之所以|公司[从在由于将已]|(?:园|城|谷|厦|中心)(?:学习(?!中心)|[搬迁][至到往]|对标|借鉴|设立)"
)
#: Characters that the scorer and people overlook when they compare names.
_DROPPED = re.compile(r"[\s“”\"'‘’《》〈〉「」『』·•\-—–_()（）,，.。]+")


def occurrences(text: str, word: str, start: int, stop: int) -> Iterator[int]:
    """Where a word begins in ``text[start:stop]``, one behind the other."""
    at = text.find(word, start, stop)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word), stop)


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """The form in which two spellings of a name are the same: width, case, blanks, quotes and dashes left aside."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name).casefold().replace("×", "x"))


@lru_cache(maxsize=8192)
def clean(raw: str) -> str:
    """A name as the reading guide writes it: without quotation marks, 《》 and outer brackets; full-width letters folded."""
    name = unicodedata.normalize("NFKC", raw.replace("“", "").replace("”", "").replace("‘", "").replace("’", ""))
    return name.strip(" 《》、,.;:，。；：").replace("《", "").replace("》", "")


def is_clause(name: str) -> bool:
    """Whether what was read as a name is a clause: 交通管理已同园区, 甲园搬至乙中心."""
    return bool(_CLAUSE.search(name))


@cache
def in_dictionary(word: str) -> bool:
    """Whether the segmenter's dictionary has a word."""
    return bool(rjieba.has_word(word))


def is_rare(tokens: list[Token]) -> bool:
    """Whether one of the words is no common word: in no dictionary, Latin, or a proper noun."""
    return any(not in_dictionary(t.word) or t.tag in ("nr", "nz", "nrt", "nrfg", "ns", "nt", "eng", "x", "zg") for t in tokens)


@lru_cache(maxsize=8192)
def is_unknown(text: str) -> bool:
    """Whether a run of characters is no word of the dictionary, nor two of them: 中镓, not 功率 or 国产."""
    cuts = range(1, len(text))
    return not in_dictionary(text) and not any(
        len(text[:i]) > 1 and len(text[i:]) > 1 and in_dictionary(text[:i]) and in_dictionary(text[i:]) for i in cuts
    )


def ends_in_sector(name: str) -> bool:
    """Whether a phrase ends with the name of a field: 生成式人工智能 is one itself, and no firm."""
    return any(name[i:] in words("sectors") for i in range(len(name) - 2))


#: Provinces and large cities by their single characters, two of them or more, and what they do together.
_TOGETHER = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋陕吉闽贵粤青藏川宁琼港澳台穗深莞汕厦蓉杭]{2,4}(?:科技|文化|经济|经贸|金融|教育|产业)"
)


def joins_places(name: str) -> bool:
    """Whether what looks like a firm is what two places do together: 湘粤科技 of 湘粤科技合作."""
    return _TOGETHER.fullmatch(name) is not None


@lru_cache(maxsize=8192)
def is_generic(text: str, also: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase is made of common words only, such as 重点产业园区 without its last word.

    Parameters
    ----------
    text:
        The phrase.
    also:
        Words that are common in it, too.
    """
    rest = text
    generic = words("generic")
    while rest:
        for size in range(min(len(rest), 8), 0, -1):
            if rest[:size] in generic or rest[:size] in also:
                rest = rest[size:]
                break
        else:
            return False
    return True


#: 打造为国家级文旅示范产业园: of what rank it is to be.
_AIM = re.compile(
    r"(?:打造|建设|建成|做成|建为|创建|提升|发展|申报|争创|培育|列入|成为)(?:成为|成|为)?(?:全?国家?|省|市|世界|国际|区域)(?:级|性|一流)$"
)


def is_aim(text: str, start: int, floor: int) -> bool:
    """Whether what begins at ``start`` is the rank that something is to reach, and no name."""
    return bool(_AIM.search(text[max(start - 12, floor) : start]))
