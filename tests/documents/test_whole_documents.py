"""Whole documents as state bodies write them, labelled before the program saw them: every part together.

Typeset at test time from ``whole/NAME.typ``; ``whole/NAME.json`` says what is printed. They are the ones of fourteen
that showed a fault: a committee's name over three lines, a symbol broken after its hyphen, a bare "VĂN PHÒNG".
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluation import evaluate
from tests.documents.published import publish

WHOLE = Path(__file__).parent / "whole"
MEASURES = (
    "header",
    "citation",
    "citation.strict",
    "citation.issuer",
    "section",
    "section.level",
    "table",
    "table.rows",
    "table.cell",
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    typst = pytest.importorskip("typst", reason="typst is not installed (pip install typst)")
    folder = tmp_path_factory.mktemp("whole")
    for source in WHOLE.glob("*.typ"):
        (folder / f"{source.stem}.pdf").write_bytes(typst.compile(source.read_bytes()))
    return publish(folder / "plans.db", sorted(folder.glob("*.pdf")))


@pytest.mark.parametrize("measure", MEASURES)
def test_whole_documents_are_read_without_a_miss(database: Path, measure: str) -> None:
    scores = evaluate(database, WHOLE)
    assert scores[measure] == 1.0, "\n".join(map(str, scores.misses))


def test_notes_are_tied_to_their_places(database: Path) -> None:
    scores = evaluate(database, WHOLE)
    assert (scores["footnote"], scores["footnote.anchor"]) == (1.0, 1.0)
