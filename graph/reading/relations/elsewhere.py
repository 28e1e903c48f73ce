"""What a sentence only uses, wants, quotes or shows: a scenario that is not run by the district that replies."""

from __future__ import annotations

import re
from functools import cache

from graph.reading.entities import Known
from graph.reading.relations.joined import have_joined, is_fed
from graph.reading.relations.only_said import OUR_PLACE, is_only_said
from graph.reading.relations.scene import MASK, ROW, Pair, Scene
from graph.records import Mention

__all__ = [
    "is_looked_at",
    "is_made_known",
    "is_not_run_here",
    "is_of_our_level",
]

_ROW = f"[{ROW}]*"
#: 依托国家平台, 与省级平台对接: what is only used here is run elsewhere; names in a row share the verb.
_USED = re.compile(
    r"(?:依托|依靠|借助|接入|对接|对标|登录|纳入|基于|围绕|按照|落实|响应|贯彻|考察|作为|参与(?!了?(?:我|本|全)[区县市])|申请|申领|用好|连上|接上)"
    rf"(?:了|到|至)?(?![^，。；、{MASK}]{{0,8}}(?:打造|开发|搭建|建成|建立|建设|设立|推出|上线|开通))[^，。；、{MASK}]{{0,8}}{_ROW}$"
)
_WITH = re.compile(rf"(?:与|同|向)[^，。；、{MASK}]{{0,8}}{_ROW}$")
_JOINED = re.compile(rf"{_ROW}等?[^，。；]{{0,12}}?(?:对接|联通|协同|衔接|贯通|互通|打通|互联|联动|共享)")
#: 借鉴甲市“乙”的做法, 市级平台“丙”: another place's.
_LOOKS = "(?:借鉴|学习|参照|对标|对照|参考|考察|吸收|参观|观摩)"
_OTHERS = re.compile(
    rf"{_LOOKS}[^，。；]{{0,16}}$|(?:国家|省|市)级(?:(?:统一)?(?:平台|系统|应用|政策))?[“]?$|(?:使用|调用|沿用|共享)(?:国家|省)[“]?$|上级[^，。；]{{0,14}}(?:开发|建设|推出|建立|统建|下发|提供)的[“]?$|(?:国家|国务院|总署)(?:已|统一|也|正)*(?:推行|推出|建设|上线|开发)的?[“]?$"
)
#: 争取省级“甲”应用在我市先行: behind what is another's and comes here.
_COMES_HERE = re.compile("[”]?(?:平台|系统|应用)?(?:率先|已)?在(?:我|全|本)[区县市省]")
#: 国家印发《甲规划》，提出推广乙: what is wanted of everybody.
_NATIONAL = re.compile(
    r"(?:国家|国务院|中央|[\u4e00-\u9fff]{1,6}部)(?:等|办公厅)?[^。；]{0,50}(?:提出|要求|明确|强调|部署|指出)[^。；]{0,60}$"
)
#: Behind a scenario that is only joined to, only shown, or spoken of as a technique.
_NOT_RUN = re.compile(
    r"[”]?(?:APP|平台|系统)?(?:也|均|都)?(?:已经?|相继)?对接(?=[，。；]|$)|[^，。；]{0,4}(?:演示飞行|飞行演示)|[^，。；]{0,6}技术[^，。；]{0,4}成熟|[^，。；]{0,4}在(?:会场|现场|展区|展馆)[^，。；]{0,6}(?:展示|亮相|展出)|[”]?(?:目前|现)?[只仅]?在(?!我|全|本|[区县市])[^，。；■]{2,8}(?:上线|试点|启用|试运行|落地|投用)|[^，。；]{0,8}在(?!我|全|本)[^，。；■]{2,16}等地|[”]?等?(?:核心|关键)技术|[^。；]{0,8}在(?!我|全|本)[^。；]{2,40}，(?:值得|可供?|供)(?:我[区县市们])?(?:学习|借鉴|参考)"
)
_OF_ALL = re.compile("国家|全国|省级?政务|中国|学习强国")
#: 市级甲平台, 全市乙平台: in a district's reply the city's.
_ITS_RANK = re.compile("(?:[省市]级|全[省市]|[我本][省市])(?:统一|一体化)*的?.{0,2}$")
#: 市交通委牵头的“X”: in a district's reply the city's.
_OF_THE_CITY = re.compile(
    r"(?:^|[，。；、：由]|目前|此前)(?:市|省)(?:里|级(?:层面)?|[\u4e00-\u9fff]{1,8}[局委厅部办])(?:已|也|正在|正|还|将|拟|统一|统筹)*(?:有|设有|设立|开通|推进|牵头|主导|推出|建设|开发|开展|上线|搭建|部署)(?:的|了)?[“]?[^，。；]{0,3}$"
    r"|(?:^|[，。；、：由和与])(?:市|省)(?!区)[\u4e00-\u9fff]{1,8}(?:局|委|厅|中心|部|办)的[“]?$"
)
#: 我区作为甲试点: here, though 作为 mostly tells what a thing is used for.
_WE_ARE = re.compile("(?:我[区县市省]|全[区县市省])(?:已|正)?(?:被)?(?:作为|列为|成为)[^，。；]{0,8}$")
#: A heading that names only what it is about.
_HEADING = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．是])?(?:关于)?[^，。；{MASK}]{{0,4}}[“]?{MASK}+[”]?(?:的?(?:覆盖面|问题|方面|情况))?"
)
_DEMANDED = re.compile(
    r"》[^。；]{0,60}要求[^。；]{0,80}$|(?:各地|各省|各市)(?:应当?|要|须)[^。；]{0,24}$|(?:^|，)(?:目前)?国内(?:已|现)?有[“”、和■]*$"
    r"|向(?:省|市|■)[^，。；]{1,12}(?:建议|反映)[^，。；]{0,8}$"
)
#: A kind of thing rather than one: said of the district only where the sentence does.
_CONCEPT = re.compile("(?:新型)?(?:智慧|未来|数字)(?:城市|社区|停车|养老|园区|医疗|交通|农业|乡村|政务|教育|旅游|城管|校园)")
_DONE = re.compile("试点|上线|打造|建成|推广|入选|获评|列入|推行|试行|开通|启用|覆盖|我[区县市省]|全[区县市省]")
#: Before what a firm makes or has, which need not run here; and what somebody went to see.
_PRODUCT = re.compile(
    rf"{MASK}(?:自主)?(?:开发|研发|研制)的[“]?$|(?:公司|该企业|由其)(?:自主)?(?:首创|打造|搭建|研制)的[“]?$"
    "|公司[^。；]{0,40}，它的[“]?$|(?:参观|观摩|(?<![查收])看)了[^，。；]{0,40}$"
)
#: A place of its own that is no known entity: 长华绿苑小区…装上了X, 湾区大广场有X.
_UNKNOWN_SITE = re.compile(
    rf"(?:(?:^|[，：；]){MASK}*|在)[^，。；：{MASK}]{{2,12}}(?:小区|花苑|食堂|门口|医院|学校|公园|广场|车站|服务中心|站|步行街|老街|古街|街区|集中区|景区|古镇|古城|商场|校区|厂区|港区|商圈|口岸|[敬养]老院|福利院|幼儿园)(?:里|内|上)?(?:作为|率先|已|先|也)*(?:用上|立起|建起|建成|上线|有|装|配|设|引入|推出|开通|试点|挂牌|开出|启用|投用|推行)"
)


