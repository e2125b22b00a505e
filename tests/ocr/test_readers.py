"""Who reads a page without text: at once, from the cache, or nobody; and what is then said."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pipeline.reading.ocr import page as ocr_page
from pipeline.reading.ocr import readers
from pipeline.reading.ocr.cache import PageCache
from pipeline.reading.ocr.readers import FromCache, Inline, PagesWanted, Unavailable, available, turned_off
from tests.ocr.test_page_cache import HASH, PAGE

NO_PAGE: pdfium.PdfPage = None


@pytest.fixture
def kept(tmp_path: Path) -> PageCache:
    return PageCache(tmp_path, HASH)


def test_from_the_cache_come_those_there_are_and_the_others_are_wanted(kept: PageCache) -> None:
    kept.put(2, PAGE)
    reader = FromCache(kept)
    assert [reader.read(NO_PAGE, number) for number in (3, 2, 1, 3)] == [None, PAGE, None, None]
    with pytest.raises(PagesWanted) as wanted:
        reader.finish()
    assert wanted.value.numbers == (1, 3)


def test_refused_pages_are_not_wanted_again_and_their_reason_is_said(kept: PageCache) -> None:
    kept.put(1, PAGE)
    reader = FromCache(kept, {2: "Quá thời gian cho phép (time limit)", 7: "never asked for"})
    assert [reader.read(NO_PAGE, number) for number in (1, 2)] == [PAGE, None]
    (finding,) = reader.finish()
    assert (finding.code, finding.page, finding.severity) == ("ocr_failed", 2, "warning")
    assert "Quá thời gian" in finding.message


def test_at_once_reads_each_page_once(kept: PageCache, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(ocr_page, "read_page", lambda page, number: asked.append(number) or PAGE)
    for _ in range(2):
        assert Inline(kept).read(NO_PAGE, 5) == PAGE
    assert asked == [5]
    assert Inline().read(NO_PAGE, 5) == PAGE
    assert asked == [5, 5]


@pytest.mark.parametrize(("reader", "words"), [(Unavailable("thiếu"), "make run"), (turned_off(), "--no-ocr")])
def test_nobody_reads_and_says_which_command_changes_that(reader: Unavailable, words: str) -> None:
    assert reader.read(NO_PAGE, 4) is None
    (finding,) = reader.finish()
    assert (finding.code, finding.page) == ("ocr_unavailable", 4)
    assert words in finding.message


def test_recognition_can_run_here() -> None:
    assert available() is None


def test_a_missing_engine_or_model_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(readers, "MODEL", tmp_path / "vie.traineddata")
        assert "vie.traineddata" in str(available.__wrapped__())
    monkeypatch.delitem(sys.modules, "pipeline.reading.ocr.page")
    monkeypatch.setattr(sys, "meta_path", [_Hidden()])
    assert "tesserocr is hidden" in str(available.__wrapped__())


class _Hidden:
    """Finds no module that is not loaded yet."""

    def find_spec(self, name: str, path: object, target: object = None) -> None:
        raise ImportError("tesserocr is hidden")
