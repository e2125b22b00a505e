"""Marks that both engines lost: syllables that text does not have there, set right where one remedy stands out.

The engines drop or exchange the small marks above a vowel ("đât đai", "chuyên đôi mục đích"), often both alike, so
that their agreement is no proof. A noisy channel (Kernighan, Church and Gale 1990) weighs how likely a chain of
syllables is in legal text against how print is misread: marks get lost, stacked ones first, they are taken for
each other, and they are hardly ever invented. Only marks are touched, never a letter, a figure, a code or an
abbreviation; what may be a name needs more; what comes out is unsure and is said (`Restored`).

Measured on 43,626 aligned words of a real scan and three made ones, 422 of them with wrong marks: 211 set right, none
spoilt (docs/measured.md).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from pipeline.folding import NEWER_TONE_PLACE, fold
from pipeline.reading.ocr.plausibility import counts, step
from pipeline.reading.trust_syllables import is_possible

# Costs in nats: how much likelier the chain must be before a reading is given up.
BOTH_ALIKE, DIFFERENT, IMPOSSIBLE = 8.0, 5.0, 2.0
"""What both engines read; what they read differently; what cannot be spelt so."""

OTHER_READING = 2.0
"""The second engine's reading in the place of the first's."""

NAME = 3.0
"""A capital within a line begins a name, and names follow no chain."""

LOST_TONE, LOST_STACKED_TONE, LOST_DOT = 1.5, 0.5, 2.5
EXCHANGED_TONE, INVENTED_TONE = 1.5, 4.0
SEEN_TONE = 40.0
"""A tone exchanged that both engines see alike, in a syllable that can be: print has errors of its own ("ủng dụng")."""

LOST_SHAPE, OTHER_SHAPE = 2.5, 5.5
"""Of a circumflex, breve or horn, or the stroke of đ."""

LEAST_COUNT = 3
"""Occurrences of a syllable in legal text, below which it is no remedy."""

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_DOT = "\u0323"
_WORD = regex.compile(r"^(?P<lead>[^\p{L}\p{N}]*)(?P<core>\p{L}+)(?P<trail>[^\p{L}\p{N}]*)$")


@dataclass(frozen=True, slots=True)
class Restored:
    """A word of a line (its index) whose marks were set right, without its punctuation."""

    index: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A word that is one run of letters, and what may be printed there, in small letters, with its cost."""

    index: int
    core: str
    ends: bool
    candidates: tuple[tuple[str, float], ...]


def restored(words: Sequence[str], readings: Sequence[Sequence[str]]) -> tuple[Restored, ...]:
    """The words of one line that are to be changed; ``readings`` has all readings of each word."""
    title = not any(letter.islower() for word in words for letter in word)
    changes = (change for stretch in _stretches(words, readings, title) for change in _changes(stretch))
    return tuple(changes)


def put_back(word: str, change: Restored) -> str:
    """The word with the new core between its own punctuation."""
    return word.replace(change.before, change.after, 1)


def _stretches(words: Sequence[str], readings: Sequence[Sequence[str]], title: bool) -> Iterator[list[_Place]]:
    """Words that follow on each other: punctuation, numbers and codes part them."""
    stretch: list[_Place] = []
    for index, (word, read) in enumerate(zip(words, readings, strict=True)):
        place = _place(index, word, read, title)
        if place:
            stretch.append(place)
        if stretch and (place is None or place.ends):
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _place(index: int, word: str, readings: Sequence[str], title: bool) -> _Place | None:
    match = _WORD.match(word)
    if match is None:
        return None
    core = match["core"]
    small = core.lower()
    candidates = ((small, 0.0),) if core.isupper() and not title else (*_candidates(core, small, readings),)
    return _Place(index, core, bool(match["trail"]), candidates)


