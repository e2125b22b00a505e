"""Footnote markers in the image: small figures that stand above the baseline with no ink beneath them.

The engines read none to 9 % of them, and they spoil the word they are glued to ("tỉnh!", "QH151", or no word at
all). So they are found by their shape, read by themselves enlarged and as figures only, painted over, and the lines
they stood in are read anew without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

import cv2
import numpy as np
import regex

from pipeline.model import Box, Word
from pipeline.reading.ocr.blobs import BlobBox, boxes, hull
from pipeline.reading.ocr.print_size import font_size
from pipeline.reading.ocr.raster import PAPER, Image
from pipeline.reading.ocr.second_reader import read_lines
from pipeline.reading.ocr.tesseract import LINE, Read, read_figures, read_words

# All shares are of the font size of the line. Word raises by a third and sets at 58 to 65 %; figures are 0.66 of
# their size high and brackets 0.85; quotation marks (0.24) and degree signs (0.28) are lower, capitals stand deeper.
BLOB_HEIGHT = (0.31, 0.66)
WIDEST_BLOB = 0.42
LEAST_RISE, MOST_RISE = 0.13, 0.55
LEAST_TOP = 0.55
THIN_INK = 175
"""Grey value: the hair lines of small figures are paler than the strokes of letters."""

NEIGHBOURHOOD = 1.3
MOST_INK_BENEATH = 0.06
LEAST_UPRIGHT = 0.95
CLUSTER_GAP = 0.35
REACH = 1.8
"""How far before and after the words of a line a marker of it may stand."""

TOUCHING = 0.3
SPREAD = 0.15
LOST_BRACKET = 0.25
LEAST_LETTERS = 6
RAISED_SIZE = 0.6
UNSURE, SURE = 0.6, 0.9
"""Confidence of a marker read as figures once; of one that both readings have alike."""

_MARKER = regex.compile(r"(?P<open>\(?)(?P<label>[1-9]\d{0,2})(?P<close>\)?)")
_TAIL = regex.compile(r"(?P<word>.*[\p{L}\p{Nd}\p{Pf}\p{Pe}%])(?P<tail>[.,;:]+)")
_HIGH = 56
_MARGIN = 24
_PAD = 4
_ENLARGED_DPI = 300

Blobs = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker in pixels of the image; ``line`` is the line (of the reads) that it stands in."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    line: int
    confidence: float


@dataclass(frozen=True, slots=True)
class _PrintLine:
    reads: tuple[Read, ...]
    size: float

    @property
    def number(self) -> int:
        return self.reads[0].line

    @property
    def x0(self) -> int:
        return min(read.x0 for read in self.reads)

    @property
    def x1(self) -> int:
        return max(read.x1 for read in self.reads)

    def baseline(self, x: float) -> float:
        return min(self.reads, key=lambda read: abs((read.x0 + read.x1) / 2 - x)).baseline


def find_raised(image: Image, reads: Sequence[Read], dpi: int) -> tuple[Mark, ...]:
    """The markers of all lines of ``reads``, in the order of the lines, each from left to right."""
    ink = (image < THIN_INK).astype(np.uint8)
    blobs = np.array(boxes(ink), dtype=np.int32).reshape(-1, 4)
    small = blobs[(blobs[:, 3] > 0.02 * dpi) & (blobs[:, 3] < 0.25 * dpi) & (blobs[:, 2] < 0.25 * dpi)]
    marks: list[Mark] = []
    for line in _print_lines(reads, image):
        for cluster in _clusters(_raised_blobs(line, small, ink), line.size):
            mark = _read_mark(image, cluster, line) if _above_neighbours(cluster, small, line.size) else None
            if mark and not any(_overlaps(mark, other) for other in marks):
                marks.append(mark)
    return tuple(marks)


def without_marks(image: Image, marks: Sequence[Mark]) -> Image:
    """The image with the markers painted over."""
    clean = image.copy()
    for mark in marks:
        clean[mark.top - 2 : mark.bottom + 2, mark.x0 - 1 : mark.x1 + 2] = PAPER
    return clean


def read_anew(image: Image, reads: Sequence[Read], marks: Sequence[Mark], dpi: int) -> list[Read]:
    """The reads, those of lines with a marker read again from the ``image`` without markers."""
    touched = {mark.line for mark in marks}
    kept: list[Read] = []
    for number, group in groupby(reads, key=lambda read: read.line):
        line = tuple(group)
        if number in touched:
            kept += _read_line(image, line, [mark for mark in marks if mark.line == number], dpi)
        else:
            kept += [read for read in line if not any(_covers(mark, read) for mark in marks)]
    return kept


def with_marks(words: Sequence[Word], reads: Sequence[Read], marks: Sequence[Mark], dots: float) -> tuple[Word, ...]:
    """The words (one for each read, lines together) with the markers among them as raised words."""
    found: list[Word] = []
    for number, group in groupby(zip(reads, words, strict=True), key=lambda pair: pair[0].line):
        line = [word for _, word in group]
        for mark in (mark for mark in marks if mark.line == number):
            place = sum(word.box.x0 * dots < mark.x0 for word in line)
            line.insert(place, _word(mark, line[max(place - 1, 0)], dots, glued=place > 0))
        found += line
    return tuple(found)


def _word(mark: Mark, neighbour: Word, dots: float, glued: bool) -> Word:
    box = Box(neighbour.box.page, mark.x0 / dots, mark.top / dots, mark.x1 / dots, mark.bottom / dots)
    touching = glued and box.x0 - neighbour.box.x1 < TOUCHING * neighbour.size
    return replace(
        neighbour,
        text=mark.text,
        box=box,
        size=round(neighbour.size * RAISED_SIZE, 1),
        baseline=box.bottom,
        bold=False,
        glued=touching,
        superscript=True,
        confidence=mark.confidence,
        edges=None,
    )


# --- finding them -------------------------------------------------------------------------------------------


def _print_lines(reads: Sequence[Read], image: Image) -> Iterator[_PrintLine]:
    for _, group in groupby(reads, key=lambda read: read.line):
        line = tuple(group)
        if sum(len(read.text) for read in line) >= LEAST_LETTERS:
            yield _PrintLine(line, font_size(line, image))


def _raised_blobs(line: _PrintLine, blobs: Blobs, ink: Image) -> list[BlobBox]:
    """Blobs of the line that may be raised figures or brackets, left to right."""
    size = line.size
    x, y, width, height = blobs[:, 0], blobs[:, 1], blobs[:, 2], blobs[:, 3]
    base = np.interp(x + width / 2, *_baseline_points(line))
    rise, top = base - (y + height), base - y
    kept = (x > line.x0 - REACH * size) & (x < line.x1 + REACH * size)
    kept &= (height > BLOB_HEIGHT[0] * size) & (height < BLOB_HEIGHT[1] * size) & (width < WIDEST_BLOB * size)
    kept &= (rise > LEAST_RISE * size) & (rise < MOST_RISE * size) & (top > LEAST_TOP * size)
    kept &= height > LEAST_UPRIGHT * width
    found = zip(blobs[kept, :4].tolist(), base[kept].tolist(), strict=True)
    return sorted((x, y, w, h) for (x, y, w, h), base in found if _free_beneath((x, y, w, h), int(base), ink, size))


def _above_neighbours(cluster: Sequence[BlobBox], blobs: Blobs, size: float) -> bool:
    """Whether the letters beside stand lower: the baseline of a line that spans two columns may be the other's."""
    x0, top, x1, bottom = _hull(cluster)
    x, y, width, height = blobs[:, 0], blobs[:, 1], blobs[:, 2], blobs[:, 3]
    beside = ((x + width > x0 - NEIGHBOURHOOD * size) & (x + width <= x0)) | (
        (x >= x1) & (x < x1 + NEIGHBOURHOOD * size)
    )
    beside &= (height > BLOB_HEIGHT[0] * size) & (y < bottom) & (y + height > top)
    return not beside.any() or float(np.median((y + height)[beside])) > bottom + LEAST_RISE * size


