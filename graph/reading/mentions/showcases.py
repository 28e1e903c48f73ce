"""What a place shows off: air routes, lines and networks, demonstrations and pilots that have a name, digital shorthands."""

from __future__ import annotations

import re

from graph.reading.cues import Sought, asked
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import clean, is_generic
from graph.reading.mentions.routes import behind_towns
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["showcases"]

#: A character of a name that is written in one: no particle, no conjunction.
_C = r"(?:(?![的了在与和及等是为])[\u4e00-\u9fffA-Za-z0-9+])"
_FLIES = r"(?:低空|无人机|eVTOL|空中|载人|跨城|跨江|跨海|跨湾|城际|直升机|短途|通航)"
#: 跨江低空物流航线, 低空文旅示范线路: who flies, what for, and the line.
_LINE = Sought(
    rf"{_FLIES}{_C}{{2,10}}?(?:航线|专线|(?:示范|精品|观光|旅游|试验|体验)线路|示范线|环路)(?!网络|图|规划|划设|申请|审批|资源|管理)"
)
#: By what way one goes there, or what for.
_BY = (
    "(?:低空|无人机|航空|通用航空|通航|跨[省市境江海湾城]|空中|直升机|货运|物流|快[件递]|生鲜|医疗|血液|配送|旅游|观光|文旅|研学|载[客人]|eVTOL|短途|"
    "自动驾驶|无人驾驶|智能网联|定制公交|通勤|接驳|就医)"
)
#: 甲—乙低空航线, 甲—乙、丙低空物流航线, 甲至乙的无人机邮路.
_ROUTE = Sought(
    r"(?P<from>[\u4e00-\u9fff]{2,10})(?:—|-|至)[\u4e00-\u9fff]{2,10}?(?:、[\u4e00-\u9fff]{2,4}){0,4}"
    rf"(?:(?:[低无航空跨][\u4e00-\u9fff]{{1,8}}?)?(?:航线|专线)|的?{_BY}[\u4e00-\u9fff]{{0,10}}?(?:航线|专线|邮路|观光线|接驳线))(?!网络|图|规划|划设|申请|审批|资源|管理)"
)
#: 城市空中交通网络启用: a network that was put to use.
_NETWORK = Sought(
    rf"(?:空中|低空|无人机|无人|智能|智慧|数字|充换?电|物流){_C}{{2,8}}?网络(?=[，。；、]|正式|已|启用|启航|上线|开通|投入|建成|投运)"
)
_MARK = re.compile(rf"(?:{alternation('scenario_marks')}|新基建|物联|飞行|空中)")
#: 智能网联示范运营, 飞行汽车应用示范岛: a demonstration by what is shown.
_SHOWN = Sought(
    rf"{_C}{{4,16}}?(?:示范|试点)(?:街(?!道|区)|岛|点(?!位)|环路|道路|公路|站|小区|线路?|车站|车间|工厂|校|学校|医院|课堂|运营|应用|项目|工程)"
    r"(?=[，。；、：）\n]|等|和|与|及|已|也|在|正|建设|获|由|的)"
)
_PILOT = Sought(
    r"(?:入选|获批|列入|成为|进入|承担|申报|争取|参与|纳入|获评|开展|推进|启动|实施|承接|推动|获得|组织|深化|试行|率先|争创|推行)了?"
    rf"(?:为|全国|全省|全市|国家级?|省级|市级|省|市|区级|首批|第[一二三四五]批|年度|\d{{4}}年度?|部级){{0,4}}(?P<name>{_C}{{4,16}}?试点)(?=[，。；、）（\n]|工作|项目|任务|建设|等|和|与|及|以来|已)"
)
_SUBJECT = Sought(rf"(?:^|[，。；、：\n])(?P<name>{_C}{{4,14}}?试点)(?=也|已|正|同步|均|全面|率先|顺利|稳步|扎实|有序|获批|启动)")
#: Of pilots these are reforms and no thing that people use.
_REFORM = re.compile(
    r"(?:改革|体制|机制|制度|政策|财政|税|金融|信贷|保险|股权|采购|立法|土地|用地|户籍|学位|人才|外汇|贸易|区域|合作|建设|创新|发展|创建|国家|城市|区|县|先行|综合|相关|有关|各类|项目|工作|单位|企业|示范|首批|优先|选择|探索|评价|标准化|产业|治理|多个|转移|[两三四五六七八九十]个)试点$"
)
#: 一码通付, 一屏统览: the whole of a service in four characters, where the sentence puts it to use.
_FOUR = r"一(?:码|键|屏|网|卡|图|窗|证|端|脸|机)[\u4e00-\u9fff]{2}"
_SHORT = Sought(rf"(?<![\u4e00-\u9fff“]){_FOUR}(?=已|在[^，。；]{{2,16}}(?:实现|上线|推广)|功能|服务|全面|正式|上线)")
_SHORT_USED = Sought(
    rf"(?:实现|推行|推出|上线|启用|开通|推广|试行|打造|建成)了?(?:“)?(?P<name>{_FOUR})(?=[，。；、”]|等|和|服务|功能)"
)

