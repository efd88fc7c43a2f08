"""A Document as lines of words and figures: its headings, texts, title and office."""
