"""Tests of what the Word file is made of."""
