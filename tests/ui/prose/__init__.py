"""Tests of the pages of prose."""
