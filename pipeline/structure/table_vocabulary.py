"""The vocabularies of tables (models/vocabulary/columns.toml, tables.toml), compiled once.

Patterns meet folded text as a whole: small letters, single spaces.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import regex

LONGEST_HEADER = 120  # characters: a longer text heads no column, and patterns are not run on it

# What stands in a header beside the column's name: a unit of money or a note in brackets, a footnote's star, a date.
_ASIDE = regex.compile(
    r"""
    \s* (?: \( [^()]* \) | (?: đvt | đơn \s vị \s tính ) \s* : .* | \*+
      | \s (?: tính \s )? đến \s (?: hết \s )? (?: ngày | tháng | năm | quý | nay | thời \s điểm | \d ) .*
    ) \s*
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """One meaning of a column: ``field`` names it, the examples are printed headers."""

    field: str
    pattern: regex.Pattern[str]
    loose: regex.Pattern[str] | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def meets(self, header: str) -> bool:
        return self.pattern.fullmatch(header) is not None

    def may_meet(self, header: str) -> bool:
        return self.loose is not None and self.loose.fullmatch(header) is not None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A kind of line or label, known by its whole text."""

    pattern: regex.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def meets(self, text: str) -> bool:
        return len(text) <= 400 and self.pattern.fullmatch(fold(text)) is not None


def fold(text: str) -> str:
    """Small letters and single spaces, composed (NFC)."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def fold_header(text: str) -> str:
    """A header folded, without bracketed notes and units: "Kinh phí (triệu đồng)" is "kinh phí"."""
    return " ".join(_ASIDE.sub(" ", fold(text)).strip(" .:*").split())


@cache
def column_kinds() -> tuple[ColumnKind, ...]:
    return tuple(
        ColumnKind(
            c["field"],
            _either(c["patterns"]),
            _either(c["loose"]) if "loose" in c else None,
            tuple(c["examples"]),
            tuple(c["counterexamples"]),
        )
        for c in _load("columns.toml")["column"]
    )


@cache
def phrase(name: str) -> Phrase:
    """The phrase of that name in tables.toml; KeyError where there is none."""
    entry = _load("tables.toml")[name]
    return Phrase(_either(entry["patterns"]), tuple(entry["examples"]), tuple(entry["counterexamples"]))


def column_field(header: str) -> str | None:
    """What a header says its column holds ("lead_unit", "budget" …), None where the vocabulary does not know it."""
    folded = fold_header(header)
    if not folded or len(folded) > LONGEST_HEADER:
        return None
    kinds = column_kinds()
    exact = (kind.field for kind in kinds if kind.meets(folded))
    return next(exact, None) or next((kind.field for kind in kinds if kind.may_meet(folded)), None)


def _either(patterns: list[str]) -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("models.vocabulary") / name).read_text(encoding="utf-8"))
