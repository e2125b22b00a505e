"""Who reads a page that has no usable text layer: at once, from what is kept, or nobody.

A document of eighty scanned pages takes minutes on one core, so a run does not read them where it meets them: it
lets the document end as `PagesWanted`, reads its pages apart and in parallel, and then reads the document again.
Nothing here loads an engine before a page is to be read.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Protocol

from pipeline.model import Finding
from pipeline.reading.ocr.cache import MODEL, PageCache

if TYPE_CHECKING:
    import pypdfium2 as pdfium

    from pipeline.reading.ocr.page import OcrPage

INSTALL = (
    "chạy `make run`, hoặc `pip install -r requirements.lock`, rồi `kehoach run --retry-failed` (install it, run again)"
)
TURNED_OFF = "đã tắt bằng --no-ocr; để đọc: `kehoach run --retry-failed` (turned off with --no-ocr)"


class PagesWanted(Exception):  # noqa: N818 - no error: the document can be read once these pages are
    """The document has pages that must be recognised first; ``numbers`` count from 1, ascending."""

    def __init__(self, numbers: tuple[int, ...]) -> None:
        self.numbers = numbers
        super().__init__(numbers)


class PageReader(Protocol):
    """What `read_document` asks for the words of a page without usable text."""

    def read(self, page: pdfium.PdfPage, number: int) -> OcrPage | None:
        """The page recognised, or None: it stays empty for now. May be asked twice for a page."""
        ...

    def finish(self) -> tuple[Finding, ...]:
        """Called when all pages have been asked for: what to say of those that stay empty. May raise PagesWanted."""
        ...


class Inline:
    """Recognises a page when it is asked for, unless ``kept`` has it already."""

    def __init__(self, kept: PageCache | None = None) -> None:
        self._kept = kept

    def read(self, page: pdfium.PdfPage, number: int) -> OcrPage | None:
        found = self._kept.get(number) if self._kept else None
        if found is None:
            from pipeline.reading.ocr.page import read_page

            found = read_page(page, number)
            if self._kept:
                self._kept.put(number, found)
        return found

    def finish(self) -> tuple[Finding, ...]:
        return ()


class FromCache:
    """Gives the pages that are kept; the others are wanted, but for those that were tried and ``refused``.

    ``refused`` says why each of them cannot be recognised, in words for the user.
    """

    def __init__(self, kept: PageCache, refused: Mapping[int, str] | None = None) -> None:
        self._kept, self._refused = kept, refused or {}
        self._unread: set[int] = set()

    def read(self, page: pdfium.PdfPage, number: int) -> OcrPage | None:
        found = None if number in self._refused else self._kept.get(number)
        if found is None:
            self._unread.add(number)
        return found

    def finish(self) -> tuple[Finding, ...]:
        wanted = self._unread - self._refused.keys()
        if wanted:
            raise PagesWanted(tuple(sorted(wanted)))
        return tuple(_unread_page("ocr_failed", number, self._refused[number]) for number in sorted(self._unread))


class Unavailable:
    """Reads nothing, and says why, and which command changes that."""

    def __init__(self, reason: str, remedy: str = INSTALL) -> None:
        self._words = f"{reason} — {remedy}" if remedy else reason
        self._unread: set[int] = set()

    def read(self, page: pdfium.PdfPage, number: int) -> OcrPage | None:
        self._unread.add(number)
        return None

    def finish(self) -> tuple[Finding, ...]:
        return tuple(_unread_page("ocr_unavailable", number, self._words) for number in sorted(self._unread))


def turned_off() -> Unavailable:
    """For runs that shall not recognise scans."""
    return Unavailable(TURNED_OFF, remedy="")


def reader_at_once(kept: PageCache | None = None) -> PageReader:
    """For one document by itself: `Inline` where recognition can run."""
    reason = available()
    return Inline(kept) if reason is None else Unavailable(reason)


@cache
def available() -> str | None:
    """Why pages cannot be recognised here; None where they can. Loads the engines (measured: 0.5 s)."""
    try:
        importlib.import_module("pipeline.reading.ocr.page")
    except (ImportError, OSError) as error:  # OSError: a library that the system cannot load
        return f"chưa cài nhận dạng chữ (text recognition is not installed): {error}"
    if not MODEL.is_file():
        return f"thiếu tệp mô hình (the model file is missing): {MODEL}"
    return None


def _unread_page(code: str, number: int, words: str) -> Finding:
    message = f"Chưa nhận dạng được chữ của trang (the page could not be recognised): {words}"
    return Finding(code, "warning", message, page=number)
