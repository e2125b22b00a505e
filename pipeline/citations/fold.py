"""Text without diacritics, letter for letter, so that what is matched on it can be cut from the print.

Scans lose diacritics and bodies write tone marks in two places ("hoá", "hóa"). All patterns of this package are
therefore matched on a folded copy of the text that has the same length: offsets hold on both.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pipeline.folding import LetterTable, bare_letter

_DASHES = "‐‑‒–—―−﹣－\u00ad\ufffe"
_QUOTES = "“”„‟«»″"
# Ƣ (U+01A2) is what some fonts print for Ư.
# Ð and ð (Icelandic) are what other keyboards give for Đ and đ.
SPECIAL = {
    "ƣ": "u",
    "Ƣ": "U",
    "Ð": "D",
    "ð": "d",
    "⁄": "/",
    "∕": "/",
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_QUOTES, '"'),
}


def _plain(letter: str) -> str:
    return SPECIAL.get(letter) or (" " if letter.isspace() else bare_letter(letter))


_PLAIN = LetterTable(_plain)


def fold(text: str) -> str:
    """``text`` without diacritics, with plain hyphens, quotes and spaces; case and length stay as they are."""
    return text.translate(_PLAIN)


def is_bare(text: str) -> bool:
    """Whether a text has no marks at all: print or a scan has lost them."""
    return text == fold(text)


@lru_cache(maxsize=4096)
def print_key(word: str) -> tuple[str, tuple[str, ...]]:
    """What tells two printed words apart: letters and marks, but not case nor which vowel bears the tone."""
    marks = [
        mark for mark in unicodedata.normalize("NFD", word.casefold()) if unicodedata.combining(mark) or mark == "đ"
    ]
    return fold(word).casefold(), tuple(sorted(marks))
