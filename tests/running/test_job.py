"""A run over a folder: what is read, skipped, retried and set aside, and what the database then holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import pipeline
from pipeline.model import Extraction
from pipeline.publish.schema import open_database
from pipeline.publish.source import SourceFile
from pipeline.publish.writing import DiskFullError
from pipeline.running import job
from pipeline.running.faults import DatabaseInUseError, NoSuchPathError
from pipeline.running.job import RunOutcome, Settings
from pipeline.running.lock import database_lock
from pipeline.running.report import Result, SilentReporter, describe
from pipeline.running.workers import Limits
from tests.running.readers import read_document

LIMITS = Limits(seconds=10.0, memory_mb=256)


class Listener(SilentReporter):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.total = 0
        self.results: list[tuple[str, Result]] = []
        self.pages: list[tuple[str, int, int]] = []

    def begin(self, documents: int) -> None:
        self.total = documents

    def document(self, name: str, result: Result) -> None:
        self.results.append((name, result))

    def page(self, source: SourceFile, done: int, total: int) -> None:
        self.pages.append((source.file, done, total))


def run(folder: Path, *paths: str, limits: Limits = LIMITS, **settings: bool) -> tuple[RunOutcome, Listener]:
    listener = Listener()
    chosen = Settings(workers=2, limits=limits, **settings)
    outcome = job.run(paths or [folder / "in"], folder / "plans.db", chosen, listener, read_document, preload=())
    return outcome, listener


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"content of {name}", encoding="utf-8")


def ask(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "plans.db")) as db:
        return db.execute(sql).fetchall()


def statuses(folder: Path) -> dict[object, object]:
    return dict(ask(folder, "SELECT file, status FROM documents"))  # type: ignore[arg-type]


def test_every_document_ends_in_a_row_and_a_bad_one_stops_nothing(folder: Path) -> None:
    put(folder, "ok-3.pdf", "sub/OK.PDF", "partly-1.pdf", "refuse-1.pdf", "give_up-1.pdf", "note.txt", ".hidden.pdf")
    outcome, listener = run(folder, str(folder / "in"))
    assert statuses(folder) == {
        "ok-3.pdf": "ok",
        "OK.PDF": "failed",  # the readers of the tests know only small letters
        "partly-1.pdf": "partial",
        "refuse-1.pdf": "failed",
        "give_up-1.pdf": "failed",
    }
    assert (outcome.ok, outcome.partial, outcome.failed, outcome.pages, outcome.exit_code) == (1, 1, 3, 4, 3)
    assert listener.total == len(listener.results) == 5
    (error,) = ask(folder, "SELECT error FROM documents WHERE file = 'refuse-1.pdf'")[0]
    assert "Tệp có mật khẩu (password needed): bí mật — " in str(error)
    (ended,) = ask(
        folder, "SELECT documents_ok, documents_partial, documents_failed, pages FROM runs WHERE finished_at"
    )
    assert ended == (1, 1, 3, 4)


def test_a_second_run_reads_only_what_is_new(folder: Path) -> None:
    put(folder, "ok-1.pdf", "ok-2.pdf", "refuse-1.pdf")
    run(folder)
    put(folder, "ok-4.pdf")
    outcome, listener = run(folder)
    assert (outcome.ok, outcome.known, outcome.failed, outcome.failed_before) == (1, 2, 0, 1)
    assert outcome.exit_code == 3, "a document of these still is not read"
    assert [name for name, result in listener.results if isinstance(result, Extraction)] == ["ok-4.pdf"]


def test_again_reads_all_and_retry_failed_what_failed(folder: Path) -> None:
    put(folder, "ok-1.pdf", "refuse-1.pdf")
    run(folder)
    assert run(folder, again=True)[0].ok == 1
    outcome, _ = run(folder, retry_failed=True)
    assert (outcome.ok, outcome.known, outcome.failed) == (0, 1, 1)
    assert job.failed_documents(folder / "plans.db") == (folder / "in" / "refuse-1.pdf",)
    assert len(statuses(folder)) == 2


def test_another_version_of_the_pipeline_reads_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "ok-1.pdf")
    run(folder)
    monkeypatch.setattr(pipeline, "__version__", "9.9.9")
    assert run(folder)[0].ok == 1
    assert ask(folder, "SELECT pipeline_version FROM documents") == [("9.9.9",)]


def test_the_same_content_is_read_once(folder: Path) -> None:
    put(folder, "ok-1.pdf")
    (folder / "in" / "ok-9.pdf").write_bytes((folder / "in" / "ok-1.pdf").read_bytes())
    outcome, listener = run(folder)
    assert (outcome.ok, len(listener.results)) == (1, 2)
    assert any("trùng nội dung" in describe(result) for _, result in listener.results)
    ((file, copies),) = ask(folder, "SELECT file, copies FROM documents")
    assert {str(file), str(copies).split("/")[-1][:-2]} == {"ok-1.pdf", "ok-9.pdf"}


def test_a_document_that_crashed_once_is_read_alone_and_kept(folder: Path) -> None:
    put(folder, "flaky-2.pdf", *(f"ok-{n}.pdf" for n in range(1, 5)))
    (folder / "in" / "flaky-2.crashes").write_text("1")
    outcome, _ = run(folder)
    assert (outcome.ok, outcome.failed, outcome.exit_code) == (5, 0, 0)


def test_the_third_crash_sets_a_document_aside_until_it_is_asked_for(folder: Path) -> None:
    put(folder, "flaky-2.pdf", "ok-1.pdf")
    countdown = folder / "in" / "flaky-2.crashes"
    countdown.write_text("3")
    assert run(folder)[0].failed == 1
    assert countdown.read_text() == "0", "three attempts"
    assert ask(folder, "SELECT error_code FROM documents WHERE status = 'failed'") == [("worker_crash",)]
    assert run(folder)[0].failed_before == 1
    assert not (folder / "plans.db.claims").exists()
    assert run(folder, retry_failed=True)[0].ok == 1
    assert statuses(folder) == {"flaky-2.pdf": "ok", "ok-1.pdf": "ok"}


def test_claims_of_runs_that_were_killed_count(folder: Path) -> None:
    put(folder, "ok-1.pdf")
    run(folder)
    ((sha256,),) = ask(folder, "SELECT sha256 FROM documents")
    claims = folder / "plans.db.claims"
    claims.write_text(f"claim {sha256}\n" * 3 + "claim torn")
    outcome, _ = run(folder, again=True)
    assert outcome.failed == 1
    assert run(folder, retry_failed=True)[0].ok == 1


def test_a_file_named_on_the_command_line_is_always_tried(folder: Path) -> None:
    put(folder, "note.txt", "ok-1.pdf")
    outcome, _ = run(folder, str(folder / "in" / "note.txt"), str(folder / "in" / "*.pdf"), str(folder / "in"))
    assert (outcome.ok, outcome.failed) == (1, 1)
    assert statuses(folder)["note.txt"] == "failed"


def test_a_file_that_cannot_be_opened_is_a_row_too_and_gives_way_when_it_can(folder: Path) -> None:
    link = folder / "in" / "ok-2.pdf"
    link.symlink_to(folder / "nowhere.pdf")
    assert run(folder)[0].failed == 1
    assert ask(folder, "SELECT file, error_code FROM documents") == [("ok-2.pdf", "unreadable_file")]
    link.unlink()
    put(folder, "ok-2.pdf")
    assert run(folder)[0].exit_code == 0
    assert statuses(folder) == {"ok-2.pdf": "ok"}


def test_an_empty_folder_is_no_failure_and_a_wrong_path_is(folder: Path) -> None:
    assert run(folder)[0].exit_code == 0
    with pytest.raises(NoSuchPathError, match="khong-co"):
        run(folder, str(folder / "khong-co"))
    with pytest.raises(NoSuchPathError):
        run(folder, str(folder / "*.pdf"))


def test_two_runs_do_not_write_one_database(folder: Path) -> None:
    put(folder, "ok-1.pdf")
    with database_lock(folder / "plans.db"), pytest.raises(DatabaseInUseError, match="pid"):
        run(folder)
    assert run(folder)[0].ok == 1


def test_a_full_disk_stops_the_run_and_the_next_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, *(f"ok-{n}.pdf" for n in range(40, 60)))

    def nearly_full(path: Path) -> sqlite3.Connection:
        db = open_database(path)
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 60}")
        return db

    with monkeypatch.context() as patch:
        patch.setattr(job, "open_database", nearly_full)
        with pytest.raises(DiskFullError, match="disk full"):
            run(folder)
    stored = len(statuses(folder))
    assert 0 < stored < 20
    assert not (folder / "plans.db.claims").exists(), "documents in flight are not blamed"
    outcome, _ = run(folder)
    assert (outcome.ok, outcome.known) == (20 - stored, stored)
    assert ask(folder, "SELECT count(*) FROM citations") == [(sum(range(40, 60)),)]
