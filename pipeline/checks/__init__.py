"""Checks: findings an auditor should look at."""
