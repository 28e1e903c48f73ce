"""Names told by how they end: firms, carriers, offices, platforms, facilities, models, events."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, typed, words
from graph.reading.mentions.names import clean, ends_in_sector, is_aim, is_generic, is_rare, is_unknown, left_edge
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["sites", "suffixed"]

_BEHIND = r"(?![\u4e00-\u9fff]?[家所个座]\b)"
_LEGAL = re.compile(
    rf"(?:{alternation('enterprise_suffixes', 'legal')})(?:(?!全资|控股子|旗下|下属|所属)[\u4e00-\u9fff]{{2,6}}?公司)?(?![法制化园区层级]|旧址|遗址|老厂|原址)"
)
_BRAND = re.compile(rf"(?:{alternation('enterprise_suffixes', 'brand')})")
#: What a firm's name is followed by: the end of the phrase, or the predicate that it is the subject of.
_AFTER_FIRM = frozenset(("v", "vd", "p", "d", "c", "uj", "u", "ul", "ad", "x", "eng"))
_SITE = re.compile(
    rf"(?:{alternation('carrier_suffixes', 'strong')})(?!区块|域|级|市|[镇乡]|医院|卫生|学校|中学|小学|管委|分局|法院|检察|税务|派出|党工委|人民|大道|街道|公司|集团|(?:建设|发展|工作|推进)*(?:领导小组|指挥部|专班|工作组))"
)
_OFFICE = re.compile(rf"(?:{alternation('organisation_suffixes')})(?![长级委们])")
_BUREAU = re.compile(
    r"(?<![\u4e00-\u9fff])?[省市区县](?:委|政府)?[\u4e00-\u9fff]{1,8}?(?:局|委|办|厅)(?![\u4e00-\u9fff]{0,1}[长部])"
)
#: A division of a ministry, whose name may hold 与.
_DIVISION = re.compile(r"([\u4e00-\u9fff]{1,6}部)[\u4e00-\u9fff]{2,12}司(?![法机])")
#: 委 and 办 end many words: only behind these are they an office.
_BUREAU_ENDS = re.compile(r"[局厅]$|[改信科建商卫经教民财农发资安网宣组政][委办]$|[员工党]委$")
_NO_BUREAU = re.compile(r"[省市区县](?:被|内|外|级|域|场|民|里|中|县|区)")
_SYSTEM = re.compile(
    rf"(?:{alternation('scenario_suffixes', 'system')})(?:\d\.\d)?(?!(?<=码)[头分农洋]|[经企型级]|集成|工程|谋划|思维|观念|推进|部署|重塑|治理)"
)
_VENUE = re.compile(
    rf"(?:{alternation('scenario_marks')})[^，。；：、！？“”《》（）\s的和与及等]{{0,8}}?(?:{alternation('scenario_suffixes', 'venue')}|{alternation('scenario_suffixes', 'service')})(?:试点)?"
)
_MARK = re.compile(rf"(?:{alternation('scenario_marks')})")
_FACILITY = re.compile(
    r"(?:智算中心|超算中心|算力中心|数据中心|训练基地|测试基地|试验基地|检测基地|试飞基地|算力集群|枢纽节点|充电站|起降场|起降点|调度中心|指挥中心|运营中心|体验中心)"
)
#: 市大数据中心 is an office, and no house.
_DATA_OFFICE = re.compile(r"[\u4e00-\u9fff]{0,3}[省市区县](?:大|政务|公共)数据中心")
_MODEL = re.compile(r"[^，。；：、！？“”《》（）\s]{2,10}大模型(?![\u4e00-\u9fff]{0,2}(?:产业|企业|技术|应用|训练|生态))")
_EVENT = re.compile(r"(?:大会|论坛|峰会|博览会|大赛|高峰会|交易会|展览会|进博会|艺术节|文化节|消费节|购物节)(?!议)")
_PILOT = re.compile(r"(?:试点|示范|应用)(?=[，。；、\n]|工作|任务|项目|建设|的|，)")
_RULES_OUT = re.compile(
    r"^(?:各|该|本|此|其|每|某|上述|这|那|任何|所有|有关|相关|多(?=[家个批所处类])|几|[一两三四五六七八九十](?=[大个家类种级条项批座款处所期些方新]))"
)
_NOT_LEGAL = re.compile(
    r"(?:跨国|开发|经营|国有|民营|上市|外资|合资|龙头|科技|大型|中小|运营|母|子|总|分|各|该|商业|投资|担保|物业|保险|证券|基金|互联网|平台|第三方|村镇|合作|政策性|开发性|中央|人民|血|骨髓|数据|种质|水|时间|运营|通信|电信|国际|文化|城投|建筑|供电|供水|燃气|水务|公交|地铁|出租|租赁|制药|软件|网络|旅游|养老|家政|保安|环卫|企业|我|贵|外|本|一批|等|多家|家|个)$"
)


def suffixed(reply: Reply) -> list[Mention]:
    """Every name of the body that its ending tells; those that need a context have a low confidence."""
    found: list[Mention] = []
    for sentence in reply.sentences:
        found += _firms(reply, sentence)
        found += sites(reply, sentence)
        found += _offices(reply, sentence)
        found += _systems(reply, sentence)
        found += _others(reply, sentence)
    return found


def _firms(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for suffix in _LEGAL.finditer(text, sentence.start, sentence.end):
        start = _from_place(text, left_edge(reply, suffix.end(), sentence.start, tail=len(suffix.group())), sentence.start)
        lead = re.match(r".{1,6}?[有是系]", text[start : suffix.start()])
        start += len(lead.group()) if lead and suffix.start() - start - len(lead.group()) >= 2 else 0
        core = text[start : suffix.start()]
        if len(core) < 2 or (_NOT_LEGAL.search(core) and len(core) < 4) or is_generic(core) or _RULES_OUT.match(core):
            continue
        sure = 0.95 if len(suffix.group()) > 2 or suffix.group() in ("银行",) or _rare(reply, start, suffix.start()) else 0.5
        found.append(Mention("Enterprise", clean(text[start : suffix.end()]), start, suffix.end(), "suffix.legal", sure))
    return found + [m for s in _BRAND.finditer(text, sentence.start, sentence.end) if (m := _branded(reply, sentence, s))]


def _branded(reply: Reply, sentence: Sentence, suffix: re.Match[str]) -> Mention | None:
    """A firm by the trade in its name, 甲乙科技: what comes before is no common word, and a phrase or a predicate follows."""
    text, end = reply.flow.text, suffix.end()
    start = left_edge(reply, end, sentence.start)
    core = text[start : suffix.start()]
    start += len(lead.group()) if (lead := re.match(r".{0,3}?[有是]", core)) and len(core) - len(lead.group()) >= 2 else 0
    name, core, before = text[start:end], text[start : suffix.start()], text[start - 1 : start]
    if not 2 <= len(core) <= 6 or is_generic(core) or core in words("sectors") or not _rare(reply, start, suffix.start()):
        return None
    joined = before in "与和同" and _TOGETHER.match(text, end)
    if not (joined or _acts(reply, end, before)) or name.endswith("人工智能") or re.search("[-—]", core):
        return None
    if (ends_in_sector(name) and not is_unknown(core)) or _describes(reply, start, core):
        return None
    told = re.search(r"(?:专做|专注|从事|研发|生产|主营|领域|行业)[^，。；]*的$", text[max(sentence.start, start - 24) : start])
    led = before in "，、“。；：由\n" or text[start - 2 : start] in ("推动", "支持", "引进", "企业")
    return Mention("Enterprise", clean(name), start, end, "suffix.brand", 0.6 if told or joined or led else 0.45)


_TOGETHER = re.compile(r"(?:等)?(?:共同|联合|开展|达成|签订|签署|深度|战略|建立)*(?:合作|共建|联手|签约|携手|协议)")
#: Nouns right behind a firm that belong to it and not to its name.
_OF_FIRM = re.compile(r"总部|旗下|公司|集团|董事长|负责人|创始人|自主|位于|投资(?:建设|兴建|打造)|研发(?:的|中心)|等")


def _acts(reply: Reply, end: int, before: str) -> bool:
    """Whether what follows a name is a predicate, the end of the phrase, or something of a firm's own."""
    following = reply.tokens[min(reply.token_at(end), len(reply.tokens) - 1)]
    if following.start != end:
        return False
    return (
        following.tag in _AFTER_FIRM or bool(_OF_FIRM.match(reply.flow.text, end)) or (following.tag == "vn" and before == "由")
    )


