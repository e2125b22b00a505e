"""Documents whose scanned pages are read apart: which pages wait, which cannot be read, which documents are ready.

A page that ended its worker is read again when no other is being read; the third time it is refused, and the
document is read without it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import DocumentError, WorkerCrashError
from pipeline.publish.source import SourceFile
from pipeline.running.claims import Claims, set_aside
from pipeline.running.faults import InternalError
from pipeline.running.tasks import DocumentTask, PageTask


@dataclass(slots=True)
class _Scan:
    source: SourceFile
    left: set[int] = field(default_factory=set)
    read: set[int] = field(default_factory=set)
    refused: dict[int, str] = field(default_factory=dict)

    @property
    def answered(self) -> int:
        return len(self.read) + len(self.refused)


class Scans:
    """The scans of one run; ``cache`` is the folder of the page cache, None where scans stay unread."""

    def __init__(self, claims: Claims, cache: Path | None) -> None:
        self._claims, self._cache = claims, cache
        self._scans: dict[str, _Scan] = {}
        self._ready: deque[SourceFile] = deque()
        self._pages: deque[PageTask] = deque()
        self._suspects: deque[PageTask] = deque()

    def __bool__(self) -> bool:
        """Whether anything is still to be done."""
        return bool(self._ready or self._pages or self._suspects)

    def document_task(self, source: SourceFile) -> DocumentTask:
        scan = self._scans.get(source.sha256)
        return DocumentTask(source, self._cache, tuple(sorted(scan.refused.items())) if scan else ())

    def ready(self) -> SourceFile | None:
        """A document whose pages have all been tried."""
        return self._ready.popleft() if self._ready else None

    def page(self, alone: bool) -> PageTask | None:
        """A page to be read: of those that have ended a worker if nothing else is being read, else of the others."""
        waiting = self._suspects if alone else self._pages
        return waiting.popleft() if waiting else None

    def open(self, source: SourceFile, numbers: Iterable[int]) -> tuple[int, int]:
        """The document wants these pages: how many of its pages have been tried, of how many."""
        scan = self._scans.setdefault(source.sha256, _Scan(source))
        for number in numbers:
            self._queue(scan, number)
        self._note_if_ready(scan)
        return _progress(scan)

    def answer(self, task: PageTask, result: object) -> tuple[int, int] | None:
        """A page was read (None) or failed. None where it is to be tried once more, else the progress of its scan."""
        scan = self._scans[task.source.sha256]
        if isinstance(result, WorkerCrashError):
            if not self._claims.is_set_aside(task.key):  # the claim stands, and counts
                self._suspects.append(task)
                return None
            result = set_aside(result.detail)
        if isinstance(result, DocumentError):
            scan.refused[task.number] = result.message
        else:
            scan.read.add(task.number)
        self._claims.settle(task.key)
        scan.left.discard(task.number)
        self._note_if_ready(scan)
        return _progress(scan)

    def _queue(self, scan: _Scan, number: int) -> None:
        if self._cache is None or number in scan.read:  # it was read, and is not in the cache
            scan.read.discard(number)
            scan.refused[number] = InternalError("trang đã đọc không có trong bộ đệm (not in the cache)").message
            return
        task = PageTask(scan.source, number, self._cache)
        if self._claims.is_set_aside(task.key):
            self._claims.settle(task.key)
            scan.refused[number] = set_aside().message
            return
        scan.left.add(number)
        (self._suspects if self._claims.kills(task.key) else self._pages).append(task)

    def _note_if_ready(self, scan: _Scan) -> None:
        if not scan.left:
            self._ready.append(scan.source)


def _progress(scan: _Scan) -> tuple[int, int]:
    return scan.answered, scan.answered + len(scan.left)
