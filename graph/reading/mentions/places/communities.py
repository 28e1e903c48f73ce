"""Communities and villages."""

from __future__ import annotations

import re

from graph.reading.mentions.names import is_generic, left_edge
from graph.reading.mentions.places.sharing import says_something, shared_suffix
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["communities"]

_NO_COMMUNITY_BEHIND = r"(?!精细|经济|商户|公共|网格|民警|矫正|事务|志愿|智慧|智能|AI|数字|环境|协商|云|服务|居民|治理|党|工作|建设|养老|食堂|医院|报(?![到名告备])|卫生|生活|商业|居委|[一-龥]{0,2}平台)"
_COMMUNITY = re.compile(rf"社区{_NO_COMMUNITY_BEHIND}")
#: Right behind its subdistrict or town: 甲街道乙一区社区, 甲镇的丙居社区.
_OF_A_TOWN = re.compile(rf"(?<=街道|.[镇乡])的?(?P<name>[\u4e00-\u9fff]{{2,6}}?社区){_NO_COMMUNITY_BEHIND}")
#: What is done to a community: 新建民乐社区.
_DONE_TO = re.compile(r".*(?:新建|新增|增设|改建|扩建|选取|选定|选择|走进)(?=[\u4e00-\u9fff]{2})")
#: 积分制在甲社区推行, 选在乙社区试点: what a segmenter reads together with 在.
_SET_AT = re.compile("[\u4e00-\u9fff]{0,2}在(?=[\u4e00-\u9fff]{2})")
_NUMBERED = re.compile("[一二三四五六七八九十东西南北]区$")
#: Which ones, where no name is told: 甲街道所有社区.
_SOME = "部分|所有|全部|全体|多数|相关|有关|周边|附近|重点|其他|其余|上述|以上|下辖|所辖|辖区|各类"
_NO_COMMUNITY = re.compile(
    rf"(?:智慧|智能|数字|未来|示范|试点|老旧|各|每个?|全|本|基层|城市|农村|城乡|新型|现代|产业|创新|国际|开放|美好|幸福|完整|绿色|该|进|入|[镇区市县个和与及、]|(?<![\u4e00-\u9fff]{{2}})街|[镇乡村各全小老主商]街|负责(?:管理|指导)?|指导|管理|街道|居家|机构|整个?|完善|宜居|友好|科创|研发|孪生|陌生人|产业工人|办理|利用|结合|会同|清理|加强|打造|推进|推动|深化|优化|提升|拓展|构建|实施|开展|强化|做好|健全|支持|{_SOME}|一条|证明|暨|起|型|类|化|类型|\d)$"
)
_NO_VILLAGE_BEHIND = "(?!派出所|小学|菜|农贸|卫生|幼儿园|社区|早期|建筑|[级民庄镇落里务干改集委组史居口])"
_VILLAGE = re.compile(
    rf"(?:街道|镇|乡(?!村)|(?:未来|数字|美丽|和美|示范)乡村|在|、)(?P<name>[\u4e00-\u9fff]{{2,4}}村){_NO_VILLAGE_BEHIND}"
)
#: 甲街道乙三村, 甲镇丙新村: estates of a city.
_ESTATE = re.compile(
    rf"(?<=街道|.[镇乡])(?P<name>[\u4e00-\u9fff]{{2}}(?:[一二三四五六七八九十]{{1,2}}|新)村){_NO_VILLAGE_BEHIND}"
)
_NO_VILLAGE = re.compile(
    rf"(?:{_SOME}|农|乡|城中|美丽|新|老|示范|数字|未来|各|全|行政|自然|中心|强|富|试点|贫困|薄弱|达标|精品|典型|标杆|样板|先行|文明|个|智慧|重点|特色|整|[一二三四五六七八九十\d])村$|^(?:各|全|每|乡|农)"
)


def communities(reply: Reply) -> list[Mention]:
    """Named communities (甲路社区, 甲、乙社区) and villages, in no order."""
    text, (start, stop) = reply.flow.text, reply.body
    found = shared_suffix(reply, {"社区": "Community"})
    for suffix in _COMMUNITY.finditer(text, start, stop):
        edge = left_edge(reply, suffix.end(), max(start, suffix.start() - 6))
        for cut in [m.end() for m in re.finditer("(?:街道(?:办(?:事处)?)?|镇|乡)", text[edge : suffix.start()])] or [
            e for s, e, n in find_divisions(text[edge : suffix.start()]) if s == 0 and n[-1] in "区县市"
        ]:
            edge += cut
            break
        if done := _DONE_TO.match(text[edge : suffix.start()]):
            edge += done.end()
        edge += at.end() if (at := _SET_AT.match(text[edge : suffix.start()])) else 0
        name = text[edge : suffix.end()]
        if (
            4 <= len(name) <= 8
            and re.fullmatch("[\u4e00-\u9fff]+", name)
            and not _NO_COMMUNITY.search(text[edge : suffix.start()])
            and not is_generic(name[:-2])
            and not says_something(reply, edge, suffix.start())
        ):
            found.append(Mention("Community", name, edge, suffix.end(), "place.community", 0.75))
    for told in _OF_A_TOWN.finditer(text, start, stop):
        edge, end = told.span("name")
        edge = done.end() if (done := _DONE_TO.match(text, edge, end - 2)) else edge
        name = text[edge:end]
        plain = is_generic(name[:-2]) or re.search("[的等各在和与将]|试点|示范|居委|街道", name)
        if not plain and (_NUMBERED.search(name[:-2]) or not _NO_COMMUNITY.search(name[:-2])):
            found.append(Mention("Community", name, edge, end, "place.community", 0.75))
    return [*found, *_villages(reply)]


def _villages(reply: Reply) -> list[Mention]:
    """小古城村, behind its town or 在."""
    text, (start, stop) = reply.flow.text, reply.body
    villages = [
        village
        for village in _VILLAGE.finditer(text, start, stop)
        if not _NO_VILLAGE.search(village.group("name")) and not is_generic(village.group("name")[:-1])
    ]
    return [
        Mention("Community", village.group("name"), *village.span("name"), "place.village", 0.75)
        for village in (*villages, *_ESTATE.finditer(text, start, stop))
    ]
