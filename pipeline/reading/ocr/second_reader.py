"""The second engine: TrueOCR's line recogniser, read on the lines that Tesseract found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import trueocr
from trueocr.recognizer import Recognizer

from pipeline.reading.ocr.raster import Image
from pipeline.reading.ocr.tesseract import Read


@cache
def _recogniser() -> Recognizer:
    return Recognizer(Path(trueocr.__file__).parent / "models", threads=1)


def crop_line(line: Sequence[Read], image: Image) -> Image:
    """The print of one line, as `read_lines` wants it."""
    top, bottom = min(read.top for read in line), max(read.bottom for read in line)
    return image[max(top, 0) : bottom, max(min(read.x0 for read in line), 0) : max(read.x1 for read in line)]


def read_lines(crops: Sequence[Image]) -> tuple[str, ...]:
    """The text of each crop of one line of print; "" for a crop without pixels."""
    kept = [crop for crop in crops if crop.size]
    texts = iter(prediction.text for prediction in _recogniser().predict(kept))
    return tuple(next(texts) if crop.size else "" for crop in crops)
