"""Who decides what: the model's spans beside the rules' mentions, whatever the weights are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.reading import tagger
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.finding import find_mentions
from graph.reading.mentions.names import clean
from graph.reading.reply import Reply, reply_of
from graph.reading.tagger import refusing, tagged
from graph.reading.tagger.decoding import Span
from graph.reading.tagger.joining import joined
from graph.records import Document, Mention

TEXT = (
    "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
    "云锦镇、芸台学社和岚图公园同获全市先进集体。\n\n南京市玄武区科学技术局\n2025年6月3日\n"
)


def _span(reply: Reply, kind: str, name: str, probability: float = 0.9) -> Span:
    start = reply.flow.text.index(name)
    return Span(kind, start, start + len(name), probability)


def _rule(reply: Reply, kind: str, name: str, confidence: float = 0.9) -> Mention:
    start = reply.flow.text.index(name)
    return Mention(kind, name, start, start + len(name), "suffix.test", confidence)


def _read(
    monkeypatch: pytest.MonkeyPatch, spans: list[tuple[str, str]], rules: list[tuple[str, str]]
) -> dict[tuple[str, str], float]:
    reply = reply_of(Document("case", TEXT, "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, *span) for span in spans])
    mentions = [_rule(reply, *rule) for rule in rules]
    return {(m.type, m.name): m.confidence for m in tagged(reply, mentions, mentions, [])}


def test_an_organisation_that_only_the_model_sees_is_as_sure_as_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _read(monkeypatch, [("Organisation", "芸台学社")], []) == {("Organisation", "芸台学社"): 0.9}


@pytest.mark.parametrize("kind", ["Organisation", "Facility", "Recognition", "Enterprise", "Carrier", "Scenario"])
def test_what_only_a_rule_sees_of_the_models_types_is_a_doubt(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    assert _read(monkeypatch, [], [(kind, "岚图公园")])[kind, "岚图公园"] < 0.5


@pytest.mark.parametrize("kind", ["Subdistrict", "Policy", "Community"])
def test_no_organisation_stands_where_a_rule_is_sure_of_a_place_or_a_document(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    assert _read(monkeypatch, [("Organisation", "云锦镇")], [(kind, "云锦镇")]) == {(kind, "云锦镇"): 0.9}


def test_when_something_was_is_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _read(monkeypatch, [("Event", "2025"), ("Event", "2025年")], []) == {}


@pytest.mark.parametrize("kind", ["Programme", "Product", "Event", "Community"])
def test_the_model_adds_a_programme_a_product_an_event_or_a_community_that_no_rule_sees(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    assert _read(monkeypatch, [(kind, "岚图公园")], []) == {(kind, "岚图公园"): 0.9}


@pytest.mark.parametrize("kind", ["Programme", "Product", "Event", "Community"])
def test_it_does_not_judge_those_that_a_rule_sees(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    assert _read(monkeypatch, [], [(kind, "岚图公园")]) == {(kind, "岚图公园"): 0.9}
    assert _read(monkeypatch, [(kind, "云锦镇")], [("Subdistrict", "云锦镇")]) == {("Subdistrict", "云锦镇"): 0.9}


def test_a_village_of_the_model_is_none_where_a_school_is_called_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    village = [("Community", "岚山村")]
    text = TEXT
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", text.replace("岚图公园", "岚山村小学"))
    assert _read(monkeypatch, village, []) == {}
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", text.replace("岚图公园", "岚山村"))
    assert _read(monkeypatch, village, []) == {("Community", "岚山村"): 0.9}


def test_a_carrier_of_the_model_stands_even_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _read(monkeypatch, [("Carrier", "云锦镇")], [("Subdistrict", "云锦镇")]) == {("Carrier", "云锦镇"): 0.9}


@pytest.mark.parametrize(("probability", "kept"), [(0.55, False), (0.65, True)])
def test_a_carrier_that_only_the_model_sees_stands_where_it_is_sure(
    monkeypatch: pytest.MonkeyPatch, probability: float, *, kept: bool
) -> None:
    reply = reply_of(Document("case", TEXT, "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, "Carrier", "芸台学社", probability)])
    [mention] = tagged(reply, [], [], [])
    assert (mention.confidence > 0.5) is kept


def test_a_county_before_a_carriers_own_name_stays_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("岚图公园", "江宁区岚图产业园")
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, "Carrier", "江宁区岚图产业园")])
    place = _rule(reply, "District", "江宁区")
    assert place in tagged(reply, [place], [place], [])


def test_of_two_of_the_models_names_a_firm_stands_before_an_organisation(monkeypatch: pytest.MonkeyPatch) -> None:
    read = _read(monkeypatch, [("Enterprise", "芸台学社"), ("Organisation", "学社")], [])
    assert read == {("Enterprise", "芸台学社"): 0.9}


@pytest.mark.parametrize("rules", [[], [("Carrier", "岚图公园同获")]])
def test_a_kind_of_place_is_no_carrier_whoever_sees_it(monkeypatch: pytest.MonkeyPatch, rules: list[tuple[str, str]]) -> None:
    monkeypatch.setattr(refusing, "is_kind_of_site", lambda name: name == "岚图")
    assert ("Carrier", "岚图") not in _read(monkeypatch, [("Carrier", "岚图")], rules)


def test_a_carrier_that_ends_in_the_middle_of_a_word_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("Carrier", "岚图公") not in _read(monkeypatch, [("Carrier", "岚图公")], [])


@pytest.mark.parametrize("place", ["岚图老城市", "岚图超级工厂", "岚图商务楼宇"])
def test_nor_in_the_middle_of_a_noun_that_begins_with_a_carriers_ending(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("岚图公园", place))
    assert ("Carrier", place[:-1]) not in _read(monkeypatch, [("Carrier", place[:-1])], [])


@pytest.mark.parametrize(("seen", "name"), [("岚图科技园（东园", "岚图科技园"), ("东园）芸台谷", "芸台谷")])
def test_a_bracket_that_the_model_leaves_open_is_no_part_of_the_name(
    monkeypatch: pytest.MonkeyPatch, seen: str, name: str
) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("岚图公园", "岚图科技园（东园）芸台谷"))
    assert set(_read(monkeypatch, [("Carrier", seen)], [])) == {("Carrier", name)}


def test_a_park_without_its_name_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("岚图公园", "岚图某产业园"))
    assert ("Carrier", "岚图某产业园") not in _read(monkeypatch, [("Carrier", "岚图某产业园")], [])


@pytest.mark.parametrize("firm", ["岚图某纺织厂", "数字科技公司"])
def test_a_firm_without_its_name_is_none(monkeypatch: pytest.MonkeyPatch, firm: str) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("岚图公园", firm))
    assert ("Enterprise", firm) not in _read(monkeypatch, [("Enterprise", firm)], [])


@pytest.mark.parametrize("name", ["云锦园区发展有限公司", "云锦园区发展（集团）有限公司"])
def test_a_full_legal_name_is_a_firm_where_the_model_sees_a_park_in_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    reply = reply_of(Document("case", TEXT.replace("云锦镇", name), "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, "Carrier", "云锦园区")])
    firm = replace(_rule(reply, "Enterprise", name), name=clean(name), rule="suffix.legal")
    assert [(m.type, m.name, m.confidence) for m in tagged(reply, [firm], [firm], [])] == [("Enterprise", clean(name), 0.9)]


def test_a_nursery_is_no_carrier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("岚图公园", "岚图托幼园所"))
    assert ("Carrier", "岚图托幼园") not in _read(monkeypatch, [("Carrier", "岚图托幼园")], [])


@pytest.mark.parametrize("place", ["岚图科技园内", "岚图云谷则", "岚图新城里"])
def test_but_before_what_says_where_it_is_it_stands(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("岚图公园", place))
    assert ("Carrier", place[:-1]) in _read(monkeypatch, [("Carrier", place[:-1])], [])


def test_a_centre_of_innovation_is_a_doubt_however_sure_the_model_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("岚图公园", "岚图创新中心"))
    assert _read(monkeypatch, [("Carrier", "岚图创新中心")], [])["Carrier", "岚图创新中心"] < 0.5


@pytest.mark.parametrize(("fellow", "sure"), [(0.9, 0.6), (0.7, 0.49)])
def test_an_item_is_a_firm_where_the_model_is_sure_of_its_fellows(
    monkeypatch: pytest.MonkeyPatch, fellow: float, sure: float
) -> None:
    text = TEXT.replace("云锦镇、芸台学社和岚图公园同获全市先进集体", "我区有白沙科技和行知格物等创新企业")
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    first, second = _span(reply, "Enterprise", "白沙科技", fellow), _span(reply, "Enterprise", "行知格物")
    items = ((first.start, first.end), (second.start, second.end))
    item = Mention("Enterprise", "行知格物", second.start, second.end, "list.enterprise", 0.62)
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [first])
    row = Enumeration(items=items, head="Enterprise", sure=0.9, start=first.start, end=second.end)
    told = {m.name: m.confidence for m in tagged(reply, [item], [item], [row])}
    assert told == {"白沙科技": fellow, "行知格物": sure}


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("等高校", "Organisation"),
        ("等一流大学云锦研究院", "Organisation"),
        ("等高校和企业", "Enterprise"),
        ("等单位", "Enterprise"),
    ],
)
def test_an_item_of_a_list_of_universities_is_no_firm(monkeypatch: pytest.MonkeyPatch, head: str, kind: str) -> None:
    text = TEXT.replace("云锦镇、芸台学社和岚图公园同获全市先进集体", f"引进云锦交大、芸理工{head}")
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    first, second = _span(reply, "Organisation", "云锦交大"), _span(reply, "Enterprise", "芸理工")
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [first, second])
    items = ((first.start, first.end), (second.start, second.end))
    row = Enumeration(items=items, head="Organisation", sure=0.9, start=first.start, end=second.end + len(head))
    told = {m.name: m.type for m in tagged(reply, [], [], [row])}
    assert told == {"云锦交大": "Organisation", "芸理工": kind}


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("省委航运", False),
        ("市委中心", False),
        ("市委市政府中心", False),
        ("区委、区政府中心", False),
        ("省委航运委", True),
        ("市委常委会", True),
        ("市委统战部联络处", True),
        ("区委党建研究中心", True),
        ("县委机关幼儿园", True),
        ("市建行", False),
        ("区农行", False),
    ],
)
def test_a_committee_and_a_part_of_another_word_are_no_body_nor_is_a_bank(
    monkeypatch: pytest.MonkeyPatch, body: str, *, kept: bool
) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("岚图公园", f"{body}专题会"))
    assert (("Organisation", body) in _read(monkeypatch, [("Organisation", body)], [])) is kept


@pytest.mark.parametrize(("before", "sure"), [("甲公司入驻", True), ("甲公司看重", False)])
def test_a_carrier_by_its_ending_stands_where_somebody_comes_to_it(
    monkeypatch: pytest.MonkeyPatch, before: str, sure: bool
) -> None:
    reply = reply_of(Document("case", TEXT.replace("云锦镇、芸台学社和", before), "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [])
    found = replace(_rule(reply, "Carrier", "岚图公园"), rule="suffix.carrier")
    assert (tagged(reply, [found], [found], [])[0].confidence >= 0.5) is sure


@pytest.mark.parametrize(
    ("behind", "rule", "sure"),
    [
        ("位于云锦镇，", "suffix.carrier", True),
        ("项目落户本区，", "suffix.carrier", True),
        ("位于云锦镇，", "list.carrier", False),
    ],
)
def test_a_carrier_by_its_ending_is_one_where_the_text_says_where_it_stands(
    monkeypatch: pytest.MonkeyPatch, behind: str, rule: str, sure: bool
) -> None:
    reply = reply_of(Document("case", TEXT.replace("同获", behind + "获"), "case.txt", "text/plain"))
    found = replace(_rule(reply, "Carrier", "岚图公园"), rule=rule)
    for spans in ([], [_span(reply, "Carrier", "岚图公园", 0.2)]):
        monkeypatch.setattr(tagger, "decode", lambda *_, spans=spans, **__: spans)
        assert (tagged(reply, [found], [found], [])[0].confidence >= 0.5) is sure


def test_a_quotation_needs_the_model_to_see_something_there(monkeypatch: pytest.MonkeyPatch) -> None:
    reply = reply_of(Document("case", TEXT, "case.txt", "text/plain"))
    found = replace(_rule(reply, "Scenario", "岚图公园", 0.8), rule="quoted.followed")
    for spans, sure in (([], False), ([_span(reply, "Scenario", "岚图公园", 0.3)], True)):
        monkeypatch.setattr(tagger, "decode", lambda *_, spans=spans, **__: spans)
        assert (tagged(reply, [found], [found], [])[0].confidence >= 0.5) is sure


@pytest.mark.parametrize(
    ("sentence", "name", "read"),
    [
        ("我局坚持“云锦+芸台”，服务老人。", "云锦+芸台", None),
        ("我局上线“云锦+芸台”，服务老人。", "云锦+芸台", "云锦+芸台"),
        ("市民可在随申办申请岚图服务。", "随申办申请岚图服务", "随申办"),
    ],
)
def test_a_guideline_is_no_service_and_what_is_done_in_a_known_one_is_none_of_its_name(
    monkeypatch: pytest.MonkeyPatch, sentence: str, name: str, read: str | None
) -> None:
    reply = reply_of(
        Document("case", TEXT.replace("云锦镇、芸台学社和岚图公园同获全市先进集体。", sentence), "case.txt", "text/plain")
    )
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, "Scenario", name)])
    rules = [m for m in find_mentions(reply) if m.rule == "service.known"]
    assert [m.name for m in tagged(reply, rules, rules, []) if m.confidence >= 0.5] == ([read] if read else [])


@pytest.mark.parametrize(
    ("sentence", "seen", "read"),
    [
        ("码头由云锦交通控股，年吞吐百万吨。", "云锦交通控股", "云锦交通"),
        ("电厂由区内企业芸台新能源投资。", "芸台新能源投资", "芸台新能源"),
        ("分中心由岚图科技运维；年底再扩。", "岚图科技运维", "岚图科技"),
        # Another verb comes, behind a row too; nothing is done by it; the clause began with another one's deed.
        ("园区由云锦城市控股开发，已建成。", "云锦城市控股", "云锦城市控股"),
        ("园区由云锦交通控股、芸台新能源投资联合建设。", "云锦交通控股", "云锦交通控股"),
        ("园区由云锦交通控股、芸台新能源投资联合建设。", "芸台新能源投资", "芸台新能源投资"),
        ("已引进云锦交通控股，年底开业。", "云锦交通控股", "云锦交通控股"),
        ("园区由区里规划，云锦交通控股，是股东。", "云锦交通控股", "云锦交通控股"),
    ],
)
def test_what_a_firm_does_by_whom_a_thing_is_done_closes_its_clause_and_is_no_part_of_its_name(
    monkeypatch: pytest.MonkeyPatch, sentence: str, seen: str, read: str
) -> None:
    reply = reply_of(
        Document("case", TEXT.replace("云锦镇、芸台学社和岚图公园同获全市先进集体。", sentence), "case.txt", "text/plain")
    )
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, "Enterprise", seen)])
    assert [m.name for m in tagged(reply, [], [], []) if m.type == "Enterprise"] == [read]


@pytest.mark.parametrize(
    ("kind", "sentence", "seen", "read"),
    [
        ("Enterprise", "云锦科技还与高校合作。", "云锦科技还", "云锦科技"),
        ("Enterprise", "云锦科技加速推进量产。", "云锦科技加速", "云锦科技"),
        ("Enterprise", "云锦科技的母公司增资。", "云锦科技的", "云锦科技"),
        ("Enterprise", "美的集团增资，美的扩产。", "美的", "美的"),
        ("Enterprise", "云锦科技大中华及东北亚区总经理到会。", "云锦科技大中华", "云锦科技"),
        ("Enterprise", "云锦科技中国区总部扩建。", "云锦科技中国", "云锦科技"),
        ("Enterprise", "云锦科技、岚图智能3家企业获评。", "岚图智能3", "岚图智能"),
        ("Enterprise", "岚图工场3号楼已投用。", "岚图工场3", "岚图工场3"),
        ("Enterprise", "云锦集团中国与高校合作。", "云锦集团中国", "云锦集团中国"),
        ("Carrier", "云锦谷、岚图科创中心六大特色产业园揭牌。", "岚图科创中心六大特色产业园", "岚图科创中心"),
        ("Carrier", "推进云锦谷、岚图基地四大片区建设。", "岚图基地四大片区", "岚图基地"),
    ],
)
def test_what_the_model_takes_along_behind_a_name_is_no_part_of_it(
    monkeypatch: pytest.MonkeyPatch, kind: str, sentence: str, seen: str, read: str
) -> None:
    reply = reply_of(
        Document("case", TEXT.replace("云锦镇、芸台学社和岚图公园同获全市先进集体。", sentence), "case.txt", "text/plain")
    )
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, kind, seen)])
    assert [m.name for m in tagged(reply, [], [], []) if m.type == kind] == [read]


def test_a_road_around_a_village_is_no_part_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("云锦镇、芸台学社和岚图公园同获全市先进集体", "完成了白沙村环村道路")
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, "Community", "白沙村环村")])
    assert [m.name for m in tagged(reply, [], [], []) if m.type == "Community"] == ["白沙村"]


@pytest.mark.parametrize(("end", "name"), [("基座应", "芸台教育基座"), ("基座应用", "芸台教育基座应用")])
def test_a_services_end_in_the_middle_of_a_word_is_not_the_models(monkeypatch: pytest.MonkeyPatch, end: str, name: str) -> None:
    text = TEXT.replace("岚图公园", "芸台教育基座应用")
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, "Scenario", f"芸台教育{end}")])
    rule = _rule(reply, "Scenario", "芸台教育基座")
    assert [m.name for m in tagged(reply, [rule], [rule], []) if m.confidence > 0.5] == [name]


def test_what_has_versions_stands_though_the_model_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("云锦镇、芸台学社和岚图公园同获全市先进集体", "区民政局完成“芸台心连心”2.0市级试点任务")
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [])
    found = find_mentions(reply)
    assert "芸台心连心2.0" in {m.name for m in tagged(reply, found, found, []) if m.type == "Scenario" and m.confidence > 0.5}


def test_an_office_does_not_end_before_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("云锦镇、芸台学社", "云锦街道办事处、芸台学社")
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    monkeypatch.setattr(tagger, "decode", lambda *_, **__: [_span(reply, "Organisation", "云锦", 0.6)])
    office = replace(_rule(reply, "Organisation", "云锦街道办事处"), rule="suffix.organisation")
    assert [m.name for m in tagged(reply, [office], [office], []) if m.type == "Organisation"] == ["云锦街道办事处"]


@pytest.mark.parametrize(
    ("seen", "said", "name"),
    [
        ("芸台学合", "芸台学合力打造甲园", "芸台学"),
        ("芸台学社合力", "芸台学社合力推进试点", "芸台学社"),
        ("芸台学社联手", "芸台学社联手建设产线", "芸台学社"),
        ("芸台合力", "芸台合力同获奖项", "芸台合力"),
        ("安徽合力", "安徽合力推进改造", "安徽合力"),
    ],
)
def test_that_firms_do_it_together_is_no_part_of_their_name(
    monkeypatch: pytest.MonkeyPatch, seen: str, said: str, name: str
) -> None:
    monkeypatch.setattr("tests.reading.tagger.test_tagged.TEXT", TEXT.replace("芸台学社", said))
    assert _read(monkeypatch, [("Enterprise", seen)], []) == {("Enterprise", name): 0.9}


@pytest.mark.parametrize("kind", ["Organisation", "Facility", "Recognition", "Enterprise", "Carrier", "Scenario"])
@pytest.mark.parametrize(
    ("seen", "name"), [("云锦医院（云锦护理院", "云锦医院"), ("旧址）云锦医院", "云锦医院"), ("云锦医院）", "云锦医院")]
)
def test_no_name_has_one_bracket_without_the_other(kind: str, seen: str, name: str) -> None:
    text = TEXT.replace("云锦镇", f"{'（' if '（' not in seen else ''}{seen}{'）' if '）' not in seen else ''}")
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    assert joined(reply, _span(reply, kind, seen), []).name == name


def test_one_character_that_is_left_before_a_name_is_none_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _read(monkeypatch, [("Carrier", "岚"), ("Carrier", "图公园")], [("Carrier", "岚图公园")])
    assert ("Carrier", "岚") not in found
