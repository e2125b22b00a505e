"""Makes scans at test time: the pages of a sound PDF as a machine would have scanned them, without any text layer.

What a scan has and a born-digital page has not: a sheet fed askew, uneven paper, noise, blocks of JPEG, and a red
seal over print. The same arguments make the same file.
"""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name
from PIL import Image as Pictures

Picture = np.ndarray[Any, np.dtype[np.uint8]]

POINTS_PER_INCH = 72
PAPER = 250
SEAL_COLOUR = (55, 45, 205)
"""Blue, green, red of a stamp pad's ink."""

SEAL_DIAMETER = 1.42
"""Inches: 36 mm, as seals of state bodies are."""


def scan_of(
    pdf: Path,
    out: Path,
    *,
    dpi: int = 200,
    skew: float = 0.7,
    noise: float = 6.0,
    jpeg_quality: int = 60,
    seal: bool = True,
) -> Path:
    """Writes ``out``, a PDF of pictures only: the pages of ``pdf`` scanned ``skew`` degrees askew at ``dpi``.

    ``noise`` is the standard deviation of grey values. A red seal stands over the print in the middle of each page.
    """
    chance = np.random.default_rng(20261123)
    made = pikepdf.new()
    source = pdfium.PdfDocument(pdf)
    try:
        for page in source:
            picture = scanned(_rendered(page, dpi), chance, dpi=dpi, skew=skew, noise=noise, seal=seal)
            _add_page(made, picture, page.get_size(), jpeg_quality)
    finally:
        source.close()
    made.save(out)
    made.close()
    return out


def scanned(
    picture: Picture, chance: np.random.Generator, *, dpi: int, skew: float, noise: float, seal: bool
) -> Picture:
    """One page (BGR) as it comes out of the scanner."""
    if seal:
        height, width = picture.shape[:2]
        picture = with_seal(picture, (round(0.62 * width), round(0.45 * height)), round(SEAL_DIAMETER * dpi / 2))
    soft = cv2.GaussianBlur(_askew(picture, skew), (0, 0), 0.6)
    shaded = soft.astype(np.float32) * _light(*picture.shape[:2])
    shaded += chance.normal(0, noise, picture.shape[:2])[..., None]
    return np.clip(shaded, 0, 255).astype(np.uint8)


def with_seal(picture: Picture, centre: tuple[int, int], radius: int) -> Picture:
    """Two red rings, letters along the inner one and a star, mixed with what they are stamped over."""
    ink = np.zeros(picture.shape[:2], np.uint8)
    cv2.circle(ink, centre, radius, 255, max(radius // 22, 1))
    cv2.circle(ink, centre, round(radius * 0.93), 255, 1)
    cv2.circle(ink, centre, round(radius * 0.58), 255, max(radius // 40, 1))
    cv2.drawMarker(ink, centre, 255, cv2.MARKER_STAR, round(radius * 0.7), max(radius // 18, 1))
    for place, letter in enumerate("UY BAN NHAN DAN TINH * "):
        angle = 2 * math.pi * place / 23
        x = centre[0] + 0.75 * radius * math.sin(angle) - radius * 0.06
        y = centre[1] - 0.75 * radius * math.cos(angle) + radius * 0.06
        cv2.putText(ink, letter, (round(x), round(y)), cv2.FONT_HERSHEY_SIMPLEX, radius / 210, 255, 1, cv2.LINE_AA)
    covered = (ink[..., None] / 255.0) * 0.85
    stamped = np.minimum(picture, np.array(SEAL_COLOUR, np.uint8))
    return np.asarray(picture * (1 - covered) + stamped * covered, dtype=np.uint8)


def _rendered(page: pdfium.PdfPage, dpi: int) -> Picture:
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=False, may_draw_forms=True)
    return np.asarray(np.minimum(bitmap.to_numpy()[..., :3], PAPER), dtype=np.uint8)


def _askew(picture: Picture, angle: float) -> Picture:
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1)
    paper = (PAPER, PAPER, PAPER)
    return np.asarray(cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=paper))


def _light(height: int, width: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    """A shadow along the left edge, as of a spine, and light that falls off downwards."""
    across = 1 - 0.25 * np.exp(-np.linspace(0, 12, width, dtype=np.float32))
    down = np.linspace(1.0, 0.9, height, dtype=np.float32)
    return np.asarray(down[:, None] * across[None, :], dtype=np.float32)[..., None]


def _add_page(pdf: pikepdf.Pdf, picture: Picture, size: tuple[float, float], jpeg_quality: int) -> None:
    data = io.BytesIO()
    Pictures.fromarray(np.ascontiguousarray(picture[..., ::-1])).save(data, "JPEG", quality=jpeg_quality)
    image = pdf.make_stream(
        data.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.shape[1],
        Height=picture.shape[0],
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    width, height = size
    page = pdf.add_blank_page(page_size=size)
    page.obj.MediaBox = Array([0, 0, width, height])
    page.obj.Contents = pdf.make_stream(f"q {width} 0 0 {height} 0 0 cm /Im1 Do Q\n".encode())
    page.obj.Resources = Dictionary(XObject=Dictionary(Im1=image))
