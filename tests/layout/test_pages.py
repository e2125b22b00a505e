"""Pages as laid out: the order in which their text is given, and that none of it is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.layout.pages import text_in_order
from pipeline.model import LaidOutPage, Line
from tests.factories.typeset import DATED, PROSE, by_typst, side_by_side
from tests.layout.pages import pages_of

NOTE = "#footnote[Luật số 42/2024/QH15.]"


def test_text_of_a_page_reads_from_its_top_to_its_notes(tmp_path: Path) -> None:
    head = side_by_side(r"ỦY BAN NHÂN DÂN \ *TỈNH HÒA GIANG*", DATED)
    tables = ["#table(columns: 2, [STT], [Tên], [1], [Dự án A])", "#table(columns: 2, [TT], [Mã], [2], [B7])"]
    markup = f"{head}Đoạn thứ nhất.{NOTE}\n\n{tables[0]}\n\nĐoạn thứ hai.\n\n{tables[1]}\n\nĐoạn thứ ba."
    text = text_in_order(pages_of(by_typst(tmp_path, markup))[0]).split("\n")
    assert text == [
        *("ỦY BAN NHÂN DÂN", "TỈNH HÒA GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("Hòa Giang, ngày 05 tháng 3 năm 2024", "Đoạn thứ nhất.", "STT", "Tên", "1", "Dự án A", "Đoạn thứ hai."),
        *("TT", "Mã", "2", "B7", "Đoạn thứ ba.", "Luật số 42/2024/QH15."),
    ]


def all_lines(page: LaidOutPage) -> list[Line]:
    columns = [line for pair in (page.masthead, page.closing) if pair for line in (*pair.left, *pair.right)]
    cells = [line for grid in page.grids for cell in grid.cells for line in cell.lines]
    return [*columns, *page.body, *page.notes, *page.furniture, *cells]


@pytest.mark.parametrize("name", ["kon-tum", "plan_06", "decision_02", "decree_01", "decree_02", "letter_01"])
def test_every_letter_read_from_a_real_document_is_somewhere(shared: Path, name: str) -> None:
    """Body, notes, furniture, cells, top and end together hold each letter once; note markers are labels."""
    for page in pages_of(next((shared / "corpus").glob(f"{name}*.pdf"))):
        printed = Counter("".join(word.text for word in page.page.words))
        lines = all_lines(page)
        found = Counter("".join(line.passage.text.replace(" ", "") for line in lines))
        labels = Counter(label for line in lines for marker in line.passage.markers for label in marker.label)
        lost = {sign: count for sign, count in (printed - found - labels).items() if sign.isalnum()}
        assert (page.page.number, lost) == (page.page.number, {})


def test_prose_is_one_block(tmp_path: Path) -> None:
    page = pages_of(by_typst(tmp_path, PROSE))[0]
    assert (page.masthead, page.closing, page.grids, page.notes, page.furniture) == (None, None, (), (), ())
