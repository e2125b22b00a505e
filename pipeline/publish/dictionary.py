"""What people see instead of the names of tables, columns and values (read from dictionary.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """How a column is headed, and what it means."""

    label: str
    description: str


@dataclass(frozen=True, slots=True)
class TableWords:
    """How a table is called, explained and first shown."""

    title: str
    one: str
    description: str
    label_column: str | None = None
    sort_desc: str | None = None
    facets: tuple[str, ...] = ()
    hidden: bool = False
    columns: Mapping[str, ColumnWords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All the words; ``values`` are by column, then by stored value; ``lookups`` name the ways to filter."""

    title: str
    description: str
    tables: Mapping[str, TableWords]
    columns: Mapping[str, ColumnWords]
    query_columns: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    technical: frozenset[str]
    technical_but_shown: Mapping[str, frozenset[str]]
    lookups: Mapping[str, str]

    def column(self, column: str, table: str | None = None) -> ColumnWords:
        """The words for a column, as its table calls it; a column that is not known keeps its name."""
        own = self.tables[table].columns if table is not None and table in self.tables else {}
        if words := own.get(column) or self.columns.get(column):
            return words
        return ColumnWords(self.query_columns.get(column, column), "")

    def label(self, column: str, table: str | None = None) -> str:
        if table is None and column in self.query_columns:
            return self.query_columns[column]
        return self.column(column, table).label

    def is_technical(self, column: str, table: str) -> bool:
        """Whether a list of rows leaves this column out unless it is asked for."""
        return column in self.technical - self.technical_but_shown.get(table, frozenset())

    def value(self, column: str, value: object) -> str | None:
        """The Vietnamese word for a stored code ("legal_basis"), None for any other value."""
        return self.values.get(column, {}).get(str(value))


@cache
def dictionary() -> Dictionary:
    """The dictionary of the published database."""
    data = tomllib.loads(files(__package__).joinpath("dictionary.toml").read_text(encoding="utf-8"))
    return Dictionary(
        title=data["database"]["title"],
        description=data["database"]["description"],
        tables={name: _table(entry) for name, entry in data["tables"].items()},
        columns=_columns(data["columns"]),
        query_columns=data["query_columns"],
        values=data["values"],
        technical=frozenset(data["technical"]["columns"]),
        technical_but_shown={name: frozenset(shown) for name, shown in data["technical"]["shown"].items()},
        lookups=data["lookups"],
    )


def _table(entry: dict[str, object]) -> TableWords:
    values = dict(entry)
    columns = values.pop("columns", {})
    facets = values.pop("facets", ())
    return TableWords(**values, facets=tuple(facets), columns=_columns(columns))  # type: ignore[arg-type]


def _columns(entries: object) -> Mapping[str, ColumnWords]:
    assert isinstance(entries, dict)
    return {name: ColumnWords(*words) for name, words in entries.items()}
