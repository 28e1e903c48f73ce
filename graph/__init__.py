"""From the prose of government replies to a knowledge graph that can be asked."""

__all__ = ["__version__"]

__version__ = "0.1.0"
