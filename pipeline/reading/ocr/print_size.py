"""Size and weight of print, measured in the image: the engines do not know them.

The height of small letters is where the rows of a line are dense with ink; capitals and figures stand higher. Bold
print has wider strokes for its size.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.reading.ocr.raster import Image
from pipeline.reading.ocr.tesseract import Read

X_HEIGHT, CAPITAL_HEIGHT = 0.45, 0.66
"""Height of small letters and of capitals and figures as shares of the font size (Times New Roman)."""

WORD_HEIGHT = 0.83
"""Usual height of a word's box, marks and descenders and all, as a share of the font size."""

INK = 140
_DENSE = 0.45
_DIP = 2


def font_size(line: Sequence[Read], image: Image) -> float:
    """The font size of one line in pixels."""
    top = max(min(read.top for read in line), 0)
    bottom = max(read.bottom for read in line)
    ink = image[top:bottom, min(read.x0 for read in line) : max(read.x1 for read in line)] < INK
    if ink.size == 0:
        return float(bottom - top)
    height = _dense_height(ink.sum(axis=1).astype(float), round(float(np.median([r.baseline for r in line]))) - top)
    capitals = not any(letter.islower() for read in line for letter in read.text)
    size = height / (CAPITAL_HEIGHT if capitals else X_HEIGHT)
    boxes = float(np.median([read.bottom - read.top for read in line])) / WORD_HEIGHT
    return size if 0.7 * boxes < size < 1.5 * boxes else boxes


def _dense_height(rows: np.ndarray[tuple[int], np.dtype[np.float64]], baseline: int) -> float:
    """How many rows above the baseline are dense with ink."""
    base = min(max(baseline, 1), len(rows))
    dense = _DENSE * float(rows[base // 2 : base].max(initial=1.0))
    row, dips = base - 1, 0
    while row > 0 and dips <= _DIP:
        row -= 1
        dips = 0 if rows[row] >= dense else dips + 1
    return float(base - row - 1 - dips if dips > _DIP else base - row)


def stroke_width(read: Read, image: Image) -> float:
    """The mean width of the strokes of a word, in pixels: ink over half its outline."""
    crop = image[max(read.top, 0) : read.bottom, max(read.x0, 0) : read.x1]
    if crop.size == 0:
        return 0.0
    ink = (crop < INK).astype(np.uint8)
    contours, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    outline = sum(len(contour) for contour in contours)
    return 2 * float(ink.sum()) / outline if outline else 0.0
