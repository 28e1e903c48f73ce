"""Quotations that are services for sure: by what they end in, the verb before them, what they are chosen for, their new version."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.names import clean, in_dictionary, is_generic
from graph.reading.mentions.quoted_services import DIGITAL
from graph.records import Mention

__all__ = ["AWARD", "IS_NO_THING", "is_no_service", "surer"]

#: Before what a place or a thing is awarded.
AWARD = re.compile(rf"(?:{alternation('cue_verbs', 'award')})(?:了|为|成为)?(?:[\u4e00-\u9fff]{{0,12}})$")
#: Behind a quotation that is no thing that people use.
IS_NO_THING = re.compile(
    "标准|制度|活动|理念|模式|机制|工作法|改革|政策|行动|工程|计划|标识|商标|字样|说法|表述|一词|名义|口号|态度"
)
#: What a quotation ends in that is a service: of 65 with 统管 in annotated replies 62 are, of 29 with 停车 27, of 24 with 贷, of 19
#: with 堂 18, of 8 with 地图 and of some 300 with the others nine of ten; of 60 with 平台 and 系统 that are no count and no wish 57, of 31 with 公交, 专线,
#: 叫车, 申办, 卡通 and 驾驶舱 all.
_SURE_ENDING = re.compile(
    "[\u4e00-\u9fffA-Za-z\\d+]{1,12}(?:(?<![一二三四五六七八九十\\d个上])(?:平台|系统)|公交|专线|叫车|申办|卡通|驾驶舱|贷|地图|统管|(?<![乱占规范法])(?<!占[道位])停车|[课学讲]堂|直播间|在线|助手|[通快易里]办|即享|智管|随手拍|直通车"
    "|(?<![条数])(?<!二维)码|(?<![交沟畅流贯融互普开精变打卡])通|(?<=[\u4e00-\u9fff]{2})(?<![风白祥])云)(?:\\d(?:\\.\\d)?)?"
)
#: What ends as a service does and is none: “惜贷” is done, “三通” and “新三通” are counts, “操作系统” is a kind, “僵尸平台” a reproach.
_NO_SERVICE = re.compile(
    "^不?[惜惧畏怕恐慎拒限压抽断停骗敢愿能会肯借放还房车网]贷$|[一二两三四五六七八九十\\d入]通$|^[接行走说讲打想卖]得通$|^操作系统$|^(?:僵尸|空壳)(?:平台|系统)$"
)
_PLATFORM = re.compile("[”]?(?:综合|智慧|数字|信息|公共)*(?:服务)?(?:平台|系统)")
_NO_ENDING = re.compile(
    "(?:建|上云|^(?:[各多由与对为将把大以]|打造|争取|做优|统一|集约|完善|强化)).{0,10}(?:平台|系统)$|养平台$|第[一二三]课堂|[的了]|^(?:不|无(?!人)|解决|治理|规范|形成|实现)|[不支贯]通|密码|^一.一码"
)
#: Right before a quotation that is a service: of 90 behind 试点 89 are, of 50 behind 上线, 20 behind 接入, 18 behind 开通, 13 behind 使用
#: and 10 behind 试用 all, of 27 behind 试行 25.
_SURE_VERB = re.compile("(?:试点|上线|接入|开通|使用|试用|试行|(?<!未)启用|投用|下载|登录|登陆|扫一扫)了?$")
#: 推出“甲”服务, 增加“乙”功能: of 20 such quotations that are no 一站式 and no 一企一策 18 are services.
_BRINGS = re.compile("(?:推出|上线|试点|推广|使用|开设|增加|增设|开发|设置|拓展|启用|升级|完善|率先上线)了?$")
#: 推出老年人“甲”项目: for whom it is, or what it is for.
_BRINGS_FOR = re.compile(
    "(?:推出|上线|启用|开设)了?(?:老年人|老人|长者|居家|便民|助老|惠民|养老|助企|助残|亲子|智慧|智能|数字化|暖心|专属|线上){1,2}$"
)
_A_PROJECT = re.compile("(?:便民|惠民)?(?:服务|项目|功能|应用)(?=[，。；、]|上线|已|等|并|$)")
#: 通过“甲”预约, 凭“乙”享受: what one does in it; of 21 such quotations all are services.
_THROUGH = re.compile("(?:通过|依托|利用|使用|登录|登陆|打开|[在用凭扫])$")
_DOES_IN_IT = re.compile(
    "(?:平台|系统|APP|App|小程序|[上内里中]|自行|直接|线上|在线|手机|就?可以?|即可|便可|一键|实时|提前|自主){0,3}"
    "(?:预约|预订|查询|查看|查找|办理|申报|申领|申请|下单|报名|提交|上报|上传|缴费|支付|付款|点餐|挂号|就诊|求助|报修|约车|叫车|打车|乘车|停车|借阅|领取|发布|推送|享受)"
)
#: “甲”注册用户, 数据在“乙”归集: of 14 all are services.
_HAS_USERS = re.compile(
    "(?:平台|系统|小程序)?(?:累计)?(?:注册|用户|访问量|下载量|点击量|日活|服务人次|归集|累计(?:受理|接入|访问|办理))"
)
#: “两园一港”: a count of things is no service.
_SERIES = re.compile("(?:[一两双二三四五六七八九十\\d][\u4e00-\u9fff]){2,}$")
#: 与全市“甲”对接: eleven of twelve.
_MEETS = re.compile("[与同和跟][^，。；“]{0,12}$")
_IS_MET = re.compile("(?:平台|系统|小程序)?(?:对接|打通|衔接)(?!活动|会|机制)")
_AS_A = re.compile("(?:功能|栏目|模块|服务|应用|窗口)(?=[，。；、]|上线|已|等|$)")
_HOW = re.compile("式$|^一.一|^[一多][^码键卡网图屏脸证].{0,3}$|\\+$|化$")
_NO_USE = re.compile("(?:区|街区|园|中心|线路|基地|小镇|门店|线|站|馆|制|体系|标准|模式|政策|方案|改革|工程|行动|计划|理念)$")
#: 入选首批“甲”试点, 列为“AI+乙”应用试点: of seven such quotations in annotated replies five are services; a pilot city or county is a rank.
_CHOSEN_FOR = re.compile(
    r"(?:入选|成为|列为|列入|获批|纳入|作为|获评|(?:确定|评|认定|选|选定)为)(?:[^，。；：“]{0,10}?(?:级|批|[国省市区县]|国家|领域|汽车))?$"
)
_TRIAL_OF_IT = re.compile("(?:首批|创新)?(?:建设|应用|改革|创新|服务)?试点(?!城市|[省市区县乡镇地]|企业|学校|示范)")
#: “甲”2.0版本正式发布.
_NEW_VERSION = re.compile(r"\d\.\d(?:版本?)?[^，。；“]{0,4}(?:发布|上线|启用|推出|投用|升级)")
#: “甲”2.0: what has versions is a thing that is used.
_HAS_VERSIONS = re.compile(r"\d\.\d$")
#: A number series, or a saying of two parts.
_SAYS = re.compile(r"[，；、]|^[\d+N×xX一二三四五六七八九十百千万]+(?:[+][\dN\u4e00-\u9fff]+)*$|[过吗呢？！]$")
#: “甲”公众号: of 17 such quotations 16 are services, one is an office; “乙”手机应用: all eleven.
_ACCOUNT = re.compile("(?:官方)?(?:微信)?(?:公众号|服务号|视频号|订阅号)|手机应用|手机软件|手机[端版]|移动[端版]|客户端")
#: “岚湾1号”自动驾驶巴士: of 18 quotations before what travels 16 are services, the others figures of speech.
_TRAVELS = re.compile(
    "(?:自动驾驶|无人驾驶|智能网联|智能|智慧|旅游|文旅|夜游|观光|定制|微循环|通勤|周末|假日|水上|接驳|摆渡|双层|电动|响应式|校园|学生|免费){0,2}"
    "(?:巴士|公交|小巴|接驳车|摆渡车|专列|班车|专车)(?!集团|公司|站|都市|企业|优先|专用|线网|行业|品牌|发展|出行|接驳难|车?(?:驾驶员|司机|车队|队|圈|整治|批量|出口|生产|制造))"
)
_OFFICE = re.compile("(?:医院|中心|局|委|厅|大学|学院|学校|中学|小学|法院|公司|集团)$")


#: “甲通”乙市分厅: a place's own part of a service is called by the whole, too; 甲通上线乙专区 is another thing.
_BRANCH = re.compile(
    "(?:APP|App|小程序)?(?:(?!上线|开设|设有|设立|推出|开通|增设|打造)[\u4e00-\u9fff]){2,6}?(?:分厅|分站|专区|频道|旗舰店|站点)(?![\u4e00-\u9fff]?[化类])"
)
#: “甲”厂房, “乙”总部区大楼: what a building is called or looks like.
_A_BUILDING = re.compile("[\u4e00-\u9fff]{0,6}?(?:厂房|总部区|大楼|大厦|产业园)")


def surer(quote: re.Match[str], before: str, found: Mention | None) -> Mention | None:
    """What a quotation names as :func:`_surer` says, with the whole of a place's own part of it as another name."""
    mention = _surer(quote, before, found)
    branch = _BRANCH.match(quote.string, quote.end())
    if mention is None or mention.type != "Scenario":
        return mention
    if _A_BUILDING.match(quote.string, quote.end()):
        return None
    if branch is None:
        return mention
    whole = clean(quote.group(1) + branch.group())
    return replace(mention, aliases=(*(a for a in mention.aliases if a != whole), whole))


