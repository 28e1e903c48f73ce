"""Districts, subdistricts, communities, business circles and roads."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.cues import Sought
from graph.reading.lexicon import words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import in_dictionary, is_generic
from graph.reading.mentions.places.addresses import is_address, is_called_by_a_verb
from graph.reading.mentions.places.communities import communities
from graph.reading.mentions.places.districts import districts
from graph.reading.mentions.places.kinds import SOME
from graph.reading.mentions.places.parks import parks_in_a_row
from graph.reading.mentions.places.road_edges import behind_larger
from graph.reading.mentions.places.roads import OFFICE_AT, is_kind_of_road, trimmed
from graph.reading.mentions.places.sharing import says_something, shared_suffix
from graph.reading.mentions.places.townships import townships
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["places"]

_CIRCLE = re.compile(r"商圈")
_ROAD = Sought(
    r"(?:位于|坐落于?|地处|沿线?|在|至|、|：|镇|街道|[市区县])((?!位于|坐落|地处|设在|在|于)[\u4e00-\u9fff]{2,5}?(?:(?<![电思线道公铁网集出])路|大道|大街))(?=\d+(?:[-—]\d+)?(?:弄|号)|沿线|周边|一带|、|和)"
    # 甲大厦（乙路500号）, 甲大厦（乙路）, 位于丙公路20号
    r"|(?<=（)(?P<told>(?![位坐地设在于])[\u4e00-\u9fff]{2,5}?(?:(?<![电思线道铁网集出])路|大道|大街))(?=(?:\d{1,5}(?:[-—]\d{1,4})?[号弄][^，。；（）]{0,10})?）)"
    r"|(?:位于|坐落于?|地处|设在)(?P<highway>(?!在|于)[\u4e00-\u9fff]{2,4}?公路)(?=\d{1,5}[号弄])"
    # 甲路49-2号的乙园
    r"|(?<=[，。；\n])(?P<numbered>(?![位坐地设在于落])[\u4e00-\u9fff]{2,4}?(?:(?<![电思线道公铁网集出])路|大道|大街))(?=\d{1,4}(?:[-—]\d{1,4})?(?:号|弄)的?[\u4e00-\u9fff])"
    # 位于甲开发区乙路南侧, 位于丙街道丁一巷，
    r"|(?:位于|坐落于?|地处|设在|选址)[\u4e00-\u9fff]{1,10}?(?:[市区县镇园]|街道)(?P<within>(?!街道)(?:(?![区县镇园])[\u4e00-\u9fff]){2,5}?(?:(?<![电思线道公铁网集出])路|大道|大街|(?<=[\u4e00-\u9fff]{2})(?<![乡镇小老美食商业步行])街(?![道区镇头坊])|(?<=[一二三四五六七八九十])巷|道(?=[东西南北]侧)))(?:的(?=[\u4e00-\u9fffA-Za-z“]{2})|[，。；上\n]|[东西南北]侧|\d)"
    # 位于甲路的乙大厦, 坐落于甲路，; 甲路上的乙大厦.
    r"|(?:位于|就在|[坐座]落于?|[坐座]落在|地处|设在|设于|(?:选址|落户)(?:于|在)?|(?:(?:入驻|进驻|扎根|落子|安家)(?:于|在)?|(?:迁|搬)(?:入|至|到|往))(?![\u4e00-\u9fff]{2,5}?(?:路|大道|街)(?:近?旁|上(?!的)|附近|[东西南北一两]侧|[与和近])[^，。；]{0,12}(?:大厦|园|广场|中心|楼|基地|城|谷)))(?P<at>(?!在|于)[\u4e00-\u9fff]{2,5}?(?:(?<![电思线道公铁网集出])路|大道|大街|(?<=[\u4e00-\u9fff]{2})(?<![乡镇小老美食商业步行])街(?![道区镇头坊])))(?:的(?=[\u4e00-\u9fffA-Za-z“]{2})|[，。；）与近上旁\n]|两[旁侧]|一侧|以[东西南北]|[东西南北]侧|\d+[号弄]|(?=[\u4e00-\u9fff]{2,4}路(?:路口|口|交)))"
    # 乙区甲路上，丙公司…
    r"|(?<=[，。；\n])[\u4e00-\u9fff]{1,6}?(?:[区县镇]|街道)(?P<upon>(?:(?![区县镇园])[\u4e00-\u9fff]){2,4}?(?<![电思线道公铁网集出])路)(?=上，)"
    # 甲路沿线集聚了…
    r"|(?:(?<=[，。；：\n])|(?<=[，。；：\n][以在沿])|(?<=其中))(?P<along>(?!位于|坐落|其中|[了沿以在将把])[\u4e00-\u9fff]{2,4}?(?<![电思线道公铁网集出上])(?:路|大道|大街))(?=沿线|两侧|一侧|两旁|沿路|一带|一线|[东西南北](?:侧|段)(?:的|引|设)|(?:聚集|集聚|汇聚|汇集)[了着]|(?<![马门小老后]路)(?:已|先后|陆续|相继|成功|新|现)*(?:引进|引入|招引|集聚|聚集|汇聚|汇集|云集|吸引|拥有|入驻|落户|有)了?(?![区度效地])[\u4e00-\u9fffA-Za-z“]{2,16}(?:、|等)|上(?:已|就)?(?:聚集|集聚|汇聚|汇集|分布|坐落|有[^，。；]{2,16}(?:、|等)))"
    r"|(?:在|进了?|于|是|[，。；、：\n])(?P<on>(?!了)[\u4e00-\u9fff]{2,4}?(?<![电思线道公铁网集出上])路)上的(?=[\u4e00-\u9fffA-Za-z“]{2})"
    # 甲路的乙广场
    r"|(?:[，。；、：\n]|(?<=[，。；])[把将])(?P<of>(?![紧邻靠近位于在])[\u4e00-\u9fff]{2,4}?(?<![电思线道公铁网集出上])路)的(?=[“]?[^，。；：、的]{2,12}?(?:园区?|大厦|广场|中心|街区|基地|楼)(?:[”（，。；、和与]|[\u4e00-\u9fff]{2}))"
)


#: 将启动甲路、乙路改造.
_STARTED = re.compile("(?:将|已|正|拟)?(?:启动|完成|推进|实施|改造|打通)(?=[\u4e00-\u9fff]{3})")
#: 位于甲路与乙路交会处: the other road.
_CROSSING = re.compile(
    r"(?:以[东南西北]|[东南西北]侧)?[、与和及](?P<other>[\u4e00-\u9fff]{2,5}?(?:(?<![电思线道公铁网集出])路|大道|大街))(?=交|之间|路?口|以[东南西北]|[东南西北]侧|附近|的)"
)
#: 甲大道与乙路交会处, G104与丙大道交叉口: two roads by their crossing alone, or the second of what is no road by its end.
_CROSS = Sought(
    r"(?:(?<=[，。；：|\n以在于处对沿 ])(?P<one>(?!针)(?:(?![位在于处以对沿将把的])[\u4e00-\u9fff]){2,5}?(?:(?<![电思线道铁网集出])路|大道|(?<![商步行])街)|[GSX]\d{2,3}))?"
    r"(?:(?<=[路街道线])|(?<=[GSX]\d{2})|(?<=[GSX]\d{3}))[与和](?P<two>[\u4e00-\u9fff]{2,5}?(?:(?<![电思线道铁网集出])路|大道|(?<![商步行])街))(?=(?:路?口)?(?:交[汇会界叉接]|相交)|路口)"
)
#: 南京西路、曹家渡等5个街道: subdistricts called after roads.
_OF_STREETS = re.compile(
    r"(?:、[^、，。；]{2,6}){0,12}(?:[、和与及][^、，。；]{2,5})?(?:等)?(?:[\d两三四五六七八九十]{0,3}个?)?街[道镇]"
)
#: 甲街道乙商圈.
_TOWN_AHEAD = re.compile("[\u4e00-\u9fff]{2,4}(?:街道|镇)(?=[\u4e00-\u9fff]{2})")
#: 试点商圈甲商圈.
_KIND_AHEAD = re.compile("[\u4e00-\u9fff]{0,4}商圈(?=[\u4e00-\u9fff]{2})")
#: 甲、乙等商圈, 3个商圈: what stands before the word is a count, or belongs to no one of them.
_COUNTED = re.compile(r"(?:[\d两三四五六七八九十]个?大?|等(?:重点|核心|主要|[市区]级)?)$")


def places(reply: Reply) -> list[Mention]:
    """Every place of the body that an administrative list or a suffix tells."""
    return [*districts(reply), *townships(reply), *communities(reply), *_circles(reply), *_roads(reply), *parks_in_a_row(reply)]


#: What stands in no name of one, and what tells only what kind it is: 标志性商圈, 我市商圈.
_NO_CIRCLE = re.compile(
    rf"[在（）(。；，、\n”+]|^我[市区县]|主要|^(?:关于|激活|发展|{SOME})|^[一二两三四五六七八九十百千几数多]{{1,3}}[余多]?[个大处家批座条类片级线]$|^(?:当前|现在|近期|平时|周末|晚间|节假日|[东西南北两内外][侧边旁面]|中间|沿线|沿途|周围)$"
    r"|(?:[与和及]|[域区市县]内|标志性|区域性|购物|夜|消费|城区|全区|城市|核心|重点|知名|级|大|新|各|区域|智慧|智能|数字|示范|传统|一刻钟|老城|楼宇)$"
)


#: 线路串联甲、乙两大商圈: what a line does with them.
_LINKS = re.compile("[\u4e00-\u9fff]{0,6}?(?:串联起?|串起|连接起?|连通|联通|贯穿|打通)(?=[\u4e00-\u9fff]{2})")


def _behind_its_place(text: str, start: int, end: int) -> int:
    """Where a business circle's own name begins: 鸿福 of 南城街道鸿福 or 中山公园 of 长宁区中山公园."""
    linked = _LINKS.match(text, start, end)
    start = linked.end() if linked else start
    places = (e for b, e, name in find_divisions(text[start:end]) if b == 0 and name[-1] in "区县市" and start + e < end - 1)
    start += next(places, 0)
    town = _TOWN_AHEAD.match(text, start, end) or _KIND_AHEAD.match(text, start, end)
    return town.end() if town else start


