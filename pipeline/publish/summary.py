"""What the database holds, counted, and said in Vietnamese at the end of a run."""

from __future__ import annotations

import shlex
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.publish.columns import SPEC_OF
from pipeline.publish.dictionary import dictionary

SHOWN_FILES = 3
NAMED_TABLES = ("sections", "footnotes", "citations", "instruments", "tables", "projects", "units", "findings")


@dataclass(frozen=True, slots=True)
class FailureGroup:
    """The documents that could not be read for one reason; ``code`` is that of the error."""

    code: str
    reason: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of the whole database: rows by table, documents by status, pages by source of text."""

    tables: Mapping[str, int]
    statuses: Mapping[str, int]
    page_sources: Mapping[str, int]
    failures: tuple[FailureGroup, ...]


def summarise(db: sqlite3.Connection) -> Summary:
    """Count what the database holds."""
    return Summary(
        tables={table: _number(db, f"SELECT count(*) FROM {table}") for table in SPEC_OF},
        statuses=_counts(db, "SELECT status, count(*) FROM documents GROUP BY status ORDER BY status"),
        page_sources=_counts(db, "SELECT text_source, count(*) FROM pages GROUP BY text_source ORDER BY 2 DESC, 1"),
        failures=_failures(db),
    )


def render_summary(summary: Summary, database: Path) -> str:
    """The closing message of a run, Vietnamese first."""
    return "\n".join(_lines(summary, database))


def grouped(number: int) -> str:
    """1234567 as Vietnamese writes it: "1.234.567"."""
    return f"{number:,}".replace(",", ".")


def _lines(summary: Summary, database: Path) -> Iterator[str]:
    words = dictionary()
    statuses = ", ".join(f"{grouped(n)} {words.value('status', status)}" for status, n in summary.statuses.items())
    sources = ", ".join(f"{grouped(n)} {words.value('text_source', name)}" for name, n in summary.page_sources.items())
    yield "Kết quả (result)"
    yield _line("Văn bản", summary.tables["documents"], statuses)
    yield _line("Trang", summary.tables["pages"], sources)
    for table in NAMED_TABLES:
        yield _line(words.tables[table].title, summary.tables[table])
    if summary.failures:
        yield "Không đọc được (failed), theo lý do:"
        yield from (_failure_line(group) for group in summary.failures)
    yield f"Cơ sở dữ liệu (database): {database}"
    yield f"Mở xem (open): make serve   hoặc   kehoach serve --db {shlex.quote(str(database))}"


def _line(name: str, count: int, detail: str = "") -> str:
    return f"  {name + ':':<26}{grouped(count):>9}" + (f"  ({detail})" if detail else "")


def _failure_line(group: FailureGroup) -> str:
    shown = ", ".join(group.files[:SHOWN_FILES]) + (", …" if len(group.files) > SHOWN_FILES else "")
    return f"  {grouped(len(group.files))} × {group.reason}: {shown}"


def _failures(db: sqlite3.Connection) -> tuple[FailureGroup, ...]:
    found: dict[str, list[str]] = {}
    for code, file in db.execute("SELECT error_code, file FROM documents WHERE status = 'failed' ORDER BY file"):
        found.setdefault(code or DocumentError.code, []).append(file)
    groups = (FailureGroup(code, _reason(code), tuple(files)) for code, files in found.items())
    return tuple(sorted(groups, key=lambda group: (-len(group.files), group.code)))


def _reason(code: str) -> str:
    reasons = {error.code: error.reason for error in DocumentError.__subclasses__()}
    return reasons.get(code, DocumentError.reason)


def _number(db: sqlite3.Connection, sql: str) -> int:
    return int(db.execute(sql).fetchone()[0])


def _counts(db: sqlite3.Connection, sql: str) -> Mapping[str, int]:
    return {str(name): int(count) for name, count in db.execute(sql)}
