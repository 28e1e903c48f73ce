"""Who proposed: whom the salutation addresses, or, where it addresses another bureau, whom the opening sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading import divisions
from graph.reading.heading.dates import NUMERALS
from graph.reading.heading.labels import label, labelled
from graph.reading.heading.titles import PARTIES, is_crumb, is_title
from graph.reading.lexicon import alternation, words

__all__ = ["is_salutation", "proposers_of"]

_SALUTATION = re.compile(
    r"^(?:尊?敬的?)?\s*((?:.{1,120}?)(?:委员|代表|代表团|党支部|小组|界别组?|组|委员会|联谊会|促进会|协会|商会|支部|市委|区委|县委|总支|总商会|工商联|专委会|同志|先生|女士|会|局|委|厅|部|盟|党|社|院|政府|办公室|侨联|妇联|文联|残联|科协|[区县市]联))\s*(?:们)?\s*(?:[：，]?\s*(?:(?:您|你)们?好|感谢(?:您|你)[^。：]{2,30}))?[：，!！。∶]*$"
)
#: Whoever is addressed right above the opening sentence, by a name with no such ending: 台胞台属：
_ADDRESSED = re.compile(r"^(?:尊敬的?)?([\u4e00-\u9fff][\u4e00-\u9fff·、 ]{1,30})：$")
_GREETING = re.compile(r"(?:您好|你好|您们好|你们好)[！，。!：]*")
_LABEL = re.compile(
    r"全文|^以下|分享|下载|字体|打印|时间|日期|来源|浏览|如下|内容|公开|意见|单位|类别|结果|附件|编号|文号|机构|摘 ?要"
)
#: What a form prints before the whole reply.
_FORM_LABEL = re.compile(r"^(?:处理|办理|答复|回复)(?:情况|内容|意见)\s*：\s*")
_ROLES = r"(?:政协委员|人大代表|委员|代表|同志|先生|女士)"
#: 和 or 并 joins two names where two characters or more stand on both sides: 陈国和 is one person.
_NAME_SPLIT = re.compile(r"[、，；/]|\s{1,}|(?<=[\u4e00-\u9fff]{2})[和与及并](?=[\u4e00-\u9fff]{2})")
#: Whose given name a place's last character is: 朱旗代表, 王红旗代表; 张某某市委员 is a city's.
_FAMILY = "[" + "".join(sorted(name for name in words("surnames") if len(name) == 1)) + "]"
_ONE, _TWO = (rf"(?<!^{name})(?<![、，；/ ]{name})" for name in (_FAMILY, _FAMILY + "[\u4e00-\u9fff]"))
_ROLE = re.compile(
    rf"(?:等)?\s*各?(?:\d+|[一二两三四五六七八九十]+)?\s*(?:名|位)?\s*(?:全国|自治区|{_ONE}(?:[省市区县镇乡]|[州旗](?=政协|人大)|{_TWO}[州旗]))?(?:(?:政协|人大)(?:[\u4e00-\u9fff]{{1,8}}[省市区县州旗])?)?(?:委员|代表|同志|先生|女士)+(?:们)?$"
)
_BUREAU = re.compile(
    r"(?:(?:经济|改革|技术|建设|交通|商务|信息化|健康|管理)委员会|局|厅|[省市区县](?:人民)?政府|发改委|经信委|科委|建委|商务委|卫健委|科创委|(?:宣传|统战|组织|政法|工作)部|[政府省市区县][\u4e00-\u9fff]{2,8}中心|办公室|办公厅|[^省市区县州旗盟会]委|[\u4e00-\u9fff]{2}办|街道|[镇乡]|办事处|管委会)$"
)
#: A party's branch is nobody's office, though it is called 工委: 民建甲区工委.
_PARTY = re.compile(f"{PARTIES}|工商联|工商业联合会")
#: What one of several ends in that are addressed together: 甲委员、农工党乙市委; 丙代表团、丁代表团.
_ADDRESSEE = re.compile("(?:委员|代表|同志|先生|女士|代表团|委|会|社|党|总?支部?|组|界别?|联)$")
#: Whoever is called by nothing but a role or a greeting, and what stands for a name that is kept back.
_NOBODY = re.compile(
    "(?:各位)?(?:副?主任|副?主席|秘书长|副?书记)|(?:提案|建议|各位|政协|人大)?(?:委员|代表|提案|建议)?(?:们)?(?:您好|你好)?|[×xX*＊某○〇]+|[\u4e00-\u9fff]"
)
#: Words before which the sentence's first words are the proposer's name.
_DID = r"(?=的?[《“]|所提|提出|提了|提交|联名|就|关于|反映|在[^，。《]{2,40}(?:上|期间))"
_NAMED = re.compile(
    rf"^(?:由|转来|转送|提案人|建议人|领衔代表|接到|收到|关于(?=[\u4e00-\u9fff、·]{{2,12}}?(?:委员|代表)(?:们)?提出的《))?：?(?!我|本|您|你|贵|现|经|根据|按|关于|有关|对|就)([\u4e00-\u9fff、·]{{2,40}}?)"
    rf"(?:(等)?(?:\d+|[一二两三四五六七八九十]+)?[名位]?({_ROLES})(?:们)?(?=[的所就提在关于联等《“，])|(?:等(?:\d+人)?)?{_DID})"
)
#: 现就甲委员提出的《…》答复如下, 对乙县总支在县政协会议上提出的《…》, in a reply to another office.
_ABOUT_WHOSE = re.compile(
    rf"^(?:经研究，)?(?:现[就对将]|[就对])(?!我|您|你|贵)([\u4e00-\u9fff、·]{{2,40}}?)(?:等)?(?:\d+[名位])?({_ROLES})?(?:们)?"
    r"(?:[在于][^，。《“]{2,24}(?:上|期间|中))?(?:所?提出?|提交)的"
)
#: 《…》由甲委员提出, 系乙代表于市十届人大四次会议期间提出, 由丙委员会提出.
_PROPOSED_BY = re.compile(
    rf"(?:由|(?<![关联体])系)([\u4e00-\u9fff、·]{{2,40}}?)(?:等?(?:\d+)?[名位]?({_ROLES})(?:们)?|(?<=委员会|工作组|界别组))(?:[于在][^，。]{{2,24}}(?:期间|会上|会议上))?(?:所?提|联名|牵头|领衔)"
)

#: 按照经济建设类第29号甲委员提出《…》有关内容, 第30号提案乙委员所提《…》, in a reply to another office; not 全体委员.
_CALLED = rf"(?!全[体部]|[相有]关|诸位|其[他余])(?:{alternation('surnames')})[\u4e00-\u9fff]{{1,2}}"
_NUMBERED_BY = re.compile(
    rf"第 ?[A-Z]?\d{{1,8}}号?(?:(?:重点)?(?:提案|建议|议案))?({_CALLED}(?:、{_CALLED}){{0,5}})(?:等)?(?:\d+[名位])?({_ROLES})(?:们)?(?:所|联名)?(?:提出?|提交)的?(?=[《“])"
)
#: 《关于甲的建议》（乙代表提出）, （提案人：乙、丙）: in a reply to another office.
_BEHIND_TITLE = re.compile(
    rf"[》”][^，。（]{{0,12}}（(?:(?:提案人|建议人|领衔代表|提案者|代表|委员)：([\u4e00-\u9fff、·]{{2,40}})"
    rf"|([\u4e00-\u9fff、·]{{2,40}}?)(?:等)?(?:\d+[名位])?{_ROLES}(?:们)?(?:所?提出?)?)）"
)


_NO_SALUTATION = re.compile("[|《]|来源")


def is_salutation(line: str) -> bool:
    """Whether a line addresses someone."""
    return bool(_SALUTATION.match(line)) and not _NO_SALUTATION.search(line)


def proposers_of(head: Sequence[str], opening: str) -> tuple[str, ...]:
    """Names without their roles, in the order of the text; empty where the text names none.

    Parameters
    ----------
    head:
        Canonical lines above the opening sentence.
    opening:
        The opening sentence; the salutation may stand in it.
    """
    addressed = _addressed(head, opening)
    if addressed is not None and _is_passed_on(addressed, opening) and (told := _named_in(opening)):
        return told  # 在线链接地址： is nobody, where the opening says who
    if addressed is not None and not _is_bureau(addressed):
        told = _names(addressed) or _named_in(opening)  # 各位代表：, where the opening says whose it is
        row = _in_rows(head) if "等" in addressed else ()
        return (row if set(told) < set(row) else told) + _together_with(opening)
    if named := labelled(head, label("proposers"), r"[\u4e00-\u9fff·、，； ]{2,80}"):
        return _names(_LABEL_BEHIND.sub("", named).rstrip("；， ") + "委员")
    return _named_in(opening)


#: 甲代表提出的《…》, 乙界别组所提…, in a reply to somebody else: the opening begins with whose it is.
_SOMEBODYS = re.compile(
    r"(?:转来|转送|由)?[\u4e00-\u9fff、·]{2,40}?(?:等)?(?:\d+|[一二两三四五六七八九十]+)?[名位]?(?:委员|代表|代表团|界别组?)(?:们)?(?=所?提|[就在关的《“])"
)
#: 甲委员、乙先生: a person is addressed, and not an office, a league or a party's branch.
_TO_A_PERSON = re.compile(f"{_ROLES}们?$")


def _is_passed_on(addressed: str, opening: str) -> bool:
    """Whether a reply goes to somebody who did not propose: by what kind of body that is, or as the opening begins with who did."""
    if _ANOTHERS.search(addressed) or not _ADDRESSEE.search(addressed):
        return True
    return not _TO_A_PERSON.search(addressed) and _SOMEBODYS.match(opening) is not None


#: 提案人：甲某 提案内容：…, on one line: the next label is no name.
_LABEL_BEHIND = re.compile(
    r"(?<=[\u4e00-\u9fff]{2}) *(?:提案|建议|答复|办理|联系)(?:内容|题目|名称|编号|单位|方式|电话|时间|日期).*$|(?<=[\u4e00-\u9fff]{2}) +(?:案由|届次|类别|主办单位|承办单位).*$"
)
#: 领衔代表：甲某 over 附议代表：乙某、丙某: who signed, beside whom the salutation names with 等.
_ROW = re.compile(
    rf"(?:{label('proposers')}|附议(?:代表|委员|人)|联名(?:代表|委员|人)) *：((?: *[\u4e00-\u9fff·]{{2,8}}| *[\u4e00-\u9fff] [\u4e00-\u9fff])(?:[、，；](?: *[\u4e00-\u9fff·]{{2,8}}| *[\u4e00-\u9fff] [\u4e00-\u9fff]))*)(?! *[\u4e00-\u9fff：])"
)


def _in_rows(head: Sequence[str]) -> tuple[str, ...]:
    """Everybody that the rows of proposers and seconders above the text name."""
    rows = (found.group(1).replace(" ", "") for found in _ROW.finditer("\n".join(head)))
    return tuple(dict.fromkeys(name for row in rows for name in re.split("[、，；]", row) if name))


#: 甲代表：号建议的答复: a page put more behind the colon; the text below speaks to whom the line begins with.
_WITH_MORE = re.compile(r"^(?:尊敬的?)?([\u4e00-\u9fff、·]{2,40}?(?:委员|代表)(?:们)?)：")


def _addressed(head: Sequence[str], opening: str) -> str | None:
    """The salutation: the line above the opening sentence, perhaps with the line before it, or the opening's own beginning."""
    candidates = [line for line in head[-5:] if not is_title(line)]
    own = _OWN.match(opening)
    if own is None and head and opening[:1] in ("您", "你"):
        own = _WITH_MORE.match(head[-1])
    if own and own.group(1) not in words("labels"):
        candidates.append(own.group(1))
    for i in range(len(candidates) - 1, -1, -1):
        line = _FORM_LABEL.sub("", candidates[i])
        if _GREETING.fullmatch(line):
            continue
        if line.startswith(_ABOUT) and not line.endswith("："):
            continue  # the first line of a title
        if _BEGINS_TITLE.search(line) and not _PARTY.search(line) and "".join(candidates[i + 1 : i + 2]).startswith(_ABOUT):
            continue
        found = _SALUTATION.match(line) if is_salutation(line) else None
        if found and (line.endswith("：") or "委员" in line or "代表" in line or _SHORT.fullmatch(line)):
            goes_on = i > 0 and candidates[i - 1].endswith(("、", "，"))
            return (candidates[i - 1] if goes_on else "") + found.group(1)
        if i >= len(candidates) - 2 and not _is_label(line) and (found := _ADDRESSED.match(line)):
            return found.group(1)
    return None