def _baseline_points(line: _PrintLine) -> tuple[list[float], list[float]]:
    points = sorted(((read.x0 + read.x1) / 2, read.baseline) for read in line.reads)
    return [x for x, _ in points], [y for _, y in points]


def _free_beneath(blob: BlobBox, base: int, ink: Image, size: float) -> bool:
    """Whether there is paper between the blob and the baseline: beneath the marks of a letter stands the letter."""
    x, y, width, height = blob
    beneath = ink[y + height + 1 : base - round(0.04 * size), x : x + width]
    return beneath.size == 0 or float(beneath.mean()) <= MOST_INK_BENEATH


def _clusters(blobs: Sequence[BlobBox], size: float) -> Iterator[tuple[BlobBox, ...]]:
    """Blobs that stand side by side, a figure's width apart at most (figures may hang together with a bracket)."""
    cluster: list[BlobBox] = []
    for blob in blobs:
        if cluster and blob[0] - (cluster[-1][0] + cluster[-1][2]) > CLUSTER_GAP * size:
            yield tuple(cluster)
            cluster = []
        cluster.append(blob)
    if cluster:
        yield tuple(cluster)


# --- reading them -------------------------------------------------------------------------------------------


def _read_mark(image: Image, cluster: Sequence[BlobBox], line: _PrintLine) -> Mark | None:
    """The cluster as both engines read it; None where neither finds a marker in it."""
    crop = _enlarged(_spread(image, cluster))
    first = "".join(read.text for read in read_figures(crop, _ENLARGED_DPI, "0123456789()"))
    second = read_lines([crop])[0].replace(" ", "")
    readings = [text for text in (second, first) if _MARKER.fullmatch(text)]
    if not readings or any(letter.isalpha() for letter in second):  # figures only were allowed: an "i" is read as "1"
        return None
    text = next((text for text in readings if len(text) == len(cluster)), readings[0])
    x0, top, x1, bottom = _hull(cluster)
    lost = round(LOST_BRACKET * line.size)
    if text.startswith("(") != text.endswith(")"):  # the other bracket is there, hanging together with other ink
        x0, x1 = (x0, x1 + lost) if text.startswith("(") else (x0 - lost, x1)
    return Mark(text, x0, top, x1, bottom, line.number, SURE if first == second else UNSURE)


