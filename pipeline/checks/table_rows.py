"""Findings about the rows of tables: numbers left out of the count or printed twice, print over two cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model import Box, Cell, Finding, Passage, Severity, Subject, Table, TableRow
from pipeline.structure.row_tree import plain_number
from pipeline.structure.table_rows import is_numbering
from pipeline.structure.values import is_total

_MOST_MISSING = 3
"""A larger step is a count of another kind (codes, years), not a row left out."""

_FEWEST_NUMBERED, _MOST_UNNUMBERED = 10, 2
"""Rows without a number are pointed out where nearly all have one."""

_LEAST_OVERLAP = 3.0  # pt across; slanted or bold print reaches a little over its own box

_SHORT = 2  # characters


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
        if number == before and row == above + 1 and not _merged(table, above, row):
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
    """Print of a row that lies over other print of it: something stands over the rule between two cells."""
    for number, row in enumerate(table.rows):
        clash = next(_clashes(_printed(row)), None)
        if clash is not None:
            texts = dict.fromkeys(word.cell.text[:60] for word in clash)
            message = (
                f"Chữ nằm đè lên nhau quanh một đường kẻ: “{'” và “'.join(texts)}”; nên xem lại ô nào chứa chữ nào "
                "(print overlaps at a rule: which cell holds what is not sure)"
            )
            boxes, subject = tuple(word.box for word in clash), Subject("table_rows", index, number)
            yield Finding("cell_unplaced", "warning", message, boxes[0].page, boxes, subject)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of print in a row, and the cell that it was put in."""

    box: Box
    cell: Passage
    length: int


def _printed(row: TableRow) -> list[_Word]:
    """The words of a row from left to right, page by page; a merged cell's once."""
    cells = dict.fromkeys(cell.passage for cell in row.cells)
    words = (_Word(piece.box, cell, piece.stop - piece.start) for cell in cells for piece in cell.pieces)
    return sorted(words, key=lambda word: (word.box.page, word.box.x0))


def _clashes(words: Sequence[_Word]) -> Iterator[tuple[_Word, _Word]]:
    """Words that cover a good part of each other; in one cell a mark of a letter or two may, in squeezed print."""
    for k, word in enumerate(words):
        for other in words[k + 1 :]:
            if other.box.page != word.box.page or other.box.x0 >= word.box.x1:
                break
            long = min(word.length, other.length) > _SHORT
            if (long or word.cell is not other.cell) and _covers(word.box, other.box):
                yield word, other


def _covers(box: Box, other: Box) -> bool:
    across, down = min(box.x1, other.x1) - other.x0, min(box.bottom, other.bottom) - max(box.top, other.top)
    return across > max(_LEAST_OVERLAP, min(box.width, other.width) / 4) and down > min(box.height, other.height) / 2


def _about(table: Table, index: int, row: int, code: str, severity: Severity, message: str) -> Finding:
    found = table.rows[row]
    boxes = found.cells[0].passage.boxes() or found.boxes
    page = boxes[0].page if boxes else found.page_first
    return Finding(code, severity, message, page, boxes, Subject("table_rows", index, row))
