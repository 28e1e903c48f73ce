"""SPARQL servers that exist: publish a build to one, ask one instead of a build, bring its graph here."""

from graph.rdf.remote.asking import RemoteGraph
from graph.rdf.remote.client import PASSWORD, USER
from graph.rdf.remote.publication import publish
from graph.rdf.remote.readings import readings_of

__all__ = ["PASSWORD", "USER", "RemoteGraph", "publish", "readings_of"]
