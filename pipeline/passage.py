"""Text that knows where it stands: boxes on a page, and running text whose every word has one.

Coordinates are PDF points from the top-left corner of the page as it is shown (after rotation). Pages count
from 1. Text is NFC.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter

_START, _STOP = attrgetter("start"), attrgetter("stop")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on one page, in points from the top-left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @classmethod
    def around(cls, boxes: Iterable[Box]) -> Box:
        """The smallest box around all of ``boxes``: one or more, on one page."""
        return reduce(cls.union, boxes)

    def union(self, other: Box) -> Box:
        """The smallest box around both; they must stand on the same page."""
        if self.page != other.page:
            raise ValueError("boxes of two pages have no union")
        return Box(
            self.page,
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )

    def contains(self, x: float, y: float) -> bool:
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters ``start:stop`` of a passage stand in ``box`` (one word of print, one line)."""

    start: int
    stop: int
    box: Box
    edges: tuple[float, ...] | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class NoteMarker:
    """A footnote marker that stood at ``offset`` of a passage; the text itself does not contain it."""

    offset: int
    label: str
    box: Box


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text joined over lines (and pages), with the box of every word in it.

    ``text`` has single spaces, no line breaks (line-end hyphens are joined) and no footnote markers;
    ``pieces`` stand in the order of the text and do not overlap, so that those of a range are found by halving;
    ``bold`` are the character ranges that are printed bold.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    markers: tuple[NoteMarker, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()

    def boxes(self, start: int = 0, stop: int | None = None) -> tuple[Box, ...]:
        """One box a line of print for the characters ``start:stop``."""
        stop = len(self.text) if stop is None else stop
        lines: list[Box] = []
        for piece in self._pieces_in(start, stop):
            box = _part(piece, start, stop)
            if lines and _same_line(lines[-1], box):
                lines[-1] = lines[-1].union(box)
            else:
                lines.append(box)
        return tuple(lines)

    def page_at(self, offset: int) -> int:
        """The page on which the character at ``offset`` stands (of the nearest word before it, for a space)."""
        if not self.pieces:
            raise ValueError("a passage without print stands on no page")
        following = bisect_right(self.pieces, offset, key=_START)
        return self.pieces[max(following - 1, 0)].box.page

    def confidence(self, start: int = 0, stop: int | None = None) -> float:
        """How surely the characters ``start:stop`` were read: that of the least sure word among them."""
        stop = len(self.text) if stop is None else stop
        return min((piece.confidence for piece in self._pieces_in(start, stop)), default=1.0)

    @property
    def page_first(self) -> int:
        return self.pieces[0].box.page

    @property
    def page_last(self) -> int:
        return self.pieces[-1].box.page

    def cut(self, start: int, stop: int | None = None) -> Passage:
        """The passage of the characters ``start:stop``, offsets counted anew."""
        stop = len(self.text) if stop is None else stop
        pieces = tuple(_piece_of(p, start, stop) for p in self._pieces_in(start, stop))
        markers = tuple(NoteMarker(m.offset - start, m.label, m.box) for m in self.markers if start <= m.offset <= stop)
        bold = tuple(
            (max(a, start) - start, min(b, stop) - start) for a, b in self.bold if max(a, start) < min(b, stop)
        )
        return Passage(self.text[start:stop], pieces, markers, bold)

    def _pieces_in(self, start: int, stop: int) -> tuple[Piece, ...]:
        """The pieces of which a part lies in ``start:stop``."""
        if start >= stop:
            return ()
        first = bisect_right(self.pieces, start, key=_STOP)
        return self.pieces[first : max(bisect_left(self.pieces, stop, key=_START), first)]


def join_passages(passages: tuple[Passage, ...] | list[Passage], separator: str = " ") -> Passage:
    """One passage after the other, with ``separator`` between their texts."""
    text, pieces, markers, bold = "", [], [], []
    for passage in passages:
        if text and passage.text:
            text += separator
        at = len(text)
        pieces += [Piece(p.start + at, p.stop + at, p.box, p.edges, p.confidence) for p in passage.pieces]
        markers += [NoteMarker(m.offset + at, m.label, m.box) for m in passage.markers]
        bold += [(a + at, b + at) for a, b in passage.bold]
        text += passage.text
    return Passage(text, tuple(pieces), tuple(markers), tuple(bold))


def _piece_of(piece: Piece, start: int, stop: int) -> Piece:
    """What of a piece lies in ``start:stop``, counted from ``start``, with the edges of its characters."""
    first, last = max(start, piece.start), min(stop, piece.stop)
    edges = piece.edges
    if edges is not None and len(edges) == piece.stop - piece.start + 1:
        edges = edges[first - piece.start : last - piece.start + 1]
    else:
        edges = None
    return Piece(first - start, last - start, _part(piece, start, stop), edges, piece.confidence)


def _part(piece: Piece, start: int, stop: int) -> Box:
    box, length = piece.box, piece.stop - piece.start
    first, last = max(start, piece.start) - piece.start, min(stop, piece.stop) - piece.start
    if first == 0 and last == length:
        return box
    edges = piece.edges
    if edges is not None and len(edges) == length + 1:
        return Box(box.page, edges[first], box.top, edges[last], box.bottom)
    letter = box.width / length
    return Box(box.page, box.x0 + letter * first, box.top, box.x0 + letter * last, box.bottom)


def _same_line(a: Box, b: Box) -> bool:
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return a.page == b.page and b.x0 >= a.x0 and overlap > 0.5 * min(a.height, b.height)
