"""Makes models/vocabulary/entity_places.csv: provinces and districts before and after the reform of 2025.

Run: ``python tools/export_places.py GAZETTEER_FOLDER``. The folder holds two public tables of administrative
divisions: the statistics office's districts as they stood on 30 June 2025, and the 34 provinces of 1 July 2025
with those they were formed from. One row out is one place:

    key, name, kind, level, parent, valid_from, valid_to, successor, aliases (separated by "|")
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "models" / "vocabulary" / "entity_places.csv"
DISTRICTS = "danhmuchanhchinh.gso.gov.vn_district_2025-07-18.csv"
MERGERS = "sapnhap.bando.com.vn_province_2025-07-17.csv"
KINDS = ("thành phố", "thị xã", "thủ đô", "tỉnh", "huyện", "quận")
LAST_DAY = "2025-06-30"  # Nghị quyết 202/2025/QH15 and Luật 72/2025/QH15: provinces merged, districts abolished
PRINTED_AS = {"tphcm": "ho-chi-minh"}
ALIASES = {
    "ho-chi-minh": "TP.HCM|TPHCM|TP HCM|HCM|Sài Gòn",
    "dak-lak": "Đắc Lắc|Đắk Lăk|Darlac",
    "dak-nong": "Đắc Nông|Đăk Nông",
    "kon-tum": "KonTum|Kontum|Công Tum",
    "ba-ria-vung-tau": "Bà Rịa Vũng Tàu|BR-VT|BRVT",
    "thua-thien-hue": "Thừa Thiên - Huế|TT-Huế|TT Huế",
    "bac-kan": "Bắc Cạn",
}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    key: str
    name: str
    kind: str
    level: str
    parent: str = ""
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    aliases: str = ""


# Provinces that ended before the tables begin: Nghị quyết 175/2024/QH15 and 15/2008/QH12.
EARLIER = (
    PlaceRow("thua-thien-hue", "Thừa Thiên Huế", "tỉnh", "province", "", "", "2024-12-31", "hue"),
    PlaceRow("ha-tay", "Hà Tây", "tỉnh", "province", "", "", "2008-07-31", "ha-noi"),
)
BEGUN = {"hue": "2025-01-01"}


def slug(name: str) -> str:
    """ "ba-ria-vung-tau for "Bà Rịa - Vũng Tàu"."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(letters.split())


def split_kind(full: str) -> tuple[str, str]:
    """ "The kind and the name: "thành phố" and "Hà Nội" for "Thành phố Hà Nội"."""
    full = unicodedata.normalize("NFC", " ".join(full.split())).replace("oà", "òa").replace("oá", "óa")
    for kind in KINDS:
        if full.lower().startswith(kind + " "):
            return ("thành phố" if kind == "thủ đô" else kind), full[len(kind) + 1 :]
    raise ValueError(f"a place without its kind: {full!r}")


def read_table(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        yield from csv.DictReader(handle)


def successors(path: Path) -> dict[str, str]:
    """The key of every province that was merged -> the key of the one it became part of."""
    after: dict[str, str] = {}
    for row in read_table(path):
        new = slug(split_kind(row["tentinh"])[1])
        for before in row["truocsapnhap"].replace(" và ", ", ").split(", "):
            if before == "không sáp nhập":
                continue
            old = PRINTED_AS.get(before.lower()) or slug(split_kind(before)[1])
            if old != new:
                after[old] = new
    return after


def provinces(rows: Iterable[Mapping[str, str]], after: Mapping[str, str]) -> Iterator[PlaceRow]:
    for full in dict.fromkeys(row["Tỉnh / Thành Phố"] for row in rows):
        kind, name = split_kind(full)
        key = slug(name)
        ended = LAST_DAY if key in after else ""
        yield PlaceRow(key, name, kind, "province", "", BEGUN.get(key, ""), ended, after.get(key, ""))
    yield from EARLIER


def districts(rows: Iterable[Mapping[str, str]]) -> Iterator[PlaceRow]:
    for row in rows:
        kind, name = split_kind(row["Tên"])
        parent = slug(split_kind(row["Tỉnh / Thành Phố"])[1])
        yield PlaceRow(f"{slug(kind)}-{slug(name)}.{parent}", name, kind, "district", parent, "", LAST_DAY)


def main(folder: Path) -> None:
    rows = list(read_table(folder / DISTRICTS))
    places = [*provinces(rows, successors(folder / MERGERS)), *districts(rows)]
    with OUTPUT.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        columns = [field.name for field in fields(PlaceRow)]
        writer.writerow(columns)
        for place in places:
            place = replace(place, aliases=ALIASES.get(place.key, ""))
            writer.writerow([getattr(place, column) for column in columns])
    print(f"{OUTPUT.relative_to(ROOT)}: {len(places)} places")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
