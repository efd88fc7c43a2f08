"""Builds what a clerk installs: plain folders with a Python of their own, and the packages made of them."""
