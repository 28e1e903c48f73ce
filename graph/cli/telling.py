"""Statistics as a terminal shows them, in Chinese or English: tables, a network in a few lines, what a figure counts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.network.evidence import Explanation

__all__ = ["explained", "none_found", "overview", "rendered"]

_COLUMNS = Path(__file__).parents[2] / "data" / "statistics" / "columns.tsv"
#: Columns whose cells are names of the vocabulary: ``Enterprise``, ``locatedIn``, ``planned``.
_OF_THE_VOCABULARY = ("kind", "type", "status")
_NOTHING = {"zh": "没有一行：图中没有这一类内容\n", "en": "no rows: the graph has nothing of the kind\n"}


@cache
def _headings() -> dict[str, str]:
    """A column's name to its words in Chinese; in English it is called by its name, as docs/statistics.md has it."""
    rows = (line.split("\t") for line in _COLUMNS.read_text(encoding="utf-8").splitlines()[1:])
    return {column: zh for column, zh in rows}  # noqa: C416 - a row of another width is a fault


def _named(value: Any) -> Any:  # noqa: ANN401 - any cell
    """A name of the vocabulary in Chinese, anything else as it is."""
    from graph.rdf.vocabulary import labels  # noqa: PLC0415 - only a Chinese table needs it

    return labels()[value][0] if value in labels() else value


def rendered(columns: Sequence[str], rows: Sequence[tuple[Any, ...]], form: str, language: str) -> str:
    """Rows as a table, as CSV or as JSON; headings and the names of kinds and states are said in the language.

    Parameters
    ----------
    columns, rows:
        As the tables of ``build/statistics/`` have them.
    form:
        ``table``, ``csv`` or ``json``.
    language:
        ``zh`` or ``en``.
    """
    from graph.network.tables import Table, to_csv  # noqa: PLC0415 - the network's part loads only where it is asked for
    from graph.rdf.queries import Answer, render  # noqa: PLC0415 - only for its table

    if language == "zh":
        named = {i for i, column in enumerate(columns) if column in _OF_THE_VOCABULARY}
        rows = [tuple(_named(value) if i in named else value for i, value in enumerate(row)) for row in rows]
        columns = [_headings()[column] for column in columns]
    table: Table = Table(tuple(columns), tuple(rows))
    if form == "csv":
        return to_csv(table)
    if form == "json":
        return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1) + "\n"
    if not rows:
        return _NOTHING[language]
    cells = tuple(tuple(None if value is None else str(value) for value in row) for row in rows)
    return render(Answer(table.columns, cells), form)


def overview(part: Mapping[str, Any], language: str) -> str:
    """Structure, the chief nodes and the communities of a network.

    Parameters
    ----------
    part:
        Of ``statistics.json``: the whole of it, or one of its networks.
    language:
        ``zh`` or ``en``.
    """
    groups = part["communities"]
    columns = ("name", "type", "degree", "betweenness", "closeness", "pagerank", "core")
    chief = [tuple(row[column] for column in columns) for row in part["centrality"][:8]]
    lines = [_structure(part, language)]
    lines.append(rendered(columns, chief, "table", language) if chief else {"zh": "没有实体\n", "en": "no entity\n"}[language])
    lines.append(f"\n{_divided(part, language)}\n")
    if groups["groups"]:
        named = [(g["id"], g["size"], (g["explained"]["place"] or {}).get("name"), g["name"]) for g in groups["groups"]]
        lines.append(rendered(("id", "size", "place", "chief members"), named, "table", language))
    return "".join(lines)


def _structure(part: Mapping[str, Any], language: str) -> str:
    found = part["structure"]
    cuts, bridges = len(found["articulation_points"]), len(found["bridges"])
    said = {
        "zh": f"{found['nodes']} 个实体，{found['edges']} 条关系，密度 {found['density']:.4f}，"
        f"{found['components']} 个连通分量（{found['isolated']} 个实体没有任何关系），{cuts} 个割点，{bridges} 条桥",
        "en": f"{found['nodes']} entities, {found['edges']} relations, density {found['density']:.4f}, "
        f"{found['components']} components ({found['isolated']} entities stand alone), "
        f"{cuts} articulation points, {bridges} bridges",
    }[language]
    samples, error = part["betweenness_pivots"], part["betweenness_error"]
    estimated = {
        "zh": f"\n中介中心性由 {samples} 个抽样估计，误差至多 {error}（90 % 置信，{found['engine']}）",
        "en": f"\nbetweenness estimated from {samples} samples, off by at most {error} at 90 % confidence ({found['engine']})",
    }[language]
    return said + (estimated if samples else "") + "\n\n"


