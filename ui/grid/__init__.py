"""The grid in which the tables of every form are filled in."""

from ui.grid.table_grid import TableGrid

__all__ = ["TableGrid"]
