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
