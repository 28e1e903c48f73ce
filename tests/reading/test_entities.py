"""What an entity is called: its name and the other forms in which the text writes it."""

from __future__ import annotations

import re

import pytest

from graph.reading.entities import bring_together
from graph.reading.entities.brackets import services_by_brackets
from graph.reading.entities.known import Known
from graph.reading.mentions.own_names import ranked
from graph.reading.mentions.recalling import recalled
from graph.reading.reader import read
from graph.reading.reply import reply_of
from graph.records import Document, Mention


def test_a_name_is_also_called_as_the_text_writes_its_dashes() -> None:
    text = "您的建议收悉，现答复如下：\n我区印发了《甲区未来空间三年行动计划（2019―2021年）》。\n"
    reading = read(Document("case", text, "case.txt", "text/plain"))
    (plan,) = (e for e in reading.entities if e.type == "Policy")
    assert plan.name == "甲区未来空间三年行动计划(2019—2021年)"
    assert "甲区未来空间三年行动计划(2019―2021年)" in plan.aliases


def test_parks_of_the_same_kind_in_two_places_are_two() -> None:
    text = "您的建议收悉，现答复如下：\n南京市医药产业园已建成。{}医药产业园占地1700亩。\n南京市科学技术局\n2025年6月3日\n"
    for place, parks in (("鼓楼区的", 2), ("", 1), ("南京市的", 1)):
        reply = reply_of(Document("case", text.format(place), "case.txt", "text/plain"))
        flow = reply.flow.text
        at = (flow.index("南京市医药"), flow.rindex("医药产业园"))
        found = [
            Mention("Carrier", flow[i : flow.index("园", i) + 1], i, flow.index("园", i) + 1, "suffix.carrier", 0.9) for i in at
        ]
        assert len(bring_together(reply, found)) == parks


@pytest.mark.parametrize("town", ["长征镇", "北新泾镇", "东山街道"])
def test_a_town_that_signs_without_its_district_is_there_and_its_services_are_in_it(town: str) -> None:
    office = town + ("办事处" if town.endswith("街道") else "人民政府")
    text = f"王某某委员：\n您提出的《关于智慧停车的建议》收悉，现答复如下：\n我镇已上线智慧停车平台。\n\n{office}\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert [e.name for e in reading.entities if e.type == "Subdistrict"] == [town]
    assert [(r.source, r.target) for r in reading.relations if r.type == "pilotedIn"] == [("智慧停车平台", town)]


@pytest.mark.parametrize(
    ("text", "parks"),
    [
        ("徐庄软件园去年扩建。软件园引进了企业30家。", ["徐庄软件园"]),
        ("软件园引进了企业30家。徐庄软件园去年扩建。", ["软件园", "徐庄软件园"]),
        ("徐庄软件园、蓝岸软件园去年扩建。软件园引进了企业30家。", ["徐庄软件园", "蓝岸软件园", "软件园"]),
        ("徐庄软件园去年扩建。秦淮区的软件园引进了企业30家。", ["徐庄软件园", "软件园"]),
    ],
)
def test_a_park_is_also_called_by_what_its_name_ends_in_where_only_one_does(text: str, parks: list[str]) -> None:
    reply = reply_of(
        Document("case", f"您的建议收悉，现答复如下：\n{text}\n南京市科学技术局\n2025年6月3日\n", "case.txt", "text/plain")
    )
    flow = reply.flow.text
    names = ["徐庄软件园", "蓝岸软件园", "软件园"]
    spans = [(m.start(), m.end(), m.group()) for m in re.finditer("|".join(names), flow)]
    found = [Mention("Carrier", name, start, end, "suffix.carrier", 0.9) for start, end, name in spans]
    assert [k.name for k in bring_together(reply, found)] == parks


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("星河茶姬旗舰店、蓝风西南首店等企业", {"星河茶姬旗舰店": ["星河茶姬"], "蓝风西南首店": ["蓝风"]}),
        ("星河茶姬旗舰店、星河茶姬等企业", {"星河茶姬旗舰店": [], "星河茶姬": []}),
    ],
)
def test_a_firm_named_by_its_shop_is_also_called_by_its_brand_where_that_is_no_other(
    row: str, names: dict[str, list[str]]
) -> None:
    text = f"您的建议收悉，现答复如下：\n引进了{row}。\n"
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    flow = reply.flow.text
    spans = [(m.start(), m.end()) for m in re.finditer(r"星河茶姬(?:旗舰店)?|蓝风西南首店", flow)]
    found = [Mention("Enterprise", flow[start:end], start, end, "list.enterprise", 0.9) for start, end in spans]
    assert {k.name: list(k.aliases) for k in bring_together(reply, found)} == names


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("湖南云岭农业发展有限公司投产。云岭农业用工300人。", ["湖南云岭农业发展有限公司"]),
        ("湖南云岭酒业有限公司投产。云岭酒业用工300人。", ["湖南云岭酒业有限公司"]),
        ("湖南省岳阳市云岭新材料股份有限公司投产。云岭新材用工300人。", ["湖南省岳阳市云岭新材料股份有限公司"]),
        ("云岭生物医药用工300人。湖南云岭生物医药有限公司投产。", ["湖南云岭生物医药有限公司"]),
        ("湖南云岭茶生态农业有限公司投产。云岭茶用工300人。", ["湖南云岭茶生态农业有限公司"]),
        ("湖南云岭集团有限公司投产。云岭集团用工300人。", ["湖南云岭集团有限公司"]),
        # a firm of the group, a branch, a brand that others have, two that begin alike, two of one row, another place's firm
        ("湖南云岭集团投资有限公司投产。云岭集团用工300人。", ["湖南云岭集团投资有限公司", "云岭集团"]),
        ("湖南云岭酒业有限公司岳阳分公司投产。云岭酒业用工300人。", ["湖南云岭酒业有限公司岳阳分公司", "云岭酒业"]),
        ("湖南云岭冷藏货运有限公司投产。云岭用工300人。", ["湖南云岭冷藏货运有限公司", "云岭"]),
        ("深圳京东方显示科技发展有限公司投产。京东方用工300人。", ["深圳京东方显示科技发展有限公司", "京东方"]),
        (
            "湖南云岭酒业有限公司投产。岳阳云岭酒业销售有限公司投产。云岭酒业用工300人。",
            ["湖南云岭酒业有限公司", "岳阳云岭酒业销售有限公司", "云岭酒业"],
        ),
        (
            "湖南云岭酒业有限公司投产。云岭酒业销售有限公司投产。云岭酒业用工300人。",
            ["湖南云岭酒业有限公司", "云岭酒业销售有限公司", "云岭酒业"],
        ),
        ("引进湖南云岭酒业有限公司、云岭酒业等企业。", ["湖南云岭酒业有限公司", "云岭酒业"]),
        ("湖南蓝云岭酒业有限公司投产。云岭酒业用工300人。", ["湖南蓝云岭酒业有限公司", "云岭酒业"]),
    ],
)
def test_a_firm_is_also_called_by_the_head_of_what_follows_its_place(text: str, firms: list[str]) -> None:
    reply = reply_of(
        Document("case", f"您的建议收悉，现答复如下：\n{text}\n湖南省农业农村厅\n2025年6月3日\n", "case.txt", "text/plain")
    )
    flow = reply.flow.text
    named = re.finditer(r"(?<=[。：\n进、])(?:湖南|岳阳|深圳|蓝?云岭|京东方)[^，。、]*?(?=投产|用工|等|、)", flow)
    found = [Mention("Enterprise", m.group(), m.start(), m.end(), "list.enterprise", 0.9) for m in named]
    assert [k.name for k in bring_together(reply, found)] == firms


