"""Whether facilities are there or still to be built, by their sentences and over a whole reply."""

from __future__ import annotations

import pytest

from graph.reading.entities import Known, entity_of
from graph.reading.reply import reply_of
from graph.reading.status.facilities import told_of_facility
from graph.records import Document, Mention

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的{}收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"
TO_COME = [
    ("", "湖滨停车楼", "正在进行主体施工"),
    ("", "湖滨车站", "仍停留在谋划阶段"),
    ("", "湖滨文化馆", "进入装修阶段，投资600万元"),
    ("", "湖滨悬索桥", "正在架设"),
    ("", "湖滨停车楼", "、云台停车楼两个项目已立项，接入平台"),
    ("", "湖滨智算中心", "完成评标，将由企业供货"),
    ("", "湖滨体育馆", "项目可行性研究报告获批"),
    ("", "湖滨公交首末站", "今年已列入建设计划，近期开工"),
    ("", "湖滨公交首末站", "已纳入区“十四五”规划"),
    ("", "湖滨图书馆", "、云台文化馆项目已分别纳入公共服务能力提升三年行动计划2024年实施内容"),
    ("", "湖滨变电站", "计划年底前建成"),
    ("", "湖滨机场", "明年建成，云台机场力争启动"),
    ("", "湖滨车站", "预计2027年具备开通条件"),
    ("", "湖滨停车楼", "近期将投入使用"),
    ("", "湖滨博物馆新馆", "目前规划位于云台路以南"),
    ("", "湖滨停车楼", "暂不具备建设条件"),
    ("", "湖滨停车楼", "尚未开工"),
    ("", "湖滨文体中心", "于2024年3月开工，预计2026年建成"),
    ("", "湖滨车站", "一旦建成投用，将开行支线"),
    ("湖滨商业中心、", "湖滨文学馆", "等项目建成后，文化味会更浓"),
    ("宜待", "湖滨机场", "通航后再行谋划"),
    ("加快", "湖滨纪念馆", "、云台公园等标志性项目建设"),
    ("加快湖滨纪念馆、", "云台公园", "等标志性项目建设"),
    ("推进", "湖滨高铁站", "、云台车站等重大项目"),
    ("着力促成", "湖滨实验基地", "、云台平台落地"),
    ("抓紧建", "湖滨实验装置", "等设施"),
    ("在云台家园选址新建", "湖滨为老服务中心", ""),
    ("研究设立", "湖滨供应站", ""),
    ("规划建设云台会展中心、", "湖滨渔港城", "等功能性项目"),
    ("正在规划", "湖滨智算中心", ""),
    ("抓紧", "湖滨体验厅", "开放"),
    ("加快异地灾备中心、", "湖滨双活中心", "投用"),
    ("力促", "湖滨变电站", "年底投运"),
    ("推动", "湖滨专用线", "开工"),
    ("支持云台公司在江心新区建设工厂和", "湖滨采集中心", "，形成产能"),
    ("争取国家在省内布局", "湖滨训练基地", ""),
    ("在建的有云台一期、", "湖滨数据中心", "等9个"),
]
THERE = [
    ("", "湖滨停车楼", "已建成投用，日均停车200辆"),
    ("", "湖滨体育馆", "已完成提升改造"),
]
ONLY_NAMED = [
    ("", "湖滨体育馆", "正在进行加固施工"),
    ("", "湖滨体育馆", "正在开展健身活动"),
    ("", "湖滨体育馆", "完成智能化改造招标"),
    ("", "湖滨体育馆", "进入旺季运营阶段"),
    ("", "湖滨高铁", "正在建设"),
    ("", "湖滨古镇", "列入市级旅游名录"),
    ("", "湖滨公园", "纳入市级绿道规划"),
    ("", "湖滨景区", "、云台景区等景区连接线列入养护计划"),
    ("", "湖滨公园", "计划于10月开放夜场"),
    ("", "湖滨公园", "年底前新增车位200个"),
    ("", "湖滨展示中心", "（二期）2022年7月开工，预计明年投用"),
    ("", "湖滨文化公园", "于2020年开工，2022年建成开放"),
    ("", "湖滨机场", "通航以后，客流上升"),
    ("", "湖滨馆", "没有开通预约系统"),
    ("推进", "湖滨体育馆", "、云台馆等场馆免费开放"),
    ("加快", "湖滨火车站", "周边道路建设"),
    ("推动", "湖滨体育馆", "与周边商圈联动"),
    ("推动", "湖滨体育馆", "开放"),
    ("加快", "湖滨体育馆", "开放共享"),
    ("支持", "湖滨体育馆", "开放部分场地"),
    ("引导居民到", "湖滨公园", "健身"),
    ("支持企业依托", "湖滨智算中心", "建设平台"),
    ("规划有云台配送中心、", "湖滨物流中心", ""),
]


@pytest.mark.parametrize(
    ("before", "name", "tail", "told"),
    [
        *((*case, "planned") for case in TO_COME),
        *((*case, "existing") for case in THERE),
        *((*case, None) for case in ONLY_NAMED),
    ],
)
def test_what_the_words_around_a_facility_say_of_it(before: str, name: str, tail: str, told: str | None) -> None:
    assert told_of_facility(name, before, tail, 2025) == told


@pytest.mark.parametrize(
    ("title", "body", "status"),
    [
        # one sentence says that it is to come, and others only name it
        ("建议", "湖滨博物馆位于云台路。湖滨博物馆正在进行主体施工。", "planned"),
        ("建议", "湖滨博物馆面积2000平方米。宜待湖滨博物馆开放后再研究。", "planned"),
        ("建议", "湖滨博物馆已建成开放。加快湖滨博物馆建设，完善配套。", "existing"),
        ("建议", "湖滨博物馆位于云台路，馆藏丰富。", "existing"),
        # what the proposal asks to be built, unless the reply says more of it
        ("《关于建设湖滨博物馆的建议》", "我局将认真研究。", "planned"),
        ("《关于设立“湖滨博物馆”的提案》", "我局将认真研究。", "planned"),
        ("《关于建设湖滨博物馆的建议》", "湖滨博物馆去年建成。", "existing"),
        ("《关于湖滨博物馆延长开放时间的建议》", "我局将认真研究。", "existing"),
        ("《关于加强湖滨博物馆宣传的建议》", "我局将认真研究。", "existing"),
    ],
)
def test_a_facility_is_to_come_where_one_sentence_says_so_and_none_that_it_is_there(title: str, body: str, status: str) -> None:
    reply = reply_of(Document("case", HEAD.format(title) + body + TAIL, "case.txt", "text/plain"))
    text, name = reply.flow.text, "湖滨博物馆"
    places = [i for i in range(len(text)) if text.startswith(name, i)]
    mentions = [Mention("Facility", name, i, i + len(name), "learned", 0.9) for i in places]
    known = Known("Facility", name, "learned", 0.9, mentions=mentions)
    assert entity_of(reply, known).status == status
