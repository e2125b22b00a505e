"""Real documents of state bodies, against what a person read in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.model import Extraction


@cache
def _read(folder: Path, start: str) -> Extraction:
    return extract(next((folder / "corpus").glob(f"{start}*.pdf")))


def test_the_articles_of_a_long_decree(shared: Path) -> None:
    sections = _read(shared, "decree_02").sections
    decree = [section for section in sections if section.passage.page_first < 62]
    articles = [section.marker for section in decree if section.marker.startswith("Điều")]
    assert articles == [f"Điều {number}." for number in range(1, 60)]
    chapters = [section for section in decree if section.marker.startswith("Chương")]
    assert [section.marker for section in chapters] == [
        "Chương I",
        "Chương II",
        "Chương III",
        "Chương IV",
        "Chương V",
        "Chương VI",
    ]
    assert {section.level for section in chapters} == {1}


def test_the_numbers_that_the_decree_leaves_out_in_print(shared: Path) -> None:
    found = [(f.code, f.page) for f in _read(shared, "decree_02").findings if f.code.startswith("section_")]
    assert found == [("section_skipped", 24), ("section_skipped", 44)]


def test_the_forms_after_the_decree_do_not_change_its_letterhead(shared: Path) -> None:
    letterhead = _read(shared, "decree_02").letterhead
    assert (letterhead.kind, letterhead.ref, letterhead.issued_on) == ("Nghị định", "105/2021/NĐ-CP", "2021-12-04")
    assert (letterhead.issuer, letterhead.place) == ("Chính phủ", "Hà Nội")


# The Kon Tum annex cites two documents of its own province without saying whose they are: a true finding, of citations.
_NOT_OF_STRUCTURE = ("text_", "page_", "covered", "reader_", "citation_incomplete")


@pytest.mark.parametrize("start", ["kon-tum", "plan_06", "decision_02", "decree_01"])
def test_sound_documents_have_no_false_findings_of_structure(shared: Path, start: str) -> None:
    codes = {finding.code for finding in _read(shared, start).findings}
    wanted = {"number_blank", "date_blank"} if start == "plan_06" else set()
    assert {code for code in codes if not code.startswith(_NOT_OF_STRUCTURE)} == wanted
