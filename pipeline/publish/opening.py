"""The database opened by those that only read it: it is ours, and has all that this version publishes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pipeline.errors import KehoachError
from pipeline.publish.columns import TABLES
from pipeline.publish.folding import register_functions
from pipeline.publish.writing import explained


class ForeignDatabaseError(KehoachError):
    code = "foreign_database"
    exit_code = 2
    reason = "Cơ sở dữ liệu không do chương trình này tạo ra (not a database of this program)"
    remedy = "chọn tệp khác bằng --db (name another with --db)"


class OlderDatabaseError(KehoachError):
    code = "older_database"
    exit_code = 2
    reason = "Cơ sở dữ liệu do phiên bản trước tạo ra, còn thiếu bảng hoặc cột (made by an earlier version)"
    remedy = (
        "chạy lại `kehoach run` với các tệp PDF như lần trước để nâng cấp "
        "(run `kehoach run` on the same PDF files again to bring it up to date)"
    )


def open_published(path: Path) -> sqlite3.Connection:
    """A connection that never changes the database, with the functions that the queries use.

    Raises RunError where the file cannot be read, and as `check_published`.
    """
    with explained(path):
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            check_published(db, path)
        except BaseException:
            db.close()
            raise
    register_functions(db)
    return db


def check_published(db: sqlite3.Connection, path: Path) -> None:
    """Raises ForeignDatabaseError where ``db`` (of ``path``) has no documents, OlderDatabaseError where a column lacks.

    Only a run changes the tables (`schema.open_database`): readers say so instead of failing on some query.
    """
    there = {spec.name: _columns(db, spec.name) for spec in TABLES}
    if not there["documents"]:
        raise ForeignDatabaseError(str(path))
    if any(spec.columns.keys() - there[spec.name] for spec in TABLES):
        raise OlderDatabaseError(str(path))


def _columns(db: sqlite3.Connection, table: str) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM pragma_table_info(?)", (table,))}
