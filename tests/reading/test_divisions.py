"""Names of places to official codes, inside the replying district first."""

from __future__ import annotations

import pytest

from graph.reading import divisions
from graph.reading.place import find_divisions
from graph.reading.reader import read
from graph.records import Document


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("新华路街道", "310105", "310105004"),
        ("新华街道", "310105", "310105004"),
        ("仙霞街道", "310105", "310105008"),
        ("北新泾街道", "310105", "310105011"),
        ("虹桥街道", "310000", "310105009"),
        ("没有街道", "310105", None),
        ("乌镇镇", "330483", "330483100"),
        ("乌镇", "330483", "330483100"),
        ("乌镇", "310105", None),
        ("濮院", "330483", None),
    ],
)
def test_full_and_shortened_names_of_subdistricts(name: str, within: str, code: str | None) -> None:
    assert divisions.township(name, within) == code


def test_larger_places() -> None:
    assert divisions.chain("310105004") == ("310105", "310000")
    assert divisions.chain("320106") == ("320100", "320000")
    assert [divisions.name_of(c) for c in ("310105", "320100", "999999")] == ["长宁区", "南京市", None]


def test_namesakes_have_several_codes() -> None:
    assert len(divisions.codes_of("鼓楼区")) == 4
    assert divisions.codes_of("嘉兴") == divisions.codes_of("嘉兴市")


def test_a_banner_is_known_by_the_short_name_that_its_office_uses() -> None:
    for short, full in {
        "科右前旗": "科尔沁右翼前旗",
        "阿左旗": "阿拉善左旗",
        "东乌旗": "东乌珠穆沁旗",
        "鄂温克旗": "鄂温克族自治旗",
    }.items():
        assert divisions.codes_of(short) == divisions.codes_of(full)
    assert [name for _, _, name in find_divisions("伊旗和准旗")] == ["伊旗", "准旗"]
    assert find_divisions("送到达旗舰店") == []
    assert [name for _, _, name in find_divisions("上海量身定制，网络上海量数据")] == ["上海"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("长宁区", "长宁"),
        ("浦东新区", "浦东"),
        ("东区", "东区"),
        ("恩施土家族苗族自治州", "恩施"),
        ("内蒙古自治区", "内蒙古"),
        ("西藏自治区", "西藏"),
    ],
)
def test_short_forms(name: str, short: str) -> None:
    assert divisions.short_form(name) == short


def test_a_place_that_is_no_more_keeps_its_code_and_its_townships_are_those_of_its_city() -> None:
    assert divisions.codes_of("闸北区") == ("310108",)
    assert (divisions.name_of("310108"), divisions.chain("310108")) == ("闸北区", ("310000",))
    assert divisions.is_former("310108")
    assert divisions.township("彭浦镇", "310108") == "310106100"
    assert not divisions.is_former("310106")


def test_a_former_name_has_the_code_of_the_place_that_bears_another_today() -> None:
    assert divisions.codes_of("襄樊市") == divisions.codes_of("襄阳市")
    assert divisions.name_of(divisions.codes_of("襄樊市")[0]) == "襄阳市"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("建成县域商业体系", []),
        ("探索县级服务", []),
        ("鞍山一村、加上街区、蜻蛉河源头", []),
        ("新平县与和布克赛尔县", ["新平县", "和布克赛尔县"]),
        ("管城区与融水县、彭水县", ["管城区", "融水县", "彭水县"]),
        ("沿海城市与滨海城市都要适应城市发展", []),
        ("安徽省宣城市、湖北麻城市和应城市", ["安徽省", "宣城市", "湖北", "麻城市", "应城市"]),
        ("各市和县区", []),
        ("三河市场", []),
        ("安徽和县", ["安徽", "和县"]),
        ("忠县人民政府", ["忠县"]),
        ("宜昌南里2号楼，西安坊和开封街", []),
        ("宜昌市的街道", ["宜昌市"]),
        ("琶洲西区和科技园东区", []),
        ("中山公园商圈、成都公园城市", ["成都"]),
        ("攀枝花市西区，其中西区有三家", ["攀枝花市", "西区", "西区"]),
        ("苏州河南北两岸与艇湖南岛", ["苏州"]),
        ("中山陵、孙中山先生与西安门站，朝阳桥、浦阳江", []),
        ("中山市、西安门户与海南陵水", ["中山市", "西安", "海南"]),
        ("真金白银支持，愿父母安康，金山南临杭州湾", []),
        ("长三角与海西区的节点", []),
        ("长治久安、大同小异，老人安康", []),
        ("长江入海口、长白山与沿海口岸", []),
        ("新乡贤与各位来宾，日照充足、占地四平方公里", []),
        ("三明治早餐、普洱茶和大理石板材，西南通道贯南通北", []),
        ("山东日照率先推行，广东中山装备与福建三明治理经验", ["山东", "日照", "广东", "中山", "福建", "三明"]),
        ("山西大同世界遗产，南通北接盐城，维护安康汉江水质", ["山西", "大同", "南通", "盐城", "安康"]),
        ("滁河源头乐享安康晚年", []),
        ("大同小学、长治长子县、西安安康高速", ["大同", "长治", "长子县", "西安", "安康"]),
        ("泰安康复医院、新乡土地局，2023年日照港", ["泰安", "新乡", "日照"]),
        ("河南北部、湖南省", ["河南", "湖南省"]),
    ],
)
def test_a_name_that_only_stands_across_words_or_in_another_name_is_no_place(text: str, found: list[str]) -> None:
    assert [name for _, _, name in find_divisions(text)] == found


@pytest.mark.parametrize(
    ("code", "larger", "held"),
    [
        ("310105", "310000", True),
        ("310105004", "310000", True),
        ("341002", "341000", True),
        ("341102", "341000", False),
        ("341000", "340000", True),
        ("510104", "500000", False),
        ("500103", "500000", True),
        ("310105", "310105", False),
        ("310105004", "310105", False),
    ],
)
def test_a_code_lies_in_the_places_whose_digits_it_begins_with(code: str, larger: str, held: bool) -> None:
    assert divisions.inside(code, larger) is held


def test_a_town_that_is_written_without_its_kind_is_the_official_one_and_begins_no_other_name() -> None:
    text = "关于市政协十届三次会议第12号提案的答复\n\n甲委员：\n收悉，现答复如下：\n乌镇试点智慧停车。\n\n桐乡市民政局\n2025年6月3日\n"
    towns = [e for e in read(Document("case", text, "case.txt", "text/plain")).entities if e.type == "Subdistrict"]
    assert [(town.name, town.code) for town in towns] == [("乌镇", "330483100")]
    assert divisions.town_before("乌镇互联网试验区", "330483", 3) == 0
    assert divisions.town_before("濮院镇智慧停车系统", "330483", 3) == 3
