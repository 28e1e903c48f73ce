"""The district that a firm is in: 我区集聚了甲, 我区企业甲, 甲等我市企业, 丙区的甲."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.lexicon import alternation
from graph.reading.relations.absent import is_not_at
from graph.reading.relations.coming import brought
from graph.reading.relations.excepted import is_only_near
from graph.reading.relations.here import named_here, speaks_of_here
from graph.reading.relations.masks import MAKES_UP
from graph.reading.relations.partners import acts_for_itself, is_partner
from graph.reading.relations.scene import MASK, ROW, Link, Pair, Scene
from graph.reading.relations.tenants import is_tenants_row

__all__ = ["in_district", "is_own", "is_told_here"]

#: Between the district and a firm that it is said to have: 我区集聚了X, 我市现有2家，即X, 丙区的X.
_HAS = re.compile(
    rf"{alternation('cue_verbs', 'host')}|签约|招引|落户|企业|公司|有|的|即|形成|所在地|[个家]|^[“]?$|^(?:龙头|骨干|民企|国企)|^[内里]$|(?<![景型用果术品策务案点据统台车目])落地了?[“]?(?:{MASK}|$)"
)
#: Between a firm and the district that it is in: X也在丙区, X等我市企业, X成为我区…的力量.
_IS_IN = re.compile(
    r"(?:(?:在|于|落户|入驻|进驻|扎根|搬?迁[入至到]|搬[入至到]|落地|落址|落子|安家|选址|布局|转移至|来到|成为|是|作为|同为|属于|等|等等|投资|所在的?)(?:了|到)?|总部[^，。；]{0,4}|所在地，)$"
)
#: Behind the district, where a firm only does something there.
_DOES_THERE = re.compile(
    r"(?:率先|先后|也|已|同步|多次)*(?:开通|开展|投放|提供|测试|试点|运行|推出|上线|开放|举办|举行|参与|参加|试运行|组织|承办|考察|调研|洽谈|发起|布设|铺设|敷设|安装|承建|承担|参建|施工|采购|运营的|加快[^，。；]{0,8}(?:覆盖|部署|布点))"
)


def in_district(scene: Scene, firm: Pair, home: Known | None, here: bool) -> list[Link]:
    """The replying district where the sentence says that the firm is there; another county where it is said to be that one's."""
    before = scene.text[scene.start : firm[0].start]
    behind = scene.between(firm[0].end, scene.end)
    if _ONLY_WISHES.match(behind) or _PUTS_UP.match(behind) or is_tenants_row(scene, firm):
        return []
    came = brought(scene, firm) and not _is_told_of_a_park(scene) and not (home is not None and _of_all(before, home))
    if home is not None and (here or _is_here(scene, firm, home) or came):
        return [scene.link("locatedIn", firm, home, "located.district", 0.75)]
    others = [p for p in scene.of("District") if p[1] is not home and p[0].end <= firm[0].start and _is_county(p[1])]
    gap = scene.text[others[-1][0].end : firm[0].start] if others else ""
    adjoins = (
        bool(others)
        and home is not None
        and divisions.inside(str(others[-1][1].code), str(home.code))
        and _ADJOINS.fullmatch(scene.between(others[-1][0].end, firm[0].start))
    )
    came_from = bool(others) and _CAME_FROM.search(scene.between(scene.start, others[-1][0].start)) and _MOVED_AWAY.match(gap)
    if before and not came_from and (((adjoins or re.search("的|在", gap[:3])) and "，" not in gap) or _COUNTED.match(gap)):
        return [scene.link("locatedIn", firm, others[-1][1], "located.district", 0.6)]
    return []