#: 甲由市教育局统一组织: behind a scenario, in a district's reply the city's.
_BY_THE_CITY = re.compile(
    "[”]?[^，。；由]{0,6}?(?:平台|系统|试点)?(?:均|都|也)?由(?:(?:市|省)(?!区|民|级财)[\u4e00-\u9fff]{1,10}(?:局|委|厅|中心|部|办)|市级|省级|市里|省里|国家|人民银行)(?:(?:统一|牵头|负责)+(?:组织|建设|管理|运营|开发|实施)|(?:组织|建设|管理|运营|开发|实施)(?![^。；]*(?:[我全本辖区县镇乡]|(?<!各)街道|社区|接入|试点|上线|覆盖)))"
)


def is_not_run_here(scene: Scene, scenario: Pair, home: Known | None) -> bool:
    """Whether the sentence only uses, wants, quotes or shows it, or tells of somebody else's."""
    mention, known = scenario
    before, behind = scene.between(scene.start, mention.start), scene.between(mention.end, scene.end)
    ours = (
        have_joined(scene, mention, home)
        or (home is not None and known.name[0] == home.name[-1])
        or _WE_ARE.search(before)
        or is_of_our_level(scene, mention, home)
    )
    if not ours and (
        (_OTHERS.search(before) and not _COMES_HERE.match(behind)) or (_NATIONAL.search(before) and not OUR_PLACE.search(before))
    ):
        return True
    used = _USED.search(before) and not is_fed(scene, scenario)
    if not ours and (used or _OF_ALL.match(known.name) or (_WITH.search(before) and _JOINED.match(behind))):
        return True
    if (
        home is not None
        and home.name[-1] in "区县"
        and (
            (not ours and _ITS_RANK.search(scene.text[scene.start : mention.start] + known.name[:2]))
            or _OF_THE_CITY.search(scene.text[scene.start : mention.start])
            or _BY_THE_CITY.match(scene.text, mention.end)
        )
    ):
        return True
    if _is_a_product(scene, mention, home) or _of_a_firm(scene, mention) or _is_a_concept(scene, known):
        return True
    if _NOT_RUN.match(behind) or _UNKNOWN_SITE.search(before) or _DEMANDED.search(before):
        return True
    return _is_heading(scene) or is_only_said(scene, mention)