def _candidates(core: str, small: str, readings: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The reading itself for nothing, and every syllable of legal text that has the same letters, at its price."""
    yield small, 0.0
    read = {small, *(other for other in map(_core_of, readings) if other and fold(other) == fold(small))}
    seen = len(read) == 1 and is_possible(small)
    price = BOTH_ALIKE if seen else DIFFERENT if is_possible(small) else IMPOSSIBLE
    price += NAME if core[0].isupper() and not core.isupper() else 0.0
    for other in _alike().get(fold(small), ()):
        if other in read and other != small:
            yield other, OTHER_READING
        elif _newer(other) != _newer(small):
            yield other, price + min(_misreading(other, reading, seen) for reading in read)


def _core_of(word: str) -> str | None:
    match = _WORD.match(word)
    return match["core"].lower() if match else None


@cache
def _alike() -> dict[str, list[str]]:
    """The syllables of legal text by their letters without marks."""
    found: dict[str, list[str]] = defaultdict(list)
    for syllable, count in counts().syllables.items():
        if count >= LEAST_COUNT:
            found[fold(syllable)].append(syllable)
    return dict(found)


@lru_cache(maxsize=1 << 14)
def _newer(syllable: str) -> str:
    """The syllable with its tone where the newer spelling has it: "túy" and "tuý" are one."""
    for old, new in NEWER_TONE_PLACE.items():
        syllable = syllable.replace(old, new)
    return syllable


@lru_cache(maxsize=1 << 16)
def _misreading(printed: str, read: str, seen: bool) -> float:
    """What it costs to read ``printed`` as ``read``, which has the same letters under its marks."""
    return sum(_misread_letter(a, b, seen) for a, b in zip(printed, read, strict=True) if a != b)


def _misread_letter(printed: str, read: str, seen: bool) -> float:
    (shape, tone), (read_shape, read_tone) = _marks(printed), _marks(read)
    if seen and tone and read_tone and tone != read_tone:
        return SEEN_TONE
    return _misread_shape(shape, read_shape) + _misread_tone(tone, read_tone, stacked=shape != "")


def _marks(letter: str) -> tuple[str, str]:
    """The marks that shape a vowel (or "đ"), and its tone."""
    apart = unicodedata.normalize("NFD", letter)[1:]
    shape = "".join(mark for mark in apart if mark not in _TONES)
    return ("đ" if letter == "đ" else shape), "".join(mark for mark in apart if mark in _TONES)


def _misread_shape(printed: str, read: str) -> float:
    if printed == read:
        return 0.0
    return LOST_SHAPE if not read else OTHER_SHAPE


def _misread_tone(printed: str, read: str, stacked: bool) -> float:
    if printed == read:
        return 0.0
    if not printed:
        return INVENTED_TONE
    if not read:
        return LOST_DOT if printed == _DOT else LOST_STACKED_TONE if stacked else LOST_TONE
    return INVENTED_TONE if _DOT in (printed, read) else EXCHANGED_TONE


def _changes(stretch: Sequence[_Place]) -> Iterator[Restored]:
    for place, best in zip(stretch, _likeliest(stretch), strict=True):
        if best != place.core.lower():
            yield Restored(place.index, place.core, _cased(best, place.core))


def _likeliest(stretch: Sequence[_Place]) -> list[str]:
    """The likeliest chain of candidates (Viterbi)."""
    chains = {text: (step(None, text) - cost, [text]) for text, cost in stretch[0].candidates}
    for place in stretch[1:]:
        chains = {text: _continued(chains, text, cost) for text, cost in place.candidates}
    return max(chains.values(), key=lambda chain: chain[0])[1]


def _continued(chains: dict[str, tuple[float, list[str]]], text: str, cost: float) -> tuple[float, list[str]]:
    score, before = max(
        ((score + step(last, text), chain) for last, (score, chain) in chains.items()), key=lambda found: found[0]
    )
    return score - cost, [*before, text]


def _cased(small: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return small.upper()
    return small[0].upper() + small[1:] if like[0].isupper() else small
