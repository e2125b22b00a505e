"""Times as tables print them, and what may not be taken for one."""

from __future__ import annotations

import datetime
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.structure.periods import Period, read_period

VOCABULARY = tomllib.loads((resources.files("models.vocabulary") / "periods.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("printed", "first", "last"), VOCABULARY["examples"]["periods"])
def test_times_as_printed(printed: str, first: str, last: str) -> None:
    assert read_period(printed) == Period(first or None, last or None)


@pytest.mark.parametrize(("printed", "often"), VOCABULARY["examples"]["recurring"])
def test_times_that_come_again(printed: str, often: str) -> None:
    assert read_period(printed) == Period(recurs=often)


@pytest.mark.parametrize("printed", VOCABULARY["counterexamples"]["periods"])
def test_what_is_no_certain_time(printed: str) -> None:
    assert read_period(printed) is None


@given(st.dates(datetime.date(1945, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from("/.-"))
def test_every_day_survives_print(day: datetime.date, mark: str) -> None:
    iso = day.isoformat()
    assert read_period(f"{day.day}{mark}{day.month}{mark}{day.year}") == Period(iso, iso)
    assert read_period(f"Trước ngày {day.day:02}/{day.month:02}/{day.year}") == Period(None, iso)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    period = read_period(text)
    assert period is None or period.last or period.recurs
