"""Whether a service is in use, or only demanded, hoped for or to begin later."""

from __future__ import annotations

import re

from graph.reading.status.verbs import (
    BETTER,
    BUILD,
    FINISH,
    ITS_BUILDING,
    JOIN,
    KIND,
    OPEN,
    PREPARE,
    USE,
    before_name,
    behind_name,
)

__all__ = ["is_being_built", "is_hoped_for", "is_listed_first", "is_to_be_built", "is_to_come", "is_used"]

#: Who goes through a service: 居民通过甲.
_USER = "居民|群众|企业|市民|乘客|用户|家长|游客|车主|可|可以"

#: 接入“甲大脑”平台: what is used for something is there, whenever the something is to come.
_IN_USE = before_name(
    "(?:继续|持续)(?:做好|做优|运营|运行|发挥|用好|办好|推广)[^，。；、]{0,4}",
    f"{USE}[到了至]?[^，。；、]{{0,6}}",
    "(?:纳入|归入)[^，。；、]{0,4}",
    f"(?:^|[，。；、]|{_USER})通过[^，。；、]{{0,4}}",
    "凭",
    "升级",
    "用足",
    "总结(?:提炼|推广)?",
    "充分发挥[^，。；、]{0,8}",
    rf"(?:原有|已有|现有|早已{OPEN}的|(?:20\d\d年|去年|前年)(?:已|就)?{OPEN}的)",
    "(?:打通|连通|贯通)[与和同][^，。；、]{0,12}",
    # 依托甲平台和乙: of a row.
    f"(?:依托|利用|接入|借助)[^，。；、]{{2,20}}(?:{KIND}|大脑)[”]?(?:、|和|以及|及|与)",
)
#: Behind what is joined to something: 与甲平台打通.
_WITH = before_name(f"[与和同](?:[^，。；、]{{0,4}}|[^，。；、]{{1,10}}(?:的|{KIND}))")
_JOINED = behind_name(f"[^，。；]{{0,8}}?{JOIN}")
#: 推动甲与乙打通: what is joined is there.
_MOVED = before_name("(?:推动|推进|促进|探索|实现|加快)(?:[^，。；、“]{0,2}|[^，。；、“]{0,2}(?:“[^”]*”[、和与及]?)+)")
_JOINED_BEHIND = behind_name(
    f"[^，。；、]{{0,10}}?[与和同][^，。；]{{1,14}}?{JOIN}",
    "(?:[、和与及]?“[^”]*”)*[^，。；、]{0,4}互认",
    "(?:等?[^，。；、]{0,4}(?:平台|系统))?(?:今后|也|将|还)+互联互通",
)
#: 对甲进行优化: so is what is bettered.
_ABOUT = before_name("对[^，。；、]{0,6}")
_BETTERED = behind_name(
    f"[^，。；]{{0,10}}?(?:进行[^，。；]{{0,4}}|予以){BETTER}", f"{KIND}?(?:持续|不断|进一步|逐步|全面|加以)+{BETTER}"
)
#: 对甲平台进行方案设计: what is still thought out.
_DESIGNED = behind_name(
    f"{KIND}?(?:的?建设)?(?:进行|开展)[^，。；]{{0,4}}(?:方案设计|初步设计|规划设计|可行性|论证|选址|需求调研|前期|研发|招标|采购)"
)
#: 加大甲的宣传, and what is made known.
_MADE_KNOWN = before_name("(?:加大|加强|做好|强化|扩大|拓展|扩展|提升|优化|提高|改进)[^，。；、]{0,6}")
_ITS_RENOWN = behind_name(
    "[^，。；、]{0,8}?的?(?:覆盖面|覆盖范围|[^，。；、]{0,4}范围|宣传|推广|推介|使用率|信息更新|日常运维|服务(?:质量|水平|能力|效能)|运行(?:质量|效率)|界面|体验|知晓率)"
)
#: 在甲上增设: what gets more functions.
_AT = before_name("在[^，。；、]{0,3}")
_EXTENDED = behind_name(
    r"[^，。；]{0,8}?[上里中内]?(?:增加|增设|开设|新增|嵌入|设立?专|公布|公示|填报|(?<=旗舰店)(?:上线|开通|推出))"
)
#: 把甲服务嵌入乙, 将甲接入乙: what is put into another thing.
_PUT = before_name("[把将][^，。；]{0,20}")
_PUT_INTO = behind_name("[^，。；]{0,14}?[嵌接并融]入[到至了]?[^，。；]{2}")
#: 甲小程序年内增加专区: what gets more.
_GETS_MORE = behind_name(
    rf"{KIND}?(?:年内|年底前|[\d年月底前]{{2,8}}|将|拟|计划|还将)*+(?:增加|增设|新增|升级|扩展)",
    rf"{KIND}?(?:年内|年底前|将|拟|计划|预计|还将)*+(?:[于在][^，。；]{{1,8}}?)?(?:将|拟|计划|预计)?(?:完成|启动|开展|进行|实施)[二三四]期",
)
#: 以甲平台为依托: what is leaned on.
_BY = before_name("以")
_AS_A_BASE = behind_name("[^，。；]{0,6}为(?:依托|基础|支撑|样板|样本|底座|蓝本|抓手|示范|模板)")
#: 甲区推行的乙, 丙公司开发的丁: what somebody has made.
_MADE_BY = before_name("(?:推行|推出|开发|研发|搭建|发起|运营|运维)的[^，。；、“]{0,10}")
_NOT_MADE = re.compile("正|拟|将(?!借鉴|学习|对接|接入|依托|利用|参照)|计划|抓紧|着手|准备|待|要求|建议|希望|提出")
#: 该服务今年已惠及三家企业: later in the sentence.
_THIS_ONE = re.compile(r"，[该此这][一项个]*(?:服务|平台|系统|机制|功能|模式|应用|场景)[^，。；]{0,8}(?:已|惠及|覆盖)")
#: 甲服务向全区拓展, 甲由一个街道扩大到三个: what is carried on to other places.
_CARRIED_ON = behind_name(
    f"{KIND}?(?:已|平稳|稳定|良好|正常|连续)+运行",
    f"(?:{KIND}|试点)?(?:向[^，。；]{{1,12}}(?:延伸|拓展|推广|覆盖)|(?:延伸|拓展|扩大|扩展|扩|推广)[到至]|扩面)",
    f"(?:{KIND}|试点)?从[^，。；]{{2,20}}(?:推广|扩大|扩展|拓展|延伸)[到至]",
    f"(?:{KIND}|试点)?(?:(?:的?[^，。；]{{0,8}})?范围(?:将|拟|计划|逐步)*)?由[^，。；]{{1,14}}(?:扩大|扩展|拓展)",
    f"(?:{KIND}|试点|[^，。；“”]{{0,4}})?(?:的(?:成功|先进|试点|优质)?|成功|先进|试点)?(?:经验|做法)",
    f"(?:{KIND}|试点|[^，。；“”]{{0,4}})?的优质",
)
#: “甲”将于明年率先在乙医院投入使用.
_WILL = "(?:将(?!近)|拟|计划)(?:于[^，。；]{1,8})?"
_JUST_NOW = "(?:目前|现|也)*(?:正在|尚在|还在)"
_PHASE = f"{KIND}?(?:[一二三]期|首期)?(?:工程|项目)?"
#: Behind a service that is not there yet.
_TO_COME = behind_name(
    f"{KIND}?(?:也|还)?(?:{_WILL}|预计)(?:率先|首先|陆续|逐步|全面|正式)?[在向于]",
    f"{KIND}?(?:的?建设)?(?:要|也要|正)?(?:加快推动|加快推进建设|尚待|有待|即将|将于|拟于|计划于|尚处于?)",
    f"{KIND}?(?:的?建设)?(?:目前|现)?(?:正在|正由|正|尚在|还在)[^，。；]{{0,10}}(?:{PREPARE}(?<!设计)(?<!规划)|方案)",
    rf"(?:{KIND}){{0,2}}(?:的?建设)?(?:被|已|已被|现已)?[列纳]入(?:[^，。；]{{0,10}}(?:计划|规划|方案|项目库|储备库)|(?:明年|后年)[^，。；]{{0,10}}(?:任务|项目|清单|工程))",
    # 甲平台一期尚处于建设阶段, 乙系统进入施工阶段
    f"{_PHASE}(?:的?建设)?(?:目前|现)?(?:尚|还|仍|已|正)?(?:处于|处在|进入|转入)[^，。；]{{0,8}}?(?:{BUILD}|{PREPARE}|施工|调试|测试|安装|规划|设计|攻关)(?:阶段|期)",
    # 甲平台年内开工, 乙系统明年汛期前部署
    f"{_PHASE}(?:将|拟|计划|预计|力争|争取)?[于在]?(?:(?<![去上前])年内|年底前?|明年[^，。；已]{{0,5}}?|后年[^，。；]{{0,5}}?|下半年|下月|下个月)(?:{FINISH}|{BUILD}|{OPEN}|招标|采购|部署|上马)",
    f"{_PHASE}(?:仍|尚|还|正)?(?:处|处于|在)?(?:等待|尚待|仍待)?(?:{PREPARE}|需求调研)阶段|{_PHASE}(?:等待|尚待|有待|仍待)(?:{PREPARE}|批复)",
    f"{_PHASE}预计[^，。；]{{1,8}}(?:{FINISH}|{BUILD}|{OPEN})",
    # 甲项目可行性研究报告已获批复
    rf"{_PHASE}的?(?:可行性研究报告|可研报告|可研|项目建议书|(?:初步)?设计方案|建设方案|初步设计|概算)[^，。；]{{0,6}}(?:批复|获批|批准|评审|审批|编制)",
    f"{_PHASE}的?(?:建设)?的?(?:前期(?:工作|准备|研究|论证|手续)|可行性研究|方案设计|招标采购)(?=[，。；]|$|等|和|及)",
    # 甲试点方案已报区政府
    "(?:试点|建设)(?:工作)?(?:实施)?方案(?:已|正|目前|尚|现)[^，。；]{0,4}(?:报|编制|征求|论证|形成|上报|制定)",
    # 甲平台开发工作已启动, 乙选址工作正在进行
    f"{_PHASE}(?:的?(?:开发|研发|选址|招标|采购|设计|可研|立项)(?:工作)?)(?:已|已经|现已|目前|正|正在|也|均)*(?:启动|进行|开展|推进|展开|有序)",
    # 甲平台采购公告已经发布, 乙平台在完成设计后招标
    f"{_PHASE}的?(?:招标|采购)公告|{_PHASE}在?完成[^，。；]{{0,10}}后(?:{PREPARE}|开工)",
    f"{KIND}?(?:的?建设)?{_JUST_NOW}(?:{BUILD}|联调|调试|内测|设计)(?:之?中|阶段)?(?=[，。；]|$)",
    # 甲平台建设纳入年度任务
    f"{KIND}?的?建设(?:被|已|已被|现已)?[列纳]入[^，。；]{{0,16}}(?:任务|项目|工程|清单|重点)",
    # 甲上线时间推迟至年底
    f"{KIND}?(?:项目|工程)?的?(?:上线|建成|启用|投用|开通|完工|交付|投入使用)时间[^，。；不未]{{0,14}}?(?:推迟|延期|延后|顺延)",
    # 甲平台已立项, 甲平台已完成可行性研究
    rf"{_PHASE}(?:建设)?(?:已|现已|目前|刚刚?|近日|年初|上月|本月|于?\d{{1,2}}月|[一二三四]季度)*(?:立项|(?:获批|完成|通过|开展|启动)了?[^，。；]{{0,4}}?(?:{PREPARE}(?<!规划)|前期工作)(?:批复|审批|评审|备案|手续|工作|公告)?)(?=[，。；]|$|等|和)",
)
#: 加快推进甲平台建设: what is being pushed on.
_HURRIES = "(?:加快|抓紧|正在?(?:全力|加紧|有序|积极|同步)*)"
_PUSHED = before_name(rf"{_HURRIES}推[动进][^。；，“]{{0,18}}", rf"{_HURRIES}{BUILD}[^。；，、“]{{0,8}}")
_IS_BUILT = re.compile(f"{_HURRIES}{BUILD}")
#: Later in the sentence: 已接入300个点位, 目前投入使用.
_IS_THERE = re.compile(
    "，[^。；]{0,16}(?:已|(?<![将可能后拟])(?<!主要)(?:上线|运行(?!数据|监测|状态)|投用|投入|覆盖|接入|实现|完成|累计|形成))(?!后)"
)
#: 甲项目已列入二期项目，将由规划变成现实: put on a list, and then to come.
_LISTED_FIRST = behind_name(
    "[^，。；]{0,8}?(?:列入|纳入|完成立项|通过评审)[^，。；]{0,30}，(?:将|预计|即将|拟|分步|目前处于(?:设计|规划|前期|论证))"
)
#: What a document demands, or what is only being thought of.
_DEMANDED = before_name(
    # 着手将“甲”引入乙: before the service, and before the place.
    "正?(?:在)?(?:着手|筹划|谋划)(?:将|把)(?:[^，。；“]{0,4}|[^，。；]{0,24}?(?:引入|引进)[到至]?)",
    f"{_WILL}(?:率先|首先|陆续|逐步|全面|正式)[在向于]",
    f"(?:正在?|尚在|拟)(?:协调|商请|争取|酝酿|筹备|洽谈)[^。；，“]{{0,20}}?(?:{OPEN}|{BUILD}|引入)?",
    # 待资金落实后，启动甲建设; 已与乙公司达成意向，共建甲
    f"(?:^|[，；])(?:待(?!遇)|俟)[^，。；]{{2,20}}(?:后|时)，[^，。；]{{0,10}}(?:{BUILD}|{OPEN}|推广)[^，。；了]{{0,6}}",
    f"(?:达成|签订|签署)[^，。；]{{0,6}}意向[^，。；]{{0,4}}，[^，。；]{{0,8}}(?:{BUILD}|{OPEN}|共建|合作)[^，。；]{{0,6}}",
    f"(?:正在?|抓紧|着手)(?:{BUILD}|谋划)的[^，。；“]{{0,4}}",
    f"(?:提出|(?<!按)(?<!按照)(?<!的)要求|明确由|初步考虑|考虑|准备|设想)[^。；已]{{0,30}}?(?:{BUILD}|探索|试点|试用|开通|推出|上线)[^，。；]{{0,8}}",
    "(?:正在?|正抓紧|拟|积极|已向[^，。；]{2,10})申[报请](?!开通|使用|接入)了?[^，。；、“已]{0,6}",
    "(?<![的据])研究(?:推出|开发|建设|设立|开通|引入|建立|搭建)(?!了)[^，。；、]{0,4}",
)
#: 待“甲”上线后: before what is waited for, and behind it.
_AWAITED = before_name("(?:^|[，；])(?:待|俟)(?!遇)[^，。；、]{0,6}")
_ONCE_THERE = behind_name(f"{KIND}?(?:建设|开发)?(?:正式|全面|全部)?(?:{OPEN}|{FINISH}|建成|完成|成熟)(?:之?后|，)")
#: 积极向市里争取“甲”试点.
_SOUGHT = before_name("(?:正|拟|将|积极|全力|加快|主动)[^，。；已了]{0,8}争取")
_A_TRIAL = behind_name(f"{KIND}?(?:(?:试点|落地|立项|政策|资金支持)(?:，|。|；|$|在|资格)|试点落户)")
#: 我局申报了“甲”项目, 已上报等待批复; not 成功申报.
_APPLIED_FOR = before_name("(?<!成功)(?<!组织)(?<!可)申报了?[^，。；、“]{0,6}")
_A_PROJECT = behind_name("[^，。；、“]{0,6}?(?:项目|试点|示范)(?:，(?![^。；]{0,20}(?:获批|成功|入选|已建成|已上线))|。|；|$)")
_THOUGHT_OF = re.compile("(?<!配套)(?<!的)(?:研究|酝酿|筹划)“$")
#: 支持甲开通乙, 推动甲打造乙: what is hoped for, where nothing says that it is done.
_HOPED = before_name(f"(?:支持|推动|鼓励|引导|希望|恳请|呼吁)[^，。；]{{0,24}}(?:{BUILD}|{OPEN}|探索|引入)[^，。；]{{0,6}}")
#: Later in the sentence: when it is to begin, or that its building is still prepared.
_BEGINS_LATER = re.compile(
    "|".join(
        (
            "预计",
            r"，(?:计划|拟|定于|拟于)(?:\d{1,2}月|明年|年底|年内|20\d\d年)",
            f"(?<![去上前]年)(?:年底|月底|季度|国庆|年内|明年|下半年)前?[^，。；]{{0,6}}(?:{OPEN}|运行|建成)(?![“了])",
            "再(?:定|决定)是否",
            f"待[^，。；]{{2,16}}(?<!以)后(?:再|正式)?(?:{OPEN}|实施)",
            f"，(?:目前|现|正|尚)*(?:处于|处在|进入|在)(?:方案|初步)?{PREPARE}(?:阶段|工作|中)",
            f"，(?:目前|现)?(?:该|此)?(?:项目|平台|系统|工程)(?:目前|现|正|尚|仍)*(?:处于|处在|进入)[^，。；]{{0,4}}{PREPARE}(?:阶段|环节)",
            "，(?:目前|现)?正在?(?:(?:招标|采购)(?=[，。；]|$)|开展前期|进行前期|办理前期|编制可研)",
            "，已?启动了?前期",
            "，(?:目前|现)?(?:拟|正在?|计划)选址",
            f"，[^，。；已]{{0,6}}(?:到位|落实|批复|批准|成熟)后(?:再|即可?|立即|随即|方可|正式|尽快)*[^，。；]{{0,4}}(?:{OPEN}|{BUILD}|实施|启动)",
            "，(?:力争|争取)(?:早日|尽早|尽快)",
            f"，[^，。；已]{{0,6}}即将[^，。；]{{0,4}}(?:{OPEN}|{BUILD}|{FINISH})",
            rf"，(?:计划|明年|半年内|[一两三四五六七八九十\d]{{1,2}}(?:年|个月)内|\d{{1,2}}月底?前)[^，。；]{{0,8}}(?:{FINISH}|{BUILD}|验收)(?=[，。；]|$)",
        )
    )
)


