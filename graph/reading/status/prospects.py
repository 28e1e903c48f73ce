"""Whether a park or a house is still thought of, applied for, or prepared: 正在规划甲园, 甲园尚处于前期论证阶段."""

from __future__ import annotations

from graph.reading.status.verbs import BUILD, before_name, behind_name

__all__ = ["is_in_prospect"]

_HOW = "(?:积极|抓紧|加快|同步|统筹|深入|进一步|高标准|高起点|认真|大力|着手){0,2}"
_MAKE = f"(?:{BUILD}|设立|建立|创建|打造|布局|新建)"
#: 正在规划甲园, 研究设立乙园, 探索建设丙园, 谋划丁园: right before a place.
_THOUGHT_OF = before_name(
    f"(?:正在|正|还在){_HOW}(?:规划|谋划|筹划|筹备|筹建|酝酿|论证)(?:{_MAKE})?(?!了|的)[^，。；、的]{{0,4}}",
    f"(?:研究|探索|论证|酝酿|谋划|筹划|筹备){_HOW}(?:在[^，。；]{{2,14}}?)?{_MAKE}(?!了|的)[^，。；、的]{{0,6}}",
    f"(?:(?<![模虚草])拟(?![定订])|准备)[^，。；已了]{{0,20}}?(?:{_MAKE}|规划|谋划|建)(?!了|的)[^，。；、的]{{0,6}}",
    f"力争[^，。；已了]{{0,6}}(?:引进|引入)[^，。；已了]{{0,8}}{_MAKE}(?!了|的)",
    "(?<![按照动项])计划在[^，。；已了]{2,14}(?:规划|布局|谋划)",
    "(?:街道|[镇乡区县市园城谷])(?:正|还|也|同步)?规划",
)
#: Behind it, where nothing of it but itself is meant.
_ITSELF = behind_name(
    "(?:项目)?(?:[、和与及][^，。；、和与及的]{2,16}(?<=[园区城谷港镇厦心场楼地])){0,5}(?:等[^，。；、的]{0,8})?(?=[，。；（”]|$)"
)
#: 争取甲园落地, 推动乙园早日获批: around it.
_STRIVEN_FOR = before_name("(?:争取|力争|促成|推动|推进|力促)")
_TO_COME_ABOUT = behind_name("(?:项目)?(?:尽快|早日|尽早|在我[区市县]|能够?|最终|顺利){0,2}(?:落地|落户|获批|立项|批复|开工)")
_STILL = "(?:目前|现|也|都|均|已|尚|还|仍|正){0,2}"
#: 甲园尚处于前期论证阶段, 乙园已列入明年建设计划, 丙园已取得用地批复, 丁园拟选址戊路: behind a place.
_PREPARED = behind_name(
    f"(?:项目)?{_STILL}(?:处于|处在|正在|进入|正在开展|正在进行|停留在)[^，。；、的]{{0,4}}(?:前期|论证|可研|可行性研究|方案设计|规划设计|立项|审批|报批|筹备|谋划|筹建|策划)[^，。；、]{{0,6}}(?:阶段|中|过程|工作)(?=[，。；、]|$)",
    f"(?:项目)?{_STILL}(?:列入|纳入)了?(?:我[区市县局]|全[区市县])?(?:明年|来年|下一?年度?|远期|中长期|未来)[^，。；]{{0,10}}(?:计划|规划|安排|盘子)",
    f"(?:项目)?{_STILL}(?:取得|获得|完成|办理)了?[^，。；、]{{0,8}}(?:用地|立项|规划许可|工程许可|可研|选址|土地)[^，。；、]{{0,4}}(?:批复|许可证?|手续|意见书?|出让|摘牌|备案|审批|招拍挂)(?=[，。；、]|$)(?![^。；]{{0,30}}(?:已|正式|顺利)?(?:开工|动工|开建|建成|投用|封顶))",
    f"(?:项目)?(?:的)?(?:建设|概念|设计|初步|实施)?方案{_STILL}在?[^，。；、]{{0,4}}(?:深化|编制|优化|完善|报批|审批|评审|论证|研究|征求)",
    # 乙园占地64亩，计划明年开工; 丙园由甲公司建设，选址丁镇，一期6月底前开工
    r"(?!内|里|现有|拥有|[^，。；]{0,12}的)[^。；，已]{0,30}，(?:预计|计划|拟|将于?)于?(?:年内|明年|今年|下半年|后年|\d{1,4}[年月])[^，。；已]{0,10}(?:开工|动工|启动建设)(?=[，。；]|$)",
    r"[^。；已]{0,30}?选址[^，。；已]{1,16}，[^，。；已]{0,10}(?:\d月底?|年底|年内|明年[^，。；]{0,4})前?(?:开工|动工)",
    f"(?:项目)?{_STILL}(?:拟|初步|暂定|计划|准备){{1,2}}(?:选址|落址|(?:落户|布局)(?:在|于|到)|落户(?=[^，。；、]{{1,10}}(?:[区县市镇乡路]|街道)(?=[，。；]|$))|设在|建在)",
)

#: 在甲园建设总部, 筹备入驻乙园, 拟建于丙园: a place where something else is to be.
_SITE_OF_ANOTHER = before_name("(?:在|于|到|至|入驻|进驻|落户|搬入|迁入|入园)")
#: 规划甲园，已入驻企业300家.
_BY_NOW = behind_name("[^。；]{0,20}，(?:目前|现)?(?:已(?:入驻|集聚|建成|引进|投用|开园|有)|现有|形成)")


def is_in_prospect(clause: str, after: str, tail: str) -> bool:
    """Whether the words around a park or a house say that it is not begun.

    Parameters
    ----------
    clause:
        The words of its clause before its name.
    after, tail:
        The rest of the clause behind it, and of the sentence.
    """
    if _SITE_OF_ANOTHER.search(clause):
        return False
    if _PREPARED.match(tail):
        return True
    if _STRIVEN_FOR.search(clause) and _TO_COME_ABOUT.match(after):
        return True
    return bool(_THOUGHT_OF.search(clause) and _ITSELF.match(tail) and not _BY_NOW.match(tail))
