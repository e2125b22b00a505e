"""A reconciliation report as an Excel workbook: an overview, the findings, the sums, and a sheet a table.

On the sheet of a table the columns stand as printed, beside them what was understood of them (money in đồng, numbers,
days) and the findings about the row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from pipeline.checks.totals import Sum
from pipeline.model import TableRow, Value
from pipeline.publish.dictionary import dictionary
from pipeline.publish.report import Report, ReportFinding, ReportTable
from pipeline.publish.workbook import AMOUNT_FORMAT, BOLD, SAFE_INTEGER, WRAPPED, sheet_title, text_cell

NUMBER_FORMAT = "#,##0.############"
PRINTED, TYPED, FOUND, BAD = (PatternFill("solid", fgColor=c) for c in ("E7E6E6", "DDEBF7", "FFF2CC", "F8CBAD"))
TITLE = Font(bold=True, size=14)
RULED = Border(*(Side("hair") for _ in range(4)))
DOCUMENT_FIELDS = ("file", "ref", "kind", "title", "issuer", "issued_on", "pages", "status", "text_source")
TABLE_HEADS = (
    *("Trang tính", "Tên bảng", "Từ trang", "Đến trang", "Số cột", "Số dòng", "Số dự án, nhiệm vụ"),
    *("Tổng kinh phí (đồng)", "Tổng đã giải ngân (đồng)", "Điểm cần xem"),
)
SUM_HEADS = ("Bảng", "Trang", "Dòng", "Dòng tổng", "Cột", "Số in", "Cộng các dòng", "Chênh lệch", "Đơn vị tính")
NARROW, WIDEST, TYPED_WIDTH, MEASURED_ROWS = 7.0, 46.0, 18.0, 200
LINE_HEIGHT, HIGHEST = 15.0, 409.0  # pt: of a line of print, and the most that Excel gives a row
PRINT_WIDTH = 1.0  # of a letter with its share of spaces left at line ends, against the digit that widths count in
A4 = 9
RECURS = {"always": "thường xuyên", "month": "hằng tháng", "quarter": "hằng quý", "year": "hằng năm"}

Plain = str | int | float | None


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that a value says: how its column is headed, and what it is for a value of those ``kinds``."""

    name: str
    kinds: tuple[str, ...]
    read: Callable[[Value], object]


FACETS = (
    Facet("đồng", ("money",), lambda value: value.vnd),
    Facet("số", ("number",), lambda value: value.number),
    Facet("%", ("percent",), lambda value: value.number),
    Facet("từ", ("range",), lambda value: value.number),
    Facet("đến", ("range",), lambda value: value.upper),
    Facet("từ ngày", ("date", "period"), lambda value: value.first),
    Facet("đến ngày", ("date", "period"), lambda value: value.last),
    Facet("lặp lại", ("period",), lambda value: RECURS.get(value.recurs or "")),
    Facet("như dòng trên", ("text",), lambda value: value.text),
)


def write_report(report: Report, path: Path) -> None:
    """Write ``report`` as a workbook to ``path``."""
    book = Workbook(write_only=True)
    _overview(book, report)
    _findings(book, report.findings)
    _sums(book, report.tables)
    for table in report.tables:
        _table(book, table)
    book.save(path)


# --- sheets -------------------------------------------------------------------------------------------------


def _overview(book: Workbook, report: Report) -> None:
    page = _Page(book, "Tổng quan", (16, 50, 10, 10, 10, 10, 14, 22, 22, 12))
    words = dictionary()
    page.add([_line(page, "Báo cáo đối chiếu bảng (reconciliation of tables)", TITLE)])
    page.add([])
    for name in DOCUMENT_FIELDS:
        value = report.document[name]
        shown = words.value(name, value) or value
        page.add([_text(page, words.label(name, "documents"), font=BOLD), _any(page, shown)])
    page.add([])
    page.add([_head(page, head, PRINTED) for head in TABLE_HEADS])
    for each in report.tables:
        table = each.table
        page.add(
            [
                _text(page, _name_of(each)),
                _text(page, table.caption or ""),
                *(_any(page, number) for number in (table.page_first, table.page_last, len(table.columns))),
                *(_any(page, number) for number in (len(table.rows), each.projects or None)),
                *(_amount(page, amount) for amount in (each.budget_vnd, each.disbursed_vnd)),
                _any(page, len(each.findings)),
            ]
        )
    page.add([])
    for text, fill in (
        ("cột như in (as printed)", PRINTED),
        ("giá trị chương trình hiểu; trống là không chắc (typed values; blank: not sure)", TYPED),
        ("điểm cần xem lại (findings)", FOUND),
        ("tổng in khác tổng các dòng (printed total differs from the sum)", BAD),
    ):
        page.add([_text(page, "", fill=fill), _line(page, text)])


