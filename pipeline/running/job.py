"""One run: every document that the database does not hold yet is read in a worker and stored in one transaction.

Claim, read, store, settle: a run that is killed at any moment is taken up where it ended by the next one. A
document that ended its worker is read again alone; the third time sets it aside as failed.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pipeline
from pipeline.errors import DocumentError, WorkerCrashError
from pipeline.model import Extraction
from pipeline.publish.copies import note_path
from pipeline.publish.instruments import rebuild_instruments
from pipeline.publish.runs import RunCounts, finish_run, start_run
from pipeline.publish.schema import open_database
from pipeline.publish.source import SourceFile
from pipeline.publish.store import store_document, store_failure
from pipeline.running.claims import MAX_KILLS, Claims
from pipeline.running.faults import InternalError, UnreadableFileError
from pipeline.running.files import find_documents, nameless, source_of
from pipeline.running.lock import database_lock
from pipeline.running.reader import PRELOAD, read_source
from pipeline.running.report import Reporter, Skipped
from pipeline.running.workers import Limits, Outcome, Pool, warm

Read = Callable[[SourceFile], Extraction]

# What a fault of the program raises while a document is stored; failures of the disk are RunErrors.
STORE_FAULTS = (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run. ``again`` reads what is known too; ``retry_failed`` takes up what failed before."""

    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    limits: Limits = field(default_factory=Limits)
    again: bool = False
    retry_failed: bool = False


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
    read: Read = read_source,
    preload: Sequence[str] = PRELOAD,
) -> RunOutcome:
    """Read the documents that ``paths`` name into ``database``; ``read`` needs the modules ``preload``.

    Raises NoSuchPathError for a path that leads nowhere, RunError where the run cannot go on (disk full, database
    in use), KeyboardInterrupt; what was stored until then stays.
    """
    files = find_documents(paths)
    warm(preload)
    with database_lock(database), closing(open_database(database)) as db, Claims(database) as claims:
        return _Job(db, claims, settings, reporter, read).run(files)


def failed_documents(database: Path) -> tuple[Path, ...]:
    """The files that the database holds as failed and that still exist."""
    with closing(open_database(database)) as db:
        rows = db.execute("SELECT path FROM documents WHERE status = 'failed' ORDER BY path").fetchall()
    return tuple(Path(path) for (path,) in rows if Path(path).is_file())


class _Job:
    """The state of one run."""

    def __init__(
        self, db: sqlite3.Connection, claims: Claims, settings: Settings, reporter: Reporter, read: Read
    ) -> None:
        self._db, self._claims, self._settings, self._reporter, self._read = db, claims, settings, reporter, read
        self._outcome = RunOutcome()
        self._known = _known_documents(db)
        self._seen: dict[str, SourceFile] = {}
        self._copies: list[SourceFile] = []
        self._suspects: list[SourceFile] = []
        self._in_flight: set[str] = set()
        self._started = time.monotonic()

    def run(self, files: Sequence[Path]) -> RunOutcome:
        run_id = start_run(self._db, pipeline.__version__, asdict(self._settings))
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
        while self._suspects:
            alone, self._suspects = self._suspects, []
            self._read_with(1, alone)

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
                self._fail(source, _set_aside())
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
        if version != pipeline.__version__ or self._settings.again:
            return False
        return self._is_known_failure(source) if status == "failed" else self._is_known(source)

    def _is_known(self, source: SourceFile) -> bool:
        note_path(self._db, source)
        self._outcome.known += 1
        self._skip(source, "đã đọc từ trước (read before)")
        return True

    def _is_known_failure(self, source: SourceFile) -> bool:
        if self._settings.retry_failed:
            return False
        note_path(self._db, source)
        self._outcome.failed_before += 1
        self._skip(source, "lần trước không đọc được; dùng --retry-failed để thử lại (failed before)")
        return True

    def _skip(self, source: SourceFile, reason: str) -> None:
        self._reporter.document(source.file, Skipped(reason))

    # --- reading and storing ------------------------------------------------------------------------------------

    def _read_with(self, workers: int, sources: Iterable[SourceFile]) -> None:
        pool = Pool(self._read, self._settings.limits, workers)
        try:
            with closing(pool.run(map(self._claim, sources))) as outcomes:
                for outcome in outcomes:
                    self._take(outcome)
        finally:
            for sha256 in self._in_flight:
                self._claims.release(sha256)

    def _claim(self, source: SourceFile) -> SourceFile:
        self._claims.claim(source.sha256)
        self._in_flight.add(source.sha256)
        return source

    def _take(self, outcome: Outcome[SourceFile, Extraction]) -> None:
        source, result = outcome.task, outcome.result
        if not isinstance(result, DocumentError):
            self._store(source, result)
        elif not isinstance(result, WorkerCrashError):
            self._fail(source, result)
        elif self._claims.is_set_aside(source.sha256):
            self._fail(source, _set_aside(result.detail))
        else:  # the claim stands, and counts
            self._suspects.append(source)
        self._in_flight.discard(source.sha256)

    def _store(self, source: SourceFile, extraction: Extraction) -> None:
        try:
            store_document(self._db, source, extraction, pipeline.__version__)
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
        store_failure(self._db, source, error, pipeline.__version__)
        self._claims.settle(source.sha256)
        self._outcome.failed += 1
        self._reporter.document(source.file, error)


def _known_documents(db: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """The version that read each content last, and how it came out."""
    rows = db.execute("SELECT sha256, pipeline_version, status FROM documents")
    return {sha256: (version, status) for sha256, version, status in rows}


def _set_aside(detail: str = "") -> WorkerCrashError:
    cause = f"{detail}, " if detail else ""
    return WorkerCrashError(f"{cause}{MAX_KILLS} lần, để riêng; --retry-failed để thử lại (set aside)")
