"""Text and ruled tables of a PDF."""
