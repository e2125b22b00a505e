"""A run in a process of its own, with the readers of these tests: something to interrupt and to kill."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.errors import KehoachError
from pipeline.running import job
from pipeline.running.report import LineReporter
from pipeline.running.workers import Limits
from tests.running.readers import read_document


def main() -> int:
    database, folder = Path(sys.argv[1]), sys.argv[2]
    settings = job.Settings(workers=2, limits=Limits(seconds=60.0, memory_mb=512))
    try:
        return job.run([folder], database, settings, LineReporter(), read_document, preload=()).exit_code
    except KehoachError as error:
        print(error.message)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
