"""Letterheads that stamps of a scan disturb: what is sure is read, what is cut is left out."""

from __future__ import annotations

import pytest

from pipeline.model import Columns, LaidOutPage, Letterhead, Line, Page, Paragraph
from pipeline.structure.letterhead import read_letterhead
from tests.structure.paper import line, middle

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
DATE = "Hà Nội, ngày 29 tháng 4 năm 2026"


def _read(left: list[str], right: list[Line], *body: Line) -> Letterhead:
    names = tuple(line(text, 60.0 + 20 * k) for k, text in enumerate(left))
    motto = (middle(MOTTO[0], 60), middle(MOTTO[1], 80), middle(DATE, 100, bold=False))
    page = Page(1, 595, 842, 0, (), (), "ocr", 0.9)
    laid_out = LaidOutPage(page, tuple(body), (), (), (), Columns(names, (*motto, *right)))
    paragraphs = [Paragraph(printed.passage, (printed,), 0.0, "left", 14.0, printed.bold, False) for printed in body]
    return read_letterhead([laid_out], paragraphs, [])


def test_number_at_the_end_of_a_line_that_a_stamp_covers() -> None:
    head = _read(["CHÍNH PHỦ", "CỔNG THÔNG TIN „số: PHỦ1 19/2026/NQ-CP"], [])
    assert (head.number, head.ref, head.issuer) == ("19", "19/2026/NQ-CP", "Chính phủ")


@pytest.mark.parametrize("stamp", ["CỔNG THÔNG TIN ĐẾN Số: 1234", "Căn cứ số: 12 và 19/2026/NQ-CP của"])
def test_numbers_of_stamps_are_not_the_documents(stamp: str) -> None:
    assert _read(["CHÍNH PHỦ", stamp], []).ref is None


def test_date_above_a_kind_that_stands_beside_a_stamp() -> None:
    head = _read(["CHÍNH PHỦ"], [middle("NGHỊ QUYẾT", 130)], middle("Cắt giảm thủ tục hành chính", 150))
    assert (head.kind, head.title, head.issued_on, head.place) == (
        "Nghị quyết",
        "Cắt giảm thủ tục hành chính",
        "2026-04-29",
        "Hà Nội",
    )


@pytest.mark.parametrize(
    ("printed", "ref"), [("S0: 56/BC-BCĐ", "56/BC-BCĐ"), ("S6. 56/BC-BCĐ", "56/BC-BCĐ"), ("S0 56 LÊ LỢI", None)]
)
def test_a_misread_word_before_the_number(printed: str, ref: str | None) -> None:
    assert _read(["BAN CHỈ ĐẠO", printed], []).ref == ref


@pytest.mark.parametrize(
    ("below", "ref"),
    [("BLĐTBXH", "102/2005/TTLT-BTC-BLĐTBXH"), ("V/v hướng dẫn", "102/2005/TTLT-BTC-"), ("Mật", "102/2005/TTLT-BTC-")],
)
def test_a_symbol_broken_after_its_hyphen_goes_on_below(below: str, ref: str) -> None:
    assert _read(["BỘ TÀI CHÍNH", "Số: 102/2005/TTLT-BTC-", below], []).ref == ref


def test_a_title_broken_off_by_a_stamp_is_none() -> None:
    right = [middle("NGHỊ ĐỊNH", 130), middle("Quy định chi tiết một số điều", 150)]
    assert _read(["CHÍNH PHỦ"], right, line("gi 10/M. của Luật Phòng, chống ma túy", 170, bold=True)).title is None


@pytest.mark.parametrize(
    ("number", "kind"), [("Số 980-CV/TU", "Công văn"), ("Số: 12/UBND-TH", "Công văn"), ("Số: 98/TTr-UBND", None)]
)
def test_a_letter_without_a_subject_is_known_by_its_symbol(number: str, kind: str | None) -> None:
    assert _read(["TỈNH ỦY LÀO CAI", number], [], middle("Kính gửi: Các huyện ủy", 150)).kind == kind
