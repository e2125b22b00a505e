"""Databases of the samples and of the real documents, published once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.published import SAMPLE_LABELS, SAMPLES, labelled_files, publish


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three sample documents, published together."""
    paths = [SAMPLES / name for name in sorted(labelled_files(SAMPLE_LABELS).values())]
    return publish(tmp_path_factory.mktemp("samples") / "plans.db", paths)


@pytest.fixture(scope="session")
def real_database(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The labelled real documents that have a sound text layer, published together."""
    names = labelled_files(shared / "gold" / "labels")
    paths = [shared / "corpus" / names[stem] for stem in ("kon-tum-1320", "plan_06", "decision_02", "decree_01")]
    return publish(tmp_path_factory.mktemp("real") / "plans.db", paths)
