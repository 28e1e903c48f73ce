"""Which office replies: who signs; else who stands in the title, above it, in the site's facts, or speaks as 我局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.reading.heading.dates import is_day
from graph.reading.heading.labels import SIGNER_BEHIND, label, labelled
from graph.reading.heading.titles import PARTIES, is_crumb

__all__ = ["department_of"]

#: Of the ministries no part is an office by its ending: 农业农村部.
_MINISTRY = (
    r"(?:教育|科技|科学技术|工信|工业和信息化|公安|民政|司法|财政|人社|人力资源(?:和)?社会保障|自然资源|生态环境|住建|住房(?:和)?城乡建设|"
    r"交通运输|水利|农业农村|农业|商务|文化和旅游|文旅|应急管理|外交|退役军人事务)部"
)
_OFFICE = (
    rf"(?:(?:中华人民共和国)?{_MINISTRY}|"
    r"(?!关于|对[省市区县政全])[\u4e00-\u9fff（）A-Z]{2,30}?(?:委员会|管理局|办公室|人民政府|局|厅|委|办|政府|中心|管委会|街道办事处|办事处|总队|支队|大队|"
    r"公司|集团|分局|银行|院|联合会|联合社|会|司|(?:宣传|统战|组织|工作|发展)部))"
)
_NO_OFFICE = re.compile(
    f"人民代表大会|政治协商|提案|建议|机构|机关|公开|政协|人大|界别|组|{PARTIES}|工商联|侨联|妇联|共青团|总工会"
)


def department_of(
    head: Sequence[str], body: Sequence[str], tail: Sequence[str], title: str | None, addressed: Sequence[str]
) -> str | None:
    """The replying office's name as the reply writes it.

    Parameters
    ----------
    head, body, tail:
        Canonical lines above the text, of the text, and at its end.
    title:
        The reply's title.
    addressed:
        Whom the reply answers: a bureau among them is not its author.
    """
    titled = re.match(rf"(?:\d{{4}}年度?)?({_OFFICE}|[省市区县]政府)(?:{_ALSO_CALLED})?(?=关于|对)", title or "")
    return (
        _fuller(_signed(tail), head)
        or (titled.group(1) if titled else _behind_the_title(title))
        or _fuller(_above(head), head)
        or _last_office(tail[-3:])
        or _not_the_site(_in_metadata("\n".join(head)), head, body)
        or _last_office(tail[-8:])
        or labelled(tail[-8:], label("liaison"), rf"{_OFFICE}(?![\u4e00-\u9fff])")
        or _speaking(head, body, addressed)
        or _in_form("\n".join(head))
        or _in_crumbs(head)
    )


def _behind_the_title(title: str | None) -> str | None:
    """The office in brackets at the title's end: 对…第3号建议的答复（水利局）."""
    found = re.search(
        r"(?:[答回]复|复函|函)（([\u4e00-\u9fff]{2,16}(?:局|委|办|厅|委员会|办公室|中心|[镇乡]|街道|公司))）$", title or ""
    )
    return found.group(1) if found and not _NO_OFFICE.search(found.group(1)) else None


def _in_form(text: str) -> str | None:
    """The office in a people's congress's form: under 承办单位 and 答复日期."""
    found = re.search(rf"承办单位 *答复 *(?:答复)?(?:日期|时间)[^\n]*\n({_OFFICE})(?=\n)", text)
    return found.group(1) if found else None


def _in_crumbs(head: Sequence[str]) -> str | None:
    """The last office on the way to the page: 首页 > 政府各部门 > 甲局 > 建议提案办理."""
    steps = [step.strip() for line in head if is_crumb(line) for step in re.split("[>＞]+", line)]
    offices = [step for step in steps if re.fullmatch(_OFFICE, step) and not re.search("部门$|各|公开", step)]
    return offices[-1] if offices else None


#: Of so many characters an office's name is no more than a kind.
_LEAST_OFFICE = 4
_SEAL = re.compile("（?(?:盖章|公章|印章|章)）?$")
#: 甲区科技局（区工信局）: the other name of the same office, behind it.
_ALSO_CALLED = r"(?<=[局委会办厅室部心府])（[\u4e00-\u9fff、]{1,22}[局委会办厅室部心府]）"
_OTHER_NAME = re.compile(f"{_ALSO_CALLED}$")


def _signed(tail: Sequence[str]) -> str | None:
    """The office beside the date of signing, on the line before, the line after, or the same line."""
    for i in range(len(tail) - 1, -1, -1):
        flat = tail[i].replace(" ", "")
        if len(flat) <= 14 and is_day(tail[i]):
            before, after = tail[:i][-2:], tail[i + 1 : i + 2]
            for lines in (before, after):
                if lines and (office := _of_lines(lines)):
                    return office
        found = re.fullmatch(rf"({_OFFICE})(?:（(?:盖章|公章)）)?(?:\d{{4}}年.*日)", flat) if len(flat) < 60 else None
        if found:
            return found.group(1)
    return None


