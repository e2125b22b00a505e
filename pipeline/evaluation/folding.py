"""Fold what is no difference in content before a published value is compared with a label."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

import regex

_SPACE = regex.compile(r"\s+")
_NO_LETTER = regex.compile(r"[\W_]+")
_MARKS = str.maketrans(
    {"–": "-", "—": "-", "\u00ad": None, "\ufffe": None, "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"}
)


def norm(value: object) -> str:
    """NFC with one kind of dash and of quotes, soft hyphens dropped, single spaces. None is the empty string."""
    text = unicodedata.normalize("NFC", str(value or ""))
    return _SPACE.sub(" ", text.translate(_MARKS)).strip()


def key(value: object) -> str:
    """`norm` without white space and case: equal to the letter."""
    return _SPACE.sub("", norm(value)).casefold()


def loose(value: object) -> str:
    """`norm` with nothing but letters and digits, without case."""
    return _NO_LETTER.sub("", norm(value)).casefold()


def alike(one: object, other: object) -> float:
    """How alike two texts are, 0..1, letters and digits only."""
    a, b = loose(one), loose(other)
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()
