"""Where a scenario came to later."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.entities import Known
from graph.reading.mentions.names import NOT
from graph.reading.relations.bystanders import stands_by
from graph.reading.relations.continued import continues
from graph.reading.relations.promised import promised
from graph.reading.relations.scene import MASK, ROW, Group, Link, Pair, Scene
from graph.reading.relations.turns import respectively
from graph.reading.relations.venues import OPPOSITE, counties, exact_places
from graph.records import Mention, Status

__all__ = ["CHOSEN", "FOR_TRIAL", "all_over", "spread"]

_ADVERB = r"(?:先|率先|首先|先行|首批|现已|已|也|并|后|再|正|将|拟|均|分别|陆续|逐步|目前|尚(?!未)|仍|还|仅|只|暂(?![未不])|随后|之后|同步|进一步|全面|经验|成果|做法|服务)*"
_SPREAD = re.compile(
    rf"(?:^|[，；])(?:并|且)?(?:计划|力争|争取|预计|确保|拟|将)?(?:到|于)?(?:下半年|[今明]年|[今明]?年内|[今明]?年底前?|后续|\d{{1,2}}月份?)?(?:计划|力争|争取|预计)?{_ADVERB}(?:[该此这][\u4e00-\u9fff]{{1,6}}|■+)?{_ADVERB}(?:将[^，]{{0,8}})?(?:在|接入|走进|走入|(?:推广|延伸|扩展|扩大|复制|拓展|覆盖|辐射|铺开)(?:推广|应用|运用|复制)?(?:到|至|了|于)?)(?:了)?(?:整个)?$"
    # 首批放在丙区; 先行在丁镇; 下一步拓展到戊园; 起降点设在己大厦.
    rf"|(?:^|[，；])[^，。；{MASK}]{{0,10}}?(?:(?:首批|第一批|首期|先期|先行|率先|先|试点)(?:试点)?(?:选择|选定|放在|落在|落地|落户|布局|设在|接入|覆盖|服务|安排在|布设在|在)|(?:优先|重点)(?:安排|布局|布设|考虑|投放)在|(?:起降点|首站|起点|站点|点位)(?:分别|主要|已|拟|均)?(?:设|选|布设|安排)?在|(?:推广|延伸|扩展|扩大|复制|拓展|增加|推开)(?:到|至))$"
)
#: Behind places that are said to have begun: 丙社区、丁小区作为首批试点; 戊医院最早上线; 己街道先行，; 庚图书馆已经接入.
_BEGAN = re.compile(
    "[”]?(?:等(?!单位名称)[^，。；、]{0,6})?(?:(?:被)?(?:作为|列为|成为|是|为)(?:首批|第一批|先行)?[^，。；]{0,3}(?:试点|示范点)|(?:最早|率先|首批|先行|首先)(?:上线|试点|试行|开展|应用|启用|投用|接入|推出|建成|启动|试用|开通|使用)"
    "|先行(?:先试)?(?=[，。；]|$)|的[^，。；、■]{2,8}?(?:年底前|年内|先行|率先|首批)(?:全部|全面)?(?:接入|上线|试点|应用|启用|开通)(?=[，。；]|$)"
    "|(?:均|都|也)?(?:已经?|年底前|年内|率先|首批)(?:全部|全面|正式|率先|首批)?(?:上线|试点|应用|接入|开通|试用|使用|推广应用|常态化?使用)了?(?=[，。；]|$))"
)


#: 以甲为突破口，今年将丙街道、丁街道的电梯全部接入.
_PUTS = re.compile("，[^，。；■]{0,6}[将把]$")
_IN = re.compile(f"[{ROW}]*(?:等)?的[^，。；■]{{2,10}}?(?:全部|统一|逐步|全面)?接入(?=[，。；]|$)")
#: 升级甲，增加议事模块，先在丙镇试用: a part of it.
_ONLY_A_PART = re.compile("(?:增加|新增|增设)[^，。；]{1,20}(?:模块|功能|板块)，[^，。；■]{0,6}$")
_GOES_ON = "了?[，。；]|了|试点|试用|试运行|运行|运营|推广|应用|使用|工作(?!专班|小?组|站|室|机制|坊|队)|并|后|期|且|完成|投用"
#: Behind a place where another thing is tried or done: 建成甲，并率先在丙园试点能耗在线监测; 接入甲，并率先在丙街道改造停车场.
_DOES_ANOTHER = re.compile(
    rf"[”]?(?:等)?(?:(?:开展|率先)?(?:试点|试行|推出|上线|打造)(?!{_GOES_ON})[^，。；：、■]{{4}}"
    r"|[^，。；：■]{0,4}?(?!(?:设立|设置|新增|增设|布设|新建)[^，。；：■]{0,6}(?:点位?|站点?|柜|终端|屏|桩|专区|体验区|泊位)(?:[，。；]|$|[\d两三四五六七八九十]))(?:改造|设立|新建|增设|举办|新增|召开|设置|建设|组织|开展(?!试点|试运行|应用|推广|试用|试行|服务|示范|建设|工作))"
    rf"(?!{_GOES_ON})[^，。；：、■]{{2}})"
)
#: Before a service that is only a means: 利用“甲”做好宣传，在丙园设立服务站.
_A_MEANS = re.compile(
    "(?:依托|利用|运用|通过|借助|使用|凭借|接入|对接|登录)(?:(?!上线|推出|建成|打造了|搭建了?|开发了?|启用)[^，。；]){0,28}[“]?$"
)
#: 利用“甲”发现占道经营，目前已在丙街道常态化运行: what runs there is the means.
_RUNS_THERE = re.compile(f"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:常态化|全面|正式|稳定)+(?:运行|使用|应用)(?=[，。；]|$)")
#: Before a place where something is to be tried.
CHOSEN = "(?:选定|选取|选择|遴选|确定|挑选)(?:了|在)?"
#: Around places that are chosen to try what was named before: 推进甲，选择丙街道、丁镇的企业开展试点.
_CHOSEN = re.compile(f"(?:^|[，；]){_ADVERB}{CHOSEN}$")
FOR_TRIAL = re.compile(
    "[”]?(?:等)?[^，。；：■]{0,14}?(?:(?:开展|进行|作为|先行|率先|首批|为)[^，。；：■]{0,6}(?:试点|试行|试用|试运行|先行先试)|先行先试(?=[，。；]|$))"
)


_BEGINS, _COMES_TO = re.compile("(?:^|[，；])(?:由|其中)?$"), re.compile("推广|延伸|扩展|扩大|复制|拓展|铺开")


def spread(scene: Scene, group: Group, scenarios: list[Pair], recent: Pair | None, home: Known | None) -> list[Link]:
    """先在甲试用，随后推广到乙、丙: the places that a scenario came to later."""
    lead = scene.between(scene.start, group.start)
    after = scene.between(group.end, scene.end)
    began = any(before.search(lead) and behind.match(after) for before, behind in _BEGINNINGS)
    then = any(before.search(lead) and behind.match(after) for before, behind in _LATER)
    example = lead.endswith("以") and len(lead) <= 3 and not scenarios and after.startswith(("为例，", "”为例，"))
    follows = lead.endswith("，") and bool(scenarios) and group is not scene.groups[0] and _FOLLOWS.match(after)
    too = example or follows or (group.start == scene.start and not scenarios and _TOO.match(after))
    continued = continues(scene, group, recent)
    if (
        _ONLY_A_PART.search(lead)
        or _NOT_YET.search(lead)
        or OPPOSITE.match(after)
        or _is_of_another_kind(scene, recent, scenarios, group.start)
    ):
        return []
    if not (began or then or too or continued or _SPREAD.search(lead)):
        return []
    said = [p for p in scenarios if p[0].end <= group.start]
    if not began and _DOES_ANOTHER.match(after):
        return []
    means = said and not began and _A_MEANS.search(scene.between(scene.clause(said[-1][0].start)[0], said[-1][0].start))
    if means and not _RUNS_THERE.match(after):
        return []
    later = group is not scene.groups[0] and continues(scene, scene.groups[0], recent)
    goes_on = (
        continued or example or later or (scene.text[scene.start - 1 : scene.start] == "；" and (too or _GOES_TO.fullmatch(lead)))
    )
    source = said[-1] if said else recent if _THAT.search(lead) or _OF_THE_RECENT.match(lead) or goes_on else None
    behind = [p for p in scenarios if p[0].start >= group.end and p[0].start - group.end < 30]
    if (
        source is None
        or (source in said and stands_by(scene, group, source[0]))
        or (behind and not (_COMES_TO.search(lead.rsplit("，", maxsplit=1)[-1]) or _ENDS_THERE.match(after)))
    ):
        return []
    at = replace(group.places[0].pair[0], start=group.start, end=group.end)  # what is said of all of them
    links = [
        promised(scene, one, at, scene.link("pilotedIn", one, place, "piloted.spread", 0.85, at=at))
        for one in (_listed_with(scene, source, said) if source in said else [source])
        for _, place in respectively(scene, one, exact_places(group) or counties(group, home))
        if place is not one[1]
    ]
    to_come = ((continued or too) and _TO_COME.match(after)) or (follows and "已" not in follows.group())
    return [replace(link, status=Status.PLANNED) for link in links] if to_come else links


#: 首批在丙社区推开，: what stands behind that is another clause's.
_ENDS_THERE = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:率先|先行|全面)?(?:推开|铺开|上线|试点|启用|投用|试运行|运行|试行)(?:使用|运行)?[，；]"
)
#: 丙街道、丁街道也将接入该平台: behind places that a sentence opens with.
_TO_COME = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,8}}|的?\d{{1,3}}余?[个家处所][^，。；\d{MASK}]{{2,6}}?)?(?:也|均|都|亦)?(?:将|拟|计划|力争|预计)"
)


#: 该平台尚未在甲商圈上线: before places that something has not come to.
_NOT_YET = re.compile(rf"{NOT}(?!成年|雨绸|来)[^，。；：{MASK}]{{0,8}}$")
#: X2022年在甲区试点，2023年在乙区、丙区试点，今年又新增丁区: before the later places, and behind them.
_THEN = re.compile(
    r"，(?:(?>[\d年月初底末]{4,9})|(?:今年|去年|前年)(?:\d{1,2}月)?|随后|后)(?:又|再|也|则|还|已|先后)*(?:于|(?:扩大|推广|覆盖|拓展|延伸)[到至]|在|新增|增加|进入|进驻|走进)(?:了)?$"
)
#: 市里上线的“甲”，我区已在丙街道、丁街道的服务中心张贴二维码: around places where our district shows it.
_WE_AT = re.compile("，我[区县市]已?在[“]?$")
_IS_SHOWN = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:的[^，。；{MASK}]{{2,10}})?(?:张贴|摆放|布设|设置|上架)了?[^，。；]{{0,6}}(?:二维码|码牌|入口|海报|展架|终端)(?=[，。；]|$)"
)
_TRIED_THEN = re.compile(rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:试点|上线|推开|铺开|推广|应用|启用|运行|落地|投用|开通|[，。；]|$)")
#: “甲”已在乙街道运行，下一步将在丙街道试点; 您建议推广“甲”，我局将在丙街道先行试点: before a place of what a sentence is about, and behind it.
_NEXT_AT = re.compile(
    "，(?:下一步|接下来|后续|今后|我们?|我[局委区县市]|[区县市][^，。；、]{1,6}[局委办]|，)*(?:还|也|又)?(?:将|拟|计划|准备)(?:再|先|优先|率先)?在[“]?$"
)
_IS_TRIED = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:先行先试|(?:先行|率先|先期|开展|进行|推广)*(?:试点|试行|推广|上线|启用|试运行|投用))(?=[，。；]|$)"
)
#: 推出“甲”，已向丙社区开放; 在乙街道上线“甲”，并逐步向丙街道推广.
_TOWARD = re.compile("，(?:目前|现|其中|并|也|正在?|已|现已|逐步|陆续|分批|将|拟|计划|下一步|接下来|后续)*向[“]?$")
_REACHES = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:全面|逐步)?(?:延伸|推广|拓展|扩展|铺开|开放|复制)(?:推广|应用)?(?=[，。；]|$)"
)
#: Words before and behind places that are told to have begun with it or were chosen to, and those where it comes to them later.
_BEGINNINGS = ((_BEGINS, _BEGAN), (_PUTS, _IN), (_WE_AT, _IS_SHOWN), (_CHOSEN, FOR_TRIAL))
_LATER = ((_THEN, _TRIED_THEN), (_NEXT_AT, _IS_TRIED), (_TOWARD, _REACHES))
#: “甲”已覆盖乙区；丙区、丁区也将于明年启动建设.
_TOO = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:拟|将|计划|也|已)*(?:于?[^，。；]{{0,6}})?跟进(?:推出|上线|建设|试点|启用|开通|[，。；]|$)|[{ROW}]*(?:等[^，。；]{{0,6}})?(?:也|亦)(?:将|已|拟|计划|正|于|明年|今年|年内|年底|[^，。；]{{0,8}}月)*(?:陆续|全面|同步|相继|先后)?(?:启动|开展|推广|试点|上线|接入|覆盖|跟进|推开|启用|投用|建成|开通)"
)
#: 乙街道已试行甲，丙镇、丁镇拟于下半年跟进: behind later places of the sentence.
_FOLLOWS = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:拟|将|计划|正在?|已|也|均|于|年内|明年|今年|第[一二三四]季度|[上下]半年|年底前?|\d{{1,2}}月|加快|陆续|逐步)+(?:跟进|跟上|复制|效仿)(?=[，。；]|$)"
)
#: 首批试点设在甲街道, 二期计划延伸至乙: a sentence that goes on with the service of the one before.
_GOES_TO = re.compile(
    "(?:下半年|明年|年内|下一步|今年|后续|随后|年底前?)?，?(?:将|拟|计划|已)?(?:再|逐步|进一步|继续)?(?:推广|延伸|扩展|扩大|复制|拓展|推开|覆盖)(?:到|至)"
)
_OF_THE_RECENT = re.compile("(?:首批|第[一二三]批|首期|[一二三]期|试点)(?:试点)?(?:工作|项目|工程|点位)?")


#: 该系统, 此举; not 该公司将在丙园建设新厂, which is somebody and no service.
_THAT = re.compile(
    "[该此](?!(?:公司|企业|集团|银行|机构|单位|园|街道|社区|[县市镇校院局厂]|区)(?![域块场]|[^，。；在已将也还与和同为向把由]{0,6}(?:系统|平台|模式|场景|食堂|试点|经验|做法)))"
)
#: 将该航线延伸到丙镇: of what kind the service is that a sentence goes on with.
_THIS_KIND = re.compile("[该此](?P<kind>系统|平台|项目|小程序|航线|线路|热线|巴士)")

#: What every service may be called, where the sentence before tells of no other one of its kind.
_ANY_SERVICE = ("系统", "平台", "小程序")
_OF_A_KIND = re.compile("系统|平台|小程序")


def _is_of_another_kind(scene: Scene, recent: Pair | None, scenarios: list[Pair], start: int) -> bool:
    """Whether the last service named is not of the kind that a sentence goes on with: 该项目 behind “甲”呼叫."""
    told = _THIS_KIND.search(scene.between(scene.start, start))
    if told is None or recent is None or any(p[0].end <= start for p in scenarios):
        return False
    mention, known = recent
    said = re.split("[，。；]", scene.text[mention.end : mention.end + 12])[0]
    if any(told["kind"] in name for name in (known.name, *known.aliases, mention.name, said)):
        return False
    begin = max(scene.text.rfind(mark, 0, mention.start) for mark in "。；\n") + 1
    beside = scene.text[begin : mention.start] + scene.text[mention.end : scene.start]
    return told["kind"] not in _ANY_SERVICE or bool(_OF_A_KIND.search(beside))


def _listed_with(scene: Scene, last: Pair, said: list[Pair]) -> list[Pair]:
    """A scenario and those of the same list before it: 甲、乙和丙."""
    together = [last]
    for one in reversed(said[: said.index(last)]):
        if not _LISTED.fullmatch(scene.between(one[0].end, together[0][0].start)):
            break
        together.insert(0, one)
    return together


_LISTED = re.compile(r"[”]?(?:、|和|与|及|以及)?[“]?")


#: Behind a scenario that the whole district has: X已进驻我区各居民区.
_ALL_OVER = re.compile(rf"[^。；{MASK}]{{0,60}}?(?:进驻|覆盖|推广(?:到|至)?|服务|惠及)(?:了|到|至)?(?:我|全)[区县市]")

#: 在丙街道试点甲，成熟后推广到全区: around a scenario that the whole district is to have only later.
_ONLY_THEN = re.compile("，[^。；]{0,24}?(?:逐步|后|再|适时|进而|进一步|下一步|最终|力争|未来)[^，。；]{0,8}$")
_TRIED_FIRST = re.compile(
    f"(?:在|选择|选取|选定|以)[{ROW}]+(?:等[^，。；{MASK}]{{0,6}})?(?:(?:为|作为)试点，|，)?[^，。；{MASK}]{{0,8}}[“]?$"
)


def all_over(scene: Scene, mention: Mention) -> bool:
    """Whether the whole district has a scenario; not where that is to come after the place which the clause gives."""
    told, before = _ALL_OVER.match(scene.between(mention.end, scene.end)), scene.between(scene.start, mention.start)
    return told is not None and not (_ONLY_THEN.search(told.group()) and _TRIED_FIRST.search(before))
