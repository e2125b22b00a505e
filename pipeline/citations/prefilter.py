"""Whether a text can hold a mention at all, told by what no mention can do without.

Most paragraphs cite nothing. A mention has a sign before the capitals of a symbol ("/KH", "-NQ"), or the series of a
standard, or a kind word right before a number, or the word for a law and a year. Where a text has none of them, the
patterns of the grammar need not be tried. `plain` does without this, and must find the same.
"""

from __future__ import annotations

from functools import cache

import regex

from pipeline.citations.fold import fold
from pipeline.citations.vocabulary import alternation, vocabulary

_SYMBOL = regex.compile(r"[/-]\s{0,2}[A-Z]|QC|TC|QTK")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_LAW = regex.compile(r"(?i:luat)|B(?i:o\sluat)|P(?i:hap)|H(?i:ien)")


def may_cite(folded: str) -> bool:
    """Whether a folded text can hold a mention; False is sure."""
    if _SYMBOL.search(folded):
        return True
    if _LAW.search(folded) and _YEAR.search(folded):
        return True
    return _short_forms().search(folded) is not None


@cache
def _short_forms() -> regex.Pattern[str]:
    """The last syllable of a kind word, right before a number ("Kế hoạch 909")."""
    kinds = [kind for kind in vocabulary().kinds if not kind.titled]
    endings = alternation({fold(word).lower().rsplit(" ", 1)[-1] for kind in kinds for word in kind.words})
    short = alternation(a.lower() for kind in kinds for a in kind.abbreviations if len(a) > 1)
    return regex.compile(
        rf"\d (?<= \b (?: {endings} | {short} ) \s (?: so \s? :? \s? )? \d )", regex.VERBOSE | regex.IGNORECASE
    )
