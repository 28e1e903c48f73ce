"""That a park or a service is only applied for, talked over, or meant to be built with those who are to bring it about."""

from __future__ import annotations

import re

from graph.reading.status.verbs import DENIED, FINISH, INTEND, KIND, OPEN, PREPARE, before_name, behind_name
from graph.reading.status.years import is_over

__all__ = ["is_service_sought", "is_site_sought"]

_CLAUSES = re.compile("[，；：]")
_PARTS = re.compile("[，；。]")
#: That somebody means to: 拟 (not 虚拟), 力争, 计划, of which 按计划 and 行动计划 mean nothing; 将 and 争取 only where they cannot be 把 and 争取资金.
_MEANS = (
    "(?:(?<![模虚草])拟(?![定订])|力争|打算|筹划|(?<![按照动项作育增坚升资施设划原的])(?<![一二两三四五六七八九十]年)计划|有望"
    "|(?:(?<!不)将|争取)(?=由|联合|会同|投资|选址|新建))"
)
#: Between the intention and what is done nothing says that it is done, and no other verb has the name for its place.
_BETWEEN = r"(?:(?!已|了|过|入驻|落户|建成的|位于|以来|继续|持续|进一步|支持|推[动进]|[提改]升|完善|用于)[^，。；：、]){0,30}?"
#: Other parks of the same row before the name: 申请设立甲园和乙园.
_ROW = "(?:[^，。；：、和与及的了已在]{2,16}(?<=[园区城谷港镇])[、和与及]){0,4}"
_GRANT = "(?:批准|批复|同意|支持)?"
_SET_UP = "(?:设立|增设|新设)"
_APPLIED_FOR = before_name(
    # 申建甲区, 向国务院申请设立乙区; 申报 and 创建 alone are said of parks that are there: 申报绿色园区, 创建国家级园区
    f"(?<![经功曾])(?:申建|申请{_GRANT}(?:{_SET_UP}|建设|新建|筹建)|申报(?:{_SET_UP}|建设|新建|筹建))(?!了|的){_ROW}",
    f"(?:争取|(?:正在?|拟|积极|抓紧)报请|提请|恳请)[^，。；：了已在把将]{{0,12}}?{_SET_UP}{_ROW}",
    # 论证建设甲园, 与乙公司洽谈共建丙园
    f"(?:论证|洽谈|商谈|磋商)(?:合作|共同|联合|选址|投资)?(?:[共合联]建|新建|建设)(?!了|的){_ROW}",
)
#: 拟选址建设甲园, 拟由乙公司投资建设丙园, 计划投资5亿元新建丁园, 拟将老厂房改造为戊园.
_MEANT = before_name(
    f"{_MEANS}{_BETWEEN}(?:新建(?!的)|选址(?:建设|兴建)|(?:改造|改建)[为成]){_ROW}",
    f"{_MEANS}由[^，。；：、已了]{{2,20}}?投资(?:建设|兴建){_ROW}",
)
#: 2018年申请设立甲区: with its year it is told as done.
_DATED = re.compile(r"(?:^|[，；：])[^，；：]{0,6}(?:去年|前年|20\d\d年)(?:\d{1,2}月)?(?:\d{1,2}日)?，?[^，；：计拟将正]*$")
#: 经专家论证建设甲园, 省政府批准我区申请设立乙区: it has been granted.
_WAS_GRANTED = re.compile(
    r"经过?[^，；：]{0,10}(?:论证|洽谈|商谈|磋商)|(?:批准|批复|同意)了?[^，；：]{1,8}(?:申请|申报|申建)|(?:反复|充分)论证"
)
#: 不会申请设立甲区: before the name.
_NEGATED = re.compile(f"{DENIED}|不(?![断仅但久少同])|未(?!来)|撤回|撤销|放弃")
#: The name is all that is sought: neither a part of the place, nor what is held there or made of it.
_ITSELF = behind_name(
    r"(?:[、和与及][^，。；：、和与及的了已在“”]{2,16}(?<=[园区城谷港镇])){0,5}(?:等(?:[^，。；：、的]{0,10}(?:园区|载体|平台))?)?"
    r"(?:工作|事宜|事项)?(?=[，。；]|（(?![二三四]期|扩)|的(?:请示|申请|报告|可行性|方案)|$)"
)
#: 申请设立甲区，乙园区已投产, 申请设立甲区，申请设立乙区: a later clause speaks of another place.
_ANOTHER = re.compile(
    f"[^，；经]{{0,14}}?(?:申建|(?:申请|申报){_SET_UP}|(?:论证|洽谈)[共建])"
    "|(?:目前|现|并|且|但|而|其中|同时)*(?!该|此|本|整个|园区|项目|平台|[一首]期|于?20)[^，；]{2,24}?(?:园区?|经开区|高新区|开发区|保税区|大厦|小镇|平台|系统)(?=[均都也一]?已|现|目前|于|入驻)"
)
#: Not what comes before it: 已报批, 已成立专班.
_NO_STEP = f"(?![^，；]{{0,10}}(?:{PREPARE}|上报|报[送请]|提交|递交|申请|列入|纳入|提出|建议|计划|专班|小组|协议|意向))"
#: What is only there if the park or the service is: 于2021年获批, 已封关运作, 现有企业120家.
_THERE = re.compile(
    rf"(?:已|(?:(?P<year>20\d\d)|[去前上同次])年(?!底前)){_NO_STEP}[^，；]{{0,16}}?(?:{OPEN}|{FINISH}|封关|验收|成立|设立|[挂揭]牌|批准|批复|同意|入驻|集聚|获|引进|建设|运[行营])"
    r"|(?<!推动)(?<!促进)获批(?![后前])|获得?[^，；]{0,10}(?:批准|批复|同意)(?![后前])|获评|入选|成功获"
    r"|(?:现有|现|目前|[共已]有|入驻|集聚)[^，；]{0,6}(?:企业|商户)|(?:运行|运营|运作)(?:良好|平稳|正常|稳定)"
)
#: What is still to be, and what has been done towards it: 前期工作已启动.
_NOT_YET = re.compile(
    f"{INTEND}|{DENIED}|[尚待若]|未(?!来)|尽[快早]|早日|年内|年底前|明年|如获|将|(?:{PREPARE}|筹备|前期)(?:工作|手续|论证)?[^，；]{{0,6}}已"
)
#: 甲园已签订投资协议，有望年内落地: the park itself, and not a project in it.
_ALONE = re.compile("(?:^|[，；：、])(?:目前|现|其中|[我本全][省市区县]的?)*[“]?$")
_HOPED = behind_name(
    "(?:已?(?:签订|签署|达成)(?:投资|合作|框架|初步)*(?:协议|意向|合同)，)?"
    "有望(?:在|于)?(?:今年|明年|年内|年底前?|近期|[上下]半年)?(?:尽快|早日|尽早)?落地(?=[，。；]|$)"
)


