"""The benchmark of tables measures what it says."""

from __future__ import annotations

from pathlib import Path

import typst

from pipeline.evaluation.table_benchmark import benchmark_tables, render_table_benchmark


def test_only_pages_with_tables_are_measured(tmp_path: Path) -> None:
    rows = ", ".join(f"[{k}], [Dự án {k}], [Sở Tài chính]" for k in range(1, 30))
    markup = f"Trang không có bảng.\n#pagebreak()\n#table(columns: 3, [*STT*], [*Tên dự án*], [*Chủ đầu tư*], {rows})"
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(typst.compile(markup.encode()))
    result = benchmark_tables([path], rounds=1)
    assert result is not None
    assert result.pages == 1
    assert min(result.ours, result.pdfplumber) > 0
    assert "1 trang" in render_table_benchmark(result)


def test_without_tables_there_is_nothing_to_measure(tmp_path: Path) -> None:
    path = tmp_path / "cong-van.pdf"
    path.write_bytes(typst.compile("Kính gửi các sở.".encode()))
    assert benchmark_tables([path], rounds=1) is None
