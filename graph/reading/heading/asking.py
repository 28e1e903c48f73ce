"""Whether a text is a proposal itself, and no reply to one: what it wishes for would be read as what is there."""

from __future__ import annotations

import re

from graph.reading.heading.frame import OPENING, Frame

__all__ = ["is_proposal"]

#: 为此，特建议：, 建议如下：, 建议，在甲街道试点: how a proposal comes to what it wishes.
_ASKS = re.compile(
    r"(?:为此|综上|因此|鉴于此|据此|对此|基于此)[^。；]{0,16}建议|(?:特|现|我们|本人|笔者)(?:提出)?(?:如下|以下)?(?:\w{1,2}[条点项])?建议|"
    r"(?:^|\n)(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)?(?:几点|对策|工作|相关|具体|意见)?(?:和|与)?建议(?:如下)?(?:：|\n)|[。；]建议[：，]|提出(?:如下|以下)[^。]{0,6}建议"
)
#: What only its form has, and its title as a whole line.
_ITS_OWN = re.compile(
    r"(?:^|\n|\| ?)(?:提案(?:人|者|委员|正文|内容)|提交委员|建议(?:人|内容|正文)|领衔代表|附议人|联名人|案 *由)(?: *[：|]|\n)|(?:^|\n)提交委员 |"
    r"(?:^|\n)(?:〔[^〔〕\n]{2,8}〕)?(?:关于|对于?)[^\n，。：]{4,60}的?(?:提案|建议|议案)(?:\n|$)"
)
#: How an office answers: it addresses somebody, thanks, speaks of itself, says what it did about the proposal.
_ANSWERS = re.compile(
    r"收悉|收阅|(?:答复|回复|函复|办理情况|汇报)[^。，\n]{0,12}如下|您|你们|贵[委会党社单]|[我本](?:局|厅|委(?!员)|办(?!公|学|事)|中心|单位|部门|支队|大队|分局|集团|公司)|"
    r"感谢[^。\n]{0,24}(?:关心|支持|关注)|(?:该|此|本件?)(?:提案|建议)(?:已|由)|(?:采纳|办结|承办)(?:情况|意见)：|(?:委员|代表)(?:们)?：(?:\n|$)"
)


#: What the title of a reply says of it.
_A_REPLYS = re.compile("[答回]复|复函|的函")


def is_proposal(frame: Frame) -> bool:
    """Whether a text asks as a proposal does and nowhere answers.

    Parameters
    ----------
    frame:
        Of :func:`graph.reading.heading.frame_of`, which takes whatever speaks of proposals.
    """
    whole = "\n".join([*frame.head, *frame.body])
    if OPENING.search(frame.opening) or any(_A_REPLYS.search(title) for title in frame.titles):
        return False
    return bool(_ASKS.search(whole) and _ITS_OWN.search(whole)) and not _ANSWERS.search(whole)
