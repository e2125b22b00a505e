"""How long tables take: our whole way to them against `extract_tables` of pdfplumber, on the same pages.

The pages that hold tables are cut out into a file of their own. All ways read that file from the disk in the same
process, in turn. Ours is measured twice: what tables take (words, rules, lines, zones, grids, tables over pages, typed
values), and the whole reading, which also tests whether the text layer may be believed and reads some pages again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pdfplumber
import pikepdf
import pypdfium2 as pdfium

from pipeline.evaluation.timing import cpu_seconds
from pipeline.layout.pages import lay_out
from pipeline.model import Page
from pipeline.reading.document import read_document
from pipeline.reading.frame import Frame
from pipeline.reading.rules import read_rules
from pipeline.reading.words import read_words, text_rotation
from pipeline.structure.tables import find_tables

ROUNDS = 3
MOST_PAGES = 12  # of a file: pdfplumber takes seconds for some pages


@dataclass(frozen=True, slots=True)
class TableBenchmark:
    """Median CPU seconds a table page of each way, over ``pages`` pages that hold tables."""

    pages: int
    ours: float
    whole: float
    pdfplumber: float


def benchmark_tables(paths: Sequence[Path], rounds: int = ROUNDS) -> TableBenchmark | None:
    """Over the table pages of all files with sound text; None where no page holds a table.

    Raises the `DocumentError` of a file that cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        cut = [file for path in paths if (file := _table_pages(path, Path(folder)))]
        pages = sum(count for _, count in cut)
        if not pages:
            return None
        ways = (_ours, _whole, _pdfplumber)
        times = [[sum(cpu_seconds(way, file) for file, _ in cut) for way in ways] for _ in range(rounds)]
        return TableBenchmark(pages, *(median(column) / pages for column in zip(*times, strict=True)))


def render_table_benchmark(result: TableBenchmark | None) -> str:
    """A line for a person."""
    if result is None:
        return "bảng (tables): không có trang nào có bảng (no page holds a table)"
    return (
        f"bảng trên {result.pages} trang (tables), giây CPU mỗi trang: riêng bảng (tables alone) {result.ours:.3f}"
        f" · cả việc thử tin cậy (with tests of trust) {result.whole:.3f}"
        f" · pdfplumber extract_tables {result.pdfplumber:.3f}, lâu gấp (times as long)"
        f" {result.pdfplumber / result.ours:.1f} và {result.pdfplumber / result.whole:.1f}"
    )


def _table_pages(path: Path, folder: Path) -> tuple[Path, int] | None:
    """A file of the first pages of ``path`` that hold tables, and how many they are; None for none."""
    laid_out = lay_out(read_document(path).pages)
    numbers = [page.page.number for page in laid_out if page.grids][:MOST_PAGES]
    if not numbers:
        return None
    out = folder / f"{len(list(folder.iterdir()))}.pdf"
    with pikepdf.open(path) as whole, pikepdf.new() as part:
        for number in numbers:
            part.pages.append(whole.pages[number - 1])
        part.save(out)
    return out, len(numbers)


def _ours(path: Path) -> object:
    document = pdfium.PdfDocument(path)
    try:
        return find_tables(lay_out([_page(document, number) for number in range(1, len(document) + 1)]))
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int) -> Page:
    """The words and rules of a page, believed without a test."""
    page = document[number - 1]
    text = page.get_textpage()
    frame = Frame(*_sides(page), text_rotation(text.raw, otherwise=page.get_rotation()))
    words = read_words(text.raw, frame, number).words
    rules = read_rules(page, frame.to_page)
    return Page(number, frame.width, frame.height, page.get_rotation(), words, rules, "text", 1.0)


def _sides(page: pdfium.PdfPage) -> tuple[float, float, float, float]:
    left, bottom, right, top = page.get_bbox()
    return left, bottom, right, top


def _whole(path: Path) -> object:
    return find_tables(lay_out(read_document(path).pages))


def _pdfplumber(path: Path) -> object:
    with pdfplumber.open(path) as pdf:
        return [page.extract_tables() for page in pdf.pages]
