"""PDFium's character calls on one text page: what is called for each character is called as seldom as can be.

PDFium gives characters in content order with spaces of its own between words. A line-end hyphen, which it reports
as U+FFFE, is a hyphen. Styles are measured once a text object, fonts once a page.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium
import regex

from pipeline.model import Box, Word
from pipeline.reading.frame import Frame

ASCENT, DESCENT = 0.78, 0.22
"""Share of the font size above and below the baseline that a word's box covers (Times New Roman and kin)."""

# U+000B and U+000C are white space, but the brackets of a layer of glyph numbers (see `repair_glyphs`).
_TOKEN = regex.compile(r"(?:[^\s\x00\u200b\u200c\u200d\ufeff]|[\x0b\x0c])+")
_HYPHENS = dict.fromkeys("\ufffe\x02‐‑\xad", "-")
_LIGATURES = {sign: unicodedata.normalize("NFKC", sign) for sign in map(chr, range(0xFB00, 0xFB07))}
_AS_PRINTED = str.maketrans(_HYPHENS | _LIGATURES)
_HALF_CHARACTER = regex.compile(r"[\ud800-\udfff]")
_BOLD_FONT = regex.compile(r"bold|black|heavy|demi|,b\b", regex.IGNORECASE)
_KNOWN_FAMILY = regex.compile(
    r"times|roman|arial|helvet|calibri|cambria|tahoma|verdana|courier|liberation|tinos|arimo|noto|dejavu|\.vn|vni|serif",
    regex.IGNORECASE,
)
"""Families whose bold fonts say so in their names. PDFium works the weight out from the stem width, which producers
may write far too large (Ghostscript: 570 to 1364 for plain print), so it is asked only where the name says nothing."""

_ITALIC_FONT = regex.compile(r"italic|oblique|,i\b", regex.IGNORECASE)
_FONT_NAME_BYTES = 512
_FONT_ITALIC_FLAG, _FONT_FORCE_BOLD_FLAG, _BOLD_WEIGHT = 1 << 6, 1 << 18, 600

_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""`FPDFText_GetTextObject` that returns an address: this is asked of every character, and the pointer object that
the generated binding makes costs three times the call."""


@dataclass(frozen=True, slots=True)
class Style:
    """``upright``: runs left to right on the page as it is shown; ``hidden``: not painted (text render mode 3)."""

    size: float
    font: str
    bold: bool
    italic: bool
    upright: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters ``start:stop`` of the text page: one token, one text object."""

    start: int
    stop: int
    style: Style
    glued: bool


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    bold: bool
    italic: bool


