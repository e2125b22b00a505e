"""Small images of print for the tests of OCR, drawn in a font metrically equal to Times New Roman."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from pipeline.reading.ocr.raster import Image, Raster

DPI = 250
PAPER, INK = 245, 20
POINTS = 14
RAISED_SHARE, RISE = 0.62, 0.33
_FONT = Path("/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf")


@dataclass(frozen=True)
class Print:
    text: str
    raised: bool = False


def font(points: float) -> ImageFont.FreeTypeFont:
    if not _FONT.is_file():
        pytest.skip("no font like Times New Roman with Vietnamese letters is installed (fonts-croscore)")
    return ImageFont.truetype(_FONT, round(points * DPI / 72))


def line_of_print(*prints: Print, noise: float = 4.0) -> Image:
    """One line of 14 point print; raised parts as a word processor sets superscripts."""
    picture = Pictures.new("L", (2400, 140), PAPER)
    draw = ImageDraw.Draw(picture)
    x, base, size = 60.0, 90, POINTS * DPI / 72
    for part in prints:
        face = font(POINTS * (RAISED_SHARE if part.raised else 1))
        draw.text((x, base - (RISE * size if part.raised else 0)), part.text, fill=INK, font=face, anchor="ls")
        x += face.getlength(part.text)
    return _scanned(np.asarray(picture, dtype=np.uint8), noise)


@dataclass(frozen=True)
class Ruled:
    """A ruled table in the image: column widths and row height in pixels, its texts row by row."""

    widths: Sequence[int]
    row: int
    texts: Sequence[Sequence[str]]
    dotted: bool = False


def table_of_print(table: Ruled, left: int = 200, top: int = 200) -> Raster:
    height, width = 2 * top + table.row * len(table.texts), 2 * left + sum(table.widths)
    picture = Pictures.new("L", (width, height), PAPER)
    draw, face = ImageDraw.Draw(picture), font(13)
    edges = [left + sum(table.widths[:k]) for k in range(len(table.widths) + 1)]
    for r, row in enumerate(table.texts):
        for c, text in enumerate(row):
            middle = (edges[c] + edges[c + 1]) / 2, top + (r + 0.5) * table.row
            draw.multiline_text(middle, text, fill=INK, font=face, anchor="mm", align="center")
    image = np.asarray(picture, dtype=np.uint8).copy()
    for r in range(len(table.texts) + 1):
        _rule(image, (edges[0], top + r * table.row), (edges[-1], top + r * table.row), table.dotted)
    for x in edges:
        _rule(image, (x, top), (x, top + len(table.texts) * table.row), table.dotted)
    return Raster(_scanned(image, 4.0), DPI / 72, 0, 0.0)


def _rule(image: Image, start: tuple[int, int], stop: tuple[int, int], dotted: bool) -> None:
    if not dotted:
        cv2.line(image, start, stop, INK, 2)
        return
    image[
        start[1] : stop[1] + 2 : 3 if start[0] == stop[0] else 1,
        start[0] : stop[0] + 2 : 3 if start[1] == stop[1] else 1,
    ] = INK


def _scanned(image: Image, noise: float) -> Image:
    chance = np.random.default_rng(7)
    soft = cv2.GaussianBlur(image, (0, 0), 0.7).astype(np.float32) + chance.normal(0, noise, image.shape)
    return np.asarray(np.clip(soft, 0, 255), dtype=np.uint8)
