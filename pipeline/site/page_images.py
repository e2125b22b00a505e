"""Pictures of pages, from the very files that the rows were read from.

PDFium is not safe in two threads at once: one thread draws, and what it drew is kept.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pypdfium2 as pdfium

LONGEST_SIDE_PIXELS = 2400
PIXEL_BUDGET = 4_000_000
PIXELS_PER_POINT = 2.0
KEPT_IMAGES = 64
PATIENCE_SECONDS = 30.0

_drawing = ThreadPoolExecutor(1, thread_name_prefix="page-image")


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as PNG, and its size in points as it is shown (after rotation)."""

    png: bytes
    width: float
    height: float


class PageImageError(Exception):
    """No picture can be shown; the message says why, in Vietnamese."""


def find_file(path: str, sha256: str, database: Path) -> Path:
    """The file that has the content the rows were read from: at its path, or beside the database if all was moved.

    The hash is the guard: whatever path stands in the database, no other content is ever shown.
    """
    changed = False
    for candidate in _candidates(Path(path), database):
        if not candidate.is_file():
            continue
        if _hash_of(candidate) == sha256:
            return candidate
        changed = True
    if changed:
        raise PageImageError("Tệp PDF đã thay đổi sau khi đọc; hãy chạy lại để cập nhật (the file has changed).")
    raise PageImageError(f"Không còn tệp PDF ở nơi cũ: {path} (the file is no longer there).")


async def page_image(path: Path, page: int) -> PageImage:
    """The picture of one page (counted from 1); PageImageError where it cannot be drawn."""
    stat = path.stat()
    loop = asyncio.get_running_loop()
    drawn = loop.run_in_executor(_drawing, _draw, path, stat.st_mtime_ns, page)
    try:
        return await asyncio.wait_for(drawn, PATIENCE_SECONDS)
    except TimeoutError as error:
        raise PageImageError("Trang quá phức tạp để vẽ (the page takes too long to draw).") from error


def _candidates(path: Path, database: Path) -> Iterator[Path]:
    folder = database.parent
    yield path
    if not path.is_absolute():
        yield folder / path
        yield folder.parent / path
    yield folder / path.name
    yield folder.parent / "corpus" / path.name


def _hash_of(path: Path) -> str:
    stat = path.stat()
    return _hash(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(1024)
def _hash(path: Path, modified: int, size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(KEPT_IMAGES)
def _draw(path: Path, modified: int, number: int) -> PageImage:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise PageImageError("Không mở được tệp PDF (the file cannot be opened).") from error
    try:
        return _draw_page(document, number)
    except pdfium.PdfiumError as error:
        raise PageImageError("Không vẽ được trang này (the page cannot be drawn).") from error
    finally:
        document.close()


def _draw_page(document: pdfium.PdfDocument, number: int) -> PageImage:
    if not 1 <= number <= len(document):
        raise PageImageError(f"Tệp chỉ có {len(document)} trang (no such page).")
    # Numbers and dates of signed files stand in form widgets, which are drawn only with the forms initialised.
    if document.get_formtype():
        document.init_forms()
    page = document[number - 1]
    width, height = page.get_size()
    buffer = io.BytesIO()
    page.render(scale=_scale(width, height)).to_pil().save(buffer, "PNG")
    return PageImage(buffer.getvalue(), width, height)


def _scale(width: float, height: float) -> float:
    """Pixels a point: sharp, within the longest side and the pixel budget."""
    by_side = LONGEST_SIDE_PIXELS / max(width, height, 1.0)
    by_area = (PIXEL_BUDGET / max(width * height, 1.0)) ** 0.5
    return float(min(PIXELS_PER_POINT, by_side, by_area))
