"""A small published database, written by hand from label files: the public columns that the scorer reads."""

from __future__ import annotations

import json
import random
import sqlite3
from pathlib import Path
from typing import Any

SCHEMA = """
create table documents
  (id integer primary key, file, kind, number, symbol, ref, issued_on, place, issuer, title, signer);
create table citations (id integer primary key, document_id, page, text, kind, ref, issued_on, issuer, zone, pinpoint);
create table sections (id integer primary key, document_id, page_first, level, marker, heading, text);
create table footnotes (id integer primary key, document_id, page, marker, text, anchor_text);
create table tables (id integer primary key, document_id, page_first, columns);
create table table_rows (id integer primary key, table_id, position, cells);
"""


def publish_labels(database: Path, labels: list[dict[str, Any]]) -> None:
    """A database that says exactly what the labels say."""
    with sqlite3.connect(database) as db:
        db.executescript(SCHEMA)
        for document, label in enumerate(labels, start=1):
            _publish_header(db, document, label)
            _publish_text(db, document, label)
            for table in label["tables"]:
                _publish_table(db, document, table)
    db.close()


def _publish_header(db: sqlite3.Connection, document: int, label: dict[str, Any]) -> None:
    header = label["document"]
    fields = ("kind", "number", "symbol", "ref", "date", "place", "issuer", "title", "signer")
    values = (document, label["file"], *(header.get(field) for field in fields))
    db.execute("insert into documents values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def _publish_text(db: sqlite3.Connection, document: int, label: dict[str, Any]) -> None:
    for item in label["citations"]:
        fields = ("page", "text", "kind", "ref", "date", "issuer", "zone", "pinpoint")
        values = (None, document, *(item.get(field) for field in fields))
        db.execute("insert into citations values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    for item in label["sections"]:
        values = (None, document, item["page"], item["level"], item["marker"], item["heading"], "")
        db.execute("insert into sections values (?, ?, ?, ?, ?, ?, ?)", values)
    for item in label["footnotes"]:
        values = (None, document, item["page"], item["marker"], item["text"], item.get("anchor"))
        db.execute("insert into footnotes values (?, ?, ?, ?, ?, ?)", values)


def _publish_table(db: sqlite3.Connection, document: int, table: dict[str, Any]) -> None:
    values = (None, document, table["first_page"], json.dumps(table["columns"]))
    key = db.execute("insert into tables values (?, ?, ?, ?)", values).lastrowid
    for position, row in enumerate(table["rows"]):
        db.execute("insert into table_rows values (?, ?, ?, ?)", (None, key, position, json.dumps(row)))


def spoil(database: Path, seed: int) -> None:
    """Change, double and delete rows at random (but the same for the same seed)."""
    chance = random.Random(seed)
    with sqlite3.connect(database) as db:
        for table, columns in _SPOILABLE.items():
            for (key,) in db.execute(f"select id from {table}").fetchall():
                _spoil_row(db, table, columns, key, chance)
    db.close()


_SPOILABLE = {
    "documents": ("kind", "ref", "issued_on", "title"),
    "citations": ("kind", "ref", "issued_on", "issuer", "zone", "pinpoint", "page"),
    "sections": ("marker", "heading", "level", "page_first"),
    "footnotes": ("text", "marker", "anchor_text"),
    "tables": ("page_first",),
    "table_rows": ("cells",),
}


def _spoil_row(db: sqlite3.Connection, table: str, columns: tuple[str, ...], key: int, chance: random.Random) -> None:
    what = chance.random()
    if what < 0.1 and table != "documents":
        db.execute(f"delete from {table} where id = ?", (key,))
    elif what < 0.2 and table not in ("documents", "tables", "table_rows"):
        names = ", ".join(name for (_, name, *_) in db.execute(f"pragma table_info({table})") if name != "id")
        db.execute(f"insert into {table} ({names}) select {names} from {table} where id = ?", (key,))
    elif what < 0.4:
        column = chance.choice(columns)
        db.execute(f"update {table} set {column} = ? where id = ?", (_spoilt(column, chance), key))


def _spoilt(column: str, chance: random.Random) -> object:
    if column in ("page", "page_first", "level"):
        return chance.randint(1, 4)
    if column == "cells":
        return json.dumps(["1", None, "ba"])
    return chance.choice((None, "", "2", "12/QĐ-UBND", "a)", "Luật"))
