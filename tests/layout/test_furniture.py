"""Running heads and page numbers are left out of the text; headings, lists and table rows in the margin are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories.typeset import PROSE, Paper, by_typst
from tests.layout.pages import pages_of, paragraphs_of, texts

LONG = "\n\n".join([PROSE] * 24)
GAZETTE = (
    "header: context { let p = counter(page).get().first(); "
    "if calc.odd(p) [CÔNG BÁO/Số 12 + 13/Ngày 05-03-2024 #h(1fr) #p] "
    "else [#p #h(1fr) CÔNG BÁO/Số 12 + 13/Ngày 05-03-2024] }"
)
FOOTERS = {
    "centre": "footer: context align(center)[#counter(page).display()]",
    "right": "footer: context align(right)[#counter(page).display()]",
    "dashes": "footer: context align(center)[- #counter(page).display() -]",
    "of": "footer: context align(right)[Trang #counter(page).display()/#counter(page).final().first()]",
    "path": "footer: context [#text(9pt)[D:/VanBan/2024/KH_so.docx] #h(1fr) Trang #counter(page).display()/3]",
    "gazette": GAZETTE,
}


@pytest.mark.parametrize("form", FOOTERS)
def test_furniture_is_left_out(tmp_path: Path, form: str) -> None:
    path = by_typst(tmp_path, LONG, Paper(page=FOOTERS[form]))
    pages = pages_of(path)
    assert [len(page.furniture) for page in pages] == [1] * len(pages)
    assert paragraphs_of(path) == [PROSE] * 24


def test_running_head_of_a_document_of_two_pages(tmp_path: Path) -> None:
    path = by_typst(tmp_path, "\n\n".join([PROSE] * 14), Paper(page="header: [Đề án số hóa tỉnh Hòa Giang]"))
    assert [texts(page.furniture) for page in pages_of(path)] == [["Đề án số hóa tỉnh Hòa Giang"]] * 2


def test_headings_of_annexes_differ_in_their_digits_and_stay(tmp_path: Path) -> None:
    remark = "_(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024)_"
    annexes = [f"#align(center)[*PHỤ LỤC {k}*]\n#align(center)[{remark}]\n\n{PROSE}" for k in range(1, 5)]
    path = by_typst(tmp_path, "\n#pagebreak()\n".join(annexes), Paper("14pt"))
    assert [page.furniture for page in pages_of(path)] == [()] * 4
    assert paragraphs_of(path)[3:6] == ["PHỤ LỤC 2", remark.strip("_"), PROSE]


def test_rows_of_a_table_in_the_margin_stay(tmp_path: Path) -> None:
    """Its header stands at the top of every page, as running heads do: taking it away would unname the columns."""
    rows = ", ".join(f"[{k}], [Dự án số {k}], [Sở Y tế], [1.200]" for k in range(90))
    header = "table.header([STT], [Tên dự án], [Chủ trì], [Kinh phí])"
    table = f"#set page(flipped: true, margin: (y: 1.2cm))\n#table(columns: (1cm, 8cm, 6cm, 6cm), {header}, {rows})"
    pages = pages_of(by_typst(tmp_path, table))
    assert [page.furniture for page in pages] == [()] * len(pages)
    first = [[texts(cell.lines) for cell in page.grids[0].cells if cell.row == 0] for page in pages]
    assert first == [[["STT"], ["Tên dự án"], ["Chủ trì"], ["Kinh phí"]]] * len(pages)
    numbers = [line for page in pages for cell in page.grids[0].cells if cell.column == 0 for line in texts(cell.lines)]
    assert [number for number in numbers if number != "STT"] == [str(k) for k in range(90)]


def test_real_gazette_of_83_pages(shared: Path) -> None:
    """Decree 105/2021 in the gazette: a running head on each page, and no trace of it in the running text."""
    pages = pages_of(next((shared / "corpus").glob("decree_02*.pdf")))
    assert len(pages) == 83
    assert all(any("CÔNG BÁO/Số" in text for text in texts(page.furniture)) for page in pages[1:])
    assert not any("CÔNG BÁO/Số" in text for page in pages for text in texts(page.body))


def test_real_table_keeps_both_lines_of_its_header(shared: Path) -> None:
    """Decree 28/2026 repeats a header of two lines on each page; its first line stands in the margin."""
    pages = pages_of(next((shared / "corpus").glob("decree_01*.pdf")))
    lines = [texts(cell.lines) for page in pages for grid in page.grids for cell in grid.cells if cell.row == 0]
    assert ["CAS"] not in lines
    assert ["Mã thông tin", "CAS"] in lines
