"""Numbers of scans: what recognition loses of them is set right where their neighbours show it, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Paragraph, Passage, Section
from pipeline.structure.recognised import markers_of
from pipeline.structure.sections import build_sections
from tests.structure.paper import paragraph, stacked


def _scanned(printed: Paragraph) -> Paragraph:
    pieces = tuple(replace(piece, confidence=0.9) for piece in printed.passage.pieces)
    return replace(printed, passage=replace(printed.passage, pieces=pieces))


def _outline(*texts: str, scanned: bool = True) -> list[tuple[int, str]]:
    printed = stacked(texts)
    sections: tuple[Section, ...] = build_sections([_scanned(p) for p in printed] if scanned else printed)[0]
    return [(section.level, section.marker) for section in sections]


def _read(text: str, scanned: bool = True) -> set[str]:
    printed = paragraph(text)
    passage: Passage = (_scanned(printed) if scanned else printed).passage
    return {marker.text for marker in markers_of(passage)}


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("9, Ưu đãi đầu tư", "9."),
        ("I, TÌNH HÌNH", "I."),
        ("i. Doanh nghiệp có hoạt động", "1."),
        ("..a) Các hoạt động", "a)"),
        ("_3, Cơ quan chuyên trách", "3."),
        ("HI. Hồ sơ thực hiện", "III."),
        ("XH. Kinh phí", "XII."),
        ("PHÂN II", "PHẦN II"),
        ("Điểu 5. Phạm vi", "Điều 5."),
    ],
)
def test_a_number_is_read_as_printed_on_scans_alone(text: str, marker: str) -> None:
    assert marker in _read(text)
    assert marker not in _read(text, scanned=False)


@pytest.mark.parametrize("text", ["9,5 triệu đồng", "Phân bổ kinh phí", "Mức 1 là", "... và các xã"])
def test_what_is_no_number_stays_none_on_scans(text: str) -> None:
    assert _read(text) == set()


def test_a_lost_stroke_is_the_number_after_its_neighbour() -> None:
    assert _outline("**I SỰ CẦN THIẾT", "1. Một", "**I. NỘI DUNG", "**II. KINH PHÍ", "**IV. TỔ CHỨC") == [
        (1, "I"),
        (2, "1."),
        (1, "II."),
        (1, "III."),
        (1, "IV."),
    ]


def test_print_is_believed_where_it_repeats_a_number() -> None:
    assert _outline("**I. MỘT", "**II. HAI", "**II. BA", scanned=False) == [(1, "I."), (1, "II."), (1, "II.")]


def test_numbering_that_begins_anew_has_lost_nothing() -> None:
    read = _outline("**A. MỘT", "**I. TRONG MỘT", "**B. HAI", "**I. TRONG HAI", "**II. TRONG HAI")
    assert read == [(1, "A."), (2, "I."), (1, "B."), (2, "I."), (2, "II.")]


def test_more_than_one_stroke_is_not_guessed() -> None:
    assert _outline("**I. MỘT", "**II. HAI", "**I. KHÁC")[-1] == (1, "I.")


def test_chapter_one_has_the_numerals_of_the_other_chapters() -> None:
    assert _outline("***Chương 1", "***MỘT", "***Chương II", "***HAI")[0] == (1, "Chương I")
    assert _outline("***Chương 1", "***MỘT", "***Chương 2", "***HAI")[0] == (1, "Chương 1")


@given(st.text(alphabet="IVXHil|!1,.;:_·a)đ Điều PHÂNUCb-", max_size=20))
def test_markers_of_scans_end_inside_the_text(text: str) -> None:
    printed = _scanned(paragraph(text)).passage
    assert all(0 < marker.end <= len(text) for marker in markers_of(printed))
