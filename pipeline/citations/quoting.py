"""Words inside quotation marks: those of a text that is amended or replaced, not what the document itself does.

An amended article is quoted over many paragraphs: “ opens in one, ” closes in a later one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

MOST_BLOCKS = 60  # that one quotation runs over; after that its end is taken to be lost
_MARK = regex.compile(r"[“”„«»\"]")
_OPENS, _CLOSES = "“„«", "”»"


@dataclass(frozen=True, slots=True)
class Quotes:
    """Where quotation begins and ends in a block: ``turns`` are offsets, ``open`` whether its beginning is quoted."""

    turns: tuple[int, ...]
    open: bool

    def hold(self, offset: int) -> bool:
        """Whether the character at ``offset`` is quoted."""
        return self.open is (bisect_right(self.turns, offset) % 2 == 0)


def quotes_of(texts: Sequence[str]) -> Iterator[Quotes]:
    """The quotations of each block; only one that a block begins with runs on to the next."""
    since = None
    for index, text in enumerate(texts):
        if since is not None and index - since > MOST_BLOCKS:
            since = None
        quotes = _quotes(text, since is not None)
        yield quotes
        if not quotes.hold(len(text)):
            since = None
        elif since is None:
            since = index


def _quotes(text: str, opened: bool) -> Quotes:
    turns, inside = [], opened
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if (sign in _OPENS and inside) or (sign in _CLOSES and not inside):
            continue
        turns.append(mark.start())
        inside = not inside
    if inside and turns and not _runs_on(text, turns):
        turns.pop()  # opened and never closed: a speck of a scan, or a slip
    return Quotes(tuple(turns), opened)


def _runs_on(text: str, turns: Sequence[int]) -> bool:
    """Whether the quotation that is open at the end is the whole of the block: “Điều 5. …"""
    return text[turns[-1]] in _OPENS and not text[: turns[-1]].strip(" .…-")
