"""Where firms, parks and scenarios are said to be: sentences with their names marked, so that only the relations are tried.

A name stands in braces behind the letter of its type: {E甲公司} an enterprise, {C丙园} a carrier.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph.reading.entities import bring_together
from graph.reading.place import find_divisions
from graph.reading.reader import read
from graph.reading.relations import relations
from graph.reading.reply import Reply, reply_of
from graph.records import Document, Mention

CASES = [
    (path.stem, number, case)
    for path in sorted((Path(__file__).parent / "places").glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8")))
]
HEAD = "关于{}政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = {
    "district": "\n\n南京市玄武区科学技术局\n2025年6月3日\n",
    "city": "\n\n南京市科学技术局\n2025年6月3日\n",
    "province": "\n\n江苏省科学技术厅\n2025年6月3日\n",
    "zone": "\n\n南京市江心新区管理委员会\n2025年6月3日\n",
    "committee": "\n\n南京云锦高新技术产业开发区管理委员会\n2025年6月3日\n",
}
BODY = {"district": "区", "city": "市", "province": "省", "zone": "市", "committee": "市"}
HOME = {"district": "玄武区", "city": "南京市", "province": "江苏省", "zone": "南京市", "committee": "南京市"}
TYPES = {
    "E": "Enterprise",
    "C": "Carrier",
    "S": "Scenario",
    "D": "District",
    "T": "Subdistrict",
    "M": "Community",
    "B": "BusinessCircle",
    "R": "Road",
    "O": "Organisation",
    "P": "Policy",
}
_MARKED = re.compile(r"\{([A-Z])([^}]*)\}")


def _mentions(reply: Reply, marked: str, home: str) -> list[Mention]:
    """The marked names, each where it stands, and the replying place and its neighbours where they are not marked."""
    text, at = reply.flow.text, reply.body[0]
    found = []
    for letter, name in _MARKED.findall(marked):
        start = text.index(name, at)
        at = start + len(name)
        found.append(Mention(TYPES[letter], name, start, at, "marked", 0.95))
    taken = {i for m in found for i in range(m.start, m.end)}
    for name in (home, "杭州市", "上海市"):
        places = [m.start() for m in re.finditer(name, text) if m.start() not in taken]
        found += [Mention("District", name, start, start + len(name), "marked", 0.95) for start in places]
    return sorted(found, key=lambda m: (m.start, m.end))


@pytest.mark.parametrize("case", [case for *_, case in CASES], ids=[f"{stem}-{number}" for stem, number, _ in CASES])
def test_places_are_read_as_the_sentence_says(case: dict[str, object]) -> None:
    who, marked = str(case["replies"]), str(case["text"])
    plain = _MARKED.sub(r"\2", marked)
    reply = reply_of(Document("case", HEAD.format(BODY[who]) + plain + TAIL[who], "case.txt", "text/plain"))
    known = bring_together(reply, _mentions(reply, marked, HOME[who]))
    stated = [[r.source, r.target] for r in relations(reply, known) if r.type in ("locatedIn", "pilotedIn")]
    assert sorted(stated) == case["places"]


@pytest.mark.parametrize(
    ("text", "names"), [("沿苏州河两岸", []), ("广州路、扬州大道", []), ("在苏州落户", ["苏州"]), ("苏州市河道", ["苏州市"])]
)
def test_a_river_or_a_road_called_after_a_city_is_no_city(text: str, names: list[str]) -> None:
    assert [name for _, _, name in find_divisions(text)] == names


@pytest.mark.parametrize(("city", "place"), [("呼和浩特市", "呼和浩特市"), ("洛阳市", "新安县")])
def test_the_whole_of_an_autonomous_region_is_no_county(city: str, place: str) -> None:
    county, level = ("赛罕区", "区") if city == "呼和浩特市" else ("新安县", "县")
    said = f"{HEAD.format('市')}{county}重视养老。全{level}上线“邻里帮”小程序。\n\n{city}民政局\n2025年6月3日\n"
    reading = read(Document("case", said, "case.txt", "text/plain"), without=("learned",))
    assert [r.target for r in reading.relations if r.type == "pilotedIn"] == [place]
