"""What a worker does with a task, in this process."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pipeline.errors import DamagedError
from pipeline.publish.source import SourceFile
from pipeline.running.reader import read_task
from pipeline.running.tasks import DocumentTask, PageTask
from tests.conftest import ROOT

SAMPLE = ROOT / "corpus" / "quyet-dinh-05-hoa-giang.pdf"
SOURCE = SourceFile(SAMPLE.name, str(SAMPLE), "0" * 64, None)


def test_a_page_that_pdfium_cannot_load_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(path: Path, reader: object) -> None:
        raise pdfium.PdfiumError("Failed to load page.")

    monkeypatch.setattr("pipeline.extract.extract", fail)
    with pytest.raises(DamagedError, match="Failed to load page"):
        read_task(DocumentTask(SOURCE, tmp_path))


def test_a_page_that_is_not_there_is_a_damaged_file(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match="99/4"):
        read_task(PageTask(SOURCE, 99, tmp_path))


def test_a_sound_document_wants_no_page(tmp_path: Path) -> None:
    extraction = read_task(DocumentTask(SOURCE, tmp_path))
    assert getattr(extraction, "status", None) == "ok"
    assert not list(tmp_path.iterdir())