#: How a segmenter tags words of a clause: 不仅商圈.
_OF_A_CLAUSE = ("c", "d", "p", "r", "ad", "vd")


def _is_of_a_clause(reply: Reply, start: int, end: int) -> bool:
    """Whether what stands before 商圈 is one word of a clause or of time (目前商圈), by which no circle is called."""
    token = reply.tokens[reply.token_at(start)]
    alone = (token.start, token.start + len(token.word)) == (start, end)
    return alone and in_dictionary(token.word) and (token.tag in _OF_A_CLAUSE or token.word in words("times"))


def _of_a_row(text: str, circle: Mention) -> Mention:
    """A circle of 甲、乙商圈, which is called by its bare name too, without the verb that a first one stands behind."""
    linked = _LINKS.match(text, circle.start, circle.end)
    start = linked.end() if linked else circle.start
    bare = text[start : circle.end].removesuffix("商圈")
    return replace(circle, name=bare + "商圈", start=start, rule="place.circle", confidence=0.85, aliases=(bare,))


def _circles(reply: Reply) -> list[Mention]:
    """东湖-西岸、南浦-北站商圈 are two; 商圈 with nothing before it is none."""
    text, (start, stop) = reply.flow.text, reply.body
    shared = shared_suffix(reply, {"商圈": "BusinessCircle"})  # of 甲、乙商圈 each is called by its bare name too
    found = [_of_a_row(text, m) for m in shared]
    for suffix in _CIRCLE.finditer(text, start, stop):
        at, end = suffix.start(), suffix.end()
        if _COUNTED.search(text, max(start, at - 6), at):
            continue
        while at > start and (at == suffix.start() or not text.endswith("商圈", start, at)):  # 沿江商圈 of 沿江商圈、滨江商圈
            edge = left_edge(reply, at, max(start, at - 12))
            while edge > start and text[edge - 1] in "-—·" and edge - start > 2:
                edge = left_edge(reply, edge - 1, max(start, edge - 9))
            edge = _behind_its_place(text, edge, at)
            name = text[edge:at]
            if len(name) < 2 or is_generic(name) or says_something(reply, edge, at) or _NO_CIRCLE.search(name):
                break
            if _is_of_a_clause(reply, edge, at):
                break
            found.append(Mention("BusinessCircle", name + "商圈", edge, end if end == suffix.end() else at, "place.circle", 0.85))
            if text[edge - 1] != "、" or text.startswith("、", suffix.end()):
                break  # 甲、乙商圈、丙汽车城等: the word belongs to one of the list
            at = end = edge - 1
    return found


