"""Citations of legal and administrative documents: grammar, normal form, pinpoints, titles, instruments."""

from pipeline.citations.back_references import find_back_references as find_back_references
from pipeline.citations.find import find_citations as find_citations
from pipeline.citations.instruments import CitedMention as CitedMention
from pipeline.citations.instruments import HeldDocument as HeldDocument
from pipeline.citations.instruments import Instrument as Instrument
from pipeline.citations.instruments import group_instruments as group_instruments
from pipeline.citations.scanned import restore_marks as restore_marks
from pipeline.citations.surety import as_sure_as_their_print as as_sure_as_their_print
from pipeline.citations.titles import title_from_footnotes as title_from_footnotes
