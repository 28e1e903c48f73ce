"""What ends like a carrier's name and is none: regions, kinds, titles, facilities, quarters of a city."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.mentions.names import is_unknown
from graph.reading.place import find_divisions

__all__ = [
    "is_body",
    "is_house_of_ideas",
    "is_kind_of_site",
    "is_kind_there",
    "is_no_site",
    "is_of_a_body",
    "is_quarter",
    "is_title",
    "rank_before",
]

#: What is a region, a rank or a kind, whatever stands before it.
_REGION = re.compile(r"(?:地区|区域|流域|经济圈|都市圈|城市群|生活圈|经济带|城区|大湾区|生态经济区|联动区)$")
#: Words for what a park may be that say nothing of which one it is, each with those that it goes with.
_KINDS_OF_SITES = (
    # 创新型产业社区
    r"[型性]([\u4e00-\u9fff]{2,4})?(?:社区|园区|基地|载体|街区|小镇)$",
    r"^(?:专业化?|综合性|标准化|专业性|多功能|一体化|全链条)[\u4e00-\u9fff]{0,10}(?:园区?|基地|社区|载体|街区|中心|集聚区)$",
    # 中央商务区, 国际化商业区
    r"^(?:国际化|现代化|高端|区域性?)?(?:中央)?(?:商务区|商业区|活力区|核心区|科创区)$",
    r"^(?:国家|省级|市级|区级|县级)?(?:大学科技园|小微企业园|企业园|工业集中区)$",
    # 甲片区写字楼
    r"(?:片区|街|商圈|区域|地区|新城|老城|[市区县])(?:甲级|高端)?写字楼$",
    # 国别园, 市级…, 甲—乙—丙
    r"国别|^(?:国家|省|市|区|县|世界)级|—[^—]*—",
    # 文旅小镇, 生态古镇
    r"^(?:特色|康养|边境|文旅|旅游|科技|运动|体育|健康|电商|直播|生态|美丽|历史|文化|度假|农业|产业|创意|温泉|民俗|森林|数字|未来|智慧|水乡|田园|滨海|山水){1,3}(?:小镇|古镇)$",
    # 红色研学旅行基地
    r"^(?:红色|研学|旅行|旅游|廉政|党员|教育|文化|科普|实践|国防|爱国主义|民族|体育|劳动|亲子){2,4}(?:小镇|基地|营地)$",
    # 临空新城
    r"^(?:国际|现代|新型|区域|空港|临空|临港)*(?:陆港|空港|水港|物流港|航空城|新城|枢纽港)$",
    # 三谷
    r"^[两三四五六七八九十][谷园城港镇湾岛区]$",
    # 三大片区, 两个基地, 东部
    r"[一二三四五六七八九十\d][大个](?:功能区|片区|园区|商务区|集聚区|新城|板块|基地)$|^(?:新区|[东西南北中]部)$",
    r".[两三四五六七八九十][个家座](?=.*(?:园区?|器|基地|楼宇|大厦|载体|中心|城|港|谷)$).|[两三四五六七八九十\d]大(?=[^路道桥]{2,10}(?:区|基地|园区|板块)$)|^[两三四五六七八九十]大",
    # 离岸孵化器
    r"^(?:离岸|飞地|异地|域外|反向)(?:创新|科创|人才|科技|双创|创业|企业|飞地)*(?:孵化器|加速器|孵化基地|孵化中心|创新中心|基地|园区?)$",
    # 省级高新区, 飞地园区, A区, 会展中心
    r"^(?:国家级?|省级|市级|区级|县级|飞地|各类|现代|传统|[里中内])*(?:高新区|经开区|开发区|工业园区|产业园区|园区|综保区|综合保税区|保税区|自贸区|启动区|集聚区|中试基地|大学城|[A-Z]区|NO\.?\d|(?:展览|演艺|会展|活动)中心)$",
    # 零碳园区, 经济开发区, 乡镇工业集中区, 梅花鹿产业集群
    r"^(?:零碳|低碳|近零碳|化工|农业|经济|乡镇|智慧|数字|标准化?|小微)*(?:园区|开发区|工业集中区|先导区)$|^(?:特色|专业|精品|标杆|优势|主题|生态)+(?:产业)?园区?$|产业集群$"
    r"|^(?:现代|综合|仓储|冷链|农产品|商贸|智慧|城乡|大型|专业)+物流园区?$",
    # 大型综合购物中心, 湾区, 产业载体
    r"^(?:特?大型|中小型|综合性?|一站式|主题|商业|城市|社区|文旅|休闲|生活|服务)*(?:购物中心|商业中心|商业广场|综合体|商场|卖场)$|^[江河湖海]?湾区$"
    r"|^(?:[\u4e00-\u9fff]{2,3})?(?:产业|创新|创业|科技|科创|招商|优质|楼宇|文化|企业|孵化)+载体$",
    # 新一代产业园区, 甲区特色产业园区
    r"^(?:新一代|新型|全新)(?:产业|科技|创新|科创)*(?:园区|社区|载体|基地)$|^[\u4e00-\u9fff]{2,3}特色产业园区$",
    # 商贸物流区
    r"^(?:商贸|物流|仓储|冷链|化工|加工|居住|生活|科研|办公|研发|生产|制造|展示|高新技术|新兴){1,3}区$",
    # 美食街区, 夜间经济集聚街区, 特色夜市, but 民俗文化街, which may be a name
    rf"^(?:{alternation('place_attributes', 'market')}){{1,4}}(?:街区|街|夜市|集市)$",
    # 软件产业基地
    r"^(?:软件|信息|电子|文化|创意|数字|生物|医药|新能源|新材料|装备|汽车|科技|高新技术)+产业基地$",
    # 甲市主体功能区, 重要承载区, 数字赋能产业园区, 三大科创走廊
    r"主体功能区$|重要承载区$|^[\u4e00-\u9fff]{2,4}赋能|[两三四五六七八九十]大[\u4e00-\u9fff]{0,6}(?:走廊|产业带)$",
    # 工业集聚区
    r"^(?:工业|产业|商业|农业|服务业|文化|科技|金融|创新|人才|先进制造业|现代服务业|大数据|人工智能|数字经济|软件|信息|生物医药|新能源|新材料|装备制造|文创|电商|物流|商贸|综合体|总部|企业){1,2}(?:集聚|聚集)区$",
    # 甲片区写字楼, 乙街写字楼: those that stand there
    r"[区街路镇圈]写字楼$",
    # 医药化工园区, 印染园区, 华人聚集区, 现代化大厦
    r"^(?:(?:医药|有机|无机|石油|煤|氟)化工|印染|电镀)园区?$|^(?:华人|外国人|外籍人士|老年人?|人口|居民|商户|人群|人员|少数民族|流动人口|青年)(?:集聚|聚集|聚居)区$"
    r"|^(?:现代化|智能化|标志性|超?高层|老旧|闲置|高端)*(?:大厦|大楼)$",
    # 观光旅游服务区, 国际环保技术合作区, 高新技术产业区
    r"^(?:观光|旅游|休闲|游客|公共|综合|商务|生活|配套|治理|技术)+服务区$|^(?:国际|环保|高新|技术|科技|创新|生态)+(?:产业|技术合作)区$",
    # 拟新建园区, 在建载体
    r"^(?:拟|计划|规划|即将|已|正)?(?:新建|在建|续建|待建|扩建|改建|改造|建成|投用|新增)(?:的|成)?(?:产业|科技|工业|专业|特色)*(?:园区?|载体|楼宇|基地|孵化器|街区)$",
    # 众创空间-孵化器-加速器
    r"^(?:(?:众创空间|孵化器|加速器|产业园区?|科技园区?|园区|苗圃|载体)[-—－+＋]*){2,6}$",
    # 经济技术试验区, 文化创意园
    r"^(?:新兴|现代|智能|智慧|绿色|先进|经济技术|高新技术|经济|文化|创意|自贸|工业|产业|科技|境外|联动|城市|海绵城市|老旧|厂房|垃圾处理)*(?:产业园|科技园|创意园|商城|试验区|实验区|古城|老城|集中区|片区|商务区|创新区|硅巷|境外园|分园)$",
)
_SUCH_SITES = re.compile("|".join(_KINDS_OF_SITES))
#: What is said of a place's rank before its name, and is no part of it: 一流甲产业带.
_RANK = re.compile(
    r"(?:(?:国际|国内|世界|全国|全省|全市|亚洲|行业)?(?:一流|领先|顶尖)的?|高品质|高标准|高水平|高能级|现代化|特?大型|超大型)(?=[\u4e00-\u9fff]{2})"
)
#: What a model takes for a carrier's end and is none.
_ABSTRACT = re.compile(
    r"(?:经济|产业|行业|领域|技术|知识|旅游|创新|发展|转型|建设|改造|规划|工程|政策|系统|服务|体系|活动|联盟|大会|指数|模式|功能|资源|能级|水平|生态)$"
)


def is_kind_of_site(name: str) -> bool:
    """Whether what ends like a carrier's name is a region or says what kind of place it is: 甲乙地区, 创新型产业社区, 中央商务区, 上海某产业园."""
    name = name[rank_before(name) :]
    return "某" in name or bool(_REGION.search(name) or _SUCH_SITES.search(name))


