"""Cells of ruled tables in the image: found, read one by one, small figures settled, rests of rules left out."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from pipeline.reading.ocr.cell_figures import settle_figures
from pipeline.reading.ocr.cells import find_cells, outside_cells, read_cells, without_cells
from pipeline.reading.ocr.image_rules import find_rules, rule_masks
from pipeline.reading.ocr.raster import Raster, prepare
from pipeline.reading.ocr.tesseract import Read
from tests.ocr.printing import DPI, Print, Ruled, line_of_print, table_of_print

TEXTS = [
    ["STT", "Đơn vị", "Kinh phí"],
    ["1", "Sở Nội vụ", "1.624"],
    ["2", "Sở Xây dựng", "640"],
    ["3", "Văn phòng\nUBND tỉnh", "871"],
    ["4", "Sở Tài chính", "590"],
]


def _table(dotted: bool = False, row: int = 120) -> Raster:
    texts = TEXTS if row > 100 else [TEXTS[0], *TEXTS[1:3], TEXTS[4]]
    return table_of_print(Ruled([140, 480, 300], row, texts, dotted))


def _read(raster: Raster) -> list[str]:
    cells = find_cells(raster, rule_masks(raster.grey, raster.dpi))
    reads = settle_figures(list(read_cells(raster, cells, 0)), cells, raster)
    in_order = sorted(cells, key=lambda cell: (cell.top // 40, cell.x0))
    return [" ".join(read.text for read in reads if cell.holds(read)) for cell in in_order]


def test_every_cell_is_read_to_the_letter() -> None:
    # the header is for both engines together: one alone reads "SII"
    assert _read(_table())[3:] == [text.replace("\n", " ") for row in TEXTS[1:] for text in row]


def test_a_table_of_low_rows_has_its_sides() -> None:
    raster = _table(row=62)
    assert len(find_cells(raster, rule_masks(raster.grey, raster.dpi))) == 12


def test_a_row_of_one_line_alone_is_ruled() -> None:
    raster = table_of_print(Ruled([140, 480, 300], 62, [["37", "2470089.7281", "431.2"]]))
    low, tall = rule_masks(raster.grey, raster.dpi), rule_masks(_table().grey, DPI)
    assert tall[1].any()
    assert low[0].any()


def test_running_text_has_no_rules_and_no_cells() -> None:
    raster = Raster(
        line_of_print(Print("Kế hoạch số 1320/KH-UBND ngày 06 tháng 5 năm 2022 của Ủy ban")), DPI / 72, 0, 0.0
    )
    masks = rule_masks(raster.grey, raster.dpi)
    assert find_rules(raster, masks) == ()
    assert find_cells(raster, masks) == ()


def test_words_in_cells_are_not_read_twice() -> None:
    raster = _table()
    cells = find_cells(raster, rule_masks(raster.grey, raster.dpi))
    inside = Read("590", cells[0].x0 + 5, cells[0].top + 5, cells[0].x0 + 60, cells[0].top + 40, 0.0, 0.9, 0)
    above = Read("Biểu", 10, 10, 90, 50, 45.0, 0.9, 1)
    assert outside_cells([inside, above], cells) == [above]
    assert (without_cells(raster.grey, cells)[cells[0].top + 5 : cells[0].bottom - 5, cells[0].x0 + 5] > 200).all()


@pytest.mark.parametrize("wrong", [["]", "Š", "GÃ", "4"], ["1", "2", "3", "4"]])
def test_small_figures_are_settled_whatever_was_read_first(wrong: Sequence[str]) -> None:
    raster = _table()
    cells = find_cells(raster, rule_masks(raster.grey, raster.dpi))
    numbers = [cell for cell in sorted(cells, key=lambda cell: cell.top) if cell.x0 < 260][1:]
    reads = [
        Read(text, cell.x0 + 40, cell.top + 30, cell.x0 + 80, cell.bottom - 30, cell.bottom - 35.0, 0.4, k)
        for k, (cell, text) in enumerate(zip(numbers, wrong, strict=True))
    ]
    settled = settle_figures(reads, cells, raster)
    assert [read.text for cell in numbers for read in settled if cell.holds(read)] == ["1", "2", "3", "4"]


def test_letters_alone_in_cells_stay_what_they_are() -> None:
    raster = table_of_print(Ruled([140, 300], 120, [["ha", "5"], ["tấn", "7"], ["km", "9"]]))
    assert _read(raster) == ["ha", "5", "tấn", "7", "km", "9"]


def test_a_rule_torn_by_a_stamp_is_closed_and_the_stamp_is_gone() -> None:
    raster = _table()
    colour = cv2.cvtColor(raster.grey, cv2.COLOR_GRAY2BGR)
    cv2.circle(colour, (520, 320), 150, (60, 60, 205), 6)
    clean = prepare(np.asarray(colour, dtype=np.uint8), raster.dots, lambda _: 0)
    assert len(find_cells(clean, rule_masks(clean.grey, clean.dpi))) == 15
    assert np.median(clean.grey[165:172, 515:525]) > 230


LOW_ROWS = [
    ["10", "Tháng 10/2025", "I"],
    ["11", "Tháng 11/2025", "II"],
    ["110", "Tháng 1/2026", "III"],
    ["1", "TT 1", "IL"],
]


@pytest.mark.parametrize("row", [50, 54, 58, 62])
def test_stems_of_letters_in_low_rows_are_no_rules(row: int) -> None:
    """In rows as high as one line a "1", "I", "L" or "T" nearly reaches from rule to rule (15 points are 52 pixels)."""
    raster = table_of_print(Ruled([160, 420, 160], row, LOW_ROWS * 3))
    masks = rule_masks(raster.grey, raster.dpi)
    assert len({(rule.x0, rule.x1) for rule in find_rules(raster, masks) if not rule.horizontal}) == 4
    assert len(find_cells(raster, masks)) == 3 * len(LOW_ROWS) * 3
