"""What people type, in the form in which the database holds it.

Some keyboards send letters and tone marks apart (NFD), and "hóa" and "hoá" are one word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from pipeline.publish.folding import search_form

Scope = MutableMapping[str, Any]
Application = Callable[[Scope, Any, Any], Awaitable[None]]


def with_normal_queries(application: Application) -> Application:
    """``application`` behind a door that puts query strings into NFC, and searches into the form of the index."""

    async def door(scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope.get("query_string"):
            scope = {**scope, "query_string": normal_query(scope["query_string"])}
        await application(scope, receive, send)

    return door


def normal_query(query: bytes) -> bytes:
    """The query string itself where nothing is to be changed, to the byte."""
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    normal = [(key, _normal(key, value)) for key, value in pairs]
    return query if normal == pairs else urlencode(normal).encode("latin-1")


def _normal(key: str, value: str) -> str:
    return search_form(value) if key.startswith("_search") else unicodedata.normalize("NFC", value)
