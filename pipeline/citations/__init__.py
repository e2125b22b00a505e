"""Citations of legal and administrative documents: grammar, normal form, pinpoints, titles, instruments."""

from pipeline.citations.find import find_citations as find_citations
from pipeline.citations.titles import title_from_footnotes as title_from_footnotes
