"""Tests of what pieces of a sentence tell for what stands beside them."""
