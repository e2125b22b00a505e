"""Stamps in a frame are found by their shape, told by their words, and kept out of the text."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image as Pictures
from PIL import ImageDraw

from pipeline.folding import fold
from pipeline.reading.ocr.framed import find_stamps, without_stamps
from pipeline.reading.ocr.raster import Image
from tests.ocr.printing import DPI, INK, PAPER, font


def upper_page(lines: list[str], *, frame: tuple[int, int, int, int], tilt: float = 0.0) -> Image:
    """The upper part of a page with a title at the right, and a frame (x0, top, x1, bottom) with lines in it."""
    picture = Pictures.new("L", (2067, 2900), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.text((900, 560), "KẾ HOẠCH", fill=INK, font=font(14))
    draw.text((760, 640), "Kiểm tra, đánh giá chất lượng", fill=INK, font=font(14))
    x0, top, x1, bottom = frame
    stamp = Pictures.new("L", (x1 - x0 + 80, bottom - top + 80), PAPER)
    pen = ImageDraw.Draw(stamp)
    pen.rectangle((40, 40, 40 + x1 - x0, 40 + bottom - top), outline=INK, width=5)
    for number, line in enumerate(lines):
        pen.text((60, 52 + 50 * number), line, fill=INK, font=font(11))
    picture.paste(stamp.rotate(tilt, fillcolor=PAPER, resample=Pictures.Resampling.BICUBIC), (x0 - 40, top - 40))
    return np.asarray(cv2.GaussianBlur(np.asarray(picture, dtype=np.uint8), (0, 0), 0.7), dtype=np.uint8)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["CÔNG VĂN ĐẾN", "Số: 123", "Ngày: 10/12/2021"], "ĐẾN"),
        (["HỎA TỐC"], "HỎA TỐC"),
        (["SAO Y BẢN CHÍNH"], "SAO Y"),
    ],
)
@pytest.mark.parametrize("tilt", [0.0, 1.5, -2.0])
def test_a_framed_stamp_is_found_and_painted_over(lines: list[str], words: str, tilt: float) -> None:
    frame = (150, 540, 600, 560 + 55 * len(lines))
    image = upper_page(lines, frame=frame, tilt=tilt)
    (stamp,) = find_stamps(image, DPI)
    assert fold(words) in fold(stamp.text)
    x, y, width, height = stamp.box
    assert abs(x - frame[0]) < 30
    assert abs(y - frame[1]) < 30
    assert abs(x + width - frame[2]) < 30
    clean = without_stamps(image, (stamp,))
    assert (clean[y : y + height, x : x + width] == PAPER).all()
    assert (clean[:, 700:] == image[:, 700:]).all()


def test_a_boxed_notice_that_is_no_stamp_stays() -> None:
    assert find_stamps(upper_page(["Họ và tên: Nguyễn Văn A"], frame=(150, 540, 600, 620)), DPI) == ()


def test_a_wide_table_is_no_stamp() -> None:
    assert find_stamps(upper_page(["CÔNG VĂN ĐẾN"], frame=(150, 900, 1850, 1000)), DPI) == ()


def test_a_frame_low_on_the_page_is_no_stamp() -> None:
    assert find_stamps(upper_page(["HỎA TỐC"], frame=(150, 2000, 600, 2100)), DPI) == ()
