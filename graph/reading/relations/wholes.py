"""The carrier that a carrier is a part of: 甲园内的乙谷, 乙谷是甲园的核心区, 甲园规划了乙园."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.planned_parts import counted_in_the_plan, names_another_part
from graph.reading.relations.scene import MASK, PART_OF, ROW, Group, Pair, Scene
from graph.reading.relations.subjects import is_without_subject

__all__ = ["AS_A_PART", "INSIDE", "core", "is_subject", "is_subject_at", "listed", "made_of_it", "of_a_park", "part"]

#: Between a carrier and one that is a part of it: 甲园的启动项目“乙谷”, 甲园与丙公司共同打造的乙谷.
_ITS_PART = re.compile(
    rf"的[^，。；：、在与和同{MASK}]{{1,12}}[“]?|（[^）]{{1,24}}）内的[“]?|(?:(?:与|和|联合|携手)[^。；：]{{0,40}})?(?:共同|联合|合作)?(?:打造|建设|设立|共建|规划)的[^，。；：、{MASK}]{{0,6}}[“]?"
)
#: 甲园首发项目“乙谷”, 甲园标志性楼宇乙大厦, 甲园启动区乙谷.
_FIRST_OF_IT = re.compile(
    "[”]?的?(?:首发|首个|首批|启动|示范|标杆|核心|重点|标志|龙头|特色|地标|先导|骨干|主要|[一二三]期)性?(?:项目|载体|园区|楼宇|工程|商务楼|建筑)[“]?"
    "|[”]?(?:先行)?(?:核心|启动|起步|先行|先导)区(?:——)?[“]?"
)
#: 作为甲园的首发项目，乙谷…; 作为甲园“一核三园”的重要组成部分之一，由丙公司投资的乙谷…; 作为甲高新区发展数字经济的核心区域，乙谷….
_AS_ITS = re.compile(
    r"[”]?的[^，。；：■]{1,14}[”]?(?:，|——)[“]?"
    r"|[”]?首[个批座家](?![^，。；：■]{0,6}(?:飞地|合作|托管|共建|异地|友好))[^，。；：■]{0,8}(?:项目|载体|园区|楼宇|孵化器|产业园|综合体|平台)(?:，|——)[“]?"
    rf"|[”]?(?:“[^”“，。；■]{{2,12}}”)?(?:(?:承载|发展)[^，。；：■]{{2,14}})?的?[^，。；：■]{{0,4}}(?:{PART_OF}|一部分|核心区域|核心载体|主战场)(?:之一)?，"
    rf"(?:由[“]?{MASK}{{1,30}}[^，。；：、■]{{0,8}}的)?[“]?"
)
#: Between a carrier and what is opened in it: 在甲园内推出乙空间.
_PUT_IN = re.compile(
    rf"(?:内|里|沿岸|两岸|沿线|一带|区域|地区|范围内|辖区)?(?:(?:划定|划出|拿出|腾出|辟出|预留|流转|选址|盘活)[^，。；：■]{{1,14}})?，?(?:谋划|规划|加快|推进|着力|抓紧|重点|积极|高标准|高水平|拟|将|共同|投资|聚力|全力|启动)*(?:推出|建设|打造|建成|设立|成立|启用|布局|新建|谋划|规划|共建|改建|兴建|落成|建)[^，。；：、{MASK}]{{0,14}}[“]?"
)
#: Before a zone that something is made on: 依托甲科技城，加快打造乙园.
_RESTS_ON = re.compile("(?:^|[，；])依托(?:■+[^，。；：■]{0,4}的|位于■+的|位于|坐落于)?[“]?$")
_MADE_THERE = re.compile(
    f"，(?:加快|着力|重点|正在|积极|全力|规划|谋划)*(?:打造|建设|建成|布局|设立)[^，。；：、{MASK}]{{0,6}}[“]?"
)
#: 在甲园内划出500亩，作为乙专区; 把甲街道的低效厂房改造为乙园: between a place and what is made of a piece of it.
_CARVED = re.compile(
    rf"(?:内|里)?(?:划出|划定|拿出|腾出|预留|辟出|整理出|安排)了?[^，。；：{MASK}]{{2,16}}，(?:用于|重点|规划|作为|用作|建设|打造|开发|设立|布局|兴建|共建|共同){{1,4}}[^，。；：、{MASK}]{{0,8}}[“]?"
)
_CONVERTED = re.compile(
    rf"的?[^，。；：、{MASK}]{{0,16}}(?:厂房|地块|楼宇|用房|用地|物业|仓库|校区|办公楼|大楼|厂区)(?:进行)?，?(?:改造|改建|升级|打造|建设|改扩建|更新|转型|盘活)(?:升级|提升)?(?:为|成)?了?[^，。；：、{MASK}]{{0,8}}[“]?"
)
_TAKES = re.compile("(?:^|[，；：])(?:我[区县市]|全[区县市])?(?:拟|将|已|计划|还|先后)?(?:把|将|利用|盘活|对|租用)[“]?$")
#: Between a carrier and one that it has laid out: 甲开发区规划了2平方公里的乙产业园.
_LAID_OUT = re.compile(
    rf"(?:内|依托[^，。；：]{{2,24}}，)?(?:已|现|还|也|先后|正|又|目前)*(?:规划|建有|设有|建成|新建|启动建设|正在建设|布局|辟出|划出|拿出|集聚|聚集|汇聚|坐落着|云集|分布着|拥有|坐拥|(?<=内)有)(?:建设|打造)?(?:了)?[^，。；：、{MASK}]{{0,16}}[“]?|(?:内)?拟(?:建设|建|规划|打造)[^，。；：、{MASK}]{{0,10}}[“]?|(?:正|现|先后|重点|全力|着力|大力|积极|全面|加快|抓紧|统筹|聚力|高(?:标准|水平|起点|质量)){{1,3}}(?:规划|启动|推进)?(?:建设|新建|兴建)(?:了)?(?:(?![与同跟以]|通[往达向]|连[接通]|联通|服务|对[接标]|辐射|毗邻)[^，。；：、{MASK}]){{0,16}}[“]?|(?:[^。；]{{0,60}}，)?[^，。；：{MASK}]{{0,10}}(?:增设|新设|新增)了?[^，。；：、{MASK}]{{0,8}}[“]?|[^。；]{{0,60}}，其(?:核心|标志性?|主体)[^，。；：{MASK}]{{0,4}}[“]?"
)
#: 甲高新区按照规划先行的思路，建设了乙园、丙园: what the zone that a sentence is about has built, in the last clause before that.
_BUILT = re.compile(rf"(?:规划|建设|建成|建起|打造|布局|改造|兴建|新建){{1,3}}了[^，。；：、{MASK}]{{0,16}}[“]?$")
#: 甲区…，我市建设了乙园; 甲区北侧，建设了…; 甲区原址已搬迁: who or what else the words between may be about.
_BESIDE_IT = re.compile("[内的与和同对外旁]|[以之]外|周边|附近|毗邻|以?[东西南北]{1,2}[侧面部边]")
_ANOTHERS = re.compile(
    rf"[我全本][区县市省镇]|(?<!布)局|厅|(?<!管)委(?!托)|公司|集团|街道|[乡镇村]|社会资本|[校院对双各甲乙]方|周边|附近|原址|搬迁|迁[出往至]|[。；：{MASK}]"
)
#: 推动甲谷向街区布局，打造了乙园: before a zone that is no subject.
_MOVED = re.compile("(?:推动|支持|指导|把|将|利用|由)[“]?$")
#: 甲新区…，其中乙片区….
_AMONG = re.compile(r"[^。；：]{0,60}，其中[“]?")
#: Names in a row: one class of characters, so that no text makes the match slow.
_LISTED = f"[{ROW}]*"
INSIDE = re.compile(rf"(?:内|里|上|沿线)，{_LISTED}")


def part(scene: Scene, group: Group, own: Pair) -> list[Known]:
    """The carrier that it is a part of."""
    before = [g for g in scene.groups if g.end <= group.start and g is not group]
    parks = before[-1].of(("Carrier", "BusinessCircle")) if before else []
    if len(parks) != 1 or parks[0][1] is own[1]:
        return _of_a_town(scene, before[-1], group) if before else []
    gap = scene.between(before[-1].end, group.start)
    whole = re.search(rf"由[^，。；：{MASK}]{{0,4}}[{MASK}、和与及]*$", gap)
    parted = (
        len(gap) <= 30
        and not _OURS.search(gap)
        and not names_another_part(gap)
        and not _EXTENT.search(gap)
        and not _AROUND_IT.match(gap)
        and re.search(
            rf"(?:包括|涵盖|下设|内设|内含|设有|包含|下辖|核心是|主要依托|^(?:已|就|现|目前)?有|旗下的|旗下有)[^，。；：{MASK}]{{0,6}}[{ROW}]*$|^以[“]?$",
            gap,
        )
    )
    lead = scene.between(scene.start, before[-1].start)
    built = _has_built(gap) and not _MOVED.search(lead)
    within = is_subject(scene, before[-1]) and (_LAID_OUT.fullmatch(gap) or _AMONG.fullmatch(gap) or built)
    put = (re.search("(?:在|推动|支持|指导)$", lead) and _PUT_IN.fullmatch(gap)) or (
        _RESTS_ON.search(lead) and _MADE_THERE.fullmatch(gap)
    )
    if (
        parted
        or put
        or made_of_it(lead, gap)
        or within
        or INSIDE.fullmatch(gap)
        or (gap.rstrip(ROW) == "，" and re.search("(?:^|[，：])在$", lead))
        or (whole and re.search("组成|构成", scene.between(own[0].end, scene.end)))
    ):
        return [parks[0][1]]
    return of_a_park(scene, group, own)


def _has_built(gap: str) -> bool:
    """Whether the words between a zone and a carrier say that the zone, and nobody and nothing else there, has built it."""
    built = _BUILT.search(gap, gap.rfind("，") + 1)
    if built is None or _BESIDE_IT.match(gap) or _ANOTHERS.search(gap):
        return False
    return is_without_subject(gap[gap.rfind("，") + 1 : built.start()])


def made_of_it(lead: str, gap: str) -> bool:
    """Whether a carrier is made of a piece of the place before it, or of a house there."""
    return bool((lead.endswith("在") and _CARVED.fullmatch(gap)) or (_TAKES.search(lead) and _CONVERTED.fullmatch(gap)))


#: Between the park that a sentence is about and those that it says to be its parts: 甲园…，包含乙园、丙园; 甲城布局三园，即乙园、丙园.
_CONSISTS = re.compile(
    r"(?![^，。；]{0,4}(?:建设|规划|辐射|服务|实施|覆盖)?范围(?!内))(?![”]?的?(?:周边|附近|外围|邻近))(?:[^。；]{0,90}(?:，|：|范围内|（[^）]{1,20}）))?(?:[^，。；：]{0,14}?(?:包括|包含|内含|含|涵盖|下设|内设|下辖|整合了|分为|分成)|"
    r"[^，。；：■]{0,34}?(?:[两二三四五六七八九十]大?个?|多)[^。；]{0,16}，(?:即|分别是|分别为|包括))"
    r"(?:了)?[^，。；：、■]{0,6}(?:[^，。；：、和与及”]{1,40}(?:”[、和与及]?|[、和与及]|，(?:以及)?(?=以[^，。；]{2,16}为主))){0,14}[^，。；：、■]{0,12}[“]?$"
)
#: 甲园分“乙谷”“丙谷”两个园区, 甲园设有乙区、丙区两个片区.
_DIVIDED = re.compile(
    r"(?:（[^）]{1,20}）)?(?:[^。；]{0,90}，)?[^，。；：]{0,8}?(?:分|设有|分设)(?:[^，。；：、和与及”]{1,30}(?:”[、和与及]?|[、和与及])){0,14}[“]?"
)
_INTO_PARTS = re.compile(r"[^，。；：]{0,60}?[两二三四五六七八九十]大?个?(?:片区|部分|板块|园区|功能区|组团)")
#: 甲谷按“一谷三园”布局：乙园、丙园.
_LAID_OUT_AS = re.compile(
    r"(?:[^。；：]{0,60}，)?(?:[^，。；：]{0,8})按照?[“]?[^，。；：”“]{0,4}[一两二三四五六七八九十][^，。；：”“]{1,8}[”]?的?(?:总体|空间|产业|功能)?(?:布局|架构|格局|思路|模式|体系)[^，。；：]{0,8}：(?:[^，。；：、和与及]{1,40}[、和与及]){0,14}[“]?"
)
#: 甲园由乙园、丙园两个片区组成.
_MADE_OF = re.compile(
    rf"(?:[^。；]{{0,60}}，)?(?:它|其)?(?:主要)?由(?:{MASK}{{1,30}}[^，。；：、■]{{0,4}}(?:运营|开发|建设|打造|管理)的)?(?:[^，。；：、和与及]{{1,40}}[、和与及]){{0,14}}[^，。；：、■]{{0,8}}[“]?$"
)
#: 甲商务区…，其中乙大厦、丙广场税收超十亿元.
_OF_WHICH = re.compile(rf"[^。；：]{{0,120}}，其中[，]?(?:[^，。；：、{MASK}]{{0,6}})[{ROW}]*(?:（[^）]{{1,20}}）[{ROW}]*)?")
#: 甲商务区入驻多个项目。其中乙大厦税收超十亿元.
_ONE_OF_THEM = re.compile(f"其中[，：]?[“]?(?:{MASK}[{ROW}]*)?")
#: 去年揭牌的丙园由甲楼、乙楼构成: what is told of a park before its name.
_WHAT_IT_IS = re.compile("[^在于由与和同向对以将把离给从■]{2,12}(?<![园区谷城港岛])的")
_OURS = re.compile("(?<![是为])我[区县市省]")
#: 甲园周边包括: what is only near it.
_AROUND_IT = re.compile("[”]?的?(?:周边|附近|外围|邻近)")
#: 建设范围包括: how far something extends, in the other direction.
_EXTENT = re.compile("范围(?!内)")
#: A sentence that goes on about what the one before was about.
_NO_SUBJECT = re.compile("(?:其中|位于|坐落|占地|总|规划|目前|现|由|包括|包含|涵盖|分为|下设|整合|一期)")
_IS_MADE = re.compile("[^，。；：]{0,120}(?:组成|构成)")


def listed(scene: Scene, own: Pair, about: Pair | None) -> list[Known]:
    """The park that a sentence is about, where a carrier is in the list of its parts.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The carrier.
    about:
        The park that the sentences before are about, for one that names none.
    """
    first = scene.groups[0]
    lead = re.sub(r"\W", "", scene.between(scene.start, first.start))
    nothing = len(lead) <= 2 and lead[-1:] not in ("于", "在")
    opens = bool(nothing or _WHAT_IT_IS.fullmatch(lead)) and first.start < own[0].start
    if not opens and counted_in_the_plan(scene, own, about, opens=False):
        return [about[1]] if about is not None and about[1] is not own[1] else []
    if not opens and not _NO_SUBJECT.match(scene.said):
        return []
    park = first.places[0].pair if opens and len(first.places) == 1 else None if opens else about
    if park is None or park[1] is own[1] or park[1].type not in ("Carrier", "BusinessCircle"):
        return []
    gap = scene.between(first.end if opens else scene.start, own[0].start)
    made = _MADE_OF.fullmatch(gap) and _IS_MADE.match(scene.between(own[0].end, scene.end))
    among = _OF_WHICH.fullmatch(gap) if opens else _ONE_OF_THEM.fullmatch(gap)
    parted = _DIVIDED.fullmatch(gap) and _INTO_PARTS.match(scene.between(own[0].end, scene.end))
    laid = opens and (_LAID_OUT_AS.fullmatch(gap) or counted_in_the_plan(scene, own, park, opens=True))
    return [park[1]] if (made or among or parted or laid or _CONSISTS.fullmatch(gap)) and not _OURS.search(gap) else []


def core(scene: Scene, own: Pair) -> list[Known]:
    """The carrier that it is said to be the core of, or to make up with others: 甲谷是乙园的核心区, 丙楼、丁楼组成戊园; 己谷是其启动项目."""
    first = scene.groups[0]
    if _ITS_ITEM.match(scene.between(own[0].end, scene.end)) and first.start < own[0].start and is_subject(scene, first):
        return [k for _, k in first.of(("Carrier",)) if k is not own[1]][:1] if len(first.places) == 1 else []
    after = next((g for g in scene.groups if g.start >= own[0].end), None)
    if after is None:
        return []
    if (whole := _later(scene, own)) is not None:
        return [whole]
    gap = scene.between(own[0].end, after.start)
    makes = _MAKES_UP.fullmatch(gap) and len(after.places) == 1
    behind = scene.between(after.end, scene.end)
    belongs = _BELONGS.fullmatch(gap) and _ENDS_WITH_IT.match(behind) and len(after.places) == 1
    if belongs and after.places[0].type in ("Carrier", "BusinessCircle", "Subdistrict"):
        return [after.places[0].pair[1]] if after.places[0].pair[1] is not own[1] else []
    told = makes or (_IS.fullmatch(gap) and (_IS_CORE.match(behind) or _MADE_THERE_AS.match(behind)))
    if [place.type for place in after.places] == ["Subdistrict"]:
        made = _MADE_THERE_AS.match(behind) if "由" not in gap else _RUN_BY_IT.match(behind)
        return [after.places[0].pair[1]] if made and _IS_TOWNS.fullmatch(gap) else []
    return [k for _, k in after.of(("Carrier", "BusinessCircle")) if k is not own[1]][:1] if told else []


#: 甲园隶属于乙高新区, 甲大厦属于丙街道辖区: between the two, and behind the larger one.
_BELONGS = re.compile(rf"[{ROW}]*(?:也|均|都|现|同)?(?:隶?属于?|归属于?|划归)[“]?")
_ENDS_WITH_IT = re.compile(
    "[”]?(?:的?(?:辖区|管辖|管理|范围|核心区域?|一部分|组成部分|规划范围))?(?:内|之内|之一)?(?=[，。；]|$)"
)
#: 甲谷是乙园重点打造的产业社区, 甲园是丙镇建设的科创园: behind what it is made in.
_MADE_THERE_AS = re.compile(
    "[”]?(?:扩区)?(?:范围|区域)?内?(?:联合|会同|与)?[^，。；：、的■]{0,8}?(?:打造|建设|布局|规划|培育|开发|开工|推进|启动|推出|建成)的(?!飞地)"
    "[^，。；：、■]{0,18}(?:园区?|载体|社区|基地|项目|平台|楼宇|片区|集聚区|街区|综合体|孵化器|工程)"
)
_IS_TOWNS = re.compile("[”]?(?:项目)?(?:，)?(?:(?:现|目前)?(?:是|为|作为)|由)[“]?")
#: 甲园由丙镇负责开发: behind the town.
_RUN_BY_IT = re.compile(
    "(?:人民政府|政府|党委、政府|办事处)?(?:与[^，。；]{2,20}?)?(?:联合|合作|共同|携手)?(?:负责|牵头|投资|主导|统筹|会同[^，。；]{2,12}?)?(?:开发|建设|打造|推进|运营|管理|改造|招商|规划)"
)


def _later(scene: Scene, own: Pair) -> Known | None:
    """The carrier of which a later clause says that the one which the sentence is about is a part: 甲园占地300亩，是乙园的核心区."""
    first = all(m.start >= own[0].start for m, _ in scene.of("Carrier", "Enterprise"))
    if not first or len(re.sub(r"\W", "", scene.between(scene.start, own[0].start))) > _LEAD:
        return None
    for group in scene.groups:
        gap = scene.between(own[0].end, group.start) if group.start >= own[0].end else ""
        if _ALSO_IS.fullmatch(gap) and AS_A_PART.match(scene.between(group.end, scene.end)):
            return next((k for _, k in group.of(("Carrier", "BusinessCircle")) if k is not own[1]), None)
    return None


#: How many characters a sentence may have before what it is about.
_LEAD = 3
#: Between the two, none of whose clauses begins with another name.
_ALSO_IS = re.compile(f"(?:(?!，[“]?{MASK})[^。；：]){{1,90}}，(?:也|又|同时|更)?(?:是|为|作为|属于)[“]?")
#: Behind a carrier of which something is a part: “一区三园”的重要组成部分.
AS_A_PART = re.compile(f"[”]?(?:“[^”“，。；■]{{2,8}}”)?的[^，。；■]{{0,6}}(?:{PART_OF}|一部分)")
_ITS_ITEM = re.compile("[”]?[是为]其[^，。；、]{0,6}(?:项目|载体|组成部分|核心区|启动区|板块)")
_IS = re.compile("[”]?(?:，)?(?:是|为|作为)(?:承载|支撑)?[“]?")
_MAKES_UP = re.compile(
    rf"[{ROW}]*(?:等?[两二三四五六七八九十\d]{{0,2}}[大个处栋座幢家](?:园区|载体|楼宇|片区|楼|基地|街区|大厦)?)?(?:共同|一起|联合|合)?(?:组成|构成)(?:了)?[“]?"
)
_IS_CORE = re.compile(
    f"[”]?(?:“[^”“，。；■]{{2,8}}”)?的[^，。；■]{{0,4}}(?:{PART_OF}|一部分|分园|子园|片区|标志性[^，。；、]{{0,4}}载体|启动项目)|[”]?的[^，。；■]{{0,6}}(?:核心|重要|重点|主要|骨干|特色|标志性)[^，。；■、]{{0,4}}(?:园区|载体|板块|楼宇)(?:之一|$|[，。；])|[”]?内的[^，。；■]{{0,8}}(?:楼宇|载体|大厦|园区|建筑|综合体|孵化器|地标)"
    # 甲大厦是承载丙园数字产业发展的核心载体
    "|[”]?[^，。；：、■的与和]{2,12}(?:产业|经济)(?:发展|集聚|创新)的(?:核心|重要|主要|骨干|特色)[^，。；■、]{0,4}(?:园区|载体|板块|楼宇|承载[区地])(?:之一|$|[，。；])"
)


#: 作为丙镇的重点项目，甲谷…: between the town and the park.
_AS_A_TOWNS = re.compile(
    "的?(?:首[个批座家]|重点|重大|核心|标志性|龙头)[^，。；：■]{0,8}(?:项目|载体|园区?|楼宇|孵化器|综合体|平台)(?:之一)?(?:，|——)[“]?"
)


def _of_a_town(scene: Scene, before: Group, group: Group) -> list[Known]:
    """The town of which a carrier is said to be a project."""
    if [place.type for place in before.places] != ["Subdistrict"]:
        return []
    led = scene.between(scene.start, before.start).endswith("作为")
    return [before.places[0].pair[1]] if led and _AS_A_TOWNS.fullmatch(scene.between(before.end, group.start)) else []


def of_a_park(scene: Scene, group: Group, own: Pair) -> list[Known]:
    """The carrier that its name follows: 甲园的启动项目乙谷, 甲园与丙公司共同打造的乙谷."""
    for before in reversed([g for g in scene.groups if g.end <= group.start and g is not group]):
        if parks := before.of(("Carrier",)):
            gap = scene.between(before.end, group.start)
            if _AS_ITS.fullmatch(gap) and scene.between(scene.start, before.start).endswith("作为") and len(parks) == 1:
                return [k for _, k in parks if k is not own[1]]
            fits = parks[-1][1] is not own[1] and len(parks) == 1 and is_subject(scene, before)
            told = (_ITS_PART.fullmatch(gap) or _FIRST_OF_IT.fullmatch(gap)) and not _EXTENT.search(gap)
            return [parks[0][1]] if fits and told else []
    return []


def is_subject(scene: Scene, group: Group) -> bool:
    """Whether the sentence speaks of what is at a group's places: 在甲镇建设…, 甲镇引入…."""
    return is_subject_at(scene, group.start)


def is_subject_at(scene: Scene, start: int) -> bool:
    """Whether the sentence speaks of what is at the place that begins there."""
    before = scene.between(scene.start, start)
    return bool(
        re.search(
            r"(?:^|[，：、；．.]|在|于|沿|位于|是|由|推动|支持|指导|把|将|利用|其中|如|像|目前|如今|[我本全][区县市])(?:[一二三四五]是)?$",
            before,
        )
    )
