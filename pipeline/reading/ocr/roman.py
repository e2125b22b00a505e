"""Strokes of Roman numbers, counted in the image: both engines misread rows of "I".

One drops strokes ("II" for III), the other makes other letters of them ("HI", "LIL", "1II"), and a wrong number of a
chapter or quarter looks as sound as the right one. Half-way up a letter, clear of its serifs, an "I" is one run of ink,
a third from the top a "V" or "X" is two. Measured on 29 Roman numbers of 11 real pages: 29 counts right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import regex

from pipeline.folding import fold
from pipeline.reading.ocr.agreement import CHOSEN, Agreement
from pipeline.reading.ocr.raster import Image
from pipeline.reading.ocr.tesseract import Read

MOST_STROKES = 3
"""Of "I" in a row: IIII is no Roman number."""

INK = 150
STRAIGHT_ROWS = (0.3, 0.35, 0.5, 0.65, 0.7)
"""Shares of the height from the top at which strokes are counted; stops stand below, serifs at either end."""

BAR_ROWS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
"""All of which an "H" alone does not have two runs in: its bar joins them."""

FORKED_ROWS = (0.15, 0.2, 0.25, 0.3)
"""Where the arms of "V" and "X" stand apart."""

LEAST_VOTES = 3
BELOW = 0.12
"""Share of the height by which commas and brackets go below the baseline."""

_COMMAS = ",;"

_STRAIGHT = regex.compile(r"(?P<lead>[^\p{L}\p{N}]*)(?P<number>[IHLTl1|]{1,6})(?P<trail>[.,:;]?)")
_SURELY_STROKES = regex.compile(r"(?=.*I)[I1l|]{2,}")
_FORKED = regex.compile(r"(?P<lead>[^\p{L}\p{N}]*)(?P<number>X{0,3}V?I{0,3})(?P<trail>[.,:;]?)")
_LABEL = regex.compile(r"(?:phan|chuong|muc|luc|quy|loai|hang|nhom|cap|khoa|vung|tap|ky|bieu|bang)")
"""Words after which a Roman number stands ("Phụ lục III", "quý II")."""


def count_strokes(lines: Sequence[Agreement], image: Image) -> list[Agreement]:
    """The lines with the strokes of their Roman numbers as the image has them; these are no longer in doubt."""
    return [_counted(line, image) for line in lines]


def _counted(line: Agreement, image: Image) -> Agreement:
    counted = {
        read: replace(read, text=text, confidence=max(read.confidence, CHOSEN))
        for place, read in enumerate(line.reads)
        if (text := _number(read, line.reads, place, image)) is not None
    }
    if not counted:
        return line
    doubts = tuple(doubt for doubt in line.doubts if doubt.read not in counted)
    return replace(line, reads=tuple(counted.get(read, read) for read in line.reads), doubts=doubts)


def _number(read: Read, line: Sequence[Read], place: int, image: Image) -> str | None:
    """The word with the number that its strokes make; None where it is no Roman number, or they cannot be told."""
    strokes = _STRAIGHT.fullmatch(read.text)
    if strokes and (_SURELY_STROKES.fullmatch(strokes["number"]) or _stands_for_number(strokes["number"], line, place)):
        alone = len(line) == 1
        count = _count(read, image, BAR_ROWS, len(BAR_ROWS)) if alone else _count(read, image, STRAIGHT_ROWS)
        return None if count is None or count > MOST_STROKES else _put(strokes, "I" * count)
    forked = _FORKED.fullmatch(read.text)
    if forked is None or not regex.search("[VX]", forked["number"]) or not _stands_for_number("I", line, place):
        return None  # "PHẠM VI", "XI MĂNG" are words
    arms = forked["number"].rstrip("I")
    count = _count(read, image, FORKED_ROWS)
    ones = -1 if count is None else count - 2 * len(arms)
    return _put(forked, arms + "I" * ones) if 0 <= ones <= MOST_STROKES else None


def _stands_for_number(number: str, line: Sequence[Read], place: int) -> bool:
    """Whether letters that are made of strokes stand where a number does: behind its label, or before a heading."""
    if number.isdigit():
        return False
    if len(line) == 1:  # in a cell of numbers of rows, "II" is read as "H"
        return "H" in number
    if place and _LABEL.fullmatch(fold(line[place - 1].text)):
        return True
    heading = place == 0 and len(line) > 1 and line[1].text[:1].isupper()
    return heading and set(number) <= set("IHLl1|")


def _put(match: regex.Match[str], number: str) -> str:
    return str(match["lead"] + number + match["trail"])


def _count(read: Read, image: Image, rows: Sequence[float], least_votes: int = LEAST_VOTES) -> int | None:
    """How many runs of ink most of the rows have; None where too few agree, or a bracket may be among them."""
    ink = image[max(read.top, 0) : read.bottom, max(read.x0 - 2, 0) : read.x1 + 2] < INK
    filled = np.flatnonzero(ink.any(axis=1))
    if not filled.size:
        return None
    top, bottom = int(filled[0]), min(int(filled[-1]), round(read.baseline) - max(read.top, 0))
    height = max(bottom - top, 1)
    runs = [_runs(ink[min(top + round(share * height), len(ink) - 1)]) for share in rows]
    count, votes = Counter(runs).most_common(1)[0]
    below = bool(ink[bottom + max(round(BELOW * height), 1) :].any())
    if below and read.text[-1] not in _COMMAS:
        return None  # a bracket that was read as part of the word ("II).") would count as a stroke
    return count if count and votes >= least_votes else None


def _runs(row: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> int:
    return int((np.diff(row.astype(np.int8), prepend=0) == 1).sum())
