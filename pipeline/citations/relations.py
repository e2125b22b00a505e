"""What a document does to one it cites, told from the words around the mention."""

from __future__ import annotations

from functools import cache

import regex

from pipeline.citations.span import Span
from pipeline.citations.vocabulary import alternation, vocabulary
from pipeline.model import Relation, Zone

LONGEST_CLAUSE = 160
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
    return _name(words[-1]) if words else "refers"


def _name(match: regex.Match[str]) -> Relation:
    for relation in vocabulary().relations:
        if relation.name in match.groupdict() and match[relation.name]:
            return relation.name
    raise AssertionError("a pattern of relations matched without a group")