def _describes(reply: Reply, start: int, core: str) -> bool:
    """Whether a short core is an adverb, a verb or a preposition: 再生科技 is no firm."""
    first = reply.tokens[reply.token_at(start)]
    told = first.tag in ("d", "v", "p", "r", "ad", "c") and len(first.word) < len(core) + 1
    return first.start == start and told and len(core) <= 2


#: What may stand between a place and the rest of a firm's name: 青岛国际机场集团, 山东极视角科技.
_IN_FIRM = re.compile(r"[\u4e00-\u9fffA-Za-z]{0,12}")
_NOT_IN_FIRM = re.compile(
    rf"[的了在是有和与及等对由被将]|{alternation('cue_verbs', 'arrive')}|{alternation('cue_verbs', 'host')}|{alternation('cue_verbs', 'launch')}|企业|公司|平台|划|给|赴|邀请|联合|携手|来自|推荐|帮助|牵头|委托|转让"
)


def _from_place(text: str, start: int, floor: int) -> int:
    """Where a firm's name begins with the place it is registered in, back over words that a name does not often hold."""
    near = max(floor, start - 14)
    for begin, end, _ in find_divisions(text[near:start]):
        between = text[near + end : start]
        if _IN_FIRM.fullmatch(between) and not _NOT_IN_FIRM.search(between):
            return near + begin
    return start


