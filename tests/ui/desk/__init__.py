"""Tests of what lies under the hand."""
