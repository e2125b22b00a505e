"""The kind words of a text: "Quyết định", "Thông tư liên tịch", "QĐ" before a number, and what is no document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.citations.fold import fold, print_key
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import Kind, alternation, kind_named, short_kinds, vocabulary


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
    """Matched on folded text in small letters: five times as fast as a pattern that ignores case."""
    words = vocabulary()
    kinds = alternation(word.lower() for kind in words.kinds for word in kind.words)
    others = alternation(word.lower() for word in words.not_documents)
    return regex.compile(rf"(?: (?P<kind> {kinds} ) | {others} ) (?![a-z_])", regex.VERBOSE)


@cache
def _words_apart() -> regex.Pattern[str]:
    return regex.compile(rf"\b {_words().pattern}", regex.VERBOSE)


@cache
def _abbreviations() -> regex.Pattern[str]:
    """Abbreviations in place of the word, which only a number or "số" after them shows to be such."""
    short = alternation(short_kinds())
    return regex.compile(rf"\b (?: {short} ) (?= :? \s? (?: so \s?:? \s? )? \d{{1,6}} [/-] | \s so \b )", regex.VERBOSE)


@cache
def kind_words() -> regex.Pattern[str]:
    """Any kind word, in any case, on folded text."""
    words = alternation(word for kind in vocabulary().kinds for word in kind.words)
    return regex.compile(rf"(?: {words} ) \b", regex.VERBOSE | regex.IGNORECASE)


# A word whose space before it is lost in print: "vàNghị định".
_GLUED = regex.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
# "pháp luật", "kỷ luật": the word luật alone is then no law.
_NO_LAW = regex.compile(r"\b (?: phap | ky | quy | dinh | am | vi | tuan | hop ) \s $", regex.VERBOSE)


def find_kinds(text: str, folded: str) -> list[KindMatch]:
    """All kind words of ``text``, in order."""
    return read_kinds(text, folded, _words_apart().finditer(folded.lower()))


def read_kinds(text: str, folded: str, words: Iterable[regex.Match[str]]) -> list[KindMatch]:
    """The kinds that ``words`` are, with those glued to the word before them and those printed in short, in order."""
    small, matches = folded.lower(), list(words)
    glued = (_words().match(small, place.start()) for place in _GLUED.finditer(folded))
    matches += [match for match in glued if match]
    found = [kind for match in matches if (kind := _kind(text, small, match))]
    found += [_abbreviated(text, match) for match in _abbreviations().finditer(folded)]
    return sorted(found, key=lambda kind: kind.span)


def _kind(text: str, small: str, match: regex.Match[str]) -> KindMatch | None:
    span = Span(match.start(), match.end())
    printed = span.of(text)
    kind = kind_named(match["kind"]) if match["kind"] else None
    if kind is None:
        return KindMatch(span, printed, None, printed[0].isupper())
    if kind.name == "Luật" and _NO_LAW.search(small, max(0, span.start - 8), span.start):
        return None
    return KindMatch(span, kind.name, kind, printed[0].isupper(), _is_exact(printed, kind))


def _abbreviated(text: str, match: regex.Match[str]) -> KindMatch:
    kind = next(kind for kind in vocabulary().kinds if match.group() in _folded_short(kind))
    span = Span(match.start(), match.end())
    return KindMatch(span, span.of(text), kind, True)


def _is_exact(printed: str, kind: Kind) -> bool:
    return print_key(" ".join(printed.split())) in _print_keys(kind)


@cache
def _print_keys(kind: Kind) -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset(print_key(word) for word in kind.words)


@cache
def _folded_short(kind: Kind) -> frozenset[str]:
    return frozenset(fold(a) for a in kind.abbreviations)
