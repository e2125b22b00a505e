"""The benchmark of recognition: three ways on the same pages, and their ratios."""

from __future__ import annotations

from pathlib import Path

from pipeline.evaluation.ocr_benchmark import OcrBenchmark, benchmark_ocr, render_ocr_benchmark

SAMPLE = Path(__file__).parents[2] / "corpus" / "quyet-dinh-05-hoa-giang.pdf"


def test_each_way_takes_time_and_two_engines_more_than_one() -> None:
    (result,) = benchmark_ocr([SAMPLE], most_pages=1)
    assert (result.file, result.pages) == (SAMPLE.name, 1)
    assert min(result.ours, result.tesseract, result.both) > 0


def test_the_mean_is_over_pages_not_files() -> None:
    results = (OcrBenchmark("a.pdf", 1, 2.0, 1.0, 1.0), OcrBenchmark("b.pdf", 3, 4.0, 2.0, 4.0))
    text = render_ocr_benchmark(results).splitlines()
    assert text[-1].split()[-5:] == ["3.50", "1.75", "3.25", "2.00", "1.08"]
    assert len(text) == 4
