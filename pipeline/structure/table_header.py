"""Which top rows of a table are its header, and what its columns are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from pipeline.model import Line
from pipeline.structure.table_rows import DraftCell, DraftRow, is_numbering
from pipeline.structure.table_vocabulary import LONGEST_HEADER, column_field

DEEPEST_HEADER = 5  # rows
FEWEST_ROWS = 2  # of figures, before what stands over them is a header by that alone
FEWEST_NAMES = 3  # of columns, where neither words nor bold print tell a header
LONGEST_NAME = 90  # characters of a column's name that nothing but the figures below it tells

_COLUMN_NUMBER = regex.compile(r" [(\[]? \s* (?P<number> \d{1,2} | [A-ZĐ] | [a-e] ) \s* [)\]]? ", regex.VERBOSE)
# "9=7/4", "(5) = (3) + (4)", "6=4*5": how a column is computed.
_FORMULA = regex.compile(
    r" (?: [(\[]? (?P<number> \d{1,2} )? [)\]]? \s* ) = [\s\d()\[\]+\-–*x×/:%.,]+ ", regex.VERBOSE | regex.IGNORECASE
)
_DIGIT = regex.compile(r"\d")
_LETTER = regex.compile(r"\p{L}")
_FIGURE = regex.compile(r" (?! (?:19|20)\d\d $ ) [\d.,\s%()\-–−]+ ", regex.VERBOSE)  # a year may head a column


@dataclass(frozen=True, slots=True)
class Header:
    """``depth`` rows at the top; ``certain`` when the vocabulary knows them, not only their print."""

    depth: int
    certain: bool


def find_header(rows: Sequence[DraftRow]) -> Header:
    """The header rows at the top of ``rows``, the numbering row "(1) (2) (3)" with them; depth 0 for none."""
    if not rows:
        return Header(0, False)
    certain = _is_known(rows[0])
    depth = 0
    if certain or any(shows(rows) for shows in (_is_set_off, _is_centred, _stands_over_figures, _stands_over_blanks)):
        depth = _close_spans(rows, 1)
        while depth < min(len(rows) - 1, DEEPEST_HEADER) and (
            _is_second_level(rows[depth - 1], rows[depth]) or _names_figures(*rows[depth - 1 : depth + 2])
        ):
            depth = _close_spans(rows, depth + 1)
    while depth < len(rows) and is_numbering_row(rows[depth], after_header=depth > 0):
        depth += 1
    return Header(depth, certain) if depth < len(rows) or certain else Header(0, False)


def begins_table(rows: Sequence[DraftRow], at: int) -> bool:
    """Whether row ``at`` heads a table of its own within one frame: a known header, and a count that starts anew.

    Two tables that touch ("STT | Tên dự án" right over "STT | Họ và tên") have one frame of rules.
    """
    if column_field(rows[at].cells[0].text) != "number" or not _is_known(rows[at]):
        return False
    if set(rows[at].cells) & set(rows[at - 1].cells) or all(len(set(row.cells)) == 1 for row in rows[:at]):
        return False  # a second level of the header above, or a title in the frame
    depth = find_header(rows[at:]).depth
    below = (row.serial for row in rows[at + depth :])
    return next((serial for serial in below if serial is not None), None) == 1


def split_heading(rows: list[DraftRow]) -> tuple[list[DraftRow], tuple[Line, ...]]:
    """The rows without a title or unit that stands in the frame above the header, across all columns; its lines."""
    depth = 0
    while depth < len(rows) - 1 and len(set(rows[depth].cells)) == 1:
        depth += 1
    if depth and find_header(rows[depth:]).certain:
        return rows[depth:], tuple(line for row in rows[:depth] for line in row.cells[0].lines)
    return rows, ()


def column_names(header: Sequence[DraftRow]) -> tuple[str, ...]:
    """One name a column, levels joined as "parent / child"; numbering rows give none. Empty for no header."""
    named = [row for k, row in enumerate(header) if not is_numbering_row(row, after_header=k > 0)]
    return tuple(_name(column) for column in zip(*(row.cells for row in named), strict=True)) if named else ()


def is_numbering_row(row: DraftRow, after_header: bool) -> bool:
    """Whether the row counts the columns: "(1) (2) (3)", "A B 1 2", "1 2 3=1+2".

    Away from a header only brackets or a longer count are proof: "1 | 2 | 3" may be data.
    """
    texts = [cell.text for cell in row.printed]
    if len(texts) < 2 or len(texts) < len(set(row.cells)) - 1:
        return False
    counts = [_column_number(text) for text in texts]
    if None in counts or not _count_up([count for count in counts if count is not None]):
        return False
    return all(text.startswith("(") for text in texts) or len(texts) >= (3 if after_header else 4)


def _column_number(text: str) -> str | None:
    """The number or letter that a cell gives its column, "" for a formula without one, None for other text."""
    found = _COLUMN_NUMBER.fullmatch(text) or _FORMULA.fullmatch(text)
    return (found["number"] or "") if found else None


def _count_up(counts: Sequence[str]) -> bool:
    """Letters first, if any, then numbers from 1 on without a gap (a bare formula takes the place of one)."""
    letters = [count for count in counts if count.isalpha()]
    numbers = list(counts[len(letters) :])
    in_order = [ord(b.lower()) - ord(a.lower()) for a, b in pairwise(letters)] == [1] * (
        len(letters) - 1 if letters else 0
    )
    counted = [(k, int(number)) for k, number in enumerate(numbers) if number.isdecimal()]
    in_order = in_order and list(counts[: len(letters)]) == letters
    return in_order and len(counted) >= 2 and all(number == k + 1 for k, number in counted)


def same_header(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two headers are the same print, spaces and case aside."""
    return bool(one) and [_squeeze(name) for name in one] == [_squeeze(name) for name in other]


