"""Documents with scanned pages: their pages are tasks of their own, and one page harms no other."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.running.faults import NoPageCacheError
from pipeline.running.workers import Limits
from tests.running.test_job import ask, put, run, statuses


def put_scan(folder: Path, name: str, fates: str) -> Path:
    path = folder / "in" / name
    path.write_text(fates, encoding="utf-8")
    return path


def readings(scan: Path) -> dict[int, int]:
    """How often each page of the scan was read."""
    log = scan.with_suffix(".log")
    return Counter(map(int, log.read_text().split())) if log.exists() else Counter()


def findings(folder: Path) -> dict[object, str]:
    rows = ask(folder, "SELECT page, message FROM findings WHERE code = 'ocr_failed'")
    return {page: str(message) for page, message in rows}


def test_the_pages_of_a_scan_are_read_once_each_and_the_document_is_whole(folder: Path) -> None:
    scan = put_scan(folder, "scan.pdf", "ok " * 9)
    put(folder, "ok-3.pdf", "slow-1.pdf")
    outcome, listener = run(folder)
    assert (outcome.ok, outcome.partial, outcome.failed, outcome.pages) == (3, 0, 0, 13)
    assert readings(scan) == dict.fromkeys(range(1, 10), 1)
    assert [done for name, done, total in listener.pages if (name, total) == ("scan.pdf", 9)] == list(range(10))
    assert not (folder / "plans.db.claims").exists()


def test_other_documents_do_not_wait_for_the_pages_of_a_scan(folder: Path) -> None:
    put_scan(folder, "scan-1.pdf", "slow " * 12)
    put(folder, *(f"slow-{n}.pdf" for n in range(1, 5)))
    _, listener = run(folder)
    assert [name for name, _ in listener.results][-1] == "scan-1.pdf"


def test_a_second_run_reads_no_page_again(folder: Path) -> None:
    scan = put_scan(folder, "scan.pdf", "ok ok ok")
    run(folder)
    assert run(folder, again=True)[0].ok == 1
    assert set(readings(scan).values()) == {1}


@pytest.mark.parametrize(
    ("fate", "words", "attempts"),
    [
        ("spin", "Quá thời gian cho phép (time limit)", 1),
        ("loop_in_c", "Quá thời gian cho phép (time limit)", 1),
        ("eat_memory", "Quá bộ nhớ cho phép (memory limit)", 1),
        ("crash", "Tiến trình đọc tệp bị dừng đột ngột (reader process died)", 3),
        ("vanish", "Tiến trình đọc tệp bị dừng đột ngột (reader process died)", 3),
        ("give_up", "Lỗi của chương trình", 1),
        ("lost", "not in the cache", 1),
    ],
)
def test_a_bad_page_is_refused_with_its_reason_and_the_others_are_read(
    folder: Path,
    fate: str,
    words: str,
    attempts: int,
) -> None:
    scan = put_scan(folder, "scan-bad.pdf", f"ok {fate} ok ok")
    good = put_scan(folder, "scan-good.pdf", "ok ok ok")
    put(folder, "ok-1.pdf")
    outcome, _ = run(folder, limits=Limits(seconds=3.0, memory_mb=256))
    assert statuses(folder) == {"scan-bad.pdf": "partial", "scan-good.pdf": "ok", "ok-1.pdf": "ok"}
    assert (outcome.partial, outcome.failed, outcome.exit_code) == (1, 0, 0)
    (message,) = findings(folder).values()
    assert words in message
    assert readings(scan) == {1: 1, 2: attempts, 3: 1, 4: 1}
    assert set(readings(good).values()) == {1}
    assert not (folder / "plans.db.claims").exists()


def test_a_page_that_crashed_once_is_read_alone_and_kept(folder: Path) -> None:
    scan = put_scan(folder, "scan.pdf", "ok once ok")
    assert run(folder)[0].ok == 1
    assert readings(scan) == {1: 1, 2: 2, 3: 1}


def test_bad_pages_are_tried_again_when_asked_for(folder: Path) -> None:
    scan = put_scan(folder, "scan.pdf", "ok give_up ok")
    assert run(folder)[0].partial == 1
    assert run(folder)[0].known == 1
    assert run(folder, retry_failed=True)[0].partial == 1
    assert readings(scan) == {1: 1, 2: 2, 3: 1}


def test_pages_that_took_the_run_down_three_times_are_not_read(folder: Path) -> None:
    scan = put_scan(folder, "scan.pdf", "ok ok ok")
    run(folder)
    ((sha256,),) = ask(folder, "SELECT sha256 FROM documents")
    for kept in (folder / "plans.db.pages").rglob("2"):
        kept.unlink()
    (folder / "plans.db.claims").write_text(f"claim {sha256}/2\n" * 3)
    assert run(folder, again=True)[0].partial == 1
    assert readings(scan)[2] == 1
    assert run(folder, retry_failed=True)[0].ok == 1
    assert readings(scan)[2] == 2


def test_a_cache_that_cannot_be_written_stops_the_run_and_blames_nobody(folder: Path) -> None:
    scan = put_scan(folder, "scan.pdf", "ok ok full ok")
    with pytest.raises(NoPageCacheError, match="No space left"):
        run(folder)
    assert not (folder / "plans.db.claims").exists()
    scan.with_suffix(".log").unlink()
    with pytest.raises(NoPageCacheError):
        run(folder)
    assert 1 not in readings(scan), "what was read is kept"
