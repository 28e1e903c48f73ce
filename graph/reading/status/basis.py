"""What a document is made by: 根据《甲条例》制定《乙办法》, 在《甲办法》的基础上起草《乙细则》. The first is there, whatever becomes of the second."""

from __future__ import annotations

import re

from graph.reading.status.verbs import AMEND, DRAFT, ISSUE, UPON, before_name

__all__ = ["FELLOWS", "is_basis", "is_followed", "without_basis"]

_MADE = f"(?:{DRAFT}|{ISSUE}|{AMEND})"
#: What of a document another is made by: 《甲条例》的有关规定.
_OF_IT = "(?:(?:的|有关|相关)*(?:要求|精神|规定|部署|内容|原则|框架下?|基础上?|依据|蓝本|参照)|上)"
_FROM = f"(?:{UPON}|以|在)"
_BY = before_name(f"{_FROM}(?:国家|[本我全]?[省市区县])?(?:出台|印发|发布|施行|实施|现有|现行|原有|原|新)*的?", mark="《“")
_ANOTHER_IS_MADE = re.compile(
    rf"[》”]?(?:（[^）]*）)?等?(?:为|作为)?{_OF_IT}?，?(?:我[局委办区市县]|尽快|加快|牵头|及时|组织|抓紧|进一步|认真|并|正在?|已|拟|将)*"
    rf"{_MADE}{{1,3}}(?:完成|形成|了|好|出)*(?:本[区市县省]|我[区市县省]|相关|配套|具体)?的?(?:（[^）]*）)?[《“]"
)
#: More documents behind one, in its row.
FELLOWS = re.compile("^[》”]?(?:[、和与及]*《[^《》]*》)+")
_BASIS = re.compile(
    rf"{_FROM}[^，。；《》]{{0,6}}《[^《》]*》(?:[和与及、]*《[^《》]*》)*等?(?:为|作为)?{_OF_IT}?(?=[^，。；《》]{{0,12}}{_MADE})"
)

#: What one goes by: 按照《甲方案》，该路段…, not 正按《甲办法》的修改意见….
_FOLLOWS = before_name(
    f"(?:{UPON}|根据|按照|遵照|依据|对照)(?:国家|中央|上级|[本我全该]?[省市区县州](?:委|政府)?|[本我][局委办厅])?(?:有关|相关|现行|最新)?(?:印发|发布|出台|下发|颁布)?的?",
    mark="《",
)
#: Behind it, that it is itself still being made: （正在修订）, 的编制进度, 该办法将于年底印发.
_NOT_MADE = re.compile(
    r"[》”]?(?:（[^）]{0,12}）)?(?:草案|初步成果|，?(?:目前|现)?已?(?:形成|完成)?初稿"
    r"|，(?:目前|现)?正在?(?:报批|公示|审议|审批|会签|征求(?:各方|社会|公众)*意见|修改完善)[当之]?中?(?=[，。；]|$))|"
    rf"[》”]?(?:（[^）]{{0,20}}(?:稿|草案|正在|拟|待|在编|[列纳]入)[^）]{{0,20}}）|等?的?(?:{_MADE}|征求意见|审[议查]|评审|报批|批复|公示)(?!了|后|以来|通过)|[尚还仍]?[未待]"
    r"|[^。；]{0,60}(?:该|此|上述|这[一部个]?)(?:规划|方案|办法|细则|意见|计划|条例|措施|指引|指南|标准|规定|政策|文件|草案))"
)
#: 根据《甲规划》，将在编制中充分吸纳: a plan that takes up what is proposed.
_WILL_TAKE_UP = re.compile("[》”]?，(?:我[局委办区市县])?将在其?编制(?:过程)?[中时]")
_PLAN = re.compile("(?:规划|计划|纲要|方案)$")


def is_followed(name: str, clause: str, tail: str) -> bool:
    """Whether a document is what one goes by, so that what is awaited later in its sentence is another thing.

    In annotated replies 129 of 130 such documents are there; the last is a draft by its name.

    Parameters
    ----------
    name:
        The document's.
    clause:
        The words before it in its clause.
    tail:
        The rest of its sentence.
    """
    kind = re.sub("[（(].*", "", name)[-2:]
    if re.match(rf"[^。；]{{0,60}}(?:待|目前|现){re.escape(kind)}[^，。；已]{{0,8}}(?:批|审|印发|发布|出台)", tail):
        return False
    if _PLAN.search(name) and _WILL_TAKE_UP.match(tail):
        return False
    return bool(_FOLLOWS.search(clause)) and not _NOT_MADE.match(FELLOWS.sub("》", tail, count=1))


def is_basis(clause: str, tail: str) -> bool:
    """Whether another document is made by the one between the words before it in its clause and the rest of its sentence."""
    return bool(_BY.search(clause) and _ANOTHER_IS_MADE.match(FELLOWS.sub("》", tail, count=1)))


def without_basis(clause: str) -> str:
    """The words before a document in its clause without the documents that it is made by: 正制定 of 正根据《甲条例》制定."""
    return _BASIS.sub("", clause)
