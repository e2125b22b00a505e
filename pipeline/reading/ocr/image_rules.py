"""Ruling lines of a table, found in the image of a page.

A rule is a long straight run of ink that is thin; runs that touch no rule of the other direction are underlines or
letters, and only horizontal ones of those are kept (a footnote separator is one).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from pipeline.model import Rule
from pipeline.reading.ocr.raster import Image, Raster

LEAST_ACROSS, LEAST_DOWN = 0.5, 0.3
"""Inches: the shortest horizontal and vertical run that counts (rows of small print are 0.17 inch high)."""

LEAST_ROW = 0.14
"""Inches: the shortest vertical run that counts where it reaches from one horizontal rule to another."""

ROW_GAP = 0.025
"""Inches: how near to a rule it must end."""

LEAST_PRINTED, MOST_BESIDE, FREE_SIDE = 0.6, 0.15, 0.02
"""Shares of its height that such a run must be printed, and may have ink beside it within so many inches."""

SHORT_OF_RULE = 0.08
"""Inches: a rule that ends so near to one of the other direction was torn off it."""

BRIDGE_THICKNESS = 3

LONG_DOWN = 1.0
"""Inches: a vertical run of this length is a rule wherever it ends."""

WIDEST_GAP = 1.5
"""Inches: the diameter of a stamp, which tears the rules beneath it."""

GAP = 0.015
"""Inches: gaps in rules of black-and-white scans that are closed (measured at 300 dpi)."""

THICKEST = 0.03
_SEARCH_WINDOW, _SEARCH_OFFSET = 31, 8

Mask = np.ndarray[Any, np.dtype[np.uint8]]


def find_rules(raster: Raster, masks: tuple[Mask, Mask]) -> tuple[Rule, ...]:
    """The rules of the level image, whose `rule_masks` these are, in points."""
    across, down = masks
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
    if not across.any() or not down.any():
        return across, np.zeros_like(down)
    down = _hanging_together(down, across, dpi)
    if not down.any():
        return across, down
    down |= _between_rules(across, ink, dpi)
    across = _bridged(across, down, dpi)
    down = _bridged(down.T, across.T, dpi).T
    across = _reaching(across.T, down.T, dpi).T
    return across, _reaching(down | _between_rules(across, ink, dpi), across, dpi)


def _bridged(runs: Mask, crossing: Mask, dpi: int) -> Mask:
    """Horizontal runs with the gaps closed that a stamp tore: a rule that ends in the open goes on behind the stamp.

    Where a rule ends at a ``crossing`` one it ends for good: a cell merged over rows begins there. Vertical runs
    are bridged by turning both masks.
    """
    near = cv2.dilate(crossing, np.ones((int(dpi * 0.04), int(dpi * 0.04)), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(runs), connectivity=8)
    found = sorted((x, y, x + width, height) for x, y, width, height, _ in boxes[1:].tolist())
    rules = [_Run(x0, x1, y, thick) for x0, y, x1, thick in found if near[y : y + thick, x0:x1].any()]
    closed = np.ascontiguousarray(runs).copy()
    for index, rule in enumerate(rules):
        following = next((other for other in rules[index + 1 :] if _goes_on(rule, other, dpi)), None)
        if following and not (_touches(near, rule, rule.x1 - 1) or _touches(near, following, following.x0)):
            ends = (rule.x1 - 1, _middle(runs, rule, rule.x1 - 1)), (following.x0, _middle(runs, following, following.x0))
            cv2.line(closed, *ends, 255, BRIDGE_THICKNESS)
    return closed


def _touches(near: Mask, rule: _Run, x: int) -> bool:
    return bool(near[rule.y : rule.y + rule.thick, x].any())


def _middle(runs: Mask, rule: _Run, x: int) -> int:
    """Where a run, which may slope, stands in column ``x``."""
    return rule.y + round(float(np.flatnonzero(runs[rule.y : rule.y + rule.thick, x]).mean()))


@dataclass(frozen=True, slots=True)
class _Run:
    """A horizontal run in pixels; ``y`` is its upper side."""

    x0: int
    x1: int
    y: int
    thick: int


def _goes_on(rule: _Run, other: _Run, dpi: int) -> bool:
    return 0 < other.x0 - rule.x1 < dpi * WIDEST_GAP and abs(other.y - rule.y) < dpi * ROW_GAP


def _reaching(down: Mask, across: Mask, dpi: int) -> Mask:
    """The vertical runs, those that end just short of a horizontal rule drawn out to it; or both masks turned."""
    _, _, boxes, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(down), connectivity=8)
    far = int(dpi * SHORT_OF_RULE)
    drawn = down.copy()
    for x, y, width, height, _ in boxes[1:].tolist():
        above = np.flatnonzero(across[max(y - far, 0) : y, x : x + width].any(axis=1))
        below = np.flatnonzero(across[y + height : y + height + far, x : x + width].any(axis=1))
        if above.size:
            drawn[max(y - far, 0) + int(above[-1]) : y, _at_end(down[y], x, width)] = 255
        if below.size:
            drawn[y + height : y + height + int(below[0]) + 1, _at_end(down[y + height - 1], x, width)] = 255
    return drawn


def _at_end(row: Mask, x: int, width: int) -> slice:
    """The columns of a run in its last row."""
    columns = np.flatnonzero(row[x : x + width])
    return slice(x + int(columns[0]), x + int(columns[-1]) + 1)


def _hanging_together(down: Mask, across: Mask, dpi: int) -> Mask:
    """The vertical runs without short ones that end at no horizontal rule: the arc of a stamp, a long letter."""
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(down, connectivity=8)
    reach = int(dpi * ROW_GAP)
    kept = np.zeros(count, np.uint8)
    for label, (x, y, width, height, _area) in enumerate(boxes[1:].tolist(), start=1):
        first, last = _ends_at_rules(across, (x, y, width, height), reach)
        kept[label] = 255 * bool(height > LONG_DOWN * dpi or first or last)
    return np.asarray(kept[labels], dtype=np.uint8)


def _between_rules(across: Mask, ink: Image, dpi: int) -> Mask:
    """Short vertical runs that reach from one horizontal rule to another: the sides of a row of one line.

    The strokes of letters may do so where rows are low, but they have other ink beside them.
    """
    runs = _long_runs(ink, (1, int(dpi * LEAST_ROW)), (1, int(dpi * ROW_GAP * 2) | 1), np.ones((1, 3), np.uint8))
    pieces = cv2.bitwise_and(runs, cv2.bitwise_not(across))
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(pieces, connectivity=8)
    kept = np.zeros(count, np.uint8)
    for label, (x, y, width, height, _area) in enumerate(boxes[1:].tolist(), start=1):
        if height > LEAST_ROW * dpi / 2 and width < THICKEST * dpi + 2 and all(_ends_at_rules(across, (x, y, width, height), int(dpi * ROW_GAP))):
            kept[label] = 255 * _stands_alone(ink, (x, y, width, height), dpi)
    return np.asarray(cv2.dilate(kept[labels], np.ones((2 * int(dpi * ROW_GAP) + 1, 1), np.uint8)), dtype=np.uint8)


def _stands_alone(ink: Image, box: tuple[int, int, int, int], dpi: int) -> bool:
    """Whether a vertical run is printed in most of its height and has no ink beside it."""
    x, y, width, height = box
    inside = ink[y + 3 : y + height - 3]
    side = max(int(dpi * FREE_SIDE), 2)
    beside = np.hstack([inside[:, max(x - 1 - side, 0) : x - 1], inside[:, x + width + 1 : x + width + 1 + side]])
    printed = float((inside[:, x : x + width] > 0).any(axis=1).mean()) if inside.size else 0.0
    return printed >= LEAST_PRINTED and float((beside > 0).any(axis=1).mean()) <= MOST_BESIDE


def _ends_at_rules(across: Mask, box: tuple[int, int, int, int], reach: int) -> tuple[bool, bool]:
    """Whether a vertical run begins and whether it ends at a horizontal one."""
    x, y, width, height = box
    top, bottom = across[max(y - reach, 0) : y + reach, x : x + width], across[y + height - reach :, x : x + width]
    return bool(top.any()), bool(bottom[: 2 * reach].any())


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
