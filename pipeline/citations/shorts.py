"""Numbers given without their symbol: "Nghị định 47/2020", and the short forms "Kế hoạch 909", "Chỉ thị 11".

A bare number says little: it is taken only after a kind word with a capital, and only where what follows shows that it
counts nothing ("Kế hoạch 5 năm", "Quyết định 12 chỉ tiêu" are no citations). Its confidence is low.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.citations.fold import print_key
from pipeline.citations.grammar import read_tail
from pipeline.citations.kinds import KindMatch
from pipeline.citations.match import CitationMatch
from pipeline.citations.normal import read_reference
from pipeline.citations.source import Source, free_kinds
from pipeline.citations.span import Span

WITH_YEAR, BARE = 0.75, 0.5
_FLAGS = regex.VERBOSE | regex.IGNORECASE
_SHORT = regex.compile(
    r"""
    \s (?P<sign> so \s? :? \s? )?
    (?P<number> (?P<bare> \d{1,5} ) (?-i: [a-d] )? (?P<year> / (?:19|20)\d\d )? )
    (?! [\w/-] | \s? [-/] \s? [\dA-Z] | \s \d{1,4} \s? / | [.,:]\d | \s? % )
    """,
    _FLAGS,
)
_STOPS = regex.compile(r"\s? (?: [;,.)\"] | $ )", regex.VERBOSE)
_WORD = regex.compile(r"\s (?P<word> \p{L}+ )", regex.VERBOSE)
# Words in small letters that cannot be counted: told by their marks ("đề án" is not "để", "chợ" not "cho").
_GOES_ON = frozenset(
    print_key(word)
    for word in (
        *(
            "của",
            "về",
            "và",
            "ngày",
            "nhằm",
            "đến",
            "tại",
            "trên",
            "theo",
            "đã",
            "được",
            "ban",
            "quy",
            "để",
            "với",
            "gắn",
        ),
        *("là", "thì", "cho", "trong", "chưa", "không", "nêu", "nói", "sẽ", "phải", "cũng", "còn", "yêu", "hoặc", "do"),
    )
)
# Things that are counted, or numbered in a series of their own.
_NO_SHORT = frozenset({"Dự án", "Hợp đồng", "Quy trình", "Biên bản", "Chương trình", "Lệnh", "Bản án"})


def find_shorts(source: Source, taken: Sequence[Span]) -> list[CitationMatch]:
    """Short forms outside the mentions in ``taken``."""
    matches = ((_short(source, kind), limit) for kind, limit in free_kinds(source, taken))
    return [match for match, limit in matches if match and match.span.stop <= limit]


def _short(source: Source, kind: KindMatch) -> CitationMatch | None:
    if kind.kind is None or kind.titled or not kind.capital or kind.name in _NO_SHORT:
        return None
    short = _SHORT.match(source.folded, kind.span.stop)
    if short is None or not _names_document(source, kind.kind.year, short):
        return None
    number = Span(short.start("number"), short.end("number"))
    reference = read_reference(number.of(source.text))
    match = CitationMatch(Span(kind.span.start, number.stop), kind.name, kind.span, reference, number)
    return replace(read_tail(source, match), confidence=WITH_YEAR if short["year"] else BARE)


def _names_document(source: Source, kind_has_years: bool, short: regex.Match[str]) -> bool:
    if short["year"]:
        return kind_has_years and int(short["bare"]) > 0
    is_year = 1900 < int(short["bare"]) < 2100
    return not is_year and ((kind_has_years and short["sign"] is not None) or _goes_on(source, short.end()))


def _goes_on(source: Source, stop: int) -> bool:
    if _STOPS.match(source.folded, stop):
        return True
    following = _WORD.match(source.text, stop)
    return following is not None and following["word"].islower() and print_key(following["word"]) in _GOES_ON
