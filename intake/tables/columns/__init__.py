"""The heads above a table's numbers tell their columns, and each row's values are put into them."""
