"""Score a published database against a folder of labels."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from pipeline.evaluation.compare import compare_footnotes, compare_header, compare_sections
from pipeline.evaluation.compare_citations import compare_citations, compare_named_laws
from pipeline.evaluation.compare_tables import compare_tables
from pipeline.evaluation.labels import load_labels
from pipeline.evaluation.published import read_published
from pipeline.evaluation.scorecard import Scorecard, Scores

_COMPARISONS = (
    compare_header,
    compare_citations,
    compare_named_laws,
    compare_sections,
    compare_footnotes,
    compare_tables,
)


def evaluate(database: Path, labels: Path, only: Collection[str] = ()) -> Scores:
    """The figures of ``database`` on every label file of the folder ``labels``, micro-averaged over documents.

    A labelled document that the database lacks counts as missed in full. ``only`` narrows it to those PDF names.
    Raises `LabelsError` where there are no labels, `sqlite3.OperationalError` where there is no database.
    """
    card = Scorecard()
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as db:
        for document in load_labels(labels):
            if only and document.file not in only:
                continue
            published = read_published(db, document.file, document.pages)
            for compare in _COMPARISONS:
                compare(document, published, card)
    return card.scores()
