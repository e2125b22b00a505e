"""A PDF file as pages of words and rules: the recipe of the reading package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import DamagedError, TooComplexError
from pipeline.model import Finding, Page, Rule, Word
from pipeline.reading.findings import (
    covered_text,
    disagreement,
    hidden_text,
    layer_of_scan,
    turned_text,
)
from pipeline.reading.frame import Frame
from pipeline.reading.integrity import check_integrity, doubt_damaged, unreadable_page
from pipeline.reading.ocr.readers import PageReader, turned_off
from pipeline.reading.opening import check_file, open_pdf, open_resaved
from pipeline.reading.pictures import NOTHING_PASTED, Pasted, in_pictures, large_pictures, picture_read
from pipeline.reading.recognised import recognised_page
from pipeline.reading.repair import repair
from pipeline.reading.rules import read_rules
from pipeline.reading.second_opinion import Disagreement, compare, count_letters
from pipeline.reading.sideways import read_sideways
from pipeline.reading.trust import LAYER_CONFIDENCE, SCAN_IMAGE_SHARE, Verdict, judge
from pipeline.reading.trust_image import settle
from pipeline.reading.words import PageWords, read_words, text_rotation

if TYPE_CHECKING:
    from pipeline.reading.ocr.page import OcrPage

FEW_LETTERS = 400
"""A page with fewer letters of text upon a picture that fills it is a scan with something stamped on it."""

_SHOWN_WITH_CONTENT = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)


@dataclass(frozen=True, slots=True)
class Reading:
    """The pages of one document, and what an auditor should know about how they were read."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]


def read_document(path: Path, reader: PageReader | None = None) -> Reading:
    """Read every page of ``path``; ``reader`` recognises those without a text layer that can be believed.

    Without a reader such pages stay empty. Raises the `DocumentError` that says why the document cannot be read, or
    the reader's `PagesWanted`.
    """
    reader = reader or turned_off()
    check_file(path)
    document, repaired = open_pdf(path)
    pages, letters = _read_pages(document, reader)
    differences = compare(path, letters)
    if not repaired and (any(d.loses for d in differences) or any(_is_unreadable(found) for _, found in pages)):
        pages, letters, differences = _read_again(path, reader, pages, letters, differences)
    of_file = [disagreement(difference) for difference in differences if difference.loses]
    of_pages = [finding for _, findings in pages for finding in findings]
    findings = (*of_file, *check_integrity(path, letters), *of_pages, *reader.finish())
    return Reading(doubt_damaged((page for page, _ in pages), findings), findings)


_Pages = list[tuple[Page, tuple[Finding, ...]]]


def _is_unreadable(findings: tuple[Finding, ...]) -> bool:
    return any(finding.code == "file_damaged" for finding in findings)


@dataclass(frozen=True, slots=True)
class _Print:
    """What is printed on a page: the words one sees, those that something stamped over them covers, and the rest."""

    words: tuple[Word, ...]
    unseen: PageWords
    covered: tuple[tuple[Word, Word], ...] = ()

    @property
    def filled_in(self) -> tuple[Word, ...]:
        """What form fields and stamps show as text."""
        return tuple(word for word in self.words if word.source == "widget")

    @property
    def letters(self) -> int:
        """Letters and digits of the text layer, seen or not."""
        text = [word for word in self.words if word.source == "text"] + [below for below, _ in self.covered]
        hidden = [word.text for word in self.unseen.hidden]
        return count_letters("".join([*(word.text for word in text), *hidden, *self.unseen.turned]))


def _read_pages(document: pdfium.PdfDocument, reader: PageReader) -> tuple[_Pages, dict[int, int]]:
    """The pages with their findings, and how many letters and digits the text layer of each has."""
    pages: _Pages = []
    letters: dict[int, int] = {}
    try:
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
        for number in range(1, len(document) + 1):
            try:
                read, findings, letters[number] = _read_page(document, number, reader)
            except pdfium.PdfiumError:
                (read, findings), letters[number] = unreadable_page(number), 0
            pages.append((read, findings))
    finally:
        document.close()
    return pages, letters


def _read_page(document: pdfium.PdfDocument, number: int, reader: PageReader) -> tuple[Page, tuple[Finding, ...], int]:
    with _open_page(document, number) as page:
        frame, found = _words_of(page, number)
        if not _has_shown_annotations(page) or not _flatten(page):
            printed = _Print(found.words, found)
            read, findings = _finish_page(page, number, frame, printed, reader)
            return _with_sideways(read, found), findings, printed.letters
    with _open_page(document, number) as page:
        frame, flattened = _words_of(page, number)
        printed = _overlay(found, flattened.words)
        read, findings = _finish_page(page, number, frame, printed, reader)
        return _with_sideways(read, found), findings, printed.letters


def _with_sideways(read: Page, found: PageWords) -> Page:
    """The page with the words that stand sideways on it, where its text layer is believed as it is."""
    return replace(read, sideways=found.sideways) if found.sideways and read.text_source == "text" else read


