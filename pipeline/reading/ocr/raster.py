"""A page as an image made ready for reading: red ink gone, paper white, lines level.

What pays and what does not was measured (docs/measured.md): the red channel against stamps (character errors 14.5 to
0.62 %), division by the background on grey scans (9.4 to 0.57 %); no gain from binarisation or from enlarging.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium

Image = np.ndarray[Any, np.dtype[np.uint8]]

POINTS_PER_INCH = 72.0
MOST_PIXELS = 12_000_000
"""Memory and time of reading grow with pixels; an A4 page at 300 dpi has 8.7 million."""

LEAST_RED = 40
"""By how much red outweighs green and blue in a stamp, at least; black print in colour JPEG stays below."""

LEAST_RED_SHARE = 0.0003
"""Share of a page's pixels that a name in red covers, at least (measured: 0.002 with a seal of 36 mm)."""

DARKEST_STAMP = 140
"""Grey value of the red channel that a stamp on paper does not fall below."""

PAPER = 245
"""Grey value that paper is given."""

_BACKGROUND_LENGTH = 1100
_SKEW_LENGTH = 1000
MOST_SKEW = 3.0
"""Degrees; a page fed more askew than this is rare, and a table read as skew is worse."""

LEAST_SKEW = 0.05


@dataclass(frozen=True, slots=True)
class Raster:
    """Grey image of a page, upright and level, ``dots`` pixels a point.

    It was turned by ``turn`` degrees clockwise (0, 90, 180 or 270) and then by ``skew`` degrees counter-clockwise.
    """

    grey: Image
    dots: float
    turn: int
    skew: float
    red: Image | None = None
    """What is printed or stamped in red, dark on paper, as the grey image stands; None where nothing is."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as the image now stands."""
        height, width = self.grey.shape
        return width / self.dots, height / self.dots

    @property
    def dpi(self) -> int:
        return round(self.dots * POINTS_PER_INCH)


def render(page: pdfium.PdfPage, dpi: int) -> tuple[Image, float]:
    """The page in colour (BGR) at ``dpi``, or as near to it as the pixel budget allows, and its pixels a point."""
    width, height = page.get_size()
    dots = min(dpi / POINTS_PER_INCH, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=dots, rev_byteorder=False, may_draw_forms=True)
    return np.ascontiguousarray(bitmap.to_numpy()[..., :3]), dots


def prepare(colour: Image, dots: float, quarter_turns: Callable[[Image], int]) -> Raster:
    """The ink of a page: stamps in red vanish in the red channel, shadows by division, skew by turning.

    ``quarter_turns`` says how many of them, clockwise, set a level image upright.
    """
    flat = _flatten(np.ascontiguousarray(colour[..., 2]))
    redness = _redness(colour)
    clean, red = _without_red(flat, redness), _red_ink(redness)
    skew = skew_angle(clean)
    level = turn(clean, skew)
    turns = quarter_turns(level)
    if turns:
        clean, red = _quarters(clean, turns), None if red is None else _quarters(red, turns)
        skew = skew_angle(clean)
        level = turn(clean, skew)
    return Raster(level, dots, 90 * turns, skew, None if red is None else turn(red, skew))


def _quarters(image: Image, turns: int) -> Image:
    return np.ascontiguousarray(np.rot90(image, -turns))


def _flatten(grey: Image) -> Image:
    """The image divided by its background: what is left is ink on white paper."""
    shrink = max(1, round(max(grey.shape) / _BACKGROUND_LENGTH))
    small = cv2.resize(grey, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    background = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 41)
    paper = cv2.resize(background, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(paper, 1), scale=PAPER), dtype=np.uint8)


def _without_red(grey: Image, redness: Image) -> Image:
    """What the red channel leaves of a stamp (pale rings that pass for rules, pale letters) made paper.

    Print beneath a stamp is dark in the red channel and stays as it is, its pale edges too.
    """
    dark = cv2.dilate((grey < DARKEST_STAMP).astype(np.uint8), np.ones((3, 3), np.uint8))
    clean = grey.copy()
    clean[(redness > LEAST_RED) & (dark == 0) & (grey < PAPER)] = PAPER
    return clean


def _redness(colour: Image) -> Image:
    """By how much red outweighs green and blue in each pixel."""
    redness = cv2.subtract(colour[..., 2], cv2.max(colour[..., 0], colour[..., 1]))
    return np.asarray(redness, dtype=np.uint8)


def _red_ink(redness: Image) -> Image | None:
    """Nothing but what is red, as dark as it is red; None where there is less of it than a name needs."""
    if np.count_nonzero(redness > LEAST_RED) < LEAST_RED_SHARE * redness.size:
        return None
    return np.asarray(PAPER - np.minimum(redness, PAPER), dtype=np.uint8)


def skew_angle(grey: Image) -> float:
    """Degrees by which to turn the image so that its lines are level: the angle at which row sums differ most."""
    scale = _SKEW_LENGTH / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    weights = (ink > 0).astype(np.float32)
    halved = cv2.resize(weights, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    coarse = max(np.arange(-MOST_SKEW, MOST_SKEW + 0.01, 0.5), key=lambda angle: _levelness(halved, float(angle)))
    fine = max(np.arange(coarse - 0.4, coarse + 0.41, 0.1), key=lambda angle: _levelness(weights, float(angle)))
    return float(fine) if abs(fine) > LEAST_SKEW else 0.0


def _levelness(weights: Any, angle: float) -> float:
    height, width = weights.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    rows = cv2.warpAffine(weights, matrix, (width, height)).sum(1)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def turn(grey: Image, angle: float) -> Image:
    if angle == 0.0:
        return grey
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    turned = cv2.warpAffine(
        grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=PAPER
    )
    return np.asarray(turned, dtype=np.uint8)
