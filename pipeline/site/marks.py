"""Where rows stand on a page: their boxes as shares of its width and height, for marks over its picture."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

MARGIN_POINTS = 1.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle over the picture of a page, in percent of its width and height."""

    left: float
    top: float
    width: float
    height: float


def boxes_of(stored: str | None) -> Sequence[Sequence[float]]:
    """The boxes of a row as stored, ``[page, x0, top, x1, bottom]``; none where they cannot be understood."""
    try:
        boxes = json.loads(stored or "[]")
        return [[float(number) for number in box] for box in boxes if len(box) == 5]
    except (ValueError, TypeError):
        return []


class StoredPart(TypedDict):
    """One component of a row as stored: its name, what is printed, where."""

    part: str
    text: str
    boxes: list[list[float]]


def parts_of(stored: str | None) -> Sequence[StoredPart]:
    """The components of a row as stored; none where they cannot be understood."""
    try:
        parts = json.loads(stored or "[]")
        return [
            StoredPart(part=str(p["part"]), text=str(p["text"]), boxes=[list(map(float, box)) for box in p["boxes"]])
            for p in parts
        ]
    except (ValueError, TypeError, KeyError):
        return []


def pages_of(boxes: Sequence[Sequence[float]]) -> Sequence[int]:
    return sorted({int(box[0]) for box in boxes})


def marks_on(boxes: Sequence[Sequence[float]], page: int, width: float, height: float) -> Sequence[Mark]:
    """The marks of ``boxes`` on one page of ``width`` × ``height`` points, a little wider than the print."""
    return [_mark(box, width, height) for box in boxes if int(box[0]) == page and width > 0 and height > 0]


def _mark(box: Sequence[float], width: float, height: float) -> Mark:
    _, x0, top, x1, bottom = box
    return Mark(
        left=round(100 * (x0 - MARGIN_POINTS) / width, 3),
        top=round(100 * (top - MARGIN_POINTS) / height, 3),
        width=round(100 * (x1 - x0 + 2 * MARGIN_POINTS) / width, 3),
        height=round(100 * (bottom - top + 2 * MARGIN_POINTS) / height, 3),
    )
