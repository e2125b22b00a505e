"""Text layers that give the numbers of glyphs for characters: "4X\u04c3W" for "Quyết", a plain shift for each font.

Ghostscript writes such layers where the file it was given says nothing of the letters. Two fonts share a line: one
whose characters are glyph numbers, one whose Latin-1 bytes pass for Macintosh ones. Where the numbers of the Vietnamese
letters begin differs from font to font; it is the one place from which most words are syllables of the language. Each
word is read in the ways its letters allow, and one way must be Vietnamese. What fits no way leaves the page to OCR.
"""

from __future__ import annotations

import itertools
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import regex

from pipeline.model import Word
from pipeline.reading.repair_words import Change, rewritten
from pipeline.reading.trust_measures import is_written, tokens_of
from pipeline.reading.trust_syllables import occurrences

SOLVED_CONFIDENCE, UNSURE_CONFIDENCE = 0.95, 0.5
WRITTEN_SHARE, ENOUGH_LETTERS = 0.97, 30
_START_SHARE = 0.7
_LATIN_END, _NUMBERS_END, _CLUSTER_GAP = 0x250, 0x1000, 0x80
_COMPOSED = "\u1e00"
_MOST_READINGS = 16
_HYPHEN = "-"
_ABBREVIATION = regex.compile(r"[A-ZĐ]{2,}[a-z]")
_ODD = regex.compile(r"[\\`~^|{}\p{Sk}\p{Cc}]|\p{Ll}\p{Lu}")


_LettersOf = Callable[[str, Sequence[int]], str]


@dataclass(frozen=True, slots=True)
class Order:
    """The order of glyphs, as models/vocabulary/encodings_glyphs.toml describes it."""

    ascii: int
    first_macintosh: int
    left_out: Sequence[int]
    after_macintosh: str
    block: str
    horns: str
    horns_before: int
    units: Sequence[str]
    hyphen: str
    own_places: Mapping[str, str]
    bytes: Mapping[str, str]

    def by_number(self, character: str, starts: Sequence[int]) -> str:
        """The letter whose glyph has this number, or those that it may be; "" if none has."""
        code = ord(character)
        if character == _HYPHEN:
            return self.hyphen
        if code < self.first_macintosh:
            return chr(code + self.ascii)
        if code - self.first_macintosh < len(_macintosh()):
            return _macintosh()[code - self.first_macintosh]
        return self.own_places.get(character) or self.vietnamese(code, starts)

    def vietnamese(self, code: int, starts: Sequence[int]) -> str:
        """The Vietnamese letter with this glyph number in a font whose block begins at one of ``starts``."""
        for start in starts:
            if 0 <= code - start < len(self.block):
                return self.block[code - start]
            if 0 <= code - start + self.horns_before < len(self.horns):
                return self.horns[code - start + self.horns_before]
        return ""

    def by_byte(self, character: str, starts: Sequence[int]) -> str:
        """The letters (one, or those it may be) of a character of a one-byte font, or of a glyph number among them."""
        if character in self.bytes or character.isascii():
            return self.bytes.get(character, character)
        if character in self.own_places:
            return self.own_places[character]
        return self.vietnamese(ord(character), starts) or _from_macintosh(character)


@cache
def _macintosh() -> str:
    """The letters of the glyphs from ``first_macintosh`` on."""
    codes = (code for code in range(0x80, 0x100) if code not in order().left_out)
    return bytes(codes).decode("mac_roman") + order().after_macintosh


@cache
def order() -> Order:
    text = resources.files("models.vocabulary").joinpath("encodings_glyphs.toml").read_text(encoding="utf-8")
    return Order(**tomllib.loads(text))


@cache
def _from_macintosh(character: str) -> str:
    try:
        letter = character.encode("mac_roman").decode("cp1252")
    except UnicodeError:
        return ""
    return letter


