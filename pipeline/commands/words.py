"""Errors of the command line, and how they are said: Vietnamese first, English second."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import KehoachError

EXIT_OK = 0
EXIT_CANNOT_GO_ON = 1
EXIT_WRONG_USE = 2
EXIT_SOME_FAILED = 3
EXIT_INTERRUPTED = 130

INTERRUPTED = (
    "Đã dừng; những gì đọc xong đã được lưu, chạy lại cùng lệnh để đọc tiếp "
    "(stopped; what was read is kept, run the same command to go on)"
)

_WRONG_USE: tuple[tuple[type[click.UsageError], str], ...] = (
    (click.NoSuchOption, "Không có tùy chọn này (no such option)"),
    (click.MissingParameter, "Thiếu tham số (missing parameter)"),
    (click.BadParameter, "Giá trị không hợp lệ (invalid value)"),
    (click.UsageError, "Dùng sai lệnh (wrong use)"),
)


class NoDatabaseError(KehoachError):
    """A command that reads a database was given none."""

    code = "no_database"
    exit_code = EXIT_WRONG_USE
    reason = "Chưa có cơ sở dữ liệu (no such database)"
    remedy = (
        "chạy `kehoach run` trước, hoặc chỉ tệp khác bằng --db (run `kehoach run` first, or name another with --db)"
    )


class WrongUseError(KehoachError):
    """Arguments that do not go together."""

    code = "wrong_use"
    exit_code = EXIT_WRONG_USE
    reason = "Dùng sai lệnh (wrong use)"


def existing(database: Path) -> Path:
    """The database, which must exist already. Raises NoDatabaseError."""
    if not database.is_file():
        raise NoDatabaseError(str(database))
    return database


def describe_usage(error: click.UsageError) -> str:
    """A wrong use that click found, with where to read on."""
    said = next(words for kind, words in _WRONG_USE if isinstance(error, kind))
    command = error.ctx.command_path if error.ctx else "kehoach"
    return f"{said}: {error.format_message()}\nXem cách dùng (see): {command} --help"
