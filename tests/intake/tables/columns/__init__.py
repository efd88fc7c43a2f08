"""How heads and fillings tell columns."""
