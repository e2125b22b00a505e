#!/usr/bin/env python3
"""How fast documents are read, beside pdfplumber and plain text: ``make bench ARGS="file.pdf …"``.

Without arguments the samples of ``corpus/`` are read. Ratios of CPU time, side by side in one process. ``--ocr`` alone
reads the pages as pictures, beside bare Tesseract: ``make bench ARGS="--ocr scan.pdf …"``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.evaluation.benchmark import ROUNDS, benchmark, render_benchmark
from pipeline.evaluation.citation_benchmark import benchmark_citations, render_citation_benchmark, texts_of
from pipeline.evaluation.entity_benchmark import benchmark_entities, render_entity_benchmark
from pipeline.evaluation.ocr_benchmark import MOST_PAGES, benchmark_ocr, render_ocr_benchmark
from pipeline.evaluation.table_benchmark import benchmark_tables, render_table_benchmark

SAMPLES = Path(__file__).resolve().parents[1] / "corpus"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="PDF files (corpus/*.pdf)")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--ocr", action="store_true", help="nothing but the recognition of pages as pictures")
    parser.add_argument("--pages", type=int, default=MOST_PAGES, help="pages of a file that are recognised")
    arguments = parser.parse_args()
    paths = arguments.files or sorted(SAMPLES.glob("*.pdf"))
    if arguments.ocr:
        print(render_ocr_benchmark(benchmark_ocr(paths, arguments.pages)))
        return 0
    try:
        print(render_benchmark(benchmark(paths, arguments.rounds)))
        texts = texts_of(paths)
        print(render_citation_benchmark(benchmark_citations(texts, arguments.rounds)))
        print(render_entity_benchmark(benchmark_entities(texts, arguments.rounds)))
        print(render_table_benchmark(benchmark_tables(paths, arguments.rounds)))
        print(render_ocr_benchmark(benchmark_ocr(paths, min(arguments.pages, 2))))
    except DocumentError as error:
        print(error.message, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
