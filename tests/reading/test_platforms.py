"""Platforms with a digital word of which the sentence says that they are there, or are being built at a place."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


def _services(said: str) -> dict[str, tuple[str, list[str]]]:
    reading = read(Document("case", HEAD + said + TAIL, "case.txt", "text/plain"))
    places = [(r.source, r.target) for r in reading.relations if r.type == "pilotedIn"]
    found = [e for e in reading.entities if e.type == "Scenario" and e.status]
    return {e.name: (e.status.value, [to for of, to in places if of == e.name]) for e in found if e.status}


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("红山街道智慧养老服务平台已建成投用。", "existing"),
        ("红山街道智慧养老服务平台项目已通过验收。", "existing"),
        ("红山街道量身定制智慧养老服务平台。", "existing"),
        ("红山街道被列为智慧养老服务平台试点单位。", "existing"),
        ("红山街道入选智慧养老服务平台试点名单。", "existing"),
        ("加快红山街道智慧养老服务平台建设。", "planned"),
        ("红山街道智慧养老服务平台正在招标。", "planned"),
        ("红山街道智慧养老服务平台计划年底投用。", "planned"),
        ("智慧养老服务平台预计明年在红山街道投用。", "planned"),
        ("智慧养老服务平台又在红山街道上线。", "existing"),
    ],
)
def test_a_towns_platform_is_one_by_what_is_said_of_it(said: str, status: str) -> None:
    assert _services(said) == {"智慧养老服务平台": (status, ["红山街道"])}


@pytest.mark.parametrize("said", ["智慧交通系统已建成使用。", "江南数科公司智慧系统已上线。"])
def test_what_is_said_of_a_field_makes_no_platform(said: str) -> None:
    assert _services(said) == {}


def test_a_kind_behind_a_quoted_name_is_none_of_its_own() -> None:
    assert list(_services("“红邻在线”智慧社区综合服务平台正式上线。")) == ["红邻在线"]


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("在红山街道试行共享停车。", {"共享停车": ("existing", ["红山街道"])}),
        ("红山街道推行错时停车。", {"错时停车": ("existing", ["红山街道"])}),
        ("我区推行错时停车。", {}),
        ("加强红山街道共享停车管理。", {}),
        ("红山街道新增共享停车泊位200个。", {}),
    ],
)
def test_a_way_of_parking_is_a_service_where_a_place_tries_it(said: str, services: dict[str, tuple[str, list[str]]]) -> None:
    assert _services(said) == services
