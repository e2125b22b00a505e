"""The second engine: TrueOCR's line recogniser, read on the lines that Tesseract found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import trueocr
from trueocr.recognizer import Recognizer

from pipeline.reading.ocr.raster import Image


@cache
def _recogniser() -> Recognizer:
    return Recognizer(Path(trueocr.__file__).parent / "models", threads=1)


def read_lines(crops: Sequence[Image]) -> tuple[str, ...]:
    """The text of each crop of one line of print; "" for a crop without pixels."""
    kept = [crop for crop in crops if crop.size]
    texts = iter(prediction.text for prediction in _recogniser().predict(kept))
    return tuple(next(texts) if crop.size else "" for crop in crops)