def is_used(before: str, after: str, tail: str) -> bool:
    """Whether a service is used, joined to, added to or carried on, which only one that is there can be.

    Parameters
    ----------
    before:
        The sentence up to its name.
    after, tail:
        The rest of the clause behind it, and of the sentence.
    """
    return bool(
        _IN_USE.search(before)
        or _THIS_ONE.search(tail)
        or (_WITH.search(before) and _JOINED.match(after))
        or (_MOVED.search(before) and _JOINED_BEHIND.match(after))
        or (_ABOUT.search(before) and _BETTERED.match(after))
        or (_MADE_KNOWN.search(before) and _ITS_RENOWN.match(after))
        or (_AT.search(before) and _EXTENDED.match(after))
        or (_PUT.search(before) and _PUT_INTO.match(after))
        or (_BY.search(before) and _AS_A_BASE.match(after))
        or _GETS_MORE.match(after)
        or _is_made(before, after)
        or _CARRIED_ON.match(after)
    )


def _is_made(before: str, after: str) -> bool:
    """Whether somebody has made a service, and nothing beside it says that it is to come."""
    clause = before[before.rfind("，") + 1 :]
    return bool(_MADE_BY.search(clause)) and not _NOT_MADE.search(clause) and not _TO_COME.match(after)


#: 甲平台建成后，将惠及全区.
_ONCE_BUILT = behind_name(
    f"{KIND}?(?:项目|工程)?(?:[一二三]期)?(?:全部|全面)?(?:建成|建设完成|竣工|投入使用|投用)(?:投用|投运|投入使用|上线|运行)?之?后，?(?:预计)?(?:将(?!近)|可(?=实现|服务|满足|提供|新增)|有望|能够?)"
)


