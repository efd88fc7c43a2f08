"""Sets a Document on paper as GB/T 9704-2012 wants it: faces, line breaking, tables, page flow. Pages are plain data."""
