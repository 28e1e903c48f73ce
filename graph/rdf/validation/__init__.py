"""Is the graph what ``shapes.ttl`` says: each violation with its reply, its sentence and the shape in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph

from graph.rdf.validation.constraints import SHAPES, Constraint, compile_shapes
from graph.rdf.vocabulary import PREFIXES

__all__ = ["SHAPES", "Violation", "validate"]

#: A term of RDF as the store gives it.
Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

# Where the words are: an evidence holds them, a thing has an evidence, a reply is its own place.
_WHERE = """
SELECT ?this ?reply ?quotation ?label WHERE {
  { ?this dai:quotation ?quotation OPTIONAL { ?this dai:reply/dai:id ?reply }
    OPTIONAL { ?this dai:subject/skos:prefLabel ?label } }
  UNION { ?evidence dai:subject ?this ; dai:quotation ?quotation OPTIONAL { ?evidence dai:reply/dai:id ?reply }
          OPTIONAL { ?this skos:prefLabel ?label } }
  UNION { ?this dai:id ?reply OPTIONAL { ?this dcterms:title ?label } }
  UNION { ?this dai:reply/dai:id ?reply OPTIONAL { ?this skos:prefLabel ?label } }
} ORDER BY DESC(BOUND(?quotation)) DESC(BOUND(?label)) ?reply ?quotation ?label LIMIT 1
"""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong with the graph.

    Attributes
    ----------
    severity:
        ``Violation``, or ``Warning`` for what a person should know and the graph may have.
    shape, component:
        Local name of the shape in ``shapes.ttl`` and the SHACL parameter that is not met.
    focus:
        IRI of what is wrong.
    value:
        What is wrong with it; ``None`` where something is missing.
    message, message_zh:
        The shape in words.
    label, reply, quotation:
        Its name, the reply that it is from and the sentence, where the graph has them.
    """

    severity: str
    shape: str
    component: str
    focus: str
    value: str | None
    message: str
    message_zh: str
    label: str | None
    reply: str | None
    quotation: str | None

    def __str__(self) -> str:
        """One line: where, what is wrong, of what, in which sentence."""
        where = f"{self.reply or 'no reply'}: {self.message} ({self.message_zh})"
        what = f"{self.label or ''} <{self.focus}>".strip() + (f", here {self.value}" if self.value else "")
        said = f" «{' '.join(self.quotation.split())}»" if self.quotation else ""
        return f"{self.severity.lower()}: {where}: {what}{said} [{self.shape} {self.component}]"

    def to_json(self) -> dict[str, str | None]:
        """Every attribute under its name."""
        return asdict(self)


def validate(store: pyoxigraph.Store, shapes: Path = SHAPES) -> tuple[Violation, ...]:
    """What in the merged graph breaks a shape, sorted; warnings among it.

    Parameters
    ----------
    store:
        The graph.
    shapes:
        A SHACL file.

    Raises
    ------
    BuildError
        Where the shapes cannot be used.
    """
    found: list[Violation] = []
    for constraint in compile_shapes(shapes):
        found += [_violation(store, constraint, focus, value) for focus, value in _rows(store, constraint.question)]
    return tuple(sorted(found, key=lambda v: (v.severity != "Violation", v.shape, v.component, v.focus, v.value or "")))


def _rows(store: pyoxigraph.Store, question: str) -> list[tuple[Term | None, Term | None]]:
    """Focus node and value of every violation, each pair once."""
    solutions = store.query(question)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)  # noqa: S101 - every constraint is a SELECT
    valued = any(variable.value == "value" for variable in solutions.variables)
    return list(dict.fromkeys((row["this"], row["value"] if valued else None) for row in solutions))


def _violation(store: pyoxigraph.Store, constraint: Constraint, focus: Term | None, value: Term | None) -> Violation:
    reply = quotation = label = None
    if isinstance(focus, pyoxigraph.NamedNode):
        place = store.query(_WHERE, prefixes=PREFIXES, substitutions={pyoxigraph.Variable("this"): focus})
        assert isinstance(place, pyoxigraph.QuerySolutions)  # noqa: S101 - it is a SELECT
        for row in place:
            reply, quotation, label = (getattr(row[name], "value", None) for name in ("reply", "quotation", "label"))
    return Violation(
        severity=constraint.severity,
        shape=constraint.shape,
        component=constraint.component,
        focus=str(getattr(focus, "value", focus)),
        value=None if value is None or value == focus else str(getattr(value, "value", value)),
        message=constraint.messages.get("en", constraint.shape),
        message_zh=constraint.messages.get("zh", constraint.shape),
        label=label,
        reply=reply,
        quotation=quotation,
    )
