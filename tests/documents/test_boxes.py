"""Every box is right: an independent reader finds the citation's text under it, and there is ink on the page image."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.model import Box, Citation, Extraction
from tests.documents.boxes import (
    IndependentReader,
    draw_boxes,
    keep_image,
    render_page,
    share_of_ink,
    without_space,
)
from tests.documents.published import SAMPLES, extracted

SAMPLE_NAMES = sorted(path.name for path in SAMPLES.glob("*.pdf"))
REAL_NAMES = [
    "kon-tum-1320-phu-luc-1.pdf",
    "decision_02_QD-1696-uyquyen_UBND-LaoCai_signed-landscape-annex.pdf",
    "plan_06_KH-khoangsan-2026_UBND-LaoCai_fromDOCX.pdf",
]


@pytest.fixture(params=SAMPLE_NAMES + REAL_NAMES)
def path(request: pytest.FixtureRequest) -> Path:
    name = str(request.param)
    if name in SAMPLE_NAMES:
        return SAMPLES / name
    shared: Path = request.getfixturevalue("shared")
    return shared / "corpus" / name


@pytest.fixture
def document(path: Path) -> Extraction:
    return extracted(path)


@pytest.fixture
def reader(path: Path) -> Iterator[IndependentReader]:
    with closing(IndependentReader(path)) as reader:
        yield reader


def test_the_text_under_the_boxes_of_a_citation_is_its_text(document: Extraction, reader: IndependentReader) -> None:
    wrong = [
        (citation.page, citation.text, under)
        for citation in document.citations
        if (under := reader.text_under(citation.boxes)) != without_space(citation.text)
        and not _marker_inside(citation, under, document)
    ]
    assert document.citations
    assert wrong == []


def _marker_inside(citation: Citation, under: str, document: Extraction) -> bool:
    """A footnote marker printed inside the citation lies under its box and is, rightly, not in its text."""
    passage = document.blocks[citation.block].passage
    inside = [marker for marker in passage.markers if citation.start < marker.offset <= citation.stop]
    for marker in inside:
        under = under.replace(f"({marker.label})", "", 1) if f"({marker.label})" in under else under
        under = under.removesuffix(marker.label) if marker.offset == citation.stop else under
    return bool(inside) and under == without_space(citation.text)


def test_each_box_of_a_citation_has_print_on_the_page_image(document: Extraction, path: Path) -> None:
    pages = sorted({box.page for citation in document.citations for box in citation.boxes})
    for number in pages:
        groups = [[box for box in citation.boxes if box.page == number] for citation in document.citations]
        plain = render_page(path, number)
        assert all(share_of_ink(plain, box) > 0.03 for boxes in groups for box in boxes)
        keep_image(draw_boxes(path, number, groups), f"{path.stem}-{number:02}.png")


def test_a_box_is_one_line_of_print_high(document: Extraction) -> None:
    heights = [box.height for citation in document.citations for box in citation.boxes]
    assert all(6 < height < 25 for height in heights)


def test_the_text_under_the_boxes_of_a_footnote_is_its_text(document: Extraction, reader: IndependentReader) -> None:
    for note in document.footnotes:
        under = reader.text_under(note.passage.boxes())
        assert under == without_space(note.passage.text)


def test_the_check_itself_sees_a_box_that_is_off(document: Extraction, reader: IndependentReader) -> None:
    """Half a line lower, or a word further right, and the text under the box is another."""
    citation = document.citations[0]
    lower = [_moved(box, 0, 0.7 * box.height) for box in citation.boxes]
    further = [_moved(box, 25, 0) for box in citation.boxes]
    assert without_space(citation.text) not in (reader.text_under(lower), reader.text_under(further))


def _moved(box: Box, right: float, down: float) -> Box:
    return Box(box.page, box.x0 + right, box.top + down, box.x1 + right, box.bottom + down)
