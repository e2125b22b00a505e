"""Laws cited by name and date or year, without their number: "Luật Đất đai năm 2024", "Hiến pháp 2013".

A title without date or year ("Luật Đấu thầu") is no citation of one document: which of its versions is meant is not said.
"""

from __future__ import annotations

import regex

from pipeline.citations.dates import date_at
from pipeline.citations.grammar import CitationMatch, Source, read_tail
from pipeline.citations.kinds import KindMatch
from pipeline.citations.normal import Reference
from pipeline.citations.span import Span

_TITLE = regex.compile(
    r"""
    (?P<title> (?: \s (?! (?: duoc | da | so\s?:?\s?\d | ngay | nam | thang | quy\sdinh\stai | nay | co\shieu\sluc | hien\shanh | tai\sDieu ) \b ) [^\s\d;:.()]+ ){0,45} )
    (?: \s \( \s? (?: sua\sdoi (?:,\sbo\ssung)? | hop\snhat ) \s? \) )?
    (?: ,? \s \(? (?= (?: ngay | nam ) \s ) | \s (?P<bare> (?:19|20)\d\d ) (?! [\d/%-] | \.\d | \s? - \d ) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_NOT_ITS_DATE = regex.compile(
    r"\b(?: tu | ke\stu | truoc | sau | den | vao | trong | tinh\sden | cua | hang | moi )$",
    regex.VERBOSE | regex.IGNORECASE,
)
_AMENDED = regex.compile(r"\s(?:sua doi|bo sung)\b", regex.IGNORECASE)
_OTHER_ACT = regex.compile(
    r"\b(?: nghi\sdinh | thong\stu | quyet\sdinh | nghi\squyet | dieu\s\d | khoan\s\d )\b",
    regex.VERBOSE | regex.IGNORECASE,
)


def find_laws(source: Source, taken: list[Span]) -> list[CitationMatch]:
    """Dated or year-marked laws that stand outside the mentions in ``taken``."""
    found: list[CitationMatch] = []
    floor = 0
    spans = iter(sorted(taken))
    ahead = next(spans, None)
    for kind in source.kinds:
        while ahead and ahead.stop <= kind.span.start:
            ahead = next(spans, None)
        if kind.span.start < floor or (ahead and ahead.start <= kind.span.start):
            continue
        match = _law(source, kind, ahead.start if ahead else len(source.text))
        if match:
            found.append(match)
            floor = match.span.stop
    return found


def _law(source: Source, kind: KindMatch, limit: int) -> CitationMatch | None:
    if (
        kind.kind is None
        or not kind.titled
        or not kind.capital
        or kind.kind.name.startswith(("Quy chuẩn", "Tiêu chuẩn"))
    ):
        return None
    title = _TITLE.match(source.folded, kind.span.stop, min(limit, kind.span.stop + 400))
    if title is None or not _is_title(source, kind, title):
        return None
    law = CitationMatch(Span(kind.span.start, title.end()), kind.name, kind.span, Reference("", None, None, None), None)
    if title["bare"]:
        span = Span(title.start("bare"), title.end("bare"))
        return CitationMatch(law.span, kind.name, kind.span, law.reference, None, title["bare"], span, confidence=0.75)
    date = date_at(source.folded, title.end())
    if date is None or date.iso is None:
        return None
    closing = source.folded[title.end() - 1] == "("
    stop = date.span.stop + (1 if closing and source.folded[date.span.stop : date.span.stop + 1] == ")" else 0)
    dated = CitationMatch(
        Span(kind.span.start, stop), kind.name, kind.span, law.reference, None, date.iso, date.span, confidence=0.95
    )
    return read_tail(source, dated)


def _is_title(source: Source, kind: KindMatch, title: regex.Match[str]) -> bool:
    """A name: a capital (or "sửa đổi") first, no other act inside, and the date not that of an event."""
    words = title["title"]
    if not words:
        return kind.name == "Hiến pháp"
    first = source.text[title.start("title") + 1]
    if not first.isupper() and not (_AMENDED.match(words) or kind.name == "Hiến pháp"):
        return False
    return not _NOT_ITS_DATE.search(words.rstrip(", (")) and not _OTHER_ACT.search(words)
