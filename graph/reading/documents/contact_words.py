"""By what a contact's name and number are told, as parts of patterns over canonical text."""

from __future__ import annotations

from graph.reading.lexicon import words

__all__ = ["DIGITS", "HEAD_LABEL", "NUMBER_LABEL", "OTHER_WORD", "PERSON_LABEL", "TELEPHONE", "person"]


def _spaced(*labels: str) -> str:
    """An alternation in which a label is also found with blanks or a broken line inside it."""
    return "|".join(r"\s*".join(label) for label in sorted(labels, key=len, reverse=True))


_ROLES = (
    "联系",
    "经办",
    "承办",
    "联络",
    "填表",
    "填报",
    "办理",
    "主办",
    "协办",
    "督办",
    "拟稿",
    "拟文",
    "核稿",
    "校对",
    "具体办理",
)
_ENDINGS = ("人姓名", "人员姓名", "人员", "人", "员", "同志")
_OF_HEADS = ("负责人", "负责人姓名", "负责人员")
#: 负责人 alone may be who signed it off: 承办负责人 and 承办科室负责人 are whom to ask. Replies speak of such people too: 承办单位负责人要….
HEAD_LABEL = _spaced(
    *(f"{role}{ending}" for role in _ROLES for ending in _OF_HEADS),
    *(
        f"{role}{unit}负责人"
        for role in ("承办", "经办", "办理", "主办", "协办", "督办", "责任")
        for unit in ("单位", "科室", "处室", "股室", "部门")
    ),
    "科室负责人",
    "处室负责人",
    "股室负责人",
    "具体负责人",
)
PERSON_LABEL = "|".join((HEAD_LABEL, _spaced(*(f"{role}{ending}" for role in _ROLES for ending in _ENDINGS), "责任人")))
NUMBER_LABEL = _spaced(
    "联系电话",
    "联系方式",
    "办公电话",
    "固定电话",
    "咨询电话",
    "联系手机",
    "电话号码",
    "手机号码",
    "电话",
    "手机",
    "手机号",
    "座机",
    "小灵通",
    "传真",
    "Tel",
    "TEL",
    "tel",
    "Fax",
    "FAX",
    "fax",
)
#: A number may go on behind a line's end, but no day begins it: 电话：15300000000, and the signature 2024年6月23日 below.
DIGITS = (
    r"[+（]?\d(?:[\s\-—（）转/、，]{0,3}"
    r"(?!(?:19|20)\d\d\s*(?:年|[-./]\d{1,2}[-./]\d))\d){5,24}"
)
#: With an area code or without, as such a number is written: no sum of money and no day.
TELEPHONE = r"(?:（?[0O]\d{2,3}）?[-— ]{0,2}[2-9]\d{6,7}|[2-8]\d{6,7}|(?<!\d)[48]00-\d{3,4}-\d{3,4})"
#: What no person is called though it begins as a name does: 高新科, 万元, 金额.
OTHER_WORD = (
    r"(?:[\u4e00-\u9fff]{1,5}[局科室处办委部院所站厅股组街镇村队馆店场厂社校园网号线额元项目量口间度费本价款](?![\u4e00-\u9fff])"
    r"|本|公开|监督|举报|服务|咨询|投诉|传真|电话|手机|邮编|客服|应急|热线|万[元人户吨]|于)"
)


def person(gap: str = "") -> str:
    """A pattern for a family name, those of two characters before the others, and the one or two characters behind it.

    Parameters
    ----------
    gap:
        What may stand between the characters.
    """
    names = sorted(words("surnames"), key=lambda name: (-len(name), name))
    return rf"(?!{OTHER_WORD})(?:{'|'.join(names)})(?:{gap}[\u4e00-\u9fff]){{1,2}}"
