"""Whatever stands on a page, recognising it ends with a page: random pictures of print, rules, boxes and noise."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image as Pictures
from PIL import ImageDraw

from pipeline.reading.ocr.page import read_page
from tests.ocr.printing import font

SIZES = [(595, 842), (842, 595), (100, 60), (20, 20), (300, 30), (600, 2200)]
TEXTS = ["I", "II.", "1.", "Số: 12/KH-UBND", "ngày 3 tháng 4", "....", "—", "|||", "HI", "“", "VIII", "TỔ CHỨC", "%"]
INKS = [(0, 0, 0), (220, 20, 20), (30, 30, 200)]


def odd_page(seed: int) -> pdfium.PdfDocument:
    chance = random.Random(seed)
    size = chance.choice(SIZES)
    width, height = (max(round(side * chance.choice([0.5, 1, 2])), 8) for side in size)
    picture = Pictures.new("RGB", (width, height), (chance.choice([255, 240, 128, 0]),) * 3)
    if chance.random() < 0.15:
        noise = np.random.default_rng(seed).integers(0, 255, (height, width, 3), dtype=np.uint8)
        picture = Pictures.fromarray(noise)
    draw = ImageDraw.Draw(picture)
    for x, y in _places(chance, 40, width, height):
        draw.text((x, y), chance.choice(TEXTS), fill=chance.choice(INKS), font=font(chance.choice([3, 6, 12])))
    for x, y in _places(chance, 20, width, height):
        end = chance.randrange(width), chance.randrange(height)
        draw.line((x, y, *end), fill=chance.choice(INKS), width=chance.choice([1, 2, 5]))
    for x, y in _places(chance, 8, width, height):
        corner = x + chance.randrange(1, width), y + chance.randrange(1, height)
        draw.rectangle((x, y, *corner), outline=(0, 0, 0), width=chance.choice([1, 3]))
    data = io.BytesIO()
    picture.save(data, "PDF", resolution=72 * width / size[0])
    return pdfium.PdfDocument(data.getvalue())


def _places(chance: random.Random, most: int, width: int, height: int) -> Iterator[tuple[int, int]]:
    return ((chance.randrange(width), chance.randrange(height)) for _ in range(chance.randint(0, most)))


@pytest.mark.parametrize("seed", range(16))
def test_a_page_of_anything_is_read_to_its_end(seed: int) -> None:
    page = odd_page(seed)[0]
    read = read_page(page, 1)
    assert 0.0 <= read.confidence <= 1.0
    assert all(word.text and word.box.x0 <= word.box.x1 and word.box.top <= word.box.bottom for word in read.words)
