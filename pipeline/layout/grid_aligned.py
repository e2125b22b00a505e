"""Tables without upright rules: their columns are the white between the words, where that is certain.

A false table is worse than a missed one. So a table is taken only where the white runs through all its lines, parts
the header into as many names as the body into columns, and the rows are told by rules across or by their count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from pipeline.layout.grid_cells import Lattice
from pipeline.layout.lines import Row, make_lines, make_rows
from pipeline.model import Box, Grid, GridCell, Page, Rule, Word

SNAP = 3.0  # pt: rules nearer than this are one
LEAST_GUTTER = 6.0  # pt: no space between words of running text is so wide in every line
FEWEST_COLUMNS, FEWEST_STRIPES, FEWEST_COUNTED = 3, 2, 3
LEAST_STRIPE = 8.0  # pt between two rules that hold a row
LEAST_WIDTH = 0.4  # of the page
WIDEST_LINE_GAP = 2.2  # of the size of print, between two lines of one table
BEFORE_COLUMN = 2.0  # pt: most columns begin at one x and end where their words end
NEAR = 8.0  # pt: edges of one table on two pages
HEADER_GAP = 0.6  # of the size of print, between two lines of one name
FULL_PAGE = 0.75  # share of the page's height that a table which goes on reaches

_COUNT_HEADER = regex.compile(r"(?:s[ốÔ]\s*)?(?:stt|tt)\.?|no\.?", regex.IGNORECASE)
_COLUMN_COUNT = regex.compile(r"\(?\d{1,2}\)?|\(?[A-Z]\)?")
_COUNT = regex.compile(r"(?P<number>\d{1,3})[.)]?")

Edges = tuple[float, ...]


def aligned_grids(page: Page, words: Sequence[Word], before: Sequence[Grid]) -> list[Grid]:
    """The unruled tables among ``words``, those outside of all ruled grids; ``before`` are the grids a page before."""
    above = before[-1] if before and not before[-1].ruled else None
    bands = _bands(page)
    counted = any(_COUNT_HEADER.fullmatch(word.text) for word in words)
    if not (bands or counted or above):
        return []
    grids = [grid for band in bands if (grid := _striped(page, band, words, above))]
    free = [word for word in words if not any(grid.box.contains(*word.box.centre) for grid in grids)]
    rows = make_rows(free)
    if above and not grids and (grid := _rest(page, rows, above)):
        grids.append(grid)
    if counted and (grid := _counted(page, rows, above)):
        grids.append(grid)
    return grids


# --- rules across, none upright -----------------------------------------------------------------------------


def _bands(page: Page) -> list[list[Rule]]:
    """Sets of at least three rules across that begin and end together, with no upright rule between them."""
    across = [rule for rule in _joined(page.rules) if rule.length >= LEAST_WIDTH * page.width]
    bands: list[list[Rule]] = []
    for rule in across:
        band = next((b for b in bands if abs(b[0].x0 - rule.x0) < SNAP and abs(b[0].x1 - rule.x1) < SNAP), None)
        if band is None:
            bands.append([rule])
        elif rule.top - band[-1].top > LEAST_STRIPE:
            band.append(rule)
    return [band for band in bands if len(band) > FEWEST_STRIPES and not _has_upright(page.rules, band)]


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """The rules across, from top to bottom, pieces of one line put together."""
    joined: list[Rule] = []
    across = (rule for rule in rules if rule.horizontal and rule.length >= 1)
    for rule in sorted(across, key=lambda r: (round(r.top), r.x0)):
        last = joined[-1] if joined else None
        if last and abs(last.top - rule.top) < 1 and rule.x0 - last.x1 < SNAP:
            joined[-1] = Rule(last.x0, last.top, max(last.x1, rule.x1), last.bottom)
        else:
            joined.append(rule)
    return joined


def _has_upright(rules: Sequence[Rule], band: Sequence[Rule]) -> bool:
    return any(
        not rule.horizontal
        and rule.length > LEAST_STRIPE
        and band[0].x0 - SNAP < rule.x0 < band[0].x1 + SNAP
        and rule.top < band[-1].top - SNAP
        and rule.bottom > band[0].top + SNAP
        for rule in rules
    )


def _striped(page: Page, band: Sequence[Rule], words: Sequence[Word], above: Grid | None) -> Grid | None:
    """The table between rules across: a row between two rules, or, below a rule under the header, a row a count."""
    ys = tuple(rule.top for rule in band)
    box = Box(page.number, band[0].x0 - SNAP, ys[0], band[0].x1 + SNAP, ys[-1])
    held = [word for word in words if box.contains(*word.box.centre)]
    xs = _kept(held, _edges_of(above)) if above and _same_sides(above.box, box) else None
    if xs is None:
        header = [word for word in held if word.box.centre[1] < ys[1]]
        xs = _parted(held, header, box)
    if xs is None:
        return None
    if len(ys) == FEWEST_STRIPES + 1:
        body = [word for word in held if word.box.centre[1] >= ys[1]]
        headed = bool(held) and _heads_count(make_rows(held)[0])
        tops = _counted_tops(make_rows(body), xs, None, 1 if headed else FEWEST_COUNTED)
        tops = tops or _line_tops(make_rows(body), xs)
        if tops is None:
            return None
        ys = (*ys[:2], *tops[1:], ys[2])
    return _grid(page, Lattice(xs, ys), held)


def _same_sides(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) < 2 * SNAP and abs(one.x1 - other.x1) < 2 * SNAP


def _line_tops(rows: Sequence[Row], xs: Edges) -> list[float] | None:
    """A row a line, where every line begins in the first column and fills most others."""
    filled = [{_column(word, xs) for word in row.words} for row in rows]
    if len(rows) < FEWEST_COUNTED or not all(0 in columns and 2 * len(columns) >= len(xs) for columns in filled):
        return None
    return _between_lines(rows, range(len(rows)))


# --- no rules at all ----------------------------------------------------------------------------------------


def _counted(page: Page, rows: Sequence[Row], above: Grid | None) -> Grid | None:
    """The table under a header that begins with "STT" or "TT", its rows counted without a gap.

    The count begins with 1, or goes on from that of the page before under the header repeated.
    """
    expected = {1, (_last_count(above) or 0) + 1}
    start = next((k for k, row in enumerate(rows) if _heads_count(row)), None)
    if start is None:
        return None
    start = _top_of_header(rows, start)
    first = next((k for k in range(start + 1, min(start + 8, len(rows))) if _count(rows[k]) in expected), None)
    if first is None:
        return None
    number = _count(rows[first])
    body = _run(rows, first)
    held = [word for row in (*rows[start:first], *body) for word in row.words]
    box = _around(page, held)
    xs = _parted(held, [word for row in rows[start:first] for word in row.words], box)
    tops = _counted_tops(body, xs, first=number, least=FEWEST_COUNTED if number == 1 else 1)
    if xs is None or tops is None or _goes_on(rows, first + len(body), (number or 1) + len(tops) - 1):
        return None
    names = _numbering_top(rows[start:first])
    return _grid(page, Lattice(xs, (box.top, *names, *tops, box.bottom)), held)


def _heads_count(row: Row) -> bool:
    """Whether a line begins with "STT", "TT" or "Số TT"."""
    first, second = row.words[0].text, row.words[1].text if len(row.words) > 1 else ""
    return any(_COUNT_HEADER.fullmatch(text) is not None for text in (first, f"{first} {second}"))


def _top_of_header(rows: Sequence[Row], start: int) -> int:
    """The first line of the header that ``start`` is in: names may take more lines than "STT" ("Số" over "TT")."""
    while start > 0:
        above, row = rows[start - 1], rows[start]
        if row.line.box.top - above.line.box.bottom > HEADER_GAP * row.line.size or not _gutters(above.words):
            break
        start -= 1
    return start


def _numbering_top(header: Sequence[Row]) -> list[float]:
    """Where the row "(1) (2) (3)" begins at the end of a header, if there is one."""
    last = header[-1]
    counted = len(header) > 1 and all(_COLUMN_COUNT.fullmatch(word.text) for word in last.words)
    return _between_lines(header, [0, len(header) - 1])[1:] if counted else []


def _rest(page: Page, rows: Sequence[Row], above: Grid) -> Grid | None:
    """What the table at the end of the page before goes on with: its count, between its columns."""
    last = _last_count(above)
    if not rows or last is None or _count(rows[0]) != last + 1 or above.box.bottom < FULL_PAGE * page.height:
        return None
    body = _run(rows, 0)
    held = [word for row in body for word in row.words]
    xs = _kept(held, _edges_of(above))
    tops = _counted_tops(body, xs, first=last + 1)
    if xs is None or tops is None or _goes_on(rows, len(body), last + len(tops)):
        return None
    return _grid(page, Lattice(xs, (*tops, max(word.box.bottom for word in held))), held)


def _last_count(grid: Grid | None) -> int | None:
    cells = (cell for cell in (grid.cells if grid else ()) if cell.column == 0)
    return max((number for cell in cells for number in _numbers(cell)), default=None)


def _kept(words: Sequence[Word], xs: Edges) -> Edges | None:
    """The edges of the page before, or those of this page where they are nearly the same; else None."""
    if not _crosses(words, xs):
        return xs
    gutters = [b - BEFORE_COLUMN for _, b in _gutters(words)]
    alike = len(gutters) == len(xs) - 2 and all(abs(a - b) <= NEAR for a, b in zip(gutters, xs[1:-1], strict=True))
    return (xs[0], *gutters, xs[-1]) if alike else None


def _numbers(cell: GridCell) -> list[int]:
    texts = (line.passage.text for line in cell.lines)
    return [int(found["number"]) for text in texts if (found := _COUNT.fullmatch(text))]


def _run(rows: Sequence[Row], first: int) -> list[Row]:
    """Lines from ``first`` on that stand close and do not begin left of the count: no running text among them."""
    run = [rows[first]]
    left = rows[first].words[0].box.x0 - LEAST_GUTTER
    for row in rows[first + 1 :]:
        apart = row.line.box.top - run[-1].line.box.bottom > WIDEST_LINE_GAP * row.line.size
        if apart or row.words[0].box.x0 < left or not _parts(row, rows[first]):
            break
        run.append(row)
    return run


def _parts(row: Row, pattern: Row) -> bool:
    """Whether a line keeps the white that stands right of the count in the first line."""
    name = pattern.words[1].box.x0 - 1 if len(pattern.words) > 1 else pattern.line.box.x1
    return not any(word.box.x0 < name < word.box.x1 for word in row.words)


def _goes_on(rows: Sequence[Row], after: int, count: int) -> bool:
    """Whether the line below still counts: then the table was not understood to its end."""
    return after < len(rows) and _count(rows[after]) == count + 1


def _count(row: Row) -> int | None:
    found = _COUNT.fullmatch(row.words[0].text)
    apart = len(row.words) > 1 and row.words[1].box.x0 - row.words[0].box.x1 >= LEAST_GUTTER
    return int(found["number"]) if found and apart else None


# --- columns and rows from white ----------------------------------------------------------------------------


def _parted(words: Sequence[Word], header: Sequence[Word], box: Box) -> Edges | None:
    """The edges of the columns: white that runs through all words; None unless the header has as many names."""
    gutters, names = _gutters(words), _gutters(header)
    if len(gutters) + 1 < FEWEST_COLUMNS or len(gutters) != len(names):
        return None
    if any(not _overlap(a, b) for a, b in zip(gutters, names, strict=True)):
        return None
    return (box.x0, *(b - BEFORE_COLUMN for _, b in gutters), box.x1)


def _gutters(words: Sequence[Word]) -> list[tuple[float, float]]:
    gutters: list[tuple[float, float]] = []
    end: float | None = None
    for x0, x1 in sorted((word.box.x0, word.box.x1) for word in words):
        if end is not None and x0 - end >= LEAST_GUTTER:
            gutters.append((end, x0))
        end = x1 if end is None else max(end, x1)
    return gutters


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _counted_tops(rows: Sequence[Row], xs: Edges | None, first: int | None, least: int = 1) -> list[float] | None:
    """Where each of at least ``least`` counted rows begins, the first one with the number ``first`` if that is known.

    None unless every line belongs to a row, and the count has no gap.
    """
    if xs is None:
        return None
    counts = [_count(row) if _column(row.words[0], xs) == 0 else None for row in rows]
    starts = [k for k, count in enumerate(counts) if count is not None]
    numbers = [count for count in counts if count is not None]
    if not starts or starts[0] != 0 or (first is not None and numbers[0] != first):
        return None
    if len(numbers) < least:
        return None
    if any(b != a + 1 for a, b in pairwise(numbers)):
        return None
    if any(count is None and _column(row.words[0], xs) == 0 for row, count in zip(rows, counts, strict=True)):
        return None
    return _between_lines(rows, starts)


def _between_lines(rows: Sequence[Row], starts: Sequence[int] | range) -> list[float]:
    tops = [rows[0].line.box.top - 1]
    return tops + [(rows[k - 1].line.box.bottom + rows[k].line.box.top) / 2 for k in starts[1:]]


def _column(word: Word, xs: Edges) -> int:
    return sum(x <= word.box.centre[0] for x in xs[1:-1])


def _crosses(words: Sequence[Word], xs: Edges) -> bool:
    return any(word.box.x0 < x - 1 and word.box.x1 > x + 1 for word in words for x in xs[1:-1])


def _edges_of(grid: Grid) -> Edges:
    return tuple(sorted({cell.box.x0 for cell in grid.cells} | {cell.box.x1 for cell in grid.cells}))


def _around(page: Page, words: Sequence[Word]) -> Box:
    box = Box.around(word.box for word in words)
    return Box(page.number, box.x0 - SNAP, box.top - 1, box.x1 + SNAP, box.bottom + 1)


def _grid(page: Page, lattice: Lattice, words: Sequence[Word]) -> Grid:
    """The grid of ``words``, all of them in it: one that is wider than the columns of the page before, too."""
    xs, ys, around = lattice.xs, lattice.ys, _around(page, words)
    return Grid(
        box=Box(page.number, xs[0], ys[0], xs[-1], ys[-1]).union(around),
        rows=lattice.rows,
        columns=lattice.columns,
        cells=tuple(_cells(page, lattice, words)),
        ruled=False,
    )


def _cells(page: Page, lattice: Lattice, words: Sequence[Word]) -> Iterator[GridCell]:
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        held.setdefault(_nearest_slot(lattice, *word.box.centre), []).append(word)
    for row in range(lattice.rows):
        for column in range(lattice.columns):
            x0, x1 = lattice.xs[column : column + 2]
            top, bottom = lattice.ys[row : row + 2]
            own = held.get((row, column), [])
            yield GridCell(row, column, 1, 1, Box(page.number, x0, top, x1, bottom), make_lines(own) if own else ())


def _nearest_slot(lattice: Lattice, x: float, y: float) -> tuple[int, int]:
    row, column = bisect_right(lattice.ys, y) - 1, bisect_right(lattice.xs, x) - 1
    return max(0, min(row, lattice.rows - 1)), max(0, min(column, lattice.columns - 1))
