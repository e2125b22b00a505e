"""One run at a time on a database: an advisory lock that the kernel lets go when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import RunError
from pipeline.running.faults import DatabaseInUseError


@contextmanager
def database_lock(database: Path) -> Iterator[None]:
    """Hold ``DATABASE.lock``. Raises DatabaseInUseError where another run holds it.

    The file is not removed: a run that waits on a file which another deletes would lock nothing.
    Worker processes come from the fork server and do not inherit it.
    """
    path = database.with_name(database.name + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise RunError(f"{path}: {error.strerror}") from error
    try:
        _take(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = path.read_text(encoding="ascii", errors="replace").strip()
        raise DatabaseInUseError(f"{path.name}, pid {holder or '?'}") from error
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))