#: A kind of place by the words that every such place may bear: 文创园, 双创基地, 科技企业孵化器.
_BARE = (
    r"(?:文创|双创|孵化|创业|创新|众创|科创|总部|电商|物流|冷链|创意|数字|现代|农业|标准|科技|企业|大学|中试|小微|产业|特色|专业|高新|技术|经济|工业|商务|旅游|产学研){0,4}"
    r"(?:园区?|基地|孵化器|加速器|空间|楼宇|示范区|集聚区|开发区|度假区|试验区|小镇|街区|集群|强镇|平台)"
)
_BARE_NAME = re.compile(_BARE)
_BARE_BEHIND = re.compile(rf"[”]?(?:、|和|与|及|以及){_BARE}(?=[、，。；：的等和与及为]|建设|能级|提升|发展|开展|[\dA-Za-z]|$)")
_BARE_BEFORE = re.compile(rf"(?:^|[、，。；：为以对在造设进强动与和的级类]){_BARE}(?:、|和|与|及|以及)$")


#: 示范区 by itself is short for one that the text names.
_SHORT_KINDS = frozenset(("示范区", "集聚区", "试验区", "先行区"))
#: Before 示范区 in a name, or where a short name is told.
_NAMED_SHORT = "(?:(?:创新|一体化|经济|产业|发展|合作|转移|自贸|生态|制造|改革|农业|科技|能源|氢能|数据|低碳|旅游|文化|消费|航空|融合|协同|绿色|智能)|称“?)"


