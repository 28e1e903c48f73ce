"""That a thing is still on its way, by what the rest of its sentence says: 仍在调试，评估通过后上线; 尚未动工; 提交下月会议表决."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.status.verbs import AGREE, BEGIN, BUILD, DRAFT, FINISH, FORCE, INTEND, ISSUE, OPEN, PREPARE, REACH, RUN, UNDER

__all__ = ["is_pending", "is_running"]

_CLAUSES = re.compile("[，；]")
#: Names in the same row as the one that is looked at: what is said of them is said of it.
_FELLOWS = re.compile(
    r"[》”]?(?:（[^）]{0,20}）)?(?:(?:[、和与及]|以及)?(?:《[^《》]{2,40}》|“[^“”]{1,24}”|[\u4e00-\u9fffA-Za-z+]{2,16}?(?:平台|系统)(?=[、，和及等])))+(?:等(?=，))?"
)
#: Where the sentence turns to another thing.
_ANOTHER = re.compile("[“《]")
#: Where the words turn to somebody else, or to another matter.
_TURNS = re.compile(
    rf"[，；](?:但|同时|此外|另外|对此|为此|因此|不过|然而|目前|现|且|并)?(?:我(?:[区市县省局委们镇]|街道)(?=(?:还|另|也|将|拟|正|已|计划|继续|进一步|今年|明年)*(?:{BUILD}|推进|推动|加快|组织|制定)[^，。；]{{2}})|本[区市县]|全[区市县省]|{alternation('turns')}|第[二三四]批|[二三]期(?!工程)|[^，。；]{{2,16}}(?:园区?|街道|[镇乡]|社区|医院|学校|商圈|中心|大厦|广场)(?=也|则|还|将|预计|拟|计划|明年|年内))"
)
#: That it runs, holds or was used.
_RUNS = re.compile(
    rf"已(?:经|全面|正式|在|于|先后|陆续)*[^，。；]{{0,6}}?(?:{OPEN}|{FORCE}|{RUN})(?!后|[^，。；]{{0,8}}(?:招标|采购|论证|编制|方案|前期|申报|评审|立项|设计|程序))"
    r"|(?:^|[^试])运行(?:以来|平稳|良好|稳定|[一两三半]年|$)|已(?:经|全部|均)*(?:编制|制定)(?:完成|完毕)?$|累计|(?<![将可能])(?<!早日)(?<!尽快)惠及|日均|月均|年均|自(?:20\d\d|去|今|前)年|以来|发放|办件|(?:服务|覆盖|注册|访问|匹配|接入|接待|使用率|受益|下载|存入)[^，。；]{0,6}\d"
    r"|^(?:首飞|首航|开航)|取得[^，。；]{0,6}(?:经验|成效)|^[^，。；]{0,6}(?:整合|跑通|完成了|实行|覆盖|服务)|去年(?!底?(?:完成|启动|列入|立项))|有效期|现行|施行(?:以来|后|至)|联合印发|联发|起施行|起执行|第[一二三四五六七八九十\d]+条|按照?《|(?:已|被)?(?:废止|取代)"
    r"|^(?![待拟将正尚需须]|计划|预计|力争|争取|有望|目前正)[^，。；]{0,8}(?:明确|规定|要求|作了|增加了|设置了|批复|修订|印发|发布)(?!稿|中|工作|拟|将|计划|后)"
)
#: Before what a later clause says, where that has no subject of its own.
_STILL = "(?:目前|现阶段|现|也|并|但|还|仍|均|都|已|尚|暂时|暂|当前)*"
#: What has to come first: 尚未对外受理, 还没有动工.
_NOT_YET = (
    rf"(?:(?:未|至今未能?|至今没有|没有?|未能|不能)[^，。；]{{0,8}}(?:{OPEN}|{ISSUE}|{FINISH}|{BUILD}|{PREPARE}|{BEGIN}|对外|结束|开始|开展|完成|动笔|接听|确定|服务|群众来电){{1,4}}$"
    rf"|(?:待|需|须|有待|等待|须待|需待)[^，。；]{{0,14}}(?:{AGREE}|{PREPARE}|{OPEN}|{ISSUE}|评审|统筹|同意|放开|到位|研究|会签|讨论)(?:后[^，。；]{{0,6}})?$"
    r"|属空白|只能等待|差[^，。；]{2,20}(?:没有|未))"
)
#: What is going on: 仍在合规评估, 处于财政会签阶段, 正广泛听取意见.
_UNDER_WAY = (
    rf"(?:(?:处于|处在|处|在|进入)[^，。；]{{0,14}}(?:{DRAFT}|{PREPARE}|{AGREE}|{UNDER}|测试|建设)[^，。；]{{0,6}}(?:阶段|环节|[之当]?中)$"
    rf"|(?:在|正在|正)(?!式)[^，。；]{{0,10}}{UNDER}(?:$|[之当]?中|阶段|环节|[^，。；]{{0,8}}意见)"
    r"|(?:已|正在?)?(?:上报|报送|呈报|报请|提交)[^，。；]{2,12}?(?:等待|待|进行)?(?:审批|批复|审核|审定|批准)$"
    r"|(?:正在?)?(?:等待|静待|(?<![期招接等对优款])待)[^，。；]{1,14}?(?:批复|批准|审批|审核|发行|下达|拨付|到位|立项)(?:后[^，。；]{0,8})?$"
    r"|(?:正在?)?(?:履行|办理|走)[^，。；]{0,8}(?:招标|采购|审批|立项|报批|前期)(?:程序|手续|流程)"
    r"|抓紧(?:编印|编写|编制|起草)"
    rf"|(?:完成|通过|启动)了?[^，。；二三]{{0,6}}(?:立项|可研|可行性研究|初步设计|方案设计|施工图设计|招标|采购|前期工作|选址)(?:报告|工作|审批|批复|评审|公告)?$"
    rf"|(?:被)?(?:列入|写入|编入|纳入)[^，。；]{{0,12}}(?:(?:明年|下一年度|下年度|明后年)|[^，。；]{{0,6}}(?:储备|项目库|制定计划|立法计划|预算)$))"
)
#: A draft of it: 初稿预计四季度形成.
_DRAFT = "(?:文稿|初稿|送审稿|征求意见稿|草案)(?:已|正|预计|将|完成|经)"
_WHEN = r"(?:明年|后年|年内|年底前?|下半年|下月|下周|下学期|下一?季度|[一二三四]季度|今冬|明春|届时|[^，。；]{2,4}(?:节|假|期|收|庆|秋|学)(?:之)?(?:前|后)|秋季学期|学期初)"
_AFTER = (
    r"(?:[^，。；\d]{2,16}?(?<![以今此先随前最事然])(?<!建成)(?<!之后)(?:之?后|以后)(?:即行|再|才能?|方可|方能|另行|即可?|便)?)"
)
_BEGINS = rf"(?:{OPEN}|{FINISH}|{BEGIN})(?:交易|申请)?(?:[到至于在][^，。；]{{1,8}})?$"
_ISSUED = rf"(?:{ISSUE}|{FORCE}|{REACH})$"
_MEANT = rf"(?:{INTEND}(?<![动作项年度]计划)(?!到|分[一二三四五两\d])|力争|争取|打算|适时|择机|初定|定于|待(?=[^，。；]{{2,20}}后)|{_AFTER}|(?:拟|将|计划|预计)?{_WHEN})"
#: When it will be: 评估通过后上架, 预计10月安装到位, 力争中秋前亮相; 下月提请审议, 提交大会表决.
#: Not 拟在甲社区开展乙试点, which is another thing.
_WILL = rf"{_MEANT}(?:(?!(?:开展|打造)(?!{_BEGINS}))[^，。；]){{0,16}}?{_BEGINS}"
_WILL_BE_ISSUED = (
    rf"(?:{_MEANT}[^，。；]{{0,16}}?{_ISSUED}|提交[^，。；]{{0,12}}(?:会议?|大会|局务会|例会)(?:表决|审议|讨论|研究)?$)"
)


def _cues(will: str, draft: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """To be searched for in the clause that a name stands in, and to be matched at the head of a later one."""
    near = rf"(?:[尚还仍暂]|至今){_NOT_YET}|(?:(?:仍|尚|还|也|正|目前|现)|^|系统|平台){_UNDER_WAY}|{will}{draft}"
    return re.compile(near), re.compile(
        rf"{_STILL}(?:(?:(?<=[尚还仍暂])|(?=待|需|须|至今)){_NOT_YET}|{_UNDER_WAY}|{will}{draft})"
    )


_SERVICE = _cues(_WILL, "")
_DOCUMENT = _cues(_WILL_BE_ISSUED, f"|{_DRAFT}")


def is_pending(tail: str, *, document: bool = False) -> bool:
    """Whether the words behind a service's or a document's name, up to the next name, say that it is not there yet.

    Parameters
    ----------
    tail:
        The rest of the sentence behind the name.
    document:
        Whether the name is a document's, which is issued where a service is opened.
    """
    near, later = _DOCUMENT if document else _SERVICE
    first, *rest = _CLAUSES.split(_own_words(tail))
    if _RUNS.search(first):
        return False
    if near.search(first):
        return True
    for clause in rest:
        if _RUNS.search(clause):
            return False
        if later.match(clause):
            return True
    return False


def is_running(tail: str) -> bool:
    """Whether the words behind a service's name, up to the next name, say that it runs or was used; see :func:`is_pending`."""
    return any(_RUNS.search(clause) for clause in _CLAUSES.split(_own_words(tail)))


def _own_words(tail: str) -> str:
    """The words behind a name, and those in a row with it, up to the next name or to where they turn to somebody else."""
    fellows = _FELLOWS.match(tail)
    rest = tail[fellows.end() :] if fellows else tail.lstrip("》”")
    another = _ANOTHER.search(rest)
    rest = rest[: another.start()] + "…" if another else rest  # what stands right before the next name has that for its object
    turn = _TURNS.search(rest)
    return rest[: turn.start()] if turn else rest
