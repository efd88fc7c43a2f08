"""A document or a report becomes a file: PDF, Word, Excel, web page."""
