"""The place at which a sentence says that a park or a house stands: 甲园位于乙街道, 甲园坐落在我区, 甲园是丙区首个园区."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.areas import bounding, reaching
from graph.reading.relations.behind_dash import is_described, undescribed
from graph.reading.relations.ceremonies import is_on_its_ground
from graph.reading.relations.here import holds, named_here, ours_here
from graph.reading.relations.scene import MASK, PART_OF, Group, Pair, Scene
from graph.reading.relations.turns import respectively
from graph.reading.relations.wholes import AS_A_PART

__all__ = ["is_here", "is_of", "stands_at"]
_SITES = ("Subdistrict", "BusinessCircle", "Road", "Community", "Carrier", "District")
#: Behind a carrier and those listed with it.
_ROW_BEHIND = re.compile(rf"^(?:[”“]?(?:、|和|与|及|以及)?[“”]?{MASK}+)+")
#: Behind a carrier that the sentence opens with: 甲园由丙公司打造，是…，位于丁路.
_LATER = re.compile(
    r"[^。；：]{0,90}，(?:现|就|总部|主体|该?项目)?(?:(?<!定)位于|处于|坐落于?|坐落在|地处|选址(?:于|在)?|位置(?:就)?在|地址在)(?:[^，。；：■]{1,6}(?:路|街|大道)(?:\d{1,5}[号弄])?的?)?"
    # 甲园已拓展到三期，并落户乙新城: not 甲园引进的项目已签约，并落户丙
    r"|[^，。；：■]{0,4}(?:[拓扩]展?[到至为]|扩建|扩容|升级|搬迁|迁建|成立|建成|获批)[^，。；：■]{0,12}，并(?:成功|正式|最终)?(?:落户|坐落)(?:于|在)?"
)
_STANDS = re.compile(
    r"(?:等?[两三四五六七八九十\d]{0,2}[大个家处座](?:■{1,30}|[^，。；：、■]{0,12}?)(?:园区|载体|楼宇|片区|基地|街区|大厦|孵化器|空间|中心|集聚区|示范区|商圈|产业园|科技园|(?<=■)))?[^，。；：、■]{0,8}(?:，(?:其)?(?:核心区|地点|选址|主体|一期)(?=就?放在|位于|坐落|地处|设在|在)|，(?=位于|坐落|地处|设在|选址|落子|[拟将](?:入驻|落户)))?(?:也|均|则|都|同样|就|已|正|将|拟|先后|陆续|相继|现|目前|选|分别)*(?:放在|(?<!定)位于|处于|坐落于?|坐落在|地处|选址(?:于|在)?|落户(?:于|在)?|(?<=[拟将])入驻|落在|落地(?:于|在)?|落子|落成于|同处|同在|均处|横跨|地跨|跨越|分布[在于]|设在|设于|布局(?:于|在)?|在|建在|建于)"
    r"(?:[^，。；：■]{1,6}(?:路|街|大道)(?:\d{1,5}[号弄])?的?|[该本此]|(?:开发|高新|经开|工业园|园|新|主?城)区)?$"
)
#: 甲、乙两个市级特色产业园区，分别位于丙街道和丁街道: behind the last of a row of which the sentence says how many there are.
_EACH_STANDS = re.compile(
    r"等?[两二三四五六七八九十\d]{1,2}[大个家处座][^，。；：、■]{0,12}?(?:园区?|载体|楼宇|片区|基地|街区|大厦|孵化器|空间|中心|集聚区|示范区|综合体)"
    r"，(?:分别|均|都)(?:位于|坐落[于在]?|地处|设[在于]|落户[于在]?|布局[于在])$"
)
#: Behind a carrier that is called the district's: X是我区…的载体.
_ITS_OWN = re.compile(
    r"[”]?(?:，)?(?:均|都|也)?(?:是|系|为|属于?|作为|(?:现|目前|现在)?已?成为|(?:已?被)?(?:列为|列入|确定为|认定为|纳入))$"
)
#: 甲园由丁公司建设，是我区首个“工业上楼”项目.
_AND_IS = re.compile(f"[^。；：{MASK}]{{0,60}}，(?:也|已|目前)*(?:是|系|为|成为)$")
#: What it is of the district's, without 的: 甲园作为我区首个人工智能园区, 乙园、丙园是我区两大载体.
_OURS = re.compile(
    "(?![^，。；]{0,10}(?:合作|友好|共建|对口|结对|飞地|企业))[^，。；]{0,30}?(?:园区?|载体|平台|楼宇|基地|片区|孵化器|街区|集聚区|[阵高]地|承载[区地]|名片|地标|项目|工程|综合体|增长[极点])(?=[，。；、]|$)"
)
#: Around the district's name, where it has built a carrier: 甲园由我区与丙公司联合打造.
_BY_US = re.compile("[”]?(?:等)?(?:项目)?(?:，)?(?:是|已|均|都)*由$")
_MADE = re.compile(r"(?:[^，。；]{0,30})(?:打造|建设|共建|开发|兴建|建成|设立|创建)")


#: 甲园企业在我区设立分公司, 甲园居民在乙镇就业: whoever is at a park is elsewhere too.
_OF_OTHERS = re.compile(
    "(?:企业|公司|商户|团队|员工|职工|居民|产品|学生|专家)(?:已|也|均|都|先后|陆续|相继)*(?:在|落户|落地|布局)[在于]?$"
)
_NOT_ITSELF = re.compile(f"^[与和及]|^同(?![处在])|{_OF_OTHERS.pattern}")


def stands_at(scene: Scene, own: Pair, home: Known | None) -> list[Known]:
    """The places behind a carrier at which it is said to stand: 甲园位于乙街道, 甲园（位于丙路）.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The carrier.
    home:
        The replying district, which is none of them: :func:`is_here` tells it.
    """
    # 甲高新区乙社区在丙小区安装: the community does
    another = any(m.start == own[0].end for m, _ in scene.of("Community"))
    for after in scene.groups:
        places = [p for p in after.of(_SITES) if p[1] is not own[1] and not holds(p[1], home)]
        if another or after.start < own[0].end or not places or is_described(scene, after):
            continue
        if places[0][1].type != "Road" and _NEAR_IT.match(scene.between(after.end, scene.end)):
            continue  # 位于甲园外侧
        if all(k.type == "Subdistrict" for _, k in places) and _BESIDE.match(scene.between(after.end, scene.end)):
            continue  # 位于甲街道以西的乙街道
        gap = undescribed(scene.between(own[0].end, after.start))
        what = scene.between(after.end, scene.end)
        if gap == "（" or (_IS_ONE.fullmatch(gap) and (AS_A_PART.match(what) or _WHAT_IT_IS.match(what))):
            continue  # 甲园（乙园）即在丙园内, 甲园是乙园的组成部分，位于丙区
        if re.fullmatch("[”]?（(?:位于|地处|坐落于?|坐落在|设在)", gap):
            return [places[0][1]]  # 甲大厦（位于乙路）
        if _is_ofanother(scene, own, gap, after, places):
            return []
        if re.fullmatch("[”]?所在的?[“]?", gap) and places[0][1].type in ("Subdistrict", "Carrier", "Community"):
            return [places[0][1]]  # 甲园所在的乙镇
        gap = _BESIDE_ONE.sub("", _SHORTLY.sub("", _ROW_BEHIND.sub("", gap).removeprefix("”"))).removeprefix("：")
        firms = any(own[0].end <= m.start < after.start for m, _ in scene.of("Enterprise"))
        opens = _opens(scene, own)
        later = (opens or _is_made_first(scene, own)) and not (firms and "，项目" in gap) and _LATER.fullmatch(gap)
        stands = (_STANDS.fullmatch(gap) and not _NOT_ITSELF.search(gap)) or later  # 甲园与位于乙街道的丙大厦
        each = _EACH_STANDS.fullmatch(gap)  # of three parks in two places none is told
        stands = stands or (each and ("分别" not in gap or len(respectively(scene, own, places)) == 1))
        told = respectively(scene, own, places) if stands and "分别" in gap else places
        if stands and "分别" in gap and (len(told) < len(places) or len(told) == 1):
            return [k for _, k in told[:1]]  # 甲园、乙园分别位于丙街道和丁街道
        if stands or not opens or places[0][1].type != "District":  # 甲基地是由乙市建设的载体，位于丙区: the next one
            more = [*bounding(scene, after), *reaching(scene, own, after)]
            towns = bool(more) and all(k.type in ("Subdistrict", "Community") for _, k in (*places, *more))
            spans = towns or _SPANS.search(gap) or ("分别" not in gap and _is_in_each(scene, own, after, places))
            return _all_of([*places, *more], spans=bool(spans)) if stands else []
    return []


#: Between a park and its towns; not 等3个园区位于, 周边小区位于.
_STANDS_ITSELF = re.compile("[”]?(?:（[^）]*）)?，?拟?(?:位于|坐落[于在]?|地处|选址(?:于|在)?)")


def _is_in_each(scene: Scene, own: Pair, after: Group, places: list[Pair]) -> bool:
    """Whether a single carrier is said to stand in each of several towns: 甲小镇位于乙街道、丙镇属地; not 位于乙街道、丙镇的丁园."""
    alone = all(own[1] in (k for _, k in carriers) and len(carriers) == 1 for carriers in _rows_of(scene, own))
    towns = len(places) > 1 and all(k.type in ("Subdistrict", "Community") for _, k in places)
    stands = _STANDS_ITSELF.fullmatch(scene.between(own[0].end, after.start))
    return alone and towns and stands is not None and bool(_ENDS_THERE.match(scene.between(after.end, scene.end)))


def _rows_of(scene: Scene, own: Pair) -> list[list[Pair]]:
    """The carriers of the group that one stands in."""
    return [g.of(("Carrier",)) for g in scene.groups if g.start <= own[0].start < g.end]


#: Behind the last of several towns that a carrier is said to stand in.
_ENDS_THERE = re.compile(
    r"(?:两|[二三四五六七八九十\d])?个?(?:街道|镇|乡)?(?:属地|境内|辖区|地界|交[界汇]|接壤|范围内|一带|之间|区域)?(?:内|处)?(?=[，。；（]|$)"
)


def _is_ofanother(scene: Scene, own: Pair, gap: str, after: Group, places: list[Pair]) -> bool:
    """Whether the words between a carrier and places behind it, and those behind these, tell where something else is."""
    if _RELATIVE_AT.search(gap) and _WHAT_STANDS_THERE.match(scene.between(after.end, scene.end)):
        return True
    if _ITS_CORE.match(gap) and all(k.type == "Carrier" for _, k in places):
        return True  # 甲试验区的核心区设在乙园: that is where its core is
    lead = scene.between(scene.start, own[0].start)
    if (AS_A_PART.match(gap) and _IS_WHAT.search(lead)) or (_WHAT_IT_IS.fullmatch(gap) and _ANOTHER_IS.fullmatch(lead)):
        return True  # 甲园是乙园的组成部分，位于丙区; 甲园是乙城打造的社区，位于丙区
    behind = scene.between(after.end, scene.end)
    sets_up = _BARELY_IN.search(gap) and _SETS_UP.match(behind) and not is_on_its_ground(gap, behind)
    if _ITS_TENANTS.match(gap) or sets_up:
        return True
    row = _ROW_BEHIND.match(gap)
    end = own[0].end
    # 甲公司入驻丙园、乙公司落户丁园: it is the firm that comes there
    return row is not None and any(end <= m.start < end + row.end() for m, _ in scene.of("Enterprise"))


_IS_ONE = re.compile("[”]?(?:是|为|作为|属于)[“]?")
_IS_WHAT = re.compile("(?:是|为|作为|属于)[“]?$")
#: 甲园|是|乙城|重点打造的社区，位于|丙区: around the zone that only says what it is.
_ANOTHER_IS = re.compile(f"[“]?{MASK}{{2,}}[”]?(?:就|正|也)?(?:是|为|作为|属于)[“]?")
_WHAT_IT_IS = re.compile(
    "[”]?[^，。；：■]{0,16}的[^，。；：■]{2,16}，(?:现|就|目前)?(?:位于|坐落于?|坐落在|地处|设在)(?:[^，。；：■]{1,6}(?:路|街|大道))?"
)
#: 甲园今年开工，位于乙港的丙楼即将建成: between a carrier and the place of what the next clause begins with, and behind that.
_RELATIVE_AT = re.compile("，(?:其中)?(?:位于|坐落于?|坐落在|地处|设在|建在)$")
_WHAT_STANDS_THERE = re.compile(
    "[”]?的(?!(?:园区|项目|基地|该)|[^，。；]{0,6}(?:核心|中心|黄金|繁华|腹地|地段|区域|地块|位置|[东西南北中]部|[东西南北]侧|交[汇界叉]|沿线|边|旁|附近|一期|二期))[^，。；]{2,}"
)
#: 甲园的企业在乙园…: they are there, and not it.
_ITS_TENANTS = re.compile(
    "[”]?(?:之?[里内中])?的?[^，。；：在]{0,8}(?:企业|公司|团队|商户|客户|员工|学员|产品)[^，。；：]{0,6}[在于到]"
)
#: 甲园在乙园设立分园, 甲园在乙广场举办推介会, 甲园在丙街道建成了公寓: what it does there.
_BARELY_IN = re.compile(f"(?:^|[^{MASK}设建放选同均落布])在$")
_SETS_UP = re.compile(
    "[”]?(?:设(?:立|有)?(?!在|于)|开设|举办|召开|举行|成立"
    "|(?:[\u4e00-\u9fff]{2,6})?(?:(?:建成|建设|打造|开发|引进)了|(?:推出|上线|试点|投放|布设|部署|安装)了?(?![运使]))(?=[^，。；]{2}))"
)
_ITS_CORE = re.compile(f"[”]?的?(?:{PART_OF})")
#: 甲园（以下简称“丙”）, behind its name.
_SHORTLY = re.compile("^（[^）]{1,24}）")
#: 位于■以西的, before the place itself.
_BESIDE_ONE = re.compile(rf"{MASK}+(?:以?[东南西北]侧?|旁边?|附近|对面|隔壁)的$")
_NEAR_IT = re.compile("[”]?(?:外侧|外围|旁边?|附近|对面|隔壁)(?:[，。；]|$)")
_BESIDE = re.compile("(?:以?[东南西北]侧?|旁边?|附近|对面|隔壁)的")


def _all_of(places: list[Pair], *, spans: bool) -> list[Known]:
    """The first of the places that something stands at; all of those roads that it stands at the corner of, or places that it spans."""
    every = spans or all(k.type == "Road" for _, k in places)
    return [k for _, k in places] if every else [places[0][1]]


_SPANS = re.compile("(?:横跨|地跨|跨越|分布[在于])$")


def _opens(scene: Scene, own: Pair) -> bool:
    """Whether a sentence begins with a carrier."""
    return len(re.sub(r"\W", "", scene.between(scene.start, own[0].start))) <= 3


def _heads(scene: Scene, own: Pair) -> bool:
    """Whether a sentence begins with a carrier, and with no other name."""
    return _opens(scene, own) and MASK not in scene.between(scene.start, own[0].start)


def _is_made_first(scene: Scene, own: Pair) -> bool:
    """Whether a carrier is what a sentence's first clause says to be made: 我区拟建甲园，规划有…，位于丁路."""
    lead = scene.between(scene.start, own[0].start)
    return bool(_MADE_FIRST.fullmatch(lead) and re.match("[”]?，", scene.between(own[0].end, scene.end)))


