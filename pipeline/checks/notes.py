"""Findings about footnotes: notes without a place in the text, and numbers left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model import Finding, Footnote, Subject


def check_notes(notes: Sequence[Footnote]) -> Iterator[Finding]:
    yield from _without_anchor(notes)
    yield from _missing(notes)


def _without_anchor(notes: Sequence[Footnote]) -> Iterator[Finding]:
    for index, note in enumerate(notes):
        if note.anchor is None and note.passage.pieces:
            message = (
                f"Chú thích {note.marker} “{note.passage.text[:60]}” không có dấu dẫn trong nội dung "
                "(footnote without a marker in the text)"
            )
            boxes = note.passage.boxes()
            yield Finding("note_without_anchor", "warning", message, boxes[0].page, boxes, Subject("footnotes", index))


def _missing(notes: Sequence[Footnote]) -> Iterator[Finding]:
    """Numbers of notes that run on from the note before, with some left out; they may start anew on any page."""
    numbered = [(index, int(note.marker)) for index, note in enumerate(notes) if note.marker.isdigit()]
    for (_, before), (index, after) in pairwise(numbered):
        if after - before > 1:
            missing = ", ".join(str(number) for number in range(before + 1, after))
            message = f"Thiếu chú thích số {missing}: sau {before} là {after} (footnote number missing)"
            passage = notes[index].passage
            page = passage.page_first if passage.pieces else None
            yield Finding("note_missing", "warning", message, page, passage.boxes(), Subject("footnotes", index))