#: With whom the opening sentence begins.
_OWN = re.compile(r"(?:尊敬的?)?([^，。《“]{2,60}?(?:委员|代表)(?:们)?)\s*[：，!]")
#: What a title begins with.
_ABOUT = ("关于", "对")
_SHORT = re.compile(r"[^\d：]{2,29}")
#: The office with which a title begins that goes on below.
_BEGINS_TITLE = re.compile("(?:委员会|局|厅|政府|办公室)$")


def _is_label(line: str) -> bool:
    return line.rstrip("：").replace(" ", "") in words("labels") or is_crumb(line) or _LABEL.search(line) is not None


def _is_bureau(addressed: str) -> bool:
    return (
        bool(_BUREAU.search(addressed)) and not _PARTY.search(addressed) and "政协" not in addressed and "人大" not in addressed
    )


#: Whom a reply goes to that somebody else's proposal was passed on by: a town, a conference.
_ANOTHERS = re.compile("(?:政协|人大|人大常委会|街道|镇|乡|办事处|人民政府|新区|管委会)$")
#: 在甲会议上，乙委员提出的…: when it was asked.
_WHEN = re.compile(
    "^(?![^，]{0,30}(?:委员|代表)们?(?:[在于]|所?提(?!案)))在?[^，。《“]{0,30}(?:会议|大会|两会|全会)(?:上|期间|中)?，"
)
#: 贵厅转来的甲委员《…》, 市政协发来七届会议乙工作组提出的《…》: by whom it was sent.
_SENT_BY = re.compile(rf"^[\u4e00-\u9fff]{{1,10}}(?:发来|转来|交来)的?(?:第?[{NUMERALS}\d]{{1,4}}届[^，。《“]{{0,8}}会议)?")


