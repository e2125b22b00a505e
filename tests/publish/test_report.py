"""The reconciliation report of a document that was typeset, read and stored: opened again as its readers open it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from pipeline.commands.export import export_report
from pipeline.commands.words import WrongUseError
from pipeline.extract import extract
from pipeline.publish.report import NoSuchDocumentError, make_report
from pipeline.publish.schema import open_database
from pipeline.publish.store import store_document
from tests.publish.samples import VERSION, extraction, source

MARKUP = """
#set page(paper: "a4", flipped: true)
#align(center)[*DANH MỤC DỰ ÁN NĂM 2024*]
#align(right)[_Đơn vị tính: Triệu đồng_]
#table(columns: (1cm, 3fr, 2fr, 2fr, 2fr, 2fr),
  [*TT*], [*Tên dự án*], [*Chủ đầu tư*], [*Thời gian*], [*Kinh phí*], [*Giải ngân*],
  [], [TỔNG SỐ], [], [], [3.000,5], [1.900],
  [1], [\\=HYPERLINK(1)], [Sở Y tế], [Quý II/2024], [1.500,5], [1.000],
  [2], [Cầu B], [nt], [Thường xuyên], [1.500], [1.600])
#align(center)[*DANH SÁCH*]
#table(columns: (1cm, 3fr, 2fr), [*TT*], [*Họ và tên*], [*Chức vụ*], [1], [Lê A], [Giám đốc])
"""


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "ke-hoach-15.pdf"
    path.write_bytes(typst.compile(MARKUP.encode()))
    db = open_database(tmp_path / "plans.db")
    store_document(db, source(path.name), extract(path), VERSION)
    yield db
    db.close()


@pytest.fixture
def book(stored: sqlite3.Connection, tmp_path: Path) -> Workbook:
    assert export_report(tmp_path / "plans.db", "ke-hoach-15.pdf", tmp_path / "a.xlsx") == 0
    return load_workbook(tmp_path / "a.xlsx")


def test_every_table_has_a_sheet_beside_overview_findings_and_sums(book: Workbook) -> None:
    assert book.sheetnames == ["Tổng quan", "Điểm cần xem", "Kiểm tra cộng", "Bảng 1", "Bảng 2"]
    overview = [[cell.value for cell in row] for row in book["Tổng quan"].iter_rows()]
    assert ["Bảng 1", "DANH MỤC DỰ ÁN NĂM 2024", 1, 1, 6, 3, 2, 3_000_500_000, 2_600_000_000, 2] in overview


def test_printed_cells_stand_beside_typed_ones(book: Workbook) -> None:
    rows = [[cell.value for cell in row] for row in book["Bảng 1"].iter_rows(min_row=4, max_row=7)]
    heading, total, first, second = (dict(zip(rows[0], row, strict=True)) for row in rows)
    assert list(heading)[:8] == ["Dòng", "Trang", "TT", "Tên dự án", "Chủ đầu tư", "Thời gian", "Kinh phí", "Giải ngân"]
    assert (first["Kinh phí"], first["Kinh phí → đồng"]) == ("1.500,5", 1_500_500_000)
    assert (first["Thời gian → từ ngày"], first["Thời gian → đến ngày"]) == ("2024-04-01", "2024-06-30")
    assert (second["Thời gian → lặp lại"], second["Chủ đầu tư → như dòng trên"]) == ("thường xuyên", "Sở Y tế")
    assert (total["Dòng"], total["Trang"], total["Giải ngân → đồng"]) == (1, 1, 1_900_000_000)
    assert "nhiều hơn kinh phí" in second["Điểm cần xem"]
    assert "cộng lại là 2.600 triệu đồng" in total["Điểm cần xem"]


def test_sums_are_shown_right_or_wrong(book: Workbook) -> None:
    rows = [[cell.value for cell in row] for row in book["Kiểm tra cộng"].iter_rows(min_row=2)]
    assert rows == [
        [1, 1, 1, "TỔNG SỐ", "Kinh phí", 3000.5, 3000.5, 0, "Triệu đồng"],
        [1, 1, 1, "TỔNG SỐ", "Giải ngân", 1900, 2600, -700, "Triệu đồng"],
    ]


def test_findings_are_named_in_vietnamese(book: Workbook) -> None:
    kinds = [row[1].value for row in book["Điểm cần xem"].iter_rows(min_row=2)]
    assert "Dòng tổng không bằng tổng các dòng của nó" in kinds
    assert not any("_" in str(kind) for kind in kinds)


def test_a_number_in_doubt_is_said_beside_its_row(stored: sqlite3.Connection) -> None:
    ((boxes,),) = stored.execute("SELECT boxes FROM table_rows WHERE position = 3 AND table_id = 1").fetchall()
    page, x0, top, _x1, bottom = json.loads(boxes)[0]
    inside, outside = [page, x0 + 5, top + 1, x0 + 20, bottom - 1], [page, 0, 0, 10, 10]
    for box in (inside, outside):
        stored.execute(
            "INSERT INTO findings (document_id, code, severity, message, page, boxes) VALUES (1, 'ocr_two_readings',"
            " 'warning', 'a', 1, ?)",
            (json.dumps([box]),),
        )
    found = [f for f in make_report(stored, "1").findings if f.code == "ocr_two_readings"]
    assert [(f.table, f.row) for f in found] == [(1, 3), (None, None)]


def test_what_looks_like_a_formula_stays_text(book: Workbook) -> None:
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert [cell.value for cell in cells if str(cell.value).startswith("=HYPER")] == ["=HYPERLINK(1)"]


@pytest.mark.parametrize("wanted", ["1", "ke-hoach-15.pdf", "HOACH-15"])
def test_a_document_by_its_id_its_file_or_a_part_of_it(stored: sqlite3.Connection, wanted: str) -> None:
    assert make_report(stored, wanted).document["file"] == "ke-hoach-15.pdf"


@pytest.mark.parametrize("wanted", ["87/KH-UBND", "87 / kh–ubnd", "Kế hoạch số 87/KH-UBND"])
def test_a_document_by_its_number_or_that_of_what_it_is_attached_to(stored: sqlite3.Connection, wanted: str) -> None:
    stored.execute("UPDATE documents SET attached_to = '87/KH-UBND'")
    assert make_report(stored, wanted).document["file"] == "ke-hoach-15.pdf"
    number = replace(extraction().letterhead, ref="87/KH-UBND")
    store_document(stored, source("chinh.pdf", sha256="b" * 64), replace(extraction(), letterhead=number), VERSION)
    assert make_report(stored, wanted).document["file"] == "chinh.pdf"  # its own number comes before


def test_of_several_documents_none_is_taken(stored: sqlite3.Connection) -> None:
    store_document(stored, source("KE-HOACH-16.pdf", sha256="b" * 64), extraction(), VERSION)
    with pytest.raises(NoSuchDocumentError, match=r"(?s)  1: ke-hoach-15\.pdf .*\n  2: KE-HOACH-16\.pdf "):
        make_report(stored, "kế-hoạch")


@pytest.mark.parametrize("wanted", ["2", "cong-van", "%", "ke_hoach-15.pdf"])
def test_a_document_that_is_not_there_names_those_that_are(stored: sqlite3.Connection, wanted: str) -> None:
    with pytest.raises(NoSuchDocumentError, match="1: ke-hoach-15"):
        make_report(stored, wanted)


def test_a_report_is_a_workbook(stored: sqlite3.Connection, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"\.xlsx"):
        export_report(tmp_path / "plans.db", "1", tmp_path / "a.csv")
