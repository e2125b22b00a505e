"""Words of pages written by hand, operator by operator: what one sees is what is read, whatever the producer does."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Name

from pipeline.model import Page
from pipeline.reading.document import Reading, read_document
from tests.factories import odd_pdfs
from tests.factories.paper import PROSE, Sheet, lines_at, new_pdf, save, text_at
from tests.factories.typeset import Paper, by_typst

REFERENCE = "theo Quyết định số 942/QĐ-TTg ngày 15/6/2021"
BELOW = lines_at(85, 650, PROSE)
TURNS = {90: b"0 1 -1 0 595 0", 180: b"-1 0 0 -1 595 842", 270: b"0 -1 1 0 0 842"}


def read(folder: Path, content: bytes, **sheet: object) -> Reading:
    return read_document(save(new_pdf([Sheet(content, **sheet)]), folder / "page.pdf"))  # type: ignore[arg-type]


def first_line(page: Page) -> list[str]:
    top = min(word.baseline for word in page.words)
    return [word.text for word in page.words if abs(word.baseline - top) < 5]


def letter_by_letter(x: float, y: float, text: str) -> bytes:
    return b"".join(text_at(x + 6.5 * k, y, letter) for k, letter in enumerate(text) if letter != " ")


WAYS: dict[str, Callable[[], bytes]] = {
    "whole": lambda: text_at(85, 760, REFERENCE),
    "each letter its own object": lambda: letter_by_letter(85, 760, REFERENCE),
    "bold by printing twice": lambda: text_at(85, 760, REFERENCE) + text_at(85.3, 760, REFERENCE),
    "decomposed letters": lambda: text_at(85, 760, unicodedata.normalize("NFD", REFERENCE)),
    "hard spaces": lambda: text_at(85, 760, REFERENCE.replace(" ", "\u00a0")),
    "zero width spaces": lambda: text_at(85, 760, REFERENCE.replace("/", "/\u200b")),
}


@pytest.mark.parametrize("way", [way for way in WAYS if way != "zero width spaces"])
def test_the_same_words_however_they_are_written(tmp_path: Path, way: str) -> None:
    assert first_line(read(tmp_path, WAYS[way]() + BELOW).pages[0]) == REFERENCE.split()


def test_zero_width_space_parts_a_word_without_a_gap(tmp_path: Path) -> None:
    page = read(tmp_path, WAYS["zero width spaces"]() + BELOW).pages[0]
    assert "".join(first_line(page)) == REFERENCE.replace(" ", "")


def test_ligatures_are_letters(tmp_path: Path) -> None:
    assert first_line(read(tmp_path, text_at(85, 760, "oﬃce conﬂict ﬁle") + BELOW).pages[0]) == [
        "office",
        "conflict",
        "file",
    ]


@pytest.mark.parametrize(("rotation", "y"), [(90, 500), (180, 700), (270, 500)])
def test_turned_pages_read_from_left_to_right(tmp_path: Path, rotation: int, y: float) -> None:
    """The content is turned one way, the page the other: what is shown is level."""
    turned = b"q " + TURNS[rotation] + b" cm\n" + lines_at(85, y, PROSE) + b"Q\n"
    page = read(tmp_path, turned, rotate=rotation).pages[0]
    assert page.rotation == rotation
    assert (page.width, page.height) == ((595, 842) if rotation == 180 else (842, 595))
    assert first_line(page) == PROSE[0].split()
    assert page.words[0].box.x0 == pytest.approx(85, abs=0.1)
    assert page.words[0].baseline == pytest.approx(page.height - y, abs=0.1)


def test_sideways_table_on_an_upright_page_is_turned_and_its_page_number_said(tmp_path: Path) -> None:
    turned = b"q " + TURNS[90] + b" cm\n" + lines_at(85, 500, PROSE) + b"Q\n" + text_at(200, 30, "Trang 12")
    reading = read(tmp_path, turned)
    assert (reading.pages[0].rotation, reading.pages[0].turn) == (0, 90)
    assert [word.text for word in reading.pages[0].words] == " ".join(PROSE).split()
    assert [(f.code, "Trang 12" in f.message) for f in reading.findings] == [("text_turned", True)]


def test_turned_heads_of_a_table_are_said(tmp_path: Path) -> None:
    heads = ", ".join(f"[#rotate(-90deg, reflow: true)[{name}]]" for name in ("Số thứ tự", "Tên dự án"))
    path = by_typst(tmp_path, f"#table(columns: 2, {heads}, [1], [Dự án xây dựng])\n\n{' '.join(PROSE)}", Paper())
    findings = [f for f in read_document(path).findings if f.code == "text_turned"]
    assert len(findings) == 1
    assert "thứ tự" in findings[0].message


def test_crop_box_is_the_page(tmp_path: Path) -> None:
    page = read(tmp_path, lines_at(85, 760, PROSE), crop=(50, 100, 560, 800)).pages[0]
    assert (page.width, page.height) == (510, 700)
    assert (page.words[0].box.x0, page.words[0].baseline) == pytest.approx((35, 40), abs=0.1)


def test_hidden_words_are_left_out_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, b"3 Tr\n" + text_at(85, 760, "999/QĐ-UBND") + b"0 Tr\n" + BELOW)
    assert "999/QĐ-UBND" not in [word.text for word in reading.pages[0].words]
    assert [(f.code, "999/QĐ-UBND" in f.message) for f in reading.findings] == [("text_hidden", True)]


def test_covered_words_are_said_with_both_values(tmp_path: Path) -> None:
    """A number is printed, and a signature field shows another one over it."""
    pdf = new_pdf([Sheet(odd_pdfs._letterhead("298", "06"))])
    odd_pdfs._shown(pdf, (102, 740, 132, 760), "329", Subtype=Name.Widget, FT=Name.Sig, T=b"So van ban")
    reading = read_document(save(pdf, tmp_path / "covered.pdf"))
    words = {word.text: word.source for word in reading.pages[0].words}
    assert words["329"] == "widget"
    assert "298" not in words
    finding = next(f for f in reading.findings if f.code == "covered_text")
    assert "“298”" in finding.message
    assert "“329”" in finding.message


def test_superscript_behind_a_reference_is_a_word_of_its_own(tmp_path: Path) -> None:
    raised = text_at(85 + 15 * 6.5, 765, "12", 8) + text_at(85 + 15 * 6.5 + 8, 760, ", tiếp")
    words = read(tmp_path, text_at(85, 760, "số 42/2024/QH15") + raised + BELOW).pages[0].words
    found = [(word.text, word.superscript) for word in words[:4]]
    assert found == [("số", False), ("42/2024/QH15", False), ("12", True), (",", False)]


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("QH15¹", ["QH15", "1^"]),
        ("NĐ-CP²,", ["NĐ-CP", "2^", ","]),
        ("dân(³)", ["dân", "(3)^"]),
        ("xã⁽¹²⁾;", ["xã", "(12)^", ";"]),
        ("15km²", ["15km²"]),
        ("m³/ngày", ["m³/ngày"]),
        ("5x10⁶", ["5x10⁶"]),
        ("s⁻¹", ["s⁻¹"]),
    ],
)
def test_raised_digits_of_unicode(tmp_path: Path, printed: str, wanted: list[str]) -> None:
    page = read(tmp_path, text_at(85, 760, printed) + BELOW).pages[0]
    top = min(word.baseline for word in page.words)
    words = [word for word in page.words if word.baseline == top]
    assert [word.text + "^" * word.superscript for word in words] == wanted


def test_very_tall_page_loses_nothing(tmp_path: Path) -> None:
    page = read_document(odd_pdfs.very_tall_page(tmp_path / "tall.pdf")).pages[0]
    assert (page.width, page.height) == (832, 3049)
    assert [word.text for word in page.words] == " ".join(PROSE * 30).split()


def test_half_of_a_character_beyond_the_basic_plane_can_be_stored(tmp_path: Path) -> None:
    page = read(tmp_path, text_at(85, 760, "Lịch \U0001f4c5 họp") + BELOW).pages[0]
    for word in page.words:
        word.text.encode()
