"""Firms told by their projects and seats, where their name ends as firms' names do: 总投资30亿元的甲半导体项目, 乙科技研发总部落户."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation
from graph.reading.mentions.dealings import is_branded
from graph.reading.mentions.names import clean
from graph.reading.mentions.seats import COMES, SEAT
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["with_projects"]

#: Two to four characters before an ending that firms have and fields do not.
_NAME = rf"(?P<name>[\u4e00-\u9fff]{{2,4}}?(?:{alternation('enterprise_suffixes', 'brand')}))(?!有限|股份|公司|集团|控股|产业|行业|市场|资源|[园城化]|材料|装备|设备|零部件|电池|芯片|器件|制品|制剂|产品|系统|关键|核心)"
#: What is made there, and what it is made in.
_WHAT = r"[^，。；、：的了在与和于及“”\n]{0,16}?"
_SITE = "(?:项目|基地|工厂|总部|生产线|研发中心)"
_PART = "(?:[一二三四]期|年产|总部|全国|全球|华东|华南|华北|华中|西南|西北|区域|高端|新总部)"
_GOES_AHEAD = "(?:开工|投产|竣工|落户|选址|动工|达产|量产|封顶|落地|通线|试产|签约|启用|开建|投用|建设|推进|实施|主体|完工)"
_WHEN = r"(?:(?:预计|计划|将|已|正|也|均|都|即将|正式|顺利|成功|全面|全部|加快|先后)|于?(?:20\d\d年|今年|去年|明年|年底|年内)?(?:\d{1,2}月)?(?:份|底|初|中旬)?){0,4}"
_THERE = r"(?:(?:在|于|选址|落户)[^，。；：、]{2,16}?)?"
_BEFORE = "(?:引进|引入|招引|推动|推进|促成|促进|签约|落地|争取|支持|助力|加快|洽谈|跟踪|服务|确保|其中|包括|及|和)"
_TOLD = (
    rf"投资(?:约|超|近|达)?[\d.]+亿元的{_NAME}(?={_WHAT}{_SITE})",
    rf"{_BEFORE}了?{_NAME}(?={_PART}{_WHAT}{_SITE})",
    rf"(?<=[，。；：、“\n）年月日]){_NAME}(?={_PART}?{_WHAT}(?:项目|工厂|生产线)(?:[一二三]期)?{_WHEN}{_THERE}{_GOES_AHEAD})",
)
#: 引进甲科技研发中心, 甲科技研发总部、乙智能区域总部落户: by what a firm has in a place.
_SEATS = (
    rf"{_BEFORE}了?{_NAME}(?={SEAT}(?:{COMES}|[，。；]))",
    rf"(?<=[，。；：、“\n]){_NAME}(?={SEAT}{COMES})",
    rf"(?:总部|中心)(?:[、和及]|以及){_NAME}(?={SEAT}(?:{COMES}|[，。；]))",
)
#: 成渝科技合作项目: what is done between two places.
_REGION = re.compile("成渝|京津|沪苏|沪浙|苏浙|深港|粤港|闽台|两岸|川渝|中[以德新韩日欧美]|国际|数字|智慧|绿色")
_PATTERNS = tuple(Sought(told) for told in (*_TOLD, *_SEATS))
_SURE = 0.8


def with_projects(reply: Reply) -> list[Mention]:
    """Names that end as firms' names do, whose first words are in no dictionary and no places, before a project of theirs."""
    spans = {
        told.span("name")
        for sentence in reply.sentences
        if not sentence.heading
        for pattern in _PATTERNS
        for told in pattern.finditer(reply.flow.text, *_bounds(reply, sentence))
    }
    text = reply.flow.text
    return [
        Mention("Enterprise", clean(text[s:e]), s, e, "role.project", _SURE)
        for s, e in sorted(spans)
        if is_branded(reply, s, e) and not find_divisions(text[s:e]) and not _REGION.match(text, s)
    ]


def _bounds(reply: Reply, sentence: Sentence) -> tuple[int, int]:
    return max(sentence.start - 1, 0), min(sentence.end + 1, len(reply.flow.text))
