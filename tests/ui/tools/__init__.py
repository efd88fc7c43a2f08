"""Tests of what is done with a report as a whole."""
