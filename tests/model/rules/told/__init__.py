"""Tests of words compared with the tables."""
