"""That a park or a service is only applied for, talked over, or meant to be built with those who are to bring it about."""

from __future__ import annotations

import re

from graph.reading.status.verbs import before_name, behind_name

__all__ = ["is_service_sought", "is_site_sought"]

#: What is done to a place that is to be: 选址建设甲园, 共建乙园, 改造为丙园.
_MAKE = (
    "(?:(?:选址|投资|牵头|合作|共同|联合|规划|出资|开工|启动)*(?:建设|兴建|新建|建立|设立|打造|开发|创建)"
    "|[共合联]建|投建|(?:改造|改建|打造|转型|盘活)(?:[为成]|成为))"
)
#: That somebody means to: 拟 (not 虚拟), 力争, 计划, of which 按计划 and 行动计划 mean nothing; 将 and 争取 only where they cannot be 把 and 争取资金.
_MEANS = (
    "(?:(?<![模虚草])拟(?![定订])|力争|打算|筹划|(?<![按照动项作育增坚升资施设划原的])(?<![一二两三四五六七八九十]年)计划|有望"
    "|(?:(?<!不)将|争取)(?=由|联合|会同|引进|引入|投资|选址)|争取(?=[将把年今明]))"
)
#: Between the intention and what is done nothing says that it is done, and no other verb has the name for its place.
_BETWEEN = r"(?:(?!已|了|过|入驻|落户|建成的|位于|以来|继续|持续|进一步|支持|[提改]升|完善)[^，。；：]){0,30}?"
#: Other things of the same row before the name: 申报甲集群和乙园.
_ROW = "(?:[^，。；：、的了已在]{2,16}(?:、|和)){0,4}"
_GRANT = "(?:批准|批复|同意|支持)?"
_APPLIED_FOR = before_name(
    # 申建甲区, 向国务院申请设立乙区; 申报 alone is said of parks that are there: 申报绿色园区
    f"(?<!成功)(?:申建|申请{_GRANT}(?:设立|增设|新设|建设|新建|创建|筹建)|申报(?:设立|建设|新建|创建|筹建))(?!了|的){_ROW}",
    f"(?:正在|拟|可|计划|积极|抓紧|加快|着手|(?:按照?|依)(?:程序|规定|要求))申报{_ROW}",
    f"(?:争取|(?:正在?|拟|积极|抓紧)报请|提请|恳请)[^，。；：了已在把将]{{0,12}}?(?:设立|增设|新设){_ROW}",
    # 论证建设甲园, 与乙公司洽谈共建丙园; not 经论证
    f"(?<!经)(?<!经过)(?<!反复)(?<!充分)(?:论证|洽谈|商谈|磋商){_MAKE}{_ROW}",
    f"策划(?:包装|生成|储备|实施|{_MAKE})?{_ROW}",
)
#: 2018年申请设立甲区: with its year it is told as done.
_DATED = re.compile(r"(?:^|[，；：])[^，；：]{0,6}(?:去年|前年|20\d\d年)(?:\d{1,2}月)?(?:\d{1,2}日)?，?[^，；：计拟将正]*$")
_MEANT = before_name(
    # 拟选址建设甲园, 拟由乙公司投资建设丙园, 计划投资5亿元新建丁园, 拟将老厂房改造为戊园
    f"{_MEANS}{_BETWEEN}{_MAKE}",
    f"(?:^|下一步|接下来)(?:将|拟|要)?选址{_MAKE}",
)
#: The name is all that is sought: neither a part of the place nor what is held there.
_ITSELF = behind_name(
    r"(?:[、和与及][^，。；：、和与及的了已在“”]{2,16}(?:园|区|城|谷|港|镇|基地|中心|大厦|广场|街区|楼)){0,5}(?:等(?:[^，。；、的]{0,10}(?:园区|载体|项目|基地|平台))?)?(?:项目|工程)?(?:工作|事宜|事项)?(?=[，。；（）]|的(?:请示|申请|报告|可行性|方案)|$)"
)
#: 提出建设甲园的请示: behind the name.
_MADE = before_name(f"(?:提出|上报|报送|提交|呈报|报|起草)[^，。；：了]{{0,8}}?(?<!投资){_MAKE}")
_REQUEST = behind_name("(?:项目)?的(?:请示|申请|立项申请)(?!(?:已|现已)?(?:获|得到|经|通过))")
_IS_THERE = "(?:投[用产运]|使用|上线|开通|封关|通过验收|成立|设立|建成|开[园业]|运营|运行|挂牌|揭牌|获批|批准|批复)"
#: What was granted, or is built, is there: 申请设立甲区，2018年获国务院批准; right behind the name, or in the next clause where that has no other subject.
_GRANTED = re.compile(
    r"^[^，。；]{0,6}(?:，(?:目前|现|该?项目|该园区?|园区|一期|首期|并|且|均|也|后|于|(?:去年|前年|20[0-2]\d年)(?:底|初|\d{1,2}月)?){0,3})?"
    rf"(?:已经?(?:正式|全面|全部|基本|陆续|顺利|先后|成功|投入|在|[于经][^，。；]{{2,8}})*(?:{_IS_THERE}|入驻|建设|引进)|(?:获批|获得?[^，。；]{{0,8}}(?:批准|批复)|获评|入选|均?获)|(?:现|目前)?(?:有|入驻|集聚)(?:各类)?(?:企业|商户)|(?:目前|现)?(?:运行|运营)良好"
    rf"|(?<=[年月底初期])(?:正式|成功|顺利)?(?:经[^，。；]{{2,8}})?{_IS_THERE}|成功获)"
)
#: 有望落地: right behind the name, or behind the agreement on it.
_HOPED = behind_name(
    "(?:项目)?(?:已?(?:签订|签署|达成)(?:投资|合作|框架|初步)*(?:协议|意向|合同)，(?:项目)?)?"
    "有望(?:在|于)?(?:今年|明年|年内|年底前?|近期|[上下]半年)?(?:尽快|早日|尽早)?(?:落地|落户|获批)(?=[，。；]|$)"
)


