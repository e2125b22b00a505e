"""Connected ink: outlines and their boxes.

`cv2.findContours` visits outlines only; labelling every pixel of a page takes 4 to 40 times as long (measured: 0.9 to
9 ms against 35 ms on masks of rules and on the ink of a page) and is needed where areas or single pixels count.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Any

import cv2
import numpy as np

Mask = np.ndarray[Any, np.dtype[np.uint8]]
"""An image that is 0 where nothing is."""

Outline = np.ndarray[Any, np.dtype[np.int32]]
BlobBox = tuple[int, int, int, int]
"""x, y, width, height in pixels."""

_NO_PARENT = -1


def outlines(mask: Mask) -> list[Outline]:
    """The outer outline of each blob (8-connected), of those inside the holes of others too."""
    contours, hierarchy = cv2.findContours(np.ascontiguousarray(mask), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if hierarchy is None:
        return []
    parents = np.asarray(hierarchy)[0, :, 3]
    return [np.asarray(outline, dtype=np.int32) for outline in compress(contours, parents == _NO_PARENT)]


def box_of(outline: Outline) -> BlobBox:
    x, y, width, height = cv2.boundingRect(outline)
    return x, y, width, height


def boxes(mask: Mask) -> list[BlobBox]:
    """The box of each blob, from the top of the image to its end."""
    return sorted((box_of(outline) for outline in outlines(mask)), key=lambda box: (box[1], box[0]))


def hull(found: Sequence[BlobBox]) -> BlobBox:
    """The box around several."""
    x0, y0 = min(box[0] for box in found), min(box[1] for box in found)
    x1, y1 = max(box[0] + box[2] for box in found), max(box[1] + box[3] for box in found)
    return x0, y0, x1 - x0, y1 - y0


def only(mask: Mask, kept: Sequence[Outline]) -> Mask:
    """The mask with nothing but the blobs of these outlines."""
    filled = np.zeros(mask.shape, np.uint8)
    cv2.drawContours(filled, kept, -1, 255, cv2.FILLED)
    return np.asarray(cv2.bitwise_and(filled, np.ascontiguousarray(mask)), dtype=np.uint8)
