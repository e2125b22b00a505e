"""The trained spaCy pipeline: ``spacy.load`` of this folder. Its card is README.md."""
