"""One page of a file, opened and recognised by itself: what a worker does while others read the pages around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import DamagedError
from pipeline.reading.ocr.page import OcrPage, read_page
from pipeline.reading.opening import open_pdf, open_resaved


def recognise(path: Path, number: int) -> OcrPage:
    """Page ``number`` (from 1) of the file. Raises DocumentError."""
    cv2.setNumThreads(1)  # one page a process: threads would only compete
    with _opened(path, number) as page:
        return read_page(page, number)


@contextmanager
def _opened(path: Path, number: int) -> Iterator[pdfium.PdfPage]:
    """The page of the file as it stands, or of a re-saved copy where PDFium cannot load it."""
    document, repaired = open_pdf(path)
    try:
        page = _load(document, number)
    except pdfium.PdfiumError:
        document.close()
        if repaired:
            raise
        document = open_resaved(path)
        page = _load(document, number)
    try:
        yield page
    finally:
        document.close()


def _load(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """The page with its form fields, which are part of what one sees."""
    if document.get_formtype() != raw.FORMTYPE_NONE:
        document.init_forms()
    if number > len(document):
        raise DamagedError(f"trang {number}/{len(document)} (page)")
    return document[number - 1]
