"""What an entity is called: its name and the other forms in which the text writes it."""

from __future__ import annotations

from graph.reading import read
from graph.records import Document


def test_a_name_is_also_called_as_the_text_writes_its_dashes() -> None:
    text = "您的建议收悉，现答复如下：\n我区印发了《甲区未来空间三年行动计划（2019―2021年）》。\n"
    reading = read(Document("case", text, "case.txt", "text/plain"))
    (plan,) = (e for e in reading.entities if e.type == "Policy")
    assert plan.name == "甲区未来空间三年行动计划(2019—2021年)"
    assert "甲区未来空间三年行动计划(2019―2021年)" in plan.aliases
