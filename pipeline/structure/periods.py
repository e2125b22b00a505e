"""Times as tables print them: "Quý II/2026" is 2026-04-01 to 2026-06-30, "Trước 30/6/2026" ends there.

What is not wholly understood is no time: a deadline that is read wrongly accuses someone.
"""

from __future__ import annotations

import calendar
import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import regex

from pipeline.structure.table_vocabulary import fold

FIRST_YEAR, LAST_YEAR = 1945, 2100
LONGEST = 80  # characters: a longer text says more than a time
LEAP_YEAR = 2024  # a day without a year is checked against one that has all days

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TO = r"\s* (?: - | – | — | đến (?: \s hết)? ) \s*"
_YEAR = r"(?P<{0}>\d{{4}})"
_QUARTER = r"quý \s* (?P<{0}> iv | i{{1,3}} | [1-4] )"
_MONTH = r"(?: tháng \s* | t )? (?P<{0}> \d{{1,2}} )"
_OF_YEAR = r"\s* (?: / | - | \. | năm ) \s*"


@dataclass(frozen=True, slots=True)
class Period:
    """From the day ``first`` to the day ``last``, ISO; None where not printed, "--06-30" where the year is not.

    ``recurs`` says how often a time comes again: "always", "month", "quarter", "year".
    """

    first: str | None = None
    last: str | None = None
    recurs: str | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    pattern: regex.Pattern[str]
    read: str  # the name of the unit its numbers count


def read_period(text: str) -> Period | None:
    """The time that ``text`` is as a whole, None where it says anything else."""
    folded = fold(text).strip(" .;,:")
    if not folded or len(folded) > LONGEST:
        return None
    for often, pattern in _recurring().items():
        if pattern.fullmatch(folded):
            return Period(recurs=often)
    until = _leading("until").match(folded)
    if until and until.end() < len(folded):
        span = _span(rest := folded[until.end() :].strip()) or _yearless(rest)
        return Period(None, span[1]) if span else None
    within = _leading("within").match(folded)
    span = _span(folded) or (_span(folded[within.end() :].strip()) if within else None)
    return Period(*span) if span else None


def _span(text: str) -> tuple[str, str] | None:
    """The first and last day of a time without words before it."""
    for form in _FORMS:
        found = form.pattern.fullmatch(text)
        if found is not None:
            parts = {name: value for name, value in found.groupdict().items() if value is not None}
            return _READERS[form.read](parts)
    return None


def _yearless(text: str) -> tuple[str, str] | None:
    """ "30/6" after "trước": alone it might be a fraction."""
    found = _YEARLESS.fullmatch(text)
    return _days(found.groupdict()) if found else None


def _days(parts: Mapping[str, str]) -> tuple[str, str] | None:
    first = _day(parts["d1"], parts["m1"], parts.get("y1"))
    last = _day(parts["d2"], parts["m2"], parts.get("y2")) if "d2" in parts else first
    return _ordered(first, last)


def _months(parts: Mapping[str, str]) -> tuple[str, str] | None:
    last_year = int(parts.get("y2") or parts["y1"])
    first_year = int(parts.get("y1") or last_year)
    return _from_to(first_year, int(parts["m1"]), last_year, int(parts.get("m2") or parts["m1"]))


def _quarters(parts: Mapping[str, str]) -> tuple[str, str] | None:
    last_year = int(parts.get("y2") or parts["y1"])
    first_year = int(parts.get("y1") or last_year)
    first, last = _QUARTERS[parts["q1"]], _QUARTERS[parts.get("q2") or parts["q1"]]
    return _from_to(first_year, 3 * first - 2, last_year, 3 * last)


def _halves(parts: Mapping[str, str]) -> tuple[str, str] | None:
    year, begins = int(parts["y1"]), 1 if parts["half"] == "đầu" else 7
    return _from_to(year, begins, year, begins + 5)


def _years(parts: Mapping[str, str]) -> tuple[str, str] | None:
    first = int(parts["y1"])
    return _from_to(first, 1, int(parts.get("y2") or first), 12)


