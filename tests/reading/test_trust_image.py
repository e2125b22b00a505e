"""A doubtful layer is settled by what is seen on the page; any other is not looked at."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.model import Finding, Word
from pipeline.reading.document import read_document
from pipeline.reading.ocr.page import OcrPage
from pipeline.reading.trust import Verdict, judge
from pipeline.reading.trust_image import agreement_with, settle
from tests.factories import odd_pdfs
from tests.factories.typeset import by_typst
from tests.reading.layers import PROSE, without_marks, words

NAMES = "xã Đăkrông Ngọkréo Đăktờkan Đăkrơông Đăknhoong Đăkplô Đăkmôn Đăkchoong Đăkpéc Đăkkroong " * 6


def doubtful() -> tuple[tuple[Word, ...], Verdict]:
    layer = words(PROSE + NAMES)
    return layer, judge(layer, 1, lambda: 0.0)


def test_a_layer_that_says_what_is_seen_is_sound() -> None:
    layer, verdict = doubtful()
    settled = settle(verdict, layer, 1, lambda: words((PROSE + NAMES).replace("ế", "é")))
    assert (settled.kind, settled.confidence, settled.findings, settled.doubtful) == ("sound", 1.0, (), False)


def test_a_layer_that_says_something_else_is_broken() -> None:
    layer, verdict = doubtful()
    settled = settle(verdict, layer, 1, lambda: words("Nghị quyết phiên họp thường kỳ tháng mười hai " * 6))
    assert (settled.kind, settled.doubtful) == ("broken", False)
    assert settled.findings[0].code == "text_layer_broken"


@pytest.mark.parametrize("seen", ["", "Kon Tum", PROSE + without_marks(PROSE)])
def test_doubt_stays_where_the_page_does_not_settle_it(seen: str) -> None:
    layer, verdict = doubtful()
    assert settle(verdict, layer, 1, lambda: words(seen)) == verdict


def test_a_clear_verdict_costs_no_recognition() -> None:
    def never() -> Iterable[Word]:
        raise AssertionError("recognised a page that is clear")

    for text in (PROSE, without_marks(PROSE)):
        verdict = judge(words(text), 1, lambda: 0.0)
        assert settle(verdict, words(text), 1, never) == verdict


def test_agreement_counts_marks() -> None:
    assert agreement_with(words(PROSE), words(PROSE)) == 1
    assert (agreement_with(words(without_marks(PROSE)), words(PROSE)) or 0) < 0.4


class _Reads:
    """Stands for OCR: every page shows ``words``."""

    def __init__(self, seen: tuple[Word, ...], confidence: float = 0.9) -> None:
        self.seen, self.confidence, self.asked = seen, confidence, 0

    def read(self, page: object, number: int) -> OcrPage:
        self.asked += 1
        return OcrPage(self.seen, (), self.confidence, 595.0, 842.0, 0, 0.0)

    def finish(self) -> tuple[Finding, ...]:
        return ()


@pytest.mark.parametrize(
    ("seen", "source", "confidence"),
    [(PROSE + NAMES, "text", 1.0), ("Nghị quyết phiên họp thường kỳ tháng mười hai " * 6, "ocr", 0.9)],
)
def test_a_doubtful_page_of_a_document_is_looked_at_once(
    tmp_path: Path, seen: str, source: str, confidence: float
) -> None:
    reader = _Reads(words(seen))
    page = read_document(by_typst(tmp_path, PROSE + NAMES), reader).pages[0]
    assert (page.text_source, page.confidence, reader.asked) == (source, confidence, 1)


@pytest.mark.parametrize(
    ("seen", "confidence", "source", "code"),
    [("", 0.0, "empty", "page_scanned"), (PROSE, 0.4, "ocr", "ocr_poor"), (PROSE, 0.95, "ocr", None)],
)
def test_a_scan_that_gives_nothing_or_little_is_said(
    tmp_path: Path, seen: str, confidence: float, source: str, code: str | None
) -> None:
    reading = read_document(odd_pdfs.picture_only(tmp_path / "scan.pdf"), _Reads(words(seen), confidence))
    assert reading.pages[0].text_source == source
    assert [finding.code for finding in reading.findings] == ([code] if code else [])
