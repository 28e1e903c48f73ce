"""SHACL shapes to SPARQL: each constraint becomes one question whose rows are its violations.

A validator that goes from focus node to focus node takes minutes where a store answers such a question over all of
them in milliseconds. What this module does not know of SHACL it refuses by name: nothing passes unchecked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Literal, Node, URIRef

from graph.errors import BuildError

__all__ = ["SHAPES", "Constraint", "compile_shapes"]

SHAPES = Path(__file__).parents[3] / "shapes.ttl"
_TARGETS = {SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf}
#: By what a shape is one that asks something, whether or not it says that it is a shape.
_ASKED = (*_TARGETS, SH.targetNode, SH.target)
_ABOUT = {RDF.type, SH.message, SH.severity, SH.path, SH.property, SH.sparql, SH.prefixes, SH.declare, SH.select, *_TARGETS}
#: Datatypes of which every literal can be told from an ill-formed one by a cast.
_CASTABLE = (XSD.integer, XSD.decimal, XSD.date, XSD.boolean, XSD.gYear, XSD.gYearMonth)


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that every focus node of a shape satisfies.

    Attributes
    ----------
    shape:
        Local name of the shape that says it, such as ``evidence-start``.
    component:
        The SHACL parameter, such as ``minCount``, or ``sparql``.
    messages:
        What is wrong, in words, by language.
    severity:
        ``Violation``, ``Warning`` or ``Info``.
    question:
        SELECT whose rows are the violations: ``?this`` is the focus node, ``?value`` what is wrong, where there is one.
    """

    shape: str
    component: str
    messages: dict[str, str]
    severity: str
    question: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a shape's constraints look: the pattern that finds focus nodes, and the one that finds values."""

    target: str
    values: str

    def where(self, condition: str) -> str:
        return f"SELECT DISTINCT ?this ?value WHERE {{ {self.target} {self.values} {condition} }}"


def compile_shapes(file: Path = SHAPES) -> tuple[Constraint, ...]:
    """Every constraint of a shapes file, as a question.

    Raises
    ------
    BuildError
        Where the file is missing or broken, or holds no shape, or a part of SHACL that is not known here.
    """
    try:
        graph = rdflib.Graph().parse(file, format="turtle")
    except OSError as fault:
        raise BuildError(str(file), "it cannot be read", "check the path") from fault
    except (SyntaxError, ValueError, IndexError) as fault:  # rdflib's parser runs off the end of a file that is cut off
        raise BuildError(str(file), "it is no Turtle", "check it with a Turtle parser") from fault
    shapes = {*graph.subjects(RDF.type, SH.NodeShape), *(shape for kind in _ASKED for shape in graph.subjects(kind))}
    if not shapes:
        raise BuildError(str(file), "there is no shape in it", "name a file with SHACL shapes")
    try:
        return tuple(constraint for shape in sorted(shapes, key=str) for constraint in _of_shape(graph, shape))
    except KeyError as fault:
        raise BuildError(str(file), f"{fault.args[0]} is not supported", "say it otherwise, or by sh:sparql") from fault


def _of_shape(graph: rdflib.Graph, shape: Node) -> Iterator[Constraint]:
    target = _target(graph, shape)
    if graph.value(shape, SH.path) is not None:
        yield from _of_property(graph, shape, target)
        return
    yield from _parameters(graph, shape, _Place(target, "BIND(?this AS ?value)"))
    for part in sorted(graph.objects(shape, SH.property), key=str):
        yield from _of_property(graph, part, target)
    for part in sorted(graph.objects(shape, SH.sparql), key=str):
        head, where, body = str(graph.value(part, SH.select)).partition("WHERE {")
        if not where:
            raise KeyError(f"a question without WHERE {{ in {part}")
        # The focus nodes come first in the question itself, so that the store begins with them.
        yield _constraint(graph, part, "sparql", f"{_prefixes(graph, part)}{head}{where} {target} {body}")


def _of_property(graph: rdflib.Graph, shape: Node, target: str) -> Iterator[Constraint]:
    path = graph.value(shape, SH.path)
    if not isinstance(path, URIRef):
        raise KeyError(f"the path of {shape}")
    for deeper in (SH.property, SH.sparql):
        if graph.value(shape, deeper) is not None:
            raise KeyError(f"sh:{str(deeper).removeprefix(str(SH))} in a property shape")
    yield from _parameters(graph, shape, _Place(target, f"?this {path.n3()} ?value ."))


def _prefixes(graph: rdflib.Graph, part: Node) -> str:
    found = [
        f"PREFIX {graph.value(declared, SH.prefix)}: <{graph.value(declared, SH.namespace)}>\n"
        for where in graph.objects(part, SH.prefixes)
        for declared in graph.objects(where, SH.declare)
    ]
    return "".join(sorted(found))


def _target(graph: rdflib.Graph, shape: Node) -> str:
    found = [(kind, o) for kind in _TARGETS for o in graph.objects(shape, kind)]
    kinds = {kind for kind, _ in found}
    if len(kinds) != 1:
        raise KeyError(f"the target of {shape}")
    names = sorted(o.n3() for _, o in found)
    if kinds == {SH.targetSubjectsOf}:
        return f"?this {'|'.join(names)} ?reached ."
    if kinds == {SH.targetObjectsOf}:
        return f"?reached {'|'.join(names)} ?this ."
    return f"?this a {names[0]} ." if len(names) == 1 else f"VALUES ?targeted {{ {' '.join(names)} }} ?this a ?targeted ."


