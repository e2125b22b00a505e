"""The closing message: counts, failures by reason, and how to open the result."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pipeline.errors import EncryptedError, NotAPdfError
from pipeline.publish.runs import RunCounts, finish_run, start_run
from pipeline.publish.store import store_failure
from pipeline.publish.summary import render_summary, summarise
from tests.publish.samples import VERSION, source


def test_counts_and_reasons(filled: sqlite3.Connection) -> None:
    for number in range(5):
        store_failure(filled, source(f"{number}.pdf", sha256=f"{number:064}"), NotAPdfError(), VERSION)
    store_failure(filled, source("khoa.pdf", sha256="9" * 64), EncryptedError("x"), VERSION)
    summary = summarise(filled)
    assert summary.tables["documents"] == 7
    assert summary.tables["citations"] == 3
    assert summary.statuses == {"failed": 6, "ok": 1}
    assert [(group.code, len(group.files)) for group in summary.failures] == [("not_a_pdf", 5), ("encrypted", 1)]
    text = render_summary(summary, Path("output/plans.db"))
    assert "6 không đọc được, 1 đọc đủ" in text
    assert "5 × Không phải tệp PDF (not a PDF): 0.pdf, 1.pdf, 2.pdf, …" in text
    assert "make serve" in text
    assert "kehoach serve --db output/plans.db" in text


def test_an_empty_database(db: sqlite3.Connection) -> None:
    text = render_summary(summarise(db), Path("output/plans.db"))
    assert "Văn bản:" in text
    assert "Không đọc được" not in text


def test_runs(db: sqlite3.Connection) -> None:
    killed, run = start_run(db, VERSION, {"workers": 2}), start_run(db, VERSION, {})
    finish_run(db, run, RunCounts(documents_ok=3, pages=40, seconds=1.23456))
    rows = db.execute("SELECT id, settings, finished_at IS NULL, documents_ok, seconds FROM runs").fetchall()
    assert [tuple(row) for row in rows] == [(killed, '{"workers":2}', 1, None, None), (run, "{}", 0, 3, 1.235)]