#: 甲某某，乙某某等2位委员提出的.
_TWO_BY_A_COMMA = re.compile(
    r"(?<=^[\u4e00-\u9fff]{3})，(?=[\u4e00-\u9fff]{2,3}(?:等\d+[名位])?(?:委员|代表)(?:们)?(?:所?提|就|关于))"
    r"|(?<=^[\u4e00-\u9fff]{2})，(?=[\u4e00-\u9fff]{2,3}(?:等\d+[名位])?(?:委员|代表)(?:们)?(?:所?提|就|关于))"
)

#: 甲某（等5名）代表提出的: in brackets what is mostly written without.
_AND_OTHERS = re.compile(r"（(等[^（）]{0,6})）(?=委员|代表|所?提)")

#: What stands where a name may stand, and is none: 区政协第十六届第一次会议提出的, 一、关于….
_NO_PERSON = re.compile(
    "会议|第[^，]{1,3}届|^[一二三四五六七八九十]、|^提(?:出|交|了)|^[\u4e00-\u9fff]{0,6}(?:政协|人大)(?:常委会)?$"
)


def _named_in(opening: str) -> tuple[str, ...]:
    """Whom the opening sentence names, for a reply that goes to another bureau or to nobody."""
    opening = _AND_OTHERS.sub(r"\1", _TWO_BY_A_COMMA.sub("、", _SENT_BY.sub("", _WHEN.sub("", opening))))
    if told := _BEHIND_TITLE.search(opening):
        return _names((told.group(1) or told.group(2)) + "委员")
    found = _NAMED.match(opening) or _ABOUT_WHOSE.match(opening) or _PROPOSED_BY.search(opening) or _NUMBERED_BY.search(opening)
    if found is None or _NO_PERSON.search(found.group(1)):
        return ()
    last = found.lastindex or 1
    return _names(found.group(1) + (str(found.group(last)) if last > 1 else ""))


