"""Development zones by their kind alone: 高新区 in the reply of its own office, or behind 甲高新区; and the zone that says 我区."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.reading.entities.known import Known
from graph.reading.mentions.names import clean, occurrences
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["by_short_kind", "zones"]

#: The two kinds of zones that have a long form.
_HIGH_TECH = "(?:高新技术|新技术)(?:产业)?(?:开发区|园区)"
_ECONOMIC = "经济(?:技术)?开发区"
_SHORT = ((re.compile(f"(?:国家)?{_HIGH_TECH}|高新技术产业园"), "高新区"), (re.compile(_ECONOMIC), "经开区"))

#: What a kind of zone is called in full, and what it is called by in short.
_KINDS = (
    (re.compile(f"(?:{_HIGH_TECH}|高新区)$"), ("高新区", "开发区")),
    (re.compile(r"汽车经济技术开发区$"), ("汽开区", "开发区")),
    (re.compile(f"(?:{_ECONOMIC}|经开区)$"), ("经开区", "开发区")),
    (re.compile(r"(?:综合保税区|综保区)$"), ("综保区", "保税区")),
    (re.compile(r"保税区$"), ("保税区",)),
)
#: The zone at the head of its own office's name: 甲高新技术产业开发区管理委员会, 乙经开区（丙区）商务局.
_OFFICE = re.compile(
    rf"(?P<zone>[^局厅委院会校、]{{0,16}}?(?:{_HIGH_TECH}|{_ECONOMIC}|高新区|经开区|综合保税区|保税区))"
    r"(?P<district>（[\u4e00-\u9fff]{2,6}）)?[\u4e00-\u9fff]{0,18}(?:委员会|管委会|[局部委办]|办公室|中心)"
)
_OURS = re.compile("我区|全区(?!域)|(?<![园校社地])区内")
#: Before a zone that is called by its kind alone, in the same clause.
_BEFORE = re.compile(r"(?:^|[^\u4e00-\u9fff、“]|(?<![\u4e00-\u9fff])[在由从对到])$")
#: Behind one: it is not one of several, nor a kind, nor the beginning of another name.
_NO_ZONE = re.compile(
    r"[、和与及或等]|[级类型]|各|管委|党工委|党委|管理|分局|公安|法院|检察|（|[\u4e00-\u9fff]{0,6}[局院校部]|建设(?!有|了)|怎样|如何"
)


def by_short_kind(name: str) -> str:
    """A name of a zone or of its office with the short form of its kind: 甲高新区管委会 for 甲高新技术产业开发区管委会."""
    for kind, short in _SHORT:
        name = kind.sub(short, name)
    return name


def zones(reply: Reply, known: list[Known]) -> None:
    """Give zones the mentions by their kind alone, and add the one whose own office replies where the reply speaks of it.

    Parameters
    ----------
    reply:
        Whose text and department are looked at.
    known:
        Its entities; changed.
    """
    taken = [(m.start, m.end) for k in known for m in k.mentions]
    office = _OFFICE.match(reply.heading.department or "")
    if office is not None:
        _own_zone(reply, known, office, taken)
        return
    named: dict[str, list[Known]] = {}
    for zone in known:
        if zone.type == "Carrier" and (kind := _kind(zone.name)) and zone.name not in kind:
            named.setdefault(kind[0], []).append(zone)
    for short, same in named.items():
        if len(same) == 1 and not any(k.type == "Carrier" and k.name == short for k in known):
            _call(reply, same[0], short, taken, min(m.start for m in same[0].mentions))


def _own_zone(reply: Reply, known: list[Known], office: re.Match[str], taken: list[tuple[int, int]]) -> None:
    """The zone whose office replies, under every form that the reply has of it."""
    text, own = reply.flow.text, office["zone"]
    forms = [f for f in _forms(own) if f in text]
    zone = next((k for f in forms for k in known if k.type == "Carrier" and f in (k.name, *k.aliases)), None)
    at = next(occurrences(text, own, 0, len(text)), None)
    if zone is None and at is not None:
        zone = _fresh(reply, own, forms, taken, at, of_district=office["district"] is not None)
        known += [zone] if zone.mentions else []
    elif zone is not None:
        zone.aliases.setdefault(clean(own))
        for form in forms:
            _call(reply, zone, form, taken, 0)


def _fresh(reply: Reply, own: str, forms: list[str], taken: list[tuple[int, int]], at: int, *, of_district: bool) -> Known:
    """The zone that nothing else of the reply names; without a mention where it does not speak of it, or by 我区 may mean a district."""
    zone = Known("Carrier", clean(own), "heading", 0.9)
    for form in forms:
        _call(reply, zone, form, taken, 0)
    if not zone.mentions and not of_district and _OURS.search(reply.flow.text, *reply.body):
        zone.mentions.append(Mention("Carrier", zone.name, at, at + len(own), "heading", 0.9))
    if zone.mentions:
        zone.aliases.update(dict.fromkeys(f for f in forms if len(f) > len("高新区") and f != zone.name))
    return zone


def _forms(own: str) -> Iterator[str]:
    """甲市乙高新技术产业开发区, 甲乙高新区, 乙高新区, 高新区, 甲开发区: from the longest to the shortest."""
    kind = next((p.search(own) for p, _ in _KINDS if p.search(own)), None)
    if kind is None:
        return
    head, shorts = own[: kind.start()], _kind(own)
    heads = [head, *(head[e:] for s, e, _ in find_divisions(head)), re.sub("国家|[省市县]", "", head)]
    for said in dict.fromkeys((*heads, "")):
        for word in dict.fromkeys((kind.group(), *shorts)):
            if said or word in shorts:
                yield said + word


def _kind(name: str) -> tuple[str, ...]:
    return next((shorts for pattern, shorts in _KINDS if pattern.search(name)), ())


def _call(reply: Reply, zone: Known, form: str, taken: list[tuple[int, int]], first: int) -> None:
    """Take in the places of the body where a form stands alone and no other mention does."""
    text = reply.flow.text
    start, stop = reply.body
    for at in occurrences(text, form, max(start, first), stop):
        end = at + len(form)
        alone = _BEFORE.search(text, max(at - 2, 0), at) or len(form) > len("高新区")
        if (
            alone
            and not _NO_ZONE.match(text, end)
            and not any(s < end and at < e and (s < at or e > end or (s, e) == (at, end)) for s, e in taken)
        ):
            zone.add(Mention("Carrier", clean(form), at, end, "zone.alone", 0.8))
            taken.append((at, end))
