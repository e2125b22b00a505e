"""Datasette's metadata, built from the dictionary and the saved queries: titles, labels, facets, search, questions."""

from __future__ import annotations

from pathlib import Path

from pipeline.publish.columns import SPEC_OF
from pipeline.publish.dictionary import TableWords, dictionary
from pipeline.publish.queries import SavedQuery, saved_queries
from pipeline.publish.search import INDEX_OF

PLUGIN = "kehoach"
HIDDEN_TABLES = ("_sqlite_migrations",)

Metadata = dict[str, object]


def site_metadata(database: Path) -> Metadata:
    """What Datasette is told about the database file ``database``."""
    words = dictionary()
    return {
        "title": words.title,
        "description": words.description,
        "databases": {database.stem: _database(words.title)},
        "plugins": {PLUGIN: {"database": database.stem, "path": str(database.resolve())}},
    }


def _database(title: str) -> Metadata:
    tables = {name: _table(name, words) for name, words in dictionary().tables.items()}
    hidden: dict[str, Metadata] = {name: {"hidden": True} for name in HIDDEN_TABLES}
    queries = {name: _query(query) for name, query in saved_queries().items()}
    return {"title": title, "tables": tables | hidden, "queries": queries}


def _table(name: str, words: TableWords) -> Metadata:
    columns = {column: _described(column, name) for column in SPEC_OF[name].columns}
    metadata: Metadata = {"title": words.title, "description": words.description, "columns": columns}
    if words.hidden:
        metadata["hidden"] = True
    if words.facets:
        metadata["facets"] = list(words.facets)
    metadata |= {"sort_desc": words.sort_desc} if words.sort_desc else {"sort": "id"}
    if words.label_column:
        metadata["label_column"] = words.label_column
    if name in INDEX_OF:
        metadata |= {"fts_table": INDEX_OF[name].name, "fts_pk": "id"}
    return metadata


def _described(column: str, table: str) -> str:
    words = dictionary().column(column, table)
    return words.label if words.label == words.description else f"{words.label}: {words.description}"


def _query(query: SavedQuery) -> Metadata:
    return {
        "title": query.title,
        "description": query.description,
        "sql": query.sql,
        "params": [parameter.name for parameter in query.parameters],
        "hide_sql": True,
    }
