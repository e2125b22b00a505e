"""Every mention of one project, body or programme, for the page of its row, and the way to the page it is on."""

from __future__ import annotations

from dataclasses import dataclass

from datasette.app import Datasette
from datasette.utils.asgi import Request

from pipeline.site.access import Record, may_see, published, records

MOST = 500
COLUMNS = {"projects": "project_id", "units": "unit_id", "programmes": "programme_id"}
"""The tables whose rows are mentioned, and the column of `mentions` that says which."""
SQL = """
SELECT m.id, m.document_id, d.label AS document, m.page, m.text, m.zone, m.confidence, m.found_by,
       s.label AS section, f.label AS footnote, r.label AS table_row
FROM mentions m
JOIN documents d ON d.id = m.document_id
LEFT JOIN sections s ON s.id = m.section_id
LEFT JOIN footnotes f ON f.id = m.footnote_id
LEFT JOIN table_rows r ON r.id = m.table_row_id
WHERE m.{column} = ? OR (m.unit_class_id = ? AND '{column}' = 'unit_id')
ORDER BY d.issued_on, d.label, m.document_id, m.page, m.id
LIMIT {most}
"""


@dataclass(frozen=True, slots=True)
class Mentions:
    """The first `MOST` mentions, and ``more`` where there are others."""

    rows: tuple[Record, ...]
    more: bool


async def mentions_of(datasette: Datasette, request: Request, table: str, row_id: str) -> Mentions | None:
    """The mentions of that row; None where the table has none, or this visitor may not see them."""
    column = COLUMNS.get(table)
    if column is None or not await may_see(datasette, request, "mentions"):
        return None
    sql = SQL.format(column=column, most=MOST + 1)
    found = await records(published(datasette), sql, row_id, row_id)
    return Mentions(tuple(found[:MOST]), len(found) > MOST)
