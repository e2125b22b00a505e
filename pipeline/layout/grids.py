"""The data tables of one page: ruled grids, and aligned ones without upright rules; each word in exactly one cell.

Cells come from the edges by the functions under pdfplumber's `TableFinder`; measured equal to pdfplumber cell by
cell at a twentieth of its time, because no page is parsed a second time for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

from pipeline.layout.grid_aligned import aligned_grids
from pipeline.layout.grid_cells import Area, Lattice, Rectangle, make_lattice, tile
from pipeline.layout.grid_edges import SNAP, Edge, table_edges
from pipeline.layout.grid_rows import part_rows
from pipeline.layout.grid_words import split_at_rules
from pipeline.layout.lines import make_lines, sideways_line
from pipeline.model import Box, Grid, GridCell, LaidOutPage, Page, Word

PAGE_TOP = 0.2  # share of the page's height in which a table that goes on from the page before begins
FORM_ROWS = 3  # a frame for signatures has no more

# The two columns of a letterhead or of a closing are laid out as a table, sometimes with visible rules
# (Nghị định 30/2020/NĐ-CP, appendix I, II.1 and II.9).
_FORM_OF_DOCUMENT = regex.compile(
    r"""
    CỘNG \s+ (?: HÒA | HOÀ ) \s+ XÃ \s+ HỘI \s+ CHỦ \s+ NGHĨA \s+ VIỆT \s+ NAM
    | ĐẢNG \s+ CỘNG \s+ SẢN \s+ VIỆT \s+ NAM
    | ^ \s* Nơi \s+ nhận \s* :
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_SIGNED_HERE = regex.compile(
    r"\( \s* (?: ký | chữ \s ký ) \s* [,;&)] | \b ký \s* , \s* (?: ghi \s rõ \s ) ?  (?: họ \s* (?: và \s )? | đóng )",
    regex.VERBOSE | regex.IGNORECASE,
)


def find_grids(page: Page, before: Sequence[Grid] = ()) -> tuple[Grid, ...]:
    """The grids of the data tables on ``page``, top to bottom; a word belongs to a grid when `in_grid` says so.

    ``before`` are the grids of the page before, which a lone row at the top may be the rest of.
    """
    ruled = _ruled_grids(page)
    outside = [word for word in page.words if not any(in_grid(grid, word) for grid in ruled)]
    kept = [grid for grid in (*ruled, *aligned_grids(page, outside, before)) if _is_data(grid, page, before)]
    return tuple(sorted(kept, key=lambda grid: (grid.box.top, grid.box.x0)))


def _ruled_grids(page: Page) -> list[Grid]:
    across = sum(rule.horizontal for rule in page.rules)
    if across < 2 or len(page.rules) == across:
        return []
    tables = [table for edges in table_edges(page.rules) for table in _tables(edges)]
    grids = (part_rows(_make_grid(page, cells)) for cells in _outermost(tables))
    return [_with_sideways(grid, page.sideways) for grid in grids]


def sideways_outside(page: LaidOutPage) -> tuple[Word, ...]:
    """The sideways words that stand in no grid of the page: nothing reads them."""
    return tuple(word for word in page.page.sideways if not any(in_grid(grid, word) for grid in page.grids))


def in_grid(grid: Grid, word: Word) -> bool:
    """Whether the word stands in the grid: its centre does."""
    return grid.box.contains(*word.box.centre)


def _tables(edges: list[Edge]) -> list[list[Rectangle]]:
    """The cells of each table that the edges of one frame make."""
    return list(cells_to_tables(intersections_to_cells(edges_to_intersections(edges, SNAP, SNAP))))


def _outermost(tables: Sequence[list[Rectangle]]) -> list[list[Rectangle]]:
    """Tables that do not lie within another: the words of a table in a cell belong to that cell."""
    hulls = [_hull(table) for table in tables]
    return [
        table
        for k, table in enumerate(tables)
        if not any(_within(hulls[k], other) for j, other in enumerate(hulls) if j != k and other != hulls[k])
    ]


def _hull(cells: Sequence[Rectangle]) -> Rectangle:
    x0, top, x1, bottom = zip(*cells, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _within(inner: Rectangle, outer: Rectangle) -> bool:
    return (
        inner[0] >= outer[0] - SNAP
        and inner[1] >= outer[1] - SNAP
        and inner[2] <= outer[2] + SNAP
        and inner[3] <= outer[3] + SNAP
    )


def _make_grid(page: Page, cells: Sequence[Rectangle]) -> Grid:
    box = Box(page.number, *_hull(cells))
    words = [word for word in page.words if box.contains(*word.box.centre)]
    lattice = make_lattice(cells, words)
    areas = tile(cells, lattice)
    words_of = _words_of(areas, lattice, words)
    return Grid(
        box=box,
        rows=lattice.rows,
        columns=lattice.columns,
        cells=tuple(_make_cell(page, area, lattice, words_of[area]) for area in areas),
    )


def _with_sideways(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with the words that stand sideways in its cells, each cell's as one line after what is level in it."""
    if not words:
        return grid
    return replace(grid, cells=tuple(_add_sideways(cell, words) for cell in grid.cells))


def _add_sideways(cell: GridCell, words: Sequence[Word]) -> GridCell:
    own = [word for word in words if cell.box.contains(*word.box.centre)]
    return replace(cell, lines=(*cell.lines, sideways_line(own))) if own else cell


def _words_of(areas: Sequence[Area], lattice: Lattice, words: Sequence[Word]) -> dict[Area, list[Word]]:
    """The words of each area by their centres; each word lands in exactly one, for the areas tile the lattice."""
    owner = {slot: area for area in areas for slot in area.slots}
    words_of: dict[Area, list[Word]] = {area: [] for area in areas}
    for word in split_at_rules(words, owner, lattice):
        slot = lattice.slot(*word.box.centre)
        if slot is not None:
            words_of[owner[slot]].append(word)
    return words_of


def _make_cell(page: Page, area: Area, lattice: Lattice, words: Sequence[Word]) -> GridCell:
    return GridCell(
        row=area.row,
        column=area.column,
        row_span=area.row_span,
        column_span=area.column_span,
        box=Box(page.number, *lattice.rectangle(area)),
        lines=make_lines(words) if words else (),
    )


def _is_data(grid: Grid, page: Page, before: Sequence[Grid]) -> bool:
    """Whether the grid is a data table, or may be the rest of one: not a box, a letterhead or a closing.

    A single row is kept when it has three columns, or stands where a table of the page before would go on.
    """
    if grid.columns < 2 or not any(cell.lines for cell in grid.cells):
        return False
    if grid.rows == 1 and grid.columns < 3 and not _may_go_on(grid, page, before):
        return False
    text = "\n".join(line.passage.text for cell in grid.cells for line in cell.lines)
    if grid.rows <= FORM_ROWS and _SIGNED_HERE.search(text):
        return False
    return not _FORM_OF_DOCUMENT.search(text)


def _may_go_on(grid: Grid, page: Page, before: Sequence[Grid]) -> bool:
    return (
        grid.box.top <= PAGE_TOP * page.height
        and bool(before)
        and before[-1].columns == grid.columns
        and abs(before[-1].box.width - grid.box.width) < 2 * SNAP
    )
