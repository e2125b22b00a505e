"""Written forms of bodies that a person adds, in a file of their own beside the database, which no update touches.

A CSV file with a heading: ``cach_viet`` is a form as it is printed, ``don_vi`` the full name of the body ("Sở Nội vụ
tỉnh Kon Tum"), or a name that the registry does not know, which becomes a body of its own. Excel's own CSV (semicolons,
byte order mark) is read too.
"""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from pipeline.entities.text import plain_key
from pipeline.errors import KehoachError

VARIABLE = "KEHOACH_ALIASES"
"""The environment variable that names the file to the processes that read documents."""
SUFFIX = ".aliases.csv"
FORM, UNIT = "cach_viet", "don_vi"


class AliasFileError(KehoachError):
    code = "alias_file"
    exit_code = 2
    reason = "Tệp tên gọi riêng không dùng được (the file of your own aliases cannot be used)"
    remedy = f"cần hai cột {FORM} và {UNIT}, mỗi dòng đủ hai ô (two columns, both filled in every line)"


def alias_file(database: Path) -> Path:
    """Where the aliases for ``database`` are: beside it, or where the environment says."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else database.with_suffix(SUFFIX)


@contextmanager
def aliases_of(database: Path) -> Iterator[None]:
    """Meanwhile this process, and those that it starts, read the file of ``database``. Raises AliasFileError."""
    path = alias_file(database)
    read_aliases(path)
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(path.absolute())
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before


def read_aliases(path: Path) -> Mapping[str, str]:
    """Form -> full name, as a person wrote them; empty where there is no file. Raises AliasFileError."""
    if not path.is_file():
        return {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AliasFileError(f"{path}: {error}") from error
    delimiter = ";" if lines and ";" in lines[0] else ","
    rows = csv.DictReader(lines, delimiter=delimiter)
    if not {FORM, UNIT} <= set(rows.fieldnames or ()):
        raise AliasFileError(f"{path}, dòng 1 (line 1)")
    return dict(_alias(row, number, path) for number, row in enumerate(rows, start=2) if any(row.values()))


def _alias(row: Mapping[str, str | None], number: int, path: Path) -> tuple[str, str]:
    form, unit = (" ".join((row[column] or "").split()) for column in (FORM, UNIT))
    if not form or not unit:
        raise AliasFileError(f"{path}, dòng {number} (line {number})")
    return form, unit


def add_alias(path: Path, form: str, unit: str) -> None:
    """Append one line, with the heading where the file is new. Raises AliasFileError."""
    is_new = not path.is_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            if is_new:
                writer.writerow((FORM, UNIT))
            writer.writerow((form, unit))
    except OSError as error:
        raise AliasFileError(f"{path}: {error.strerror}") from error


def digest() -> str:
    """Eight letters that change with the file in use, "" without one: documents read with another are read anew."""
    path = os.environ.get(VARIABLE)
    if not path or not Path(path).is_file():
        return ""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:8]


@cache
def own_aliases() -> Mapping[str, tuple[str, str]]:
    """`plain_key` of a form -> the form and the full name, from the file that the environment names."""
    path = os.environ.get(VARIABLE)
    written = read_aliases(Path(path)) if path else {}
    return {plain_key(form): (form, unit) for form, unit in written.items()}
