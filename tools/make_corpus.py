#!/usr/bin/env python3
"""Typeset the sample documents of ``corpus/``: two with LibreOffice, one with typst.

    python tools/make_corpus.py [--out corpus] [--keep-sources FOLDER]

Needs the font Tinos (Debian: fonts-croscore), ``soffice`` (Debian: libreoffice-writer-nogui) and the Python package
typst; what is missing is said, with how to get it. Dates and identifiers inside the PDFs are fixed, so that the
same tools give the same files again.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.flat_odt import FlatOdt

from corpus import decision, plan

HERE = Path(__file__).resolve().parent
FONT_FOLDERS = (Path("/usr/share/fonts/truetype/croscore"), Path.home() / ".fonts", Path.home() / ".local/share/fonts")
LIBREOFFICE_SAMPLES = {"ke-hoach-87-hoa-giang.pdf": plan.build, "quyet-dinh-05-hoa-giang.pdf": decision.build}
TYPST_SAMPLES = {"phu-luc-1-ke-hoach-87-hoa-giang.pdf": HERE / "corpus" / "annex.typ"}
FIXED_DAY = b"20240312000000Z"  # the length of the date that LibreOffice writes


def font_folder() -> Path | None:
    """The folder that holds Tinos, or None."""
    return next((folder for folder in FONT_FOLDERS if list(folder.rglob("Tinos-Regular.ttf"))), None)


def missing() -> list[str]:
    """What is not installed, and how to get it."""
    needs = {
        "font Tinos: apt-get install fonts-croscore": font_folder() is not None,
        "soffice: apt-get install libreoffice-writer-nogui": shutil.which("soffice") is not None,
        "typst: pip install typst==0.15.2": importlib.util.find_spec("typst") is not None,
    }
    return [need for need, there in needs.items() if not there]


def typeset_odt(document: FlatOdt, target: Path) -> None:
    """LibreOffice in a profile of its own, so that a running office is left alone."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{target.stem}.fodt"
        source.write_text(document.xml(), encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        target.write_bytes(without_chance(source.with_suffix(".pdf").read_bytes()))


def without_chance(pdf: bytes) -> bytes:
    """The same PDF with a fixed date and identifier; both keep their length, so that no offset moves."""
    pdf = re.sub(rb"(?<=/CreationDate\(D:)\d{14}Z(?=')", FIXED_DAY, pdf)
    pattern = rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}"
    blank = re.sub(pattern, b"0" * 32, pdf)
    identifier = hashlib.md5(blank, usedforsecurity=False).hexdigest().upper().encode()
    return re.sub(pattern, identifier, pdf)


def typeset_typst(source: Path, target: Path) -> None:
    import typst  # optional: only this script needs it

    folder = font_folder()
    target.write_bytes(typst.compile(str(source), font_paths=[str(folder)], ignore_system_fonts=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE.parent / "corpus")
    parser.add_argument("--keep-sources", type=Path, help="also write the .fodt files there")
    arguments = parser.parse_args()
    if needs := missing():
        print("missing:\n  " + "\n  ".join(needs), file=sys.stderr)
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, build in LIBREOFFICE_SAMPLES.items():
        document = build()
        typeset_odt(document, arguments.out / name)
        if arguments.keep_sources:
            (arguments.keep_sources / name).with_suffix(".fodt").write_text(document.xml(), encoding="utf-8")
    for name, source in TYPST_SAMPLES.items():
        typeset_typst(source, arguments.out / name)
    print(*sorted(LIBREOFFICE_SAMPLES | TYPST_SAMPLES), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
