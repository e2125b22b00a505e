"""Tokens and sentences of administrative Vietnamese, as parts of a spaCy pipeline.

spaCy's own Vietnamese tokenizer either needs pyvi, which breaks every citation and date, or leaves punctuation
glued to words (102 of 283 labelled names did not fall on token borders). This one splits at punctuation and
keeps whole what an office writes as one: "909/KH-UBND", "57-NQ/TW", "19/3/2021", "2.215,6", "TT&TT".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import regex
from spacy.attrs import NORM, SENT_START
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

from pipeline.entities.text import strip_marks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TOKENIZER = "kehoach.admin_tokenizer.v1"
SENTENCES = "kehoach_sentences"

_PUNCTUATION = r"""[,;:!?()\[\]{}<>"'“”‘’„«»…*|=+~^⁰¹²³⁴-⁹⁽⁾]"""
_LEADER = r"(?P<mark>[^\w\s])(?P=mark){3,}"  # "………", "____", and what a hostile file repeats ten thousand times
_PREFIX = regex.compile(rf"^(?:{_LEADER}|{_PUNCTUATION}|\.{{2,}}|[-–—•.&%](?=\S)|/(?!\p{{Lu}})|[&%]|@(?!\w))")
_SUFFIX = regex.compile(rf"(?:{_PUNCTUATION}|\.{{2,}}|\./\.?|(?<=[\w)%])\.|[%/&]|[-–—])$")
_INFIX = regex.compile(
    rf"""
      {_PUNCTUATION}
    | \.{{2,}}
    | (?<=\p{{L}}) [/–—-] (?=\p{{L}})     # HĐND-UBND, kinh tế -xã hội, xã/phường
    | (?<=\d) [-–—] (?=\d)                # 2021-2025
    | (?<=[\p{{L}}\d]) \. (?=[("“\[])     # a full stop and a bracket
    | (?<=[\d\p{{Ll}}]) \. (?=\p{{Lu}})   # a full stop without its space
    | (?<=\p{{Ll}}) / (?=\d) | (?<=\d) / (?=\p{{Ll}}) | (?<=%) /
    """,
    regex.VERBOSE,
)
_WHOLE = regex.compile(
    r"""
      # 47/2020/NĐ-CP, 57-NQ/TW, /KH-UBND
      (?:\d+\p{Ll}?)? (?:/\d{4})? [/-] [\p{Lu}] [\p{L}&]* (?:[-/&] [\p{Lu}\d] [\p{L}\d&]*)*
    | \d{1,2} / \d{1,2} / \d{4} | \d{1,2} / \d{4} | \d{1,2} \. \d{1,2} \. \d{4}               # dates
    | \d{1,3} (?:\.\d{3})+ (?:,\d+)? | \d+ [.,] \d+                                           # 1.776.725, 2.215,6, 43.8
    | (?:https?://|www\.) \S+? | [\w.+-]*@[\w.-]+ | [\w-]+ (?:\.[\w-]+)* \.(?:vn|com|net|org) (?:/\S*)?
    | \p{Lu}{1,6} (?:&\p{Lu}{1,6})+ | \p{Lu}{2,} (?:-\p{Lu}{2,})+ (?:&\p{Lu}+)*               # TT&TT, LĐ-TB&XH
    | T[Pp]\. | v\.v\.? | \.{2,}
    """,
    regex.VERBOSE,
)
_STOPS = frozenset({".", "!", "?", "...", "…"})
_ENUMERATOR = regex.compile(r"\d+|[IVX]+|\p{L}")


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]  # catalogue's decorators have no types
def make_tokenizer() -> Callable[[Language], AdminTokenizer]:
    """For the ``nlp.tokenizer`` block of a spaCy config."""

    return AdminTokenizer


class AdminTokenizer:
    """spaCy's tokenizer with the patterns of this module; the norm of a token is its small letters without marks.

    The norm is what the trained recogniser reads, so that a wrong mark changes little. Nothing is stored with a
    pipeline: the patterns are these, and spaCy would compile them with `re`, which does not know them.
    """

    def __init__(self, nlp: Language) -> None:
        vocab: Any = nlp.vocab  # its stubs do not have the getters
        vocab.lex_attr_getters[NORM] = _norm
        self._split = Tokenizer(
            nlp.vocab,
            prefix_search=_PREFIX.search,
            suffix_search=_SUFFIX.search,
            infix_finditer=_INFIX.finditer,
            token_match=_WHOLE.fullmatch,
        )

    def __call__(self, text: str) -> Doc:
        doc: Doc = self._split(text)
        return doc

    def to_disk(self, path: object, **_: object) -> None:
        """Nothing: see the class."""

    def from_disk(self, path: object, **_: object) -> AdminTokenizer:
        return self

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **_: object) -> AdminTokenizer:
        return self


def _norm(word: str) -> str:
    return strip_marks(word.lower())


@Language.component(SENTENCES)
def end_sentences(doc: Doc) -> Doc:
    """Sentences end at line breaks and at a stop before a capital, never after an enumerator ("1.", "a.")."""
    starts = [1 if token.i == 0 or _begins_sentence(doc, token) else -1 for token in doc]
    # all at once: setting token by token looks at the whole doc each time
    column: Any = np.array(starts, dtype=np.int64).astype(np.uint64).reshape(-1, 1)
    doc.from_array([SENT_START], column)
    return doc


def _begins_sentence(doc: Doc, token: Token) -> bool:
    before = doc[token.i - 1]
    if before.is_space and "\n" in before.text:
        return True
    if before.text not in _STOPS or not before.whitespace_ or not token.text[0].isupper():
        return False
    return not _is_enumerator(doc, token.i - 2)


def _is_enumerator(doc: Doc, index: int) -> bool:
    """Whether the token at ``index`` stands first in its line and is a number or a letter."""
    at_line_start = index == 0 or (index > 0 and doc[index - 1].is_space and "\n" in doc[index - 1].text)
    return at_line_start and _ENUMERATOR.fullmatch(doc[index].text) is not None
