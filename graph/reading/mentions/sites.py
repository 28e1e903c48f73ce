"""Parks, zones, buildings and other carriers, told by how their names end."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.malls import behind_address, malls
from graph.reading.mentions.names import clean, is_aim, is_generic, is_rare
from graph.reading.mentions.site_edges import (
    at_own_town,
    at_place,
    behind_lead,
    behind_other,
    branch_end,
    of_a_region,
    of_two_places,
    own_start,
    short_name,
    two_fields,
)
from graph.reading.mentions.site_kinds import is_kind_of_site, is_quarter, is_title
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["behind_county", "own_start", "rare", "rules_out", "sites"]

_SITE = Sought(
    rf"(?:{alternation('carrier_suffixes', 'strong')})(?!区块|(?<=街)区|(?<=楼)宇|域|级|市|[镇乡]|医院|卫生|学校|中学|小学|管委|分局|法院|检察|税务|派出|党工委|人民|大道|街道|公司|集团|(?:建设|发展|工作|推进)*(?:领导小组|指挥部|专班|工作组))"
)
#: What a site is for, before its ending, although no name begins with it: 甲乙会展产业孵化器, 丙丁承接产业转移示范区.
_KIND_WORDS = re.compile(r"(?:产业|企业|承接|转移|孵化|运行|试点|应用|示范|特色|开发|培育|协同|联动|合作|加工){1,4}$")
_RULES_OUT = re.compile(
    r"^(?:起(?!点|步|源|航)|各|该|本|此|其|每|某|上述|这|那|任何|所有|有关|相关|多(?=[家个批所处类])|几|[一两三四五六七八九十](?=[大个家类种级条项批座款处所期些方新]))"
)


def rules_out(core: str) -> bool:
    """Whether what stands before an ending counts or points and names nothing: 各, 该, 三个."""
    return bool(_RULES_OUT.match(core))


def rare(reply: Reply, start: int, end: int) -> bool:
    """Whether a span of the flow holds a word that is no common one."""
    first, last = reply.token_at(start), reply.token_at(max(end - 1, start))
    return is_rare(list(reply.tokens[first : last + 1]))


#: 甲园4个分园区: what a park behind another one's name only counts.
_COUNTED_BEHIND = re.compile(r"[\u4e00-\u9fff](?:\d{1,2}|[两三四五六七八九十])[个大](?:分|子|专业|特色|主要|核心)*$")


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
        kind = _KIND_WORDS.search(text, max(sentence.start, suffix.start() - 8), suffix.start())
        tail = len(suffix.group()) + (len(kind.group()) if kind else 0)
        start = left_edge(reply, suffix.end(), sentence.start, tail=tail)
        start = short_name(reply, start, suffix.start(), sentence.start)
        start = at_own_town(reply, at_place(reply, start, suffix.start()), suffix.start(), sentence.start)
        if (town := _TOWN_BEFORE.match(text, start, suffix.end())) and suffix.start() - town.end() >= _LEAST_CORE:
            start = town.end()  # 甲街道乙大厦
        start = behind_lead(reply, behind_other(text, start, suffix.start()), suffix.start())
        if suffix.group().endswith("城") and text[suffix.end() : suffix.end() + 1] == "区":
            continue  # 甲市中心城区
        there = re.match(r"[\u4e00-\u9fff]{0,3}?[有是](?!色|机|轨)(?=[\u4e00-\u9fff（）]{3})", text[start : suffix.end()])
        start += there.end() if there and start + there.end() + 2 <= suffix.start() else 0
        start = of_a_region(text, of_two_places(text, own_start(text, start, suffix.start()), sentence.start), sentence.start)
        own = start
        start = two_fields(reply, start, sentence.start)
        core = text[start : suffix.start()]
        if (
            len(core) < 2
            or rules_out(core)
            or is_generic(core)
            or re.search(r"[等的了]|\d[万亿]?[吨台套辆件亩]|将(?!乐)|^我|^世界|[和与]$|在|重视|政府|关注|^国[内外]", core)
            or _COUNTED_BEHIND.search(core)
            or "与" in text[own + 1 : suffix.start()]
            or is_aim(text, start, sentence.start)
            or _COUNTED_SITES.fullmatch(text[start : suffix.end()])
            or is_generic(core.lstrip("省市区县"))
            or core[-1] in "型类级式性"
            or is_kind_of_site(text[start : suffix.end()])
            or _SO_MANY.search(text, max(sentence.start, start - 16), start)
            or text.startswith(("各一批", "一批", "网络", "体系", "小区"), suffix.end())
            or (text[start - 1 : start] == "《" and text.startswith("》", suffix.end()))
        ):
            continue
        if any((s, e) == (0, suffix.end() - start) for s, e, _ in find_divisions(text[start : suffix.end()])):
            continue  # 黄石港区 is a district
        placed = any(s == 0 and e < len(core) for s, e, _ in find_divisions(core)) or (
            reply.where.short is not None and core.startswith(reply.where.short)
        )
        sure = 0.85 if placed or rare(reply, start, suffix.start()) else 0.4 if suffix.group() in _COMMON_KINDS else 0.6
        whole = any((s, e) == (0, len(core)) for s, e, _ in find_divisions(core))  # 甲市工业园
        described = re.search(r"[化市区县省]$", core) and not whole
        if (core in words("sectors") and suffix.group() not in ("小镇", "谷", "岛", "港")) or described:
            sure -= 0.3
        if is_quarter(text[start : suffix.end()]):
            sure -= 0.4
        if suffix.group() in _TESTING:
            sure -= 0.2
        end = suffix.end() + (text[suffix.end() - 1 : suffix.end() + 1] == "园区")
        end -= len("写字楼") if _ITS_OFFICES.search(text, start, end) else 0
        if suffix.group() == "片区" and not _NAMED_AREA.search(core) and not _HOSTS.match(text, suffix.end()):
            sure -= 0.4
        if len(core) <= 4 and re.search("[东西南北中]部$", text[start - 2 : start]):
            start -= 2  # 东部高铁新城
        end = branch_end(text, end)
        awarded = _AWARDED.search(text[max(sentence.start, start - 12) : start]) or _AS_TITLE.match(text, end)
        if awarded or is_title(text[start:end]):
            found.append(Mention("Recognition", clean(text[start:end]), start, end, "suffix.awarded", 0.7))
            continue
        zone = _IN_ZONE.match(text, start, end)
        if zone:  # 甲高新区乙大厦 are two
            found.append(Mention("Carrier", clean(zone.group()), start, zone.end(), "suffix.carrier", sure))
            start = zone.end()
        part = _PART.match(text, end)
        aliases = (clean(text[start : part.end()]),) if part else ()
        found.append(Mention("Carrier", clean(text[start:end]), start, end, "suffix.carrier", sure, aliases))
    return [*found, *_zones(reply, sentence), *malls(reply, sentence), *_hosting(reply, sentence), *_taken_up(reply, sentence)]


#: 甲软件园东区写字楼: the offices of a park, and no house of that name.
_ITS_OFFICES = re.compile(r"(?:园|园区|园[东西南北]区|商务区|开发区|高新区|科技城|CBD)写字楼\Z")
#: 建设一批零碳工厂、零碳园区: how many of a kind.
_SO_MANY = re.compile("一批(?!如|包括|以)[^，。；：“、]{0,6}(?:、[^，。；：“、]{2,8}){0,2}、?$")
#: The subdistrict or the town right before a building: no part of its name.
_TOWN_BEFORE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}?街道|[\u4e00-\u9fff]{2,3}镇(?=[\u4e00-\u9fff]{2,8}(?:大厦|广场|大楼|国际中心)\Z))(?!办|社区|党)"
)
_LEAST_CORE = 2
#: 甲产业园（一期）, 乙开发区（丙区）: a part, or what else it is called; both forms are its name.
_PART = re.compile(r"（(?:[一二三四五六]期|[A-Za-z\d东西南北中][区园]|[\u4e00-\u9fff]{2,4}[区园])）")


_ZONE = Sought(r"(?:示范区|试验区|经济区|创新区|先导区|展示区|启动区)(?![域级内])")
_ZONE_OF = re.compile(r"^(?:国家|全国|省|市|中国|首个|首批|先行|综合|自主|自由|经济|特色)")


def _zones(reply: Reply, sentence: Sentence) -> list[Mention]:
    """甲乙数字经济创新示范区: a doubt, for most such are ranks and regions; for the model to weigh."""
    text, found = reply.flow.text, []
    for zone in _ZONE.finditer(text, sentence.start, sentence.end):
        kind = _KIND_WORDS.search(text, max(sentence.start, zone.start() - 8), zone.start())
        tail = len(zone.group()) + (len(kind.group()) if kind else 0)
        start = left_edge(reply, zone.end(), sentence.start, tail=tail)
        core = text[start : zone.start()]
        if len(core) < 4 or _ZONE_OF.match(core) or rules_out(core) or is_generic(core) or is_aim(text, start, sentence.start):
            continue
        placed = any(s == 0 for s, _, _ in find_divisions(core))
        if (placed or rare(reply, start, zone.start())) and not re.search(r"[的了等]|型$", core):
            found.append(Mention("Carrier", clean(text[start : zone.end()]), start, zone.end(), "suffix.zone", 0.45))
    return found


#: What mostly ends a description, where the words before are all common ones.
_COMMON_KINDS = frozenset(
    (
        "园区",
        "产业园区",
        "集聚区",
        "产业集聚区",
        "产业区",
        "功能区",
        "实践区",
        "示范园区",
        "片区",
        "测试区",
        "产业带",
        "聚集区",
        "产业聚集区",
        "创新空间",
    )
)
#: Houses of machines more often than of firms.
_TESTING = frozenset(
    ("中试基地", "测试基地", "试验基地", "测试区", "文化园", "度假区", "商业街", "步行街", "美食街", "风情街", "空港", "港区")
)


#: 甲乙示范园区称号, 丙丁产业基地认定: the same, said behind it.
_AS_TITLE = re.compile(r"[”]?(?:等)?(?:称号|荣誉|认定|授牌|牌匾|牌子|创建(?:工作|成功|(?=[，。；、]|$))|评选|评定|名单)")
#: 获评甲市大数据产业基地: a title, and no place.
_AWARDED = re.compile(
    r"(?:获评|入选|荣获|被评为|认定为|命名为|评选为|授予|跻身|列为|获得|摘得|创成|荣膺|争创|申创|获颁|评为)(?:了|为|首批|全[国省市]|第[一二三四五六]批)*$"
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
    if is_generic(text[start:end]) or text[start:end] in words("sectors") or not rare(reply, start, end):
        return []
    return [Mention("Carrier", clean(text[start:end]), start, end, "suffix.taken-up", 0.7)]


#: 一湖一城三园区 is a layout, no place.
_COUNTED_SITES = re.compile(r"(?:[一二三四五六七八九十两多N\d][\u4e00-\u9fff]{1,2}){2,}")
#: A 片区 is mostly a piece of a town; one that is made for firms says so.
_NAMED_AREA = re.compile(r"(?:商务|产业|核心|自贸|高新|科创|科技|创新|总部|临空|临港|空港|软件园|金融|桥|开发|港)$")


_WEAK_SITE = Sought(rf"(?:{alternation('carrier_suffixes', 'weak')})")
#: What a house of firms does: behind its name.
_HOSTS = re.compile(
    r"[”内里]?(?:\d{4}年)?(?:\d{1,2}月)?(?:起|以来)?(?:已|共|现|目前|先后|正式|累计|也|则|成功|陆续)*(?:落户|集聚|聚集|汇聚|吸引(?!力)|入驻|引入了?[^，。]{0,8}(?:企业|公司)|引进|开园|揭幕|封顶|动工|开工|竣工|招商|运营以来|正式运营|投入运营)"
)
#: What one does to such a house: before its name.
_COMES_IN = "(?:入驻|搬进|迁入|进驻|落户|落地|坐落于|位于|招商|盘活|载体|园区|楼宇)"
_IS_HOUSED, _HOUSED = Sought(_COMES_IN), re.compile(f"{_COMES_IN}[于到在：“]?$")


def behind_county(name: str) -> int:
    """How many characters of a name are the county's that it stands in, by its full name: 丙区|丁园; 0 where none are."""
    county = next((e for s, e, full in find_divisions(name) if s == 0 and full[-1] in "区县" and name[e - 1] == full[-1]), 0)
    return county if len(name) - county >= _LEAST_OWN else 0


