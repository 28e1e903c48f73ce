"""Beside a result folder: the lock that has one build at a time write for it, and the folder in which its files are made.

The lock is the system's, on a file: whatever ends a build ends its lock too, and a file that it leaves keeps nobody out.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from graph.errors import UsageError, not_written

__all__ = ["working_folder"]

#: How systems say that another one has the lock.
_HELD = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES)


@contextmanager
def working_folder(out: Path) -> Iterator[Path]:
    """A new empty folder on the disk of a result folder, for as long as no other build may write for that one.

    With it goes what was not moved out of it, and what a killed build left beside ``out``.

    Parameters
    ----------
    out:
        Folder for the results; need not be there.

    Raises
    ------
    UsageError
        Where another build has not ended yet, or nothing can be written beside ``out``.
    RoomError
        Where there is no room for it.
    """
    with ExitStack() as taken:
        try:
            folder = _take(out, taken)
        except OSError as fault:
            raise not_written(out, fault, "choose another folder with --out") from fault
        yield folder


def _take(out: Path, taken: ExitStack) -> Path:
    for above in [above for above in out.absolute().parents if not above.exists()][::-1]:
        above.mkdir(exist_ok=True)
        taken.callback(_remove_empty, above)
    # Where there is no folder yet, only its name can be locked; where there is one, it may have several names, by links.
    files = [out.parent / f".{out.name}.lock", *([out / ".build.lock"] if out.exists() else [])]
    locked = [_lock(file, out, taken) for file in files]
    if all(locked):
        _clear(out)
    # By mkdir, and not as a temporary folder: who may read the results is what the user's umask says.
    folder = out.parent / f".{out.name}-{secrets.token_hex(4)}"
    folder.mkdir()
    taken.callback(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _clear(out: Path) -> None:
    """What killed builds left; that of one which still runs would be locked."""
    left = re.compile(re.escape(f".{out.name}-") + "[0-9a-f]{8}")
    with suppress(OSError):  # a folder may be written into and not listed
        for other in list(out.parent.iterdir()):
            if left.fullmatch(other.name) and other.is_dir() and not other.is_symlink():
                shutil.rmtree(other, ignore_errors=True)


def _lock(file: Path, out: Path, taken: ExitStack) -> bool:
    """Lock a file until the end; ``False`` where its file system knows no locks, for a build does without there."""
    for _ in range(100):
        handle = _opened(file)
        try:
            _lock_now(handle)
        except OSError as fault:
            os.close(handle)
            if fault.errno in _HELD:
                remedy = "wait until it has ended, or choose another folder with --out"
                raise UsageError(str(out), "another build is writing into it", remedy) from fault
            break
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), file.stat()):
                taken.callback(_release, handle, file)
                return True
        os.close(handle)  # a build that ended between the two lines has removed it, and the next one would not see it
    with suppress(OSError):
        file.unlink()
    return False


def _opened(file: Path) -> int:
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not file.exists():
            raise
        return os.open(file, os.O_RDONLY)  # another user's, whose build was killed: it is locked all the same


if sys.platform == "win32":
    import msvcrt

    def _lock_now(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _release(handle: int, file: Path) -> None:
        os.close(handle)
        with suppress(OSError):  # what is open cannot be removed there: the next build may have it already
            file.unlink()

else:
    import fcntl

    def _lock_now(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(handle: int, file: Path) -> None:
        with suppress(OSError):  # while it is locked: afterwards it may be the next build's
            file.unlink()
        os.close(handle)
