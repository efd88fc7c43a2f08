"""How the numbers of a table find their cells."""
