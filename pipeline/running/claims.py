"""Claims: written before a document or a page is read, so that one which takes the run down is known next time.

A text file beside the database, one line an event ("claim HASH", "done HASH/12"), appended and never rewritten
while the run goes on: it survives kill -9 of any process, and a torn last line costs one count.
Keys are content hashes, with the number of the page for a scanned page that is read by itself.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from pipeline.errors import WorkerCrashError
from pipeline.publish.writing import DiskFullError

MAX_KILLS = 3


class Claims:
    """How often each document has ended its worker, or the run, without an answer. A context manager."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".claims")
        self._counts = _read(self._path)
        self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o644)
        self._write("")  # ends a torn line of a run that was killed

    def kills(self, key: str) -> int:
        """Readings of the document that were begun and never answered."""
        return self._counts[key]

    def is_set_aside(self, key: str) -> bool:
        return self._counts[key] >= MAX_KILLS

    def claim(self, key: str) -> None:
        """The document is about to be read."""
        self._counts[key] += 1
        self._write(f"claim {key}")

    def release(self, key: str) -> None:
        """The run ends in good order before the document was answered: no fault of the document."""
        self._counts[key] -= 1
        with suppress(DiskFullError):  # the run is ending anyhow; at worst the count stays
            self._write(f"release {key}")

    def settle(self, key: str) -> None:
        """The document has its answer in the database."""
        del self._counts[key]
        self._write(f"done {key}")

    def _write(self, event: str) -> None:
        try:
            os.write(self._file, f"{event}\n".encode())
        except OSError as error:
            raise DiskFullError(str(self._path)) from error

    def __enter__(self) -> Claims:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, place: TracebackType | None
    ) -> None:
        os.close(self._file)
        with suppress(OSError):  # on a full disk the events stay as they are, and say the same
            self._compact()

    def _compact(self) -> None:
        """Keep what still counts, and no file where nothing does."""
        standing = "".join(f"claim {key}\n" * count for key, count in self._counts.items() if count > 0)
        if standing:
            fresh = self._path.with_name(self._path.name + ".new")
            fresh.write_text(standing, encoding="ascii")
            fresh.replace(self._path)
        else:
            self._path.unlink(missing_ok=True)


def set_aside(detail: str = "") -> WorkerCrashError:
    """What is said of a document or page that has ended its worker, or the run, too often."""
    cause = f"{detail}, " if detail else ""
    return WorkerCrashError(f"{cause}{MAX_KILLS} lần, để riêng; --retry-failed để thử lại (set aside)")


def _read(path: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    lines = path.read_text(encoding="ascii", errors="replace").splitlines() if path.exists() else []
    for line in lines:
        match line.split():
            case ["claim", key]:
                counts[key] += 1
            case ["release", key]:
                counts[key] -= 1
            case ["done", key]:
                del counts[key]
    return counts
