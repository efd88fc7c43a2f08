"""How rows become entries."""
