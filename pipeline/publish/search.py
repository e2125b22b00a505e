"""Full-text search that finds "Quyết định" for "quyết định" and for "quyet dinh".

Each indexed table has a contentless FTS5 table with two columns: the text as printed and the same text folded.
A word typed with its accents matches the printed column, one typed without matches the folded column too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.folding import fold
from pipeline.publish.folding import search_form

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of one table: which of its columns are searched together."""

    table: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.table}_fts"

    def entry(self, row: Row) -> tuple[object, str, str]:
        """What the index holds of a row: its id, its text, its folded text."""
        text = "\n".join(str(row[column]) for column in self.columns if row[column] is not None)
        return row["id"], search_form(text), fold(text)


INDEXES: tuple[SearchIndex, ...] = (
    SearchIndex("documents", ("ref", "kind", "title", "issuer", "signer", "file")),
    SearchIndex("pages", ("text",)),
    SearchIndex("sections", ("marker", "heading", "text")),
    SearchIndex("footnotes", ("text", "anchor_text")),
    SearchIndex("citations", ("text", "title")),
    SearchIndex("table_rows", ("cells",)),
    SearchIndex("projects", ("name", "lead_unit", "partner_units", "goal", "result", "group_name")),
    SearchIndex("units", ("name", "aliases")),
    SearchIndex("instruments", ("ref", "kind", "title", "issuer")),
)
INDEX_OF: Mapping[str, SearchIndex] = {index.table: index for index in INDEXES}


def create_indexes(db: sqlite3.Connection) -> None:
    """Make the search tables. Nothing is stored twice (``content=''``); accents are left to the folded column."""
    for index in INDEXES:
        db.execute(
            f"CREATE VIRTUAL TABLE {index.name} USING fts5("
            "printed, folded, content='', tokenize='unicode61 remove_diacritics 0')"
        )


def add_rows(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Index new rows of ``table``; tables without an index are left alone."""
    if index := INDEX_OF.get(table):
        db.executemany(
            f"INSERT INTO {index.name}(rowid, printed, folded) VALUES (?, ?, ?)", (index.entry(row) for row in rows)
        )


def remove_rows(db: sqlite3.Connection, table: str, where: str, parameters: tuple[object, ...] = ()) -> None:
    """Take rows of ``table`` out of its index, before they are changed or deleted.

    A contentless index must be told the old text (SQLite before 3.43 has no other way).
    """
    index = INDEX_OF.get(table)
    if index is None:
        return
    columns = ("id", *index.columns)
    found = db.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where}", parameters).fetchall()
    db.executemany(
        f"INSERT INTO {index.name}({index.name}, rowid, printed, folded) VALUES ('delete', ?, ?, ?)",
        (index.entry(dict(zip(columns, values, strict=True))) for values in found),
    )


def index_again(db: sqlite3.Connection, table: str, ids: Iterable[int]) -> None:
    """Index rows anew that were taken out by `remove_rows` and then changed."""
    columns = ("id", *INDEX_OF[table].columns)
    select = f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?"
    rows = [dict(zip(columns, db.execute(select, (row_id,)).fetchone(), strict=True)) for row_id in ids]
    add_rows(db, table, rows)
