"""Which of the listed projects a system or project named in the text is; none unless exactly one fits.

A project row is often a task ("Duy trì hoạt động hệ thống Quản lý văn bản và điều hành"); what it is about is the
name in it: without the verbs before, and without what follows ("của tỉnh", "theo …", "giai đoạn …"). A name in the
text is the project if the two are the same words, or if both carry the same acronym ("(SOC)").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from pipeline.entities.text import marked_key, plain_key, tidy
from pipeline.model import Project

SAME_WORDS, SAME_ACRONYM, WHOLE_NAME = 0.85, 0.85, 0.95
_TASKS = regex.compile(
    r"^(?:(?:tiếp tục|đẩy mạnh|tổ chức|triển khai|thực hiện|duy trì|hoạt động|vận hành|xây dựng|nâng cấp|mở rộng|phát triển|hoàn thiện"
    r"|đầu tư|thuê|thuê dịch vụ|mua sắm|cập nhật|dự án|đề án|nhiệm vụ|bảo trì|và) )+"
)
_AFTER = regex.compile(
    r" (?:tỉnh|thành phố|của (?:tỉnh|thành phố|địa phương)|cấp tỉnh|cấp huyện|trên|phục vụ|theo|cho|tại|giai đoạn|năm|từ|để|nhằm)\b.*$"
)
_BRACKETED = regex.compile(r"\([^()]*\)")
_ACRONYM = regex.compile(r"(?<![\p{L}\d@&-])(?:\p{Lu}{3,8}|\p{L}*\p{Ll}\p{Lu}\p{L}*|Igate)(?![\p{L}\d&-])")
_COMMON = frozenset("CNTT UBND HĐND CSDL HTTT ATTT TTHC DVC DVCTT NSNN NSTW NSĐP NSDP ISO GIS BHYT BHXH".split())
_ENOUGH_WORDS = 4


@dataclass(frozen=True)
class Target:
    """A listed project, ready to be compared."""

    index: int
    project: Project

    @cached_property
    def core(self) -> str:
        return core(self.project.name)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        return acronyms(self.project.name)


def core(name: str) -> str:
    """The words that ``name`` is about, without diacritics, "" if they are too few to tell projects apart."""
    words = marked_key(_ACRONYM.sub(" ", _BRACKETED.sub(" ", tidy(name))))
    words = _AFTER.sub("", _TASKS.sub("", words))
    return plain_key(words) if len(words.split()) >= _ENOUGH_WORDS else ""


def acronyms(name: str) -> frozenset[str]:
    """Proper short names in ``name``: "IOC", "LGSP", "Igate"; not the common ones of all offices."""
    return frozenset(
        found.casefold() for found in _ACRONYM.findall(name) if found not in _COMMON and not _all_caps(name)
    )


def targets(projects: Iterable[Project]) -> tuple[Target, ...]:
    return tuple(Target(index, project) for index, project in enumerate(projects))


def find_project(name: str, after: str, listed: Sequence[Target]) -> tuple[int, float] | None:
    """The index of the one project that ``name`` is, with confidence; ``after`` is the text behind the name."""
    bracket = regex.match(r"\s?(\([^()]{2,12}\))", after)
    own = acronyms(name + (f" {bracket[1]}" if bracket else ""))
    by_acronym = {target.index for target in listed if own & target.acronyms}
    words = core(name)
    by_words = {target.index for target in listed if words and words == target.core}
    found = by_acronym & by_words or by_acronym | by_words
    if len(found) != 1:
        return None
    return found.pop(), SAME_WORDS if by_words else SAME_ACRONYM


def whole_names(text: str, listed: Sequence[Target]) -> list[tuple[int, int, int]]:
    """Where a project's whole name stands in ``text``: (start, stop, index), for names of four words or more."""
    folded = tidy(text).casefold()
    found = []
    for target in listed:
        name = tidy(target.project.name).casefold()
        if len(name.split()) >= _ENOUGH_WORDS and len(folded) == len(text):
            at = folded.find(name)
            if at >= 0:
                found.append((at, at + len(name), target.index))
    return found


def _all_caps(name: str) -> bool:
    return name.isupper() and " " in name
