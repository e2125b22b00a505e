"""Who may see what: the plugin's own pages ask the same permissions as Datasette's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database
from datasette.utils.asgi import NotFound, Request

from pipeline.publish.columns import SPEC_OF
from pipeline.site.metadata import PLUGIN

Record = dict[str, Any]


def database_name(datasette: Datasette) -> str:
    """The name under which the published database is served."""
    return str((datasette.plugin_config(PLUGIN) or {})["database"])


def database_path(datasette: Datasette) -> Path:
    return Path((datasette.plugin_config(PLUGIN) or {})["path"])


def published(datasette: Datasette) -> Database:
    return datasette.get_database(database_name(datasette))


async def ensure_table(datasette: Datasette, request: Request, table: str) -> None:
    """Raises Forbidden where this visitor may not see ``table``, NotFound where it is no published table."""
    if table not in SPEC_OF:
        raise NotFound(f"Không có bảng {table} (no such table)")
    name = database_name(datasette)
    await datasette.ensure_permissions(
        request.actor, [("view-table", (name, table)), ("view-database", name), "view-instance"]
    )


async def may_see(datasette: Datasette, request: Request, table: str) -> bool:
    name = database_name(datasette)
    visible, _ = await datasette.check_visibility(
        request.actor, permissions=[("view-table", (name, table)), ("view-database", name), "view-instance"]
    )
    return bool(visible)


async def ensure_query(datasette: Datasette, request: Request, query: str) -> None:
    """Raises Forbidden where this visitor may not ask ``query``."""
    name = database_name(datasette)
    await datasette.ensure_permissions(
        request.actor, [("view-query", (name, query)), ("view-database", name), "view-instance"]
    )


async def records(database: Database, sql: str, *parameters: object) -> list[Record]:
    """The rows of a query, all of them."""
    result = await database.execute(sql, list(parameters), page_size=10_000)
    return [dict(row) for row in result.rows]


async def record(database: Database, sql: str, *parameters: object) -> Record | None:
    found = await records(database, sql, *parameters)
    return found[0] if found else None
