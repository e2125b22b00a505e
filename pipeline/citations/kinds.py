"""The kind words of a text: "Quyết định", "Thông tư liên tịch", "QĐ" before a number, and what is no document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from pipeline.citations.fold import fold, print_key
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import Kind, alternation, kind_named, vocabulary


@dataclass(frozen=True, slots=True)
class KindMatch:
    """A kind word in print. ``kind`` is None for a thing that is numbered but no document; ``name`` as published.

    ``exact``: its diacritics are those of the vocabulary, none lost in a scan.
    """

    span: Span
    name: str
    kind: Kind | None
    capital: bool
    exact: bool = True

    @property
    def titled(self) -> bool:
        return self.kind is not None and self.kind.titled


@cache
def _words() -> regex.Pattern[str]:
    words = vocabulary()
    kinds = alternation(word for kind in words.kinds for word in kind.words)
    short = alternation(a for kind in words.kinds for a in kind.abbreviations if len(a) >= 2)
    others = alternation(words.not_documents)
    return regex.compile(
        rf"""
        (?: \b | (?<=[a-z])(?=[A-Z]) ) (?: (?i: (?P<kind> {kinds} ) )
             | (?P<other> (?i: {others} ) )
             | (?P<short> {short} ) (?= \s (?: so \s?:? \s? )? \d{{1,6}} [/-] | \s so \b ) ) \b
        """,
        regex.VERBOSE,
    )


# "pháp luật", "kỷ luật": the word luật alone is then no law.
_NO_LAW = regex.compile(r"\b(?: phap | ky | quy | dinh | am | vi | tuan | hop )\s$", regex.VERBOSE | regex.IGNORECASE)


def find_kinds(text: str, folded: str) -> list[KindMatch]:
    """All kind words of ``text``, in order."""
    found = []
    for match in _words().finditer(folded):
        span = Span(match.start(), match.end())
        printed = span.of(text)
        if match["short"]:
            abbreviated = next(k for k in vocabulary().kinds if match["short"] in _folded_short(k))
            found.append(KindMatch(span, printed, abbreviated, True))
        elif match["kind"]:
            kind = kind_named(match["kind"])
            if kind and not _is_no_law(kind, folded, span):
                found.append(KindMatch(span, kind.name, kind, printed[0].isupper(), _is_exact(printed, kind)))
        else:
            found.append(KindMatch(span, printed, None, printed[0].isupper()))
    return found


def _is_exact(printed: str, kind: Kind) -> bool:
    return print_key(" ".join(printed.split())) in _print_keys(kind)


@cache
def _print_keys(kind: Kind) -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset(print_key(word) for word in kind.words)


@cache
def _folded_short(kind: Kind) -> frozenset[str]:
    return frozenset(fold(a) for a in kind.abbreviations)


def _is_no_law(kind: Kind, folded: str, span: Span) -> bool:
    return kind.name == "Luật" and _NO_LAW.search(folded, max(0, span.start - 8), span.start) is not None
