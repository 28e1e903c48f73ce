"""What a reply only repeats of the proposal: what that asks for is not there, unless the reply says so or takes it up."""

from __future__ import annotations

import re

from graph.reading.reply import Reply, Sentence
from graph.reading.status.verbs import BUILD, OPEN, before_name
from graph.records import Mention

__all__ = [
    "is_answered",
    "is_asked_after",
    "is_asked_for",
    "is_document_asked_for",
    "is_granted",
    "is_proposed",
    "is_taken_up",
    "is_the_proposals",
    "is_to_be_tried_first",
    "is_wanted",
    "without_the_proposals_words",
]

#: Before what the reply repeats point by point: 3.建议引进甲公司.
_NUMBER = r"(?:（?[一二三四五六七八九十\d]{1,3}(?:[）、.．]、?|是))?"
#: What the proposal says, and nothing of what is there.
_PROPOSED = re.compile(
    rf"(?:^|[，；]){_NUMBER}(?:关于)?建议(?!书|稿|方案|吸收)[^，。；：]{{0,16}}(?:(?:{BUILD}|{OPEN}|设置|开设|增设|引入)[^，。；：]{{0,10}}|(?:引进|招引|吸引|争取)[^，。；：]{{0,30}})$"
    r"|(?:您|你们|您们|贵(?:[委组会党]|总?支|单位)|代表|委员|提案)[^，。；]{0,14}(?:提出|建议|提议|提到|所提)[^，。；]{0,16}$"
)
_ANSWERED = re.compile(
    r"[”]?[^，。；]{0,8}，(?:目前)?我[区市县省局委们][^，。；]{0,6}(?:已|目前已|均已)(?!采纳|吸收|收|转|阅|[与同和将]|对接|联系|沟通|邀|商请|提请|报请|建议|研究)"
    # 您提到的甲公司，其基地已在乙区投产
    r"|，(?:其|该公司|该企业|则|目前|现)[^，。；]{0,12}?(?<!正)(?:(?:已|均|都|就|现|则)*在|已?(?:落户|入驻|位于|设在))(?!研究|办理|推进)"
)
_ITS_SUBJECT = re.compile(r"(?:^|[）)、.．\s])关于[^，。；”]{0,18}$")


