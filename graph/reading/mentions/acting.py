"""Firms told by what they are said to do: they come to a place, stand for a cluster, act, or try something somewhere."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.bare_firms import firm_like, name_from
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.firm_edges import behind_rank
from graph.reading.mentions.foreign import behind_letters
from graph.reading.mentions.malls import behind_address
from graph.reading.mentions.manner import before_manner
from graph.reading.mentions.names import NOT, clean, is_generic, is_unknown
from graph.reading.mentions.seats import REGION
from graph.reading.mentions.sites import behind_county
from graph.reading.mentions.tried import is_tried_at_a_place
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["acting", "arriving", "held_up", "piloted"]


_ARRIVES = Sought(
    r"(?:成功|正式|先后|陆续|相继|分别|选择|已|均|等)*(?:入驻|进驻|落户|搬?迁[入至到]|搬[入至到]|落址|坐落于?|落子|扎根|选址(?=[于在]?[\u4e00-\u9fff]{2,}?(?:[区县市镇乡园城谷港路]|街道)))(?:于|在|到|至|了)?"
)

_HELD_UP = Sought(r"以(?P<name>[^，。；、“”\n以]{2,12}?)(?:、[^，。；、“”\n]{1,24}?)*(?:等)?为(?:标杆|龙头|引领|代表|首|链主)")
#: 以甲综合体、乙广场等为代表的商业项目.
_A_HOUSE = re.compile("(?:综合体|广场|大厦|商场|购物中心|步行街|街区|营地)$")
#: 以甲镇为龙头: what leads is no firm.
_A_PLACE = re.compile("[镇乡村区县市园城港山湖河江岛]$|产业|行业|领域")

_FIRST = Sought(
    r"(?:打造|上线|推出|建成|开设|启用|建设|开通|首创|投用|落地)(?:了|出)?(?:全市|全区|全国|全省|全县|本市|我区|我市|上海|区内)?(?:首[个家座条款处批]|第一[个家座条]|唯一[的一]?)?(?:的)?"
)

_HEADED = Sought(
    r"(?:开展|推进|实施|启动|承接|深化|推广|打造|首家开展|率先开展|深入推进)(?:了|全市|本市|市级|国家级|国家)?(?:[^，。；、“”《》（）\n等]{1,14}的)?(?P<name>[^，。；、“”《》（）\n的等]{2,16}?)(?P<head>试点|应用|示范应用|场景)(?=[，。；、\n的]|工作|项目|任务|建设|等)"
)

_NOT_YET = re.compile(rf"{NOT}$")

#: Between a firm and its arrival: 甲科技总部也落户乙园, 甲科技将华东总部选址乙园, 甲科技2018年入驻乙园, 甲科技自2018年入驻乙园以来, 甲科技从丙大厦搬至乙园,
#: 甲科技总部由丁市迁至乙园.
_BEFORE_ARRIVAL = re.compile(
    rf"(?:(?:[将把]其?)?(?:{REGION}|区域|大区|研发|运营|销售|结算)*总部(?:项目)?|(?:于|自从?)?\d{{4}}年(?:\d{{1,2}}月)?|自从?|(?:从|由(?!于))[^，。；：、由]{{2,11}})(?:也|已|均|正式|成功|率先|整体)*$"
)

_MOVES = re.compile("[搬迁]")
#: 在甲落户, 在甲、乙落户: what stands between is the place. Not 现在甲公司落户乙园, 由于甲公司入驻.
_SETTLES_THERE = re.compile("(?:(?<![存现正自])在|(?<![由关对至])于)(?:[\u4e00-\u9fff]{2,5}[、和与及]){0,4}$")

#: 甲产业园现已入驻, 甲产业园，已入驻 is said of those who came.
_IS_SITE = re.compile(
    rf"(?:{alternation('carrier_suffixes')}|园区|起步区|启动区|楼宇)[”]?(?P<behind>，)?(?:已经|现已|目前已?|已|现|先后|陆续)*$"
)


#: 甲云谷入驻企业890家, 乙大厦入驻35家: what they came to stands before the verb, and no firm.
_WHO_CAME = re.compile(
    r"(?:的|各类|规上|规模以上|[\u4e00-\u9fff]{0,6}?)(?:企业|商户|商家|机构|品牌|首店|项目|团队|市场主体|率)"
    r"(?!服务|中心|家园|之家|天地|孵化|总部|发展|园|港|大厦)|[^，。；\d]{0,3}\d+(?:余|多)?[家户个]"
)


#: 继甲公司落户乙园之后，丙公司…: not 继 of a name.
_AFTER_ONE = re.compile(r"(?<=[，。；：\n])继[^，。；\n]{4,40}(?:后|不久|以来)[，、]")


def arriving(reply: Reply, sentence: Sentence) -> list[Mention]:
    """X入驻Y: X is a firm, Y a carrier, unless something else is known of them; where X is a park, Y is a firm."""
    text, found = reply.flow.text, []
    for verb in _ARRIVES.finditer(text, sentence.start, sentence.end):
        until = verb.start()
        between = _BEFORE_ARRIVAL.search(text, max(sentence.start, until - 16), until)
        if between and (text[between.start()] != "由" or _MOVES.search(verb.group())):  # 由甲公司落户 says who comes
            until = between.start()
        until = before_manner(text, sentence.start, until)
        if _NOT_YET.search(text, max(sentence.start, until - 4), until):
            continue  # 甲公司尚未入驻乙园
        if "入驻" in verb.group() and _WHO_CAME.match(text, verb.end(), sentence.end):
            continue
        start = _comes_from(reply, sentence, until)
        there = _SETTLES_THERE.search(text, max(sentence.start, start - 24), start)
        if start < until and not there and text[until - 1] not in "，。；：、" and firm_like(reply, start, until):
            found.append(Mention("Enterprise", clean(text[start:until]), start, until, "role.arrival", 0.8))
        if "选址" in verb.group() or "搬" in verb.group():
            continue  # 选址论证, 搬入现代化大厦 name no park
        end = _host_end(reply, verb.end(), sentence.end)
        # 入驻甲园核心载体——乙大厦: behind a dash, where there is one
        begin = max(behind_address(text, verb.end(), end), text.rfind("——", verb.end(), end) + 2)
        host = text[begin:end]
        if host.endswith(("内", "里")):
            end, host = end - 1, host[:-1]
        if (county := behind_county(host)) and host.endswith(("园", "城", "谷", "港", "大厦", "广场", "中心")):
            begin, host = begin + county, host[county:]
        if "入驻" in verb.group() and (site := _IS_SITE.search(text, max(sentence.start, verb.start() - 12), verb.start())):
            firm = firm_like(reply, begin, end) and (site.group()[-1] != "，" or verb.group() != "入驻")
            if firm:
                found.append(Mention("Enterprise", clean(host), begin, end, "role.arrival", 0.8))
            if firm or not site["behind"]:  # 甲科技落户乙园，入驻丙大厦 names no other firm
                continue
        if (
            3 <= len(host) <= 20
            and not is_generic(host)
            and not re.match(r"企业|公司|项目|率|[该此这我全本]|[^，]{0,4}\d", host)
            and not re.search(r"[后的是了]|机制|政策|^中心|(?<![工创]业)小区|开展|提供", host)
            and host.count("“") == host.count("”")
            and host.count("（") == host.count("）")
            and not re.search(
                r"(?:区|市|县|省|街道|镇|乡|企业|公司|社区|路|[东南西北中][部侧]|境|一带|周边|附近|沿线|腹地|交[汇界叉]处)$", host
            )
            and not _is_town(reply, host)
        ):
            found.append(Mention("Carrier", clean(host), begin, end, "role.host", 0.75))
    return found


def _comes_from(reply: Reply, sentence: Sentence, end: int) -> int:
    """Where the name begins that ends before an arrival."""
    text = reply.flow.text
    start = left_edge(reply, end, sentence.start) if end > sentence.start else end
    start = behind_letters(text, behind_rank(text, start, end), end)
    after_one = _AFTER_ONE.match(text, start) and text[start:end] not in words("firms")
    return start + 1 if after_one else start


def _is_town(reply: Reply, host: str) -> bool:
    """Whether a name is the short form of one of the place's towns, also behind the place's own: 落户丙庄, 落户丁区丙庄 without 区, of 丙庄镇."""
    code, own = reply.where.code, host.removeprefix(reply.where.short or "")
    return bool(code) and any(divisions.township(own + kind, str(code)) is not None for kind in ("街道", "镇", "乡"))


#: 落户丙园以来, 入驻丁园不久: what is said of the time since then is no part of the place.
_HOST_ENDS = re.compile(
    r"[，。；：！？、）\n等]|以来|至今|[之以]后|不久|伊始|(?:[近约]?(?:\d+|[一二两三四五六七八九十]+)[余多几]?|多|数十?|几)年(?=[，。；、来以间的]|$)"
)


def _host_end(reply: Reply, start: int, stop: int) -> int:
    text = reply.flow.text
    found = _HOST_ENDS.search(text, start, stop)
    limit = found.start() if found else stop
    number, end = reply.token_at(start), start
    while number < len(reply.tokens) and reply.tokens[number].start < limit:
        token = reply.tokens[number]
        if (
            token.start > start
            and token.word not in words("name_verbs")
            and token.word[0] not in "“”·-"
            and (token.tag.startswith("u") or token.tag in ("p", "c", "d", "r"))
        ):
            break
        end = min(token.start + len(token.word), limit)
        number += 1
    return end


def held_up(reply: Reply, sentence: Sentence) -> list[Mention]:
    """以甲乙科技为标杆."""
    text, found = reply.flow.text, []
    for held in _HELD_UP.finditer(text, sentence.start, sentence.end):
        start, end = held.span("name")
        if firm_like(reply, start, end) and not _A_HOUSE.search(held["name"]):
            leads = held.group().endswith(("龙头", "链主")) and (is_unknown(held["name"]) or held["name"] in words("firms"))
            sure = 0.85 if leads and not _A_PLACE.search(held["name"]) else 0.7
            found.append(Mention("Enterprise", clean(text[start:end]), start, end, "role.held-up", sure))
    return found


#: What is said of a firm that comes, builds or wins: 甲乙电力竞得新地块, 丙丁半导体项目开工.
_COMES = Sought(
    r"竞得|获评|获批|斩获|[把将]总部|(?:上市|新|区域|全球|华东|华南|华北|西南)?总部(?:及[^，。；]{2,12})?项目|建成(?=“)"
    r"|项目(?=(?:也|均|都|已|即将|正式|顺利|成功|已经|正在)*(?:动工|封顶|落地|开工|投产|签约|启动|竣工|落户|通线|量产))"
    r"|与[^，。；]{2,8}(?:联合攻关|签约|达成合作|签订)"
)

_ACTS = Sought(
    rf"(?:专注于?|深耕|致力于|崭露头角|自主研[发制]|自主开发|投资建设|投资兴建|研发的|开发的|运营的|打造的|建设的|承建的?|研制的|生产的|旗下|(?<!新)(?:{REGION}|区域|大区)*总部(?!(?:及[^，。；]{{2,12}})?项目)|产值(?:达|突破|超|约)?\d|打破|获得融资|完成[A-D]?轮融资|成功上市|挂牌上市)"
)


def acting(reply: Reply, sentence: Sentence) -> list[Mention]:
    """甲乙科技专注于…, 丙丁自主研制的…: at the head of a clause the subject of what firms do."""
    text, found = reply.flow.text, []
    verbs = [
        (verb, rule)
        for pattern, rule in ((_ACTS, "role.acting"), (_COMES, "role.coming"))
        for verb in pattern.finditer(text, sentence.start, sentence.end)
    ]
    for verb, rule in verbs:
        end = verb.start() - text.endswith("（", sentence.start, verb.start())  # 甲科技（总部在丙市）
        start = left_edge(reply, end, sentence.start) if end > sentence.start else end
        name = text[start:end]
        if text[start - 1 : start] not in "，。；：、由年月日\n" or not 3 <= len(name) <= 8 or not firm_like(reply, start, end):
            continue
        tokens = reply.tokens_in(start, end)
        if is_unknown(name) and any(t.tag in ("nr", "nz", "nrt", "nrfg", "x", "eng", "zg") or len(t.word) == 1 for t in tokens):
            found.append(Mention("Enterprise", clean(name), start, end, rule, 0.55))
    return found


_MARK = re.compile(rf"(?:{alternation('service_marks')})")

#: 首条物联网应用示范街: what was read is not the whole of the name.
_GOES_ON = re.compile(r"(?:应用|示范|创新|试点)[\u4e00-\u9fff]{0,4}(?:街|区|园|路|基地|中心|单位|企业|项目|线)")

#: What is the first of its kind and is used by nobody.
_NOT_FIRST = re.compile(
    r"(?:集群|体系|机制|模式|产业|联盟|协会|企业|法规|条例|标准|办法|制度|基金|赛道|产业链|联合体|示范区|[国省市区县镇乡街村]级)$"
)

#: 智慧停车, 数字菜场: a digital word and an errand or a house.
_ERRAND = re.compile(
    rf"(?:智慧|数字|智能|无人|AI)(?!应用|服务|体验|治理|监管|监测|消费|城市|交通|教育)(?:{alternation('scenario_suffixes', 'venue')}|{alternation('scenario_suffixes', 'service')})"
)

#: 成为全市首家开展甲应用的医院: what somebody is the first to do is a thing that has a name.
_AS_THE_FIRST = re.compile("首[家个批]|率先")

#: 打造无人机送药场景, 打造机器人巡检场景: who does what there.
_DRIVEN = re.compile("(?:无人[机车船]|机器[人狗]|数字人)(?!产业|技术|应用|示范|体验|创新|经济|租赁|表演|编队)[\u4e00-\u9fff]{2}")

#: What a digital service that others stand on is called.
_BASE = re.compile("(?:数字|智能|数智|城市|数据)(?:底座|基座|大脑|中枢|中台|驾驶舱)$")


def piloted(reply: Reply, sentence: Sentence) -> list[Mention]:
    """开展智慧影院试点; 深化校园数字底座应用; 打造全市首个社区智能药房."""
    text, found = reply.flow.text, []
    for piloted in _HEADED.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, piloted.end("name"), piloted.start("name"))
        name = text[start : piloted.end("name")]
        head = piloted.group("head")
        mark = _MARK.search(name)
        errand = mark and head in ("场景", "试点") and _ERRAND.fullmatch(name, mark.start())
        if len(name) < 3 or (not errand and (is_generic(name) or name in words("sectors"))):
            continue
        if head == "场景":
            if not mark or len(name) - mark.start() < 4:
                continue
            start, name = start + mark.start(), name[mark.start() :]
        whole = (
            name + "应用"
            if head == "应用" and not re.search(rf"(?:{alternation('scenario_suffixes', 'system')})$", name)
            else name
        )
        aliases = tuple(n for n in (name, name + head) if n != whole)
        told = _BASE.search(name) or _AS_THE_FIRST.search(text, max(sentence.start, piloted.start() - 6), piloted.start("name"))
        tried = head == "试点" and is_tried_at_a_place(name, text, piloted.start(), sentence.start)
        driven = head == "场景" and _DRIVEN.match(name)
        sure = 0.85 if told or tried or driven else 0.7
        found.append(Mention("Scenario", clean(whole), start, piloted.end("head"), "role.piloted", sure, aliases))
    for first in _FIRST.finditer(text, sentence.start, sentence.end):
        if not re.search("首|第一|唯一", first.group()):
            continue
        end = name_from(reply, first.end(), sentence.end)
        name = text[first.end() : end]
        if (
            3 <= len(name) <= 20
            and not _GOES_ON.match(text, end)
            and not _NOT_FIRST.search(name)
            and (not is_generic(name) or (len(name) >= 6 and name.endswith(("平台", "系统"))))
        ):
            found.append(Mention("Scenario", clean(name), first.end(), end, "role.first", 0.6))
    return found
