"""The build of several replies, for the report too."""

from tests.network.conftest import several

__all__ = ["several"]
