"""Documents: what stands in 《》, and what ends like a document and is named with its scope."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge, stops
from graph.reading.mentions.issued import issued, without_when
from graph.reading.mentions.led import led
from graph.reading.mentions.names import LAYOUT, SHORT_FOR, clean, is_generic, key
from graph.reading.mentions.of_its_place import of_its_place
from graph.reading.mentions.places.named_after import is_in_a_title
from graph.reading.mentions.put_on import put_on
from graph.reading.mentions.standards import is_issued_manual, is_standard
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["policies"]

#: No two of the alternatives can match the same characters: else time doubles with each bracket.
_BOOK = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){2,110})》")
#: 〈甲区贯彻《乙条例》实施方案〉: a title whose marks are simple ones.
_ANGLED = re.compile(r"〈([^〈〉《》\n]{2,60}《[^《》〈〉\n]{2,60}》[^〈〉《》\n]{2,40})〉")
_PRESS = re.compile(
    r"(?:日报|晚报|晨报|早报|周刊|杂志|时报|新闻|电视台|频道|快报|读本|教材|期刊|之歌|舞剧|话剧|电影|纪录片|专题片|栏目)$|(?<![通公简])报$"
)
#: 《甲产业园建设领导小组》: a body, whatever marks it stands in.
_BODY = re.compile("(?:领导小组|工作小组|协调小组|工作专班|专班|指挥部|委员会|联席会议)$")
#: 央视《…》, 《…》栏目, 《…》课题研究.
_BROADCAST = re.compile(r"(?:央视|卫视|电视台|广播|频道|[日晚时]报|杂志|期刊|刊物)(?:的|在)?$")
_SHOWN = re.compile(
    r"(?:(?:等[^，。；《]{0,6})?(?:重点|专项|专题|研究|调研)?课题|栏目|节目|频道|报道|播出|刊登|\d+次报道|杂志|一书|期刊|直播|讲座|课程|展览|演出|音乐会|丛书|歌曲|一文|(?:报社?|杂志社?)?(?:记者|编辑部)|摄制组|剧组)"
)
#: A proposal, by its number too: 《委员提案第009号》.
_ASKS = re.compile(r"(?:提案|议案)(?:第?[\dA-Z]{1,12}号)?$|(?:提案|建议|议案)第[\dA-Z]{1,12}号$")
_CONTRACT = re.compile(
    r"(?:合同|协议书|责任书|承诺书|倡议书|告知书|证书|许可证|执照|公开信|申请表|登记表|回执|反馈表|意见表|征询表|一览表|问卷|读本|手册)$"
)
_SUFFIX = alternation("policy_suffixes")
#: A quoted core and an unquoted head: “1234”产业战略.
_QUOTED = Sought(
    r"“([^“”\n]{1,20})”((?:“十[一二三四五六七]五”)?(?:[\u4e00-\u9fffA-Za-z0-9]{0,10}?)(?:战略|(?:三年)?行动计划(?:（20\d\d[^（）\n]{0,12}）)?|规划(?!设计)|行动方案|(?<=[\u4e00-\u9fff]{4})清单|实施方案|工作方案|改革方案|若干措施|若干政策|(?<=[十\d])条(?:政策|措施)|(?<=[十\d])条(?=[，。；、）\n])))(?![\u4e00-\u9fff]?[者家]|体系|性|定位|格局|使命|任务|思想|布局|部署|目标|合作|协作|导向|支点|机遇|需求|地位|要地|腹地|要冲|前沿|节点|枢纽|通道|方向|意义)"
)
#: “甲市基本养老服务清单”: a whole name in quotation marks, with its scope.
_QUOTED_WHOLE = Sought(
    r"“([\u4e00-\u9fffA-Za-z0-9]{6,40}?(?:办法|细则|方案|计划|规划|纲要|条例|清单|目录|名录|白皮书|指南|指引|导则|(?:若干|实施|指导)意见|若干(?:措施|政策)))”"
    r"(?!项目|平台|系统|小程序|场景|专项行动|工程|活动)"
)
_OF_THE_COUNTRY = ("国家", "全国")
#: 甲省全面振兴三年行动（2023—2025年） is a plan, too.
_YEARS_OF_ACTION = r"三年行动（20\d\d年?[-—~至]20\d\d年?）"
_PLAIN = Sought(rf"(?:{_SUFFIX})(?:（[^（）\n]{{2,16}}）)?|{_YEARS_OF_ACTION}")
#: What makes a document's name a name though nothing marks it: a span of years or a rank in a series.
_SERIES = re.compile(r"(?:“?十[一二三四五六]五”?|[三五]年|20\d\d[—-]20\d\d年?|20\d\d年?版?|\d\.0)")
_FIRM = re.compile(r"(?:三年行动|清单|目录|意见|办法|细则|方案|计划|规划|纲要|条例|措施|政策)$")


def policies(reply: Reply) -> list[Mention]:
    """Every named document of a reply, but the proposal that it answers."""
    found = _in_marks(reply)
    # What stands in 《》 is one title, a document's or not: nothing inside it is a document of its own.
    taken = {i for title in _BOOK.finditer(reply.flow.text, *reply.body) for i in range(*title.span())}
    taken |= {i for m in found for i in range(m.start, m.end)}
    for sentence in reply.sentences:
        if not sentence.heading or _MAKES_ONE.match(reply.flow.text, sentence.start, sentence.end):
            told = [
                *_unmarked(reply, sentence),
                *(
                    ()
                    if sentence.heading
                    else [
                        *issued(reply, sentence),
                        *put_on(reply, sentence),
                        *of_its_place(reply, sentence),
                        *_of_a_period(reply, sentence),
                    ]
                ),
            ]
            found += [m for m in without_when(reply, told) if taken.isdisjoint(range(m.start, m.end))]
    # Where two annotators met a strategy of the whole country, they were in doubt.
    known = (m for m in _KNOWN.finditer(reply.flow.text, *reply.body) if m.start() not in taken)
    return [*found, *(Mention("Policy", m.group(), m.start(), m.end(), "policy.known", 0.45) for m in known)]


#: “十四五”文化旅游发展规划: of common words, but a period has one plan of a field.
_OF_A_PERIOD = Sought(
    r"“十[一二三四五六]五”(?!期间|时期|以来|末|重点|国家|相关|有关|各类|各项|各|专项|全[省市区县国])[^，。；：、《》“”（）的了是和与及在将对\n]{4,18}?规划(?!项目|纲要|建设|投资|里程|布点|目标|新建|改造|总投资|[”》局])"
)


def _of_a_period(reply: Reply, sentence: Sentence) -> list[Mention]:
    """The plans of a sentence that are of one field and one period."""
    periods = _OF_A_PERIOD.finditer(reply.flow.text, sentence.start, sentence.end)
    return [Mention("Policy", clean(plan.group()), plan.start(), plan.end(), "policy.series", 0.6) for plan in periods]


#: （四）制定甲管理办法。: an item that says what is done, and heads nothing.
_MAKES_ONE = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十\d]{1,3}[、.．])\s*(?:配套|尽快|研究|加快|抓紧|组织|牵头|及时|适时)*(?:制定|制订|编制|出台|修订|印发)"
)
_KNOWN = re.compile(rf"(?:{alternation('known_policies')})")


def _in_marks(reply: Reply) -> list[Mention]:
    """《…》 in the body; a second title, a newspaper, a contract is none."""
    text, (start, stop) = reply.flow.text, reply.body
    own = {key(t) for t in (reply.heading.proposal_title, reply.heading.title) if t}
    found: list[Mention] = []
    short: dict[str, str] = {}
    for angled in _ANGLED.finditer(text, start, stop):
        if _ENDS_AS_DOCUMENT.search(angled.group(1)):
            found.append(Mention("Policy", clean(angled.group(1)), *angled.span(), "policy.marked", 0.97))
    for book in _BOOK.finditer(text, start, stop):
        name = book.group(1)
        no_document = any(p.search(name) for p in (_PRESS, _ASKS, _CONTRACT, _BODY))
        if key(name) in own or (no_document and not is_issued_manual(name, text[start : book.start()])):
            continue
        if re.match("关于.*建议$", name) and not re.search("中共|中央|党", name):
            continue  # what somebody proposed
        if name.endswith("建议") and re.match(r"》(?:的?(?:提案|建议)|（第?\w+号|收悉)", text[book.end() - 1 : book.end() + 12]):
            continue
        if _BROADCAST.search(text[max(start, book.start() - 8) : book.start()]) or _SHOWN.match(text, book.end()):
            continue
        if _DRAFT.sub("", name) in words("policy_suffixes") or name in _ASKED:
            continue  # 《办法》, 《规划（征求意见稿）》 is short for one that was named in full
        sure, end = 0.97, book.end()
        if not _ENDS_AS_DOCUMENT.search(name):
            told = len(name) > _LONGEST_SHOW or _SAYS_WHERE.search(name) or is_standard(text, start, *book.span())
            issued_so = _IS_ISSUED.search(text, max(start, book.start() - 6), book.start())
            told = told or (issued_so is not None and not _HANDED_OUT.search(name))
            if not told and is_in_a_title(text, book.start() + 1):
                continue  # 话剧《甲》
            sure = 0.7 if told else 0.3
            if head := _HEAD_BEHIND.match(text, book.end()):  # 《甲集市》方案
                name, end = name + head.group(), head.end()
        if found and _SHORT_FOR.fullmatch(text, found[-1].end, book.start()):  # 《甲分区规划》（以下简称《分区规划》）
            found[-1] = replace(found[-1], aliases=(*found[-1].aliases, clean(name)))
            short[clean(name)] = found[-1].name
            continue
        found.append(Mention("Policy", clean(name), book.start(), end, "policy.marked", sure, _inner(name)))
    return [replace(m, name=short[m.name], aliases=(m.name,)) if m.name in short else m for m in found]


#: 《甲分区规划（2021—2035年）》（以下简称《分区规划》.
_SHORT_FOR = re.compile(rf"(?:（[^（）]*）)?[（，]{SHORT_FOR}")


_ENDS_AS_DOCUMENT = re.compile(rf"(?:{_SUFFIX})(?:（.*）)?$")
#: 《流浪地球》: what is shown or told has a short title, without a year, a place or a kind.
_LONGEST_SHOW = 9
_SAYS_WHERE = re.compile(
    r"\d|[省市区县]|^[^第]*[^第一二三四五六七八九十]{2}[一二三四五六七八九十]{1,3}[条策]$|(?:典|图谱?|名录库?|台账|共识|宣言|决议|规程|证书|指标|条件)$"
)
#: 出台《甲改革事项》, but not 印发《乙读本》.
_IS_ISSUED = re.compile("(?:出台|印发|颁布|下发)了?$")
_HANDED_OUT = re.compile(
    "(?:信|书|册|手册|读本|海报|漫画|折页|问答|案例|歌|报|简报|专刊|单|函|提示|动态|快讯|简讯|通讯|倡议|图)$"
)
_HEAD_BEHIND = re.compile(r"(?:实施方案|建设方案|方案|规划|行动计划|计划|实施意见)(?=[，。；、）\n]|建设|实施|要求|等|和|的|已)")
#: How far a document has come.
_DRAFT = re.compile("（(?:征求意见稿|草案|送审稿|讨论稿|初稿|修订稿|试行|暂行)）$")
#: 以下简称《建议》: what is answered.
_ASKED = frozenset(("建议", "提案", "议案", "答复", "意见建议", "提案建议", "代表建议"))


def _inner(name: str) -> tuple[str, ...]:
    """关于印发X的通知 is known as X too."""
    name = re.sub(r"[（(][^（）()]*[〔\[]\d{4}[〕\]][^（）()]*[）)]$", "", name)
    found = re.fullmatch(r".{0,24}关于(?:印发|转发|发布)[《〈]?(.{4,60}?)[》〉]?(?:的通知)?", name)
    return (clean(found.group(1)),) if found else ()


def _unmarked(reply: Reply, sentence: Sentence) -> list[Mention]:
    text = reply.flow.text
    found = []
    for quoted in _QUOTED.finditer(text, sentence.start, sentence.end):
        if _LINES.search(quoted.group()):
            continue  # 定制公交“甲乙快线”12条, “甲”无人机航线12条
        if _PERIOD.fullmatch(quoted.group(1)) or _is_several(quoted) or _is_no_head(quoted):
            continue  # 甲区综合交通“十五五”规划 begins before the quotation
        sure = 0.4 if quoted.group(2).endswith("战略") and _WANTED.search(quoted.group(1)) else 0.85
        found.append(Mention("Policy", clean(quoted.group()), quoted.start(), quoted.end(), "policy.quoted-core", sure))
    for quoted in _QUOTED_WHOLE.finditer(text, sentence.start, sentence.end):
        if _has_its_scope(quoted.group(1)):
            found.append(Mention("Policy", clean(quoted.group(1)), *quoted.span(), "policy.quoted-whole", 0.85))
    for suffix in _PLAIN.finditer(text, sentence.start, sentence.end):
        mention = _scoped(reply, sentence, suffix.start(), suffix.end())
        if mention and not any(m.start < mention.end and mention.start < m.end for m in found):
            found.append(mention)
    return found


def _has_its_scope(name: str) -> bool:
    """Whether a document's name begins with its place, or is the country's, and says more."""
    place = next((end for start, end, _ in find_divisions(name) if start == 0), 0)
    scope = place or next((len(word) for word in _OF_THE_COUNTRY if name.startswith(word)), 0)
    return scope > 0 and len(name) - scope > _LEAST_CORE


_PERIOD = re.compile("十[一二三四五六七]五")
_LINES = re.compile("(?:巴士|公交|专线|快线|航线|线路|班线|线|班车|快巴|巡游)(?:”.*|[十\\d]+)条$")
_NO_HEAD = re.compile(
    "^(?:和|与|及|是|已|被|作为|成|属于|上升为)|[具富]有|[一二三四五六七八九]张清单|项目|完成|收集|开放|意见|以及|作为|己|提升|要求|地区|新战略|发展战略|发布|开行|开通|方式|更新单元|公交|班车|建设的|产业体系|在内|包括|纳入|列入|写入|编制"
)


#: “双碳”战略, “中国制造2025”战略: what the whole country wants.
_WANTED = re.compile(r"^(?:双碳|走出去|一带一路|互联网\+)$|20\d\d$")


def _is_several(quoted: re.Match[str]) -> bool:
    """Whether a quotation names several things: “三城互动、五区联建”行动方案 is one plan all the same."""
    return "、" in quoted.group(1) and not quoted.group(2).endswith(("方案", "计划"))


def _is_no_head(quoted: re.Match[str]) -> bool:
    """Whether the words behind a quotation are a verb or a project's; a number is a document's core whatever follows: “3113”项目攻坚行动计划."""
    core, head = quoted.groups()
    return not core.isdigit() and bool(_NO_HEAD.search(head) or (head.endswith("规划") and LAYOUT.fullmatch(core)))


def _scoped(reply: Reply, sentence: Sentence, suffix_start: int, end: int) -> Mention | None:
    """A name without marks counts where a place stands before it or a series is in it, and something in between."""
    text = reply.flow.text
    runs_on = text.startswith(("项目", "”", "》"), end)
    if runs_on or not _FIRM.search(re.sub("（.*", "", text[suffix_start:end])):
        return None
    start = _with_quotes(reply, left_edge(reply, end, sentence.start), sentence.start)
    start = _from_place(text, start, sentence.start, end)
    start = _over_years(reply, start, sentence.start)
    core = text[start:suffix_start]
    placed = [(s, e) for s, e, _ in find_divisions(core) if s == 0]
    series = _SERIES.search(text[start:end])
    if len(core) < 4:
        return led(reply, sentence, start, suffix_start, end)  # 结合甲提升行动计划: a verb is in the name
    if _OF_SEVERAL.search(core) or is_generic(core.replace("“", "").replace("”", "")):
        return None
    bare = _SERIES.sub("", core)
    behind = len(core) - placed[0][1] if placed else 0
    for told, rule, sure in (
        (behind >= _LEAST_SERIES and series, "policy.scoped", 0.75),
        (series and (len(bare) >= _LEAST_CORE or bare in words("sectors")), "policy.series", 0.6),
        (behind > _LEAST_CORE, "policy.placed", 0.4),
    ):
        if told:
            return Mention("Policy", clean(text[start:end]), start, end, rule, sure)
    return led(reply, sentence, start, suffix_start, end)


#: Characters of its own that a name without marks has: where a series is in it behind its place, and elsewhere.
_LEAST_SERIES = 3
_LEAST_CORE = 5
#: 总结评估现行两个三年行动计划: what is done with several.
_OF_SEVERAL = re.compile("现行|[两三四五六七八九]个|以及|^(?:总结|评估)|上[一轮]")


def _over_years(reply: Reply, start: int, floor: int) -> int:
    """数字经济五年倍增计划: how many years is in the middle of a name."""
    years = _YEARS.search(reply.flow.text, max(floor, start - 4), start)
    return left_edge(reply, years.start(), floor) if years and years.end() == start else start


_YEARS = re.compile("[三五两十]年")
#: What leads to a document.
_LEADS = re.compile(
    r"(?:出台|印发|制定|编制|制订|发布|实施|落实|根据|按照|依据|贯彻|执行|修订|推出|起草|纳入|列入|融入|[，。；、：和与及了\n])$"
)
_IN_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”+]{4,40}")
#: 甲市老城区改造符合乙指导意见: the place before the verb is not the document’s.
_IN_NO_NAME = re.compile("[的是了有]|符合|[按依遵]照|[根依]据")


def _from_place(text: str, start: int, floor: int, end: int) -> int:
    """Where a document's name begins with a place: 出台甲省新型基础设施建设三年行动计划 holds a verb and is one name."""
    for begin, close, _ in find_divisions(text[floor:start]):
        at, between = floor + begin, text[floor + close : end]
        between = re.sub(r"（[^（）]*）$", "", between)
        if _LEADS.search(text[max(floor - 1, 0) : at]) and _IN_NAME.fullmatch(between) and not _IN_NO_NAME.search(between):
            return at
    return start


def _with_quotes(reply: Reply, start: int, floor: int) -> int:
    """人工智能产业发展“十四五”规划: the quotation inside a name does not end it."""
    text = reply.flow.text
    if start > floor and text[start - 1] == "”":
        opening = text.rfind("“", floor, start)
        if opening >= 0 and start - opening < 12:
            word = reply.tokens[reply.token_at(max(opening - 1, floor))]
            return opening if opening == floor or stops(word.word, word.tag) else left_edge(reply, opening, floor)
    return start
