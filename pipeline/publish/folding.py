"""Text as it is compared and searched: without diacritics, and references without spaces or case.

No FTS5 tokenizer folds "đ", so the folding is done here and the folded text is indexed beside the printed one.
"""

from __future__ import annotations

import sqlite3
import unicodedata

import regex

LETTERS_WITHOUT_DECOMPOSITION = str.maketrans("đĐ", "dD")
DASHES = regex.compile(r"\p{Pd}|\N{MINUS SIGN}")
WHITE_SPACE = regex.compile(r"\s+")


def fold(text: str) -> str:
    """``text`` without diacritics: "Quyết định" gives "Quyet dinh". One character stays one character in NFC text."""
    decomposed = unicodedata.normalize("NFD", text.translate(LETTERS_WITHOUT_DECOMPOSITION))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def ref_key(ref: str | None) -> str | None:
    """What two written forms of one reference have in common: "1320 / KH – UBND" and "1320/kh-ubnd" are the same."""
    if ref is None:
        return None
    key = WHITE_SPACE.sub("", DASHES.sub("-", fold(ref))).casefold()
    return key or None


def register_functions(db: sqlite3.Connection) -> None:
    """Give SQL the functions ``fold(text)`` and ``ref_key(text)``, which the saved queries use."""
    db.create_function("fold", 1, lambda text: None if text is None else fold(str(text)), deterministic=True)
    db.create_function("ref_key", 1, lambda ref: None if ref is None else ref_key(str(ref)), deterministic=True)
