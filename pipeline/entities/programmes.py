"""Programmes and systems as entries of their own, so that what several documents name is one.

A programme (Đề án, Chương trình, Dự án, Chiến lược) is known by its title, a system of the whole state by its name, any
other system by its name and the province that the document speaks from; a system of which neither is known stays
without an entry, for two provinces have a "Cổng dịch vụ công" each.
"""

from __future__ import annotations

from functools import cache

import regex

from pipeline.entities.context import Context
from pipeline.entities.registry import expand
from pipeline.entities.text import marked_key, plain_key, strip_marks, tidy
from pipeline.entities.vocabulary import KnownProgramme, load_programmes
from pipeline.model import MentionLabel, Programme

_HEADS = (
    "Đề án",
    "Tiểu dự án",
    "Dự án",
    "Chương trình",
    "Chiến lược",
    "Hệ thống",
    "Nền tảng",
    "Phần mềm",
    "Cổng",
    "Trang",
    "Cơ sở dữ liệu",
    "CSDL",
    "Trung tâm",
    "Mạng",
    "Trục",
    "Kho",
    "Ứng dụng",
)
_NATIONAL = regex.compile(r"\b(?:quốc gia|toàn quốc|chính phủ|việt nam)\b")
_OWN = regex.compile(r" (?:cấp tỉnh|của tỉnh|tỉnh|thành phố|dùng chung)$")
_NUMBERED = regex.compile(r"\p{L}[\p{L} ]* (?:số )?\d{1,4}(?: thuộc .+)?")
_FEWEST_WORDS = 4


def programme_of(name: str, label: MentionLabel, context: Context) -> Programme | None:
    """The entry of a name that was found as a PROJECT or a SYSTEM; None where it may be any of several."""
    known = _known().get(plain_key(expand(name)))
    if known is not None:
        return Programme(_key(known.name), known.name, known.kind)
    title = " ".join(tidy(name).split())
    words = marked_key(title)
    if label == "PROJECT":
        telling = len(words.split()) >= _FEWEST_WORDS or _NUMBERED.fullmatch(title) is not None
        return Programme(_key(title), title, _kind(title)) if telling else None
    if _NATIONAL.search(words):
        return Programme(_key(title), title, _kind(title))
    return _of_province(title, context)


def _of_province(title: str, context: Context) -> Programme | None:
    province = context.province
    bare = _OWN.sub("", title)
    if province is None or len(bare.split()) < _FEWEST_WORDS - 1:
        return None
    bare = regex.sub(rf"(?i) {regex.escape(province.full_name)}$", "", bare)
    return Programme(f"{_key(bare)}@{province.key}", f"{bare} ({province.full_name})", _kind(bare))


def _kind(title: str) -> str:
    """The word for what it is, in ordinary case; "Hệ thống" for a proper name."""
    folded = title.casefold()
    return next((head for head in _HEADS if folded.startswith(head.casefold())), "Hệ thống").replace(
        "CSDL", "Cơ sở dữ liệu"
    )


def _key(name: str) -> str:
    return strip_marks(plain_key(expand(name)).replace(" ", "-"))


@cache
def _known() -> dict[str, KnownProgramme]:
    forms = ((form, entry) for entry in load_programmes() for form in (entry.name, *entry.aliases))
    return {plain_key(expand(form)): entry for form, entry in forms}
