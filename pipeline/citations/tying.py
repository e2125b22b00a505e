"""Which mention a pinpoint belongs to: the one it stands right before, or the one it is told right after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.citations.match import CitationMatch
from pipeline.citations.pinpoints import follows, leads_to
from pipeline.citations.source import Source
from pipeline.citations.span import Span


def add_pinpoints(source: Source, matches: Sequence[CitationMatch]) -> list[CitationMatch]:
    """The mentions (in order) with their pinpoints."""
    if not matches:
        return []
    limits = [*(match.span.start for match in matches[1:]), len(source.text)][: len(matches)]
    return [_add_pinpoint(source, match, limit) for match, limit in zip(matches, limits, strict=True)]


def _add_pinpoint(source: Source, match: CitationMatch, limit: int) -> CitationMatch:
    """The pinpoint right before a mention is part of it; one that is told right after it is not."""
    pinpoints = source.pinpoints
    at = bisect_right(pinpoints, match.span.start, key=lambda pinpoint: pinpoint.stop)
    if at and leads_to(source.folded, pinpoints[at - 1], match.span.start):
        before = pinpoints[at - 1]
        return replace(match, span=Span(before.start, match.span.stop), pinpoint_spans=(before,))
    at = bisect_right(pinpoints, match.span.stop - 1, key=lambda pinpoint: pinpoint.start)
    after = pinpoints[at] if at < len(pinpoints) and pinpoints[at].stop <= limit else None
    if after and follows(source.folded, match.span.stop, after):
        return replace(match, pinpoint_spans=(after,))
    return match