ZONE_HEAD = "关于市政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于扶持中小企业的建议》收悉，现答复如下：\n"


@pytest.mark.parametrize(
    ("sentence", "office", "zone", "aliases"),
    [
        ("高新区建成两个加速器。", "南京澜岳高新技术产业开发区管理委员会", "南京澜岳高新技术产业开发区", {"高新区"}),
        ("我区已在澜岳经开区布点。", "南京澜岳经济技术开发区商务局", "南京澜岳经济技术开发区", {"澜岳经开区"}),
        ("我区将继续做好服务。", "南京澜岳综合保税区管理委员会", "南京澜岳综合保税区", set()),
    ],
)
def test_the_zone_whose_office_replies_is_an_entity_by_each_of_its_names(
    sentence: str, office: str, zone: str, aliases: set[str]
) -> None:
    text = f"{ZONE_HEAD}{sentence}\n\n{office}\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    found = next(e for e in reading.entities if e.type == "Carrier")
    assert zone in (found.name, *found.aliases)
    assert aliases <= {found.name, *found.aliases}


def test_a_zone_that_only_signs_is_none_of_the_reply() -> None:
    text = f"{ZONE_HEAD}我局将继续做好服务。\n\n南京澜岳高新技术产业开发区管理委员会\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert not [e for e in reading.entities if e.type == "Carrier"]


@pytest.mark.parametrize(
    ("said", "houses"),
    [
        ("星岚古树体验中心去年建成。古树体验中心开放后，接待游客。", {"星岚古树体验中心"}),
        (
            "星岚古树体验中心和云汀古树体验中心去年建成。古树体验中心开放后，接待游客。",
            {"星岚古树体验中心", "云汀古树体验中心", "古树体验中心"},
        ),
        ("古树体验中心去年建成。星岚古树体验中心尚在选址。", {"古树体验中心", "星岚古树体验中心"}),
    ],
)
def test_a_facility_is_later_called_by_the_end_of_its_name(said: str, houses: set[str]) -> None:
    text = f"王某某委员：\n您提出的《关于绿化的建议》收悉，现答复如下：\n{said}\n\n南京市玄武区科学技术局\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert {e.name for e in reading.entities if e.type == "Facility"} == houses


