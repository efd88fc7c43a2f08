"""Tests of the window, driven by real key and mouse events."""
