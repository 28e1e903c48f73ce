"""RDF terms as N-Triples text, and the IRIs of what the graph holds."""

from __future__ import annotations

import hashlib
import re

from graph.rdf.proposals import proposal_parts
from graph.rdf.vocabulary import PREFIXES
from graph.records import Indicator, Reading
from graph.resolution import Identity, first_form

__all__ = ["Minter", "Triple", "iri", "prefixed", "text", "typed"]

#: Subject, predicate and object as N-Triples text.
Triple = tuple[str, str, str]

_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|^`\\%/?#\[\]@!$&'()*+,;=:\x7f-\xa0]")


class Minter:
    """IRIs from the fewest stable raw values.

    Parameters
    ----------
    base:
        Ends in ``/`` or ``#``; every IRI of an entity, a reply and an evidence begins with it.
    """

    def __init__(self, base: str) -> None:
        self.base = base

    def entity(self, identity: Identity) -> str:
        """``{base}{type}/{scope/}{value}``: a place by its official code, all else by its name."""
        return self.base + "/".join(_safe(part) for part in (identity.type, identity.scope, identity.value) if part)

    def reply(self, reply: str) -> str:
        """Of the reply with this id: its file's stem, and folders where there are two."""
        return f"{self.base}Reply/{_safe(reply)}"

    def graph(self, reply: str) -> str:
        """Of the named graph that holds what the reply says."""
        return self.graph_of(self.reply(reply))

    def graph_of(self, iri: str) -> str:
        """Of the named graph that holds what a thing says: its fragment, where the base has none already."""
        return iri + ("/graph" if "#" in self.base else "#graph")

    def reading(self, reply: str) -> str:
        """Of the activity that read the reply."""
        return f"{self.base}Reading/{_safe(reply)}"

    def software(self, version: str) -> str:
        """Of one version of this software."""
        return f"{self.base}Software/{_safe(version)}"

    def encoder(self, version: str) -> str:
        """Of one version of what was learned upon the pretrained encoder."""
        return f"{self.base}Encoder/{_safe(version)}"

    def dataset(self, *parts: str) -> str:
        """Of the description of the whole graph, or of a part of it."""
        return self.base + "/".join(_safe(part) for part in ("Dataset", *parts))

    def sector(self, name: str) -> str:
        """Of a sector, read in a reply or only broader than one that was."""
        return self.entity(Identity("Sector", "", first_form(name)))

    def scheme(self, *parts: str) -> str:
        """Of the scheme of sectors, of a classification, or of one of its classes."""
        return self.base + "/".join(_safe(part) for part in ("Scheme", *parts))

    def proposal(self, reading: Reading) -> str:
        """By whose it is, session and number where the heading gives them, else by the reply."""
        parts = proposal_parts(reading) or (reading.id,)
        return f"{self.base}Proposal/" + "/".join(_safe(part) for part in parts if part)

    def indicator(self, reply: str, said: Indicator) -> str:
        """Of a figure of a reply: the same one of two years is two, told twice it is one."""
        year = (str(said.year),) if said.year else ()
        return self.hashed("Indicator", reply, said.about, said.value, said.unit or "", *year)

    def hashed(self, kind: str, *parts: str) -> str:
        """By the hash of its parts: a changed part is another thing, a rebuild gives the same."""
        digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
        return f"{self.base}{kind}/{digest}"


def _safe(part: str) -> str:
    """A path segment of an IRI: Chinese stays readable, what RDF or a path forbids is percent-encoded."""
    return _UNSAFE.sub(lambda m: "".join(f"%{byte:02X}" for byte in m.group().encode()), part)


def iri(value: str) -> str:
    """An IRI in angle brackets; the caller has made it safe."""
    return f"<{value}>"


def prefixed(name: str) -> str:
    """The IRI of a prefixed name such as ``skos:prefLabel``."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def text(value: str, language: str | None = None) -> str:
    """A string literal, escaped."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def typed(value: str, datatype: str) -> str:
    """A literal of a datatype of XML Schema, such as ``date``; the caller knows that the value is well-formed."""
    return f'"{value}"^^<{PREFIXES["xsd"]}{datatype}>'
