"""The grammar of a numbered citation in running text.

    [pinpoint] kind [title of a law | issuer] ["số"] number [date] ["của" issuer] [date]

Reading goes out from the document number, the part that is hardest to mistake: back to its kind (`heads`), on to its
date and issuer. Laws without a number are read from their kind (`laws`), short forms as "Kế hoạch 909" from theirs
(`shorts`), pinpoints are tied to all of them at the end (`pinpoints`). Every part keeps its own span.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.citations.dates import DateMatch, date_at, numeric_date_at
from pipeline.citations.heads import find_head
from pipeline.citations.issuers import issuer_at
from pipeline.citations.match import CitationMatch
from pipeline.citations.number import NumberMatch
from pipeline.citations.source import Source
from pipeline.citations.span import Span

_FLAGS = regex.VERBOSE | regex.IGNORECASE
# A letter that no keyboard gives is one that a broken font has lost: "củɚ Chính phủ".
_OF = regex.compile(r"\s? ,? \s? (?: do \s )? (?: \b | (?<=\d) ) cu (?: a | [^\x00-\x7f] ) \s (?: cac \s )?", _FLAGS)
_DATE_LEAD = regex.compile(
    r"""
    \s{0,3} (?: , \s? )? (?P<open> \( )? \s?
    (?: (?: duoc \s )? (?: ban\shanh | ky (?: \sban\shanh )? | cong\sbo | lap | ra ) \s )?
    (?: (?: hoi | luc ) \s \d{1,2} \s? (?: gio | h | : ) \s? (?: \d{1,2} \s? (?: phut | ' )? )? ,? \s? )?
    (?P<same> cung \s )?
    """,
    _FLAGS,
)
_CLOSING = regex.compile(r"\s?\)")
# Issued by several bodies together: the first part of the symbol ends so (TTLT, KHPH, HDLN).
_JOINT = regex.compile(r"[\p{Lu}\p{Ll}]* (?: LT | LB | LN | PH ) (?= [-/.] | $ )", regex.VERBOSE)
_OLD_JOINT = regex.compile(r"\b (?: LB | LN ) \b", regex.VERBOSE)
_BY = regex.compile(r"\s? ,? \s? do \s", _FLAGS)
_CELL = regex.compile(r"\s? ; \s? (?= ngay | \d )", _FLAGS)
_ISSUED = regex.compile(r"\s (?: ban\shanh | ky ) \b", _FLAGS)
_SAME = regex.compile(r"\b cung \s $", _FLAGS)
_JOINED = regex.compile(r"\s? (?: [,;] | va | [,;] \s va )? \s? (?: so \s? )?", _FLAGS)
_SAME_DAY = regex.compile(r"\s? ,? \s? \b cung \s ngay \b (?! \s \d )", _FLAGS)
# Before a date in figures alone: "12/QĐ-UBND, 05/4/2021", "12/QĐ-UBND 15/6/2021", "12/QĐ-UBND-28/10/2019".
_NO_WORD = regex.compile(r"\s? (?: , | - )? \s?", regex.VERBOSE)


def find_numbered(source: Source) -> list[CitationMatch]:
    """All numbered mentions of a text, in order, without their pinpoints."""
    found: list[CitationMatch] = []
    for number in source.numbers:
        previous = found[-1] if found else None
        if previous is None or number.span.start >= previous.span.stop:
            match = _read_mention(source, number, previous)
            found += [match] if match else []
    return _share_lists(_share_days(source, found))


def _share_days(source: Source, matches: list[CitationMatch]) -> list[CitationMatch]:
    """ "cùng ngày" is the day of the mention before, where that one has one; "cùng ngày 8/12/2023" is that of both."""
    shared: list[CitationMatch] = []
    for match in matches:
        if match.date_span and _SAME.search(source.folded, match.span.start, match.date_span.start):
            _lend_day(source, shared, match)
        same = _SAME_DAY.match(source.folded, match.span.stop) if shared and match.date_span is None else None
        if same and shared[-1].iso and match.issuer_span is None:
            day = Span(same.end() - len("cùng ngày"), same.end())
            span = Span(match.span.start, same.end())
            match = _read_issuer(source, replace(match, span=span, iso=shared[-1].iso, date_span=day))
        shared.append(match)
    return shared


def _lend_day(source: Source, before: list[CitationMatch], match: CitationMatch) -> None:
    """Gives the day of ``match`` to the undated mentions right ``before`` it."""
    start = match.span.start
    for at in range(len(before) - 1, -1, -1):
        earlier = before[at]
        if earlier.date_span or not _JOINED.fullmatch(source.folded, earlier.span.stop, start):
            return
        before[at] = replace(earlier, iso=match.iso, date_span=match.date_span)
        start = earlier.span.start


def _read_mention(source: Source, number: NumberMatch, previous: CitationMatch | None) -> CitationMatch | None:
    head = find_head(source, number, previous)
    if head is None:
        return None
    sureness = head.confidence * (1.0 if number.known else 0.75) * (0.6 if number.glued else 1.0)
    span = Span(head.start, number.span.stop)
    match = CitationMatch(
        span,
        head.kind,
        head.kind_span,
        number.reference,
        number.span,
        confidence=round(sureness, 3),
        listed=head.listed,
    )
    return read_tail(source, match)


def read_tail(source: Source, match: CitationMatch) -> CitationMatch:
    """The mention with the date and issuer printed after it, in either order."""
    for _ in range(2):
        if match.date_span is None:
            match = _read_date(source, match)
        if match.issuer_span is None:
            match = _read_issuer(source, match)
    return match


def _read_date(source: Source, match: CitationMatch) -> CitationMatch:
    lead = _DATE_LEAD.match(source.folded, match.span.stop)
    if lead is None:
        return match
    date = date_at(source.folded, lead.end())
    plain = _NO_WORD.match(source.folded, match.span.stop)
    if date is None and lead["open"]:
        date = numeric_date_at(source.folded, lead.end())
    elif date is None and plain and plain.end() > plain.start():
        date = numeric_date_at(source.folded, plain.end())
    if date is None or not lead["open"]:
        return _with_date(match, date, date.span.stop) if date else _cell_date(source, match)
    closing = _CLOSING.match(source.folded, date.span.stop)
    return _with_date(match, date, closing.end()) if closing else match


def _cell_date(source: Source, match: CitationMatch) -> CitationMatch:
    """A date that ends a cell of a table after its number: "1102/QĐ-UBND; 15/9/2019"."""
    lead = _CELL.match(source.folded, match.span.stop)
    if lead is None:
        return match
    date = date_at(source.folded, lead.end()) or numeric_date_at(source.folded, lead.end())
    ends = date is not None and not source.folded[date.span.stop :].strip(" .;")
    return _with_date(match, date, date.span.stop) if date and ends else match


def _with_date(match: CitationMatch, date: DateMatch, stop: int) -> CitationMatch:
    """A date that is none of the calendar leaves the mention undated and unsure."""
    confidence = match.confidence if date.iso or date.yearless else round(match.confidence * 0.6, 3)
    span = Span(match.span.start, stop)
    return replace(match, span=span, iso=date.iso, date_span=date.span, confidence=confidence)


def _read_issuer(source: Source, match: CitationMatch) -> CitationMatch:
    of = _OF.match(source.folded, match.span.stop)
    issuer = issuer_at(source.text, source.folded, of.end(), is_joint(match)) if of else _issued_by(source, match)
    if issuer is None:
        return match
    return replace(match, span=Span(match.span.start, issuer.stop), issuer_span=issuer)


def is_joint(match: CitationMatch) -> bool:
    symbol = match.reference.symbol or ""
    return _JOINT.match(symbol) is not None or _OLD_JOINT.search(symbol) is not None


def _issued_by(source: Source, match: CitationMatch) -> Span | None:
    """The body in "do Bộ trưởng Bộ Y tế ban hành"."""
    by = _BY.match(source.folded, match.span.stop)
    issuer = issuer_at(source.text, source.folded, by.end()) if by else None
    return issuer if issuer and _ISSUED.match(source.folded, issuer.stop) else None


def _share_lists(matches: list[CitationMatch]) -> list[CitationMatch]:
    """Date and issuer that a list says once, at its end, given to its members before it."""
    shared = list(matches)
    for i in range(len(shared) - 1, 0, -1):
        if shared[i].listed:
            shared[i - 1] = _inherit(shared[i - 1], shared[i])
    return shared


def _inherit(match: CitationMatch, following: CitationMatch) -> CitationMatch:
    if match.date_span is None and match.issuer_span is None:
        match = replace(match, iso=following.iso, date_span=following.date_span)
    if match.issuer_span is None:
        match = replace(match, issuer_span=following.issuer_span)
    return match
