"""What a reconciliation report of one document holds: its tables as printed, typed values, sums and findings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.checks.totals import Sum, table_sums
from pipeline.errors import KehoachError
from pipeline.model import Box, Cell, Passage, Table, TableRow, Value
from pipeline.publish.export import snapshot

_WAYS_TO_NAME = (
    "CAST(id AS TEXT) = :wanted OR file = :wanted OR substr(file, -length('/' || :wanted)) = '/' || :wanted",
    "ref_key IN (ref_key(:wanted), ref_asked(:wanted))",
    "ref_key(attached_to) IN (ref_key(:wanted), ref_asked(:wanted))",
    "instr(fold(file), fold(:wanted)) > 0",
)
"""By id or file name, by number (however it is typed), by the number of what it is attached to, by a part of the name:
the first way that leads to any document counts."""

_MOST_NAMED = 12


class NoSuchDocumentError(KehoachError):
    """The document asked for is not there, or may be several."""

    code = "no_such_document"
    exit_code = 2
    reason = "Không có đúng một văn bản như vậy (not exactly one such document)"


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """``table`` and ``row`` count from 1 within the document; None where it is about something else."""

    severity: str
    code: str
    message: str
    page: int | None
    table: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table as read from the database. ``sums`` are its printed totals beside what the rows add up to."""

    position: int
    table: Table
    sums: tuple[Sum, ...]
    findings: tuple[ReportFinding, ...]
    projects: int
    budget_vnd: int | None
    disbursed_vnd: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """``document`` is its row in the database by column."""

    document: Mapping[str, Any]
    tables: tuple[ReportTable, ...]
    findings: tuple[ReportFinding, ...]


def make_report(db: sqlite3.Connection, wanted: str) -> Report:
    """The report of the document that ``wanted`` names by id, file name (or a part of it) or number.

    ``db`` was opened by `open_published`.

    Raises `NoSuchDocumentError` where none or several fit.
    """
    with snapshot(db):
        document = _document(db, wanted)
        findings = _findings(db, document["id"])
        of_tables = _rows(db, "SELECT * FROM tables WHERE document_id = ? ORDER BY position", document["id"])
        tables = tuple(_report_table(db, row, findings) for row in of_tables)
        return Report(document, tables, findings)


def _document(db: sqlite3.Connection, wanted: str) -> Mapping[str, Any]:
    found = _named(db, wanted)
    if len(found) != 1:
        raise NoSuchDocumentError(_choices(wanted, found or _named(db, wanted="")))
    return _rows(db, "SELECT * FROM documents WHERE id = ?", found[0][0])[0]


def _named(db: sqlite3.Connection, wanted: str) -> list[tuple[int, str, str | None]]:
    """Id, file and label of the documents that ``wanted`` may mean; all, where it is empty."""
    for way in _WAYS_TO_NAME:
        sql = f"SELECT id, file, label FROM documents WHERE {way} ORDER BY id"
        if found := db.execute(sql, {"wanted": wanted}).fetchall():
            return found
    return []


def _choices(wanted: str, documents: Sequence[tuple[int, str, str | None]]) -> str:
    lines = [f"  {number}: {file} ({label})" for number, file, label in documents[:_MOST_NAMED]]
    more = [f"  … và {len(documents) - _MOST_NAMED} văn bản khác (others)"] if len(documents) > _MOST_NAMED else []
    asked = f"“{wanted}”; ghi mã, tên tệp hoặc số ký hiệu của một văn bản (give the id, file name or number of one):"
    return "\n".join([asked, *lines, *more])


def _rows(db: sqlite3.Connection, sql: str, *parameters: object) -> list[dict[str, Any]]:
    cursor = db.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _findings(db: sqlite3.Connection, document_id: int) -> tuple[ReportFinding, ...]:
    """All findings, worst first, with the table and row that they are about."""
    sql = """
        SELECT f.severity, f.code, f.message, f.page, f.boxes, coalesce(t.position, pt.position) AS "table",
               coalesce(r.position, pr.position) AS row
        FROM findings f
        LEFT JOIN table_rows r ON f.subject_table = 'table_rows' AND r.id = f.subject_id
        LEFT JOIN tables t ON t.id = r.table_id OR (f.subject_table = 'tables' AND t.id = f.subject_id)
        LEFT JOIN projects p ON f.subject_table = 'projects' AND p.id = f.subject_id
        LEFT JOIN table_rows pr ON pr.id = p.table_row_id
        LEFT JOIN tables pt ON pt.id = pr.table_id
        WHERE f.document_id = ?
        ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.page, f.id
    """
    printed = list(_printed_rows(db, document_id))
    return tuple(_finding(row, printed) for row in _rows(db, sql, document_id))


def _printed_rows(db: sqlite3.Connection, document_id: int) -> Iterator[tuple[Box, int, int]]:
    """Every box of a row, with the table and the row that it is of."""
    sql = """
        SELECT r.boxes, t.position, r.position FROM table_rows r JOIN tables t ON t.id = r.table_id
        WHERE t.document_id = ?
    """
    for boxes, table, row in db.execute(sql, (document_id,)):
        yield from ((Box(*box), table, row) for box in json.loads(boxes or "[]"))


def _finding(stored: Mapping[str, Any], printed: Sequence[tuple[Box, int, int]]) -> ReportFinding:
    """The finding; one about print (a number that a scan leaves in doubt) belongs to the row it stands in."""
    values = dict(stored)
    boxes = [Box(*box) for box in json.loads(values.pop("boxes") or "[]")]
    if values["table"] is None and len(boxes) == 1:
        over = ((t, r) for box, t, r in printed if box.page == boxes[0].page and box.contains(*boxes[0].centre))
        values["table"], values["row"] = next(over, (None, None))
    return ReportFinding(**values)


def _report_table(db: sqlite3.Connection, row: Mapping[str, Any], findings: Sequence[ReportFinding]) -> ReportTable:
    table = _table(row, _rows(db, "SELECT * FROM table_rows WHERE table_id = ? ORDER BY position", row["id"]))
    count, budget, disbursed = db.execute(
        "SELECT count(*), sum(p.budget_vnd), sum(p.disbursed_vnd) FROM projects p "
        "JOIN table_rows r ON r.id = p.table_row_id WHERE r.table_id = ?",
        (row["id"],),
    ).fetchone()
    own = tuple(finding for finding in findings if finding.table == row["position"])
    return ReportTable(row["position"], table, table_sums(table), own, count, budget, disbursed)


def _table(row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Table:
    """The table as the pipeline knew it, without its places on the page."""
    return Table(
        caption=row["caption"],
        unit=row["unit"],
        columns=tuple(json.loads(row["columns"] or "[]")),
        rows=tuple(_table_row(each) for each in rows),
        page_first=row["page_first"],
        page_last=row["page_last"],
        boxes=(),
        meanings=tuple(json.loads(row["meanings"] or "[]")),
    )


def _table_row(row: Mapping[str, Any]) -> TableRow:
    texts = json.loads(row["cells"])
    typed = json.loads(row["typed"] or "[]") or [None] * len(texts)
    cells = (Cell(Passage(text), _value(value)) for text, value in zip(texts, typed, strict=True))
    return TableRow(tuple(cells), row["page_first"], row["page_last"], ())


def _value(stored: Mapping[str, Any] | None) -> Value | None:
    if stored is None:
        return None
    numbers = {name: Decimal(str(stored[name])) for name in ("number", "upper") if name in stored}
    return Value(**{**stored, **numbers})
