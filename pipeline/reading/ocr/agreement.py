"""Two readings of one line, word by word: where they agree it is sure, where they differ one is chosen and said so.

Of 218 numbers and dates on which both engines agreed none was wrong (measured). Where they differ on a word with a
digit in it, the second engine is the better one, and the word stays doubtful. On other words the likelier syllable
between its neighbours is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex
from rapidfuzz.distance import Levenshtein

from pipeline.folding import fold
from pipeline.reading.ocr.plausibility import is_known, likelihood
from pipeline.reading.ocr.restoration import Restored, put_back, restored
from pipeline.reading.ocr.tesseract import Read

AGREED, CHOSEN, UNSURE, DOUBTFUL = 0.98, 0.85, 0.6, 0.4
"""Confidence of a word both read alike; chosen by a clear margin; by a narrow one; a number they differ on."""

NOISE = 0.2
"""A word that the first engine doubts so much, and the second does not see, is a speck or a stroke of a pen."""

CLEAR_MARGIN = 2.0
"""Difference of log likelihood from which the choice of a word is clear."""

MOST_ADDED = 2
"""Letters that the second engine may have before a word that the first begins with; more are another word."""

LEAST_ALIKE = 0.55
"""Lines less alike than this were not read from the same print (handwriting, a seal): the first reading stands."""

_CORE = regex.compile(r"^(?P<lead>[^\p{L}\p{N}]*)(?P<core>.*?)(?P<trail>[^\p{L}\p{N}]*)$")
_PUNCTUATION = (",", ".", ";", ":", ")", ");", ").", ".)")
_ONE = regex.compile(r"^l(?=[.)]$)")
"""A line may begin with "1." but never with a small "l."; both engines confuse the two."""

_MARKER = regex.compile(r"(?P<label>\d{1,2}|[IVX]{1,5})(?P<stop>[.,]?)")
"""What may number a line; of its stops the comma is never printed."""

_TOKEN = regex.compile(r"[\p{L}\p{N}](?:[\p{L}\p{N}.,/%-]*[\p{L}\p{N}%])?")
"""One word or number without anything odd about it."""

_RAN_ON = regex.compile(r"\d{1,2}\p{L}+")
"""A number that the second engine ran into the word after it ("4Quyết")."""

_ROMAN = regex.compile(r"(?P<number>[IVX]{1,5})(?P<year>/\d{4})?")
_STROKES = str.maketrans("Ll1|iT", "IIIIII")
"""What the first engine makes of a row of "I"; the second makes them fewer, and never more."""

_DIGIT = regex.compile(r"\p{Nd}")
_SYMBOL = regex.compile(r"\p{Lu}{1,}[-/&]\p{Lu}|[-/]\p{Lu}{2}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A number or symbol that the engines read differently."""

    read: Read
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The words of one line with the better reading of each, the numbers that stay in doubt, the marks set right."""

    reads: tuple[Read, ...]
    doubts: tuple[Doubt, ...] = ()
    restored: tuple[Restored, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A word, and what each engine has for it."""

    read: Read
    first: str
    second: str


def agree(reads: Sequence[Read], second: str) -> Agreement:
    """Reads the line ``reads`` again in ``second``, the other engine's text of it."""
    first = " ".join(read.text for read in reads)
    same = _core(first) is not None and _core(first) == _core(second)
    if not second or (not same and _similarity(first, second) < LEAST_ALIKE):
        return _unlike([read for read in reads if read.confidence >= NOISE], second)
    if len(reads) == 1 and same:
        return Agreement((_lone(reads[0], second),))
    words = _choose_each(*_as_marker(reads, project(reads, second)))
    doubts = tuple(Doubt(w.read, w.first, w.second) for w in words if w.read.confidence == DOUBTFUL)
    changes = restored([w.read.text for w in words], [(w.first, w.second) for w in words])
    return Agreement(_changed([w.read for w in words], changes), doubts, changes)


def _lone(read: Read, second: str) -> Read:
    """A word alone, of which the readings differ in a stop at most: the second engine loses full stops, and no more."""
    first, other = _CORE.match(read.text), _CORE.match(second)
    assert first is not None
    assert other is not None
    if first["trail"] == other["trail"]:
        return replace(read, confidence=AGREED)
    kept = read.text if first["trail"] in (".", "%", ".)") else second
    return replace(read, text=kept, confidence=CHOSEN)


def _similarity(first: str, second: str) -> float:
    return Levenshtein.normalized_similarity(fold(first), fold(second))


def _unlike(reads: Sequence[Read], second: str) -> Agreement:
    """A line of which the second engine saw other print: the first reading stands, its numbers in doubt.

    Of one word alone, in a cell, the second reading stands where it is a number or the first engine doubts its own.
    """
    lone = reads[0] if len(reads) == 1 and _TOKEN.fullmatch(second) else None
    if lone and (_is_code(second) or lone.confidence < UNSURE):
        read = replace(lone, text=second, confidence=DOUBTFUL if _is_code(second) else UNSURE)
        return Agreement((read,), (Doubt(read, lone.text, second),) if _is_code(second) else ())
    bounds = (DOUBTFUL if _is_code(read.text) else UNSURE for read in reads)
    unsure = tuple(replace(r, confidence=min(r.confidence, bound)) for r, bound in zip(reads, bounds, strict=True))
    return Agreement(unsure, tuple(Doubt(read, read.text, second) for read in unsure if _is_code(read.text)))


def alone(reads: Sequence[Read]) -> Agreement:
    """A line that the second engine was not asked for, with its marks set right."""
    texts = [read.text for read in reads]
    changes = restored(texts, [(text,) for text in texts])
    return Agreement(_changed(list(reads), changes), restored=changes)


