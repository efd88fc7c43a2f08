"""Tests of the readers and of the recogniser."""