def _finish_page(
    page: pdfium.PdfPage, number: int, frame: Frame, printed: _Print, reader: PageReader
) -> tuple[Page, tuple[Finding, ...]]:
    scan = cache(lambda: _image_share(page, frame))
    recognise = cache(lambda: reader.read(page, number))
    words, unseen = _words_to_trust(printed, number, scan)
    verdict = _judge(words, number, scan, recognise)
    stamped = verdict.kind == "sound" and verdict.measures.letters < FEW_LETTERS and scan() > SCAN_IMAGE_SHARE
    if stamped or (verdict.kind in ("empty", "broken") and raw.FPDFPage_CountObjects(page.raw) > 0):
        recognised = recognise()
        if recognised is not None and recognised.words:  # without words the page stays empty, and its finding says so
            over = printed.words if stamped else printed.filled_in
            return recognised_page(number, page.get_rotation(), recognised, over)
    if verdict.kind == "empty":
        return _page_of_layer(page, number, frame, (), verdict, verdict.confidence)
    pictures = large_pictures(page, frame, words, number)
    pasted = in_pictures(recognise() if pictures else None, pictures)
    confidence = min(verdict.confidence, *(LAYER_CONFIDENCE for f in unseen if f.code == "text_layer_of_scan"), 1.0)
    read, findings = _page_of_layer(page, number, frame, repair(words, verdict), verdict, confidence, pasted)
    return read, (*findings, *unseen, *covered_text(number, printed.covered))


def _judge(
    words: tuple[Word, ...],
    number: int,
    image_share: Callable[[], float],
    recognise: Callable[[], OcrPage | None],
) -> Verdict:
    """The verdict on the text layer; what it cannot settle by itself the page does, where it can be recognised."""
    verdict = judge(words, number, image_share)
    seen = recognise() if verdict.doubtful else None
    if seen is None:
        return verdict
    return settle(verdict, words, number, lambda: seen.words)


def _page_of_layer(
    page: pdfium.PdfPage,
    number: int,
    frame: Frame,
    words: tuple[Word, ...],
    verdict: Verdict,
    confidence: float,
    pasted: Pasted = NOTHING_PASTED,
) -> tuple[Page, tuple[Finding, ...]]:
    """The page as its text layer has it, with what is printed in pictures upon it."""
    rules, findings = _rules_of(page, frame, number)
    own = page.get_rotation()
    read = Page(
        number,
        frame.width,
        frame.height,
        own,
        (*words, *pasted.words),
        (*rules, *pasted.rules),
        verdict.text_source,
        confidence,
        turn=(frame.rotation - own) % 360,
    )
    return read, (*findings, *verdict.findings, *picture_read(pasted.words, number))


def _words_to_trust(
    printed: _Print, number: int, image_share: Callable[[], float]
) -> tuple[tuple[Word, ...], tuple[Finding, ...]]:
    """The words of a page, and what to say of those that one does not see or that stand sideways.

    Words that are not painted are the text layer of a scan where a picture fills the page, and left out elsewhere.
    """
    words, findings = printed.words, turned_text(number, printed.unseen.turned)
    hidden = printed.unseen.hidden
    if hidden and image_share() > SCAN_IMAGE_SHARE:
        return (*words, *hidden), (*findings, layer_of_scan(number))
    return words, (*findings, *hidden_text(number, hidden))


def _flatten(page: pdfium.PdfPage) -> bool:
    """Turn widgets and stamps into page content, in memory.

    The number and the day of a signed document often sit in form widgets, and PDFium's text page does not read
    them. The page must be opened anew to read what is new on it.
    """
    return bool(raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


def _overlay(found: PageWords, flattened: tuple[Word, ...]) -> _Print:
    """The words of a page with those that flattening added, which lie on top of what was printed there."""
    known = {_place(word) for word in found.words}
    added = tuple(replace(word, source="widget") for word in flattened if _place(word) not in known)
    above = {id(word): top for word in found.words for top in added if _covers(top, word)}
    covered = tuple((word, above[id(word)]) for word in found.words if id(word) in above)
    return _Print((*(word for word in found.words if id(word) not in above), *added), found, covered)


def _place(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.box.x0), round(word.baseline)


def _covers(top: Word, word: Word) -> bool:
    """Whether the middle of ``word`` lies under ``top``."""
    return top.box.contains(*word.box.centre)


def _words_of(page: pdfium.PdfPage, number: int) -> tuple[Frame, PageWords]:
    """The words of a page, turned so that its text reads from left to right."""
    text_page = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        frame = Frame(left, bottom, right, top, text_rotation(text_page.raw, otherwise=page.get_rotation()))
        found = read_words(text_page.raw, frame, number)
        if any(character.isalpha() for text in found.turned for character in text):
            found = replace(found, sideways=read_sideways(text_page.raw, frame, number))
        return frame, found
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
    path: Path, reader: PageReader, pages: _Pages, letters: dict[int, int], differences: tuple[Disagreement, ...]
) -> tuple[_Pages, dict[int, int], tuple[Disagreement, ...]]:
    """Read a re-saved copy; keep it if it has more than the file as it stands."""
    try:
        again, more = _read_pages(open_resaved(path), reader)
    except DamagedError:  # qpdf reads no more of it than PDFium
        return pages, letters, differences
    if (len(again), sum(more.values())) <= (len(pages), sum(letters.values())):
        return pages, letters, differences
    return again, more, compare(path, more)
