"""What the published database says about one document, read through its public columns only."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Set
from dataclasses import dataclass

HEADER_COLUMNS = ("kind", "ref", "issued_on", "place", "issuer", "title", "signer")


@dataclass(frozen=True, slots=True)
class CitationRow:
    page: int | None
    text: str | None
    kind: str | None
    ref: str | None
    issued_on: str | None
    issuer: str | None
    zone: str | None
    pinpoint: str | None


@dataclass(frozen=True, slots=True)
class SectionRow:
    page_first: int | None
    level: int | None
    marker: str | None
    heading: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class FootnoteRow:
    page: int | None
    marker: str | None
    text: str | None
    anchor_text: str | None


@dataclass(frozen=True, slots=True)
class TableRows:
    page_first: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """The rows of one document; all empty where the database does not hold it."""

    header: dict[str, str | None]
    citations: tuple[CitationRow, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    footnotes: tuple[FootnoteRow, ...] = ()
    tables: tuple[TableRows, ...] = ()


def read_published(db: sqlite3.Connection, file: str, pages: Set[int]) -> PublishedDocument:
    """The rows of the document of that file name that begin on one of ``pages``."""
    columns = ", ".join(HEADER_COLUMNS)
    sql = f"select id, {columns} from documents where file = ? or file like ? order by id limit 1"
    found = db.execute(sql, (file, "%/" + file)).fetchone()
    if found is None:
        return PublishedDocument(dict.fromkeys(HEADER_COLUMNS))
    document, *header = found
    return PublishedDocument(
        dict(zip(HEADER_COLUMNS, header, strict=True)),
        tuple(row for row in _citations(db, document) if row.page in pages),
        tuple(row for row in _sections(db, document) if row.page_first in pages),
        tuple(row for row in _footnotes(db, document) if row.page in pages),
        tuple(table for table in _tables(db, document) if table.page_first in pages),
    )


def _citations(db: sqlite3.Connection, document: int) -> list[CitationRow]:
    sql = "select page, text, kind, ref, issued_on, issuer, zone, pinpoint from citations where document_id = ?"
    return [CitationRow(*row) for row in db.execute(sql + " order by id", (document,))]


def _sections(db: sqlite3.Connection, document: int) -> list[SectionRow]:
    sql = "select page_first, level, marker, heading, text from sections where document_id = ? order by id"
    return [SectionRow(*row) for row in db.execute(sql, (document,))]


def _footnotes(db: sqlite3.Connection, document: int) -> list[FootnoteRow]:
    sql = "select page, marker, text, anchor_text from footnotes where document_id = ? order by id"
    return [FootnoteRow(*row) for row in db.execute(sql, (document,))]


def _tables(db: sqlite3.Connection, document: int) -> list[TableRows]:
    sql = "select id, page_first, columns from tables where document_id = ? order by page_first, id"
    tables = db.execute(sql, (document,)).fetchall()
    return [TableRows(page, tuple(json.loads(columns or "[]")), _cells(db, table)) for table, page, columns in tables]


def _cells(db: sqlite3.Connection, table: int) -> tuple[tuple[str, ...], ...]:
    sql = "select cells from table_rows where table_id = ? order by position"
    return tuple(tuple(cell or "" for cell in json.loads(cells)) for (cells,) in db.execute(sql, (table,)))
