"""A place for the runs of these tests."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with ``in``, from which a run reads; its database is made beside that, with the pages of scans."""
    monkeypatch.delenv("KEHOACH_CACHE", raising=False)
    (tmp_path / "in").mkdir()
    return tmp_path
