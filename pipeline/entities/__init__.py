"""Entities: units, systems, projects and abbreviations, and the registry they are linked to."""
