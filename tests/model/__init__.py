"""Tests of the report, its rules and the office file."""
