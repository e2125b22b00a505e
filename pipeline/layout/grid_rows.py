"""Rows that no rule parts: columns ruled from the header to the end, and many counted rows between two rules.

Such a stretch is one row of the grid. It is parted only where the print shows the rows for certain: every line in its
first column is a number of one count, or each line stands level with figures beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from pipeline.model import Grid, GridCell, Line

FEWEST = 3  # rows in one stretch
LEVEL = 0.35  # of the size of print: lines of one row begin this near to each other

_COUNT = regex.compile(r"\(?(?P<number>\d{1,3})[.)]?")
_LABEL = regex.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-ZĐ]|[a-zđ][.)]|[-+*•])[.)]?")
_FIGURE = regex.compile(r"[\d.,()\-–−%\s]*\d[\d.,()\-–−%\s]*|[-–−]")


def part_rows(grid: Grid) -> Grid:
    """The grid with each stretch of rows parted that is certain; else the grid as it is."""
    rows = [[cell for cell in grid.cells if cell.row == number] for number in range(grid.rows)]
    if any(cell.row_span > 1 and len(cell.lines) >= FEWEST for cell in grid.cells):
        return grid
    starts = [_starts(row) for row in rows]
    if not any(starts):
        return grid
    return _rebuilt(grid, starts)


def _starts(row: Sequence[GridCell]) -> list[float]:
    """Where the rows after the first one begin in a stretch; empty where it is one row."""
    if len(row) < 2 or any(cell.row_span > 1 for cell in row) or row[0].column != 0:
        return []
    labels = row[0].lines
    if len(labels) < FEWEST or not (_is_count(labels) or _stands_by_figures(row)):
        return []
    beside = [cell.lines for cell in row[1:] if cell.lines]
    named = beside[0] if beside else ()
    if not all(any(_level(label, line) for line in named) for label in labels):
        return []  # set in the middle of their rows: where those begin is not shown
    if any(lines[0].box.top < labels[0].box.top - LEVEL * labels[0].size for lines in beside):
        return []
    return [(_above(label, row) + label.box.top) / 2 for label in labels[1:]]


def _is_count(labels: Sequence[Line]) -> bool:
    """Every line a label, and the whole numbers among them counting up (from 1 again below another label)."""
    texts = [line.passage.text.strip() for line in labels]
    if not all(_LABEL.fullmatch(text) for text in texts):
        return False
    numbers = [int(found["number"]) for text in texts if (found := _COUNT.fullmatch(text))]
    return len(numbers) >= FEWEST and all(b in (a + 1, 1) for a, b in pairwise(numbers))


def _stands_by_figures(row: Sequence[GridCell]) -> bool:
    """Each line of the first column level with one in a column of figures, and none of these without it."""
    names = row[0].lines
    columns = [cell.lines for cell in row[1:] if cell.lines]
    figures = [lines for lines in columns if all(_FIGURE.fullmatch(line.passage.text.strip()) for line in lines)]
    level = (all(any(_level(line, name) for name in names) for line in lines) for lines in columns)
    whole = [lines for lines in figures if len(lines) == len(names)]
    return len(figures) >= 2 and bool(whole) and all(level)


def _level(one: Line, other: Line) -> bool:
    return abs(one.box.bottom - other.box.bottom) < LEVEL * max(one.size, other.size)


def _above(label: Line, row: Sequence[GridCell]) -> float:
    """The bottom of the lowest print of the row above the line of ``label``."""
    bottoms = (line.box.bottom for cell in row for line in cell.lines if line.box.bottom < label.box.bottom - 1)
    return max((bottom for bottom in bottoms if not bottom > label.box.top + LEVEL * label.size), default=label.box.top)


def _rebuilt(grid: Grid, starts: Sequence[Sequence[float]]) -> Grid:
    """The grid with the rows that begin at ``starts`` inside its rows."""
    first, count = list[int](), 0
    for inside in starts:
        first.append(count)
        count += 1 + len(inside)
    first.append(count)
    cells = tuple(part for cell in grid.cells for part in _parts(cell, starts[cell.row], first))
    return replace(grid, rows=count, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _parts(cell: GridCell, starts: Sequence[float], first: Sequence[int]) -> Iterator[GridCell]:
    if cell.row_span > 1 or not starts:
        row, last = first[cell.row], first[cell.row + cell.row_span]
        yield replace(cell, row=row, row_span=last - row)
        return
    for k, (top, bottom) in enumerate(pairwise([cell.box.top, *starts, cell.box.bottom])):
        lines = tuple(line for line in cell.lines if top <= (line.box.top + line.box.bottom) / 2 < bottom)
        yield replace(cell, row=first[cell.row] + k, box=replace(cell.box, top=top, bottom=bottom), lines=lines)
