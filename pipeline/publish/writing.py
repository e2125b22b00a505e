"""Writing to the database: one transaction at a time, and failures that say what the user can do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import RunError
from pipeline.publish import search


class DiskFullError(RunError):
    code = "disk_full"
    reason = "Hết dung lượng đĩa, đã dừng (disk full)"
    remedy = (
        "giải phóng dung lượng rồi chạy lại cùng lệnh: văn bản đã đọc xong được giữ nguyên "
        "(free some space and run again: finished documents are kept)"
    )


class DatabaseLockedError(RunError):
    code = "database_locked"
    reason = "Cơ sở dữ liệu đang bị chương trình khác ghi (database locked)"
    remedy = "chờ hoặc tắt lần chạy kia rồi chạy lại (wait for the other run, or stop it, and run again)"


class DatabaseUnwritableError(RunError):
    code = "database_unwritable"
    reason = "Không mở hoặc không ghi được tệp cơ sở dữ liệu (cannot open or write the database)"
    remedy = "kiểm tra đường dẫn và quyền ghi, hoặc chọn tệp khác bằng --db (check the path and rights, or use --db)"


class NotADatabaseError(RunError):
    code = "not_a_database"
    reason = "Tệp không phải là cơ sở dữ liệu SQLite dùng được (not a usable SQLite database)"
    remedy = (
        "chọn tệp khác bằng --db; nếu đây là cơ sở dữ liệu bị hỏng thì đổi tên tệp rồi chạy lại "
        "(use another --db; if this is a damaged database, rename it and run again)"
    )


CAUSES: dict[int, type[RunError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_BUSY: DatabaseLockedError,
    sqlite3.SQLITE_LOCKED: DatabaseLockedError,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnwritableError,
    sqlite3.SQLITE_READONLY: DatabaseUnwritableError,
    sqlite3.SQLITE_PERM: DatabaseUnwritableError,
    sqlite3.SQLITE_IOERR: DatabaseUnwritableError,
    sqlite3.SQLITE_NOTADB: NotADatabaseError,
    sqlite3.SQLITE_CORRUPT: NotADatabaseError,
}
PRIMARY_CODE = 0xFF  # the low byte of SQLite's extended result codes


@contextmanager
def explained(subject: Path | None = None) -> Iterator[None]:
    """Turn failures of the disk or the database into a RunError with a remedy; let programming errors through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        cause = CAUSES.get((getattr(error, "sqlite_errorcode", None) or 0) & PRIMARY_CODE)
        if cause is None:
            raise
        raise cause(str(subject or error)) from error
    except OSError as error:
        raise DatabaseUnwritableError(str(subject or error)) from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: what is written inside is committed at the end, or leaves no trace.

    Raises RunError where the disk is full or another process holds the database.
    """
    with explained():
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def insert_rows(db: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, object]], conflict: str = "") -> None:
    """Insert rows that all have the same columns, and index them for search."""
    if not rows:
        return
    names = ", ".join(f'"{column}"' for column in rows[0])
    places = ", ".join(f":{column}" for column in rows[0])
    db.executemany(f"INSERT INTO {table} ({names}) VALUES ({places}) {conflict}", rows)
    search.add_rows(db, table, rows)


def delete_rows(db: sqlite3.Connection, table: str, where: str, parameters: tuple[object, ...] = ()) -> None:
    """Delete rows, and what the search index holds of them."""
    search.remove_rows(db, table, where, parameters)
    db.execute(f"DELETE FROM {table} WHERE {where}", parameters)