def _is_there(tail: str, year: int | None) -> bool:
    """Whether the rest of a sentence says that what was applied for, or meant to be built, is there by now."""
    for number, clause in enumerate(_PARTS.split(tail)):
        if number and _ANOTHER.match(clause):
            return False
        told = None if _NOT_YET.search(clause) else _THERE.search(clause)
        if told and is_over(told["year"], year):
            return True
    return False


def is_site_sought(before: str, after: str, tail: str, year: int | None) -> bool:
    """Whether a park is only applied for, talked over, or meant to be built.

    Parameters
    ----------
    before:
        The sentence up to its name.
    after, tail:
        The rest of the clause behind it, and of the sentence.
    year:
        In which the reply was written, where it says so.
    """
    if _HOPED.match(tail) and _ALONE.search(before):
        return True
    clause = _CLAUSES.split(before)[-1]
    if not _ITSELF.match(after) or _NEGATED.search(clause) or _WAS_GRANTED.search(clause):
        return False
    applied = _APPLIED_FOR.search(clause) and not _DATED.search(before)
    return bool(applied or _MEANT.search(clause)) and not _is_there(tail, year)


#: 我局向省里申请开通甲平台 (not 居民向街道申请开通, nor 我局向市局申请开通, which open one that is there for somebody), 论证建设乙平台, 正在招标建设丙平台.
_SERVICE_SOUGHT = before_name(
    "(?:^|[，；：。])(?:目前|现|近期|下一步)?，?[我本](?:[局委办区县市镇院]|街道|中心)(?:正在?|已|积极|主动|拟|将)*向(?:上级|国家|国务院|省(?:里|级|厅|委|政府)?)(?:积极|主动)?"
    "申请(?:开通|上线|建设|设立|搭建)(?!了|的)[^，。；、已]{0,4}",
    "(?:论证|洽谈)(?:共建|建设|搭建|开发|建立|开通)(?!了|的)[^，。；、已]{0,4}",
    "正在?(?:公开|抓紧|加快|组织|开展)*(?:招标|采购|立项)(?:建设|搭建|开发|建立)(?!了|的)[^，。；、已]{0,4}",
)
#: The service is all that is sought: no data of it, no leave to use it, no second phase.
_ITS_WHOLE = behind_name(f"(?:{KIND}){{0,2}}(?:（[^）]{{0,20}}）)?(?=[，。；、]|$)")


def is_service_sought(before: str, tail: str, year: int | None) -> bool:
    """Whether a service is only applied for, weighed or tendered for.

    Parameters
    ----------
    before, tail:
        The sentence up to its name, and the rest of it.
    year:
        As for :func:`is_site_sought`.
    """
    clause = _CLAUSES.split(before)[-1]
    if not (_SERVICE_SOUGHT.search(before) and _ITS_WHOLE.match(tail)) or _NEGATED.search(clause) or _WAS_GRANTED.search(clause):
        return False
    return not _is_there(tail, year)
