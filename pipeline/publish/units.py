"""Units are shared between documents: stored once under their registry key, tied to the documents that name them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from pipeline.model import Unit
from pipeline.publish import search
from pipeline.publish.rows import Row, as_json, known

UPSERT = """
INSERT INTO units (key, name, kind, place, aliases, valid_from, valid_to, parent_key, successor_key)
VALUES (:key, :name, :kind, :place, :aliases, :valid_from, :valid_to, :parent_key, :successor_key)
ON CONFLICT (key) DO UPDATE SET
    name = excluded.name, kind = excluded.kind, place = excluded.place, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to, parent_key = excluded.parent_key, successor_key = excluded.successor_key,
    aliases = (SELECT json_group_array(value) FROM (
        SELECT value FROM json_each(units.aliases) UNION SELECT value FROM json_each(excluded.aliases) ORDER BY 1))
"""

# A parent may arrive with a later document than its child, so what is still open is looked up again every time.
LINK = """
UPDATE units SET {link}_id = (SELECT other.id FROM units other WHERE other.key = units.{link}_key)
WHERE {link}_key IS NOT NULL AND ({link}_id IS NULL OR id IN (SELECT value FROM json_each(?)))
"""

ALIASES_IN_USE = """
UPDATE units SET aliases = (
    SELECT json_group_array(value) FROM (
        SELECT DISTINCT value FROM document_units, json_each(document_units.aliases)
        WHERE document_units.unit_id = units.id ORDER BY value))
"""


def store_units(db: sqlite3.Connection, units: Sequence[Unit]) -> Mapping[str, int]:
    """Insert or refresh ``units`` inside the caller's transaction; returns the row id of each key."""
    if not units:
        return {}
    keys = as_json([unit.key for unit in units])
    mine = "key IN (SELECT value FROM json_each(?))"
    search.remove_rows(db, "units", mine, (keys,))
    db.executemany(UPSERT, [_values(unit) for unit in units])
    rows = _rows(db, mine, (keys,))
    search.add_rows(db, "units", rows)
    ids = {str(row["key"]): int(str(row["id"])) for row in rows}
    for link in ("parent", "successor"):
        db.execute(LINK.format(link=link), (as_json(list(ids.values())),))
    return ids


def drop_unused_units(db: sqlite3.Connection) -> None:
    """Forget units, and written forms of units, that no document names any more (after it was read anew or removed)."""
    search.remove_rows(db, "units", "true")
    db.execute("UPDATE units SET parent_id = NULL WHERE parent_id NOT IN (SELECT unit_id FROM document_units)")
    db.execute("UPDATE units SET successor_id = NULL WHERE successor_id NOT IN (SELECT unit_id FROM document_units)")
    db.execute("DELETE FROM units WHERE id NOT IN (SELECT unit_id FROM document_units)")
    db.execute(ALIASES_IN_USE)
    search.add_rows(db, "units", _rows(db, "true", ()))


def _values(unit: Unit) -> Row:
    return {
        "key": unit.key,
        "name": unit.name,
        "kind": unit.kind,
        "place": known(unit.place),
        "aliases": as_json(sorted(set(unit.aliases))),
        "valid_from": known(unit.valid_from),
        "valid_to": known(unit.valid_to),
        "parent_key": known(unit.parent),
        "successor_key": known(unit.successor),
    }


def _rows(db: sqlite3.Connection, where: str, parameters: tuple[object, ...]) -> list[Row]:
    found = db.execute(f"SELECT id, key, name, aliases FROM units WHERE {where}", parameters).fetchall()
    return [dict(zip(("id", "key", "name", "aliases"), values, strict=True)) for values in found]
