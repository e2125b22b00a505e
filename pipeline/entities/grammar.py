"""Units, systems and projects found by grammar and gazetteer, as a component of a spaCy pipeline.

The rules are data (models/vocabulary/entity_rules*.toml). They read text without diacritics; where a match agrees
with the marks as printed too, it is surer. The spans stand in ``doc.spans[GRAMMAR]`` without overlap; each has
``span._.confidence`` and ``span._.rule``. What becomes of them beside those of the trained recogniser is in
`pipeline.entities.agreement`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal

import regex
from spacy.language import Language
from spacy.tokens import Span
from spacy.util import filter_spans

from pipeline.entities.registry import registry
from pipeline.entities.text import is_misprinted, strip_marks, tidy
from pipeline.entities.vocabulary import (
    Grammar,
    Rule,
    VocabularyError,
    load_bodies,
    load_grammar,
    load_places,
    load_project_words,
)
from pipeline.model import MentionLabel

if TYPE_CHECKING:
    from spacy.tokens import Doc

GRAMMAR = "kehoach_grammar"
CLOSED, OPEN, MISPRINTED = 0.8, 0.7, 0.6
"""Confidence of a match whose end is known, whose end the grammar decides, and that agrees only without its marks."""

Reading = Literal["marked", "stripped"]
_MACRO = regex.compile(r"\{([a-z_]+)\}")
_LAYOUT = regex.compile(r"\s*\n\s*")
# A name does not begin inside a word or a symbol ("QĐ-UBND", "08/UBND", "2376/QĐ- UBND"); it may stand behind
# "Cục Thuế/".
_PREFIX = r"(?<![\p{L}\p{M}\d&-])(?<!(?<!\p{Ll})/)(?<!/\p{Lu}\p{L}{0,5}\s?-\s)(?:"
# ... and does not end inside one, nor before the end of an address ("VOV.VN").
_SUFFIX = r")(?![\p{L}\p{M}\d])(?!\.(?i:vn|com|org|net)\b)"
_GAZETTEERS = {
    "province": r"(?:\L<province>(?![\p{L}\d]))",
    "sector": r"(?:(?i:\L<sector>)(?![\p{L}\d&]))",
    "sector_acronym": r"(?:\L<sector_acronym>)",
    "body": r"(?:(?=\p{Lu})(?i:(?>\L<body>))(?![\p{L}\d]))",
}
_CALLED = frozenset({"tail", "place", "system_stop", "general_programme"})
"""Macros that a pattern calls instead of holding copies of them."""
_MOSTLY_CAPITALS = 0.7
_FEWEST_WORDS = 3
# "giữa các hệ thống thông tin báo cáo", "7 trung tâm IOC": systems of a kind, none of them by name.
_OF_MANY = regex.compile(r" của (?:các|những|mọi|từng) ")
_SEVERAL = regex.compile(r"(?i)(?:\b(?:các|những|mọi|từng|hai|ba|bốn)|\b\d{1,3}) $")
# "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân": what a law is about is no mention of a body.
_TITLE_OF_A_LAW = regex.compile(
    r"Luật (?:[Tt]ổ chức|[Bb]an hành văn bản quy phạm pháp luật của) (?:[\p{L} ]{3,40}(?: và|,) )?$"
)
_APPOSITION = regex.compile(r"[ ]?\([ ]?(?P<short>\p{Lu}[\p{Lu}\d]*(?:[&.-][\p{Lu}\d]+)*(?<=..))[ ]?\)")
# a system may be called by a word of its own: "Cơ sở dữ liệu nghề cá quốc gia (VNFishbase)"
_OWN_WORD = regex.compile(r"[ ]?\([ ]?(?P<short>(?=[a-z\d-]*[A-Z])[A-Za-z][A-Za-z\d-]{3,15})[ ]?\)")


@dataclass(frozen=True, slots=True)
class Found:
    """Characters ``start:stop`` are a name; ``open`` and ``rule`` say which kind of rule found it."""

    start: int
    stop: int
    label: MentionLabel
    rule: str
    open: bool
    confidence: float


@dataclass(frozen=True)
class CompiledRule:
    """A rule ready to search, in text as printed or in text without marks."""

    rule: Rule
    source: str
    capitals: bool

    @cached_property
    def marked(self) -> regex.Pattern[str]:
        return compile_pattern(self.source, "marked", self.capitals)

    @cached_property
    def stripped(self) -> regex.Pattern[str]:
        return compile_pattern(self.source, "stripped", self.capitals)

    def matches(self, marked: str, stripped: str, misprinted: bool = False) -> Iterator[Found]:
        """``misprinted``: the marks of the text are not to be trusted, so that no rule can need them.

        What stands in the text as printed is found with its marks, since words that are not of a name are told by them
        ("họp" and "hợp"); without marks is found what a misprint hides, for an open rule only where nothing was found.
        """
        sure = OPEN if self.rule.open else CLOSED
        printed = [] if misprinted else [match.span() for match in self.marked.finditer(marked)]
        yield from (self._found(start, stop, sure) for start, stop in printed)
        if self.rule.marks and not misprinted:
            return
        for start, stop in (match.span() for match in self.stripped.finditer(stripped)):
            if not any(first < stop and start < last for first, last in printed if self.rule.open or last >= stop):
                yield from self._without_marks(start, stop, marked, sure, misprinted)

    def _without_marks(self, start: int, stop: int, marked: str, sure: float, misprinted: bool) -> Iterator[Found]:
        """What was found without marks: surer if it is found with them too, and shorter where they say so."""
        if self.marked.fullmatch(marked, start, stop) is not None:
            yield self._found(start, stop, sure)
        elif not misprinted and (shorter := self._up_to_another_word(marked, start, stop)):
            yield self._found(start, shorter, sure)
        elif misprinted or not _is_another_word(marked[start:stop].casefold().split()[-1]):
            yield self._found(start, stop, MISPRINTED)

    def _found(self, start: int, stop: int, confidence: float) -> Found:
        return Found(start, stop, self.rule.label, self.rule.name, self.rule.open, confidence)

    def _up_to_another_word(self, marked: str, start: int, stop: int) -> int | None:
        """Where the match ends by its marks, if a level word behind that is printed as another word.

        "Sở Y tế quản lý" is no "Sở Y tế quận"; but "cấp tinh", printed without a mark, is "cấp tỉnh".
        """
        match = self.marked.match(marked, start)
        if match is None or match.end() >= stop:
            return None
        words = marked[match.end() : stop].casefold().split()
        return match.end() if any(_is_another_word(word) for word in words) else None


def _is_another_word(word: str) -> bool:
    """Whether it is like "quản", which is "quận" but for its marks."""
    plain, levels = strip_marks(word), _levels_by_plain()
    return plain in levels and word not in (plain, levels[plain])


@cache
def _levels_by_plain() -> dict[str, str]:
    return {strip_marks(level): level for level in load_grammar().level_words}


def compile_pattern(source: str, reading: Reading, capitals: bool = False) -> regex.Pattern[str]:
    """A written-out pattern for text as `tidy` gives it, or without marks; ``capitals`` ignores case."""
    source = tidy(source)
    if reading == "stripped":
        source = strip_marks(source)
    flags = regex.IGNORECASE if capitals else 0
    try:
        lists: dict[str, Any] = {name: names for name, names in _gazetteers(reading).items() if f"<{name}>" in source}
        return regex.compile(_PREFIX + source + _SUFFIX, flags, **lists)
    except regex.error as error:
        raise VocabularyError(f"a pattern that is no regular expression ({error}): {source}") from error


def write_out(pattern: str, macros: Mapping[str, str]) -> str:
    """``pattern`` without layout and with every {macro} replaced, macros within macros too.

    The large macros stand once, as definitions that the pattern calls: copied to where they are used they made
    compiling all patterns take 7.5 s instead of 2.6 to 3.3. What is called is searched more slowly, so that those that
    are tried at every word stay copies.
    """
    called: dict[str, str] = {}
    body = _written(pattern, macros, called)
    definitions = "".join(f"(?P<{name}>{source})" for name, source in called.items())
    return f"(?(DEFINE){definitions}){body}" if called else body


def _written(pattern: str, macros: Mapping[str, str], called: dict[str, str]) -> str:
    def replacement(match: regex.Match[str]) -> str:
        name = match[1]
        if name in _GAZETTEERS:
            return _GAZETTEERS[name]
        if name not in macros:
            raise VocabularyError(f"no macro {{{name}}} in entity_rules.toml")
        if name not in _CALLED:
            return f"(?:{_written(macros[name], macros, called)})"
        if name not in called:
            called[name] = ""  # keeps its place; a macro may call itself
            called[name] = _written(macros[name], macros, called)
        return f"(?&{name})"

    return _MACRO.sub(replacement, _LAYOUT.sub("", pattern))


@cache
def _gazetteers(reading: Reading) -> dict[str, list[str]]:
    """The names behind \\L<province> and the like, in one reading."""
    places, sectors = load_places(), load_bodies().sectors
    forms = [form for sector in sectors for form in (sector.name, *sector.aliases)]
    names = {
        "province": [form for p in places if p.level == "province" for form in (p.name, *p.aliases)],
        "sector": forms,
        "sector_acronym": [form for form in forms if form.isupper() and len(form) > 2],
        "body": [form for unit in registry().central_bodies() for form in (unit.name, *unit.aliases) if _is_long(form)],
    }
    read = strip_marks if reading == "stripped" else str
    return {key: sorted({read(tidy(form)) for form in values}) for key, values in names.items()}


def _is_long(form: str) -> bool:
    """Whether a body's name says by itself that it is one: with a capital and three words."""
    return form[0].isupper() and len(form.split()) >= _FEWEST_WORDS