#: 推出夜间消费电子地图, 开通医疗护理专线: what was put to use, by its last word.
_OPENED = Sought(
    rf"(?:推出|上线|开通|启用|发布|开行|投用|试运行|首创|开设|增开|投放|新开)了?(?:{_C}{{0,6}}?的|全[国省市区县]|本市|我[区市]|(?:[一两三四五六七八九十\d]+|多|首|数)(?:条|个|台|家|辆|处|趟))?"
    rf"(?P<name>{_C}{{2,12}}?(?:{alternation('scenario_suffixes', 'opened')}))(?=[，。；、）\n\d]|等|和|与|及|服务|在|已)"
)
#: 无人机巡河场景, 智能识别应用场景: what the scene is of, from its digital word on.
_SCENE = Sought(
    rf"(?P<name>(?:{alternation('service_marks')}){_C}{{2,8}}?)(?:应用)?场景(?=应用|已|在|率先|落地|上线|建成|入选|获|正式|[，。；、）])"
)
_NO_SCENE = re.compile(
    "(?:技术|产业|经济|创新|应用|示范|治理|服务|消费|生活|领域|行业|化|赋能|等|融合|特色|标杆|典型|多元|城市|新|大|核心|各类|体验|开放|装备|终端|产品)$"
)


def showcases(reply: Reply) -> list[Mention]:
    """Every such name of the body outside headings; most are doubts that the sentence's other words must bear out."""
    return [
        m
        for s in reply.sentences
        if not s.heading and asked(_PATTERNS, reply.flow.text, s.start, s.end)
        for m in (
            *_lines(reply, s),
            *_shown(reply, s),
            *_opened(reply, s),
            *_short(reply, s),
            *_tried(reply, s),
            *_begun(reply, s),
        )
    ]


