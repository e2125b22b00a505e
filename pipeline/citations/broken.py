"""Mentions that print or layout has parted: "… theo Điều 9 Nghị" ends a block, "định số 09/2018/NĐ-CP" begins the next.

Headings that wrap, and pages that were recognised, are cut so. The number alone would stand without its kind and its
pinpoint, which are on the page all the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.citations.fold import fold
from pipeline.citations.kinds import find_kinds
from pipeline.citations.match import CitationMatch
from pipeline.citations.pinpoints import find_pinpoints, leads_to
from pipeline.citations.span import Span
from pipeline.model import Block

LONGEST_TAIL = 160
LONGEST_START = 20  # what can stand before the number in its own block: "định số"
_SIGN = regex.compile(r"\s* (?: \b so \s? :? )? \s*", regex.VERBOSE | regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """What the block before says of the first mention of a block: ``span`` of its text, from pinpoint or kind on."""

    block: Block
    span: Span
    kind: str
    pinpoint: str | None


def lead_of(before: Block | None, block: Block, match: CitationMatch) -> Lead | None:
    """The kind and pinpoint at the very end of the block ``before``, where ``match`` begins its own without them.

    None where nothing but the kind stands in ``before``: that is a title, and what follows is its own number.
    """
    if before is None or match.kind is not None or match.number_span is None or "table" in (before.zone, block.zone):
        return None
    if match.number_span.start > LONGEST_START:
        return None
    whole = before.passage.text.rstrip()
    tail = whole[-LONGEST_TAIL:]
    joined = f"{tail} {block.passage.text[: match.number_span.start]}"
    folded, offset = fold(joined), len(whole) - len(tail)
    kind = next(reversed(find_kinds(joined, folded)), None)
    if kind is None or kind.kind is None or not kind.capital or not _SIGN.fullmatch(folded, kind.span.stop):
        return None
    if kind.span.start >= len(tail) or not whole[: offset + kind.span.start].strip():
        return None
    pinpoint = next((p for p in reversed(find_pinpoints(joined, folded)) if leads_to(folded, p, kind.span.start)), None)
    start = pinpoint.start if pinpoint else kind.span.start
    return Lead(before, Span(offset + start, len(whole)), kind.name, pinpoint.of(joined) if pinpoint else None)
