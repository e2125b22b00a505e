"""Small figures alone in a cell: the numbers of rows, counts, marks of points.

Tesseract reads a lone "1" as "]", "3." as "GÃ", "11" as "1U"; the line recogniser read all but the stops of 80 such
cells right (measured). So in columns of figures its reading counts, and is sure where Tesseract, which is asked
again for figures only, has the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import regex

from pipeline.reading.ocr.cells import CellPrint, ImageCell, print_of
from pipeline.reading.ocr.raster import Raster
from pipeline.reading.ocr.second_reader import read_lines
from pipeline.reading.ocr.tesseract import Read, read_figures

WIDEST = 2.6
"""Width of a short figure's print, in its frame, as a multiple of its height (three figures and a stop)."""

TALLEST = 0.45
"""Inches: height of the print of one line, in its frame."""

LEAST_SHARE = 0.5
"""Share of the short cells of a column that are figures, at least."""

SURE, LIKELY, UNSURE = 0.95, 0.75, 0.6
"""Confidence where both engines agree; where one reading stands in a count ("3" after "2"); where nothing backs it."""

_SAME_COLUMN = 0.08
_FIGURE = regex.compile(r"(?P<digits>\d{1,3})(?P<stop>[.,)]?)")


@dataclass(frozen=True, slots=True, eq=False)  # pictures compare pixel by pixel; two cells may be one place
class _Short:
    """A cell with a line as short as a figure: what the second engine reads in it, and what has been read so far."""

    cell: ImageCell
    print: CellPrint
    second: str
    reads: tuple[Read, ...]

    @property
    def digits(self) -> str | None:
        match = _FIGURE.fullmatch(self.second)
        return match["digits"] if match else None

    @property
    def first(self) -> str:
        return "".join(read.text for read in self.reads)


def settle_figures(reads: Sequence[Read], cells: Sequence[ImageCell], raster: Raster) -> list[Read]:
    """The reads of a page, those of short figures in columns of figures read again."""
    if not cells:
        return list(reads)
    settled: dict[ImageCell, Read] = {}
    for column in _columns(_short_cells(reads, cells, raster), raster.dpi):
        figures = [short for short in column if short.digits]
        if len(figures) > 1 and len(figures) >= LEAST_SHARE * len(column):
            settled |= {short.cell: _settle(short, column, raster.dpi) for short in figures}
    return _replaced(reads, settled)


def _short_cells(reads: Sequence[Read], cells: Sequence[ImageCell], raster: Raster) -> list[_Short]:
    prints = [(cell, found) for cell in cells if (found := print_of(raster, cell)) and _is_short(found, raster.dpi)]
    seconds = read_lines([found.picture for _, found in prints])
    inside = _by_cell(reads, [cell for cell, _ in prints])
    return [
        _Short(cell, found, second.strip(), tuple(inside[cell]))
        for (cell, found), second in zip(prints, seconds, strict=True)
    ]


def _is_short(found: CellPrint, dpi: int) -> bool:
    height, width = found.picture.shape
    return bool(height < TALLEST * dpi and width < WIDEST * height)


def _by_cell(reads: Iterable[Read], cells: Sequence[ImageCell]) -> dict[ImageCell, list[Read]]:
    inside: dict[ImageCell, list[Read]] = defaultdict(list)
    for read in reads:
        cell = next((cell for cell in cells if cell.holds(read)), None)
        if cell:
            inside[cell].append(read)
    return inside


def _columns(shorts: Sequence[_Short], dpi: int) -> list[list[_Short]]:
    """The cells one above the other, from top to bottom."""
    columns: list[list[_Short]] = []
    for short in sorted(shorts, key=lambda short: (short.cell.top, short.cell.x0)):
        near = (column for column in columns if _one_column(column[-1].cell, short.cell, _SAME_COLUMN * dpi))
        column = next(near, None)
        if column is None:
            columns.append([short])
        else:
            column.append(short)
    return columns


def _one_column(a: ImageCell, b: ImageCell, tolerance: float) -> bool:
    return abs(a.x0 - b.x0) < tolerance and abs(a.x1 - b.x1) < tolerance


def _settle(short: _Short, column: Sequence[_Short], dpi: int) -> Read:
    """The figure of a cell as one read."""
    readings = [short.first]
    if _digits(short.first) != short.digits:
        readings += ["".join(read.text for read in read_figures(short.print.picture, dpi, "0123456789.,)"))]
    backed = [text for text in readings if _digits(text) == short.digits]
    text = f"{short.digits}{_stop([*backed, short.second])}"
    confidence = SURE if backed else LIKELY if _counts(short, column) else UNSURE
    return _as_read(short, text, confidence)


def _digits(text: str) -> str | None:
    match = _FIGURE.fullmatch(text)
    return match["digits"] if match else None


def _stop(readings: Sequence[str]) -> str:
    """The stop after the figure; the line recogniser has a comma for many a full stop, or none."""
    stops = [text[-1] for text in readings if text and not text[-1].isdigit()]
    return "." if "." in stops else stops[0] if stops else ""


def _counts(short: _Short, column: Sequence[_Short]) -> bool:
    """Whether the figure follows on that of the cell above, or goes before that of the cell below."""
    place = column.index(short)
    around = [column[k].digits for k in (place - 1, place + 1) if 0 <= k < len(column)]
    before = place > 0 and around[0] is not None and int(around[0]) + 1 == int(short.digits or 0)
    after = place + 1 < len(column) and around[-1] is not None and int(around[-1]) == int(short.digits or 0) + 1
    return before or after


def _as_read(short: _Short, text: str, confidence: float) -> Read:
    if short.reads:
        first, last = short.reads[0], short.reads[-1]
        return replace(first, text=text, x1=last.x1, confidence=confidence)
    height, width = short.print.picture.shape
    x, y, frame = short.print.x, short.print.y, height // 4
    bottom = y + height - frame
    return Read(text, x + frame, y + frame, x + width - frame, bottom, bottom, confidence, line=-1)


def _replaced(reads: Sequence[Read], settled: dict[ImageCell, Read]) -> list[Read]:
    """The reads with the settled ones in the place of those of their cells; new ones at the end, a line each."""
    kept: list[Read] = []
    waiting = dict(settled)
    for number, group in groupby(reads, key=lambda read: read.line):
        for read in group:
            cell = next((cell for cell in settled if cell.holds(read)), None)
            if cell is None:
                kept.append(read)
            elif cell in waiting:
                kept.append(replace(waiting.pop(cell), line=number))
    last = max((read.line for read in kept), default=0)
    return kept + [replace(read, line=last + k) for k, read in enumerate(waiting.values(), start=1)]
