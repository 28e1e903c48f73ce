"""Documents without 《》 that begin with the place whose they are: 甲区停车设施专项规划明确了…, 以乙街道更新行动方案为引领."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation
from graph.reading.mentions.names import clean
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["of_its_place"]

#: What such a document is; a bare 方案, 规划 or 意见 may be any.
_KIND = (
    rf"(?:{alternation('document_kinds', 'led')}|工作方案|试点方案|若干政策|若干意见|实施细则|实施办法|暂行办法|奖励办法|支持办法|扶持办法|暂行规定|管理规定|条例)"
    r"(?:（(?:试行|暂行|[^（）\n]{0,4}\d{4}[^（）\n]{0,10})）)?"
)
_NAME = rf"(?P<name>(?P<place>[\u4e00-\u9fff]{{2,8}}?(?:[省市区县州旗镇]|街道))(?:“[^“”\n]{{1,12}}”|[^，。；：、《》“”（）的了是\s]){{4,30}}?{_KIND})"
#: It heads its clause, and something is said of it.
_SAID_OF = Sought(
    rf"(?:^|(?<=[。；，：\n]))(?:目前|近期|此外|同时|其中)?，?{_NAME}"
    r"(?=(?:也|均|都|还)?(?:明确|提出|要求|规定|确定|指出|部署|安排|聚焦|涵盖|施行|敲定|正式|自20\d\d年|经[^，。；]{2,14}(?:同意|审议|批准|审定)|获[批得]|实施(?:以来|后|情况|期)"
    r"|(?:正在?|已经?|将(?!其))[^，。；]{0,10}?(?:印发|出台|发布|公布|施行|实施|编制|修[订编改]|制定|研究|起草|论证|征求|报[请批送经]|批[准复]|通过|明确|纳入|列入|完成(?!换届|整改)|形成|启动|进入)|中(?:明确|提出|要求|规定)))"
)
#: Something is done by it, or it is only being put forward.
_DONE_BY = Sought(
    r"(?:根据|按照|依据|依照|落实|贯彻|执行|对照|列入|纳入|写入|结合|围绕|衔接|以|提出|拟定|制定)(?:了|到|好|落实)?"
    rf"{_NAME}(?=[，。；、）\n]|要求|精神|部署|明确|安排|各项|工作|提出|为(?:引领|抓手|指引|统领|依据|指导|牵引|契机)|和|及|等|中)"
)
#: What stands in no title: somebody makes it, or a clause goes on.
_NO_TITLE = re.compile(
    "制定|制订|编制|出台|印发|起草|修订|发布|形成了?|拟(?!议)|高度重视|根据|按照|通过(?!式)|正在|[我本该]|会同|牵头|要求|提出|认真|积极|主动|相关|有关|各自|配套|具体|多个|一批|以及|列入|纳入|政协|办公[厅室]|人民政府|市政府|[区县]政府|违反|解读|讲解|咨询|遵守|参照|用于|联合|宣讲|对照|依法|会商|兑[付现]|通报|就(?![业医学餐诊近地])|对(?![口外接标象策])|现状|[方办]法和|..(?:落实|贯彻|执行)|需求|(?<!布)局|(?:大|中|支)队"
)


def of_its_place(reply: Reply, sentence: Sentence) -> Iterator[Mention]:
    """Such documents of a sentence; each begins with a county's or a city's whole name, or with a town's."""
    text = reply.flow.text
    for pattern in (_SAID_OF, _DONE_BY):
        for told in pattern.finditer(text, sentence.start, sentence.end + 1):
            start, end = told.span("name")
            if _begins_with_a_place(told["name"]) and not _NO_TITLE.search(text, told.end("place"), end):
                yield Mention("Policy", clean(text[start:end]), start, end, "policy.of-its-place", 0.65)


def _begins_with_a_place(name: str) -> bool:
    """Whether a name begins with a division by its whole name, or with a street or a town."""
    divided = any(at == 0 and place[-1] in "省市区县州旗" for at, _, place in find_divisions(name))
    return divided or _OF_A_TOWN.match(name) is not None


_OF_A_TOWN = re.compile("(?![各全本我该有])[\u4e00-\u9fff]{2,5}(?<![各城乡集村两个])(?:街道|镇)(?![区域化街乡])")
