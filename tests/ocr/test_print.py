"""Size and weight of print, skew and turn of pages, measured on text drawn at known sizes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.reading.ocr import orientation, raster
from pipeline.reading.ocr.print_size import font_size, stroke_width
from pipeline.reading.ocr.tesseract import LINE, read_words

FONTS = Path("/usr/share/fonts/truetype/dejavu")
LINES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Căn cứ Nghị định số 73/2019/NĐ-CP ngày 05 tháng 9 năm 2019 của Chính phủ;",
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số năm 2024 như sau:",
) * 6


def draw(lines: tuple[str, ...], pixels: int, bold: bool = False, size: tuple[int, int] = (1700, 1200)) -> raster.Image:
    font = FONTS / ("DejaVuSerif-Bold.ttf" if bold else "DejaVuSerif.ttf")
    if not font.exists():
        pytest.skip("the font DejaVu Serif is not here (Debian: fonts-dejavu-core)")
    image = Image.new("L", size, 255)
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        pen.text((60, 40 + number * pixels * 1.6), line, fill=0, font=ImageFont.truetype(str(font), pixels))
    return np.asarray(image)


def test_twice_the_size_is_measured_as_twice_the_size() -> None:
    small, large = (
        font_size(read_words(image, 250, LINE), image)
        for image in (draw(LINES[:1], 36, size=(2600, 120)), draw(LINES[:1], 72, size=(5000, 200)))
    )
    assert large / small == pytest.approx(2.0, rel=0.12)


def test_capitals_have_the_size_of_small_letters_of_the_same_font() -> None:
    capitals, small = (
        font_size(read_words(image, 250, LINE), image)
        for image in (
            draw(("QUYẾT ĐỊNH BAN HÀNH KẾ HOẠCH",), 40, size=(1700, 120)),
            draw(LINES[:1], 40, size=(2600, 120)),
        )
    )
    assert capitals == pytest.approx(small, rel=0.25)


def test_bold_print_has_wider_strokes() -> None:
    plain, bold = (
        float(np.median([stroke_width(read, image) for read in read_words(image, 250, LINE)]))
        for image in (draw(LINES[:1], 40, size=(2600, 120)), draw(LINES[:1], 40, bold=True, size=(2900, 120)))
    )
    assert bold > 1.25 * plain


@pytest.mark.parametrize("angle", [-1.6, -0.7, 0.0, 0.7, 2.0])
def test_skew_is_found_to_a_fifth_of_a_degree(angle: float) -> None:
    askew = raster.turn(draw(LINES, 30), angle)
    assert raster.skew_angle(askew) == pytest.approx(-angle, abs=0.2)


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_turned_page_is_set_upright(turns: int) -> None:
    turned = np.ascontiguousarray(np.rot90(draw(LINES, 30), turns))  # counter-clockwise
    assert orientation.quarter_turns(turned) == turns


def test_a_stamp_in_red_and_a_shadow_are_taken_away() -> None:
    grey = draw(LINES, 30)
    colour = np.repeat(grey[..., None], 3, axis=2).copy()
    colour[200:500, 300:700, :2] = colour[200:500, 300:700, :2] // 4  # red ink: little blue and green
    colour[:, 900:] = (colour[:, 900:] * 0.7).astype(np.uint8)
    clean = raster.prepare(colour, 250 / 72, lambda _: 0).grey
    paper = clean[grey == 255]
    assert np.percentile(paper, 5) > 225
    assert clean[grey < 40].mean() < 90
