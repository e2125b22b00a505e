"""Footnotes of several producers and forms: where they begin, what their markers are, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.layout.lines import join_lines
from pipeline.layout.notes import declare_markers
from pipeline.model import Word
from tests.factories.typeset import PROSE, Paper, by_libreoffice, by_typst, footnote, paragraph
from tests.layout.pages import markers, pages_of, paragraphs_of, texts, word

NOTE = "#footnote[Quyết định số 12/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh Hòa Giang.]"
LONG_NOTE = "#footnote[" + " ".join([PROSE] * 9) + "]"


def test_markers_and_powers_on_one_page(tmp_path: Path) -> None:
    """A page with km², m³ and 10³ has notes 2 and 3; 3 and 4 share a place, 5 is in a heading, 6 in a cell."""
    markup = f"""Theo Luật số 42/2024/QH15{NOTE}, diện tích 12,5 km#super[2] và 300 m#super[3] nước,
5x10#super[3] người, tại Quyết định số 5/QĐ-UBND{NOTE} và các văn bản.{NOTE}{NOTE} {PROSE}

*1. Mục tiêu chung*{NOTE}

#table(columns: 3, [STT], [Tên], [Ghi chú], [1], [Dự án A{NOTE}], [x], [2], [Dự án B], [200 m#super[2]])"""
    page = pages_of(by_typst(tmp_path, markup))[0]
    assert markers(page.body) == [
        ("1", "/2024/QH15"),
        ("2", " 5/QĐ-UBND"),
        ("3", "c văn bản."),
        ("4", "c văn bản."),
        ("5", "tiêu chung"),
    ]
    cells = {(cell.row, cell.column): cell.lines for cell in page.grids[0].cells}
    assert markers(cells[1, 1]) == [("6", "Dự án A")]
    assert texts(cells[2, 2]) == ["200 m2"]
    assert [label for label, before in markers(page.notes) if before == ""] == ["1", "2", "3", "4", "5", "6"]
    text = " ".join(texts(page.body))
    assert "số 42/2024/QH15, diện tích 12,5 km2 và 300 m3 nước, 5x103 người" in text


@pytest.mark.parametrize("separator", ["line(length: 30%)", "line(length: 100%)", "none"])
def test_long_note_runs_on_whatever_its_rule(tmp_path: Path, separator: str) -> None:
    """The note is longer than the text of the document, and has a short rule, one as wide as the text, or none."""
    rule = f"#set footnote.entry(separator: {separator})\n"
    filling = "\n\n".join([PROSE] * 4)
    path = by_typst(tmp_path, f"{rule}{filling}\n\nTheo quy định{LONG_NOTE} của pháp luật.\n\n{filling}")
    pages = pages_of(path)
    assert join_lines([line for page in pages for line in page.notes]).text == " ".join([PROSE] * 9)
    assert paragraphs_of(path) == [PROSE] * 4 + ["Theo quy định của pháp luật."] + [PROSE] * 4


def test_raised_letters_of_unicode(tmp_path: Path) -> None:
    """Markers typed as ¹ and ² leave the reference they follow; km² and m³ stay as they are."""
    text = "Theo Luật số 42/2024/QH15¹ và Nghị định số 30/2020/NĐ-CP², diện tích 15 km² và 20 m³."
    notes = "#set text(10pt)\n#set par(first-line-indent: 0pt)\n¹ Luật Dữ liệu số một.\n\n² Về công tác văn thư."
    page = pages_of(by_typst(tmp_path, f"{text}\n\n#v(1fr)#line(length: 5cm, stroke: .5pt)\n{notes}"))[0]
    assert " ".join(texts(page.body)) == text.replace("¹", "").replace("CP²", "CP")
    assert [label for label, _ in markers(page.body)] == ["1", "2"]
    assert texts(page.notes) == ["Luật Dữ liệu số một.", "Về công tác văn thư."]


