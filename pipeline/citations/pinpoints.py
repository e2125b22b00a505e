"""Pinpoints: the part of a document that a mention means ("điểm b, điểm e khoản 4, khoản 6 Điều 44")."""

from __future__ import annotations

import regex

from pipeline.citations.fold import print_key
from pipeline.citations.span import Span

_VALUE = r"(?: \d{1,3}(?:\.\d{1,3}){0,3}[a-z]{0,2}\d? | [a-z]{1,2}\d{0,2} | [IVXLC]{1,7} ) (?![\w/])"
_NO_VALUE = r"(?! (?: so | va | tu | ma | la | co | do | de | bi ) \b )"  # words of two letters
_UNIT = rf"""
    (?: \b(?i:Dieu|khoan|muc|tieu\smuc|tiet|doan) \s?
        (?: \d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[a-z]{{0,2}} | [IVXLC]{{1,7}} ) (?![\w/])
        (?: (?: ,\s? | \s?;\s? | \s va \s | ,\s va \s ) \d{{1,3}}[a-z]{{0,2}} (?![\w/%.]) ){{0,12}}
      | \b(?i:diem|tiet) \s? {_NO_VALUE} {_VALUE} (?: (?: ,\s? | \s va \s ) {_NO_VALUE} {_VALUE} ){{0,16}}
      | \b(?i:Chuong|Phan|Phu\sluc) \s (?:so\s)? (?: [IVXLC]{{1,7}}[a-d]? | \d{{1,2}}[A-Z]? ) (?! [\w/] | -[A-Z] )
    )
"""
_PINPOINT = regex.compile(
    rf"{_UNIT} (?: (?: \s | ,\s? | ;\s? | \s va \s | \s den \s | ,?\s cua \s ) {_UNIT} ){{0,12}}", regex.VERBOSE
)
_TO_MENTION = regex.compile(
    r"\s? (?: ,\s? )? (?: (?: cua | tai | thuoc | trong ) \s )? (?: cac \s )?", regex.VERBOSE | regex.IGNORECASE
)
_AFTER = regex.compile(
    r"""
    \s? (?: [(,] \s? )? (?: trong\sdo\s(?:co\s)? )? (?: (?: duoc\s)? quy\sdinh \s (?: cu\sthe \s | ro \s )? )?
    tai \s
  | \s? \( \s? | ,\s tai \s
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ENDS = regex.compile(r"\s? (?: [;.)] | ,\s (?! [A-Z] ) | $ )", regex.VERBOSE)

# Words that are alike without their marks: "mức 4" is no "mục 4", "đoàn 2" no "đoạn 2".
_OTHER_WORDS = frozenset(print_key(word) for word in ("mức", "đoàn", "phân", "phấn", "chuông", "chuồng", "điềm"))
_WORD = regex.compile(r"[^\W\d]+", regex.VERBOSE)


def find_pinpoints(text: str, folded: str) -> list[Span]:
    """All pinpoints of a text, in order, whatever they belong to."""
    return [Span(match.start(), match.end()) for match in _PINPOINT.finditer(folded) if _is_unit(text, match.start())]


def _is_unit(text: str, start: int) -> bool:
    word = _WORD.match(text, start)
    return word is None or print_key(word.group()) not in _OTHER_WORDS


def leads_to(folded: str, pinpoint: Span, mention: int) -> bool:
    """Whether a mention that begins at ``mention`` is what the pinpoint is a part of: "… Điều 41 của | Nghị định"."""
    return _TO_MENTION.fullmatch(folded, pinpoint.stop, mention) is not None


def follows(folded: str, stop: int, pinpoint: Span) -> bool:
    """Whether the pinpoint says where in the mention before it: "Nghị định (… quy định tại điểm c khoản 1 Điều 8)"."""
    return _AFTER.fullmatch(folded, stop, pinpoint.start) is not None and _ENDS.match(folded, pinpoint.stop) is not None
