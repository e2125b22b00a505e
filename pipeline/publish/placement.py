"""Boxes as they lie on the page that is shown: a page may have been turned, and made level, to be read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from pipeline.model import Box, PageRecord


class Placement:
    """Maps boxes of one document from its pages as read to its pages as shown."""

    def __init__(self, pages: Sequence[PageRecord]) -> None:
        self._moved = {page.number: page for page in pages if page.turn or page.skew}

    def shown(self, boxes: Iterable[Box]) -> tuple[Box, ...]:
        return tuple(_shown(box, self._moved[box.page]) if box.page in self._moved else box for box in boxes)


def _shown(box: Box, page: PageRecord) -> Box:
    """The box with its middle where it is printed, upright: a skew of a degree or two changes no more than that."""
    width, height = _read_size(page)
    x, y = _tilted((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2, page.skew, width, height)
    x, y = _turned_back(x, y, page.turn, width, height)
    wide, high = (box.height, box.width) if page.turn in (90, 270) else (box.width, box.height)
    return Box(box.page, x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _read_size(page: PageRecord) -> tuple[float, float]:
    """Width and height of the page as it was read."""
    return (page.height, page.width) if page.turn in (90, 270) else (page.width, page.height)


def _tilted(x: float, y: float, skew: float, width: float, height: float) -> tuple[float, float]:
    """A point of the level page on the page before it was turned by ``skew`` degrees about its middle."""
    angle = math.radians(skew)
    dx, dy = x - width / 2, y - height / 2
    return (
        width / 2 + dx * math.cos(angle) - dy * math.sin(angle),
        height / 2 + dx * math.sin(angle) + dy * math.cos(angle),
    )


def _turned_back(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """A point of a page that was turned clockwise by ``turn`` degrees to be read, on the page as shown."""
    if turn == 90:
        return y, width - x
    if turn == 180:
        return width - x, height - y
    if turn == 270:
        return height - y, x
    return x, y
