"""Names printed in capitals in ordinary case: "ỦY BAN NHÂN DÂN TỈNH LÀO CAI" is "Ủy ban nhân dân tỉnh Lào Cai".

Viết hoa: Nghị định 30/2020/NĐ-CP, appendix II. Names that the vocabulary knows are written as it writes them;
after a word for a level of government ("tỉnh", "huyện") an unknown name is capitalised; the rest is small.
"""

from __future__ import annotations

import csv
import tomllib
import unicodedata
from functools import cache
from importlib import resources

import regex

_LEVEL = r"(?:(?:tỉnh|thành|huyện|quận|thị)\ (?:uỷ|ủy)|tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu)"
_PLACE = regex.compile(rf"\b{_LEVEL} (?P<name>\p{{L}}+(?:[ -]\p{{L}}+){{0,4}})$")
_ACRONYMS = {"ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân", "ubmttq": "Ủy ban Mặt trận Tổ quốc"}
_WORD = regex.compile(r"\p{L}+")


def ordinary_case(printed: str) -> str:
    """A name printed in capitals as it is written in running text; other text comes back as it is."""
    text = unicodedata.normalize("NFC", " ".join(printed.split()))
    if not text.isupper():
        return text
    small = _WORD.sub(lambda word: _ACRONYMS.get(word[0], word[0]), text.lower())
    small = _PLACE.sub(_capitalise_place, small)
    for known, written in _known_names():
        small = regex.sub(rf"(?<!\p{{L}}){regex.escape(known)}(?!\p{{L}})", written, small, flags=regex.IGNORECASE)
    return small[:1].upper() + small[1:]


def _capitalise_place(match: regex.Match[str]) -> str:
    name = match["name"].title()
    return match[0][: match.start("name") - match.start()] + name


@cache
def _known_names() -> tuple[tuple[str, str], ...]:
    """Names of places, fields of government and bodies, in small letters and as written, the longest first."""
    names = {*_place_names(), *_sector_names(), *_body_names()}
    return tuple(sorted(((name.lower(), name) for name in names), key=lambda pair: -len(pair[0])))


def _place_names() -> set[str]:
    with resources.files("models.vocabulary").joinpath("entity_places.csv").open(encoding="utf-8") as file:
        return {row["name"] for row in csv.DictReader(file) if row["level"] == "province"}


def _sector_names() -> set[str]:
    bodies = tomllib.loads(_read("entity_bodies.toml"))
    return {str(sector["name"]) for sector in bodies["sectors"] if " " in str(sector["name"])}


def _body_names() -> set[str]:
    return {str(body["name"]) for body in tomllib.loads(_read("issuing_bodies.toml"))["body"]}


def _read(name: str) -> str:
    return resources.files("models.vocabulary").joinpath(name).read_text(encoding="utf-8")
