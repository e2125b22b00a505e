"""A lattice of rows and columns, and which cell of a ruled table covers which of its slots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Word

Rectangle = tuple[float, float, float, float]  # x0, top, x1, bottom

NARROWEST_COLUMN = 7.0  # pt: a narrower one without words comes of rules that do not quite meet
LOWEST_ROW = 4.0  # pt


@dataclass(frozen=True, slots=True)
class Area:
    """The slots ``row : row + row_span`` by ``column : column + column_span`` that one cell covers."""

    row: int
    column: int
    row_span: int
    column_span: int

    @property
    def slots(self) -> list[tuple[int, int]]:
        return [
            (row, column)
            for row in range(self.row, self.row + self.row_span)
            for column in range(self.column, self.column + self.column_span)
        ]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Where the rows and columns of a table begin and end: ascending x and y positions, one more than there are."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    def slot(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column at a point, None outside."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def area(self, cell: Rectangle) -> Area | None:
        """The slots under a cell; None for one that shrank to nothing with a sliver."""
        x0, top, x1, bottom = cell
        column, row = _nearest(self.xs, x0), _nearest(self.ys, top)
        spans = (_nearest(self.ys, bottom) - row, _nearest(self.xs, x1) - column)
        return Area(row, column, *spans) if min(spans) > 0 else None

    def rectangle(self, area: Area) -> Rectangle:
        return (
            self.xs[area.column],
            self.ys[area.row],
            self.xs[area.column + area.column_span],
            self.ys[area.row + area.row_span],
        )


def make_lattice(cells: Sequence[Rectangle], words: Sequence[Word]) -> Lattice:
    """The rows and columns that the edges of the cells make; slivers between rules that miss each other are closed."""
    centres = [word.box.centre for word in words]
    columns = sorted({x for cell in cells for x in (cell[0], cell[2])})
    rows = sorted({y for cell in cells for y in (cell[1], cell[3])})
    return Lattice(
        _without_slivers(columns, NARROWEST_COLUMN, [(c[0], c[2]) for c in cells if _holds(c, centres)]),
        _without_slivers(rows, LOWEST_ROW, [(c[1], c[3]) for c in cells if _holds(c, centres)]),
    )


def tile(cells: Sequence[Rectangle], lattice: Lattice) -> list[Area]:
    """Areas that cover each slot exactly once, in reading order.

    Where two cells claim a slot the smaller one has it; a slot that no cell claims (a gap in the rules) is an
    area of its own, so that no word of the table is lost.
    """
    taken: set[tuple[int, int]] = set()
    areas: list[Area] = []
    for area in sorted(filter(None, map(lattice.area, cells)), key=lambda a: a.row_span * a.column_span):
        if taken.isdisjoint(area.slots):
            taken.update(area.slots)
            areas.append(area)
    every = ((row, column) for row in range(lattice.rows) for column in range(lattice.columns))
    areas += [Area(row, column, 1, 1) for row, column in every if (row, column) not in taken]
    return sorted(areas, key=lambda a: (a.row, a.column))


def _holds(cell: Rectangle, points: Sequence[tuple[float, float]]) -> bool:
    x0, top, x1, bottom = cell
    return any(x0 <= x < x1 and top <= y < bottom for x, y in points)


def _without_slivers(
    positions: Sequence[float], least: float, filled: Sequence[tuple[float, float]]
) -> tuple[float, ...]:
    """Drops a position that stands too near to the one before it, unless a cell between the two holds words."""
    kept = [positions[0]]
    for position in positions[1:]:
        if position - kept[-1] >= least or (kept[-1], position) in filled:
            kept.append(position)
    return tuple(kept)


def _nearest(positions: Sequence[float], value: float) -> int:
    return min(range(len(positions)), key=lambda k: abs(positions[k] - value))
