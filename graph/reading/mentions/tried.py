"""What a place tries or puts to use, though nothing in its name says that it is a service: 在甲街道试点独居老人用水提醒."""

from __future__ import annotations

import re

from graph.reading.cues import Sought, asked
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.names import clean, is_generic
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["is_tried_at_a_place", "tried"]

#: A character of such a name: no particle, no preposition, no mark.
_C = r"(?:(?![了的和与及等由将把对被为是从向于至按]|在(?!线))[\u4e00-\u9fffA-Za-z0-9+.])"
#: How the name of a place or of a house ends where something is tried.
_PLACE = (
    "(?:街道|[镇乡区县市州旗村港园馆城岛站线校桥路]|社区|大学|中学|小学|[一二三四五六七八九十]中|初中|高中|医院|学院|公园|广场|商圈|大厦|中心|一带"
    "|等地|周边|沿线|大厅|机场|口岸|公司|集团|商场|卫生院|驿站|窗口|学区)(?:内|里|范围内)?"
)
#: 先行, 率先 and the like between the place and the verb.
_FIRST = "(?:则|先行先试|先行|率先|首批|首先|首次|重点|同步|已|正|正在|拟|将|计划|继续|开始|联合|分别|各|也|都|先|全面|陆续)*+"
#: 在甲街道的3个小区: how many of them are chosen.
_SOME = "(?:的?[\\d两三四五六七八九十]+余?[个家处所条座栋][\u4e00-\u9fff]{2,6}?)?"
_END = r"(?=[，。；（、\n]|$)"
#: What stands between two of a list.
_AND = "(?:、|和|与|以?及)"
_END_OF_ONE = f"(?:{_END}|(?={_AND}))"
#: In annotated replies 40 of 44 such names are services.
_TRIED = Sought(f"{_PLACE}{_SOME}{_FIRST}(?:试点|试用|试行)(?:了)?(?P<name>{_C}{{3,16}}?){_END_OF_ONE}")
#: 在甲医院开展乙试点: nine of ten.
_PILOT = Sought(
    f"{_PLACE}{_SOME}{_FIRST}(?:开展|启动|推进|探索|组织|实施)了?(?P<name>{_C}{{3,16}}?)(?:应用|示范)?试点(?=[，。；]|工作，|项目|$)"
)
#: 上线乙, 在丙园开通丁航线: of 15 behind 上线 that are no count and no edition 15, of 18 behind 开通 with a digital word or a way of travel 16.
_LAUNCHED = Sought(f"(?<!线)(?:上线|开通)(?:了)?(?P<name>{_C}{{3,16}}?){_END}")
#: 在丙街道推进智能阅片, 投放无人配送车: of 13 with a digital word that are no aims and no devices 12.
_DIGITALLY = Sought(
    f"{_PLACE}{_FIRST}(?:推广|推行|推进|探索|开展|投放|布设|开行|安装|测试|启用|引入|配备)(?:了)?(?P<name>{_C}{{3,16}}?){_END}"
)
#: 以甲社区为试点，开展乙: the place is told ahead, as one that something is tried at.
_AS_TRIAL = Sought(
    f"(?:以|选取|选择|选定|确定|将|把)[^，。；、]{{1,16}}?{_PLACE}(?:等[^，。；、]{{0,8}})?(?:为|作为|做)(?:首[个批])?(?:先行)?试点(?:单位|区域)?，?{_FIRST}"
    f"(?:开展|推行|推广|试行|试用|实施|推进|探索|启动|上线|运行|开通)(?:了)?(?P<name>{_C}{{3,16}}?){_END}"
)
_FLIES = "(?:无人|低空|空中|直升机|飞行|自动驾驶|智能|智慧|水上|观光|旅游|游览|跨[城江海湾市区省]|eVTOL)"
#: 首条无人驾驶公交线路: the first line of its kind; where one flies, the tagger tells it.
_FIRST_LINE = Sought(
    f"首条(?P<name>(?=[^，。；、]{{0,10}}?{_FLIES}){_C}{{2,16}}?(?:专线|邮路|示范线|(?:公交|巴士|接驳|观光|体验|配送)(?:线路|路线)))(?![图网规测]|——|资源|审批)"
)
_GOES = re.compile(
    rf"{alternation('scenario_marks')}|(?:码|航线|巴士|直通车|接驳线?|导览|小程序|网络学习空间|预约|地图|窗口|专区|专线|助手|系统|平台)$"
)
_FELLOW = re.compile(f"{_AND}(?P<name>{_C}{{3,16}}?){_END_OF_ONE}")
#: With what no such name begins: what belongs to a trial (试点单位), a verb, a number.
_NO_BEGINNING = re.compile(
    rf"\d|(?:数字|智能|智慧|信息)化[\u4e00-\u9fff]{{2}}$|首条[\u4e00-\u9fff]{{2}}$|跨区域|[一两二三四五六七八九十多各每全更该此不]|(?:首[个批次]|单位|城市|学校|医院|社区(?!智慧|智能|数字)|区域|地区|企业|项目|工作|示范|建设|方案|政策|场景|县|省|市|区|校(?!园)|期|阶段|名单|任务|范围|成果|经验|情况"
    rf"|口岸|资金|效果|商户|门店|小区|街区|街道|村|家庭(?!养老|病床|医生)|点|时间|接口|之?后|前|以来|事项|功能|类似|少量|试点|测试|服务(?!机器人))|(?!居家)(?:{alternation('cue_verbs', 'launch')}|{alternation('cue_verbs', 'other')})(?=[\u4e00-\u9fff]{{2}})"
)
#: How no such name ends: reforms and rules, devices, times, what was done.
_NO_ENDING = re.compile(
    r"(?:制度?|改革|政策|机制|模式|办法|标准|规范|体系|出让|开放|互通|设备|设施|终端|家电|产品|装备|材料|技术|机器人?|无人机|时间?|[以之]?[后前]|版本?|以来|试用|试运行|运行|运营|工作|建设|方案|资金|保障|公示|公开|数据"
    r"|[种养]植?|方式|价格?|收费|补贴|保险|用地|人员|队伍|课程|事项|高频服务|便民应用|业务|服务点|班车|车辆|航班|点位|基站|线路|保护|管理办法|条例|清单|中|上|内|下|[个项条台套辆家处次种]|[年月日天周]|化|品牌|活动|大赛|清运|托管|岗位共享|垃圾分类|整治|督查|考核|(?<!能)(?<!慧)充电桩|客运|[人专]员)$"
)
#: A name of common words alone says what is done where it has so many characters: 居家安全看护.
_LEAST_OF_COMMON_WORDS = 6
_STRONG = re.compile("智慧|智能|数字|无人|AI|5G|互联网\\+|线上|远程|一键|扫码|刷脸|机器人|VR|AR|低空|自动驾驶|电子")
#: 共享停车, 错时停车: ways of parking that a place tries.
_PARKING = re.compile("(?:共享|错[时峰]|潮汐|预约|限时|无感)(?:共享|错[时峰]|预约)?停车$")
_AIM = re.compile(
    "(?:试点|改造|集群|基地|沙龙|培训|竞赛|转型|升级|教育|产业|经济|农业|制造|治理|管理|城市|社会|政府|乡村|园区|街区|示范区?|环境|生态|资源|平台经济|消费|金融|医疗|旅游|物流|交通|课程|课|赋能|融合|创新|发展|研究|攻关|测试|检测|研发|合作|交流|宣传|活动)$"
)
_DIGITAL = re.compile(rf"{alternation('scenario_marks')}|识别|监测|预警|提醒|预约|巡[查检逻]|追溯")


