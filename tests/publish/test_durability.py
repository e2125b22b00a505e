"""What a kill, a full disk or a second writer leaves behind: whole documents only, and a clear message."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.publish.columns import OWNED_TABLES
from pipeline.publish.schema import open_database
from pipeline.publish.store import store_document
from pipeline.publish.writing import DatabaseLockedError, DatabaseUnwritableError, DiskFullError, NotADatabaseError
from tests.publish.samples import VERSION, extraction, source

ROOT = Path(__file__).resolve().parents[2]
WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from pipeline.publish.schema import open_database
    from pipeline.publish.store import store_document
    from tests.publish.samples import VERSION, extraction, source

    db = open_database(Path(sys.argv[1]))
    held = {row[0] for row in db.execute("SELECT sha256 FROM documents")}
    print("ready", flush=True)
    for number in range(int(sys.argv[2])):
        this = source(f"{number}.pdf", sha256=f"{number:064d}")
        if this.sha256 not in held:
            store_document(db, this, extraction(), VERSION)
    """
)
ROWS_OF_SAMPLE = {
    "findings": 3,
    "abbreviations": 1,
    "mentions": 2,
    "back_references": 0,
    "citations": 3,
    "projects": 2,
    "project_units": 2,
    "document_units": 2,
    "table_rows": 2,
    "tables": 1,
    "footnotes": 1,
    "sections": 2,
    "pages": 2,
}


def writer(path: Path, documents: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), str(documents)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def store_many(db: sqlite3.Connection, documents: int) -> None:
    for number in range(documents):
        store_document(db, source(f"{number}.pdf", sha256=f"{number:064d}"), extraction(), VERSION)


def assert_whole(db: sqlite3.Connection) -> int:
    """Every document that is there has all its rows; returns how many there are."""
    (documents,) = db.execute("SELECT count(*) FROM documents").fetchone()
    for table in OWNED_TABLES:
        (rows,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert rows == documents * ROWS_OF_SAMPLE[table], table
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    return int(documents)


def test_killed_again_and_again_then_finished(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    counts = []
    for delay in (0.0, 0.03, 0.06, 0.1):
        process = writer(path, 100_000)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        db = open_database(path)
        counts.append(assert_whole(db))
        db.close()
    assert counts == sorted(counts)
    total = counts[-1] + 20
    assert writer(path, total).wait() == 0
    assert assert_whole(open_database(path)) == total


def test_a_failure_in_the_middle_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = open_database(tmp_path / "plans.db")
    store_document(db, source(), extraction(), VERSION)
    before = list(db.iterdump())

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.publish.store.note_copies", fail)
    with pytest.raises(KeyboardInterrupt):
        store_document(db, source(), extraction(), "0.2.0")
    assert list(db.iterdump()) == before
    assert not db.in_transaction


def test_full_disk_says_so_and_keeps_what_was_finished(tmp_path: Path) -> None:
    db = open_database(tmp_path / "plans.db")
    store_document(db, source(), extraction(), VERSION)
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError, match="dung lượng"):
        store_many(db, 500)
    db.execute("PRAGMA max_page_count = 1000000")
    stored = assert_whole(db)
    store_document(db, source("sau.pdf", sha256="f" * 64), extraction(), VERSION)
    assert assert_whole(db) == stored + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB, where this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("a small file system cannot be mounted here (needs root)")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_really_full_disk(small_disk: Path) -> None:
    db = open_database(small_disk / "plans.db")
    with pytest.raises(DiskFullError):
        store_many(db, 2000)
    assert assert_whole(db) > 0
    db.close()


def test_second_writer_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    db, other = open_database(path), open_database(path)
    other.execute("BEGIN IMMEDIATE")
    db.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(DatabaseLockedError, match="chờ hoặc tắt"):
        store_document(db, source(), extraction(), VERSION)
    other.execute("ROLLBACK")
    store_document(db, source(), extraction(), VERSION)


def test_readers_are_not_blocked(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    db, reader = open_database(path), sqlite3.connect(path, timeout=0)
    store_document(db, source(), extraction(), VERSION)
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM findings")
    assert reader.execute("SELECT count(*) FROM findings").fetchone()[0] == 3
    db.execute("ROLLBACK")


def test_paths_that_cannot_be_a_database(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("không phải cơ sở dữ liệu" * 100, encoding="utf-8")
    with pytest.raises(NotADatabaseError):
        open_database(tmp_path / "a.txt")
    with pytest.raises(DatabaseUnwritableError):
        open_database(tmp_path / "a.txt" / "plans.db")
    with pytest.raises(DatabaseUnwritableError):
        open_database(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_folder_without_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DatabaseUnwritableError):
        open_database(tmp_path / "plans.db")
