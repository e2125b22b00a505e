"""Mentions by a short form that the document defines: "LGSP" after "Nền tảng tích hợp, chia sẻ dữ liệu (LGSP)"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.entities.abbreviations import Definition
from pipeline.entities.mention_names import Name
from pipeline.entities.own_aliases import own_aliases
from pipeline.entities.text import tidy
from pipeline.model import MentionLabel

DEFINED = 0.85
"""Confidence of a name known by the document's own definition of it."""
_TELLING = regex.compile(r"\p{Lu}[\p{Lu}\d&.-]+|\p{Lu}\p{L}+(?: \p{L}+)* \d+")
"""Acronyms, and names with a number ("Đề án 06"); "Đề án" or "Ban" alone is said of others too."""


def short_names(
    texts: Sequence[str], found: Sequence[Sequence[Name]], definitions: Sequence[Sequence[Definition]]
) -> list[list[Name]]:
    """For each text the places of short forms that stand for a name found somewhere, and of a person's own aliases."""
    labels = _labels(texts, found, definitions) | {tidy(form): "UNIT" for form, _ in own_aliases().values()}
    if not labels:
        return [[] for _ in texts]
    pattern = regex.compile(r"(?<![\p{L}\d/&.-])(?:\L<shorts>)(?![\p{L}\d/&-])", shorts=sorted(labels))
    return [
        [Name(m.start(), m.end(), labels[m[0]], DEFINED, "definition") for m in pattern.finditer(tidy(text))]
        for text in texts
    ]


def _labels(
    texts: Sequence[str], found: Sequence[Sequence[Name]], definitions: Sequence[Sequence[Definition]]
) -> dict[str, MentionLabel]:
    """Short form -> what the name is that it stands for; the first definition counts."""
    names = {
        text[name.start : name.stop].casefold(): name.label
        for text, own in zip(texts, found, strict=True)
        for name in own
    }
    labels: dict[str, MentionLabel] = {}
    for definition in (d for own in definitions for d in own):
        label = names.get(definition.long.casefold())
        if label and _TELLING.fullmatch(definition.short):
            labels.setdefault(tidy(definition.short), label)
    return labels
