"""Vietnamese amounts of money: "2.215,6" with the unit "Triệu đồng" is 2 215 600 000 đồng, exactly.

A point parts thousands and a comma decimals; a number that may mean two things is read as nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Literal

import regex

from pipeline.structure.table_vocabulary import fold

_NUMBER = regex.compile(
    r"""
    (?P<open> \( )? \s* (?P<sign> [-–−+] )? \s*
    (?:
        (?P<points>   [0-9]{1,3} (?: \. [0-9]{3} )+ (?: , [0-9]+ )? )  # 1.776.725  2.215,6
      | (?P<spaces>   [0-9]{1,3} (?: [ \u00a0\u202f] [0-9]{3} )+ (?: , [0-9]+ )? )  # 1 776 725
      | (?P<commas>   [0-9]{1,3} (?: , [0-9]{3} ){2,} )  # 1,776,725: two groups cannot be decimals
      | (?P<mixed>    [0-9]{1,3} (?: , [0-9]{3} )+ \. [0-9]{1,2} )  # 1,776.5
      | (?P<decimal>  [0-9]+ , [0-9]{1,2} | [0-9]+ , [0-9]{4,} | 0 , [0-9]+ | [0-9]{4,} , [0-9]+ )  # 871,5
      | (?P<whole>    [0-9]+ )
      | (?P<point>    [0-9]+ \. [0-9]+ )  # 433342.737, 1.62: only where its neighbours show what parts decimals
      | (?P<comma>    [0-9]+ , [0-9]{3} )  # 1,776: the same
    )
    \s* (?P<close> \) )?
    """,
    regex.VERBOSE,
)
_GROUPING = {
    "points": (".", ","),
    "spaces": (" \u00a0\u202f", ","),
    "commas": (",", "."),
    "mixed": (",", "."),
    "decimal": ("", ","),
    "whole": ("", ","),
    "point": ("", "."),
    "comma": ("", ","),
}
_ONE_GROUP = regex.compile(r"[0-9]{1,3}\.[0-9]{3}")
_SHOWS_COMMA = regex.compile(
    r"[0-9]{1,3} (?: \. [0-9]{3} )+ , [0-9]+ | [0-9]{1,3} (?: \. [0-9]{3} ){2,} | [0-9]+ , (?: [0-9]{1,2} | [0-9]{4,} )"
    r"| 0 , [0-9]+",
    regex.VERBOSE,
)
_SHOWS_POINT = regex.compile(
    r"[0-9]{1,3} (?: , [0-9]{3} )+ \. [0-9]+ | [0-9]{1,3} (?: , [0-9]{3} ){2,} | [0-9]+ \. (?: [0-9]{1,2} | [0-9]{4,} )"
    r"| 0 \. [0-9]+ | [0-9]{4,} \. [0-9]+",
    regex.VERBOSE,
)
DecimalMark = Literal[",", ".", "either"]
_AMOUNT_AND_UNIT = regex.compile(
    r"(?P<number> [(\-–−+]? \s* \d [\d.,\ \u00a0\u202f]* (?<=\d) \s* \)? ) \s* (?P<unit> \D* )", regex.VERBOSE
)


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """A unit of money under the name it is best known by; ``factor`` is one of it in đồng."""

    name: str
    factor: int


def read_number(text: str, mark: DecimalMark = "either") -> Decimal | None:
    """The number that ``text`` is, None where it is none or may be two ("1.62", "1,776", "12-15").

    Brackets or a dash before it make it negative, as in accounts. ``mark`` is what parts decimals where it is printed,
    when that is known from its neighbours: with "," "1,776" is read, with "." "433.5" is, and "1.500" is 1.5.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    style = next(name for name in _GROUPING if found[name])
    groups, point = _GROUPING[style]
    if style in ("points", "point", "comma"):
        alone = style != "points" or _ONE_GROUP.fullmatch(found[style]) is not None
        if mark == ".":
            if not alone:
                return None
            groups, point = ",", "."
        elif style == "point" or (style == "comma" and mark != ","):
            return None
    digits = found[style].translate({ord(each): None for each in groups}).replace(point, ".")
    negative = bool(found["open"]) or (found["sign"] or "+") in "-–−"
    return -Decimal(digits) if negative else Decimal(digits)


def decimal_mark(texts: Iterable[str]) -> DecimalMark | None:
    """What parts decimals in a column: "," or "." where its numbers show it, "either" where none does, None where both.

    "433342.7" and "0,5" show it; "1.500" and "1,776" do not.
    """
    shown: set[DecimalMark] = set()
    for text in texts:
        if _SHOWS_COMMA.fullmatch(stripped := text.strip(" ()%-–−+")):
            shown.add(",")
        elif _SHOWS_POINT.fullmatch(stripped):
            shown.add(".")
    if len(shown) > 1:
        return None
    return shown.pop() if shown else "either"


def read_unit(text: str | None) -> MoneyUnit | None:
    """The unit of money that ``text`` names as a whole, however it is written."""
    return _units().get(fold(text or "").strip(" .:()"))


def is_measure(text: str) -> bool:
    """Whether ``text`` is what figures that are no money are counted in: "ha", "%", "tạ/ha"."""
    return _measures().fullmatch(fold(text).strip(" .:")) is not None


def to_dong(amount: str | Decimal, unit: MoneyUnit | None, mark: DecimalMark = "either") -> int | None:
    """An amount in whole đồng: "1.624" in triệu đồng is 1624000000; a unit in the text itself comes first.

    None where the number or the unit is not certain, or the amount is no whole number of đồng.
    """
    number: Decimal | None
    if isinstance(amount, Decimal):
        number = amount
    else:
        found = _AMOUNT_AND_UNIT.fullmatch(amount.strip())
        if found is None:
            return None
        number = read_number(found["number"], mark)
        if found["unit"].strip():
            unit = read_unit(found["unit"])
    if number is None or unit is None:
        return None
    dong = number * unit.factor
    return int(dong) if dong == dong.to_integral_value() else None


def format_number(number: Decimal) -> str:
    """As Vietnamese documents print it: points between thousands, a comma before decimals."""
    whole, _, decimals = f"{abs(number):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return ("-" if number < 0 else "") + grouped + (f",{decimals}" if decimals else "")


@cache
def _measures() -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{pattern})" for pattern in _vocabulary()["measures"]["patterns"]))


@cache
def _vocabulary() -> dict[str, Any]:
    return tomllib.loads((resources.files("models.vocabulary") / "amounts.toml").read_text(encoding="utf-8"))


@cache
def _units() -> Mapping[str, MoneyUnit]:
    entries = _vocabulary()["unit"]
    return {form.strip(" .:()"): MoneyUnit(e["name"], e["factor"]) for e in entries for form in e["forms"]}
