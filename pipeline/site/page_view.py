"""The page that a value came from, with the value marked on it.

``/-/trang/3/2`` is page 2 of document 3, ``?table=citations&id=5`` marks that row; ``/-/xem/citations/5`` leads
there from the row alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.database import Database
from datasette.utils.asgi import NotFound, Request, Response

from pipeline.publish.columns import SPEC_OF
from pipeline.publish.dictionary import dictionary
from pipeline.site import cells
from pipeline.site.access import Record, database_path, ensure_table, may_see, published, record, records
from pipeline.site.marks import Mark, boxes_of, marks_on, pages_of, parts_of
from pipeline.site.page_images import PageImageError, find_file, page_image

LISTED_TABLES = ("findings", "projects", "citations", "footnotes", "tables", "sections")
UNLISTED_FIELDS = ("boxes", "cell_boxes", "typed", "meanings", "parts", "document_id", "ref_key", "label")
DAY_SECONDS = 86_400

OF_DOCUMENT = {
    "table_rows": "SELECT t.document_id AS document_id, r.* FROM table_rows r JOIN tables t ON t.id = r.table_id "
    "WHERE r.id = ?",
    "documents": "SELECT *, id AS document_id, 1 AS page, '[]' AS boxes FROM documents WHERE id = ?",
}
ON_PAGE = {
    "projects": "SELECT p.id, p.name AS text, p.boxes FROM projects p JOIN table_rows r ON r.id = p.table_row_id "
    "WHERE p.document_id = ? AND ? BETWEEN r.page_first AND r.page_last ORDER BY p.id",
    "sections": "SELECT id, label AS text, boxes FROM sections WHERE document_id = ? AND page_first = ? ORDER BY id",
    "tables": "SELECT id, label AS text, boxes FROM tables WHERE document_id = ? AND ? BETWEEN page_first AND "
    "page_last ORDER BY id",
    "findings": "SELECT id, message AS text, boxes FROM findings WHERE document_id = ? AND page = ? ORDER BY id",
}
ON_PAGE_BY_DEFAULT = "SELECT id, text, boxes FROM {table} WHERE document_id = ? AND page = ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class Item:
    """A row on the page, for the list beside it."""

    table: str
    id: int
    text: str
    href: str
    marks: tuple[Mark, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A component of the marked row where it stands on the page: number, date, issuer of a citation."""

    name: str
    label: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CellMark:
    """Where the print of one cell of the marked row stands on the page, and what it says."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Chosen:
    """The row that is marked: its fields as people see them, and the pages it stands on."""

    table: str
    id: int
    fields: tuple[tuple[str, object], ...]
    marks: tuple[Mark, ...]
    pages: tuple[int, ...]
    parts: tuple[Part, ...] = ()
    cells: tuple[CellMark, ...] = ()


async def show_row(request: Request, datasette: Datasette) -> Response:
    """Lead from a row to the first page it stands on."""
    table, row_id = request.url_vars["table"], int(request.url_vars["id"])
    await ensure_table(datasette, request, table)
    row = await _row(published(datasette), table, row_id)
    pages = pages_of(boxes_of(row.get("boxes")))
    page = pages[0] if pages else row.get("page") or row.get("page_first") or 1
    chosen = "" if table in ("documents", "pages") else "?" + urlencode({"table": table, "id": row_id})
    return Response.redirect(datasette.urls.path(f"/-/trang/{row['document_id']}/{page}{chosen}"))


async def show_record(request: Request, datasette: Datasette) -> Response:
    """Lead to the row itself, in its table."""
    table = request.url_vars["table"]
    await ensure_table(datasette, request, table)
    return Response.redirect(datasette.urls.row(published(datasette).name, table, request.url_vars["id"]))


async def show_image(request: Request, datasette: Datasette) -> Response:
    """The picture of a page as PNG."""
    await ensure_table(datasette, request, "documents")
    document = await _document(published(datasette), int(request.url_vars["document"]))
    try:
        path = find_file(document["path"], document["sha256"], database_path(datasette))
        image = await page_image(path, int(request.url_vars["page"]))
    except PageImageError as error:
        return Response.text(str(error), status=404)
    headers = {"cache-control": f"private, max-age={DAY_SECONDS}", "x-content-type-options": "nosniff"}
    return Response(image.png, content_type="image/png", headers=headers)


async def show_page(request: Request, datasette: Datasette) -> Response:
    """The page with the row marked, its fields, and what else stands on the page."""
    await ensure_table(datasette, request, "documents")
    await ensure_table(datasette, request, "pages")
    database = published(datasette)
    document = await _document(database, int(request.url_vars["document"]))
    number = int(request.url_vars["page"])
    page = await record(database, "SELECT * FROM pages WHERE document_id = ? AND page = ?", document["id"], number)
    problem = _problem(document, number, database_path(datasette))
    width, height = (page["width"], page["height"]) if page else (0.0, 0.0)
    chosen = await _chosen(datasette, request, document["id"], number, width, height)
    context = {
        "document": document,
        "number": number,
        "page": page,
        "problem": problem,
        "chosen": chosen,
        "groups": await _groups(datasette, request, document["id"], number, (width, height), chosen),
        "chosen_query": f"?table={chosen.table}&id={chosen.id}" if chosen else "",
    }
    status = 404 if page is None and problem else 200
    return Response.html(await datasette.render_template("trang.html", context, request=request), status=status)


def _problem(document: Record, number: int, database: object) -> str | None:
    """Why no picture can be shown, None where it can."""
    if document["status"] == "failed":
        return str(document["error"])
    if document["pages"] is not None and not 1 <= number <= document["pages"]:
        return f"Văn bản chỉ có {document['pages']} trang (no such page)."
    try:
        find_file(document["path"], document["sha256"], database)  # type: ignore[arg-type]
    except PageImageError as error:
        return str(error)
    return None


async def _document(database: Database, document_id: int) -> Record:
    document = await record(database, "SELECT * FROM documents WHERE id = ?", document_id)
    if document is None:
        raise NotFound(f"Không có văn bản mã {document_id} (no such document)")
    return document


async def _row(database: Database, table: str, row_id: int) -> Record:
    if table != "documents" and not {"document_id", "table_id"} & set(SPEC_OF[table].columns):
        raise NotFound(f"Dòng của bảng {table} không đứng trên trang nào (not on a page)")
    row = await record(database, OF_DOCUMENT.get(table, f"SELECT * FROM {table} WHERE id = ?"), row_id)
    if row is None or row["document_id"] is None:
        raise NotFound(f"Không có dòng {row_id} trong bảng {table} (no such row)")
    return row


async def _chosen(
    datasette: Datasette, request: Request, document_id: int, page: int, width: float, height: float
) -> Chosen | None:
    table, row_id = request.args.get("table"), request.args.get("id") or ""
    if not table or not row_id.isdecimal() or len(row_id) > 15:
        return None
    await ensure_table(datasette, request, table)
    row = await _row(published(datasette), table, int(row_id))
    if row["document_id"] != document_id:
        raise NotFound("Dòng này thuộc văn bản khác (the row is of another document)")
    boxes = boxes_of(row.get("boxes"))
    marks, pages = tuple(marks_on(boxes, page, width, height)), tuple(pages_of(boxes))
    parts = tuple(_parts(row.get("parts"), page, width, height))
    cell_marks = _cell_marks(row, page, width, height) if table == "table_rows" else ()
    return Chosen(table, int(row_id), _fields(row, table), marks, pages, parts, cell_marks)


def _parts(stored: str | None, page: int, width: float, height: float) -> Iterator[Part]:
    """The components of a row that stand on this page; none where they cannot be understood."""
    names = dictionary().values.get("part", {})
    for part in parts_of(stored):
        marks = tuple(marks_on(part["boxes"], page, width, height))
        if marks:
            yield Part(part["part"], names.get(part["part"], part["part"]), part["text"], marks)


def _cell_marks(row: Record, page: int, width: float, height: float) -> tuple[CellMark, ...]:
    """A mark for each line of print of each cell; a merged cell, repeated in the row, has its marks once."""
    boxes, texts = json.loads(row["cell_boxes"] or "[]"), json.loads(row["cells"])
    pairs = zip(boxes, texts, strict=False)
    marked = (CellMark(text, mark) for own, text in pairs for mark in marks_on(own, page, width, height))
    return tuple(dict.fromkeys(marked))


def _fields(row: Record, table: str) -> tuple[tuple[str, object], ...]:
    """The columns of a row that hold something for a reader, headed in Vietnamese."""
    words = dictionary()
    return tuple(
        (words.label(column, table), cells.render(row, row[column], column, None, "", str) or row[column])
        for column in SPEC_OF[table].columns
        if row.get(column) is not None and column not in UNLISTED_FIELDS and not column.endswith("id")
    )


async def _groups(
    datasette: Datasette,
    request: Request,
    document_id: int,
    page: int,
    size: tuple[float, float],
    chosen: Chosen | None,
) -> list[tuple[str, list[Item]]]:
    """What stands on the page, table by table."""
    groups = []
    for table in LISTED_TABLES:
        if not await may_see(datasette, request, table):
            continue
        sql = ON_PAGE.get(table, ON_PAGE_BY_DEFAULT.format(table=table))
        found = await records(published(datasette), sql, document_id, page)
        here = (table, chosen.id) if chosen and chosen.table == table else None
        items = [_item(datasette, table, row, document_id, page, size, here) for row in found]
        if items:
            groups.append((dictionary().tables[table].title, items))
    return groups


def _item(
    datasette: Datasette,
    table: str,
    row: Record,
    document_id: int,
    page: int,
    size: tuple[float, float],
    here: tuple[str, int] | None,
) -> Item:
    query = urlencode({"table": table, "id": row["id"]})
    return Item(
        table=table,
        id=row["id"],
        text=str(row["text"] or ""),
        href=datasette.urls.path(f"/-/trang/{document_id}/{page}?{query}"),
        marks=tuple(marks_on(boxes_of(row["boxes"]), page, *size)),
        chosen=here == (table, row["id"]),
    )
