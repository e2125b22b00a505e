"""The body that stands before a mention as its subject: "theo đề nghị của Sở Công Thương tại Tờ trình số …", "UBND tỉnh
đã ban hành Kế hoạch số …".

It is not the issuer as printed with the mention (that stands after it), but it tells whose document it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.citations.issuers import LONGEST_NAME, issuer_at, issuer_heads
from pipeline.citations.match import CitationMatch
from pipeline.citations.source import Source
from pipeline.citations.span import Span

_AT = regex.compile(
    r"""
    \s (?: (?: da \s )? (?: ky \s )? ban\shanh \s
          | (?: (?: da \s )?
                (?: phe\sduyet | chap\sthuan | cho\sy\skien | chi\sdao | thong\squa | dong\sy | giao ) \s )?
            tai \s )
    (?: cac \s )? $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_LONGEST_AT = len(" đã cho ý kiến tại các ")


def add_subjects(source: Source, matches: Sequence[CitationMatch]) -> list[CitationMatch]:
    """The mentions, those without an issuer after them with the body right before them."""
    return [match if match.issuer_span else replace(match, subject_span=_subject(source, match)) for match in matches]


def _subject(source: Source, match: CitationMatch) -> Span | None:
    start = match.span.start
    at = _AT.search(source.folded, max(0, start - _LONGEST_AT), start)
    if at is None:
        return None
    for head in issuer_heads(source.folded, max(0, at.start() - LONGEST_NAME), at.start()):
        name = issuer_at(source.text, source.folded, head)
        if name and name.stop == at.start():
            return name
    return None
