"""How long a page takes to recognise, beside bare OCR of the same picture of it. CPU time, one core.

Bare OCR is what one would write first: the page rendered at the same resolution, its grey picture, one call of
Tesseract; and, as we read with two engines, the line recogniser on each line that Tesseract found. Born-digital pages
are read as pictures too, so that any PDF will do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import mean

import cv2
import numpy as np
import pypdfium2 as pdfium

from pipeline.evaluation.timing import cpu_seconds
from pipeline.reading.ocr.page import DPI, read_page
from pipeline.reading.ocr.raster import Image, render
from pipeline.reading.ocr.second_reader import crop_line, read_lines
from pipeline.reading.ocr.tesseract import PAGE, Read, read_words

MOST_PAGES = 8
"""Pages of a file that are read, evenly spread."""


@dataclass(frozen=True, slots=True)
class OcrBenchmark:
    """CPU seconds a page, means over the pages read: our whole reading, bare Tesseract, both engines bare."""

    file: str
    pages: int
    ours: float
    tesseract: float
    both: float


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
        times = [_time_page(document[number], ours_first=turn % 2 == 0) for turn, number in enumerate(numbers)]
    finally:
        document.close()
    ours, tesseract, both = (mean(column) for column in zip(*times, strict=True))
    return OcrBenchmark(path.name, len(times), ours, tesseract, both)


def _spread(pages: int, most: int) -> list[int]:
    return sorted({round(place) for place in np.linspace(0, pages - 1, min(pages, most))})


def _time_page(page: pdfium.PdfPage, ours_first: bool) -> tuple[float, float, float]:
    """Ours, Tesseract, both engines; the ways take turns in going first."""
    if ours_first:
        ours = cpu_seconds(_read_wholly, page)
        return ours, cpu_seconds(_read_barely, page), cpu_seconds(_read_barely_by_both, page)
    tesseract, both = cpu_seconds(_read_barely, page), cpu_seconds(_read_barely_by_both, page)
    return cpu_seconds(_read_wholly, page), tesseract, both


def _read_wholly(page: pdfium.PdfPage) -> object:
    return read_page(page, 1)


def _read_barely(page: pdfium.PdfPage) -> tuple[Image, tuple[Read, ...]]:
    colour, _ = render(page, DPI)
    grey = cv2.cvtColor(colour, cv2.COLOR_BGR2GRAY).astype(np.uint8)
    return grey, read_words(grey, DPI, PAGE)


def _read_barely_by_both(page: pdfium.PdfPage) -> object:
    grey, reads = _read_barely(page)
    lines = [list(line) for _, line in groupby(reads, key=lambda read: read.line)]
    return read_lines([crop_line(line, grey) for line in lines])


def _lines(results: Sequence[OcrBenchmark]) -> Iterator[str]:
    heads = ("trang", "giây/trang", "Tesseract", "hai máy (both)", "so với Tesseract", "so với hai máy")
    yield f"{'nhận dạng (OCR, one core)':44} " + " ".join(f"{head:>16}" for head in heads)
    yield from (_line(result) for result in results)
    if results:
        yield _line(_mean_of(results))


def _mean_of(results: Sequence[OcrBenchmark]) -> OcrBenchmark:
    """The mean over all pages of all files."""
    pages = sum(result.pages for result in results)

    def mean_of(figure: Callable[[OcrBenchmark], float]) -> float:
        return sum(result.pages * figure(result) for result in results) / pages

    return OcrBenchmark(
        "trung bình (mean)", pages, mean_of(lambda r: r.ours), mean_of(lambda r: r.tesseract), mean_of(lambda r: r.both)
    )


def _line(result: OcrBenchmark) -> str:
    figures = (result.ours, result.tesseract, result.both, result.ours / result.tesseract, result.ours / result.both)
    return f"{result.file[:44]:44} {result.pages:16d} " + " ".join(f"{figure:16.2f}" for figure in figures)
