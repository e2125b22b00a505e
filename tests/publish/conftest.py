"""An empty database, and one that holds the sample document."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.publish.schema import open_database
from pipeline.publish.store import store_document
from tests.publish.samples import VERSION, extraction, source


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Foreign keys hold at the end of every test."""
    connection = open_database(tmp_path / "out" / "plans.db")
    connection.row_factory = sqlite3.Row
    yield connection
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.fixture
def filled(db: sqlite3.Connection) -> sqlite3.Connection:
    store_document(db, source(), extraction(), VERSION)
    return db
