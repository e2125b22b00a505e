"""From a name as printed to the one body it means, to a class of bodies, or to none.

A name is a head ("Sở TT&TT", "UBND") and what says the place ("tỉnh Kon Tum", "tỉnh", nothing). The head is looked
up by written form, the place in the gazetteer and in the document's context. Classes ("UBND các xã", "UBND cấp
huyện") are no body and are linked to entries of their own kind. Where several bodies fit, none is linked and all
are kept as candidates. Only where no form fits is the head compared loosely, and then only if it has four words and
its first two and its level ("Trung ương", "cấp tỉnh") are those of the form: "Bộ X" and "Sở X" are 89 to 97 alike, "Bộ
Nông nghiệp" and "Bộ Công nghiệp" 93.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex
from rapidfuzz import fuzz, process

from pipeline.entities.classes import class_named, class_of_all_places
from pipeline.entities.context import Context
from pipeline.entities.dates import is_before
from pipeline.entities.gazetteer import COMMUNE_KINDS, Named, gazetteer, is_within, read_place
from pipeline.entities.own_aliases import own_aliases
from pipeline.entities.registry import Head, expand, registry
from pipeline.entities.text import marked_key, plain_key, strip_marks
from pipeline.entities.vocabulary import LocalBody, Place
from pipeline.model import Unit

EXACT, WITHOUT_MARKS, ALIKE, OUT_OF_TIME = 0.97, 0.9, 0.7, 0.1
"""Confidence by how the head fits: as written, without its marks, loosely; less where the body did not exist then."""
MOST_CANDIDATES = 6
_SCORE, _LEAD, _WORDS = 92, 4, 4
# "Ủy ban nhân dân (UBND) tỉnh Hậu Giang"
_SHORT_FORM_WITHIN = regex.compile(r" ?\([\p{Lu}&.-]{2,12}\)(?= )")
_LEVELS = regex.compile(r"\b(?:trung uong|quoc gia|chinh phu|cap (?:tinh|huyen|xa))\b")
_PLACE_SEPARATOR = regex.compile(r"^(?:cua|thuoc|truc thuoc|tai) ")


@dataclass(frozen=True, slots=True)
class Link:
    """The registry key of a body, and how sure it is (0..1)."""

    key: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name may mean: one body, or a class of bodies, or the keys of those that it could be."""

    link: Link | None = None
    body_class: Unit | None = None
    candidates: tuple[str, ...] = ()


NOTHING = Reading()


