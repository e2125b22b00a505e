"""Letters that look like the printed one and are another: Ƣ for Ư, Õ for Ò ("CỘNG HÕA XÃ HỘI").

Mended letter by letter, and only where that is certain: the word as it stands can be no Vietnamese syllable, or is one
that is never written, and the mended one is. A letter the language has (Õ) is mended only between neighbours that legal
text knows it with.
"""

from __future__ import annotations

import itertools
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import regex

from pipeline.model import Word
from pipeline.reading.repair_words import Change, rewritten
from pipeline.reading.trust_syllables import is_possible, occurrences, stand_together

MENDED_CONFIDENCE = 0.97
OFTEN_WRITTEN = 20
MOST_LETTERS = 3
_RUN = regex.compile(r"[\p{L}\p{M}]+")


@dataclass(frozen=True, slots=True)
class Homoglyphs:
    foreign: Mapping[str, str]
    confused: Mapping[str, str]
    examples: Mapping[str, str]


@cache
def homoglyphs() -> Homoglyphs:
    text = resources.files("models.vocabulary").joinpath("encodings_homoglyphs.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Homoglyphs(data["foreign"], data["confused"], data["examples"])


def mend_words(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Change, ...]]:
    """The words with their homoglyphs mended, and every letter that was changed."""
    mended, changes = [], []
    for index, word in enumerate(words):
        before = words[index - 1].text if index else ""
        after = words[index + 1].text if index + 1 < len(words) else ""
        parts = _parts(word.text, before, after) if _may_hold_one(word) else ()
        changed = [part for part in parts if part.layer != part.printed]
        mended.append(rewritten(word, parts, MENDED_CONFIDENCE) if changed else word)
        changes += changed
    return tuple(mended), tuple(changes)


def _may_hold_one(word: Word) -> bool:
    if word.source != "text" or word.text.isascii():
        return False
    table = homoglyphs()
    return any(c in table.foreign or c in table.confused for c in word.text)


def _parts(text: str, before: str, after: str) -> tuple[Change, ...]:
    """The letters of a word with their mending; runs of letters are mended one by one."""
    printed = list(text)
    runs = list(_RUN.finditer(text))
    for run in runs:
        left = before if run is runs[0] else ""
        right = after if run is runs[-1] else ""
        printed[run.start() : run.end()] = _mend(run.group(), _edge(left, -1), _edge(right, 0))
    return tuple(Change(layer, letter) for layer, letter in zip(text, printed, strict=True))


def _edge(text: str, which: int) -> str:
    runs = _RUN.findall(text)
    return str(runs[which]) if runs else ""


def _mend(run: str, before: str, after: str) -> str:
    table = homoglyphs()
    foreign = "".join(table.foreign.get(letter, letter) for letter in run)
    if foreign != run:
        if _is_vietnamese(foreign):
            return foreign
        run = foreign if _is_latin_capitals(foreign) else run
    places = [index for index, letter in enumerate(run) if letter in table.confused]
    if not places or len(places) > MOST_LETTERS or _is_in_use(run):
        return run
    for chosen in _choices(places):
        other = "".join(table.confused[c] if index in chosen else c for index, c in enumerate(run))
        if occurrences(other) >= OFTEN_WRITTEN and _fits(other, before, after):
            return other
    return run


def _choices(places: Sequence[int]) -> list[tuple[int, ...]]:
    return [choice for size in range(1, len(places) + 1) for choice in itertools.combinations(places, size)]


def _fits(syllable: str, before: str, after: str) -> bool:
    return is_possible(syllable) and (stand_together(before, syllable) or stand_together(syllable, after))


def _is_in_use(run: str) -> bool:
    return is_possible(run) and occurrences(run) > 0


def _is_vietnamese(run: str) -> bool:
    """A word as it is written; a lone "ð" is the arrow of a symbol font."""
    cased = run.islower() or run.isupper() or run.istitle()
    return cased and run.lower() != "đ" and (is_possible(run) or occurrences(run) > 0)


def _is_latin_capitals(run: str) -> bool:
    """An abbreviation once mended: "CTTÐ", "ĐƢQT"."""
    return run.isupper() and all("LATIN" in unicodedata.name(letter, "") for letter in run)
