"""What the cells of typeset tables say, typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.model import Value
from pipeline.structure.amounts import DecimalMark, decimal_mark, read_number
from pipeline.structure.values import column_meaning, is_ditto
from tests.tables.typesetting import tables_of

BILLION = 1_000_000_000


def _money(number: str, vnd: int, unit: str = "Triệu đồng") -> Value:
    return Value("money", number=Decimal(number), unit=unit, vnd=vnd)


def _values(header: str, *cells: str, lead: str = "", first: str = "[*STT*], [*Tên dự án*]") -> list[Value | None]:
    """The values of a column under ``header``."""
    rows = ", ".join(f"[{k}], [Dự án {k}], [{cell}]" for k, cell in enumerate(cells, 1))
    (table,) = tables_of(f"{lead}\n#table(columns: (1cm, 3fr, 3fr), {first}, [*{header}*], {rows})")
    return [row.cells[2].value for row in table.rows]


def test_money_by_the_unit_of_caption_header_or_cell() -> None:
    lead = "#align(right)[_Đơn vị tính: Triệu đồng_]"
    assert _values("Kinh phí", "1.500", "2,5", "3 tỷ đồng", "…", lead=lead) == [
        _money("1500", 1_500_000_000),
        _money("2.5", 2_500_000),
        _money("3", 3 * BILLION, "Tỷ đồng"),
        None,
    ]
    assert _values("Kinh phí (tỷ đồng)", "2,5", "(1,2)") == [
        _money("2.5", 2_500_000_000, "Tỷ đồng"),
        _money("-1.2", -1_200_000_000, "Tỷ đồng"),
    ]
    assert _values("Kinh phí", "1.500", "2,5 ha")[1] is None


def test_money_without_a_unit_is_a_bare_number() -> None:
    assert _values("Kinh phí", "1.500", "700") == [Value("number", Decimal(1500)), Value("number", Decimal(700))]


def test_shares_ranges_and_measures() -> None:
    assert _values("Tỷ lệ (%)", "12,5", "98%") == [
        Value("percent", number=Decimal("12.5"), unit="%"),
        Value("percent", number=Decimal("98"), unit="%"),
    ]
    assert _values("Diện tích (ha)", "1.200,5", "10-15") == [
        Value("number", number=Decimal("1200.5"), unit="ha"),
        Value("range", number=Decimal(10), upper=Decimal(15), unit="ha"),
    ]


def test_periods_dates_and_ditto_marks() -> None:
    assert _values("Thời gian thực hiện", "Quý II/2026", "nt", "Trước 30/6/2025", "Hằng năm", "Sau khi duyệt") == [
        Value("period", first="2026-04-01", last="2026-06-30"),
        Value("period", first="2026-04-01", last="2026-06-30"),
        Value("period", last="2025-06-30"),
        Value("period", recurs="year"),
        None,
    ]
    assert _values("Ngày ban hành", "15/3/2024", "ngày 02 tháng 4 năm 2024") == [
        Value("date", first="2024-03-15", last="2024-03-15"),
        Value("date", first="2024-04-02", last="2024-04-02"),
    ]
    assert _values("Đơn vị chủ trì", "Sở Y tế", "-nt-", '"') == [None, *[Value("text", text="Sở Y tế")] * 2]


def test_the_row_says_its_own_unit() -> None:
    header = "[*TT*], [*Chỉ tiêu*], [*Đơn vị tính*], [*Năm 2024*]"
    rows = (
        "[1], [Thu ngân sách], [Tỷ đồng], [1.250], [2], [Tỷ lệ đô thị hóa], [%], [35,5], [3], [Dân số], [Người], [900]"
    )
    (table,) = tables_of(f"#table(columns: (1cm, 3fr, 2fr, 2fr), {header}, {rows})")
    assert table.meanings == ("number", "goal", "measure", "figure")
    assert [row.cells[3].value for row in table.rows] == [
        _money("1250", 1250 * BILLION, "Tỷ đồng"),
        Value("percent", number=Decimal("35.5"), unit="%"),
        Value("number", number=Decimal(900), unit="Người"),
    ]


def test_a_column_that_writes_decimals_in_two_ways_decides_nothing() -> None:
    assert _values("Kinh phí (tỷ đồng)", "1.5", "2,5", "1.500") == [None, None, None]
    assert _values("Kinh phí (tỷ đồng)", "1.5", "2.150")[1] == _money("2.150", 2_150_000_000, "Tỷ đồng")


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["1.500", "2.250"], "either"),
        (["433342.737", "1.500"], "."),
        (["0,5", "1.500"], ","),
        (["1.500,5", "7"], ","),
        (["1,500.5", "7"], "."),
        (["1.5", "2,5"], None),
        (["Sở Y tế", ""], "either"),
    ],
)
def test_what_parts_decimals_in_a_column(texts: list[str], mark: DecimalMark | None) -> None:
    assert decimal_mark(texts) == mark


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("1.500", ".", "1.5"),
        ("1.500", ",", "1500"),
        ("1,776", ",", "1.776"),
        ("1,776", ".", "1776"),
        ("433342.737", ".", "433342.737"),
        ("1.776.725", ".", None),
        ("1.62", "either", None),
        ("1,776", "either", None),
    ],
)
def test_a_number_by_its_neighbours(text: str, mark: DecimalMark, number: str | None) -> None:
    assert read_number(text, mark) == (Decimal(number) if number else None)


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Kế hoạch vốn năm 2024 / Tổng số", "budget"),
        ("Kế hoạch vốn năm 2024 / Trong đó: / NSTW", "amount"),
        ("Mục tiêu / Năm 2025", "figure"),
        ("Đơn giá (đồng)", "price"),
        ("Số thứ tự", "number"),
        ("Mốc", None),
    ],
)
def test_the_meaning_of_a_column(name: str, meaning: str | None) -> None:
    assert column_meaning(name) == meaning


@pytest.mark.parametrize("text", ["nt", "-nt-", '"', "”", "Như trên"])
def test_ditto_marks(text: str) -> None:
    assert is_ditto(text)


@pytest.mark.parametrize("text", ["", "-", "Sở nt", "ntn", "1"])
def test_what_is_no_ditto_mark(text: str) -> None:
    assert not is_ditto(text)
