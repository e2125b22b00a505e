"""What a piece of work costs, for benchmarks: processor time, which other work on the machine disturbs little."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")
_LEAST = 1e-6
"""Seconds: what is too short to measure is still something to divide by."""


def cpu_seconds(way: Callable[[_T], object], subject: _T) -> float:
    """Seconds of this process for ``way(subject)``, once; always above 0."""
    start = time.process_time()
    way(subject)
    return max(time.process_time() - start, _LEAST)