_WITH_YOU = re.compile(r"(?:您|你)(?:和|与|同)([\u4e00-\u9fff、]{2,20}?)(?:等)?(?:\d+[名位])?(委员|代表)")


def _together_with(opening: str) -> tuple[str, ...]:
    """您与甲委员共同提出: the others that the opening names."""
    told = _WITH_YOU.match(opening)
    return _names(told.group(1) + told.group(2)) if told else ()


#: 某工管发〔2022〕96号赵某某代表: the reply's number, glued to the name.
_NUMBER = re.compile(r"^[\u4e00-\u9fff]{2,16}[〔（]\d{4}[〕）]\s*第?\d+号")
#: 住 for 驻, as some write it.
_GROUP = re.compile("[驻住][\u4e00-\u9fff]{2,10}(?:政协委员|人大代表)[\u4e00-\u9fff]{0,4}组")
_PERSON = re.compile("[\u4e00-\u9fff]{2,3}(?<![委会社党组联局])")


#: 市人大常委会代表工委并转甲某代表: through whom it is sent.
_PASSED_ON_TO = re.compile(
    r"^[\u4e00-\u9fff]{2,30}?[委会室团府局院协大处办站](?:并|请)?转(?:交)?(?=[\u4e00-\u9fff·、]{2,40}(?:委员|代表)(?:们)?$)"
)


