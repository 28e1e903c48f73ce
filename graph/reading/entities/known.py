"""An entity of a reply while its mentions are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.records import Mention

__all__ = ["Known"]


@dataclass(slots=True)
class Known:
    """An entity while its mentions are gathered."""

    type: str
    name: str
    rule: str
    confidence: float
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    code: str | None = None

    def add(self, mention: Mention) -> None:
        """Take in a mention, its other names, and its confidence where that is higher."""
        self.mentions.append(mention)
        for name in (mention.name, *mention.aliases):
            if name != self.name:
                self.aliases.setdefault(name)
        if mention.confidence > self.confidence:
            self.confidence, self.rule = mention.confidence, mention.rule

    def take(self, other: Known) -> None:
        """Take in another entity that turns out to be this one: its mentions, and its names as other names."""
        for mention in other.mentions:
            self.add(mention)
        for name in (other.name, *other.aliases):
            self.aliases.setdefault(name)
