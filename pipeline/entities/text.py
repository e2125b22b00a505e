"""Forms of text for comparison. All of them keep the length of NFC text, so that offsets hold, except `plain_key`.

Recognised text is compared without diacritics, because an OCR gets one syllable in three wrong there and
prose itself misprints ("cấp tinh"); measured in the project's notes: 0.43 F1 with marks, 0.86 without, under noise.
"""

from __future__ import annotations

from functools import cache

import regex

from pipeline.folding import NEWER_TONE_PLACE
from pipeline.folding import strip_marks as strip_marks
from pipeline.reading.ocr.plausibility import counts
from pipeline.reading.trust_syllables import is_possible

_SPACE = regex.compile(r"\s")
_NOT_WORD = regex.compile(r"[^\p{L}\p{M}\d]+")
# The tone of oa, oe, uy is written on either vowel ("Uỷ" and "Ủy"): the older place is the one compared.
_TONE_PLACES = {newer: older for older, newer in NEWER_TONE_PLACE.items()}
# "quý", "quỷ": the u belongs to the consonant, the mark has one place only.
_TONE = regex.compile(rf"(?<![qQ])(?:{'|'.join(_TONE_PLACES)})(?!\p{{L}})")
_WORD = regex.compile(r"\p{L}{2,}")
_SHARE = 0.08
"""Misprints among its words that make a text doubtful. Measured on 442 sentences: one sound one comes
above; of the same with a wrong mark in 30 % of syllables 409 do."""
_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-"})


def tidy(text: str) -> str:
    """``text`` with plain spaces and hyphens and the older place of tone marks; same length."""
    text = _SPACE.sub(" ", text).translate(_DASHES)
    return _TONE.sub(lambda match: _TONE_PLACES[match[0]], text)


def fold(text: str) -> str:
    """What the grammar reads: tidy and without diacritics; same length as NFC ``text``."""
    return strip_marks(tidy(text))


def marked_key(text: str) -> str:
    """The words of ``text`` in small letters with one space between, "&" read as "và"."""
    words = _NOT_WORD.sub(" ", tidy(text).replace("&", " và ")).casefold()
    return " ".join(words.split())


def plain_key(text: str) -> str:
    """`marked_key` without diacritics: what aliases are looked up by."""
    return strip_marks(marked_key(text))


def is_misprinted(text: str) -> bool:
    """Whether so many syllables have marks that no syllable has ("nhăm", "tềnh") that none can be trusted.

    Words with a capital are left out: places have rare syllables ("Ia Mơ", "Đăk Rô Gia").
    """
    words = [word for word in _WORD.findall(text) if not word[0].isupper()]
    wrong = [word for word in words if word not in counts().syllables and strip_marks(word) in _plain_syllables()]
    certain = len(set(wrong)) > 1 or not all(map(is_possible, wrong))  # one rare syllable may be right
    return certain and len(wrong) >= _SHARE * len(words)


@cache
def _plain_syllables() -> frozenset[str]:
    return frozenset(map(strip_marks, counts().syllables))