#: 甲公司有意来我区发展, 负责人表达了在丙区投资的意愿: behind a firm that is not there yet, and may never be.
_ONLY_WISHES = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,10}})?[^，。；：]{{0,20}}?(?:有意|洽谈)|[^。；]{{0,40}}?(?:表达|表示|已有|有着?)[^，。；]{{0,16}}(?:意愿|意向(?!书))"
    # 甲公司首次展出的…受欢迎
    rf"|[{ROW}]*(?:等[^，。；：、]{{0,8}})?(?:首次|首度|在[^，。；]{{0,6}}会上)?(?:展出|参展|亮相)"
)
#: 甲公司在我区建设5G基站200个: what a firm puts up here for everybody, wherever it has its seat.
_PUTS_UP = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,10}})?(?:公司|集团)?(?:计划|拟|将|已|目前|现|先后|累计|共){{0,3}}在(?:我|本|全)[区县市](?:境内|辖区|全域|范围)?(?:内)?(?:累计|共计?|已|新|陆续|先后|再){{0,3}}"
    r"(?:建设|建成|建有|安装|布设|布放|投放|设置|新建|铺设|开通|改造|设有)(?:了)?[^，。；：、]{0,6}?"
    r"(?:基站|(?:充换?|换)电[桩站柜棚]|充电设施|光伏|电站|路灯|管网|光缆|快递柜|智能柜|售货[机柜]|自助[机柜]|单车|电单车|回收[站屋箱柜]|门禁|摄像头|公交线|站点|站牌)(?![^，。；]{0,8}(?:生产|研发|制造|组件|设备|产业|总部|基地|工厂|公司))"
)
#: Of firms that moved in, where the sentence before tells of a park: 丙中心在丁大厦揭牌。目前，甲、乙等企业已经入驻.
_MOVED_IN = re.compile("入驻|入园|进驻|入孵|驻园")
_PARK = re.compile("(?:园区?|孵化器|孵化中心|大厦|广场|基地|[创智信]谷|小镇|楼宇|众创空间|综合体|科技城|商务区|集聚区)")


def _is_told_of_a_park(scene: Scene) -> bool:
    """Whether firms are said to have moved in, right behind a sentence about a park."""
    text = scene.text[max(scene.start - _REACH, 0) : scene.start].rsplit("\n", 1)[-1]
    last = re.split("[。；]", text.rstrip("。；"))[-1]
    return bool(_MOVED_IN.search(scene.said) and _PARK.search(last)) and not speaks_of_here(last, home=False)


#: How far back, in characters, the sentence before is looked for.
_REACH = 160
#: 全市新签约项目51个，其中甲…: before a firm of a larger place than the replying district.
_OF_ALL = re.compile("(?:^|[，；])全[市省](?:新|共|累计|已|现|有|签约|引进|集聚|落户)")
#: 近年来，我省抓住机遇，引进甲: before a firm of a larger place than the one that replies; not 全省首家.
_NOT_FIRST = r"(?!首|最|唯一|率先|领先|排名|重点|[^，。；]{0,8}(?:第[一二三四五六七八九十\d]|前列|试点|示范|名单|评选)|[^，。；]{0,24}(?:企业|公司|厂商|品牌)[^，。；引培招集有等]{0,40}$|[^，。；]{1,16}(?:以来|[之以]?后|下)，)"
_OF_THE_PROVINCE = re.compile(rf"(?:^|[，；：])(?:[我全]省|我国){_NOT_FIRST}")
_OF_THE_CITY = re.compile(rf"(?:^|[，；：])我市{_NOT_FIRST}")


def _of_all(before: str, home: Known) -> bool:
    """Whether words before a firm are about a larger place than the replying one: 全市新签约 where a county replies, 我省引进 where a city does."""
    city = home.name[-1] in "区县旗" and (_OF_ALL.search(before) or _OF_THE_CITY.search(before))
    return bool(city or _OF_THE_PROVINCE.search(before))


