"""Numbers of a page find their cells in the tables of a form."""
