"""Text as it is compared: without diacritics, one character for one character, so that offsets hold."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in "đĐ":
        return "d" if character == "đ" else "D"
    base = unicodedata.normalize("NFD", character)[0]
    return base if unicodedata.combining(base) == 0 else character


def strip_marks(text: str) -> str:
    """``text`` without diacritics, case kept: "Quyết định" gives "Quyet dinh". The length stays the same."""
    return text if text.isascii() else "".join(map(_fold_character, text))


def fold(text: str) -> str:
    """``text`` without diacritics in lower case: "QUYẾT ĐỊNH" gives "quyet dinh". The length stays the same."""
    folded = strip_marks(text)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else "".join(c.lower()[:1] or c for c in folded)