def _rare(reply: Reply, start: int, end: int) -> bool:
    first, last = reply.token_at(start), reply.token_at(max(end - 1, start))
    return is_rare(list(reply.tokens[first : last + 1]))


def sites(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Parks, zones, buildings and other carriers of a sentence, by their endings.

    Parameters
    ----------
    reply:
        Whose flow is read.
    sentence:
        Within which a name stands; it need not be one of the reply's.
    """
    text, found = reply.flow.text, []
    for suffix in _SITE.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, suffix.end(), sentence.start, tail=len(suffix.group()))
        start = _short_name(reply, start, suffix.start(), sentence.start)
        start = _at_place(reply, start, suffix.start())
        if suffix.group().endswith("城") and text[suffix.end() : suffix.end() + 1] == "区":
            continue  # 甲市中心城区
        there = re.match(r"[\u4e00-\u9fff]{0,3}?[有是](?=[\u4e00-\u9fff（）]{4})", text[start : suffix.end()])
        start += there.end() if there and start + there.end() + 2 <= suffix.start() else 0
        core = text[start : suffix.start()]
        if (
            len(core) < 2
            or _RULES_OUT.match(core)
            or is_generic(core)
            or re.search("[等的了]|将(?!乐)|^我|^世界|[和与]$|.与|在|重视|政府|关注|^国[内外]", core)
            or is_aim(text, start, sentence.start)
            or _COUNTED_SITES.fullmatch(text[start : suffix.end()])
            or is_generic(core.lstrip("省市区县"))
            or core[-1] in "型类级式"
        ):
            continue
        if any((s, e) == (0, suffix.end() - start) for s, e, _ in find_divisions(text[start : suffix.end()])):
            continue  # 黄石港区 is a district
        placed = any(s == 0 and e < len(core) for s, e, _ in find_divisions(core)) or (
            reply.where.short is not None and core.startswith(reply.where.short)
        )
        sure = 0.85 if placed or _rare(reply, start, suffix.start()) else 0.6
        if (core in words("sectors") and suffix.group() not in ("小镇", "谷", "岛", "港")) or re.search(r"[化市区县省]$", core):
            sure -= 0.3
        end = suffix.end() + (text[suffix.end() - 1 : suffix.end() + 1] == "园区")
        if suffix.group() == "片区" and not _NAMED_AREA.search(core) and not _HOSTS.match(text, suffix.end()):
            sure -= 0.4
        if len(core) <= 4 and re.search("[东西南北中]部$", text[start - 2 : start]):
            start -= 2  # 东部高铁新城
        end = _branch_end(text, end)
        if _AWARDED.search(text[max(sentence.start, start - 12) : start]):
            found.append(Mention("Recognition", clean(text[start:end]), start, end, "suffix.awarded", 0.7))
            continue
        zone = _IN_ZONE.match(text, start, end)
        if zone:  # 甲高新区乙大厦 are two
            found.append(Mention("Carrier", clean(zone.group()), start, zone.end(), "suffix.carrier", sure))
            start = zone.end()
        found.append(Mention("Carrier", clean(text[start:end]), start, end, "suffix.carrier", sure))
    malls = _MALL.finditer(text, sentence.start, sentence.end)
    found += [Mention("Carrier", clean(m.group()), m.start(), m.end(), "suffix.mall", 0.72) for m in malls]
    return [*found, *_hosting(reply, sentence), *_taken_up(reply, sentence)]


_MALL = re.compile(
    rf"(?:{alternation('mall_brands')})(?:·[\u4e00-\u9fff]{{2,5}})?(?:购物)?(?:广场|购物中心|中心|天街|天地|MALL|Mall|荟|汇|城(?![市区镇乡投]))(?!商圈|集团|公司)"
)


def _at_place(reply: Reply, start: int, end: int) -> int:
    """Where a carrier's name begins with a place that a verb stands before: 研究泸州轻工业园区."""
    for begin, _, _ in find_divisions(reply.flow.text[start:end]):
        before = reply.tokens[reply.token_at(start + begin - 1)] if begin else None
        if before is not None and before.tag in ("v", "vn", "vd") and before.start + len(before.word) == start + begin:
            return start + begin
    return start


#: 获评甲市大数据产业基地: a title, and no place.
_AWARDED = re.compile(
    r"(?:获评|入选|荣获|被评为|认定为|命名为|评选为|授予|跻身|列为|获得|摘得|创成)(?:了|为|首批|全[国省市]|第[一二三四五六]批)*$"
)
_IN_ZONE = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:高新区|经开区|开发区|商务区|科学城|保税区|软件园|科技城|工业区|自贸区)(?=[\u4e00-\u9fffA-Za-z0-9·]{2,10}(?:大厦|大楼|广场|国际中心)\Z)"
)
#: 1.甲乙天地。该园区入驻企业…: a heading that the next sentence calls by its kind.
_TAKEN_UP = re.compile(
    r"(?P<name>[^，。；：、“”\n]{2,16})[。：\n]{1,2}(?:该|此|本)?(?P<kind>产业园区|产业园|园区|岛|大厦|小镇|谷|基地|载体|楼宇|街区)(?=入驻|位于|设在|列入|现有|总|占地|是|内|集聚|已|规划|由|以|于|自|坐落|目前|建成|被|紧|聚焦)"
)
_BEFORE_NAME = re.compile(
    r"\s*(?:[一二三四五六七八九]是|\d{1,2}[.．、]|（[一二三四五六七八九\d]+）|[①-⑳]|[一二三四五六七八九]、)*(?:(?:推进|打造|建设|加快|培育|做强|做大|提升)(?:建设)?)?"
)


