"""Which runs of letters can be a Vietnamese syllable: the spelling of the language, and what laws are written with.

The inventory is small and regular (models/vocabulary/syllables.toml): a first consonant, a rime, one of six tones.
Names of places and loans that break the rules ("Đắk", "amiăng") count as possible where published legal text has
them (models/ocr/syllables.tsv.gz).
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from pipeline.folding import fold
from pipeline.reading.ocr.plausibility import counts

LONGEST = 7
"""Letters of the longest syllable: "nghiêng"."""

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOP_TONES = "\u0301\u0323"


@dataclass(frozen=True, slots=True)
class Spelling:
    """``toneless`` syllables, and those of them that end in a stop (they need one of two tones)."""

    toneless: frozenset[str]
    stopped: frozenset[str]


@cache
def spelling() -> Spelling:
    text = resources.files("models.vocabulary").joinpath("syllables.toml").read_text(encoding="utf-8")
    parts: dict[str, list[str]] = tomllib.loads(text)
    front, back, glide = parts["front"], parts["back"], parts["glide"]
    toneless = (
        *_joined(parts["before_any"], (*front, *back)),
        *_joined(parts["before_front"], front),
        *_joined(parts["before_back"], back),
        *_joined(parts["before_glide"], glide),
    )
    stopped = frozenset(syllable for syllable in toneless if syllable.endswith(tuple(parts["stops"])))
    return Spelling(frozenset(toneless), stopped)


def _joined(onsets: Iterable[str], rimes: Iterable[str]) -> list[str]:
    endings = tuple(rimes)
    return [onset + rime for onset in onsets for rime in endings]


@lru_cache(maxsize=1 << 15)
def is_possible(letters: str) -> bool:
    """Whether ``letters`` (any case) are spelt as a syllable of the language, with its tone: "viêt" is not."""
    if len(letters) > LONGEST:
        return False
    apart = unicodedata.normalize("NFD", letters.lower())
    tones = [mark for mark in apart if ord(mark) in _TONES]
    toneless = unicodedata.normalize("NFC", apart.translate(_TONES))
    if len(tones) > 1 or toneless not in spelling().toneless:
        return False
    return toneless not in spelling().stopped or (len(tones) == 1 and tones[0] in _STOP_TONES)


def occurrences(letters: str) -> int:
    """How often published legal text has this run of letters."""
    return counts().syllables.get(letters.lower(), 0)


def stand_together(before: str, after: str) -> bool:
    """Whether published legal text has the two syllables one after the other."""
    return (before.lower(), after.lower()) in counts().pairs


@cache
def _unmarked() -> frozenset[str]:
    return frozenset(
        fold(syllable) for syllable in counts().syllables if not syllable.isascii() and is_possible(syllable)
    )


def looks_unmarked(letters: str) -> bool:
    """Whether plain ``letters`` are a syllable of legal text that has lost its marks: "luat", "CHU", "Viet"."""
    return letters.isascii() and letters.lower() in _unmarked()
