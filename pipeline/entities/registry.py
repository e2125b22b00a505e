"""The registry of bodies: what exists under which name, from when to when, and what followed it.

Central bodies are few and are all made; bodies that every province or district has are made when one is asked
for, from a template and a place. Keys are text that stays the same over runs: "bo-tai-chinh",
"so-thong-tin-va-truyen-thong@kon-tum", "uy-ban-nhan-dan@huyen-dak-ha.kon-tum".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.entities.dates import is_before
from pipeline.entities.text import marked_key, plain_key
from pipeline.entities.vocabulary import (
    Bodies,
    CentralBody,
    LocalBody,
    Place,
    Sector,
    Term,
    VocabularyError,
    load_bodies,
    load_communes,
    load_places,
)
from pipeline.model import Unit

GOVERNMENT = "Chính phủ"
COMMITTEE = "Ủy ban nhân dân"
OWN = "rieng/"


@dataclass(frozen=True, slots=True)
class Head:
    """What a written form names: one central body (``unit``) or a template that needs a place (``body``)."""

    form: str
    unit: Unit | None = None
    body: LocalBody | None = None


class Registry:
    """Bodies by key and by written form."""

    def __init__(self, bodies: Bodies, places: Iterable[Place]) -> None:
        self.places = {place.key: place for place in places}
        self._local = {slug(body.head): body for body in (*bodies.local, *_departments(bodies.sectors))}
        central = (*bodies.central, *_ministries(bodies.sectors))
        self._units = {unit.key: unit for unit in map(_central_unit, central)}
        self._heads = self._index(central)
        self._check()

    def with_place(self, place: Place | None) -> Registry:
        """This registry, or a copy that also knows ``place``, where it is one that the gazetteer does not list."""
        if place is None or place.key in self.places:
            return self
        copy = Registry.__new__(Registry)
        copy.places = {**self.places, place.key: place}
        copy._local, copy._heads, copy._units = self._local, self._heads, dict(self._units)
        return copy

    def unit(self, key: str) -> Unit:
        """The body of that key; raises KeyError for a key that no data make."""
        if key not in self._units:
            head, _, place = key.partition("@")
            self._units[key] = self._local_unit(self._local[head], self.place(place))
        return self._units[key]

    def own_unit(self, name: str) -> str:
        """The key of a body that a person's own file names and no data know."""
        key = f"{OWN}{slug(name)}"
        self._units.setdefault(key, Unit(key=key, name=name, kind="Tự thêm"))
        return key

    def place(self, key: str) -> Place:
        """The province, district or commune of that key; raises KeyError for a key that no data have."""
        return self.places[key] if key in self.places else load_communes()[key]

    def heads(self, plain: str) -> tuple[Head, ...]:
        """What the words ``plain`` (a `plain_key`) may name."""
        return tuple(self._heads.get(plain, ()))

    def head_forms(self) -> tuple[str, ...]:
        """Every written form as a `plain_key`."""
        return tuple(self._heads)

    def local_key(self, body: LocalBody, place: Place) -> str | None:
        """The key of ``body`` at ``place``; None where such a place has none, or was gone before there were any."""
        if place.level not in body.levels or (body.place_kind and body.place_kind != place.kind):
            return None
        if is_before(place.valid_to, body.valid_from):
            return None
        return f"{slug(body.head)}@{place.key}"

    def central_bodies(self) -> tuple[Unit, ...]:
        """Every body that there is one of, ministries among them."""
        return tuple(unit for key, unit in self._units.items() if "@" not in key and not key.startswith(OWN))

    def bodies_at(self, place: Place) -> tuple[Unit, ...]:
        """Every body that such a place has."""
        keys = (self.local_key(body, place) for body in self._local.values())
        return tuple(self.unit(key) for key in keys if key)

    def with_relatives(self, keys: Iterable[str]) -> tuple[Unit, ...]:
        """The bodies of ``keys`` with all parents and successors, sorted by key, so that references hold."""
        found: dict[str, Unit] = {}
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found[key] = unit = self.unit(key)
                waiting += [other for other in (unit.parent, unit.successor) if other]
        return tuple(found[key] for key in sorted(found))

    def _index(self, central: Iterable[CentralBody]) -> dict[str, list[Head]]:
        index: dict[str, list[Head]] = defaultdict(list)
        for central_body in central:
            unit = self._units[slug(central_body.name)]
            for form in (central_body.name, *central_body.aliases):
                index[expanded_key(form)].append(Head(marked_expanded(form), unit=unit))
        for body in self._local.values():
            for form in (body.head, *body.aliases):
                index[expanded_key(form)].append(Head(marked_expanded(form), body=body))
        return dict(index)

    def _local_unit(self, body: LocalBody, place: Place) -> Unit:
        full = self._full_place(place)
        end = body.district_valid_to if place.level == "district" and body.district_valid_to else body.valid_to
        return Unit(
            key=f"{slug(body.head)}@{place.key}",
            name=body.name.format(place=full, short=_short(place)),
            kind=body.kind,
            place=full,
            parent=self._parent(body, place),
            aliases=tuple(f"{alias} {place.full_name}" for alias in body.aliases),
            valid_from=max(filter(None, (body.valid_from, place.valid_from)), default=None),
            valid_to=min(filter(None, (end, place.valid_to)), default=None),
            successor=self._successor(body, place),
        )

    def _full_place(self, place: Place) -> str:
        """ "huyện Đăk Hà, tỉnh Kon Tum": with the places around it, since districts and communes share names."""
        return f"{place.full_name}, {self._full_place(self.place(place.parent))}" if place.parent else place.full_name

    def _parent(self, body: LocalBody, place: Place) -> str | None:
        if body.parent_central:
            return slug(body.parent_central)
        if body.parent:
            return self.local_key(self._local[slug(body.parent)], place)
        if body.head == COMMITTEE and place.parent:
            return self.local_key(body, self.place(place.parent))
        return None

    def _successor(self, body: LocalBody, place: Place) -> str | None:
        """The body that followed: in the same place when the kind of body ended first, else where the place went."""
        ended_before_place = body.valid_to and (not place.valid_to or is_before(body.valid_to, place.valid_to))
        if ended_before_place:
            after = body.counterpart_after
            return self.local_key(self._local[slug(after)], place) if after else None
        if not place.successor:
            return None
        new_place = self.place(place.successor)
        key = self.local_key(body, new_place)
        if key is None and body.counterpart:
            key = self.local_key(self._local[slug(body.counterpart)], new_place)
        return key

    def _check(self) -> None:
        """Every parent and successor that the data name is there."""
        for unit in self._units.values():
            for other in (unit.parent, unit.successor):
                if other and other not in self._units:
                    raise VocabularyError(f"{unit.name!r} refers to {other!r}, which no entry makes")
        for body in self._local.values():
            for name in (body.parent, body.counterpart, body.counterpart_after):
                if name and slug(name) not in self._local:
                    raise VocabularyError(f"{body.head!r} refers to {name!r}, which no entry makes")


