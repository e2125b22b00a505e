"""Ruling lines of a table, found in the image of a page.

A rule is a long straight run of ink that is thin; runs that touch no rule of the other direction are underlines or
letters, and only horizontal ones of those are kept (a footnote separator is one).
"""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.model import Rule
from pipeline.reading.ocr.blobs import Mask, boxes
from pipeline.reading.ocr.raster import Image, Raster
from pipeline.reading.ocr.torn_rules import bridged, reaching, sides_of_low_rows, without_letters

LEAST_ACROSS, LEAST_DOWN = 0.5, 0.3
"""Inches: the shortest horizontal and vertical run that counts by itself."""

LEAST_ROW = 0.14
"""Inches: the shortest vertical run that counts where it reaches from one horizontal rule to the next (rows of small
print are 0.17 inch high)."""

GAP, ROW_GAP = 0.015, 0.05
"""Inches: gaps that are closed in rules of black-and-white scans (measured at 300 dpi), and in the sides of a row."""

THICKEST = 0.03
_SEARCH_WINDOW, _SEARCH_OFFSET = 31, 8


def find_rules(raster: Raster, masks: tuple[Mask, Mask]) -> tuple[Rule, ...]:
    """The rules of the level image, whose `rule_masks` these are, in points."""
    across, down = masks
    rules = [*_runs(across, raster, horizontal=True), *_runs(down, raster, horizontal=False)]
    return tuple(rules)


def rule_masks(grey: Image, dpi: int) -> tuple[Mask, Mask]:
    """Pixels of horizontal and of vertical rules. A page without vertical runs has no table, and costs little."""
    ink = _ink(grey)
    gap = int(dpi * GAP) | 1
    across = _long_runs(ink, (int(dpi * LEAST_ACROSS), 1), (gap, 1))
    if not across.any():  # without horizontal rules there is no table, and vertical ones are no rules
        return across, across
    down = _long_runs(ink, (1, int(dpi * LEAST_DOWN)), (1, gap))
    if down.any():
        down = without_letters(down, across, dpi)
    if not down.any():
        return across, down
    low = _long_runs(ink, (1, int(dpi * LEAST_ROW)), (1, int(dpi * ROW_GAP) | 1))
    thickest = THICKEST * dpi + 2
    down |= sides_of_low_rows(low, across, ink, dpi, thickest)
    across = bridged(across, down, dpi)
    down = bridged(down.T, across.T, dpi).T
    across = reaching(across.T, down.T, dpi).T
    down = reaching(down | sides_of_low_rows(low, across, ink, dpi, thickest), across, dpi)
    return np.ascontiguousarray(across), down


def _ink(grey: Image) -> Mask:
    smooth = cv2.GaussianBlur(grey, (0, 0), 0.8)
    method = cv2.ADAPTIVE_THRESH_MEAN_C
    ink = cv2.adaptiveThreshold(smooth, 255, method, cv2.THRESH_BINARY_INV, _SEARCH_WINDOW, _SEARCH_OFFSET)
    return np.asarray(ink, dtype=np.uint8)


def _long_runs(ink: Mask, length: tuple[int, int], gap: tuple[int, int]) -> Mask:
    """Runs of at least ``length`` (width, height), which may wobble by a pixel and have gaps."""
    wobble = np.ones((3, 1) if length[0] > length[1] else (1, 3), np.uint8)
    closed = cv2.morphologyEx(cv2.dilate(ink, wobble), cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, gap))
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, length))
    return np.asarray(runs, dtype=np.uint8)


def _runs(mask: Mask, raster: Raster, horizontal: bool) -> list[Rule]:
    """The thin connected runs of a mask as rules through their middle."""
    thickest = THICKEST * raster.dpi + 2
    rules = []
    for x, y, width, height in boxes(mask):
        if (height if horizontal else width) > thickest * 3:
            continue
        if horizontal:
            middle = (y + height / 2) / raster.dots
            rules.append(Rule(x / raster.dots, middle, (x + width) / raster.dots, middle))
        else:
            middle = (x + width / 2) / raster.dots
            rules.append(Rule(middle, y / raster.dots, middle, (y + height) / raster.dots))
    return rules
