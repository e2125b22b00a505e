"""Footnotes: their text over lines and pages, and the place of the marker they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.lines import join_lines
from pipeline.model import Anchor, Block, Footnote, LaidOutPage, Line, Passage

ANCHOR_CHARACTERS = 80
"""How much of the text before a marker is kept; the schema asks for at least 40 characters."""


def read_notes(pages: Sequence[LaidOutPage]) -> tuple[tuple[str, Passage], ...]:
    """Marker and text of every note in the order of the pages; one that runs on to the next page is one note."""
    notes: list[tuple[str, list[Line]]] = []
    for page in pages:
        for line in page.notes:
            label = _starting_label(line)
            if label is not None:
                notes.append((label, [line]))
            elif notes:
                notes[-1][1].append(line)
    return tuple((label, _without_marker(join_lines(lines))) for label, lines in notes)


def tie_notes(notes: Sequence[tuple[str, Passage]], blocks: Sequence[Block]) -> tuple[Footnote, ...]:
    """The notes with the place of their markers in ``blocks``; a note whose marker is nowhere has no anchor."""
    places = [
        (marker.label, marker.box.page, Anchor(index, marker.offset))
        for index, block in enumerate(blocks)
        for marker in block.passage.markers
    ]
    return tuple(_tie(label, passage, places, blocks) for label, passage in notes)


def _tie(label: str, passage: Passage, places: Sequence[tuple[str, int, Anchor]], blocks: Sequence[Block]) -> Footnote:
    page = passage.page_first
    same_page = [anchor for name, at, anchor in places if name == label and at == page]
    page_before = [anchor for name, at, anchor in places if name == label and at == page - 1]
    anchor = next(iter((*same_page, *page_before)), None)
    text = None
    if anchor is not None:
        before = blocks[anchor.block].passage.text[: anchor.offset].rstrip()
        text = before[-ANCHOR_CHARACTERS:].lstrip() or None
    return Footnote(label, passage, anchor, text)


def _starting_label(line: Line) -> str | None:
    markers = line.passage.markers
    return markers[0].label if markers and markers[0].offset == 0 else None


def _without_marker(passage: Passage) -> Passage:
    """The note's own marker is its label, no marker in its text."""
    return Passage(passage.text, passage.pieces, passage.markers[1:], passage.bold)
