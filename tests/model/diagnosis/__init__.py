"""Tests of the search for the culprit."""
