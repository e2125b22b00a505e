"""A date that stands behind the title: "Thông tư số 128/2020/TT-BCA Quy định về … ngày 03/12/2020 của Bộ Công an".

A date in a title can be that of anything. It is taken only where nothing ends the clause before it, where the body that
issued the document or "ban hành" says what it is the date of, and where the number holds the very year of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.citations.dates import date_at
from pipeline.citations.grammar import is_joint
from pipeline.citations.issuers import issuer_at
from pipeline.citations.match import CitationMatch
from pipeline.citations.source import Source
from pipeline.citations.titles import title_start

LONGEST_TITLE = 400
_FLAGS = regex.VERBOSE | regex.IGNORECASE
_END = regex.compile(r"[;:()] | \.\s", regex.VERBOSE)
_DATE = regex.compile(r"\s (?P<issued> ban\shanh \s )? (?= ngay \s \d )", _FLAGS)
_OF = regex.compile(r"\s cua \s", _FLAGS)


def add_late_dates(source: Source, matches: Sequence[CitationMatch]) -> list[CitationMatch]:
    """The mentions (in order), the undated ones with the date and issuer that stand behind their titles."""
    limits = [*(match.span.start for match in matches[1:]), len(source.text)][: len(matches)]
    return [_read(source, match, limit) for match, limit in zip(matches, limits, strict=True)]


def _read(source: Source, match: CitationMatch, limit: int) -> CitationMatch:
    if match.date_span or match.issuer_span or match.reference.year is None:
        return match
    start = title_start(source, match)
    if start is None:
        return match
    limit = min(limit, start + LONGEST_TITLE)
    end = _END.search(source.folded, start, limit)
    for lead in _DATE.finditer(source.folded, start, end.start() if end else limit):
        date = date_at(source.folded, lead.end())
        if date is None or date.iso is None or int(date.iso[:4]) != match.reference.year:
            continue
        of = _OF.match(source.folded, date.span.stop)
        issuer = issuer_at(source.text, source.folded, of.end(), is_joint(match)) if of else None
        if issuer or lead["issued"]:
            return replace(match, iso=date.iso, date_span=date.span, issuer_span=issuer)
    return match
