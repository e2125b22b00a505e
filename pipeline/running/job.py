"""One run: every document that the database does not hold yet is read in a worker and stored in one transaction.

Claim, read, store, settle: a run that is killed at any moment is taken up where it ended by the next one. A
document that ended its worker is read again alone; the third time sets it aside as failed.

A document with scanned pages answers which of them it wants. They are read as tasks of their own, spread over all
workers and kept in the page cache, and then the document is read again. Other documents go before them: their
answers are there in a moment.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import pipeline
from pipeline.entities import own_aliases
from pipeline.errors import DocumentError, WorkerCrashError
from pipeline.model import Extraction
from pipeline.publish.copies import note_path
from pipeline.publish.instruments import rebuild_instruments
from pipeline.publish.runs import RunCounts, finish_run, start_run
from pipeline.publish.schema import open_database
from pipeline.publish.source import SourceFile
from pipeline.publish.store import store_document, store_failure
from pipeline.reading.ocr.cache import PageCacheError, cache_folder
from pipeline.running.claims import Claims, set_aside
from pipeline.running.faults import InternalError, NoPageCacheError, UnreadableFileError
from pipeline.running.files import find_documents, nameless, source_of
from pipeline.running.lock import database_lock
from pipeline.running.reader import PRELOAD, read_task
from pipeline.running.report import Reporter, Skipped
from pipeline.running.scans import Scans
from pipeline.running.tasks import PageTask, Task, Wanted
from pipeline.running.workers import Limits, Outcome, Pool, warm

Answer = Extraction | Wanted | None
Read = Callable[[Task], Answer]

# What a fault of the program raises while a document is stored; failures of the disk are RunErrors.
STORE_FAULTS = (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run.

    ``again`` reads what is known too; ``retry_failed`` takes up what failed before or was read in part; ``ocr`` reads
    scanned pages.
    """

    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    limits: Limits = field(default_factory=Limits)
    again: bool = False
    retry_failed: bool = False
    ocr: bool = True


@dataclass(slots=True)
class RunOutcome:
    """What became of the documents of a run. ``known`` were read before, ``failed_before`` failed before."""

    ok: int = 0
    partial: int = 0
    failed: int = 0
    known: int = 0
    failed_before: int = 0
    pages: int = 0
    seconds: float = 0.0

    @property
    def exit_code(self) -> int:
        """0 where all documents are read, 3 where some are not."""
        return 3 if self.failed or self.failed_before else 0

    def counts(self) -> RunCounts:
        return RunCounts(self.ok, self.partial, self.failed, self.pages, self.seconds)


def run(
    paths: Sequence[str | Path],
    database: Path,
    settings: Settings,
    reporter: Reporter,
    read: Read = read_task,
    preload: Sequence[str] = PRELOAD,
) -> RunOutcome:
    """Read the documents that ``paths`` name into ``database``; ``read`` needs the modules ``preload``.

    Raises NoSuchPathError for a path that leads nowhere, AliasFileError for aliases that cannot be used, RunError
    where the run cannot go on (disk full, database in use), KeyboardInterrupt; what was stored until then stays.
    """
    files = find_documents(paths)
    with own_aliases.aliases_of(database):
        warm(preload)
        with database_lock(database), closing(open_database(database)) as db, Claims(database) as claims:
            scans = Scans(claims, cache_folder(database) if settings.ocr else None)
            return _Job(db, claims, scans, settings, reporter, read).run(files)


def failed_documents(database: Path) -> tuple[Path, ...]:
    """The files that the database holds as failed, or read in part, and that still exist."""
    with closing(open_database(database)) as db:
        rows = db.execute("SELECT path FROM documents WHERE status IN ('failed', 'partial') ORDER BY path").fetchall()
    return tuple(Path(path) for (path,) in rows if Path(path).is_file())


