"""Which office replies: who signs; else who stands in the title, above it, in the site's facts, or speaks as 我局."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading import divisions
from graph.reading.heading.dates import is_day
from graph.reading.heading.labels import SIGNER_BEHIND, label, labelled
from graph.reading.heading.speaking import FIELDS, SENTENCE, called, given, is_ours, speaking
from graph.reading.heading.titles import PARTIES, is_crumb

__all__ = ["department_of"]

#: Of the ministries no part is an office by its ending: 农业农村部.
_MINISTRY = f"{FIELDS}部"
_OFFICE = (
    rf"(?:(?:中华人民共和国)?{_MINISTRY}|"
    r"(?!关于|对[省市区县政全])[\u4e00-\u9fff（）A-Z]{2,30}?(?:委员会|管理局|办公室|人民政府|局|厅|委|办|政府|中心|管委会|街道办事处|办事处|总队|支队|大队|"
    r"公司|集团|分局|银行|院|联合会|联合社|会|司|(?:宣传|统战|组织|工作|发展)部))"
)
_IS_OFFICE = re.compile(_OFFICE)
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
    titled = _IN_TITLE.match(title or "")
    return (
        _fuller(_signed(tail), head)
        or (titled.group(1) if titled else _behind_the_title(title))
        or _fuller(_above(head), head)
        or _town([*body[-1:], *tail])
        or _last_office(tail[-3:])
        or _not_the_site(_in_metadata("\n".join(head)), head, body)
        or _last_office(tail[-8:])
        or labelled(tail[-8:], label("liaison"), rf"{_OFFICE}(?![\u4e00-\u9fff])")
        or speaking(head, body, addressed)
        or _in_form("\n".join(head))
        or _in_crumbs(head)
    )


_BEHIND_TITLE = re.compile(r"(?:[答回]复|复函|函)（([\u4e00-\u9fff]{2,16}(?:局|委|办|厅|委员会|办公室|中心|[镇乡]|街道|公司))）$")


def _behind_the_title(title: str | None) -> str | None:
    """The office in brackets at the title's end: 对…第3号建议的答复（水利局）."""
    found = _BEHIND_TITLE.search(title or "")
    return found.group(1) if found and not _NO_OFFICE.search(found.group(1)) else None


_FORM = re.compile(rf"承办单位 *答复 *(?:答复)?(?:日期|时间)[^\n]*\n({_OFFICE})(?=\n)")


def _in_form(text: str) -> str | None:
    """The office in a people's congress's form: under 承办单位 and 答复日期."""
    found = _FORM.search(text)
    return found.group(1) if found else None


def _in_crumbs(head: Sequence[str]) -> str | None:
    """The last office on the way to the page: 首页 > 政府各部门 > 甲局 > 建议提案办理."""
    steps = [step.strip() for line in head if is_crumb(line) for step in re.split("[>＞]+", line)]
    offices = [step for step in steps if _IS_OFFICE.fullmatch(step) and not re.search("部门$|各|公开", step)]
    return offices[-1] if offices else None


#: Of so many characters an office's name is no more than a kind.
_LEAST_OFFICE = 4
_SEAL = re.compile("（?(?:盖章|公章|印章|章)）?$")
#: 甲区科技局（区工信局）: the other name of the same office, behind it.
_ALSO_CALLED = r"(?<=[局委会办厅室部心府])（[\u4e00-\u9fff、]{1,22}[局委会办厅室部心府]）"
_OTHER_NAME = re.compile(f"{_ALSO_CALLED}$")
_IN_TITLE = re.compile(rf"(?:\d{{4}}年度?)?({_OFFICE}|[省市区县]政府)(?:{_ALSO_CALLED})?(?=关于|对)")


#: Of so many characters is a line with nothing but a day, at most.
_DAY = 14


_WITH_DAY = re.compile(rf"({_OFFICE})(?:（(?:盖章|公章)）)?(?:\d{{4}}年.*日)")


def _signed(tail: Sequence[str]) -> str | None:
    """The office beside the date of signing, on the line before, the line after, or the same line."""
    for i in range(len(tail) - 1, -1, -1):
        flat = tail[i].replace(" ", "")
        if len(flat) <= _DAY and is_day(tail[i]):
            before, after = tail[:i][-2:], tail[i + 1 : i + 2]
            for lines in (before, after):
                if lines and (office := _of_lines(lines)):
                    return office
        found = _WITH_DAY.fullmatch(flat) if len(flat) < 60 else None
        if found:
            return found.group(1)
    return None


_GAP = re.compile(" {2,}")
_ENDS_A_NAME, _MARK = re.compile("委员会|办公室|管理局|人民政府|领导小组"), re.compile("[，。：]")


def _of_lines(lines: Sequence[str]) -> str | None:
    """The office on the last of some lines, the first of several; a name that begins on the line before is joined."""
    parts = [_OTHER_NAME.sub("", _OFFICE_LABEL.sub("", _SEAL.sub("", part).replace(" ", ""))) for part in _GAP.split(lines[-1])]
    apart = lines[-1].split(" ")
    if len(apart) > 1 and all(_is_whole(part) for part in apart):
        return apart[0]  # 市自然资源局 市市场监督管理局
    if len(parts) > 1 and all(_is_whole(part) for part in parts):
        return parts[0]
    whole = "".join(parts)
    if len(lines) > 1 and _ENDS_A_NAME.match(whole) and not _MARK.search(lines[-2]):
        whole = lines[-2].replace(" ", "") + whole
    return whole if _IS_OFFICE.fullmatch(whole) and "地址" not in whole and not SENTENCE.search(whole) else None


