"""What an auditor should know about how a page was read, in words."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Box, Finding, Word
from pipeline.reading.second_opinion import Disagreement

_SHOWN_CHARACTERS = 80


def covered_text(page: int, covered: Sequence[tuple[Word, Word]]) -> tuple[Finding, ...]:
    """One finding for each printed word below a different one of a form field, a signature or a stamp."""
    return tuple(_covered(page, below, top) for below, top in covered if below.text != top.text)


def _covered(page: int, below: Word, top: Word) -> Finding:
    message = (
        f"Chữ in “{below.text}” bị “{top.text}” (chữ ký số, ô nhập hoặc dấu) che: đọc là “{top.text}” "
        f"(printed “{below.text}” is covered by “{top.text}”, which is what was read)"
    )
    return Finding("covered_text", "warning", message, page=page, boxes=(below.box, top.box))


def turned_text(page: int, turned: Sequence[str]) -> tuple[Finding, ...]:
    """Words that stand sideways on a page that is read level (turned heads of a table, a text along the margin)."""
    if not any(character.isalpha() for text in turned for character in text):
        return ()
    message = (
        f"Trang có chữ xoay hướng khác, chưa đọc: “{_shortened(turned)}” "
        "(text turned against the rest of the page is not read)"
    )
    return (Finding("text_turned", "warning", message, page=page),)


def hidden_text(page: int, hidden: Sequence[Word]) -> tuple[Finding, ...]:
    if not hidden:
        return ()
    message = (
        f"Trang có lớp chữ ẩn, không nhìn thấy khi xem hoặc in, đã bỏ qua: "
        f"“{_shortened([word.text for word in hidden])}” (hidden text that is not painted is left out)"
    )
    return (Finding("text_hidden", "warning", message, page=page, boxes=_around(hidden)),)


def layer_of_scan(page: int) -> Finding:
    message = (
        "Trang là ảnh quét có lớp chữ do máy nhận dạng chèn vào: nên đối chiếu với ảnh "
        "(scanned page with the text layer of a recognition program)"
    )
    return Finding("text_layer_of_scan", "warning", message, page=page)


def disagreement(difference: Disagreement) -> Finding:
    if difference.page is None:
        message = (
            f"Hai cách đọc cho số trang khác nhau: {difference.ours} và {difference.theirs} "
            "(two readers disagree on the number of pages)"
        )
        return Finding("reader_page_count", "error", message)
    message = (
        f"Trang có thể bị đọc thiếu: {difference.ours} chữ, cách đọc thứ hai thấy {difference.theirs} "
        "(text may be missing: another reader sees more)"
    )
    return Finding("reader_text_missing", "warning", message, page=difference.page)


def _shortened(texts: Sequence[str]) -> str:
    text = " ".join(texts)
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS].rstrip() + "…"


def _around(words: Sequence[Word]) -> tuple[Box, ...]:
    return (Box.around(word.box for word in words),)


def poorly_recognised(page: int) -> Finding:
    message = "Trang quét mờ hoặc khó đọc, kết quả nhận dạng kém: hãy đối chiếu với trang (recognised poorly)"
    return Finding("ocr_poor", "warning", message, page=page)