#: 甲将替代纸质登记; 待资金落实后，安装甲; 争取省级甲试点: what is to come, unless the sentence goes on to say that it is there.
_REPLACES = behind_name(f"{KIND}?将(?:全面|逐步|正式)?(?:替代|取代|代替)")
_PUT_UP_ONCE = before_name(
    "(?:^|[，；])(?:待(?!遇)|俟)[^，。；]{2,20}(?:后|时)，[^，。；]{0,10}(?:安装|布设)[^，。；了]{0,6}",
    "(?:^|[，；])(?:待(?!遇)|俟)[^，。；]{2,16}(?:建成|竣工|完工)后，[^，。；]{0,10}引入[^，。；了]{0,12}",
)
_OF_THOSE_ABOVE = before_name("(?:^|[，；])(?:并|也|同时)?争取(?:国家|省|市)级?")
_SAID_TO_BE = re.compile("已|日均|累计|目前|获批|入选|通过|运行")
#: 年内上线甲, 年内在乙街道试点甲; not 去年年内, 年内上线了甲, 年内开通的甲, 年内上线甲，服务5万人.
_WITHIN_THE_YEAR = before_name(
    f"(?<![去上前]年)(?<![去上前当同全\\d至一二两三四五六七八九十半几])年内(?:在[^，。；]{{2,12}}?)?(?:率先|全面|正式|陆续)*(?:{OPEN}|推出|建成|试点)(?![了的])[^，。；了的已]{{0,30}}"
)
_SERVES_ALREADY = re.compile(
    r"已|日均|累计|目前|获批|入选|并投入|好评|点赞|欢迎|良好|表彰|[便决短升得]了|(?:服务|惠及|处置|办理|注册|接待|受理|办件)[^，。；]{0,8}\d"
)


