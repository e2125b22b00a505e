"""Who signed, under which title, and who receives the document.

Form: Nghị định 30/2020/NĐ-CP, appendix I, parts of form 7 and 9; for party documents Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from pipeline.folding import fold
from pipeline.model import Columns, LaidOutPage, Line

_RECIPIENTS = regex.compile(r"^\W*noi nhan\b\W*")
_BULLET = regex.compile(r"^\s*[-–+]\s*")
_SIGNED = regex.compile(r"^\(?\s*(?:da ky|ky ten|ky, ghi|ky va)|^\W*ky boi\b")
_NAME = regex.compile(
    r"""(?: (?:Thiếu|Trung|Thượng|Đại)\ (?:tướng|tá|[úu]y) ,?\s+ )?
        (?: \p{Lu}[\p{L}.'’]*[,]?\s+ ){1,6} \p{Lu}[\p{L}'’]*""",
    regex.VERBOSE,
)
"""A person's name as it is printed under a signature, with the rank or degree that stands before it."""

_ROOM_FOR_SIGNATURE = 2.0
"""Font sizes of white between the titles and the name below them."""


@dataclass(frozen=True, slots=True)
class Closing:
    signer: str | None = None
    signer_title: str | None = None
    recipients: tuple[str, ...] = ()


def read_closing(pages: Sequence[LaidOutPage]) -> Closing:
    """Signer, the title signed under, and the recipients, of the first closing that is signed."""
    closings = _over_pages(pages)
    closing = next((c for c in closings if _signer(c.right)), closings[0] if closings else None)
    if closing is None:
        return Closing()
    return Closing(_signer(closing.right), _title(closing.right), _recipients(closing.left))


def _over_pages(pages: Sequence[LaidOutPage]) -> list[Columns]:
    """The closings of all pages; a name alone at the top of a page belongs to the titles that end the one before."""
    closings: list[Columns] = []
    for before, page in pairwise((None, *pages)):
        if page is None or page.closing is None:
            continue
        above = before.closing if before else None
        if above and not page.closing.left and not any(line.passage.text.isupper() for line in page.closing.right):
            closings[-1] = replace(above, right=(*above.right, *page.closing.right))
        else:
            closings.append(page.closing)
    return closings


def _signer(lines: Sequence[Line]) -> str | None:
    names = [line.passage.text for line in _unsigned(lines) if _is_name(line)]
    return names[-1] if names else _name_in_capitals(lines)


def _is_name(line: Line) -> bool:
    return not line.passage.text.isupper() and bool(_NAME.fullmatch(line.passage.text))


def _name_in_capitals(lines: Sequence[Line]) -> str | None:
    """The last line, in capitals as the titles above it are, below the room that the signature takes."""
    printed = _unsigned(lines)
    if len(printed) < 2 or not _NAME.fullmatch(printed[-1].passage.text):
        return None
    room = printed[-1].box.top - printed[-2].box.bottom
    return printed[-1].passage.text if room > _ROOM_FOR_SIGNATURE * printed[-1].size else None


def _title(lines: Sequence[Line]) -> str | None:
    name = _signer(lines)
    titles = (line.passage.text for line in _unsigned(lines))
    return " ".join(text for text in titles if text.isupper() and text != name) or None


def _unsigned(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that only say that it was signed."""
    return [line for line in lines if not _SIGNED.match(fold(line.passage.text))]


def _recipients(lines: Sequence[Line]) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        text = line.passage.text
        if _RECIPIENTS.match(fold(text)):
            continue
        if _BULLET.match(text) or not items:
            items.append(_BULLET.sub("", text))
        else:
            items[-1] += " " + text
    return tuple(item.rstrip(" ;.") for item in items)
