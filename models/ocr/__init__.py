"""What OCR needs: the Vietnamese model of Tesseract and counts of syllables. Origins and licences: README.md."""