def _from_to(first_year: int, first_month: int, last_year: int, last_month: int) -> tuple[str, str] | None:
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12 and first_year >= FIRST_YEAR and last_year <= LAST_YEAR):
        return None
    end = calendar.monthrange(last_year, last_month)[1]
    return _ordered(f"{first_year}-{first_month:02}-01", f"{last_year}-{last_month:02}-{end}")


def _day(day: str, month: str, year: str | None) -> str | None:
    try:
        date = datetime.date(int(year or LEAP_YEAR), int(month), int(day))
    except ValueError:
        return None
    if not FIRST_YEAR <= date.year <= LAST_YEAR:
        return None
    return date.isoformat() if year else f"--{date.month:02}-{date.day:02}"


def _ordered(first: str | None, last: str | None) -> tuple[str, str] | None:
    return (first, last) if first and last and first <= last else None


_READERS = {"days": _days, "months": _months, "quarters": _quarters, "halves": _halves, "years": _years}


def _form(read: str, pattern: str) -> _Form:
    return _Form(regex.compile(pattern, regex.VERBOSE), read)


def _date(k: int, *, year: bool = True) -> str:
    """A day in figures or words, as the groups ``d``, ``m`` and ``y`` with the number ``k``."""
    words = rf"(?: ngày \s* )? (?P<d{k}>\d{{1,2}}) (?: \s?[/.-]\s? | \s tháng \s ) (?P<m{k}>\d{{1,2}})"
    of_year = rf"(?: \s?[/.-]\s? | \s năm \s ) (?P<y{k}>\d{{4}})"
    return words + (of_year if year else "")


_FORMS = (
    _form("years", rf"(?: từ \s )? (?: năm \s )? {_YEAR.format('y1')} (?: {_TO} (?: năm \s )? {_YEAR.format('y2')} )?"),
    _form("days", _date(1)),
    _form("days", rf"(?: từ \s )? {_date(1)} {_TO} {_date(2)}"),
    _form("quarters", rf"{_QUARTER.format('q1')} {_OF_YEAR} {_YEAR.format('y1')}"),
    _form(
        "quarters",
        rf"(?: từ \s )? {_QUARTER.format('q1')} (?: {_TO} | \s*,\s* | \s và \s ) (?: quý \s* )?"
        rf"(?P<q2> iv | i{{1,3}} | [1-4] ) {_OF_YEAR} {_YEAR.format('y2')}",
    ),
    _form(
        "quarters",
        rf"(?: từ \s )? {_QUARTER.format('q1')} {_OF_YEAR} {_YEAR.format('y1')} {_TO}"
        rf"{_QUARTER.format('q2')} {_OF_YEAR} {_YEAR.format('y2')}",
    ),
    _form("halves", rf"(?: 6 | sáu ) \s tháng \s (?P<half> đầu | cuối ) \s năm \s {_YEAR.format('y1')}"),
    _form("months", rf"{_MONTH.format('m1')} {_OF_YEAR} {_YEAR.format('y1')}"),
    _form(
        "months",
        rf"(?: từ \s )? (?: tháng \s* | t ) (?P<m1>\d{{1,2}}) (?: {_TO} | \s*,\s* | \s và \s ) {_MONTH.format('m2')}"
        rf"{_OF_YEAR} {_YEAR.format('y2')}",
    ),
    _form(
        "months",
        rf"(?: từ \s )? {_MONTH.format('m1')} {_OF_YEAR} {_YEAR.format('y1')} {_TO}"
        rf"{_MONTH.format('m2')} {_OF_YEAR} {_YEAR.format('y2')}",
    ),
)
_YEARLESS = regex.compile(_date(1, year=False), regex.VERBOSE)


@cache
def _leading(name: str) -> regex.Pattern[str]:
    return regex.compile("(?:" + "|".join(_vocabulary()["words"][name]) + r")(?:(?<=\s)|(?!\p{L}))")


@cache
def _recurring() -> Mapping[str, regex.Pattern[str]]:
    return {often: regex.compile("|".join(forms)) for often, forms in _vocabulary()["recurring"].items()}


@cache
def _vocabulary() -> dict[str, Any]:
    return tomllib.loads((resources.files("models.vocabulary") / "periods.toml").read_text(encoding="utf-8"))
