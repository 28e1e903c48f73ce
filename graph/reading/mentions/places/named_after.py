"""What only bears a place's name and is not the place: the title of a work, a reserve."""

from __future__ import annotations

import re

from graph.reading.mentions.boundaries import left_edge
from graph.reading.reply import Reply

__all__ = ["is_in_a_reserve", "is_in_a_title"]

#: 话剧《甲往事》, 图书《乙故事》、《丙记忆》: what a work is called, and works in a row before it. Of a play's name 《 tells where it begins.
_WORK = re.compile(
    "(?:[话舞歌京越豫川秦昆评电喜戏音大曲儿偶木影]剧|视剧|剧目|史诗|组歌|[歌乐舞]曲|[短影大动纪]片|[录传题教]片|电影|动画|小说|[诗文歌曲]集|散文|画册|图书|[丛志史]书|书籍|绘本|读本"
    "|[专论]著|著作|栏目|节目|专栏|综艺|歌舞|舞蹈|曲艺|相声|小品|演出|演艺|交响乐?|音乐会|大戏|杂志|期刊)"
    "(?:《[^《》\n]{1,30}》(?:[、和及与])?){0,8}《[^《》\n]{0,30}$"
)
#: 演出《甲市演出管理条例》: whatever stands before it.
_DOCUMENT = re.compile(
    "[^《》\n]{0,60}(?:条例|办法|规划|意见|通知|方案|计划|规定|细则|决定|标准|纲要|措施|通告|公告|倡议书?|公约|指南|制度|细目|名录|目录|守则|规范|规程|合同|协议)(?:（[^（）]{1,10}）)?》"
)
#: How far back the title is looked for.
_REACH = 160
#: 甲乙山国家级自然保护区, from where a place's short name begins.
_RESERVE = re.compile(
    "[\u4e00-\u9fff]{2,18}?(?P<kind>(?:国家级?|[省市县盟]级|自治区级)?(?:[\u4e00-\u9fff]{2,3})?(?:自然保护区|风景名胜区|地质公园|森林公园|湿地公园|水产种质资源保护区))"
)
#: What a reserve is called by behind the place: 龙凤湿地, 黄金海岸; not 甲省现有, 乙省推进, 丙省沿海.
_CORE = re.compile(
    "(?:(?![现共有境沿全各的等与和及在对将已是为内新增设建推进加强开展整合优化完善管理申报创保护按依由把其个处名多两当大省市县])[\u4e00-\u9fff]){2,10}(?:[山岭峰岩崖峡谷洞沟坡江河湖海滩岸洲岛湾泉溪潭塘泽林漠]|(?<=湿)地)"
)
_WHOLE = "省市区县旗州盟"
#: Characters of a larger place before it, and of what a reserve is called at the least.
_PLACES_BEFORE, _LEAST = 6, 4


def is_in_a_title(text: str, start: int) -> bool:
    """Whether a position of the flow stands within the title of a work that is no document."""
    before = text[max(start - _REACH, 0) : start]
    return "《" in before and bool(_WORK.search(before)) and not _DOCUMENT.match(text, start)


def is_in_a_reserve(reply: Reply, start: int, end: int) -> bool:
    """Whether a place's short name is only what a reserve's name begins with: 河北昌黎黄金海岸国家级自然保护区."""
    text = reply.flow.text
    reserve = _RESERVE.match(text, start) if text[end - 1] not in _WHOLE else None
    if reserve is None:
        return False
    kind = len(reserve["kind"])
    if not _CORE.fullmatch(text, end, reserve.end() - kind):
        return False
    edge = left_edge(reply, reserve.end(), max(reply.body[0], start - _PLACES_BEFORE), tail=kind)
    return edge <= start and reserve.end() - kind - edge >= _LEAST  # 吉林省级自然保护区 are those of 吉林
