"""The grid in which the tables of every form are filled in."""