def _lines(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for route in _ROUTE.finditer(text, sentence.start, sentence.end):
        begin = max(text.rfind(mark, sentence.start, route.start("from")) for mark in "，、；与和及了") + 1
        start = left_edge(reply, route.end("from"), max(begin, sentence.start))
        whole = Mention("Scenario", clean(text[start : route.end()]), start, route.end(), "service.route", 0.6)
        found.append(behind_towns(reply, whole))
    for pattern, rule in ((_LINE, "service.line"), (_NETWORK, "service.network")):
        for line in pattern.finditer(text, sentence.start, sentence.end):
            start = _begin(reply, line.start(), line.end(), sentence)
            found.append(Mention("Scenario", clean(text[start : line.end()]), start, line.end(), rule, 0.5))
    return found


def _begin(reply: Reply, start: int, end: int, sentence: Sentence) -> int:
    """Back from a word of the name over what says where or how: 湾区 of 湾区低空物流航线."""
    edge = left_edge(reply, end, max(sentence.start, start - 14), tail=end - start)
    counted = _COUNTED.match(reply.flow.text, edge, start)
    return counted.end() if counted else edge


_COUNTED = re.compile(
    r"(?:全[国省市区县]|我[省市区县]|[\u4e00-\u9fff]{0,4})?(?:首|第?[一二两三四五六七八九十\d]+|多)(?:条|个|批|张|处|座)"
)


def _shown(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for shown in _SHOWN.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, shown.end(), shown.start())
        start = counted.end() if (counted := _COUNTED.match(text, start, shown.end())) else start
        name = text[start : shown.end()]
        if len(name) >= 6 and _MARK.search(name) and not is_generic(name):
            found.append(Mention("Scenario", clean(name), start, shown.end(), "service.shown", 0.45))
    for pattern in (_PILOT, _SUBJECT):
        for pilot in pattern.finditer(text, sentence.start, sentence.end):
            start, end = pilot.span("name")
            name = text[start:end]
            placed = next((e for s, e, _ in find_divisions(name) if s == 0), 0)
            name, start = name[placed:], start + placed
            core = name.removesuffix("试点")
            if len(core) < 4 or _REFORM.search(name) or (is_generic(core) and len(core) < 6) or core in words("sectors"):
                continue
            found.append(Mention("Scenario", clean(name), start, end, "service.pilot", 0.45, (clean(core),)))
    return found


def _opened(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for pattern, rule in ((_OPENED, "service.opened"), (_SCENE, "service.scene")):
        for opened in pattern.finditer(text, sentence.start, sentence.end):
            start, end = opened.span("name")
            name = text[start:end]
            if is_generic(name) or name in words("sectors") or (pattern is _SCENE and _NO_SCENE.search(name)):
                continue
            found.append(Mention("Scenario", clean(name), start, end, rule, 0.5))
    return found


#: 实现“一屏统览”: what is attained by a service, and no service.
_ATTAINED = re.compile("(?:实现|做到|达到|达成)了?“$")
_ATTAINED_BEFORE = 4


def _short(reply: Reply, sentence: Sentence) -> list[Mention]:
    text = reply.flow.text
    spans = [m.span() for m in _SHORT.finditer(text, sentence.start, sentence.end)]
    spans += [m.span("name") for m in _SHORT_USED.finditer(text, sentence.start, sentence.end)]
    return [
        Mention("Scenario", text[start:end], start, end, "service.short", 0.5)
        for start, end in dict.fromkeys(spans)
        if text[start:end] not in words("sayings")
        and not _ATTAINED.search(text, max(start - _ATTAINED_BEFORE, sentence.start), start)
    ]


#: 甲社区列为智慧社区试点, 在乙街道试点智慧社区建设: what a place that has a name is chosen to try.
_CHOSEN_TO_BE = Sought(
    r"(?:列为|列入|作为|入选|成为|(?:确定|认定|评|选)为|纳入|参加|开展|推进)了?[^，。；：“”]{0,16}?(?<![\u4e00-\u9fff]个)"
    r"(?P<name>(?:智慧|未来|数字|AI)(?:社区|小区|家庭|街区|村))(?:建设|创建|工作|项目)*(?:试点|名单)"
    r"|(?:试点|试行)(?P<tried>(?:智慧|未来|数字|AI)(?:社区|小区|家庭|街区|村))(?:建设)?(?=[，。；]|$)"
)
#: A place with a name before that, and none that is only counted or called by its kind.
_A_NAMED_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,}?(?<![个各全每])(?<!所有)(?<!部分)(?<!智慧)(?<!未来)(?<!数字)(?:社区|街道|[^城乡村集小]镇)(?!级|办)"
)


def _tried(reply: Reply, sentence: Sentence) -> list[Mention]:
    """A kind of community that a street or a community is chosen to try."""
    text, found = reply.flow.text, []
    for chosen in _CHOSEN_TO_BE.finditer(text, sentence.start, sentence.end):
        group = "name" if chosen["name"] else "tried"
        if _A_NAMED_PLACE.search(text, max(sentence.start, chosen.start() - 80), chosen.start(group)):
            start, end = chosen.span(group)
            found.append(Mention("Scenario", clean(text[start:end]), start, end, "service.trial", 0.7))
    return found


