"""One mention in a text, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.citations.normal import Reference
from pipeline.citations.span import Span


@dataclass(frozen=True, slots=True)
class CitationMatch:
    """``span`` is the whole mention: from its pinpoint or kind to the end of its date or issuer.

    Parts that are not printed are None. ``date_span`` and ``issuer_span`` may stand outside ``span`` where a list says
    them once for all its members, ``pinpoint_spans`` where the pinpoint is told after the mention. ``iso`` is None with
    a ``date_span`` where the print is no date of the calendar. ``subject_span`` is the body that stands before the
    mention ("Sở … tại Tờ trình số"). ``listed``: it shares the kind of the mention before it.
    """

    span: Span
    kind: str | None
    kind_span: Span | None
    reference: Reference
    number_span: Span | None
    iso: str | None = None
    date_span: Span | None = None
    issuer_span: Span | None = None
    pinpoint_spans: tuple[Span, ...] = ()
    subject_span: Span | None = None
    confidence: float = 1.0
    listed: bool = False
