"""Firms told by what only firms do or have, where their name ends as firms' names do: 甲乙科技完成B轮融资, 由丙丁机器人承建."""

from __future__ import annotations

import re

from graph.reading.cues import Sought, asked
from graph.reading.lexicon import alternation
from graph.reading.mentions.dealings import SO_FAR, is_branded
from graph.reading.mentions.names import clean
from graph.reading.mentions.seats import REGION
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["deeds"]

#: Two to five characters before an ending of firms, and what may stand behind it.
_ENDS = f"(?:{alternation('enterprise_suffixes', 'brand')}|{alternation('enterprise_suffixes', 'weak')})"
_NAME = rf"[\u4e00-\u9fffA-Za-z]{{2,5}}?{_ENDS}(?!有限|股份|公司|集团|控股|投资|[与和](?:旅游|体育|广电)|[园城]|开发区|资源|产业|行业|市场)"
_ITEM = rf"[“]?{_NAME}[”]?(?:（[\u4e00-\u9fff]{{2,6}}）)?"
_ROW = rf"(?P<row>{_ITEM}(?:(?:、|和|与|及|以及){_ITEM}){{0,9}})"
#: Between a firm and what is said of it.
_WHEN = (
    r"(?:已经|已|也|均|都|还|正式|正|将|即将|先后|成功|顺利|率先|首次|连续|再次|近日|近期|目前|现|同时|分别|等[^，。；、]{0,4}企业"
    r"|20\d\d年(?:\d{1,2}月)?|去年|今年(?:以来)?|\d{1,2}月|上半年|全年)*+"
)
_RANKS = alternation("firm_honours")
_RAISED = r"(?:达|突破|超|约|预计|首次|增长|为|近|\d)"
_GOES_AHEAD = "(?:开工|投产|竣工|落户|动工|达产|量产|封顶|落地|通线|试产|签约|启用)"
_SEAT = f"的?(?:{REGION}|区域|研发|运营)*总部"
_OF_FIRMS = (
    "的?(?:董事长|总经理|创始人|联合创始人|总裁|CEO|首席执行官|首席技术官)",
    r"(?:宣布)?(?:获得?|完成|拿到)[^，。；、]{0,12}?(?:融资|轮投资)",
    "(?:在[^，。；、]{2,12}(?:上市|挂牌)|登陆(?:科创板|创业板|主板|港交所|北交所|新三板|资本市场)|(?:成功|挂牌)上市|过会)",
    f"(?:年)?(?:营收|产值|营业收入|主营业务收入|销售额|销售收入|出口额|估值|市值){_RAISED}",
    f"(?:获评|获批|被评为|被认定为|被授予|认定为|入选|荣获|入围|跻身|上榜|获得|成为|摘得|斩获)[^，。；、]{{0,20}}?(?:{_RANKS})",
    f"{_SEAT}(?:就|也|已|均|正式|成功|率先)*+(?:落户|入驻|进驻|迁|设|位于|在)",
    r"自从?(?:20\d\d年(?:\d{1,2}月)?)?(?:正式)?(?:落户|入驻|进驻|落地|迁入)",
    "[将把][^，。；、]{0,6}(?:总部|生产线|研发中心|产线|生产基地|工厂)",
    "(?:自主)?(?:研发|研制|自研|生产|开发|推出|打造|投资建设|投资兴建|承建|运营|新建|扩建)的",
    "[与同和](?:[省市区县]政府|我[省市区县局委]|[^，。；、]{2,6}管委会)(?:正式|成功)?(?:签|达成)",
    f"(?:[一二三]期)?项目(?:[一二三]期)?{SO_FAR}(?:建成)?{_GOES_AHEAD}",
)
#: At the head of a clause, and said of firms only.
_SUBJECT = Sought(rf"(?<=[，。；：、“\n）年月日]){_ROW}(?={_WHEN}(?:{'|'.join(_OF_FIRMS)}))")
_AND_OTHERS = "(?:等[^，。；、]{0,6})?"
#: What stands before a firm, and what behind it.
_BEFORE = (
    ("(?:走访|考察|参观|走进)(?:了|调研)?", "(?=[，、。；]|等)"),
    (
        "(?:支持|帮助|推动|指导|引导|鼓励|助力|协助|促成|推荐|辅导|邀请|联合|携手|委托)",
        f"(?={_AND_OTHERS}(?:{_SEAT})?(?:{alternation('firm_deeds', 'helped')}))",
    ),
    ("由", f"(?={_AND_OTHERS}(?:{alternation('firm_deeds', 'done-by')}))"),
    ("(?<=[，。；：\n])继", "(?=(?:先后|相继|成功|正式)?(?:落户|入驻|进驻|落地|签约)[^，。；]{2,20}(?:后|不久|以来)[，、])"),
    ("(?:培育|涌现|孵化|走|诞生|培养|催生|引育)(?:出|了|出了)", "(?=[，。；]|等)"),
    (
        "(?:依托|发挥|利用|借助|凭借)",
        f"(?={_AND_OTHERS}的?(?:技术|品牌|研发|人才|渠道|资源|算法|产品|龙头|链主|算力|场景)[^，。；]{{0,4}}(?:优势|能力|实力|带动|作用|引领))",
    ),
)
_OBJECTS = tuple(Sought(rf"{before}{_ROW}{behind}") for before, behind in _BEFORE)
_PATTERNS = (_SUBJECT, *_OBJECTS)
_ONE = re.compile(_NAME)
#: So sure the rule is, surer than that something came somewhere: of 27 such finds in 1,379 annotated replies 26 were firms.
_SURE = 0.9


def deeds(reply: Reply) -> list[Mention]:
    """Names that end as firms' names do, whose first words are in no dictionary, before or behind what only firms do."""
    found: list[Mention] = []
    for sentence in reply.sentences:
        if not sentence.heading:
            found += _told(reply, sentence)
    return found


def _told(reply: Reply, sentence: Sentence) -> list[Mention]:
    text = reply.flow.text
    # What bounds a name may be the last sentence's full stop, and this one's.
    first, last = max(sentence.start - 1, 0), min(sentence.end + 1, len(text))
    rows = {told.span("row") for pattern in asked(_PATTERNS, text, first, last) for told in pattern.finditer(text, first, last)}
    spans = {one.span() for start, end in rows for one in _ONE.finditer(text, start, end)}
    return [
        Mention("Enterprise", clean(text[s:e]), s, e, "role.deed", _SURE) for s, e in sorted(spans) if is_branded(reply, s, e)
    ]
