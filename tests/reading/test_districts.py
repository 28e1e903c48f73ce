"""Which counties a reply names by their short names, and what only looks like one."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于{}政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
BODY = {
    "南京市玄武区": "区",
    "上海市长宁区": "区",
    "北京市海淀区": "区",
    "南京市": "市",
    "江苏省": "省",
    "福建省": "省",
    "山西省": "省",
    "印江土家族苗族自治县": "县",
}


def _districts(office: str, sentence: str) -> set[str]:
    text = f"{HEAD.format(BODY[office])}{sentence}\n\n{office}科学技术局\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    home = office.removeprefix("南京市").removeprefix("上海市").removeprefix("北京市") or office
    return {e.name for e in reading.entities if e.type == "District"} - {home, "南京市", "上海市", "北京市"}


@pytest.mark.parametrize(
    ("office", "sentence", "named"),
    [
        ("上海市长宁区", "吸引了来自徐汇、静安的老年人入住。", {"徐汇区", "静安区"}),
        ("上海市长宁区", "与浦东、闵行相比，我区还有差距。", {"浦东新区", "闵行区"}),
        ("南京市玄武区", "同鼓楼和秦淮联动。", {"鼓楼区", "秦淮区"}),
        ("上海市长宁区", "学习徐汇经验。", set()),
        ("上海市长宁区", "加强与昆山、吴江、嘉善等地的合作。", {"昆山市", "吴江区", "嘉善县"}),
        ("上海市长宁区", "深化与嘉善、平湖等毗邻地区的联动。", {"嘉善县", "平湖市"}),
        ("上海市长宁区", "加强与昆山、高校、医院等地的合作。", set()),
        ("福建省", "以水产品为重点的有福清、马尾、东山、蕉城、霞浦。", {"福清市", "马尾区", "东山县", "蕉城区", "霞浦县"}),
        ("福建省", "和平、发展的环境。", set()),
        ("江苏省", "昆山、江阴已经启用。", set()),
        ("江苏省", "扬州、徐州和淮安三市率先启用，淮安区建成了中心。", {"扬州市", "徐州市", "淮安市", "淮安区"}),
        ("江苏省", "淮安区、泗洪、沭阳等地已经启用。", {"淮安区", "泗洪县", "沭阳县"}),
        ("江苏省", "昆山、江阴、宜兴已经启用。", {"昆山市", "江阴市", "宜兴市"}),
        ("南京市", "在溧水、高淳试点。", {"溧水区", "高淳区"}),
        ("北京市海淀区", "支持海淀、朝阳等区建设创新街区。", {"朝阳区"}),
        ("上海市长宁区", "沈阳、朝阳、锦州等市已经启用。", {"沈阳市", "朝阳市", "锦州市"}),
        ("福建省", "一批企业在苍溪落户，广元市、苍溪县都有产业园。", {"苍溪县", "广元市"}),
        ("南京市玄武区", "龙头企业迁往阎良，到昆山和常熟投资建厂。", {"阎良区", "昆山市", "常熟市"}),
        ("南京市玄武区", "仓库设在城北，码头在南岸建成，在太湖建成监测站。", set()),
        ("南京市玄武区", "众乐山市集已经开业。", set()),
        ("南京市玄武区", "乐山市集中推进这项工作。", {"乐山市"}),
        ("山西省", "坚持科技兴县、文教兴县，推进旅游富县。", set()),
        ("山西省", "支持兴县发展，吕梁市兴县、富县已经启用。", {"兴县", "吕梁市", "富县"}),
        ("印江土家族苗族自治县", "发展印江土柑、印江西桃产业。", set()),
        ("印江土家族苗族自治县", "印江学习江西经验。", {"江西省"}),
        ("江苏省", "黄伟雄县长作出批示，张永新县长和李建平县长、黄晋江市长带队调研，刘安平县委书记参加。", set()),
        ("江苏省", "请欧阳建平县长、赵安庆市长牵头。", set()),
        ("江苏省", "在陈国雄县长的部署下，根据李永新县长批示，向赵伟雄县长汇报，时任王建平县长到场。", set()),
        (
            "江苏省",
            "请建平县长审阅，在永新县长的部署下，向河北雄县县长和江苏沛县委书记汇报。",
            {"建平县", "永新县", "雄县", "沛县", "河北省"},
        ),
        ("江苏省", "由安平县长牵头，时任永新县长到场，向平江县县长汇报。", {"安平县", "永新县", "平江县"}),
        ("江苏省", "副区长孙大庆召开会议，县长李延安、高平凉到场，代表王长春、冯安庆提出，感谢周大同委员、李南通同志。", set()),
        ("南京市", "主任李南京到场，王南京委员提出建议。", set()),
        (
            "江苏省",
            "市长到大庆考察，县长向延安市学习，委员走访大同、平凉，主任于吉林召开会议，代表安庆参赛，长春代表团到访。",
            {"大庆市", "延安市", "大同市", "平凉市", "吉林", "安庆市", "长春市"},
        ),
        ("江苏省", "张家港市长期推进，高青县长期参与。", {"张家港市", "高青县"}),
        ("南京市玄武区", "3路由老客运站开往大庆，现大庆3路停运，5路途经西区。", set()),
        ("南京市玄武区", "我区与攀枝花市西区交流，3路由大庆的企业运营。", {"大庆市", "攀枝花市", "西区"}),
        ("南京市玄武区", "优化6路公交走向，并赴株洲学习，推荐到厦门考察。", {"株洲市", "厦门市"}),
        ("南京市玄武区", "水湾B西区和C东区完成改造。", set()),
    ],
)
def test_counties_are_known_by_their_short_names_where_a_row_or_the_words_behind_it_say_so(
    office: str, sentence: str, named: set[str]
) -> None:
    assert _districts(office, sentence) == named


def test_a_city_in_a_provinces_row_is_not_called_by_the_name_of_its_own_district() -> None:
    text = f"{HEAD.format('省')}徐州、淮安和南通三市率先启用。\n\n江苏省科学技术厅\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert {e.name: e.aliases for e in reading.entities if e.type == "District" and e.name != "江苏省"} == {
        "徐州市": ("徐州",),
        "淮安市": ("淮安",),
        "南通市": ("南通",),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "星禾集团有限公司的产品销往昆山、吴江、嘉善等地。",
        "昆山、吴江等地集聚了星禾集团有限公司等企业。",
        "同徐汇、静安一样，星禾集团有限公司也在使用。",
    ],
)
def test_no_firm_is_put_into_counties_elsewhere_that_stand_in_a_row(sentence: str) -> None:
    text = f"{HEAD.format('区')}{sentence}\n\n上海市长宁区科学技术委员会\n2025年6月3日\n"
    reading = read(Document("case", text, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert [r for r in reading.relations if r.type == "locatedIn"] == []
