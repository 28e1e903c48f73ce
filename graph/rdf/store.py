"""The graph on disk, ready to be asked: an Oxigraph store that is replaced as a whole or not at all.

``build/store/current`` names the folder beside it that holds the store. A new one is filled elsewhere, moved in under
the digest of its graph, and named in ``current`` by one atomic replacement: whoever asks sees the old or the new one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pyoxigraph

from graph.errors import FULL_DISK, BuildError

__all__ = ["adopt", "fill", "open_build", "open_file", "store_of"]

_CURRENT = "current"
_FORMATS = {
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".rdf": pyoxigraph.RdfFormat.RDF_XML,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


def fill(folder: Path, nquads: Path) -> pyoxigraph.Store:
    """Load a graph in bulk into a new store.

    Parameters
    ----------
    folder:
        Is made: the store goes into a folder in it that is named by the graph's digest.
    nquads:
        ``graph.nq``.

    Returns
    -------
    pyoxigraph.Store
        Open; let go of it before :func:`adopt` moves its folder.

    Raises
    ------
    OSError
        Where it cannot be written: of a full disk with its number, which the store's own fault has not.
    """
    with nquads.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    place = folder / digest
    place.mkdir(parents=True)
    try:
        store = pyoxigraph.Store(str(place))
        store.bulk_load(path=str(nquads), format=pyoxigraph.RdfFormat.N_QUADS)
        # Without it the next opening replays the log.
        store.flush()
    except OSError as fault:
        if fault.errno is None and (number := next((n for n in FULL_DISK if os.strerror(n) in str(fault)), None)):
            raise OSError(number, os.strerror(number), str(place)) from fault
        raise
    with (folder / _CURRENT).open("w", encoding="ascii") as file:
        file.write(digest)
        file.flush()
        os.fsync(file.fileno())
    return store


def adopt(filled: Path, folder: Path) -> None:
    """Put a filled store in place of the one that is there, which needs no room on the disk.

    Parameters
    ----------
    filled:
        What :func:`fill` was given, on the same file system; its store is closed.
    folder:
        ``build/store``; made where it is missing.
    """
    digest = (filled / _CURRENT).read_text(encoding="ascii")
    folder.mkdir(exist_ok=True)
    if store_of(folder.parent) != folder / digest:  # it is another graph's, or there is none
        shutil.rmtree(folder / digest, ignore_errors=True)  # what was being removed when a build was killed
        (filled / digest).replace(folder / digest)
    # Moved, not written: a full disk cannot stop what is half done.
    (filled / _CURRENT).replace(folder / _CURRENT)
    for other in folder.iterdir():
        if other.is_dir() and other.name != digest:
            shutil.rmtree(other, ignore_errors=True)


def store_of(build: Path) -> Path | None:
    """The folder of a build's store, ``None`` where it has none."""
    try:
        digest = (build / "store" / _CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    place = build / "store" / digest
    return place if digest.isalnum() and place.is_dir() else None


def open_build(build: Path) -> pyoxigraph.Store:
    """The graph of a build, read-only: its store, or where it has none its ``graph.nq`` in memory.

    Raises
    ------
    BuildError
        Where there is neither, or it is broken.
    """
    place = store_of(build)
    if place is None:
        if not (build / "graph.nq").is_file():
            raise BuildError(str(build / "graph.nq"), "there is no build", f"run: python build_graph.py --out {build}")
        return open_file(build / "graph.nq")
    try:
        return pyoxigraph.Store.read_only(str(place))
    except (OSError, RuntimeError) as fault:
        raise BuildError(str(place), "it is broken", "build it again") from fault


def open_file(file: Path) -> pyoxigraph.Store:
    """A graph from a file of RDF, by its suffix, in memory.

    Raises
    ------
    BuildError
        Where it is missing, broken, or of a format that is not known.
    """
    form = _FORMATS.get(file.suffix.lower())
    if form is None:
        raise BuildError(str(file), "its format is not known", "name it with one of " + ", ".join(_FORMATS))
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=str(file), format=form)
    except OSError as fault:
        raise BuildError(str(file), "it cannot be read", "check the path") from fault
    except (SyntaxError, ValueError) as fault:
        detail = " ".join(str(fault).split())[:120]
        raise BuildError(str(file), f"it is broken ({detail})", "build it again") from fault
    return store
