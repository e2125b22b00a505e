"""``kehoach export``: a table, a saved query or all tables as CSV, or as a workbook where the file ends in .xlsx."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, cast

import click

from pipeline.commands.words import EXIT_CANNOT_GO_ON, WrongUseError, existing
from pipeline.errors import KehoachError
from pipeline.publish.columns import SPEC_OF
from pipeline.publish.export import export_query, export_table, snapshot
from pipeline.publish.opening import open_published
from pipeline.publish.queries import saved_queries

WORKBOOK = ".xlsx"


class OutputError(KehoachError):
    code = "output_unwritable"
    exit_code = EXIT_CANNOT_GO_ON
    reason = "Không ghi được tệp kết quả (cannot write the output)"
    remedy = (
        "kiểm tra thư mục, quyền ghi, và tệp có đang mở trong Excel không "
        "(check the folder, your rights, and whether Excel has the file open)"
    )


@dataclass(frozen=True, slots=True)
class Style:
    """How CSV is written (for Excel), and whether with Vietnamese headings."""

    excel: bool
    labels: bool


def export(
    database: Path,
    table: str | None,
    query: str | None,
    parameters: Mapping[str, str],
    everything: bool,
    output: Path | None,
    style: Style,
) -> int:
    """Write one table, one query, or (``everything``) each table to a file of its name in the folder ``output``.

    Where ``output`` ends in .xlsx it is one workbook, with a sheet a table.
    """
    if [table is not None, query is not None, everything].count(True) != 1:
        raise WrongUseError(choices())
    if parameters and query is None:
        raise WrongUseError("-p chỉ dùng với --query (-p goes with --query)")
    with closing(open_published(existing(database))) as db:
        if output is not None and output.suffix.lower() == WORKBOOK:
            return _workbook(db, table, query, parameters, output, style.labels)
        if everything:
            return _all_tables(db, output, style)
        with _destination(output) as out:
            if table is not None:
                rows = export_table(db, table, out, style.excel, style.labels)
            else:
                rows = export_query(db, query or "", parameters, out, style.excel, style.labels)
    if output:
        click.echo(f"{output}: {rows} dòng (rows)", err=True)
    return 0


def export_report(database: Path, wanted: str, output: Path | None) -> int:
    """Write the reconciliation report of one document as a workbook; without ``output`` beside where one stands."""
    from pipeline.publish.report import make_report
    from pipeline.publish.report_workbook import write_report

    if output is not None and output.suffix.lower() != WORKBOOK:
        raise WrongUseError(f"--report ghi tệp Excel: đặt tên kết thúc bằng {WORKBOOK} (name the file {WORKBOOK})")
    with closing(open_published(existing(database))) as db:
        report = make_report(db, wanted)
    out = output or Path(f"{Path(report.document['file']).stem}.doi-chieu{WORKBOOK}")
    with _complete(out) as part:
        write_report(report, part)
    click.echo(
        f"{out}: {len(report.tables)} bảng, {len(report.findings)} điểm cần xem (tables, findings)",
        err=True,
    )
    return 0


def choices() -> str:
    """What can be exported, one a line."""
    lines = [f"  --query {query.name}: {query.title}" for query in saved_queries().values()]
    asked = "chọn một bảng, một --query hoặc --all (choose a table, a --query or --all)"
    return "\n".join([asked, f"  bảng (tables): {', '.join(SPEC_OF)}", *lines])


def _all_tables(db: sqlite3.Connection, folder: Path | None, style: Style) -> int:
    if folder is None:
        raise WrongUseError("--all cần -o THƯ_MỤC hoặc -o TỆP.xlsx (--all needs -o FOLDER or -o FILE.xlsx)")
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for name in SPEC_OF:
        with _destination(folder / f"{name}.csv") as out:
            rows = export_table(db, name, out, style.excel, style.labels)
        click.echo(f"{folder / name}.csv: {rows} dòng (rows)", err=True)
    return 0


def _workbook(
    db: sqlite3.Connection, table: str | None, query: str | None, parameters: Mapping[str, str], out: Path, labels: bool
) -> int:
    """One workbook: of a query, of a table, or of all tables where neither is named."""
    from pipeline.publish.workbook import query_sheets, table_sheets, write_workbook  # pandas takes a second to load

    with snapshot(db), _complete(out) as part:
        tables = [table] if table is not None else list(SPEC_OF)
        sheets = query_sheets(db, query, parameters, labels) if query is not None else None
        written = write_workbook(sheets or (s for name in tables for s in table_sheets(db, name, labels)), part)
    for sheet in written:
        click.echo(f"{out} [{sheet.title}]: {sheet.rows} dòng (rows)", err=True)
        if sheet.cut:
            click.echo(f"  {sheet.cut} ô quá dài cho Excel, đã cắt; bản CSV có đủ (cells cut; CSV has all)", err=True)
    return 0


@contextmanager
def _destination(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears under its name only when it is complete."""
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        yield cast(TextIO, sys.stdout)
        sys.stdout.flush()
        return
    with _complete(output) as part, part.open("w", encoding="utf-8", newline="") as out:
        yield out


@contextmanager
def _complete(output: Path) -> Iterator[Path]:
    """Where to write what shall be at ``output`` once it is complete."""
    if output.is_dir():
        raise WrongUseError(f"-o cần tên tệp, {output} là thư mục (-o needs the name of a file, not a folder)")
    part = output.with_name(output.name + ".part")
    with _explained(output):
        part.touch()  # what cannot be written is said before the work, and not by openpyxl
        try:
            yield part
            os.replace(part, output)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _explained(output: Path) -> Iterator[None]:
    """Turn what keeps ``output`` from being written into an OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{output} ({error.strerror})") from error
