"""``python -m graph serve``: the map, the saved questions, an editor and a SPARQL endpoint over one build."""

from __future__ import annotations

import signal
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from graph.errors import BuildError, UsageError

if TYPE_CHECKING:
    from types import FrameType

    from graph.rdf.server.pool import Limits

__all__ = ["serve"]


def serve(build: Path, host: str, port: int, limits: Limits, say: Callable[[str], None]) -> None:
    """Serve a build until the process is told to end.

    Parameters
    ----------
    build:
        Folder of the build. A new build in it is served as soon as it is there.
    host, port:
        To listen on; port 0 takes a free one.
    limits:
        Of one question.
    say:
        Called with the address once it can answer.

    Raises
    ------
    BuildError
        Where there is no build.
    UsageError
        Where the address cannot be listened on.
    """
    import uvicorn  # noqa: PLC0415 - only a server needs it

    from graph.rdf.server.app import application  # noqa: PLC0415
    from graph.rdf.server.pool import Pool  # noqa: PLC0415

    # uvicorn finishes what it answers and then raises the signal again, which by default leaves the spare folder behind.
    signal.signal(signal.SIGTERM, _end)
    with tempfile.TemporaryDirectory(prefix="graph-serve-") as spare:
        place = _place(build, Path(spare))
        listening = _listen(host, port)
        address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
        app = application(build, _base(place()), Pool(place, limits), lambda: say(address))
        # Longer than clients keep a connection that is idle: none is closed just when its next question comes.
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_keep_alive=75, server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    """A server that is told to end has done its work."""
    raise SystemExit(0)


def _place(build: Path, spare: Path) -> Callable[[], Path]:
    """Where the build's store is now; a build that has none gets one in a spare folder."""
    from graph.rdf.store import fill, store_of  # noqa: PLC0415

    if store_of(build) is None:
        if not (build / "graph.nq").is_file():
            raise BuildError(str(build / "graph.nq"), "there is no build", f"run: python build_graph.py --out {build}")
        try:
            fill(spare / "store", build / "graph.nq")
        except (SyntaxError, ValueError, OSError) as fault:
            raise BuildError(str(build / "graph.nq"), "it is broken", "build it again") from fault
    last = [store_of(build) or store_of(spare)]

    def now() -> Path:
        last[0] = store_of(build) or last[0]
        assert last[0] is not None  # noqa: S101 - one of the two is there
        return last[0]

    return now


def _base(store: Path) -> str:
    """With which the IRIs of this graph begin: it says so itself."""
    import pyoxigraph  # noqa: PLC0415

    from graph.rdf.queries import ask  # noqa: PLC0415
    from graph.rdf.vocabulary import ENTITY_BASE  # noqa: PLC0415

    opened = pyoxigraph.Store.read_only(str(store))
    rows = ask(opened, "SELECT ?space WHERE { ?set a void:Dataset ; void:uriSpace ?space }").rows
    return str(rows[0][0]) if rows else ENTITY_BASE


def _listen(host: str, port: int) -> socket.socket:
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(kind, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(512)
    except OSError as fault:
        listening.close()
        raise UsageError(
            f"{host}:{port}", (fault.strerror or "it cannot be listened on").lower(), "choose another --port or --host"
        ) from fault
    return listening
