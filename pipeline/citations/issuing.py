"""Who issued a cited document: the full name behind what is printed, or behind the symbol, at the time of its date.

"UBND tỉnh" in a paper of Ủy ban nhân dân tỉnh Kon Tum is "Ủy ban nhân dân tỉnh Kon Tum"; "Bộ trưởng Bộ Y tế" signs for
"Bộ Y tế"; the symbol QĐ-TTg names the Prime Minister without a word. A paper of a province that others were merged into
on 1 July 2025 may mean any of them by "UBND tỉnh" where it speaks of an earlier document. What remains open is None.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.citations.number import symbol_parts
from pipeline.citations.provinces import is_after_merger, is_before_merger, provinces
from pipeline.citations.vocabulary import Body, bodies_of_symbol, vocabulary

_PERSON = regex.compile(
    r"""
    ^ (?: Phó\s )? (?: Thứ\strưởng | Bộ\strưởng (?: ,\sChủ\snhiệm )? | Chủ\stịch (?!\snước) | Giám\sđốc
      | Tổng\sgiám\sđốc | Cục\strưởng | Chi\scục\strưởng
      | Tổng\scục\strưởng | Thống\sđốc | Chánh\sán | Viện\strưởng | Chánh\s(?:V|v)ăn\sphòng | Tổng\sThanh\stra )
      \s (?= \p{Lu} )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_LEVEL = r"(?P<level> tỉnh | thành\sphố | huyện | quận | thị\sxã | xã | phường | thị\strấn | đặc\skhu )"
_PLACE = regex.compile(rf"\b {_LEVEL} \s (?P<name> \p{{Lu}} [^,]* )", regex.VERBOSE)
_BARE_LEVEL = regex.compile(rf"\b {_LEVEL} $", regex.VERBOSE)
# Bodies of a province whose name goes without the word "tỉnh" where the place is understood.
_PROVINCIAL = regex.compile(r"^ (?: Sở | Ban\sQuản\slý | Công\san ) \s", regex.VERBOSE)
_PARTY = regex.compile(r"(?: ^ | \s ) (?P<word> Tỉnh\sủy | Thành\sủy ) $", regex.VERBOSE)


@dataclass(frozen=True, slots=True)
class Context:
    """The document that cites: ``issuer`` and ``issued_on`` as its letterhead says, None where it does not."""

    issuer: str | None = None
    issued_on: str | None = None


def issuer_of(
    printed: str | None, symbol: str | None, context: Context = Context(), issued_on: str | None = None
) -> str | None:
    """The full name of the body behind ``printed`` or ``symbol`` of a document cited with the day ``issued_on``."""
    by_symbol = central_issuer(symbol, issued_on)
    if by_symbol:
        return by_symbol
    return full_name(printed, context, issued_on) if printed else None


@cache
def central_issuer(symbol: str | None, issued_on: str | None = None) -> str | None:
    """The body or bodies that a symbol alone names: those of which the country has one, as they were called then."""
    found = (_body_at(bodies_of_symbol().get(part, ()), issued_on) for part in symbol_parts(symbol))
    names = dict.fromkeys(body.name for body in found if body and body.central)
    return ", ".join(names) or None


def _body_at(bodies: Iterable[Body], issued_on: str | None) -> Body | None:
    """The one body of these that was at that time; the only one there ever was, where its own dates do not fit."""
    every = tuple(bodies)
    then = [body for body in every if was(body, issued_on)]
    return then[0] if len(then) == 1 else every[0] if len(every) == 1 else None


def was(body: Body, issued_on: str | None) -> bool:
    """Whether a body bore its name on a day, as far as the day is printed and its dates are known."""
    if issued_on is None:
        return True
    begun = body.first is None or issued_on >= body.first[: len(issued_on)]
    return begun and (body.last is None or issued_on[: len(body.last)] <= body.last[: len(issued_on)])


@cache
def full_name(printed: str, context: Context = Context(), issued_on: str | None = None) -> str | None:
    """A printed name written out, with its place from the citing document where the print leaves it out."""
    name = _PERSON.sub("", written_out(printed))
    if _PLACE.search(name):
        return name
    level, party = _BARE_LEVEL.search(name), _PARTY.search(name)
    if level:
        place = _place_meant(context, issued_on, level["level"])
        return f"{name} {place}" if place else None
    if party:
        place = _province_meant(context, issued_on)
        return f"{name} {_without_level(place)}" if place else None
    if _PROVINCIAL.match(name):
        place = _province_meant(context, issued_on)
        return f"{name} {place}" if place else None
    return name if _is_whole(name) else None


def _place_meant(context: Context, issued_on: str | None, level: str) -> str | None:
    """The name of the place of this level that the citing document belongs to."""
    found = [place for place in _PLACE.finditer(written_out(context.issuer or "")) if place["level"] == level]
    if len(found) != 1:
        return None
    if found[0]["name"].casefold() in provinces() and level in ("tỉnh", "thành phố"):
        return _without_level(_province_meant(context, issued_on))
    return found[0]["name"]


def _province_meant(context: Context, issued_on: str | None) -> str | None:
    """The province ("tỉnh Kon Tum") that the citing document means without naming it; None where it can be several."""
    places = list(_PLACE.finditer(written_out(context.issuer or "")))
    own = next((place for place in reversed(places) if place["level"] in ("tỉnh", "thành phố")), None)
    if own is None:
        return None
    known = provinces().get(own["name"].casefold())
    if known and known.joined and not (is_before_merger(context.issued_on) or is_after_merger(issued_on)):
        return None
    return own.group()


def _without_level(place: str | None) -> str | None:
    found = _PLACE.search(place or "")
    return found["name"] if found else None


def _is_whole(name: str) -> bool:
    """Whether a name without a place says which body it is: "Ủy ban nhân dân" alone does not."""
    return name not in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Thường vụ", "Ban Chấp hành")


@cache
def written_out(printed: str) -> str:
    """Short forms in full, capitals of headings in ordinary case where a body is known by that name."""
    name = " ".join(unicodedata.normalize("NFC", printed).replace("–", "-").split())
    for short, long in vocabulary().names.short:
        name = regex.sub(rf"(?<!\w){regex.escape(short)}(?!\w)", long, name)
    known = {body_name.casefold(): body.name for body in vocabulary().bodies for body_name in body.names}
    return known.get(name.casefold(), name)
