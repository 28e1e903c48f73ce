"""An evaluation as lines of a terminal, and as the tables of docs/accuracy.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from graph.reading.evaluation.comparing import Count, Evaluation
from graph.reading.evaluation.parts import Part, evaluate_parts, interval
from graph.reading.evaluation.reliability import bins, expected_error
from graph.reading.parts import PARTS
from graph.records import CORE_TYPES, RELATION_TYPES

__all__ = ["markdown", "report"]

#: The part that there is only with the encoder.
_UPON = "classifier"
_SUMMARY: tuple[tuple[str, Callable[[Evaluation], Count]], ...] = (
    ("core", Evaluation.core),
    ("locatedIn+pilotedIn", Evaluation.stated),
)


def report(parts: Sequence[Part], misses: bool) -> str:
    """The figures of each part as lines of text, and each miss where they are asked for."""
    lines: list[str] = []
    for part in parts:
        total = part.total()
        lines += [f"{part.name}: {total.documents} replies", *(total.misses if misses else ())]
        lines += [_line("entity", name, total.entities[name]) for name in _types(total)]
        lines += [_line("relation", name, total.relations[name]) for name in RELATION_TYPES if name in total.relations]
        for name, counted in _SUMMARY:
            low, high = interval(part, counted)
            lines.append(f"{_line('summary', name, counted(total))}  (95 %: {low:.3f} to {high:.3f})")
        lines.append(f"summary   status               {_share(total.status)}")
        lines.append(f"summary   heading              {_share(total.heading())}")
        if (unseen := part.unseen_total()) is not None:
            lines += [_line("unseen", name, counted(unseen)) for name, counted in _SUMMARY]
            lines.append(f"unseen    status               {_share(unseen.status)}")
            lines.append(f"unseen    heading              {_share(unseen.heading())}")
    return "\n".join(lines) + "\n"


def _types(total: Evaluation) -> list[str]:
    return [name for name in (*CORE_TYPES, *sorted(set(total.entities) - set(CORE_TYPES))) if name in total.entities]


def _line(title: str, name: str, count: Count) -> str:
    precision, recall, f1 = count.figures()
    return (
        f"{title:9} {name:20} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   "
        f"hit {count.hit}  false {count.false}  missed {count.missed}"
    )


def _counted(count: Count) -> str:
    return f"{count.figures()[2]:.3f} ({count.hit} right, {count.false} false, {count.missed} missed)"


def _share(count: Count) -> str:
    every = count.hit + count.missed
    return f"{count.hit}/{every} ({count.hit / every:.3f})" if every else "0/0"


def markdown(gold: Path, *, encoder: bool = False, jobs: int | None = None, say: Callable[[str], None] = lambda _: None) -> str:
    """All tables of docs/accuracy.md: both parts, the reliability curve, the commonest misses, the ablation.

    Parameters
    ----------
    gold:
        Folder of annotated replies.
    encoder, jobs, say:
        As for :func:`graph.reading.evaluation.evaluate_parts`.
    """
    parts = evaluate_parts(gold, encoder=encoder, jobs=jobs, say=say)
    blocks = [block for part in parts for block in _part(part)]
    last = parts[-1]
    blocks += ["## What a confidence means", *_reliability(parts), "## The commonest misses", *_misses(last)]
    blocks += ["## What each part of the reader contributes", *_ablation(gold, last, encoder=encoder, jobs=jobs)]
    return "\n\n".join(blocks) + "\n"


def _part(part: Part) -> Iterable[str]:
    total = part.total()
    yield f"## `{part.name}`: {total.documents} replies"
    rows = [_row(name, total.entities[name]) for name in _types(total)]
    rows += [_row(name, total.relations[name]) for name in RELATION_TYPES if name in total.relations]
    for name, counted in _SUMMARY:
        low, high = interval(part, counted)
        rows.append(_row(f"**{name}**", counted(total)) + f" 95 %: {low:.3f} to {high:.3f} |")
    table = "\n".join(row if row.count("|") > 8 else row + " |" for row in rows)
    yield "| | precision | recall | F1 | hit | false | missed | |\n|---|---|---|---|---|---|---|---|\n" + table
    yield f"Status right {_share(total.status)}; facts of the heading right {_share(total.heading())}."
    if (unseen := part.unseen_total()) is not None:
        yield (
            f"**The {len(part.unseen)} of these whose originals nobody looked up while rules were written** "
            f"(`data/gold/looked_up.tsv` lists the others): core F1 {_counted(unseen.core())}, locatedIn and pilotedIn "
            f"{_counted(unseen.stated())}, status {_share(unseen.status)}, heading {_share(unseen.heading())}."
        )


def _row(name: str, count: Count) -> str:
    precision, recall, f1 = count.figures()
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {count.hit} | {count.false} | {count.missed} |"


def _reliability(parts: Sequence[Part]) -> Iterable[str]:
    for part in parts:
        claims = part.total().claims
        rows = "\n".join(
            f"| {low:.1f} to {high:.1f} | {number} | {mean:.2f} | {right:.2f} |"
            for low, high, number, mean, right in bins(claims)
        )
        yield (
            f"`{part.name}`: expected calibration error {expected_error(claims):.3f} over {len(claims)} claims.\n\n"
            f"| confidence | claims | mean | right |\n|---|---|---|---|\n{rows}"
        )


def _misses(part: Part) -> Iterable[str]:
    kinds = Counter(miss.split("  ")[1].split(" ")[0] for miss in part.total().misses)
    rows = "\n".join(
        f"| {'false' if kind[0] == '+' else 'missed'} {kind.lstrip('+-')} | {n} |"
        for kind, n in kinds.most_common(10)
        if kind[0] in "+-"
    )
    yield f"In `{part.name}`, by kind, of the core types, locatedIn and pilotedIn:\n\n| | times |\n|---|---|\n{rows}"


def _ablation(gold: Path, whole: Part, *, encoder: bool, jobs: int | None) -> Iterable[str]:
    folder = gold / whole.name if (gold / whole.name).is_dir() else gold
    full = whole.total()
    rows = []
    if encoder:
        alone = _total(folder, jobs)
        rows.append(_change("encoder", "the pretrained encoder that is asked too", full, alone))
        rows.append(_change(_UPON, PARTS[_UPON], full, _total(folder, jobs, _UPON, encoder=True)))
        full = alone
    rest = {name: what for name, what in PARTS.items() if not (encoder and name == _UPON)}
    rows += [_change(name, what, full, _total(folder, jobs, name)) for name, what in rest.items()]
    against = "the whole reader; all but the first two against the reader without the encoder" if encoder else "the whole reader"
    yield (
        f"F1 on `{whole.name}` without it, against {against}:\n\n"
        "| part | | core | locatedIn+pilotedIn |\n|---|---|---|---|\n" + "\n".join(rows)
    )


def _total(folder: Path, jobs: int | None, *without: str, encoder: bool = False) -> Evaluation:
    """Of readings without parts of the reader."""
    total = Evaluation()
    for part in evaluate_parts(folder, without=without, encoder=encoder, jobs=jobs):
        total.add(part.total())
    return total


def _change(name: str, what: str, full: Evaluation, less: Evaluation) -> str:
    changes = [counted(less).figures()[2] - counted(full).figures()[2] for _, counted in _SUMMARY]
    return f"| {name} | {what} | {changes[0]:+.3f} | {changes[1]:+.3f} |"
