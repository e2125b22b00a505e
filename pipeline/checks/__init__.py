"""Checks: findings an auditor should look at."""

from pipeline.checks.document import check_document as check_document
from pipeline.checks.letterhead_print import check_letterhead_print as check_letterhead_print
