"""The trust test over the pages of a file, nothing else: for measuring (docs/trust.md), tests and diagnosis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.model import Word
from pipeline.reading.frame import Frame
from pipeline.reading.opening import open_pdf
from pipeline.reading.trust import Verdict, judge
from pipeline.reading.words import read_words, text_rotation


@dataclass(frozen=True, slots=True)
class JudgedPage:
    number: int
    words: tuple[Word, ...]
    verdict: Verdict


def judge_file(path: Path) -> Iterator[JudgedPage]:
    """Each page's text layer (without form fields and stamps) and the verdict on it; raises `DocumentError`."""
    document, _ = open_pdf(path)
    try:
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            yield _judged(page, number)
            page.close()
    finally:
        document.close()


def _judged(page: pdfium.PdfPage, number: int) -> JudgedPage:
    words = _words(page, number)
    return JudgedPage(number, words, judge(words, number, lambda: _image_share(page)))


def _words(page: pdfium.PdfPage, number: int) -> tuple[Word, ...]:
    text_page = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        rotation = text_rotation(text_page.raw, otherwise=page.get_rotation())
        return read_words(text_page.raw, Frame(left, bottom, right, top, rotation), number).words
    finally:
        text_page.close()


def _image_share(page: pdfium.PdfPage) -> float:
    area = max(page.get_width() * page.get_height(), 1.0)
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    bounds = (image.get_bounds() for image in images)
    return max((abs((x1 - x0) * (y1 - y0)) / area for x0, y0, x1, y1 in bounds), default=0.0)
