"""What several test packages need: where the real documents are, and how to say that they are not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def shared_folder() -> Path:
    """The folder of real documents and labels: beside the project, or where KEHOACH_SHARED says."""
    return Path(os.environ.get("KEHOACH_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder; the test is skipped, with a clear reason, where it is absent (and must not be, in CI)."""
    folder = shared_folder()
    if not (folder / "corpus").is_dir():
        assert not os.environ.get("KEHOACH_REQUIRE_SHARED"), f"{folder}: the real documents must be here"
        pytest.skip("the real documents are not here: ../shared is absent (set KEHOACH_SHARED to its path)")
    return folder
