"""Which office speaks in a text that nobody signs: to which it was given, that took it up, or that tells of itself as 我局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["FIELDS", "SENTENCE", "called", "given", "is_ours", "speaking"]

#: What ministries and a province's departments are for.
FIELDS = (
    r"(?:教育|科技|科学技术|工信|工业和信息化|公安|民政|司法|财政|人社|人力资源(?:和)?社会保障|自然资源|生态环境|住建|住房(?:和)?城乡建设|"
    r"交通运输|水利|农业农村|农业|商务|文化和旅游|文旅|应急管理|外交|退役军人事务)"
)
#: What no office's name has: words of a sentence that was broken at its side.
SENTENCE = re.compile("是(?!$)|(?<!自)由|健全|完善|负责|根据|按照|通过|已|并|的|等(?!级)")
#: Lines of the text in which an office still introduces itself.
_FIRST_LINES = 12
_SELF = re.compile(r"[我本]([局委厅办部镇乡](?!分)|街道|中心|单位)")
_SHORT = r"(?!由|并|会同|联合|请|经|在|对|按|与|和|同|从|将|把|为|向|以|据|今后|下一?步|接下来)(?:[\u4e00-\u9fff]{1,6}?[省市区县州旗]|[省市区县州])[\u4e00-\u9fff]{1,12}?"
#: How the name of an office ends that deals with proposals.
_ENDS = "(?:局|委员会|委|厅|办公室|办|中心)"
_DOES = (
    r"(?=(?:近年来|近几年|这几年|多年来|今年以来|作为|(?:十分|非常|高度|很|一向|一直|始终|历来)|深入|认真|仍|主动|切实|积极|还?将|"
    r"对此|对[您你](?:们)?的|党组|收到|接到|接件后|牵头|结合|按照|围绕|在[^，。]{2,16}领导下|和[^，。、]{1,6}(?:主任|局长|厅长)(?:都|均)?(?:很|十分|非常|高度)重视))"
)
_GIVEN = re.compile(
    rf"(?:(?:提案|建议)由(?P<host>(?:自治区)?{_SHORT}{_ENDS})(?:牵头)?主办)|(?:转|交)(?:由|给|至)?({_SHORT}{_ENDS})(?:会同[^，。；]{{2,30}}?)?(?:牵头|主办|办理|研究|承办|来办)"
    rf"|已?收悉，(?P<done>{_SHORT}{_ENDS})(?:与|会同|联合)[^，。；]{{2,20}}办理，"
    # 会上递交，由甲室办理; 区数据中心接件后; 甲镇人民政府收到建议后
    rf"|(?:递交|提交|会[议上][^，。]{{0,4}}提出)，由(?P<by>{_SHORT}(?:{_ENDS}|室|处))(?:牵头|负责)?(?:主办|承办|办理)(?=[，。])"
    rf"|(?<=[，。；：\n])(?P<took>{_SHORT}(?:{_ENDS}|人民政府|街道办事处))(?:接件|(?:收到|接到)(?:您的|该|此|本件)?(?:提案|建议|议案)(?:交办件)?)后"
)


def given(head: Sequence[str], body: Sequence[str]) -> str | None:
    """The office to which the first sentences say that it was given, or that says how it took it up.

    Parameters
    ----------
    head, body:
        Canonical lines above the text, and of the text.
    """
    found = _GIVEN.search("\n".join([*head[-2:], *body[:2]]))
    return next((name for name in found.groups() if name), None) if found else None


#: 已交由我局办理, 由我局牵头, 交我办事处研究办理: it is an office that speaks.
_IS_OURS = re.compile(
    "(?:[转交]由?|由)[我本](?:[局委厅办]|办事处|街道|中心)(?:会同[^，。；]{2,20}|单独)?(?:牵头|主办|承办|研究|负责|具体)?(?:办理|牵头|主办|承办|答复)"
)


def is_ours(body: Sequence[str]) -> bool:
    """Whether the first lines of the text say that it was given to whoever speaks as 我局 or 我办事处."""
    return _IS_OURS.search("\n".join(body[:2])) is not None


#: By what such an office is called where it speaks of itself: 甲街道办事处已经…, 乙局对您所提….
_ITSELF = re.compile(
    "(?:^|(?<=[，。；：、]))(?P<named>[\u4e00-\u9fff]{2,4}街道办事处(?=已|将|积极|高度|认真|近年|始终|对[您你])"
    "|(?![各其原该本我])[\u4e00-\u9fff]{2,6}[局委](?=对[您你](?:们)?(?:所)?提(?:出)?的?(?:建议|提案|意见)[^，。]{0,4}(?:高度|十分|非常)重视))"
)
#: Whoever says so of itself is a subdistrict's office.
_OUR_STREET = re.compile("[我本](?:街道)?办事处|[我本]街道")


def called(body: Sequence[str]) -> str | None:
    """The one name by which such an office speaks of itself in the first lines of the text, if there is just one."""
    lines = body[:_FIRST_LINES]
    streets = any(_OUR_STREET.search(line) for line in lines)
    itself = {found for line in lines for found in _ITSELF.findall(line) if streets or not found.endswith("办事处")}
    return itself.pop() if len(itself) == 1 else None


def speaking(head: Sequence[str], body: Sequence[str], addressed: Sequence[str]) -> str | None:
    """The office that the text names where it speaks of itself: 区文旅局一向看重… beside 我局.

    Parameters
    ----------
    head, body:
        As for :func:`given`.
    addressed:
        Whom the reply answers.
    """
    text = "\n" + "\n".join(body[:_FIRST_LINES])
    if told := given(head, body):
        return told
    own = {found.group(1) for found in _SELF.finditer(text)} - {"单位"}
    if own and (duties := _BY_ITS_DUTIES.search(text)):
        return duties.group(1)
    asked = "".join(found.group() for found in _CONSULTED.finditer(text))
    national = (
        not own - {"部"} and not _PLACES_OWN.search(text) and _NATIONAL.search("\n".join([*head, text[:_OPENING]])) is not None
    )
    named = [n for n in _subjects(text, own, national) if n not in addressed and n not in asked and not _asked(n, head)]
    if not own and len(set(named)) > 1:
        return None  # it tells of several, and none of them is the one that speaks
    return max(named, key=lambda name: (named.count(name), -named.index(name))) if named else None


#: 根据区发改局的主要职能，我局…: whose duties they are.
_BY_ITS_DUTIES = re.compile(
    rf"(?:根据|结合|按照)({_SHORT}(?P<kind>局|委|厅|办|中心))的?(?:主要|工作)?(?:职能|职责)，[我本](?P=kind)(?![^，。]{{0,6}}(?:不|配合|协助))"
)
#: A conference or a congress of the whole country, whose replies ministries write, and where the text's first words end; not 作为全国人大代表.
_NATIONAL = re.compile("全国政协(?!委员)|全国人大(?!代表)|全国(?:人民代表大会|委员会)(?!代表)")
#: 我省, 本市: it is a place's office that speaks.
_PLACES_OWN = re.compile("[我本][省市区县州旗]")
_OPENING = 200
#: 经会同甲局、乙委研究，现答复如下: who was consulted about the reply did not write it.
_CONSULTED = re.compile(
    r"(?:经(?:过)?|并|我[局委厅办部]|，)(?:会商|会同|协商|商(?![务业])|与|征求)(?!本[局委厅办])[^，。；\n的]{3,80}?(?=(?:共同|认真|联合|充分)*(?:研究|协商|会商|沟通|商议|意见|办理)|，?现)"
)
#: How the names of those end that call themselves 我委, 我办 …
_ENDINGS = {"委": "委员会|委", "办": "办公室|办"}
_FROM = r"(?<=[，。；：\n])"
#: A ministry that does something, alone or with those whom it asks.
_MINISTRYS = re.compile(rf"{_FROM}({FIELDS}部)(?!还?将)(?:{_DOES}|(?=(?:与|会同|联合)有关))")
#: 商务厅党组, 我厅: a department of the province without the province.
_BARE_HALL = re.compile(rf"{_FROM}({FIELDS}厅)(?=党组)")


def _subjects(text: str, own: set[str], national: bool) -> Iterator[str]:
    """Offices with which a clause begins and that do something, of the kind that says 我 of itself, in order."""
    endings = "|".join(_ENDINGS.get(kind, kind) for kind in sorted(own or {"局", "委", "厅"}))
    for found in re.finditer(rf"{_FROM}({_SHORT}(?:{endings})){_DOES}", text):
        committee = re.search(r"[市区县省]委[市区县省]?$", found.group(1))  # 区委 is the party's
        if _ITEM.match(found.group(1)) or SENTENCE.search(found.group(1)):
            continue  # 二是省发展改革委…: one of several that the text tells of; 健全由区商务委牵头的机制
        if not committee:
            yield found.group(1)
    if national:
        yield from (found.group(1) for found in _MINISTRYS.finditer(text))
    elif "厅" in own:
        yield from (found.group(1) for found in _BARE_HALL.finditer(text))


_ITEM = re.compile("(?:[一二三四五六七八九十]是|首先|其次|再次|最后)")


def _asked(name: str, head: Sequence[str]) -> bool:
    """Whether the salutation names it: the reply goes to it."""
    return any(line.rstrip("：").endswith(name) for line in head[-3:])
