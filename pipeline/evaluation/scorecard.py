"""Counts of what is right, wanted and found, measure by measure, and the list of what is not right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

F1_MEASURES = frozenset({"citation", "citation.strict", "section", "footnote", "table"})
MEASURES = (
    "header",
    "citation",
    "citation.strict",
    "citation.issuer",
    "citation.zone",
    "citation.pinpoint",
    "named",
    "section",
    "section.level",
    "footnote",
    "footnote.anchor",
    "table",
    "table.rows",
    "table.cell",
)


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: ``value`` in 0..1 (F1 for what is searched, a share for what is compared), None of nothing."""

    value: float | None
    hit: int
    gold: int
    found: int


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is missed, wrong or extra in one document."""

    file: str
    what: str
    detail: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures over all documents, micro-averaged, in the order of `MEASURES`."""

    figures: dict[str, Score]
    misses: tuple[Miss, ...]

    def __getitem__(self, measure: str) -> float:
        """The figure of one measure; 1.0 where there was nothing to find."""
        value = self.figures[measure].value
        return 1.0 if value is None else value


@dataclass(slots=True)
class _Tally:
    hit: int = 0
    gold: int = 0
    found: int = 0


@dataclass(slots=True)
class Scorecard:
    """Collects the counts of documents one after the other; `scores` gives the figures."""

    _tallies: defaultdict[str, _Tally] = field(default_factory=lambda: defaultdict(_Tally))
    _misses: list[Miss] = field(default_factory=list)

    def add(self, measure: str, hit: int, gold: int, found: int) -> None:
        tally = self._tallies[measure]
        tally.hit, tally.gold, tally.found = tally.hit + hit, tally.gold + gold, tally.found + found

    def check(self, measure: str, right: bool) -> bool:
        """Count one compared value; says whether it was right."""
        self.add(measure, int(right), 1, 1)
        return right

    def miss(self, file: str, what: str, detail: str) -> None:
        self._misses.append(Miss(file, what, detail))

    def scores(self) -> Scores:
        return Scores({measure: _score(measure, self._tallies[measure]) for measure in MEASURES}, tuple(self._misses))


def _score(measure: str, tally: _Tally) -> Score:
    if measure in F1_MEASURES:
        right, all_of_them = 2 * tally.hit, tally.gold + tally.found
    else:
        right, all_of_them = tally.hit, tally.gold
    value = round(right / all_of_them, 4) if all_of_them else None
    return Score(value, tally.hit, tally.gold, tally.found)
