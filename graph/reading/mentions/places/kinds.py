"""Communities that are only called by their kind or their number: 智慧社区, 部分社区, and what else begins with the word: 社区医院."""

from __future__ import annotations

import re

__all__ = ["NO_COMMUNITY", "NO_COMMUNITY_BEHIND", "SOME"]

#: Behind 社区, where it is the beginning of another word.
NO_COMMUNITY_BEHIND = r"(?!精细|经济|商户|公共|网格|民警|矫正|事务|志愿|智慧|智能|AI|数字|环境|协商|云|服务|居民|治理|党|工作|建设|养老|食堂|医院|报(?![到名告备])|卫生|生活|商业|居委|[一-龥]{0,2}平台)"
#: Which ones, where no name is told: 甲街道所有社区.
SOME = (
    "部分|所有|全部|全体|多数|相关|有关|周边|附近|重点|其他|其余|上述|以上|下辖|所辖|辖区|各类|个别|闲置|少数|大多|多为|共有|方便"
)
#: What stands before 社区 and names none.
NO_COMMUNITY = re.compile(
    rf"(?:智慧|智能|数字|未来|示范|试点|老旧|各|每个?|全|本|基层|城市|农村|城乡|新型|现代|产业|产业园|单位|创新|国际|开放|美好|幸福|完整|绿色|该|进|入|[镇区市县个和与及、]|(?<![\u4e00-\u9fff]{{2}})街|[镇乡村各全小老主商]街|负责(?:管理|指导)?|指导|管理|街道|居家|机构|整个?|完善|宜居|友好|科创|研发|孪生|陌生人|产业工人|办理|利用|结合|会同|清理|加强|打造|推进|推动|深化|优化|提升|拓展|构建|实施|开展|强化|做好|健全|支持|{SOME}|一条|证明|暨|起|型|类|化|类型|\d)$"
)