def _divided(part: Mapping[str, Any], language: str) -> str:
    """Whether there are communities, in one sentence with its figures."""
    groups = part["communities"]
    if groups["modularity"] is None:
        return none_found(part, language)
    z = "–" if groups["z"] is None else groups["z"]
    figures = {
        "zh": f"（{groups['method']}，种子 {groups['seed']}：模块度 {groups['modularity']:.3f}，"
        f"{groups['random_graphs']} 个同度随机图平均 {groups['random_modularity']:.3f}，z {z}；"
        f"{groups['runs']} 次划分的一致性 {groups['agreement']:.3f}）",
        "en": f" ({groups['method']}, seed {groups['seed']}: modularity {groups['modularity']:.3f}, "
        f"{groups['random_modularity']:.3f} in {groups['random_graphs']} random graphs with the same degrees, z {z}; "
        f"agreement of {groups['runs']} seeds {groups['agreement']:.3f})",
    }[language]
    return ({"zh": "群体", "en": "communities"}[language] if groups["found"] else none_found(part, language)) + figures


def none_found(part: Mapping[str, Any], language: str) -> str:
    """That a network has no communities, and why.

    Parameters
    ----------
    part, language:
        As for :func:`overview`.
    """
    from graph.network.communities import LEAST_Z, shown  # noqa: PLC0415 - the network's part loads only where it is asked for

    groups, links = part["communities"], part["structure"]["links"]
    if language == "en":
        return f"no communities: {groups['note']}"
    if groups["modularity"] is None:
        return f"没有群体：网络太小，只有 {links} 条边" if links else "没有群体：没有任何关系"
    if groups["z"] is None:
        return "没有群体：同度的随机图彼此没有差别，无从比较"
    return f"没有群体：这个网络并不比随机图更成群（z {shown(groups['z'])}，低于 {LEAST_Z:g}）"


def explained(found: Explanation, form: str, language: str) -> str:
    """What a figure counts: its definition, the entities and statements, and every sentence behind them.

    Parameters
    ----------
    found:
        Of :func:`graph.network.evidence.explain`.
    form:
        ``table``, ``csv`` or ``json``.
    language:
        ``zh`` or ``en``.
    """
    columns = ("what", "status", "reply", "start", "end", "sentence", "iri")
    rows = [tuple(getattr(said, column) for column in columns) for said in found.said]
    number = found.value if isinstance(found.value, int | float | str) else None
    if form == "json":
        head = {"key": found.key, "value": number, "definition": found.words and found.words._asdict()}
        said = [dict(zip(columns, row, strict=True)) for row in rows]
        counted = {"counted": found.basis.counted, "number": found.basis.number}
        return json.dumps(head | counted | {"sentences": said}, ensure_ascii=False, indent=1) + "\n"
    if language == "zh":
        rows = [(_stated(row[0]), *row[1:]) for row in rows]
    if form == "csv":
        return rendered(columns, rows, form, language)
    lines = [f"{found.key} = {'–' if number is None else number}", *_defined(found, language)]
    sentences = len({row[2:5] for row in rows if row[4]})
    lines.append(f"{_counted(found, language)}{'；句子：' if language == 'zh' else '; sentences: '}{sentences}\n")
    last = None
    for row in sorted(rows, key=lambda r: (r[2], r[3], r[0])):
        if row[2:5] != last and row[5]:
            lines.append(f"{row[2]} {row[3]}–{row[4]}  {' '.join(row[5].split())}")
        last = row[2:5]
        status = _named(row[1]) if language == "zh" else row[1]
        lines.append(f"    {status:<9} {row[0]}" if status else f"    {row[0]}")
    return "\n".join(lines) + "\n"


def _stated(what: str) -> str:
    """A statement with its relation in Chinese: 甲公司 位于 乙园."""
    from graph.records import RELATION_TYPES  # noqa: PLC0415 - only a Chinese table needs it

    return re.sub(rf"(?<= )(?:{'|'.join(RELATION_TYPES)})(?= )", lambda relation: str(_named(relation.group())), what)


def _defined(found: Explanation, language: str) -> list[str]:
    if not found.words:
        return []
    return [found.words.zh] if language == "zh" else [f"{found.words.zh}\n{found.words.en}"]


def _counted(found: Explanation, language: str) -> str:
    """What of the graph the figure rests on, and how many of it."""
    counted, number = found.basis.counted, found.basis.number
    if language == "en":
        what = "computed from statements or entities" if counted == "derived" else f"{counted} counted"
        return f"{what}: {number}"
    return f"由关系或实体算出：{number}" if counted == "derived" else f"计入的{_headings()[counted]}：{number}"
