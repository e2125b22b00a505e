"""Who issued a cited document: the full name behind what is printed, or behind the symbol.

"UBND tỉnh" in a paper of Ủy ban nhân dân tỉnh Kon Tum is "Ủy ban nhân dân tỉnh Kon Tum"; "Bộ trưởng Bộ Y tế" signs for
"Bộ Y tế"; the symbol QĐ-TTg names the Prime Minister without a word. What remains open is None, not a guess.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import regex

from pipeline.citations.number import symbol_parts
from pipeline.citations.vocabulary import bodies_of_symbol, vocabulary

_PERSON = regex.compile(
    r"""
    ^ (?: Phó\s )? (?: Thứ\strưởng | Bộ\strưởng | Chủ\stịch (?!\snước) | Giám\sđốc | Tổng\sgiám\sđốc | Cục\strưởng
      | Tổng\scục\strưởng | Thống\sđốc | Chánh\sán | Viện\strưởng | Chánh\s(?:V|v)ăn\sphòng | Tổng\sThanh\stra )
      \s (?= \p{Lu} )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_LEVEL = r"(?P<level> tỉnh | thành\sphố | huyện | quận | thị\sxã | xã | phường | thị\strấn | đặc\skhu )"
_PLACE = regex.compile(rf"\b {_LEVEL} \s (?P<name> \p{{Lu}} .* ) $", regex.VERBOSE)
_BARE_LEVEL = regex.compile(rf"\b {_LEVEL} $", regex.VERBOSE)
# Bodies of a province whose name goes without the word "tỉnh" where the place is understood.
_PROVINCIAL = regex.compile(r"^ (?: Sở | Ban\sQuản\slý | Công\san ) \s", regex.VERBOSE)
_PARTY = regex.compile(r"(?: ^ | \s ) (?P<word> Tỉnh\sủy | Thành\sủy ) $", regex.VERBOSE)


def issuer_of(printed: str | None, symbol: str | None, document_issuer: str | None) -> str | None:
    """The full name of the body behind ``printed`` or ``symbol`` of a cited document, None where it stays open."""
    by_symbol = central_issuer(symbol)
    if by_symbol:
        return by_symbol
    return full_name(printed, document_issuer) if printed else None


@cache
def central_issuer(symbol: str | None) -> str | None:
    """The body or bodies that a symbol alone names: those of which the country has one."""
    bodies = [bodies_of_symbol().get(part) for part in symbol_parts(symbol)]
    names = dict.fromkeys(body.name for body in bodies if body and body.central)
    return ", ".join(names) or None


@cache
def full_name(printed: str, document_issuer: str | None) -> str | None:
    """A printed name written out, with its place from the citing document's issuer where the print leaves it out."""
    name = _written_out(printed)
    name = _PERSON.sub("", name)
    if _PLACE.search(name):
        return name
    place = _PLACE.search(_written_out(document_issuer)) if document_issuer else None
    level, party = _BARE_LEVEL.search(name), _PARTY.search(name)
    if level:
        return f"{name} {place['name']}" if place and place["level"] == level["level"] else None
    if party:
        return f"{name} {place['name']}" if place else None
    if _PROVINCIAL.match(name):
        return f"{name} {place.group()}" if place and place["level"] in ("tỉnh", "thành phố") else None
    return name if _is_whole(name) else None


def _is_whole(name: str) -> bool:
    """Whether a name without a place says which body it is: "Ủy ban nhân dân" alone does not."""
    return name not in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Thường vụ", "Ban Chấp hành")


@cache
def _written_out(printed: str) -> str:
    """Short forms in full, capitals of headings in ordinary case where a body is known by that name."""
    name = " ".join(unicodedata.normalize("NFC", printed).replace("–", "-").split())
    for short, long in vocabulary().names.short:
        name = regex.sub(rf"(?<!\w){regex.escape(short)}(?!\w)", long, name)
    known = {body_name.casefold(): body.name for body in vocabulary().bodies for body_name in body.names}
    return known.get(name.casefold(), name)
