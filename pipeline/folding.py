"""Text as it is compared: without diacritics, one character for one character, so that offsets hold.

Scans lose diacritics, prose misprints them and people type without them. Every stage that compares text so builds
on the tables here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping


class LetterTable(dict[int, str]):
    """A table for `str.translate` that asks ``substitute`` once for each letter it meets.

    Measured, the fastest way by far: translating costs no call a letter, and no table of Unicode is built.
    """

    def __init__(self, substitute: Callable[[str], str]) -> None:
        super().__init__()
        self._substitute = substitute

    def __missing__(self, code: int) -> str:
        letter = self[code] = self._substitute(chr(code))
        return letter


def bare_letter(letter: str) -> str:
    """One letter without its marks: "ế" gives "e", "Đ" gives "D"; a mark that stands alone stays."""
    return {"đ": "d", "Đ": "D"}.get(letter) or unicodedata.normalize("NFD", letter)[0]


_BARE = LetterTable(bare_letter)
_BARE_AND_SMALL = LetterTable(lambda letter: bare_letter(letter).lower()[:1])


def strip_marks(text: str) -> str:
    """``text`` without diacritics, case kept: "Quyết định" gives "Quyet dinh". The length stays the same."""
    return text if text.isascii() else text.translate(_BARE)


def fold(text: str) -> str:
    """``text`` without diacritics in lower case: "QUYẾT ĐỊNH" gives "quyet dinh". The length stays the same."""
    return text.lower() if text.isascii() else text.translate(_BARE_AND_SMALL)


def _newer_tone_places() -> Mapping[str, str]:
    tones = "\u0300\u0301\u0309\u0303\u0323"
    return {
        unicodedata.normalize("NFC", case(first + tone + second)): unicodedata.normalize(
            "NFC", case(first + second + tone)
        )
        for first, second in ("oa", "oe", "uy")
        for tone in tones
        for case in (str.lower, str.upper, str.capitalize)
    }


NEWER_TONE_PLACE = _newer_tone_places()
"""The tone of an open "oa", "oe" or "uy" is written on either vowel: the older place ("hóa", "Ủy") and its newer
("hoá", "Uỷ"). Both are accepted; one body uses both in one document."""
