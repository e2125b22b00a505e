"""From a row to its place on the page; and what must never be shown."""

from __future__ import annotations

import asyncio
import html
import io
import sqlite3
from pathlib import Path

import pytest
from PIL import Image

from pipeline.site.marks import boxes_of, marks_on, parts_of
from pipeline.site.page_images import PIXEL_BUDGET, PageImageError, _scale, find_file, page_image
from tests.site.conftest import Get
from tests.site.pdfs import BAR, HEIGHT, WIDTH, write_pdf


@pytest.mark.parametrize(
    ("row", "page"),
    [
        ("citations/1", "/-/trang/1/1?table=citations&id=1"),
        ("table_rows/2", "/-/trang/1/2?table=table_rows&id=2"),
        ("projects/1", "/-/trang/1/2?table=projects&id=1"),
        ("findings/2", "/-/trang/1/1?table=findings&id=2"),
        ("abbreviations/1", "/-/trang/1/1?table=abbreviations&id=1"),
        ("pages/2", "/-/trang/1/2"),
        ("documents/1", "/-/trang/1/1"),
    ],
)
def test_from_row_to_page(get: Get, row: str, page: str) -> None:
    response = get(f"/-/xem/{row}")
    assert (response.status_code, response.headers["location"]) == (302, page)
    assert get(page).status_code == 200


@pytest.mark.parametrize("row", ["citations/999999", "runs/1", "units/1", "sqlite_master/1", "instruments/1"])
def test_rows_without_a_page(get: Get, row: str) -> None:
    assert get(f"/-/xem/{row}").status_code == 404


def test_the_mark_covers_the_print(get: Get) -> None:
    """The black bar of the file lies under the mark, and the mark is no more than a few points larger."""
    image = Image.open(io.BytesIO(get("/-/trang/1/1.png").content)).convert("L")
    black = image.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert black is not None
    (mark,) = marks_on([[1, *BAR]], 1, WIDTH, HEIGHT)
    left, top = mark.left / 100 * image.width, mark.top / 100 * image.height
    right, bottom = left + mark.width / 100 * image.width, top + mark.height / 100 * image.height
    assert left <= black[0]
    assert top <= black[1]
    assert right >= black[2]
    assert bottom >= black[3]
    assert (right - left) * (bottom - top) < 1.4 * (black[2] - black[0]) * (black[3] - black[1])


def test_the_page_marks_the_row_and_lists_the_others(get: Get) -> None:
    text = html.unescape(get("/-/trang/1/1?table=citations&id=1").text)
    assert text.count('class="mark chosen"') == 1
    assert "left:23.299%" in text
    assert "Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020" in text
    assert 'class="mark mark-citations"' in text
    assert "Không có chỗ đánh dấu" in html.unescape(get("/-/trang/1/2?table=citations&id=1").text)


def test_a_row_of_another_document(get: Get) -> None:
    assert get("/-/trang/2/1?table=citations&id=1").status_code == 404


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/-/trang/2/1", "Không còn tệp PDF"),
        ("/-/trang/3/1", "Tệp PDF đã thay đổi"),
        ("/-/trang/4/1", "Không phải tệp PDF"),
        ("/-/trang/1/3", "chỉ có 2 trang"),
        ("/-/trang/99/1", "Không có văn bản"),
    ],
)
def test_messages_in_place_of_a_picture(get: Get, path: str, message: str) -> None:
    assert message in html.unescape(get(path).text)
    assert get(f"{path}.png").status_code == 404


def test_the_text_is_still_there_without_the_file(get: Get) -> None:
    assert "MỤC TIÊU" in html.unescape(get("/-/trang/2/1").text)


@pytest.mark.parametrize("path", ["/-/trang/1/../../etc.png", "/-/trang/1;drop/1", "/-/trang/-1/1", "/-/trang/1/0.png"])
def test_paths_that_are_none(get: Get, path: str) -> None:
    assert get(path).status_code == 404


def test_a_hostile_database_shows_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.pdf"
    write_pdf(secret)
    with pytest.raises(PageImageError, match="đã thay đổi"):
        find_file(str(secret), "0" * 64, tmp_path / "plans.db")


def test_files_that_moved_with_the_database(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    source = write_pdf(tmp_path / "corpus" / "a.pdf")
    assert find_file("/old/place/a.pdf", source.sha256, tmp_path / "output" / "plans.db").name == "a.pdf"


@pytest.mark.parametrize(("width", "height"), [(595, 842), (832, 3049), (14400, 14400), (1, 14400)])
def test_pictures_stay_within_the_budget(width: float, height: float) -> None:
    scale = _scale(width, height)
    assert width * scale * height * scale <= PIXEL_BUDGET * 1.01
    assert scale <= 2.0


def test_what_pdfium_cannot_open(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(PageImageError, match="Không mở được"):
        asyncio.run(page_image(path, 1))


@pytest.mark.parametrize("stored", [None, "", "[]", "{", "[[1,2]]", "null", "[1]", '[["a",1,2,3,4]]', "7"])
def test_boxes_that_are_none(stored: str | None) -> None:
    assert boxes_of(stored) == []


def test_stored_boxes_are_understood(folder: Path) -> None:
    db = sqlite3.connect(folder / "plans.db")
    (stored,) = db.execute("SELECT boxes FROM citations WHERE id = 1").fetchone()
    assert boxes_of(stored) == [[1, 140.13, 120.0, 300.0, 134.0]]


def test_the_parts_of_a_citation_are_marked_and_named(get: Get) -> None:
    text = html.unescape(get("/-/trang/1/1?table=citations&id=1").text)
    assert 'class="mark part part-number" title="số, ký hiệu: 749/QĐ-TTg"' in text
    assert 'class="mark part part-date" title="ngày: ngày 03 tháng 6 năm 2020"' in text
    assert "mark part" not in get("/-/trang/1/1?table=citations&id=2").text


@pytest.mark.parametrize(
    "stored", [None, "", "{", '[{"part": "number"}]', '[{"part": 1, "text": 2, "boxes": [["x"]]}]']
)
def test_parts_that_cannot_be_understood_are_none(stored: str | None) -> None:
    assert parts_of(stored) == []


def test_a_marked_row_shows_the_print_of_each_of_its_cells(get: Get) -> None:
    text = html.unescape(get("/-/trang/1/2?table=table_rows&id=1").text)
    assert text.count('class="mark chosen"') >= 1
    assert 'class="mark cell" title="=Nâng cấp cổng dữ liệu"' in text
    assert 'class="mark cell"' not in get("/-/trang/1/2?table=projects&id=1").text