def _squeeze(text: str) -> str:
    return "".join(text.casefold().split())


def _is_known(row: DraftRow) -> bool:
    """The first column is "STT", or most of the columns have names that the vocabulary knows."""
    if row.is_group or not _could_head(row):
        return False
    fields = [column_field(cell.text) for cell in row.printed]
    known = sum(field is not None for field in fields)
    return fields[0] == "number" or (known >= 2 and 2 * known > len(fields))


def _is_set_off(rows: Sequence[DraftRow]) -> bool:
    """Bold where the rows below are not, and no figures: a header whose words are not in the vocabulary.

    The first line of a cell tells: a unit below it is often in italics.
    """
    first = rows[0]
    if first.is_group or not _could_head(first) or not all(cell.lines[0].bold for cell in first.printed):
        return False
    below = [cell for row in rows[1:4] for cell in row.printed if cell not in first.cells]
    return bool(below) and sum(cell.lines[0].bold for cell in below) * 2 < len(below)


def _is_centred(rows: Sequence[DraftRow]) -> bool:
    """A name in the middle of every column, and text set left below."""
    body = rows[_close_spans(rows, 1) :]
    if len(body) < FEWEST_ROWS or not _names_columns(rows[0]) or not all(cell.centred for cell in rows[0].printed):
        return False
    below = [cell for row in body for cell in row.printed if cell is not row.cells[0] and _LETTER.search(cell.text)]
    return bool(below) and sum(cell.centred for cell in below) * 4 < len(below)


def _stands_over_figures(rows: Sequence[DraftRow]) -> bool:
    """A name in every column, and a column or more of nothing but figures below: plain headers of statistics."""
    body = rows[_close_spans(rows, 1) :]
    if len(body) < FEWEST_ROWS or not _names_columns(rows[0]):
        return False
    columns = (dict.fromkeys(row.cells[k] for row in body) for k in range(1, len(rows[0].cells)))
    return any(_all_figures([cell.text for cell in column if cell.lines]) for column in columns)


def _stands_over_blanks(rows: Sequence[DraftRow]) -> bool:
    """A name in every column, and columns without any print below: a form to be filled in."""
    body = rows[_close_spans(rows, 1) :]
    if len(body) < FEWEST_ROWS or not _names_columns(rows[0]):
        return False
    blank = [k for k in range(len(rows[0].cells)) if not any(row.cells[k].lines for row in body)]
    return 2 * len(blank) >= len(rows[0].cells)


def _names_columns(row: DraftRow) -> bool:
    """Whether the row has a short name, and no figure, in each of at least three columns."""
    names = [cell.text for cell in row.printed]
    return (
        len(row.cells) >= FEWEST_NAMES
        and len(row.filled) == len(row.cells)
        and not row.is_group
        and _could_head(row)
        and not any(_FIGURE.fullmatch(name) or len(name) > LONGEST_NAME or name.endswith((".", ";")) for name in names)
    )


def _all_figures(texts: Sequence[str]) -> bool:
    return len(texts) >= FEWEST_ROWS and all(_FIGURE.fullmatch(text) and _DIGIT.search(text) for text in texts)


def _could_head(row: DraftRow) -> bool:
    texts = [cell.text for cell in row.printed]
    return (
        len(texts) >= 2
        and max(map(len, texts)) <= LONGEST_HEADER + 40
        and not is_numbering(texts[0])
        and sum(_FIGURE.fullmatch(text) is not None for text in texts) * 2 < len(texts)
    )


def _is_second_level(parents: DraftRow, row: DraftRow) -> bool:
    """A row of names under a parent that spans several of them, in a row that is not counted."""
    first = row.cells[0]
    if first.lines and first is not parents.cells[0]:
        return False
    under = [k for k, cell in enumerate(parents.cells) if parents.cells.count(cell) > 1 and cell.lines]
    children = [row.cells[k] for k in under if row.cells[k] is not parents.cells[k]]
    others = [cell for cell in row.printed if cell not in children and cell not in parents.cells]
    if len(set(children)) < 2 or not any(child.lines for child in children):
        return False
    return all(c.bold for c in others) and not any(_is_amount(child) for child in children)


def _names_figures(parents: DraftRow, row: DraftRow, below: DraftRow) -> bool:
    """A row of names in every column ("Mốc | X (m) | Y (m)"), parts of a wider name among them, over figures."""
    spanned = [k for k, cell in enumerate(parents.cells) if parents.cells.count(cell) > 1 and cell.lines]
    children = {row.cells[k] for k in spanned if row.cells[k] is not parents.cells[k] and row.cells[k].lines}
    if len(children) < 2 or row.is_group or any(_DIGIT.search(cell.text) for cell in row.printed):
        return False
    figures = sum(_FIGURE.fullmatch(cell.text) is not None for cell in below.printed)
    return below.serial == 1 and 2 * figures > len(below.printed)


def _is_amount(cell: DraftCell) -> bool:
    return len(cell.text) > 4 and _FIGURE.fullmatch(cell.text) is not None


def _close_spans(rows: Sequence[DraftRow], depth: int) -> int:
    """The first row below ``depth`` that no cell of a header row reaches into."""
    while depth < min(len(rows), DEEPEST_HEADER) and any(
        cell in rows[depth - 1].cells and cell.lines for cell in rows[depth].cells
    ):
        depth += 1
    return depth


def _name(column: Sequence[DraftCell]) -> str:
    names = list(dict.fromkeys(cell.text for cell in dict.fromkeys(column) if cell.text))
    return " / ".join(names)
