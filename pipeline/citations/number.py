"""The shapes of document numbers in running text.

State order ``909/KH-UBND``, ``47/2020/NĐ-CP``, ``66.19/2026/NQ-CP``; party order ``57-NQ/TW``; law order
``42/2024/QH15``; old forms ``16-LCT/HĐNN7``, ``131-CP``, ``18 TC/TCT``, ``206-CP/1979``; standards
``QCVN 01:2019/BCT``; a number left blank before its symbol; a symbol said once for a list of numbers. Spaces, line-end
hyphens and specks of a scan may stand inside. What is no document number ("1.774/2.000", "24/7", "19/3/2021") has none
of these shapes; what only looks like one is refused later, for want of a kind, of "số" or of a known symbol.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

import regex

from pipeline.citations.fold import fold
from pipeline.citations.normal import Reference, read_reference
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import alternation, central_symbols, known_symbols, short_kinds, vocabulary


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A document number in print.

    ``known``: the vocabulary has a part of its symbol; ``glued``: letters follow it, or a space
    has torn it; ``spaced``: nothing but a space
    stands before its symbol ("18 TC/TCT"). ``span`` is the number alone where the symbol is said once for a list.
    """

    span: Span
    reference: Reference
    known: bool
    glued: bool
    slash: bool
    standard: bool = False
    spaced: bool = False


# A part of a symbol: capitals, perhaps one or two small letters within (TTg, CTr, QyĐ), perhaps a term (QH15).
_PART = r"(?> [A-Z][A-Z&]* (?: [a-z]{1,2} (?![a-z]) [A-Z&]* )? \d{0,3} )"
# A part ends with its letters, or where the next word is glued to two capitals or a figure ("QH13đang").
_END = r"(?: (?![A-Za-z\d]) | (?<= [A-Z]{2} | \d ) (?=[a-z]) )"


@cache
def number_pattern(alternate: Callable[[Iterable[str]], str] = alternation) -> regex.Pattern[str]:
    """The shape of a document number; ``alternate`` makes the pattern of any of many words."""
    known = rf"(?= (?: {alternate(known_symbols())} ) (?![A-Za-z]) )"
    central = rf"(?= (?: {alternate(central_symbols())} ) (?![A-Za-z]) )"
    short = rf"(?: {alternate(short_kinds())} )"
    part = _PART + _END
    return regex.compile(
        rf"""
        (?: (?: (?<! [\w/.,:-] )
              | (?<= \bs[oO] | \bSO | [a-z]: | \s (?: [dD]inh | tu | thi | hoach | [lL]uat ) | \b {short} ) )
            (?P<number>
                (?: (?<= \bso [\s:.¿?*]{{1,4}} ) \d{{1,2}} \s
                    (?= \d{{1,2}} \s?/\s? (?:19|20)\s?\d\s?\d | \d{{1,4}} \s?/\s? [A-Z] ) )? \d{{1,6}}
                (?: bis | [A-Za-z] | \s[a-d] (?=\s?/) | \.\d{{1,3}} (?= /(?:19|20)\d\d/ ) )? )
            (?: [,.]? \s?//?\s? (?P<year> (?:19|20) \s?\d\s?\d ) | - (?P<year> (?:19|20)\d\d ) (?=/[A-Z]) )?
            (?: \s{{0,2}} (?P<sep> //? | - ) \s{{0,2}}
              | (?<! (?:19|20)\d\d ) (?P<spaced> \s ) (?= [A-Z]{{2,5}} [/-] [A-Z] | {central} ) )
          | (?: (?<= [\s:.…_] | \bso ) | ^ ) (?P<blank>) (?P<sep> //? ) \s? (?: (?P<year> (?:19|20)\d\d ) \s?/\s? )?
        )
        (?P<symbol> {part}
            (?: \s{{1,2}}-\s{{0,2}} {known} {part} | \s- (?=[A-Z]{{2}}) {part} )?
            (?: \s-\s {central} {part} ){{0,8}}
            (?: (?: [-/] | \.(?=[A-Z]) | -\s{known} | -\s- ) {part} ){{0,12}}
            (?: , (?=[A-Z]{{2}}) {part} (?= \s? (?: [;,.)] | $ | (?: ngay | cua | ve ) \b ) ) )?
            (?: (?<=QH) \s \d{{1,2}} (?! [\d/.,-] ) )?
            (?: \( [A-Z]{{1,2}} \d{{0,2}} \) )?
            (?: / (?:19|20)\d\d (?! [\w/-] ) )?
        )
        """,
        regex.VERBOSE,
    )