#: 首条甲航线, 乙功能: how many, and what kind of thing, are no part of the name.
#: A regular line of flight is called by what it carries: 常态化血液运输航线.
_COUNTED = re.compile(
    r"平台(?=线上|在线)|常态化?(?=[\u4e00-\u9fffA-Za-z]{4})|(?:(?:全[国省市区县]|本市|我[市区县])?首)(?:[条个批]|家)(?=[\u4e00-\u9fffA-Za-z]{3})"
)
_CLASS = re.compile("(?:\\d+余?[盏套台块根座间部组张个])?(?:(?:功能|模式|场景|应用|服务)?(?:功能|场景|应用)(?<=.{6}))?$")


#: 引入甲机器人协助护工照护老人: what it does for somebody is no part of the name.
_HELPS = re.compile("(?<=.{3})(?:协助|帮助|帮|代替|替代)[\u4e00-\u9fff]{2,}$")


#: Before a verb, a place of its own.
_AT_A_PLACE = re.compile(f"{_PLACE}{_SOME}{_FIRST}$")


def is_tried_at_a_place(name: str, text: str, start: int, floor: int) -> bool:
    """Whether a place, and not the whole district, stands before the verb at a position: 在甲街道开展乙试点, not 整治试点."""
    before = text[max(floor, start - _NEAR) : start]
    thing = _may_be(name) and not _AIM.search(name) and not name.endswith(_WORK)
    return thing and bool(_AT_A_PLACE.search(before)) and not before.endswith(_OURS)


