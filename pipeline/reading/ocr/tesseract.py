"""Tesseract's reading of an image region as words with boxes, baselines and confidences (in pixels)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import PIL.Image
import regex

from pipeline.reading.ocr.raster import Image

os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # one page a process: threads of the engine would only compete
import tesserocr

LANGUAGE = "vie"
PAGE, BLOCK, LINE = tesserocr.PSM.AUTO, tesserocr.PSM.SINGLE_BLOCK, tesserocr.PSM.SINGLE_LINE
_ETH = regex.compile(r"[ÐĐ]{2,}|Ð")


@dataclass(frozen=True, slots=True)
class Read:
    """A word as Tesseract read it; coordinates in pixels of the image."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    baseline: float
    confidence: float
    line: int

    def moved(self, dx: int, dy: int) -> Read:
        """Where the read stands in an image of which its own was a part."""
        return replace(
            self,
            x0=self.x0 + dx,
            x1=self.x1 + dx,
            top=self.top + dy,
            bottom=self.bottom + dy,
            baseline=self.baseline + dy,
        )


@cache
def _engine() -> tesserocr.PyTessBaseAPI:
    folder = resources.files("models").joinpath("ocr")
    return tesserocr.PyTessBaseAPI(path=str(folder), lang=LANGUAGE, psm=PAGE, oem=tesserocr.OEM.LSTM_ONLY)


def read_words(image: Image, dpi: int, mode: int = PAGE) -> tuple[Read, ...]:
    """The words of ``image`` in Tesseract's reading order."""
    engine = _engine()
    engine.SetPageSegMode(mode)
    engine.SetImage(PIL.Image.fromarray(image))
    engine.SetSourceResolution(dpi)
    engine.Recognize()
    try:
        return tuple(_words(engine.GetIterator()))
    finally:
        engine.Clear()


def read_figures(image: Image, dpi: int, allowed: str = "0123456789") -> tuple[Read, ...]:
    """The words of one line of which it is known that it holds nothing but the ``allowed`` characters."""
    engine = _engine()
    engine.SetVariable("tessedit_char_whitelist", allowed)
    try:
        return read_words(image, dpi, LINE)
    finally:
        engine.SetVariable("tessedit_char_whitelist", "")


def _words(iterator: tesserocr.PyResultIterator | None) -> Iterator[Read]:
    if iterator is None:
        return
    level = tesserocr.RIL
    line_number = -1
    for item in tesserocr.iterate_level(iterator, level.WORD):
        if item.IsAtBeginningOf(level.TEXTLINE):
            line_number += 1
        text, box, line = _text(item), item.BoundingBox(level.WORD), item.Baseline(level.TEXTLINE)
        if text is None or box is None or not text.strip():
            continue
        x0, top, x1, bottom = box
        yield Read(
            text=_ETH.sub("Đ", text.strip()),
            x0=x0,
            top=top,
            x1=x1,
            bottom=bottom,
            baseline=_baseline_at(line, (x0 + x1) / 2, bottom),
            confidence=item.Confidence(level.WORD) / 100,
            line=line_number,
        )


def _text(item: tesserocr.PyResultIterator) -> str | None:
    try:
        return str(item.GetUTF8Text(tesserocr.RIL.WORD))
    except RuntimeError:  # "No text returned": the engine found a word and read nothing in it
        return None


def _baseline_at(line: tuple[tuple[int, int], tuple[int, int]] | None, x: float, otherwise: float) -> float:
    if line is None:
        return otherwise
    (ax, ay), (bx, by) = line
    return ay + (by - ay) * (x - ax) / max(bx - ax, 1)
