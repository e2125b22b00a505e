"""Who signed, under which title, and who receives the document.

Form: Nghị định 30/2020/NĐ-CP, appendix I, parts of form 7 and 9; for party documents Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.folding import fold
from pipeline.model import LaidOutPage, Line

_RECIPIENTS = regex.compile(r"^\W*noi nhan\b\W*")
_BULLET = regex.compile(r"^\s*[-–+]\s*")
_SIGNED = regex.compile(r"^\(?\s*(?:da ky|ky ten|ky, ghi|ky va)|^\W*ky boi\b")
_NAME = regex.compile(
    r"""(?: (?:Thiếu|Trung|Thượng|Đại)\ (?:tướng|tá|[úu]y) ,?\s+ )?
        (?: \p{Lu}[\p{L}.]*[,]?\s+ ){1,6} \p{Lu}[\p{L}'’]*""",
    regex.VERBOSE,
)
"""A person's name as it is printed under a signature, with the rank or degree that stands before it."""


@dataclass(frozen=True, slots=True)
class Closing:
    signer: str | None = None
    signer_title: str | None = None
    recipients: tuple[str, ...] = ()


def read_closing(pages: Sequence[LaidOutPage]) -> Closing:
    """Signer, the title signed under, and the recipients, of the first closing that is signed."""
    closings = [page.closing for page in pages if page.closing is not None]
    closing = next((c for c in closings if _signer(c.right)), closings[0] if closings else None)
    if closing is None:
        return Closing()
    return Closing(_signer(closing.right), _title(closing.right), _recipients(closing.left))


def _signer(lines: Sequence[Line]) -> str | None:
    names = [text for text in _texts(lines) if not text.isupper() and _NAME.fullmatch(text)]
    return names[-1] if names else None


def _title(lines: Sequence[Line]) -> str | None:
    return " ".join(text for text in _texts(lines) if text.isupper()) or None


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.passage.text for line in lines if not _SIGNED.match(fold(line.passage.text))]


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