#: So near is the place.
_NEAR = 24
_WORK = ("整治", "建设", "评估", "监管", "招标", "考核")
_OURS = ("我区", "我市", "我县", "全区", "全市", "全县")


_PATTERNS = (_TRIED, _PILOT, _AS_TRIAL, _LAUNCHED, _DIGITALLY, _FIRST_LINE)


def tried(reply: Reply) -> list[Mention]:
    """Every such name of the body outside headings, as sure as such phrases were right in annotated replies."""
    return [m for s in reply.sentences if not s.heading for m in _in_sentence(reply, s)]


def _in_sentence(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for pattern in asked(_PATTERNS, text, sentence.start, sentence.end):
        for hit in pattern.finditer(text, sentence.start, sentence.end):
            start, end = hit.span("name")
            start = counted.end() if (counted := _COUNTED.match(text, start, end)) else start
            named = start, start + len(_CLASS.sub("", _HELPS.sub("", text[start:end])))
            digital = pattern not in (_DIGITALLY, _AS_TRIAL) or (
                _STRONG.search(text, *named) and not _AIM.search(text[slice(*named)])
            )
            ours = text[max(hit.start() - 1, 0) : hit.start() + 1] in _OURS
            digital = digital or bool(not ours and _PARKING.fullmatch(text, *named))
            launched = pattern is _LAUNCHED
            fellows = _fellows(text, end, sentence.end) if pattern is _TRIED else []
            # 试点甲和乙: where the second is none, the first may be half of a name
            listed = text.startswith("、", end) or (pattern is _TRIED and text[end : end + 1] in _WORDS_FOR_AND)
            if listed and not fellows and not text.startswith("、", end):
                continue
            if not digital or not _is_one(text, *named, listed=listed, launched=launched):
                continue
            found += [_mention(text, *named, pilot=pattern is _PILOT), *fellows]
    return found


#: With which the words for and begin.
_WORDS_FOR_AND = ("和", "与", "及", "以")


def _mention(text: str, start: int, end: int, *, pilot: bool = False) -> Mention:
    name = clean(text[start:end])
    return Mention("Scenario", name, start, end, "service.tried", 0.7, (f"{name}试点",) if pilot else ())


def _is_one(text: str, start: int, end: int, *, listed: bool, launched: bool) -> bool:
    """Whether that is one; the first of a list has a digital word, for 试点学校、医院 has none, and so has what is launched."""
    name = text[start:end]
    return _may_be(name) and not (launched and not _GOES.search(name)) and not (listed and not _DIGITAL.search(name))


def _fellows(text: str, start: int, stop: int) -> list[Mention]:
    """The rest of the list that a first one stands in, where each item has a digital word: 试用AI作文批改、智能阅卷."""
    found = []
    while item := _FELLOW.match(text, start, stop):
        if not _is_one(text, *item.span("name"), listed=True, launched=False):
            break
        found.append(_mention(text, *item.span("name")))
        start = item.end()
    return found


def _may_be(name: str) -> bool:
    """Whether a phrase behind such a verb is a thing that people use, and not a rule, a device or what belongs to the trial."""
    if _NO_BEGINNING.match(name) or _NO_ENDING.search(name) or name in words("sectors") or name in words("sayings"):
        return False
    if is_generic(name) and len(name) < _LEAST_OF_COMMON_WORDS and not (_DIGITAL.search(name) or _PARKING.fullmatch(name)):
        return False
    return not any(end == len(name) for _, end, _ in find_divisions(name))