@pytest.mark.parametrize(
    ("said", "houses"),
    [
        ("海伦·斯诺维故居位于云汀路。", {"海伦·斯诺维故居"}),
        ("已修缮陈慈璜故居，名人故居得到保护。", {"陈慈璜故居"}),
        ("老旧居民区改造有序推进。", set()),
    ],
)
def test_the_house_of_a_person_is_a_facility_by_the_whole_name(said: str, houses: set[str]) -> None:
    text = f"王某某委员：\n您提出的《关于文物的建议》收悉，现答复如下：\n{said}\n\n南京市玄武区科学技术局\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert {e.name for e in reading.entities if e.type in ("Facility", "Carrier")} == houses


@pytest.mark.parametrize(
    ("sentence", "name", "aliases"),
    [
        ("软件园三期附近青年多，软件园三期已投用。", "软件园三期", []),
        ("软件园三期已投用，软件园一期正在改造。", "软件园", []),
        ("岚图软件园三期已投用。", "岚图软件园", ["岚图软件园三期"]),
    ],
)
def test_a_kind_of_park_is_no_name_where_the_text_never_writes_it_without_its_phase(
    sentence: str, name: str, aliases: list[str]
) -> None:
    reply = reply_of(Document("case", f"您的建议收悉，现答复如下：\n{sentence}\n", "case.txt", "text/plain"))
    park = "岚图软件园" if "岚图" in sentence else "软件园"
    at = reply.flow.text.index(park)
    known = bring_together(reply, [Mention("Carrier", park, at, at + len(park), "learned", 0.9)])
    assert [(k.name, list(k.aliases)) for k in known] == [(name, aliases)]


@pytest.mark.parametrize(
    ("sentence", "aliases"),
    [("“数字社区示范点”建设成效明显。", []), ("“数字社区示范点”建设已启动。", ["数字社区示范点建设"])],
)
def test_what_came_of_a_services_building_is_no_part_of_its_other_name(sentence: str, aliases: list[str]) -> None:
    text = f"您的建议收悉，现答复如下：\n{sentence}\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    (service,) = (e for e in reading.entities if e.type == "Scenario")
    assert (service.name, list(service.aliases)) == ("数字社区示范点", aliases)


def test_what_a_shopping_area_is_called_after_is_none_of_its_own_in_its_name() -> None:
    text = "您的建议收悉，现答复如下：\n在云台公园推广“一键呼叫”，云台公园商圈人流增加。\n南京市科学技术局\n2025年6月3日\n"
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    flow = reply.flow.text
    park, circle = flow.index("云台公园"), flow.rindex("云台公园")
    known = [
        Mention("Facility", "云台公园", park, park + 4, "learned", 0.9),
        Mention("BusinessCircle", "云台公园商圈", circle, circle + 6, "place.circle", 0.67),
    ]
    assert recalled(reply, known) == known


@pytest.mark.parametrize(
    ("sentence", "name", "aliases"),
    [
        ("我区“车位云图”接入辖区停车场数据，形成一张图。", "车位云图", ()),
        ("“康健小屋”配备自助体检设备，居民可自行测量。", "康健小屋", ()),
        ("“车位云图”由省里统一建设停车系统，我区负责接入。", "车位云图", ()),
        ("“安薪办”设有长者服务专区。", "安薪办", ()),
        ("我区上线“即到即走”智慧停车平台。", "即到即走", ("即到即走智慧停车平台",)),
        ("我区推出“云陪护”就医服务平台。", "云陪护", ("云陪护就医服务平台",)),
        ("我区开行“乡村达”融合线路服务平台。", "乡村达", ("乡村达融合线路服务平台",)),
    ],
)
def test_what_a_quoted_service_does_is_no_second_name(sentence: str, name: str, aliases: tuple[str, ...]) -> None:
    text = f"关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的建议收悉，现答复如下：\n{sentence}\n\n南京市玄武区科学技术局\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned",))
    assert [(e.name, e.aliases) for e in reading.entities if e.type == "Scenario"] == [(name, aliases)]


def test_a_platform_that_is_named_with_and_without_its_rank_is_one() -> None:
    text = "您的建议收悉，现答复如下：\n{}。\n南京市科学技术局\n2025年6月3日\n"
    for said, names in (
        ("区级停车诱导平台已建成，停车诱导平台接入30个车场", {"停车诱导平台"}),
        ("区级停车诱导平台已建成", {"区级停车诱导平台"}),
    ):
        reply = reply_of(Document("case", text.format(said), "case.txt", "text/plain"))
        flow = reply.flow.text
        found = [
            Mention("Scenario", m.group(), *m.span(), "suffix.built", 0.9) for m in re.finditer("(?:区级)?停车诱导平台", flow)
        ]
        assert {m.name for m in ranked(reply, found)} == names
        assert all("停车诱导平台" in (m.name, *m.aliases) for m in ranked(reply, found))


def test_a_service_whose_name_ends_in_another_ones_in_brackets_is_that_one() -> None:
    def known(name: str) -> Known:
        return Known("Scenario", name, "case", 0.9, mentions=[Mention("Scenario", name, 0, len(name), "case", 0.9)])

    found = services_by_brackets([known("智慧城区(云上大脑)"), known("云上大脑"), known("班列(湖滨号)")])
    assert [(one.name, list(one.aliases)) for one in found] == [("云上大脑", ["智慧城区(云上大脑)"]), ("班列(湖滨号)", [])]
