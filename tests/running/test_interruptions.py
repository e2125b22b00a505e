"""Runs that are killed or interrupted: nothing partial, nothing lost, no process left behind."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCUMENTS = 30
AT_ONCE = 30.0  # seconds; measured: 0.2 to 0.6. What does not end has documents that would take 60
CONTENT = """
SELECT d.file, d.status, d.pages, (SELECT count(*) FROM pages p WHERE p.document_id = d.id),
       (SELECT count(*) FROM citations c WHERE c.document_id = d.id),
       (SELECT count(*) FROM sections s WHERE s.document_id = d.id)
FROM documents d ORDER BY d.file
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n in range(1, DOCUMENTS + 1):
        name = f"slow-{n}.pdf" if n % 2 else f"ok-{n}.pdf"
        (tmp_path / name).write_text(name)
    return tmp_path


def start(folder: Path) -> subprocess.Popen[bytes]:
    """A run in a session of its own, so that all its processes can be found."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.running.supervise", str(folder / "plans.db"), str(folder)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def content(folder: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "plans.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return db.execute(CONTENT).fetchall()


def stored(folder: Path) -> int:
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(folder / "plans.db")) as db:
        return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])
    return 0


def wait_for_documents(folder: Path, count: int) -> None:
    wait_until(lambda: stored(folder) >= count)


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "the run does not go on"
        time.sleep(0.02)


def processes_of(run: subprocess.Popen[bytes]) -> set[int]:
    """The process of the run and all below it (workers have sessions of their own, so by parent)."""
    parents = dict(_parents())
    family = {run.pid}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _parents() -> Iterator[tuple[int, int]]:
    for entry in os.listdir("/proc"):
        with suppress(OSError, ValueError):
            state = Path(f"/proc/{int(entry)}/stat").read_text().rpartition(")")[2].split()
            if state[0] != "Z":
                yield int(entry), int(state[1])


def assert_gone(pids: set[int], seconds: float = AT_ONCE) -> None:
    end = time.monotonic() + seconds
    while (left := pids & {pid for pid, _ in _parents()}) and time.monotonic() < end:
        time.sleep(0.05)
    assert not left, "processes outlive their run"


def expected() -> list[tuple[object, ...]]:
    rows = [("slow-" if n % 2 else "ok-") + f"{n}.pdf" for n in range(1, DOCUMENTS + 1)]
    return sorted((name, "ok", *[int(name.split("-")[1][:-4])] * 4) for name in rows)


def test_a_run_killed_again_and_again_ends_with_all_documents_whole(folder: Path) -> None:
    chance = random.Random(20261123)
    for _ in range(4):
        run = start(folder)
        wait_for_documents(folder, stored(folder) + 3)
        time.sleep(chance.uniform(0, 0.3))
        family = processes_of(run)
        assert len(family) >= 3, "a supervisor, its fork server and workers"
        run.kill()
        run.wait()
        assert_gone(family)
        assert set(content(folder)) <= set(expected()), "no document is there in part"
    assert start(folder).wait(60) == 0
    assert content(folder) == expected()
    assert not (folder / "plans.db.claims").exists()


def test_a_run_whose_workers_are_killed_from_outside_loses_nothing(folder: Path) -> None:
    run = start(folder)
    for count in (1, 6, 12):
        wait_for_documents(folder, count)
        for pid in processes_of(run) - {run.pid}:  # the fork server too
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    assert run.wait(60) == 0
    assert content(folder) == expected()


def test_an_interrupted_run_ends_at_once_and_blames_no_document(folder: Path) -> None:
    (folder / "spin-1.pdf").write_text("spin")
    (folder / "loop_in_c-1.pdf").write_text("loop")
    run = start(folder)
    wait_for_documents(folder, 3)
    family = processes_of(run)
    run.send_signal(signal.SIGINT)
    assert run.wait(AT_ONCE) == 130
    assert_gone(family)
    assert not (folder / "plans.db.claims").exists()


PAGES = 24


def kept_pages(folder: Path) -> int:
    pages = folder / "plans.db.pages"
    return sum(path.is_file() for path in pages.rglob("*")) if pages.exists() else 0


def wait_for_pages(folder: Path, count: int) -> None:
    wait_until(lambda: kept_pages(folder) >= count)


def test_a_run_killed_among_the_pages_of_a_scan_goes_on_with_those_it_has(tmp_path: Path) -> None:
    scan = tmp_path / "scan-1.pdf"
    scan.write_text("slow " * PAGES)
    for _ in range(4):
        run = start(tmp_path)
        wait_for_pages(tmp_path, kept_pages(tmp_path) + 3)
        family = processes_of(run)
        run.kill()
        run.wait()
        assert_gone(family)
    before = kept_pages(tmp_path)
    assert before < PAGES, "it was killed in the middle"
    assert start(tmp_path).wait(60) == 0
    assert content(tmp_path) == [("scan-1.pdf", "ok", PAGES, PAGES, PAGES, PAGES)]
    readings = Counter(map(int, scan.with_suffix(".log").read_text().split()))
    assert set(readings) == set(range(1, PAGES + 1))
    assert sum(readings.values()) <= PAGES + 4 * 2, "only what was in flight on two workers is read again"
    assert not (tmp_path / "plans.db.claims").exists()


def test_workers_that_are_killed_from_outside_lose_no_page(tmp_path: Path) -> None:
    (tmp_path / "scan-1.pdf").write_text("slow " * PAGES)
    run = start(tmp_path)
    for count in (2, 8):
        wait_for_pages(tmp_path, count)
        for pid in processes_of(run) - {run.pid}:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    assert run.wait(60) == 0
    assert content(tmp_path) == [("scan-1.pdf", "ok", PAGES, PAGES, PAGES, PAGES)]