def is_kind_there(text: str, start: int, end: int) -> bool:
    """Whether a name of common words alone is a kind where it stands: 打造文创园、双创基地; 示范区 in a text that names none.

    Parameters
    ----------
    text:
        Of the flow.
    start, end:
        The name's span in it.
    """
    if text[start - 1 : start] == "《" and text.startswith("》", end):
        return True  # 《甲高新区》记者: a journal, or a film
    if text[start:end] in _SHORT_KINDS:
        return not re.search(_NAMED_SHORT + text[start:end], text)
    row = _BARE_BEHIND.match(text, end) or _BARE_BEFORE.search(text, max(start - 20, 0), start)
    return bool(row and _BARE_NAME.fullmatch(text, start, end))


def rank_before(name: str) -> int:
    """Length of the words before a site's name that only praise it: 一流 of 一流甲产业带."""
    rank = _RANK.match(name)
    return rank.end() if rank else 0


#: Houses that serve the public or hold machines, and no firms.
_FACILITY = re.compile(
    r"(?<!购物)(?<!文创)(?<!创意)(?<!文化)(?<!产业)(?<!科技)(?<!创新)(?<!数据)(?<!软件)公园$|(?:乐园|海洋世界|景区|风景区|遗址|故居|纪念馆|博物馆|美术馆|车站|机场|码头|港口|体育场|体育馆|市场|菜场|食堂|公寓|酒店|宾馆|(?:高速[\u4e00-\u9fff]{0,6}|[东西南北])服务区|大桥|隧道|高铁|地铁|湿地|水库|古镇|停车场|充电站|驿站|电站|幼儿?园)$"
    rf"|(?:{alternation('centre_kinds', 'seen')})中心$"
    r"|(?:科普|教育|实践|训练|实训|培训|运动|体育|车辆|种植|养殖|蔬菜|采摘|竞训|科普教育|起降|试飞|红色|国防|研学)基地$|(?:站|东站|西站|南站|北站)[东西南北]?广场$"
)
#: A title that a place is given: its rank, and only common words behind it.
_CORE_OF_A_RANK = re.compile("(?:示范区|试验区|实验区|先导区|先行区)(?:的)?核心区$")
_TITLE = re.compile(
    r"^(?:国家|全国|中国|首批|省|市|区|县|[\u4e00-\u9fff]{2,3}[省市])(?:级|首批|第[一二三四五六七八九十]批)?(?P<what>[\u4e00-\u9fff]{0,16}?)"
    r"(?:示范(?:产业)?(?:园区?|基地|区|县|街区|社区|企业|楼宇)|先导区|先行区|特色小镇|科普(?:教育)?基地|教育基地|实验基地|试验区|众创空间|孵化器|先进园区|优秀园区)$"
)


