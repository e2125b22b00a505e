"""The benchmark gives figures that can be, and a table with one line a file and one of medians."""

from __future__ import annotations

from pathlib import Path

from pipeline.evaluation.benchmark import FileBenchmark, benchmark, render_benchmark

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "quyet-dinh-05-hoa-giang.pdf"


def test_one_round_on_one_file() -> None:
    (result,) = benchmark([SAMPLE], rounds=1)
    assert (result.file, result.pages) == (SAMPLE.name, 4)
    assert result.pages_per_second > 0
    assert result.citation_megabytes_per_second > 0
    assert result.reading_to_plain_text > 1  # reading more than plain characters takes longer than reading them alone


def test_the_last_line_holds_the_medians() -> None:
    results = [FileBenchmark(f"{k}.pdf", 2, 10.0, k / 10, float(k), k / 5, 1.0) for k in (1, 2, 9)]
    lines = render_benchmark(results).splitlines()
    assert len(lines) == 5
    assert lines[-1].split()[:3] == ["trung", "vị", "(median)"]
    assert lines[-1].split()[3:] == ["2", "10.00", "0.20", "2.00", "0.40", "1.00"]


def test_no_files_is_a_heading_alone() -> None:
    assert len(render_benchmark([]).splitlines()) == 1
