"""Vocabularies: written forms, validity and examples, as data."""
