"""Tests of the words of a report."""
