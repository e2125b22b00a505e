"""Scores against labels, and the benchmark."""

from pipeline.evaluation.evaluate import evaluate
from pipeline.evaluation.labels import LabelsError
from pipeline.evaluation.report import as_json, render
from pipeline.evaluation.scorecard import Miss, Score, Scores

__all__ = ["LabelsError", "Miss", "Score", "Scores", "as_json", "evaluate", "render"]