def _taken_up(reply: Reply, sentence: Sentence) -> list[Mention]:
    """A heading or a sentence that is nothing but a name, where the next one begins with 该园区, 大厦 or the like."""
    text = reply.flow.text
    lead = _BEFORE_NAME.match(text, sentence.start, sentence.end)
    told = _TAKEN_UP.match(text, lead.end() if lead else sentence.start)
    if not told or told.end("name") > sentence.end + 1:
        return []
    start, end = told.span("name")
    if is_generic(text[start:end]) or text[start:end] in words("sectors") or not _rare(reply, start, end):
        return []
    return [Mention("Carrier", clean(text[start:end]), start, end, "suffix.taken-up", 0.7)]


def _short_name(reply: Reply, start: int, end: int, floor: int) -> int:
    """Where a short name begins that a segmenter takes for a verb: 迈动科技园, right behind a comma or in a list."""
    text = reply.flow.text
    if end - start >= 2 and not is_generic(text[start:end]):
        return start
    begin = max(text.rfind(mark, floor, end) for mark in "，、；：。的“") + 1
    name = text[max(begin, floor) : end]
    own = 2 <= len(name) <= 5 and is_unknown(name) and not is_generic(name) and re.fullmatch(r"[\u4e00-\u9fff]+", name)
    verb = re.match(rf"(?:{alternation('cue_verbs')})", name) or re.search("[的了个家类型级]", name)
    return max(begin, floor) if own and not verb else start


