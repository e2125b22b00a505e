"""What a document does to one it cites, told from the words around the mention."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.citations.span import Span
from pipeline.citations.vocabulary import alternation, vocabulary
from pipeline.model import Relation, Zone

LONGEST_CLAUSE = 160
LONGEST_LIST = 4000  # letters of one paragraph
_CLAUSE_START = regex.compile(r"[;:(]|\.\s")


@cache
def _before() -> regex.Pattern[str]:
    groups = (rf"(?P<{r.name}> {alternation(r.before)} )" for r in vocabulary().relations)
    return regex.compile(rf"(?<! hieu\sluc\s ) \b (?: {' | '.join(groups)} ) \b", regex.VERBOSE | regex.IGNORECASE)


@cache
def _after() -> regex.Pattern[str]:
    groups = (rf"(?P<{r.name}> {alternation(r.after)} )" for r in vocabulary().relations if r.after)
    return regex.compile(rf"\s? (?: {' | '.join(groups)} ) \b", regex.VERBOSE | regex.IGNORECASE)


def relation_of(folded: str, whole: Span, stop: int, floor: int, zone: Zone) -> Relation:
    """The relation of a mention that ends at ``stop``, ``whole`` with its title; words before ``floor`` count not."""
    if zone == "legal_basis":
        return "legal_basis"
    if zone == "annex_header":
        return "attached_to"
    after = _after().match(folded, stop) or _after().match(folded, whole.stop)
    if after:
        return _name(after)
    clause = folded[max(floor, whole.start - LONGEST_CLAUSE) : whole.start]
    begin = max((m.end() for m in _CLAUSE_START.finditer(clause)), default=0)
    words = list(_before().finditer(clause, begin))
    said = _name(words[-1]) if words else "refers"
    passive = said in _DONE and _PASSIVE.search(clause, begin, words[-1].start())
    return "refers" if passive else said


# "đã được sửa đổi, bổ sung bởi Luật số …": that law did it, not this document.
_DONE = ("amends", "replaces", "repeals")
_PASSIVE = regex.compile(r"\b (?: duoc | bi ) \s $", regex.VERBOSE | regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListOpening:
    """Where a list begins, and what is said of all its members: "Các văn bản sau hết hiệu lực:"."""

    offset: int
    relation: Relation


_COLON = regex.compile(r":(?=\s|$)")
_MANY = regex.compile(
    r"""
    \b (?: cac | nhung | toan\sbo | mot\sso | \d{1,2} ) \s (?: [^\s\d]+ \s ){0,4}?
    (?: van\sban | quyet\sdinh | nghi\squyet | nghi\sdinh | chi\sthi | thong\stu | ke\shoach | cong\svan
      | quy\sdinh ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_SENTENCE_END = regex.compile(r"\.\s+(?=[A-Z])")


@cache
def _opens() -> regex.Pattern[str]:
    groups = (rf"(?P<{r.name}> {alternation(r.opens)} )" for r in vocabulary().relations if r.opens)
    return regex.compile(rf"\b (?: {' | '.join(groups)} ) \b", regex.VERBOSE | regex.IGNORECASE)


def list_openings(folded: str) -> list[ListOpening]:
    """The colons behind which all documents that are listed are repealed, replaced or amended."""
    found = []
    for colon in _COLON.finditer(folded):
        clause = folded[max(0, colon.start() - LONGEST_CLAUSE) : colon.start()]
        begin = max((m.end() for m in _CLAUSE_START.finditer(clause)), default=0)
        said = list(_opens().finditer(clause, begin))
        if said and _MANY.search(clause, begin):
            found.append(ListOpening(colon.end(), _name(said[-1])))
    return found


def opened_for(folded: str, openings: Sequence[ListOpening], offset: int) -> Relation | None:
    """What the list says that the mention at ``offset`` stands in; None where it stands in none."""
    at = bisect_right(openings, offset, key=lambda opening: opening.offset)
    opening = openings[at - 1] if at else None
    if opening is None or offset - opening.offset > LONGEST_LIST:
        return None
    return None if _SENTENCE_END.search(folded, opening.offset, offset) else opening.relation


_ITEM = regex.compile(r"\s* (?: [-+•*–] | \d{1,2} [.)] | [a-z]{1,2} \) )", regex.VERBOSE)


def goes_on_list(folded: str) -> bool:
    """Whether a paragraph is an item of the list that the one before it opened: "a) Quyết định số …"."""
    return _ITEM.match(folded) is not None


def _name(match: regex.Match[str]) -> Relation:
    for relation in vocabulary().relations:
        if relation.name in match.groupdict() and match[relation.name]:
            return relation.name
    raise AssertionError("a pattern of relations matched without a group")
