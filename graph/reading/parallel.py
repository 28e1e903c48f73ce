"""Many replies read by several processes: each is read by itself, so that the readings are the same however many there are."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from loky import ProcessPoolExecutor, cpu_count
from loky.process_executor import BrokenProcessPool

from graph.errors import DocumentError
from graph.reading.documents import open_document
from graph.reading.reader import LEAST, read
from graph.reading.tagger.encoder import load_encoder
from graph.records import Reading

__all__ = ["in_order", "processes_for", "read_files"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

#: Items that are handed out for each process: enough that none waits, few enough that little is held at once.
_AHEAD = 2
#: Processes at most where nobody says how many.
_MOST = 8
#: Bytes of memory that there should be for each: with the encoder one takes half of it.
_ROOM = 1 << 30
#: Bytes that are taken to be there where the system does not say.
_UNTOLD = 4 << 30
#: Files for which a process is worth the two seconds in which it loads what it reads with.
_WORTH = 200
_WORTH_ASKING = 20
#: Seconds after which a process with nothing to do ends, where the one that asked is gone.
_IDLE = 60
#: One thread each, for the processes share the processors already.
_ENVIRONMENT = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1")
_BROKEN = ("its reader breaks down over it: it is made to do harm, or memory is short", "read it alone, or with --jobs 1")


def read_files(
    files: Sequence[Path],
    least: float = LEAST,
    *,
    without: Collection[str] = (),
    encoder: bool = False,
    jobs: int | None = None,
) -> Iterator[Reading | DocumentError]:
    """Read files, and give for each, in their order, what was read or why nothing was.

    What is not asked for yet is not held: memory does not grow with the number of files.

    Parameters
    ----------
    files:
        To be read.
    least, without:
        As for :func:`graph.reading.reader.read`.
    encoder:
        Whether :func:`graph.reading.tagger.encoder.load_encoder` is asked too.
    jobs:
        How many processes read; with one this process reads. ``None``: :func:`processes_for`.
    """
    each = partial(_read, least=least, without=tuple(without), encoder=encoder)
    processes = jobs or processes_for(len(files), encoder=encoder)
    if processes == 1:
        yield from map(each, files)
    else:
        yield from in_order(each, files, processes, lambda file: DocumentError(str(file), *_BROKEN))


def processes_for(files: int, *, encoder: bool) -> int:
    """How many processes are worth while: no more than processors and memory are for, nor than the files keep at work.

    Parameters
    ----------
    files:
        How many there are.
    encoder:
        Whether the encoder is asked too, which takes some twenty times as long.
    """
    processors: int = cpu_count()
    return max(1, min(processors, _MOST, _memory() // _ROOM, files // (_WORTH_ASKING if encoder else _WORTH)))


def _memory() -> int:
    """Bytes of memory that the machine has; enough for a few where the system (Windows) does not say it in this way."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return _UNTOLD


def _read(file: Path, *, least: float, without: Collection[str], encoder: bool) -> Reading | DocumentError:
    try:
        return read(open_document(file), least, without, load_encoder() if encoder else None)
    except DocumentError as fault:
        return fault


def in_order(
    each: Callable[[_Item], _Result], items: Iterable[_Item], processes: int, lost: Callable[[_Item], _Result]
) -> Iterator[_Result]:
    """What a function gives for each item, in their order, from several processes.

    Parameters
    ----------
    each:
        Called with an item in another process.
    items:
        Taken as they are needed.
    processes:
        How many there are.
    lost:
        Called with an item over which a process that has nothing else to do breaks down. That another one broke down, for
        which the system may have ended it, loses nothing.
    """
    pool = _pool(processes)
    at_work: deque[tuple[_Item, Callable[[], _Result]]] = deque()
    rest = iter(items)
    try:
        while True:
            for item in islice(rest, _AHEAD * processes - len(at_work)):
                try:
                    with _uninterrupted():
                        future = pool.submit(each, item)
                except BrokenProcessPool:  # one broke down with nothing at work
                    pool = _renewed(pool, processes)
                    with _uninterrupted():
                        future = pool.submit(each, item)
                at_work.append((item, future.result))
            if not at_work:
                return
            item, result = at_work.popleft()
            try:
                yield result()
            except BrokenProcessPool:
                # Over which of the items at work it broke down is not known: each is tried alone.
                pool = _renewed(pool, processes)
                again = [item, *(item for item, _ in at_work)]
                at_work = deque((item, partial(_alone, each, item, lost)) for item in again)
    finally:
        pool.shutdown(kill_workers=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until an item is handed over: of a lock that the pool takes meanwhile nobody else knows, and its end would wait for it for ever."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    told: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: told.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
        if told and callable(before):
            before(signal.SIGINT, None)


def _renewed(pool: ProcessPoolExecutor, processes: int) -> ProcessPoolExecutor:
    pool.shutdown(kill_workers=True)
    return _pool(processes)


def _alone(each: Callable[[_Item], _Result], item: _Item, lost: Callable[[_Item], _Result]) -> _Result:
    pool = _pool(1)
    try:
        with _uninterrupted():
            future = pool.submit(each, item)
        result: _Result = future.result()
    except BrokenProcessPool:
        return lost(item)
    else:
        return result
    finally:
        pool.shutdown(kill_workers=True)


#: What a process that was ended leaves is cleaned up by loky's tracker, which inherits this: a user need not hear of it.
_QUIETLY = "ignore:resource_tracker:UserWarning"


def _pool(processes: int) -> ProcessPoolExecutor:
    if _QUIETLY not in sys.warnoptions:
        sys.warnoptions.append(_QUIETLY)
    # Ctrl-C reaches every process of a terminal; the one that asked ends the others.
    ignoring = {"initializer": signal.signal, "initargs": (signal.SIGINT, signal.SIG_IGN)}
    return ProcessPoolExecutor(processes, timeout=_IDLE, env=_ENVIRONMENT, **ignoring)
