"""Print in pictures upon a page of text: a table or a signed sheet that was pasted in as an image.

The text layer knows nothing of it. Where a picture is large and has no text upon it, the page is recognised as well,
and what stands inside the picture is added, if it reads as print: photographs, maps and emblems do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.model import Box, Finding, Rule, Word
from pipeline.reading.frame import Frame

if TYPE_CHECKING:
    from pipeline.reading.ocr.page import OcrPage

LEAST_SHARE = 0.1
"""Share of the page from which a picture may hold text; emblems, signatures and seals are smaller."""

MOST_WORDS_UPON = 3
"""A picture with more words of the layer upon it is a background."""

LEAST_WORDS, LEAST_CONFIDENCE = 8, 0.8
"""What is read in a picture of print; in a photograph it is less, or unsure."""

MOST_SKEW = 0.3
"""Degrees: the page was born level, so what is more was measured in the picture and does not hold for the page."""


def large_pictures(page: pdfium.PdfPage, frame: Frame, words: Sequence[Word], number: int) -> tuple[Box, ...]:
    """The boxes of pictures that the layer has no text for; () on a page that stands turned."""
    if frame.rotation:
        return ()
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    boxes = (Box(number, *frame.box(*image.get_bounds())) for image in images)
    area = max(frame.width * frame.height, 1.0)
    return tuple(
        box for box in boxes if box.width * box.height >= LEAST_SHARE * area and _count(words, box) <= MOST_WORDS_UPON
    )


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was recognised inside pictures."""

    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()


NOTHING_PASTED = Pasted()


def in_pictures(found: OcrPage | None, pictures: Sequence[Box]) -> Pasted:
    """The words and rules of the recognised page that stand inside pictures of print."""
    if found is None or found.turn or abs(found.skew) > MOST_SKEW:
        return NOTHING_PASTED
    printed = [picture for picture in pictures if _is_print(found.words, picture)]
    words = tuple(word for word in found.words if any(_holds(picture, word) for picture in printed))
    rules = tuple(rule for rule in found.rules if any(_encloses(picture, rule) for picture in printed))
    return Pasted(words, rules)


def picture_read(words: Sequence[Word], number: int) -> tuple[Finding, ...]:
    """What to say of a page with words that stand in a picture."""
    if not words:
        return ()
    message = (
        f"Trang có hình chứa chữ: {len(words)} chữ trong hình được nhận dạng, hãy đối chiếu với trang "
        "(text inside a picture was recognised; look at the page)"
    )
    hull = Box.around(word.box for word in words)
    return (Finding("picture_read", "info", message, number, (hull,)),)


def _is_print(words: Sequence[Word], picture: Box) -> bool:
    inside = [word.confidence for word in words if _holds(picture, word)]
    return len(inside) >= LEAST_WORDS and mean(inside) >= LEAST_CONFIDENCE


def _count(words: Sequence[Word], box: Box) -> int:
    return sum(_holds(box, word) for word in words)


def _holds(box: Box, word: Word) -> bool:
    return box.contains(*word.box.centre)


def _encloses(box: Box, rule: Rule) -> bool:
    return box.contains((rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2)
