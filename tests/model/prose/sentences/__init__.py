"""Tests of whole sentences."""
