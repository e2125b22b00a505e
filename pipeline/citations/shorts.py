"""Numbers given without their symbol: "Nghị định 47/2020", and the short forms "Kế hoạch 909", "Chỉ thị 11".

A bare number says little: it is taken only after a kind word with a capital, and only where what follows shows that it
counts nothing ("Kế hoạch 5 năm", "Quyết định 12 chỉ tiêu" are no citations). Its confidence is low.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.citations.grammar import CitationMatch, Source, read_tail
from pipeline.citations.kinds import KindMatch
from pipeline.citations.normal import read_reference
from pipeline.citations.span import Span

_SHORT = regex.compile(
    r"""
    \s (?P<sign> so \s? :? \s? )?
    (?P<number> (?P<bare> \d{1,5} ) (?P<year> / (?:19|20)\d\d )? ) (?! [\w/-] | \s?[-/]\s?[\dA-Z] | [.,:]\d | \s?% )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_GOES_ON = regex.compile(
    r"\s? (?: [;,.)\"] | $ | (?: cua | ve | va | ngay | nham | den | tai | tren | theo | da | duoc | ban\shanh | quy\sdinh | de ) \b )",
    regex.VERBOSE | regex.IGNORECASE,
)
_NO_SHORT = frozenset(
    {"Dự án", "Hợp đồng", "Quy trình", "Biên bản", "Chương trình", "Lệnh", "Bản án", "Tiêu chuẩn", "Quy chuẩn"}
)


def find_shorts(source: Source, taken: list[Span]) -> list[CitationMatch]:
    """Short forms outside the mentions in ``taken``."""
    found, spans = [], iter(sorted(taken))
    ahead = next(spans, None)
    for kind in source.kinds:
        while ahead and ahead.stop <= kind.span.start:
            ahead = next(spans, None)
        match = _short(source, kind)
        if match and not (ahead and ahead.start < match.span.stop):
            found.append(match)
    return found


def _short(source: Source, kind: KindMatch) -> CitationMatch | None:
    if kind.kind is None or kind.titled or not kind.capital or kind.name in _NO_SHORT:
        return None
    short = _SHORT.match(source.folded, kind.span.stop)
    if short is None or not _names_document(source, kind, short):
        return None
    span = Span(short.start("number"), short.end("number"))
    reference = read_reference(span.of(source.text))
    confidence = 0.75 if short["year"] else 0.5
    match = CitationMatch(
        Span(kind.span.start, span.stop), kind.name, kind.span, reference, span, confidence=confidence
    )
    return replace(read_tail(source, match), confidence=confidence)


def _names_document(source: Source, kind: KindMatch, short: regex.Match[str]) -> bool:
    assert kind.kind is not None
    if short["year"]:
        return kind.kind.year and int(short["bare"]) > 0
    return _GOES_ON.match(source.folded, short.end()) is not None and not 1900 < int(short["bare"]) < 2100
