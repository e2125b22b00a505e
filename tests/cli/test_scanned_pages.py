"""A scan through the whole command: with recognition, a second time, without it, and where it is not installed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest

from tests.cli.test_command import kehoach
from tests.conftest import ROOT
from tests.factories.scans import scan_of

DECISION = ROOT / "corpus" / "quyet-dinh-05-hoa-giang.pdf"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``in`` holds the first two pages of the decision as a scan."""
    folder = tmp_path_factory.mktemp("scans")
    (folder / "in").mkdir()
    with pikepdf.open(DECISION) as document:
        del document.pages[2:]
        document.save(folder / "two.pdf")
    scan_of(folder / "two.pdf", folder / "in" / "quét.pdf")
    answer = kehoach("run", "in", "--db", "plans.db", "--timeout", "300", folder=folder)
    assert answer.returncode == 0, answer.stderr + answer.stdout
    assert "quét.pdf: trang 1/2 (nhận dạng chữ)" in answer.stderr
    assert "quét.pdf: trang 2/2 (nhận dạng chữ)" in answer.stderr
    return folder


def ask(database: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as db:
        return db.execute(sql).fetchall()


def test_what_is_printed_on_the_scan_is_in_the_database(folder: Path) -> None:
    ((status, kind, number),) = ask(folder / "plans.db", "SELECT status, kind, number FROM documents")
    assert (status, kind, number) == ("ok", "Quyết định", "05")
    assert ask(folder / "plans.db", "SELECT page, text_source FROM pages ORDER BY 1") == [(1, "ocr"), (2, "ocr")]
    ((text,),) = ask(folder / "plans.db", "SELECT text FROM pages WHERE page = 1")
    assert "ỦY BAN NHÂN DÂN" in str(text).upper()


def test_a_second_reading_recognises_nothing(folder: Path) -> None:
    kept = {path: path.stat().st_mtime_ns for path in (folder / "plans.db.pages").rglob("*.gz")}
    before = ask(folder / "plans.db", "SELECT page, text FROM pages ORDER BY 1")
    answer = kehoach("run", "in", "--db", "plans.db", "--again", folder=folder)
    assert "nhận dạng chữ" not in answer.stderr
    assert "[1/1] quét.pdf: 2 trang" in answer.stderr
    assert len(kept) == 2
    assert kept == {path: path.stat().st_mtime_ns for path in (folder / "plans.db.pages").rglob("*.gz")}
    assert ask(folder / "plans.db", "SELECT page, text FROM pages ORDER BY 1") == before


def test_no_ocr_leaves_the_scan_unread_until_it_is_taken_up(folder: Path) -> None:
    (folder / "off.db.pages").symlink_to(folder / "plans.db.pages")
    answer = kehoach("run", "in", "--db", "off.db", "--no-ocr", folder=folder)
    assert answer.returncode == 0
    assert "1 đọc một phần (partly read)" in answer.stdout
    assert messages(folder / "off.db", "--no-ocr") == 2
    assert kehoach("run", "--db", "off.db", "--retry-failed", folder=folder).returncode == 0
    assert ask(folder / "off.db", "SELECT status FROM documents") == [("ok",)]


def test_without_the_engine_scans_are_partial_and_the_run_goes_on(folder: Path) -> None:
    without = folder / "without"
    without.mkdir()
    (without / "tesserocr.py").write_text("raise ImportError('tesserocr is hidden')", encoding="utf-8")
    answer = kehoach("run", "in", DECISION, "--db", "without.db", folder=folder, first=without)
    assert answer.returncode == 0, answer.stderr
    assert sorted(ask(folder / "without.db", "SELECT status FROM documents")) == [("ok",), ("partial",)]
    assert messages(folder / "without.db", "make run") == 2
    answer = kehoach("doctor", folder=folder, first=without)
    assert answer.returncode == 0, "a run can do without"
    assert "tesserocr is hidden" in answer.stdout
    assert "make run" in answer.stdout


def messages(database: Path, words: str) -> int:
    """How many findings about unread pages have the words."""
    found = ask(database, "SELECT message FROM findings WHERE code = 'ocr_unavailable'")
    return sum(words in str(message) for (message,) in found)
