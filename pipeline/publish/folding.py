"""Text as the database compares and searches it: references without spaces or case, syllables in one spelling.

No FTS5 tokenizer folds "đ", so the folding is done here and the folded text is indexed beside the printed one.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable

import regex

from pipeline.folding import fold

DASHES = regex.compile(r"\p{Pd}|\N{MINUS SIGN}")
FIRST_DIGIT = regex.compile(r"[0-9]")
WHITE_SPACE = regex.compile(r"\s+")
STRAY_MARKS = regex.compile(r"\p{M}+")

# "hóa" and "hoá" are one syllable in two accepted spellings: the tone mark on the first or the second vowel of an
# open "oa", "oe" or "uy". Keys are the first spelling, values the second.
TONES = "\u0300\u0301\u0309\u0303\u0323"
SECOND_SPELLING = {
    unicodedata.normalize("NFC", form(first + tone + second)): unicodedata.normalize("NFC", form(first + second + tone))
    for first, second in ("oa", "oe", "uy")
    for tone in TONES
    for form in (str.lower, str.upper, str.capitalize)
}
FIRST_SPELLING = regex.compile("|".join(SECOND_SPELLING))


def search_form(text: str) -> str:
    """``text`` as it is indexed and searched: NFC, "hóa" spelled "hoá"."""
    return FIRST_SPELLING.sub(lambda match: SECOND_SPELLING[match.group()], unicodedata.normalize("NFC", text))


def ref_key(ref: str | None) -> str | None:
    """What two written forms of one reference have in common: "1320 / KH – UBND" and "1320/kh-ubnd" are the same."""
    if ref is None:
        return None
    closed = unicodedata.normalize("NFC", WHITE_SPACE.sub("", DASHES.sub("-", ref)))
    return STRAY_MARKS.sub("", fold(closed)) or None


def ref_asked(text: str | None) -> str | None:
    """The key of the reference in what a person typed: "Kế hoạch số 1320/KH-UBND" asks for "1320/kh-ubnd"."""
    key = ref_key(text)
    number = FIRST_DIGIT.search(key) if key else None
    return key[number.start() :] if key and number else None


def register_functions(db: sqlite3.Connection) -> None:
    """Give SQL the functions ``fold``, ``ref_key`` and ``ref_asked``, which the saved queries use."""
    for function in (fold, ref_key, ref_asked):
        db.create_function(function.__name__, 1, _on_text(function), deterministic=True)


def _on_text(function: Callable[[str], str | None]) -> Callable[[object], str | None]:
    return lambda value: None if value is None else function(str(value))
