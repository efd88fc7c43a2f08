"""Totals and the lists told of them, whatever they count."""
