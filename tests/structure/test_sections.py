"""The tree of sections: what is a heading by its number, print and position, and what never may be lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.structure.sections import build_sections
from tests.structure.paper import paragraph, stacked


def _outline(*texts: str) -> list[tuple[int, str]]:
    sections, _ = build_sections(stacked(texts))
    return [(section.level, section.marker) for section in sections]


def test_levels_follow_the_order_of_the_document() -> None:
    read = _outline("**I. MỤC ĐÍCH", "1. Một", "a) Nhỏ", "b) Nữa", "2. Hai", "**II. YÊU CẦU", "1. Một")
    assert read == [(1, "I."), (2, "1."), (3, "a)"), (3, "b)"), (2, "2."), (1, "II."), (2, "1.")]


def test_a_number_that_fits_nowhere_is_no_heading() -> None:
    assert _outline("**I. KẾT QUẢ", "1. Một", "15. 000 hồ sơ được tiếp nhận.", "2. Hai") == [
        (1, "I."),
        (2, "1."),
        (2, "2."),
    ]


def test_a_number_left_out_or_said_twice_is_a_heading_still() -> None:
    assert _outline("1. Một", "2. Hai", "2. Lại hai", "4. Bốn") == [(1, "1."), (1, "2."), (1, "2."), (1, "4.")]


def test_a_list_may_begin_late_when_it_goes_on() -> None:
    assert _outline("2. Hai", "3. Ba") == [(1, "2."), (1, "3.")]
    assert _outline("2. Hai", "Không có gì tiếp theo.") == []


def test_articles_run_through_chapters() -> None:
    read = _outline("***Chương I", "***CHUNG", "**Điều 1. Một", "***Chương II", "***RIÊNG", "**Điều 2. Hai")
    assert read == [(1, "Chương I"), (2, "Điều 1."), (1, "Chương II"), (2, "Điều 2.")]


def test_letters_with_numbers_stand_under_their_letter() -> None:
    assert _outline("a) Một", "a1) Nhỏ", "a2) Nhỏ", "b) Hai", "c1) Lạc") == [
        (1, "a)"),
        (2, "a1)"),
        (2, "a2)"),
        (1, "b)"),
    ]


def test_bullets_are_headings_only_as_bold_lines() -> None:
    assert _outline("1. Một", "**- Công tác chỉ đạo", "- Như trên;", "**+ Câu này kết thúc.") == [(1, "1."), (2, "-")]


def test_a_part_run_in_stands_under_its_number() -> None:
    assert _outline("**II. Nội dung", "Phần A: Thông tin", "Phần B: Đánh giá", "**III. Đối tượng") == [
        (1, "II."),
        (2, "Phần A:"),
        (2, "Phần B:"),
        (1, "III."),
    ]


def test_words_about_an_annex_are_no_annex() -> None:
    assert _outline("Phụ lục I kèm theo Kế hoạch này được thay thế.") == []
    assert _outline("***Phụ lục I") == [(1, "Phụ lục I")]


def test_a_line_of_the_table_of_contents_is_no_heading() -> None:
    assert _outline("I. MỤC ĐÍCH ................... 1", "**I. MỤC ĐÍCH") == [(1, "I.")]


def test_quoted_paragraphs_are_no_sections() -> None:
    read = _outline("1. Sửa Điều 3:", "“Điều 3. Mức chi", "1. Chi “A” cho xã;", "2. Chi khác”.", "2. Bãi bỏ Điều 7.")
    assert read == [(1, "1."), (1, "2.")]


def test_a_quotation_that_never_ends_hides_nothing() -> None:
    assert _outline("1. Gọi là “Đề án 06", "“Tổ đề án", "2. Hai") == [(1, "1."), (1, "2.")]


def test_headings_have_their_titles() -> None:
    paragraphs = stacked(["***Chương I", "***QUY ĐỊNH CHUNG", "1. Chữ thường chạy tiếp.", "**2. Tiêu đề đậm:"])
    headings = [section.heading for section in build_sections(paragraphs)[0]]
    assert headings == ["QUY ĐỊNH CHUNG", "Chữ thường chạy tiếp.", "Tiêu đề đậm:"]


_STARTS = [
    "I. ",
    "II. ",
    "1. ",
    "2. ",
    "1.1. ",
    "a) ",
    "b) ",
    "đ) ",
    "Điều 1. ",
    "Chương I ",
    "PHỤ LỤC ",
    "- ",
    "“",
    "* ",
]
_TEXT = st.tuples(st.sampled_from(["", *_STARTS]), st.sampled_from(["Một", "NỘI DUNG", "xã, phường;", "2026 hồ sơ”."]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_TEXT, st.booleans()), max_size=25))
def test_no_paragraph_is_lost_and_the_tree_is_a_tree(drawn: list[tuple[tuple[str, str], bool]]) -> None:
    paragraphs = [paragraph("".join(text), 50.0 + 20 * k, bold=bold) for k, (text, bold) in enumerate(drawn)]
    sections, owners = build_sections(paragraphs)
    assert len(owners) == len(paragraphs)
    for number, section in enumerate(sections):
        owned = [p.passage.text for p, owner in zip(paragraphs, owners, strict=True) if owner == number]
        assert section.passage.text == "\n".join(owned)
        assert section.parent is None or section.parent < number
        assert section.level == (1 if section.parent is None else sections[section.parent].level + 1)
    known = [owner for owner in owners if owner is not None]
    assert known == sorted(known)
    assert owners[len(owners) - len(known) :] == tuple(known)


@pytest.mark.parametrize(
    ("texts", "bold", "markers"),
    [
        (["I. MỤC ĐÍCH", "II Nội dung", "III Tổ chức"], True, ["I.", "II", "III"]),  # dots lost in a scan
        (["I. MỤC ĐÍCH", "II Nội dung"], False, ["I."]),  # plain print: running text may begin so
        (["I. MỤC ĐÍCH", "IV Nội dung"], True, ["I."]),  # not the next
        (["I Mục đích"], True, []),  # nothing goes before: a letter
    ],
)
def test_a_roman_number_without_its_dot(texts: list[str], bold: bool, markers: list[str]) -> None:
    sections, _ = build_sections([paragraph(text, bold=bold) for text in texts])
    assert [section.marker for section in sections] == markers
