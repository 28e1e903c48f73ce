"""Firms that a sentence names right at the place that holds them: 经开区甲、乙等企业, 丙园企业甲, 园内甲、乙, 丙园以甲为龙头."""

from __future__ import annotations

import re

from graph.reading.relations.scene import MASK, ROW, Group, Scene

__all__ = ["happens_at", "stand_at"]


def stand_at(group: Group, gap: str, behind: str) -> bool:
    """Whether firms stand right at the name of the place that they are in."""
    if _LED.fullmatch(gap) and _AS_ITS_HEAD.match(behind):
        return True
    if group.places[-1].type == "District":
        return False
    told = _FIRMS.match(behind) or (group.places[-1].type == "Carrier" and _ITS_PLANT.match(behind))
    adjoins = _ADJOINS.fullmatch(gap) and group.places[-1].type in ("Carrier", "Subdistrict") and told
    in_town = not gap.strip("“") and group.places[-1].type == "Subdistrict" and not _ITS_BRANCH.match(behind)
    inside = _RIGHT_INSIDE.fullmatch(gap) and group.places[-1].type == "Carrier" and not _WORKS_THERE.match(behind)
    return bool(adjoins or in_town or inside or _ITS_FIRM.fullmatch(gap))


#: 园内甲科技、乙电气已通过备案; not what a firm only builds there: 园内甲集团建设的公寓.
_RIGHT_INSIDE = re.compile(rf"内[“]?(?:{MASK}[{ROW}]*)?")
_WORKS_THERE = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?[^，。；]{{0,4}}?(?:负责|承建|代建|施工|建设|开发|运营|管理|投放|布设|安装|铺设|提供|大厦|广场|门店|营业厅|网点|支行|的)"
)


#: 丙镇甲银行营业厅: behind a firm whose branch in the town is meant.
_ITS_BRANCH = re.compile(
    "[”]?[^，。；：、]{0,6}(?:营业厅|网点|门店|支行|分理处|服务站|充电站|换电站|基站|驿站|自提点|分公司|供电所|施工|工地|项目部|抢修|工作人员|骑手|便利店|快递柜)"
)


#: Between a zone and the firms that stand right behind it: 经开区甲科技、乙电气等企业, 园内甲科技等企业.
_ADJOINS = re.compile(rf"(?:内|里)?[“]?(?:{MASK}[{ROW}]*)?")
_FIRMS = re.compile(rf"[{ROW}]*等?[^，。；：、]{{0,12}}(?:企业|公司|厂家|商家)")
#: 丙园甲科技三期投产: behind a firm, what it has there.
_ITS_PLANT = re.compile(
    "[^，。；：、的与和在]{0,6}(?:工厂|厂房|项目|基地|厂区|[一二三四]期|生产线|产线)[^，。；：、的]{0,4}(?:投产|建成|开工|封顶|竣工|投运|落成|投用)"
)
#: 丙园企业甲科技, 丙镇本土民营企业甲科技, 丙街道辖区企业甲科技, 丙街道辖区内的甲科技, 丙园（甲科技、乙电气）.
_ITS_FIRM = re.compile(
    rf"(?:(?:辖区|境内|区域内|范围内)内?的?|内?的|内)?(?:龙头|骨干|重点|入驻|入园|园内|辖内|本土|本地|民营|国有|外资|上市|规上|规模以上|高新技术){{0,3}}企业[“]?(?:{MASK}[{ROW}]*)?"
    rf"|(?:辖区|境)内的[“]?(?:{MASK}[{ROW}]*)?|（[{ROW}]*"
)
#: 丙园以甲科技为龙头, 丁园则以乙、丙等企业为主.
_LED = re.compile(rf"(?:则|也|主要|重点|现|现已)?以(?:[^，。；：、]{{1,16}}、){{0,12}}[“]?(?:{MASK}[{ROW}]*)?")
_AS_ITS_HEAD = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,10}}|企业|公司|集团)?为(?:龙头|核心|引领|代表|骨干|主体|链主|主力|主|依托|支柱|支撑)(?![导要攻])"
)


#: Before the place that a sentence opens with: 在丙区, 在我区中部的丙区.
_AT_A_PLACE = re.compile("(?:^|，)在(?P<ours>我[区县市][^，。；：]{0,6}的)?$")


#: Behind a firm whose own work goes on at the place that the sentence opens with.
_AT_WORK = re.compile(
    rf"[{ROW}]*(?:公司|集团)?(?:正在?|已|自主|独立|率先)*(?:(?:研发|研制|生产|制造|开发|加工)(?:出|的))|的(?:车间|生产线|产线|厂房|工厂|实验室|总部|展厅|研发中心)"
)


def happens_at(scene: Scene, group: Group, gap: str, behind: str) -> bool:
    """Whether a sentence says of firms what they do at a place: 在丙区，甲、乙等企业快速成长."""
    lead = scene.between(scene.start, group.start)
    at = _AT_A_PLACE.search(lead)
    # What firms do at a place of ours (在我区新兴的丙园，甲、乙等企业参与) tells where they are only where they head it.
    led = gap.startswith("，") and _LED.fullmatch(gap[1:]) and _AS_ITS_HEAD.match(behind)
    acts = (
        at
        and not at["ours"]
        and re.fullmatch("，[^，]*", gap)
        and (_FIRMS.match(behind) or (group.places[-1].type == "Carrier" and _AT_WORK.match(behind)))
    )
    return bool(at and (led or acts)) and len(group.places) == 1
