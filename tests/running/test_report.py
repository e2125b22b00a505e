"""What a run says while it goes on, on a terminal and elsewhere."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from pipeline.errors import EncryptedError
from pipeline.publish.source import SourceFile
from pipeline.running.report import BarReporter, LineReporter
from tests.running.readers import extraction

SCANS = [SourceFile("quét.pdf", f"/{folder}/quét.pdf", folder, None) for folder in ("a", "b")]


def test_lines_name_the_pages_that_are_recognised(capsys: pytest.CaptureFixture[str]) -> None:
    reporter = LineReporter()
    reporter.begin(2)
    reporter.page(SCANS[0], 12, 72)
    reporter.document("quét.pdf", extraction(72))
    reporter.end()
    assert capsys.readouterr().err.splitlines() == [
        "quét.pdf: trang 12/72 (nhận dạng chữ)",
        "[1/2] quét.pdf: 72 trang, 72 trích dẫn, 0 bảng",
    ]


def test_the_bar_counts_the_pages_of_all_scans_though_their_files_have_one_name() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=120)
    reporter = BarReporter(console)
    reporter.begin(3)
    for done in (0, 1, 2):
        reporter.page(SCANS[0], done, 3)
        reporter.page(SCANS[1], done, 5)
    reporter.document("[bold].pdf", EncryptedError())
    reporter.document("quét.pdf", extraction(3))
    documents, pages = reporter._progress.tasks
    reporter.end()
    assert (pages.completed, pages.total, pages.visible) == (4, 8, True)
    assert (documents.completed, documents.total) == (2, 3)
    assert "[bold].pdf: KHÔNG ĐỌC ĐƯỢC" in console.file.getvalue()  # type: ignore[attr-defined]


def test_the_bar_of_pages_is_not_shown_without_scans() -> None:
    reporter = BarReporter(Console(file=io.StringIO(), force_terminal=True))
    reporter.begin(1)
    reporter.document("ok.pdf", extraction(1))
    reporter.end()
    assert [task.visible for task in reporter._progress.tasks] == [True, False]