def _findings(book: Workbook, findings: Sequence[ReportFinding]) -> None:
    page = _Page(book, "Điểm cần xem", (12, 40, 90, 8, 8, 8), freeze="A2")
    words = dictionary()
    page.add([_head(page, head, FOUND) for head in ("Mức độ", "Loại", "Nội dung", "Trang", "Bảng", "Dòng")])
    for finding in findings:
        level = words.value("severity", finding.severity) or finding.severity
        kind = words.value("code", finding.code) or finding.code
        shown = (level, kind, finding.message, finding.page, finding.table, finding.row)
        page.add([_any(page, value) for value in shown])


def _table(book: Workbook, report: ReportTable) -> None:
    table = report.table
    typed = _typed_columns(report)
    names = [*(name or "(không có tên cột)" for name in _padded(table.columns, report)), *(t.heading for t in typed)]
    heads = ["Dòng", "Trang", *names, "Điểm cần xem"]
    page = _Page(book, _name_of(report), tuple(_widths(report, heads, len(typed))), freeze="A5")
    first_typed = len(heads) - len(typed) - 1
    page.add([_line(page, table.caption or "(bảng không có tên)", TITLE)])
    page.add([_line(page, _about(report))])
    page.add([])
    fills = [PRINTED] * first_typed + [TYPED] * len(typed) + [FOUND]
    page.add([_head(page, head, fill) for head, fill in zip(heads, fills, strict=True)])
    said = _said_of_rows(report.findings)
    for number, row in enumerate(table.rows, start=1):
        printed = [_text(page, cell.passage.text) for cell in row.cells]
        values = [_any(page, column.of(row), column.facet.name == "đồng") for column in typed]
        page.add([_any(page, number), _any(page, _pages(row)), *printed, *values, _text(page, said.get(number, ""))])


def _sums(book: Workbook, tables: Sequence[ReportTable]) -> None:
    """Printed totals beside the sums of their rows, as far as the tables show what they count together."""
    page = _Page(book, "Kiểm tra cộng", (8, 8, 8, 36, 44, 18, 18, 18, 14), freeze="A2")
    page.add([_head(page, head, PRINTED) for head in SUM_HEADS])
    for report in tables:
        for found in report.sums:
            page.add(_sum_row(page, report, found))


def _sum_row(page: _Page, report: ReportTable, found: Sum) -> list[WriteOnlyCell]:
    row = report.table.rows[found.row]
    name = " ".join(dict.fromkeys(cell.passage.text for cell in row.cells[:3] if cell.passage.text))
    value = row.cells[found.column].value
    fill = BAD if found.off_by else None
    return [
        *(_any(page, number) for number in (report.position, _pages(row), found.row + 1)),
        _text(page, name, fill=fill),
        _text(page, report.table.columns[found.column], fill=fill),
        *(_number(page, number, fill) for number in (found.printed, found.summed, found.printed - found.summed)),
        _text(page, (value.unit if value else None) or ""),
    ]


# --- typed columns ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _TypedColumn:
    """One facet of one printed column."""

    column: int
    facet: Facet
    heading: str

    def of(self, row: TableRow) -> object:
        value = row.cells[self.column].value if self.column < len(row.cells) else None
        return self.facet.read(value) if value is not None and value.kind in self.facet.kinds else None


def _typed_columns(report: ReportTable) -> list[_TypedColumn]:
    """The facets that any row of the table has something to say for."""
    table = report.table
    columns = [
        _TypedColumn(k, facet, f"{_last_level(name)} → {facet.name}")
        for k, name in enumerate(table.columns)
        for facet in FACETS
    ]
    return [column for column in columns if any(column.of(row) is not None for row in table.rows)]


def _last_level(name: str) -> str:
    """The end of a long header is enough beside the whole one."""
    return name if len(name) <= 40 else name.split(" / ")[-1]


def _padded(columns: Sequence[str], report: ReportTable) -> list[str]:
    widest = max((len(row.cells) for row in report.table.rows), default=0)
    return [*columns, *[""] * (widest - len(columns))]


def _said_of_rows(findings: Sequence[ReportFinding]) -> dict[int, str]:
    said: dict[int, str] = {}
    for finding in findings:
        if finding.row is not None:
            said[finding.row] = "\n".join(filter(None, (said.get(finding.row), finding.message)))
    return said


