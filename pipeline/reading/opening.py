"""Opening a PDF: the checks before, the classes of failure, and the repair of files PDFium cannot open."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import DamagedError, EmptyFileError, EncryptedError, NoPagesError, NotAPdfError

_HEADER, _HEADER_WITHIN = b"%PDF-", 1024
"""Readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, annex H.3, note 13)."""


def check_file(path: Path) -> None:
    """Raise the class of failure of a file that is no PDF at all."""
    with path.open("rb") as file:
        head = file.read(_HEADER_WITHIN)
    if not head:
        raise EmptyFileError
    if _HEADER not in head:
        raise NotAPdfError


def open_pdf(path: Path) -> tuple[pdfium.PdfDocument, bool]:
    """The opened document, and whether it had to be repaired first.

    Raises EncryptedError, DamagedError or NoPagesError. A file that PDFium refuses (its last bytes are missing,
    its cross-reference table is wrong) is re-saved in memory by qpdf: measured, that recovers all pages.
    """
    try:
        document, repaired = pdfium.PdfDocument(path), False
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise EncryptedError from error
        document, repaired = open_resaved(path), True
    if len(document) == 0:
        document.close()
        document, repaired = open_resaved(path), True
    if len(document) == 0:
        raise NoPagesError
    return document, repaired


def open_resaved(path: Path) -> pdfium.PdfDocument:
    """The document as qpdf writes it anew, in memory. Raises EncryptedError, NoPagesError or DamagedError."""
    copy = io.BytesIO()
    try:
        with pikepdf.open(path) as original:
            if len(original.pages) == 0:
                raise NoPagesError
            original.save(copy)
        return pdfium.PdfDocument(copy.getvalue())
    except pikepdf.PasswordError as error:
        raise EncryptedError from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:  # PDFium raises RuntimeErrors, qpdf some
        raise DamagedError(str(error).split("\n")[0][:200]) from error