#: 上海市闵行区马桥镇: a town with the larger places before it.
_TOWN = re.compile("(?:[\u4e00-\u9fff]{1,8}?[省市区县州旗]){0,3}(?P<name>[\u4e00-\u9fff]{1,6}(?:镇|乡|街道))")

#: What stands above who signs: the end of a sentence, or whom to call; and who gets a copy, on the lines above.
_CLOSED, _COPIES = re.compile("[。！；）]$|联系|电话|附件|邮编"), re.compile("抄[送报]|主送")


def _town(tail: Sequence[str]) -> str | None:
    """The town or subdistrict of the country that signs by its name alone, on a line of its own right above the date."""
    for i, (before, line, day) in enumerate(zip(tail, tail[1:], tail[2:], strict=False)):
        name = _SEAL.sub("", line).replace(" ", "")
        town = _TOWN.fullmatch(name) if is_day(day) and len(day.replace(" ", "")) <= _DAY else None
        if not town or not _CLOSED.search(before) or _of_lines([before]) or _COPIES.search(" ".join(tail[max(i - 2, 0) : i + 1])):
            continue
        if divisions.counties_of(town["name"]):
            return name
    return None


def _is_whole(part: str) -> bool:
    """Whether a part of a line is an office's whole name, and no more than a kind (办公室) or a piece of a name."""
    least = _LEAST_OFFICE if part[:1] in tuple("省市区县州旗") else _LEAST_OFFICE + 1
    return len(part) >= least and _IS_OFFICE.fullmatch(part) is not None


#: 甲局（函）, 乙局文件: the head of the sheet.
_LETTERHEAD = re.compile("（函）$|文件$")
#: 来源：甲局, and 信息来源 甲局 on a line that was broken behind it.
_SOURCE = re.compile("^(?:(?:信息|文章|稿件)?来源)?[：|]*")
_LABELLED = re.compile("^(?:(?:信息|文章|稿件)?来源|(?:发布|发文)(?:机构|机关|单位))[：|]*")


#: Who signed it off, on the office's line: 甲局  签发人：乙某, 领导签名：乙某  甲局.
_SIGNER = re.compile(rf"{SIGNER_BEHIND}|^ *(?:{label('signatory')}) *：\s*[\u4e00-\u9fff·]{{2,4}} +(?=[\u4e00-\u9fff]{{4}})")


_OF_A_PLACE = re.compile("[省市区县州旗]|局|委|(?:镇|乡|街道)(?:人民政府|办事处)$")


def _above(head: Sequence[str]) -> str | None:
    for line in (_SIGNER.sub("", line) for line in head):
        flat = _SOURCE.sub("", _LETTERHEAD.sub("", line.replace(" ", "").lstrip("·-*")))
        flat = _OTHER_NAME.sub("", flat)
        if _IS_OFFICE.fullmatch(flat) and _OF_A_PLACE.search(flat) and not _NO_OFFICE.search(flat):
            return flat
    return None


def _fuller(office: str | None, lines: Sequence[str]) -> str | None:
    """The same office with its whole place, where a line has it (海南省… for 省…)."""
    flat = (_LABELLED.sub("", line.replace(" ", "")) for line in lines)
    longer = (line for line in flat if office and line.endswith(office) and line != office and _IS_OFFICE.fullmatch(line))
    return next(longer, office) if office and office[0] in "省市区县州旗" else office


_NAMED = re.compile(
    rf"(?:{label('office')})(?:（[\u4e00-\u9fff]{{2,6}}）)? *〕? *[：|]?[\s|]*((?:{_OFFICE}|[\u4e00-\u9fff]{{3,20}}[委局办厅]|[\u4e00-\u9fff]{{2,10}}(?:街道|镇|乡))(?:（[\u4e00-\u9fff、]{{2,14}}）)?)"
    r"(?=[\s|，〕）]|$|发布|时间|日期|浏览|作者|字号|文字|字体|背景"
    r"|(?<!政府)(?<!管委会)(?:门户网站?|官方网站|官网|网站)(?=[\s|，〕）]|$))"  # 来源：甲部网站; a government's is all offices'
)
_BEHIND_HOUR = re.compile(rf"\d{{1,2}}：\d{{2}}\s+({_OFFICE})(?=\s|$)")
_BEFORE_DAY = re.compile(rf"^({_OFFICE}) +[12]\d{{3}}[-./年]\d{{1,2}}[-./月]\d{{1,2}}", re.M)


def _in_metadata(text: str) -> str | None:
    found = _NAMED.search(text) or _BEHIND_HOUR.search(text) or _BEFORE_DAY.search(text)
    return found.group(1) if found else None


#: 承办单位 甲局, without a colon.
_OFFICE_LABEL = re.compile("^(?:承办|主办|答复|办理)(?:单位|部门)[：|]?(?=[\u4e00-\u9fff]{4})")


def _last_office(lines: Sequence[str]) -> str | None:
    for line in reversed(lines):
        flat = _OTHER_NAME.sub("", _OFFICE_LABEL.sub("", _SIGNER.sub("", line).replace(" ", "").replace("\t", "")))
        if _IS_OFFICE.fullmatch(flat) and len(flat) >= _LEAST_OFFICE and not SENTENCE.search(flat):
            return flat
    return None


def _not_the_site(office: str | None, head: Sequence[str], body: Sequence[str]) -> str | None:
    """The office of the site's facts; where that is a government, which publishes for all, the one that it was given to."""
    whole = office is not None and office.endswith("人民政府")
    told = given(head, body) if whole else None
    if told is None and whole and not str(office).endswith(_OF_TOWNS) and is_ours(body):
        return called(body)  # whoever says 我局 is no government
    return told or office


_OF_TOWNS = ("镇人民政府", "乡人民政府")
