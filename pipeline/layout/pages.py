"""What each line of a page is: furniture, table, footnote, top or end of a document, running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.layout.closing import find_closing, rest_of_recipients, rest_of_signature
from pipeline.layout.columns import find_masthead, lines_in_order, part_labels, part_stamps, split_rows
from pipeline.layout.furniture import furniture_of, running_heads
from pipeline.layout.grids import find_grids, in_grid
from pipeline.layout.lines import Row, make_rows
from pipeline.layout.notes import NoteZone, declare_markers, find_note_zone, raised_labels
from pipeline.model import Columns, Grid, LaidOutPage, Line, Page, Word

_DEFAULT_BODY_SIZE = 13.0
_BODY_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page whose furniture, tables and note zone are known."""

    page: Page
    words: tuple[Word, ...]
    furniture: tuple[Line, ...]
    grids: tuple[Grid, ...]
    zone: NoteZone | None


def lay_out(pages: Sequence[Page]) -> tuple[LaidOutPage, ...]:
    """Every page with its lines sorted by what they are. All pages are given at once: running heads need them."""
    rows = [make_rows(page.words) for page in pages]
    heads = running_heads(list(zip(pages, rows, strict=True)))
    body_size = _body_size(row for found in rows for row in found)
    drafts: list[_Draft] = []
    for page, found in zip(pages, rows, strict=True):
        drafts.append(_draft(page, found, heads, body_size, drafts[-1] if drafts else None))
    labels = [_labels(draft, after) for draft, after in zip(drafts, [*drafts[1:], None], strict=True)]
    finished: list[LaidOutPage] = []
    for draft, wanted in zip(drafts, labels, strict=True):
        finished.append(_finish(draft, wanted, finished[-1] if finished else None))
    return tuple(finished)


def _draft(page: Page, rows: Sequence[Row], heads: frozenset[str], body_size: float, before: _Draft | None) -> _Draft:
    furniture = furniture_of(page, rows, heads)
    printed = replace(page, words=_words(_without(rows, furniture)))
    grids = find_grids(printed, before.grids if before else ())
    outside = _rows_outside(printed.words, grids)
    zone = find_note_zone(printed, outside, body_size, before.zone if before else None)
    return _Draft(page, printed.words, tuple(row.line for row in furniture), grids, zone)


def _labels(draft: _Draft, after: _Draft | None) -> frozenset[str]:
    """The labels whose markers are looked for on a page: its own notes', and those the next page has no marker for.

    The notes of a form stand together at its end, which may be the page after their markers.
    """
    own = draft.zone.labels if draft.zone else frozenset[str]()
    if after is None or after.zone is None:
        return own
    return own | (after.zone.labels - raised_labels(after.words, after.zone))


def _finish(draft: _Draft, labels: frozenset[str], before: LaidOutPage | None) -> LaidOutPage:
    words = declare_markers(draft.words, labels, draft.zone)
    above = before.grids if before else ()
    grids = draft.grids if words == draft.words else find_grids(replace(draft.page, words=words), above)
    notes, text = _part_notes(_rows_outside(words, grids), draft.zone)
    text, stamps = part_stamps(text)
    masthead, text = _take_masthead(part_labels(text))
    closing, text = _take_closing(text, draft.page.width, before.closing if before else None)
    return LaidOutPage(
        page=draft.page,
        body=lines_in_order(text, draft.page.width),
        notes=tuple(row.line for row in notes),
        furniture=(*draft.furniture, *(row.line for row in stamps)),
        grids=grids,
        masthead=masthead,
        closing=closing,
    )


def _body_size(rows: Iterable[Row]) -> float:
    """The largest size in which a good part of the document is set: notes and tables may be longer than the text."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.line.size * 2) / 2] += len(row.line.passage.text)
    enough = _BODY_SHARE * sizes.total()
    return max((size for size, count in sizes.items() if count >= enough), default=_DEFAULT_BODY_SIZE)


def _without(rows: Sequence[Row], taken: Sequence[Row]) -> list[Row]:
    """The rows that are not among ``taken`` (the same rows, not equal ones)."""
    known = {id(row) for row in taken}
    return [row for row in rows if id(row) not in known]


def _words(rows: Iterable[Row]) -> tuple[Word, ...]:
    return tuple(word for row in rows for word in row.words)


def _rows_outside(words: Sequence[Word], grids: Sequence[Grid]) -> tuple[Row, ...]:
    return make_rows(word for word in words if not any(in_grid(grid, word) for grid in grids))


def _part_notes(rows: Sequence[Row], zone: NoteZone | None) -> tuple[list[Row], list[Row]]:
    if zone is None:
        return [], list(rows)
    return [row for row in rows if row.line.box.top >= zone.top], [row for row in rows if row.line.box.top < zone.top]


def _take_masthead(rows: list[Row]) -> tuple[Columns | None, list[Row]]:
    found = find_masthead(rows)
    if found is None:
        return None, rows
    held, gutter = found
    return split_rows(held, gutter), _without(rows, held)


def _take_closing(rows: list[Row], page_width: float, before: Columns | None) -> tuple[Columns | None, list[Row]]:
    """The end of a document, or the rest of the recipients that began on the page ``before``, and the other rows."""
    rest = rest_of_recipients(rows, before)
    if rest:
        return Columns(tuple(row.line for row in rest), ()), _without(rows, rest)
    name = rest_of_signature(rows, before, page_width)
    if name:
        return Columns((), tuple(row.line for row in name)), _without(rows, name)
    found = find_closing(rows, page_width)
    return (found.columns, _without(rows, found.rows)) if found else (None, rows)


def text_in_order(page: LaidOutPage) -> str:
    """The text of a page in reading order, a line of print a line."""
    top, end = _column_lines(page.masthead), _column_lines(page.closing)
    return "\n".join(line.passage.text for line in (*top, *_with_tables(page), *end, *page.notes) if line.passage.text)


def _column_lines(columns: Columns | None) -> tuple[Line, ...]:
    return (*columns.left, *columns.right) if columns else ()


def _with_tables(page: LaidOutPage) -> list[Line]:
    """Body lines in their order, each table before the first line that stands below its top."""
    lines, rest = list[Line](), list(page.body)
    for grid in sorted(page.grids, key=lambda grid: grid.box.top):
        above = next((i for i, line in enumerate(rest) if line.box.top >= grid.box.top), len(rest))
        lines += [*rest[:above], *(line for cell in grid.cells for line in cell.lines)]
        rest = rest[above:]
    return lines + rest
