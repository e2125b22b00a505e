"""Names printed in capitals in ordinary case: "ỦY BAN NHÂN DÂN TỈNH LÀO CAI" is "Ủy ban nhân dân tỉnh Lào Cai".

Viết hoa: Nghị định 30/2020/NĐ-CP, appendix II. Names that the vocabulary knows are written as it writes them; a name
after a word for a level of government ("tỉnh", "huyện") is capitalised, and so is the word that says what a body
does ("Phòng Văn hóa và Thông tin"); the rest is small.
"""

from __future__ import annotations

import csv
import tomllib
import unicodedata
from functools import cache
from importlib import resources

import regex

from pipeline.folding import fold

_LEVEL = r"(?:(?:tỉnh|thành|huyện|quận|thị)\ (?:uỷ|ủy)|tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu)"
_PLACE = regex.compile(rf"\b{_LEVEL} (?P<name>\p{{L}}+(?:[ -]\p{{L}}+){{0,4}})$")
_FIELD = regex.compile(
    r"""^(?: bộ | sở | phòng | ban | cục | chi\ cục | tổng\ cục | vụ | trung\ tâm | viện | trường | văn\ phòng )
        \ (?P<field>\p{L}+) (?: (?:\ \p{L}+){1,3} (?:\ và\ |\ ?[-–,]\ ?) (?P<field>\p{L}+) ){0,3}""",
    regex.VERBOSE,
)
"""A body's head word and the words its fields begin with: "sở lao động - thương binh và xã hội"."""

_HAS_SECTOR = regex.compile(r"(?:bộ|sở|phòng|thanh tra (?:bộ|sở))\s", regex.IGNORECASE)
_CITY = "Thành phố Hồ Chí Minh"
_ACRONYMS = {"ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân", "ubmttq": "Ủy ban Mặt trận Tổ quốc"}
_WORD = regex.compile(r"\p{L}+")
_SHORT_FORM = regex.compile(r"[BCDĐGHKLMNPQRSTVX]{2,6}|I{2,3}|IV|VI{2,3}|IX|HIV|AIDS")
"""No syllable has consonants alone, or is a Roman number but "VI"."""

_SCHOOL = regex.compile(
    r"^trường (?:THPT|THCS|tiểu học|mầm non|mẫu giáo|trung học phổ thông|trung học cơ sở)"
    r"(?: chuyên| dân tộc nội trú)? (?P<name>(?!huyện|tỉnh|thành phố|quận|xã|phường).+)$"
)
"""A school is named after a person or a place."""


def ordinary_case(printed: str) -> str:
    """A name printed in capitals as it is written in running text; other text comes back as it is."""
    text = unicodedata.normalize("NFC", " ".join(printed.split()))
    if not text.isupper():
        return text
    small = _SCHOOL.sub(_capitalise_place, _WORD.sub(_small, text))
    small = _capitalise_fields(_PLACE.sub(_capitalise_place, small))
    names = (*_sectors(), *_names()) if _HAS_SECTOR.match(small) else _names()
    for name in names:
        small = regex.sub(rf"(?<!\p{{L}}){regex.escape(name)}(?!\p{{L}})", name, small, flags=regex.IGNORECASE)
    return small[:1].upper() + small[1:]


def _small(word: regex.Match[str]) -> str:
    small = word[0].lower()
    return _ACRONYMS.get(small) or (word[0] if _SHORT_FORM.fullmatch(word[0]) else small)


def _capitalise_fields(small: str) -> str:
    match = _FIELD.match(small)
    for start in match.starts("field") if match else ():
        small = small[:start] + small[start].upper() + small[start + 1 :]
    return small


def _capitalise_place(match: regex.Match[str]) -> str:
    name = match["name"].title()
    return match[0][: match.start("name") - match.start()] + name


@cache
def _names() -> tuple[str, ...]:
    """Names of provinces and of bodies that issue documents, the longest first."""
    return tuple(sorted({*province_names(), *_body_names(), _CITY, "Việt Nam"}, key=lambda name: (-len(name), name)))


@cache
def province_names() -> frozenset[str]:
    """Provinces and cities, of before and after 1 July 2025."""
    with resources.files("models.vocabulary").joinpath("entity_places.csv").open(encoding="utf-8") as file:
        return frozenset(row["name"] for row in csv.DictReader(file) if row["level"] == "province")


def province_spelt(folded: str) -> str | None:
    """The province or city whose name without marks is ``folded``."""
    return next((name for name in province_names() if fold(name) == folded), None)


@cache
def _sectors() -> tuple[str, ...]:
    """Fields of government ("Công Thương"), the longest first: names only behind the word for a body."""
    sectors = tomllib.loads(_read("entity_bodies.toml"))["sectors"]
    return tuple(
        sorted((str(sector["name"]) for sector in sectors if " " in sector["name"]), key=lambda s: (-len(s), s))
    )


def _body_names() -> set[str]:
    return {str(body["name"]) for body in tomllib.loads(_read("issuing_bodies.toml"))["body"]}


def _read(name: str) -> str:
    return resources.files("models.vocabulary").joinpath(name).read_text(encoding="utf-8")
