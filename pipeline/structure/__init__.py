"""Structure: sections, footnotes and their anchors, tables across pages, letterhead fields."""
