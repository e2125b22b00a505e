"""A number on which the engines differ: print is read alike again and again, writing never twice the same."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.reading.ocr.agreement import DOUBTFUL, UNSURE, Agreement, agree
from pipeline.reading.ocr.doubts import UNREAD, settle_doubts
from pipeline.reading.ocr.raster import Image
from pipeline.reading.ocr.tesseract import LINE, Read, read_words
from tests.ocr.printing import DPI, INK, PAPER, Print, line_of_print


def doubtful(image: Image, first: str, second: str) -> tuple[Agreement, Image]:
    """The line of one word, which the engines are said to have read so."""
    ink = cv2.boundingRect((image < 128).astype(np.uint8))
    x, y, width, height = ink
    read = Read(first, x, y, x + width, y + height, float(y + height), 0.5, 0)
    agreed = agree([read], second)
    assert [doubt.read.confidence for doubt in agreed.doubts] == [DOUBTFUL]
    return agreed, image


def test_print_that_one_engine_misread_is_as_good_as_unsure() -> None:
    line, image = doubtful(line_of_print(Print("55/2026/TT-BTC")), "53/2026/77-BTC", "55/2026/TT-BTC")
    (settled,) = settle_doubts([line], image)
    assert [(read.text, read.confidence) for read in settled.reads] == [("55/2026/TT-BTC", UNSURE)]
    assert settled.doubts[0].read.confidence == UNSURE  # the finding about it stays


def written() -> Image:
    """Something like "2336" by hand: strokes of a pen, no print."""
    image = np.full((140, 900), PAPER, np.uint8)
    strokes = [
        [(60, 60), (80, 40), (100, 60), (60, 100), (110, 98)],
        [(140, 45), (170, 50), (150, 68), (172, 85), (140, 102)],
        [(205, 44), (238, 52), (212, 70), (240, 88), (205, 104)],
        [(290, 38), (268, 80), (290, 102), (300, 82), (272, 80)],
    ]
    for stroke in strokes:
        cv2.polylines(image, [np.array(stroke, np.int32)], False, INK, 4, cv2.LINE_AA)
    return image


@pytest.mark.parametrize(("first", "second"), [("422", "2556"), ("4860", "1556")])
def test_a_number_of_which_each_look_has_another_reading_is_unread(first: str, second: str) -> None:
    line, image = doubtful(written(), first, second)
    (settled,) = settle_doubts([line], image)
    assert [read.confidence for read in settled.reads] == [UNREAD]


def test_lines_without_doubts_stay_as_they_are() -> None:
    image = line_of_print(Print("Kế hoạch số 909/KH-UBND"))
    line = agree(read_words(image, DPI, LINE), "Kế hoạch số 909/KH-UBND")
    assert settle_doubts([line], image) == [line]
