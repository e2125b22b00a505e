"""Which of the listed projects a system or project named in the text is; none unless exactly one fits.

A project row is often a task ("Duy trì hoạt động hệ thống Quản lý văn bản và điều hành"); what it is about is the
name in it: without the verbs before, and without what follows ("của tỉnh", "theo …", "giai đoạn …"). A name in the
text is the project if the two are the same words, or if both carry the same acronym ("(SOC)").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.entities.text import marked_key, plain_key, tidy
from pipeline.entities.vocabulary import load_project_words
from pipeline.model import Project

SAME_WORDS, SAME_ACRONYM, WHOLE_NAME = 0.85, 0.85, 0.95
_BRACKETED = regex.compile(r"\(([^()]*)\)")
_ACRONYM = regex.compile(r"(?<![\p{L}\d@&.-])(?:\p{Lu}{3,8}|\p{L}*\p{Ll}\p{Lu}\p{L}*)(?![\p{L}\d&-])")
_ONE_WORD = regex.compile(r"\p{L}{3,12}")
_ENOUGH_WORDS = 4
# "Hệ thống thông tin báo cáo của Chính phủ" is not the province's own.
_ANOTHER_OWNER = regex.compile(
    r"\s(?:của|thuộc|tại) (?!(?:tỉnh|thành phố|địa phương|UBND tỉnh|Ủy ban nhân dân tỉnh)\b)"
)
_BRACKET_BEHIND = regex.compile(r"\s?(\([^()]{2,12}\))")


@dataclass(frozen=True, slots=True)
class Target:
    """A listed project, ready to be compared: its index, whole name, `core` and `acronyms`."""

    index: int
    name: str
    core: str
    acronyms: frozenset[str]


def core(name: str) -> str:
    """The words that ``name`` is about, without diacritics, "" if they are too few to tell projects apart."""
    words = marked_key(_ACRONYM.sub(" ", _BRACKETED.sub(" ", tidy(name))))
    words = _after().sub("", _tasks().sub("", words))
    if len(words.split()) < _ENOUGH_WORDS:
        return ""
    for optional in load_project_words().optional:
        words = words.replace(f" {optional} ", " ", 1)
    return plain_key(words)


def acronyms(name: str) -> frozenset[str]:
    """Proper short names in ``name``: "IOC", "(Igate)", "VnEdu"; not the common ones of all offices."""
    if name.isupper() and " " in name:
        return frozenset()
    found = [*_ACRONYM.findall(name), *filter(_ONE_WORD.fullmatch, (*_BRACKETED.findall(name), name))]
    return frozenset(short.casefold() for short in found if short not in load_project_words().common_acronyms)


def targets(projects: Iterable[Project]) -> tuple[Target, ...]:
    return tuple(Target(index, p.name, core(p.name), acronyms(p.name)) for index, p in enumerate(projects))


def find_project(name: str, after: str, listed: Sequence[Target]) -> tuple[int, float] | None:
    """The index of the one project that ``name`` is, with confidence; ``after`` is the text behind the name."""
    bracket = _BRACKET_BEHIND.match(after)
    own = acronyms(name) | (acronyms(bracket[1]) if bracket else frozenset())
    words = "" if _ANOTHER_OWNER.match(tidy(after)) else core(name)
    by_acronym = {target.index for target in listed if own & target.acronyms}
    by_words = {target.index for target in listed if words and words == target.core}
    found = by_acronym & by_words or by_acronym | by_words
    if len(found) != 1:
        return None
    return found.pop(), SAME_WORDS if by_words else SAME_ACRONYM


def whole_names(text: str, listed: Sequence[Target]) -> list[tuple[int, int, int]]:
    """Where a project's whole name of four words or more stands in ``text``: (start, stop, index), no overlap.

    Names that two projects share are left out.
    """
    folded = tidy(text).casefold()
    by_name: dict[str, list[int]] = {}
    for target in listed:
        by_name.setdefault(tidy(target.name).casefold(), []).append(target.index)
    found: list[tuple[int, int, int]] = []
    for name in sorted(by_name, key=len, reverse=True):
        at = folded.find(name) if len(folded) == len(text) and len(name.split()) >= _ENOUGH_WORDS else -1
        free = all(at >= stop or at + len(name) <= start for start, stop, _ in found)
        if at >= 0 and free and len(by_name[name]) == 1:
            found.append((at, at + len(name), by_name[name][0]))
    return sorted(found)


@cache
def _tasks() -> regex.Pattern[str]:
    return regex.compile(r"^(?:(?:\L<words>) )+", words=[*load_project_words().tasks])


@cache
def _after() -> regex.Pattern[str]:
    return regex.compile(r" (?:\L<words>)\b.*$", words=[*load_project_words().after])
