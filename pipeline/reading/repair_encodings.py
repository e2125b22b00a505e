"""Text layers in the encodings of before Unicode, TCVN3 ("ABC") and VNI: whole fonts whose bytes pass for Latin-1.

A page is decoded where what comes out is Vietnamese and what stood there was not. A page mixes fonts (a Unicode stamp
on a TCVN3 letter), so each font of the page is decoded, or left, by what it says itself; its name says nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import regex

from pipeline.model import Word
from pipeline.reading.repair_words import Change, rewritten
from pipeline.reading.trust_measures import possible_share
from pipeline.reading.trust_syllables import is_possible

DECODED_CONFIDENCE = 0.95
ENOUGH_TOKENS, POSSIBLE_SHARE = 6, 0.85
_CAPITALS = 4
_LETTERS_BEFORE, _LETTERS_AFTER = regex.compile(r"\p{L}+$"), regex.compile(r"\p{L}+")
_HYPHEN, _DIGITS = "-", tuple("0123456789")
_LATIN_OR_MICRO = "\u03bcŒœŠšŽžŸƒ"

EncodingName = Literal["TCVN3", "VNI"]


@dataclass(frozen=True, slots=True)
class Encoding:
    """``letters`` maps the small form of what the layer has (one or two characters) to the printed letter."""

    name: EncodingName
    letters: Mapping[str, str]
    seen_as: Mapping[str, str]
    examples: Mapping[str, str]

    def parts(self, text: str) -> tuple[Change, ...]:
        """``text`` letter by letter; a vowel with its mark after it is one part. Unknown letters stay."""
        parts, at = [], 0
        while at < len(text):
            length = 2 if self._letter(text[at : at + 2]) and at + 1 < len(text) else 1
            layer = text[at : at + length]
            parts.append(Change(layer, self._letter(layer) or layer))
            at += length
        return tuple(parts)

    def decode(self, text: str) -> str:
        return "".join(part.printed for part in self.parts(text))

    def _letter(self, layer: str) -> str | None:
        if layer == _HYPHEN:  # the reader says "-" for a soft hyphen: `with_soft_hyphens` tells them apart
            return None
        known = "".join(self.seen_as.get(character, character) for character in layer)
        if known in self.letters:
            return self.letters[known]
        small = self.letters.get(known.lower()) if len(known) == 2 else None
        return small.upper() if small and known[0].isupper() else small


@cache
def encodings() -> tuple[Encoding, ...]:
    return tuple(_load(f"encodings_{name}.toml") for name in ("tcvn3", "vni"))


def _load(name: str) -> Encoding:
    data = tomllib.loads(resources.files("models.vocabulary").joinpath(name).read_text(encoding="utf-8"))
    return Encoding(data["name"], data["letters"], data["seen_as"], data["examples"])


def find_encoding(words: Sequence[Word]) -> Encoding | None:
    """The encoding in which the page (without its fonts that are sound as they stand) is Vietnamese, if any."""
    for encoding in encodings():
        fonts = [group for group in _by_font(words) if _decodes(group, encoding)]
        texts = [word.text for group in fonts for word in group]
        tokens, possible = possible_share([spell(text, encoding) for text in texts])
        if tokens >= ENOUGH_TOKENS and possible >= POSSIBLE_SHARE:
            return encoding
    return None


def decode_words(words: Sequence[Word], encoding: Encoding) -> tuple[Word, ...]:
    decoded: dict[int, Word] = {}
    for group in _by_font(words):
        if _decodes(group, encoding):
            capitals = _is_capital_font([word.text for word in group])
            decoded |= {id(word): _decode_word(word, encoding, capitals) for word in group}
    return tuple(decoded.get(id(word), word) for word in words)


def spell(text: str, encoding: Encoding) -> str:
    """``text`` of the layer as printed."""
    return "".join(part.printed for part in _parts(text, encoding))


def _decode_word(word: Word, encoding: Encoding, capitals: bool) -> Word:
    parts = _parts(word.text, encoding)
    if capitals:
        parts = tuple(Change(part.layer, part.printed.upper()) for part in parts)
    if "".join(part.printed for part in parts) == word.text:
        return word
    return rewritten(word, parts, DECODED_CONFIDENCE)


def _parts(text: str, encoding: Encoding) -> tuple[Change, ...]:
    """The parts of ``text``; a hyphen is the letter that a soft hyphen stands for where that makes a syllable."""
    parts = list(encoding.parts(text))
    soft = encoding.letters.get(encoding.seen_as.get(_HYPHEN, ""))
    for index, part in enumerate(parts):
        if soft and part.layer == _HYPHEN and _makes_syllable(parts, index, soft):
            parts[index] = Change(_HYPHEN, soft)
    return tuple(parts)


def _makes_syllable(parts: Sequence[Change], index: int, letter: str) -> bool:
    before = "".join(part.printed for part in parts[:index])
    after = "".join(part.printed for part in parts[index + 1 :])
    head, tail = _letters(_LETTERS_BEFORE.search(before)), _letters(_LETTERS_AFTER.match(after))
    if after[:1] in _DIGITS or not is_possible(head + letter + tail):
        return False
    return bool(head) or (bool(tail) and not is_possible(tail))


def _letters(match: regex.Match[str] | None) -> str:
    return match.group() if match else ""


def _decodes(group: Sequence[Word], encoding: Encoding) -> bool:
    """Whether the words of one font are better Vietnamese once decoded."""
    texts = [word.text for word in group if not word.text.isascii() or _HYPHEN in word.text]
    if any(_is_beyond(text) for text in texts) or all(text.isascii() for text in texts):
        return False
    decoded = [spell(text, encoding) for text in texts]
    return possible_share(decoded)[1] > _share_as_printed(texts)


def _is_beyond(text: str) -> bool:
    """Whether a font has letters that only Unicode has: then it is not one of before Unicode."""
    return any(c > "\u00ff" and c.isalpha() and c not in _LATIN_OR_MICRO for c in text)


def _share_as_printed(texts: Sequence[str]) -> float:
    """The share of possible tokens of a layer taken as it stands; signs inside a word count against it."""
    spoilt = [
        text for text in texts if regex.search(r"\p{L}[^\p{L}\p{M}\p{P}\d]|[^\p{L}\p{M}\p{P}\d\s+=<>]\p{L}", text)
    ]
    return possible_share(texts)[1] * (1 - len(spoilt) / max(len(texts), 1))


def _is_capital_font(texts: Iterable[str]) -> bool:
    """Whether a font draws small letters' bytes as capitals: the plain letters typed in it are all capitals."""
    plain = [c for text in texts for c in text if c.isascii() and c.isalpha()]
    return len(plain) >= _CAPITALS and all(c.isupper() for c in plain)


def _by_font(words: Sequence[Word]) -> list[list[Word]]:
    groups: dict[str, list[Word]] = {}
    for word in words:
        if word.source == "text":
            groups.setdefault(word.font, []).append(word)
    return list(groups.values())
