"""How labels off their rows, or lost ones, are made up for."""
