"""Tests of the grid in which tables are filled in."""
