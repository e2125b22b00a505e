"""The reference matcher: the same grammar, read in the plainest way, to hold the fast one against.

No text is passed over, every pattern is tried on the whole of it, alternatives are a plain list from the longest to the
shortest, case is ignored by the pattern and letters are folded one by one. Slow, and with nothing in it that could lose
a mention. It is no part of a run; tests and `make bench` use it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from pipeline.citations.find import read_source
from pipeline.citations.fold import SPECIAL, fold
from pipeline.citations.kinds import read_kinds
from pipeline.citations.match import CitationMatch
from pipeline.citations.number import number_pattern, read_numbers, standard_pattern
from pipeline.citations.source import Source
from pipeline.citations.vocabulary import vocabulary
from pipeline.folding import bare_letter


def read_plainly(text: str) -> list[CitationMatch]:
    """All mentions in a text, as `find.read_text` must find them."""
    folded = "".join(map(_fold_letter, text))
    kinds = read_kinds(text, folded, _kind_words().finditer(folded))
    numbers = read_numbers(text, folded, number_pattern(_any_of), standard_pattern(_any_of))
    return read_source(Source(text, folded, tuple(kinds), tuple(numbers)))


def _fold_letter(letter: str) -> str:
    if letter in SPECIAL:
        return SPECIAL[letter]
    return " " if letter.isspace() else bare_letter(letter)


def _any_of(words: Iterable[str]) -> str:
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(r"\s".join(map(regex.escape, word.split(" "))) for word in folded)


@cache
def _kind_words() -> regex.Pattern[str]:
    words = vocabulary()
    kinds = {fold(word).lower() for kind in words.kinds for word in kind.words}
    others = {fold(word).lower() for word in words.not_documents}
    return regex.compile(
        rf"\b (?: (?P<kind> {_any_of(kinds)} ) | {_any_of(others)} ) (?![a-z_])", regex.VERBOSE | regex.I
    )
