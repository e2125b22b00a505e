"""Whole documents after the forms in use: letterhead, outline and zones against what a person reads."""

from __future__ import annotations

import pytest

from tests.structure import (
    written_acts,
    written_attached,
    written_forms,
    written_lookalikes,
    written_notes,
    written_numbering,
    written_plans,
    written_tops,
)
from tests.structure.typesetting import differences, read
from tests.structure.written_plans import Written

DOCUMENTS = {
    name: document
    for module in (
        written_plans,
        written_acts,
        written_forms,
        written_attached,
        written_numbering,
        written_lookalikes,
        written_tops,
        written_notes,
    )
    for name, document in vars(module).items()
    if isinstance(document, Written)
}
pytestmark = pytest.mark.parametrize("name", DOCUMENTS)


def test_letterhead(name: str) -> None:
    document = DOCUMENTS[name]
    letterhead = read(document.markup).letterhead
    assert {field: getattr(letterhead, field) for field in document.fields} == document.fields


def test_outline(name: str) -> None:
    document = DOCUMENTS[name]
    assert "\n".join(differences(read(document.markup), document.sections)) == ""


def test_notes(name: str) -> None:
    document = DOCUMENTS[name]
    notes = read(document.markup).footnotes
    assert [(note.marker, note.passage.text) for note in notes] == [note[:2] for note in document.notes]
    anchors = [note.anchor_text or "" for note in notes]
    wanted = [anchor for _, _, anchor in document.notes]
    assert [text[-len(anchor) :] for text, anchor in zip(anchors, wanted, strict=True)] == wanted


def test_zones(name: str) -> None:
    document = DOCUMENTS[name]
    blocks = read(document.markup).blocks
    found = {
        start: next((block.zone for block in blocks if block.passage.text.startswith(start)), None)
        for start in document.zones
    }
    assert found == document.zones


def test_blocks_come_in_reading_order(name: str) -> None:
    places = [block.passage.pieces[0].box for block in read(DOCUMENTS[name].markup).blocks if block.footnote is None]
    assert [(box.page, box.top) for box in places] == sorted((box.page, box.top) for box in places)
