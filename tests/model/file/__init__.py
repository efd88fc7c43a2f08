"""Tests of the office file."""
