"""Findings about fields of the letterhead that were read from unsure print: a name under a seal, a doubtful day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from pipeline.folding import fold
from pipeline.model import Box, Finding, LaidOutPage, Letterhead, Line, Severity, Subject

SURE = 0.7
"""Confidence of a word from which it is not named; between two readings chosen by a narrow margin it has 0.6."""

DOUBTFUL = 0.5
"""Confidence below which an auditor must look: a warning."""

FIELDS = {
    "issuer": "cơ quan ban hành",
    "number": "số",
    "symbol": "ký hiệu",
    "place": "nơi ban hành",
    "issued_on": "ngày",
    "title": "trích yếu",
    "signer": "người ký",
    "signer_title": "chức vụ người ký",
}
_WORD = regex.compile(r"[\p{L}\p{N}]+")
LEAST_LETTERS = 3
"""A shorter line proves nothing by standing in a value."""


def check_letterhead_print(head: Letterhead, pages: Sequence[LaidOutPage]) -> Iterator[Finding]:
    """One finding for each field of a recognised page that has unsure words in it."""
    for field, name in FIELDS.items():
        value = getattr(head, field)
        if value is not None:
            yield from _unsure(name, str(value), _print_of(field, pages))


def _print_of(field: str, pages: Sequence[LaidOutPage]) -> Iterator[Line]:
    """The lines that a field may have been read from."""
    for page in pages:
        if page.page.text_source != "ocr":
            continue
        if field.startswith("signer"):
            yield from page.closing.right if page.closing else ()
        elif page.masthead:
            columns = page.masthead
            yield from page.body if field == "title" else (*columns.left, *columns.right)
            return


def _unsure(name: str, value: str, lines: Iterable[Line]) -> Iterator[Finding]:
    found = [word for line in lines if _stands_in(line, value) for word in _unsure_words(line, value)]
    if not found:
        return
    words = ", ".join(f"“{text}”" for text, _, _ in found)
    severity: Severity = "warning" if min(confidence for _, confidence, _ in found) < DOUBTFUL else "info"
    message = (
        f"Phần đầu, cuối văn bản: {name} “{value}” có chữ đọc không chắc ({words}); hãy đối chiếu với trang "
        "(read from unsure print; look at the page)"
    )
    boxes = tuple(box for _, _, box in found)
    yield Finding("letterhead_unsure", severity, message, boxes[0].page, boxes, Subject("documents", 0))


def _stands_in(line: Line, value: str) -> bool:
    """Whether the value was read from the line, or is longer and has all of it."""
    print_, wanted = _letters(line.passage.text), _letters(value)
    return len(print_) >= LEAST_LETTERS and (print_ in wanted or wanted in print_)


def _unsure_words(line: Line, value: str) -> Iterator[tuple[str, float, Box]]:
    wanted = _parts(value)
    for piece in line.passage.pieces:
        text = line.passage.text[piece.start : piece.stop]
        if piece.confidence < SURE and wanted & _parts(text):
            yield text, piece.confidence, piece.box


def _letters(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _parts(text: str) -> set[str]:
    """The words and figures of a text, compared without marks, case and leading noughts."""
    return {part.lstrip("0") for part in _WORD.findall(fold(text))}
