"""How one printed row under groups of heads is read."""