class Linker:
    """Links the names of one document."""

    def __init__(self, context: Context, abbreviations: Mapping[str, str] | None = None) -> None:
        self.context = context
        self.registry = registry().with_place(context.province)
        self._abbreviations = dict(abbreviations or {})
        self._known: dict[str, Reading] = {}

    def link(self, name: str) -> Link | None:
        """The one body that ``name`` means here, or None."""
        return self.read(name).link

    def read(self, name: str) -> Reading:
        """What ``name`` means here."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Reading:
        own = own_aliases().get(plain_key(name))
        if own is not None:
            return Reading(Link(self._named_by_a_person(own[1]), EXACT))
        return self._read_form(name)

    def _read_form(self, name: str) -> Reading:
        written = expand(_SHORT_FORM_WITHIN.sub("", name), self._abbreviations.items())
        body_class = class_named(written, self.registry)
        if body_class is not None:
            return Reading(body_class=body_class)
        marked = marked_key(written).split()
        plain = [strip_marks(word) for word in marked]
        for cut in range(len(plain), 0, -1):
            links = list(self._by_form(marked[:cut], plain[:cut], " ".join(plain[cut:])))
            if links:
                return self._the_one(links)
        link = self._alike(plain)
        if link is None and self.context.normative:
            return Reading(body_class=class_of_all_places(written, self.registry))
        return Reading(link) if link else NOTHING

    def _named_by_a_person(self, full_name: str) -> str:
        """The key of the body of that full name, which may be one that only this person's file has."""
        plain = plain_key(full_name)
        known = (self._read_form(full_name) if plain not in own_aliases() else NOTHING).link
        return known.key if known else self.registry.own_unit(full_name)

    def _by_form(self, marked: list[str], plain: list[str], rest: str) -> Iterator[Link]:
        for head in self.registry.heads(" ".join(plain)):
            fit = EXACT if head.form == " ".join(marked) else WITHOUT_MARKS
            yield from self._with_place(head, rest, fit)

    def _the_one(self, links: Sequence[Link]) -> Reading:
        """Of several bodies of one name ("Bộ Nông nghiệp") the one that existed on the document's day."""
        keys = dict.fromkeys(link.key for link in links)
        if len(keys) > 1 and self.context.issued_on:
            keys = {key: None for key in keys if not self._outside(self.registry.unit(key))}
        if len(keys) == 1:
            return Reading(next(link for link in links if link.key in keys))
        return Reading(candidates=tuple(dict.fromkeys(link.key for link in links))[:MOST_CANDIDATES])

    def _with_place(self, head: Head, rest: str, fit: float) -> Iterator[Link]:
        if head.unit is not None:
            if not rest:
                yield Link(head.unit.key, self._in_time(head.unit, fit))
            return
        if head.body is None:
            return
        named = read_place(_PLACE_SEPARATOR.sub("", rest))
        from_context = not rest or (bool(named) and named[0].name is None)
        trust = self.context.trust if from_context else 1.0
        for place in self._places(head.body, rest, named):
            key = self.registry.local_key(head.body, place)
            if key is not None:
                yield Link(key, round(self._in_time(self.registry.unit(key), fit) * trust, 2))

    def _places(self, body: LocalBody, rest: str, named: Sequence[Named]) -> list[Place]:
        """Every place that ``rest`` of a name may say, in the light of the context."""
        if not rest:
            return self._implied(body)
        if named:
            return self._own(named[0].kind) if named[0].name is None else self._named(named)
        province = self._existing(self._province(rest))
        if province is not None and self.registry.local_key(body, province):
            return [province]
        return self._districts_of(body, rest)

    def _implied(self, body: LocalBody) -> list[Place]:
        """The place of a head alone: the issuer's, where the head needs no place or only such places have one."""
        own = {"commune": self.context.commune, "district": self.context.district, "province": self.context.province}
        levels = body.levels if body.bare or (len(body.levels) == 1 and body.levels != ("province",)) else ()
        fitting = (place for level in levels if (place := own[level]) and self.registry.local_key(body, place))
        return list(fitting)[:1]

    def _districts_of(self, body: LocalBody, name: str) -> list[Place]:
        """The places of "Huyện ủy Đăk Hà", where the head says what kind of place it is."""
        if "district" not in body.levels or body.place_kind is None:
            return []
        return self._of_context(gazetteer().districts(name, body.place_kind))

    def _own(self, kind: str) -> list[Place]:
        """ "tỉnh", "huyện", "xã" without a name: the issuer's own, if it is of that kind."""
        own = (self.context.commune, self.context.district, self.context.province)
        return [place for place in own if place is not None and place.kind == kind][:1]

    def _named(self, named: Sequence[Named]) -> list[Place]:
        first, around = named[0], named[1:]
        name = first.name or ""
        within = self._around(around)
        if first.kind in COMMUNE_KINDS:
            found = gazetteer().communes(name, first.kind, within, self.context.issued_on)
            return found if within else self._of_context(found)
        province = self._existing(self._province(name, first.kind)) if not around else None
        if province is not None:
            return [province]
        found = gazetteer().districts(name, first.kind, within)
        return found if within else self._of_context(found)

    def _around(self, named: Sequence[Named]) -> Place | None:
        """The narrowest of the places that contain another."""
        province = next((p for n in named if n.name and (p := self._province(n.name, n.kind))), None)
        districts = (gazetteer().district(n.name, n.kind, province) for n in named if n.name and n.kind != "tỉnh")
        return next((place for place in districts if place), province)

    def _of_context(self, places: list[Place]) -> list[Place]:
        """Those in the issuer's place, if there are any; else all, of which one alone can be meant."""
        for outer in (self.context.district, self.context.province):
            near = [place for place in places if outer is not None and is_within(place, outer)]
            if near:
                return near
        return places

    def _province(self, name: str, kind: str | None = None) -> Place | None:
        """The province of that name, the document's own first, listed or not."""
        own = self.context.province
        if own is not None and plain_key(own.name) == name and kind in (None, own.kind):
            return own
        return gazetteer().province(name, kind)

    def _existing(self, place: Place | None) -> Place | None:
        """``place`` unless it came to be after the document ("thành phố Huế" was a district until 2025)."""
        too_late = place is not None and is_before(self.context.issued_on, place.valid_from)
        return None if too_late else place

    def _in_time(self, unit: Unit, confidence: float) -> float:
        """A body that did not exist on the document's day may still be meant, less surely."""
        return round(confidence - OUT_OF_TIME, 2) if self._outside(unit) else confidence

    def _outside(self, unit: Unit) -> bool:
        date = self.context.issued_on
        return date is not None and (is_before(unit.valid_to, date) or is_before(date, unit.valid_from))

    def _alike(self, plain: list[str]) -> Link | None:
        """The body whose form is nearly the head, if it is clearly nearer than any other's."""
        links = [
            link for cut in range(len(plain), _WORDS - 1, -1) for link in self._alike_heads(plain[:cut], plain[cut:])
        ]
        return links[0] if links else None

    def _alike_heads(self, head: list[str], rest: list[str]) -> Iterator[Link]:
        level = _levels(" ".join(head))
        forms = [f for f in self.registry.head_forms() if f.split()[:2] == head[:2] and _levels(f) == level]
        ranked = process.extract(" ".join(head), forms, scorer=fuzz.ratio, score_cutoff=_SCORE - _LEAD, limit=8)
        near = [(score, found) for form, score, _ in ranked for found in self.registry.heads(form)]
        best = max((score for score, _ in near), default=0)
        close = {_names(found): found for score, found in near if score > best - _LEAD}
        if best >= _SCORE and len(close) == 1:
            links = list(self._with_place(next(iter(close.values())), " ".join(rest), ALIKE))
            yield from links if len({link.key for link in links}) == 1 else ()


def _levels(words: str) -> set[str]:
    """The levels that a name says: the nation's committee on a matter is not the province's of the same title."""
    return set(_LEVELS.findall(words))


def _names(head: Head) -> str:
    return head.unit.name if head.unit else head.body.head if head.body else ""