#: 一湖一城三园区 is a layout, no place.
_COUNTED_SITES = re.compile(r"(?:[一二三四五六七八九十两多N\d][\u4e00-\u9fff]{1,2}){2,}")
#: A 片区 is mostly a piece of a town; one that is made for firms says so.
_NAMED_AREA = re.compile(r"(?:商务|产业|核心|自贸|高新|科创|科技|创新|总部|临空|临港|空港|软件园|金融|桥|开发|港)$")
#: 国家大学科技园丙区园: a park of a park is named with it.
_BRANCH_SITE = re.compile(r"[\u4e00-\u9fff]{2,3}(?:分园|园)(?![区林地])|[一二三四五六][期园]")


def _branch_end(text: str, end: int) -> int:
    branch = _BRANCH_SITE.match(text, end) if text[end - 1] == "园" or text[end : end + 2].endswith("期") else None
    told = branch and re.search("[在已入和与及等的有是将内也为以开进建出离公]", branch.group())
    return branch.end() if branch and not told else end


_WEAK_SITE = re.compile(rf"(?:{alternation('carrier_suffixes', 'weak')})")
#: What a house of firms does: behind its name.
_HOSTS = re.compile(
    r"[”内里]?(?:\d{4}年)?(?:\d{1,2}月)?(?:起|以来)?(?:已|共|现|目前|先后|正式|累计|也|则|成功|陆续)*(?:落户|集聚|聚集|汇聚|吸引(?!力)|入驻|引入了?[^，。]{0,8}(?:企业|公司)|引进|开园|揭幕|封顶|动工|开工|竣工|招商|运营以来|正式运营|投入运营)"
)
#: What one does to such a house: before its name.
_HOUSED = re.compile(r"(?:入驻|搬进|迁入|进驻|落户|落地|坐落于|位于|招商|盘活|载体|园区|楼宇)[于到在：“]?$")


