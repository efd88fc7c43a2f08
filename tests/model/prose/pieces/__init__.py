"""Tests of the pieces of a sentence."""