#: A name with a digital word near its beginning.
_SMART = rf"(?P<name>{_C}{{0,8}}?(?:{alternation('scenario_marks')}){_C}{{1,12}}?)"
_SOON = r"(?:由此|[同当]日|当天|同期|也|又|再|还|均|都|正式|率先|已经?|近日|日前|今年|明年|年内|年底前?|[上下]半年|先后|陆续|同步|常态化|预计|计划|有望|力争|即将|将|拟|于[^，。；]{2,8}?){0,4}"
_AT = r"在(?!线)[^，。；：、的“”]{2,24}?"
_STARTS = "启用|上线|投用|投运|开通|上岗|投入使用|投入运营|试运[行营]|开放(?!道路|共享|式)"
#: 首家智慧书房在甲街道开放, 首个无人值守驿站落户乙镇: the first of a kind, which then begins.
_FIRST = Sought(
    rf"首[个家座间处条台套](?!面?向(?![阳前善上日])|对(?![口讲])|为(?![民老])|由|以(?![旧竹色])){_SMART}(?={_SOON}(?:(?:{_AT})?(?:对外|正式|建成)?(?:{_STARTS}|开业|揭牌|挂牌|亮相|落成)|(?:落户|落地|入驻|进驻|走进)))"
)
#: 无人巡逻车也在丙片区运行: what a clause begins with, which runs somewhere.
_RUNS_AT = Sought(
    rf"(?:(?<=[，。；：\n])|(?<=目前)|(?<=[年月日]))(?:[\u4e00-\u9fff]{{2,6}}?\d{{1,4}}[辆台套处])?{_SMART}(?={_SOON}{_AT}(?:{_STARTS}|常态化?运行|运行(?=[，。；])))"
)
#: Houses, bodies, goods and documents: what begins and is no service.
_NO_THING = re.compile(
    "(?:(?<!广)(?<!农)场|独角兽|交易所|(?:服务|供应|运营|集成)商|体验店|门店|总部|样板|体系|运动会|调解室|(?<!智慧)(?<!数字)馆|换电站|扶梯|教学|[园区城镇谷港街村楼厦]|校|基地|中心|广场|空间|孵化器|公司|企业|工厂|[旗专首]舰?[卖发]?店|(?<!病)院|研究[院所]|学校|协会|联盟|实验室|工作[站室]|委员会|支部|社区|标准|条例|办法|政策|方案|计划|大会|论坛|[大比竞]赛|峰会|活动"
    "|芯片|模型|产品|整机|飞机|汽车|传感器|电池|装备|设备|生产线|产线|车间|项目|工程|基金|贷款|债券|专利|牌照|许可证?|集群|人才|专业|学科|课程|技术|场景|应用|网络|基站|道路|产业|业务|机构|枢纽|事项|改革|试点|变电站|[发充]电站|泵站|水厂|公交|巴士)$"
)


def _begun(reply: Reply, sentence: Sentence) -> list[Mention]:
    """What is the first of its kind, or is said of a place, and begins there."""
    text, found = reply.flow.text, []
    for pattern in (_FIRST, _RUNS_AT):
        for said in pattern.finditer(text, sentence.start, sentence.end):
            start, end = said.span("name")
            start = start if pattern is _FIRST else left_edge(reply, end, start)
            name = text[start:end]
            placed = next((e for s, e, _ in find_divisions(name) if s == 0), 0)
            name, start = name[placed:], start + placed
            if len(name) < _LEAST or is_generic(name) or name in words("sectors") or _NO_THING.search(name):
                continue
            found.append(Mention("Scenario", clean(name), start, end, "service.begun", 0.8))
    return found


#: 无人机, 机器人: of fewer characters is only what does it.
_LEAST = 4

#: All that a sentence is asked for.
_PATTERNS = (
    *(_ROUTE, _LINE, _NETWORK, _SHOWN, _PILOT, _SUBJECT, _OPENED, _SCENE),
    *(_SHORT, _SHORT_USED, _CHOSEN_TO_BE, _FIRST, _RUNS_AT),
)