def _of_lines(lines: Sequence[str]) -> str | None:
    """The office on the last of some lines, the first of several; a name that begins on the line before is joined."""
    parts = [
        _OTHER_NAME.sub("", _OFFICE_LABEL.sub("", _SEAL.sub("", part).replace(" ", ""))) for part in re.split(r" {2,}", lines[-1])
    ]
    apart = lines[-1].split(" ")
    if len(apart) > 1 and all(_is_whole(part) for part in apart):
        return apart[0]  # 市自然资源局 市市场监督管理局
    if len(parts) > 1 and all(_is_whole(part) for part in parts):
        return parts[0]
    whole = "".join(parts)
    if len(lines) > 1 and re.match("(?:委员会|办公室|管理局|人民政府|领导小组)", whole) and not re.search("[，。：]", lines[-2]):
        whole = lines[-2].replace(" ", "") + whole
    return whole if re.fullmatch(_OFFICE, whole) and "地址" not in whole and not _SENTENCE.search(whole) else None


def _is_whole(part: str) -> bool:
    """Whether a part of a line is an office's whole name, and no more than a kind (办公室) or a piece of a name."""
    least = _LEAST_OFFICE if part[:1] in tuple("省市区县州旗") else _LEAST_OFFICE + 1
    return len(part) >= least and re.fullmatch(_OFFICE, part) is not None


#: 甲局（函）, 乙局文件: the head of the sheet.
_LETTERHEAD = re.compile("（函）$|文件$")
#: 来源：甲局, and 信息来源 甲局 on a line that was broken behind it.
_SOURCE = re.compile("^(?:(?:信息|文章|稿件)?来源)?[：|]*")
_LABELLED = re.compile("^(?:(?:信息|文章|稿件)?来源|(?:发布|发文)(?:机构|机关|单位))[：|]*")
#: What no office's name has: words of a sentence that was broken at its side.
_SENTENCE = re.compile("是(?!$)|(?<!自)由|健全|完善|负责|根据|按照|通过|已|并|的|等(?!级)")


#: Who signed it off, on the office's line: 甲局  签发人：乙某, 领导签名：乙某  甲局.
_SIGNER = re.compile(rf"{SIGNER_BEHIND}|^ *(?:{label('signatory')}) *：\s*[\u4e00-\u9fff·]{{2,4}} +(?=[\u4e00-\u9fff]{{4}})")


def _above(head: Sequence[str]) -> str | None:
    for line in (_SIGNER.sub("", line) for line in head):
        flat = _SOURCE.sub("", _LETTERHEAD.sub("", line.replace(" ", "").lstrip("·-*")))
        flat = _OTHER_NAME.sub("", flat)
        if re.fullmatch(_OFFICE, flat) and re.search("[省市区县州旗]|局|委", flat) and not _NO_OFFICE.search(flat):
            return flat
    return None


def _fuller(office: str | None, lines: Sequence[str]) -> str | None:
    """The same office with its whole place, where a line has it (海南省… for 省…)."""
    flat = (_LABELLED.sub("", line.replace(" ", "")) for line in lines)
    longer = (line for line in flat if office and line.endswith(office) and line != office and re.fullmatch(_OFFICE, line))
    return next(longer, office) if office and office[0] in "省市区县州旗" else office


def _in_metadata(text: str) -> str | None:
    named = re.search(
        rf"(?:{label('office')})(?:（[\u4e00-\u9fff]{{2,6}}）)? *〕? *[：|]?[\s|]*((?:{_OFFICE}|[\u4e00-\u9fff]{{3,20}}[委局办厅]|[\u4e00-\u9fff]{{2,10}}(?:街道|镇|乡))(?:（[\u4e00-\u9fff、]{{2,14}}）)?)"
        r"(?=[\s|，〕）]|$|发布|时间|日期|浏览|作者|字号|文字|字体|背景)",
        text,
    )
    stamp = re.search(rf"\d{{1,2}}：\d{{2}}\s+({_OFFICE})(?=\s|$)", text) or re.search(
        rf"^({_OFFICE}) +[12]\d{{3}}[-./年]\d{{1,2}}[-./月]\d{{1,2}}", text, re.M
    )
    found = named or stamp
    return found.group(1) if found else None


#: 承办单位 甲局, without a colon.
_OFFICE_LABEL = re.compile("^(?:承办|主办|答复|办理)(?:单位|部门)[：|]?(?=[\u4e00-\u9fff]{4})")


def _last_office(lines: Sequence[str]) -> str | None:
    for line in reversed(lines):
        flat = _OTHER_NAME.sub("", _OFFICE_LABEL.sub("", _SIGNER.sub("", line).replace(" ", "").replace("\t", "")))
        if re.fullmatch(_OFFICE, flat) and len(flat) >= _LEAST_OFFICE and not _SENTENCE.search(flat):
            return flat
    return None


