"""A table pasted in as an image is read; a photograph, and a picture behind text, are not."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image as Pictures

from pipeline.model import Page
from pipeline.reading.document import read_document
from pipeline.reading.ocr.readers import Inline
from tests.factories.paper import A4, PROSE, Sheet, lines_at, new_pdf
from tests.ocr.printing import Ruled, table_of_print

ROWS = [
    ["STT", "Nhiệm vụ", "Kinh phí"],
    ["1", "Xây dựng kho dữ liệu", "640"],
    ["2", "Đào tạo cán bộ", "1.250"],
    ["3", "Nâng cấp đường truyền", "85"],
]
AREA = (60.0, 300.0, 535.0, 560.0)
"""Where the picture lies: x0, y0, x1, y1 from the bottom left."""


def page_with(picture: Pictures.Image, path: Path, text: bytes) -> Page:
    pdf = new_pdf([Sheet(text, A4)])
    data = io.BytesIO()
    picture.convert("RGB").save(data, "JPEG", quality=92)
    image = pdf.make_stream(
        data.getvalue(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.pages[0]
    page.obj.Resources.XObject = pikepdf.Dictionary(Im1=image)
    x0, y0, x1, y1 = AREA
    page.contents_add(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {y0} cm /Im1 Do Q".encode())
    pdf.save(path)
    reading = read_document(path, Inline())
    assert [finding.code for finding in reading.findings] in ([], ["picture_read"])
    return reading.pages[0]


def table() -> Pictures.Image:
    raster = table_of_print(Ruled([160, 760, 300], 90, ROWS), left=60, top=60)
    return Pictures.fromarray(raster.grey)


def test_a_table_in_a_picture_is_read_in_its_place(tmp_path: Path) -> None:
    page = page_with(table(), tmp_path / "a.pdf", lines_at(70, 760, PROSE * 3))
    added = [word for word in page.words if word.source == "ocr"]
    assert " ".join(word.text for word in added) == " ".join(cell for row in ROWS for cell in row)
    assert all(AREA[0] < word.box.x0 and word.box.x1 < AREA[2] for word in added)
    assert all(842 - AREA[3] < word.box.top and word.box.bottom < 842 - AREA[1] for word in added)
    assert len([rule for rule in page.rules if rule.horizontal]) == len(ROWS) + 1
    assert page.text_source == "text"


@pytest.mark.parametrize("seed", [1, 2])
def test_a_photograph_is_not(tmp_path: Path, seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 255, (40, 60, 3), dtype=np.uint8)
    photograph = Pictures.fromarray(noise).resize((900, 600), Pictures.Resampling.BICUBIC)
    page = page_with(photograph, tmp_path / "b.pdf", lines_at(70, 760, PROSE * 3))
    assert {word.source for word in page.words} == {"text"}


def test_a_picture_behind_text_is_not(tmp_path: Path) -> None:
    page = page_with(table(), tmp_path / "c.pdf", lines_at(70, 550, PROSE * 3))
    assert {word.source for word in page.words} == {"text"}
