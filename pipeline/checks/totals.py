"""Findings about sums: a printed total that the rows above or below it do not add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.folding import fold
from pipeline.model import Finding, Project, Subject, Table, TableRow
from pipeline.structure.amounts import read_unit, to_dong

_TOTAL = regex.compile(r"^\W*(?:tong cong|tong so|tong kinh phi|tong|cong)\b(?!\s+(?:muc|vu|cuc|cong ty))")
_LONGEST_TOTAL = 40
_FEWEST_ROWS = 2
_DECIMALS = regex.compile(r",(?P<decimals>\p{Nd}+)$")


def check_totals(tables: Sequence[Table], projects: Sequence[Project]) -> Iterator[Finding]:
    for number, table in enumerate(tables):
        listed = [project for project in projects if project.table == number and project.budget]
        column = _budget_column(table, listed)
        sure = all(project.budget_vnd is not None for project in listed)
        totals = [index for index, row in enumerate(table.rows) if _is_total(row)]
        # several totals are those of groups, whose rows are not told apart here
        if len(listed) >= _FEWEST_ROWS and sure and column is not None and len(totals) == 1:
            yield from _compare(table, Subject("table_rows", number, totals[0]), column, listed)


def _compare(table: Table, subject: Subject, column: int, listed: Sequence[Project]) -> Iterator[Finding]:
    row = table.rows[subject.row or 0]
    printed = row.cells[column].passage
    unit = read_unit(table.unit)
    total, summed = to_dong(printed.text, unit), sum(project.budget_vnd or 0 for project in listed)
    if total is None or abs(total - summed) <= _rounding(listed, unit.factor if unit else 1):
        return
    message = (
        f"Dòng tổng ghi {_shown(total)} đồng ({printed.text}) "
        f"nhưng {len(listed)} dòng cộng lại là {_shown(summed)} đồng "
        "(the printed total is not the sum of the rows)"
    )
    yield Finding("total_mismatch", "warning", message, row.page_first, printed.boxes(), subject)


def _rounding(listed: Sequence[Project], factor: int) -> float:
    """đồng by which a sum may be off: half of the last printed digit, for each row."""
    decimals = [len(match["decimals"]) for p in listed if (match := _DECIMALS.search(p.budget or ""))]
    return len(listed) * factor / 2 / 10.0 ** max(decimals, default=0)


def _budget_column(table: Table, projects: Sequence[Project]) -> int | None:
    """The column that the budgets of the table's projects are printed in."""
    columns = range(len(table.columns))
    printed = [(table.rows[project.row].cells, project.budget) for project in projects]
    return next((c for c in columns if printed and all(cells[c].passage.text == b for cells, b in printed)), None)


def _is_total(row: TableRow) -> bool:
    texts = [cell.passage.text for cell in row.cells[:3]]
    return any(len(text) <= _LONGEST_TOTAL and _TOTAL.match(fold(text)) for text in texts)


def _shown(dong: int) -> str:
    return f"{dong:,}".replace(",", ".")