class GrammarMatcher:
    """The whole grammar over one text."""

    def __init__(self, grammar: Grammar) -> None:
        self.rules = _compiled(grammar, grammar.rules, capitals=False)
        self._capital_rules = _compiled(grammar, [rule for rule in grammar.rules if not rule.open], capitals=True)
        self._generic = regex.compile(strip_marks(write_out(grammar.generic.pattern, grammar.macros)))
        self._trailing = regex.compile(write_out(grammar.trailing.pattern, grammar.macros) + "$")

    def find(self, text: str) -> list[Found]:
        """Names in NFC ``text``, in order, without overlap."""
        marked = tidy(text)
        stripped = strip_marks(marked)
        rules = self._capital_rules if _mostly_capitals(text) else self.rules
        misprinted = is_misprinted(text)
        candidates = (found for rule in rules for found in rule.matches(marked, stripped, misprinted))
        named = [kept for found in candidates if (kept := self._without_tail(found, marked, stripped)) is not None]
        return _with_appositions(without_overlap(named), marked)

    def _without_tail(self, found: Found, marked: str, stripped: str) -> Found | None:
        """``found`` without a trailing "và" or comma; None for what is too general or too short to be a name.

        A system that is one of several ("giữa các hệ thống thông tin báo cáo") is none by name, unless it is the
        nation's: "các cơ sở dữ liệu quốc gia về dân cư, …".
        """
        tail = self._trailing.search(marked, found.start, found.stop)
        stop = tail.start() if tail else found.stop
        if stop - found.start < 3 or self._generic.fullmatch(stripped, found.start, stop):
            return None
        if found.label == "UNIT" and _TITLE_OF_A_LAW.search(marked, 0, found.start):
            return None
        if (
            found.label == "SYSTEM"
            and _SEVERAL.search(marked, 0, found.start)
            and "quốc gia" not in marked[found.start : stop]
        ):
            return None
        return Found(found.start, stop, found.label, found.rule, found.open, found.confidence)


