"""How fast documents are read, as ratios: each way reads the same pages in the same process, one after the other.

Absolute times differ from machine to machine and from hour to hour; ratios of runs side by side do not. So every
round times all ways on one file, a ratio is taken within the round, and the median over rounds is shown. CPU time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2 as pdfium

from pipeline.citations import find_citations
from pipeline.evaluation.timing import cpu_seconds
from pipeline.extract import extract
from pipeline.layout.pages import lay_out
from pipeline.model import Extraction
from pipeline.reading.document import read_document

ROUNDS = 3
ENOUGH_SECONDS = 0.5  # citations are searched again until this much time is spent: one document takes milliseconds


@dataclass(frozen=True, slots=True)
class Timing:
    """CPU seconds of one round on one file: words, rules and grids by us; the same by pdfplumber; plain text; all."""

    reading: float
    pdfplumber: float
    plain_text: float
    extraction: float


@dataclass(frozen=True, slots=True)
class FileBenchmark:
    """Medians over rounds. The ratios say how many times as long as the other way ours takes."""

    file: str
    pages: int
    pages_per_second: float
    reading_to_pdfplumber: float
    reading_to_plain_text: float
    extraction_to_pdfplumber: float
    citation_megabytes_per_second: float


def benchmark(paths: Sequence[Path], rounds: int = ROUNDS) -> tuple[FileBenchmark, ...]:
    """One result a file. Raises the `DocumentError` of a file that cannot be read."""
    return tuple(_benchmark_file(path, rounds) for path in paths)


def render_benchmark(results: Sequence[FileBenchmark]) -> str:
    """A table for a person, with the medians over files as its last line."""
    return "\n".join(_lines(results))


def _benchmark_file(path: Path, rounds: int) -> FileBenchmark:
    extraction = extract(path)  # warms caches: vocabulary and patterns are compiled once a process
    timings = [_time_round(path) for _ in range(rounds)]
    return FileBenchmark(
        path.name,
        len(extraction.pages),
        len(extraction.pages) / median(t.extraction for t in timings),
        median(t.reading / t.pdfplumber for t in timings),
        median(t.reading / t.plain_text for t in timings),
        median(t.extraction / t.pdfplumber for t in timings),
        _citation_speed(extraction),
    )


def _time_round(path: Path) -> Timing:
    ways = (_read, _read_by_pdfplumber, _read_plain_text, extract)
    return Timing(*(cpu_seconds(way, path) for way in ways))


def _read(path: Path) -> object:
    """Our whole reading of the pages: words, rules, trust, second opinion, lines, zones and table grids."""
    return lay_out(read_document(path).pages)


def _read_by_pdfplumber(path: Path) -> object:
    """The usual way to the same things: words and tables of every page, pages closed as they go."""
    found = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            found.append((page.extract_words(), page.extract_tables()))
            page.close()
    return found


def _read_plain_text(path: Path) -> object:
    """The floor: nothing but the characters of each page."""
    document = pdfium.PdfDocument(path)
    try:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()


def _citation_speed(extraction: Extraction) -> float:
    """Megabytes of UTF-8 text that citations are found in, per CPU second."""
    size = sum(len(block.passage.text.encode()) for block in extraction.blocks)
    start, times = time.process_time(), 0
    while time.process_time() - start < ENOUGH_SECONDS:
        find_citations(extraction.blocks, extraction.letterhead)
        times += 1
    return size * times / (time.process_time() - start) / 1e6


def _lines(results: Sequence[FileBenchmark]) -> Iterator[str]:
    heads = ("trang", "trang/giây", "đọc:pdfplumber", "đọc:văn bản thô", "trích xuất:pdfplumber", "viện dẫn MB/giây")
    yield f"{'tệp (file)':44} " + " ".join(f"{head:>21}" for head in heads)
    for result in results:
        yield _line(result.file, _figures(result))
    if results:
        yield _line("trung vị (median)", [median(column) for column in zip(*map(_figures, results), strict=True)])


def _figures(result: FileBenchmark) -> list[float]:
    return [
        float(result.pages),
        result.pages_per_second,
        result.reading_to_pdfplumber,
        result.reading_to_plain_text,
        result.extraction_to_pdfplumber,
        result.citation_megabytes_per_second,
    ]


def _line(name: str, figures: Sequence[float]) -> str:
    return f"{name[:44]:44} {figures[0]:21.0f} " + " ".join(f"{figure:21.2f}" for figure in figures[1:])
