"""Tests of the writers, which read back what was written."""
