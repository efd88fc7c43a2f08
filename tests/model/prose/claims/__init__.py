"""Tests of the claims of sentences, paragraphs and texts."""
