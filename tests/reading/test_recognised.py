"""What form fields show over a scan stands for what OCR made of it."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from pipeline.model import Box, Word
from pipeline.reading.document import read_document
from pipeline.reading.ocr.page import OcrPage
from pipeline.reading.ocr.readers import Inline
from pipeline.reading.recognised import recognised_page
from tests.factories.paper import A4, PROSE, Sheet, add_font, lines_at, new_pdf, text_at
from tests.factories.scans import scan_of

SIGNED = (
    "Người ký: Cổng Thông tin điện tử",
    "Cơ quan: Văn phòng Ủy ban nhân dân tỉnh",
    "Thời gian ký: 10.12.2021 11:07:56",
)


def word(text: str, x0: float, top: float, source: str = "ocr") -> Word:
    box = Box(1, x0, top, x0 + 6 * len(text), top + 12)
    return Word(text, box, 12.0, top + 10, source="widget" if source == "widget" else "ocr")


def page(words: tuple[Word, ...], *, turn: int = 0, skew: float = 0.0) -> OcrPage:
    return OcrPage(words, (), 0.95, 595.0, 842.0, turn, skew)


NUMBER = word("1696", 100, 80, "widget")


def test_a_number_that_is_filled_in_stands_for_its_picture() -> None:
    read, _ = recognised_page(
        1, 0, page((word("Số:", 70, 80), word("l6g6", 101, 81), word("/QĐ-UBND", 130, 80))), [NUMBER]
    )
    assert [w.text for w in read.words] == ["Số:", "/QĐ-UBND", "1696"]
    assert read.words[-1].source == "widget"
    assert read.text_source == "ocr"


def test_print_beside_it_stays() -> None:
    read, _ = recognised_page(1, 0, page((word("năm", 200, 80), word("2026", 100, 140))), [NUMBER])
    assert [w.text for w in read.words] == ["năm", "2026", "1696"]


def test_it_is_moved_as_the_page_was_levelled() -> None:
    read, _ = recognised_page(1, 0, page((), skew=2.0), [NUMBER])
    box = read.words[0].box
    assert abs(box.top - (NUMBER.box.top + 6.6)) < 1.0  # 186 points left of the middle, at two degrees
    assert abs(box.x0 - (NUMBER.box.x0 - 11.5)) < 1.0  # 335 points above it


def test_on_a_page_that_was_turned_the_picture_stands() -> None:
    read, _ = recognised_page(1, 0, page((word("l6g6", 101, 81),), turn=90), [NUMBER])
    assert [w.text for w in read.words] == ["l6g6"]


def stamped_scan(folder: Path, printed: Path) -> Path:
    """The first page of ``printed`` as a scan, with three lines of text (a flattened signature) at its top."""
    scan = scan_of(printed, folder / "scan.pdf", seal=False, skew=0.0)
    with pikepdf.open(scan) as pdf:
        del pdf.pages[1:]
        page = pdf.pages[0]
        page.obj.Resources.Font = pikepdf.Dictionary(F1=add_font(pdf))
        page.contents_add(lines_at(60, 830, SIGNED, size=6, leading=8))
        pdf.save(folder / "stamped.pdf")
    return folder / "stamped.pdf"


def test_a_scan_with_a_signature_stamped_on_it_as_text_is_recognised(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "corpus" / "ke-hoach-87-hoa-giang.pdf"
    (read,) = read_document(stamped_scan(tmp_path, sample), Inline()).pages
    text = " ".join(w.text for w in read.words)
    assert read.text_source == "ocr"
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert all(line in text for line in SIGNED)
    assert [w.text for w in read.words if w.source == "text"] == " ".join(SIGNED).split()


def test_a_born_digital_page_with_little_text_is_not_recognised(tmp_path: Path) -> None:
    path = tmp_path / "short.pdf"
    new_pdf([Sheet(lines_at(70, 700, PROSE[:2]) + text_at(70, 600, "Nơi nhận: Như trên"), A4)]).save(path)
    (read,) = read_document(path, Inline()).pages
    assert read.text_source == "text"
