"""What a reference must agree with: the year in it with its date, its symbol with the word for its kind."""

from __future__ import annotations

import regex

from pipeline.citations.vocabulary import bodies_of_symbol, kind_named, kinds_of_symbol
from pipeline.folding import fold, strip_marks

_YEAR = regex.compile(r"^\d+\p{L}?/(?P<year>(?:19|20)\d{2})/")
_GENERAL = frozenset({"Văn bản", "Công văn", "Luật", "Bộ luật", "Pháp lệnh"})
"""Kinds whose word stands before many symbols, or whose symbols have none for their kind."""

_SHARED = frozenset({("Quy định", "QD")})
"""Party regulations are "Quy định số 66-QĐ/TW"."""


def year_in(ref: str | None) -> str | None:
    """The year that a reference carries: "2021" in "12/2021/QĐ-UBND"."""
    match = _YEAR.match(ref or "")
    return match["year"] if match else None


def kind_in(symbol: str | None, kind: str | None) -> str | None:
    """The kind that a symbol says, where that is another than ``kind``; None where they agree or nothing is sure."""
    head = strip_marks(regex.split(r"[-/]", symbol or "")[0])
    said = kinds_of_symbol().get(head, frozenset())
    named = kind_named(fold(kind)) if kind else None
    if len(said) != 1 or named is None or named.name in _GENERAL or (named.name, head) in _SHARED:
        return None
    other = next(iter(said))
    if (
        not named.abbreviations
        or head in {strip_marks(body) for body in bodies_of_symbol()}
        or _akin(named.name, other)
    ):
        return None
    return other


def _akin(name: str, other: str) -> bool:
    """Whether one is a form of the other: "Thông báo kết luận" and "Thông báo" or "Kết luận"."""
    return fold(name) in fold(other) or fold(other) in fold(name)


def day(iso: str) -> str:
    """An ISO date as it is written in Vietnam, as far as it is known: "05/12/2023", "12/2023"."""
    return "/".join(reversed(iso.split("-")))