def _as_marker(reads: Sequence[Read], others: Sequence[str]) -> tuple[list[Read], list[str]]:
    """The readings of a line whose first word may number it: "1." is read as "l.", "9." as "9,"."""
    first, second = (_ONE.sub("1", text) for text in (reads[0].text, others[0]))
    a, b = _MARKER.fullmatch(first), _MARKER.fullmatch(second)
    capital = len(reads) > 1 and reads[1].text[:1].isupper()
    if a and b and capital and a["label"] == b["label"] and "." in (a["stop"], b["stop"]):
        first = second = f"{a['label']}."
    return [replace(reads[0], text=first), *reads[1:]], [second, *others[1:]]


def _choose_each(reads: Sequence[Read], others: Sequence[str]) -> list[_Chosen]:
    chosen: list[_Chosen] = []
    for index, (read, other) in enumerate(zip(reads, others, strict=True)):
        if read.confidence < NOISE and not other:
            continue
        before = chosen[-1].read.text if chosen else None
        after = others[index + 1] if index + 1 < len(others) else None
        text, confidence = _choose(read.text, other, _core(before), _core(after))
        chosen.append(_Chosen(replace(read, text=text, confidence=confidence), read.text, other))
    return chosen


def _changed(reads: list[Read], changes: Sequence[Restored]) -> tuple[Read, ...]:
    for change in changes:
        read = reads[change.index]
        reads[change.index] = replace(read, text=put_back(read.text, change), confidence=UNSURE)
    return tuple(reads)


def project(reads: Sequence[Read], second: str) -> list[str]:
    """What ``second`` has in the place of each word; spaces that it left out or put in do not matter."""
    first = " ".join(read.text for read in reads)
    place = _places(fold(first), fold(second))
    words: list[str] = []
    start = end = 0
    for read in reads:
        stop = start + len(read.text)
        begin = place[start]
        while begin > max(end, place[start] - MOST_ADDED) and second[begin - 1].isalnum():
            begin -= 1  # letters that only the second engine has, at the start of this word
        end = max(place[stop], begin)
        words.append(second[begin:end].strip())
        start = stop + 1
    return words


def _places(first: str, second: str) -> list[int]:
    """For each offset of ``first`` the offset of ``second`` that it is aligned with."""
    place = [0] * (len(first) + 1)
    for operation in Levenshtein.opcodes(first, second):
        span = operation.dest_end - operation.dest_start
        for step, offset in enumerate(range(operation.src_start, operation.src_end)):
            place[offset] = operation.dest_start + min(step, span)
    place[len(first)] = len(second)
    return place


def _choose(first: str, second: str, before: str | None, after: str | None) -> tuple[str, float]:
    a, b = _CORE.match(first), _CORE.match(second)
    assert a is not None
    assert b is not None
    core_a, core_b = a["core"], b["core"]
    if core_a == core_b:
        return first, AGREED
    if not core_b:
        return first, UNSURE
    if a["trail"].startswith("%") and core_b.startswith(core_a):
        return first, CHOSEN  # the second engine has no "%"
    roman = _choose_roman(core_a, core_b)
    if roman is not None:
        return a["lead"] + roman + a["trail"], DOUBTFUL
    if core_a.isdigit() and a["trail"] and core_b.startswith(core_a) and _RAN_ON.fullmatch(core_b):
        return first, CHOSEN
    if _is_code(core_a) or _is_code(core_b):
        return _choose_code(a, b), DOUBTFUL
    if not core_a:
        return second, UNSURE
    text, confidence = _choose_word(core_a, core_b, before, after)
    return a["lead"] + text + a["trail"], confidence


def _choose_code(a: regex.Match[str], b: regex.Match[str]) -> str:
    """The second engine's reading of a number; it loses the full stop or comma after one, which the first has.

    Of two symbols after the same figures the likelier is taken: "NĐ-CP" of "NĐ-CP" and "ND-CP" or "Nb-CP".
    """
    trail = a["trail"] if a["trail"] and a["trail"] in _PUNCTUATION else b["trail"]
    core = b["core"]
    if _DIGIT.findall(a["core"]) == _DIGIT.findall(core) and _likeness(a["core"]) > _likeness(core):
        core = a["core"]
    return str(a["lead"] + core + trail)


def _likeness(code: str) -> tuple[bool, bool, int]:
    """How much a reading looks like a number with its symbol: in one piece, in capitals, with its marks."""
    return " " not in code, code.isupper(), sum(not letter.isascii() for letter in code)


def _choose_roman(first: str, second: str) -> str | None:
    """A Roman number of which the engines have more and fewer strokes ("LIL" and "II": III); None for other words."""
    strokes, other = _ROMAN.fullmatch(_straightened(first)), _ROMAN.fullmatch(second)
    if not strokes or not other or strokes["year"] != other["year"]:
        return None
    if strokes["number"].replace("I", "") != other["number"].replace("I", ""):
        return None
    return max(strokes.group(), other.group(), key=len)


def _straightened(word: str) -> str:
    number, stroke, year = word.partition("/")
    return number.translate(_STROKES) + stroke + year


def _choose_word(first: str, second: str, before: str | None, after: str | None) -> tuple[str, float]:
    scores = [likelihood(before, word, after) for word in (first, second)]
    text = first if scores[0] >= scores[1] else second
    clear = abs(scores[0] - scores[1]) > CLEAR_MARGIN and is_known(text)
    return text, CHOSEN if clear else UNSURE


def _is_code(word: str) -> bool:
    return bool(_DIGIT.search(word) or _SYMBOL.search(word))


def _core(word: str | None) -> str | None:
    match = _CORE.match(word) if word else None
    return match["core"].split()[-1] if match and match["core"].split() else None
