"""Tests of what numbers tell of each other."""
