"""Words that are alike without their marks, and must not be taken for each other: Sở and Số, tư and từ, đa and đã."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.citations import find_citations
from pipeline.extract import extract
from pipeline.model import Block, Box, Letterhead, Passage, Piece
from tests.factories.odd_pdfs import letterhead_of

# Laws in force; the last word (or one within) of those in the first two lines reads "từ", "năm" or "đã" when bare.
LAWS = (
    "Đầu tư, Giao dịch điện tử, Năng lượng nguyên tử, Đa dạng sinh học, Hàng không dân dụng Việt Nam, "
    "Mặt trận Tổ quốc Việt Nam, "
    "Đất đai, Đầu tư công, Đấu thầu, Nhà ở, Trẻ em, Thủ đô, Lưu trữ, Cư trú, Dân quân tự vệ, Các tổ chức tín dụng"
)


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("UBND TỈNH HÒA GIANG", "SỞ Y TẾ"), "Sở Y tế tỉnh Hòa Giang"),
        (("UBND TỈNH HÒA GIANG", "SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG"), "Sở Thông tin và Truyền thông tỉnh Hòa Giang"),
        (("UBND HUYỆN SƠN LĨNH", "PHÒNG Y TẾ"), "Phòng Y tế huyện Sơn Lĩnh"),
        (("ỦY BAN NHÂN DÂN", "TỈNH HÒA GIANG"), "Ủy ban nhân dân tỉnh Hòa Giang"),
    ],
)
def test_a_department_is_no_number(lines: tuple[str, ...], issuer: str, tmp_path: Path) -> None:
    letterhead = extract(letterhead_of(tmp_path / "so.pdf", lines)).letterhead
    assert (letterhead.issuer, letterhead.ref) == (issuer, "15/BC-SYT")


@pytest.mark.parametrize("law", LAWS.split(", "))
@pytest.mark.parametrize(
    ("date", "issued_on"), [("năm 2020", "2020"), ("ngày 17 tháng 6 năm 2020", "2020-06-17"), ("2020", "2020")]
)
def test_a_law_keeps_its_date_whatever_its_name_ends_in(law: str, date: str, issued_on: str) -> None:
    name = law if law.startswith("Luật") else f"Luật {law}"
    citations = _citations(f"Thực hiện {name} {date} và các văn bản hướng dẫn thi hành.")
    assert citations == [(f"{name} {date}", issued_on)]


@pytest.mark.parametrize("text", ["Luật này có hiệu lực từ năm 2020.", "Thực hiện Luật Đầu tư từ ngày 01/01/2021."])
def test_the_day_from_which_a_law_holds_is_not_its_date(text: str) -> None:
    assert _citations(text) == []


def _citations(text: str) -> list[tuple[str, str | None]]:
    passage = Passage(text, (Piece(0, len(text), Box(1, 0.0, 0.0, 500.0, 12.0)),))
    return [(c.text, c.issued_on) for c in find_citations((Block(passage, "body"),), Letterhead())]