def _with_appositions(found: Sequence[Found], marked: str) -> list[Found]:
    """The names and, as names of their own, the acronyms in brackets right behind them: "… dữ liệu (LGSP)"."""
    taken = {name.start for name in found}
    named = list(found)
    for name in found:
        bracket = _APPOSITION.match(marked, name.stop) if name.label != "PROJECT" else None
        bracket = bracket or (_OWN_WORD.match(marked, name.stop) if name.label == "SYSTEM" else None)
        if bracket and bracket.start("short") not in taken and not _said_by_all(bracket["short"], name):
            named.append(replace(name, start=bracket.start("short"), stop=bracket.end("short"), rule="apposition"))
    return sorted(named, key=lambda name: name.start)


def _is_of_many(marked: str, start: int, stop: int) -> bool:
    """Whether what stands around a system says that there are several."""
    return _SEVERAL.search(marked, 0, start) is not None or _OF_MANY.match(marked, stop) is not None


def _said_by_all(acronym: str, name: Found) -> bool:
    """Whether a system's last words are what it stands for, and no name: "Cổng Dịch vụ công trực tuyến (DVCTT)"."""
    return name.label == "SYSTEM" and acronym in load_project_words().common_acronyms


def _compiled(grammar: Grammar, rules: Iterable[Rule], capitals: bool) -> list[CompiledRule]:
    return [CompiledRule(rule, write_out(rule.pattern, grammar.macros), capitals) for rule in rules]


def _mostly_capitals(text: str) -> bool:
    """A heading or letterhead printed in capitals, where case says nothing."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 10 and sum(map(str.isupper, letters)) > _MOSTLY_CAPITALS * len(letters)


def without_overlap(candidates: Sequence[Found]) -> list[Found]:
    """The longest first, a project before what is as long; a closed rule beats an open one from the same place."""
    closed = {found.start for found in candidates if not found.open}
    kept = [found for found in candidates if not (found.open and found.start in closed)]
    kept.sort(key=lambda found: (found.start - found.stop, found.label != "PROJECT", found.start))
    taken = bytearray(max((found.stop for found in kept), default=0))
    chosen: list[Found] = []
    for found in kept:
        if not any(taken[found.start : found.stop]):
            chosen.append(found)
            taken[found.start : found.stop] = b"\1" * (found.stop - found.start)
    return sorted(chosen, key=lambda found: found.start)


@cache
def matcher() -> GrammarMatcher:
    """The grammar of models/vocabulary, compiled once a process."""
    return GrammarMatcher(load_grammar())


class GrammarRecognizer:
    """The spaCy component: writes what `GrammarMatcher.find` finds into the doc."""

    def __init__(self) -> None:
        for attribute, default in (("confidence", 0.0), ("rule", ""), ("found_by", "")):
            if not Span.has_extension(attribute):
                Span.set_extension(attribute, default=default)
        self._matcher = matcher()

    def __call__(self, doc: Doc) -> Doc:
        spans = [_span(doc, found) for found in self._matcher.find(doc.text)]
        doc.spans[GRAMMAR] = filter_spans(spans)
        return doc


def _span(doc: Doc, found: Found) -> Span:
    span = doc.char_span(found.start, found.stop, label=found.label, alignment_mode="expand")
    if span is None:
        raise ValueError(f"characters {found.start}:{found.stop} are not in a text of {len(doc.text)}")
    span._.confidence, span._.rule = found.confidence, found.rule
    return span


@Language.factory(GRAMMAR, assigns=["doc.spans"])
def make_recognizer(nlp: Language, name: str) -> GrammarRecognizer:
    return GrammarRecognizer()
