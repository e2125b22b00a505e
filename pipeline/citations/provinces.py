"""Provinces and when they were: 63 were merged into 34 on 1 July 2025 (Nghị quyết 202/2025/QH15)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

MERGED_ON = "2025-07-01"
"""Districts, towns of districts and the provinces merged into others ceased the day before."""


@dataclass(frozen=True, slots=True)
class Province:
    """``last_day`` is ISO, None where it still is; ``joined``: others were merged into it."""

    name: str
    kind: str
    last_day: str | None
    joined: bool

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@cache
def provinces() -> dict[str, Province]:
    """Every province and city of that rank, by its name in small letters."""
    file = resources.files("models.vocabulary").joinpath("entity_places.csv")
    rows = [row for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()) if row["level"] == "province"]
    joined = {row["successor"] for row in rows if (row["valid_to"] or "") >= "2025"}
    found = [Province(row["name"], row["kind"], row["valid_to"] or None, row["key"] in joined) for row in rows]
    return {province.name.casefold(): province for province in found}


def is_before_merger(date: str | None) -> bool:
    """Whether a date, as far as it is printed, is surely before the merger; False for none."""
    return bool(date) and str(date) < MERGED_ON[: len(str(date))]


def is_after_merger(date: str | None) -> bool:
    """Whether a date, as far as it is printed, is surely not before the merger; False for none."""
    return bool(date) and str(date)[: len(MERGED_ON)] >= MERGED_ON[: len(str(date))] and str(date) != MERGED_ON[:4]