_MADE_FIRST = re.compile(
    f"[^，。；：、]{{0,24}}(?:拟建|新建|在建|建设|打造|规划|建成|启动|兴建|开建|改造)(?:了)?[^，。；：、的{MASK}]{{0,8}}[“]?"
)


def is_of(scene: Scene, own: Pair) -> Known | None:
    """The county that a carrier is said to be one of the parks of: 甲园作为丙区首个人工智能园区."""
    for mention, known in scene.of("District"):
        gap = _ROW_BEHIND.sub("", scene.between(own[0].end, mention.start)) if mention.start >= own[0].end else ""
        county = bool(known.code) and not str(known.code).endswith("00")  # of a whole city a zone itself is said to be
        if not county or not _ITS_OWN.fullmatch(gap.rstrip(MASK)):
            continue
        behind = scene.between(mention.end, scene.end)
        if re.match("[^，。；]{0,24}(?<!共同)的", behind) or _OURS.match(behind):
            return known
    return None


def is_here(scene: Scene, own: Pair, home: Known) -> bool:
    """Whether the sentence says behind it that it stands in the district, or is one of the district's."""
    by_it = [(m.start, m.end) for m, k in scene.inside if k is home and scene.text[m.start - 1] == "由"]
    here = named_here(scene, home)
    for start, end in sorted({*ours_here(scene, home), *by_it}):
        if start >= own[0].end:
            behind = scene.between(end, scene.end)
            gap = scene.between(own[0].end, start)
            gap = _ROW_BEHIND.sub("", gap)
            is_ours = _ITS_OWN.fullmatch(gap) and (re.match("[^，。；]{0,24}(?<!共同)的", behind) or _OURS.match(behind))
            is_too = _heads(scene, own) and _AND_IS.fullmatch(gap) and _OURS.match(behind)
            told = is_ours or is_too or (_BY_US.fullmatch(gap) and _MADE.match(behind))
            stands = (start, end) in here or (start, end) in by_it
            itself = gap[-2:-1] not in ("不", "未") and not _OF_OTHERS.search(gap)
            return bool(told or (stands and itself and _STANDS.fullmatch(gap.removeprefix("”"))))
    return False
