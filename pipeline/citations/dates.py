"""Dates of documents, in every form they are printed in, as ISO 8601 as far as they are printed.

Forms: "ngày 06 tháng 5 năm 2022", "ngày 19/3/2021", "29.4.2020", "ngày 15/ 5 /2026", "tháng 3 năm 2026",
"tháng 3/2026", "năm 2024", and with blanks left for the day or month: "ngày      tháng      năm 2026" is ``2026``,
"ngày   /7/2023" is ``2023-07``.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import regex

from pipeline.citations.fold import fold
from pipeline.citations.span import Span

FIRST_YEAR, LAST_YEAR = 1945, 2100

_BLANK = r"[\s.…_]{0,40}"
_FORMS = rf"""
    (?: ngay {_BLANK} (?: m[uo]ng \s )? (?P<day>\d{{1,2}})?
        {_BLANK},?\s? thang {_BLANK} (?P<month>\d{{1,2}})? {_BLANK},?\s?
        (?: nam | / ) \s{{0,3}} (?P<year>\d{{4}})
      | ngay \s{{0,3}} :?\s? (?P<day>\d{{1,2}}) \s?[/.-]\s? (?P<month>\d{{1,2}}) \s?[/.-]\s? (?P<year>\d{{4}})
      | ngay {_BLANK} (?P<day>\d{{1,2}})? {_BLANK} / {_BLANK} (?P<month>\d{{1,2}})? {_BLANK}
        / \s{{0,3}} (?P<year>\d{{4}})
      | thang \s{{0,3}} (?P<month>\d{{1,2}}) \s? (?: nam | [/-] ) \s{{0,3}} (?P<year>\d{{4}})
      | nam \s{{0,3}} (?P<year>\d{{4}})
    ) (?! \d | \s?[-/]\s?\d )
"""
_FLAGS = regex.VERBOSE | regex.IGNORECASE
_DATE = regex.compile(_FORMS, _FLAGS)
_YEARLESS = regex.compile(r"ngay \s \d{1,2} (?: / | \s thang \s ) \d{1,2} (?! [\d/-] )", _FLAGS)
# "ngày 3/10/96": the century is that of the only National Assemblies there are.
_TWO_FIGURES = regex.compile(
    r"ngay \s{0,3} (?P<day>\d{1,2}) \s?[/.-]\s? (?P<month>\d{1,2}) \s?[/.-]\s? (?P<year>\d{2}) (?! \s?[\d/-] )", _FLAGS
)
_NUMERIC = regex.compile(
    r"(?P<day> \d{1,2} ) \s?[/.-]\s? (?P<month> \d{1,2} ) \s?[/.-]\s? (?P<year> \d{4} ) (?!\d)", _FLAGS
)


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A printed date; ``iso`` is None where the calendar has no such day ("31/2/2021"), or no year is printed."""

    span: Span
    iso: str | None
    yearless: bool = False


def date_at(folded: str, offset: int) -> DateMatch | None:
    """The date that begins at ``offset`` with a word ("ngày", "tháng", "năm")."""
    whole = _match(_DATE.match(folded, offset))
    if whole:
        return whole
    short = _TWO_FIGURES.match(folded, offset)
    if short:
        century = 19 if int(short["year"]) >= FIRST_YEAR % 100 else 20
        iso = to_iso(f"{century}{short['year']}", short["month"], short["day"])
        return DateMatch(Span(offset, short.end()), iso)
    yearless = _YEARLESS.match(folded, offset)
    return DateMatch(Span(offset, yearless.end()), None, yearless=True) if yearless else None


def numeric_date_at(folded: str, offset: int) -> DateMatch | None:
    """The date in figures alone that begins at ``offset``: "19/3/2021"."""
    return _match(_NUMERIC.match(folded, offset))


def read_date(printed: str) -> str | None:
    """The ISO form of a printed date, None where it is none."""
    folded = fold(printed).strip()
    found = date_at(folded, 0) or numeric_date_at(folded, 0)
    return found.iso if found and found.span.stop == len(folded) else None


def _match(found: regex.Match[str] | None) -> DateMatch | None:
    if found is None:
        return None
    parts = found.groupdict()
    return DateMatch(Span(found.start(), found.end()), to_iso(parts["year"], parts["month"], parts["day"]))


def to_iso(year: str, month: str | None, day: str | None) -> str | None:
    """ISO 8601 of what is printed, None where it is no date; a day without its month says nothing."""
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        whole = datetime.date(int(year), int(month or 1), int(day or 1) if month else 1)
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day and month else 7 if month else 4]
