"""Citations: grammar, normal form, pinpoints, relations, titles, instruments."""