class CharacterReader:
    """The characters of one text page as segments, and segments as words."""

    def __init__(self, text_page: ctypes.c_void_p, frame: Frame, page: int) -> None:
        self._page, self._frame, self._number = text_page, frame, page
        self._address = ctypes.cast(text_page, ctypes.c_void_p)
        self._styles: dict[int, Style] = {}
        self._fonts: dict[int, _Font] = {}
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self.text = _page_text(text_page)

    def segments(self) -> Iterator[Segment]:
        for token in _TOKEN.finditer(self.text):
            start, glued = token.start(), False
            style = self._style(start)
            for index in range(token.start() + 1, token.end()):
                following = self._style(index)
                if following is not style:
                    yield Segment(start, index, style, glued)
                    start, style, glued = index, following, True
            yield Segment(start, token.end(), style, glued)

    def text_of(self, segment: Segment) -> str:
        text = self.text[segment.start : segment.stop]
        return (
            text if text.isascii() and text.isprintable() else unicodedata.normalize("NFC", text.translate(_AS_PRINTED))
        )

    def word(self, segment: Segment) -> Word:
        text, style = self.text_of(segment), segment.style
        baseline = self._baseline(segment.start)
        edges = self._edges(segment, exact=not text.isalpha())
        top, bottom = baseline - ASCENT * style.size, baseline + DESCENT * style.size
        return Word(
            text=text,
            box=Box(self._number, edges[0], top, edges[-1], bottom),
            size=style.size,
            baseline=baseline,
            font=style.font,
            bold=style.bold,
            italic=style.italic,
            glued=segment.glued,
            edges=edges if len(edges) == len(text) + 1 else None,
        )

    def _edges(self, segment: Segment, exact: bool) -> tuple[float, ...]:
        """The left edges of the characters and the right edge of the last; only the outer two unless exact."""
        last = segment.stop - 1
        inner = range(segment.start, segment.stop) if exact else (segment.start,)
        lefts = [self._extent(index)[0] for index in inner]
        return (*lefts, max(self._extent(last)[1], lefts[-1]))

    def _extent(self, index: int) -> tuple[float, float]:
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._page, index, rect)
        if self._frame.rotation == 0:
            return rect.left - self._frame.left, rect.right - self._frame.left
        x0, _, x1, _ = self._frame.box(rect.left, rect.bottom, rect.right, rect.top)
        return x0, x1

    def _baseline(self, index: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._frame.to_page(self._x.value, self._y.value)[1]

    def _style(self, index: int) -> Style:
        key = _text_object(self._address, index) or 0
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._measure_style(index, key)
        return style

    def _measure_style(self, index: int, text_object: int) -> Style:
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d)
        font = self._font(index, text_object)
        upright = self._upright(matrix.a, matrix.b)
        return Style(
            round(size, 2), font.name, font.bold, font.italic or _slanted(matrix), upright, _is_hidden(text_object)
        )

    def _font(self, index: int, text_object: int) -> _Font:
        handle = ctypes.cast(pdfium.FPDFTextObj_GetFont(_as_object(text_object)), ctypes.c_void_p).value
        if not text_object or handle is None:
            return self._measure_font(index)
        if handle not in self._fonts:
            self._fonts[handle] = self._measure_font(index)
        return self._fonts[handle]

    def _measure_font(self, index: int) -> _Font:
        buffer, flags = ctypes.create_string_buffer(_FONT_NAME_BYTES), ctypes.c_int()
        length = pdfium.FPDFText_GetFontInfo(self._page, index, buffer, _FONT_NAME_BYTES, flags)
        name = buffer.raw[: max(length - 1, 0)].decode("utf-8", "replace")
        bold = bool(_BOLD_FONT.search(name)) or bool(flags.value & _FONT_FORCE_BOLD_FLAG)
        if not bold and not _KNOWN_FAMILY.search(name):
            bold = pdfium.FPDFText_GetFontWeight(self._page, index) >= _BOLD_WEIGHT
        return _Font(name, bold, bool(_ITALIC_FONT.search(name)) or bool(flags.value & _FONT_ITALIC_FLAG))

    def _upright(self, a: float, b: float) -> bool:
        if a == 0 and b == 0:
            return True
        ox, oy = self._frame.to_page(0, 0)
        x, y = self._frame.to_page(a, b)
        return bool(x - ox > abs(y - oy))


def _as_object(address: int) -> pdfium.FPDF_PAGEOBJECT:
    return ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)


def _is_hidden(text_object: int) -> bool:
    if not text_object:
        return False
    mode = pdfium.FPDFTextObj_GetTextRenderMode(_as_object(text_object))
    return bool(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _slanted(matrix: pdfium.FS_MATRIX) -> bool:
    """A fake italic: the glyphs are sheared to the right by about 12 degrees or more."""
    return bool(matrix.a > 0 and matrix.b == 0 and matrix.d > 0 and matrix.c / matrix.d > 0.15)


def _page_text(text_page: ctypes.c_void_p) -> str:
    """The text of the page, one Python character for each PDFium character index.

    Half of a character beyond U+FFFF is none: it becomes U+FFFD, which nothing after this takes for text.
    """
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(memoryview(buffer))[: 2 * (written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        text = "".join(_character(pdfium.FPDFText_GetUnicode(text_page, index)) for index in range(count))
    return _HALF_CHARACTER.sub("\ufffd", text)


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"
