"""What the home page says: how much is here, what can be asked, what to look at first."""

from __future__ import annotations

from dataclasses import dataclass

from datasette.app import Datasette
from datasette.utils.asgi import Request

from pipeline.publish.dictionary import dictionary
from pipeline.publish.queries import SavedQuery, saved_queries
from pipeline.site.access import Record, may_see, published, records

MAIN_TABLES = (
    "documents",
    "projects",
    "citations",
    "instruments",
    "findings",
    "sections",
    "footnotes",
    "tables",
    "table_rows",
    "units",
    "programmes",
    "mentions",
    "abbreviations",
    "pages",
    "corrections",
    "runs",
)
NEWEST = 8
CHOICES = 500


@dataclass(frozen=True, slots=True)
class TableCard:
    name: str
    title: str
    description: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Tables with their counts, the documents read last, those that could not be read, findings by severity."""

    tables: tuple[TableCard, ...]
    documents: tuple[Record, ...]
    failures: tuple[Record, ...]
    severities: tuple[Record, ...]
    queries: tuple[SavedQuery, ...]

    def count(self, table: str) -> int:
        """The number of rows of a table; 0 where this visitor may not see it."""
        return next((card.count for card in self.tables if card.name == table), 0)


async def overview(datasette: Datasette, request: Request) -> Overview:
    """Counts of the tables that this visitor may see."""
    cards = [await _card(datasette, name) for name in MAIN_TABLES if await may_see(datasette, request, name)]
    seen = {card.name for card in cards}
    return Overview(
        tables=tuple(cards),
        documents=await _documents(datasette, "status <> 'failed'") if "documents" in seen else (),
        failures=await _documents(datasette, "status = 'failed'") if "documents" in seen else (),
        severities=await _severities(datasette) if "findings" in seen else (),
        queries=tuple(saved_queries().values()),
    )


async def choices(datasette: Datasette, request: Request, parameter: str) -> list[str]:
    """What a parameter of a saved query may be filled with, to be offered while typing."""
    sql, table = CHOICES_OF.get(parameter, ("", ""))
    if not sql or not await may_see(datasette, request, table):
        return []
    found = await published(datasette).execute(f"{sql} LIMIT {CHOICES}")
    return [str(row[0]) for row in found.rows]


CHOICES_OF = {
    "document": ("SELECT coalesce(ref, file) FROM documents WHERE status <> 'failed' ORDER BY 1", "documents"),
    "kind": ("SELECT kind FROM instruments WHERE kind IS NOT NULL GROUP BY kind ORDER BY count(*) DESC", "instruments"),
    "ref": ("SELECT ref FROM instruments WHERE number IS NOT NULL ORDER BY mentions DESC", "instruments"),
    "unit": (
        "SELECT u.name FROM units u JOIN projects p ON p.lead_unit_id = u.id GROUP BY u.id ORDER BY u.name",
        "projects",
    ),
}


async def _card(datasette: Datasette, name: str) -> TableCard:
    words = dictionary().tables[name]
    result = await published(datasette).execute(f"SELECT count(*) FROM {name}")
    return TableCard(name, words.title, words.description, int(result.rows[0][0]))


async def _documents(datasette: Datasette, condition: str) -> tuple[Record, ...]:
    sql = (
        "SELECT id, label, file, title, issuer, issued_on, pages, status, error FROM documents "
        f"WHERE {condition} ORDER BY processed_at DESC, id DESC LIMIT ?"
    )
    return tuple(await records(published(datasette), sql, NEWEST))


async def _severities(datasette: Datasette) -> tuple[Record, ...]:
    sql = "SELECT severity, count(*) AS count FROM findings GROUP BY severity"
    order = {"error": 0, "warning": 1, "info": 2}
    found = await records(published(datasette), sql)
    return tuple(sorted(found, key=lambda row: order.get(row["severity"], 3)))
