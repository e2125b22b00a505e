"""Programmes and systems are shared between documents: stored once under their key, forgotten when none names them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from pipeline.model import Programme
from pipeline.publish.rows import as_json

UPSERT = """
INSERT INTO programmes (key, name, kind) VALUES (:key, :name, :kind)
ON CONFLICT (key) DO UPDATE SET name = max(programmes.name, excluded.name), kind = excluded.kind
"""


def store_programmes(db: sqlite3.Connection, programmes: Sequence[Programme]) -> Mapping[str, int]:
    """Insert or refresh ``programmes`` inside the caller's transaction; returns the row id of each key.

    Two documents may write a title with other capitals or marks: the same one stays, whatever the order of reading.
    The greater string it is, since lost marks ("Công" for "Cổng") make it less.
    """
    db.executemany(UPSERT, [{"key": p.key, "name": p.name, "kind": p.kind} for p in programmes])
    keys = as_json([programme.key for programme in programmes])
    found = db.execute("SELECT key, id FROM programmes WHERE key IN (SELECT value FROM json_each(?))", (keys,))
    return {str(key): int(row_id) for key, row_id in found}


def drop_unused_programmes(db: sqlite3.Connection) -> None:
    """Forget the programmes that no document names any more."""
    db.execute("DELETE FROM programmes WHERE id NOT IN (SELECT programme_id FROM mentions WHERE programme_id NOT NULL)")
