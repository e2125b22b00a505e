"""The sample document, stored with a real file, behind a site."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from pipeline.errors import NotAPdfError
from pipeline.publish.instruments import rebuild_instruments
from pipeline.publish.schema import open_database
from pipeline.publish.source import SourceFile
from pipeline.publish.store import store_document, store_failure
from pipeline.site.server import build_site
from tests.publish.samples import VERSION, extraction
from tests.site.pdfs import write_pdf

Get = Callable[[str], httpx.Response]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``plans.db`` and the files it was read from."""
    folder = tmp_path_factory.mktemp("site")
    db = open_database(folder / "plans.db")
    store_document(db, write_pdf(folder / "ke-hoach.pdf"), extraction(), VERSION)
    gone = SourceFile("mat.pdf", str(folder / "mat.pdf"), "1" * 64, 2)
    store_document(db, gone, extraction(), VERSION)
    hostile = SourceFile("passwd", "/etc/passwd", "2" * 64, 2)
    store_document(db, hostile, extraction(), VERSION)
    broken = SourceFile("hong.pdf", str(folder / "hong.pdf"), "3" * 64, None)
    store_failure(db, broken, NotAPdfError(), VERSION)
    rebuild_instruments(db)
    db.close()
    return folder


@pytest.fixture(scope="session")
def get(folder: Path) -> Get:
    """Ask the site for a path."""
    site = build_site(folder / "plans.db")
    return lambda path: asyncio.run(site.client.get(path))
