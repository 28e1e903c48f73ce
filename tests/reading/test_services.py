"""A sentence and the services that the whole reader sees in it, by rules that need no model to be sure of the same."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


def _services(said: str) -> list[str]:
    reading = read(Document("case", HEAD + said + TAIL, "case.txt", "text/plain"))
    return sorted(e.name for e in reading.entities if e.type == "Scenario")


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("锁金村街道推出群租排查整治、飞线充电管控、占道洗车等8个社区应用场景。", ["占道洗车", "群租排查整治", "飞线充电管控"]),
        ("建成违停抓拍、渣土车识别、跨门经营整治、油烟监测4个应用场景。", ["油烟监测", "渣土车识别", "跨门经营整治", "违停抓拍"]),
        ("我区推动城市治理、公共服务、应急救援等场景开放。", []),
        ("在社会治理、生产作业等场景推广应用。", []),
        ("围绕自然灾害、大客流等高频场景，完善预案。", []),
        ("您提出的医疗急救、山区运输等场景将进一步研究。", []),
        ("开展违停抓拍、占道整治等专项行动。", []),
        ("在教育、医疗、养老等应用场景试点。", []),
        ("机器人在特种作业、医疗康养等场景落地。", []),
        ("组织门店运营、物流配送等岗位招聘。", []),
    ],
)
def test_items_that_say_what_is_done_are_services_of_a_list_of_scenes(said: str, services: list[str]) -> None:
    assert _services(said) == services


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("樱铁村小区去年底装上一套智慧消防系统后，警情少了一半。", ["智慧消防系统"]),
        ("拟在老旧小区加装智能照明系统。", ["智能照明系统"]),
        ("校门口增设了3套人脸识别系统。", ["人脸识别系统"]),
        ("安装供水系统3套。", []),
        ("楼内配备空调系统。", []),
        ("我区智能控制系统产业发展迅速。", []),
        ("支持企业研发智能驾驶系统。", []),
        ("公司引进智能无人系统研发团队。", []),
        ("完善消防系统。", []),
        ("该企业生产智能照明系统。", []),
        ("建设智能控制系统实验室。", []),
    ],
)
def test_what_is_fitted_with_a_digital_word_is_a_service_though_its_system_is_a_part(said: str, services: list[str]) -> None:
    assert _services(said) == services


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("5G无人驾驶公交车线路已在徐庄软件园试运行。", ["5G无人驾驶公交车线路"]),
        ("去年，自动驾驶公交2号线开通，成为全省首条投入运营的智能公交线路。", ["自动驾驶公交2号线"]),
        ("园区的盒饭由无人配送车送到楼下。", ["无人配送车"]),
        ("全无人驾驶环卫车队在徐庄软件园投入运营。", ["全无人驾驶环卫车队"]),
        ("您提出的《关于放宽无人驾驶巴士运营范围的建议》收悉。", []),
        ("客运公司取得自动驾驶公交运营资格。", []),
        ("无人驾驶出租车企业已达5家。", []),
        ("无人清扫车产业快速发展。", []),
        ("规范自动驾驶公交运营管理。", []),
        ("智能网联公交运行测试规程由市里制定。", []),
        ("该企业年产自动驾驶巴士百辆。", []),
        ("自动驾驶出租车出口海外。", []),
    ],
)
def test_what_travels_without_a_driver_is_a_service_where_it_is_said_to_do_so(said: str, services: list[str]) -> None:
    assert _services(said) == services


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("“岚湾1号”自动驾驶摆渡巴士已载客万人。", ["岚湾1号"]),
        ("“桐湾3号”水上巴士停靠三个码头。", ["桐湾3号"]),
        ("开出三条“最后一公里”接驳小巴。", []),
        ("着力解决“最后一公里”公交接驳难题。", []),
        ("推动“公交+”专列发展。", []),
        ("破解“乘车难”公交企业压力大的问题。", []),
        ("“小而美”公交线网逐步完善。", []),
    ],
)
def test_a_quotation_before_what_travels_is_a_service(said: str, services: list[str]) -> None:
    assert _services(said) == services


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("我区公共数据平台已归集数据2亿条，对接部门30个。", ["公共数据平台"]),
        ("区级老年助浴服务信息平台开始派单。", ["老年助浴服务信息平台"]),
        ("我区政务服务平台新增功能12项。", ["政务服务平台"]),
        ("您希望再建一个面向居民的文体活动预约平台。", []),
        ("全区现有政务信息系统52个。", []),
        ("我区各部门信息系统分散。", []),
        ("我区创新服务平台建设滞后。", []),
        ("我区公共服务平台载体有12个。", []),
        ("全区信息平台建设加快。", []),
        ("我区工业互联网平台企业达5家。", []),
        ("市专项指挥平台由应急部门牵头。", []),
        ("我区产业创新平台达30个。", []),
    ],
)
def test_a_digital_platform_of_the_replying_place_is_a_service(said: str, services: list[str]) -> None:
    assert _services(said) == services


@pytest.mark.parametrize(
    ("said", "services"),
    [
        (
            "岚湾阿尔法无人小巴、澜岳自动无人售货车、美团无人配送车均已上路。",
            ["岚湾阿尔法无人小巴", "澜岳自动无人售货车", "美团无人配送车"],
        ),
        ("无人机、机器人、无人车等装备研发提速。", []),
        ("布局无人机整机、无人船制造、工业机器人等产业。", []),
        ("无人系统、智能网联、卫星应用同步发力。", []),
        ("引进岚湾无人机、澜岳机器人等企业。", []),
    ],
)
def test_vehicles_in_a_row_behind_the_firms_that_run_them_are_services(said: str, services: list[str]) -> None:
    assert _services(said) == services


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("樱铁村社区完成智慧安防小区建设，发案数下降。", ["智慧安防小区"]),
        ("累计建成智安小区106个，覆盖12个街道。", ["智安小区"]),
        ("《智慧安防小区建设导则》印发实施。", []),
        ("智慧安防企业达20家。", []),
        ("安防小区改造提速。", []),
        ("智慧小区星级评价体系待完善。", []),
    ],
)
def test_estates_that_the_police_make_safe_are_a_service_that_many_places_have(said: str, services: list[str]) -> None:
    assert _services(said) == services
