"""What becomes of odd files: the right class of failure, or the right text, and never a silent loss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import (
    DamagedError,
    DocumentError,
    EmptyFileError,
    EncryptedError,
    NoPagesError,
    NotAPdfError,
)
from pipeline.extract import extract
from pipeline.model import Extraction
from pipeline.reading.ocr.readers import turned_off
from tests.factories import odd_pdfs
from tests.factories.paper import PROSE

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "ke-hoach-87-hoa-giang.pdf"
ONE_CITATION = [("942/QĐ-TTg", "2021-06-15")]


def _extract(maker: Callable[[Path], Path], tmp_path: Path) -> Extraction:
    """The document without text recognition: what its own text layer gives."""
    return extract(maker(tmp_path / f"{maker.__name__}.pdf"), turned_off())


def _citations(extraction: Extraction) -> list[tuple[str | None, str | None]]:
    return [(citation.ref, citation.issued_on) for citation in extraction.citations]


def _findings(extraction: Extraction) -> set[str]:
    return {finding.code for finding in extraction.findings}


@pytest.mark.parametrize(
    ("maker", "error"),
    [
        (odd_pdfs.empty_file, EmptyFileError),
        (odd_pdfs.web_page, NotAPdfError),
        (odd_pdfs.garbage, NotAPdfError),
        (odd_pdfs.garbage_with_header, DamagedError),
        (odd_pdfs.no_pages, NoPagesError),
        (odd_pdfs.password_needed, EncryptedError),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    maker: Callable[[Path], Path], error: type[DocumentError], tmp_path: Path
) -> None:
    with pytest.raises(error) as raised:
        _extract(maker, tmp_path)
    assert raised.value.message.startswith(error.reason)
    assert raised.value.remedy


def test_half_a_file_is_damaged_or_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(DamagedError):
        extract(odd_pdfs.first_half(tmp_path / "half.pdf", SAMPLE))


def test_a_file_without_its_last_bytes_is_read_whole(tmp_path: Path) -> None:
    cut, whole = extract(odd_pdfs.without_last_bytes(tmp_path / "cut.pdf", SAMPLE)), extract(SAMPLE)
    assert len(cut.pages) == 7
    assert [page.text for page in cut.pages] == [page.text for page in whole.pages]
    assert _citations(cut) == _citations(whole)


def test_an_owner_password_alone_keeps_nobody_from_reading(tmp_path: Path) -> None:
    assert _citations(_extract(odd_pdfs.owner_password_only, tmp_path)) == ONE_CITATION


def test_a_small_bomb_ends_as_a_page_without_text(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.flate_bomb, tmp_path)
    assert [page.text_source for page in extraction.pages] == ["empty"]
    assert "page_empty" in _findings(extraction)


def test_a_page_of_very_many_strokes_keeps_its_text_and_says_so(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.many_paths, tmp_path)
    assert "page_too_complex" in _findings(extraction)
    assert _citations(extraction) == ONE_CITATION


def test_squared_paper_ends_and_keeps_its_text(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.many_rules, tmp_path)
    assert PROSE[0].split()[0] in extraction.pages[0].text
    assert not any(table.rows for table in extraction.tables)


@pytest.mark.parametrize("maker", [odd_pdfs.number_in_form_widget, odd_pdfs.number_in_stamp])
def test_a_number_that_only_an_annotation_shows_is_the_number(maker: Callable[[Path], Path], tmp_path: Path) -> None:
    letterhead = _extract(maker, tmp_path).letterhead
    assert (letterhead.number, letterhead.ref) == ("329", "329/KH-UBND")
    assert letterhead.issued_on == "2024-05-06"


def test_a_hidden_annotation_is_not_read(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.hidden_annotation, tmp_path)
    assert "329" not in extraction.pages[0].text
    assert (extraction.letterhead.number, extraction.letterhead.ref) == (None, None)
    assert extraction.letterhead.symbol == "KH-UBND"


def test_a_rotated_page_is_read_level(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.rotated_page, tmp_path)
    page, citation = extraction.pages[0], extraction.citations[0]
    assert (page.width, page.height, page.rotation) == (842, 595, 90)
    assert _citations(extraction) == ONE_CITATION
    assert 85 <= citation.boxes[0].x0 < citation.boxes[0].x1 <= 842
    assert citation.boxes[0].width > citation.boxes[0].height


def test_coordinates_count_from_the_corner_of_the_crop_box(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.cropped_page, tmp_path)
    page, box = extraction.pages[0], extraction.citations[0].boxes[0]
    assert (page.width, page.height) == (510, 700)
    # The fourth line stands 54 pt under the first, whose baseline is at 760 pt: 800 - 706 = 94 pt from the top.
    assert box.top < 94 < box.bottom + 4
    assert box.x0 == pytest.approx(85 - 50 + 6.5 * len("theo "), abs=1)


def test_a_broken_character_map_is_not_believed(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.broken_to_unicode, tmp_path)
    assert "text_layer_broken" in _findings(extraction)
    assert extraction.pages[0].confidence < 0.5
    assert extraction.status == "partial"
    assert all(citation.confidence < 0.5 for citation in extraction.citations)


def test_a_scan_is_an_empty_page_with_a_finding(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.picture_only, tmp_path)
    assert [page.text_source for page in extraction.pages] == ["empty"]
    assert "page_scanned" in _findings(extraction)
    assert (extraction.text_source, extraction.status) == (None, "partial")
    assert extraction.error is not None


def test_a_blank_page_between_is_kept_and_named(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.blank_page_between, tmp_path)
    assert [page.text_source for page in extraction.pages] == ["text", "empty", "text"]
    assert (extraction.text_source, extraction.status, extraction.error) == ("text", "ok", None)
    assert [finding.page for finding in extraction.findings if finding.code == "page_empty"] == [2]
    assert [citation.page for citation in extraction.citations] == [1, 3]


def test_a_page_four_times_as_tall_is_read_to_its_end(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.very_tall_page, tmp_path)
    assert (extraction.pages[0].width, extraction.pages[0].height) == (832, 3049)
    assert _citations(extraction) == ONE_CITATION * 30


@pytest.mark.parametrize("hyphen", ["-", "\u00ad"])
def test_a_number_broken_at_its_hyphen_is_one_number(hyphen: str, tmp_path: Path) -> None:
    extraction = extract(odd_pdfs.hyphen_at_line_end(tmp_path / "hyphen.pdf", hyphen))
    assert _citations(extraction) == [("117/QĐ-UBND", "2024-01-15")]
    assert len(extraction.citations[0].boxes) == 2


def test_white_lines_and_shades_make_no_table(tmp_path: Path) -> None:
    extraction = _extract(odd_pdfs.white_and_shaded_rules, tmp_path)
    assert extraction.tables == ()
    assert _citations(extraction) == ONE_CITATION
