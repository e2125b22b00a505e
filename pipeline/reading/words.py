"""The characters of a PDFium text page as words with boxes, sizes and fonts.

PDFium gives characters in content order with spaces of its own between words. A word here is a run without
space inside one style: it ends where size, baseline, weight or slant change, and says with ``glued`` that the
next one follows without a space. So a superscript marker never melts into the number before it
("42/2024/QH15" + "1"), and nothing is lost. A line-end hyphen, which PDFium reports as U+FFFE, is a hyphen.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium
import regex

from pipeline.model import Box, Word, WordSource
from pipeline.reading.frame import Frame

_TOKEN = regex.compile(r"[^\s\x00\u200b\u200c\u200d\ufeff]+")
_LINE_END_HYPHEN = str.maketrans({"\ufffe": "-", "\x02": "-", "\u2010": "-", "\u2011": "-", "\u00ad": "-"})
_BOLD_FONT = regex.compile(r"bold|black|heavy|demi|,b\b", regex.IGNORECASE)
_ITALIC_FONT = regex.compile(r"italic|oblique|,i\b", regex.IGNORECASE)

ASCENT, DESCENT = 0.78, 0.22
"""Share of the font size above and below the baseline that a word's box covers (Times New Roman and kin)."""

SUPERSCRIPT_SIZE = 0.82
"""A superscript is at most this share of its neighbour's size: 8.1-8.4 pt in 14 pt text was measured."""

_ANGLE_SAMPLES, _ANGLE_SHARE = 200, 0.8
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
_RAISED = regex.compile(r"\([⁰¹²³⁴-⁹]{1,3}\)|⁽[⁰¹²³⁴-⁹]{1,3}⁾|(?<![⁻⁺⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,3}")
_BEFORE_POWER = regex.compile(r"(?:^|[\d/(.,x×*])(?:[kcdmhµ]?m|dam|s|10)$")
_FONT_NAME_BYTES = 512
_FONT_ITALIC_FLAG, _FONT_FORCE_BOLD_FLAG, _BOLD_WEIGHT = 1 << 6, 1 << 18, 600


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    font: str
    bold: bool
    italic: bool
    upright: bool


@dataclass(frozen=True, slots=True)
class _Segment:
    """Characters ``start:stop`` of the text page: one token, one text object."""

    start: int
    stop: int
    style: _Style
    glued: bool


def read_words(text_page: ctypes.c_void_p, frame: Frame, page: int, source: WordSource = "text") -> tuple[Word, ...]:
    """The words of a text page in content order; words that do not run left to right are left out."""
    reader = _CharacterReader(text_page, frame, page, source)
    words = [reader.word(segment) for segment in reader.segments() if segment.style.upright]
    return tuple(_mark_superscripts([part for word in _joined(words) for part in _split_raised(word)]))


def text_rotation(text_page: ctypes.c_void_p, otherwise: int) -> int:
    """How far a page must be turned clockwise to read most of its text: 0, 90, 180 or 270 degrees.

    A landscape table is often printed sideways on a portrait page that says nothing of a rotation.
    """
    count = pdfium.FPDFText_CountChars(text_page)
    angles = Counter(
        round(math.degrees(pdfium.FPDFText_GetCharAngle(text_page, index)) / 90) * 90 % 360
        for index in range(0, count, max(count // _ANGLE_SAMPLES, 1))
    )
    if not angles or angles.most_common(1)[0][1] < _ANGLE_SHARE * sum(angles.values()):
        return otherwise
    return int(-angles.most_common(1)[0][0] % 360)


class _CharacterReader:
    """PDFium's character calls on one text page, with styles cached by text object."""

    def __init__(self, text_page: ctypes.c_void_p, frame: Frame, page: int, source: WordSource) -> None:
        self._page, self._frame, self._number, self._source = text_page, frame, page, source
        self._styles: dict[int, _Style] = {}
        self.text = _page_text(text_page)

    def segments(self) -> Iterator[_Segment]:
        for token in _TOKEN.finditer(self.text):
            start, glued = token.start(), False
            style = self._style(start)
            for index in range(token.start() + 1, token.end()):
                following = self._style(index)
                if following is not style:
                    yield _Segment(start, index, style, glued)
                    start, style, glued = index, following, True
            yield _Segment(start, token.end(), style, glued)

    def word(self, segment: _Segment) -> Word:
        raw = self.text[segment.start : segment.stop].translate(_LINE_END_HYPHEN)
        text = raw if raw.isascii() else unicodedata.normalize("NFC", raw)
        baseline = self._baseline(segment.start)
        edges = self._edges(segment, exact=not raw.isalpha())
        style = segment.style
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
            source=self._source,
        )

    def _edges(self, segment: _Segment, exact: bool) -> tuple[float, ...]:
        """The left edges of the characters and the right edge of the last; only the outer two unless exact."""
        last = segment.stop - 1
        inner = range(segment.start, segment.stop) if exact else (segment.start,)
        lefts = [self._extent(index)[0] for index in inner]
        return (*lefts, max(self._extent(last)[1], lefts[-1]))

    def _extent(self, index: int) -> tuple[float, float]:
        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._page, index, rect)
        x0, _, x1, _ = self._frame.box(rect.left, rect.bottom, rect.right, rect.top)
        return x0, x1

    def _baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._page, index, x, y)
        return self._frame.to_page(x.value, y.value)[1]

    def _style(self, index: int) -> _Style:
        handle = pdfium.FPDFText_GetTextObject(self._page, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self._styles:
            self._styles[key] = self._measure_style(index)
        return self._styles[key]

    def _measure_style(self, index: int) -> _Style:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d)
        buffer, flags = ctypes.create_string_buffer(_FONT_NAME_BYTES), ctypes.c_int()
        length = pdfium.FPDFText_GetFontInfo(self._page, index, buffer, _FONT_NAME_BYTES, flags)
        font = buffer.raw[: max(length - 1, 0)].decode("utf-8", "replace")
        weight = pdfium.FPDFText_GetFontWeight(self._page, index)
        bold = bool(_BOLD_FONT.search(font)) or bool(flags.value & _FONT_FORCE_BOLD_FLAG) or weight >= _BOLD_WEIGHT
        italic = bool(_ITALIC_FONT.search(font)) or bool(flags.value & _FONT_ITALIC_FLAG) or _slanted(matrix)
        return _Style(round(size, 2), font, bold, italic, self._upright(matrix))

    def _upright(self, matrix: pdfium.FS_MATRIX) -> bool:
        """Whether the text runs left to right on the page as it is shown."""
        if matrix.a == 0 and matrix.b == 0:
            return True
        ox, oy = self._frame.to_page(0, 0)
        x, y = self._frame.to_page(matrix.a, matrix.b)
        return bool(x - ox > abs(y - oy))


