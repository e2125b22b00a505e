"""The body that issues a document, from the left column of its top.

Form: Nghị định 30/2020/NĐ-CP, appendix I, part of form 2: the superior body in plain capitals, the issuing body below
it in bold. The name of a department of a province or district is completed with its place, which the superior has.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.folding import fold
from pipeline.model import Line
from pipeline.structure.ordinary_case import ordinary_case, province_spelt

_PLACE = regex.compile(
    r"""\b(?: tỉnh | thành\ phố | thị\ xã | thị\ trấn | huyện | quận | phường | xã (?!\ hội) | đặc\ khu ) \s .+ $
      | \b(?: tỉnh | thành | huyện | quận | thị | đảng )\ (?:ủy|uỷ) \s .+ $""",
    regex.VERBOSE | regex.IGNORECASE,
)
_MISREAD_PLACE = regex.compile(r"\b(?P<level>tinh|thanh pho) (?P<name>\D+)$")
_LEVELS = {"tinh": "tỉnh", "thanh pho": "thành phố"}
_BODY_HEAD = regex.compile(
    r"^(?:so|cuc|chi cuc|tong cuc|vu|ban|phong|van phong|trung tam|thanh tra|truong|benh vien|vien|kho bac|cong an"
    r"|hoi dong|doan|to|chi nhanh|kiem toan|bao hiem|hat|doi)\s+\w"
)
"""A word alone on its line is the rest of a name: "BỘ TÀI NGUYÊN VÀ MÔI" / "TRƯỜNG"."""

_ENDS_OPEN = regex.compile(r"(?:^|\s)(?:va|nhan|dan|moi|(?<!ha )noi|tinh|thanh pho|huyen|quan|xa|phuong|,|-)$|[-,]$")
"""A line that ends so is not the whole name of a body."""

_COMMITTEE = regex.compile(r"^(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)$", regex.IGNORECASE)
_LEVEL_WORD = regex.compile(r"^(?:tỉnh|thành phố|huyện|quận|thị xã) ")
"""The committee of a party organisation has the level in its name: "Tỉnh ủy Bình Định"."""

_REST_OF_NAME = regex.compile(
    r"(?:tinh|thanh pho|huyen|quan|thi xa|thi tran|phuong|xa(?!\shoi)|dac khu|va|-)(?!\s(?:uy|doan))\b"
)
_OFFICE = "Văn phòng"
"""Two words that name no body: it is the office of the body above ("Văn phòng Ủy ban nhân dân tỉnh Lâm Đồng")."""

_ORNAMENT = regex.compile(r"[\W_\d]*")


def issuing_body(lines: Sequence[Line]) -> str | None:
    """The issuing body in ordinary case with its place. ``lines``: those above the number."""
    names = [line for line in lines if _is_name(line.passage.text)]
    if not names:
        return None
    superior, own = _split_superior(names)
    issuer, above = (_joined(part) for part in (own, superior))
    if issuer == _OFFICE and above:
        return f"{issuer} {above}"
    place = _place(above)
    if place and _COMMITTEE.search(issuer):
        return f"{issuer} {_LEVEL_WORD.sub('', place)}"
    return f"{issuer} {place}" if place and not _place(issuer) else issuer


def _place(name: str) -> str | None:
    """The place at the end of a body's name; a level with a wrong mark ("TÍNH") counts before a known province."""
    match = _PLACE.search(name)
    if match:
        return match[0]
    misread = _MISREAD_PLACE.search(fold(name))
    if misread is None:
        return None
    province = province_spelt(misread["name"])
    return f"{_LEVELS[misread['level']]} {province}" if province else None


def _is_name(text: str) -> bool:
    return not _ORNAMENT.fullmatch(text) and text.isupper()


def _joined(lines: Sequence[Line]) -> str:
    printed = " ".join(line.passage.text.strip(" .|") for line in lines).replace("/ ", "/")
    return ordinary_case(_with_known_province(printed))


def _with_known_province(printed: str) -> str:
    """A scan reads "TÍNH NGHỆ AN" or "TỈNH TUYẾN QUANG": a wrong mark in what without marks is a province's name."""
    match = _MISREAD_PLACE.search(fold(printed))
    known = province_spelt(match["name"]) if match else None
    if match is None or known is None:
        return printed
    return f"{printed[: match.start()]}{_LEVELS[match['level']]} {known}".upper()


def _split_superior(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The superior body's lines and the issuing body's own: plain above bold, or by the word a body begins with."""
    weights = [line.bold for line in lines]
    if not weights[0] and any(weights):
        start = _back_to_name(lines, weights.index(True))
    else:
        start = next((i for i in range(1, len(lines)) if _begins_body(lines, i)), 0)
    return lines[:start], lines[start:]


def _back_to_name(lines: Sequence[Line], start: int) -> int:
    """The line the body's name begins on: not with its place, nor with its last word, however bold a scan sees them."""
    while start and _is_rest_of_name(lines[start].passage.text):
        start -= 1
    whole = next((i for i in range(start, -1, -1) if _BODY_HEAD.match(fold(lines[i].passage.text))), start)
    return whole if _is_broken_name(lines, whole, start) else start


def _is_broken_name(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether these lines are one name in one weight: "BAN CHỈ ĐẠO CÁC CHƯƠNG" / "TRÌNH MTQG"."""
    return len({line.bold for line in lines[first : last + 1]}) == 1 and not any(
        _PLACE.search(line.passage.text) for line in lines[first:last]
    )


def _is_rest_of_name(text: str) -> bool:
    return bool(_REST_OF_NAME.match(fold(text))) or len(text.split()) == 1


def _begins_body(lines: Sequence[Line], index: int) -> bool:
    above, text = (fold(lines[i].passage.text) for i in (index - 1, index))
    return bool(_BODY_HEAD.match(text)) and not _ENDS_OPEN.search(above)
