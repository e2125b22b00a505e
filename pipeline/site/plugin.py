"""The Datasette plugin: what the published database adds to Datasette. Each hook only hands over to a module."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar, cast

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request
from jinja2 import Environment
from markupsafe import Markup

from pipeline.publish.columns import SPEC_OF
from pipeline.publish.dictionary import dictionary
from pipeline.publish.folding import register_functions
from pipeline.publish.queries import saved_queries
from pipeline.publish.summary import grouped
from pipeline.site import cells
from pipeline.site.access import database_name
from pipeline.site.downloads import download_query, download_table
from pipeline.site.mentions import Mentions, mentions_of
from pipeline.site.normal_form import Application, with_normal_queries
from pipeline.site.overview import choices, overview
from pipeline.site.page_view import show_image, show_page, show_record, show_row
from pipeline.site.table_view import download_printed, show_table

Hook = TypeVar("Hook", bound=Callable[..., object])


def hook(function: Hook) -> Hook:
    """Datasette's marker of a hook, with its type."""
    return cast(Hook, hookimpl(function))


@hook
def prepare_connection(conn: sqlite3.Connection) -> None:
    register_functions(conn)


@hook
def asgi_wrapper() -> Callable[[Application], Application]:
    return with_normal_queries


@hook
def register_routes() -> list[tuple[str, Any]]:
    return [
        (r"^/-/trang/(?P<document>\d{1,12})/(?P<page>\d{1,6})$", show_page),
        (r"^/-/trang/(?P<document>\d{1,12})/(?P<page>\d{1,6})\.png$", show_image),
        (r"^/-/xem/(?P<table>[a-z_]+)/(?P<id>\d{1,15})$", show_row),
        (r"^/-/dong/(?P<table>[a-z_]+)/(?P<id>\d{1,15})$", show_record),
        (r"^/-/bang/(?P<id>\d{1,15})$", show_table),
        (r"^/-/bang/(?P<id>\d{1,15})\.csv$", download_printed),
        (r"^/-/xuat/(?P<table>[a-z_]+)\.csv$", download_table),
        (r"^/-/xuat-cau-hoi/(?P<query>[a-z-]+)\.csv$", download_query),
    ]


@hook
def render_cell(
    row: Any, value: object, column: str, table: str | None, database: str, datasette: Datasette
) -> Markup | None:
    fields = dict(zip(row.keys(), tuple(row), strict=True))
    return cells.render(fields, value, column, table, database, datasette.urls.path)


@hook
def extra_template_vars(datasette: Datasette, request: Request | None) -> dict[str, object]:
    """What the templates call: words, counts, and what to offer while typing."""

    async def this_overview() -> object:
        return await overview(datasette, request)

    async def these_choices(parameter: str) -> list[str]:
        return await choices(datasette, request, parameter)

    async def shown(database: str, table: str, column: str, value: str) -> str:
        """A filter's value as people know it: the name behind a key, the word behind a code."""
        if word := dictionary().value(column, value):
            return word
        names = await datasette.expand_foreign_keys(database, table, column, [value])
        return str(next(iter(names.values()), value))

    async def named_link(database: str, table: str, column: str, value: object) -> Markup | None:
        """A key as a link under the name of the row it refers to; None for a column that is no key."""
        other = SPEC_OF[table].references.get(column) if table in SPEC_OF else None
        if other is None:
            return None
        names = await datasette.expand_foreign_keys(database, table, column, [value])
        href = datasette.urls.row(database, other, str(value))
        return Markup('<a href="{}">{}</a>').format(href, next(iter(names.values()), value))

    async def these_mentions(table: str, row_id: str) -> Mentions | None:
        return await mentions_of(datasette, request, table, row_id) if request else None

    return {
        "named_link": named_link,
        "mentions_of": these_mentions,
        "words": dictionary(),
        "saved_queries": saved_queries(),
        "overview": this_overview,
        "choices": these_choices,
        "shown": shown,
        "published_database": database_name(datasette),
    }


@hook
def prepare_jinja2_environment(env: Environment) -> None:
    env.filters["grouped"] = grouped
    env.filters["money"] = cells.money


@hook
def menu_links(datasette: Datasette) -> list[dict[str, str]]:
    name = database_name(datasette)
    tables = ("documents", "projects", "citations", "instruments", "units", "programmes", "findings")
    return [{"href": datasette.urls.table(name, table), "label": dictionary().tables[table].title} for table in tables]
