"""Forms of text for comparison. All of them keep the length of NFC text, so that offsets hold, except `plain_key`.

Recognised text is compared without diacritics, because an OCR gets one syllable in three wrong there and
prose itself misprints ("cấp tinh"); measured in the project's notes: 0.43 F1 with marks, 0.86 without, under noise.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

_SPACE = regex.compile(r"\s")
_NOT_WORD = regex.compile(r"[^\p{L}\p{M}\d]+")
# The tone of oa, oe, uy is written on either vowel ("Uỷ" and "Ủy"): the older place is the one compared.
_TONE_PLACES = {
    new: old
    for news, olds in (
        ("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"),
        ("Oà Oá Oả Oã Oạ Oè Oé Oẻ Oẽ Oẹ Uỳ Uý Uỷ Uỹ Uỵ", "Òa Óa Ỏa Õa Ọa Òe Óe Ỏe Õe Ọe Ùy Úy Ủy Ũy Ụy"),
        ("OÀ OÁ OẢ OÃ OẠ OÈ OÉ OẺ OẼ OẸ UỲ UÝ UỶ UỸ UỴ", "ÒA ÓA ỎA ÕA ỌA ÒE ÓE ỎE ÕE ỌE ÙY ÚY ỦY ŨY ỤY"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
}
# "quý", "quỷ": the u belongs to the consonant, the mark has one place only.
_TONE = regex.compile(rf"(?<![qQ])(?:{'|'.join(_TONE_PLACES)})(?!\p{{L}})")
_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-"})


def tidy(text: str) -> str:
    """``text`` with plain spaces and hyphens and the older place of tone marks; same length."""
    text = _SPACE.sub(" ", text).translate(_DASHES)
    return _TONE.sub(lambda match: _TONE_PLACES[match[0]], text)


def strip_marks(text: str) -> str:
    """``text`` without diacritics, case kept; one character for one, so NFC text keeps its length."""
    return "".join(map(_bare, text))


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    if character in "đĐ":
        return "d" if character == "đ" else "D"
    return unicodedata.normalize("NFD", character)[0]


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
