"""Rules that a stamp, a fold or a faint copy tore: what belongs to them, and what only looks like one.

All masks have 255 where a run of ink is; runs of the other direction are looked at by turning both masks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress
from typing import Any

import cv2
import numpy as np

from pipeline.reading.ocr.blobs import Mask, Outline, box_of, only, outlines

ROW_GAP = 0.025
"""Inches: how near to a rule of the other direction a run must end to end at it."""

LONGEST_LETTER = 1.0
"""Inches: a vertical run of more is a rule wherever it ends."""

WIDEST_GAP = 1.5
"""Inches: the diameter of a stamp, which tears the rules beneath it."""

SHORT_OF_RULE = 0.08
"""Inches: a rule that ends so near to one of the other direction was torn off it."""

LEAST_PRINTED, MOST_BESIDE, FREE_SIDE = 0.6, 0.15, 0.02
"""Shares of its height that the side of a low row must be printed, and may have ink beside it within so many inches."""

AT_RULE = 0.03
"""Inches at an end of a side that are printed: a stamp tears one end at most, a letter stands free of both rules."""

_BRIDGE_THICKNESS = 3


@dataclass(frozen=True, slots=True)
class Run:
    """The box of a connected run in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def end(self) -> int:
        return self.x + self.width


def without_letters(down: Mask, across: Mask, dpi: int) -> Mask:
    """The vertical runs without short ones that end at no horizontal rule: the arc of a stamp, a long letter."""
    found = outlines(down)
    runs = _runs(found)
    kept = [run.height > LONGEST_LETTER * dpi or any(_ends_at_rules(across, run, dpi)) for run in runs]
    return only(down, list(compress(found, kept)))


def sides_of_low_rows(pieces: Mask, across: Mask, ink: Mask, dpi: int, thickest: float) -> Mask:
    """Those of the short vertical ``pieces`` that reach from one horizontal rule to the next.

    The strokes of letters may do so where rows are low, but they have other ink beside them.
    """
    free = _same_type(cv2.bitwise_and(pieces, cv2.bitwise_not(across)))
    found = outlines(free)
    kept = [
        run.width < thickest and all(_ends_at_rules(across, run, dpi)) and _stands_alone(ink, run, dpi)
        for run in _runs(found)
    ]
    sides = only(free, list(compress(found, kept)))
    return _same_type(cv2.dilate(sides, np.ones((2 * int(dpi * ROW_GAP) + 1, 1), np.uint8)))


def bridged(rules: Mask, crossing: Mask, dpi: int) -> Mask:
    """Horizontal rules with the gaps closed that a stamp tore: one that ends in the open goes on behind the stamp.

    Where a rule ends at a ``crossing`` one it ends for good: a cell merged over rows begins there.
    """
    near = _same_type(cv2.dilate(crossing, np.ones((int(dpi * 0.04), int(dpi * 0.04)), np.uint8)))
    runs = sorted(
        (run for run in _runs(outlines(rules)) if near[_rows(run), run.x : run.end].any()), key=lambda run: run.x
    )
    closed = np.ascontiguousarray(rules).copy()
    for index, run in enumerate(runs):
        following = next((other for other in runs[index + 1 :] if _goes_on(run, other, dpi)), None)
        if following and not (near[_rows(run), run.end - 1].any() or near[_rows(following), following.x].any()):
            start = run.end - 1, _middle(rules, run, run.end - 1)
            stop = following.x, _middle(rules, following, following.x)
            cv2.line(closed, start, stop, 255, _BRIDGE_THICKNESS)
    return closed


def reaching(down: Mask, across: Mask, dpi: int) -> Mask:
    """The vertical rules, those that end just short of a horizontal one drawn out to it."""
    far = int(dpi * SHORT_OF_RULE)
    drawn = np.ascontiguousarray(down).copy()
    for run in _runs(outlines(down)):
        columns, first, last = slice(run.x, run.end), run.y, run.y + run.height
        above = np.flatnonzero(across[max(first - far, 0) : first, columns].any(axis=1))
        below = np.flatnonzero(across[last : last + far, columns].any(axis=1))
        if above.size:
            drawn[max(first - far, 0) + int(above[-1]) : first, _columns(down[first], run)] = 255
        if below.size:
            drawn[last : last + int(below[0]) + 1, _columns(down[last - 1], run)] = 255
    return drawn


def _runs(found: Iterable[Outline]) -> list[Run]:
    return [Run(*box_of(outline)) for outline in found]


def _same_type(mask: Any) -> Mask:
    return np.asarray(mask, dtype=np.uint8)


def _ends_at_rules(across: Mask, run: Run, dpi: int) -> Iterator[bool]:
    """Whether a vertical run begins and whether it ends at a horizontal one."""
    reach = int(dpi * ROW_GAP)
    for end in (run.y, run.y + run.height):
        yield bool(across[max(end - reach, 0) : end + reach, run.x : run.end].any())


def _stands_alone(ink: Mask, run: Run, dpi: int) -> bool:
    """Whether a vertical run is printed in most of its height and has no ink beside it."""
    inside = ink[run.y + 3 : run.y + run.height - 3]
    if not inside.size:
        return False
    side = max(int(dpi * FREE_SIDE), 2)
    left, right = inside[:, max(run.x - 1 - side, 0) : max(run.x - 1, 0)], inside[:, run.end + 1 : run.end + 1 + side]
    filled = np.asarray((inside[:, run.x : run.end] > 0).any(axis=1))
    end = max(int(dpi * AT_RULE), 2)
    if not (filled[:end].all() or filled[-end:].all()):
        return False
    beside = (left > 0).any(axis=1) | (right > 0).any(axis=1)
    return bool(filled.mean() >= LEAST_PRINTED and beside.mean() <= MOST_BESIDE)


def _goes_on(run: Run, other: Run, dpi: int) -> bool:
    return 0 < other.x - run.end < dpi * WIDEST_GAP and abs(other.y - run.y) < dpi * ROW_GAP


def _rows(run: Run) -> slice:
    return slice(run.y, run.y + run.height)


def _middle(rules: Mask, run: Run, x: int) -> int:
    """Where a run, which may slope, stands in column ``x``."""
    return run.y + round(float(np.flatnonzero(rules[_rows(run), x]).mean()))


def _columns(row: Mask, run: Run) -> slice:
    """The columns that a run has in its first or last ``row``."""
    columns = np.flatnonzero(row[run.x : run.end])
    return slice(run.x + int(columns[0]), run.x + int(columns[-1]) + 1)
