"""Compare what is published about one document with its labels: letterhead, sections, footnotes."""

from __future__ import annotations

from collections import defaultdict

from pipeline.evaluation.folding import alike, key, loose
from pipeline.evaluation.labels import UNREADABLE, DocumentLabels, FootnoteLabel
from pipeline.evaluation.published import FootnoteRow, PublishedDocument, SectionRow
from pipeline.evaluation.scorecard import Scorecard

TITLE_LIKENESS = 0.9
NOTE_LIKENESS = 0.95
HEADING_START = 24  # letters and digits of a heading that must agree
ANCHOR_END = 16  # letters and digits before a marker that must agree
_HEADER_COLUMN = {"date": "issued_on"}
_HEADER_FIELDS = ("kind", "ref", "date", "place", "issuer", "title", "signer")


def compare_header(labels: DocumentLabels, published: PublishedDocument, card: Scorecard) -> None:
    for field in _HEADER_FIELDS:
        if field not in labels.header:
            continue
        want = labels.header[field]
        got = published.header[_HEADER_COLUMN.get(field, field)]
        if not card.check("header", _same_field(field, want, got)):
            card.miss(labels.file, f"header {field}", f"want {want!r} got {got!r}")


def _same_field(field: str, want: str | None, got: str | None) -> bool:
    if field == "title":
        return alike(want, got) >= TITLE_LIKENESS if want else not got
    if field == "ref":
        return key(want) == key(got)
    return loose(want) == loose(got)


def compare_sections(labels: DocumentLabels, published: PublishedDocument, card: Scorecard) -> None:
    slots: defaultdict[tuple[str, str], list[SectionRow]] = defaultdict(list)
    for row in published.sections:
        slots[_section_key(row.marker, row.heading or row.text)].append(row)
    hit = right_level = 0
    for section in labels.sections:
        slot = slots[_section_key(section.marker, section.heading)]
        if slot:
            hit += 1
            right_level += slot.pop(0).level == section.level
        else:
            start = (section.heading or "")[:60]
            card.miss(labels.file, "section missed", f"p{section.page} {section.marker!r} {start!r}")
    for (marker, heading), left in slots.items():
        for _ in left:
            card.miss(labels.file, "section extra", f"{marker!r} {heading!r}")
    card.add("section", hit, len(labels.sections), len(published.sections))
    card.add("section.level", right_level, hit, hit)


def _section_key(marker: str | None, heading: str | None) -> tuple[str, str]:
    return key(marker).strip(".):/"), loose(heading)[:HEADING_START]


def compare_footnotes(labels: DocumentLabels, published: PublishedDocument, card: Scorecard) -> None:
    slots: defaultdict[tuple[int | None, str], list[FootnoteRow]] = defaultdict(list)
    for row in published.footnotes:
        slots[row.page, loose(row.marker)].append(row)
    hit = 0
    for note in labels.footnotes:
        slot = slots[note.page, loose(note.marker)]
        best = max(slot, key=lambda row: alike(row.text, note.text), default=None)
        if best is None or alike(best.text, note.text) < NOTE_LIKENESS:
            got = f" got {(best.text or '')[:60]!r}" if best else ""
            card.miss(labels.file, "footnote missed", f"p{note.page} {note.marker!r} {note.text[:60]!r}{got}")
            continue
        slot.remove(best)
        hit += 1
        _compare_anchor(labels.file, note, best, card)
    card.add("footnote", hit, len(labels.footnotes), len(published.footnotes))


def _compare_anchor(file: str, note: FootnoteLabel, row: FootnoteRow, card: Scorecard) -> None:
    if note.anchor is None or note.anchor == UNREADABLE:
        return
    want, got = loose(note.anchor)[-ANCHOR_END:], loose(row.anchor_text)
    right = bool(got) and (got.endswith(want) or want.endswith(got[-ANCHOR_END:]))
    if not card.check("footnote.anchor", right):
        card.miss(
            file, "footnote anchor", f"p{note.page} {note.marker} want …{note.anchor[-30:]!r} got {row.anchor_text!r}"
        )
