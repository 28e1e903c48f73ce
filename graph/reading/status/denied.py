"""What a reply says is not so: a service that is not tried or no more, a park that is not built, a document that nobody issued."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.mentions.names import NOT
from graph.reading.status.verbs import AMEND, BUILD, DENIED, DRAFT, FINISH, ISSUE, KIND, OPEN, PREPARE, before_name, behind_name

__all__ = ["is_called_for", "is_denied_document", "is_denied_park", "is_denied_service"]

_BEFORE = re.compile(DENIED)
#: In how many characters before a name, and behind it, a denial is looked for.
_NEAR, _NEXT = 14, 10
#: What is done with a service.
_DOES = f"(?:{BUILD}|{OPEN}|试点|开展|推广|推行|落地|实施|引入|设置|部署|覆盖|铺开|复制)"
#: 未试点“甲”, 拒绝开通甲.
_NOT_TRIED = before_name(f"{NOT}(?:能|曾|予以?|再|单独|同步)?{_DOES}[^，。；]{{0,8}}")
_KINDS = f"(?:{KIND}|试点|功能)*"
#: “甲”未在丙街道落地.
_NOT_TRIED_BEHIND = behind_name(
    f"{_KINDS}(?:[^，。；]{{0,6}}{DENIED}|[^，。；]{{0,6}}?{NOT}[^，。；]{{0,14}}?{_DOES}(?=[，。；]|$))"
)
_WHEN = r"(?:[于在从自]?(?:[\d年月日]{4,11}[初中底末]?|[去今前]年(?:年?[初中底末])?|年内|上半年|下半年|近期|日前)起?)"
#: “甲”能否在丙街道试点，尚需论证.
_UNDECIDED = behind_name(f"{_KINDS}(?:能否|可否|是否)")
#: 甲平台已于去年停用; “甲”曾在丙街道试点，现已停止运行.
_STOPPED = behind_name(
    rf"{_KINDS}[柜机桩屏]?(?:[^。；]{{0,60}}，)?(?:现|目前|也|均|都|但|已经?|正式|全面|统一|{_WHEN})*+(?:[^，。；]{{0,24}}?[月年周天]后|后来?|最终)?(?:因[^，。；]{{1,12}}?(?:而)?)?(?:{_WHEN}|现|也|已经?|正式|全面|全部)*+(?:{alternation('times', 'stopped')})(?=[，。；]|$)"
)
#: 甲航线未获批准, 申报的甲项目未通过评审.
_NOT_GRANTED = behind_name(
    rf"{_KINDS}(?:等[^，。；]{{0,6}})?，(?:[^。；，]{{0,20}}，)?(?:目前|现阶段|当前|现)?(?:暂不|尚不|还不|不)具备[^，。；]{{0,14}}条件",
    rf"{_KINDS}(?:[^。；]{{0,24}}，)?[^，。；]{{0,14}}?(?:未|没有?|尚未|均未)能?(?:获得?|通过|取得|得到)[^，。；]{{0,6}}?(?:批准|批复|审批|许可|核准|评审|立项|同意)",
)
#: 申请开通“甲”，市乙局未予批准; 曾提出建设“甲”，丙局认为必要性不足，未予采纳.
_ASKED_TO = before_name(
    f"(?<!可)(?:申请|提出|请求|提议|报请)[^，。；已的]{{0,8}}?(?:{BUILD}|{OPEN}|开设|增设|设立)[^，。；的]{{0,8}}?"
)
_NO_RULE = "(?:(?!已|凡|一律|[二三]期)[^，。；的])"
_REFUSED = behind_name(
    rf"{_KINDS}(?:等{_NO_RULE}{{0,6}})?，(?:{_NO_RULE}{{0,24}}，)?{_NO_RULE}{{0,14}}?(?:{alternation('times', 'refused')})(?=[，。；]|$)"
)
#: 拆除了原“甲”两处, 关闭“甲”平台; not 不得关闭“甲”平台, 关闭“甲”平台的端口, nor 停用“甲”，升级至“乙”.
_TAKEN_AWAY = before_name(f"(?:{alternation('times', 'taken-away')})了?(?:原有?的?)?")
_LEFT_THERE = re.compile(
    "不|严禁|禁止|擅自|未|没有|避免|防止|防范|临时|暂时|暂|一键|远程|自动|自行|对|可|如|若|将|拟|计划|建议|[要请]求|代表|委员|居民"
)
_ALL_OF_IT = behind_name(rf"{_KINDS}(?:[\d两三四五六七八九十]+余?[处个座台套家])?(?=[，。；]|$)")
_COMES_AGAIN = re.compile("恢复|重新|重启|升级|改为|改造|新版|替换|迁")
#: “甲”曾在丙街道试点，效果不佳，不再推广.
_WAS_ONCE = behind_name(
    f"{_KINDS}曾[^，。；]{{0,24}}，(?:(?:因|由于|但|效果|成本|反响|使用率|经评估)[^，。；已]{{0,14}}，)?(?:现|现已|已|目前|最终|后来)?(?:不再(?:推广|实施|使用|开展|运行|试点|续建)|被叫停|未再(?:推广|实施|开展))(?=[，。；]|$)"
)
#: “甲”在我区社区卫生服务中心尚无应用; 我区在“甲”方面起步较晚, “甲”尚属空白; “甲”短期内难以推开.
_NOT_THERE_YET = behind_name(
    f"{_KINDS}在[^，。；]{{2,20}}?(?:尚无|还没有|暂无|仍无|尚未|还未|没有)(?:有)?(?:应用|开通|引入|推广|落地|覆盖|先例|试点|布点|实施|上线)",
    "方面(?:的?工作)?(?:起步较?晚|相对滞后)",
    f"{_KINDS}(?:方面)?(?:的?工作)?(?:目前|还|仍|尚)*(?:属|是|为|处于)空白(?:状态)?(?=[，。；]|$)",
    f"{_KINDS}[^。；]{{0,36}}?(?:短期内|目前|近期)(?:尚|还|仍)?(?:难以|无法|不宜)(?:推开|推广|推行|实施|开展|落地|铺开)",
)
#: “甲”因场地限制，目前尚未建设.
_NOT_FOR_A_REASON = behind_name(
    rf"{_KINDS}，?(?:因|由于|受)[^，。；]{{2,24}}，(?:目前|现|一直|至今|也|均|还|仍)*(?:{DENIED}|{NOT})[^，。；]{{0,8}}?(?:{_DOES}|{FINISH}|放开|推进|启动)(?=[，。；]|$)"
)
#: 就共建“甲”进行了初步沟通, 就“甲”与乙公司洽谈: what is only talked of.
_TALKED_OF = re.compile(
    "(?:^|[，；])[^，。；]{0,30}?(?:就|围绕)(?:共建|合作|引入|开通|建设|共同|打造|推出|联合)?[^，。；]{0,8}“?$"
)
_TALKS = behind_name(
    "[^，。；]{0,8}?(?:进行|开展|作)?(?:了|过)?(?:初步|多次|多轮|深入|充分)?(?:技术|业务|商务)?(?:沟通|接触|洽谈|磋商|探讨|交流|商谈|对接)"
)
#: 甲小程序已并入乙，不再单独运行; 甲与乙重复，已停用: of the two the first stopped.
_TAKES_IN = before_name(
    "(?:并入|归并|合并|接入|整合|纳入|迁移|升级|切换|转为|替换|改用)[到至进为成]?[^，。；]{0,4}", "[与同跟比较由被]"
)
#: 关于开通“甲”的建议，暂不具备条件: what is asked for, and the answer.
_ASKED = re.compile("(?:关于|对于)[^，。；]{0,20}$")
_NOT_GIVEN = re.compile(
    r"[”]?[^，。；]{0,10}的(?:建议|问题|诉求|事项|意见)，[^，。；]{0,10}(?:暂不|暂无|尚不|尚无|不具备|不宜|无法|难以|不予)"
)
#: 不会申请设立甲区.
_WILL_NOT_BUILD = before_name(f"不(?:会|拟|打算|准备|考虑)再?(?:向[^，。；]{{1,8}})?(?:申建|申请(?:{BUILD}|增设|新设))")
#: 甲园尚未建成, 甲园暂不具备条件; not 甲园尚未引进乙, 甲园无法满足需求.
_NOT_BUILT = behind_name(
    rf"[^，。；]{{0,6}}?{DENIED}[^，。；]{{0,6}}?(?:{BUILD}|{OPEN}|{FINISH}|{PREPARE}|具备|考虑|[列纳]入|实施|推进|落实|获批|条件)",
    rf"(?:{_WHEN}|现|均|也|已经?|整体|全部)*+(?:拆除|关停|关闭|停业|撤销)(?=[，。；]|$)",
)
#: 建议设立甲园，经研究暂不具备条件; 建设甲园的建议暂无法采纳: a park that is asked for, and the answer.
_PARK_ASKED = re.compile("(?:建议|提出|提案|关于|希望|要求|提到)[^，。；]{0,30}$")
_PARK_REFUSED = behind_name(
    r"(?:项目)?，(?:[^，。；]{0,16}，)?(?:经[^，。；]{1,6}?)?(?:目前|现阶段|当前|现)?(?:因[^，。；]{2,14}?)?(?:条件|时机)?(?:暂|尚|还|仍)?(?:不|未|无法|难以)(?:具备|予?考虑|成熟|宜|满足|能?实施|采纳)"
)
_PROPOSAL_REFUSED = behind_name(
    r"(?:项目)?的(?:建议|提议|意见|诉求)，?(?:[^，。；]{0,6}因[^，。；]{2,24}，)?(?:目前|现阶段|因[^，。；]{2,14}?)?(?:暂|尚|还)?(?:不|无法|难以|未)(?:予|能|宜)?以?(?:采纳|采用|考虑|实施|具备|支持|制定|出台|列入)"
)
#: 甲园项目因用地问题未能实施; 甲园二期，受用地指标限制，近期暂不启动.
_NOT_DONE = behind_name(
    rf"(?:项目)?因[^，。；]{{2,16}}?(?:未能|无法|暂未|尚未|暂缓)(?:{BUILD}|实施|推进|落地|开工|启动)",
    rf"(?:项目|建设)?，(?:因|由于|受)[^，。；]{{2,24}}，(?:近期|目前|现|短期内|尚|还|故|暂)*(?:未能|无法|难以|暂?不|暂?未|暂缓|不宜)(?:予以|再|具备)?(?:考虑|{BUILD}|实施|推进|落地|开工|启动|条件|安排)(?=[，。；]|$)",
)
#: 甲大厦改造项目暂不实施: what is not done to a house that is there.
_DONE_TO_IT = re.compile("[”]?的?(?:内部|周边|整体|二次)?(?:改造|扩建|扩容|提升|更新|修缮|装修|加固|配套|整治|绿化|亮化)")
#: 甲园项目已终止, 甲园因资金问题已取消.
_GIVEN_UP = behind_name(
    "(?:项目|建设|计划|选址)(?:建设|项目)?(?:现|目前|已经?|被|因[^，。；]{2,16}?){0,3}(?:终止|中止|取消|叫停|流产|停建)(?:建设|实施)?(?=[，。；]|$)"
    "(?![^。；]{0,40}(?:恢复|重启|复工|接盘|建成|开园))"
)
#: 暂未出台《甲》; what is not made may be what carries it out: 未制定《甲》实施细则.
_NOT_ISSUED = re.compile(f"{NOT}[^，。；《]{{0,6}}?(?:{ISSUE}|{DRAFT})[^，。；《]{{0,6}}[《“]?$")
_WHAT_CARRIES_IT_OUT = re.compile("[》”]?的?[^，。；》]{0,6}(?:配套|细则|实施|补充|专项)")
#: 未列入甲市“十四五”规划, 甲规划未将该路纳入: that a thing is on a plan is denied, and not the plan.
_PUTS_ON = "(?:列|纳|编|写|进|加)[入进]"
_NOT_ON_IT = before_name(f"(?:{NOT}|未|不在)(?:能|被|予|正式|再)?{_PUTS_ON}(?:到|了)?[^，。；、《]{{0,6}}")
_DOES_NOT_HOLD = behind_name(
    f"[中里内]?(?:也|均|都|目前|现)*(?:{NOT}|未)(?:能|曾)?(?:{_PUTS_ON}|[将把对][^，。；]{{1,20}}?(?:{_PUTS_ON}|列为|安排|考虑)|有?(?:安排|涉及|包含|包括|提及|明确))"
)
#: 您提出的制定《甲》的建议，因无权限，暂无法采纳: around a document that is asked for.
_MAKES = before_name(
    f"(?:提出|建议|关于|要求|希望)(?![^，。；]*{AMEND})[^，。；《]{{0,12}}?(?:{ISSUE}|{DRAFT})(?![了的])[^，。；《]{{0,6}}",
    mark="《“",
)
#: 建议市级层面出台《甲》: what others are called on to issue; what they are to amend is there.
_CALLED_FOR = re.compile(
    f"(?:建议|呼吁)(?![^，。；]*{AMEND})[^，。；《了]{{0,16}}?(?:{ISSUE}|{DRAFT})(?![了的])[^，。；《了]{{0,6}}[《“]?$"
)
#: 结合委员建议制定《甲》, 您建议制定《乙》: what was made of a proposal, or it says itself and the reply goes on to answer.
_HEEDS = re.compile("结合|根据|按照|依据|采纳|吸收|参考|针对|落实|[您你]|提案|代表|委员")


def is_denied_service(before: str, after: str, tail: str) -> bool:
    """Whether the words around a service say that it is not there, will not be, or is no more.

    Parameters
    ----------
    before, after:
        The clause up to its name, and behind it.
    tail:
        The rest of the sentence.
    """
    asked = _ASKED.search(before) and _NOT_GIVEN.match(tail)
    denied = _BEFORE.search(before[-_NEAR:]) or _NOT_TRIED.search(before)
    behind = (
        _UNDECIDED.match(after)
        or _BEFORE.match(after[:_NEXT])
        or _NOT_TRIED_BEHIND.match(after)
        or _NOT_GRANTED.match(tail)
        or _NOT_THERE_YET.match(tail)
        or _NOT_FOR_A_REASON.match(tail)
    )
    gone = _WAS_ONCE.match(tail) or _is_taken_away(before, after, tail)
    refused = gone or (_ASKED_TO.search(before) and _REFUSED.match(tail))
    talked = _TALKED_OF.search(before) and _TALKS.match(after)
    return bool(asked or denied or behind or refused or talked or (_STOPPED.match(tail) and not _TAKES_IN.search(before)))


def _is_taken_away(before: str, after: str, tail: str) -> bool:
    """Whether a service was closed or pulled down, as a whole and for good: 拆除了原“甲”两处."""
    whole = _TAKEN_AWAY.search(before) and _ALL_OF_IT.match(after)
    return bool(whole) and not (_LEFT_THERE.search(before) or _COMES_AGAIN.search(tail))


def is_denied_park(before: str, after: str, tail: str) -> bool:
    """Whether the words around a park or a house say that it is not built, or will not be; see :func:`is_denied_service`."""
    if _DONE_TO_IT.match(after):
        return False
    asked = _ASKED.search(before) and _NOT_GIVEN.match(tail)
    refused = (_PARK_ASKED.search(before) and _PARK_REFUSED.match(tail)) or _PROPOSAL_REFUSED.match(tail)
    denied = _BEFORE.search(before[-_NEAR:]) or _WILL_NOT_BUILD.search(before)
    return bool(asked or refused or denied or _NOT_BUILT.match(after) or _NOT_DONE.match(tail) or _GIVEN_UP.match(tail))


def is_denied_document(before: str, after: str, tail: str, *, marked: bool) -> bool:
    """Whether the words around a document say that nobody issued it; one in 《》 is denied only where its issuing is.

    Parameters
    ----------
    before, after, tail:
        The clause up to its name, and behind it, and the rest of the sentence.
    marked:
        Whether its name stands in 《》.
    """
    if _NOT_ISSUED.search(before) and not _WHAT_CARRIES_IT_OUT.match(after):
        return True
    if _MAKES.search(before) and _PROPOSAL_REFUSED.match(tail.removeprefix("》")):
        return True
    if _NOT_ON_IT.search(before) or _DOES_NOT_HOLD.match(after):
        return False
    unmarked = _BEFORE.search(before[-_NEAR:]) or _BEFORE.match(after[:_NEXT]) or _NOT_TRIED_BEHIND.match(after)
    return bool(not marked and (unmarked or _STOPPED.match(after)))


def is_called_for(before: str) -> bool:
    """Whether the clause before a document only calls on others to issue it: 建议市级层面出台《甲》."""
    return bool(_CALLED_FOR.search(before)) and not _HEEDS.search(before)