def _hosting(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Names that end in 城, 中心, 天地 or the like, where the sentence says that firms are or come there."""
    text, found = reply.flow.text, []
    for suffix in _WEAK_SITE.finditer(text, sentence.start, sentence.end):
        end = suffix.end()
        told = _HOSTS.match(text, end)
        start = left_edge(reply, end, sentence.start, tail=len(suffix.group()))
        if not told and not _HOUSED.search(text[max(sentence.start, start - 4) : start]):
            continue
        core = text[start : suffix.start()]
        if (
            len(core) < 2
            or len(core) > 12
            or _RULES_OUT.match(core)
            or is_generic(core)
            or re.search(r"[化市区县省型类级式]$", core)
        ):
            continue
        if text[end : end + 1] in "区市镇街" or _ORGANISED.search(text[start:end]):
            continue
        placed = any(s == 0 and e < len(core) for s, e, _ in find_divisions(core))
        if placed or _rare(reply, start, suffix.start()):
            found.append(Mention("Carrier", clean(text[start:end]), start, end, "suffix.hosting", 0.62))
    return found


_ORGANISED = re.compile(
    r"(?:服务|研究|数据|医疗|指挥|调度|研发|技术|创新|交易|文化|活动|党群|管理|展示|体验|智算|算力|超算|培训|运营|工程|检测)中心$|村$|里$"
)


#: 经与市发展改革局研究: with whom.
_LED = re.compile("(?:与|和|同|经|由|向|会同|报|请)(?=[省市区县我])")


def _offices(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for suffix in _OFFICE.finditer(text, sentence.start, sentence.end):
        start = _from_place(text, left_edge(reply, suffix.end(), sentence.start), sentence.start)
        start += len(led.group()) if (led := _LED.match(text, start)) else 0
        core = text[start : suffix.start()]
        if (
            len(core) < 2
            or _RULES_OUT.match(core)
            or is_generic(core)
            or re.search("[布格结全大我好]局$", text[start : suffix.end()])
        ):
            continue
        found.append(Mention("Organisation", clean(text[start : suffix.end()]), start, suffix.end(), "suffix.organisation", 0.75))
    for ministry in _DIVISION.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, ministry.end(1), sentence.start)
        found.append(Mention("Organisation", clean(text[start : ministry.end()]), start, ministry.end(), "suffix.division", 0.8))
    for bureau in _BUREAU.finditer(text, sentence.start, sentence.end):
        name = bureau.group()
        if (
            _BUREAU_ENDS.search(name)
            and not re.search("[布格结全大]局$", name)
            and not is_generic(name[1:-1])
            and not _NO_BUREAU.match(name)
        ):
            found.append(Mention("Organisation", name, bureau.start(), bureau.end(), "suffix.bureau", 0.7))
    return found


def _systems(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Platforms and systems with something particular before them; digital venues: 智慧书店."""
    text, found = reply.flow.text, []
    for suffix in _SYSTEM.finditer(text, sentence.start, sentence.end):
        start = _system_start(reply, suffix.end(), sentence.start, len(suffix.group()))
        start = _over_verbs(reply, start, sentence.start)
        start += len(level.group()) if (level := _LEVEL.match(text, start)) else 0
        start = _behind_verb(reply, start, suffix.start())
        start += len(has.group()) if (has := _HAS.match(text, start, suffix.start())) else 0
        start += len(firm.group()) if (firm := _FIRMS_OWN.match(text, start, suffix.start())) else 0
        if is_generic(text[start : suffix.start()]) or suffix.start() - start < 3:
            start = _put_up(text, sentence.start, start, suffix.end())
        core = text[start : suffix.start()]
        if len(core) < 2 or _RULES_OUT.match(core) or text[start : suffix.end()] in words("sectors"):
            continue
        if sentence.heading and _ASKED.search(text[sentence.start : sentence.end]):
            continue
        if "第三方" in text[max(start - 3, sentence.start) : suffix.start()] or _measure(text, start):
            continue  # anybody's, or what a quoted measure is about
        if _PART.search(text[start : suffix.end()]) or re.search("有|[密新]$", core):
            continue
        if _DEFINES.search(text[sentence.start : start]) and _DEFINED.match(text, suffix.end()):
            continue
        name, aliases = _without_gloss(text[start : suffix.end()])
        sure = _system_sure(core, name, text[sentence.start : start], text[suffix.end() : sentence.end])
        if sentence.heading and sure < 0.8:
            continue  # 二、对接数据赋能平台: what a section is about
        if _COMPUTES.search(name):
            found.append(Mention("Facility", name, start, suffix.end(), "suffix.facility", 0.7, aliases))
            continue
        found.append(Mention("Scenario", name, start, suffix.end(), "suffix.system", sure, aliases))
    for venue in _VENUE.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, venue.end(), max(sentence.start, venue.start() - 8))
        start = min(start, venue.start())
        name = clean(text[start : venue.end()])
        piloted = (name.endswith("试点") or text.startswith("试点", venue.end())) and _AT_PLACE.search(
            text[sentence.start : start]
        )
        sure = 0.65 if piloted else 0.45
        found.append(Mention("Scenario", name.removesuffix("试点"), start, venue.end(), "suffix.venue", sure))
    return found


_PUT_UP_NAME = re.compile(
    r"(?:上线|建有|设有|建成|启用|开通|开发|搭建|推出|打造)了?(?:全[国省市区县]|首个|区级|市级|县级|省级|统一的?)*([\u4e00-\u9fffA-Za-z0-9+]{6,24})$"
)


def _put_up(text: str, floor: int, start: int, end: int) -> int:
    """Where a name begins that holds a common word: all that was put up is the name, 上线企业运行数字服务平台."""
    told = _PUT_UP_NAME.search(text[max(floor, end - 32) : end])
    if told is None or re.search("[的了等在和与]", told.group(1)):
        return start
    begin = end - len(told.group(1))
    place = next((e for s, e, _ in find_divisions(told.group(1)) if s == 0), 0)
    return begin + place if begin < start else start


def _measure(text: str, start: int) -> bool:
    """“搭建人才基金平台”: right behind a quotation's first verb."""
    return text[start - 3 : start - 2] == "“" and text[start - 2 : start] in words("cue_verbs")


