"""Text as the database compares and searches it: references without spaces or case, syllables in one spelling.

No FTS5 tokenizer folds "đ", so the folding is done here and the folded text is indexed beside the printed one.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable

import regex

from pipeline.folding import NEWER_TONE_PLACE, fold

DASHES = regex.compile(r"\p{Pd}|\N{MINUS SIGN}")
FIRST_DIGIT = regex.compile(r"[0-9]")
WHITE_SPACE = regex.compile(r"\s+")
STRAY_MARKS = regex.compile(r"\p{M}+")

OLDER_TONE = regex.compile("|".join(NEWER_TONE_PLACE))


def search_form(text: str) -> str:
    """``text`` as it is indexed and searched: NFC, "hóa" spelled "hoá"."""
    return OLDER_TONE.sub(lambda match: NEWER_TONE_PLACE[match.group()], unicodedata.normalize("NFC", text))


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
