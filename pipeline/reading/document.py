"""A PDF file as pages of words and rules: the recipe of the reading package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import TooComplexError
from pipeline.model import Finding, Page, Rule, Word
from pipeline.reading.frame import Frame
from pipeline.reading.opening import check_file, open_pdf, open_resaved
from pipeline.reading.rules import read_rules
from pipeline.reading.second_opinion import Disagreement, compare, count_letters
from pipeline.reading.trust import judge
from pipeline.reading.words import read_words, text_rotation

_SHOWN_WITH_CONTENT = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)


@dataclass(frozen=True, slots=True)
class Reading:
    """The pages of one document, and what an auditor should know about how they were read."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]


def read_document(path: Path) -> Reading:
    """Read every page of ``path``; raises the `DocumentError` that says why it cannot be read."""
    check_file(path)
    document, repaired = open_pdf(path)
    pages, letters = _read_pages(document)
    differences = compare(path, letters)
    if not repaired and any(difference.loses for difference in differences):
        pages, letters, differences = _read_again(path, pages, letters, differences)
    findings = [_disagreement_finding(difference) for difference in differences if difference.loses]
    return Reading(tuple(page for page, _ in pages), tuple(findings) + tuple(f for _, found in pages for f in found))


_Pages = list[tuple[Page, tuple[Finding, ...]]]


def _read_pages(document: pdfium.PdfDocument) -> tuple[_Pages, dict[int, int]]:
    """The pages with their findings, and how many letters and digits the text layer of each has."""
    pages: _Pages = []
    letters: dict[int, int] = {}
    try:
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
        for number in range(1, len(document) + 1):
            words, covered = _page_words(document, number)
            letters[number] = count_letters(
                c for word in (*words, *covered) for c in word.text if word.source == "text"
            )
            pages.append(_read_page(document, number, words))
    finally:
        document.close()
    return pages, letters


def _read_page(document: pdfium.PdfDocument, number: int, words: tuple[Word, ...]) -> tuple[Page, tuple[Finding, ...]]:
    with _open_page(document, number) as page:
        frame = _turned(page)
        rules, findings = _rules_of(page, frame, number)
        verdict = judge(words, number, _image_share(page, frame))
        shown = () if verdict.text_source == "empty" else words
        read = Page(
            number, frame.width, frame.height, frame.rotation, shown, rules, verdict.text_source, verdict.confidence
        )
        return read, (*findings, *verdict.findings)


def _page_words(document: pdfium.PdfDocument, number: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words one sees on the page, and those that something signed or stamped over them covers.

    The number and the day of a signed document often sit in form widgets, and PDFium's text page does not read
    them. The page is flattened (in memory), which turns widgets and stamps into page content, and read again:
    what is new came from them, and lies on top of what was printed there.
    """
    with _open_page(document, number) as page:
        words = _text_words(page, number)
        if not _has_shown_annotations(page):
            return words, ()
        if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
            return words, ()
    with _open_page(document, number) as page:
        flattened = _text_words(page, number)
    return _overlay(words, flattened)


def _overlay(words: tuple[Word, ...], flattened: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    known = {_place(word) for word in words}
    added = [_as_widget(word) for word in flattened if _place(word) not in known]
    covered = tuple(word for word in words if any(_covers(top, word) for top in added))
    return (*(word for word in words if word not in covered), *added), covered


def _place(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.box.x0), round(word.baseline)


def _as_widget(word: Word) -> Word:
    return replace(word, source="widget")


def _covers(top: Word, word: Word) -> bool:
    """Whether the middle of ``word`` lies under ``top``."""
    middle_x, middle_y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return top.box.contains(middle_x, middle_y)


def _text_words(page: pdfium.PdfPage, number: int) -> tuple[Word, ...]:
    with _text_of(page) as text_page:
        return read_words(text_page, _frame_of(page, text_page), number)


def _turned(page: pdfium.PdfPage) -> Frame:
    with _text_of(page) as text_page:
        return _frame_of(page, text_page)


@contextmanager
def _text_of(page: pdfium.PdfPage) -> Iterator[Any]:
    text_page = page.get_textpage()
    try:
        yield text_page.raw
    finally:
        text_page.close()


def _has_shown_annotations(page: pdfium.PdfPage) -> bool:
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        subtype = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if subtype in _SHOWN_WITH_CONTENT:
            return True
    return False


def _frame_of(page: pdfium.PdfPage, text_page: Any) -> Frame:
    """The page turned so that its text reads from left to right."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, text_rotation(text_page, otherwise=page.get_rotation()))


def _rules_of(page: pdfium.PdfPage, frame: Frame, number: int) -> tuple[tuple[Rule, ...], tuple[Finding, ...]]:
    try:
        return read_rules(page, frame.to_page), ()
    except TooComplexError:
        message = "Trang có quá nhiều nét vẽ: không dò bảng trên trang này (too many drawn lines: tables not read)"
        return (), (Finding("page_too_complex", "warning", message, page=number),)


def _image_share(page: pdfium.PdfPage, frame: Frame) -> float:
    """The share of the page that its largest image covers; 0 where there is none."""
    area = max(frame.width * frame.height, 1.0)
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    bounds = (image.get_bounds() for image in images)
    return max((abs((x1 - x0) * (y1 - y0)) / area for x0, y0, x1, y1 in bounds), default=0.0)


@contextmanager
def _open_page(document: pdfium.PdfDocument, number: int) -> Iterator[pdfium.PdfPage]:
    page = document[number - 1]
    try:
        yield page
    finally:
        page.close()


def _read_again(
    path: Path, pages: _Pages, letters: dict[int, int], differences: tuple[Disagreement, ...]
) -> tuple[_Pages, dict[int, int], tuple[Disagreement, ...]]:
    """Read a re-saved copy; keep it if it has more than the file as it stands."""
    again, more = _read_pages(open_resaved(path))
    if (len(again), sum(more.values())) <= (len(pages), sum(letters.values())):
        return pages, letters, differences
    return again, more, compare(path, more)


def _disagreement_finding(difference: Disagreement) -> Finding:
    if difference.page is None:
        message = (
            f"Hai cách đọc cho số trang khác nhau: {difference.ours} và {difference.theirs} "
            "(two readers disagree on the number of pages)"
        )
        return Finding("reader_page_count", "error", message)
    message = (
        f"Trang có thể bị đọc thiếu: {difference.ours} chữ, cách đọc thứ hai thấy {difference.theirs} "
        "(text may be missing: another reader sees more)"
    )
    return Finding("reader_text_missing", "warning", message, page=difference.page)