def slug(name: str) -> str:
    """The key of a name: "bo-thong-tin-va-truyen-thong"."""
    return plain_key(name).replace(" ", "-")


def _short(place: Place) -> str:
    """What stands in "Tỉnh ủy Kon Tum", "Thành ủy Đà Nẵng", "Thành ủy Thành phố Hồ Chí Minh": a city called after a
    person is never called without its kind."""
    return place.full_name[0].upper() + place.full_name[1:] if place.name == "Hồ Chí Minh" else place.name


def expand(text: str, extra: Iterable[tuple[str, str]] = ()) -> str:
    """``text`` with its acronyms written out; ``extra`` are those of the document, which come first."""
    acronyms = {**load_bodies().acronyms, **dict(extra)}
    words = list(_split(text))
    before = ["", *words][: len(words)]
    return " ".join(
        word if _is_syllable(word, b) else acronyms.get(word, word) for b, word in zip(before, words, strict=True)
    )


def _is_syllable(word: str, before: str) -> bool:
    """Whether it is no acronym: the second half of "ĐẦU TƯ"."""
    return word == "TƯ" and before == "ĐẦU"


def expanded_key(text: str) -> str:
    return plain_key(expand(text))


def marked_expanded(text: str) -> str:
    return marked_key(expand(text))


@cache
def registry() -> Registry:
    """The registry of models/vocabulary, made once a process."""
    return Registry(load_bodies(), load_places())


def _split(text: str) -> Iterator[str]:
    """Words and punctuation, so that "HĐND&UBND" and "HĐND-UBND" give their acronyms; known acronyms stay whole."""
    known = load_bodies().acronyms
    for word in text.split():
        bare = word.strip(",;.()")
        if bare in known:
            yield bare
        else:
            yield from word.replace("&", " & ").replace("-", " - ").split() if _joined(word, known) else [word]


def _joined(word: str, known: Iterable[str]) -> bool:
    return any(part in known for part in word.replace("&", "-").split("-"))


def _ministries(sectors: Iterable[Sector]) -> Iterator[CentralBody]:
    for sector in sectors:
        if sector.ministry:
            term = sector.ministry
            yield CentralBody(
                name=f"Bộ {sector.name}",
                kind="Bộ",
                aliases=tuple(f"Bộ {alias}" for alias in sector.aliases),
                parent=GOVERNMENT,
                valid_from=term.valid_from,
                valid_to=term.valid_to,
                successor=_prefixed("Bộ", term),
            )


def _departments(sectors: Iterable[Sector]) -> Iterator[LocalBody]:
    for sector in sectors:
        if sector.department:
            term = sector.department
            yield LocalBody(
                head=f"Sở {sector.name}",
                name=f"Sở {sector.name} {{place}}",
                levels=("province",),
                kind="Sở",
                aliases=tuple(f"Sở {alias}" for alias in sector.aliases),
                bare=True,
                parent=COMMITTEE,
                counterpart_after=_prefixed("Sở", term),
                valid_from=term.valid_from,
                valid_to=term.valid_to,
            )


def _prefixed(head: str, term: Term) -> str | None:
    return f"{head} {term.successor}" if term.successor else None


def _central_unit(body: CentralBody) -> Unit:
    return Unit(
        key=slug(body.name),
        name=body.name,
        kind=body.kind,
        parent=slug(body.parent) if body.parent else None,
        aliases=body.aliases,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
        successor=slug(body.successor) if body.successor else None,
    )
