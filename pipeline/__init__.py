"""kehoach: reads Vietnamese government plan documents (PDF) into rows that can be queried and followed back to the page."""

__version__ = "0.1.0"