def _about(report: ReportTable) -> str:
    table = report.table
    where = f"trang {_span(table.page_first, table.page_last)}"
    return f"{where}; đơn vị tính: {table.unit or 'không ghi'}; {len(table.rows)} dòng (pages, unit, rows)"


def _pages(row: TableRow) -> Plain:
    return row.page_first if row.page_first == row.page_last else _span(row.page_first, row.page_last)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _name_of(report: ReportTable) -> str:
    return f"Bảng {report.position}"


# --- cells --------------------------------------------------------------------------------------------------


class _Page:
    """A sheet that is written row by row, each row high enough for its longest text: not every program that opens the
    file measures that itself. It prints on landscape pages, all columns side by side."""

    def __init__(self, book: Workbook, title: str, widths: Sequence[float], freeze: str | None = None) -> None:
        self.sheet: WriteOnlyWorksheet = book.create_sheet(sheet_title(title, book.sheetnames))
        self.sheet.freeze_panes = freeze
        self.widths, self.rows = widths, 0
        for number, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.sheet.page_setup.orientation, self.sheet.page_setup.paperSize = "landscape", A4
        self.sheet.sheet_properties.pageSetUpPr.fitToPage, self.sheet.page_setup.fitToHeight = True, 0

    def add(self, cells: Sequence[WriteOnlyCell]) -> None:
        self.rows += 1
        wrapped = (self._lines(cell, width) for cell, width in zip(cells, self.widths, strict=False))
        height = LINE_HEIGHT * max(wrapped, default=1)
        self.sheet.row_dimensions[self.rows].height = min(height, HIGHEST)
        self.sheet.append(cells)

    def _lines(self, cell: WriteOnlyCell, width: float) -> int:
        """The lines that a text takes in a column of ``width`` characters."""
        if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
            return 1
        return sum(max(1, ceil(len(line) * PRINT_WIDTH / width)) for line in cell.value.split("\n"))


def _widths(report: ReportTable, heads: Sequence[str], typed: int) -> Iterator[float]:
    """Wide enough for most print; long texts wrap."""
    yield from (NARROW, NARROW + 2)
    rows = report.table.rows[:MEASURED_ROWS]
    for k, head in enumerate(heads[2 : len(heads) - typed - 1]):
        longest = max((len(row.cells[k].passage.text) for row in rows if k < len(row.cells)), default=0)
        yield min(max(longest + 2, len(head) // 2 + 2, NARROW), WIDEST)
    yield from [TYPED_WIDTH] * typed
    yield WIDEST


def _head(page: _Page, text: str, fill: PatternFill) -> WriteOnlyCell:
    return _text(page, text, font=BOLD, fill=fill)


def _text(page: _Page, text: str, font: Font | None = None, fill: PatternFill | None = None) -> WriteOnlyCell:
    """Text that stays text, however it begins."""
    return _styled(text_cell(page.sheet, text), font, fill)


def _line(page: _Page, text: str, font: Font | None = None) -> WriteOnlyCell:
    """Text on one line that runs over the empty cells beside it."""
    cell = text_cell(page.sheet, text)
    if font is not None:
        cell.font = font
    return cell


def _styled(cell: WriteOnlyCell, font: Font | None, fill: PatternFill | None) -> WriteOnlyCell:
    cell.alignment = WRAPPED
    cell.border = RULED
    if font is not None:
        cell.font = font
    if fill is not None:
        cell.fill = fill
    return cell


def _any(page: _Page, value: object, amount: bool = False) -> WriteOnlyCell:
    if value is None:
        return _text(page, "")
    if amount and isinstance(value, int):
        return _amount(page, value)
    return _number(page, value) if isinstance(value, int | float | Decimal) else _text(page, str(value))


def _amount(page: _Page, value: int | None) -> WriteOnlyCell:
    return _number(page, value, form=AMOUNT_FORMAT) if value is not None else _text(page, "")


def _number(
    page: _Page, value: Decimal | float, fill: PatternFill | None = None, form: str = NUMBER_FORMAT
) -> WriteOnlyCell:
    """A number, in digits where it has more than Excel keeps."""
    if abs(float(value)) >= SAFE_INTEGER:
        return _text(page, str(value), fill=fill)
    whole = value == int(value)
    cell = WriteOnlyCell(page.sheet, int(value) if whole else float(value))
    cell.number_format = AMOUNT_FORMAT if whole else form
    return _styled(cell, None, fill)
