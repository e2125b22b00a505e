"""Dates in every written form, and what is no date."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.citations.dates import date_at, read_date
from pipeline.citations.fold import fold


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("ngày 06 tháng 5 năm 2022", "2022-05-06"),
        ("ngày 19/3/2021", "2021-03-19"),
        ("19/3/2021", "2021-03-19"),
        ("29.4.2020", "2020-04-29"),
        ("19-3-2021", "2021-03-19"),
        ("ngày 15/ 5 /2026", "2026-05-15"),
        ("ngày 15 / 5 /2026", "2026-05-15"),
        ("ngày      tháng     năm 2026", "2026"),
        ("ngày ... tháng ... năm 2026", "2026"),
        ("ngày     tháng 3 năm 2026", "2026-03"),
        ("tháng 3 năm 2026", "2026-03"),
        ("tháng 3/2026", "2026-03"),
        ("năm 2024", "2024"),
        ("NGÀY 04 THÁNG 01 NĂM 2026", "2026-01-04"),
        ("ngày 29 tháng 02 năm 2024", "2024-02-29"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_printed(printed: str, iso: str) -> None:
    assert read_date(printed) == iso


@pytest.mark.parametrize(
    "printed",
    [
        "31/2/2021",
        "ngày 29 tháng 02 năm 2023",
        "ngày 12 tháng 13 năm 2021",
        "0/5/2021",
        "ngày 12/3",
        "năm 1234",
        "1.774/2.000",
        "24/7",
        "12/3/21",
        "",
    ],
)
def test_what_is_no_date_of_the_calendar_is_none(printed: str) -> None:
    assert read_date(printed) is None


def test_a_day_without_a_year_is_seen_but_says_nothing() -> None:
    date = date_at(fold("ngày 12/3 của Sở"), 0)
    assert date is not None
    assert (date.iso, date.yearless, date.span.stop) == (None, True, 9)


def test_a_period_of_years_is_no_year() -> None:
    assert date_at(fold("năm 2021-2025"), 0) is None


@given(st.dates(datetime.date(1945, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(["/", ".", "-", " / "]))
def test_every_day_is_read_in_every_form(day: datetime.date, mark: str) -> None:
    numeric = f"{day.day}{mark}{day.month}{mark}{day.year}"
    words = f"ngày {day.day:02} tháng {day.month} năm {day.year}"
    assert read_date(numeric) == read_date(f"ngày {numeric}") == read_date(words) == day.isoformat()


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1945, 2100))
def test_a_date_is_valid_or_none(day: int, month: int, year: int) -> None:
    iso = read_date(f"{day}/{month}/{year}")
    assert iso is None or datetime.date.fromisoformat(iso) == datetime.date(year, month, day)
