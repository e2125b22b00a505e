"""Normal forms: of a printed reference, and of its parts.

A reference is the number and symbol of a document. In normal form it is NFC, without spaces, with plain hyphens:
"2463 /QĐ - UBND" is ``2463/QĐ-UBND``. What is printed is never corrected, only spelled in one way.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex

from pipeline.model import Citation

_HYPHENS = regex.compile(r"[‐‑‒–—―−﹣－\u00ad\ufffe]")
_STROKES = regex.compile(r"[⁄∕]")
_TERM = regex.compile(r"(/ (?:UBTV)? QH) \s? [Il] (\d) \s* $", regex.VERBOSE)  # "QHI5" is no term: a figure misread
_SPECKS = regex.compile(r"[,.] (?=/\d) | (?<=-) -", regex.VERBOSE)  # what a scan adds: "01,/2026/TT-BCT"
_ETH = str.maketrans("Ðð", "Đđ")
_REFERENCE = regex.compile(
    r"""
    (?: (?P<number> \d+ (?: \.\d{1,3} (?=/) )? \p{L}? (?:bis)? )?
        (?: //? (?P<year> (?:19|20)\d\d ) | - (?P<year> (?:19|20)\d\d ) (?=/) )?
        (?: //? (?P<symbol> [^\d/-] .*? ) | - (?P<symbol> [^\d/-] .*? ) )?
        (?: (?<= \p{Lu} ) / (?P<year> (?:19|20)\d\d ) )?  # "206-CP/1979"
      | (?P<number> \d+ (?: \p{Ll} | bis )? ) (?P<symbol> \p{Lu}{2,} (?: [/-] .+ | \p{Ll}? ) )  # "18 TC/TCT", "150 CP"
    )
    """,
    regex.VERBOSE,
)
_STANDARD = regex.compile(
    r"""
    (?P<series> \p{Lu}{3,} ) (?P<body> [\p{Lu}/:.]*? ) (?P<number> \d[\d.-]* (?: -\p{Lu}{1,3} )? )
    (?: : (?P<year> \d{4} ) )? (?: / (?P<issuer> .+ ) )?
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference and its parts; ``number`` is None where it is left blank, ``year`` where the number has none."""

    ref: str
    number: str | None
    symbol: str | None
    year: int | None


def normal_ref(printed: str) -> str:
    """The reference as it is published: NFC, no white space, plain hyphens.

    >>> normal_ref("301– KL/TU")
    '301-KL/TU'
    """
    text = _HYPHENS.sub("-", _STROKES.sub("/", printed)).translate(_ETH)
    text = _TERM.sub(r"\g<1>1\g<2>", text)
    return unicodedata.normalize("NFC", _SPECKS.sub("", "".join(text.split())))


def document_key(citation: Citation) -> str:
    """What tells the documents that one text cites apart: the reference, or the name where there is none."""
    return normal_ref(citation.ref or citation.text).casefold()


def read_reference(printed: str) -> Reference:
    """The parts of a printed reference. What has no known shape is a reference without parts."""
    ref = normal_ref(printed)
    if not ref:
        return Reference(ref, None, None, None)
    found = _REFERENCE.fullmatch(ref)
    if found:
        return Reference(ref, found["number"], found["symbol"], _year(found["year"]))
    found = _STANDARD.fullmatch(ref)
    if found:
        symbol = found["series"] + found["body"] + (f"/{found['issuer']}" if found["issuer"] else "")
        return Reference(ref, found["number"], symbol, _year(found["year"]))
    return Reference(ref, None, None, None)


def _year(printed: str | None) -> int | None:
    return int(printed) if printed else None
