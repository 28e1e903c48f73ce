"""Documents without 《》 that a verb of issuing tells: 出台甲业扶持办法, 乙镇详细规划由区政府批复."""

from __future__ import annotations

import re

from graph.reading.cues import Sought, asked
from graph.reading.lexicon import alternation
from graph.reading.mentions.names import clean, is_generic
from graph.reading.place import division_before, find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["HANDED_IN", "issued", "without_when"]

_KIND = rf"(?:{alternation('document_kinds', 'issued')})"
_INSIDE = r"(?:“[^“”\n]{1,12}”|[^，。；：、《》（）\s“”的了是])"


def _named(kind: str) -> str:
    """A name that ends in some kind of document and in what its brackets add."""
    return rf"(?P<name>{_INSIDE}{{4,28}}?{kind}(?:（(?:试行|暂行|[^（）\n]{{0,4}}\d{{4}}[^（）\n]{{0,10}})）)?)"


_NAME = _named(_KIND)
_END = r"(?=[，。；、）\n]|等|和|与|及|中(?:提出|明确|要求|规定)|明确|提出|要求|规定|，)"
_RANK = r"(?:全[国省市区县]|我[国省市区县]|本[省市区县])?(?P<rank>首[个部份套项])?(?:统一的?)?"
#: 制定并实施甲方案, 编制出台乙规划: a second verb behind the first.
_AND_CARRIES_OUT = "(?:(?:并|和)?(?:组织|贯彻|推进)?(?:实施|印发|出台|发布|制定|执行)|(?:并|和|、)(?:编制|修订|修改|落实|完善))(?:了)?(?=[^，。；：、《》（）的]{6})"
#: The verb stands before the name.
_BEFORE = Sought(
    rf"(?:制定|制订|编制|出台|印发|发布|起草|草拟|拟订|修订|公布|颁布|转发|下发)(?:完善|修改|优化|完成(?=了))?(?:{_AND_CARRIES_OUT}|了|出(?!台)|好|的)?(?:相关|有关)?{_RANK}{_NAME}{_END}"
)
#: Not all kinds: 形成初步意见, 批准用地方案 name no document.
_PLAN = rf"(?:{alternation('document_kinds', 'agreed')})"
#: 牵头形成甲三年行动计划, 同意批复乙总体规划: what was worked out, and what somebody agreed to.
_AGREED = Sought(
    rf"(?:(?<!建议)(?<!建议尽快)(?<!后)形成|批复|(?<!报)批准(?!备)|审定|审议通过)(?!之?后)(?:同意|实施)?了?{_RANK}{_named(_PLAN)}{_END}"
)
#: The verb stands behind it: the document is the subject of the clause.
_ADVERB = r"(?:也|均|都|还在|仍在|还|现|即将|将|已经|已|正在|正|正式|目前|当前|近期|全部|顺利|陆续|先后|率先|分别|最近)"
_BEHIND = Sought(
    rf"(?:^|(?<=[，。；：、\n]))(?:[一二三四五六七八九十]是)?(?:目前|现|同时|此外|近年来|今年)?(?:由[^，。；]{{1,10}}牵头(?:编制|制定)?的)?{_RANK}{_NAME}"
    rf"(?:等(?:相关|有关)?(?:规划|方案|文件)?)?{_ADVERB}{{0,3}}(?:20\d\d年(?:\d{{1,2}}月(?:份|底|末)?)?(?:\d{{1,2}}日)?)?(?:[于在由][^，。；《》]{{2,20}}?)?{_ADVERB}{{0,2}}"
    r"(?:印发|出台|发布|编制|制定|制订|公布|颁布|起草|修订|修编|施行|获批|批复|报批|报审|通过|审议|进一步完善|完善|得到落实|转发|下发|发(?=[，。；])|的(?:编制|修编|修订|制定|制订)|要?(?:稳步|全面|深入|有序)(?:落实|实施|推进))"
)
#: A list or a plan of one year or one rank that something is put on.
_LISTED = Sought(
    r"(?:列入|纳入|入选|进入|入围|写入)(?:了|到)?"
    r"(?P<name>(?=[^，。；、]{0,24}(?:20\d\d年|首批|第[一二三四五\d]+批|[省市]级|国家|中央|“十))"
    r"(?:“[^“”\n]{1,12}”|[^，。；：、《》（）\s“”的了是]){5,28}?(?:名单|投资计划|目录))(?=[，。；、）\n]|等|和|与|及)"
)
#: What a document about something is.
_KIND_ABOUT = "(?:实施意见|指导意见|若干意见|若干措施|意见|决定|实施方案|实施办法|通知)"
#: 关于推进甲的实施意见已发.
_ABOUT = Sought(
    rf"(?<![《〈“提])(?P<name>关于[^，。；：《》“”\n]{{4,36}}的{_KIND_ABOUT})(?=已|由|[于在]\d|正式|印发|出台|下发|发布)"
)
#: 印发了关于推进甲的通知.
_ISSUED_ABOUT = Sought(
    rf"(?:印发|出台|下发|制定|发布|转发)(?:了|过)?(?P<name>关于[^，。；：《》“”\n]{{6,44}}的{_KIND_ABOUT})"
    r"(?=[，。；、）\n（]|等|和|与|及|明确|提出|要求)"
)
#: 下发“关于推进甲的通知”, 根据“关于乙的决定”: in the marks of a quotation; an opinion may be the proposal's own.
_QUOTED_ABOUT = Sought(
    r"(?:(?:印发|出台|下发|制定|发布|转发)(?:实施)?[了过]?|(?:根据|按照|依据|落实|贯彻|执行)(?!“[^“”\n]{4,60}的意见”))"
    rf"“(?P<name>关于[^“”\n]{{4,60}}的(?:{_KIND_ABOUT}|批复|公告|通告))”(?!的(?:建议|提案|意见))"
)
#: 依据甲省医疗保障条例第二十条, 根据义务教育法规定: a law by what is cited of it.
_LAW = Sought(
    r"(?:依据|根据|按照|依照|遵照|违反)(?:国家|我国)?(?P<name>(?!有关|相关|上述|该|本|此|以上|现行|法律)[^，。；：、《》“”（）的了是在和与及]{2,20}?(?:条例|管理办法|实施办法|暂行办法|法))(?=第[一二三四五六七八九十百\d]+条|[等之]?(?:的|有关|相关)*规定)"
)
#: 严格执行甲市停车场管理条例: a place's own law behind what is done by it.
_LOCAL_LAW = Sought(
    r"(?:落实|执行|实施|贯彻|遵守|按照|根据|依据|参照)(?P<name>[\u4e00-\u9fff]{2,6}?[省市区县州][^，。；：、《》“”（）的了是在和与及]{2,18}?(?:条例|管理办法|实施办法))(?=[，。；、\n]|要求|等|和|与|及)"
)
#: 按照国务院办公厅关于甲的意见: an office's document about something, without marks.
_OF_AN_OFFICE = Sought(
    r"(?:按照|依据|根据|落实|贯彻|执行)(?P<name>(?:国务院(?:办公厅)?|[\u4e00-\u9fff]{2,12}(?:部|厅|局|委|政府(?:办公室|办公厅)?))关于[^，。；：《》“”\n]{6,44}的(?:实施意见|指导意见|若干意见|若干措施|意见|决定|通知))(?=[，。；、\n]|要求|精神|部署|规定)"
)
#: 甲科学城国土空间规划: of which place.
_SPATIAL = Sought(
    r"(?:落实|按照|根据|依据|编制|修编|符合|对照|衔接|完善|结合|依托|经)?(?P<name>(?:(?!的)[\u4e00-\u9fff]){2,8}?(?:[省市区县州旗]|新区|科学城|片区|新城|街道|镇)国土空间(?:总体|详细)?规划)(?!局|部门|管理|分局)"
)
#: A unit of a plan by its code: C060101单元, JDC1-0402单元, A5街坊.
_UNIT = r"[A-Z]{1,5}\d{1,8}[A-Z]?(?:-\d{1,5}[A-Z]?){0,2}(?:编制)?(?:单元|街区|街坊|地块)"
#: What is changed in a plan, and the sheet that shows it: A5街坊局部调整图则, （实施深化）.
_CHANGED = rf"(?:(?:{_UNIT})?(?:(?:局部|部分)(?:调整|修改)|实施深化)(?:方案|图则)?|图则)?(?:（[^，。；（）\n]{{2,20}}）)?"
#: 根据批复实施的甲镇区控制性详细规划, 依据乙社区C060101单元控制性详细规划A5街坊局部调整图则: of which town, quarter or unit.
_OF_A_QUARTER = Sought(
    r"(?:落实|按照|根据|依据|依照|对照|符合|对接|纳入|列入|编制|调整|在)(?:了|到)?(?:(?:已)?(?:批复|批准)(?:实施)?的|现行的?)?"
    rf"(?P<name>(?:(?![的了])[\u4e00-\u9fff]){{2,16}}?(?:(?:镇区?|街道|社区|地区|片区|单元|新城|组团|中心区|新区)(?:{_UNIT})?|{_UNIT})"
    rf"[\u4e00-\u9fff]{{0,8}}?(?:控制性详细规划|修建性详细规划|详细规划|更新单元规划|城中村改造规划|专项规划){_CHANGED})"
    r"(?=[，。；、）\n]|等|和|与|及|中|的要求|的规定|明确|要求|实施|执行|确定)"
)
#: 根据甲区燃气安全隐患排查整治实施方案要求: by what is done under it; it begins with its place.
_OF_A_PLACE = Sought(
    r"(?:根据|按照|依据|依照|落实|贯彻|执行|对照|列入|纳入|推进|承担)(?:了|到|好)?"
    r"(?P<name>(?:(?![的了是])[\u4e00-\u9fff]){2,4}[^，。；：、《》“”（）的了是\s]{4,30}?"
    r"(?:实施方案|工作方案|行动方案|行动计划|专项规划|布局规划|保护规划|交通规划|总体规划|发展规划|立法规划|工作规划))"
    r"(?=[，。；、）\n]|正式|要求|工作|部署|明确|安排|编制|修编|和|及|等|中)"
)
#: 实施以甲为引领的乙战略行动计划.
_LED_BY = Sought(
    r"(?:实施|推进|落实|按照|贯彻|围绕|编制|制定|出台)(?P<name>以[^，。；：、《》“”（）的]{3,14}为(?:引领|导向|牵引|主线|核心|支撑|统领)的[^，。；：、《》“”（）的]{4,20}(?:行动计划|行动方案|发展规划|实施方案))(?=[，。；、）\n]|和|及|等|，)"
)
#: 列入全省国民经济和社会发展第十三个五年规划纲要, whatever leads to it.
_FIVE_YEARS = Sought(r"国民经济和社会发展第?十[一二三四五六]个?五年规划(?:和二[〇○零0]三五年远景目标)?(?:纲要)?")
#: 列入甲纲要、“十三五”全省乙规划: an item behind another plan.
_IN_A_ROW = (
    "(?<=(?:规划|纲要|计划)、)(?=“十[一二三四五六]五”(?!期间|时期|以来|末|(?:全?[国省市区县])?(?:重点|相关|有关|各|专项|重大)))"
)
#: 列入甲区卫生健康改革和发展“十四五”规划, 编制“十五五”甲区贸易核心区建设规划.
_PERIODIC = Sought(
    rf"(?:列入|列进|纳入|写入|编制|制定|制订|落实|按照|根据|依据|对接|印发|出台|已在|在|本区|(?=[我本][省市区县州旗])|(?<=[，。；\n])(?=“)|{_IN_A_ROW})(?:了|到)?(?:[我本][省市区县州旗])?"
    r"(?P<name>(?:(?![^“，。]{0,16}(?:编制|制定|制订|起草|研究|落实))[^，。；：、《》“”（）\n的了在]{1,20}“{1,2}十[一二三四五六]五”{1,2}[\u4e00-\u9fff]{0,12}?|“十[一二三四五六]五”[\u4e00-\u9fff]{4,24}?)规划)"
    r"(?=[，。；、）\n]|等|和|与|及|中|里|明确|提出|要求|印发|已|除|对|还|也|没有|未|尚|力争|[拟将正把]|的(?:编制|修编|修订|制定))"
)
#: 按照法定手续报送实施方案: by which procedure it is handed in; 信息报送管理办法 is about that.
HANDED_IN = "(?:手续|程序|流程|时限|^)(?:报送|上报)(?!制度|工作|管理)"
#: Kinds that name none of them by themselves.
_OF_NO_NAME = (
    "项目(?:建设)?方案|工作计划|工作规划|解决方案|设计方案|处置方案|搬迁方案|改造方案|国家标准|地方标准|行业标准|团体标准"
)
#: Words of which something is said in general, what is only handed in or asked, and so many of them.
_IN_GENERAL = "相关|有关|配套|具体|详细的|年度|本次|整改|应急|应对|个性化|针对性|可行|一体化推进|以及|合作方案"
_SO_MANY = "(?<!第)一批|系列|多项|[两三四五六七八九十]个|(?:意见|方案|计划|细则|办法|规划)或"
_ASKED = "建议|提案|议案|答复|评选|征求|听取"
#: What leads to a name, and what two names have between them: “甲”和三年行动.
_LEADS = "^在(?![线岗建职园校编])|^所在|[我您你并将把被让各每该此等]|^(?:挂接|重点统筹|统筹|加快|推进|推动|加强|结合|委托)|正在|(?:启动|开展)新一轮"
_TWO = "”[和与及](?=[一二三四五六七八九十两\\d]{1,2}年行动|.{0,2}(?:行动)?(?:方案|计划|办法|意见|规划)$)"
_NO_DOCUMENT = re.compile(f"(?:{_OF_NO_NAME})$|{_IN_GENERAL}|{_SO_MANY}|{_ASKED}|{_LEADS}|{_TWO}|{HANDED_IN}")
#: What any document may be of: 优化调整方案.
_ANY = re.compile(
    "(?:优化|调整|整改|整治|提升|改进|实施|工作|配套|推进|落实|建设|改造|行动|专项|管理|发展|处置|保障|总体|综合|统筹|具体)+"
)
_TAIL = re.compile(rf"{_KIND}(?:（[^（）]*）)?$")