#: 我市有12家入选，其中丙区4家，分别是甲、乙: behind a county, up to its firms.
_COUNTED = re.compile(r"(?:占|有)?\d{1,3}家，(?:分别[为是]|即|包括|为)[^，。；：]{0,60}$")
#: 从丙区迁来的甲: around the county that a firm came from.
_CAME_FROM = re.compile("(?:从|自|由)$")
_MOVED_AWAY = re.compile("[^，。；]{0,4}(?:迁|搬|转|引进|引入|过来)")
#: Between a county of the replying city and its firm: 丙区甲科技、丁区乙电气入选.
_ADJOINS = re.compile(rf"(?:■[{ROW}]*)?")


def is_own(scene: Scene, start: int, home: Known) -> bool:
    """Whether a firm is called the district's own: 丙企业甲科技, 我区企业甲科技, 依托区内甲科技、乙电气等企业."""
    said = [span for span in named_here(scene, home) if span[1] <= start]
    if not said:
        return False
    gap = scene.between(said[-1][1], start)
    own = (
        _OF_OURS.fullmatch(gap)
        or _OWN_FIRM.fullmatch(gap)
        or (_INSIDE.fullmatch(scene.text, *said[-1]) and _ADJOINING.fullmatch(gap))
    )
    return bool(own)


#: 甲、乙、丙三大驻庆央企, 丁等驻区企业: behind firms that are stationed in a place which one character of its name stands for.
_STATIONED = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,4}})?(?:[一两三四五六七八九十\d]{{1,2}}[大家户])?驻(?P<at>[\u4e00-\u9fff])(?:中?央企业?|国企|企业)"
)


#: 甲公司投资20亿元在我市建设正极材料基地: behind a firm that builds works of its own in the district.
_BUILDS_HERE = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、{MASK}]{{0,8}})?(?:公司|集团)?(?:总?投资[约超近达]?[\d.]+亿元)?(?:已|正|正在|将|拟|计划|先后)*在我(?P<at>[区县市])(?:境内)?(?:投资|兴建|建设|新建|设立|扩建|建成|打造|布局)+(?:了)?(?!的)"
    rf"(?![^，。；：]{{0,20}}(?:充电|停车|路灯|光伏|门店|网点|养老|康养|商业|安置|车辆|检修|自来水|水厂|污水|变电))[^，。；：{MASK}]{{0,20}}(?:基地|工厂|生产线|厂区|厂房|总部|研发中心)(?![^，。；]{{0,6}}的(?:消息|传闻|条件|建议|计划))"
)


#: 我县引进的甲公司; 引进甲公司到我县投资建厂; 甲、乙等企业先后来我县投资兴业: around a firm that came to the district.
_BROUGHT_BY_US = re.compile(
    rf"我(?P<at>[区县市])(?:先后|近年|成功|新|重点)*(?:引进|招引|引入|培育|孵化)的[“]?(?:{MASK}[{ROW}]*)?$"
)
_BROUGHT = re.compile(rf"(?:引进|引入|招引|促成)了?[“]?(?:{MASK}[{ROW}]*)?$")
_TO_US = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、{MASK}]{{0,8}})?(?P<did>(?:先后|相继|陆续|已经?|成功)*)(?:到|来|来到|赴|在)我(?P<at>[区县市])(?:境内)?(?:投资|落户|建厂|设厂|兴业|布局)"
    "(?![^，。；]{0,4}(?:考察|洽谈|调研|对接|促进|的企业|的意|的建议))"
)


#: What takes back that it came, and before what is only to be helped to come.
_NOT_SO = re.compile("洽谈|注销|搬离|迁出|不属实")
_HELPED = re.compile(rf"(?:支持|鼓励|推动)(?:引进|引入|招引)[“]?(?:{MASK}[{ROW}]*)?$")


def is_told_here(before: str, behind: str, home: Known) -> bool:
    """Whether the words around a firm say plainly that it is in the district: one of 驻区企业, with works here, or come to us.

    Parameters
    ----------
    before, behind:
        The words of its sentence on both sides of it.
    home:
        The replying district.
    """
    if _NOT_SO.search(behind) or _HELPED.search(before):
        return False
    stationed, came, own = _STATIONED.match(behind), _TO_US.match(behind), home.name[-1]
    builds, brought = _BUILDS_HERE.match(behind), _BROUGHT_BY_US.search(before)
    return (
        (stationed is not None and stationed["at"] in (home.name[0], home.name[-1], "地"))
        or (builds is not None and builds["at"] == own)
        or (brought is not None and brought["at"] == own)
        or (came is not None and came["at"] == own and bool(came["did"] or _BROUGHT.search(before)))
    )


