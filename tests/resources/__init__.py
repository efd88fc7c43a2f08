"""Tests of what the program ships with."""