#: What stands before a name and is a clause's own: 起降点布局待省级总体规划, 拟参照市级办法, 力争年底前完成片区规划, 2021年8月片区规划, 省政府批复片区规划.
_LEAD = re.compile(
    r"自(?=[\u4e00-\u9fff]{2,3}[省市自])|(?:正在|已)?(?:开展|抓好|启动|做好)(?=“?十[一二三四五六]五)|(?:已|现已|初步|基本|全面)*(?:(?:编制)?完成|形成)了?(?=[\u4e00-\u9fff]{6})|启动(?=[\u4e00-\u9fff]{6})|[^，。；]{0,12}?(?:拟?参照|期待在|(?<![等招接])待(?=[省市区县全])(?:[^，。；]{2,10}?(?:批复|批准)了?)?|力争[^，。；]{0,6}完成|"
    r"配合[^，。；]{2,10}完成|20\d\d年\d{1,2}月|(?:批复|批准)(?:同意|实施)?了?(?=[\u4e00-\u9fff]{8}))"
)
#: 指导甲市做好国土空间规划编制, 乙市正在开展国土空间规划修编: who is busy with the writing of a plan, which then begins with a place of its own.
#: What a document is for has such verbs too (全面推进城市数字化转型“十四五”规划), but neither 正在 nor whom somebody helps before them.
_HELPS = "(?:指导|协助|支持|配合|督促|帮助|组织|推动|推进)"
_DOES = "(?:开展|推进|启动(?!区)|做好|抓好)"
_HOW = "全面|加快|抓紧|积极|认真|有序|高质量|着手"
_HELPED = rf"{_HELPS}[^，。；]{{2,10}}?(?:正在?|已|现|{_HOW})*{_DOES}"
_IS_AT_IT = (
    rf"[^，。；]{{2,10}}?(?:正在(?:{_HOW}|组织)*(?:{_DOES}|进行)?|(?:已|现|目前|加快|抓紧|积极|着手|组织)+{_DOES}(?<!组织推进)"
    rf"|{_DOES}(?=[^，。；]{{0,8}}国土空间))"
)
_BUSY_WITH = re.compile(
    rf"(?:正在(?:{_HOW}|组织)*{_DOES}|{_HELPED}|{_IS_AT_IT}|{_HELPS}(?=[^，。；]{{1,8}}?[省市区县州旗]))(?P<plan>[^，。；]{{2,24}}规划)$"
)
#: 甲片区, 乙河流域: which one, by its name; not 城市片区, 重点流域.
_AREA = re.compile(
    "(?!全|各|江河|河湖|重点|主要|相关|城市|城区|老旧|工业|产业)(?:[^全各本我该此]{2,4}(?:新区|片区|新城|科学城|开发区)|[^的]{1,3}[江河湖](?:流域|文化带|经济带))"
)
#: 组织开展甲区乙规划编制: another verb right before it.
_DOES_IT = re.compile(f"(?:{_DOES})?")
_ITS_WRITING = re.compile("(?:的)?(?:编制|修编|修订|报批|审查|编修)(?!完成|完毕|了)")
#: 2017年甲园专项规划通过评审: a plan that ends in 规划 is of many years, and a single one says when. Of 30 documents that annotated
#: replies name with a single year in front none ends so.
_YEAR_BEFORE = re.compile(r"20\d\d年(?=[^度\d][^，。；]{3,40}规划(?:（[^（）]{2,16}）)?$)")
_AND = re.compile(rf"(?:{_KIND}(?:（[^（）]*）)?)(?P<and>以及|和|与|及)(?=.{{4}})")
_FELLOW_BEFORE = re.compile(rf"(?:^|(?<=[，。；：、\n])){_NAME}、$")
_FELLOW = re.compile(rf"(?:、|和|与|以及|及){_NAME}{_END}")


