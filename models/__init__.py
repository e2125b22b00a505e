"""Data the pipeline reads: vocabularies and trained models."""
