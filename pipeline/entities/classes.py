"""Classes of bodies: "UBND các xã", "các sở, ban, ngành", "Sở Nội vụ các tỉnh". Never a body.

A class is a head that the registry knows with more than one place behind it, or one of the listed ways to say "all
of them" (``[[classes]]`` of entity_bodies.toml). It becomes an entry of its own kind, under its name written out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from pipeline.entities.text import plain_key, strip_marks, tidy
from pipeline.entities.vocabulary import load_bodies
from pipeline.model import Unit

if TYPE_CHECKING:
    from pipeline.entities.registry import Registry

CLASS = "Nhóm cơ quan"
"""The ``kind`` of a class among units."""
KEY = "nhom/"
_LEVEL = r"(?:tinh|thanh[ ]pho|tp|huyen|quan|thi[ ]xa|xa|phuong|thi[ ]tran|dac[ ]khu)"
_SEVERAL = regex.compile(
    rf"""(?:cap[ ](?:tinh|huyen|xa|co[ ]so|bo)\b.*
    |cac[ ](?:dia[ ]phuong|cap\b.*|{_LEVEL}\b.*)
    |{_LEVEL}(?:[ ](?:va[ ])?(?:lien[ ])?{_LEVEL})+(?:[ ].*)?)""",
    regex.VERBOSE,
)
_OWN_LEVEL = regex.compile(r" (?P<level>tỉnh|huyện|xã)$")
_WORD = regex.compile(r"[\p{L}\p{M}\d]+")


def class_named(written: str, registry: Registry) -> Unit | None:
    """The class that ``written`` (its acronyms written out) names, or None."""
    listed = _listed().get(plain_key(written))
    if listed is not None:
        return _unit(listed)
    text = tidy(written.replace("&", "và"))
    words = list(_WORD.finditer(text))
    for cut in range(len(words) - 1, 0, -1):
        rest = plain_key(text[words[cut].start() :])
        if not _SEVERAL.fullmatch(rest):
            continue
        head = next(iter(registry.heads(plain_key(text[: words[cut - 1].end()]))), None)
        if head is not None and head.body is not None:
            return _unit(f"{head.body.head} {_in_order(text[words[cut].start() :])}")
    return None


def class_of_all_places(written: str, registry: Registry) -> Unit | None:
    """The class that a name without the name of a place means in rules for all places: "Ủy ban nhân dân tỉnh" is
    that of every province, "Sở Tài chính" of every place that has one."""
    level = _OWN_LEVEL.search(written)
    several = f"{written[: level.start()]} cấp {level['level']}" if level else f"{written} các địa phương"
    return class_named(several, registry)


def _in_order(rest: str) -> str:
    """The words behind the head, spaced alike and in the marks that a level word has."""
    return " ".join(rest.strip(" ,;.").split())


def _unit(name: str) -> Unit:
    key = strip_marks("-".join(_WORD.findall(name.casefold())))
    return Unit(key=KEY + key, name=name, kind=CLASS)


@cache
def _listed() -> dict[str, str]:
    return {plain_key(form): entry.name for entry in load_bodies().classes for form in entry.forms}