@cache
def standard_pattern(alternate: Callable[[Iterable[str]], str] = alternation) -> regex.Pattern[str]:
    return regex.compile(
        rf"""
        \b (?: {alternate(vocabulary().standards)} )
        (?: \s? (?: ISO (?:/IEC)? | IEC ) )? [\s:.]{{0,2}} \d{{1,6}}
        (?: [-.] \d{{1,5}} | -\s\d{{1,5}} (?= \s?: | / ) | -[A-Z]{{1,3}} (?= : ) | \s-\s? \d{{1,3}} (?= \s?: ) ){{0,4}}
        (?: \s?:\s? (?:19|20)\d\d )? (?: / {_PART} (?![A-Za-z]) )?
        """,
        regex.VERBOSE,
    )


def find_numbers(text: str, folded: str) -> list[NumberMatch]:
    """All document numbers of ``text``, in order. What no number can do without is looked for first."""
    numbers = number_pattern() if _has_separator(folded) else None
    standards = standard_pattern() if "QC" in folded or "TC" in folded or "QTK" in folded else None
    return read_numbers(text, folded, numbers, standards)


def read_numbers(
    text: str, folded: str, numbers: regex.Pattern[str] | None, standards: regex.Pattern[str] | None
) -> list[NumberMatch]:
    """What the two patterns find, in order."""
    found: list[NumberMatch] = []
    for match in numbers.finditer(folded) if numbers else ():
        number = _number(text, folded, match)
        found += [*_sharing(text, folded, number), number]
    found += [_standard(text, match) for match in standards.finditer(folded)] if standards else []
    return sorted(found, key=lambda number: number.span)


# The National Assemblies that number so are the 9th to the 16th: anything else has lost a figure, or a footnote marker
# is glued to it.
_NO_TERM = regex.compile(r"QH (?: \d{3} | [1-8] $ )", regex.VERBOSE)
_MISREAD_TERM = regex.compile(r"QH [Il] \d", regex.VERBOSE)
_PARTING = regex.compile(r"[-/.]")
_LAW_SYMBOL = regex.compile(r"QH | LCT | CTN | \b PL \b", regex.VERBOSE)


def is_law_symbol(symbol: str | None) -> bool:
    """Whether a symbol is that of a law, code or ordinance: "QH15", "UBTVQH14", "L-CTN"."""
    return _LAW_SYMBOL.search(fold(symbol or "")) is not None


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
    torn = " " in match["number"] if match["number"] else False
    glued = torn or folded[span.stop : span.stop + 1].isalpha() or _NO_TERM.search(parts[-1]) is not None
    known = any(part in known_symbols() for part in parts)
    glued = glued or _MISREAD_TERM.search(span.of(text)) is not None
    return NumberMatch(span, reference, known, glued, "/" in match.group(), spaced=match["spaced"] is not None)


# "số 15, 16 và 17/NQ-HĐND": a list of numbers that says their symbol, and the year in them, once, at its end.
_SHARING = regex.compile(
    r"\b so \s? :? \s? (?: (?P<number> \d{1,5} [a-z]? ) (?: ,\s? (?: va \s )? | \s va \s ) ){1,12} $",
    regex.VERBOSE | regex.IGNORECASE,
)
LONGEST_SHARING = 80


def _sharing(text: str, folded: str, last: NumberMatch) -> list[NumberMatch]:
    """The numbers before ``last`` that share its symbol."""
    start = last.span.start
    shared = _SHARING.search(folded, max(0, start - LONGEST_SHARING), start) if last.reference.number else None
    if shared is None or last.reference.symbol is None:
        return []
    rest = last.reference.ref.removeprefix(last.reference.number or "")
    spans = [Span(*span) for span in shared.spans("number")]
    return [replace(last, span=span, reference=read_reference(span.of(text) + rest)) for span in spans]


def _standard(text: str, match: regex.Match[str]) -> NumberMatch:
    span = Span(match.start(), match.end())
    return NumberMatch(span, read_reference(span.of(text)), True, False, True, standard=True)