@dataclass(frozen=True, slots=True)
class _Reading:
    """A word's letters; ``written``: they are all known, and the language can write the word."""

    parts: tuple[Change, ...]
    written: bool

    @property
    def text(self) -> str:
        return "".join(part.printed for part in self.parts)

    @property
    def is_print(self) -> bool:
        return all(part.printed and part.printed.isprintable() for part in self.parts)


def solve(words: Sequence[Word]) -> tuple[Word, ...] | None:
    """The words of the page as printed, None where the layer is no such shift, or it cannot be told with certainty."""
    printed = [word for word in words if word.source == "text"]
    starts = _starts([word.text for word in printed])
    if not starts:
        return None
    numbered = _numbered_fonts(printed, starts)
    readings = _with_fragments(printed, [_read(word, starts, word.font in numbered) for word in printed])
    if not _is_certain(readings):
        return None
    solved = {id(word): _printed(word, reading) for word, reading in zip(printed, readings, strict=True)}
    return tuple(solved.get(id(word), word) for word in words)


def _with_fragments(words: Sequence[Word], readings: Sequence[_Reading]) -> list[_Reading]:
    """Readings of fragments of one word ("Ngh" and, glued to it, "ị") are as good as that of the word."""
    joined: list[_Reading] = []
    for _, chain in itertools.groupby(zip(words, readings, strict=True), key=_ChainNumber()):
        parts = [reading for _, reading in chain]
        text = "".join(reading.text for reading in parts)
        written = all(reading.is_print for reading in parts) and _is_word(text)
        joined += [replace(reading, written=written or reading.written) for reading in parts]
    return joined


class _ChainNumber:
    """Counts the words of a page, glued ones as one."""

    def __init__(self) -> None:
        self._number = 0

    def __call__(self, item: tuple[Word, _Reading]) -> int:
        self._number += not item[0].glued
        return self._number


def _starts(texts: Sequence[str]) -> tuple[int, ...]:
    """Where the block of Vietnamese letters begins in the fonts of the page: for each cluster of numbers, the best."""
    letters = Counter(c for text in texts for character in text for c in _apart(character) if _is_high(c))
    if letters.total() < ENOUGH_LETTERS:
        return ()
    starts = (_best_start(cluster, texts) for cluster in _clusters(letters))
    return tuple(start for start in starts if start is not None)


def _apart(character: str) -> str:
    """The numbers in a character: NFC makes one letter of a letter's number and a number that is a mark."""
    return unicodedata.normalize("NFD", character) if character >= _COMPOSED else character


def _is_high(character: str) -> bool:
    return _LATIN_END <= ord(character) < _NUMBERS_END and not _from_macintosh(character)


def _clusters(letters: Counter[str]) -> list[Counter[int]]:
    """The numbers in groups that lie close together, one for each order of glyphs; stray ones are left out."""
    clusters: list[Counter[int]] = []
    for code in sorted(map(ord, letters)):
        if not clusters or code - max(clusters[-1]) > _CLUSTER_GAP:
            clusters.append(Counter())
        clusters[-1][code] = letters[chr(code)]
    return [cluster for cluster in clusters if cluster.total() > 1]


def _best_start(cluster: Counter[int], texts: Sequence[str]) -> int | None:
    """The start from which all of the cluster is letters and most of its words Vietnamese; None if that is not so."""
    places = range(max(cluster) - len(order().block) + 1, min(cluster) + order().horns_before + 1)
    fitting = [at for at in places if all(order().vietnamese(code, (at,)) for code in cluster)]
    concerned = [text for text in texts if any(ord(c) in cluster for c in text)]
    ranked = sorted((_fitness(at, concerned), at) for at in fitting)
    if not ranked or ranked[-1][0][0] < _START_SHARE or [fitness for fitness, _ in ranked].count(ranked[-1][0]) > 1:
        return None
    return ranked[-1][1]


