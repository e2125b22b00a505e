"""The benchmark of citations measures what it says."""

from __future__ import annotations

from pipeline.evaluation.citation_benchmark import benchmark_citations, render_citation_benchmark


def test_three_ways_are_measured_on_the_same_texts() -> None:
    result = benchmark_citations(["Căn cứ Nghị định số 1/2020/NĐ-CP ngày 01/01/2020 của Chính phủ;"] * 20, rounds=1)
    assert result.same
    assert result.growth < 4
    assert result.plain > 0
    assert 0 < result.fast < result.bare_scan
    assert "như nhau" in render_citation_benchmark(result)