def is_to_be_built(before: str, tail: str) -> bool:
    """Whether a service is put up once something else is done, sought as a trial, or said to do something once it is built."""
    if _ONCE_BUILT.match(tail) or (_WITHIN_THE_YEAR.search(before) and not _SERVES_ALREADY.search(tail)):
        return True
    to_come = _REPLACES.match(tail) or _PUT_UP_ONCE.search(before) or (_OF_THOSE_ABOVE.search(before) and _A_TRIAL.match(tail))
    return bool(to_come) and not _SAID_TO_BE.search(tail)


def is_to_come(before: str, after: str) -> bool:
    """Whether the words right around a thing's name say that it is planned, tendered for, or demanded."""
    designed = _ABOUT.search(before) and _DESIGNED.match(after)
    awaited = (_AWAITED.search(before) and _ONCE_THERE.match(after + "，")) or (_SOUGHT.search(before) and _A_TRIAL.match(after))
    applied = _APPLIED_FOR.search(before) and _A_PROJECT.match(after)
    return bool(applied or awaited or designed or _TO_COME.match(after) or _DEMANDED.search(before) or _THOUGHT_OF.search(before))


def is_listed_first(tail: str) -> bool:
    """Whether the words behind a service say that it was put on a list, and that it is to come then."""
    return bool(_LISTED_FIRST.match(tail))


def is_hoped_for(before: str, tail: str) -> bool:
    """Whether a thing is hoped for, or the rest of its sentence says that it begins later."""
    return bool(_HOPED.search(before) or is_listed_first(tail) or _BEGINS_LATER.search(tail) or _is_pushed_on(before, tail))


#: 目前正在建设甲: what is being built is not there, whatever there is now.
_BEING_BUILT = before_name(
    rf"(?:正在|正(?=全力|加紧|加快|抓紧|有序))(?:全力|加紧|有序|积极|同步|加快|抓紧)*{BUILD}[^。；，、“]{{0,8}}"
)


def is_being_built(before: str, tail: str) -> bool:
    """Whether a service is said to be just under construction, and nothing behind it says that it runs."""
    return bool(_BEING_BUILT.search(before)) and not _IS_THERE.search(tail)


def _is_pushed_on(before: str, tail: str) -> bool:
    pushed = _PUSHED.search(before)
    building = pushed and (_IS_BUILT.match(pushed.group()) or ITS_BUILDING.match(tail))
    return bool(building and not _IS_THERE.search(tail))
