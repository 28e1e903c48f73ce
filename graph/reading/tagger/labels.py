"""The labels of characters: B- and I- of each type that the model tells apart, and O."""

from __future__ import annotations

__all__ = ["LABELS", "OUTSIDE", "TYPES", "begins", "inside"]

#: The core types, and those that they are confused with.
TYPES = (
    "Enterprise",
    "Carrier",
    "Subdistrict",
    "Policy",
    "Scenario",
    "Organisation",
    "Facility",
    "Programme",
    "Recognition",
    "Product",
    "Event",
    "Community",
)
OUTSIDE = 0
LABELS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))


def begins(kind: str) -> int:
    """Number of the label of a type's first character."""
    return 1 + 2 * TYPES.index(kind)


def inside(kind: str) -> int:
    """Number of the label of a type's further characters."""
    return 2 + 2 * TYPES.index(kind)
