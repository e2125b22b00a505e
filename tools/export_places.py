"""Makes entity_places.csv and entity_communes.csv of models/vocabulary: places before and after the reform of 2025.

Run: ``python tools/export_places.py GAZETTEER_FOLDER``. The folder holds public tables of administrative
divisions: the statistics office's districts and communes as they stood on 30 June 2025, the 34 provinces of 1 July
2025 with those they were formed from, and the communes of that day with those they were formed from. One row out of
the first file is one province or district:

    key, name, kind, level, parent, valid_from, valid_to, successor, aliases (separated by "|")

One row of the second is one commune: kind, name, parent (a district until 30 June 2025, then a province) and
successor ("phường Hồng Hà@ha-noi"), empty for a commune that was divided among several or that came to be on 1 July
2025.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "models" / "vocabulary" / "entity_places.csv"
COMMUNES_OUTPUT = OUTPUT.with_name("entity_communes.csv")
DISTRICTS = "danhmuchanhchinh.gso.gov.vn_district_2025-07-18.csv"
MERGERS = "sapnhap.bando.com.vn_province_2025-07-17.csv"
COMMUNES = "danhmuchanhchinh.gso.gov.vn_ward_2025-07-18.csv"
NEW_COMMUNES = "2025_34-province-3221-ward_with_location.csv"
CONVERSION = "convert_legacy_2025_simple.csv"
KINDS = ("đặc khu", "thị trấn", "phường", "xã", "thành phố", "thị xã", "thủ đô", "tỉnh", "huyện", "quận")
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
# Provinces divided by the National Assembly's resolution of 6 November 1996 (papers give two days, so the year alone),
# by Nghị quyết 22/2003/QH11, and Huế.
_NORTH_1996 = ("bac-kan", "thai-nguyen", "bac-giang", "bac-ninh", "phu-tho", "vinh-phuc", "hai-duong", "hung-yen")
_SOUTH_1996 = ("ha-nam", "nam-dinh", "da-nang", "quang-nam", "binh-phuoc", "binh-duong", "bac-lieu", "ca-mau")
DIVIDED_1996 = (*_NORTH_1996, *_SOUTH_1996)
DIVIDED_2003 = ("dien-bien", "dak-nong", "can-tho", "hau-giang")
BEGUN = {**dict.fromkeys(DIVIDED_1996, "1997"), **dict.fromkeys(DIVIDED_2003, "2004-01-01"), "hue": "2025-01-01"}
# "Hoà Bình" is written "Hòa Bình"; a syllable that goes on ("Hoàn", "Xoài") has one way only.
_OLDER = {"oà": "òa", "oá": "óa"}
_OLDER_TONE = re.compile(r"(?:oà|oá)(?!\w)")


def slug(name: str) -> str:
    """ "ba-ria-vung-tau for "Bà Rịa - Vũng Tàu"."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(letters.split())


def split_kind(full: str) -> tuple[str, str]:
    """ "The kind and the name: "thành phố" and "Hà Nội" for "Thành phố Hà Nội"."""
    full = _OLDER_TONE.sub(lambda match: _OLDER[match[0]], unicodedata.normalize("NFC", " ".join(full.split())))
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


def old_communes(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Communes of districts, each with the commune that it became part of, if that is one."""
    after = commune_successors(folder / CONVERSION)
    for row in read_table(folder / COMMUNES):
        kind, name = split_kind(row["Tên"])
        district_kind, district = split_kind(row["Quận Huyện"])
        parent = f"{slug(district_kind)}-{slug(district)}.{slug(split_kind(row['Tỉnh / Thành Phố'])[1])}"
        found = after.get(row["Mã"].lstrip("0"), set())
        yield kind, name, parent, next(iter(found)) if len(found) == 1 else ""


def commune_successors(path: Path) -> dict[str, set[str]]:
    """Code of a commune of before -> those of after that hold a part of it."""
    after: dict[str, set[str]] = {}
    for row in read_table(path):
        if row["newWard"] and row["wardCode"]:
            kind, name = split_kind(row["newWard"])
            new = f"{kind} {name}@{slug(split_kind(row['newProvince'])[1])}"
            after.setdefault(row["wardCode"].split(".")[0], set()).add(new)
    return after


def new_communes(path: Path) -> Iterator[tuple[str, str, str, str]]:
    for row in read_table(path):
        kind, name = split_kind(row["ward"])
        yield kind, name, slug(split_kind(row["province"])[1]), ""


def write_communes(folder: Path) -> None:
    rows = [*old_communes(folder), *new_communes(folder / NEW_COMMUNES)]
    with COMMUNES_OUTPUT.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("kind", "name", "parent", "successor"))
        writer.writerows(dict.fromkeys(rows))
    print(f"{COMMUNES_OUTPUT.relative_to(ROOT)}: {len(rows)} communes")


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
    write_communes(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
