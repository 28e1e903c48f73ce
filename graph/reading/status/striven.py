"""That a service is only considered for a place, striven for, or pushed on: 研究在甲街道试点乙; 争取丙落户丁园; 加快戊平台建设."""

from __future__ import annotations

import re

from graph.reading.status.verbs import BUILD, FINISH, ITS_BUILDING, KIND, OPEN, before_name, behind_name
from graph.reading.status.years import is_over

__all__ = ["is_striven_for"]

#: At the head of a clause, or behind who does it.
_OPENS = "(?:^|[，；：。])(?:[一二三四五六七八]是|并|也|还|同时|目前|现|下一步|我们|[我本][区市县镇局委办]|[区市县][^，。；：、]{1,5}[局委办]){0,5}(?:正在|正|将|进一步|积极|主动|继续)*"
_PUT = f"(?:{BUILD}|{OPEN}|引入|引进|布设|布局|推广|安装|加装|设置|设立|开设|增设|开行|开辟|投放|配备|部署)"
#: 研究在丙街道开展甲试点, 探索在丁园引入乙, 争取将戊镇列入甲试点: of 14 such services in annotated replies 13 are to come.
_CONSIDERED = before_name(
    rf"{_OPENS}(?:研究|探索|争取|优先(?:考虑|安排|选择))[在于](?![^，。；]*[已了])[^，。；“]{{2,24}}?{_PUT}[^，。；、了“]{{0,8}}",
    rf"{_OPENS}(?:研究|探索|争取)[将把](?![^，。；]*[已了])[^，。；“]{{2,24}}?[列纳]入[^，。；、了“]{{0,8}}",
    rf"{_OPENS}(?:动员|倡导|号召|发动)[^，。；“已了]{{2,24}}?(?:引入|引进|安装|加装|{BUILD})[^，。；、了“]{{0,6}}",
)
#: 争取甲落户丙园: around its name.
_WANTED = before_name(f"{_OPENS}(?:力争|争取)[^，。；“已了]{{0,8}}")
_TO_COME = behind_name(f"{KIND}?(?:早日|尽快|尽早|率先|年内)*(?:落户|落地|进驻|在[^，。；“]{{2,14}}?(?:落地|试点|上线))")
#: 力争年底前丙街道甲投入使用: before its name, with when, and behind it.
_BY_THEN = before_name(
    rf"{_OPENS}(?:力争|争取|确保|有望)(?:在|于|到)?(?:今年|明年|年内|20\d\d年|[上下]半年|\d{{1,2}}月)?(?:年?底|[一二三四]季度|\d{{1,2}}月份?|[上下]半年|内)?(?:之?前)?，?[^，。；“已了]{{0,16}}"
)
_IS_OPENED = behind_name(
    f"{KIND}?(?:项目|工程)?(?:全面|正式|全部)*(?:{OPEN}|{FINISH}|投入使用|投入运[行营])(?!了|后|以来|的|运行|更多|[^，。；]{{0,8}}(?:功能|模块|专栏|事项))"
)
#: 加快丙街道甲建设.
_HURRIED = before_name(f"{_OPENS}(?:加快|加紧|抓紧)(?![^，。；]*[已了])[^，。；“]{{0,12}}")
#: 加快推动甲在丙街道落地.
_PUSHED_ON = before_name(f"{_OPENS}(?:加快|加紧|抓紧)(?:推动|推进|促进|实现)(?:[^，。；“已了]{{0,8}})")
_LANDS = behind_name(
    f"{KIND}?(?:在|于)[^，。；“了已]{{2,18}}?(?:落地|推广|推开|应用|试点|上线|实施|布局|铺开|落户)(?:见效|应用|实施)?(?=[，。；]|$)"
)
#: That it is there all the same, in the sentence before or behind the name.
_THERE = re.compile(
    "近年|去年|前年|自20|先后|成功|率先|已(?!知)|取得|成效|初步|日均|累计|目前(?!正)|获批|入选|(?:服务|惠及|覆盖|注册|接入)[^，。；]{0,8}\\d|好评|欢迎|良好|表彰|得到|认可|有效|缓解|明显|显著|改善|满意度|下降|[成升高]了|达\\d|\\d[余多]?[个套根台处件项间]"
)
#: In which year something is told to be done.
_YEAR = re.compile(r"(?P<year>20\d\d)年")


def is_striven_for(before: str, tail: str, year: int | None) -> bool:
    """Whether a service is only considered for a place, striven for, or pushed on, and nothing says that it is there.

    Parameters
    ----------
    before, tail:
        The sentence up to its name, and the rest of it.
    year:
        In which the reply was written, where it says so.
    """
    told = (
        _CONSIDERED.search(before)
        or (_WANTED.search(before) and _TO_COME.match(tail))
        or (_BY_THEN.search(before) and _IS_OPENED.match(tail))
        or (_HURRIED.search(before) and ITS_BUILDING.match(tail))
        or (_PUSHED_ON.search(before) and _LANDS.match(tail))
    )
    past = year is not None and any(is_over(said["year"], year) for said in _YEAR.finditer(before))
    return bool(told) and not past and not _THERE.search(before) and not _THERE.search(tail)