def _slanted(matrix: pdfium.FS_MATRIX) -> bool:
    """A fake italic: the glyphs are sheared to the right by about 12 degrees or more."""
    return bool(matrix.a > 0 and matrix.b == 0 and matrix.d > 0 and matrix.c / matrix.d > 0.15)


def _page_text(text_page: ctypes.c_void_p) -> str:
    """The text of the page, one Python character for each PDFium character index."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(memoryview(buffer))[: 2 * (written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page, index)) for index in range(count))


def _joined(words: list[Word]) -> list[Word]:
    """Join glued neighbours of one style: many producers write a word as several text objects."""
    joined: list[Word] = []
    for word in words:
        if joined and word.glued and _continues(joined[-1], word):
            joined[-1] = _merged(joined[-1], word)
        else:
            on_one_line = bool(joined) and word.glued and abs(word.baseline - joined[-1].baseline) < word.size
            joined.append(word if word.glued == on_one_line else replace(word, glued=on_one_line))
    return joined


def _continues(word: Word, following: Word) -> bool:
    gap = following.box.x0 - word.box.x1
    return (
        abs(following.baseline - word.baseline) < 0.6
        and abs(following.size - word.size) < 0.3
        and (following.bold, following.italic) == (word.bold, word.italic)
        and -0.6 * word.size < gap < 0.25 * word.size
    )


def _merged(word: Word, following: Word) -> Word:
    edges = None
    if word.edges is not None and following.edges is not None:
        edges = (*word.edges[:-1], *following.edges)
    text = unicodedata.normalize("NFC", word.text + following.text)
    return replace(
        word,
        text=text,
        box=word.box.union(following.box),
        edges=edges if edges and len(edges) == len(text) + 1 else None,
    )


def _split_raised(word: Word) -> list[Word]:
    """A word with its raised digits apart: "CP¹," is "CP", a superscript "1" and ",". Powers stay ("km²")."""
    parts, at = [], 0
    for match in _RAISED.finditer(word.text):
        if not _BEFORE_POWER.search(word.text[: match.start()]):
            digits = match.group().translate(_RAISED_DIGITS)
            parts += [_part(word, at, match.start()), _part(word, *match.span(), raised=digits)]
            at = match.end()
    return [part for part in (*parts, _part(word, at, len(word.text))) if part.text] if parts else [word]


def _part(word: Word, start: int, stop: int, raised: str | None = None) -> Word:
    """The characters ``start:stop`` of a word; as a superscript that reads ``raised`` where that is given."""
    count = len(word.text)
    edges = word.edges or tuple(word.box.x0 + word.box.width * k / count for k in range(count + 1))
    return replace(
        word,
        text=raised or word.text[start:stop],
        box=replace(word.box, x0=edges[start], x1=edges[stop]),
        edges=None if raised else edges[start : stop + 1],
        glued=word.glued or start > 0,
        superscript=raised is not None,
    )


def _mark_superscripts(words: list[Word]) -> list[Word]:
    """Mark words that are smaller and raised against the word before or after them on the same line."""
    marked = list(words)
    for index, word in enumerate(words):
        neighbours = (words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None)
        if any(other is not None and _raised(word, other) for other in neighbours):
            marked[index] = replace(word, superscript=True)
    return marked


def _raised(word: Word, other: Word) -> bool:
    lift = other.baseline - word.baseline
    near = -0.6 * other.size < max(word.box.x0 - other.box.x1, other.box.x0 - word.box.x1) < 0.8 * other.size
    return near and word.size <= SUPERSCRIPT_SIZE * other.size and 0.12 * other.size < lift < 0.75 * other.size
