"""Evaluation: scores against labels, benchmarks."""
