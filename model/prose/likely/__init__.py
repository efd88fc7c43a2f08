"""What numbers are likely of, where the grammar is certain of nothing."""
