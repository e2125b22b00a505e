"""Markers: every family with what it reads and what it must not read; the order of numbers and letters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.structure.markers import FAMILIES, Marker, follows, is_first, read_marker, roman

READ: dict[str, list[tuple[str, str, tuple[int, ...]]]] = {
    "annex": [
        ("PHỤ LỤC", "PHỤ LỤC", (1,)),
        ("PHỤ LỤC I", "PHỤ LỤC I", (1,)),
        ("Phụ lục 1: Danh mục", "Phụ lục 1:", (1,)),
        ("PHỤ LỤC SỐ 02", "PHỤ LỤC SỐ 02", (2,)),
        ("Phụ biểu 3", "Phụ biểu 3", (3,)),
        ("Phụ lục IIA", "Phụ lục IIA", (2, 1)),
        ("PHỤ LỤC: DANH MỤC", "PHỤ LỤC:", (1,)),
    ],
    "form": [
        ("Mẫu số 01", "Mẫu số 01", (1,)),
        ("BIỂU SỐ 2A: THU", "BIỂU SỐ 2A:", (2, 1)),
        ("Biểu mẫu số: 3", "Biểu mẫu số: 3", (3,)),
    ],
    "part": [("Phần thứ nhất", "Phần thứ nhất", (1,)), ("PHẦN II", "PHẦN II", (2,)), ("Phần A.", "Phần A.", (1,))],
    "chapter": [("Chương I", "Chương I", (1,)), ("CHƯƠNG 2. QUY ĐỊNH", "CHƯƠNG 2.", (2,))],
    "division": [("Mục 1", "Mục 1", (1,)), ("MỤC III", "MỤC III", (3,))],
    "subdivision": [("Tiểu mục 2", "Tiểu mục 2", (2,))],
    "article": [("Điều 1. Phạm vi", "Điều 1.", (1,)), ("Điều 12: Hiệu lực", "Điều 12:", (12,))],
    "list": [("Danh mục II: Các chất", "Danh mục II:", (2,))],
    "capital": [("A. MỤC TIÊU", "A.", (1,)), ("Đ. KINH PHÍ", "Đ.", (7,)), ("A- MỤC ĐÍCH", "A-", (1,))],
    "roman": [
        ("I. MỤC ĐÍCH", "I.", (1,)),
        ("XIV. Kinh phí", "XIV.", (14,)),
        ("II/ Nội dung", "II/", (2,)),
        ("I- X", "I-", (1,)),
        ("I.- TÌNH HÌNH", "I.-", (1,)),
    ],
    "roman_letter": [("IIA. Các chất", "IIA.", (2, 1)), ("IVC: Các tiền chất", "IVC:", (4, 3))],
    "roman_number": [("I.1. Mục tiêu", "I.1.", (1, 1)), ("II.3 Giải pháp", "II.3", (2, 3))],
    "part_run_in": [("Phần A: Thông tin", "Phần A:", (1,))],
    "number": [
        ("1. Mục đích", "1.", (1,)),
        ("12/ Nội dung", "12/", (12,)),
        ("2) Kinh phí", "2)", (2,)),
        ("3- Cấp ủy", "3-", (3,)),
        ("1.- Trồng trọt", "1.-", (1,)),
        ("1/. Lao động", "1/.", (1,)),
        ("2a. Bổ sung", "2a.", (2,)),
    ],
    "number_2": [("1.1. Hạ tầng", "1.1.", (1, 1)), ("2.10 Dữ liệu", "2.10", (2, 10)), ("2.1- Rà soát", "2.1-", (2, 1))],
    "number_3": [("1.1.1. Thu", "1.1.1.", (1, 1, 1))],
    "number_4": [("1.2.3.4. Chi", "1.2.3.4.", (1, 2, 3, 4))],
    "letter": [
        ("a) Nội dung", "a)", (1,)),
        ("đ) Khác", "đ)", (7,)),
        ("b. Kinh phí", "b.", (4,)),
        ("a.- Lúa", "a.-", (1,)),
    ],
    "letter_2": [("a1) Vốn", "a1)", (1, 1)), ("b.2) Vốn", "b.2)", (4, 2))],
    "brackets": [("(1) Sở Tài chính", "(1)", (1,))],
    "small_roman": [("(ii) Giải pháp", "(ii)", (2,)), ("iv) Nguồn lực", "iv)", (4,))],
    "star": [("* Đối với xã", "*", (1,))],
    "dash": [("- Như trên", "-", (1,)), ("+ Khối", "+", (1,))],
}
UNREAD = {
    "annex": ["Phụ lụcI", "phụ lục I", "Phụ huynh"],
    "form": ["Mẫu số liệu", "Biểu đồ 1", "Mẫu 1 kg"],
    "part": ["Phần lớn các xã", "Phần mềm"],
    "chapter": ["Chương trình hành động", "Chương trình 1719"],
    "division": ["Mục tiêu", "Mục đích, yêu cầu", "Mục tiêu 1"],
    "subdivision": ["Tiểu khu 2"],
    "article": ["Điều 5 Nghị định số 47/2020/NĐ-CP", "Điều chỉnh", "Điều này"],
    "list": ["Danh mục dự án"],
    "capital": ["A Thút", "ASEAN.", "Z. Khác"],
    "roman": ["IIII. Sai", "VX. Sai", "I mục đích", "CIV.X"],
    "roman_letter": ["IA Các chất"],
    "roman_number": ["I. 1"],
    "part_run_in": ["Phần lớn:", "Phần A của"],
    "number": ["1.774 thủ tục", "15/6/2025 là hạn", "2025. Năm", "5%", "12-15 xã", "24/24 giờ"],
    "number_2": ["1.774 thủ tục", "12.5%", "3.50đ"],
    "number_3": ["1.234.567 đồng", "15.6.2025"],
    "number_4": ["192.168.1.1"],
    "letter": ["a Thút", "ab) c", "w"],
    "letter_2": ["a1 b"],
    "brackets": ["(2025) Năm", "(1)"],
    "small_roman": ["(iiii) Sai", "(x + y) là", "vi phạm"],
    "star": ["**", "*"],
    "dash": ["-5 độ", "- 12 xã"],
}


def _family(name: str, text: str) -> Marker | None:
    return next((marker for marker in read_marker(text) if marker.family.name == name), None)


def test_every_family_has_its_examples() -> None:
    assert {family.name for family in FAMILIES} == set(READ) == set(UNREAD)


@pytest.mark.parametrize(("name", "example"), [(name, example) for name in READ for example in READ[name]])
def test_a_marker_is_read(name: str, example: tuple[str, str, tuple[int, ...]]) -> None:
    text, printed, ordinal = example
    marker = _family(name, text)
    assert marker is not None
    assert (marker.text, marker.ordinal) == (printed, ordinal)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in UNREAD for text in UNREAD[name]])
def test_what_only_looks_like_it_is_not_read(name: str, text: str) -> None:
    assert _family(name, text) is None


def _in_roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


@given(st.integers(1, 39))
def test_roman_numerals_there_and_back(value: int) -> None:
    assert roman(_in_roman(value)) == value


@given(st.text(alphabet="IVXLC", max_size=7))
def test_only_regular_roman_numerals_have_a_value(text: str) -> None:
    value = roman(text)
    assert value is None or _in_roman(value) == text


@pytest.mark.parametrize("alphabet", ["abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz"])
def test_letters_follow_each_other_in_both_alphabets(alphabet: str) -> None:
    markers = [_family("letter", f"{letter}) X") for letter in alphabet]
    read = [marker for marker in markers if marker is not None]
    assert len(read) == len(alphabet)
    assert is_first(read[0])
    assert all(follows(after, before.ordinal) for before, after in pairwise(read))
    assert not any(follows(before, after.ordinal) for before, after in pairwise(read))


@given(st.integers(1, 98), st.integers(1, 98))
def test_a_number_follows_only_the_one_before_it(first: int, second: int) -> None:
    marker = _family("number", f"{second}. X")
    assert marker is not None
    assert follows(marker, (first,)) == (second == first + 1)


@given(st.text(max_size=40))
def test_any_text_can_be_asked_for_markers(text: str) -> None:
    for marker in read_marker(text):
        assert text[: marker.end].strip() == marker.text
        assert all(number >= 0 for number in marker.ordinal)