def is_no_service(quote: re.Match[str]) -> bool:
    """Whether a quotation ends as a service does and says what is done, or of what kind a thing is: “惜贷”, “三通”, “买通”, not “京通”."""
    inner = quote.group(1)
    if inner.endswith("通") and _PLATFORM.match(quote.string, quote.end()):
        return False  # “四通”平台
    done = len(inner) == 2 and inner.endswith("通") and in_dictionary(inner)
    return done or _NO_SERVICE.search(inner) is not None


def _is_in_use(quote: re.Match[str], before: str) -> bool:
    """Whether the words around a quotation say that somebody does something in it, that it has users, or that another service meets it."""
    text, end = quote.string, quote.end()
    through = _THROUGH.search(before) and _DOES_IN_IT.match(text, end)
    meets = _MEETS.search(before) and _IS_MET.match(text, end)
    said = _NO_USE.search(quote.group(1)) or _SERIES.match(quote.group(1))
    return not said and bool(through or meets or _HAS_USERS.match(text, end))


def _surer(quote: re.Match[str], before: str, found: Mention | None) -> Mention | None:
    """What a quotation names, surer where it is a service by what it ends in, the verb before it, the 公众号, the 试点 or the version behind it."""
    text, inner = quote.string, quote.group(1)
    if _CHOSEN_FOR.search(before) and DIGITAL.search(inner) and _TRIAL_OF_IT.match(text, quote.end()):
        return Mention("Scenario", clean(inner), quote.start(), quote.end(), "quoted.trial", 0.8, (clean(inner + "试点"),))
    if _NEW_VERSION.match(text, quote.end()) and not is_generic(inner) and not _NO_USE.search(inner):
        return Mention("Scenario", clean(inner), quote.start(), quote.end(), "quoted.sure-ending", 0.8)
    if (found is not None and found.type != "Scenario") or AWARD.search(before):
        return found
    travels = _TRAVELS.match(text, quote.end()) and inner not in words("sayings") and not _HOW.search(inner)
    account = None if _OFFICE.search(inner) else _ACCOUNT.match(text, quote.end())
    ends = _SURE_ENDING.fullmatch(inner) and not _NO_ENDING.search(inner) and not is_no_service(quote)
    brought = _BRINGS.search(before) and _AS_A.match(text, quote.end()) and not _HOW.search(inner)
    brought = brought or (_BRINGS_FOR.search(before) and _A_PROJECT.match(text, quote.end()) and not _HOW.search(inner))
    verb = _SURE_VERB.search(before) and not (_NO_USE.search(inner) or IS_NO_THING.match(text, quote.end()))
    used = brought or verb or travels or _is_in_use(quote, before)
    has_versions = found is not None and _HAS_VERSIONS.search(found.name)
    if not (has_versions or account or ((ends or used) and not is_generic(inner) and not _SAYS.search(inner))):
        return found
    if found is None:
        longer = (clean(inner + account.group()),) if account else ()
        return Mention("Scenario", clean(inner), quote.start(), quote.end(), "quoted.sure-ending", 0.8, longer)
    return replace(found, rule="quoted.sure-ending", confidence=max(found.confidence, 0.8))
