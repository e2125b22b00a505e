"""What every letterheaded document of the fictional province has: the opening and the closing."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.flat_odt import FlatOdt


def add_letterhead(document: FlatOdt, number: str, day: str) -> None:
    """The two columns on top: issuer and number, national name, motto, place and day."""
    document.add("OpeningOfPage", "")
    document.add_side_by_side(
        "Letterhead",
        (60, 102),
        (
            ("Organ", "ỦY BAN NHÂN DÂN"),
            ("Organ", "TỈNH HÒA GIANG"),
            ("OrganRule", ""),
            ("Number", f"Số: {number}"),
        ),
        (
            ("Republic", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("Motto", "Độc lập - Tự do - Hạnh phúc"),
            ("MottoRule", ""),
            ("PlaceAndDay", f"Hòa Giang, ngày {day}"),
        ),
    )


def add_title(document: FlatOdt, kind: str, *lines: str) -> None:
    document.add("Kind", kind)
    document.add("Title", *lines)
    document.add("TitleRule", "")


def add_closing(document: FlatOdt, recipients: Sequence[str], capacity: Sequence[str], signer: str) -> None:
    """Recipients at the left, signature block at the right."""
    document.add("Gap", "")
    document.add_side_by_side(
        "Closing",
        (82, 80),
        (("Recipients", "Nơi nhận:"), *(("Recipient", f"- {name}") for name in recipients)),
        (*(("Signer", line) for line in capacity), ("SignerName", signer)),
    )