#: Lines of the text in which an office still introduces itself.
_FIRST_LINES = 12
_SELF = re.compile(r"[我本]([局委厅办镇乡]|街道|中心|单位)")
_SHORT = r"(?!由|并|会同|联合|请|经|在|对|按|与|和|同|从|将|把|为|向|以|据)(?:[\u4e00-\u9fff]{1,6}?[省市区县州旗]|[省市区县州])[\u4e00-\u9fff]{1,12}?"
_DOES = (
    r"(?=(?:近年来|近几年|这几年|多年来|今年以来|作为|(?:十分|非常|高度|很|一向|一直|始终|历来)|深入|认真|仍|主动|切实|积极|将|对此|对[您你](?:们)?的|党组|"
    r"收到|接到|牵头|结合|按照|围绕|在[^，。]{2,16}领导下))"
)
#: Who is asked beside the speaker, or stands for all.
_WITH = re.compile(r"(?:会同|联合|商|和|与|同|由|、|请|及|各|等|经)$")
_GIVEN = re.compile(
    rf"(?:(?:提案|建议)由(?P<host>(?:自治区)?{_SHORT}(?:局|委员会|委|厅|办公室|办|中心))(?:牵头)?主办)|(?:转|交)(?:由|给|至)?({_SHORT}(?:局|委员会|委|厅|办公室|办|中心))(?:会同[^，。；]{{2,30}}?)?(?:牵头|主办|办理|研究|承办|来办)"
    rf"|已?收悉，(?P<done>{_SHORT}(?:局|委员会|委|厅|办公室|办|中心))(?:与|会同|联合)[^，。；]{{2,20}}办理，"
)


def _given(head: Sequence[str], body: Sequence[str]) -> str | None:
    """The office to which the first sentences say that it was given."""
    found = _GIVEN.search("\n".join([*head[-2:], *body[:2]]))
    return next((name for name in found.groups() if name), None) if found else None


def _not_the_site(office: str | None, head: Sequence[str], body: Sequence[str]) -> str | None:
    """The office of the site's facts; where that is a government, which publishes for all, the one that it was given to."""
    whole = office is not None and office.endswith("人民政府")
    return (_given(head, body) if whole else None) or office


def _speaking(head: Sequence[str], body: Sequence[str], addressed: Sequence[str]) -> str | None:
    """The office that the text names where it speaks of itself: 区文旅局一向看重… beside 我局."""
    text = "\n".join(body[:_FIRST_LINES])
    if given := _given(head, body):
        return given
    own = {found.group(1) for found in _SELF.finditer(text)} - {"单位"}
    asked = "".join(found.group() for found in _CONSULTED.finditer(text))
    named = [n for n in _subjects(text, own) if n not in addressed and n not in asked and not _asked(n, head)]
    if not own and len(set(named)) > 1:
        return None  # it tells of several, and none of them is the one that speaks
    return max(named, key=lambda name: (named.count(name), -named.index(name))) if named else None


#: 经会同甲局、乙委研究，现答复如下: who was consulted about the reply did not write it.
_CONSULTED = re.compile(
    r"(?:经(?:过)?|并|我[局委厅办]|，)(?:会商|会同|协商|商(?![务业])|与|征求)(?!本[局委厅办])[^，。；\n的]{3,80}?(?=(?:共同|认真|联合|充分)*(?:研究|协商|会商|沟通|商议|意见|办理)|，?现)"
)
#: How the names of those end that call themselves 我委, 我办 …
_ENDINGS = {"委": "委员会|委", "办": "办公室|办"}


def _subjects(text: str, own: set[str]) -> Iterator[str]:
    """Offices with which a clause begins and that do something, of the kind that says 我 of itself, in order."""
    endings = "|".join(_ENDINGS.get(kind, kind) for kind in sorted(own or {"局", "委", "厅"}))
    for found in re.finditer(rf"(?<=[，。；：\n])({_SHORT}(?:{endings})){_DOES}", "\n" + text):
        committee = re.search(r"[市区县省]委[市区县省]?$", found.group(1))  # 区委 is the party's
        if _ITEM.match(found.group(1)) or _SENTENCE.search(found.group(1)):
            continue  # 二是省发展改革委…: one of several that the text tells of; 健全由区商务委牵头的机制
        if not committee and not _WITH.search(text[: max(found.start() - 1, 0)]):
            yield found.group(1)


_ITEM = re.compile("(?:[一二三四五六七八九十]是|首先|其次|再次|最后)")


def _asked(name: str, head: Sequence[str]) -> bool:
    """Whether the salutation names it: the reply goes to it."""
    return any(line.rstrip("：").endswith(name) for line in head[-3:])
