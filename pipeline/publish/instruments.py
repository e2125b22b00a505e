"""The documents that are cited, each once: grouped over the whole corpus at the end of a run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from pipeline.citations.instruments import CitedMention, HeldDocument, Instrument, group_instruments
from pipeline.publish import search
from pipeline.publish.folding import ref_key
from pipeline.publish.labels import instrument_label
from pipeline.publish.programmes import drop_unused_programmes
from pipeline.publish.rows import Row
from pipeline.publish.units import drop_unused_units
from pipeline.publish.writing import delete_rows, insert_rows, transaction

# An annex has no issuer of its own: who issued what it is attached to stands in the words under its title.
MENTIONS = """
SELECT c.id, c.document_id, c.kind, c.number, c.symbol, c.ref, c.issued_on, c.issuer,
       coalesce(d.issuer, (SELECT a.issuer FROM citations a WHERE a.document_id = d.id AND a.zone = 'annex_header'
                           AND a.issuer IS NOT NULL ORDER BY a.id LIMIT 1)),
       c.title, c.title_source, c.text, d.issued_on, c.issuer_before, c.same_as_id
FROM citations c JOIN documents d ON d.id = c.document_id ORDER BY c.id
"""
HELD = """
SELECT id, kind, number, symbol, ref, issued_on, issuer, title FROM documents WHERE status <> 'failed' ORDER BY id
"""
WHAT_IS_MEANT = """
UPDATE back_references SET instrument_id = CASE form
    WHEN 'self' THEN (SELECT min(i.id) FROM instruments i WHERE i.document_id = back_references.document_id)
    ELSE (SELECT c.instrument_id FROM citations c WHERE c.id = back_references.citation_id) END
"""
TITLED_BY_CORPUS = "title_source = 'corpus'"
UNTITLED_BUT_HELD = (
    "title IS NULL AND instrument_id IN (SELECT i.id FROM instruments i JOIN documents d ON d.id = i.document_id "
    "WHERE d.title IS NOT NULL)"
)
TITLE_OF_HELD = """
UPDATE citations SET title_source = 'corpus', title = (
    SELECT d.title FROM instruments i JOIN documents d ON d.id = i.document_id WHERE i.id = citations.instrument_id)
WHERE id = ?
"""


def rebuild_instruments(db: sqlite3.Connection) -> None:
    """Group all citations anew, in one transaction, and drop what no document names any more.

    The same citations give the same ids: instruments are numbered in the order of their references. A citation
    without a title of its own gets that of the cited document, where the corpus holds it.
    """
    with transaction(db):
        _forget(db)
        groups = sorted(group_instruments(_mentions(db), _held(db)), key=_order)
        insert_rows(db, "instruments", [_row(number, group) for number, group in enumerate(groups, start=1)])
        db.executemany("UPDATE citations SET instrument_id = ? WHERE id = ?", _links(groups))
        db.execute(WHAT_IS_MEANT)
        _title_from_corpus(db)
        drop_unused_units(db)
        drop_unused_programmes(db)


def _forget(db: sqlite3.Connection) -> None:
    search.remove_rows(db, "citations", TITLED_BY_CORPUS)
    ids = [row[0] for row in db.execute(f"SELECT id FROM citations WHERE {TITLED_BY_CORPUS}")]
    db.execute(f"UPDATE citations SET title = NULL, title_source = NULL WHERE {TITLED_BY_CORPUS}")
    search.index_again(db, "citations", ids)
    db.execute("UPDATE citations SET instrument_id = NULL")
    db.execute("UPDATE back_references SET instrument_id = NULL")
    delete_rows(db, "instruments", "true")


def _title_from_corpus(db: sqlite3.Connection) -> None:
    ids = [row[0] for row in db.execute(f"SELECT id FROM citations WHERE {UNTITLED_BUT_HELD}")]
    search.remove_rows(db, "citations", UNTITLED_BUT_HELD)
    db.executemany(TITLE_OF_HELD, ((citation_id,) for citation_id in ids))
    search.index_again(db, "citations", ids)


def _mentions(db: sqlite3.Connection) -> Iterator[CitedMention]:
    return (CitedMention(*values) for values in db.cursor().execute(MENTIONS))


def _held(db: sqlite3.Connection) -> Iterator[HeldDocument]:
    return (HeldDocument(*values) for values in db.cursor().execute(HELD))


def _order(group: Instrument) -> tuple[bool, str, str, str, str, str]:
    key = ref_key(group.ref) or ""
    return not key, key, group.issued_on or "", group.kind or "", group.issuer or "", group.title or ""


def _row(number: int, group: Instrument) -> Row:
    return {
        "id": number,
        "label": instrument_label(group.kind, group.ref, group.title, group.issued_on),
        "kind": group.kind,
        "ref": group.ref,
        "number": group.number,
        "year": group.year,
        "symbol": group.symbol,
        "issued_on": group.issued_on,
        "issuer": group.issuer,
        "title": group.title,
        "mentions": len(group.mentions),
        "document_id": group.document_id,
        "ref_key": ref_key(group.ref),
    }


def _links(groups: list[Instrument]) -> Iterator[tuple[int, int]]:
    for number, group in enumerate(groups, start=1):
        yield from ((number, mention) for mention in group.mentions)
