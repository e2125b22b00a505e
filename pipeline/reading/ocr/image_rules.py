"""Ruling lines of a table, found in the image of a page.

A rule is a long straight run of ink that is thin; runs that touch no rule of the other direction are underlines or
letters, and only horizontal ones of those are kept (a footnote separator is one).
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from pipeline.model import Rule
from pipeline.reading.ocr.raster import Image, Raster

LEAST_ACROSS, LEAST_DOWN = 0.5, 0.3
"""Inches: the shortest horizontal and vertical run that counts (rows of small print are 0.17 inch high)."""

GAP = 0.015
"""Inches: gaps in rules of black-and-white scans that are closed (measured at 300 dpi)."""

THICKEST = 0.03
_SEARCH_WINDOW, _SEARCH_OFFSET = 31, 12

Mask = np.ndarray[Any, np.dtype[np.uint8]]


def find_rules(raster: Raster) -> tuple[Rule, ...]:
    """The rules of the level image, in points."""
    across, down = rule_masks(raster.grey, raster.dpi)
    rules = [*_runs(across, raster, horizontal=True), *_runs(down, raster, horizontal=False)]
    return tuple(rules)


def rule_masks(grey: Image, dpi: int) -> tuple[Mask, Mask]:
    """Pixels of long horizontal and of long vertical runs of ink."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 0.8)
    ink = np.asarray(
        cv2.adaptiveThreshold(
            smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _SEARCH_WINDOW, _SEARCH_OFFSET
        ),
        dtype=np.uint8,
    )
    gap = int(dpi * GAP) | 1
    across = _long_runs(ink, (int(dpi * LEAST_ACROSS), 1), (gap, 1), np.ones((3, 1), np.uint8))
    down = _long_runs(ink, (1, int(dpi * LEAST_DOWN)), (1, gap), np.ones((1, 3), np.uint8))
    return across, down


def _long_runs(ink: Image, length: tuple[int, int], gap: tuple[int, int], wobble: Mask) -> Mask:
    closed = cv2.morphologyEx(cv2.dilate(ink, wobble), cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, gap))
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, length))
    return np.asarray(runs, dtype=np.uint8)


def _runs(mask: Mask, raster: Raster, horizontal: bool) -> list[Rule]:
    """The thin connected runs of a mask as rules through their middle."""
    thickest = THICKEST * raster.dpi + 2
    count, _, boxes, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    rules = []
    for x, y, width, height, _area in boxes[1:count].tolist():
        if (height if horizontal else width) > thickest * 3:
            continue
        if horizontal:
            middle = (y + height / 2) / raster.dots
            rules.append(Rule(x / raster.dots, middle, (x + width) / raster.dots, middle))
        else:
            middle = (x + width / 2) / raster.dots
            rules.append(Rule(middle, y / raster.dots, middle, (y + height) / raster.dots))
    return rules
