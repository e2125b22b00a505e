"""Rows of a table while it is put together: cells that grow over a page break, shared by the rows they span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from pipeline.layout.lines import join_lines
from pipeline.model import Box, Grid, Line, Passage

CENTRED_WITHIN = 4.0  # pt

_NUMBERING = regex.compile(
    r""" \(? (?: \d+ (?: \. \d+ )* | [IVXLCDM]+ | [A-ZĐ] | [a-zđ] (?=[.)\s]*$) ) [.)]* """, regex.VERBOSE
)
_SERIAL = regex.compile(r" \(? (?P<serial> \d{1,4} ) [.)]* ", regex.VERBOSE)


@dataclass(eq=False, slots=True)
class DraftCell:
    """A cell as printed, by identity: a merged cell is the same object in each row and column it spans."""

    lines: list[Line]
    row_span: int = 1
    left: float = 0.0  # x of its edges
    right: float = 0.0

    @property
    def passage(self) -> Passage:
        return join_lines(self.lines)

    @property
    def text(self) -> str:
        return self.passage.text if self.lines else ""

    @property
    def bold(self) -> bool:
        return bool(self.lines) and all(line.bold for line in self.lines)

    @property
    def centred(self) -> bool:
        """Whether each line has the same white on both sides."""
        sides = [(line.box.x0 - self.left, self.right - line.box.x1) for line in self.lines]
        return bool(sides) and all(abs(before - after) <= CENTRED_WITHIN for before, after in sides)


@dataclass(eq=False, slots=True)
class DraftRow:
    """One row: a cell for each column, and its box on each page it stands on."""

    cells: list[DraftCell]
    boxes: list[Box] = field(default_factory=list)

    @property
    def printed(self) -> list[DraftCell]:
        """The different cells of the row that hold print, left to right."""
        return [cell for cell in dict.fromkeys(self.cells) if cell.lines]

    @property
    def filled(self) -> frozenset[int]:
        """The columns that hold print."""
        return frozenset(k for k, cell in enumerate(self.cells) if cell.lines)

    @property
    def height(self) -> float:
        return sum(box.height for box in self.boxes)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.cells)

    @property
    def serial(self) -> int | None:
        """The whole number in the first cell, which counts the rows."""
        found = _SERIAL.fullmatch(self.cells[0].text, timeout=1)
        return int(found["serial"]) if found else None

    @property
    def is_group(self) -> bool:
        """A title over the rows below it: one cell across columns, with at most a number before it."""
        printed = self.printed
        if len(printed) == 2 and is_numbering(printed[0].text):
            printed = printed[1:]
        if len(printed) != 1 or printed[0].row_span > 1:
            return False
        return self.cells.count(printed[0]) >= max(2, len(self.cells) / 2)

    def spread(self, columns: Sequence[int]) -> None:
        """Puts the cells under the columns of a finer table: ``columns[k]`` is the cell that column k takes."""
        self.cells = [self.cells[column] for column in columns]


def is_numbering(text: str) -> bool:
    """A row's number or letter: "1", "2.1", "IV.", "A", "a)"."""
    return len(text) <= 12 and _NUMBERING.fullmatch(text) is not None


def draft_rows(grid: Grid) -> list[DraftRow]:
    """The rows of a grid, top to bottom; spans become shared cells."""
    slots: dict[tuple[int, int], DraftCell] = {}
    for cell in grid.cells:
        draft = DraftCell(list(cell.lines), cell.row_span, cell.box.x0, cell.box.x1)
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                slots[row, column] = draft
    tops = _positions((c.row, c.row_span, c.box.top, c.box.bottom) for c in grid.cells)
    return [
        DraftRow(
            [slots[row, column] for column in range(grid.columns)],
            [Box(grid.box.page, grid.box.x0, tops[row], grid.box.x1, tops[row + 1])],
        )
        for row in range(grid.rows)
    ]


def column_edges(grid: Grid) -> tuple[float, ...]:
    """Where the columns begin and the last one ends, left to right."""
    positions = _positions((c.column, c.column_span, c.box.x0, c.box.x1) for c in grid.cells)
    return tuple(positions[k] for k in range(grid.columns + 1))


def replace_cell(rows: Sequence[DraftRow], old: DraftCell, new: DraftCell) -> None:
    for row in rows:
        row.cells = [new if cell is old else cell for cell in row.cells]


def _positions(spans: Iterator[tuple[int, int, float, float]]) -> dict[int, float]:
    positions: dict[int, float] = {}
    for first, count, start, stop in spans:
        positions[first], positions[first + count] = start, stop
    return positions