#: 我区的甲, 我区的甲、乙, 依托我区甲公司.
_OF_OURS = re.compile(rf"的?[“]?(?:{MASK}[{ROW}]*)?")
#: 甲区首家上市公司乙, 我县最大的铝材企业丙, 我市第一纳税大户丁.
_OF_RANK = f"的?(?:首[家个]|唯一一?家?的?|最大|最早|第一大?)的?[^，。；：{MASK}的]{{0,14}}(?:企业|公司|[国民央]企|大户|工厂|钢厂|药厂)[“]?"
#: 我区企业甲, 我区重点企业甲、乙; not the one that 甲 does something with: 我区企业甲与乙.
_OWN_FIRM = re.compile(
    rf"(?:本土|本地|民营|重点|骨干|龙头|上市){{0,3}}(?:企业|民企|国企)[“]?(?:{MASK}+[”]?(?:(?:、[“]?{MASK}+[”]?)*、|(?:、[“]?{MASK}+[”]?)+(?:和|及|以及))[“]?)?|{_OF_RANK}"
)
#: Words for the district that a row of its firms follows without another.
_INSIDE = re.compile("[区县市]内|辖区|本地|本土")
_ADJOINING = re.compile(rf"内?的?(?:企业)?[“]?(?:{MASK}[{ROW}]*)?")


#: Before several places that the firms of the district are spread over.
_SPREAD_OVER = re.compile("(?:分布|集聚|聚集|集中|布局)(?:在|于)[^，。；]{0,4}$")
#: 我区形成以甲园为核心、乙园为两翼的格局，: places that only say how the district is made up.
_SHAPED = re.compile(f"以[^，。；]{{2,60}}{MAKES_UP}")


def _is_here(scene: Scene, firm: Pair, home: Known) -> bool:
    """Whether the sentence names the district as the place of a firm."""
    for start, end in reversed(named_here(scene, home)):
        if end <= firm[0].start:
            between = [p for p in scene.of("Carrier", "Subdistrict") if end <= p[0].start and p[0].end <= firm[0].start]
            between = [p for p in between if not _is_beside(scene, p)]  # 我区毗邻丙园，集聚了甲
            if _names_another(scene, end, firm[0].start, home):
                return False  # 我区的甲、丙区的乙
            gap = scene.between(end, firm[0].start).rstrip(ROW)
            if shaped := _SHAPED.search(scene.between(end, firm[0].start)):
                between = [p for p in between if p[0].start >= end + shaped.end()]
            if len(between) > 1 and _SPREAD_OVER.search(scene.between(end, between[0][0].start)):
                between = []  # 我区企业主要分布在甲街道、乙园，代表性企业有丙: in which of them is not said
            served = _FOR.search(scene.between(scene.start, start)) and _SERVED.match(scene.between(end, scene.end))
            behind = scene.between(firm[0].end, scene.end)
            alone = acts_for_itself(gap, behind) or is_partner(scene.between(end, firm[0].start), behind) or _PASSES.match(gap)
            has = not gap or _HAS.search(gap) or (_MADE_SMART.search(gap) and _ITS_WORKS.match(behind))
            has = has or (_OF_INDUSTRY.search(scene.between(end, firm[0].start)) and _FOR_IT.match(behind))
            has = has or (_NEW.search(gap) and _NEW_FIRMS.match(behind))
            return not (served or between or alone or _TAKE_PART.search(gap)) and bool(has)
        gap = scene.between(firm[0].end, start)
        if "，其中" in gap:
            return False  # 甲、乙入选百强，其中甲就在我区
        if start >= firm[0].end and _IS_IN.search(gap):
            if _AS_A_SUPPLIER.match(scene.between(end, scene.end)):
                return False
            return not is_not_at(gap, scene.between(end, scene.end)) and not _DOES_THERE.match(scene.between(end, scene.end))
    return False


