"""Tests of what numbers are likely of."""
