"""A firm under its own name where it is called by its seat (甲集团江苏总部), or the seat of another one stands before it (央企总部乙)."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.lexicon import words
from graph.reading.mentions.names import clean, is_generic, is_unknown
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["COMES", "REGION", "SEAT", "before_region", "behind_seat", "without_seat"]

#: 大中华区, 亚太, 华东区域: for which part of the world, or of the country, a firm has a seat.
REGION = (
    r"(?:大中华|中国|亚太|亚洲|东北亚|东南亚|全国|全球|华东|华南|华北|华中|西南|西北|东北|南方|北方|[东西南北中]部"
    r"|长三角|大湾区|京津冀)(?:地区|区域|区)?"
)
#: 华东总部, 研发中心: what a firm has in a place, right behind its name.
SEAT = (
    rf"(?:(?:{REGION}|区域|大区|全球|研发|运营|结算|销售|采购|国际|第二|新|功能性?)*总部"
    rf"|(?:{REGION})?(?:研发|运营|结算|销售|采购|营销)+中心)"
)
#: What stands behind a seat that comes, or that is one of several.
COMES = (
    r"(?:项目|[、和及]|以及|等(?![待候级同])"
    r"|(?:已|均|都|也|先后|陆续|相继|成功|正式|顺利|签约|双双){0,4}"
    r"(?:[从由自](?!主)[^，。；、]{2,8}?(?:整体|正式|成功)?(?=[迁搬]))?(?:落户|选址|签约|入驻|迁|搬|开工|落地|启用|揭牌))"
)
#: 甲集团江苏总部, 乙科技中国区总部, 乙科技亚太研发中心, 丙跨国公司 before 地区总部, 丁项目组: the firm, called by its seat there or by those of
#: its people who do something.
_SEAT = re.compile(
    rf"(?:{REGION}|国际|国内|区域|大区|第[一二]|集团|企业|研发|运营|销售|营销|结算|零售|贸易|采购|制造|品牌|电商|供应链|功能性?|区域性)*总部$"
    rf"|(?:{REGION}(?:创新|物流|设计)?)?(?:研发|运营|营销|销售|采购|结算)+中心$|{REGION}(?:创新|物流|设计)+中心$"
    r"|跨国公司(?:地区|区域)?(?:总部)?$"
    r"|(?:项目组|项目部|项目团队|技术团队|运营团队|服务团队|研发团队|专家团队)$"
)
#: 跨国公司地区总部甲, 央企二级总部乙, 丙集团研发总部丁, 外资研发中心戊: what the firm behind it is in the place, or for another one.
_SEAT_BEFORE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,10}?(?:央企|国企|民企|外企|企业|公司|外资|地区|区域|大区|二级|第二|运营|研发|贸易型?|功能[性型]|结算|销售|营销|制造|创新))?总部"
    r"|[\u4e00-\u9fff]{0,6}?外资研发中心"
)
#: 甲集团研发总部基地, 乙区域总部也落户, 丙运营总部管理公司: what goes on behind it, and is no name.
_NO_NAME = re.compile(
    "[及和与或暨、在也将于已均都的等设落迁搬选位入进签启揭开投建竣动封]|经济|基地|企业|型|大[楼厦道]|楼宇|项目|集[聚群]|办公|功能|中心|广场|[园城港湾区]|[一二三四]期|研发|结算|管理"
)


def behind_seat(reply: Reply, mention: Mention) -> Mention:
    """A firm without the words before it that say whose seat it is.

    Parameters
    ----------
    reply, mention:
        A firm of the reply.
    """
    text = reply.flow.text[mention.start : mention.end]
    seat = _SEAT_BEFORE.match(text)
    name = text[seat.end() :] if seat else ""
    named = name in words("firms") or (len(name) > _LEAST and is_unknown(name))
    if seat is None or not named or _NO_NAME.match(name):
        return mention
    return replace(mention, name=clean(name), start=mention.start + seat.end())


#: A name that no list has is longer.
_LEAST = 2


#: 甲、乙、丙三大集团: how many there are, behind the last of a row.
_SUMMED = re.compile("(?<=.{2})[两三四五六七八九十]大(?:集团|公司|企业|巨头|品牌)$")


#: 甲科技大中华|区总部, 乙电器大中华|及东北亚区总经理, 丙科技区|域总部: the part of the world of which a name that is cut short holds the half.
_OF_REGION = re.compile(
    rf"(?<=.{{2}})(?:{REGION}(?:[及和与、]{REGION}){{0,3}}|区域|大区)(?:区域|大区|研发|运营|销售|营销|市场|业务|副)*(?:总部|总经理|总裁|董事长|首席|负责人)"
)


def before_region(text: str, start: int, end: int) -> int:
    """Where a firm's name ends before the part of the world that its seat, or one of its people, is for.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the name, as a model sees it: it may take along the region's first characters.
    """
    region = _OF_REGION.search(text, start, min(end + _REGION_AT_MOST, len(text)))
    return region.start() if region and region.start() < end < region.end() else end


#: So many characters behind a name what its region ends in is looked for.
_REGION_AT_MOST = 16


def without_seat(mention: Mention) -> Mention:
    """A firm that is called by its seat (甲集团江苏总部) under its own name, the other form as an alias."""
    summed = _SUMMED.search(mention.name)
    if summed is not None and mention.end - mention.start == len(mention.name):
        return replace(mention, name=mention.name[: summed.start()], end=mention.start + summed.start())
    seat = _SEAT.search(mention.name)
    if seat is None:
        return mention
    core = mention.name[: seat.start()]
    placed = next((start for start, end, _ in find_divisions(core) if end == len(core) and start > 1), len(core))
    name = core[:placed]
    if len(name) < 2 or is_generic(name) or name in words("sectors") or name in words("countries"):
        return mention
    return replace(mention, name=name, aliases=(mention.name, *mention.aliases))
