"""Bodies that share the place behind the last of them: "Tỉnh ủy, HĐND, UBND và Ủy ban MTTQ Việt Nam tỉnh Yên Bái".

A name that says no place and stands in such a row takes the place of the next one that does; alone it could be that of
any place. Where the name means a body by itself ("Sở Tài chính" in a province's paper), that stands.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.entities.gazetteer import KINDS
from pipeline.entities.mention_names import Name

SHARED = 0.85
"""Confidence of a body that is known by the place behind another."""
_LEVEL = rf"(?:{'|'.join(sorted(set(KINDS.values()), key=len, reverse=True))}|TP\.?)"
_NAME = r"\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){0,3}"
_PLACE = regex.compile(
    rf" (?P<place>các {_LEVEL}(?:(?:, | và ){_LEVEL})*|cấp (?:tỉnh|huyện|xã)|(?<!các ){_LEVEL}(?: {_NAME})?)$"
)
_BEHIND_BRACKET = regex.compile(
    rf"\s?\([^()]{{2,12}}\)\s(?P<place>các {_LEVEL}(?:(?:, | và ){_LEVEL})*|{_LEVEL}(?: {_NAME})?)(?![\p{{L}}\d])"
)
_BETWEEN = regex.compile(r"\s?(?:,|-|/|, và)\s?|\svà\s")


def shared_places(text: str, names: Sequence[Name]) -> dict[int, str]:
    """The place that each name of a row takes from the right, by the name's first character; ``names`` in order,
    ``text`` as `pipeline.entities.text.tidy` gives it."""
    shared: dict[int, str] = {}
    place: str | None = None
    following: Name | None = None
    for name in reversed(names):
        own = _PLACE.search(text, name.start, name.stop) if name.label == "UNIT" else None
        in_row = following is not None and _BETWEEN.fullmatch(text, name.stop, following.start) is not None
        place = own["place"] if own else place if in_row and name.label == "UNIT" else None
        if place is not None and own is None:
            shared[name.start] = place
        following = name
    return shared


def place_behind(text: str, stop: int) -> str | None:
    """The place of a name that its own short form parts from it: "Sở Thông tin và Truyền thông (TT&TT) các tỉnh";
    ``text`` is tidy."""
    match = _BEHIND_BRACKET.match(text, stop)
    return match["place"] if match else None
