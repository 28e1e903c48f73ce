"""Communities that are only called by their kind or their number (智慧社区, 部分社区), what else begins with the word (社区医院), and places that are only named."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation

__all__ = [
    "NAMED_COUNTY",
    "NAMED_ROAD",
    "NO_COMMUNITY",
    "NO_COMMUNITY_BEHIND",
    "NO_VILLAGE_BEHIND",
    "OF_PLACES",
    "ONLY_NAMED",
    "SOME",
]

#: Behind 社区, where it is the beginning of another word.
NO_COMMUNITY_BEHIND = r"(?!精细|经济|商户|公共|网格|民警|矫正|事务|志愿|智慧|智能|AI|数字|环境|协商|云|服务|居民|治理|党|工作|建设|养老|食堂|医院|报(?![到名告备])|卫生|生活|商业|居委|[一-龥]{0,2}平台|(?:整体)?解决方案)"
#: Behind 村, where it is the beginning of another word, or no village's: 甲村小学, 乡道和村道, 村办村管, 村容村貌.
NO_VILLAGE_BEHIND = "(?!管(?![理委网道辖护控线])|容村|(?<=村容村)貌|[账帐][乡镇]|财[镇乡]|派出所|小学|菜|农贸|卫生|幼儿园|社区|早期|建筑|[级民庄镇落里务干改集委组史居口]|道(?!路))"
#: Which ones, where no name is told: 甲街道所有社区.
SOME = alternation("place_attributes", "which")
#: What stands before 社区 and names none.
NO_COMMUNITY = re.compile(
    rf"(?:{alternation('place_attributes', 'community')}|[镇区市县个和与及、]|(?<![\u4e00-\u9fff]{{2}})街|[镇乡村各全小老主商]街|负责(?:管理|指导)?|指导|管理|街道|居家|机构|整个?|{SOME}|一条|以|证明|暨|起|型|类|化|类型|\d)$"
)

#: The rules of a road that is only spoken of, and of counties elsewhere that stand in a row (同甲、乙等地合作).
NAMED_ROAD, NAMED_COUNTY = "place.road-named", "place.county-row"
#: Nothing is said to be at what one of these tells.
ONLY_NAMED = frozenset((NAMED_ROAD, NAMED_COUNTY))
#: Behind a row that is one of places: 昆山、吴江等地, 嘉善和平湖等毗邻地区.
OF_PLACES = r"等(?:[\d一两三四五六七八九十]{1,2}个?)?(?:毗邻|周边|相邻|临近|兄弟|先进)?(?:地区?|[省县区市州旗]+)(?![方上级域])"