def test_notes_of_libreoffice(tmp_path: Path) -> None:
    """LibreOffice sets the number of a note level with it and glued to it: "1Luật thứ nhất"; here without a rule."""
    raised = '<text:span text:style-name="Raised">2</text:span>'
    text = (
        f"Theo Luật số 42/2024/QH15{footnote(1, 'Luật thứ nhất, ngày 01/01/2024.')}, diện tích 12 km{raised}; "
        f"Quyết định số 5/QĐ-UBND.{footnote(2, 'Quyết định thứ hai.')}{footnote(3, PROSE)} {PROSE}"
    )
    page = pages_of(by_libreoffice(tmp_path, paragraph(text)))[0]
    assert " ".join(texts(page.body)).startswith(
        "Theo Luật số 42/2024/QH15, diện tích 12 km2; Quyết định số 5/QĐ-UBND. Ủy ban"
    )
    assert [label for label, _ in markers(page.body)] == ["1", "2", "3"]
    assert texts(page.notes)[:2] == ["Luật thứ nhất, ngày 01/01/2024.", "Quyết định thứ hai."]
    assert [label for label, before in markers(page.notes) if not before] == ["1", "2", "3"]


def test_small_print_without_markers_is_no_note(tmp_path: Path) -> None:
    small = f"#text(9pt)[1. {PROSE}]"
    page = pages_of(by_typst(tmp_path, "\n\n".join([PROSE] * 8) + f"\n\n{small}", Paper("14pt")))[0]
    assert page.notes == ()


def _raised(text: str, after: str, labels: frozenset[str]) -> list[Word]:
    first = word(after, 100, 200)
    second = word(text, first.box.x1, 195, 8, superscript=True, glued=True)
    return list(declare_markers([first, second], labels, None))[1:]


@pytest.mark.parametrize(
    ("text", "after", "labels", "wanted"),
    [
        ("1", "quy định", {"1"}, ["1"]),
        ("2,3", "quy định", {"2", "3"}, ["2", "3"]),
        ("34", "quy định", {"3", "4"}, ["3", "4"]),
        ("910", "quy định", {"9", "10"}, ["9", "10"]),
        ("12", "quy định", {"12", "1", "2"}, ["12"]),
        ("1", "42/2024/QH15", set(), ["1"]),
        ("(2)", "30/2020/NĐ-CP", set(), ["(2)"]),
        ("2", "120kg/m", set(), []),
        ("34", "quy định", {"3", "5"}, []),
        ("2", "km", {"2"}, []),
        ("3", "m", {"3"}, []),
        ("2", "quy định", {"1"}, []),
        ("th", "15", {"1"}, []),
    ],
)
def test_which_raised_words_are_markers(text: str, after: str, labels: set[str], wanted: list[str]) -> None:
    declared = _raised(text, after, frozenset(labels))
    assert [part.text for part in declared if part.marker] == wanted
    assert "".join(part.text for part in declared) == (text if not wanted else "".join(wanted))


def test_power_of_ten_is_a_marker_only_where_its_label_has_no_other() -> None:
    labels = frozenset({"3"})
    alone = _raised("3", "10", labels)
    assert alone[0].marker
    first = word("10", 100, 200)
    power = word("3", first.box.x1, 195, 8, superscript=True, glued=True)
    other = word("định", 300, 200)
    marker = word("3", other.box.x1, 195, 8, superscript=True, glued=True)
    declared = declare_markers([first, power, other, marker], labels, None)
    assert [part.marker for part in declared] == [False, False, False, True]


def test_real_annex_of_kon_tum(shared: Path) -> None:
    """Seen on the page images: 14 notes, and the marker of each stands in the text or table above it."""
    pages = pages_of(shared / "corpus" / "kon-tum-1320-phu-luc-1.pdf")
    begun = [label for page in pages for label, before in markers(page.notes) if not before]
    assert begun == [str(k) for k in range(1, 15)]
    for page in pages:
        lines = [*page.body, *(line for grid in page.grids for cell in grid.cells for line in cell.lines)]
        below = {label for label, before in markers(page.notes) if not before}
        assert {label for label, _ in markers(lines)} == below


def test_labels_glued_to_their_notes(tmp_path: Path) -> None:
    """LibreOffice prints the label of a note on its line, without a space: "(1)Gồm", "**Không"."""
    text = "Cấp giấy#super[(1)] cho cơ quan#super[\\*\\*] theo quy định. " + PROSE
    notes = "#set text(10pt)\n#set par(first-line-indent: 0pt)\n(1)Gồm các chức danh.\n\n\\*\\*Không gồm hợp tác xã."
    page = pages_of(by_typst(tmp_path, f"{text}\n\n#v(1fr)\n{notes}"))[0]
    assert [label for label, before in markers(page.notes) if before == ""] == ["1", "**"]
    assert texts(page.notes) == ["Gồm các chức danh.", "Không gồm hợp tác xã."]
