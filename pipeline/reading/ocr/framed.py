"""Stamps in a frame ("ĐẾN", "HỎA TỐC", "SAO Y"): no part of what the document says, but in the way of what does.

An office that receives a paper stamps it beside number or title, askew, and fills hour and day in by hand. Read with
the page its words run into the lines of the letterhead. So small frames in the upper part of a page are found by their
shape, read by themselves, and painted over if they say what stamps say; what was read of them becomes a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import regex

from pipeline.folding import fold
from pipeline.reading.ocr.blobs import BlobBox
from pipeline.reading.ocr.raster import PAPER, Image, turn
from pipeline.reading.ocr.tesseract import BLOCK, read_words

# Lengths in inches.
LEAST_WINDOW = (0.5, 0.2)
"""Width and height of the empty inside of a frame, or of one part of it."""

LARGEST_FRAME = (2.9, 1.5)
FRAME_RULE = 0.04
"""Thickness of a rule of the frame, which may be double, with its tilt."""

HEADER = 0.5
"""How far above its window a frame may have another one, whose border other print has broken."""

UPPER_PART = 0.45
"""Share of the page's height in which stamps are looked for."""

LEAST_FILLED = 0.9
"""Share of the smallest upright or tilted rectangle that a window fills."""

MOST_TILT = 8.0
MOST_WINDOWS = 6
_INK = 190
_CLOSING = 3
_ROW_FILLED = 0.5

_STAMP = regex.compile(
    r"""\b (?: den | hoa\ ?toc | (?:thuong\ )? khan | (?:tuyet\ |toi\ )? mat | sao\ y | du\ thao | ban\ (?:chinh|sao)
        | ngay\W | gio\W | cong\ van | thu\ hoi )""",
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp in its frame: what was read of it, and the box of the frame in pixels."""

    text: str
    box: BlobBox


@dataclass(frozen=True, slots=True)
class _Window:
    """The inside of a frame, or of a part of it; ``tilt`` in degrees, clockwise."""

    box: BlobBox
    tilt: float


def find_stamps(image: Image, dpi: int) -> tuple[Stamp, ...]:
    """The framed stamps of the upper part of a page."""
    found = (Stamp(_read(image, box, tilt, dpi), box) for box, tilt in _frames(image, dpi))
    return tuple(stamp for stamp in found if _STAMP.search(fold(stamp.text)))


def without_stamps(image: Image, stamps: tuple[Stamp, ...]) -> Image:
    """The image with the frames and what is in them painted over."""
    if not stamps:
        return image
    clean = image.copy()
    for stamp in stamps:
        x, y, width, height = stamp.box
        clean[max(y, 0) : y + height, max(x, 0) : x + width] = PAPER
    return clean


def _read(image: Image, box: BlobBox, tilt: float, dpi: int) -> str:
    """What stands in the frame, set level and without its rules."""
    x, y, width, height = box
    level = turn(np.ascontiguousarray(image[max(y, 0) : y + height, max(x, 0) : x + width]), tilt)
    rule = round(FRAME_RULE * dpi) * 2
    inside = np.ascontiguousarray(level[rule:-rule, rule:-rule])
    if inside.size == 0:
        return ""
    return " ".join(read.text for read in read_words(inside, dpi, BLOCK) if any(map(str.isalnum, read.text)))


def _frames(image: Image, dpi: int) -> Iterator[tuple[BlobBox, float]]:
    """The boxes and tilts of frames: blobs with one window or a few, and small enough for a stamp."""
    ink, dpi = _halved_ink(image[: round(UPPER_PART * image.shape[0])]), dpi // 2
    contours, hierarchy = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    windows: dict[int, list[_Window]] = {}
    for contour, parent in zip(contours, [] if hierarchy is None else np.asarray(hierarchy)[0, :, 3], strict=False):
        window = _window(contour, dpi) if parent >= 0 else None
        if window:
            windows.setdefault(int(parent), []).append(window)
    for found in windows.values():
        frame = _frame_about([window.box for window in found], ink, dpi)
        if len(found) <= MOST_WINDOWS and frame[2] <= LARGEST_FRAME[0] * dpi and frame[3] <= LARGEST_FRAME[1] * dpi:
            x, y, width, height = frame
            yield (2 * x, 2 * y, 2 * width, 2 * height), found[0].tilt


def _halved_ink(image: Image) -> Any:
    """The ink at half the resolution, which is enough for frames, with small gaps closed."""
    small = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    ink = (small < _INK).astype(np.uint8)
    return cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((_CLOSING, _CLOSING), np.uint8))


def _window(contour: Any, dpi: int) -> _Window | None:
    """The window that an outline is of; None for one that is too small, too much aslant or no rectangle."""
    x, y, width, height = cv2.boundingRect(contour)
    if width < LEAST_WINDOW[0] * dpi or height < LEAST_WINDOW[1] * dpi:
        return None
    _, (long, short), angle = cv2.minAreaRect(contour)
    tilt = (angle + 45) % 90 - 45
    if abs(tilt) > MOST_TILT or cv2.contourArea(contour) < LEAST_FILLED * long * short:
        return None
    return _Window((x, y, width, height), tilt)


def _frame_about(windows: list[BlobBox], ink: Any, dpi: int) -> BlobBox:
    """The box about the windows and the rules around them, and a part above that is ruled but not closed."""
    rule = round(FRAME_RULE * dpi)
    x0, y0 = min(box[0] for box in windows) - rule, min(box[1] for box in windows) - rule
    x1, y1 = (max(box[k] + box[k + 2] for box in windows) + rule for k in (0, 1))
    above = ink[max(y0 - round(HEADER * dpi), 0) : max(y0, 0), max(x0, 0) : x1]
    ruled = np.flatnonzero(above.mean(axis=1) >= _ROW_FILLED) if above.size else np.array([])
    if ruled.size:
        y0 = y0 - above.shape[0] + int(ruled[0]) - rule
    return x0, y0, x1 - x0, y1 - y0
