"""Publish: the SQLite database, its search index and exports. Only this package writes databases."""