def _is_a_concept(scene: Scene, known: Known) -> bool:
    """Whether a scenario is a kind of thing, and no platform of that name that holds something: “智慧停车”平台已接入车场 is one."""
    platform = any(name != known.name and name.endswith(_PLATFORMS) for name in known.aliases) and _HOLDS.search(scene.said)
    return bool(_CONCEPT.fullmatch(known.name)) and not platform and not _DONE.search(scene.said)


_PLATFORMS = ("平台", "系统", "APP", "小程序")
_HOLDS = re.compile(r"已接入|接入[\u4e00-\u9fff]{0,6}\d|归集|汇聚|注册用户|累计")


def _is_a_product(scene: Scene, mention: Mention, home: Known | None) -> bool:
    """Whether a scenario is what somebody makes, and not what an office of the replying place does."""
    made = _PRODUCT.search(scene.between(scene.start, mention.start))
    if made is None or _HAS_COME.match(scene.between(mention.end, scene.end)):
        return False
    maker = next((m for m, _ in scene.of("Organisation") if m.end == scene.start + made.start() + 1), None)
    return maker is None or home is None or maker.name[0] != home.name[-1] or not _OFFICE.search(maker.name)


#: 甲公司研发的“乙”已在全区安装: what has come here.
_HAS_COME = re.compile("[”]?[^，。；]{0,4}?已(?:经)?(?:在|于|覆盖|推广[到至])[全我][区县市]")
#: What the name of an office of a government ends in.
_OFFICE = re.compile("[局委办厅]$|(?:大数据|服务|管理|指挥|城运)中心$")


#: 我区上线“甲”。: a whole sentence, however short it is.
_SAYS_DONE = re.compile("开展|建设|建成|建立|搭建|打造|上线|开通|推出|推广|推行|启用|开发|开设|试点|试行|部署|引入|落地")
#: （一）推广“甲”。, 建议推广“乙”。
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|关于|建议")


def _is_heading(scene: Scene) -> bool:
    """Whether a sentence names only what a section is about, and says nothing of it."""
    closed = scene.text[scene.end : scene.end + 1] in ("。", "；", "！")
    told = closed and _SAYS_DONE.search(scene.masked) and not _NUMBERED.match(scene.masked)
    return bool(_HEADING.fullmatch(scene.masked)) and not told


@cache
def _of_level(level: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![城社园街辖景])(?:{level}级|全{level})(?:统一)?的?[“]?")


def is_of_our_level(scene: Scene, mention: Mention, home: Known | None) -> bool:
    """Whether a scenario is called the replying district's by its level: 建设区级影像云平台."""
    if home is None:
        return False
    level = _of_level(home.name[-1])
    ends = [found.end() for found in level.finditer(scene.text, scene.clause(mention.start)[0], mention.end)]
    if mention.start in ends or level.match(scene.text, mention.start) is not None:
        return True
    own = "自治区" if home.name.endswith("自治区") else home.name[-1]
    return scene.text.startswith(own, mention.start) and not _NO_LEVEL.match(scene.text, mention.start + len(own))


