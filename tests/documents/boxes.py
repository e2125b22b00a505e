"""Look under the boxes: which characters of the page, read by another program, stand inside a box; and draw them."""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from pipeline.model import Box

KEEP_IMAGES = "KEHOACH_KEEP_IMAGES"  # a folder: drawn pages are saved there for a person to look at
DOTS_PER_POINT = 2.0
_COLOURS = ("#d00000", "#0050c0", "#008030", "#a04000")


class IndependentReader:
    """The characters of a PDF as pdfplumber sees them, page by page, kept for many questions.

    pdfplumber reads no annotations, and signed files show their number in some: qpdf makes page content of them.
    """

    def __init__(self, path: Path) -> None:
        flat = io.BytesIO()
        with pikepdf.open(path) as pdf:
            pdf.flatten_annotations("screen")
            pdf.save(flat)
        self._pdf = pdfplumber.open(flat)
        self._pages: dict[int, Sequence[dict[str, Any]]] = {}

    def close(self) -> None:
        self._pdf.close()

    def text_under(self, boxes: Iterable[Box]) -> str:
        """The characters whose centre lies in one of the boxes, box after box, without white space, NFC."""
        text = "".join(self._text_in(box) for box in boxes)
        return without_space(text)

    def _text_in(self, box: Box) -> str:
        inside = (character for character in self._characters(box.page) if box.contains(*_centre(character)))
        return "".join(str(character["text"]) for character in sorted(inside, key=lambda c: float(c["x0"])))

    def _characters(self, number: int) -> Sequence[dict[str, Any]]:
        if number not in self._pages:
            self._pages[number] = self._pdf.pages[number - 1].chars
        return self._pages[number]


def _centre(character: dict[str, Any]) -> tuple[float, float]:
    return (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2


def without_space(text: str) -> str:
    """NFC without white space and line-end hyphens of the soft kind."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\ufffe", "-")
    return "".join(text.split())


def render_page(path: Path, number: int) -> Image.Image:
    document = pdfium.PdfDocument(path)
    try:
        return document[number - 1].render(scale=DOTS_PER_POINT).to_pil().convert("RGB")
    finally:
        document.close()


def draw_boxes(path: Path, number: int, groups: Iterable[Sequence[Box]]) -> Image.Image:
    """The page with a frame around each box; boxes of one group share a colour."""
    image = render_page(path, number)
    pen = ImageDraw.Draw(image)
    for index, boxes in enumerate(groups):
        for box in boxes:
            if box.page == number:
                corners = (box.x0, box.top, box.x1, box.bottom)
                pen.rectangle([DOTS_PER_POINT * c for c in corners], outline=_COLOURS[index % len(_COLOURS)], width=2)
    return image


def keep_image(image: Image.Image, name: str) -> None:
    """Save a drawn page where KEHOACH_KEEP_IMAGES says; nothing is kept when it is not set."""
    if folder := os.environ.get(KEEP_IMAGES):
        Path(folder).mkdir(parents=True, exist_ok=True)
        image.save(Path(folder) / name)


def share_of_ink(image: Image.Image, box: Box) -> float:
    """How much of a box is dark on the page image, 0..1: a box beside the print has none."""
    corners = [round(DOTS_PER_POINT * c) for c in (box.x0, box.top, box.x1, box.bottom)]
    part = image.crop((corners[0], corners[1], max(corners[2], corners[0] + 1), max(corners[3], corners[1] + 1)))
    histogram = part.convert("L").histogram()
    return sum(histogram[:128]) / max(1, sum(histogram))