def _parameters(graph: rdflib.Graph, shape: Node, place: _Place) -> Iterator[Constraint]:
    for parameter, value in sorted(graph.predicate_objects(shape), key=str):
        if parameter not in _ABOUT:
            name = str(parameter).removeprefix(str(SH))
            if name not in _COMPONENTS:
                raise KeyError(f"sh:{name}")
            yield _constraint(graph, shape, name, _COMPONENTS[name](graph, value, place))


def _constraint(graph: rdflib.Graph, shape: Node, component: str, question: str) -> Constraint:
    messages = {o.language or "": str(o) for o in graph.objects(shape, SH.message) if isinstance(o, Literal)}
    severity = str(graph.value(shape, SH.severity) or SH.Violation).removeprefix(str(SH))
    return Constraint(str(shape).rsplit("#", 1)[-1], component, messages, severity, question)


def _min_count(_: rdflib.Graph, value: Node, place: _Place) -> str:
    if str(value) != "1":
        raise KeyError("sh:minCount above 1")
    return f"SELECT DISTINCT ?this WHERE {{ {place.target} FILTER NOT EXISTS {{ {place.values} }} }}"


def _max_count(_: rdflib.Graph, value: Node, place: _Place) -> str:
    if str(value) != "1":
        raise KeyError("sh:maxCount above 1")
    other = place.values.replace("?value", "?other")
    return f"SELECT DISTINCT ?this WHERE {{ {place.target} {place.values} {other} FILTER(!sameTerm(?value, ?other)) }}"


def _datatype(_: rdflib.Graph, value: Node, place: _Place) -> str:
    return place.where(f"FILTER(!{_has_datatype(value)})")


def _has_datatype(datatype: Node) -> str:
    """That the value is a well-formed literal of a datatype."""
    form = f"COALESCE(isLiteral({datatype.n3()}(STR(?value))), false)" if datatype in _CASTABLE else "true"
    return f"(isLiteral(?value) && DATATYPE(?value) = {datatype.n3()} && {form})"


def _node_kind(_: rdflib.Graph, value: Node, place: _Place) -> str:
    if value != SH.IRI:
        raise KeyError(f"sh:nodeKind {value}")
    return place.where("FILTER(!isIRI(?value))")


def _class(_: rdflib.Graph, value: Node, place: _Place) -> str:
    return place.where(f"FILTER NOT EXISTS {{ ?value a {value.n3()} }}")


def _or(graph: rdflib.Graph, value: Node, place: _Place) -> str:
    """Only alternatives that are one ``sh:class`` each, or one ``sh:datatype`` each."""
    alternatives = [pair for alternative in Collection(graph, value) for pair in graph.predicate_objects(alternative)]
    parameters, kinds = {parameter for parameter, _ in alternatives}, [kind for _, kind in alternatives]
    if len(kinds) != len(Collection(graph, value)) or parameters not in ({SH["class"]}, {SH.datatype}):
        raise KeyError("sh:or of other than sh:class or sh:datatype")
    if parameters == {SH.datatype}:
        return place.where(f"FILTER(!({' || '.join(map(_has_datatype, kinds))}))")
    return place.where(f"FILTER NOT EXISTS {{ ?value a ?kind VALUES ?kind {{ {' '.join(k.n3() for k in kinds)} }} }}")


def _in(graph: rdflib.Graph, value: Node, place: _Place) -> str:
    allowed = " || ".join(f"sameTerm(?value, {term.n3()})" for term in Collection(graph, value))
    return place.where(f"FILTER(!({allowed}))")


def _language_in(graph: rdflib.Graph, value: Node, place: _Place) -> str:
    allowed = " || ".join(f"LANGMATCHES(LANG(?value), {term.n3()})" for term in Collection(graph, value))
    return place.where(f"FILTER(!COALESCE({allowed}, false))")


def _pattern(_: rdflib.Graph, value: Node, place: _Place) -> str:
    return place.where(f"FILTER(!REGEX(STR(?value), {value.n3()}))")


def _min_inclusive(_: rdflib.Graph, value: Node, place: _Place) -> str:
    return place.where(f"FILTER(!COALESCE(?value >= {value.n3()}, false))")


def _max_inclusive(_: rdflib.Graph, value: Node, place: _Place) -> str:
    return place.where(f"FILTER(!COALESCE(?value <= {value.n3()}, false))")


def _less_than(_: rdflib.Graph, value: Node, place: _Place) -> str:
    return place.where(f"?this {value.n3()} ?bound . FILTER(!COALESCE(?value < ?bound, false))")


_COMPONENTS: dict[str, Callable[[rdflib.Graph, Node, _Place], str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "class": _class,
    "or": _or,
    "in": _in,
    "languageIn": _language_in,
    "pattern": _pattern,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
    "lessThan": _less_than,
}
