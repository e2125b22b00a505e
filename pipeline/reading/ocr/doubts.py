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

LEAST_ALIKE = 0.5
"""Figures that one reading alone confirms must be half the first engine's too."""

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
    if all(_core(look) == chosen for look in looks):
        return replace(doubt.read, confidence=UNSURE)
    figures = _figures(chosen)
    alike = sum(_figures(text) == figures for text in (doubt.first, *looks))
    near = Levenshtein.normalized_similarity(_figures(doubt.first), figures) >= LEAST_ALIKE
    return replace(doubt.read, confidence=DOUBTFUL if alike > 1 or (alike and near) else UNREAD)


def _with(line: Agreement, settled: dict[Read, Read]) -> Agreement:
    if not line.doubts:
        return line
    reads = tuple(settled.get(read, read) for read in line.reads)
    doubts = tuple(replace(doubt, read=settled.get(doubt.read, doubt.read)) for doubt in line.doubts)
    return replace(line, reads=reads, doubts=doubts)


def _figures(text: str) -> str:
    """Its figures alone; a symbol misread ("ND-CP") leaves a number what it is."""
    return "".join(letter for letter in text if letter.isdigit())


def _core(text: str) -> str:
    return _EDGE.sub("", text).replace(" ", "")


def _crop(read: Read, image: Image, margin: tuple[int, int]) -> Image:
    high, wide = margin
    return image[max(read.top - high, 0) : read.bottom + high, max(read.x0 - wide, 0) : read.x1 + wide]
