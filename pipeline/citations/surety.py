"""How sure a citation is: no surer than the print it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.model import Block, Citation, CitationPart, Page

LEAST_READ = 0.3
"""Confidence of a word below which nothing was read: every look at it had another reading (`reading.ocr.doubts`)."""

_FIGURES = regex.compile(r"[^/-]*")


def as_sure_as_their_print(
    citations: Sequence[Citation], blocks: Sequence[Block], pages: Sequence[Page]
) -> tuple[Citation, ...]:
    """Citations in reading order; none is surer than its page, or than the least sure of its words.

    A number or day that was written by hand, and so not read, is left out.
    """
    trust = {page.number: page.confidence for page in pages}
    bounded = (_bounded(citation, blocks[citation.block], trust[citation.page]) for citation in citations)
    return tuple(sorted(bounded, key=lambda c: (c.page, c.boxes[0].top if c.boxes else 0.0, c.block, c.start)))


def _bounded(citation: Citation, block: Block, trust: float) -> Citation:
    words = block.passage.confidence(citation.start, citation.stop)
    unread = {part.name for part in citation.parts if _is_unread(part, block)}
    if "number" in unread:
        citation = replace(citation, number=None, ref=None)
    if "date" in unread:
        citation = replace(citation, issued_on=None)
    return replace(citation, confidence=round(min(citation.confidence, trust, words), 2))


def _is_unread(part: CitationPart, block: Block) -> bool:
    """Whether nothing was read of a part; of a number its figures count, not the symbol behind them."""
    figures = _FIGURES.match(part.text) if part.name == "number" else None
    stop = part.start + figures.end() if figures else part.stop
    return block.passage.confidence(part.start, stop) < LEAST_READ
