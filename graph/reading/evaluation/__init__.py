"""Readings against annotations: figures by part, type and relation, what each part of the reader adds, how sure it may be."""

from __future__ import annotations

from graph.reading.evaluation.comparing import Claim, Count, Evaluation, compare
from graph.reading.evaluation.parts import Part, evaluate_folder, evaluate_parts, interval
from graph.reading.evaluation.reliability import bins, expected_error
from graph.reading.evaluation.reporting import markdown, report

__all__ = [
    "Claim",
    "Count",
    "Evaluation",
    "Part",
    "bins",
    "compare",
    "evaluate_folder",
    "evaluate_parts",
    "expected_error",
    "interval",
    "markdown",
    "report",
]
