"""Whole files: what is empty, what is repaired, and values a person checked on the page images of real documents."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from pipeline.errors import DocumentError, EmptyFileError, EncryptedError, NotAPdfError
from pipeline.layout.pages import lay_out
from pipeline.reading.document import read_document
from pipeline.reading.opening import check_file
from pipeline.reading.second_opinion import Disagreement, count_letters, sample
from tests.factories import odd_pdfs
from tests.factories.paper import PROSE, Sheet, lines_at, new_pdf, save


def over_a_picture(path: Path, painted: bool) -> Path:
    """Text on a page that a picture fills: the layer of a recognition program, unless it is painted."""
    mode = b"0 Tr\n" if painted else b"3 Tr\n"
    pdf = new_pdf([Sheet(b"q 595 0 0 842 0 0 cm /Im1 Do Q\n" + mode + lines_at(85, 760, PROSE * 3))])
    grey = {"Width": 64, "Height": 64, "ColorSpace": Name.DeviceGray, "BitsPerComponent": 8}
    picture = pikepdf.Stream(pdf, b"\xff" * 4096, Type=Name.XObject, Subtype=Name.Image, **grey)
    pdf.pages[0].obj.Resources.XObject = Dictionary(Im1=pdf.make_indirect(picture))
    return save(pdf, path)


def test_layer_of_a_recognition_program_is_read_and_doubted(tmp_path: Path) -> None:
    reading = read_document(over_a_picture(tmp_path / "scan.pdf", painted=False))
    assert len(reading.pages[0].words) == len(" ".join(PROSE * 3).split())
    assert reading.pages[0].confidence < 1
    assert "text_layer_of_scan" in [finding.code for finding in reading.findings]


def test_text_painted_over_a_picture_is_text(tmp_path: Path) -> None:
    reading = read_document(over_a_picture(tmp_path / "background.pdf", painted=True))
    assert len(reading.pages[0].words) == len(" ".join(PROSE * 3).split())
    assert (reading.pages[0].confidence, reading.findings) == (1.0, ())


def test_pages_without_text_are_said(tmp_path: Path) -> None:
    reading = read_document(odd_pdfs.blank_page_between(tmp_path / "blank.pdf"))
    assert [page.text_source for page in reading.pages] == ["text", "empty", "text"]
    assert [(finding.code, finding.page) for finding in reading.findings] == [("page_empty", 2)]


def test_file_whose_end_is_missing_is_repaired(tmp_path: Path) -> None:
    whole = odd_pdfs.blank_page_between(tmp_path / "whole.pdf")
    reading = read_document(odd_pdfs.without_last_bytes(tmp_path / "cut.pdf", whole, 200))
    assert [len(page.words) > 0 for page in reading.pages] == [True, False, True]


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (odd_pdfs.empty_file, EmptyFileError),
        (odd_pdfs.web_page, NotAPdfError),
        (odd_pdfs.garbage, NotAPdfError),
        (odd_pdfs.password_needed, EncryptedError),
        (odd_pdfs.garbage_with_header, DocumentError),
        (odd_pdfs.no_pages, DocumentError),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, make: object, error: type[DocumentError]) -> None:
    assert callable(make)
    with pytest.raises(error):
        read_document(make(tmp_path / "odd.pdf"))


def test_header_may_follow_other_bytes(tmp_path: Path) -> None:
    path = tmp_path / "late.pdf"
    path.write_bytes(b"\n" * 1000 + b"%PDF-1.7")
    check_file(path)
    path.write_bytes(b"\n" * 1024 + b"%PDF-1.7")
    with pytest.raises(NotAPdfError):
        check_file(path)


def test_which_pages_are_read_twice() -> None:
    assert sample({}) == []
    assert sample({1: 900}) == [1]
    assert sample(dict.fromkeys(range(1, 10), 900)) == [1, 5]
    assert sample({1: 900, 2: 0, 3: 900, 4: 900, 5: 0, 6: 900}) == [1, 2, 4, 5]
    assert sample({1: 50_000, 2: 900}) == [2]


def test_letters_and_digits_count_and_less_is_a_loss() -> None:
    assert count_letters("Số: 15/QĐ-UBND…") == 10
    assert Disagreement(1, 10, 900).loses
    assert not Disagreement(1, 900, 10).loses


def test_real_number_from_a_widget_and_a_month_over_another(shared: Path) -> None:
    """Decision 1696: the number stands in a form field; the field of the date shows 5 over a printed 4."""
    reading = read_document(next((shared / "corpus").glob("decision_02*.pdf")))
    sources = {word.text: word.source for word in reading.pages[0].words}
    assert sources["1696"] == "widget"
    masthead = lay_out(reading.pages)[0].masthead
    assert masthead is not None
    assert any("tháng 5 năm 2026" in line.passage.text for line in masthead.right)
    covered = [finding for finding in reading.findings if finding.code == "covered_text"]
    assert [("“4”" in finding.message, "“5”" in finding.message) for finding in covered] == [(True, True)]


@pytest.mark.parametrize("name", ["plan_09", "plan_12", "decision_03", "resolution_01"])
def test_real_scans_have_no_text_and_say_so(shared: Path, name: str) -> None:
    reading = read_document(next((shared / "corpus").glob(f"{name}*.pdf")))
    scanned = {finding.page for finding in reading.findings if finding.code == "page_scanned"}
    assert scanned == {page.number for page in reading.pages if page.text_source == "empty"}
    assert len(scanned) >= len(reading.pages) - 1
