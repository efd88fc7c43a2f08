"""A table that is one printed row under groups of heads (form 2019 and 2021: table 四)."""
