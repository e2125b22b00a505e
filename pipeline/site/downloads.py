"""CSV of a table, with the filters that are on, or of a saved query: every row, safe to open in Excel.

Datasette's own CSV has no byte order mark, leaves formulas alive and ends unmarked at its row limits.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from datasette.app import Datasette
from datasette.filters import Filters
from datasette.utils import escape_fts
from datasette.utils.asgi import AsgiStream, BadRequest, NotFound, Request

from pipeline.publish.dictionary import dictionary
from pipeline.publish.export import BYTE_ORDER_MARK, Cells, csv_text, query_pages, table_columns, table_pages
from pipeline.publish.queries import QueryError, saved_queries
from pipeline.publish.search import INDEX_OF
from pipeline.site.access import database_path, ensure_query, ensure_table

# Arguments of a table page that say how rows are shown, not which.
SHOWN_HOW = {"_sort", "_sort_desc", "_sort_by_desc", "_next", "_size", "_col", "_nocol", "_all", "_excel", "_labels"}
SHOWN_HOW |= {
    "_facet",
    "_facet_size",
    "_facet_array",
    "_facet_date",
    "_nofacet",
    "_nosuggest",
    "_nocount",
    "_searchmode",
}


async def download_table(request: Request, datasette: Datasette) -> AsgiStream:
    """All rows of a table that match the filters in the query string."""
    table = request.url_vars["table"]
    await ensure_table(datasette, request, table)
    where, parameters = _filter(table, request)
    columns = table_columns(table)
    db = _connect(datasette)
    return _stream(request, db, table, columns, table, table_pages(db, table, where, parameters))


async def download_query(request: Request, datasette: Datasette) -> AsgiStream:
    """All rows of the answer to a saved query; its parameters are in the query string."""
    name = request.url_vars["query"]
    if name not in saved_queries():
        raise NotFound(f"Không có câu hỏi {name} (no such query)")
    await ensure_query(datasette, request, name)
    names = [parameter.name for parameter in saved_queries()[name].parameters]
    given = {parameter: request.args.get(parameter) or "" for parameter in names}
    db = _connect(datasette)
    try:
        columns, pages = query_pages(db, name, given)
    except QueryError as error:
        db.close()
        raise BadRequest(error.message) from error
    return _stream(request, db, name, columns, None, pages)


def _filter(table: str, request: Request) -> tuple[str, Mapping[str, object]]:
    """The filters of the query string as a condition; a filter that is not understood is refused, not ignored."""
    pairs = [(key, value) for key in request.args for value in request.args.getlist(key) if key not in SHOWN_HOW]
    plain = [(key, value) for key, value in pairs if not key.startswith("_")]
    unknown = {key for key, _ in pairs if key.startswith("_")} - {"_search"}
    unknown |= {key for key, _ in plain if key.split("__")[0] not in table_columns(table)}
    if unknown:
        raise BadRequest(f"Không xuất được với bộ lọc {', '.join(sorted(unknown))} (filter not supported)")
    clauses, parameters = Filters(sorted(plain)).build_where_clauses(table)
    searched = [value for key, value in pairs if key == "_search" and value]
    if searched and table in INDEX_OF:
        index = INDEX_OF[table].name
        clauses = [*clauses, f"id IN (SELECT rowid FROM {index} WHERE {index} MATCH :search)"]
        parameters = {**parameters, "search": escape_fts(searched[0])}
    return " AND ".join(f"({clause})" for clause in clauses), parameters


def _connect(datasette: Datasette) -> sqlite3.Connection:
    """A reader of its own, so that a long download keeps none of Datasette's waiting; it sees one moment."""
    db = sqlite3.connect(f"{database_path(datasette).as_uri()}?mode=ro", uri=True, check_same_thread=False)
    db.execute("BEGIN")
    return db


def _stream(
    request: Request,
    db: sqlite3.Connection,
    name: str,
    columns: Sequence[str],
    table: str | None,
    pages: Iterator[list[Cells]],
) -> AsgiStream:
    excel = request.args.get("_excel") != "0"
    labels = request.args.get("_labels") != "0"
    heading = [dictionary().label(column, table) for column in columns] if labels else columns
    parts = _parts(heading, pages, excel)

    async def write(writer: Any) -> None:
        with closing(db):
            while (part := await asyncio.to_thread(next, parts, None)) is not None:
                await writer.write(part)

    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return AsgiStream(write, headers=headers, content_type="text/csv; charset=utf-8")


def _parts(heading: Sequence[str], pages: Iterable[list[Cells]], excel: bool) -> Iterator[str]:
    yield (BYTE_ORDER_MARK if excel else "") + csv_text([heading], excel)
    for page in pages:
        yield csv_text(page, excel)
