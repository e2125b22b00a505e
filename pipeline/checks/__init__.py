"""Checks: findings an auditor should look at."""

from pipeline.checks.document import check_document as check_document
