"""Quotations over several paragraphs: the words of an amended act, whose numbers are no parts of this document."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.model import Paragraph

MOST_PARAGRAPHS = 80
"""A quotation that does not end within this many paragraphs is a quotation mark too few, and quotes nothing."""

_BEGINS = regex.compile(r"^[“„\"]")
_OPENS = regex.compile(r"[“„] | (?<![^\s(]) \" (?=\S)", regex.VERBOSE)
_CLOSES = regex.compile(r"” | (?<=\S) \" (?![\p{L}\p{Nd}])", regex.VERBOSE)


def quoted(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The indexes of the paragraphs that stand inside a quotation which begins with one and ends in another."""
    inside: set[int] = set()
    for index, paragraph in enumerate(paragraphs):
        if index not in inside and _BEGINS.match(paragraph.passage.text):
            inside.update(range(index, _end(paragraphs, index)))
    return frozenset(inside)


def _end(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The index after the quotation that begins with paragraph ``start``; ``start`` itself if it never ends."""
    depth = 0
    for index in range(start, min(start + MOST_PARAGRAPHS, len(paragraphs))):
        text = paragraphs[index].passage.text
        depth += len(_OPENS.findall(text)) - len(_CLOSES.findall(text))
        if depth <= 0:
            return index + 1
    return start
