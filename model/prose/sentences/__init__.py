"""Whole sentences read: subjects carried, growth, shares and sums."""
