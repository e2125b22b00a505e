"""Who speaks in a document, from where and when: what "UBND tỉnh" or a bare "Sở Tài chính" in it refers to.

The place is taken from the issuer, the letterhead's place and the title, in this order. Where a document has no
letterhead (an annex in a file of its own) it is the province that the text itself names most, if by a clear
margin; else it stays unknown, and names that need a place stay unlinked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.entities.gazetteer import KINDS, gazetteer
from pipeline.entities.registry import expanded_key, registry, slug
from pipeline.entities.text import plain_key, tidy
from pipeline.entities.vocabulary import Place
from pipeline.model import Letterhead

STATED, DEDUCED = 1.0, 0.9
"""How far the place is to be trusted: printed in the letterhead, or counted in the text."""
_ENOUGH, _MARGIN = 3, 3
_LOCAL_SYMBOL = regex.compile(r"(?:UBND|HĐND|/TU|-TU|[-/]S\p{Lu})")
_NORMATIVE = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"})
_WITH_YEAR = regex.compile(r"\d+/(?:19|20)\d{2}/")
_CENTRAL_HEAD = regex.compile(
    r"(?:bo(?! chi huy| doi)|chinh phu|thu tuong|quoc hoi|uy ban thuong vu|tong cuc|ban chap hanh trung uong)\b"
)


@dataclass(frozen=True, slots=True)
class Context:
    """The place and date that names without a place are read by; ``trust`` is 0..1.

    ``normative``: a central body lays down rules for all places, so that its "Sở Tài chính" is that of each of them.
    """

    province: Place | None = None
    district: Place | None = None
    issued_on: str | None = None
    trust: float = STATED
    commune: Place | None = None
    normative: bool = False


def read_context(letterhead: Letterhead, texts: Iterable[str]) -> Context:
    """The context of a document from its letterhead, or else from its ``texts``."""
    issued_on = letterhead.issued_on
    if _is_central(letterhead):
        return Context(issued_on=issued_on, normative=_lays_down_rules(letterhead))
    province, district = _stated_place(letterhead)
    commune = _commune_in(letterhead, province, district)
    province = province or _province_around(commune)
    if province is not None:
        return Context(province, district, issued_on, STATED, commune)
    unlisted = _unlisted_province(letterhead.issuer or "")
    if unlisted is not None:
        return Context(unlisted, None, issued_on, DEDUCED)
    texts = list(texts)
    return Context(_most_named(texts, _provinces_in) or _most_named(texts, _unlisted_in), None, issued_on, DEDUCED)


def _is_central(letterhead: Letterhead) -> bool:
    """Whether a central body speaks: its Hà Nội is no province, and "UBND tỉnh" in its papers is all of them."""
    if letterhead.issuer:
        issuer = expanded_key(letterhead.issuer)
        named_central = any(head.unit for head in registry().heads(issuer))
        return named_central or _CENTRAL_HEAD.match(issuer) is not None
    ref = letterhead.ref or letterhead.attached_to or letterhead.symbol
    return bool(ref) and _LOCAL_SYMBOL.search(ref or "") is None


def _lays_down_rules(letterhead: Letterhead) -> bool:
    """Whether it is normative: by its kind, or by the year in its number ("19/2026/NQ-CP"), which such documents
    alone have (Luật Ban hành văn bản quy phạm pháp luật; Nghị định 30/2020/NĐ-CP gives others none)."""
    return letterhead.kind in _NORMATIVE or _WITH_YEAR.match(letterhead.ref or "") is not None


def _stated_place(letterhead: Letterhead) -> tuple[Place | None, Place | None]:
    issuer = _places_in(letterhead.issuer or "")
    printed = gazetteer().province(plain_key(letterhead.place or ""))
    title = set(_provinces_in(letterhead.title or ""))
    by_title = title.pop() if len(title) == 1 else None
    district = _district_in(letterhead.issuer or "", issuer or printed or by_title)
    own = registry().places[district.parent] if district and district.parent else None
    if issuer is None and letterhead.issuer is None and printed is not None and printed.name == "Hà Nội":
        printed = None  # every ministry dates its papers in Hà Nội
    return issuer or own or printed or by_title, district


def _places_in(issuer: str) -> Place | None:
    """The province that an issuer names: "… tỉnh Kon Tum", or its name at the end."""
    named = list(_provinces_in(issuer))
    if named:
        return named[-1]
    words = plain_key(issuer).split()
    tails = (" ".join(words[k:]) for k in range(1, len(words)))
    return next((place for tail in tails if (place := gazetteer().province(tail))), None)


def _provinces_in(text: str) -> list[Place]:
    matches = _province_pattern().finditer(plain_key(text))
    found = (gazetteer().province(match["name"], _kind(match["kind"])) for match in matches)
    return [place for place in found if place is not None]


def _district_in(issuer: str, province: Place | None) -> Place | None:
    match = _DISTRICT.search(plain_key(issuer))
    if match is None:
        return None
    words = match["name"].split()
    names = (" ".join(words[:k]) for k in range(len(words), 0, -1))
    kind = _PARTY_KINDS.get(match["kind"]) or KINDS[match["kind"]]
    return next((place for name in names if (place := gazetteer().district(name, kind, province))), None)


def _commune_in(letterhead: Letterhead, province: Place | None, district: Place | None) -> Place | None:
    """The one commune that the issuer says it is of, or speaks from ("Ia Chim, ngày …")."""
    match = _COMMUNE.search(plain_key(letterhead.issuer or ""))
    if match is None:
        return None
    words = match["name"].split()
    names = (" ".join(words[:k]) for k in range(len(words), 0, -1))
    kind = KINDS[match["kind"]]
    on = letterhead.issued_on
    found = next((f for name in names if (f := gazetteer().communes(name, kind, district or province, on))), [])
    return found[0] if len(found) == 1 else None


def _province_around(place: Place | None) -> Place | None:
    while place is not None and place.parent is not None:
        place = registry().place(place.parent)
    return place


def _unlisted_province(issuer: str) -> Place | None:
    """The province that an issuer says it is of though the gazetteer has none of that name ("tỉnh Hà Bắc", 1990)."""
    named = _unlisted_in(issuer)
    return named[-1] if named else None


def _unlisted_in(text: str) -> list[Place]:
    names = (match["name"] for match in _PROVINCE_NAME.finditer(tidy(text)))
    return [
        Place(slug(name), name, "tỉnh", "province", None, None, None, None, ())
        for name in names
        if gazetteer().province(plain_key(name)) is None
    ]


def _most_named(texts: Iterable[str], named_in: Callable[[str], list[Place]]) -> Place | None:
    """The province that is named at least three times, and three times as often as any other."""
    counts = Counter(place for text in texts for place in named_in(text))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    runner_up = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= _MARGIN * runner_up else None


_PROVINCE_NAME = regex.compile(r"\btỉnh (?P<name>\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}+){0,2})(?![\p{L}\d])")
_COMMUNE = regex.compile(r"\b(?P<kind>(?<!thi )xa|phuong|thi tran|dac khu) (?P<name>\w+(?: \w+){0,4})")
_DISTRICT = regex.compile(
    r"\b(?:(?P<kind>huyen|quan|thi xa|thanh pho|tp)|(?P<kind>huyen|quan|thi|thanh) uy)"
    r" (?P<name>(?!uy\b)\w+(?: \w+){0,4})"
)
_PARTY_KINDS = {"thi": "thị xã", "thanh": "thành phố"}
"""What the committees "Thị ủy" and "Thành ủy" are of."""


def _kind(plain: str) -> str:
    return KINDS[plain]


@cache
def _province_pattern() -> regex.Pattern[str]:
    names = {
        plain_key(form)
        for place in registry().places.values()
        if place.level == "province"
        for form in (place.name, *place.aliases)
    }
    return regex.compile(r"\b(?P<kind>tinh|thanh pho|tp) (?P<name>\L<names>)\b", names=sorted(names))
