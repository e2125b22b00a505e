"""A number or day of which nothing was read is not published, however the mention around it reads."""

from __future__ import annotations

from pipeline.citations import as_sure_as_their_print, find_citations
from pipeline.model import Block, Box, Letterhead, Page, Passage, Piece

TEXT = "Căn cứ Quyết định số 1556/QĐ-UBND ngày 04 tháng 7 năm 2026 của Ủy ban nhân dân tỉnh Lào Cai"


def passage(unread: str) -> Passage:
    """The text word by word; the words of ``unread`` are as good as not read."""
    pieces, start = [], 0
    for word in TEXT.split():
        start = TEXT.index(word, start)
        stop = start + len(word)
        confidence = 0.2 if word in unread.split() else 0.98
        pieces.append(Piece(start, stop, Box(1, start, 0, stop, 10), confidence=confidence))
        start = stop
    return Passage(TEXT, tuple(pieces))


def mention(unread: str) -> tuple[str | None, str | None, str | None]:
    block = Block(passage(unread), "legal_basis")
    page = Page(1, 595, 842, 0, (), (), "ocr", 0.9)
    (citation,) = as_sure_as_their_print(find_citations([block], Letterhead()), [block], [page])
    assert citation.confidence == min(0.9, block.passage.confidence(citation.start, citation.stop))
    return citation.number, citation.symbol, citation.issued_on


def test_a_number_that_was_read_stays() -> None:
    assert mention("") == ("1556", "QĐ-UBND", "2026-07-04")


def test_a_number_written_by_hand_is_left_out_and_the_date_stays() -> None:
    assert mention("1556/QĐ-UBND") == (None, "QĐ-UBND", "2026-07-04")


def test_a_day_written_by_hand_leaves_no_date() -> None:
    assert mention("04") == ("1556", "QĐ-UBND", None)
