"""Tables and saved queries as an Excel workbook: typed cells, no formulas, nothing cut in silence.

Numbers are numbers, amounts (columns ending in ``_vnd``) with the thousands parted as the reader's Excel does it.
All else is text and stays text, also where it begins like a formula. Dates stay ISO text, because many are printed
in part only ("2026", "2026-03") and would be no dates of Excel's; as text they sort and filter all the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import regex
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from pipeline.errors import KehoachError
from pipeline.publish.dictionary import dictionary
from pipeline.publish.export import FORMULA_START, query_pages, snapshot, table_columns, table_pages
from pipeline.publish.project_sums import project_sums

MOST_ROWS, MOST_CHARACTERS, SAFE_INTEGER = 1_048_576, 32_767, 10**15
"""What a sheet and a cell of Excel hold (its specifications and limits): rows with the heading, characters, digits."""

CUT = " … [ô Excel không chứa hết, xem bản CSV]"
AMOUNT_FORMAT = "#,##0"
NARROWEST, WIDEST, MEASURED_ROWS = 8, 60, 300
LONGEST_TITLE = 31
_NOT_IN_TITLES = regex.compile(r"[\[\]:*?/\\]")
BOLD, WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


class TooManyRowsError(KehoachError):
    """More rows than a sheet holds."""

    code = "too_many_rows"
    exit_code = 2
    reason = "Quá nhiều dòng cho một trang tính Excel (too many rows for a sheet of Excel)"
    remedy = "xuất CSV: đặt tên tệp kết thúc bằng .csv (export as CSV: name the file .csv)"


@dataclass(frozen=True, slots=True)
class Sheet:
    """``frame`` has the columns by name and ``object`` values; ``heading`` is what stands above them."""

    title: str
    heading: Sequence[str]
    frame: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a sheet: its rows, and how many of its cells were too long for Excel."""

    title: str
    rows: int
    cut: int


def table_sheets(db: sqlite3.Connection, table: str, labels: bool) -> Iterator[Sheet]:
    """Every row of ``table``; for projects also their sums by lead unit. QueryError for an unknown table."""
    columns = table_columns(table)
    words = dictionary()
    with snapshot(db):
        frame = _frame(columns, table_pages(db, table))
        heading = [words.label(column, table) for column in columns] if labels else columns
        yield Sheet(words.tables[table].title if labels else table, heading, frame)
        if table == "projects" and len(frame):
            sums = project_sums(db)
            yield Sheet("Tổng hợp", list(sums.columns), sums)


def query_sheets(db: sqlite3.Connection, name: str, params: Mapping[str, str], labels: bool) -> Iterator[Sheet]:
    """The answer to a saved query. QueryError for a wrong use."""
    with snapshot(db):
        columns, pages = query_pages(db, name, params)
        heading = [dictionary().label(column) for column in columns] if labels else columns
        yield Sheet(name, heading, _frame(columns, pages))


def write_workbook(sheets: Iterable[Sheet], path: Path) -> tuple[Written, ...]:
    """Write ``sheets`` to ``path``. TooManyRowsError before anything is written of a sheet that cannot hold them."""
    book = Workbook(write_only=True)
    written = tuple(_write(book, sheet) for sheet in sheets)
    book.save(path)
    return written


def _frame(columns: Sequence[str], pages: Iterable[list[tuple[object, ...]]]) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = []
    for page in pages:
        rows += page
        if len(rows) >= MOST_ROWS:
            raise TooManyRowsError(f"hơn {MOST_ROWS - 1} dòng (rows)")
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def _write(book: Workbook, sheet: Sheet) -> Written:
    page = book.create_sheet(sheet_title(sheet.title, book.sheetnames))
    page.freeze_panes = "A2"
    for number, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.append([_heading_cell(page, text) for text in sheet.heading])
    amounts = [name.endswith("_vnd") or "(đồng" in name for name in sheet.frame.columns]
    cut = 0
    for row in sheet.frame.itertuples(index=False, name=None):
        page.append([_cell(page, value, amount) for value, amount in zip(row, amounts, strict=True)])
        cut += sum(isinstance(value, str) and len(value) > MOST_CHARACTERS for value in row)
    return Written(page.title, len(sheet.frame), cut)


def sheet_title(title: str, taken: Sequence[str]) -> str:
    """``title`` as the name of a sheet: short enough, without the characters Excel forbids, not twice."""
    short = _NOT_IN_TITLES.sub(" ", title)[:LONGEST_TITLE].strip(" ,'")
    lowered = {name.lower() for name in taken}
    return short if short.lower() not in lowered else f"{short[: LONGEST_TITLE - 3].strip()} {len(taken) + 1}"


def _widths(sheet: Sheet) -> Iterator[float]:
    for place, heading in enumerate(sheet.heading):
        values = sheet.frame.iloc[:MEASURED_ROWS, place]
        longest = max((len(str(value)) for value in values if not _is_missing(value)), default=0)
        yield float(min(max(longest + 2, len(heading) // 2 + 2, NARROWEST), WIDEST))


def _heading_cell(page: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = text_cell(page, text)
    cell.font, cell.alignment = BOLD, WRAPPED
    return cell


def _cell(page: WriteOnlyWorksheet, value: object, amount: bool) -> object:
    if _is_missing(value):
        return None
    if isinstance(value, int | float) and abs(value) < SAFE_INTEGER:
        if not amount:
            return value
        cell = WriteOnlyCell(page, value)
        cell.number_format = AMOUNT_FORMAT
        return cell
    return text_cell(page, str(value))  # also a number of so many digits that Excel would round it


def text_cell(page: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    """A cell of text, whatever it looks like: "=1+1" and "#N/A" are what is printed, no formula and no error."""
    cell = WriteOnlyCell(page, _fitting(ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)))
    cell.data_type = "s"
    cell.quotePrefix = bool(FORMULA_START.match(text))  # text still, when a person edits the cell
    return cell


def _fitting(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - len(CUT)] + CUT


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or value != value or value == ""
