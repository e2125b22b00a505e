"""Reading: a PDF file becomes pages of words, boxes, fonts and rules. Only this package opens PDFs."""
