"""Places by name: provinces, districts and communes, of before and after 1 July 2025.

A place is named by its kind and name, often with those that contain it ("xã Ia Chim, thành phố Kon Tum, tỉnh Kon
Tum"). Districts share names between provinces and communes between districts, so what is asked for is every place
that fits; who asks decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import regex

from pipeline.entities.dates import is_before
from pipeline.entities.registry import registry
from pipeline.entities.text import plain_key
from pipeline.entities.vocabulary import Place, load_communes

KINDS = {
    "tinh": "tỉnh",
    "thanh pho": "thành phố",
    "tp": "thành phố",
    "huyen": "huyện",
    "quan": "quận",
    "thi xa": "thị xã",
    "thi tran": "thị trấn",
    "xa": "xã",
    "phuong": "phường",
    "dac khu": "đặc khu",
}
COMMUNE_KINDS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
_KIND = r"(?:tinh|thanh pho|tp|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)"
_NAMED = regex.compile(rf"(?P<kind>{_KIND})(?: (?P<name>.+?))?(?: (?={_KIND} )|$)")


@dataclass(frozen=True, slots=True)
class Named:
    """A place as words say it: its kind and name without marks, the name None where only the kind is said."""

    kind: str
    name: str | None


def read_place(words: str) -> tuple[Named, ...]:
    """ "xa ia chim thanh pho kon tum" -> the place and those that contain it; empty if ``words`` say something else."""
    found: list[Named] = []
    at = 0
    while at < len(words):
        match = _NAMED.match(words, at)
        if match is None:
            return ()
        found.append(Named(KINDS[match["kind"]], match["name"]))
        at = match.end()
    return tuple(found)


class Gazetteer:
    """Places by their names without diacritics."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._by_name = _index(places.values())

    @cached_property
    def _communes(self) -> Mapping[str, list[Place]]:
        return _index(load_communes().values())

    def province(self, plain: str, kind: str | None = None) -> Place | None:
        """The province called ``plain``, of ``kind`` where that is printed."""
        return next((p for p in self._named(plain, "province") if kind in (None, p.kind)), None)

    def districts(self, plain: str, kind: str, province: Place | None = None) -> list[Place]:
        """The districts of that kind and name, of ``province`` (or of what became part of it) where that is known."""
        found = [p for p in self._named(plain, "district") if p.kind == kind]
        return [p for p in found if province is None or is_within(p, province)]

    def district(self, plain: str, kind: str, province: Place | None) -> Place | None:
        """The one district of that kind and name in ``province``; without one, only if the country has just one."""
        found = self.districts(plain, kind, province)
        return found[0] if len(found) == 1 else None

    def communes(self, plain: str, kind: str, within: Place | None = None, on: str | None = None) -> list[Place]:
        """The communes of that kind and name, in ``within`` and existing on the day ``on`` where those are known."""
        found = [p for p in self._communes.get(plain, ()) if p.kind == kind]
        found = [p for p in found if within is None or is_within(p, within)]
        return [p for p in found if exists(p, on)]

    def _named(self, plain: str, level: str) -> list[Place]:
        return [place for place in self._by_name.get(plain, ()) if place.level == level]


def exists(place: Place, on: str | None) -> bool:
    """Whether ``place`` may have been there on that day; True where the day is not known."""
    return on is None or not (is_before(place.valid_to, on) or is_before(on, place.valid_from))


def is_within(place: Place, outer: Place) -> bool:
    """Whether ``place`` lies in ``outer``, or in a province that became part of it."""
    return any(outer.key in (around.key, around.successor) for around in _around(place))


def _around(place: Place) -> Iterator[Place]:
    while place.parent is not None:
        place = registry().place(place.parent)
        yield place


def _index(places: Iterable[Place]) -> Mapping[str, list[Place]]:
    index: dict[str, list[Place]] = {}
    for place in places:
        for name in {plain_key(form) for form in (place.name, *place.aliases)}:
            index.setdefault(name, []).append(place)
    return index


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(registry().places)
