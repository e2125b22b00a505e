"""``kehoach evaluate``: the figures of the database against labels."""

from __future__ import annotations

from pathlib import Path

import click

import pipeline.evaluation as evaluation
from pipeline.commands.words import existing
from pipeline.publish.writing import explained

# Beside the project, where its developers keep them; an installed program has none.
USUAL_LABELS = Path(__file__).resolve().parents[3] / "shared" / "gold" / "labels"


def evaluate(database: Path, labels: Path | None, misses: bool, json_file: Path | None) -> int:
    """Print the figures, and write them to ``json_file`` where one is named."""
    with explained(existing(database)):
        scores = evaluation.evaluate(database, labels or USUAL_LABELS)
    click.echo(evaluation.render(scores, misses))
    if json_file is not None:
        json_file.write_text(evaluation.as_json(scores) + "\n", encoding="utf-8")
    return 0
