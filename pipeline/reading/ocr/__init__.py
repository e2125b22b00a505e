"""OCR: a page without a usable text layer becomes words with boxes and confidences, and rules found in its image."""
