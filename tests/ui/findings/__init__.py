"""Tests of the findings panel."""
