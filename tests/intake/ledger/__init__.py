"""Ledgers: from invented applications whose counts are known to files of every layout, and back to the counts."""
