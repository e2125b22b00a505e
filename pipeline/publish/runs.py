"""The log of runs: when, with which version and settings, and how many documents came out how."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pipeline.publish.rows import as_json
from pipeline.publish.writing import transaction


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What one run did: documents by status, pages read, seconds of wall time."""

    documents_ok: int = 0
    documents_partial: int = 0
    documents_failed: int = 0
    pages: int = 0
    seconds: float = 0.0


def now() -> str:
    """This moment in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def start_run(db: sqlite3.Connection, version: str, settings: Mapping[str, object]) -> int:
    """Log that a run begins; returns its id. A run that was killed has no ``finished_at``."""
    with transaction(db):
        cursor = db.execute(
            "INSERT INTO runs (started_at, pipeline_version, settings) VALUES (?, ?, ?)",
            (now(), version, as_json(dict(settings))),
        )
    return int(cursor.lastrowid or 0)


def finish_run(db: sqlite3.Connection, run_id: int, counts: RunCounts) -> None:
    """Log what the run did."""
    with transaction(db):
        db.execute(
            "UPDATE runs SET finished_at = ?, documents_ok = ?, documents_partial = ?, documents_failed = ?, "
            "pages = ?, seconds = ? WHERE id = ?",
            (
                now(),
                counts.documents_ok,
                counts.documents_partial,
                counts.documents_failed,
                counts.pages,
                round(counts.seconds, 3),
                run_id,
            ),
        )
