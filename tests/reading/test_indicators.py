"""What a figure counts."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document
from tests.reading.test_sentences import HEAD, TAIL


def _counted(sentence: str) -> list[tuple[str, str | None]]:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned", "calibration"))
    return [(figure.value, figure.unit) for figure in reading.indicators]


@pytest.mark.parametrize(
    "institute", ["中船713所", "中电科27所", "中国电子科技集团公司第14所", "航天二院706所", "材料研究所（739所）"]
)
def test_the_number_of_an_institute_counts_nothing(institute: str) -> None:
    assert _counted(f"以{institute}等为代表的科研院所在人工智能领域有较强的研发能力。") == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("我区集聚高校15所。", "15"), ("全区198所中小学接入平台。", "198"), ("平台已在39所学校试用。", "39")],
)
def test_houses_are_counted(sentence: str, count: str) -> None:
    assert _counted(sentence) == [(count, "所")]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("全区数字经济占比提高5个百分点。", ("5", "个百分点")),
        ("云平台存储容量达到12PB。", ("达到12", "PB")),
        ("全区新增养老床位300张床位。", ("300", "张床位")),
        ("算力规模为500PFLOPS。", ("500", "PFLOPS")),
        ("平台已接入5个系统。", ("5", "个")),
    ],
)
def test_a_unit_is_taken_whole(sentence: str, counted: tuple[str, str]) -> None:
    assert [(value.removeprefix("达到"), unit) for value, unit in _counted(sentence)] == [
        (counted[0].removeprefix("达到"), counted[1])
    ]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("舒岚、枫栖、太安和高岚4个村列入计划。", []),
        ("舒岚、枫栖等4个村列入计划。", [("4", "个")]),
        ("云锦镇、岚山镇各选2个村试点。", [("2", "个")]),
    ],
)
def test_a_row_that_is_complete_is_not_counted_again(sentence: str, counted: list[tuple[str, str]]) -> None:
    assert _counted(sentence) == counted


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("全省129个县（市、区）设有中医医院。", ["县（市、区）设有中医医院"]),
        ("创建健康促进县(市、区)15个。", ["创建健康促进县（市、区）"]),
        ("16个县（市、区）、5个园区接入。", ["县（市、区）", "园区接入"]),
        ("全区拥有骨干企业（工业、商业）20家。", ["商业）"]),  # what is no row of ranks is cut as ever
    ],
)
def test_the_ranks_in_brackets_are_one_word_with_what_is_counted(sentence: str, about: list[str]) -> None:
    assert [said for said, _ in _about(sentence)] == about


def _status(sentence: str) -> list[tuple[str, str]]:
    reading = read(Document("case", HEAD.format("区") + sentence + TAIL.format("玄武区"), "case.txt", "text/plain"))
    return [(figure.value, figure.status.value) for figure in reading.indicators]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("该工程计划申请省级资金2.5亿元，县级配套0.8亿元。", ["planned", "planned"]),
        ("预计投资26万元装设40盏路灯。", ["planned", "planned"]),
        ("2026年计划改造农村公路6条。", ["planned"]),
        ("力争到2028年产业规模达到300亿元、引进企业50家。", ["planned", "planned"]),
        ("方案提出到2027年底建成起降点80个。", ["planned"]),
        ("拟在现有的15处停车场内新建充电桩260套。", ["existing", "planned"]),
        ("将新建充电桩520套，其中110套建在车站。", ["planned", "planned"]),
        ("12个停车场拟于明年开工。", ["planned"]),
        ("下一步，我区将推进老旧小区改造；目前已完成45个小区。", ["existing"]),
        ("预计总投资3000万元，目前已到位1200万元。", ["planned", "existing"]),
        ("园区已引进企业36家，计划再引进18家。", ["existing", "planned"]),
        ("到2022年引进企业36家。", ["existing"]),
        ("三年行动计划实施以来，改造小区45个。", ["existing"]),
        ("虚拟现实产业园有企业25家。", ["existing"]),
        ("会同住房部门将重点企业纳入保障范围，解决公寓730套。", ["existing"]),
        ("2020年完成投资15亿元。", ["existing"]),
    ],
)
def test_the_words_of_the_sentence_say_whether_a_figure_is_planned(sentence: str, status: list[str]) -> None:
    assert [said for _, said in _status(sentence)] == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [("完成路口改造25个。", "planned"), ("目前已完成路口改造25个。", "existing"), ("2021年完成路口改造25个。", "existing")],
)
def test_behind_next_steps_a_figure_is_planned_unless_its_sentence_says_otherwise(sentence: str, status: str) -> None:
    assert _status(f"二、下一步工作打算\n{sentence}") == [("25", status)]


def _about(sentence: str) -> list[tuple[str, str]]:
    reading = read(Document("case", HEAD.format("区") + sentence + TAIL.format("玄武区"), "case.txt", "text/plain"))
    return [(figure.about, figure.value) for figure in reading.indicators]


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("现有有机茶园60个、有效发明专利90件。", ["有机茶园", "有效发明专利"]),
        ("从业人员4200人，共享车位650个。", ["从业人员", "共享车位"]),
        ("我市农产品商标一共9个。", ["我市农产品商标"]),
        ("该桥桥面长度为305米，宽度为18米。", ["该桥桥面长度", "宽度"]),
        ("园区产值达450亿元，同比增长7%。", ["园区产值", "园区产值同比增长"]),
        ("占地面积约90亩，总投资约6亿元。", ["占地面积", "总投资"]),
        ("2024年老旧小区改造继续推开，共75个。", ["2024年老旧小区改造继续推开"]),
        ("我局深入全市13个区开展走访。", ["我局深入全市区"]),
        ("全区24个街镇均已落实。", ["街镇"]),
        ("到2027年底计划新增公共充电桩260套。", ["公共充电桩"]),
        ("计划项目35个。", ["计划项目"]),
    ],
)
def test_what_a_figure_counts_is_told_by_its_own_clause(sentence: str, about: list[str]) -> None:
    assert [said for said, _ in _about(sentence)] == about


@pytest.mark.parametrize(
    "named",
    ["15分钟社区生活圈", "“10分钟就业服务圈”", "15分钟便民生活圈", "20分钟通勤圈", "《全区15分钟出行规划》"],
)
def test_a_figure_by_which_something_is_called_counts_nothing(named: str) -> None:
    assert _about(f"我区正在打造{named}。") == []


def test_a_time_within_which_something_is_reached_is_no_figure_of_its_own() -> None:
    assert _about("公园绿地10分钟步行可达覆盖率达98%。") == [("公园绿地10分钟步行可达覆盖率", "98")]


def test_a_time_that_something_takes_is_a_figure() -> None:
    assert _counted("急件送达只要12分钟。") == [("12", "分钟")]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("2023年市政府印发的《大学科技园方案》提出，支持建设2个科技园。", [None]),
        ("《智能工厂行动计划（2023—2026年）》实施以来，建成工厂15家。", [None]),
        ("2024年完成产值450亿元，比2020年增长30%。", [2024, 2024]),
        ("由2020年的57亿元增长到2024年的190亿元。", [2020, 2024]),
        ("2024年，园区引进企业25家，产值150亿元。", [2024, 2024]),
    ],
)
def test_a_figure_is_of_the_year_that_is_said_of_it(sentence: str, years: list[int | None]) -> None:
    reading = read(Document("case", HEAD.format("区") + sentence + TAIL.format("玄武区"), "case.txt", "text/plain"))
    assert [figure.year for figure in reading.indicators] == years


@pytest.mark.parametrize("number", ["DB 31/2023—2023", "GB/T 1/2020", "2023/11/15"])
def test_the_number_of_a_standard_or_a_day_is_no_fraction(number: str) -> None:
    assert _counted(f"该项工作依据{number}办理。") == []


def test_a_fraction_is_a_figure() -> None:
    assert _counted("企业数量占全市约1/3。") == [("约1/3", None)]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("给予新建食堂3000元/㎡的补助。", [("3000", "元/㎡")]),
        ("亩均税收为30万元/亩。", [("30", "万元/亩")]),
        ("办理时间缩短至7个工作日。", [("7", "个工作日")]),
        ("请于收到答复函之日起20个工作日内反馈意见。", []),
        ("大厅设有24小时自助服务区3个。", [("3", "个")]),
        ("巡检机器人24小时值守，水质系统7×24小时监测。", []),
        ("处理时间缩短到24小时以内。", [("24以内", "小时")]),
        ("审批时限由72小时压减为24小时。", [("24", "小时")]),
        ("平均响应时间为24小时，投诉24小时办结。", [("24", "小时"), ("24", "小时")]),
        ("热线全天24小时，专人24小时轮流值守，24小时“警务驿站”已开放。", []),
        ("给予护理员300元/人/月补贴。", [("300", "元/人/月")]),
    ],
)
def test_a_unit_says_of_what_each_and_day_and_night_counts_nothing(sentence: str, counted: list[tuple[str, str]]) -> None:
    assert _counted(sentence) == counted


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("全区有老人12万人，其中：60岁以上老年人9.6万人。", ["老人", "60岁以上老年人"]),
        ("截止2019年底，全区共有养老机构67家。", ["养老机构"]),
        ("截至2023年6月，全区备案民宿70家。", ["备案民宿"]),
        ("养老机构数量位列全省第一，总建筑面积12万平方米。", ["总建筑面积"]),
    ],
)
def test_by_when_and_at_which_place_are_no_part_of_what_is_counted(sentence: str, about: list[str]) -> None:
    assert [said for said, _ in _about(sentence)] == about


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("该馆1956年建成，占地面积3200平方米。", ["占地面积"]),
        ("其中北侧仓库结构完好，建筑面积1830.5平方米。", ["建筑面积"]),
        ("近年我区推进了滨河绿地建设，规划总面积约28公顷。", ["规划总面积"]),
        ("园区环境优美，入驻企业200家。", ["入驻企业"]),
        ("加快建设徐庄软件园，占地45亩。", ["占地"]),
        ("徐庄软件园，占地45亩。", ["徐庄软件园占地"]),
        ("云栖小镇选址于玄武大道东侧，面积3.12平方公里。", ["云栖小镇面积"]),
        ("“星禾智造港”项目已开工，总投资20亿元。", ["星禾智造港项目总投资"]),
        ("当年引进企业192家，同比增长42.2%。", ["当年引进企业", "当年引进企业同比增长"]),
        ("去年组织了云栖课题申报，立项课题8个。", ["云栖课题申报立项课题"]),
        ("星禾银行推出“云栖贷”，已放款3.5亿元。", ["云栖贷放款"]),
        ("正在实施“入学办理”3.0改造，打造办事场景9类。", ["入学办理3.0办事场景"]),
        ("该县是“樱桃之乡”，种植面积6万亩。", ["种植面积"]),
        ("组织企业参加云栖场景申报会，立项场景12个。", ["立项场景"]),
        ("全年开展活动，合计300场。", ["全年开展活动合计"]),
        ("近年新建学校30所。", ["新建学校"]),
    ],
)
def test_of_the_clause_before_a_figure_only_what_is_measured_belongs_to_it(sentence: str, about: list[str]) -> None:
    assert [said for said, _ in _about(sentence)] == about


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("改造36个泵站项目由镇、街道承担的有15个。", ["改造泵站项目", "由镇、街道承担的"]),
        ("安排区级资金800万元按照先建后补的办法拨付。", ["安排区级资金"]),
        ("投入改造资金500万元用于老旧小区。", ["投入改造资金"]),
        ("新建停车位300个由城投公司运营。", ["新建停车位"]),
        ("建成由企业运营的充电桩300个。", ["由企业运营的充电桩"]),
        ("建成8个用于养老的场所。", ["用于养老的场所"]),
        ("30个由社区主导的项目开工。", ["由社区主导的项目开工"]),
        ("事件平均处置时间由2小时降到35分钟。", ["事件平均处置时间"]),
        ("规上工业企业由73家增加到92家。", ["规上工业企业"]),
    ],
)
def test_by_whom_for_what_and_how_it_was_before_are_no_part_of_what_is_counted(sentence: str, about: list[str]) -> None:
    assert [said for said, _ in _about(sentence)] == about


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("全区企业达1,280家,同比增长8%。", [("1280", "家"), ("8", "%")]),
        ("生产总值1,234.5亿元，税收12,300万元。", [("1234.5", "亿元"), ("12300", "万元")]),
        ("单个项目补助最高不超过500万元。", [("不超过500", "万元")]),
        ("新建泊位不少于300个，利用率不足40%。", [("不少于300", "个"), ("不足40", "%")]),
        ("新增泊位3000个以上，办理时间在3天左右。", [("3000以上", "个"), ("3左右", "天")]),
        ("新增泊位3000个，以上位置均已公示。", [("3000", "个")]),
        ("入驻企业由20家增至85家。", [("85", "家")]),
        ("园区由2020年的20家增加到85家。", [("20", "家"), ("85", "家")]),
        ("由20家企业组成联盟，累计服务300人次。", [("20", "家"), ("300", "人次")]),
        ("小微企业占全区近七成，其中三分之二以上已上云。", [("近七成", None), ("三分之二以上", None)]),
        ("招引项目50—60个，产值10亿-12亿元。", [("50—60", "个"), ("10亿-12", "亿元")]),
        ("实现95%以上的事项网上可办。", [("95以上", "%")]),
        ("三个街道户数为120,350,480户。", [("480", "户")]),
        ("完成3幢2单元改造，12单位参与，3片区联动，12口岸通关。", [("3", "幢")]),
        ("企业位于创新大厦12-15层，园区1-3栋已交付。", []),
        ("统一成一个入口，李九成委员提出建议，仅为市价的二十分之一。", []),
        ("对企业给予最高30万元、最低5万元奖励。", [("最高30", "万元"), ("最低5", "万元")]),
        ("现有企业200家以上海企业为主。", [("200", "家")]),
        ("指标从100件增加到提升为民服务水平。", [("100", "件")]),
        ("做法并非一成不变，项目成效明显。", []),
        ("年均浓度为28微克/立方米，受理订单800单，抽检样品120份。", [("28", "微克/立方米"), ("800", "单"), ("120", "份")]),
    ],
)
def test_a_figure_is_taken_with_what_bounds_it_and_not_as_it_was_before(
    sentence: str, counted: list[tuple[str, str | None]]
) -> None:
    assert _counted(sentence) == counted


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("投入资金3.5亿元（市级2亿元、区级1.5亿元）。", ["投入资金", "投入资金市级", "区级"]),
        ("培训养老护理员1500人次（其中高级120人次）。", ["培训养老护理员", "培训养老护理员高级"]),
        ("占地面积约15公顷（225亩）。", ["占地面积", "占地面积"]),
        ("2023年新增企业（规上企业5家）。", ["2023年新增企业（规上企业"]),
        ("每户补贴3000-5000元，最高不超过2万元。", ["每户补贴", "每户补贴"]),
    ],
)
def test_a_figure_in_brackets_is_called_by_what_stands_before_them(sentence: str, about: list[str]) -> None:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert [figure.about for figure in reading.indicators] == about


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("组织市公安局、云岭区等共计20个会办单位研究办理。", ["会办单位研究办理"]),
        ("建成应急管理、交通运行、综合调度等24个应用主题。", ["应用主题"]),
        ("平台对接35个部门共115个业务系统。", ["平台对接部门", "业务系统"]),
        ("榜单上有云岭区等4家。", ["榜单上有云岭区"]),
    ],
)
def test_the_last_item_of_a_row_is_not_what_a_figure_counts(sentence: str, about: list[str]) -> None:
    assert [said for said, _ in _about(sentence)] == about
