"""The body that issues a document, from the left column of its top.

Form: Nghị định 30/2020/NĐ-CP, appendix I, part of form 2: the superior body in plain capitals, the issuing body below
it in bold. The name of a department of a province or district is completed with its place, which the superior has.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.folding import fold
from pipeline.model import Line
from pipeline.structure.ordinary_case import ordinary_case

_PLACE = regex.compile(
    r"""\b(?: tỉnh | thành\ phố | thị\ xã | thị\ trấn | huyện | quận | phường | xã (?!\ hội) | đặc\ khu ) \s .+ $
      | \b(?: tỉnh | thành | huyện | quận | thị | đảng )\ (?:ủy|uỷ) \s .+ $""",
    regex.VERBOSE | regex.IGNORECASE,
)
_BODY_HEAD = regex.compile(
    r"^(?:so|cuc|chi cuc|tong cuc|vu|ban|phong|van phong|trung tam|thanh tra|truong|benh vien|vien|kho bac|cong an"
    r"|hoi dong|doan|to|chi nhanh|kiem toan|bao hiem|hat|doi)\b"
)
_ENDS_OPEN = regex.compile(r"(?:^|\s)(?:va|nhan|dan|tinh|thanh pho|huyen|quan|xa|phuong|,|-)$|[-,]$")
"""A line that ends so is not the whole name of a body."""

_ORNAMENT = regex.compile(r"[\W_\d]*")


def issuing_body(lines: Sequence[Line]) -> str | None:
    """The issuing body in ordinary case with its place. ``lines``: those above the number."""
    names = [line for line in lines if _is_name(line.passage.text)]
    if not names:
        return None
    superior, own = _split_superior(names)
    issuer, above = (_joined(part) for part in (own, superior))
    place = _PLACE.search(above)
    if place and not _PLACE.search(issuer):
        return f"{issuer} {place[0]}"
    return issuer


def _is_name(text: str) -> bool:
    return not _ORNAMENT.fullmatch(text) and text.isupper()


def _joined(lines: Sequence[Line]) -> str:
    return ordinary_case(" ".join(line.passage.text for line in lines))


def _split_superior(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The superior body's lines and the issuing body's own: plain above bold, or by the word a body begins with."""
    weights = [line.bold for line in lines]
    if not weights[0] and any(weights):
        start = weights.index(True)
    else:
        start = next((i for i in range(1, len(lines)) if _begins_body(lines, i)), 0)
    return lines[:start], lines[start:]


def _begins_body(lines: Sequence[Line], index: int) -> bool:
    above, text = (fold(lines[i].passage.text) for i in (index - 1, index))
    return bool(_BODY_HEAD.match(text)) and not _ENDS_OPEN.search(above)