def _hosting(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Names that end in 城, 中心, 天地 or the like, where the sentence says that firms are or come there."""
    text, found = reply.flow.text, []
    for suffix in _WEAK_SITE.finditer(text, sentence.start, sentence.end):
        end = suffix.end()
        told = _HOSTS.match(text, end)
        if not told and not _IS_HOUSED.search(text, sentence.start, end):
            continue
        start = behind_address(text, left_edge(reply, end, sentence.start, tail=len(suffix.group())), suffix.start())
        if not told and not _HOUSED.search(text[max(sentence.start, start - 4) : start]):
            continue
        core = text[start : suffix.start()]
        if len(core) < 2 or len(core) > 12 or rules_out(core) or is_generic(core) or re.search(r"[化市区县省型类级式]$", core):
            continue
        if (
            text[end : end + 1] in "区县市旗镇乡街"
            or (text.startswith("小区", end) and not text.startswith("小区域", end))
            or _ORGANISED.search(text[start:end])
        ):
            continue
        county = behind_county(core)
        if county and rare(reply, start + county, suffix.start()):
            start += county  # 丙区|丁园, which is the county's and no part of the name
        placed = any(s == 0 and e < len(core) for s, e, _ in find_divisions(core))
        if placed or rare(reply, start, suffix.start()):
            found.append(Mention("Carrier", clean(text[start:end]), start, end, "suffix.hosting", 0.62))
    return found


#: Of so many characters, at least, is what such a house is called by behind its county.
_LEAST_OWN = 2
_ORGANISED = re.compile(rf"(?:{alternation('centre_kinds', 'host')})中心$|写字楼$|村$|里$")