def _fitness(start: int, texts: Sequence[str]) -> tuple[float, int]:
    """The share of words that are Vietnamese with the block at ``start``, and how often legal text has them."""
    readings = [_better(text, (start,)) for text in texts]
    frequency = sum(_frequency(reading.text) for reading in readings if reading.written)
    return sum(reading.written for reading in readings) / max(len(texts), 1), frequency


def _better(text: str, starts: Sequence[int]) -> _Reading:
    by_number = _by_number(text, starts)
    return by_number if by_number.written else _by_byte(text, starts)


def _numbered_fonts(words: Iterable[Word], starts: Sequence[int]) -> frozenset[str]:
    """The fonts whose characters are numbers, by what their words are when read so."""
    gains: Counter[str] = Counter()
    for word in words:
        gains[word.font] += _by_number(word.text, starts).written - _by_byte(word.text, starts).written
    return frozenset(font for font, gain in gains.items() if gain > 0)


def _read(word: Word, starts: Sequence[int], numbered: bool) -> _Reading:
    """The reading that its font asks for; the other one where only that is written (fonts share a word)."""
    ways = (_by_number, _by_byte) if numbered else (_by_byte, _by_number)
    first, second = (way(word.text, starts) for way in ways)
    mixed = any(not c.isascii() for c in word.text) and bool(tokens_of(second.text))
    return second if mixed and second.written and not first.written else first


def _by_number(text: str, starts: Sequence[int]) -> _Reading:
    return _most_written(text, [_choices(c, starts, order().by_number) for c in text])


def _by_byte(text: str, starts: Sequence[int]) -> _Reading:
    return _most_written(text, [_choices(c, starts, order().by_byte) for c in text])


def _choices(character: str, starts: Sequence[int], letters_of: _LettersOf) -> Sequence[str]:
    """What a character may stand for; for one that NFC made of two numbers, the letters of both."""
    letters = letters_of(character, starts)
    if letters:
        return letters
    apart = [letters_of(part, starts)[:1] for part in _apart(character)]
    return ("".join(apart),) if len(apart) > 1 and all(apart) else ()


def _most_written(text: str, choices: Sequence[Sequence[str]]) -> _Reading:
    """Of the readings that the choices allow, the one that legal text has most often; "" for what is unknown."""
    readings = itertools.islice(itertools.product(*(letters or ("",) for letters in choices)), _MOST_READINGS)
    best = max(readings, key=lambda letters: _frequency("".join(letters)))
    return _judged(tuple(Change(c, letter) for c, letter in zip(text, best, strict=True)))


def _frequency(text: str) -> int:
    return sum(map(occurrences, tokens_of(text)))


def _judged(parts: tuple[Change, ...]) -> _Reading:
    reading = _Reading(parts, written=False)
    return replace(reading, written=reading.is_print and _is_word(reading.text))


def _is_word(text: str) -> bool:
    """Whether every run of letters is a syllable or an abbreviation, in a case that words have."""
    return all(
        (is_written(token) and _is_cased(token)) or _is_short(token) for token in tokens_of(text)
    ) and not _ODD.search(text)


def _is_short(token: str) -> bool:
    """A unit of measure ("Km"), or an abbreviation of symbols with a small letter ("TTg")."""
    return token.lower() in order().units or _ABBREVIATION.fullmatch(token) is not None


def _is_cased(token: str) -> bool:
    return token.islower() or token.isupper() or token.istitle()


def _is_certain(readings: Sequence[_Reading]) -> bool:
    telling = [reading for reading in readings if any(c.isalpha() for c in reading.text)]
    return len(telling) >= ENOUGH_LETTERS and sum(r.written for r in telling) >= WRITTEN_SHARE * len(telling)


def _printed(word: Word, reading: _Reading) -> Word:
    if not reading.written:
        parts = tuple(Change(part.layer, part.printed or part.layer) for part in reading.parts)
        return rewritten(word, parts, UNSURE_CONFIDENCE)
    return rewritten(word, reading.parts, SOLVED_CONFIDENCE)
