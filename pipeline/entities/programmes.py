"""Programmes and systems as entries of their own, so that what several documents name is one.

A programme (Đề án, Chương trình, Dự án, Chiến lược) is known by its title, a system of the whole state by its name, a
product ("Zalo", "VNPT iOffice") by its own, and any other system by its name and the province that the document speaks
from; a system of which neither is known stays without an entry, for two provinces have a "Cổng dịch vụ công" each.

Within one document a title without its years is the one title with years that begins like it: what is cited as
"Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030" is "Chương trình Chuyển đổi số quốc gia"
afterwards. Where two titles begin so, it stays an entry of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
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
_HEAD_OF_PRODUCT = regex.compile(r"(?i)^(?:hệ thống|nền tảng|phần mềm|ứng dụng)(?: thông tin)? ")
_YEARS = regex.compile(
    r"(?:[\d ,-]|\b(?:giai đoạn|thời kỳ|định hướng|tầm nhìn|hướng tới|đến|từ|năm|và|tới|những|tiếp theo)\b)+$"
)
_FEWEST_WORDS = 4


class ProgrammeBook:
    """The entries that one document's programmes and systems are; ``titles`` are all PROJECT names in it."""

    def __init__(self, context: Context, titles: Iterable[str] = ()) -> None:
        self._context = context
        self._with_years = _titles_with_years(titles)
        self._forms: dict[str, Counter[Programme]] = defaultdict(Counter)

    def entry(self, name: str, label: MentionLabel) -> Programme | None:
        """The entry of a name that was found as a PROJECT or a SYSTEM; None where it may be any of several."""
        found = programme_of(name, label, self._context)
        if found is not None and label == "PROJECT":
            found = self._with_years.get(found.key, found)
        if found is not None:
            self._forms[found.key][found] += 1
        return found

    @property
    def entries(self) -> tuple[Programme, ...]:
        """Every entry asked for, in the order of keys, called as the document calls it most often; of two that it
        uses as often the greater string, since lost marks ("Công" for "Cổng") make it less."""
        return tuple(max(forms, key=lambda form: (forms[form], form.name)) for _, forms in sorted(self._forms.items()))


def _titles_with_years(titles: Iterable[str]) -> dict[str, Programme]:
    """Key of a title without years -> the one title of the document that is the same with years."""
    nowhere = Context()
    longer: dict[str, dict[str, Programme]] = defaultdict(dict)
    for title in titles:
        printed = tidy(title).strip()
        bare = _YEARS.sub("", printed)
        whole = programme_of(title, "PROJECT", nowhere)
        if whole is not None and bare != printed:
            longer[_key(bare)][whole.key] = whole
    return {bare: next(iter(found.values())) for bare, found in longer.items() if len(found) == 1}


def programme_of(name: str, label: MentionLabel, context: Context) -> Programme | None:
    """The entry of one name by itself."""
    known = _known().get(plain_key(expand(name))) or _products().get(_product_key(name))
    if known is not None:
        return Programme(_key(known.name), known.name, known.kind)
    title = " ".join(tidy(name).split())
    title = title[0].upper() + title[1:]
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


def _product_key(name: str) -> str:
    """What a product is looked up by: "ứng dụng Zalo" and "Zalo" are one, "VNPT - Ioffice" and "VNPT iOffice"."""
    return plain_key(_HEAD_OF_PRODUCT.sub("", tidy(name))).replace(" ", "")


@cache
def _known() -> dict[str, KnownProgramme]:
    forms = ((form, entry) for entry in load_programmes() for form in (entry.name, *entry.aliases))
    return {plain_key(expand(form)): entry for form, entry in forms}


@cache
def _products() -> dict[str, KnownProgramme]:
    entries = [entry for entry in load_programmes() if entry.product]
    return {_product_key(form): entry for entry in entries for form in (entry.name, *entry.aliases)}
