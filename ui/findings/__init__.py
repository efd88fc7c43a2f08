"""The findings: one line each, what can be done about it, and the panel that holds them."""
