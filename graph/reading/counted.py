"""What a figure counts, and of which year it is: the words around it."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation

__all__ = ["counted", "is_former", "names_something", "year_of"]

#: Right before a number, that it is about so many.
_ABOUT = "约|近|超过?|逾|达到?|突破|不少于|不低于|至少|最[高多低少]|一共|总共|共|共计|累计"
#: Words of which the first character is no verb: 有机食品, 共享车位, 为老服务, 从业人员, 超市.
_WORDS = (
    "有[机效色线轨害偿限关声毒]|共[享建治性]|为[民老农企]|从[业事]|超[市级高低算声导]|等[级候]|达[标产]|近[视海]|至诚|和[谐平]|并[网购]"
    "|社会(?:资本|组织|投资|救助|化|面|保障|主义|事业|消费|福利)|与会|向阳|完成[率额量]|建设(?:期|用地|资金|经费|规模)|建成区|拥有[量率]"
    "|推进会|发布[会量]|新增[率量]"
)
_STRIP = re.compile(
    rf"^(?!{_WORDS})(?:近几?年(?:以?来)?|实现|完成|累计|新增|共|共有|共计|现有|拥有|建成|建设|打造|全力打造|推动|推进|达到?|为|已|已有|有|了|全市|全区"
    r"|其中|并|等|的|和|与|向|社会|发布了?|截[止至]到?(?:目前|20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日|[底末初])?|(?:今年|去年)?\d{1,2}月[底末]?)|连续|超|约|近|至|从|目前|到20\d\d年(?:年?[底末])?前?|计划(?!项目|任务|数|总|生育|单列)|预计|力争|拟)"
)
_TRIM = re.compile(r"[的了等、（“”：]+$|^[的了等、（“”：]+")
#: Behind what is counted: 企业数量达, 道路宽度为.
_IS = re.compile("(?:已|已经|分别|均|总数|现){0,3}(?:达到?|为|有|共有|达成|只有|仅有|约为)$")


#: 15分钟社区生活圈, 10分钟车程可达的覆盖率: a time or a way by which something is called, and no figure of its own.
_CALLED_BY = re.compile(
    "(?:分钟|小时|公里|千米|米|天)(?=[^，。；、“《达到]{0,10}(?<!商)圈|[^，。；、“《]{0,10}(?:覆盖|可达|到达|响应)率)"
)
#: 24小时自助服务区, 7×24小时值守: day and night; 缩短到24小时, 24小时办结 is a time.
_ROUND_THE_CLOCK = re.compile(
    rf"24小时(?:[”“]|(?:均|都|可|实时|连续|线上|自动|人工|专人|远程|轮流|无人|政务|医疗|水质|异味){{0,3}}(?:{alternation('times', 'round-the-clock')}))"
    "|(?:(?<=[×xX*])|(?<=7天)|(?<=全天)|(?<=昼夜))24小时"
)
#: Of what stands at which place, which is all that a clause says: 甲的数量位列全省第一，总面积….
_RANKED = re.compile("位列|位居|名列|排名|(?<=[居列])全|居首|前列$|第[一二三四五六七八九十]$")
#: That what comes is told against what was told before: 同比增长8%, 占全市36%.
_AGAINST = re.compile("(?:比|同比|环比|增|占(?!地)|率)")
#: 甲县乙镇12个村进行调研: where what is counted ends and what is said of it begins.
_PREDICATE = re.compile(
    "(?<=[^，。；]{2})(?:均|都|已|进行|开展|实现|全部|正在|先后)|(?<=^[区县市镇乡村])(?:均|都|已|进行|开展|实现|全部|正在|先后)"
)
#: 项目由村、镇实施, 企业按照贷款额给予贴息: by whom and for what, behind what is counted; not 由乙运营的充电桩.
_BY_WHOM = re.compile(
    r"(?:专项|主要|全部|均|统一)?(?:由(?![来于此])|按照|根据|依据|用于|用以)(?![^，。；]{1,24}的[^，。；的]{2,12}$)|(?:按照|根据|依据)"
)
#: 事件平均处置时间由2小时降到: how it was before.
_CHANGED = re.compile(
    r"(?<=[^，。；]{2})由[^，。；、]{1,16}?(?:增|降|减|缩|压缩|提高|扩|升|上升|调)(?:加|长|低|少|短|减|大)?(?:[至到为])?$"
)
#: 处置时间由2小时降到35分钟: around how it was.
_FROM = re.compile(r"(?<=[^，。；]{2})[由从](?:原[来先]?的?|过去的?|不足)?$")
_TURNED = re.compile("(?:左右|以上|以内)?(?:大幅|逐步|进一步)?(?:增|降|减|缩|压|提高|扩|升|上升|调)")
#: 由村、镇实施的有24个: of those who do it none is left out.
_BY_SEVERAL = re.compile(r"由[^，。；、\d]{1,8}(?:、[^，。；、\d]{1,8}){1,4}的?(?:有|共有)?$")
#: The first figure of a clause, with what leads up to it; neither a year nor part of a word (5G, 10G-PON).
_FIRST_FIGURE = re.compile(
    r"(?:已经?|共|达到?|为|有|约|近|逾|超过?|突破|完成|实现){0,4}(?<![\dA-Za-z.”-])\d[\d.,]{0,12}(?:[-—~]{1,2}\d[\d.]{0,12})?(?![\d年月A-Za-z-])"
)


#: 由原来的20个工作日压缩至5个: before and behind what was so before, of no year that is told.
_BEFORE_IT_CHANGED = re.compile(
    r"[由从](?:原[来先有]?的?|过去的?|最初的?|以前的?|之前的?|以往的?|此前的?|平均|目前的?|现在的?){0,3}$"
)
_CHANGED_TO = re.compile(
    r"(?:左右|以上)?(?:一[班趟次])?(?:大幅|逐步|进一步|分别|已|均){0,2}"
    r"(?:压缩|缩短|缩减|压减|精简|增加|增长|提高|提升|降低|下降|减少|扩大|扩展|扩充|上升|上调|下调|调整|优化|延长|增|减|升|降|扩|调|缩)[至到为成](?=[^，。；]{0,8}\d)"
)


def is_former(text: str, start: int, end: int, figure: tuple[int, int]) -> bool:
    """Whether a figure of a sentence, told by its positions, is only how it was: the 20 of 由20个工作日压缩至5个."""
    return bool(
        _BEFORE_IT_CHANGED.search(text, max(start, figure[0] - 14), figure[0]) and _CHANGED_TO.match(text, figure[1], end)
    )


def names_something(text: str, start: int, end: int, figure: tuple[int, int]) -> bool:
    """Whether a figure of a sentence, told by its positions, only names something, or is part of a title."""
    called = _CALLED_BY.search(text, figure[0], end)
    if called and called.end() == figure[1]:
        return True
    if _ROUND_THE_CLOCK.match(text, figure[0], end):
        return True
    return text.rfind("《", start, figure[0]) > text.rfind("》", start, figure[0])


def counted(text: str, sentence: int, clause: tuple[int, int], figure: tuple[int, int]) -> str:
    """The words behind a figure, else those before it; the clause before where those say too little.

    Parameters
    ----------
    text:
        The flow.
    sentence, clause, figure:
        Where the sentence begins, and where the clause and the figure begin and end.
    """
    start, end = clause
    ahead = _one_word(text[start : figure[0]])
    several = _BY_SEVERAL.search(ahead)
    words = re.sub(rf"(?:{_ABOUT})$", "", several.group() if several else _without_bracket(re.split(r"[、；]", ahead)[-1]))
    before = _CHANGED.sub("", _IS.sub("", _bare(words)))
    behind = _behind(_one_word(text[figure[1] : end]), before)
    if len(behind) >= 2 and _NOT_ITS_OWN.search(re.split(r"[、；]", ahead)[-1]):
        before, behind = "", _behind(_one_word(text[figure[1] : end]), "")
    if _FROM.search(before) and _TURNED.match(text, figure[1], end):
        before, behind = _FROM.sub("", before), ""
    if len(behind) == 1 and not before:  # 全市16个区
        before = words
    what = before + behind if len(behind) < 8 else behind
    if len(what) < 6 and start > sentence:
        earlier = text[sentence : start - 1].rsplit("，", maxsplit=1)[-1]
        number = _FIRST_FIGURE.search(earlier)
        ranked = len(what) >= 3 and _RANKED.search(earlier)
        if not ranked and (number is None or len(what) < 2 or _AGAINST.match(what)):
            head = _bare(earlier[: number.start()]) if number else ""
            what = (head or _said_before(earlier, what, told=number is not None)) + what
    return what.translate(_AS_WRITTEN)[:40]


#: 投入资金3.5亿元（市级: a figure before a bracket in which the next one stands.
_IN_BRACKET = re.compile(
    rf"(?P<what>[^（）]*?)(?:{_ABOUT})?(?<![\d.A-Za-z])\d[\d.]*(?![\d.年月A-Za-z])[^（）\d]{{1,8}}（(?P<inside>[^（）]*)"
)


def _without_bracket(words: str) -> str:
    """The words up to a figure in brackets, without the figure before the bracket: 投入资金市级, 培训护理员高级."""
    found = _IN_BRACKET.fullmatch(words)
    return found["what"] + re.sub("^(?:其中|含|包括|约合?|折合|即)[：，]?", "", found["inside"]) if found else words


#: 129个县（市、区）: the ranks in brackets are one word with the one before them.
_RANKS = re.compile("(?<=[县市区旗])（[县市区旗](?:、[县市区旗]){0,3}）")
_AS_ONE, _AS_WRITTEN = str.maketrans("（、）", "\ue000\ue001\ue002"), str.maketrans("\ue000\ue001\ue002", "（、）")


def _one_word(words: str) -> str:
    """The words with the marks inside 县（市、区） hidden, by which they would be cut."""
    return _RANKS.sub(lambda ranks: ranks.group().translate(_AS_ONE), words) if "（" in words else words


#: What is counted at what a clause before it names, and says little by itself: 占地, 总建筑面积, 总投资.
_MEASURE = re.compile(
    "(?:[\u4e00-\u9fff]|[A-Z]座){0,4}(?:占地|面积|投资额?|规模|用地|全长|长度|宽度|高度|体量|容量|规划|出租率|入驻率|床位|泊位)"
)
#: What says nothing without the clause before it: 首批, 每年, 合计.
_SAYS_LITTLE = re.compile(
    r"(?:首[批期]|每.|合计|全年|[上下]半年|平均|[年日月]均|总数|人数|左右|[我本全][省市区县]|今年|去年|将|已|到|新建|能够|占(?!地)|[同环]比|比上年|增|降|覆盖|可|入选|[两二三]批)"
)
#: 甲小镇选址于…, 甲园: what a clause is about, before what it says of it; nor what somebody does to it.
_THING = "(?:园区?|基地|小镇|中心|片区|新区|高新区|商务区|平台|公路|大道|路|厂房|馆|大厦|楼|广场|街区|社区|市场|基金|产业区|集聚区|示范区|区块|港|科技城|航天城)[”]?(?:项目|工程)?"
_ABOUT_IT = re.compile(
    rf"(?:其中|此外|目前)?(?P<name>[\u4e00-\u9fffA-Za-z0-9·“”]{{2,24}}?{_THING})(?=$|位于|[坐座]落|选址|地处|紧邻|由|正在|在|于|是|作为|落户"
    r"|(?:现?已|正式|去年|今年|20\d\d年)[^，。；]{0,8}(?:开工|动工|竣工|投用|启用|启动|封顶|开园|建成)$)"
)
_DONE_TO_IT = re.compile(
    "推动|推进|建设|打造|启动|设立|组建|改造|引进|投资|支持|开展|实现|加快|完成|按照|利用|依托|召集|[把对将为在到用向与和从给且含以拟是等、的]"
)
#: 开展了场景开放申报，累计立项12个: a call, and what came of it.
_CALL = re.compile(
    "(?:开展|组织|启动|举办|进行)了?(?P<call>[^，。；、]{2,20}(?:申报|评选|征集|遴选|认定|评审|比选|大赛|招标))[”]?$"
)
_CAME_OF_IT = re.compile("立项|入选|入围|评[出选定]|征集|遴选|认定|收到|获评|中标")

#: 甲银行推出“乙贷”，已放款1亿元; 推进“丙服务”2.0试点，打造七类场景: what somebody put up, by its name.
_PUT_UP = re.compile(
    r"(?:推进|推出|上线|打造|建设|开展|实施|推广|试点|启动|运营|启用)了?[^，。“”]{0,8}“(?P<name>[^“”]{2,14})”(?P<version>(?:\d\.\d)?)[^，。；]{0,8}$"
)


def _said_before(earlier: str, what: str, *, told: bool) -> str:
    """What of the clause before belongs to what is counted: all of it where that says too little, else the thing that is measured.

    Of 534 annotated figures behind such a clause 436 are called by less of it than the whole clause, and 98 by more.
    """
    if told or len(what) < 2 or _SAYS_LITTLE.match(what) or _AGAINST.match(what):
        return _bare(earlier)
    if (call := _CALL.search(earlier)) and _CAME_OF_IT.match(what):
        return _bare(call["call"])
    if put_up := _PUT_UP.search(earlier):
        return put_up["name"] + put_up["version"]
    about = _ABOUT_IT.match(earlier) if _MEASURE.fullmatch(what) else None
    return about["name"].replace("“", "").replace("”", "") if about and not _DONE_TO_IT.search(about["name"]) else ""


def _behind(rest: str, before: str) -> str:
    """What is counted of the words behind a figure: up to what is said of it, and none of them where they only say what a sum is for."""
    words = _PREDICATE.split(re.split(r"[、（）；]|共[计有]?(?=\d)", rest)[0], maxsplit=1)[0]
    by_whom = _BY_WHOM.search(words)
    if by_whom and (by_whom.start() >= 2 or len(before) >= 4):
        words = words[: by_whom.start()]
    return _bare(words)


def _bare(words: str) -> str:
    previous = None
    while previous != words:
        previous, words = words, _TRIM.sub("", _STRIP.sub("", words))
    return words.replace("“", "").replace("”", "")


#: 甲局、乙区等共计20个单位, 对接35个部门共115个系统: the last item of a row, or another figure, which this one does not count.
_NOT_ITS_OWN = re.compile(rf"(?:等(?:{_ABOUT}){{0,2}}|\d[^，。；、]{{1,12}}共[计有]?)$")
#: A year that things are said of: not what they are held against, nor when a document was issued, nor what is in its title.
_YEAR = re.compile(r"(?<![比较与和同])(?P<year>20\d\d)年(?![^，。；]{0,24}?(?:印发|出台|发布|下发|颁布|公布)[^，。；]{0,4}■)")
_TITLES = re.compile("《[^》]{1,80}》?|（[^）]{1,40}）")


def year_of(text: str, sentence: int, clause: int, figure: int) -> int | None:
    """The year last named before a figure in its clause, else the first that its sentence names before it.

    Parameters
    ----------
    text:
        The flow.
    sentence, clause, figure:
        Where these begin.
    """
    before = _TITLES.sub(lambda title: "■" * len(title.group()), text[sentence:figure])
    own = [year["year"] for year in _YEAR.finditer(before, clause - sentence)]
    earlier = own or [year["year"] for year in _YEAR.finditer(before)][:1]
    return int(earlier[-1]) if earlier else None