class _Job:
    """The state of one run."""

    def __init__(
        self,
        db: sqlite3.Connection,
        claims: Claims,
        scans: Scans,
        settings: Settings,
        reporter: Reporter,
        read: Read,
    ) -> None:
        self._db, self._claims, self._scans, self._settings = db, claims, scans, settings
        self._reporter, self._read = reporter, read
        self._outcome = RunOutcome()
        self._version = reading_version()
        self._known = _known_documents(db)
        self._seen: dict[str, SourceFile] = {}
        self._copies: list[SourceFile] = []
        self._suspects: list[SourceFile] = []
        self._in_flight: set[str] = set()
        self._started = time.monotonic()

    def run(self, files: Sequence[Path]) -> RunOutcome:
        run_id = start_run(self._db, self._version, asdict(self._settings))
        self._reporter.begin(len(files))
        try:
            self._read_all(files)
            self._finish()
        except KeyboardInterrupt:
            self._log(run_id)
            raise
        finally:
            self._reporter.end()
        self._log(run_id)
        return self._outcome

    def _read_all(self, files: Sequence[Path]) -> None:
        self._read_with(self._settings.workers, self._unread(files))
        while self._suspects or self._scans:
            suspects, self._suspects = self._suspects, []
            self._read_with(1, iter(suspects), alone=True)
            self._read_with(self._settings.workers, iter(()))  # the pages that suspects want

    def _finish(self) -> None:
        for copy in self._copies:
            note_path(self._db, copy)
        rebuild_instruments(self._db)

    def _log(self, run_id: int) -> None:
        self._outcome.seconds = time.monotonic() - self._started
        finish_run(self._db, run_id, self._outcome.counts())

    # --- what is to be read -------------------------------------------------------------------------------------

    def _unread(self, files: Iterable[Path]) -> Iterator[SourceFile]:
        """The documents to be read now; suspects are put off until they can be read alone."""
        for path in files:
            source = self._identify(path)
            if source is None or self._is_skipped(source):
                continue
            if self._settings.retry_failed:
                self._claims.settle(source.sha256)
            if self._claims.is_set_aside(source.sha256):
                self._fail(source, set_aside())
            elif self._claims.kills(source.sha256):
                self._suspects.append(source)
            else:
                yield source

    def _identify(self, path: Path) -> SourceFile | None:
        try:
            return source_of(path)
        except UnreadableFileError as error:
            self._fail(nameless(path), error)
            return None

    def _is_skipped(self, source: SourceFile) -> bool:
        if source.sha256 in self._seen:
            self._copies.append(source)
            self._skip(source, f"trùng nội dung với {self._seen[source.sha256].file} (same content)")
            return True
        self._seen[source.sha256] = source
        version, status = self._known.get(source.sha256, ("", ""))
        if version != self._version or self._settings.again:
            return False
        if status != "ok" and self._settings.retry_failed:
            return False
        return self._is_known_failure(source) if status == "failed" else self._is_known(source)

    def _is_known(self, source: SourceFile) -> bool:
        note_path(self._db, source)
        self._outcome.known += 1
        self._skip(source, "đã đọc từ trước (read before)")
        return True

    def _is_known_failure(self, source: SourceFile) -> bool:
        note_path(self._db, source)
        self._outcome.failed_before += 1
        self._skip(source, "lần trước không đọc được; dùng --retry-failed để thử lại (failed before)")
        return True

    def _skip(self, source: SourceFile, reason: str) -> None:
        self._reporter.document(source.file, Skipped(reason))

    # --- reading and storing ------------------------------------------------------------------------------------

    def _read_with(self, workers: int, sources: Iterator[SourceFile], alone: bool = False) -> None:
        """``alone``: one at a time, and of scanned pages those that have ended a worker; else those that have not."""
        pool = Pool(self._read, self._settings.limits, workers)
        try:
            with closing(pool.serve(partial(self._next, sources, alone))) as outcomes:
                for outcome in outcomes:
                    self._take(outcome)
        finally:
            for key in self._in_flight:
                self._claims.release(key)
            self._in_flight.clear()

    def _next(self, sources: Iterator[SourceFile], alone: bool) -> Task | None:
        """What is nearest to its row in the database comes first."""
        source = self._scans.ready() or next(sources, None)
        task = self._scans.document_task(source) if source else self._scans.page(alone)
        if task is not None:
            self._claims.claim(task.key)
            self._in_flight.add(task.key)
        return task

    def _take(self, outcome: Outcome[Task, Answer]) -> None:
        task, result = outcome.task, outcome.result
        if isinstance(task, PageTask):
            self._take_page(task, result)
        elif isinstance(result, Wanted):
            self._claims.release(task.key)  # it was read without harm; its pages have claims of their own
            self._report_scan(task.source, self._scans.open(task.source, result.numbers))
        else:
            self._take_document(task.source, result)
        self._in_flight.discard(task.key)

    def _take_page(self, task: PageTask, result: Answer | DocumentError) -> None:
        if isinstance(result, PageCacheError):
            raise NoPageCacheError(result.detail)
        self._report_scan(task.source, self._scans.answer(task, result))

    def _report_scan(self, source: SourceFile, progress: tuple[int, int] | None) -> None:
        if progress is not None:
            self._reporter.page(source, *progress)

    def _take_document(self, source: SourceFile, result: Answer | DocumentError) -> None:
        if isinstance(result, Extraction):
            self._store(source, result)
        elif not isinstance(result, WorkerCrashError):
            self._fail(source, result if isinstance(result, DocumentError) else InternalError(repr(result)))
        elif self._claims.is_set_aside(source.sha256):
            self._fail(source, set_aside(result.detail))
        else:  # the claim stands, and counts
            self._suspects.append(source)

    def _store(self, source: SourceFile, extraction: Extraction) -> None:
        try:
            store_document(self._db, source, extraction, self._version)
        except STORE_FAULTS as error:
            return self._fail(source, InternalError(f"{type(error).__name__}: {error}"))
        self._claims.settle(source.sha256)
        self._outcome.pages += len(extraction.pages)
        if extraction.status == "failed":
            self._outcome.failed += 1
        elif extraction.status == "partial":
            self._outcome.partial += 1
        else:
            self._outcome.ok += 1
        return self._reporter.document(source.file, extraction)

    def _fail(self, source: SourceFile, error: DocumentError) -> None:
        store_failure(self._db, source, error, self._version)
        self._claims.settle(source.sha256)
        self._outcome.failed += 1
        self._reporter.document(source.file, error)


def reading_version() -> str:
    """The program's version, and which aliases of a person's own it reads with: where either changes, documents do."""
    aliases = own_aliases.digest()
    return f"{pipeline.__version__}+{aliases}" if aliases else pipeline.__version__


def _known_documents(db: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """The version that read each content last, and how it came out."""
    rows = db.execute("SELECT sha256, pipeline_version, status FROM documents")
    return {sha256: (version, status) for sha256, version, status in rows}
