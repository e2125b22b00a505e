"""How long a page takes to recognise, beside Tesseract alone on the same picture of it. CPU time, one core.

Bare OCR is what one would write first: the page rendered at the same resolution, its grey picture, one call.
Born-digital pages are read as pictures too, so that any PDF will do.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import cv2
import numpy as np
import pypdfium2 as pdfium

from pipeline.reading.ocr.page import DPI, read_page
from pipeline.reading.ocr.raster import render
from pipeline.reading.ocr.tesseract import PAGE, read_words

MOST_PAGES = 8
"""Pages of a file that are read, evenly spread."""


@dataclass(frozen=True, slots=True)
class OcrBenchmark:
    """Means over the pages read; ``ratio`` says how many times as long as bare OCR our whole reading takes."""

    file: str
    pages: int
    seconds_a_page: float
    bare_seconds_a_page: float

    @property
    def ratio(self) -> float:
        return self.seconds_a_page / self.bare_seconds_a_page


def benchmark_ocr(paths: Sequence[Path], most_pages: int = MOST_PAGES) -> tuple[OcrBenchmark, ...]:
    """One result a file; both ways read a page one after the other, taking turns in going first."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        return tuple(_benchmark_file(path, most_pages) for path in paths)
    finally:
        cv2.setNumThreads(threads)


def render_ocr_benchmark(results: Sequence[OcrBenchmark]) -> str:
    """A table for a person, with the means over all pages as its last line."""
    return "\n".join(_lines(results))


def _benchmark_file(path: Path, most_pages: int) -> OcrBenchmark:
    document = pdfium.PdfDocument(path)
    try:
        numbers = _spread(len(document), most_pages)
        _read_wholly(document[numbers[0]])  # loads the engines: once a process
        times = [_time_page(document[number], first_bare=turn % 2 == 0) for turn, number in enumerate(numbers)]
    finally:
        document.close()
    return OcrBenchmark(path.name, len(times), mean(ours for ours, _ in times), mean(bare for _, bare in times))


def _spread(pages: int, most: int) -> list[int]:
    return sorted({round(place) for place in np.linspace(0, pages - 1, min(pages, most))})


def _time_page(page: pdfium.PdfPage, first_bare: bool) -> tuple[float, float]:
    if first_bare:
        bare = _cpu_seconds(_read_barely, page)
        return _cpu_seconds(_read_wholly, page), bare
    ours = _cpu_seconds(_read_wholly, page)
    return ours, _cpu_seconds(_read_barely, page)


def _cpu_seconds(way: Callable[[pdfium.PdfPage], object], page: pdfium.PdfPage) -> float:
    start = time.process_time()
    way(page)
    return max(time.process_time() - start, 1e-6)


def _read_wholly(page: pdfium.PdfPage) -> object:
    return read_page(page, 1)


def _read_barely(page: pdfium.PdfPage) -> object:
    colour, _ = render(page, DPI)
    return read_words(cv2.cvtColor(colour, cv2.COLOR_BGR2GRAY).astype(np.uint8), DPI, PAGE)


def _lines(results: Sequence[OcrBenchmark]) -> Iterator[str]:
    heads = ("trang", "giây/trang", "Tesseract", "tỷ lệ (ratio)")
    yield f"{'nhận dạng (OCR, one core)':44} " + " ".join(f"{head:>14}" for head in heads)
    for result in results:
        yield _line(result.file, result.pages, result.seconds_a_page, result.bare_seconds_a_page)
    pages = sum(result.pages for result in results)
    if pages:
        ours, bare = (
            sum(result.pages * seconds for result, seconds in zip(results, column, strict=True)) / pages
            for column in zip(*((r.seconds_a_page, r.bare_seconds_a_page) for r in results), strict=True)
        )
        yield _line("trung bình (mean)", pages, ours, bare)


def _line(name: str, pages: int, ours: float, bare: float) -> str:
    return f"{name[:44]:44} {pages:14d} {ours:14.2f} {bare:14.2f} {ours / bare:14.2f}"
