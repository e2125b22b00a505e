"""The bodies in the fields of a record: who leads a project, who takes part, who issued what is cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.entities.linking import Linker
from pipeline.entities.recognition import load

_AROUND_LEAD = regex.compile(r"(?:chủ trì|đơn vị|cơ quan|đầu mối|chính|và|là|[\s,;:.()-])*", regex.IGNORECASE)
_HEAD_OF = regex.compile(
    r"""^(?:bộ trưởng|chủ nhiệm|thống đốc|(?:phó[ ])?chủ tịch|(?:phó[ ])?(?:tổng[ ])?giám đốc|chánh(?: án)?
    |(?:tổng[ ])?cục trưởng|viện trưởng|tư lệnh|bí thư|của|\s)+""".replace("\n    ", ""),
    regex.IGNORECASE,
)
"""The office of the person who signs for the body."""


def lead_unit_key(lead_unit: str | None, linker: Linker) -> str | None:
    """The key of the one body that a lead cell names; None for several, for a class, or for other words beside it."""
    if not lead_unit:
        return None
    whole = linker.read(lead_unit)
    if whole.link is not None or whole.body_class is not None:
        return whole.link.key if whole.link else None
    units = _units(lead_unit)
    links = {linker.link(lead_unit[start:stop]) for start, stop in units}
    rest = "".join(_outside(lead_unit, units))
    link = links.pop() if len(links) == 1 else None
    return link.key if link is not None and _AROUND_LEAD.fullmatch(rest) else None


def bodies_in(cell: str | None, linker: Linker) -> tuple[str, ...]:
    """The keys of all bodies that a cell names, in its order, each once; classes and what is unknown are left out."""
    if not cell:
        return ()
    links = (linker.link(cell[start:stop]) for start, stop in _units(cell))
    return tuple(dict.fromkeys(link.key for link in links if link))


def issuer_key(issuer: str | None, linker: Linker) -> str | None:
    """The body in "Bộ trưởng Bộ Y tế", "Chủ tịch UBND tỉnh"; None for several, or where other words stand beside it."""
    if not issuer:
        return None
    link = linker.link(issuer) or linker.link(_HEAD_OF.sub("", issuer))
    return link.key if link else None


def _units(text: str) -> list[tuple[int, int]]:
    return [(e.start_char, e.end_char) for e in load()(text).ents if e.label_ == "UNIT"]


def _outside(text: str, names: Sequence[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, stop in names:
        yield text[at:start]
        at = stop
    yield text[at:]