def _hull(cluster: Sequence[BlobBox]) -> tuple[int, int, int, int]:
    x, y, width, height = hull(cluster)
    return x, y, x + width, y + height


def _spread(image: Image, cluster: Sequence[BlobBox]) -> Image:
    """The cluster with its blobs moved apart: side by side, two ones in small print are read as one."""
    x0, top, x1, bottom = _hull(cluster)
    rows = image[max(top - 2, 0) : bottom + 2]
    cuts = [x0 - 1, *((a[0] + a[2] + b[0]) // 2 for a, b in pairwise(cluster)), x1 + 1]
    gap = np.full((rows.shape[0], max(round(SPREAD * (bottom - top)), 1)), PAPER, np.uint8)
    slices = [part for a, b in pairwise(cuts) for part in (rows[:, max(a, 0) : b], gap)]
    return np.hstack(slices)


def _enlarged(crop: Image) -> Image:
    scale = _HIGH / crop.shape[0]
    large = cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    framed = cv2.copyMakeBorder(large, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=PAPER)
    return np.asarray(framed, dtype=np.uint8)


def _read_line(image: Image, line: Sequence[Read], marks: Sequence[Mark], dpi: int) -> list[Read]:
    """The words of a line that had markers; they keep its number. A word and the stop after a marker are two.

    The line is read with the gaps of its markers closed: a stop that stands apart is read as anything.
    """
    top, bottom = max(min(read.top for read in line) - _PAD, 0), max(read.bottom for read in line) + _PAD
    height = bottom - top
    x0 = max(min(*(read.x0 for read in line), *(mark.x1 for mark in marks)) - _PAD, 0)
    x1 = max(max(read.x1 for read in line) + _PAD, max(mark.x1 for mark in marks) + height // 3)
    gaps = [(mark.x0, mark.x1) for mark in marks if x0 < mark.x0 and mark.x1 < x1]
    kept = [x for x in range(x0, min(x1, image.shape[1])) if not any(a <= x < b for a, b in gaps)]
    found = read_words(np.ascontiguousarray(image[top:bottom, kept]), dpi, LINE)
    moved = [_moved(read, kept, top, line[0].line) for read in found]
    return [part for read in moved for part in _split_at(read, marks)] or list(line)


def _moved(read: Read, columns: Sequence[int], dy: int, line: int) -> Read:
    """The read where it stands on the page; ``columns`` says which column of the page each of the crop's is."""
    last = len(columns) - 1
    return replace(
        read,
        x0=columns[min(read.x0, last)],
        x1=columns[min(max(read.x1 - 1, 0), last)] + 1,
        top=read.top + dy,
        bottom=read.bottom + dy,
        baseline=read.baseline + dy,
        line=line,
    )


def _split_at(read: Read, marks: Sequence[Mark]) -> tuple[Read, ...]:
    """A word and the punctuation after its marker, where the two were read as one ("tỉnh;" about "tỉnh(1);")."""
    mark = next((mark for mark in marks if read.x0 < mark.x0 and mark.x1 < read.x1), None)
    match = _TAIL.fullmatch(read.text) if mark else None
    if mark is None or match is None:
        return (read,)
    return replace(read, text=match["word"], x1=mark.x0), replace(read, text=match["tail"], x0=mark.x1)


def _covers(mark: Mark, read: Read) -> bool:
    """Whether a read stands on a marker alone: its reading as a line of its own."""
    x, y = (read.x0 + read.x1) / 2, (read.top + read.bottom) / 2
    return mark.x0 <= x <= mark.x1 and mark.top <= y <= mark.bottom and read.x1 - read.x0 < 1.5 * (mark.x1 - mark.x0)


def _overlaps(mark: Mark, other: Mark) -> bool:
    return mark.x0 < other.x1 and other.x0 < mark.x1 and mark.top < other.bottom and other.top < mark.bottom
