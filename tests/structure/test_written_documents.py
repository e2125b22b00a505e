"""Whole documents after the forms in use: letterhead, outline and zones against what a person reads."""

from __future__ import annotations

import pytest

from tests.structure import written_acts, written_forms, written_plans
from tests.structure.typesetting import differences, read
from tests.structure.written_plans import Written

DOCUMENTS = {
    name: document
    for module in (written_plans, written_acts, written_forms)
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
