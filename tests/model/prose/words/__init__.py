"""Tests of the words and numbers of a sentence."""
