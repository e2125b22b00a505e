"""A data table as it is printed: its columns, its rows, and from each row the way to the page.

``/-/bang/2`` shows table 2, ``/-/bang/2.csv`` gives it for Excel.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import zip_longest

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from pipeline.publish.export import BYTE_ORDER_MARK, csv_text
from pipeline.site.access import Record, ensure_table, published, record, records

WITHOUT_HEADING = "(không có tên cột)"
OF_TABLE = (
    "SELECT t.*, d.label AS document, d.file AS file FROM tables t JOIN documents d ON d.id = t.document_id "
    "WHERE t.id = ?"
)
ROWS = "SELECT id, cells, page_first, page_last FROM table_rows WHERE table_id = ? ORDER BY position"


@dataclass(frozen=True, slots=True)
class PrintedRow:
    id: int
    pages: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """``headings`` are at least as many as the cells of the longest row."""

    record: Record
    headings: tuple[str, ...]
    rows: tuple[PrintedRow, ...]


async def show_table(request: Request, datasette: Datasette) -> Response:
    """The table as a page."""
    table = await _table(request, datasette)
    return Response.html(await datasette.render_template("bang.html", {"printed": table}, request=request))


async def download_printed(request: Request, datasette: Datasette) -> Response:
    """The table as CSV for Excel, with the page of each row in the last column."""
    table = await _table(request, datasette)
    lines = [(*table.headings, "Trang"), *((*row.cells, row.pages) for row in table.rows)]
    headers = {"content-disposition": f'attachment; filename="bang-{table.record["id"]}.csv"'}
    text = BYTE_ORDER_MARK + csv_text(lines, excel=True)
    return Response(text, content_type="text/csv; charset=utf-8", headers=headers)


async def _table(request: Request, datasette: Datasette) -> PrintedTable:
    for name in ("documents", "tables", "table_rows"):
        await ensure_table(datasette, request, name)
    table_id = int(request.url_vars["id"])
    found = await record(published(datasette), OF_TABLE, table_id)
    if found is None:
        raise NotFound(f"Không có bảng mã {table_id} (no such table)")
    return printed_table(found, await records(published(datasette), ROWS, table_id))


def printed_table(table: Record, rows: list[Record]) -> PrintedTable:
    """Rows and headings filled up to the same width."""
    cells = [tuple(json.loads(row["cells"])) for row in rows]
    headings = tuple(json.loads(table["columns"] or "[]"))
    width = max(map(len, (headings, *cells)))
    return PrintedTable(
        table,
        tuple(heading or WITHOUT_HEADING for heading, _ in zip_longest(headings, range(width))),
        tuple(
            PrintedRow(row["id"], _pages(row), own + ("",) * (width - len(own)))
            for row, own in zip(rows, cells, strict=True)
        ),
    )


def _pages(row: Record) -> str:
    first, last = row["page_first"], row["page_last"]
    return str(first) if first == last else f"{first}–{last}"
