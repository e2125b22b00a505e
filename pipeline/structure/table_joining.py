"""Whether a table goes on over a page break, and whether a row does."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.structure.table_rows import DraftCell, DraftRow, replace_cell

EDGE_TOLERANCE = 8.0  # pt: columns of one table stand this near on all its pages
BROKEN_BELOW = 0.55  # share of the page's height: a row is broken only where the page is full
MOST_CAPITALS = 2  # columns that go on with a capital letter: sentences break elsewhere too often for more
SPACE = 0.25  # of the size of print: between two words

_RUNS_ON = regex.compile(r" [\p{Ll},;:.)\]/%] ", regex.VERBOSE)
_ITEM = regex.compile(r" (?: [a-zđ] | [ivx]{1,4} | \d+ ) [.)] (?:\s|$) ", regex.VERBOSE)
_LISTED = regex.compile(r" [-–+•*·] \s? \S ", regex.VERBOSE)
_UNFINISHED = regex.compile(
    r"""
    (?: [,\-–/(]
      | (?<!\p{L}) (?: và | của | các | theo | cho | với | tại | về | để | là | do | số | từ | trên | hoặc )
    ) $
    """,
    regex.VERBOSE,
)
_COMPLETE = regex.compile(r" [\d.,\s%()/\-–]+ ", regex.VERBOSE)


def match_columns(one: Sequence[float], other: Sequence[float]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """How two sets of column edges lie on each other: for each the column that each column of the finer one is in.

    None where they do not agree. A page whose rows have all merged two columns lacks the edge between them.
    """
    if len(one) == len(other):
        same = tuple(range(len(one) - 1))
        return (same, same) if _alike(one, other) else None
    finer, coarser = (one, other) if len(one) > len(other) else (other, one)
    if len(coarser) < 3 or not all(min(abs(x - y) for y in finer) <= EDGE_TOLERANCE for x in coarser):
        return None
    if abs(finer[0] - coarser[0]) > EDGE_TOLERANCE or abs(finer[-1] - coarser[-1]) > EDGE_TOLERANCE:
        return None
    same = tuple(range(len(finer) - 1))
    held = tuple(_column_at(coarser, (finer[k] + finer[k + 1]) / 2) for k in same)
    return (same, held) if finer is one else (held, same)


def row_goes_on(last: DraftRow, first: DraftRow, *, counted: bool, gaps: Sequence[DraftRow], page_full: bool) -> bool:
    """Whether ``first``, on the next page, is the rest of ``last``.

    ``counted`` says that the first column numbers the rows, ``gaps`` are the other rows of the table that lack a
    number, ``page_full`` that ``last`` ends low enough on its page to be broken there.
    """
    if last.is_group or first.is_group or not first.printed or (counted and first.cells[0].lines):
        return False
    pairs = [(a, b) for a, b in zip(last.cells, first.cells, strict=True) if b.lines]
    if any(_COMPLETE.fullmatch(a.text) and _COMPLETE.fullmatch(b.text) for a, b in pairs):
        return False  # a figure is never broken, so this row has its own
    running = sum(_text_runs_on(a.text, b.text) for a, b in pairs)
    starting = sum(_starts_anew(b.text) for _, b in pairs)
    if starting > max(MOST_CAPITALS, running):
        return False
    if running:
        return True
    if not counted or not page_full:
        return False
    if set(last.printed) <= {last.cells[0]}:
        return not gaps  # only the number stood on the page before
    merged = last.cells[0].row_span > 1 or first.cells[0].row_span > 1
    if merged and 2 * len(first.filled) > len(last.filled):
        return False  # the next of the rows that share a number
    unlike_gaps = not any(gap.filled <= first.filled for gap in gaps)
    return unlike_gaps and all(_may_run_on(a, b) for a, b in pairs)


def join_rows(last: DraftRow, first: DraftRow, rows: Sequence[DraftRow]) -> None:
    """Adds the cells of ``first``, the rest of ``last``, to those of ``last``; ``rows`` hold the cells of ``first``."""
    grown = set()
    for above, below in zip(tuple(last.cells), tuple(first.cells), strict=True):
        if (above, below) not in grown and above is not below:
            grown.add((above, below))
            above.lines.extend(below.lines)
            replace_cell(rows, below, above)
    last.boxes.extend(first.boxes)


def carry_merged(last: DraftRow, first: DraftRow, above_rows: Sequence[DraftRow], rows: Sequence[DraftRow]) -> None:
    """A merged cell whose rows lie on both sides of the break is empty on the second: the first goes on there.

    Its text may run on as well: then both parts are one cell. Where one row each stands on the two sides nothing
    shows the merge but that number and name are both missing, or run on, where the other columns begin anew.
    """
    leading = _carried(last, first)
    nameless = leading >= 2 and len(first.filled) >= 2 and not first.cells[0].lines
    numbered, number, rest = bool(first.cells[0].lines), last.cells[0], first.cells[0]
    for column, (above, below) in enumerate(zip(tuple(last.cells), tuple(first.cells), strict=True)):
        merged = above.row_span > 1 or below.row_span > 1 or (nameless and column < leading)
        if above is below or not merged:
            continue
        as_number = not numbered and _same_rows((above, below), (number, rest))
        if not above.lines and below.lines and (as_number or (nameless and column < leading)):
            replace_cell(above_rows, above, below)  # set in the middle of the cell, its text stands below the break
        if not above.lines:
            continue
        if not below.lines or as_number or _text_goes_over(above.text, below.text, numbered):
            above.lines.extend(below.lines)
            replace_cell(rows, below, above)


def _same_rows(cell: tuple[DraftCell, DraftCell], number: tuple[DraftCell, DraftCell]) -> bool:
    """Whether the two parts of a cell have the height of those of the number, which is merged over the break."""
    spans = number[0].row_span, number[1].row_span
    return (cell[0].row_span, cell[1].row_span) == spans and bool(number[0].lines) and max(spans) > 1


def _carried(last: DraftRow, first: DraftRow) -> int:
    """How many columns from the left are of the row above: blank below the break, running on, or set in the middle.

    A number without a name above, and a name without a number below, are one row's.
    """
    pairs = enumerate(zip(last.cells, first.cells, strict=True))
    own = (bool(b.lines) if k == 1 and not a.lines else a.lines and _has_no_start(b) for k, (a, b) in pairs)
    return next((k for k, carried in enumerate(own) if not carried), len(last.cells))


def _has_no_start(below: DraftCell) -> bool:
    return not below.lines or _RUNS_ON.match(below.text) is not None


def _text_goes_over(before: str, after: str, numbered: bool) -> bool:
    """Whether a merged cell's text goes on; above a row with a number of its own only a small letter shows it."""
    if numbered and _RUNS_ON.match(after) is None:
        return False
    return _text_runs_on(before, after)


def _text_runs_on(before: str, after: str) -> bool:
    """ "… tỉnh Kon" and "Tum làm …" do not show it; a small letter or an unfinished sentence does."""
    if not before or not after or _ITEM.match(after):
        return False
    return _RUNS_ON.match(after) is not None or _UNFINISHED.search(before) is not None


def _may_run_on(before: DraftCell, after: DraftCell) -> bool:
    """Whether the print allows it: a new item begins, or the next word had no room on the line before."""
    if not before.lines:
        return False
    if _is_item(after.text):
        return True
    last, following = before.lines[-1].box, after.lines[0]
    padding = max(1.0, min(line.box.x0 for line in after.lines) - after.left)
    first_word = following.passage.pieces[0].box.width if following.passage.pieces else following.box.width
    return last.x1 + SPACE * following.size + first_word > before.right - padding


def _starts_anew(text: str) -> bool:
    return not _is_item(text) and _RUNS_ON.match(text) is None


def _is_item(text: str) -> bool:
    return _LISTED.match(text) is not None or _ITEM.match(text) is not None


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """The same edges, or the same widths on a page with another margin."""
    shift = one[0] - other[0]
    return all(abs(x - y) <= EDGE_TOLERANCE for x, y in zip(one, other, strict=True)) or all(
        abs(x - y - shift) <= EDGE_TOLERANCE for x, y in zip(one, other, strict=True)
    )


def _column_at(edges: Sequence[float], x: float) -> int:
    return max(0, min(len(edges) - 2, sum(edge <= x for edge in edges) - 1))
