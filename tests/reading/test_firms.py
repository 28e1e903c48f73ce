"""Firms that the rules and the model read, and what says only what kind of firm is meant."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


def _firms(sentence: str) -> set[str]:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"))
    return {e.name for e in reading.entities if e.type == "Enterprise"}


@pytest.mark.parametrize(
    "sentence",
    [
        "温州小贷公司转型较快。",
        "武汉一快递公司、石家庄市众多搬家公司和云南一家银行来访。",
        "中国互联网公司、中国本土公司、香港公司和德国公司来访。",
        "中国商业银行、五大商业银行、外国银行、代理银行和中央银行给予支持。",
        "打击诈骗集团、国际贩毒集团和利益集团。",
        "组建报业集团和实业集团。",
        "关联公司、合营公司和无限公司应当登记，规范非上市公众公司。",
        "企业在园区设立上海公司和广州公司。",
        "外国旅游公司、中国影视公司和境外物流公司来访。",
        "代表企业有德国公司、浙江本土公司、杭州影视公司。",
        "中国公司、中国众多旅游公司来访。",
    ],
)
def test_a_kind_of_firm_is_none_whatever_place_stands_before_it(sentence: str) -> None:
    assert _firms(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "firms"),
    [
        ("南京市自来水公司、杭州公交公司来访。", {"南京市自来水公司", "杭州公交公司"}),
        ("上海银行、北京银行、中国银行来访。", {"上海银行", "北京银行", "中国银行"}),
        ("常州大数据公司、安徽省投资集团来访。", {"常州大数据公司", "安徽省投资集团"}),
        ("郑州报业集团、济南轨道交通集团来访。", {"郑州报业集团", "济南轨道交通集团"}),
        ("日本航空公司、中国石油公司来访。", {"日本航空公司", "中国石油公司"}),
        ("委托湖北省咨询公司编制方案。", {"湖北省咨询公司"}),
        ("北京一建公司承建。", {"北京一建公司"}),
        ("法国电力公司、美国苹果公司来访。", {"法国电力公司", "美国苹果公司"}),
        ("中国船舶公司、中国医药公司和香港电讯公司来访。", {"中国船舶公司", "中国医药公司", "香港电讯公司"}),
        ("安徽一家人健康产业集团、杭州一家亲餐饮公司来访。", {"安徽一家人健康产业集团", "杭州一家亲餐饮公司"}),
    ],
)
def test_the_firm_of_a_place_is_one(sentence: str, firms: set[str]) -> None:
    assert _firms(sentence) == firms


@pytest.mark.parametrize(
    ("sentence", "firms"),
    [
        ("中国银行业实施新协议，上海银行界反响良好，发展香港证券业。", set()),
        ("中国银行业务量增长，浦发银行家属区已改造。", {"中国银行", "浦发银行"}),
        ("中国银行业、上海银行界反响良好，浦发银行业内领先。", {"浦发银行"}),
        ("李某曾任中国建设银行江苏泰州市分行行长。", {"中国建设银行江苏泰州市分行"}),
        ("她现任渣打银行（中国）有限公司负责人。", {"渣打银行(中国)有限公司"}),
        ("图为中国银行湖南省分行的网点。", {"中国银行湖南省分行"}),
        ("居民从永诚保险公司获得理赔。", {"永诚保险公司"}),
        ("从容科技有限公司来访。", {"从容科技有限公司"}),
        ("张某代表中国移动云南公司致辞。", {"中国移动云南公司"}),
        ("大楼原属中国机床总公司，改造须待航发集团决策。", {"中国机床总公司", "航发集团"}),
        ("由园区运营方云栖集团和建设方云岭置业集团负责。", {"云栖集团", "云岭置业集团"}),
        ("主承销商中信建投证券股份有限公司来访。", {"中信建投证券股份有限公司"}),
        ("方正集团投资2亿元。", {"方正集团"}),
        ("杭州银行卡持卡人享受优惠。", {"杭州银行"}),
    ],
)
def test_what_stands_before_or_behind_a_firm_is_no_part_of_it(sentence: str, firms: set[str]) -> None:
    assert _firms(sentence) == firms


@pytest.mark.parametrize(
    ("sentence", "firms"),
    [
        ("中央红军长征途经我县。", set()),
        ("大桥如长虹卧波，给人启迪，启迪智慧。", set()),
        ("紧跟数字经济浪潮，顺应数字化浪潮。", set()),
        ("我国航空工业取得的成就鼓舞人心，振兴航空工业。", set()),
        ("浪潮落户我区，中标项目3个，由航空工业投资。", {"浪潮", "航空工业"}),
        ("由启迪和长虹负责，依托浪潮的资源。", {"启迪", "长虹", "浪潮"}),
        ("面对浪潮集团提出的需求，抓住机遇。", {"浪潮集团"}),
        ("引进数字技术浪潮软件公司和投资人启迪控股。", {"浪潮软件公司", "启迪控股"}),
        ("对接航空工业发展公司。", {"航空工业发展公司"}),
    ],
)
def test_a_word_that_a_firm_is_called_like_is_none(sentence: str, firms: set[str]) -> None:
    assert _firms(sentence) == firms
