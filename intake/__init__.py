"""A published file becomes a document, and a document becomes a report."""
