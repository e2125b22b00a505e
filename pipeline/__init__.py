"""kehoach: Vietnamese government plan documents (PDF) as rows that can be queried and followed back to the page."""

__version__ = "0.3.0"
