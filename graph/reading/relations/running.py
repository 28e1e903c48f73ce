"""Firms that build or run a place, whose goods come to one, or for which others work: none is a tenant for that."""

from __future__ import annotations

import re

from graph.reading.relations.masks import MASK, ROW

__all__ = ["is_no_tenant", "is_served"]

#: 由甲集团开发运营: around who builds or runs a park.
_RUN_BY = re.compile(
    rf"由(?:{MASK}{{1,30}}(?:的?(?:下属|旗下|所属|控股|全资)){{1,2}}的?(?:企业|公司|子公司|平台)?|[^，。；：]{{0,6}})[“]?(?:{MASK}[{ROW}]*)?$"
)
_RUNS_A_PARK = re.compile(
    rf"[{ROW}]*(?:公司|集团|等[^，。；]{{0,4}})?(?:共同|联合|合作|负责|投资|统一|整体|独家|牵头|自主|主导|具体|独立)*(?:开发|运营|建设|管理|投资|打造|改造|持有|建成|共建|创办|兴建|承建|实施|出资|发起|研发|搭建)"
)
#: Right before a firm that runs or builds a thing, or with which the office works.
_IS_RUN_BY = re.compile(
    "(?:运营方|运营主体|投资主体|建设主体|承建方|合作伙伴)(?:是|为)?[“]?$|(?:^|我们|我[局委办]|将)配合[“]?$"
    "|(?:运营|投资|建设|施工|设计|管理|承建|代建|监理|开发|业主|产权|物业|招商|出资|实施|责任|牵头)(?:服务)?(?:方|主体|单位)(?:也|均|都|分别)?[是为系][“]?$"
)
#: 为甲公司等整车厂配套, 进入甲公司供应链, 向甲公司供货: around a firm that others work for, wherever it is.
_FOR_IT = re.compile(rf"(?:为|给|向|进入|融入|打入|送到)[“]?(?:[^，。；：为给向]{{0,12}}[、和与])?[{ROW}]*$")
_SUPPLIED = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,8}})?(?:公司|集团|企业)?(?:的|全球)?(?:提供|供应链|产业链|配套|供货|代工|装配线|生产线|采购目录)"
)
#: 客户包括甲、乙, 已成为甲、乙等企业的供应商: around firms that others sell to.
_SELLS_TO = re.compile(rf"(?:客户|用户|买家|采购商|经销商)(?:主要)?(?:包括|有|为|是|涵盖|遍[布及])了?[“]?(?:{MASK}[{ROW}]*)?$")
_BECAME = re.compile(rf"(?:成为|作为|是)了?[“]?(?:{MASK}[{ROW}]*)?$")
_ITS_SUPPLIER = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、的]{{0,12}})?(?:公司|集团|企业|品牌)?的[^，。；：、的{MASK}]{{0,8}}(?:供应商|配套商|配套企业|代工厂|服务商|合作伙伴|合作商|经销商|代理商)(?=[，。；、]|$)"
)
#: 引入甲公司作为运营方, 聘请乙公司担任招商顾问: around a firm that somebody takes on.
_TAKEN_ON = re.compile(rf"(?:引入|引进|引来|聘请|聘用|选聘|委托|邀请|选定|确定)了?[“]?(?:{MASK}[{ROW}]*)?$")
_AS_WHO_RUNS_IT = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,6}})?(?:公司|集团)?(?:作为|担任|为)[^，。；]{{0,10}}(?:(?:运营|管理|物业|招商|建设|设计|总承包)(?:方|单位|商|主体|团队)|顾问)(?![^。；]*(?:入驻|总部|投资建设))"
)


#: 投资方为甲公司，总部设在丙园: behind such a firm, where it has its own seat.
_HAS_ITS_SEAT = re.compile(
    "[”]?(?:公司|集团)?(?:（[^（）]{1,20}）)?(?:，?(?:该公司|公司|该企业|企业|其|集团)?|(?:负责)?(?:投资|开发|建设|运营|管理|承建|实施|运维){1,2}，(?:该公司|公司|该企业|企业))"
    "(?:总部|注册地址?)(?:设|位于|落户|坐落|落在|在)"
)


def _runs_a_place(before: str, behind: str) -> bool:
    """由甲集团运营, 运营方为甲集团."""
    return not _HAS_ITS_SEAT.match(behind) and bool(
        _IS_RUN_BY.search(before)
        or (_RUN_BY.search(before) and _RUNS_A_PARK.match(behind))
        or (_TAKEN_ON.search(before) and _AS_WHO_RUNS_IT.match(behind))
    )


def is_served(before: str, behind: str) -> bool:
    """Whether the words around a firm only say that others work for it.

    Parameters
    ----------
    before, behind:
        As of :func:`is_no_tenant`.
    """
    return bool(
        (_FOR_IT.search(before) and _SUPPLIED.match(behind))
        or _SELLS_TO.search(before)
        or (_BECAME.search(before) and _ITS_SUPPLIER.match(behind))
    )


#: 采购甲公司的设备, 引进乙公司的技术: around a firm of which somebody has what it makes; 引进乙公司的项目 brings the firm.
_HAS_OF_IT = re.compile(
    rf"(?:采购|购买|购置|订购|引进|引入|使用|采用|选用|租用|借助|利用|学习|借鉴|推广)(?:了|并使用)?[“]?(?:{MASK}[{ROW}]*)?$"
)
_WHAT_IT_MAKES = re.compile(
    rf"[{ROW}]*(?:公司|集团|等(?:企业|公司|[^，。；的]{{0,4}}))?的(?:(?!项目|总部|基地|中心|企业|团队|资本|分公司|工厂)[^，。；：、]){{0,10}}?"
    r"(?:技术|设备|产品|系统|方案|专利|经验|模式|做法|算法|模型|芯片|装备|机器人|软件|车辆)(?!研发|创新|中心|项目|企业|公司|基地|生产|团队|转化)"
)


def _only_sells(before: str, behind: str) -> bool:
    """采购甲公司的设备."""
    return bool(_HAS_OF_IT.search(before) and _WHAT_IT_MAKES.match(behind))


def is_no_tenant(before: str, behind: str) -> bool:
    """Whether a firm is named for building or running something, or only for what it makes, and not as being there.

    Parameters
    ----------
    before, behind:
        The words of the sentence on both sides of it, names masked.
    """
    return _runs_a_place(before, behind) or _only_sells(before, behind)
