"""Another reader counts the letters of a few pages: the same as pdfplumber, without its layout, and in time."""

from __future__ import annotations

import time
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from pipeline.reading.second_opinion import MOST_BYTES, Disagreement, compare, count_letters
from tests.factories.paper import PROSE, Sheet, lines_at, new_pdf, save

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "corpus").glob("*.pdf"))
TEXT = lines_at(85, 760, PROSE * 3)
STROKE = b"10 10 m 20 20 l S\n"


def letters_by_pdfplumber(path: Path) -> dict[int, int]:
    with pdfplumber.open(path) as pdf:
        return {page.page_number: count_letters(char["text"] for char in page.chars) for page in pdf.pages}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_pages_agree_where_nothing_is_lost(path: Path) -> None:
    assert compare(path, letters_by_pdfplumber(path)) == ()


@pytest.mark.parametrize("page", [1, 4, 6])
def test_a_page_whose_text_was_not_read_is_told_with_what_the_other_sees(page: int) -> None:
    plan = next(path for path in SAMPLES if path.name.startswith("ke-hoach"))
    theirs = letters_by_pdfplumber(plan)
    assert compare(plan, theirs | {page: 0}) == (Disagreement(page, 0, theirs[page]),)


def test_another_number_of_pages_is_told(tmp_path: Path) -> None:
    path = save(new_pdf([Sheet(TEXT), Sheet(TEXT)]), tmp_path / "two.pdf")
    assert compare(path, {1: 100}) == (Disagreement(None, 1, 2),)


def test_print_that_is_set_twice_to_look_bold_is_counted_once(tmp_path: Path) -> None:
    once = letters_by_pdfplumber(save(new_pdf([Sheet(TEXT)]), tmp_path / "once.pdf"))
    twice = save(new_pdf([Sheet(TEXT + TEXT)]), tmp_path / "twice.pdf")
    assert compare(twice, once) == ()
    assert compare(twice, {1: 2 * once[1]}) == ()  # a reader that counts both is not wrong either


def test_strokes_cost_no_time(tmp_path: Path) -> None:
    """Laying out 60,000 strokes took six seconds; a page with so much content is taken as it was read."""
    path = save(new_pdf([Sheet(STROKE * 60_000 + TEXT)]), tmp_path / "strokes.pdf")
    assert len(STROKE) * 60_000 > MOST_BYTES
    start = time.process_time()
    assert compare(path, {1: 0}) == ()
    assert time.process_time() - start < 1.0


def test_what_it_cannot_read_is_no_loss_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "odd.pdf"
    pdf = new_pdf([Sheet(TEXT)])
    pdf.pages[0].obj.Resources.Font = pikepdf.Array([1, 2])
    save(pdf, path)
    assert not any(difference.loses for difference in compare(path, {1: 500}))
    path.write_bytes(b"%PDF-1.7\nno more")
    assert compare(path, {1: 500}) == (Disagreement(None, 1, 0),)
