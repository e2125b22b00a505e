"""Names in red ink: many offices stamp the signer's name below the signature with the pad of the seal.

The red channel, in which seals vanish and print beneath them stands out, loses these names. So the red ink is kept
as a picture of its own, and lines of letters in it that belong to no seal are read, if they spell a name. Other
stamps ("ĐẾN", "HỎA TỐC", "SAO Y") are no part of what the document says, and stay unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import regex
from rapidfuzz.distance import Levenshtein

from pipeline.folding import fold
from pipeline.reading.ocr.agreement import UNSURE
from pipeline.reading.ocr.blobs import BlobBox, boxes, hull
from pipeline.reading.ocr.raster import Image, Raster
from pipeline.reading.ocr.second_reader import read_lines
from pipeline.reading.ocr.tesseract import LINE, Read, read_words
from pipeline.reading.trust_syllables import is_possible

# All lengths in inches.
LEAST_LETTER, TALLEST_LETTER = 0.03, 0.25
LEAST_LINE, TALLEST_LINE = 0.5, 0.3
WIDEST_SPACE = 0.14
TALLEST_PRINT, WIDEST_PRINT = 0.375, 0.8
"""What hangs together and is more is part of a seal; letters of a name may touch each other."""

NEAR_SEAL = 0.02
"""Letters so near to a part of a seal, or inside it, are its own."""

LEAST_LETTERS = 4
PALEST = 200
_FRAME = 0.08

LEAST_SURE, LEAST_ALIKE = 0.85, 0.7
"""Tesseract's confidence in each word of a name; likeness of the two readings without marks."""

_NAME_WORD = regex.compile(r"\p{Lu}\p{Ll}*")
_NAME_WORDS = range(2, 6)


def read_names(raster: Raster, first_line: int) -> Iterator[Read]:
    """The words of names stamped in red, each name a line of its own, numbered on from ``first_line``."""
    if raster.red is None:
        return
    line = first_line
    for box in _lines_of_letters(boxes(_ink(raster.red)), raster.dpi):
        name = _read_name(raster.red, box, raster.dpi)
        yield from (replace(read, line=line) for read in name)
        line += bool(name)


def _ink(red: Image) -> Image:
    return np.asarray(red < PALEST, dtype=np.uint8)


def _lines_of_letters(blobs: Sequence[BlobBox], dpi: int) -> Iterator[BlobBox]:
    """The boxes of lines: letters side by side that stand apart from any seal."""
    large = (blob for blob in blobs if blob[2] > WIDEST_PRINT * dpi or blob[3] > TALLEST_PRINT * dpi)
    seals = [_grown(blob, NEAR_SEAL * dpi) for blob in large]
    letters = [blob for blob in blobs if LEAST_LETTER * dpi < blob[3] < TALLEST_LETTER * dpi]
    free = [blob for blob in letters if not any(_holds_middle(seal, blob) for seal in seals)]
    for line in _side_by_side(free, WIDEST_SPACE * dpi):
        around = hull(line)
        if len(line) >= LEAST_LETTERS and around[2] >= LEAST_LINE * dpi and around[3] <= TALLEST_LINE * dpi:
            yield around


def _side_by_side(letters: Sequence[BlobBox], space: float) -> list[list[BlobBox]]:
    """Letters in groups: each begins within ``space`` of one before it, at its height."""
    lines: list[list[BlobBox]] = []
    for letter in sorted(letters):
        near = (line for line in lines if any(_follows(before, letter, space) for before in line[-4:]))
        line = next(near, None)
        if line is None:
            lines.append([letter])
        else:
            line.append(letter)
    return lines


def _follows(before: BlobBox, letter: BlobBox, space: float) -> bool:
    shared = min(before[1] + before[3], letter[1] + letter[3]) - max(before[1], letter[1])
    return letter[0] - (before[0] + before[2]) < space and shared > 0.3 * min(before[3], letter[3])


def _read_name(red: Image, box: BlobBox, dpi: int) -> tuple[Read, ...]:
    """The words of one line if Tesseract is sure of a name that the second engine sees too; () otherwise.

    Between two readings of a name there is no choosing by what is likely in text, so Tesseract's stands.
    """
    x, y, width, height = _grown(box, _FRAME * dpi)
    crop = np.ascontiguousarray(red[max(y, 0) : y + height, max(x, 0) : x + width])
    words = read_words(crop, dpi, LINE)
    if len(words) not in _NAME_WORDS or not all(_is_name_word(read) for read in words):
        return ()
    first, second = " ".join(read.text for read in words), read_lines([crop])[0]
    if Levenshtein.normalized_similarity(fold(first), fold(second)) < LEAST_ALIKE:
        return ()
    placed = (read.moved(max(x, 0), max(y, 0)) for read in words)
    return tuple(replace(read, confidence=min(read.confidence, UNSURE)) for read in placed)


def _is_name_word(read: Read) -> bool:
    return read.confidence >= LEAST_SURE and bool(_NAME_WORD.fullmatch(read.text)) and is_possible(read.text)


def _grown(box: BlobBox, by: float) -> BlobBox:
    x, y, width, height = box
    return round(x - by), round(y - by), round(width + 2 * by), round(height + 2 * by)


def _holds_middle(box: BlobBox, other: BlobBox) -> bool:
    middle_x, middle_y = other[0] + other[2] / 2, other[1] + other[3] / 2
    return box[0] <= middle_x <= box[0] + box[2] and box[1] <= middle_y <= box[1] + box[3]
