"""The texts of the sample documents, and what writes them; `tools/make_corpus.py` typesets them."""
