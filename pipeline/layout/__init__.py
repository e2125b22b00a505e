"""Layout: words become lines, zones, paragraphs and grids."""
