"""Tests of the pages of one report."""
