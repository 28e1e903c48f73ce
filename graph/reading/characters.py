"""One form for each character: what is matched, never what is quoted."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from opencc import OpenCC

__all__ = ["SOUND", "canonical", "has_sounds", "simplified", "without_sounds"]

#: 區(qū)政府: how a page's converter says that a character is read, behind the character: one syllable with its tone.
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
SOUND = re.compile(rf"(?<=[\u4e00-\u9fff])[（(](?=[a-zü]{{0,5}}[{_TONES}])[a-zü{_TONES}]{{1,6}}[）)]")
#: What each has, and hardly any text.
_TONE = re.compile(f"[{_TONES}]")

#: Radicals that PDF fonts give instead of the characters they look like, where NFKC has no form for them;
#: pairs from the Unicode property Equivalent_Unified_Ideograph.
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁"
    "⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎"
    "衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
#: Blanks of other widths than the usual one.
_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_MAPPED = dict(zip(_RADICALS, _IDEOGRAPHS, strict=True)) | dict.fromkeys(_SPACES, " ") | {
    ",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", "﹙": "（", "﹚": "）",
    "「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "〝": "“", "〞": "”", "＂": '"', "＇": "'",
    "·": "·", "•": "·", "‧": "·", "・": "·", "･": "·", "∙": "·", "⋅": "·",
    "〈": "〈", "〉": "〉", "«": "《", "»": "》",
    "〔": "〔", "〕": "〕", "［": "〔", "］": "〕", "[": "〔", "]": "〕", "【": "〔", "】": "〕",
    "○": "〇", "〇": "〇", "◯": "〇", "\xa0": " ", "\u3000": " ", "\t": " ", "｜": "|", "×": "×", "﹣": "-", "－": "-",
    "–": "—", "―": "—", "‐": "-", "‑": "-", "～": "~", "∼": "~", "．": ".", "﹒": ".",
}  # fmt: skip
_KEPT = frozenset("，；：！？（）“”‘’《》〈〉〔〕、。…—·|~ \n①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


class _Forms(dict[int, str]):
    """A table for ``str.translate`` that works out the form of a character when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        form = _MAPPED.get(char, char)
        if form == char and char not in _KEPT:
            folded = unicodedata.normalize("NFKC", char)
            form = folded if len(folded) == 1 and folded != " " else char
            form = _MAPPED.get(form, form)
        self[code] = form
        return form


_FORMS = _Forms()


#: Frequent characters of traditional writing, and what simplified writing has for each.
_TRADITIONAL = "對關於國區會個這來時產業務為開動發實經與應據數後點設將場環電網車術際學億樓總議單員報級進過還長門問間"
_SIMPLIFIED = "对关于国区会个这来时产业务为开动发实经与应据数后点设将场环电网车术际学亿楼总议单员报级进过还长门问间"


def canonical(text: str) -> str:
    """The text with one form for each character, of the same length.

    Full-width letters, radicals and kinds of brackets are folded, and what is written in traditional characters is
    :func:`simplified`.
    """
    forms = _in_one_form(simplified(text))
    if "," not in text:
        return forms
    commas = [comma.start() for number in _THOUSANDS.finditer(text) for comma in _COMMA.finditer(text, *number.span())]
    if not commas:
        return forms
    chars = list(forms)
    for at in commas:
        chars[at] = ","
    return "".join(chars)


def _in_one_form(text: str) -> str:
    """The text with the form of each character; no form has another form, so that they may be put in one after the other."""
    others = [char for char in set(text) if _FORMS[ord(char)] != char]
    if len(others) > _MANY:
        return text.translate(_FORMS)
    for char in others:
        text = text.replace(char, _FORMS[ord(char)])
    return text


#: Of more characters each is looked up where it stands, so that time stays linear.
_MANY = 40


#: 1,280: the comma inside a number is no mark between clauses; those of 120,350,480户, of 第102,103号 and of 110,220千伏 part numbers.
_THOUSANDS = re.compile(
    r"\d(?<![\d.,第]\d)(?:\d?(?:,\d{3})+|\d{2},\d{3}(?=\.?\d{0,2}(?:万?元|平方米|吨|美元)))(?!\d|,\d|[号路室]|千伏|[国省县]道)"
)
_COMMA = re.compile(",")


def simplified(text: str) -> str:
    """The text in simplified characters where it is written in traditional ones, of the same length.

    Many offices publish a second version of each page in traditional characters. A text in simplified ones keeps the few
    others that it has on purpose (昇腾).
    """
    traditional = sum(map(text.count, _TRADITIONAL))
    if not traditional or traditional <= sum(map(text.count, _SIMPLIFIED)):
        return text
    whole = str(_converter().convert(text))
    if len(whole) == len(text):
        return whole
    # A phrase that is longer or shorter in the other writing would move every position behind it.
    forms = {ord(char): form for char in set(text) if len(form := str(_converter().convert(char))) == 1}
    return text.translate(forms)


def has_sounds(text: str) -> bool:
    """Whether a text has what each match of :data:`SOUND` holds."""
    return _TONE.search(text) is not None


def without_sounds(text: str) -> str:
    """The text without what :data:`SOUND` matches; shorter by it, so that its positions are others."""
    return SOUND.sub("", text) if has_sounds(text) else text


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
