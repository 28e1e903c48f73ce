"""Services and vehicles that are named by a digital word and by what they do: 自动驾驶环卫车, 无人机外卖, 机器人剧场."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, occurrences_of, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.names import OF_A_NUMBER, clean, is_generic
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["known_services", "services"]

_DONE_BY = rf"(?:{alternation('service_marks')})"
_SERVICE = Sought(
    rf"{_DONE_BY}(?:(?![的了])[\u4e00-\u9fffA-Za-z0-9+]){{0,8}}?(?:{alternation('scenario_suffixes', 'service')})(?!业|商(?!圈)|员|者|机|人才|企业|产业|市场|技术|标准|方面|领域|需求|行业|(?<=停车场)景)"
)
#: “最后一公里”接驳小巴: a figure of speech before the name is no part of it.
_FIGURE = re.compile(rf"“(?:{alternation('sayings')})”$")
_MORE = re.compile(rf"(?:{alternation('scenario_suffixes', 'service')})(?!业)")
#: What no service has in its name: it would be a sentence.
_SENTENCE = re.compile(
    r"^\d|中心|监控|平台|[的了在和与及等对由被将把为是有]|企业|产业|公司|技术|领域|开展|推动|发展|提供|实现|进行|支持|研发|应用于|开通|开行"
    # 云溪街道试点智慧停车, 云溪商圈停车场, where the place begins with a digital word
    r"|^云[南冈浮龙霄和梦岭溪锦山谷海湖岩峰江浦阳栖麓翔岗]"
    r"|街道(?!.{0,2}(?:码|通)$)|(?:社区|[镇乡区县市园])(?:试点|试行|上线|推出|率先|建成|先行)"
)
#: Words of a clause that speaks of a thing that is there or is to be, and not of a field at large.
_CONCRETE = re.compile(
    r"试点|上线|推出|打造|建成|开通|投放|投入|启用|运行|开展|开出|开辟|部署|引入|首[个条家座批]|运营|落地|常态化|示范|推广|覆盖|设有|设置|配置|配备|安装|提供|完成|实现|投用|试行|接入|规划|改造|进驻|上路|行驶|乘坐|扫码|招手|借用|送到|列入|先行|服务着|[内下新]设|开设|建设|筹建|探索|实施|用上|借用|进入常态|司空见惯|不鲜见|跑起|天天|[区院园场店站港有]有"
)
_AT_LARGE = re.compile(
    r"(?:发展|聚焦|布局|培育|鼓励|面向|围绕|瞄准|壮大|攻关|涵盖|涉及|从事|生产|制造|销售|研制|包括)[^，。；]{0,20}$"
)
_PROJECT = Sought(
    r"[^，。；：、！？“”《》（）\s的和与及等在由]{4,24}?(?:应用示范项目|示范应用项目|应用试点项目|试点示范项目|示范工程|示范线|示范项目)(?=[，。；、（]|已|建设|的|在)"
)


def services(reply: Reply, lists: list[Enumeration]) -> list[Mention]:
    """Every such name of the body, where its clause speaks of a thing that is there or is to be.

    Parameters
    ----------
    reply:
        Whose flow is read.
    lists:
        Its lists: an item of a list of fields or technologies is no service.
    """
    fields = {i for e in lists if e.head in ("Sector", "Product", "Enterprise", "-") for s, t in e.items for i in range(s, t)}
    found = (m for s in reply.sentences if not s.heading for m in _in_sentence(reply, s) if m.start not in fields)
    return [_uncounted(reply.flow.text, mention) for mention in found]


def _uncounted(text: str, mention: Mention) -> Mention:
    counted = _COUNT.match(text, mention.start, mention.end)
    if not counted or mention.end - counted.end() < 3:
        return mention
    return replace(mention, name=clean(text[counted.end() : mention.end]), start=counted.end())


def known_services(reply: Reply) -> list[Mention]:
    """Services that the country or their city knows by name: 一网通办."""
    text, (start, stop) = reply.flow.text, reply.body
    return [
        Mention("Scenario", clean(name), start + first, start + end, "service.known", 0.75)
        for first, end, name in occurrences_of("known_services", text[start:stop])
        if not OF_A_NUMBER.match(text, start + end) and not (name[-1] == "贷" and text.startswith("款", start + end))
    ]


#: 推出数字人政务服务: what was launched, where a digital word stands near its beginning.
_LAUNCHED = Sought(
    rf"(?:{alternation('launch_verbs', 'named')})了?(?:全[国省市区县]|本市|我[区市]|区级|市级)?(?:首[个家条座批])?"
    rf"(?P<name>[\u4e00-\u9fffA-Za-z0-9+]{{0,5}}?(?:{alternation('service_marks')})[\u4e00-\u9fffA-Za-z0-9+]{{2,10}}?)(?=[，。；、）\n]|等|试点|应用(?:[，。；、]|试点)|示范|新模式|模式|项目|在|让|，)"
)
_NO_SERVICE = re.compile(rf"(?:{alternation('service_nouns', 'launched')})$")
_WISHED = re.compile("建议|提出|希望|提案|关于")


def _launched(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for launched in _LAUNCHED.finditer(text, sentence.start, sentence.end):
        start, end = launched.span("name")
        name = text[start:end]
        if _SENTENCE.search(name) or _NO_SERVICE.search(name) or is_generic(name) or name in words("sectors"):
            continue
        if _DOES.match(name):
            continue  # 试点推进智能化感知
        found.append(Mention("Scenario", clean(name), start, end, "service.launched", 0.55))
    return found


#: AI导办服务“云小办”，: of what kind a service is, right before what it is called.
_CALLED = re.compile(
    "“[^“”，。；]{2,12}”(?=[，。；、）]|[上中里]?(?:已|将|正式|可|能|为|在|等|和|与|上线|投用|启用|实现|提供|覆盖|接入))"
)
#: 自动驾驶公交2号线开通, 包裹由无人配送车送到: what travels without a driver and is said to do so; of twelve such in annotated replies ten are services.
_TRAVELS = Sought(
    "(?P<name>(?:动态|响应式|需求响应式?|预约式)(?:微|定制|接驳)?公交|(?:5G|全)?(?:自动驾驶|无人驾驶|智能网联|智能驾驶|无人)(?:微循环|旅游|定制|观光|接驳|城市)?"
    "(?:公交车?|巴士|小巴|接驳车|环卫车|清扫车|配送车|售货车|零售车|出租车|物流车|巡逻车|专线|接驳线|(?:便民|体验|示范|观光)线(?!路))队?"
    "(?:[一二三四五六七八九十\\d]{1,2}号线|\\d{1,3}路|线路|专线|(?:便民|体验|示范|观光)线(?!路))?)"
    "(?:已|现|正|也|将|正式|即将|日前|近日|目前|全面|率先|成功|陆续|常态化?|于[^，。；]{2,10}|在[^，。；]{2,16}?){0,3}"
    "(?:开通|试运行|运[行营](?!范围|资格|企业|公司|商|模式|牌照|管理|规范|测试|区域|里程)|上线|上路|投用|启用|投入|[运送]来|[运送][到上至]|[清打]扫|巡逻|接待|载客|行驶|往返|穿梭|驶[入进](?![^，。；]{0,10}时)|分别[在设位]"
    # 自动驾驶小巴启动运行仪式在甲园举行
    "|(?:启动|开通|上线|首发|发车|投运)(?:运[行营])?仪式(?=[^，。；]{0,10}(?:在|举[行办])))"
)
#: 支持无人配送车上路, 尚无自动驾驶公交开通; 无人配送车上路测试, 上路许可: what is not said to travel.
_NOT_YET = re.compile("(?:支持|鼓励|允许|禁止|严禁|规范|确保|保障|促进|推动|探索|若|待|为|对|我国|全国|国内|尚无|没有|未见)$")
_ONLY_ABOUT = re.compile("(?:上路|行驶|运[行营]|载客){0,2}(?:测试|许可|安全|存在|里程|资质|牌照|条件|规则|提供|主要)")
#: 成为全省首条投入运营的智能公交线路: what something is called, and no name.
_BECOMES = re.compile("成为[^，。；“”]{0,16}(?:首[个条批家]|唯一|第一[个条家])[^，。；“”]{0,24}的$")
_DOES = re.compile(rf"(?:{alternation('cue_verbs', 'launch')}|{alternation('cue_verbs', 'other')})(?=[\u4e00-\u9fff]{{2}})")


#: 两条自动驾驶公交线路: how many is no part of the name.
_COUNT = re.compile(r"(?:[一二两三四五六七八九十\d]+|多|首)(?:条|个|套|台|处|座|项|批)(?=[\u4e00-\u9fffA-Z])")


def _in_sentence(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, _launched(reply, sentence)
    for service in _SERVICE.finditer(text, sentence.start, sentence.end):
        if text[service.start() - 1] == "”" and not _FIGURE.search(text, sentence.start, service.start()):
            continue
        end = more.end() if (more := _MORE.match(text, service.end(), sentence.end)) else service.end()
        clause = max(text.rfind("，", sentence.start, service.start()) + 1, sentence.start)
        start = left_edge(reply, service.end(), max(clause, service.start() - 8), tail=service.end() - service.start())
        name = text[start:end]
        if _SENTENCE.search(name) or name in words("sectors") or _CALLED.match(text, end, sentence.end):
            continue
        stop = text.find("，", end, sentence.end)
        said = text[clause : sentence.end if stop < 0 else stop]
        if _AT_LARGE.search(text[clause:start]) or _BECOMES.search(text[clause:start]):
            continue
        rule, sure = ("service.named", 0.6) if _CONCRETE.search(said) else ("service.said", 0.4)
        found.append(Mention("Scenario", clean(name), start, end, rule, sure))
    for travels in _TRAVELS.finditer(text, sentence.start, sentence.end):
        start, end = travels.span("name")
        if _NOT_YET.search(text, sentence.start, start) or _ONLY_ABOUT.match(text, travels.end()):
            continue
        if text[start - 1] not in "”0123456789" and not _WISHED.search(text, sentence.start, start):
            found.append(Mention("Scenario", clean(text[start:end]), start, end, "service.travels", 0.75))
    for project in _PROJECT.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, project.end(), project.start(), verbs=True)
        name = text[start : project.end()]
        if len(name) >= 8 and not is_generic(name) and re.search(rf"{alternation('scenario_marks')}", name):
            found.append(Mention("Scenario", clean(name), start, project.end(), "service.project", 0.6))
    return found
