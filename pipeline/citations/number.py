"""The shapes of document numbers in running text.

State order ``909/KH-UBND``, ``47/2020/NĐ-CP``; party order ``57-NQ/TW``; law order ``42/2024/QH15``; old forms
``16-LCT/HĐNN7``, ``131-CP``; standards ``QCVN 01:2019/BCT``; a number left blank before its symbol. Spaces and line-end
hyphens may stand inside. What is no document number ("1.774/2.000", "24/7", "19/3/2021") has none of these shapes;
what only looks like one is refused later, for want of a kind, of "số" or of a known symbol.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.citations.fold import fold
from pipeline.citations.normal import Reference, read_reference
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import alternation, central_symbols, known_symbols, vocabulary


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A document number in print. ``known``: the vocabulary has a part of its symbol; ``glued``: letters follow it."""

    span: Span
    reference: Reference
    known: bool
    glued: bool
    slash: bool
    standard: bool = False


# A part of a symbol: capitals, perhaps one or two small letters within (TTg, CTr, QyĐ), perhaps a term (QH15).
_PART = r"(?> [A-Z][A-Z&]* (?: [a-z]{1,2} (?![a-z]) [A-Z&]* )? \d{0,3} )"
# A part ends with its letters, or where the next word is glued to two capitals or a figure ("QH13đang").
_END = r"(?: (?![A-Za-z\d]) | (?<= [A-Z]{2} | \d ) (?=[a-z]) )"


@cache
def number_pattern(alternate: Callable[[Iterable[str]], str] = alternation) -> regex.Pattern[str]:
    """The shape of a document number; ``alternate`` makes the pattern of any of many words."""
    known = rf"(?= (?: {alternate(known_symbols())} ) (?![A-Za-z]) )"
    central = rf"(?= (?: {alternate(central_symbols())} ) (?![A-Za-z]) )"
    part = _PART + _END
    return regex.compile(
        rf"""
        (?: (?: (?<! [\w/.,:-] ) | (?<= \bs[oO] | \bSO | [a-z]: | \s (?: [dD]inh | tu | thi | hoach | [lL]uat ) ) )
            (?P<number> \d{{1,6}} (?: bis | [A-Za-z] )? )
            (?: \s?/\s? (?P<year> (?:19|20)\d\d ) | - (?P<year> (?:19|20)\d\d ) (?=/[A-Z]) )?
            \s{{0,2}} (?P<sep> [/-] ) \s{{0,2}}
          | (?: (?<= [\s:.…_] ) | ^ ) (?P<blank>) (?P<sep> / ) \s? (?: (?P<year> (?:19|20)\d\d ) \s?/\s? )?
        )
        (?P<symbol> {part}
            (?: \s{{1,2}}-\s{{0,2}} {known} {part} )?
            (?: \s-\s {central} {part} ){{0,8}}
            (?: (?: [-/] | \.(?=[A-Z]) | -\s{known} ) {part} ){{0,12}}
            (?: \( [A-Z]{{1,2}} \d{{0,2}} \) )?
        )
        """,
        regex.VERBOSE,
    )


@cache
def standard_pattern(alternate: Callable[[Iterable[str]], str] = alternation) -> regex.Pattern[str]:
    return regex.compile(
        rf"""
        \b (?: {alternate(vocabulary().standards)} )
        (?: \s? (?: ISO (?:/IEC)? | IEC ) )? \s? \d{{1,6}}
        (?: [-.] \d{{1,5}} | -\s\d{{1,5}} (?= \s?: ) | -[A-Z]{{1,3}} (?= : ) | \s-\s? \d{{1,3}} (?= \s?: ) ){{0,4}}
        (?: \s?:\s? (?:19|20)\d\d )? (?: / {_PART} (?![A-Za-z]) )?
        """,
        regex.VERBOSE,
    )


def find_numbers(text: str, folded: str) -> list[NumberMatch]:
    """All document numbers of ``text``, in order. What no number can do without is looked for first."""
    numbers = number_pattern() if _has_separator(folded) else None
    standards = standard_pattern() if "QC" in folded or "TC" in folded else None
    return read_numbers(text, folded, numbers, standards)


def read_numbers(
    text: str, folded: str, numbers: regex.Pattern[str] | None, standards: regex.Pattern[str] | None
) -> list[NumberMatch]:
    """What the two patterns find, in order."""
    found = [_number(text, folded, match) for match in numbers.finditer(folded)] if numbers else []
    found += [_standard(text, match) for match in standards.finditer(folded)] if standards else []
    return sorted(found, key=lambda number: number.span)


# The National Assemblies that number so are the 9th to the 16th: anything else has lost a figure, or a footnote marker
# is glued to it.
_NO_TERM = regex.compile(r"QH (?: \d{3} | [1-8] $ )", regex.VERBOSE)
_PARTING = regex.compile(r"[-/.]")


def symbol_parts(symbol: str | None) -> list[str]:
    """The parts of a symbol: "QĐ-BNN/KHCN" has three. A missing one has one part, the empty one."""
    return _PARTING.split(symbol or "")


def _has_separator(folded: str) -> bool:
    return "/" in folded or "-" in folded


def _number(text: str, folded: str, match: regex.Match[str]) -> NumberMatch:
    span = Span(match.start(), match.end())
    printed = span.of(text)
    reference = read_reference(printed)
    parts = symbol_parts(fold(reference.symbol or ""))
    glued = folded[span.stop : span.stop + 1].isalpha() or _NO_TERM.search(parts[-1]) is not None
    known = any(part in known_symbols() for part in parts)
    return NumberMatch(span, reference, known, glued, "/" in match.group())


def _standard(text: str, match: regex.Match[str]) -> NumberMatch:
    span = Span(match.start(), match.end())
    return NumberMatch(span, read_reference(span.of(text)), True, False, True, standard=True)
