"""Tables and saved queries as CSV, all rows, safe to open in a spreadsheet.

``excel=True`` writes what Excel opens without questions: UTF-8 with a byte order mark, CRLF, and no cell that could
be taken for a formula. Amounts come twice, as printed and in whole đồng, because "1.624" is 1624 in one country's
Excel and 1,624 in another's.
"""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TextIO

from pipeline.publish.columns import SPEC_OF
from pipeline.publish.dictionary import dictionary
from pipeline.publish.folding import register_functions
from pipeline.publish.queries import QueryError, bound_parameters, find_query

PAGE_ROWS = 2000
BYTE_ORDER_MARK = "\ufeff"
FORMULA_START = re.compile(r"[=+\-@\t\r]")

Cells = tuple[object, ...]


def export_table(db: sqlite3.Connection, table: str, out: TextIO, excel: bool = False, labels: bool = False) -> int:
    """Write every row of ``table`` to ``out`` (opened with ``newline=""``); returns the number of rows.

    ``labels`` heads the columns in Vietnamese instead of by their names. QueryError for an unknown table.
    """
    columns = table_columns(table)
    heading = [dictionary().label(column, table) for column in columns] if labels else columns
    with snapshot(db):
        return _write(out, heading, table_pages(db, table), excel)


def export_query(
    db: sqlite3.Connection,
    query_name: str,
    params: Mapping[str, str],
    out: TextIO,
    excel: bool = False,
    labels: bool = False,
) -> int:
    """Write the answer to a saved query to ``out``; returns the number of rows. QueryError for a wrong use."""
    with snapshot(db):
        columns, pages = query_pages(db, query_name, params)
        heading = [dictionary().label(column) for column in columns] if labels else columns
        return _write(out, heading, pages, excel)


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Read the database as it is at one moment, whatever a run writes meanwhile: a document that is read anew gets
    new row ids, and would else be exported twice."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("ROLLBACK")


def table_columns(table: str) -> Sequence[str]:
    """The columns of a published table; QueryError where there is no such table."""
    if table not in SPEC_OF:
        raise QueryError(f"không có bảng “{table}”; có (tables): {', '.join(SPEC_OF)}")
    return list(SPEC_OF[table].columns)


def table_pages(
    db: sqlite3.Connection, table: str, where: str = "", parameters: Mapping[str, object] | None = None
) -> Iterator[list[Cells]]:
    """The rows of a table, some thousand at a time: each page starts after the last id, so none waits on a cursor.

    ``where`` is a condition with named ``parameters`` (not "after" and "size").
    """
    names = ", ".join(f'"{column}"' for column in table_columns(table))
    condition = f"AND ({where})" if where else ""
    sql = f"SELECT {names} FROM {table} WHERE id > :after {condition} ORDER BY id LIMIT :size"
    last = -1
    while True:
        page = db.execute(sql, {**(parameters or {}), "after": last, "size": PAGE_ROWS}).fetchall()
        if not page:
            return
        yield [tuple(row) for row in page]
        last = page[-1][0]


def query_pages(
    db: sqlite3.Connection, query_name: str, params: Mapping[str, str]
) -> tuple[Sequence[str], Iterator[list[Cells]]]:
    """The columns of a saved query and its rows, some thousand at a time."""
    query = find_query(query_name)
    register_functions(db)
    cursor = db.execute(query.sql, bound_parameters(query, params))
    columns = [description[0] for description in cursor.description]
    return columns, iter(lambda: [tuple(row) for row in cursor.fetchmany(PAGE_ROWS)], [])


def csv_text(rows: Iterable[Sequence[object]], excel: bool) -> str:
    """``rows`` as lines of CSV."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n" if excel else "\n")
    writer.writerows([safe_cell(value) for value in row] if excel else row for row in rows)
    return buffer.getvalue()


def safe_cell(value: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and FORMULA_START.match(value) else value


def _write(out: TextIO, heading: Sequence[str], pages: Iterable[list[Cells]], excel: bool) -> int:
    out.write((BYTE_ORDER_MARK if excel else "") + csv_text([heading], excel))
    count = 0
    for page in pages:
        out.write(csv_text(page, excel))
        count += len(page)
    return count
