"""The database file: opened for writing, its tables created and brought up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

from pipeline.publish.columns import TABLES, TableSpec
from pipeline.publish.folding import register_functions
from pipeline.publish.search import create_indexes
from pipeline.publish.writing import explained

LOCK_WAIT_SECONDS = 30.0

schema = Migrations("kehoach")


def open_database(path: Path) -> sqlite3.Connection:
    """A connection for the one writer of a run: WAL (readers are never blocked), foreign keys enforced.

    Creates the file and its folder, or migrates the tables of an earlier version.
    Raises RunError where the file cannot be opened or written.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # isolation_level None: transactions are begun and ended by `writing.transaction` alone.
        db = sqlite3.connect(path, isolation_level=None, timeout=LOCK_WAIT_SECONDS)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        register_functions(db)
        schema.apply(Database(db, execute_plugins=False))
        return db


def schema_version(db: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    return len(schema.applied(Database(db, execute_plugins=False)))


@schema()
def published_tables(database: Database) -> None:
    """Version 1: the tables of the public schema."""
    for spec in TABLES:
        _create(database, spec)


@schema()
def search_indexes(database: Database) -> None:
    """Version 2: full-text search with and without diacritics."""
    create_indexes(database.conn)


@schema()
def grown_tables(database: Database) -> None:
    """Version 3: what the first version did not have (parts, back references, typed values, programmes)."""
    for spec in TABLES:
        table = database.table(spec.name)
        if not table.exists():
            _create(database, spec)
        for column in spec.columns.keys() - table.columns_dict.keys():
            _add(database, spec, column)


def _add(database: Database, spec: TableSpec, column: str) -> None:
    """A column that an earlier version did not have, empty until a document is read anew."""
    other = spec.references.get(column)
    table = database.table(spec.name)
    table.add_column(column, spec.columns[column], fk=other, fk_col="id" if other else None)
    if column in spec.indexed:
        table.create_index([column])


def _create(database: Database, spec: TableSpec) -> None:
    table = database.table(spec.name)
    table.create(
        dict(spec.columns),
        pk="id",
        not_null=spec.required,
        foreign_keys=[(column, other, "id") for column, other in spec.references.items()],
    )
    for column in spec.unique:
        table.create_index([column], unique=True)
    for column in spec.indexed:
        table.create_index([column])