def is_title(name: str) -> bool:
    """Whether a name is a rank that many places have: 国家新型工业化产业示范基地, 甲省知识产权示范园区."""
    if _CORE_OF_A_RANK.search(name):
        return True
    title = _TITLE.match(name)
    if title is None:
        return False
    what = title.group("what")
    return not find_divisions(what) and not is_unknown(what[:2] or "示范")


def is_no_site(name: str) -> bool:
    """Whether what no rule saw is no carrier by its last word: a kind or a region, a facility, what cannot be moved into."""
    return is_kind_of_site(name) or bool(_ABSTRACT.search(name) or _FACILITY.search(name)) or is_title(name)


#: 甲新城 and 乙度假区 without a trade of theirs are quarters of a city.
_QUARTER = re.compile(r"(?<!产业)(?<!科技)(?<!创)(?<!高铁)新城$|度假区$")


def is_quarter(name: str) -> bool:
    """Whether a name is that of a new town or a resort, which hosts more than firms."""
    return bool(_QUARTER.search(name))


#: 甲乙创新中心 is mostly a body: of fourteen in real replies thirteen are.
_BODY = re.compile(r"(?:科创|创新|转化|研究)中心$")


def is_body(name: str) -> bool:
    """Whether a name is mostly that of a body that researches or transfers, and of no house of firms."""
    return bool(_BODY.search(name))


_IDEAS = re.compile("(?:科创|双创|数智|创智)中心$")
_OF_A_BODY = re.compile(
    "大学|学院|研究院|研究所|浙大|国家|[省市]级|(?:技术|制造业|产业|协同|联合|应用|研究|质量|标准|工程)创新中心$"
)


def is_house_of_ideas(name: str) -> bool:
    """Whether a list's item is a house for firms by its ending, of which fourteen of seventeen in annotated replies are: 甲科创中心."""
    return bool(_IDEAS.search(name)) and not is_of_a_body(name)


def is_of_a_body(name: str) -> bool:
    """Whether a centre is a university's, or a rank that a body has: 甲大学科创中心, 国家乙技术创新中心."""
    return bool(_OF_A_BODY.search(name))
