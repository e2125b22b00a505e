"""Is the text layer of a page the text one sees? A first test, before anything uses it.

Sound Vietnamese prose has 18 to 28 percent of letters with Vietnamese marks; broken character maps and layers made
by an OCR that knows no Vietnamese have 0 to 2.5 (measured on 44 files). Lists of chemical names have few as well
and are sound, so few marks alone only lower the confidence. Letters that no Vietnamese text has (other scripts,
other Latin letters such as the old Ƣ for Ư, control characters, marks without a letter) settle it: sound pages have
none or nearly none, broken maps 5 percent and more.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import regex

from pipeline.model import Finding, TextSource, Word

ENOUGH_LETTERS = 80
MOST_SIGN_CHARACTERS = 2
VIETNAMESE_SHARE = 0.05
FOREIGN_SHARE = 0.01
SCAN_IMAGE_SHARE, SCAN_LETTERS = 0.5, 40
DOUBTFUL_CONFIDENCE, UNUSUAL_CONFIDENCE, LAYER_CONFIDENCE = 0.2, 0.6, 0.6

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "aăâeêioôơuưy"
_VIETNAMESE = frozenset("đ") | {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
_MARKED = frozenset(letter for letter in _VIETNAMESE if not letter.isascii())
_EXPECTED = regex.compile(r"[\p{ASCII}\p{Greek}]")
_NOT_A_LETTER_BUT_TELLING = regex.compile(r"[\p{Co}\p{Cc}\p{Cn}\p{Mn}\ufffd]")


@dataclass(frozen=True, slots=True)
class Verdict:
    text_source: TextSource
    confidence: float
    findings: tuple[Finding, ...] = ()


def judge(words: Iterable[Word], page: int, image_share: Callable[[], float]) -> Verdict:
    """How far the words of a page can be believed; a page of pictures without text is ``empty``.

    ``image_share`` gives the share of the page that its largest picture fills; it is asked only where it matters.
    """
    printed = unicodedata.normalize(
        "NFC", "".join(w.text for w in words if w.source == "text" and not _is_sign(w.text))
    )
    letters = [character for character in printed if character.isalpha() or _NOT_A_LETTER_BUT_TELLING.match(character)]
    if not printed or (len(letters) < SCAN_LETTERS and image_share() > SCAN_IMAGE_SHARE):
        return Verdict("empty", 0.0, (_without_text(page, image_share()),))
    if len(letters) < ENOUGH_LETTERS:
        return Verdict("text", 1.0)
    counts = Counter(letters)
    marked = sum(count for letter, count in counts.items() if letter.lower() in _MARKED) / len(letters)
    foreign = sum(count for letter, count in counts.items() if _is_foreign(letter)) / len(letters)
    if foreign > FOREIGN_SHARE:
        return Verdict("text", DOUBTFUL_CONFIDENCE, (_doubtful(page),))
    if marked < VIETNAMESE_SHARE:
        return Verdict("text", UNUSUAL_CONFIDENCE, (_unusual(page),))
    return Verdict("text", 1.0)


def _is_sign(text: str) -> bool:
    """Whether a word is a lone sign, as the bullets of symbol fonts (private characters) are: it tells nothing."""
    return len(text) <= MOST_SIGN_CHARACTERS and not any(character.isalnum() for character in text)


def _is_foreign(character: str) -> bool:
    if _NOT_A_LETTER_BUT_TELLING.match(character):
        return True
    return not _EXPECTED.match(character) and character.lower() not in _VIETNAMESE


def _without_text(page: int, image_share: float) -> Finding:
    if image_share > SCAN_IMAGE_SHARE:
        message = "Trang là ảnh quét, chưa đọc được chữ (scanned page, its text is not read)"
        return Finding("page_scanned", "warning", message, page=page)
    return Finding("page_empty", "info", "Trang không có chữ (page without text)", page=page)


def _doubtful(page: int) -> Finding:
    message = "Lớp chữ của trang không khớp với chữ nhìn thấy, đừng tin số liệu của trang này (broken text layer)"
    return Finding("text_layer_broken", "error", message, page=page)


def _unusual(page: int) -> Finding:
    message = "Trang có rất ít chữ tiếng Việt có dấu: nên đối chiếu với bản gốc (hardly any Vietnamese letters)"
    return Finding("text_layer_unusual", "info", message, page=page)
