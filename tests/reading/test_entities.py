"""What an entity is called: its name and the other forms in which the text writes it."""

from __future__ import annotations

from graph.reading import read
from graph.reading.entities import bring_together
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
