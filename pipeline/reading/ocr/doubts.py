"""Numbers that the engines read differently: print that one of them misread, or writing that neither can read?

The line recogniser is asked twice more, for the word alone, in a narrow and in a wide crop. Print it reads the same
each time; of figures written by hand it makes something else each time ("2556", "đ536", "4556" of a written 2336).
Measured on the 27 doubts of 14 real pages: of 9 written ones none was read alike twice, of 17 printed ones 12.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex
from rapidfuzz.distance import Levenshtein

from pipeline.reading.ocr.agreement import DOUBTFUL, UNSURE, Agreement, Doubt
from pipeline.reading.ocr.raster import Image
from pipeline.reading.ocr.second_reader import read_lines
from pipeline.reading.ocr.tesseract import Read

UNREAD = 0.2
"""Confidence of a number of which every look has another reading: as good as none."""

CONFIDENCE = {0: UNREAD, 1: DOUBTFUL, 2: UNSURE}
"""By how many of the two looks at the word alone have the reading that was chosen."""

LEAST_ALIKE = 0.5
"""A reading that one look alone confirms must have half its letters from the first engine too."""

CROPS = ((0, 0), (4, 8))
"""Pixels above and below, and on either side, that a look sees beside the word's box."""

_EDGE = regex.compile(r"^[^\p{L}\p{N}/]+|[^\p{L}\p{N}]+$")


def settle_doubts(lines: Sequence[Agreement], image: Image) -> list[Agreement]:
    """The lines with their doubtful numbers as sure as two more looks make them."""
    doubts = [doubt for line in lines for doubt in line.doubts if doubt.read.confidence <= DOUBTFUL]
    looks = read_lines([_crop(doubt.read, image, crop) for doubt in doubts for crop in CROPS])
    settled = {
        doubt.read: _settled(doubt, looks[len(CROPS) * place : len(CROPS) * (place + 1)])
        for place, doubt in enumerate(doubts)
    }
    return [_with(line, settled) for line in lines]


def _settled(doubt: Doubt, looks: Sequence[str]) -> Read:
    chosen = _core(doubt.read.text)
    alike = sum(_core(look) == chosen for look in looks)
    if alike == 1 and Levenshtein.normalized_similarity(_core(doubt.first), chosen) < LEAST_ALIKE:
        alike = 0
    return replace(doubt.read, confidence=CONFIDENCE[alike])


def _with(line: Agreement, settled: dict[Read, Read]) -> Agreement:
    if not line.doubts:
        return line
    reads = tuple(settled.get(read, read) for read in line.reads)
    doubts = tuple(replace(doubt, read=settled.get(doubt.read, doubt.read)) for doubt in line.doubts)
    return replace(line, reads=reads, doubts=doubts)


def _core(text: str) -> str:
    return _EDGE.sub("", text).replace(" ", "")


def _crop(read: Read, image: Image, margin: tuple[int, int]) -> Image:
    high, wide = margin
    return image[max(read.top - high, 0) : read.bottom + high, max(read.x0 - wide, 0) : read.x1 + wide]
