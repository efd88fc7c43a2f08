"""One reader for each kind of file: bytes become a Document, or are refused in words."""
