"""Names stamped in red below a signature; seals and other stamps stay unread."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image as Pictures
from PIL import ImageDraw

from pipeline.reading.ocr.agreement import UNSURE
from pipeline.reading.ocr.raster import Image, Raster, prepare
from pipeline.reading.ocr.stamped import read_names
from tests.factories.scans import SEAL_COLOUR, with_seal
from tests.ocr.printing import DPI, INK, PAPER, font

NAME_AT = (1100, 1020)


def page(stamped: str, *, seal: bool = True, colour: tuple[int, int, int] = SEAL_COLOUR) -> Raster:
    """The lower half of a page: a title in black, a seal, and beside its lower edge something stamped."""
    picture = Pictures.new("RGB", (2000, 1400), (PAPER, PAPER, PAPER))
    draw = ImageDraw.Draw(picture)
    for row in range(4):  # print, so that the page has lines to be levelled by
        draw.text((150, 200 + 70 * row), "Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh.", fill=INK, font=font(13))
    draw.text((1150, 560), "GIÁM ĐỐC", fill=INK, font=font(13))
    blue, green, red = colour
    draw.text(NAME_AT, stamped, fill=(red, green, blue), font=font(14), stroke_width=1, stroke_fill=(red, green, blue))
    bgr = np.asarray(picture, dtype=np.uint8)[..., ::-1].copy()
    image = with_seal(bgr, (1000, 800), round(1.42 * DPI / 2)) if seal else bgr
    return prepare(_soft(image), DPI / 72, lambda _: 0)


def _soft(image: Image) -> Image:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), 0.7), dtype=np.uint8)


@pytest.mark.parametrize("name", ["Lê Hoàng Anh", "Nguyễn Thị Thu Hà", "Trần Văn Bình"])
def test_a_name_in_red_is_read_and_unsure(name: str) -> None:
    words = list(read_names(page(name), first_line=7))
    assert " ".join(word.text for word in words) == name
    assert {word.line for word in words} == {7}
    assert max(word.confidence for word in words) <= UNSURE
    assert abs(words[0].x0 - NAME_AT[0]) < 30
    assert NAME_AT[1] - 10 < words[0].top < NAME_AT[1] + 60


@pytest.mark.parametrize("stamp", ["SAO Y BẢN CHÍNH", "HỎA TỐC", "Số: 123 Ngày: 4/5", "công văn đến"])
def test_other_stamps_stay_unread(stamp: str) -> None:
    assert list(read_names(page(stamp), first_line=0)) == []


def test_a_seal_alone_is_no_name() -> None:
    assert list(read_names(page(""), first_line=0)) == []


def test_black_print_is_no_stamp() -> None:
    raster = page("Lê Hoàng Anh", seal=False, colour=(INK, INK, INK))
    assert raster.red is None
    assert list(read_names(raster, first_line=0)) == []
