"""What can be counted on a page's text layer, without looking at the page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from pipeline.folding import strip_marks
from pipeline.reading.trust_syllables import is_possible, looks_unmarked, occurrences

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "aăâeêioôơuưy"
VIETNAMESE = frozenset("đ") | {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
"""Small letters of Vietnamese that plain Latin has or has not, with their tones."""

_MARKED = frozenset(letter for letter in VIETNAMESE if not letter.isascii())
_DISTINCTIVE = frozenset(letter for letter in _MARKED if letter > "\u00ff")
"""Letters that no Western language has: ă, đ, ơ, ư, and those with two marks or a dot or hook."""

_EXPECTED = regex.compile(r"[\p{ASCII}\p{Greek}]")
_TELLING = regex.compile(r"[\p{Co}\p{Cc}\p{Cn}\p{Cs}\p{Mn}\ufffd]")
_OTHER_SCRIPT = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]+ | \p{Hangul}+ | [\p{Lao}]+ | [\p{Thai}]+ | [\p{Khmer}]+ | \p{Cyrillic}{2,}",
    regex.VERBOSE,
)
_TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]+")
_OFTEN = 2
_LONGEST_SIGN = 2


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts of a page; shares are of ``letters`` (marked, foreign) or of ``tokens`` (the others).

    ``letters`` holds letters and what stands in their place: private use, control characters, marks without letter.
    ``tokens`` are runs of two letters or more that are no abbreviation; ``possible`` those that Vietnamese can spell.
    ``impossible`` is the share, among those with a letter that only Vietnamese has, that it cannot. ``vietnamese`` are
    syllables of the language once marks are taken off (they are in a sound page, and in one that has lost its marks),
    and ``distinctive`` the share of those with a letter that only Vietnamese has.
    """

    letters: int
    tokens: int
    marked: float
    distinctive: float
    foreign: float
    impossible: float
    impossible_tokens: int
    possible: float
    vietnamese: float


def measure(texts: Iterable[str]) -> Measures:
    """Measures of the words of a page, given as their texts."""
    words = Counter(unicodedata.normalize("NFC", text) for text in texts)
    letters = Counter(c for word, n in words.items() for c in word * n if c.isalpha() or _TELLING.match(c))
    count = letters.total()
    tokens = Counter(token for word, n in words.items() for token in tokens_of(word) for _ in range(n))
    telling = _total(tokens, _is_distinctive)
    impossible = _total(tokens, lambda token: _is_distinctive(token) and not is_written(token))
    vietnamese = _total(tokens, _looks_vietnamese)
    return Measures(
        letters=count,
        tokens=tokens.total(),
        marked=_share(_total(letters, lambda letter: letter.lower() in _MARKED), count),
        distinctive=_share(
            _total(tokens, lambda token: _looks_vietnamese(token) and _is_distinctive(token)), vietnamese
        ),
        foreign=_share(sum(n * _foreign_in(word) for word, n in words.items()), count),
        impossible=_share(impossible, telling),
        impossible_tokens=impossible,
        possible=_share(_total(tokens, is_written), tokens.total()),
        vietnamese=_share(vietnamese, tokens.total()),
    )


def possible_share(texts: Sequence[str]) -> tuple[int, float]:
    """How many tokens there are, and how many of them can be written in Vietnamese; abbreviations do not count."""
    tokens = Counter(token for text in texts for token in tokens_of(text))
    return tokens.total(), _share(_total(tokens, is_written), tokens.total())


@lru_cache(maxsize=1 << 14)
def is_written(token: str) -> bool:
    """A syllable by its spelling, or something beyond the spelling that laws are printed with ("Đắk")."""
    return is_possible(token) or (not token.isascii() and occurrences(token) >= _OFTEN)


def _looks_vietnamese(token: str) -> bool:
    return looks_unmarked(strip_marks(token))


def _is_distinctive(token: str) -> bool:
    """Whether a token has a letter that no Western language has."""
    return not token.isascii() and any(letter in _DISTINCTIVE for letter in token.lower())


@lru_cache(maxsize=1 << 14)
def tokens_of(word: str) -> tuple[str, ...]:
    """The runs of two letters or more that should be syllables: abbreviations are not."""
    return tuple(token for token in _TOKEN.findall(word) if not _is_abbreviation(token))


def _is_abbreviation(token: str) -> bool:
    """Capitals without marks of tone that no syllable is spelt with: "UBND", "ĐCK"."""
    return token.isupper() and all(c.isascii() or c in "ĐƯƠ" for c in token) and not is_possible(token)


@lru_cache(maxsize=1 << 14)
def _foreign_in(word: str) -> int:
    """How many of the word's letters stand for others; a sign alone is a bullet, a word in another script a word."""
    if (len(word) <= _LONGEST_SIGN and not any(map(str.isalnum, word))) or _OTHER_SCRIPT.fullmatch(word):
        return 0
    return sum(map(_is_foreign, word))


def _is_foreign(character: str) -> bool:
    if _TELLING.match(character):
        return True
    return character.isalpha() and not _EXPECTED.match(character) and character.lower() not in VIETNAMESE


def _total(counts: Counter[str], holds: Callable[[str], bool]) -> int:
    return sum(n for item, n in counts.items() if holds(item))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
