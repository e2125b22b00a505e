"""What short forms mean: "Kế hoạch 909", "Nghị định 100/2019", and laws by name ("Luật Đất đai năm 2024").

A short form is resolved among the full references of its scope, and only when exactly one of them fits. Its own text
and reference stay as printed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import regex

from pipeline.citations.fold import fold
from pipeline.citations.vocabulary import full_kind

_BARE = regex.compile(r"0*(?P<number>\d{1,6}[a-d]?)(?:/(?P<year>(?:19|20)\d\d))?")
_FULL_NUMBER = regex.compile(r"0*(?P<number>\d{1,6}[a-d]?)(?![\da-z])")
_LAW_NAME = regex.compile(
    r"(?P<name>.*?)[\s,(]*(?:\bso\s?:?\s?\d|\bngay\b|\bthang\b|\bnam\s\d|(?:19|20)\d\d\b)", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ShortForm:
    """``year`` is that in the number or of the date, None where neither is printed."""

    kind: str
    number: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A full reference that a short form of the same scope can mean; ``words`` are its title or its whole text."""

    kind: str | None
    number: str
    year: int | None
    words: str


def short_form(kind: str | None, ref: str | None, issued_on: str | None) -> ShortForm | None:
    """A reference of a number alone, None where it has more or the kind is not said."""
    bare = _BARE.fullmatch(ref or "")
    if bare is None or kind is None:
        return None
    year = bare["year"] or (issued_on or "")[:4]
    return ShortForm(full_kind(kind) or kind, bare["number"], int(year) if year else None)


def candidate(kind: str | None, ref: str, year: int | None, words: str | None) -> Candidate | None:
    """A full reference as something short forms can mean; None where it has no number."""
    number = _FULL_NUMBER.match(ref)
    return Candidate(full_kind(kind), number["number"], year, words or "") if number else None


def means(short: ShortForm, full: Candidate) -> bool:
    """Whether the short form can mean the full reference: same number, no other year, and the kind or what it decides.

    "Đề án 06" is Quyết định số 06/QĐ-TTg where that one's title says "phê duyệt Đề án …".
    """
    if short.number != full.number or (short.year and full.year and short.year != full.year):
        return False
    return short.kind == full.kind or fold(short.kind).casefold() in fold(full.words).casefold()


Key = TypeVar("Key", bound=Hashable)


def only_meaning(short: ShortForm, scope: Iterable[tuple[Candidate, Key]]) -> Key | None:
    """The key of the one document that a short form can mean; those of its own kind go before those of another."""
    fitting = [(full.kind == short.kind, key) for full, key in scope if means(short, full)]
    for own_kind in (True, False):
        keys = {key for same, key in fitting if same is own_kind}
        if keys:
            return keys.pop() if len(keys) == 1 else None
    return None


def law_name(kind: str | None, text: str | None) -> str | None:
    """The name of a law in a mention, folded: "luat dat dai" in "khoản 2 Điều 5 Luật Đất đai số 31/2024/QH15"."""
    folded = " ".join(fold(text or "").casefold().split())
    at = folded.find(fold(kind or "").casefold())
    name = _LAW_NAME.match(folded, at) if kind and at >= 0 else None
    words = name["name"].strip(" ,(") if name else ""
    return words if len(words) > len(fold(kind or "")) or kind == "Hiến pháp" else None
