"""Recognised pages on disk: what goes in comes out, and what is damaged is as good as not there."""

from __future__ import annotations

import gzip
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pipeline.model import Box, Rule, Word
from pipeline.reading.ocr import cache, compact
from pipeline.reading.ocr.cache import PageCache, PageCacheError, cache_folder, cache_size
from pipeline.reading.ocr.page import OcrPage

HASH = "6834446daf33582e00309e662db7b0bb6a501ae542eaac07035a8533f8c94590"
BOX = Box(3, 72.0, 100.25, 131.0, 112.0)
PAGE = OcrPage(
    words=(
        Word("Quyết", BOX, 13.0, 111.5, bold=True, confidence=0.93, source="ocr"),
        Word("định", BOX, 13.0, 111.5, edges=(72.0, 75.5, 80.0, 84.0, 90.1), source="ocr", superscript=True),
    ),
    rules=(Rule(72.0, 90.0, 500.0, 90.5),),
    confidence=0.91,
    width=595.0,
    height=842.0,
    turn=90,
    skew=-0.7,
)

numbers = some.floats(allow_nan=False, allow_infinity=False, width=64)
boxes = some.builds(Box, some.integers(1, 99), numbers, numbers, numbers, numbers)
words = some.builds(
    Word,
    text=some.text(min_size=1, max_size=12).filter(lambda text: text.encode(errors="ignore").decode() == text),
    box=boxes,
    size=numbers,
    baseline=numbers,
    confidence=numbers,
    edges=some.none() | some.lists(numbers, max_size=5).map(tuple),
    source=some.sampled_from(["text", "widget", "ocr"]),
)
rules = some.builds(Rule, numbers, numbers, numbers, numbers)


def path_of(kept: PageCache, number: int) -> Path:
    return kept._path(number)


@settings(max_examples=60, deadline=None)
@given(some.lists(words, max_size=6).map(tuple), some.lists(rules, max_size=3).map(tuple), numbers)
def test_any_page_comes_out_as_it_went_in(words: tuple[Word, ...], rules: tuple[Rule, ...], skew: float) -> None:
    page = OcrPage(words, rules, 0.5, 595.0, 842.0, 0, skew)
    with TemporaryDirectory() as folder:
        kept = PageCache(Path(folder), HASH)
        kept.put(1, page)
        assert kept.get(1) == page


@settings(max_examples=150, deadline=None)
@given(some.data())
def test_a_damaged_file_gives_the_page_or_nothing(data: some.DataObject) -> None:
    with TemporaryDirectory() as folder:
        kept = PageCache(Path(folder), HASH)
        kept.put(3, PAGE)
        content = bytearray(path_of(kept, 3).read_bytes())
        place = data.draw(some.integers(0, len(content) - 1))
        if data.draw(some.booleans()):
            content = content[:place]
        else:
            content[place] ^= data.draw(some.integers(1, 255))
        path_of(kept, 3).write_bytes(content)
        assert kept.get(3) in (None, PAGE)
        kept.put(3, PAGE)
        assert kept.get(3) == PAGE, "made anew"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        f'[1,"{HASH}",3,[]]',
        f'[1,"{HASH}",3,[[["Quyết"]],[],0.9,595.0,842.0,0,0.0]]',
        f'[1,"{HASH}",3,[[],[],"0.9",595.0,842.0,0,0.0]]',
        f'[1,"{HASH}",3,[[],[],0.9,595.0,842.0,0,0.0,"more"]]',
        f'[0,"{HASH}",3,[[],[],0.9,595.0,842.0,0,0.0]]',
        '[1,"another",3,[[],[],0.9,595.0,842.0,0,0.0]]',
        f'[1,"{HASH}",4,[[],[],0.9,595.0,842.0,0,0.0]]',
    ],
)
def test_what_other_code_wrote_is_not_believed(tmp_path: Path, text: str) -> None:
    kept = PageCache(tmp_path, HASH)
    kept.put(3, PAGE)
    path_of(kept, 3).write_bytes(gzip.compress(text.encode()))
    assert kept.get(3) is None


def test_a_page_is_kept_by_content_number_and_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = PageCache(tmp_path, HASH)
    kept.put(3, PAGE)
    assert kept.get(4) is None
    assert PageCache(tmp_path, HASH[::-1]).get(3) is None
    monkeypatch.setattr(cache, "ENGINES", ())
    cache.settings.cache_clear()
    assert kept.get(3) is None
    monkeypatch.undo()
    cache.settings.cache_clear()
    assert kept.get(3) == PAGE


def test_a_change_of_the_recipe_is_another_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = cache.settings.__wrapped__()
    for part in cache._parts_of_recipe():
        (tmp_path / part.name).write_bytes(part.read_bytes())
    assert {"page.py", "cells.py", "raster.py", "vie.traineddata"} <= {path.name for path in tmp_path.iterdir()}
    monkeypatch.setattr(cache, "_parts_of_recipe", tmp_path.iterdir)
    assert cache.settings.__wrapped__() == before
    with (tmp_path / "page.py").open("a") as source:
        source.write("# changed")
    assert cache.settings.__wrapped__() != before


def test_numbers_of_numpy_are_kept_as_plain_ones(tmp_path: Path) -> None:
    kept = PageCache(tmp_path, HASH)
    word = Word("1", BOX, np.float32(13.0), 5.0, bold=np.bool_(True))  # type: ignore[arg-type]
    kept.put(1, OcrPage((word,), (), np.float64(0.5), 1.0, 1.0, 0, 0.0))
    assert kept.get(1) == OcrPage((Word("1", BOX, 13.0, 5.0, bold=True),), (), 0.5, 1.0, 1.0, 0, 0.0)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PageCacheError, match="file"):
        PageCache(tmp_path / "file", HASH).put(1, PAGE)
    assert not list(tmp_path.rglob("*.part"))


def test_the_size_counts_finished_pages(tmp_path: Path) -> None:
    assert cache_size(tmp_path / "nowhere") == (0, 0)
    kept = PageCache(tmp_path, HASH)
    kept.put(1, PAGE)
    kept.put(2, PAGE)
    path_of(kept, 3).with_suffix(".123.part").touch()
    assert cache_size(tmp_path) == (2, 2 * os.stat(path_of(kept, 1)).st_size)


def test_the_folder_stands_beside_the_database_or_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KEHOACH_CACHE", raising=False)
    assert cache_folder(Path("output/plans.db")) == Path("output/plans.db.pages")
    monkeypatch.setenv("KEHOACH_CACHE", "/var/cache/pages")
    assert cache_folder(Path("output/plans.db")) == Path("/var/cache/pages")


def test_the_shape_of_a_record_names_its_fields_and_theirs() -> None:
    @dataclass(frozen=True)
    class Other:
        box: int

    assert "Box" in compact.shape(OcrPage)
    assert "baseline" in compact.shape(OcrPage)
    assert compact.shape(Other) != compact.shape(Box)
