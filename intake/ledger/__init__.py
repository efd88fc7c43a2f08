"""From an office's ledger (台账) to numbers: its sheets are read, its columns and words told apart, its rows counted.

Nothing in this room keeps a row: what is remembered of a ledger are digests of heads and words, and counts.
"""
