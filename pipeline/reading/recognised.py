"""A page as OCR read it from its picture, with the text that form fields and stamps lay over it.

The picture shows what is filled in as well, but there the text itself is at hand ("Người ký: …", a number, a day):
it stands for what OCR made of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.model import Box, Finding, Page, Word
from pipeline.reading.findings import poorly_recognised

if TYPE_CHECKING:
    from pipeline.reading.ocr.page import OcrPage

ENOUGH_CONFIDENCE = 0.6
"""Mean confidence of the words of a recognised page, below which it is named; sound scans have 0.93 and more."""

AROUND = 0.35
"""Share of its size around a filled-in word in which a recognised one is the same print."""


def recognised_page(
    number: int, rotation: int, found: OcrPage, filled_in: Sequence[Word]
) -> tuple[Page, tuple[Finding, ...]]:
    """The page with the words of ``found``; those ``filled_in`` (on the page as shown) replace what lies under them."""
    over = [_levelled(word, found) for word in filled_in] if found.turn == 0 else []
    words = (*(word for word in found.words if not any(_lies_under(word, top) for top in over)), *over)
    poor = (poorly_recognised(number),) if found.confidence < ENOUGH_CONFIDENCE else ()
    page = Page(
        number,
        found.width,
        found.height,
        rotation,
        words,
        found.rules,
        "ocr",
        round(found.confidence, 3),
        found.turn,
        found.skew,
    )
    return page, (*poor, *found.findings)


def _levelled(word: Word, found: OcrPage) -> Word:
    """The word on the page that was turned by its skew (counter-clockwise about its middle), upright itself."""
    angle = math.radians(found.skew)
    box = word.box
    dx, dy = (box.x0 + box.x1 - found.width) / 2, (box.top + box.bottom - found.height) / 2
    right = dx * math.cos(angle) + dy * math.sin(angle) - dx
    down = dy * math.cos(angle) - dx * math.sin(angle) - dy
    placed = Box(box.page, box.x0 + right, box.top + down, box.x1 + right, box.bottom + down)
    edges = tuple(edge + right for edge in word.edges) if word.edges else None
    return replace(word, box=placed, baseline=word.baseline + down, edges=edges)


def _lies_under(word: Word, top: Word) -> bool:
    margin = AROUND * top.size
    box = Box(top.box.page, top.box.x0 - margin, top.box.top - margin, top.box.x1 + margin, top.box.bottom + margin)
    return box.contains(*word.box.centre)