def _is_beside(scene: Scene, place: Pair) -> bool:
    """Whether a place is only near what a sentence tells of."""
    return is_only_near(scene.between(scene.start, place[0].start), scene.between(place[0].end, scene.end))


#: 我市汽车产业以甲、乙为整车龙头: behind a firm that stands for an industry.
_FOR_IT = re.compile(
    rf"[{ROW}]*(?:[^，。；：、和为等]{{1,16}}[、和]){{0,12}}(?:[^，。；：、和为等]{{1,16}})?(?:等[^，。；：]{{0,10}})?为[^，。；：、为]{{0,4}}(?:代表|龙头|核心|引领|骨干|链主|支柱)(?![^，。；]{{0,4}}(?:技术|路线|客户|车型|品牌))"
)
_OF_INDUSTRY = re.compile(rf"(?:产业链?|行业|集群|制造业?|工业)[^，。；]{{0,6}}以[“]?(?:{MASK}[{ROW}]*)?$")
#: 我市新增甲、乙等高企30家; not what somebody else's things are: 新增甲充电站5座.
_NEW = re.compile("新增[“]?$")
_NEW_FIRMS = re.compile(rf"[{ROW}]*等(?!供应商|服务商|品牌)[^，。；：、]{{0,12}}(?:企业|公司|高企|\d+[余多]?家)")
#: 我市建成了甲、乙等一批智能工厂: around firms that are named for their works.
_MADE_SMART = re.compile("(?:建成|打造|培育|认定|评选|创建)(?:了|出)?[“]?$")
_ITS_WORKS = re.compile(rf"[{ROW}]*等[^，。；：、的]{{0,10}}(?:智能|绿色|灯塔|无废|未来|示范)(?:工厂|车间)")


#: 联盟由我市牵头，11家企业参与，其中甲、乙…: who takes part in something of the district's.
_TAKE_PART = re.compile(
    "(?:企业|公司|单位|机构)[^，。；]{0,4}(?:参与|参加|参展|参会|中标|承建|支持|赞助)[^，。；]{0,6}，[^，。；]{0,8}$"
)
#: 为我区制造业企业提供服务: around the district, whose firms are only served.
_FOR = re.compile("(?:为|向|给|对|与|同|服务|赋能|助力)$")
_SERVED = re.compile(
    "[^，。；]{0,10}(?:企业|单位|居民|市民|机构|部门|学校)[^，。；]{0,4}(?:提供|开展|开放|输出|带来|合作|服务|支持)"
)


#: 在我区施工的甲公司: behind the district, up to a firm that only works there for others, or came for a day.
_PASSES = re.compile("(?:施工|作业|承建|参建|参展|参会|考察|调研|投标|中标|走访|路演)[^，。；、]{0,6}的[“]?$")


#: 甲公司是我区政务云的供应商: what a firm is to the district, wherever it is.
_AS_A_SUPPLIER = re.compile("[^，。；]{0,14}?(?:供应商|服务商|合作伙伴|合作方|合作单位|供货商|承建商|承建单位|技术支持|客户)")


def _names_another(scene: Scene, start: int, end: int, home: Known) -> bool:
    """Whether another county is the last place that the words between two positions name, and what stands behind it is its own."""
    others = [m for m, k in scene.of("District") if k is not home and _is_county(k) and start <= m.start and m.end <= end]
    return bool(others) and bool(re.match(r"的|有|集聚|拥有|占?\d{1,3}家，", scene.between(others[-1].end, end)))


def _is_county(known: Known) -> bool:
    return bool(known.code) and not str(known.code).endswith("0000")
