"""A place for the runs of these tests."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with ``in``, from which a run reads; its database is made beside that."""
    (tmp_path / "in").mkdir()
    return tmp_path