#: By which of them a document is told that says which one it is whatever its words are, and all of them.
_SURE = (_PERIODIC, _LAW, _LOCAL_LAW, _OF_AN_OFFICE, _SPATIAL, _OF_A_QUARTER, _OF_A_PLACE, _LED_BY)
_PATTERNS = (_BEFORE, _AGREED, _BEHIND, _LISTED, _ABOUT, _ISSUED_ABOUT, _QUOTED_ABOUT, *_SURE)


def issued(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Every such document of a sentence: a name of common words only names none."""
    text = reply.flow.text
    found = []
    for told in _FIVE_YEARS.finditer(text, sentence.start, sentence.end):
        place = division_before(text, told.start(), 10, sentence.start)
        start = place[0] if place else told.start()
        found.append(Mention("Policy", clean(text[start : told.end()]), start, told.end(), "policy.issued", 0.8))
    taken = {i for m in found for i in range(m.start, m.end)}
    for pattern in asked(_PATTERNS, text, sentence.start, sentence.end + 1):
        # The full stop closes a name too; what closes the sentence in a list that something is put on is mostly a rank.
        end = sentence.end if pattern is _LISTED else sentence.end + 1
        for told in pattern.finditer(text, sentence.start, end):
            first, last = told.span("name")
            if pattern is _OF_A_PLACE and not any(at == 0 for at, _, _ in find_divisions(text[first:last])):
                continue
            if pattern is _SPATIAL:  # 正在编制的甲县国土空间规划
                first += next((begin for begin, _, _ in find_divisions(text[first:last])), 0)
            begin = _behind_who_is_busy(text, first, last)
            if begin is None:
                continue
            first = begin
            lead = _LEAD.match(text, first, last)
            first = lead.end() if lead else first
            year = _YEAR_BEFORE.match(text, first, last) if pattern is _BEHIND else None
            if year and _is_name(text[year.end() : last], sure=False):
                first = year.end()
            spans = _apart(text, first, last)
            while pattern in (_BEFORE, _PERIODIC) and (fellow := _FELLOW.match(text, spans[-1][1], sentence.end + 1)):
                spans.append(fellow.span("name"))  # 制定甲方案、乙指引
            while pattern is _BEHIND and (before := _FELLOW_BEFORE.search(text, sentence.start, spans[0][0])):
                spans.insert(0, before.span("name"))  # 甲管理办法、乙评估办法等修订完善
            sure = pattern in _SURE or bool(told.groupdict().get("rank"))
            found += [
                Mention("Policy", clean(text[start:end]), start, end, "policy.issued", 0.65)
                for start, end in spans
                if _is_name(text[start:end], sure) and taken.isdisjoint(range(start, end))
            ]
    return found


def _behind_who_is_busy(text: str, start: int, end: int) -> int | None:
    """Where a document's name begins behind those who are busy with its writing; ``None`` where it does not say of which place."""
    busy = _BUSY_WITH.match(text[start:end]) if _ITS_WRITING.match(text, end) else None
    if busy is None:
        return start
    does = _DOES_IT.match(text, start + busy.start("plan"), end)
    begin = does.end() if does else start + busy.start("plan")
    placed = _AREA.match(text, begin, end) or any(at == 0 for at, _, _ in find_divisions(text[begin:end]))
    return begin if placed else None


def without_when(reply: Reply, told: list[Mention]) -> list[Mention]:
    """Mentions without those of which another one is all but the year in which it was issued: 2017年甲园专项规划, 甲园专项规划."""
    bare = {m.end: m.start for m in told if m.rule == "policy.issued"}
    years = ((m, _YEAR_BEFORE.match(reply.flow.text, m.start, m.end)) for m in told)
    return [m for m, year in years if year is None or bare.get(m.end) != year.end()]


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """甲规划和乙计划 are two."""
    joint = _AND.search(text, start, end)
    if joint is None:
        return [(start, end)]
    return [(start, joint.start("and")), (joint.end("and"), end)]


def _is_name(name: str, sure: bool) -> bool:
    """Whether a document's name says which one it is; ``sure`` where its rank or its period does."""
    if _NO_DOCUMENT.search(name):
        return False
    core = _TAIL.sub("", name)
    if _ANY.fullmatch(core):
        return False
    bare = core.replace("“", "").replace("”", "")
    return sure or (len(core) >= 4 and (len(core) >= 8 or not is_generic(bare)))