def is_site_sought(before: str, after: str, tail: str) -> bool:
    """Whether a park is only applied for, talked over, or meant to be built.

    Parameters
    ----------
    before:
        The sentence up to its name.
    after, tail:
        The rest of the clause behind it, and of the sentence.
    """
    if _HOPED.match(tail):
        return True
    clause = re.split("[，；：]", before)[-1]
    asked = _MADE.search(clause) and _REQUEST.match(after)
    applied = _APPLIED_FOR.search(clause) and not _DATED.search(before)
    if not (asked or ((applied or _MEANT.search(clause)) and _ITSELF.match(after))):
        return False
    return not _GRANTED.search(tail)


#: 我局向省里申请开通甲平台 (not 居民向街道申请开通, which opens it for one of them), 论证建设乙平台, 正在招标建设丙平台.
_SERVICE_SOUGHT = before_name(
    "(?:^|[，；。：]|[我本](?:[局委办区县市镇院]|街道|中心)|正在?|已|积极|主动|拟|并|将)向(?:上级|国家|自治区|[省市州国][^，。；可]{0,8}?|上)(?:积极|主动)?"
    "申请(?:开通|上线|建设|设立|搭建)(?!了|的)[^，。；、已]{0,4}",
    "(?<!经)(?<!经过)(?<!反复)(?<!充分)(?:论证|洽谈)(?:共建|建设|搭建|开发|建立|开通)(?!了|的)[^，。；、已]{0,4}",
    "正在?(?:公开|抓紧|加快|组织|开展)*(?:招标|采购|立项)(?:建设|搭建|开发|建立)(?!了|的)[^，。；、已]{0,4}",
)


def is_service_sought(before: str, tail: str) -> bool:
    """Whether a service is only applied for, weighed or tendered for.

    Parameters
    ----------
    before, tail:
        The sentence up to its name, and the rest of it.
    """
    return bool(_SERVICE_SOUGHT.search(before)) and not _GRANTED.search(tail)
