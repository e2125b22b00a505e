"""Which way up a page was scanned: TrueOCR's small orientation model, asked once a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import trueocr
from trueocr.page import ORIENT_MIN, VERTICAL, orient_input
from trueocr.recognizer import session

from pipeline.reading.ocr.raster import Image


@cache
def _model() -> Any:
    return session(Path(trueocr.__file__).parent / "models" / "orient.onnx", threads=1)


def quarter_turns(grey: Image) -> int:
    """Quarter turns clockwise that set the print of a level image upright: 0 to 3; 0 where it is not sure."""
    likelihoods = _model().run(None, {"x": orient_input(grey)[None, None]})[0][0]
    turns = int(likelihoods.argmax())
    return turns if turns != VERTICAL and likelihoods[turns] > ORIENT_MIN else 0
