"""Firms that a sentence only tells whose something else is: 甲集团出资设立的乙, 甲的供应商丙, 甲研究院, 脱胎于甲的丁."""

from __future__ import annotations

import re

from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["is_whose"]

#: What a firm does, which no name of a body holds: 甲公司成立研究院, 甲公司牵头组建创新联合体.
_DOES = "牵头|组建|[成设建创]立|[建筹承兴共新自]建|建[成设有]|打造|创办|联合|联手|携手|参与|加入|发起|搭建|拥有|启动|获批|入选|[入进]驻|落户|开设|投资|布局|挂牌|揭牌|已|将|拟"
#: Behind a firm that another body's name begins with: 甲丙谷创新中心, 甲研究院.
_NAMESAKE = re.compile(rf"(?:(?!{_DOES})[^，。；、：的在与和等（]){{0,14}}(?:创新中心|研究中心|研究院|实验室|学院|联合体)(?!的)")
_FOUNDED = re.compile(
    rf"[{ROW}]*(?:(?:与|[^，。；：、等]{{2,8}}和)[^，。；]{{2,12}})?(?:联合|合作|联手|携手|共同|参与|牵头)?(?:设立|出资|投资|组建|创办|发起|建设|成立|打造|共建|布局)的|(?:手[里中]的|名下的?|旗下|下属|控股|(?:全资|控股)(?:子|孙)公司|(?:脱胎|分拆|剥离|孵化)而?(?:出来|来|出)的)"
)
#: 甲集团孵化的乙, 甲的母公司, 甲在华的合资企业丙, 甲的供应商丙; 脱胎于甲集团的乙: around a firm that only tells whose another one is.
_ANOTHER_IS_ITS = re.compile(
    "[^，。；：、■]{0,12}?的[^，。；：、■]{0,6}(?:合资|独资|控股|参股|全资)(?:企业|公司)"
    "|(?:孵化|控股|参股|入股|收购|并购|领投|分拆|拆分)的"
    "|的(?:(?:(?:全资|控股|参股)?[母子孙]|兄弟|关联|姊妹)公司|供应商|服务商|客户|股东|投资[方人]|代工厂|经销商|竞争对手|合作伙伴|(?:生态|合作)企业)"
    # 引进甲、乙的配套企业: who supplies all of a row
    f"|[{ROW}]*(?:等[^，。；：]{{0,6}})?的(?:上下游|上游|下游|配套|供应|协作|外协|关联)[^，。；：、{MASK}]{{0,4}}(?:企业|厂商|厂家|公司|供应商|商)(?!之一)"
)
_OUT_OF_IT = re.compile("(?:(?:脱胎|分拆|剥离|孵化|衍生|独立)[于自]|隶属于?|从属于|归属于?|依附于)[“]?$")
_THE_OTHER = re.compile(f"[”]?(?:、[^，。；{MASK}]{{1,24}})?的")
#: 甲集团研发总部乙: behind a firm whose seat is a firm by its own name.
_SEAT_OF_ITS = re.compile(rf"[^，。；：、{MASK}]{{0,8}}总部[“]?{MASK}")


def is_whose(scene: Scene, firm: Pair, *, ours: bool) -> bool:
    """Whether a firm is named for what is another's, so that what the sentence says of a place is said of that.

    Parameters
    ----------
    scene:
        The sentence.
    firm:
        A firm in it.
    ours:
        Whether it is called the replying district's own (我区企业甲收购的乙): then it is there, whatever is told of the other.
    """
    behind = scene.between(firm[0].end, scene.end)
    if _FOUNDED.match(behind) or _SEAT_OF_ITS.match(behind) or _NAMESAKE.match(behind):
        return True
    lead = scene.between(max(scene.start, firm[0].start - _NEAR), firm[0].start)
    return not ours and bool(_ANOTHER_IS_ITS.match(behind) or (_OUT_OF_IT.search(lead) and _THE_OTHER.match(behind)))


#: So many characters before a firm tell what it comes out of.
_NEAR = 8
