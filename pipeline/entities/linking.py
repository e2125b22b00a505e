"""From a name as printed to the one body it means, or to none.

A name is a head ("Sở TT&TT", "UBND") and what says the place ("tỉnh Kon Tum", "tỉnh", nothing). The head is looked
up by written form, the place in the gazetteer and in the document's context. Classes ("UBND các xã", "UBND cấp
huyện") have no place and stay unlinked. Only where no form fits is the head compared loosely, and then only if it
has four words and its first two are those of the form: "Bộ X" and "Sở X" are 89 to 97 alike, "Bộ Nông nghiệp" and
"Bộ Công nghiệp" 93.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex
from rapidfuzz import fuzz, process

from pipeline.entities.context import KINDS, Context, gazetteer
from pipeline.entities.registry import Head, expand, registry
from pipeline.entities.text import marked_key, plain_key, strip_marks
from pipeline.entities.vocabulary import LocalBody, Place
from pipeline.model import Unit

EXACT, WITHOUT_MARKS, ALIKE, OUT_OF_TIME = 0.97, 0.9, 0.7, 0.1
"""Confidence by how the head fits: as written, without its marks, loosely; less where the body did not exist then."""
_SCORE, _LEAD, _WORDS = 92, 4, 4
_PLACE = regex.compile(
    r"(?P<kind>tinh|thanh pho|tp|huyen|quan|thi xa)(?: (?P<name>.+?))?(?: (?:tinh|thanh pho) (?P<of>.+))?"
)


@dataclass(frozen=True, slots=True)
class Link:
    """The registry key of a body, and how sure it is (0..1)."""

    key: str
    confidence: float


class Linker:
    """Links the names of one document."""

    def __init__(self, context: Context, abbreviations: Mapping[str, str] | None = None) -> None:
        self.context = context
        self.registry = registry().with_place(context.province)
        self._abbreviations = dict(abbreviations or {})
        self._known: dict[str, Link | None] = {}

    def link(self, name: str) -> Link | None:
        """The one body that ``name`` means here, or None."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> Link | None:
        marked = marked_key(expand(name, self._abbreviations.items())).split()
        plain = [strip_marks(word) for word in marked]
        for cut in range(len(plain), 0, -1):
            links = list(self._by_form(marked[:cut], plain[:cut], " ".join(plain[cut:])))
            if links:
                return self._the_one(links)
        return self._alike(plain)

    def _by_form(self, marked: list[str], plain: list[str], rest: str) -> Iterator[Link]:
        for head in self.registry.heads(" ".join(plain)):
            fit = EXACT if head.form == " ".join(marked) else WITHOUT_MARKS
            link = self._with_place(head, rest, fit)
            if link is not None:
                yield link

    def _the_one(self, links: list[Link]) -> Link | None:
        """Of several bodies of one name ("Bộ Nông nghiệp") the one that existed on the document's day."""
        if len({link.key for link in links}) == 1:
            return links[0]
        in_time = [link for link in links if self.context.issued_on and not self._outside(self.registry.unit(link.key))]
        return in_time[0] if len({link.key for link in in_time}) == 1 else None

    def _with_place(self, head: Head, rest: str, fit: float) -> Link | None:
        if head.unit is not None:
            return None if rest else Link(head.unit.key, self._in_time(head.unit, fit))
        if head.body is None:
            return None
        place = self._place(head.body, rest)
        key = self.registry.local_key(head.body, place) if place else None
        if key is None:
            return None
        named = _PLACE.fullmatch(rest)
        from_context = not rest or (named is not None and named["name"] is None)
        trust = self.context.trust if from_context else 1.0
        return Link(key, round(self._in_time(self.registry.unit(key), fit) * trust, 2))

    def _place(self, body: LocalBody, rest: str) -> Place | None:
        """The place that ``rest`` of a name says, in the light of the context."""
        if not rest:
            return self.context.province if body.bare else None
        match = _PLACE.fullmatch(rest)
        if match is None:
            return self._existing(self._province(rest)) or self._district_of(body, rest)
        kind, name = KINDS[match["kind"]], match["name"]
        return self._own(kind) if name is None else self._named(kind, name, match["of"])

    def _district_of(self, body: LocalBody, name: str) -> Place | None:
        """The place of "Huyện ủy Đăk Hà", where the head says what kind of place it is."""
        if "district" not in body.levels or body.place_kind is None:
            return None
        return gazetteer().district(name, body.place_kind, self.context.province)

    def _own(self, kind: str) -> Place | None:
        """ "tỉnh", "huyện" without a name: the issuer's own, if it is of that kind."""
        own = (self.context.district, self.context.province)
        return next((place for place in own if place is not None and place.kind == kind), None)

    def _named(self, kind: str, name: str, of: str | None) -> Place | None:
        province = self._existing(self._province(name, kind)) if of is None else None
        if province is not None:
            return province
        within = self._province(of) if of else self.context.province
        return gazetteer().district(name, kind, within) or (None if of else gazetteer().district(name, kind, None))

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
        if date is None:
            return False
        return is_before(unit.valid_to, date) or is_before(date, unit.valid_from)

    def _alike(self, plain: list[str]) -> Link | None:
        """The body whose form is nearly the head, if it is clearly nearer than any other's."""
        links = [
            link for cut in range(len(plain), _WORDS - 1, -1) for link in self._alike_heads(plain[:cut], plain[cut:])
        ]
        return links[0] if links else None

    def _alike_heads(self, head: list[str], rest: list[str]) -> Iterator[Link]:
        forms = [form for form in self.registry.head_forms() if form.split()[:2] == head[:2]]
        ranked = process.extract(" ".join(head), forms, scorer=fuzz.ratio, score_cutoff=_SCORE - _LEAD, limit=8)
        near = [(score, found) for form, score, _ in ranked for found in self.registry.heads(form)]
        best = max((score for score, _ in near), default=0)
        close = {_names(found): found for score, found in near if score > best - _LEAD}
        if best >= _SCORE and len(close) == 1:
            link = self._with_place(next(iter(close.values())), " ".join(rest), ALIKE)
            if link is not None:
                yield link


def _names(head: Head) -> str:
    return head.unit.name if head.unit else head.body.head if head.body else ""


def is_before(date: str | None, other: str | None) -> bool:
    """Whether ``date`` is surely before ``other``; ISO dates, which may be of a month or a year only."""
    if date is None or other is None:
        return False
    known = min(len(date), len(other))
    return date[:known] < other[:known]
