"""What the documents call bodies by that were linked to none, most often named first."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

QUERY = """
SELECT min(text) AS text, count(*) AS mentions, count(DISTINCT document_id) AS documents, max(candidates) AS candidates
FROM mentions
WHERE label = 'UNIT' AND unit_id IS NULL AND unit_class_id IS NULL
GROUP BY fold(text)
ORDER BY mentions DESC, documents DESC, text
LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class UnlinkedName:
    """A name as printed (of several spellings the first), how often it stands in how many documents, who it may be."""

    text: str
    mentions: int
    documents: int
    candidates: tuple[str, ...]


def unlinked_names(db: sqlite3.Connection, most: int) -> list[UnlinkedName]:
    rows = db.execute(QUERY, (most,)).fetchall()
    return [UnlinkedName(text, n, documents, tuple(json.loads(found or "[]"))) for text, n, documents, found in rows]