_ASIDE = re.compile(r"（[^（）]*）")
_ROLE_BEFORE = re.compile(
    r"^[\u4e00-\u9fff]{0,6}?(?:政协委员|人大代表|代表团) *(?=[\u4e00-\u9fff]{2}|[\u4e00-\u9fff] +[\u4e00-\u9fff]$)"
)
#: 人大代表 甲 某：.
_DRAWN_OUT = re.compile(r"^([\u4e00-\u9fff]) +([\u4e00-\u9fff])$")
_DRAWN_OUT_WITHIN = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) +([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_BODY_BEFORE = re.compile(
    r"^(?:全国|新区|[省市区县州旗])?(?:政协|人大)(?=[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3})*(?:委员|代表)(?:们)?$)"
)
_CALLED_BEFORE = re.compile(r"^(?:尊敬的?|提案人|建议人|领衔代表|领衔人)\s*：?")
#: 甲某某提案者：.
_CALLED_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff]{2})等?(?:提案者|提案人|建议人)$")
_GROUPS, _IN_A_ROW = re.compile("(?<=委员)(?:们)?[，；]|(?<=代表)(?:们)?[，；]"), re.compile("[、，]")
_WITH_ROLE = re.compile("(?:委员|代表|同志|先生|女士)(?:们)?$")


def _names(text: str) -> tuple[str, ...]:
    text = _ASIDE.sub("", _NUMBER.sub("", text)).lstrip("·•● ").removesuffix("的")
    if _GROUP.fullmatch(text):
        return (text,)  # 驻甲市州政协委员活动组
    text = _DRAWN_OUT.sub(r"\1\2", _ROLE_BEFORE.sub("", text.strip()))
    text = _CALLED_BEFORE.sub("", _BODY_BEFORE.sub("", text).strip())
    text = _PASSED_ON_TO.sub("", _CALLED_BEHIND.sub("", text))
    groups = _GROUPS.split(text)
    if len(groups) > 1:
        return tuple(name for group in groups for name in _names(group))  # 甲某、乙某委员，民建丙市委
    several = [part.strip() for part in _IN_A_ROW.split(text)]
    if len(several) > 1 and all(_ADDRESSEE.search(part) for part in several) and any(not _ROLE.search(part) for part in several):
        return tuple(name for part in several for name in _names(part))
    if not _WITH_ROLE.search(text):
        if len(several) > 1 and all(_PERSON.fullmatch(part) for part in several):
            return tuple(several)  # 区人大代表甲某、乙某
        return () if _NOBODY.fullmatch(text) else (text,)
    text = _ROLE.sub("", text).rstrip("等的 ")
    text = _DRAWN_OUT_WITHIN.sub(r"\1\2", text)
    parts = [_ROLE.sub("", part).strip("等 （）") for part in _NAME_SPLIT.split(text)]
    return tuple(part for part in parts if part and not _NOBODY.fullmatch(part) and not _is_a_place(part))


def _is_a_place(name: str) -> bool:
    """Whether what is called so is a division, and nobody's name: 沛县代表, 苏州委员."""
    return name[-1] in "省市区县州旗" and bool(divisions.codes_of(name))
