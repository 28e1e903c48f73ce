"""Sentences that go on, without naming it, with the service of the one right before: 今年在甲街道试用“乙”。明年计划在丙镇推开."""

from __future__ import annotations

import re

from graph.reading.relations.scene import ROW, Group, Pair, Scene

__all__ = ["continues", "spoken_of"]

_THEN = r"(?:(?:其中|目前|现|今年|明年|年内|年底前|[上下]半年|[一二三四]季度|后续|下一步|接下来|此外|今年内|首批|第一批)，?)*"
_MEANT = "(?:我们|我[局委办])?(?:计划|拟|将|争取|力争|准备|优先|已|现已)*(?:先|率先|逐步|陆续|继续|再)*"
#: 今年计划在丙镇、丁镇推开: around the places where it is tried next.
_IN = re.compile(f"{_THEN}{_MEANT}在")
_TRIED = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:全面|逐步|率先|先行|首批|扩大|开展|全域)*(?:推开|铺开|推广|试点|试行|试用|上线|启用|投用|扩面)(?:应用)?(?=[，。；]|$)"
)
#: 后续计划走进丙街道: before the places that it comes to next.
_INTO = re.compile(f"{_THEN}{_MEANT}(?:(?:走进|进入|覆盖)|(?:推广|扩大|拓展|延伸|扩展|复制)(?:应用)?(?:到|至))")
_AND_NO_MORE = re.compile(rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:试点|推广|应用)?(?:[，。；]|$)")
#: 丙街道是第一批试点; 其中丁园、戊园两处已投入试运行: behind the places that a sentence opens with.
_OPENS = re.compile(_THEN)
_BEGAN = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:[两三四五六七八九十\d]{{1,2}}[处个家])?(?:"
    "(?:均|都)?(?:是|为|被?列为|成为|作为)(?:我[区市县])?(?:首批|第一批|第一个|首个|先行)(?:试点|示范点|点位)(?:街道|社区|单位|园区)?(?=[，。；]|$)"
    r"|(?:(?:已|均|都)?于[^，。；]{1,10})?(?:已|率先|先行|首批)?(?:投入)?试运行(?=[，。；]|$)"
    "|的?[^，。；]{0,6}?(?:先行|率先|首批)(?:接入|上线|开通|试点|启用|使用|试用|安装|应用)(?:到位)?(?=[，。；]|$)"
    ")"
)
_ENDS = re.compile("[。；！]")


def continues(scene: Scene, group: Group, recent: Pair | None) -> bool:
    """Whether a sentence that names no service says of its first places that the one of the sentence before is tried there."""
    if recent is None or scene.groups[0] is not group or scene.of("Scenario") or not _is_right_before(scene, recent):
        return False
    lead, after = scene.between(scene.start, group.start), scene.between(group.end, scene.end)
    return bool(
        (_IN.fullmatch(lead) and _TRIED.match(after))
        or (_INTO.fullmatch(lead) and _AND_NO_MORE.match(after))
        or (_OPENS.fullmatch(lead) and _BEGAN.match(after))
    )


def _is_right_before(scene: Scene, recent: Pair) -> bool:
    """Whether a service was last named in the sentence right before this one, in the same paragraph."""
    gap = scene.text[recent[0].end : scene.start]
    return "\n" not in gap and len(_ENDS.findall(gap)) == 1


#: “甲”已在“乙”上线: before a service that is only where the other one is.
_ONLY_MEANS = re.compile("(?:在|依托|通过|利用|借助|接入|对接|与|登录)[“]?$")


def spoken_of(scene: Scene) -> Pair | None:
    """The last service that a sentence names and that the next one may speak of; of two the one that is no mere means."""
    named = scene.of("Scenario")
    own = [p for p in named if not _ONLY_MEANS.search(scene.between(scene.start, p[0].start))]
    return next(reversed(own or named), None)
