"""The subdistrict or town that 街道, 镇 and 全镇 mean where one was named right before: 甲街道老年人多。街道引入“乙”系统."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.reading.lexicon import alternation
from graph.reading.relations.groups import Pair, side_by_side
from graph.records import Mention

__all__ = ["that_town"]

#: What a town does, behind what may stand before the verb: 街道还率先推出, 街道以…为依托, 街道针对…, 街道与乙公司合作.
_DOES = (
    "(?:还|也|又|则|已|现|正|将|拟|计划|先后|率先|首创|积极|主动|创新|自主|自筹资金|全面|因地制宜|统一|专门|共|累计)*+"
    f"(?:(?:{alternation('cue_verbs', 'launch')})(?!资金|经费|项目|成[效果]|进[度展]|任务|工作|规划|标准|单位|的(?!“)|[中、和与及，。])|引进|引入|招引|拥有|设置|设有|配备|安装|推出|整合|投资|打通|联通"
    "|依托|依靠|借助|利用|运用|通过|联合|会同|携手|按照|围绕|聚焦|针对|立足|结合|瞄准|请|选在|在(?!前)|以(?!及|[上下内外])|为(?!主|[了此])|与(?!社区|居民区?|[村镇]))"
)
#: 街道, 镇 at the head of a clause, before what it does or what is its own; 全镇, and what is put into the town's own platform.
_SAID = re.compile(
    rf"(?:(?<=[。\n，；：])|(?<=目前)|(?<=如今)|(?<=近期)|(?<=今年))(?P<subject>街道|镇)(?={_DOES}|[“]|辖区(?:内)?(?:有|集聚|汇聚|现有)|城运中心|智慧)"
    r"|(?<=[接纳并]入)(?P<own>街道|镇)(?=城运|网格|[“])"
    r"|全(?P<whole>镇|街道)(?=(?:已|现|均|共|累计|统一|率先)*(?:上线|推广|推行|建成|开通|启用|试点|推出|安装|覆盖|有|拥有|集聚))"
)
#: How far back the town may have been named, in characters.
_REACH = 300


def that_town(text: str, start: int, end: int, named: Sequence[Pair], department: str) -> Iterator[Pair]:
    """Mentions of the town that a sentence calls by its level alone.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the sentence, offsets into it.
    named:
        What was named before it and in it, in order.
    department:
        Who replies: of a town's own office 街道 is its own.
    """
    if _OF_A_TOWN.search(department):
        return
    for said in _SAID.finditer(text, start, end):
        level = said.group(str(said.lastgroup))
        near = [
            p for p in named if said.start() - _REACH <= p[0].start and p[0].end <= said.start() and p[1].type == "Subdistrict"
        ]
        rows = {id(p[0]) for two in side_by_side(text, near) for p in two}
        if near and near[-1][1].name.endswith(level) and id(near[-1][0]) not in rows:
            mention, known = near[-1]
            item = _ITEM.search(text, mention.end, said.start())
            if _LEFT.search(text, mention.end, said.start()) or (item and item.group(1) != "一"):
                continue  # another section, or another street's office: 乙街道办事处主任介绍
            if mention.start < start and not _LEAD.fullmatch(text, start, said.start()):
                continue  # 甲街道先行。区民政局开发了“乙”，街道依托“乙”派单
            yield Mention(known.type, known.name, *said.span(), "anaphor", mention.confidence), known


#: The items of a list; the first goes on with the town named before it, later ones do not.
_ITEM = re.compile("\n\\s*（([一二三四五六七八九十]{1,2})）")
#: What stands between a town and what is no longer spoken of as its.
_LEFT = re.compile(
    "\n\\s*[一二三四五六七八九十]{1,2}、|[\u4e00-\u9fff](?![该本此各全])[\u4e00-\u9fff]街道(?!社区)|[\u4e00-\u9fff]{2}镇(?=[党政人委])"
)
#: Before 街道 in its sentence, where it is about nobody else: 目前，街道…; 针对老人就餐难，街道….
_LEAD = re.compile(
    "(?:(?:针对|为|围绕|面对|聚焦|结合|根据|按照|随着|自|经|立足|坚持|通过|在)[^，。；]{1,40}，|[^，。；局委办厅院企司团区市县]{0,10}，?){0,2}"
)
_OF_A_TOWN = re.compile("街道|[镇乡]人民政府|[镇乡]政府")
