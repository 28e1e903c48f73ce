"""What the model sees and is no name: kinds, clauses, people, so many of something, what one wants to become."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.firm_kinds import is_counted, is_kind_of_firm
from graph.reading.mentions.firms import names_another_thing
from graph.reading.mentions.local_firms import is_bank_in_short
from graph.reading.mentions.names import OF_A_NUMBER, is_clause, is_generic, joins_places
from graph.reading.mentions.office_kinds import is_no_body
from graph.reading.mentions.places.communities import is_no_community
from graph.reading.mentions.quoted_sayings import is_guideline
from graph.reading.mentions.site_kinds import is_kind_of_site, is_kind_there, is_no_site
from graph.reading.place import is_division
from graph.reading.reply import Reply
from graph.reading.tagger.joining import TWO_THINGS, is_torn
from graph.records import Mention

__all__ = ["is_no_name", "may_be_a_name"]

#: 甲、乙和丙3个大数据产业集聚区: how many there are of a kind.
_SO_MANY = re.compile("[两三四五六七八九十\\d][个家座处大]$")
#: 区委书记甲某某: before a person's name, which has up to so many characters.
_OFFICE_OF = re.compile(
    "(?:书记|[省市区县镇州]长|主任|局长|部长|委员|主席|董事长|总经理|总裁|院长|校长|会长|秘书长|负责人|创始人|记者)$"
)
_LONGEST_PERSON = 4


def _serves_another(name: str) -> bool:
    """Whether a name is a firm's and the one's that it does something for: 甲汽车为特斯拉, not 华为."""
    one, _, other = name.rpartition("为")
    return len(one) > 1 and not one.endswith("华") and other in words("firms")


def _is_a_district(name: str) -> bool:
    """Whether a name is a county's, a district's or a city's own: 甲区 of 甲区乙产业园."""
    return name[-1] in "省市区县州旗" and is_division(name)


def is_no_name(reply: Reply, mention: Mention) -> bool:
    """Whether what the model sees is a kind of site or of firm, so many of a kind, a person, two firms, a part of a noun, a medium, a guideline, no community, or 我局."""
    ahead = reply.flow.text[max(mention.start - 6, 0) : mention.start]
    if mention.type == "Carrier":
        counted = mention.rule == "learned" and (_SO_MANY.search(ahead) or _is_a_district(mention.name))
        kind = is_kind_of_site(mention.name) or is_kind_there(reply.flow.text, mention.start, mention.end)
        return bool(counted) or kind or is_clause(mention.name) or is_torn(reply, mention)
    if mention.type == "Enterprise":
        person = mention.rule == "learned" and len(mention.name) <= _LONGEST_PERSON and _OFFICE_OF.search(ahead)
        text, start, end = reply.flow.text, mention.start, mention.end
        kind = is_kind_of_firm(mention.name) or names_another_thing(text, start, end) or is_counted(text, start, end)
        return bool(person) or kind or _serves_another(mention.name) or bool(OF_A_NUMBER.match(reply.flow.text, mention.end))
    if mention.type == "Organisation":
        ours = _OURS.fullmatch(mention.name) or _NO_BODY.fullmatch(mention.name)
        if mention.rule == "learned" and is_torn(reply, mention):
            return True  # 甲大学国 of 甲大学国家大学科技园
        return bool(ours) or is_bank_in_short(mention.name) or is_no_body(reply, mention.start, mention.end)
    if mention.type == "Community":
        return is_no_community(reply.flow.text, mention.start, mention.end)
    return mention.type == "Scenario" and mention.rule == "learned" and is_guideline(reply.flow.text, mention.start, mention.end)


#: Who replies and who was just spoken of, by no name: 我局, 该院.
_OURS = re.compile("[我本该贵][局委办厅院会部处站所校司行]")
#: 省委民航 of 省委民航发展专题会, 市委市政府中心 of 市委市政府中心工作: what stands behind a committee and ends as nothing does that is its.
_ENDS_AS_BODY = rf"(?:{alternation('organisation_suffixes')}|{alternation('committee_offices')}|[议）)])"
_NO_BODY = re.compile(rf"[省市区县州]委(?:(?:、?[省市区县州]政府)?中心|(?!.*{_ENDS_AS_BODY}$).{{1,10}})")


#: How quick something is: “3分钟快速办理”.
_MEASURED = re.compile(r"\d+(?:秒|分钟|小时|天)(?!.*圈$)")


#: What no firm's name ends in, and what none holds, nor a carrier's.
_NO_FIRM = re.compile(rf"(?:{alternation('organisation_suffixes')}|产业集群|产业链|产业带)$")

#: What is done for a field and is no firm: AI赋能港口 of AI赋能港口和零售行业的甲.
_DONE = re.compile("赋能|助力|驱动|引领")
#: What a city wants to become: 全球科创中心, 中国大数据之都.
_AIM = re.compile(r"^(?:国际|全球|亚洲|中国|全国|国家|区域)[\u4e00-\u9fff]{0,10}(?:中心|高地|之都|策源地|枢纽|硅谷|社区)$")


#: 举办了2019“甲行”, 乙发表40周年纪念会: when it was, or how long ago something else was, and no event's name.
_WHEN = re.compile(r"\d{1,4}(?:年度?|周年)?(?:纪念[会日]|纪念活动|大会|活动)?")


def may_be_a_name(kind: str, name: str) -> bool:
    """Whether what no rule saw may be a name: no common words only, no field, no measure, no two things."""
    if (kind == "Enterprise" and (_NO_FIRM.search(name) or _DONE.search(name) or joins_places(name))) or (
        kind != "Scenario" and TWO_THINGS.search(name)
    ):
        return False
    if (kind == "Carrier" and (is_no_site(name) or _AIM.search(name))) or (kind == "Event" and _WHEN.fullmatch(name)):
        return False
    return len(name) > 1 and not is_generic(name) and name not in words("sectors") and not _MEASURED.match(name)