#: 在甲街道开展智慧社区试点: what is piloted at a place.
_AT_PLACE = re.compile(
    r"[在于][^，。；、]{2,30}(?:社区|街道|镇|乡|区|县|园|城|村|港|岛)(?:等地?)?(?:率先|先行|首批)?(?:开展|推进|启动|实施|部署)$"
)
#: 区级甲平台, and what a segmenter leaves of it: 级甲平台.
_LEVEL = re.compile(
    r"(?<=[建办用管抓做推])[好成起出](?=[\u4e00-\u9fff]{3})|建成(?=区)|(?:区域|全[省市区县]|统一的?)(?=[\u4e00-\u9fff]{4})|[省市区县]?级(?=[\u4e00-\u9fff]{3})"
)
_HAS = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:建有|设有|拥有|现有|办有|开有)(?=[\u4e00-\u9fff]{3})")
#: 甲公司新型云服务: whose it is, is no part of the name.
_FIRMS_OWN = re.compile(
    r"(?:[\u4e00-\u9fff]{2,10}?公司|(?:国家|[省市区县])[\u4e00-\u9fff]{1,6}?[局厅委](?!员)|(?:民政|工信|交通|公安|文旅|住建|教育|科技|商务)部)(?=[\u4e00-\u9fffA-Za-z0-9]{4})"
)
#: “甲”是以数据为要素的城市级智能管理平台: the predicate of a definition.
_DEFINES = re.compile(r"(?:^|[，”])是(?!.*[，。；].*是)[^。；]*?的(?:[\u4e00-\u9fff]{1,4}级)?$")
_DEFINED = re.compile(r"[，。；、]|和|及|\n")
_COMPUTES = re.compile(r"(?:中试|激光|实验|超算|算力|智算|计算|算力服务|算力调度|超算服务)平台$")
#: A heading that repeats what the proposal asked for states nothing.
_ASKED = re.compile(r"关于.*(?:建议|问题|意见)")
#: Systems that are a part of a machine and no service.
_PART = re.compile(
    r"(?:操作|定位|控制|动力|电池|制冷|供水|供电|排水|照明|空调|消防|传动|导航|无人|生态|交通|水|电|金融|教育|卫生|税务|政法|公安|信访|民政|管网|道路|评价|指标|标准|服务体)系统$"
)


def _behind_verb(reply: Reply, start: int, end: int) -> int:
    """A platform's name does not begin with what is done to it: 补齐公共平台."""
    first = reply.tokens[reply.token_at(start)]
    behind = first.start + len(first.word)
    verb = first.tag == "v" and len(first.word) > 1 and first.word not in words("name_verbs")
    return behind if verb and first.start == start and behind + 2 <= end else start


def _system_start(reply: Reply, end: int, floor: int, tail: int) -> int:
    """Back over the name, and over a gloss in brackets: 智能停车PaaS（停车即服务）平台."""
    text = reply.flow.text
    start = left_edge(reply, end, floor, verbs=True, tail=tail)
    gloss = re.search(r"（[^（）]{2,16}）$", text[floor:start])
    if gloss and text[start:end]:
        before = left_edge(reply, floor + gloss.start(), floor, verbs=True)
        if before < floor + gloss.start():
            return before
    return start


def _over_verbs(reply: Reply, start: int, floor: int) -> int:
    """Back over verbs that a platform's name holds, with the noun before them: 城市运行 of 城市运行管理平台."""
    for _ in range(3):
        at = reply.token_at(start) - 1
        if at < 1 or reply.tokens[at + 1].start != start:
            return start
        verb, noun = reply.tokens[at], reply.tokens[at - 1]
        if verb.word not in words("system_verbs") or noun.start < floor or noun.tag[:1] != "n" or len(noun.word) < 2:
            return start
        start = left_edge(reply, verb.start, floor, verbs=True)
        office = reply.tokens[reply.token_at(start) - 1]
        start = office.start if office.word == "政府" and office.start >= floor else start
    return start


def _without_gloss(raw: str) -> tuple[str, tuple[str, ...]]:
    bare = re.sub(r"（[^（）]*）", "", raw)
    if bare == raw:
        return clean(raw), ()
    head = raw.split("（", maxsplit=1)[0]
    gloss = re.search(r"（([^（）]*)）", raw)
    return clean(bare), tuple(n for n in (clean(raw), clean(head), clean(gloss.group(1)) if gloss else "") if len(n) > 1)