def is_the_proposals(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence only repeats what the proposal says of a thing: that tells nothing of when it is."""
    before = reply.flow.text[sentence.start : mention.start].rstrip("“")
    return is_proposed(reply, sentence, mention) or bool(_ITS_SUBJECT.search(before))


#: The title of a proposal, in marks or bare in a heading, up to what it asks for: 《关于打造甲园的建议》, （二）关于建设乙园的建议.
_IN_A_TITLE = re.compile(
    r"[《“](?P<asked>[^《》。；\n]*)$|^(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]?、?)?关于(?P<headed>[^《》，。；：\n]*)$"
)
_TITLE_ENDS = re.compile(
    r"[^《》。；\n]{0,60}?(?:建议|提案|议案)(?:[》”。]|$|\n)|[^《》。；\n]{0,40}?[”’]{1,2}的?(?:代表)?(?:建议|提案|议案)"
    # 关于建设“甲”的建议，我们将认真研究
    r"|[^《》，。；\n]{0,40}?(?:建议|意见|诉求|想法)，(?:我们|我[区县市局委]|[区县市][^，。；]{1,10}[局委办])?(?:将|会|拟)(?:会同[^，。；]{2,20}|予以|认真|进一步|积极|深入|充分)*(?:研究|考虑|论证|评估|反映|争取)"
    # 关于建设“甲”的建议，我局高度重视; not 高度重视，已建成
    r"|[^《》，。；\n]{0,40}?(?:建议|意见|诉求|想法)，(?:我们|我[区县市局委]|[区县市][^，。；]{1,10}[局委办])?(?:对此)?(?:高度|十分|非常|极为)重视(?![^。\n]{0,60}(?:已|目前|现[有在]|截至|[成到]了|开通|建成|投用))"
)
#: What a proposal asks for is not there; what it asks to be pushed on is, where it is a place.
_ASKS_FOR = re.compile(rf"(?:{BUILD}|{OPEN}|成立|规划|申报|争创|成为|引进|塑造)(?:成为|为|成)?[^，、的]{{0,6}}[“‘]{{0,2}}$")
_ASKS_ON = re.compile(r"(?:运用|推动|推进|加快|推广|完善)[^，、的]{0,8}[“‘]{0,2}$")
#: A verb that a name was read together with: 新建城区绿色食品产业园.
_VERB_WITHIN = re.compile("(?:新建|打造|筹建|塑造|创建|建设)[\u4e00-\u9fff]{3}")


def is_asked_for(reply: Reply, mention: Mention) -> bool:
    """Whether a park or a service stands in the title of a proposal, as what that asks for: 《关于打造甲园的建议》 says of none that it is there."""
    text, sentence = reply.flow.text, reply.sentence_at(mention.start)
    start = sentence.start if sentence else text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    title = _IN_A_TITLE.search(text[start : mention.start])
    if title is None or not _TITLE_ENDS.match(text, mention.end, len(text) if end < 0 else end + 1):
        return False
    asked = title["asked"] if title["asked"] is not None else title["headed"]
    on = mention.type == "Scenario" and _ASKS_ON.search(asked)
    return bool(on or _ASKS_FOR.search(asked) or _VERB_WITHIN.match(mention.name))


def is_proposed(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the proposal is said to ask for the thing (您建议开设甲): of 42 services that are asked for one in four was there as well."""
    if is_answered(reply.flow.text[mention.end : sentence.end]):
        return False  # 您提到的“甲”，我区已在乙街道试点
    before = reply.flow.text[sentence.start : mention.start].rstrip("“")
    return ("建议" in before or "提" in before) and _PROPOSED.search(before) is not None


#: 关于引进甲公司入驻丙园的建议, 针对甲公司为何没有落户的疑问: around what is only asked for, or about.
_AFTER_IT = re.compile("(?:[一二三四五六七八九十\\d（(）)、.．]{0,4})?(?:关于|对于|针对)")
_IS_ASKED = re.compile("[^，。；]{0,20}?的(?:建议|意见|提案|诉求|设想|疑问|问题)")


def is_asked_after(before: str, behind: str) -> bool:
    """Whether the clause before a name, and the words behind it, only say what is asked: 关于引进甲公司入驻丙园的建议."""
    return bool(_AFTER_IT.match(before) and _IS_ASKED.match(behind))


#: 围绕您提出的扩大应用的建议，我们在甲街道试点乙: the proposal's own words before what is done.
_ITS_WORDS = re.compile("(?:您|你们|贵[委会组党])[^，。；]{0,6}(?:提出|建议)[^，。；]{0,24}的?(?:建议|意见|提案)，")


def without_the_proposals_words(before: str) -> str:
    """The words before a name with those of the proposal blotted out, as many as there were."""
    if "提出" not in before and "建议" not in before:
        return before
    return _ITS_WORDS.sub(lambda said: "■" * (len(said.group()) - 1) + "，", before)


def is_answered(behind: str) -> bool:
    """Whether the words behind a name say that the district has it already: 您提到的“甲”，我区已在乙街道试点."""
    return bool(_ANSWERED.match(behind))


#: 您建议建设甲，我局赞成; 提案建议开通乙，拟在丙街道试点: what the reply takes up, and nothing that it holds against it.
_TAKEN_UP = re.compile(
    r"[”]?[^，。；]{0,24}，(?:[^。；]{0,24}，)?[^，。；]{0,16}?(?:赞[成同]|同意|采纳|拟(?!不)|(?<![现就])将(?!近|办理|有关|答复)|争取|计划"
    r"|列入[^，。；]{0,10}(?:计划|规划|实事|方案)|正在(?:编制|制定|推进|建设|筹建)|(?:很|十分|确)有?必要)"
)
#: 同意您关于开办甲的建议，将列入明年实事: around what is asked for and taken up.
_ASKS_IN_A_CLAUSE = re.compile(rf"关于[^，。；]{{0,10}}?(?:{BUILD}|{OPEN}|开办|开设|引入|增设)[^，。；了]{{0,8}}[“]?$")
_WILL_DO = re.compile(
    r"[”]?[^，。；]{0,10}的(?:建议|提案|意见)，[^，。；]{0,10}?(?:将|拟|争取|计划)(?!近)[^，。；]{0,6}(?:[列纳]入|启动|实施|推动|安排|建设|开展)"
)
_ASKS = re.compile("(?:建议|提出)[^，。；]{0,20}$")
_BUT = re.compile("但|暂|不(?![断仅])|难|缓|尚|没有|无法|受制|风险|协商|论证|研究(?!制定)|再")


def is_taken_up(before: str, behind: str) -> bool:
    """Whether the words around what a proposal asks for say that it will be done: 您建议建设甲，我局赞成; not 您提到的甲市“乙”."""
    if not _ASKS.search(before):
        return False
    return (_TAKEN_UP.match(behind) is not None and not _BUT.search(behind)) or is_to_be_tried_first(behind)


#: 暂不具备全面推广条件，将在甲医院先行试点: behind a service, where it will be tried; not 先在甲街道试点乙, which is another one.
_TRIED_FIRST = re.compile(
    r"[”]?[^。；]{0,80}?[，；](?:但|不过|目前|现阶段|现|近期|下一步|可|也|我[们局委区县市])*(?:将|拟|计划|先|考虑|准备)(?:先行|优先|先期|先|率先)*(?:在|于|选取|选择|以|从)"
    r"(?![^，。；]{0,20}(?:基础上|前提下|情况下|过程中))[^，。；]{1,20}?(?:街道|[镇乡村区园校院馆厦场路街县市站]|中心|单位|点位|等地?|(?<=\d)[家处个])"
    r"(?:先行先试|(?:先行|率先|先期|开展|进行|小范围|启动|实施|作为|为|的)*试[点行用])(?=[，。；]|$)"
)


def is_to_be_tried_first(behind: str) -> bool:
    """Whether the words behind a service say, whatever they hold against having it everywhere, that it will be tried at a place."""
    return _TRIED_FIRST.match(behind) is not None


def is_granted(before: str, behind: str) -> bool:
    """Whether what a proposal asks for is to be done, by the words of one clause and the next: 关于开办甲的建议，将列入明年实事."""
    return bool(_ASKS_IN_A_CLAUSE.search(before) and _WILL_DO.match(behind)) and not _BUT.search(behind)


#: Who asks, and no word that what is asked is the reply's own or done.
_ASKERS = r"(?:您|你|您们|你们|贵[委组会党社]|代表|委员|提案)[^，。；《]{0,8}?(?:提出|所提|建议|提议)"
_MAKES_DOCUMENT = r"(?:出台|制定|制订|编制|印发|颁布|起草|编写)[^，。；《了有]{0,8}"
#: 您建议制定《甲办法》; 您提出的开设食堂、出台《甲办法》: what is asked for, in its clause and further off.
_ASKS_DOCUMENT = before_name(rf"{_ASKERS}(?:(?!已|了|经|我[局委们厅办])[^，。；《》]){{0,30}}?{_MAKES_DOCUMENT}", mark="《“")
_ASKS_AMONG = before_name(rf"{_ASKERS}的?(?:(?!已|了|，?我[局委们厅办]|，[将拟经])[^。；]){{0,80}}?{_MAKES_DOCUMENT}", mark="《“")
_AMONG_ASKED = re.compile(
    r"[》”]?(?:[、和及与]《[^《》]*》)*[^，。；《已]{0,16}?(?:等|的)[^，。；《已]{0,8}(?:建议|意见|提案|诉求)"
)


def is_document_asked_for(before: str, behind: str) -> bool:
    """Whether the words around a document say no more than that the proposal asks for it to be made: 您提出的出台《甲办法》等建议."""
    if is_answered(behind):
        return False
    return bool(_ASKS_DOCUMENT.search(before) or (_ASKS_AMONG.search(before) and _AMONG_ASKED.match(behind)))


#: 您建议在甲街道建设乙园: right before a park that is asked for.
_WANTS = before_name(
    f"(?:您|你们|您们|贵[委组会党]|代表|委员)[^，。；]{{0,8}}(?:建议|提出)[^，。；]{{0,16}}(?:{BUILD}|规划)[^，。；]{{0,4}}"
)


def is_wanted(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the proposal is said to ask that a park be built: 您建议在甲街道建设乙园."""
    before = reply.flow.text[sentence.start : mention.start]
    return bool(_WANTS.search(before)) and not is_answered(reply.flow.text[mention.end : sentence.end])
