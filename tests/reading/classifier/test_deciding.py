"""What the classifier says beside what the rules say, with a classifier that says what a case tells it to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest

from graph.reading.classifier import Classifier
from graph.reading.classifier.deciding import CLASSIFIED, with_classified
from graph.reading.classifier.windows import HERE, Question
from graph.reading.entities import Known
from graph.reading.reply import Reply
from graph.reading.tagger.encoder.pretrained import Pretrained
from graph.records import Mention, Relation, Status
from tests.reading.classifier import small

TEXT = "我区建成星河园和云帆港。拓野科技研发传感器。下一步，将推广智慧停车。"
HOME = "长宁区"


@pytest.fixture(scope="module")
def pretrained(tmp_path_factory: pytest.TempPathFactory) -> Pretrained:
    return small.encoder(tmp_path_factory.mktemp("tiny"))[0]


def _known(reply: Reply) -> list[Known]:
    found = [Known("District", HOME, "heading", 0.95)]
    for kind, name in (
        ("Carrier", "星河园"),
        ("Carrier", "云帆港"),
        ("Enterprise", "拓野科技"),
        ("Scenario", "智慧停车"),
    ):
        at = reply.flow.text.index(name)
        mention = Mention(kind, name, at, at + len(name), "case", 1.0)
        found.append(Known(kind, name, "case", 1.0, mentions=[mention]))
    return found


def _says(probabilities: Mapping[tuple[str, str], float], known: list[Known], pretrained: Pretrained) -> Classifier:
    """One that says what it is told of a thing and a place, and nothing of others."""

    def of(question: Question) -> list[float]:
        marked = question.window.marked
        thing = known[marked[question.thing].thing].name
        names = [HOME if marked[i].kind == HERE else known[marked[i].thing].name for i in question.places]
        return [probabilities.get((thing, name), 0.3) for name in names]

    def probabilities_of(questions: Sequence[Question]) -> list[list[float]]:
        asked.update(known[q.window.marked[q.thing].thing].name for q in questions)
        return [of(question) for question in questions]

    asked: set[str] = set()
    network = SimpleNamespace(pretrained=pretrained)
    return cast("Classifier", SimpleNamespace(network=network, probabilities=probabilities_of, asked=asked))


def _stated(source: tuple[str, str], target: tuple[str, str], confidence: float, kind: str = "locatedIn") -> Relation:
    return Relation(kind, *source, *target, Status.EXISTING, (), "case", confidence)


def _read(
    pretrained: Pretrained, says: Mapping[tuple[str, str], float], *stated: Relation
) -> tuple[Reply, list[Relation], set[str]]:
    reply = small.reply(TEXT)
    known = _known(reply)
    classifier = _says(says, known, pretrained)
    return reply, with_classified(reply, known, stated, classifier), cast("Any", classifier).asked


def _pairs(relations: Sequence[Relation]) -> set[tuple[str, str, str]]:
    return {(r.type, r.source, r.target) for r in relations}


def test_what_no_rule_places_is_at_its_likeliest_place_with_the_sentence_that_names_it(pretrained: Pretrained) -> None:
    says = {("拓野科技", "星河园"): 0.9, ("拓野科技", "云帆港"): 0.7, ("智慧停车", HOME): 0.8, ("星河园", HOME): 0.59}
    reply, relations, _ = _read(pretrained, says)
    assert _pairs(relations) == {("locatedIn", "拓野科技", "星河园"), ("pilotedIn", "智慧停车", HOME)}
    firm, service = relations
    assert (firm.rule, firm.confidence, firm.status) == (CLASSIFIED, 0.9, Status.EXISTING)
    # The place stands in the sentence before, which is quoted too; the replying place need not be named.
    assert [evidence.quote for evidence in firm.evidence] == ["我区建成星河园和云帆港。拓野科技研发传感器"]
    assert [evidence.quote for evidence in service.evidence] == ["下一步，将推广智慧停车"]
    assert reply.document.text[firm.evidence[0].start : firm.evidence[0].end] == firm.evidence[0].quote
    # The district itself is not quite sure, so the relation is less so too.
    assert (service.status, service.confidence) == (Status.PLANNED, 0.78)


def test_a_second_place_has_to_be_likelier(pretrained: Pretrained) -> None:
    says = {("拓野科技", "星河园"): 0.9, ("拓野科技", "云帆港"): 0.8}
    _, relations, _ = _read(pretrained, says)
    assert _pairs(relations) == {("locatedIn", "拓野科技", "星河园"), ("locatedIn", "拓野科技", "云帆港")}


def test_a_rule_that_is_sure_is_believed_and_nothing_is_asked_of_what_it_places(pretrained: Pretrained) -> None:
    rule = _stated(("Enterprise", "拓野科技"), ("Carrier", "云帆港"), 0.85)
    _, relations, asked = _read(pretrained, {("拓野科技", "星河园"): 0.99, ("拓野科技", "云帆港"): 0.01}, rule)
    assert relations == [rule]
    assert asked == {"星河园", "云帆港", "智慧停车"}


@pytest.mark.parametrize("likely", [0.01, 0.2])
def test_an_unsure_rule_is_left_out_only_where_it_is_contradicted(pretrained: Pretrained, likely: float) -> None:
    rule = _stated(("Enterprise", "拓野科技"), ("Carrier", "云帆港"), 0.7)
    _, relations, _ = _read(pretrained, {("拓野科技", "云帆港"): likely}, rule)
    assert relations == ([rule] if likely > 0.1 else [])


@pytest.mark.parametrize("second", [0.01, 0.2])
def test_places_that_the_same_words_tell_are_left_out_together_or_not_at_all(pretrained: Pretrained, second: float) -> None:
    row = [_stated(("Enterprise", "拓野科技"), ("Carrier", park), 0.7) for park in ("星河园", "云帆港")]
    _, relations, _ = _read(pretrained, {("拓野科技", "星河园"): 0.01, ("拓野科技", "云帆港"): second}, *row)
    assert relations == (row if second > 0.1 else [])


def test_what_is_contradicted_may_be_elsewhere(pretrained: Pretrained) -> None:
    rule = _stated(("Enterprise", "拓野科技"), ("Carrier", "云帆港"), 0.7)
    _, relations, _ = _read(pretrained, {("拓野科技", "云帆港"): 0.01, ("拓野科技", "星河园"): 0.8}, rule)
    assert _pairs(relations) == {("locatedIn", "拓野科技", "星河园")}


def test_a_part_of_another_park_is_placed_and_no_two_are_in_each_other(pretrained: Pretrained) -> None:
    part = _stated(("Carrier", "星河园"), ("District", HOME), 0.9, "partOf")
    says = {("星河园", "云帆港"): 0.9, ("云帆港", "星河园"): 0.9}
    assert _pairs(_read(pretrained, says, part)[1]) == {("partOf", "星河园", HOME), ("locatedIn", "云帆港", "星河园")}
    assert len(_read(pretrained, says)[1]) == 1


@pytest.mark.parametrize(
    "text", ["云帆港毗邻星河园。", "云帆港与星河园仅一路之隔。", "云帆港东临星河园。", "云帆港不在星河园内。"]
)
def test_what_a_place_is_named_for_being_near_to_is_not_there(text: str, pretrained: Pretrained) -> None:
    reply = small.reply(text)
    known = [
        Known(
            "Carrier", name, "case", 1.0, mentions=[Mention("Carrier", name, at, at + 3, "case", 1.0) for at in _all(reply, name)]
        )
        for name in ("云帆港", "星河园")
    ]
    classifier = _says({("云帆港", "星河园"): 0.9}, known, pretrained)
    assert with_classified(reply, known, [], classifier) == []


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("毗邻长宁区的星河园已开园。云帆港、拓野科技、智慧停车在建。", False),
        ("长宁区以东的星河园已开园。云帆港、拓野科技、智慧停车在建。", False),
        ("长宁区与外区交界处的星河园已开园。云帆港、拓野科技、智慧停车在建。", False),
        ("长宁区东部的星河园已开园。云帆港、拓野科技、智慧停车在建。", True),
        ("星河园已开园。云帆港、拓野科技、智慧停车在建。", True),
    ],
)
def test_what_the_district_is_named_for_being_near_to_is_not_there(text: str, here: bool, pretrained: Pretrained) -> None:
    reply = small.reply(text)
    known = _known(reply)
    if HOME in text:
        at = reply.flow.text.index(HOME, reply.body[0])
        known[0].mentions.append(Mention("District", HOME, at, at + len(HOME), "case", 1.0))
    relations = with_classified(reply, known, [], _says({("星河园", HOME): 0.9}, known, pretrained))
    assert (("locatedIn", "星河园", HOME) in _pairs(relations)) is here


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("城投集团与拓野科技、岚湾智能等6家公司进行了签约，长宁区智慧停车工程启动。", False),
        ("区城投集团与拓野科技正式签署协议。", False),
        ("城投集团与岚湾智能、拓野科技签约入驻。", True),
        ("拓野科技与城投集团签约。", True),
        ("岚湾智能和拓野科技签约。", True),
        ("拓野科技与岚湾智能签署新建项目协议。", True),
        ("某产业园由拓野科技投资建设。", False),
        ("某产业园的运营方为拓野科技。", False),
        ("某产业园由岚湾智能运营，引进了拓野科技。", True),
        ("某产业园引入拓野科技作为运营方。", False),
        ("若拓野科技能来，产业将更兴旺。", False),
        ("拓野科技旗下星河园运行良好。", False),
        ("拓野科技旗下的机构运行良好。", True),
        ("拓野科技是否入驻尚在研究。", False),
    ],
)
def test_a_firm_with_which_somebody_only_signs_or_that_runs_something_is_not_there(
    text: str, here: bool, pretrained: Pretrained
) -> None:
    reply = small.reply(text + "另有星河园、云帆港、智慧停车。")
    known = _known(reply)
    relations = with_classified(reply, known, [], _says({("拓野科技", HOME): 0.9}, known, pretrained))
    assert (("locatedIn", "拓野科技", HOME) in _pairs(relations)) is here


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("拓野科技的主要客户位于星河园。", False),
        ("为拓野科技提供零部件的厂家大多位于星河园。", False),
        ("拓野科技的总部位于星河园。", True),
        ("在星河园，拓野科技的主要客户很多。", True),
        ("星河园走访了拓野科技。", False),
        ("星河园管委会近日走访拓野科技等企业。", False),
        ("星河园走访了园区内的拓野科技。", True),
        ("有关部门在星河园走访拓野科技。", True),
    ],
)
def test_a_firm_whose_customers_are_at_a_place_or_that_somebody_of_it_visits_is_not_there(
    text: str, there: bool, pretrained: Pretrained
) -> None:
    reply = small.reply(text + "另有云帆港、智慧停车。")
    known = _known(reply)
    relations = with_classified(reply, known, [], _says({("拓野科技", "星河园"): 0.9}, known, pretrained))
    assert (("locatedIn", "拓野科技", "星河园") in _pairs(relations)) is there


def test_where_nothing_is_to_be_asked_nothing_changes(pretrained: Pretrained) -> None:
    reply = small.reply("我区将加强服务。")
    classifier = _says({}, [], pretrained)
    assert with_classified(reply, [], [], classifier) == []


def test_a_name_that_stands_everywhere_is_asked_for_twice(pretrained: Pretrained) -> None:
    reply = small.reply("拓野科技在星河园研发传感器。" * 7)
    known = [
        Known(
            kind, name, "case", 1.0, mentions=[Mention(kind, name, at, at + len(name), "case", 1.0) for at in _all(reply, name)]
        )
        for kind, name in (("Enterprise", "拓野科技"), ("Carrier", "星河园"))
    ]
    asked: list[Question] = []

    def probabilities_of(questions: Sequence[Question]) -> list[list[float]]:
        asked.extend(questions)
        return [[0.9] * len(question.places) for question in questions]

    classifier = SimpleNamespace(network=SimpleNamespace(pretrained=pretrained), probabilities=probabilities_of)
    (said,) = with_classified(reply, known, [], cast("Classifier", classifier))
    assert (said.source, said.target, said.rule) == ("拓野科技", "星河园", CLASSIFIED)
    assert [known[q.window.marked[q.thing].thing].name for q in asked].count("拓野科技") == 2


def _all(reply: Reply, name: str) -> list[int]:
    return [at for at in range(len(reply.flow.text)) if reply.flow.text.startswith(name, at)]
