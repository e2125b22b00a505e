"""Tables over all their pages: the grids of the pages joined, with header, caption, unit and whole rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.model import Box, Cell, Grid, LaidOutPage, Line, Passage, Table, TableRow
from pipeline.structure.table_header import (
    Header,
    begins_table,
    column_names,
    find_header,
    is_numbering_row,
    same_header,
    split_heading,
)
from pipeline.structure.table_joining import BROKEN_BELOW, carry_merged, join_rows, match_columns, row_goes_on
from pipeline.structure.table_rows import DraftRow, column_edges, draft_rows, is_numbering
from pipeline.structure.table_title import is_aside, read_title, unit_in_header
from pipeline.structure.table_vocabulary import column_field, phrase
from pipeline.structure.values import type_values

HEAD_OF_PAGE = 0.12  # share of the page's height where a running head may have been taken for text
CLOSE_BELOW = 8.0  # pt between two grids of one table
LEAST_BLANK = 0.8  # of the height of the lowest row that holds print


def find_tables(pages: Sequence[LaidOutPage]) -> tuple[Table, ...]:
    """The data tables of a document in the order they begin, each over all its pages."""
    drafts: list[_Draft] = []
    for part in _parts(pages):
        if not (drafts and drafts[-1].take(part)):
            drafts.append(_Draft(part))
    return tuple(draft.finish() for draft in drafts)


@dataclass(slots=True)
class _Part:
    """One grid (or one table of it), its rows, and the running text that stands before and after it on its page."""

    page: LaidOutPage
    box: Box
    above: tuple[Line, ...]
    below: tuple[Line, ...]
    rows: list[DraftRow]
    header: Header
    edges: tuple[float, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return column_names(self.rows[: self.header.depth])

    @property
    def number(self) -> int:
        return self.page.page.number

    @property
    def fills_page(self) -> bool:
        return self.box.bottom > BROKEN_BELOW * self.page.page.height


def _parts(pages: Sequence[LaidOutPage]) -> Iterator[_Part]:
    for page in pages:
        edge = 0.0
        for k, grid in enumerate(page.grids):
            end = page.grids[k + 1].box.top if k + 1 < len(page.grids) else page.page.height
            for frame, drafted, edges in _frames(grid):
                rows, heading = split_heading(drafted)
                above = _between(_text(page), edge, frame.top) + heading
                below = _between(_text(page), frame.bottom, end)
                yield _Part(page, frame, above, below, rows, find_header(rows), edges)
                edge = frame.bottom


def _frames(grid: Grid) -> Iterator[tuple[Box, list[DraftRow], tuple[float, ...]]]:
    """The box, rows and column edges of each table in a grid: tables that touch share the rules between them."""
    rows, edges = draft_rows(grid), column_edges(grid)
    starts = [0, *(k for k in range(1, len(rows)) if begins_table(rows, k)), len(rows)]
    for first, last in pairwise(starts):
        own = rows[first:last]
        box = replace(grid.box, top=own[0].boxes[0].top, bottom=own[-1].boxes[0].bottom)
        yield box, own, _close_columns(own, edges) if len(starts) > 2 else edges


def _close_columns(rows: Sequence[DraftRow], edges: tuple[float, ...]) -> tuple[float, ...]:
    """Takes out the columns that only the neighbour of these rows has.

    Here every cell goes on over their edge, or they lie beside the table, without print.
    """
    own = [k for k in range(len(edges) - 1) if k == 0 or any(row.cells[k] is not row.cells[k - 1] for row in rows)]
    sides = [*(edges[k] for k in own), edges[-1]]
    while len(own) > 1 and not any(row.cells[own[-1]].lines for row in rows):
        del own[-1], sides[-1]
    for row in rows:
        row.spread(own)
    return tuple(sides)


def _text(page: LaidOutPage) -> tuple[Line, ...]:
    """Running text, letterhead and closing of a page: what may stand between two tables."""
    columns = [lines for pair in (page.masthead, page.closing) if pair for lines in (pair.left, pair.right)]
    return page.body + tuple(line for lines in columns for line in lines)


def _between(lines: Sequence[Line], top: float, bottom: float) -> tuple[Line, ...]:
    return tuple(line for line in lines if top <= (line.box.top + line.box.bottom) / 2 < bottom)


@dataclass(slots=True)
class _Draft:
    """A table that may still go on: the part that began it, and all rows below the header so far."""

    start: _Part
    last: _Part = field(init=False)
    names: tuple[str, ...] = field(init=False)
    rows: list[DraftRow] = field(init=False)
    edges: tuple[float, ...] = field(init=False)
    boxes: list[Box] = field(init=False)

    def __post_init__(self) -> None:
        self.last, self.names, self.edges = self.start, self.start.names, self.start.edges
        self.rows = self.start.rows[self.start.header.depth :]
        self.boxes = [self.start.box]

    def take(self, part: _Part) -> bool:
        """Joins ``part`` to the table if it goes on there; False leaves both as they are."""
        repeated = same_header(self.names, part.names)
        columns = match_columns(self.edges, part.edges)
        if repeated and len(self.edges) == len(part.edges):
            columns = columns or ((same := tuple(range(len(part.edges) - 1))), same)
        if (
            columns is None
            or (self.names and not repeated and (part.header.certain or self._begins_anew(part)))
            or not self._adjoins(part, repeated)
        ):
            return False
        self._join(part, columns, repeated)
        return True

    def _adjoins(self, part: _Part, repeated: bool) -> bool:
        """Nothing but furniture stands between, or the count of the rows goes on all the same."""
        above = [line for line in part.above if not is_aside(line)]
        below = [line for line in self.last.below if not is_aside(line)]
        if part.number == self.last.number:
            return not above and part.box.top - self.last.box.bottom < CLOSE_BELOW
        if part.number != self.last.number + 1:
            return False
        if not above and not below:
            return True
        running_heads = all(line.box.bottom < HEAD_OF_PAGE * part.page.page.height for line in above)
        return running_heads and self._counts_on(part, repeated)

    def _begins_anew(self, part: _Part) -> bool:
        """Names in bold above a count from 1 head a table of their own; a total does not."""
        header, body = part.rows[: part.header.depth], part.rows[part.header.depth :]
        if not header or phrase("total").meets(header[0].printed[0].text):
            return False
        before = next((row.serial for row in reversed(self.rows) if row.serial is not None), None)
        return before is not None and before > 1 and bool(body) and body[0].serial == 1

    def _counts_on(self, part: _Part, repeated: bool) -> bool:
        body = part.rows[part.header.depth if repeated else 0 :]
        before = next((row.serial for row in reversed(self.rows) if row.serial is not None), None)
        after = next((row.serial for row in body if row.serial is not None), None)
        return before is not None and after == before + 1

    def _join(self, part: _Part, columns: tuple[tuple[int, ...], tuple[int, ...]], repeated: bool) -> None:
        mine, its = columns
        if len(mine) + 1 > len(self.edges):
            self._refine(mine, part.edges)
        rows = part.rows[part.header.depth if repeated else _numbering_rows(part.rows) :]
        if len(its) + 1 > len(part.edges):
            for row in rows:
                row.spread(its)
        self._add_rows(rows)
        self.last = part
        self.boxes.append(part.box)

    def _refine(self, columns: tuple[int, ...], edges: tuple[float, ...]) -> None:
        for row in self.rows:
            row.spread(columns)
        self.names = tuple(self.names[k] for k in columns) if self.names else ()
        self.edges = edges

    def _add_rows(self, rows: list[DraftRow]) -> None:
        """The rows of the next page, the first joined to the last one here where the page broke it."""
        if self.rows and rows:
            last, first = self.rows[-1], rows[0]
            if row_goes_on(last, first, counted=self._counted, gaps=self._gaps(rows), page_full=self.last.fills_page):
                join_rows(last, first, rows)
                del rows[0]
            else:
                carry_merged(last, first, self.rows, rows)
        self.rows += rows

    @property
    def _counted(self) -> bool:
        """Whether the first column numbers the rows: by its name, or by what stands in it."""
        if self.names:
            return column_field(self.names[0]) == "number"
        filled = [row.cells[0].text for row in self.rows if row.cells[0].lines]
        return bool(filled) and sum(map(is_numbering, filled)) * 2 > len(filled)

    def _gaps(self, rows: Sequence[DraftRow]) -> list[DraftRow]:
        """The rows without a number in this table, the first of the next page aside."""
        others = [row for row in [*self.rows, *rows[1:]] if row.printed and not row.is_group]
        return [row for row in others if not row.cells[0].lines]

    def finish(self) -> Table:
        title = read_title(self.start.above, self.start.box)
        rows = [_finish_row(row) for row in _without_slits(self.rows)]
        table = Table(
            caption=title.caption,
            unit=title.unit or unit_in_header(self.names),
            columns=self.names,
            rows=tuple(rows),
            page_first=self.start.number,
            page_last=self.last.number,
            boxes=tuple(self.boxes),
        )
        return type_values(table)


def _numbering_rows(rows: Sequence[DraftRow]) -> int:
    """A page may repeat only the row "(1) (2) (3)" of the header."""
    return int(bool(rows) and is_numbering_row(rows[0], after_header=False))


def _without_slits(rows: Sequence[DraftRow]) -> list[DraftRow]:
    """The rows without empty ones that are too low for print; an empty row of full height is a blank of a form."""
    least = min((row.height for row in rows if row.printed), default=0.0)
    return [row for row in rows if row.printed or row.height >= LEAST_BLANK * least]


def _finish_row(row: DraftRow) -> TableRow:
    """A merged cell is repeated in each column it spans, but a title across the row stands once."""
    passages = {cell: cell.passage if cell.lines else Passage("") for cell in row.cells}
    cells = [Cell(passages[cell]) for cell in row.cells]
    if row.is_group:
        cells = [Cell(passages[c]) if row.cells.index(c) == k else Cell(Passage("")) for k, c in enumerate(row.cells)]
    pages = [box.page for box in row.boxes]
    return TableRow(tuple(cells), min(pages), max(pages), tuple(row.boxes))
