"""What is damaged is said: the page whose content does not decode, whose font is missing, whose text is not read."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Name

from pipeline.extract import extract
from pipeline.reading import document as reading_document
from pipeline.reading.document import read_document
from pipeline.reading.integrity import DAMAGED_CONFIDENCE, check_integrity
from pipeline.reading.second_opinion import count_letters
from tests.factories import odd_pdfs

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "corpus").glob("*.pdf"))
PLAN = next(path for path in SAMPLES if path.name.startswith("ke-hoach"))


def letters_of(path: Path) -> dict[int, int]:
    document = pdfium.PdfDocument(path)
    try:
        texts = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    finally:
        document.close()
    return {number: count_letters(text) for number, text in enumerate(texts, start=1)}


def found(path: Path, letters: dict[int, int] | None = None) -> list[tuple[str, str, int | None]]:
    findings = check_integrity(path, letters_of(path) if letters is None else letters)
    return [(finding.code, finding.severity, finding.page) for finding in findings]


def changed(tmp_path: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    copy = tmp_path / "copy.pdf"
    with pikepdf.open(PLAN) as pdf:
        change(pdf)
        pdf.save(copy)
    return copy


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sound_file_is_sound(path: Path) -> None:
    assert found(path) == []


def test_sound_files_of_the_wild_are_sound(shared: Path) -> None:
    for path in sorted((shared / "corpus").glob("*.pdf")):
        if path.stat().st_size < 1_000_000:
            assert found(path, dict.fromkeys(range(1, 100), 10**6)) == [], path.name


def _content_of(page: int) -> tuple[int, int]:
    """Where the compressed content of a page (from 1) stands in the plan: first byte and one beyond the last."""
    with pikepdf.open(PLAN) as pdf:
        raw = pdf.pages[page - 1].Contents.read_raw_bytes()
    start = PLAN.read_bytes().find(raw)
    return start, start + len(raw)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 1.0])
def test_one_flipped_bit_in_the_content_of_a_page_is_said(tmp_path: Path, share: float) -> None:
    """In the last byte, the checksum, too: qpdf would not mind."""
    start, stop = _content_of(2)
    data = bytearray(PLAN.read_bytes())
    data[start + round((stop - 1 - start) * share)] ^= 4
    (copy := tmp_path / "copy.pdf").write_bytes(data)
    assert found(copy) == [("file_damaged", "warning", 2)]


def test_a_font_that_is_gone_is_said_with_its_page(tmp_path: Path) -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[2]
        page.obj.Resources = pikepdf.Dictionary(page.resources)
        page.obj.Resources.Font = pikepdf.Dictionary({k: v for k, v in page.resources.Font.items() if k != "/F1"})

    copy = changed(tmp_path, drop)
    (finding,) = check_integrity(copy, letters_of(copy))
    assert finding.page == 3
    assert "thiếu phông chữ F1" in finding.message


def test_a_table_of_letters_that_does_not_decode_is_said(tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        table = pdf.pages[0].resources.Font["/F1"].ToUnicode
        raw = bytearray(table.read_raw_bytes())
        raw[len(raw) // 2] ^= 255
        table.write(bytes(raw), filter=pikepdf.Name.FlateDecode)

    (finding, *_) = check_integrity(changed(tmp_path, spoil), dict.fromkeys(range(1, 8), 10**6))
    assert finding.page == 1
    assert "bảng mã của phông chữ F1 hỏng" in finding.message


def test_text_that_is_shown_but_not_read_is_said() -> None:
    letters = letters_of(PLAN)
    assert found(PLAN, letters | {4: 0}) == [("file_damaged", "warning", 4)]


def test_a_page_that_is_not_there_is_said(tmp_path: Path) -> None:
    letters = letters_of(PLAN)
    assert found(PLAN, {number: letters[number] for number in range(1, 7)}) == [("file_damaged", "warning", None)]


def test_a_file_whose_bookkeeping_alone_is_wrong_is_not_damaged(tmp_path: Path) -> None:
    data = re.sub(rb"startxref\s+\d+", b"startxref\n7", PLAN.read_bytes())
    (copy := tmp_path / "copy.pdf").write_bytes(data)
    assert found(copy, letters_of(PLAN)) == []


def test_no_damage_makes_it_fail(tmp_path: Path) -> None:
    copy, data, chance = tmp_path / "copy.pdf", PLAN.read_bytes(), random.Random(7)
    for _ in range(60):
        mutant = bytearray(data)
        for _ in range(chance.randint(1, 400)):
            mutant[chance.randrange(len(mutant))] ^= 1 << chance.randrange(8)
        copy.write_bytes(mutant[: chance.choice([len(mutant), chance.randrange(2000, len(mutant))])])
        assert {finding.code for finding in check_integrity(copy, {})} <= {"file_damaged"}


def test_a_document_with_a_damaged_page_is_partial_and_that_page_in_doubt(tmp_path: Path) -> None:
    _, stop = _content_of(1)
    data = bytearray(PLAN.read_bytes())
    data[stop - 1] ^= 4
    (copy := tmp_path / "copy.pdf").write_bytes(data)
    extraction = extract(copy)
    assert extraction.status == "partial"
    assert [page.confidence <= DAMAGED_CONFIDENCE for page in extraction.pages] == [True] + 6 * [False]
    cited = [citation for citation in extraction.citations if citation.page == 1]
    assert cited
    assert all(citation.confidence <= DAMAGED_CONFIDENCE for citation in cited)
    assert extract(PLAN).status == "ok"


def test_a_page_that_pdfium_cannot_open_is_read_from_a_mended_copy(tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Type = Name("/Pagf")

    reading = read_document(changed(tmp_path, spoil))
    assert [len(page.words) > 30 for page in reading.pages] == [True] * 7
    assert {finding.code for finding in reading.findings} <= {"file_damaged"}


def test_a_page_that_cannot_be_opened_is_empty_and_said_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(document: pdfium.PdfDocument, number: int, reader: object) -> object:
        if number == 2:
            raise pdfium.PdfiumError("Failed to load page.")
        return read_page(document, number, reader)  # type: ignore[arg-type]

    read_page = reading_document._read_page
    monkeypatch.setattr(reading_document, "_read_page", refuse)
    reading = read_document(PLAN)
    assert [bool(page.words) for page in reading.pages] == [True, False, *[True] * 5]
    assert {(finding.code, finding.page) for finding in reading.findings} >= {("file_damaged", 2)}


def test_a_page_without_contents_and_resources_is_no_damage(tmp_path: Path) -> None:
    path = odd_pdfs.blank_page_between(tmp_path / "blank.pdf")
    assert found(path) == []
