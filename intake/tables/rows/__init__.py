"""Rows of a table become entries: words, then the numbers beside them with the blanks among them."""
