"""Count syllables and pairs of neighbouring syllables in lines of Vietnamese text, for OCR to choose readings by.

    python tools/count_syllables.py LINES.jsonl models/ocr/syllables.tsv.gz

LINES.jsonl has one JSON object a line with its text under "line". Lines said twice count once.
"""

from __future__ import annotations

import gzip
import json
import sys
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import regex

SYLLABLE = regex.compile(r"\p{L}+")
BREAK = regex.compile(r"[^\p{L}\s]")
LEAST = 2


def count(lines: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    with lines.open(encoding="utf-8") as file:
        texts = {unicodedata.normalize("NFC", json.loads(row)["line"]) for row in file}
    for text in texts:
        for stretch in BREAK.split(text):
            syllables = [syllable.lower() for syllable in SYLLABLE.findall(stretch)]
            singles.update(syllables)
            pairs.update(pairwise(syllables))
    return singles, pairs


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    singles, pairs = count(Path(sys.argv[1]))
    rows = [f"{word}\t{n}" for word, n in sorted(singles.items()) if n >= LEAST]
    rows += [f"{a}\t{b}\t{n}" for (a, b), n in sorted(pairs.items()) if n >= LEAST]
    Path(sys.argv[2]).write_bytes(gzip.compress("\n".join(rows).encode(), mtime=0))
    print(f"{len(rows)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