#: Of so many characters is a road's name, at least.
_LEAST_ROAD = 3


def _roads(reply: Reply) -> list[Mention]:
    """Roads that something stands at or along."""
    text, (start, stop) = reply.flow.text, reply.body
    spans = []
    for road in _ROAD.finditer(text, start, stop):
        begin, end = road.span(road.lastindex or 0)
        done = text.find("了", begin, end - 2)  # 我区完成了甲路、乙路的改造
        begin = done + 1 if done >= 0 else begin
        started = _STARTED.match(text, begin, end)
        spans.append((started.end() if started else begin, end))
        if crossing := _CROSSING.match(text, spans[-1][1], stop):
            spans.append(crossing.span("other"))
    for cross in _CROSS.finditer(text, start, stop):
        spans += [cross.span(name) for name in ("one", "two") if cross[name] and cross.span(name) not in spans]
    spans = [
        (trimmed(reply, behind_larger(text, begin, end, _LEAST_ROAD), end), end)
        for begin, end in spans
        if not _OF_STREETS.match(text, end)
        and (is_address(text, begin, end) or not is_generic(text[begin : end - 1]))
        and not re.search("[的内等]|.外", text[begin:end])
        and (not is_kind_of_road(text[begin:end]) or is_called_by_a_verb(text, begin, end))
        and not OFFICE_AT.search(text, max(begin - 20, 0), begin)
    ]
    return [Mention("Road", text[begin:end], begin, end, "place.road", 0.8) for begin, end in dict.fromkeys(spans)]
