"""Vietnamese amounts, both ways, and what they may not be taken for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.structure.amounts import format_number, read_number, read_unit, to_dong
from pipeline.structure.projects import disbursed_amount

MILLION = read_unit("Triệu đồng")


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1.776.725", "1776725"),
        ("2.215,6", "2215.6"),
        ("4.500", "4500"),
        ("871", "871"),
        ("1 776 725", "1776725"),
        ("1,776,725", "1776725"),
        ("0,5", "0.5"),
        ("(1.234)", "-1234"),
        ("-3,25", "-3.25"),
        ("16.368,6", "16368.6"),
    ],
)
def test_numbers_as_printed(printed: str, number: str) -> None:
    assert read_number(printed) == Decimal(number)


@pytest.mark.parametrize(
    "printed", ["1.62", "1,776", "-", "", "2021-2025", "12-15", "1.23.456", "(5", "5)", "05/2021", "năm 2021"]
)
def test_what_may_be_two_numbers_or_none_is_not_read(printed: str) -> None:
    assert read_number(printed) is None


@pytest.mark.parametrize(
    ("printed", "dong"),
    [
        ("1.624", 1_624_000_000),
        ("2.215,6", 2_215_600_000),
        ("500 triệu đồng", 500_000_000),
        ("1,5 tỷ", 1_500_000_000),
        ("350.000.000 đồng", 350_000_000),
        ("0,0000001", None),  # a tenth of a đồng is no amount
        ("12,5%", None),
        ("10 ha", None),
        ("khoảng 500", None),
    ],
)
def test_amounts_in_dong(printed: str, dong: int | None) -> None:
    assert to_dong(printed, MILLION) == dong


def test_without_a_unit_nothing_is_sure() -> None:
    assert to_dong("1.624", None) is None
    assert to_dong("1.624 tr.đ", None) == 1_624_000_000


@given(st.integers(-(10**13), 10**13))
def test_whole_numbers_survive_print(number: int) -> None:
    assert read_number(format_number(Decimal(number))) == number


@given(st.decimals(-(10**9), 10**9, places=2))
def test_decimals_survive_print(number: Decimal) -> None:
    assert read_number(format_number(number)) == number


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    number = read_number(text)
    assert number is None or any(c.isdigit() for c in text)
    to_dong(text, MILLION)


@pytest.mark.parametrize(
    ("result", "dong"),
    [
        ("Đã thực hiện giải ngân 2.215,6", 2_215_600_000),
        ("Đã giải ngân 590.", 590_000_000),
        ("Giải ngân 1,5 tỷ đồng", 1_500_000_000),
        ("Đã thanh toán: 500 triệu đồng", 500_000_000),
        ("Đã giải ngân 590, đạt 100%", 590_000_000),
        ("Hiện đang trong quá trình triển khai", None),
        ("Chưa giải ngân", None),
        ("Chưa giải ngân 590", None),
        ("Dự kiến giải ngân 300", None),
        ("Đã giải ngân 95%", None),
        ("Giải ngân 3 dự án", None),
        ("Đã nghiệm thu 150", None),
        ("Đã giải ngân năm 2021", None),
        ("Đã giải ngân đến 31/12/2021", None),
        ("Đã giải ngân 100; đã thanh toán 50", None),  # which of the two?
    ],
)
def test_what_a_result_says_was_paid_out(result: str, dong: int | None) -> None:
    assert disbursed_amount(result, MILLION) == dong
