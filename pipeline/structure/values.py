"""Typed values of table cells: money in đồng, numbers, shares, ranges, days and periods, what a ditto mark repeats.

What a column holds is told by its header (models/vocabulary/columns.toml), the unit by the header, the caption or a
column of units. A number that may be two, or whose unit is not certain, has no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.citations.dates import read_date
from pipeline.model import Cell, Table, TableRow, Value
from pipeline.structure.amounts import DecimalMark, MoneyUnit, decimal_mark, is_measure, read_number, read_unit, to_dong
from pipeline.structure.periods import read_period
from pipeline.structure.table_title import stated_units
from pipeline.structure.table_vocabulary import column_field, fold, phrase

MONEY = ("budget", "disbursed", "amount", "price")
NUMERIC = (*MONEY, "share", "figure")
REPEATABLE = ("lead_unit", "partner_units", "period", "funding", "measure", "content", "note", "result", "goal")
LONGEST_FIGURE = 60  # characters of a cell that is a figure with its unit

_DITTO = regex.compile(r""" (?: ["”“″〃] | '' | ,, | \W* nt \W* | như \s trên ) """, regex.VERBOSE)
_SHARE = regex.compile(r"%|phần trăm")
_RANGE = regex.compile(
    r"(?P<low> \d [\d.,]* ) \s* [-–—÷] \s* (?P<high> \d [\d.,]* ) \s* (?P<unit> \D* )", regex.VERBOSE
)
_WITH_UNIT = regex.compile(
    r"(?P<number> [(\-–−+]? \s* \d (?: [\d.,\ \u00a0\u202f]* \d )? \s* \)? ) \s* (?P<unit> \D* )", regex.VERBOSE
)


@dataclass(frozen=True, slots=True)
class _Column:
    """How a column is read: its meaning, its unit (of money, or as printed), and how it writes decimals."""

    meaning: str | None
    money: MoneyUnit | None
    unit: str | None
    mark: DecimalMark | None
    """None where the column writes them in two ways: then a point or comma decides nothing."""


def type_values(table: Table) -> Table:
    """The table with the meaning of each column, and the value of each cell that has one."""
    meanings = tuple(column_meaning(name) for name in table.columns)
    measure = meanings.index("measure") if "measure" in meanings else None
    columns = [_read_column(table, k, meaning, measure) for k, meaning in enumerate(meanings)]
    rows: list[TableRow] = []
    for row in table.rows:
        rows.append(_type_row(row, columns, measure, rows[-1] if rows else None) if columns else row)
    return replace(table, meanings=meanings, rows=tuple(rows))


def column_meaning(name: str) -> str | None:
    """What a column holds, by its own name or else by those above it ("Kinh phí / Tổng số" is "budget")."""
    levels = [column_field(level) for level in reversed(name.split(" / "))]
    own, *above = levels or [None]
    if own not in (None, "other", "figure"):
        return own
    return next((field for field in above if field in NUMERIC), own)


def is_ditto(text: str) -> bool:
    """ "nt", "-nt-", a pair of quotes: what stands above."""
    return _DITTO.fullmatch(fold(text)) is not None


def _read_column(table: Table, index: int, meaning: str | None, measure: int | None) -> _Column:
    units = [unit for level in reversed(table.columns[index].split(" / ")) for unit in stated_units(level)]
    money = next(filter(None, map(read_unit, units)), None)
    own = next((unit.strip() for unit in units if is_measure(unit)), None)
    if money is None and own is None and measure is None and meaning in (*MONEY, "figure"):
        money = read_unit(table.unit)
    if _SHARE.search(fold(table.columns[index])) and money is None:
        meaning = "share" if meaning in (None, "other", "figure", "share") else meaning
    elif money is not None and meaning in (None, "other", "figure"):
        meaning = "amount"
    texts = [row.cells[index].passage.text for row in table.rows]
    return _Column(meaning, money, own, decimal_mark(texts))


def _type_row(row: TableRow, columns: Sequence[_Column], measure: int | None, above: TableRow | None) -> TableRow:
    unit = row.cells[measure].passage.text.strip() if measure is not None else None
    cells = (
        replace(cell, value=_value(cell, _with_measure(column, unit), above.cells[k] if above else None))
        for k, (cell, column) in enumerate(zip(row.cells, columns, strict=True))
    )
    return replace(row, cells=tuple(cells))


def _with_measure(column: _Column, measure: str | None) -> _Column:
    """A figure is counted in what the row's own unit column says."""
    if not measure or column.meaning != "figure" or column.unit:
        return column
    if _SHARE.fullmatch(measure):
        return replace(column, meaning="share")
    money = read_unit(measure)
    return replace(column, meaning="amount" if money else "figure", money=money, unit=measure)


def _value(cell: Cell, column: _Column, above: Cell | None) -> Value | None:
    text = cell.passage.text.strip()
    if not text:
        return None
    if is_ditto(text) and column.meaning in REPEATABLE:
        return _repeated(above)
    if column.meaning == "period":
        return _period(text)
    if column.meaning == "date":
        return _date(text)
    if column.meaning == "number" or len(text) > LONGEST_FIGURE:
        return None
    figure = _figure(text, column)
    plain = column.meaning in NUMERIC or (figure is not None and column.meaning in (None, "other"))
    return figure if plain else None


def _repeated(above: Cell | None) -> Value | None:
    """The value that a ditto mark stands for: that of the cell above, or its text."""
    if above is None or not above.passage.text.strip():
        return None
    if above.value is not None:
        return above.value
    return None if is_ditto(above.passage.text) else Value("text", text=above.passage.text)


def _period(text: str) -> Value | None:
    period = read_period(text)
    return Value("period", first=period.first, last=period.last, recurs=period.recurs) if period else None


def _date(text: str) -> Value | None:
    iso = read_date(text)
    return Value("date", first=iso, last=iso) if iso else None


def _figure(text: str, column: _Column) -> Value | None:
    """A number with or without a unit, a share, a range, an amount of money."""
    ranged = _RANGE.fullmatch(text)
    if ranged:
        return _range(ranged, column)
    found = _WITH_UNIT.fullmatch(text)
    number = read_number(found["number"], column.mark) if found and column.mark else None
    if found is None or number is None:
        return None
    printed = found["unit"].strip()
    if printed == "%" or (not printed and column.meaning == "share"):
        return Value("percent", number=number, unit="%")
    money = read_unit(printed) if printed else column.money
    if money is not None:
        vnd = to_dong(number, money)
        return Value("money", number=number, unit=money.name, vnd=vnd) if vnd is not None else None
    if printed and column.meaning in MONEY:
        return None  # an amount in what is no unit of money is not understood
    return Value("number", number=number, unit=printed or column.unit)


def _range(found: regex.Match[str], column: _Column) -> Value | None:
    if column.mark is None:
        return None
    low, high = (read_number(found[name].rstrip(".,"), column.mark) for name in ("low", "high"))
    if low is None or high is None or not low < high:
        return None
    unit = found["unit"].strip() or ("%" if column.meaning == "share" else column.money and column.money.name)
    return Value("range", number=low, upper=high, unit=unit or column.unit)


def is_total(row: TableRow, columns: int = 3) -> bool:
    """Whether one of the first cells says "Tổng cộng", "Cộng (I+II)" …"""
    return any(phrase("total").meets(cell.passage.text.strip(" .:")) for cell in row.cells[:columns])
