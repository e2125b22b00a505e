"""How fast citations are found: the fast matcher, the plain one, and a bare scan for the shape of a number.

All three read the same texts in the same process, in turn; CPU time, medians over rounds, megabytes of UTF-8 a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import regex

from pipeline.citations.find import read_text
from pipeline.citations.plain import read_plainly
from pipeline.evaluation.timing import cpu_seconds
from pipeline.extract import extract

ROUNDS = 3
GROWTH_BYTES = 1_000_000
_SHAPE = regex.compile(r"\d+(?:/\d{4})?[/-]\p{Lu}[\p{L}\d]*(?:[-/]\p{Lu}[\p{L}\d]*)*")


@dataclass(frozen=True, slots=True)
class CitationBenchmark:
    """Megabytes a second of each way, and how many times as long 1 MB takes as its half (2 is linear).

    ``same``: the fast and the plain matcher found the same in every text.
    """

    megabytes: float
    fast: float
    plain: float
    bare_scan: float
    growth: float
    same: bool


def texts_of(paths: Sequence[Path]) -> list[str]:
    """The blocks of text of PDF files. Raises the `DocumentError` of a file that cannot be read."""
    return [block.passage.text for path in paths for block in extract(path).blocks]


def benchmark_citations(texts: Sequence[str], rounds: int = ROUNDS) -> CitationBenchmark:
    """The three ways over ``texts``, of which there must be one that is not empty."""
    same = all(read_text(text) == read_plainly(text) for text in texts)  # and warms the caches of patterns
    size = sum(len(text.encode()) for text in texts) / 1e6
    ways: tuple[Callable[[str], object], ...] = (read_text, read_plainly, _SHAPE.findall)
    times = [[_seconds(way, texts) for way in ways] for _ in range(rounds)]
    fast, plain, bare = (size / median(column) for column in zip(*times, strict=True))
    return CitationBenchmark(size, fast, plain, bare, _growth(texts), same)


def _growth(texts: Sequence[str]) -> float:
    """The better of two ratios: the time of 1 MB of the texts, as one text, to that of its first half."""
    joined = " ".join(texts)
    whole = (joined * (GROWTH_BYTES // len(joined) + 1))[:GROWTH_BYTES]
    half = whole[: GROWTH_BYTES // 2]
    return min(_seconds(read_text, [whole]) / _seconds(read_text, [half]) for _ in range(2))


def _seconds(way: Callable[[str], object], texts: Sequence[str]) -> float:
    return cpu_seconds(lambda texts: [way(text) for text in texts], texts)


def render_citation_benchmark(result: CitationBenchmark) -> str:
    """A few lines for a person."""
    agreement = "như nhau (the same)" if result.same else "KHÁC NHAU (NOT the same)"
    return "\n".join(
        (
            f"viện dẫn trong {result.megabytes:.2f} MB văn bản (citations), MB/giây:",
            f"  nhanh (fast) {result.fast:.2f} · đối chiếu (plain reference) {result.plain:.2f}"
            f" · quét số trần (bare scan for the shape of numbers) {result.bare_scan:.1f}",
            f"  nhanh:đối chiếu {result.fast / result.plain:.2f}"
            f" · nhanh:quét số trần {result.fast / result.bare_scan:.3f}"
            f" · 1 MB so với nửa của nó (1 MB to its half) {result.growth:.2f} · kết quả {agreement}",
        )
    )
