"""Numbers at the start of a paragraph that recognition of a scan reads in a typical wrong way.

Strokes of Roman numbers run together: in eleven plans of our own, scanned at 200 dpi, one heading in four was read
with a stroke too few ("II. KINH PHÍ" for "III."), and always where the number before it shows what was printed. A dot
is read as a comma or not at all. What is set right here differs from the text as read, and a finding says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from pipeline.folding import strip_marks
from pipeline.model import Passage
from pipeline.structure.markers import Marker, read_marker, roman

_STROKES = frozenset({"roman", "chapter", "part", "division"})
_ROMAN = regex.compile(r"(?<!\p{L})[IVXLC]+(?!\p{L})")
_JOINED = regex.compile(r"^(?=[IVX]*H)[IVXH]{1,4}(?=\s?[.)/-]\s|\s\p{Lu})")
_SPECKS = regex.compile(r"^[.,;:_·'`~„|]{1,3}\s?(?=[\p{L}\p{Nd}]{1,4}[.,)])")
_ONE = regex.compile(r"[il|!][.,](?=\s\p{Lu})")
_COMMA = regex.compile(r"^(?P<number>\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,2}|[IVXLC]{1,5}),(?=\s\p{Lu})")
_PART_WORD = regex.compile(
    r"""^(?P<word> PHAN | CHUONG | TIEU\ MUC | MUC | DIEU | PHU\ LUC
                | Phan | Chuong | Tieu\ muc | Muc | Dieu | Phu\ luc )
        (?= \s+ (?: [IVXLC]+\b | \p{Nd}{1,3}\s?[.:] | \p{Nd}{1,3}$ | (?:thu|THU)\s ) )""",
    regex.VERBOSE,
)
_SPELT = {
    name.casefold(): printed
    for name, printed in (
        ("phan", "Phần"),
        ("chuong", "Chương"),
        ("tieu muc", "Tiểu mục"),
        ("muc", "Mục"),
        ("dieu", "Điều"),
        ("phu luc", "Phụ lục"),
    )
}
"""The words that number parts, by their letters without marks: a scan reads "PHÂN I" and "Điểu 5."."""


def is_recognised(passage: Passage) -> bool:
    """Whether the text was read off an image: print that is text is sure of itself."""
    return passage.confidence() < 1.0


def markers_of(passage: Passage) -> tuple[Marker, ...]:
    """The markers a paragraph may begin with: on a scan "9, Ưu đãi" is "9. Ưu đãi", and "HI. Hồ sơ" "III. Hồ sơ"."""
    if not is_recognised(passage):
        return read_marker(passage.text)
    found: dict[tuple[str, tuple[int, ...]], Marker] = {}
    for text in _readings(passage.text):
        longer = len(text) - len(passage.text)
        for marker in read_marker(text):
            found.setdefault((marker.family.name, marker.ordinal), replace(marker, end=marker.end - longer))
    return tuple(found.values())


def _readings(text: str) -> Iterator[str]:
    """What may be printed where a scan reads ``text``, the likelier first; all of it ends alike."""
    clean = _SPECKS.sub("", text)
    yield _COMMA.sub(r"\g<number>.", _with_part_word(clean))
    if _ONE.match(clean):
        yield f"1{clean[1:]}"
    if (joined := _JOINED.match(clean)) is not None:
        yield joined[0].replace("H", "II") + clean[joined.end() :]


def _with_part_word(text: str) -> str:
    match = _PART_WORD.match(strip_marks(text))
    if match is None:
        return text
    word = _SPELT[match["word"].casefold()]
    return (word.upper() if match["word"].isupper() else word) + text[match.end() :]


def with_roman_chapter(marker: Marker) -> Marker:
    """ "Chương 1" of a document whose other chapters have Roman numbers."""
    if marker.family.name != "chapter" or not marker.text.rstrip(".:").endswith(" 1"):
        return marker
    return replace(marker, text=marker.text.replace("1", "I"))


def with_lost_stroke(marker: Marker, before: Marker) -> Marker:
    """``marker`` as the number after ``before``, where one stroke lost makes that number the one that was read."""
    if marker.family.name not in _STROKES or marker.ordinal[-1] > before.ordinal[-1]:
        return marker
    read = _ROMAN.search(marker.text)
    if read is None or roman(f"{read[0]}I") != before.ordinal[-1] + 1:
        return marker
    text = f"{marker.text[: read.end()]}I{marker.text[read.end() :]}"
    return replace(marker, text=text, ordinal=(*marker.ordinal[:-1], before.ordinal[-1] + 1))
