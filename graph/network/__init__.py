"""The third wing: the graph as a network, and the network's figures."""

from __future__ import annotations

from graph.network.networks import network_of
from graph.network.statistics import figures_of, statistics_of

__all__ = ["figures_of", "network_of", "statistics_of"]
