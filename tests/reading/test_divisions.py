"""Names of places to official codes, inside the replying district first."""

from __future__ import annotations

import pytest

from graph.reading import divisions


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("新华路街道", "310105", "310105004"),
        ("新华街道", "310105", "310105004"),
        ("仙霞街道", "310105", "310105008"),
        ("北新泾街道", "310105", "310105011"),
        ("虹桥街道", "310000", "310105009"),
        ("没有街道", "310105", None),
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