#: What is done to a platform that is there: before its name, and behind it.
_MADE = re.compile(
    r"(?:上线|建成|启用|开通|建有|设有|建立|搭建|开发|研发|打造|推出|新建|建设|构建|升级|完善|运行|优化|部署|推广|开设|设立|推动|推进|实现|形成|深化|用好|启动)(?:了|起|并运行|运行|统一|建设|全[国省市区县]|的|首个|区级|市级|县级|省级|好|完善|升级)*$"
)
_USED = re.compile(
    r"(?:依托|依靠|接入|对接|纳入|利用|通过|登录|使用|借助|基于|应用|运用|结合|以|在)(?:了|到|至|全[国省市区县]|我[省市区县]|本[市区])*$"
)
_RUNS = re.compile(
    r"[”）]?(?:建设|开发)?(?:正式|已|现已|全面|率先|目前|于[^，。；]{2,12}|的?(?:建设|运行|上线|应用|功能|升级|推广)){0,3}(?:上线|运行|建成|新建|启用|投入|完成|搭建|建立|建好|开通|升级|试运行|建设|应用|推广|使用|功能|注册|覆盖|接入|归集)"
)
#: 建立甲平台和乙平台: what is done to the first is done to the second.
_MADE_FELLOW = re.compile(
    r"(?:上线|建成|启用|开通|建立|搭建|开发|研发|打造|推出|新建|建设|升级|完善|部署|开设|建起)了?(?:[^，。；、：]{2,20}(?:平台|系统)(?:、|和|与|及|以及)){1,6}$"
)
#: What is a digital thing whatever stands before it.
_DIGITAL_THING = re.compile(r"(?:一张图|大脑|驾驶舱|小程序|APP|App|中台|专窗|数字人|智能体|网)(?:\d\.\d)?$")
_KIND_BEFORE = re.compile(r"(?:平台|系统)(?:\d\.\d)?$")


def _kind_of_system(name: str) -> str | None:
    """``digital`` or ``figurative``, by the word right before 平台; ``None`` where the lexicon does not know it."""
    if _DIGITAL_THING.search(name):
        return "digital"
    core = _KIND_BEFORE.sub("", name).removesuffix("服务").removesuffix("综合")
    kinds = typed("platform_kinds")
    return next((kinds[core[-n:]] for n in range(min(6, len(core)), 1, -1) if core[-n:] in kinds), None)


def _system_sure(core: str, name: str, before: str, after: str) -> float:
    """A platform is a scenario where its name says what it is for: a digital word, a place, or more than common words.

    One whose name is made of common words only counts where the sentence puts it up, runs it or uses it.
    """
    kind, marked = _kind_of_system(name), _MARK.search(core)
    if kind == "figurative" and not marked:
        return 0.3
    there = bool(_MADE.search(before) or _MADE_FELLOW.search(before) or _RUNS.match(after))
    if kind == "digital" and len(name) >= 6 and (there or _USED.search(before)):
        return 0.75 if there else 0.65
    if is_generic(core):
        return 0.3 if not marked or len(core) < 4 else 0.6
    if marked or find_divisions(core[:6]):
        return 0.8
    if kind is None:
        return 0.6 if there and len(core) >= 4 else 0.4
    return 0.65 if len(core) >= 4 else 0.5


def _others(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for pattern, kind, sure in ((_FACILITY, "Facility", 0.6), (_EVENT, "Event", 0.75)):
        for suffix in pattern.finditer(text, sentence.start, sentence.end):
            start = left_edge(reply, suffix.end(), sentence.start)
            core = text[start : suffix.start()]
            if len(core) >= 2 and not is_generic(core) and not _RULES_OUT.match(core):
                if _DATA_OFFICE.fullmatch(text, start, suffix.end()):
                    found.append(Mention("Organisation", text[start : suffix.end()], start, suffix.end(), "suffix.bureau", 0.8))
                    continue
                found.append(
                    Mention(kind, clean(text[start : suffix.end()]), start, suffix.end(), f"suffix.{kind.lower()}", sure)
                )
    for model in _MODEL.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, model.end(), model.start())
        core = text[start : model.end() - 3]
        if len(core) >= 2 and not is_generic(core) and core not in words("sectors"):
            found.append(Mention("Product", clean(text[start : model.end()]), start, model.end(), "suffix.product", 0.7))
    return found
