"""The saved queries (read from saved_queries.toml): the questions that the site and the export can answer."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.errors import KehoachError


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a question asks back; left empty it means "all", unless it is required."""

    name: str
    label: str
    example: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class SavedQuery:
    name: str
    title: str
    description: str
    sql: str
    parameters: tuple[Parameter, ...]

    def missing(self, given: Mapping[str, str]) -> tuple[Parameter, ...]:
        """The required parameters that are not given."""
        return tuple(p for p in self.parameters if p.required and not (given.get(p.name) or "").strip())


class QueryError(KehoachError):
    """A saved query was asked for in a wrong way."""

    code = "query"
    reason = "Câu hỏi không dùng được (wrong use of a saved query)"


@cache
def saved_queries() -> Mapping[str, SavedQuery]:
    """All saved queries by name, in the order in which they are offered."""
    data = tomllib.loads(files(__package__).joinpath("saved_queries.toml").read_text(encoding="utf-8"))
    return {name: _query(name, entry) for name, entry in data.items()}


def find_query(name: str) -> SavedQuery:
    """The saved query of that name; QueryError, listing those there are, where there is none."""
    queries = saved_queries()
    if name not in queries:
        known = "\n".join(f"  {query.name}: {query.title}" for query in queries.values())
        raise QueryError(f"không có “{name}”; có các câu hỏi sau (saved queries):\n{known}")
    return queries[name]


def bound_parameters(query: SavedQuery, given: Mapping[str, str]) -> dict[str, str]:
    """Every parameter of ``query`` with its value in NFC, empty for those not given.

    QueryError for a name that the query does not have, or a required one that is missing.
    """
    names = [parameter.name for parameter in query.parameters]
    if unknown := sorted(set(given) - set(names)):
        raise QueryError(f"{query.name}: không có tham số {', '.join(unknown)}; có: {', '.join(names)}")
    if missing := query.missing(given):
        raise QueryError(f"{query.name}: thiếu tham số {', '.join(parameter.name for parameter in missing)}")
    return {name: unicodedata.normalize("NFC", given.get(name, "")).strip() for name in names}


def _query(name: str, entry: dict[str, object]) -> SavedQuery:
    parameters = entry["parameters"]
    assert isinstance(parameters, dict)
    return SavedQuery(
        name=name,
        title=str(entry["title"]),
        description=str(entry["description"]),
        sql=str(entry["sql"]).strip(),
        parameters=tuple(Parameter(name=key, **values) for key, values in parameters.items()),
    )