#: Behind 市 or 区 at the head of a service's name, where it is no level: 市民云, 区块链平台, 县域商业, 省心办; 区县 and 市区 are two.
_NO_LEVEL = re.compile("[级民场内外域区县市镇乡街校块际心直属辖政北南中东西长容值面集]|[^，。；]{0,1}[“”]")


def _of_a_firm(scene: Scene, mention: Mention) -> bool:
    """Whether a scenario is what a firm has or shows: 甲公司的乙系统, 甲公司展示了乙."""
    last = next((m for m, _ in reversed(scene.of("Enterprise")) if m.end <= mention.start), None)
    shown = last is not None and _SHOWN.fullmatch(scene.between(last.end, mention.start))
    return bool(shown) and not _RUNS.match(scene.between(mention.end, scene.end))


#: Behind what a firm has, where it is said to run: 甲公司的乙出租车常态化上路.
_RUNS = re.compile("[^，。；]{0,12}(?:上路|上线|运行|投用|投入|落地|服务|覆盖|启用|开通|运营|试点)")
_SHOWN = re.compile("[”]?(?:公司|企业|集团)?(?:的|(?:现场|集中|首次|等)?(?:展示|展出|发布|演示|亮相)了?)[“]?")


#: 组织甲街道的干部赴乙区学习丙: right before what they went for.
_LOOKED_AT = re.compile(f"{_LOOKS}了?[“]?$")


def is_looked_at(scene: Scene, mention: Mention) -> bool:
    """Whether the places before a scenario are those of people who went to learn it elsewhere."""
    return bool(_LOOKED_AT.search(scene.between(scene.start, mention.start)))


#: 到丙街道宣传甲; 在丙园发放甲宣传册, 举办甲培训班: around what is only made known, or taught.
_TOLD = re.compile("(?:宣传|推介|宣讲|讲解|介绍)了?[“]?$")
#: 开设普法宣传“甲”: what is put up for it.
_PUT_UP_AS = re.compile("(?:上线|开设|打造|推出|建设|建成|设立|开通|启用|试点)[^，。；]*$")
_ITS_RENOWN = re.compile(
    "[”]?(?:平台|系统|应用|小程序|APP|服务)?的?(?:操作|使用|应用|推广)?(?:宣传(?:册|单|页|海报|片|品|活动|周|月|日)|宣讲|推介|推进会|推广会|说明会|专题会|研讨会)(?![^，。；]{0,4}(?:平台|系统|小程序|APP))"
)
#: 举办甲操作培训班, but not 开展甲培训, which may be all that it is.
_IS_HELD = re.compile("(?:举办|举行|召开|参加|组织|承办)(?:了|的)?[^，。；、]{0,4}[“]?$")
_LESSONS = re.compile(
    "[”]?(?:平台|系统|应用|小程序|APP|服务)?的?(?:操作|使用|应用|推广)?(?:培训(?:班|会)?|讲座|座谈会?|观摩会?)(?=[，。；、]|$)"
)
#: 丙街道不在甲试点范围: around a service that the places before have not got.
_NOT_IN = re.compile("(?:不在|未在|不属于|不属)[“]?$")
_ITS_RANGE = re.compile(
    "[”]?(?:平台|系统|应用|服务)?的?(?:首批|第一批)?(?:试点|覆盖|服务|建设|推广|应用|实施)*(?:范围|名单|区域|之列)"
)


def is_made_known(scene: Scene, mention: Mention) -> bool:
    """Whether a scenario is only made known or taught at the places before it, or they are told to be none of those that have it."""
    before, behind = scene.between(scene.start, mention.start), scene.between(mention.end, scene.end)
    if _NOT_IN.search(before):
        return _ITS_RANGE.match(behind) is not None
    taught = _IS_HELD.search(before) and _LESSONS.match(behind)
    told = _TOLD.search(before) and not _PUT_UP_AS.search(before)
    return bool(taught or told or _ITS_RENOWN.match(behind))
