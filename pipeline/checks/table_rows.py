"""Findings about the rows of tables: numbers left out of the count or printed twice, print over two cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from pipeline.model import Box, Cell, Finding, Severity, Subject, Table
from pipeline.structure.row_tree import plain_number
from pipeline.structure.table_rows import is_numbering
from pipeline.structure.values import is_total

_MOST_MISSING = 3
"""A larger step is a count of another kind (codes, years), not a row left out."""

_FEWEST_NUMBERED, _MOST_UNNUMBERED = 10, 2
"""Rows without a number are pointed out where nearly all have one."""

_LEAST_OVERLAP = 3.0  # pt across; slanted or bold print reaches a little over its own box

Counted = tuple[int, int]  # index of a row, its number


def check_table_rows(tables: Sequence[Table]) -> Iterator[Finding]:
    for index, table in enumerate(tables):
        if table.meanings[:1] == ("number",):
            yield from _count(table, index)
            yield from _unnumbered(table, index)
        yield from _overlaps(table, index)


def _count(table: Table, index: int) -> Iterator[Finding]:
    numbers = ((k, plain_number(row.cells[0].passage.text)) for k, row in enumerate(table.rows))
    counted = [(k, number) for k, number in numbers if number is not None]
    rising = sum(b in (1, a + 1) for (_, a), (_, b) in pairwise(counted))
    if 2 * rising < len(counted) - 1:
        return  # codes, or a count that the reader does not understand
    for (above, before), (row, number) in pairwise(counted):
        if number == before and not _merged(table, above, row):
            message = f"Số thứ tự {number} ghi hai lần liên tiếp trong bảng (row number printed twice in a row)"
            yield _about(table, index, row, "row_number_repeated", "info", message)
        elif 1 < number - before <= _MOST_MISSING + 1:
            message = f"Sau dòng {before} là dòng {number}: thiếu dòng ở giữa, trong bản in hoặc khi đọc (row left out)"
            yield _about(table, index, row, "row_number_skipped", "warning", message)


def _merged(table: Table, above: int, row: int) -> bool:
    """One cell that spans both rows."""
    return table.rows[above].cells[0].passage.pieces == table.rows[row].cells[0].passage.pieces


def _unnumbered(table: Table, index: int) -> Iterator[Finding]:
    numbered = sum(is_numbering(row.cells[0].passage.text.strip()) for row in table.rows)
    without = [
        k
        for k, row in enumerate(table.rows)
        if not row.cells[0].passage.text.strip() and _filled(row.cells) > 1 and not is_total(row)
    ]
    if numbered < _FEWEST_NUMBERED or len(without) > _MOST_UNNUMBERED:
        return
    for row in without:
        message = "Dòng không có số thứ tự trong bảng có đánh số (a row without a number in a table that counts)"
        yield _about(table, index, row, "row_unnumbered", "info", message)


def _filled(cells: Sequence[Cell]) -> int:
    return sum(bool(cell.passage.text.strip()) for cell in cells)


def _overlaps(table: Table, index: int) -> Iterator[Finding]:
    """Print of two cells of a row that lies over each other: one of them stands over the rule between them."""
    for number, row in enumerate(table.rows):
        printed = {cell.passage.pieces: cell for cell in row.cells if cell.passage.pieces}.values()
        for one, other in combinations(printed, 2):
            if clash := next(_clashes(one.passage.boxes(), other.passage.boxes()), None):
                message = (
                    f"Chữ của hai ô nằm đè lên nhau: “{one.passage.text[:40]}” và “{other.passage.text[:40]}”; "
                    "nên xem lại ô nào chứa chữ nào (print of two cells overlaps: which cell holds what is not sure)"
                )
                subject = Subject("table_rows", index, number)
                yield Finding("cell_unplaced", "warning", message, clash[0].page, clash, subject)


def _clashes(one: Sequence[Box], other: Sequence[Box]) -> Iterator[tuple[Box, Box]]:
    for a in one:
        for b in other:
            across = min(a.x1, b.x1) - max(a.x0, b.x0)
            down = min(a.bottom, b.bottom) - max(a.top, b.top)
            if a.page == b.page and across > _LEAST_OVERLAP and down > min(a.height, b.height) / 2:
                yield a, b


def _about(table: Table, index: int, row: int, code: str, severity: Severity, message: str) -> Finding:
    found = table.rows[row]
    boxes = found.cells[0].passage.boxes() or found.boxes
    page = boxes[0].page if boxes else found.page_first
    return Finding(code, severity, message, page, boxes, Subject("table_rows", index, row))
