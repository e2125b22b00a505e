"""The characters of a PDFium text page as words with boxes, sizes and fonts.

A word is a run without space inside one style: it ends where size, baseline, weight or slant change, and says with
``glued`` that the next one follows without a space. So a superscript marker never melts into the number before it
("42/2024/QH15" + "1"), and nothing is lost: words that stand sideways or are not visible are handed on apart.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium
import regex

from pipeline.model import Word
from pipeline.reading.characters import CharacterReader
from pipeline.reading.frame import Frame

SUPERSCRIPT_SIZE = 0.82
"""A superscript is at most this share of its neighbour's size: 8.1-8.4 pt in 14 pt text was measured."""

_ANGLE_SAMPLES, _ANGLE_SHARE = 200, 0.8
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
_RAISED = regex.compile(r"\([⁰¹²³⁴-⁹]{1,3}\)|⁽[⁰¹²³⁴-⁹]{1,3}⁾|(?<![⁻⁺⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,3}")
_BEFORE_POWER = regex.compile(r"(?:^|[\d/(.,x×*])(?:[kcdmhµ]?m|dam|s|10)$")


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a text page holds: ``words`` that one sees and reads level, in content order; ``hidden`` ones, which
    are on the page but not painted; ``turned`` ones, which stand sideways on it."""

    words: tuple[Word, ...]
    hidden: tuple[Word, ...] = ()
    turned: tuple[str, ...] = ()
    sideways: tuple[Word, ...] = ()
    """The turned ones as words, where they were looked at again."""


def read_words(text_page: ctypes.c_void_p, frame: Frame, page: int) -> PageWords:
    """The words of a text page, as they stand on the page ``frame`` shows."""
    reader = CharacterReader(text_page, frame, page)
    seen, hidden, turned = list[Word](), list[Word](), list[str]()
    for segment in reader.segments():
        if not segment.style.upright:
            turned.append(reader.text_of(segment))
        else:
            (hidden if segment.style.hidden else seen).append(reader.word(segment))
    return PageWords(_finished(seen), _finished(hidden), tuple(turned))


def _finished(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(_mark_superscripts([part for word in _joined(words) for part in _split_raised(word)]))


def text_rotation(text_page: ctypes.c_void_p, otherwise: int) -> int:
    """How far a page must be turned clockwise to read most of its text: 0, 90, 180 or 270 degrees.

    A landscape table is often printed sideways on a portrait page that says nothing of a rotation.
    """
    count = pdfium.FPDFText_CountChars(text_page)
    angles = Counter(
        round(math.degrees(pdfium.FPDFText_GetCharAngle(text_page, index)) / 90) * 90 % 360
        for index in range(0, count, max(count // _ANGLE_SAMPLES, 1))
        if not chr(pdfium.FPDFText_GetUnicode(text_page, index)).isspace()  # spaces that PDFium adds stand upright
    )
    if not angles or angles.most_common(1)[0][1] < _ANGLE_SHARE * sum(angles.values()):
        return otherwise
    return int(-angles.most_common(1)[0][0] % 360)


def _joined(words: Iterable[Word]) -> list[Word]:
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
