"""Tests of totals and the lists told of them."""
