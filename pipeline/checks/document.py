"""What one document shows by itself that an auditor should look at.

Codes are stable and listed in docs/findings.md. Messages are Vietnamese first, English second, and name the values.
"""

from __future__ import annotations

from pipeline.checks.citations import check_citations
from pipeline.checks.issuers import check_issuers
from pipeline.checks.letterhead import check_letterhead
from pipeline.checks.notes import check_notes
from pipeline.checks.sections import check_sections
from pipeline.checks.table_rows import check_table_rows
from pipeline.checks.totals import check_totals
from pipeline.model import Extraction, Finding


def check_document(extraction: Extraction) -> tuple[Finding, ...]:
    """Everything that contradicts itself or is left out in one document."""
    return (
        *check_letterhead(extraction.letterhead),
        *check_sections(extraction.sections),
        *check_notes(extraction.footnotes),
        *check_citations(extraction.citations, extraction.letterhead),
        *check_issuers(extraction.citations),
        *check_table_rows(extraction.tables),
        *check_totals(extraction.tables, extraction.projects),
    )
