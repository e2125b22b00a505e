#!/usr/bin/env python3
"""What citation recognition makes of real lines of legal text: ``tools/citation_lines.py LINES.jsonl [--sample N]``.

LINES.jsonl has one object a line with the text under "line". Shown are: whether the fast and the plain matcher agree on
every line; of the strings shaped like a document number how many are taken up, by a pattern that knows nothing of the
grammar; the rest by cause; with --sample a fixed random sample of lines with all that is read in them, for a person to
judge.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import regex

from pipeline.citations.find import read_text
from pipeline.citations.fold import fold
from pipeline.citations.match import CitationMatch
from pipeline.citations.plain import read_plainly
from pipeline.citations.vocabulary import known_symbols

SEED = 4
# Digits, a stroke or hyphen, capitals (a small letter or two among them): the shape alone, wherever it stands.
SHAPE = regex.compile(
    r"""
    (?<! [\w/.,-] ) \d{1,6} [a-z]? (?: / (?:19|20)\d\d )?
    [/-] \p{Lu}[\p{Lu}&]* (?: [a-z]{1,2}\p{Lu}* )? \d{0,2}
    (?: [-/] [\p{Lu}&]+ [a-z]{0,2}\p{Lu}* \d{0,2} )* (?!\w)
    """,
    regex.VERBOSE,
)
# What a string is that is shaped like a number and is no document's: by what stands before it, or by its own shape.
FORM = r"(?:mẫu|biểu|phụ\s*lục|bảng|ký\s*hiệu|tờ\s*khai|báo\s*cáo)\b [^.]{0,400} $ | \bform\s+no\.?\s $"
FORM_AFTER = r"[\s|]* (?: phụ\s+lục | bảng | tờ\s+khai | thông\s+báo | đề\s+nghị | , \s* mẫu )"
CAUSES = (
    ("địa chỉ trang mạng (inside web addresses)", r"(?:keyword=|http|www)\S*$", r"", r""),
    ("mẫu biểu của văn bản khác (forms, annexes, tables of statistics)", FORM, r"", r""),
    ("mẫu biểu, ghi ở đầu dòng (forms named at the start of a line or table row)", r"^[\W\dab_]*$", FORM_AFTER, r""),
    ("ví dụ cách đánh số (examples of how to number)", r"(?:ví\s*dụ)[^.]{0,60}$", r"", r""),
    ("chất, phương pháp thử (chemicals, test methods)", r"(?:SMEWW|hàm\s+lượng)\s$", r"", r""),
    ("tiếng Anh, một phần ký hiệu (English, symbol of one part)", r"decree\s+no\.?\s$", r"", r""),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="lines to show with what is read in them")
    parser.add_argument("--seed", type=int, default=SEED, help="of the sample")
    parser.add_argument("--misses", type=int, default=12, help="examples of each cause")
    arguments = parser.parse_args()
    with arguments.lines.open(encoding="utf-8") as file:
        lines = [unicodedata.normalize("NFC", json.loads(row)["line"]) for row in file]
    if arguments.sample:
        _show_sample(lines, arguments.sample, arguments.seed)
    else:
        _show_figures(lines, arguments.misses)
    return 0


def _show_sample(lines: list[str], size: int, seed: int) -> None:
    for number in sorted(random.Random(seed).sample(range(len(lines)), size)):
        print(f"{number}\t{lines[number]}")
        for match in read_text(lines[number]):
            print("\t" + " | ".join(_fields(match, lines[number])))


def _fields(match: CitationMatch, line: str) -> tuple[str, ...]:
    issuer = match.issuer_span.of(line) if match.issuer_span else ""
    pinpoint = "; ".join(span.of(line) for span in match.pinpoint_spans)
    return match.kind or "", match.reference.ref, match.iso or "", issuer, pinpoint


def _show_figures(lines: list[str], examples: int) -> None:
    shaped, taken, differing = 0, 0, 0
    causes: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        matches = read_text(line)
        differing += matches != read_plainly(line)
        for shape in SHAPE.finditer(line):
            shaped += 1
            if any(_takes_up(match, shape) for match in matches):
                taken += 1
            else:
                causes[_cause(line, shape)].append(line[max(0, shape.start() - 40) : shape.end() + 20])
    print(f"{len(lines)} lines; fast and plain differ on {differing}")
    print(f"{shaped} strings shaped like a number; taken up {taken} ({taken / shaped:.4%})")
    for cause, missed in sorted(causes.items(), key=lambda pair: -len(pair[1])):
        print(f"{len(missed):6} {cause}")
        for context, count in Counter(missed).most_common(examples):
            print(f"         {count} × …{context}…")


def _takes_up(match: CitationMatch, shape: regex.Match[str]) -> bool:
    number = match.number_span
    known = match.kind is not None or any(
        fold(part) in known_symbols() for part in regex.split(r"[-/.]", match.reference.symbol or "")
    )
    return known and number is not None and number.start < shape.end() and shape.start() < number.stop


def _cause(line: str, shape: regex.Match[str]) -> str:
    before, after = line[: shape.start()], line[shape.end() :]
    for name, lead, follow, own in CAUSES:
        if not regex.search(lead, before, regex.IGNORECASE | regex.VERBOSE):
            continue
        if regex.match(follow, after, regex.IGNORECASE | regex.VERBOSE) and regex.search(own, shape.group()):
            return name
    return "khác (other)"


if __name__ == "__main__":
    sys.exit(main())
